"""Facts: every attributed claim of an article, with its source, its cue and its manner.

The pipeline on one page; each step is a module of its own. They are imported when the first
article comes: their patterns and models cost a cold start otherwise.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.article import DISPLAY_KINDS, Article
from newsbrief.attribution import Attribution, Part, Source, SourceType
from newsbrief.errors import OptionError
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span, join

if TYPE_CHECKING:
    from newsbrief.names.resolution import ResolvedSource
    from newsbrief.tagging.tags import Tags

    from .linking import Link
    from .roles import Roles

# On the held-out articles of readers/train F1 of right facts is the same to 0.004 up to 0.3. The
# higher, the more of the names are right, the fewer facts invented, and the more are missed.
DEFAULT_MIN_CONFIDENCE = 0.2
MAX_OPTIONAL = 0.5  # likelier than not: the chance of being optional, of a fact that is listed


class Candidate(NamedTuple):
    """An attribution that may be a fact, who its source is, and the confidence in both."""

    link: "Link"
    source: "ResolvedSource"
    confidence: float


def facts(
    source: Article | str,
    *,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
) -> tuple[Attribution, ...]:
    """The attributed claims of ``source``, an article or its text, in the order of the text.

    Only those whose confidence, from 0 to 1, is at least ``min_confidence``; 0 gives all. With
    ``optional`` also those that a careful reader could as well leave out, such as narrated wants
    and plans. Both are applied last, so they change nothing in the claims that stay. There are
    none in a text without sentences or in another language than English: the models know no other.
    Offsets count code points of the article's text from 0, ends exclusive.

    Raises ``OptionError``, a ``ValueError``, where ``min_confidence`` is not from 0 to 1.
    """
    if not 0 <= min_confidence <= 1:  # so is NaN, of which every comparison is false
        raise OptionError(f"min_confidence must be from 0 to 1, not {min_confidence:g}")
    from newsbrief.text.language import ENGLISH, language

    from .nesting import within
    from .referents import referent
    from .roles import Roles

    article = parse(source) if isinstance(source, str) else source
    has_words = any(map(str.isalnum, article.text))  # a megabyte of quotation marks has none
    if not article.sentences or not has_words or language(article.text) != ENGLISH:
        return ()
    tags, found = candidates(article)
    listed = [
        each
        for each in found
        if each.confidence >= min_confidence and (optional or not _is_optional(article, each.link))
    ]
    likely = [each for each in found if each.confidence >= DEFAULT_MIN_CONFIDENCE]
    claims = [each.link.content for each in likely]
    roles = Roles(article, tags, [(each.link, each.source) for each in likely])
    found_facts = (
        _attribution(article, each, roles, referent(article, each.link.content, claims))
        for each in listed
    )
    outer = within([each.link for each in listed])
    return tuple(
        fact if index is None else replace(fact, within=index)
        for fact, index in zip(found_facts, outer, strict=True)
    )


def candidates(article: Article) -> tuple["Tags", list[Candidate]]:
    """The attributions that ``article`` may have, however unlikely, by where their claims stand."""
    from newsbrief.names.resolution import SourceWords, resolve
    from newsbrief.names.source_network import source_network
    from newsbrief.tagging.tagger import tag

    from .confidence import confidence
    from .edges import without_joints
    from .linking import link
    from .nesting import with_inner
    from .pieces import split
    from .signed_quotations import with_signed_quotations
    from .transcripts import with_transcript_turns

    tags = tag(article, source_network().project)
    links = with_inner(link(article, tags.outer), link(article, tags.inner))
    links = [part for each in links for part in split(article, each)]
    links = with_signed_quotations(article, with_transcript_turns(article, links))
    links = sorted((without_joints(article.text, each) for each in links), key=_place)
    words = [SourceWords(each.source, each.cue, each.content, each.traits.type) for each in links]
    sources = resolve(article, words, article.quotations, tags.vectors.mean)
    return tags, [
        Candidate(each, source, confidence(article.text, each, source))
        for each, source in zip(links, sources, strict=True)
    ]


def _place(link: "Link") -> tuple[tuple[Span, ...], ...]:
    """Where ``link`` stands in the text: its claim first, then its cue, then its source."""
    return link.content, link.cue, link.source


def _is_optional(article: Article, link: "Link") -> bool:
    """Whether a careful reader could as well leave ``link`` out."""
    is_shown = not link.spoken and article.kind_at(link.content[0].start) in DISPLAY_KINDS
    return is_shown or link.traits.optional > MAX_OPTIONAL


def _attribution(
    article: Article,
    candidate: Candidate,
    roles: "Roles",
    refers: Part | None,
) -> Attribution:
    """The value that ``candidate`` stands for; what its claim ``refers`` to is known."""
    from .edges import told
    from .manner import manner

    text, link, who = article.text, candidate.link, candidate.source
    start = link.content[0].start
    spans = link.source or ((who.mention,) if who.mention else ())
    how = manner(article.text, link, article.quotations)
    return Attribution(
        kind=how.kind,
        quote=how.quote,
        negated=how.negated,
        hedged=how.hedged,
        optional=_is_optional(article, link),
        source=Source(
            join(text, spans),
            spans,
            who.name,
            SourceType.UNNAMED if roles.takes_up(link, who) else who.type,
            role=_part(text, told(text, roles.role(link, who))),
            why=_part(text, told(text, roles.reason(link))),
        )
        if spans
        else None,
        cue=_part(text, *link.cue),
        claim=Part(join(text, link.content), link.content),
        line=article.lines.number(start),
        sentence=article.sentence_at(start) + 1,
        confidence=candidate.confidence,
        refers=refers,
    )


def _part(text: str, *spans: Span | None) -> Part | None:
    """The part of these spans; None where there is none."""
    given = tuple(span for span in spans if span is not None)
    return Part(join(text, given), given) if given else None
