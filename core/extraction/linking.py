"""Linking: from labelled spans to attributions.

Each content chooses its cue, and each cue its source, among the nearest ones of the same block:
a log-linear model over the pair (after the mention-ranking model of Denis and Baldridge, 2008),
trained by ``train/linker.py``. A span without a partner makes no attribution here.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tagger import Labelled, Role
from newsbrief.text.packaged import sections

from .confidence import Evidence, confidence
from .link_features import Candidate, Scene, cues_for, opens_quoted, sources_for


class Link(NamedTuple):
    """An attribution as spans of the article, and the probability, from 0 to 1, that it is right.

    Offsets count code points from 0, ends exclusive.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 0.0


class Choice(NamedTuple):
    """The candidate chosen, by its index in the scene (None: no span), and its probability."""

    span: int | None
    probability: float


def link(article: Article, labelled: Sequence[Labelled]) -> list[Link]:
    """The attributions that ``labelled`` spans make up, in the order of their claims.

    All of them, however low their confidence.
    """
    links = [
        each._replace(confidence=confidence(evidence))
        for scene in scenes(article, labelled)
        for each, evidence in links_with_evidence(scene)
    ]
    return sorted(links, key=lambda each: each.content)


def scenes(article: Article, labelled: Iterable[Labelled]) -> list[Scene]:
    """The labelled spans in the units within which they are linked: the blocks of ``article``.

    A block that ends in a colon makes one scene with the next one, which it introduces.
    """
    text, blocks = article.text, article.blocks
    sentences = SortedSpans(article.sentences)
    # The blocks that begin a scene, the first block apart: its scene has the index -1.
    openings = SortedSpans(b for a, b in pairwise(blocks) if text[a.end - 1] != ":")
    stretches: dict[int, list[Labelled]] = {}
    for span in sorted(labelled, key=lambda span: (span.start, span.end)):
        stretches.setdefault(openings.index_at(span.end - 1), []).append(span)
    return [Scene(text, spans, sentences) for spans in stretches.values()]


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features of both choices: "content" and "source"."""
    return {
        heading: {name: float(weight) for weight, name in (line.split(" ", 1) for line in lines)}
        for heading, lines in sections("linker.txt").items()
    }


def links_with_evidence(scene: Scene) -> Iterator[tuple[Link, Evidence]]:
    """The attributions of one scene, and the evidence from which the confidence of each follows."""
    contents_of_cue: dict[int, list[tuple[Labelled, float]]] = {}
    for index, span in enumerate(scene.spans):
        if span.role is Role.CONTENT:
            choice = choose(cues_for(scene, index), weights()["content"])
            if choice.span is not None:
                contents_of_cue.setdefault(choice.span, []).append((span, choice.probability))
    for index, contents in contents_of_cue.items():
        cue = scene.spans[index]
        choice = choose(sources_for(scene, index), weights()["source"])
        source = None if choice.span is None else scene.spans[choice.span]
        evidence = Evidence(
            cue=cue.probability,
            content=min(span.probability for span, _ in contents),
            source=source.probability if source else 1.0,
            cue_choice=min(probability for _, probability in contents),
            source_choice=choice.probability,
            sourced=source is not None,
            quoted=opens_quoted(scene.text, contents[0][0].start),
            pieces=len(contents) > 1,
        )
        sources = () if source is None else (_span(source),)
        yield (
            Link(sources, (_span(cue),), tuple(_span(content) for content, _ in contents)),
            evidence,
        )


def choose(candidates: Iterable[Candidate], weight: Mapping[str, float]) -> Choice:
    """The likeliest of ``candidates``, the first of equals; ``weight`` is that of each feature."""
    known = weight.get
    scored = [(sum([known(f, 0.0) for f in c.features]), c.span) for c in candidates]
    best, index = max(scored, key=lambda pair: pair[0])
    return Choice(index, 1 / sum(math.exp(score - best) for score, _ in scored))


def _span(labelled: Labelled) -> Span:
    return Span(labelled.start, labelled.end)
