"""The report of an article: its text with summary, sources, cues and claims marked in place.

``report`` only arranges the results of ``summarize`` and ``facts``: it says for each piece of the
text what it belongs to, and for each source how much it says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief.article import Article, BlockKind
from newsbrief.attribution import Attribution, Part, SourceType
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, facts
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, Span
from newsbrief.summary.result import Summary
from newsbrief.summary.summarize import summarize

from .claim_words import claim_words
from .marks import Mark, MarkKind, Segment, segments


class ReportBlock(NamedTuple):
    """A block of the article, and its segments, which cover it."""

    kind: BlockKind
    segments: tuple[Segment, ...]


class ReportSource(NamedTuple):
    """A source, and how much of the article it says.

    ``label`` is its name, or its words where the article does not name it. ``name``, ``type`` and
    ``role`` are those of the article, ``role`` the first that it gives; all four are None for the
    claims that have no source. ``facts`` are indices in the report's ``facts``. ``words`` counts
    the words of their claims as readers count them, and ``quoted`` those that are quoted.
    """

    label: str | None
    name: str | None
    type: SourceType | None
    role: Part | None
    facts: tuple[int, ...]
    words: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Report:
    """An article with its summary and its facts in place.

    ``blocks`` are those of the article, in order: the text between them is white space. ``sources``
    have those with the most facts first, and last the facts without a source.
    """

    article: Article
    summary: Summary
    facts: tuple[Attribution, ...]
    sources: tuple[ReportSource, ...]
    blocks: tuple[ReportBlock, ...]


def report(
    source: Article | str,
    *,
    sentences: int | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
) -> Report:
    """The report of ``source``, an article or its text.

    ``sentences`` is the length of the summary, three unless given; ``min_confidence`` and
    ``optional`` choose the facts, as they do in ``facts``. Raises EmptyError if the body of the
    article has no sentence.
    """
    article = parse(source) if isinstance(source, str) else source
    summary = summarize(article, sentences=sentences)
    found = facts(article, min_confidence=min_confidence, optional=optional)
    marks = SortedSpans((*_summary_marks(summary), *_fact_marks(found)))
    blocks = tuple(
        ReportBlock(b.kind, segments(b.start, b.end, marks.overlapping(b.start, b.end)))
        for b in article.blocks
    )
    return Report(article, summary, found, tuple(_sources(found)), blocks)


def _summary_marks(summary: Summary) -> Iterator[Mark]:
    for index, sentence in enumerate(summary.sentences):
        yield Mark(sentence.start, sentence.end, MarkKind.SUMMARY, (index,))


def _fact_marks(found: Sequence[Attribution]) -> Iterator[Mark]:
    """A mark for each piece of a claim, and one for each span of a source or a cue.

    What one source says with one cue may be several facts: they share its marks.
    """
    shared: dict[tuple[MarkKind, Span], list[int]] = {}
    for index, fact in enumerate(found):
        for start, end in fact.claim.spans:
            yield Mark(start, end, MarkKind.CLAIM, (index,))
        for kind, part in ((MarkKind.SOURCE, fact.source), (MarkKind.CUE, fact.cue)):
            for span in part.spans if part else ():
                shared.setdefault((kind, span), []).append(index)
    for (kind, (start, end)), indices in shared.items():
        yield Mark(start, end, kind, tuple(dict.fromkeys(indices)))


def _sources(found: Sequence[Attribution]) -> Iterator[ReportSource]:
    """The sources of the facts ``found``.

    Of sources with as many facts, the one that comes first in the article comes first.
    """
    of_label: dict[str | None, list[int]] = {}
    for index, fact in enumerate(found):
        label = fact.source.display_name if fact.source else None
        of_label.setdefault(label, []).append(index)
    in_order = sorted(of_label.items(), key=lambda item: (item[0] is None, -len(item[1])))
    for label, indices in in_order:
        own = [found[index] for index in indices]
        sources = [fact.source for fact in own if fact.source]
        words = [claim_words(fact) for fact in own]
        yield ReportSource(
            label=label,
            name=sources[0].name if sources else None,
            type=sources[0].type if sources else None,
            role=next((source.role for source in sources if source.role), None),
            facts=tuple(indices),
            words=sum(of_claim.all for of_claim in words),
            quoted=sum(of_claim.quoted for of_claim in words),
        )
