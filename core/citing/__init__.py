"""The room of citing: what stands around a place in an article, and how to point to it.

In goes an article and the spans of a claim or a sentence, out comes its ``Context``, or the
selectors and the link that lead a reader, or a program, back to it.
"""
