"""The room of attributions: from an article to who says what.

In comes an ``Article``; out go its ``Attribution``s, each with source, cue, claim, kind and
confidence. ``facts`` puts the steps together: tag, correct, link, add what the tagger does not
find, tell the kind, name the source.
"""
