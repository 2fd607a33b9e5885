"""Rules: attributions that a few fixed phrases give away, whatever the tagger makes of them.

"according to X", "as per a memo", "as noted by X", "X accused Y of", "X's report found that", "X
submitted that", "X's claim that", and claims that nobody stands for: "is thought to", "it is said
that", "reportedly". A rule looks at one sentence and takes whole clauses. It gives way to a tagger
that is surer of the cue.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span, trim
from newsbrief.text.packaged import sections

from . import clauses
from .linking import Link
from .word_lists import any_of, be_pattern, hedges

LONGEST_SENTENCE = 1_500  # characters; a longer one is no prose, and would cost its square
SHORT = 4  # words before "according to" in mid-sentence that are no claim by themselves
JUDGED = 0.95  # surer than the tagger, which takes "is disputed" into the claim
TAKEN = 0.3  # share of a claim that other attributions may have before a rule keeps off it

_OPENING = re.compile(r"\s*(?:(?:But|And|So|Yet|Meanwhile,?|However,?|Still,?|Also,?)\s+)?")
_CONJUNCTION = re.compile(
    r"\s*(?:and|but|or|while|although|though|who|which|whose|when|where|after|as|with)\b"
)
_OWNER = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s)?(?:\b[A-Z][\w.-]*\s)*\b[\w.-]+$"
)
_OWNER_REACH = 80  # characters
_WHO = re.compile(r"\bwho\b(?=(?:\s(?:has|have|had|also|long|never|\w{2,12}ly)){0,3}\s$)")


class Clue(NamedTuple):
    """A cue that a rule knows, in a sentence that begins at ``start`` and whose words end."""

    text: str
    start: int
    cue: Span
    end: int

    @property
    def rest(self) -> Span:
        """What follows the cue in its clause."""
        return trim(self.text, self.cue.end, clauses.clause_end(self.text, self.cue.end, self.end))


class _LinkPart(NamedTuple):
    """A span of a link, and the index of that link."""

    start: int
    end: int
    link: int


class Rule(NamedTuple):
    """What makes an attribution of a clue, if anything, and how likely that one is to be right."""

    link: Callable[[Clue], Link | None]
    confidence: float
    nests: bool = False  # another claim may hold it, or be held: "X denied Y's claim that ..."


def with_rules(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links``, which are in order, and the attributions that the rules find in ``article``.

    Of two that share a cue the likelier stands. Not sorted.
    """
    kept = dict(enumerate(links))
    cues = SortedSpans(
        _LinkPart(*span, i) for i, link in kept.items() for span in (*link.source, *link.cue)
    )
    claims = SortedSpans(_LinkPart(*span, i) for i, link in kept.items() for span in link.content)
    found = []
    for clue, rule in _clues(article):
        link = rule.link(clue)
        if link is None or not link.content:
            continue
        chance = link.confidence or rule.confidence
        rivals = {part.link for part in cues.overlapping(*clue.cue)}
        if any(links[i].confidence >= chance for i in rivals):
            continue
        size = sum(piece.end - piece.start for piece in link.content)
        taken = sum(
            min(part.end, piece.end) - max(part.start, piece.start)
            for piece in link.content
            for part in claims.overlapping(*piece)
            if part.link in kept and part.link not in rivals
        )
        if rule.nests or taken <= TAKEN * size:
            found.append(link._replace(confidence=chance))
            for i in rivals:
                kept.pop(i, None)
    return [*kept.values(), *found]


def _clues(article: Article) -> Iterator[tuple[Clue, Rule]]:
    """The cues that a rule knows, in order, and their rules."""
    # In lower case, one letter for one: a pattern that ignores case takes three times as long.
    for match in _cues().finditer(article.text.replace("İ", "i").lower()):
        name = match.lastgroup or ""
        cue = Span(*match.span(name))
        if name == "according" and article.text.startswith("per", cue.start):
            continue  # "sixty per the week"
        sentence = article.sentences[article.sentence_at(cue.start)]
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        end = clauses.body_end(article.text, sentence.start, sentence.end)
        if cue.end <= end:
            yield Clue(article.text, sentence.start, cue, end), RULES[name]


@cache
def _cues() -> re.Pattern[str]:
    """The words that the rules start from, as one pattern; its groups are named as the rules."""
    words = {name: "|".join(map(re.escape, lines)) for name, lines in _words().items()}
    per = rf"per(?=\s(?:an?|the)\s(?!(?:{words['standing']})\b))"
    be = rf"{be_pattern()}(?:\s(?:now|also|still|\w{{2,12}}ly))?"
    participles = any_of(hedges("hearsay participle", "rumor"))
    return re.compile(
        rf"\b(?:(?P<according>according\s+to|(?:as\s)?{per})\b(?!\s(?:{words['manner']})\b)"
        rf"|(?P<as_by>as(?:\s\w{{2,12}}ly)?\s(?:{words['reporting']})\s(?:\w{{2,12}}ly\s)?by)\b"
        rf"|(?P<impersonal>it\s{be}\s(?:{participles})(?=,|\s(?!(?:to|by|with|in|at|on|for|of)\b)\w))"
        rf"|(?P<passive>{be}\s(?:{participles}))\sto\s(?:have|be)\b"
        rf"|(?P<thought>{be}\sthought)\sto\s(?!the\b|an?\b)\w"
        rf"|(?P<adverb>{any_of(hedges('hearsay adverb'))})\b"
        rf"|(?P<accuse>{words['accusing']})\s(?!of\b|by\b)"
        rf"|(?P<finding>{words['finding']})\s(?=(?:{words['subjects']})\b|\d)"
        rf"|(?P<stating>{words['stating']})\s(?=that\s(?!(?:{words['times']})\b)))"
        rf"|['’]s?\s(?P<noun>{words['claims']})\sthat\b"
    )


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return sections("rule_words.txt")


