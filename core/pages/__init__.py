"""The room of pages: what summaries, facts and figures make together.

In come one article or several on one story; out go a ``Brief`` of one, or a ``Digest`` of several
with the claims that they share or contradict.
"""
