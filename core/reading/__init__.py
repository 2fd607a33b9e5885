"""Reading: from bytes to an article.

In come bytes, a path or decoded text. Out goes an ``Article``: the text, its blocks (title,
dateline, paragraph, boilerplate and so on) and the sentences of each, all as spans. ``files`` is
the one module of the library that opens a file; ``parsing`` composes the steps.
"""
