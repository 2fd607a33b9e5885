"""The room of reading: from bytes to an article.

In come bytes, a path or decoded text; out goes an ``Article``: the text, its blocks by kind (title,
dateline, paragraph, boilerplate, ...) and the sentences of each, all as spans. ``files`` is the one
module of the library that opens a file; ``parsing`` puts the steps together.
"""
