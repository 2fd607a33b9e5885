"""The word lists of this room; ``data/README.md`` says what each holds."""

from functools import cache

from newsbrief.text.packaged import word_set


def transcript_words(section: str) -> frozenset[str]:
    """The words of a section of ``transcript_words.txt``."""
    return word_set("transcript_words.txt", section)


def negations(section: str) -> frozenset[str]:
    """The words of a section of ``negations.txt``."""
    return word_set("negations.txt", section)


@cache
def hedges(*sections: str) -> frozenset[str]:
    """The words of ``sections`` of ``hedges.txt``."""
    return frozenset().union(*(word_set("hedges.txt", section) for section in sections))


def courtesies() -> frozenset[str]:
    """What stands before a name and is no role by itself: "mr", "dr"."""
    return word_set("role_words.txt", "courtesy")
