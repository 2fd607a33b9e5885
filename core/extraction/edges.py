"""Where the parts of an attribution end: without the marks and words that only join them."""

import re

from newsbrief.reading.lexicon import lower_case_words
from newsbrief.spans import Span
from newsbrief.text.bullets import without_bullet
from newsbrief.text.gazetteer import first_names

from .linking import Link

_PAUSES = " \t\r\n\xa0,;"
_SEPARATORS = _PAUSES + ":–—-"
_OPENED = re.compile(r"(?<=\w),?\s+[\"'“‘«]$")  # a quotation that begins behind a source
# With these words something more is said of a source. In 1,200 articles of readers/train 128 of
# 12,507 sources ended in one; of the 128 that readers mark there 31 do.
_RELATIVE = re.compile(r"(?<=[\w'’])[\s,–—-]+(?:who|which|that)$")
# "She's | said to": of 102 sources of readers/train that are a pronoun with a verb in one word
# 99 end before the verb.
_CONTRACTED = re.compile(
    r"(?:he|she|it|they|we|i|you|who)(?=['’](?:s|ve|re|m|d|ll)\Z)", re.IGNORECASE
)
# When and how it was said: "the Tories | on Monday", "Emma Kelly | cheerfully". Of 30,000 sources
# found in articles of readers/train 33 are better without it and two worse, where no clause of
# theirs may end in it ("a poll released on Monday") and it is no paper. "The trade weekly" and "the
# elderly" end in a noun.
_CIRCUMSTANCE = re.compile(
    r"(?<=[\w).’'])(?:,?(?:\s(?:on|earlier|late|early|last)){0,2}"
    r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|\s(?!(?:week|month|quarter|elder|order)ly)(?P<adjective>[a-z]+)ly)$"
)
_CLAUSE = re.compile(
    r"\b(?:who|which|that|whose|[a-z]+ed|sent|met|held|out|to|since|in|written|taken)\b|n['’]t\b"
)
_PAPER = re.compile(r"[Tt]he [A-Z]\w+ on Sunday")
# What goes on after a relative clause in commas: "which he says he built, | was searched". Of 266
# claims in such clauses that readers mark one has that, of 137 found in the same articles five
# that run on.
_IN_RELATIVE = re.compile(r",\s(?:which|who|whom)\s$")
_MAX_RELATIVE_CHARS = 12  # of a relative pronoun, with what is before and after it
_MAIN_VERB = re.compile(
    r", (?:and )?(?:was|were|is|are|has|had|have|will|would|could|may|might|can|did|does|do"
    r"|took|looked|said|told|made|went|came|[a-z]+ed)\b"
)
# Words that lead on to what is no part of a claim. In 700 articles 20 of 5,419 claims ended in one;
# of those that readers mark 1 in 1,200 does.
_GOING_ON = re.compile(
    r"[\s,;–—-]+(?:(?:for|in|of|to) )?(?:and|because|but|or|which|while|who)$", re.IGNORECASE
)
_MAX_GOING_ON_CHARS = 24
# "Said that | was untrue": of 12 claims in 2,362 articles that begin so behind "that" it is the
# subject of 11, and all 20 of readers/train have it.
_THAT = re.compile(r"\bthat\s", re.IGNORECASE)
_WITHOUT_SUBJECT = re.compile(  # "that had the council known" has one
    r"(?:is|was|are|has|will|would|can|could|may|might|(?:had|were)(?=\s(?:been|nothing|no|not)\b))\s"
)
_THAT_CHARS = len("that ")
_LAST_LETTERS = frozenset("dehortDEHORT")  # of these words


