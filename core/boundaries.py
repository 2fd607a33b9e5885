"""Whether a sentence ends at a period, question mark, exclamation mark or ellipsis.

Punkt answers for abbreviations that may end a sentence. What it has no eye for is answered here:
quotation marks and who speaks after them, initials, figures, ellipses, missing spaces.
"""

import re
from typing import NamedTuple

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
_DASHES = ("-", "–", "—")
_QUOTES = frozenset("\"'”’“‘»›«")
_LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LOOKBACK = 40  # characters; what is longer is no abbreviation
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])\Z")
_SPACE_LOST = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+|I|A)(?:[’'][a-z]+)?(?![\w@/.])")
_DOMAINS = frozenset(("Com", "Org", "Net", "Gov", "Edu", "Co", "Uk", "Html", "Js", "Io", "Tv"))
_FOUR_DOTS = 4
_LONG = 5  # letters; a longer word is seldom an abbreviation
_ORDINAL = 2  # digits

_SPOKE = frozenset(
    "added adds argued asked asks began begged called continued cried cries declared demanded "
    "demands exclaimed exclaims inquired insisted joked mused observed queried quipped recalled "
    "remarked replied replies responded responds said says screamed screams shouted shouts "
    "snapped tells told tweeted whispered wondered wonders wrote writes yelled yells".split()
)
_AFTER_SPEAKING = frozenset(
    "after as at before by during from her him in me of on reporters the them then to us via "
    "when while with".split()
)
_PARTICLES = frozenset("al and bin da de del den der di la of the van von".split())
_TAG = 8  # words among which a speaker's "asked" must come


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
        if plain and not model().abbreviations & {word, word.lower()}:
            return match.end()  # nine of ten, and Punkt would say the same
    place = _Place(text, begin, at, match.end(), word, mark, close, opening, following or "")
    if not gap:
        return _without_space(place)
    if mark == ".":
        return place.end if _at_period(place) else 0
    if mark[-1] in "?!":
        return place.end if _at_question(place) else 0
    return _at_ellipsis(place)


def _at_period(place: _Place) -> bool:
    word, following = place.word, place.following
    groups = model().groups
    either = {word, word.lower()}
    if following[:1].islower():
        return not (place.close or model().abbreviations & either) and _begins_small(place)
    if _LIST_NUMBER.match(place.text, place.begin, place.at):
        return False
    if place.close:
        return following[:1] not in _DASHES
    if following[:1].isdigit() and groups["number"] & either:
        return False
    if word.isdigit():
        return len(word) > _ORDINAL or _first(following) not in groups["ordinal"]
    if groups["title"] & either:
        return not _QUOTES.isdisjoint(place.open)
    if groups["place"] & either:
        return _opens(following)
    if model().abbreviations & either - groups["number"] or groups["general"] & either:
        return _opens(following) or following == "I" or ends(f"{word}.", following)
    if word == "I":
        return ends("I.", following)
    return not _INITIALS.fullmatch(word) or _opens(following)


def _first(following: str) -> str:
    """The word with which ``following`` starts, small, or ""."""
    match = _LETTERS.match(following)
    return match[0].lower() if match else ""


def _opens(following: str) -> bool:
    return _first(following) in model().openers


def _begins_small(place: _Place) -> bool:
    """Whether a writer who shuns capitals begins a sentence: no brand, no unknown abbreviation."""
    small = model().small
    word, first = place.word.lower(), _first(place.following)
    known = word in small or (len(word) > _LONG and word.isalpha())
    return known and len(word) > 1 and (first in small or first == "i")


def _at_question(place: _Place) -> bool:
    if place.following[:1].islower():
        if place.close:
            return False
        return place.word[:1].islower() and _first(place.following) not in _SPOKE
    return _QUOTES.isdisjoint(place.close) or not _speaks(place)


def _speaks(place: _Place) -> bool:
    """Whether what follows a quotation is who spoke: "Royce asked.", "Dr. Ann Lee wrote in"."""
    words = place.text[place.end : place.end + 100].split()[:_TAG]
    if not words or _opens(words[0]):
        return False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        verb = word.rstrip(".,;:!?—–-")
        if verb in _SPOKE:
            return (
                verb != word
                or after in _AFTER_SPEAKING
                or after.endswith("ly")
                or after[:1].isupper()
            )
        if not (word[:1].isupper() or word in _PARTICLES):
            return False
    return False


def _at_ellipsis(place: _Place) -> int:
    following, mark = place.following, place.mark
    if not following or following[0].islower() or "(" in place.open:
        return 0
    if not _QUOTES.isdisjoint(place.close):
        return place.end
    dots = mark.count(".")
    if " " in mark or "\xa0" in mark:  # the Chicago manual's three dots, or a period and three
        if dots < _FOUR_DOTS:
            return 0
        return place.at + 1 if place.word else place.end
    if dots >= _FOUR_DOTS:
        return place.end
    if place.close:
        return place.end if _opens(following) else 0
    return place.end if ends("...", following) else 0


def _without_space(place: _Place) -> int:
    """The end of a sentence whose successor follows without a space: "ended.The next"."""
    word, mark, close = place.word, place.mark, place.close
    if mark[0] == "…" or mark.startswith(".."):
        return 0
    if len(word) < 2 or not word.isalpha() or not word[-2:].islower():  # noqa: PLR2004
        return 0
    match = _SPACE_LOST.match(place.following)
    if not match or match[0] in _DOMAINS or (mark == "!" and word[0].isupper()):
        return 0
    before = place.end - len(close)
    if close[:1] in ("“", "‘", "«"):
        return before
    if '"' in close and place.text.count('"', place.begin, place.end) % 2:
        return before
    return 0 if close[:1] in ("'", "’") else place.end
