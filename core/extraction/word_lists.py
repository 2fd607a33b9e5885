"""The word list of this room; ``data/README.md`` says what it holds."""

from newsbrief.text.packaged import word_set


def cue_words(section: str) -> frozenset[str]:
    """The words of a section of ``cue_words.txt``."""
    return word_set("cue_words.txt", section)
