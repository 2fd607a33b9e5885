"""The word lists of this room; ``data/README.md`` says what each holds."""

from functools import cache

from newsbrief.text.packaged import word_set


def name_words(section: str) -> frozenset[str]:
    """The words of a section of ``name_words.txt``."""
    return word_set("name_words.txt", section)


def description_nouns(section: str) -> frozenset[str]:
    """The nouns of a section of ``description_nouns.txt``."""
    return word_set("description_nouns.txt", section)


def pronouns(section: str) -> frozenset[str]:
    """The pronouns of a section of ``pronouns.txt``."""
    return word_set("pronouns.txt", section)


@cache
def pronoun_genders() -> dict[str, str]:
    """The gender, "male" or "female", of "he", "her" and the like."""
    return {word: gender for gender in ("male", "female") for word in sorted(pronouns(gender))}
