"""What is known of names before reading: first names, titles, places, words of organisations."""

from functools import cache

from .packaged import entries, sections
from .stems import PLURALS, base_forms


@cache
def first_names() -> dict[str, str]:
    """The gender of each first name in lower case: "female", "male" or "either"."""
    listed = sections("first_names.txt")
    return {name.lower(): gender for gender, names in listed.items() for name in names}


@cache
def titles() -> dict[str, str]:
    """The gender of each word of a title in lower case."""
    listed = sections("titles.txt")
    return {word: gender for gender in ("either", "male", "female")
            for title in listed[gender] for word in title.split()}  # fmt: skip


@cache
def places() -> frozenset[str]:
    """Names of countries, cities and seats of government, as written."""
    return frozenset(entries("places.txt"))


@cache
def not_names() -> frozenset[str]:
    """Words in lower case that are capitalised only where they open a sentence."""
    return frozenset(entries("not_names.txt"))


@cache
def adjectives() -> frozenset[str]:
    """Peoples and parties as adjectives, in lower case: they precede a name, and are not of it."""
    return frozenset(entries("adjectives.txt"))


@cache
def organisation_words(section: str = "") -> frozenset[str]:
    """Words in lower case that end an organisation's name, of one ``section`` or of all."""
    listed = sections("organisations.txt")
    chosen = [section] if section else sorted(listed)
    return frozenset(word for name in chosen for word in listed[name])


def is_organisation_word(word: str, section: str = "") -> bool:
    """Whether ``word``, singular or plural, ends an organisation's name; by one ``section``."""
    known = organisation_words(section)
    return any(form in known for form in base_forms(word.lower().removesuffix("."), PLURALS))
