"""Attribution extraction: who says what in an article.

In comes an ``Article``; out go its ``Attribution``s, each with source, cue, claim, kind and
confidence. ``facts.py`` is the pipeline: tag, correct, link, add what the tagger does not find,
resolve the sources, classify.
"""
