"""The names that an article's acronyms are short for."""

import re
from collections.abc import Iterable, Sequence

from newsbrief.text.quotation_marks import DOUBLE_MARKS

from .mention import Mention

_ACRONYM = re.compile(r"[A-Z](?:[A-Za-z]?[A-Z&.]){1,6}s?")
_BRACKETED = re.compile(
    rf"\s?[(\[][{DOUBLE_MARKS}]?([A-Z][A-Za-z&.-]{{1,7}})[{DOUBLE_MARKS}]?[)\]]"
)


def is_acronym(word: str) -> bool:
    """Whether ``word`` looks like an acronym.

    >>> is_acronym("MSMT"), is_acronym("McCoy"), is_acronym("Poe")
    (True, False, False)
    """
    return _ACRONYM.fullmatch(word) is not None


def acronyms(text: str, names: Iterable[Mention]) -> dict[str, Mention]:
    """The mention among ``names`` that each acronym is short for.

    The acronym is made of the initials of the name, or stands in brackets after it with letters of
    it in order ("Tass" for "Telegraph Agency of the Soviet Union"). Brackets win over initials.
    """
    by_initials: dict[str, Mention] = {}
    bracketed: dict[str, Mention] = {}
    for name in names:
        for initials in _initials(name.words):
            by_initials.setdefault(initials, name)
        after = _BRACKETED.match(text, name.end)
        if after and _abbreviates(after.group(1), name.words):
            bracketed[after.group(1)] = name
    return by_initials | bracketed


def _initials(words: Sequence[str]) -> tuple[str, str]:
    """The initials of ``words``, with and without those of "of" and "for"."""
    initials = "".join(word[0] for word in words)
    return initials.upper(), "".join(c for c in initials if c.isupper())


def _abbreviates(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of ``acronym`` stand in ``words`` in order, the first at the start."""
    letters = [c for c in acronym.lower() if c.isalnum()]
    unread = iter("".join(words).lower())
    return letters[:1] == [words[0][0].lower()] and all(c in unread for c in letters)
