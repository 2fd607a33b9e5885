"""The word lists of this room; ``data/README.md`` says what each holds."""

from newsbrief.text.packaged import word_set


def transcript_words(section: str) -> frozenset[str]:
    """The words of a section of ``transcript_words.txt``."""
    return word_set("transcript_words.txt", section)


def negations(section: str) -> frozenset[str]:
    """The words of a section of ``negations.txt``."""
    return word_set("negations.txt", section)


def hedges(section: str) -> frozenset[str]:
    """The words of a section of ``hedges.txt``."""
    return word_set("hedges.txt", section)


def courtesies() -> frozenset[str]:
    """What stands before a name and is no role by itself: "mr", "dr"."""
    return word_set("role_words.txt", "courtesy")
