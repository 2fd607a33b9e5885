"""What the acronyms of an article stand for: names that it spells out."""

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
    """The one of ``names`` that each acronym stands for.

    It stands in brackets after the name, with letters of it in order ("Tass" for "Telegraph
    Agency of the Soviet Union"), or is made of the initials; brackets go first.
    """
    by_initials: dict[str, Mention] = {}
    bracketed: dict[str, Mention] = {}
    for name in names:
        for initials in _initials(name.words):
            by_initials.setdefault(initials, name)
        after = _BRACKETED.match(text, name.end)
        if after and _stands_for(after.group(1), name.words):
            bracketed[after.group(1)] = name
    return by_initials | bracketed


def _initials(words: Sequence[str]) -> tuple[str, str]:
    """The initials of ``words``, with and without those of "of" and "for"."""
    every = "".join(word[0] for word in words)
    return every.upper(), "".join(c for c in every if c.isupper())


def _stands_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether the letters of ``acronym`` come in order in ``words``, from their first one."""
    letters = iter("".join(words).lower())
    wanted = [c for c in acronym.lower() if c.isalnum()]
    return wanted[:1] == [words[0][0].lower()] and all(c in letters for c in wanted)
