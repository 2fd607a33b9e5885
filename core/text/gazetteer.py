"""Lists of what names are made of: first names, titles, places, words of organisations."""

from functools import cache
from itertools import chain

from .accents import with_and_without_accents
from .packaged import entries, sections
from .stems import PLURALS, base_forms
from .tokens import word_parts


@cache
def first_names() -> dict[str, str]:
    """First names in lower case, with the gender of each: "female", "male" or "either".

    One with accents is there without them too.
    """
    listed = sections("first_names.txt")
    return {
        form: gender
        for gender, names in listed.items()
        for name in names
        for form in with_and_without_accents(name.lower())
    }


@cache
def titles() -> dict[str, str]:
    """Words of titles in lower case, with a gender each: "female", "male" or "either".

    Of "first lady" the last word tells it.
    """
    listed = sections("titles.txt")
    found: dict[str, str] = {}
    for gender in ("either", "male", "female"):
        for title in listed[gender]:
            *before, last = title.split()
            for word, told in {**dict.fromkeys(before, "either"), last: gender}.items():
                found |= dict.fromkeys(with_and_without_accents(word), told)
    return found


@cache
def whole_titles() -> frozenset[tuple[str, ...]]:
    """Titles in lower case as the parts of their words: ``("vice", "president")``."""
    listed = chain.from_iterable(sections("titles.txt").values())
    return frozenset(
        tuple(word_parts(form)) for title in listed for form in with_and_without_accents(title)
    )


@cache
def places() -> frozenset[str]:
    """Names of countries, cities and seats of government, with their accents and without."""
    listed = entries("places.txt")
    return frozenset(form for name in listed for form in with_and_without_accents(name))


@cache
def adjectives(section: str = "") -> frozenset[str]:
    """Adjectives of peoples and parties, in lower case, of one ``section`` or of all of them."""
    return _of_section("adjectives.txt", section)


@cache
def organisation_words(section: str = "") -> frozenset[str]:
    """Words in lower case that end an organisation's name, of one ``section`` or of all of them."""
    return _of_section("organisations.txt", section)


def _of_section(name: str, section: str) -> frozenset[str]:
    """The lines of one ``section`` of a file, or of all of them for ""."""
    listed = sections(name)
    return frozenset(listed[section] if section else chain.from_iterable(listed.values()))


def is_organisation_word(word: str) -> bool:
    """Whether ``word``, singular or plural, ends an organisation's name.

    >>> is_organisation_word("Committees"), is_organisation_word("Mill")
    (True, False)
    """
    known = organisation_words()
    return any(form in known for form in base_forms(word.lower().removesuffix("."), PLURALS))