@cache
def _judgement() -> re.Pattern[str]:
    return re.compile(
        rf"\s{be_pattern()}\s(?:\w+ly\s)?(?:absurd|baseless|challenged|contested|dismissed|disputed"
        r"|doubted|false|misleading|mocked|nonsense|questioned|rejected|untrue|wrong)\b"
    )


@cache
def _verdict() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{be_pattern()}|comes|came|drew)\b")


@cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['documents'])})\b", re.IGNORECASE)


def _phrase(clue: Clue) -> Link | None:
    """A phrase that names the source of the sentence it stands in: at its head, end or middle."""
    text, start, cue, end = clue
    opening = _OPENING.match(text, start, cue.start)
    begin = opening.end() if opening else start
    at_head = begin == cue.start
    source = clauses.source_after(text, cue.end, end, at_head=at_head)
    if source is None:
        return None
    before = trim(text, max(begin, text.rfind(";", begin, cue.start) + 1), cue.start)
    after = trim(text, source.end + 1, end)
    if text[source.end : after.start].strip() != "," or (
        not at_head and _CONJUNCTION.match(text, after.start)
    ):
        after = Span(end, end)
    link = _link((source,), cue, clauses.unpunctuated(text, before), after)
    # "The fire, according to the chief, began in a toaster": what is so short is no claim yet.
    around = len(link.content) > 1 and text.count(" ", *before) < SHORT
    return link._replace(confidence=0.9) if around else link


def _impersonal(clue: Clue) -> Link | None:
    """The claim of "it is believed that ..."."""
    return _link((), clue.cue, clue.rest)


def _passive(clue: Clue) -> Link | None:
    """The claim of "X is thought to have ..."."""
    subject = clauses.subject_before(clue.text, clue.start, clue.cue.start)
    return _link((), clue.cue, *([subject] if subject else []), clue.rest)


def _adverb(clue: Clue) -> Link | None:
    """A clause with "reportedly" in it."""
    text, start, cue, _ = clue
    before = trim(text, clauses.clause_start(text, start, cue.start), cue.start)
    after = clue.rest
    if text.startswith(",", after.start):
        after = trim(text, after.start + 1, after.end)
    return _link((), cue, before, after)


def _accuse(clue: Clue) -> Link | None:
    """The charge of "X accused Y of ..."."""
    source = clauses.subject_before(clue.text, clue.start, clue.cue.start)
    charge = clue.rest
    if source is None or " of " not in clue.text[charge.start : charge.end]:
        return None
    return _link((source,), clue.cue, charge)


def _finding(clue: Clue) -> Link | None:
    """What a document says: "X's report found that ..."."""
    source = clauses.subject_before(clue.text, clue.start, clue.cue.start)
    if source is None or not _document().search(clue.text, source.start, source.end):
        return None
    return _link((source,), clue.cue, clue.rest)


def _stating(clue: Clue) -> Link | None:
    """What follows a verb and "that": "counsel submitted that ...", "who had argued that ...,"."""
    text, start, cue, _ = clue
    claim = clue.rest
    who = _WHO.search(text, start, cue.start)
    if who:
        comma = text.find(",", *claim)
        return _link((Span(*who.span()),), cue, claim if comma < 0 else Span(claim.start, comma))
    source = clauses.subject_before(text, start, cue.start)
    return _link((source,), cue, claim) if source else None


def _noun(clue: Clue) -> Link | None:
    """The claim of "X's claim that ...", whose source is the genitive."""
    text, start, cue, _ = clue
    mark = max(text.rfind("'", start, cue.start), text.rfind("’", start, cue.start))
    owner = _OWNER.search(text, max(start, mark - _OWNER_REACH), mark)
    if owner is None:
        return None
    claim = clue.rest
    if not text[start : owner.start()].strip():  # it is the subject of a verb behind the claim
        verdicts = [found.start() for found in _verdict().finditer(text, *claim)]
        claim = Span(claim.start, verdicts[-1]) if verdicts else claim
    link = _link((Span(*owner.span()),), cue, claim)
    judged = _judgement().match(text, claim.end)
    return link._replace(confidence=JUDGED) if judged else link


RULES = {
    "according": Rule(_phrase, 0.6, nests=True),
    "as_by": Rule(_phrase, 0.7, nests=True),
    "impersonal": Rule(_impersonal, 0.7),
    "passive": Rule(_passive, 0.7),
    "thought": Rule(_passive, 0.7),
    "adverb": Rule(_adverb, 0.5),
    "accuse": Rule(_accuse, 0.6),
    "finding": Rule(_finding, 0.6),
    "stating": Rule(_stating, 0.5),
    "noun": Rule(_noun, 0.6, nests=True),
}


def _link(source: tuple[Span, ...], cue: Span, *claim: Span) -> Link:
    return Link(source, (cue,), tuple(piece for piece in claim if piece.end > piece.start))
