"""Runs of words in which names stand: capitalised words and the small words between them.

"Minister of Health Jo Ray" is one run; ``mentions`` finds the names in it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsbrief.reading.lexicon import lower_case_words, openers
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.accents import unaccented

from .word_lists import name_words

# Capital letters of the Latin alphabets, as a character class (re has no \p{Lu}).
UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
PARTICLE = (
    r"(?:(?:de la|de los|de las|de|del|della|dela|di|da|dos|das|du|van der|van den|van de|van|von"
    r"|der|den|ter|bin|bint|ibn|al|el|ul|la|le|ben|abu|ait|zu|y|e)\s|(?:al|el|ul|d|l)[-’'])"
)

_CAPITALISED = (
    rf"(?:(?<!\w)(?:(?:al|el|ul|d|l)[-’'])?(?:(?!\d+[AP]M\b)\d{{1,2}})?[a-z]?[{UPPER}][^\W_]*"
    r"(?:[-.’'&/][^\W_]+)*\.?|@\w+)"
)
# A hard-wrapped line may end inside a name; bounded, so that long blanks cost linear time.
_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,8})"
_LINK = r"(?:(?:of|for|on|at|in|and|the|to|&)\s)"  # inside the names of bodies
_NICKNAME = r"(?:[\"'“‘][^\"'“”‘’()\n]{1,20}[\"'”’]\s)"
_FOLLOWING = rf"(?:{_LINK}{{0,2}}|{_NICKNAME}){PARTICLE}?{_CAPITALISED}|\d{{1,4}}\b(?!:\d)"
MAX_RUN_WORDS = 30  # longer runs are lists, or no English
_RUN = re.compile(rf"{_CAPITALISED}(?:['’]?{_SPACE}(?:{_FOLLOWING})){{0,{MAX_RUN_WORDS}}}")
_NICKNAMES = re.compile(rf"(?<=\s){_NICKNAME}")
_WORD = re.compile(r"\S+")
_DAY_BEFORE = re.compile(r"(?<!\S)[0-3]?\d(?:st|nd|rd|th)?\s$")  # "4 June"
_DAY_OR_YEAR_AFTER = re.compile(r"\.?\s\d{1,4}(?:st|nd|rd|th)?(?![\w-]|[^\S\n][A-Z])")
_COMPOUND = re.compile(r".+-([a-z]+ed|born|held|led|run|[a-z]+ing)")  # if that is an English word
_BEFORE_CHARS = 6  # of the day before a month

PAPER_DAY = "sunday"  # in names of papers: "the Mail on Sunday"
POSSESSIVES = ("'s", "’s", "'S", "’S")  # endings that are not part of a name
_CACHE_SIZE = 1 << 11  # words


class Word(NamedTuple):
    """A word of a run; offsets are code points from 0, the end exclusive."""

    start: int
    end: int
    text: str
    key: str  # in lower case, without a full stop or a possessive ending
    is_small: bool  # a small word or a figure, which stand inside names only
    is_possessive: bool  # ends in "'s" or an apostrophe


Run = list[Word]


def capitalised_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of the sentence of ``text`` from ``start`` to ``end``, in order.

    Without words alone that mostly open sentences ("The", "However"), unless they are in capitals
    ("WHO"), and without dates; a day of the week stands beside other words ("Sunday Times").
    """
    for match in _RUN.finditer(text, start, end):
        if match.group().lower() in openers() and not is_acronym(match.group()):
            continue
        run: Run = []
        for found in _words(text, match):
            shown = found.group()
            lower, is_small, is_possessive = _form(shown)
            on_a_day = _is_day_after_on(run, lower)
            if on_a_day:
                run.pop()
            if (
                on_a_day
                or lower in name_words("outside")
                or ("-" in shown and _is_compound(shown))
                or (_is_month(text, found, lower) and all(word.key in openers() for word in run))
            ):
                if may_name(run):
                    yield run
                run = []
            elif run or not is_small:
                run.append(Word(found.start(), found.end(), shown, lower, is_small, is_possessive))
        if may_name(run):
            yield run


def _words(text: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """The words of a run but for a nickname, which is shown in a name and no part of its key."""
    nicknames = SortedSpans(
        Span(*found.span()) for found in _NICKNAMES.finditer(text, *match.span())
    )
    return (
        word for word in _WORD.finditer(text, *match.span()) if not nicknames.covers(word.start())
    )


def _is_compound(shown: str) -> bool:
    """Whether ``shown`` describes what is named after it.

    >>> _is_compound("UK-based"), _is_compound("Ka-shing"), _is_compound("Coca-Cola")
    (True, False, False)
    """
    compound = _COMPOUND.fullmatch(shown)
    return compound is not None and compound[1] in lower_case_words()


def is_acronym(shown: str) -> bool:
    """Whether ``shown`` is several letters, all of them capitals."""
    return len(shown) > 1 and shown.isalpha() and shown.isupper()


def may_name(run: Run) -> bool:
    """Whether a word of ``run`` may be one of a name: not a day alone, "On Sunday"."""
    days = name_words("weekday")
    if not any(word.key in days for word in run):
        return bool(run)
    return not all(word.is_small or word.key in days or word.key in openers() for word in run)


def _is_day_after_on(run: Run, lower: str) -> bool:
    """Whether the word ``lower`` after ``run`` says when: "the Trade Department on Friday"."""
    is_day = lower in name_words("weekday") and lower != PAPER_DAY
    return is_day and bool(run) and run[-1].text == "on"


def _is_month(text: str, found: re.Match[str], lower: str) -> bool:
    """Whether the word ``found`` is the month of a date: "June 4", not "June Carter"."""
    if lower not in name_words("month"):
        return False
    end = found.end() - found.group().endswith(".")
    before = text[max(found.start() - _BEFORE_CHARS, 0) : found.start()]
    return bool(_DAY_OR_YEAR_AFTER.match(text, end) or _DAY_BEFORE.search(before))


@lru_cache(_CACHE_SIZE)
def _form(shown: str) -> tuple[str, bool, bool]:
    """The key of the word ``shown``, whether it is small, and whether it is possessive."""
    is_small = (shown.islower() and shown[0] != "@") or shown.isdigit()
    return key(shown), is_small, shown.endswith(POSSESSIVES) or shown[-1] in "'’"


@lru_cache(_CACHE_SIZE)
def key(shown: str) -> str:
    """``shown`` in lower case, without accents, a full stop or a possessive ending.

    >>> key("Ray’s"), key("Jr."), key("U.S."), key("Müller")
    ('ray', 'jr', 'u.s', 'muller')
    """
    lower = unaccented(shown.lower()).replace("’", "'")
    return lower.removesuffix("'s").rstrip(".'") or lower


def segments(run: Run) -> list[tuple[int, int]]:
    """The parts of ``run`` between small words and possessive endings: first and end indexes."""
    found: list[tuple[int, int]] = []
    start = 0
    for i, word in enumerate(run):
        if word.is_small:
            found.append((start, i))
            start = i + 1
        elif word.is_possessive:
            found.append((start, i + 1))
            start = i + 1
    found.append((start, len(run)))
    return [(s, e) for s, e in found if s < e]
