"""Whether a sentence ends at a period, question mark, exclamation mark or ellipsis.

Punkt answers for abbreviations that may end a sentence. What it has no eye for is answered here:
quotation marks and who speaks after them, initials, figures, ellipses, missing spaces.
"""

import re
from functools import cache
from typing import NamedTuple

from newsbrief.text.packaged import sections

from .punkt import ends, model

END = re.compile(
    r"""
    (?P<mark> \.(?:[ \xa0]\.){2,}+ | [.!?…]++ )
    (?P<close>
        ["'”’“‘»›«)\]}]*+
        (?: [ \xa0\u202f]+[»”](?=\s|$) )?   # French sets a space before »
        (?: \[\d{1,3}\] )*+                 # a reference mark
        (?: \ ?[:;]-?[)(](?=\s|$) )?        # :-)
    )
    (?= (?P<gap>\s*+) (?P<open>(?:["'“‘„«‹»›`(\[{¿¡*_][ \xa0\u202f]?)*+) (?P<next>\S{1,24}+)? )
    """,
    re.VERBOSE,
)
"""A place where a sentence may end: its mark, what closes after it, what opens the next."""

_OPENING = "\"'“‘„«‹»›`([{¿¡*_•⁃·–—-"
_STOPS = ".,;:!?—–-"
_DASHES = ("-", "–", "—")
_QUOTES = frozenset("\"'”’“‘»›«")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LOOKBACK = 40  # characters; what is longer is no abbreviation
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])\Z")
_SPACE_LOST = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+|I|A)(?:[’'][a-z]+)?(?![\w@/.-])")
_FOUR_DOTS = 4
_JOINTS = re.compile(r"(?<=[^\W\d_]{2})[.-]+")
_LONG = 5  # letters; a longer word is seldom an abbreviation
_ADVERBIAL = 3  # words
_ORDINAL = 2  # digits of an ordinal at most
_TAG = 8  # words among which a speaker's "asked" must come


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(" ".join(sections("boundaries.txt")[section]).split())


class _Place(NamedTuple):
    """What stands on both sides of a mark."""

    text: str
    begin: int  # of the sentence
    at: int  # of the mark
    end: int  # of what closes after it
    word: str  # before the mark, "" where white space is
    mark: str
    close: str
    open: str
    following: str


def boundary(text: str, begin: int, match: re.Match[str]) -> int:
    """Where the sentence from ``begin`` ends if it does at ``match`` of ``END``, else 0."""
    mark, close, gap, opening, following = match.groups()
    if following is None and not opening:
        return 0
    at = match.start()
    head = text[max(begin, at - _LOOKBACK) : at]
    word = "" if not head or head[-1].isspace() else head.rsplit(None, 1)[-1].lstrip(_OPENING)
    if mark == "." and gap and not close and following and following[0].isupper():
        plain = len(word) > 1 and word.isalpha()
        if plain and model().abbreviations.isdisjoint((word, word.lower())):
            return match.end()  # nine of ten, and Punkt would say the same
    place = _Place(text, begin, at, match.end(), word, mark, close, opening, following or "")
    if not gap:
        return _without_space(place)
    if mark == ".":
        return place.end * _at_period(place)
    return place.end * _at_question(place) if mark[-1] in "?!" else _at_ellipsis(place)


def _at_period(place: _Place) -> bool:
    """Whether a single period with white space after it ends the sentence."""
    following = place.following
    if following[:1].islower():
        return _begins_small(place)
    if _LIST_NUMBER.match(place.text, place.begin, place.at):
        return False
    if place.close:
        return following[:1] not in _DASHES
    if place.word.isdigit():
        ordinal = len(place.word) <= _ORDINAL and _first(following) in model().groups["ordinal"]
        return not ordinal
    return _after_abbreviation(place)


def _after_abbreviation(place: _Place) -> bool:
    """Whether the sentence ends although its last word may be an abbreviation, or an initial."""
    word, following = place.word, place.following
    groups, spellings = model().groups, {word, word.lower(), _last_part(word)}
    if following[:1].isdigit() and groups["number"] & spellings:
        return False
    if groups["title"] & spellings:
        return not _QUOTES.isdisjoint(place.open)
    if groups["place"] & spellings:
        return _opens(following)
    if groups["general"] & spellings or model().abbreviations - groups["number"] & spellings:
        return _starts_anew(place) or _opens(following) or ends(f"{word}.", following)
    if word == "I":
        return ends("I.", following)
    return not _INITIALS.fullmatch(word) or _opens(following)


def _starts_anew(place: _Place) -> bool:
    """Whether "I" or a courtesy title follows more than an adverbial: "At 5 a.m. Mr. Roe"."""
    said = place.text.count(" ", place.begin, place.at)
    return place.following.rstrip(".") in _words("subject") and said > _ADVERBIAL


def _last_part(word: str) -> str:
    """What an abbreviation written together ends in: "Lt.Gen", "Maj-Gen"."""
    return _JOINTS.split(word)[-1].lower()


def _first(following: str) -> str:
    """The word with which ``following`` starts, small, or ""."""
    match = _LETTERS.match(following)
    return match[0].lower() if match else ""


def _opens(following: str) -> bool:
    return _first(following) in model().openers


def _begins_small(place: _Place) -> bool:
    """Whether a writer who shuns capitals begins a sentence: no brand, no unknown abbreviation."""
    word, first, small = place.word.lower(), _first(place.following), model().small
    if place.text[place.begin].isupper():
        return False
    if place.close or len(word) < 2 or word in model().abbreviations:  # noqa: PLR2004
        return False
    known = word in small or (len(word) > _LONG and word.isalpha())
    return known and (first in small or first == "i")


def _at_question(place: _Place) -> bool:
    """Whether a question or exclamation mark with white space after it ends the sentence."""
    if place.following[:1].islower():
        tag = place.close or _first(place.following) in _words("spoke")
        return place.word[:1].islower() and not tag
    return _QUOTES.isdisjoint(place.close) or not _speaks(place)


def _speaks(place: _Place) -> bool:
    """Whether what follows a quotation is who spoke: "Royce asked.", "Dr. Ann Lee wrote in"."""
    words = place.text[place.end : place.end + 100].split()[:_TAG]
    if not words or _opens(words[0]):
        return False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        verb = word.rstrip(_STOPS)
        if verb in _words("spoke"):
            adverb = after.rstrip(_STOPS)
            goes_on = adverb in _words("tag") or adverb.endswith("ly") or after[:1].isupper()
            return verb != word or goes_on
        if not (word[:1].isupper() or word in _words("particle")):
            return False
    return False


def _at_ellipsis(place: _Place) -> int:
    """Where a sentence ends that trails off, else 0."""
    following, mark = place.following, place.mark
    if not following or following[0].islower() or "(" in place.open:
        return 0
    if not _QUOTES.isdisjoint(place.close):
        return place.end
    dots = mark.count(".") + 3 * mark.count("…")
    if " " in mark or "\xa0" in mark:  # three dots, or a period and three (Chicago manual)
        ended = place.at + 1 if place.word else place.end
        return ended if dots >= _FOUR_DOTS else 0
    if dots >= _FOUR_DOTS:
        return place.end
    return place.end * ends("...", following)


def _without_space(place: _Place) -> int:
    """Where a sentence ends whose successor follows without a space, "ended.The next", else 0."""
    word, mark, close = place.word, place.mark, place.close
    if mark[0] == "…" or mark.startswith("..") or close[:1] in ("'", "’"):
        return 0
    if not (word.isalpha() and len(word) > 1 and word[-2:].islower()):
        return 0
    if word == "www" or not model().groups["title"].isdisjoint((word, word.lower())):
        return 0
    match = _SPACE_LOST.match(place.following)
    if not match or match[0] in _words("domain") or (mark == "!" and word[0].isupper()):
        return 0
    opens = close[:1] in ("“", "‘", "«") or (
        '"' in close and place.text.count('"', place.begin, place.end) % 2
    )
    return place.end - len(close) if opens else place.end
