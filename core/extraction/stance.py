"""What a source makes of its own claim: stands behind it, denies it, leaves it open or wants it.

"Said", "denied", "asked whether" and "demanded" link a source to the same words, and to opposite
meanings; the cue tells which (Saurí and Pustejovsky, "FactBank: a corpus annotated with event
factuality", 2009).
"""

import re
from enum import StrEnum
from functools import cache

from newsbrief.attribution import Attribution, Kind, QuoteType
from newsbrief.text.packaged import sections
from newsbrief.text.quotation_marks import DOUBLE_MARKS

_MAX_WORDS_BEFORE = 1  # a pronoun
_OPEN_CLAIM = re.compile(rf"\W*whether\b|.*\?[\s{DOUBLE_MARKS}'’]*$", re.IGNORECASE | re.DOTALL)
_REQUESTED = re.compile(
    r"\W*(?!(?:how|what|when|where|which|who|why|if)\b)(?:[\w'’-]+\s+){0,8}?to\s+\w", re.IGNORECASE
)


class Stance(StrEnum):
    """What a source makes of its claim."""

    HOLDS = "holds"  # says, thinks, reports that it is so
    DENIES = "denies"  # or doubts it
    OPEN = "open"  # asks, hopes, fears, does not say
    WANTS = "wants"  # demands, urges, calls for it


def stance(fact: Attribution) -> Stance:
    """What the source of ``fact`` makes of its claim."""
    cue = fact.cue.text if fact.cue else ""
    return stance_of(cue, fact.kind, fact.claim.text, fact.quote, negated=fact.negated)


def stance_of(cue: str, kind: str, claim: str, quote: str = "", *, negated: bool) -> Stance:
    """What a source that does what ``cue`` says with ``claim`` makes of it.

    The words of the cue tell it, as too few denials have that kind; what is quoted whole is what a
    denial says. ``negated``: it does not do it.

    >>> stance_of("denied", "statement", "it was late", negated=False)
    <Stance.DENIES: 'denies'>
    >>> stance_of("has no doubt", "belief", "it was late", negated=False)
    <Stance.HOLDS: 'holds'>
    >>> stance_of("did not rule out", "statement", "a strike", negated=True)
    <Stance.OPEN: 'open'>
    """
    if _OPEN_CLAIM.match(claim) or _opens_with_word_of(_HEADINGS[Stance.OPEN], claim):
        return Stance.OPEN
    headings = _HEADINGS.items()
    found = next((each for each, heading in headings if _has_word_of(heading, cue)), Stance.HOLDS)
    if found is Stance.DENIES and quote == QuoteType.DIRECT:
        return Stance.HOLDS
    if found is Stance.OPEN and _has_word_of("asks", cue) and _REQUESTED.match(claim):
        found = Stance.WANTS
    if not negated:
        return found
    disbelieves = (found, kind) == (Stance.HOLDS, Kind.BELIEF) and not _has_word_of("knows", cue)
    return Stance.DENIES if disbelieves else Stance.OPEN


_HEADINGS = {Stance.DENIES: "denies", Stance.OPEN: "leaves open", Stance.WANTS: "wants"}


def _has_word_of(heading: str, cue: str) -> bool:
    """Whether ``cue`` has a word under the heading that no word before it takes back."""
    return any(not match["taken_back"] for match in _pattern(heading).finditer(cue))


def _opens_with_word_of(heading: str, claim: str) -> bool:
    """Whether a word under the heading is among the first of ``claim``: "I hope he stays"."""
    found = _pattern(heading).search(claim)
    return bool(found and len(claim[: found.start()].split()) <= _MAX_WORDS_BEFORE)


@cache
def _pattern(heading: str) -> re.Pattern[str]:
    found, takes_back = map(_alternatives, (heading, "takes back"))
    return re.compile(
        rf"(?<!\w)(?P<taken_back>(?:{takes_back})\s+)?(?:{found})(?!\w)", re.IGNORECASE
    )


def _alternatives(heading: str) -> str:
    """The phrases under a heading as alternatives of a pattern."""
    phrases = ",".join(sections("stances.txt")[heading]).split(",")
    return "|".join(re.escape(phrase.strip()) for phrase in phrases if phrase.strip())
