"""The room of pages: what summaries, facts and figures make together.

In goes one article, and out comes its ``Brief`` or its ``Report``; or in go several articles on
one event, and out comes their ``Digest``, with the claims that they share or contradict; or in go
the facts of any number of articles, and out comes a ``SourceAudit``, of who is quoted how often.
"""
