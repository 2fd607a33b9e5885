"""Facts: every attributed claim of an article, with its source, its cue and its manner.

The pipeline on one page; each step is a module of its own. They are imported when the first
article comes: their patterns and models cost a cold start otherwise.
"""

from typing import TYPE_CHECKING

from newsbrief.article import FURNITURE_KINDS, Article
from newsbrief.attribution import Attribution, Part, Source
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, Span, join

if TYPE_CHECKING:
    from newsbrief.names.resolved_source import ResolvedSource

    from .linking import Link


# F1 is best where a fact counts from half the F1 reached (Lipton et al. 2014), 0.35 here; on the
# held-out articles of polnear/train 0.3 and 0.4 did as well to 0.003.
DEFAULT_MIN_CONFIDENCE = 0.35

_SEPARATORS = " \t\r\n\xa0,;:–—-"


def facts(
    source: Article | str, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> tuple[Attribution, ...]:
    """The attributed claims of ``source``, an article or its text, in the order of the text.

    Only those whose confidence, from 0 to 1, is at least ``min_confidence``; 0 gives all. It is
    applied last, so it changes nothing in the claims that stay. There are none in a text without
    sentences or in another language than English: the models know no other. Offsets count code
    points of the article's text from 0, ends exclusive.
    """
    from newsbrief.names.resolution import resolve
    from newsbrief.text.language import ENGLISH, language
    from newsbrief.text.quotations import quotations_of

    from .referents import with_referents

    article = parse(source) if isinstance(source, str) else source
    if not article.sentences or language(article.text) != ENGLISH:
        return ()
    blocks = [(block.start, block.end) for block in article.blocks]
    quotations = quotations_of(article.text, blocks)
    links = _links(article, quotations)
    resolved = resolve(article, [link.source for link in links], quotations)
    attributions = (
        _attribution(article, link, who, quotations)
        for link, who in zip(links, resolved, strict=True)
        if article.kind_at(link.content[0].start) not in FURNITURE_KINDS
    )
    return tuple(
        attribution
        for attribution in with_referents(article, attributions)
        if attribution.confidence >= min_confidence
    )


def _links(article: Article, quotations: SortedSpans[Span]) -> list["Link"]:
    """The attributions of ``article`` as spans, by where claim, cue and source stand."""
    from newsbrief.tagging.tagger import tag

    from .linking import link
    from .patterns import with_pattern_links
    from .source_correction import with_possible_source
    from .span_correction import corrected
    from .transcripts import with_transcript_turns
    from .uncued_quotations import with_uncued_quotations

    labelled = corrected(article, tag(article), quotations)
    possible = (with_possible_source(article.text, each) for each in link(article, labelled))
    links = [each for each in possible if each]
    links = sorted(with_pattern_links(article, links), key=_place)
    links = with_uncued_quotations(article, links, quotations)
    links = with_transcript_turns(article, links)
    return sorted((_unpunctuated(article.text, each) for each in links), key=_place)


def _place(link: "Link") -> tuple[tuple[Span, ...], ...]:
    """Where ``link`` stands in the text: its claim first, then its cue, then its source."""
    return link.content, link.cue, link.source


def _unpunctuated(text: str, link: "Link") -> "Link":
    """``link`` without what separates its source from its cue: "Ann Lee, the mayor,"."""
    ends = ((span, text[span.start : span.end].rstrip(_SEPARATORS)) for span in link.source)
    source = (Span(span.start, span.start + len(shown)) if shown else span for span, shown in ends)
    return link._replace(source=tuple(source))


def _attribution(
    article: Article, link: "Link", who: "ResolvedSource", quotations: SortedSpans[Span]
) -> Attribution:
    """The value that ``link`` stands for."""
    from .kinds import classify

    text, start = article.text, link.content[0].start
    manner = classify(article, link.source, link.cue, link.content, quotations)
    source = Source(join(text, link.source), link.source, who.name, who.type)
    return Attribution(
        kind=manner.kind,
        quote=manner.quote,
        negated=manner.negated,
        hedged=manner.hedged,
        source=source if link.source else None,
        cue=Part(join(text, link.cue), link.cue) if link.cue else None,
        claim=Part(join(text, link.content), link.content),
        line=article.lines.number(start),
        sentence=article.sentence_at(start) + 1,
        confidence=link.confidence,
    )
