"""What must be so whatever the input: offsets give back the words, in order, and nothing is lost.

Each function raises AssertionError where it is not.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsbrief import Article, Attribution, Check, Part, Summary
from newsbrief.article import BlockKind
from newsbrief.spans import Span, Spanned, join
from newsbrief.text.bullets import without_bullet
from newsbrief.text.scripts import NO_WIDTH

_NO_WIDTH = dict.fromkeys(map(ord, NO_WIDTH))


def is_in_order(spans: Iterable[Spanned], start: int, end: int) -> None:
    """``spans`` have a character each, do not overlap, and stand from ``start`` to ``end``."""
    found = list(spans)
    assert all(start <= span.start < span.end <= end for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def article_holds(article: Article) -> None:
    """Blocks are in order, have all that is visible, and sentences have all of each block."""
    text = article.text
    is_in_order(article.blocks, 0, len(text))
    is_in_order(article.sentences, 0, len(text))
    assert visible_in(text, article.blocks) == visible(text)
    assert visible_in(text, article.sentences) == visible(text)
    for sentence in article.sentences:
        assert visible(article.fold(sentence))
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
    assert sum(block.kind is BlockKind.TITLE for block in article.blocks) <= 1
    line = article.title or ""
    assert "\n" not in line
    for i, sentence in enumerate(article.sentences):
        assert article.sentence_at(sentence.start) == article.sentence_at(sentence.end - 1) == i
        assert article.kind_at(sentence.start) is article.kind(sentence)


def visible_in(text: str, spans: Iterable[Spanned]) -> str:
    """What ``spans`` of ``text`` show: all but white space and what has no width."""
    return "".join(visible(text[span.start : span.end]) for span in spans)


def visible(text: str) -> str:
    """What ``text`` shows: all but white space and what has no width."""
    return "".join(text.translate(_NO_WIDTH).split())


def part_holds(article: Article, part: Part) -> None:
    """The spans of ``part`` are in order and give its text."""
    is_in_order(part.spans, 0, len(article.text))
    assert part.spans
    assert part.text == join(article.text, part.spans) != ""


def parts(fact: Attribution) -> Iterator[Part]:
    """All parts of ``fact``."""
    source = fact.source
    every = (
        fact.claim,
        fact.cue,
        fact.refers,
        source,
        *((source.role, source.why) if source else ()),
    )
    return filter(None, every)


def facts_hold(article: Article, facts: Sequence[Attribution]) -> None:
    """Each fact is the article's own words, in order, and says where it stands."""
    for index, fact in enumerate(facts):
        for part in parts(fact):
            part_holds(article, part)
        start = fact.claim.spans[0].start
        assert fact.line == article.lines.number(start)
        assert fact.sentence == article.sentence_at(start) + 1
        assert 0 <= fact.confidence <= 1
        assert fact.within != index
        assert fact.within is None or 0 <= fact.within < len(facts)
    starts = [fact.claim.spans[0].start for fact in facts]
    assert starts == sorted(starts)


def summary_holds(article: Article, summary: Summary) -> None:
    """Each sentence is one of the body without its bullet, in order, and its text stands there."""
    is_in_order(summary.sentences, 0, len(article.text))
    body = {without_bullet(article.text, Span(s.start, s.end)) for s in article.body}
    for sentence in summary.sentences:
        assert Span(sentence.start, sentence.end) in body
        assert sentence.text == article.fold(Span(sentence.start, sentence.end))
        assert sentence.line == article.lines.number(sentence.start)
        assert 1 <= sentence.rank <= summary.body_sentences
    assert len(summary.sentences) <= summary.body_sentences


def check_holds(draft: Article | None, articles: Sequence[Article], check: Check) -> None:
    """What is claimed stands in the draft, and what was found in its article."""
    for finding in check.findings:
        claimed, place = finding.claimed, finding.place
        if draft is not None:
            is_in_order(claimed.spans, 0, len(draft.text))
            assert claimed.text == join(draft.text, claimed.spans)
        if place is not None:
            article = articles[place.article]
            is_in_order(place.spans, 0, len(article.text))
            assert place.text == join(article.text, place.spans)
            assert place.line == article.lines.number(place.spans[0].start)
        if finding.said_by:
            assert place
            part_holds(articles[place.article], finding.said_by)
