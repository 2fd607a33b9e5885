"""Sequence tagging: which words of an article are a source, a cue or a claim.

In come the paragraphs of an article; out go labelled spans, each with a role, a probability and the
side on which the rest of its attribution lies. The network runs in numpy on shipped parameters.
"""
