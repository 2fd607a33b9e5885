"""Reading: from bytes or text to an article.

In come bytes, or text and what is known of it. Out goes an ``Article``: the text, its blocks
(title, dateline, paragraph, boilerplate and so on) and the sentences of each, all as spans.
``decoding`` makes text of bytes; ``parsing`` composes the steps from there.
"""