def without_joints(text: str, link: Link) -> Link:
    """``link`` without what joins its parts: "Ann Lee, the mayor, | said it rained, | but"."""
    source = tuple(
        [_without_what_follows(text, without_bullet(text, span)) for span in link.source]
    )
    *parts, last = [
        _without_marks(text, without_bullet(text, span), _PAUSES) for span in link.content
    ]
    last = _without_main_clause(text, source, last)
    if parts:
        parts[0] = _with_that(text, parts[0])
    else:
        last = _with_that(text, last)
    content = (*parts, without_conjunction(text, last))
    if source == link.source and content == link.content:
        return link
    return link._replace(source=source, content=content)


def without_conjunction(text: str, claim: Span) -> Span:
    """``claim`` without a conjunction or a relative pronoun at its end, if anything is left.

    >>> without_conjunction("it rained, and", Span(0, 14)), without_conjunction("but", Span(0, 3))
    (Span(start=0, end=9), Span(start=0, end=3))
    """
    if text[claim.end - 1] not in _LAST_LETTERS:
        return claim
    start = max(claim.start, claim.end - _MAX_GOING_ON_CHARS)
    going_on = _GOING_ON.search(text[start : claim.end])
    if not going_on or start + going_on.start() == claim.start:
        return claim
    return Span(claim.start, start + going_on.start())


def _with_that(text: str, claim: Span) -> Span:
    """``claim`` with the "that" before it, where that is the subject of its verb."""
    start = claim.start - _THAT_CHARS
    if not _WITHOUT_SUBJECT.match(text, claim.start) or not _THAT.match(
        text, max(start, 0), claim.start
    ):
        return claim
    return Span(start, claim.end)


def told(text: str, span: Span | None) -> Span | None:
    """A role or a reason without the marks around it: "Lee | ’ | father | , | said"."""
    if span is None:
        return None
    shown = text[span.start : span.end].lstrip(_SEPARATORS + "'’")
    start = span.end - len(shown)
    return _without_marks(text, Span(start, span.end), _SEPARATORS) if shown else None


def _without_main_clause(text: str, source: tuple[Span, ...], claim: Span) -> Span:
    """``claim`` without the main clause behind a relative one in which it stands.

    Something is left of it.
    """
    start = source[0].start if source else 0
    if start >= claim.start or not _IN_RELATIVE.search(
        text, max(start - _MAX_RELATIVE_CHARS, 0), start
    ):
        return claim
    going_on = _MAIN_VERB.search(text, claim.start + 1, claim.end)
    return Span(claim.start, going_on.start()) if going_on else claim


def _without_what_follows(text: str, source: Span) -> Span:
    """``source`` without marks, a relative pronoun, or that which opens a quotation at its end."""
    shown = _without_marks(text, source, _SEPARATORS)
    words = text[shown.start : shown.end]
    if pronoun := _CONTRACTED.match(words):
        return Span(shown.start, shown.start + pronoun.end())
    after = _OPENED.search(words) or _RELATIVE.search(words) or _circumstance(text, words)
    return Span(shown.start, shown.start + after.start()) if after else shown


def _circumstance(text: str, source: str) -> re.Match[str] | None:
    """When or how it was said, at the end of the words ``source`` of ``text``; None if it is not.

    A name that comes twice is one, "Sheffield Wednesday", and so is one behind a first name.
    """
    found = _CIRCUMSTANCE.search(source)
    if not found or _CLAUSE.search(source, 0, found.start()) or _PAPER.fullmatch(source):
        return None
    if found["adjective"]:
        return found if found["adjective"] in lower_case_words() else None
    said = found[0].strip(" ,").split()
    if not said[0][0].isupper():
        return found
    before = source[: found.start()].rsplit(maxsplit=1)[-1]
    may_be_name = len(said) == 1 and before.lower() in first_names()
    comes_twice = text.count(f"{before} {said[0]}") > 1
    return None if may_be_name or comes_twice else found


def _without_marks(text: str, span: Span, marks: str) -> Span:
    """``span`` without ``marks`` at its end, if anything is left."""
    shown = text[span.start : span.end].rstrip(marks)
    return Span(span.start, span.start + len(shown)) if shown else span
