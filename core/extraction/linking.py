"""Linking: from labelled spans to attributions.

Each content chooses its cue, and each cue its source, among the nearest ones of the same block:
a log-linear model over the pair (after the mention-ranking model of Denis and Baldridge, 2008),
trained by ``train/linker.py``. What is left without a partner is left to ``rules``.
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
    """An attribution as spans, and how likely it is to be right, from 0 to 1."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 0.0


class Choice(NamedTuple):
    """The candidate chosen, by its index in the scene, and its share of the probability."""

    span: int | None
    probability: float


def link(article: Article, labelled: Sequence[Labelled]) -> list[Link]:
    """The attributions that ``labelled`` spans make up, in the order of their claims.

    However unlikely: each says how likely it is to be right.
    """
    links = [
        found._replace(confidence=confidence(evidence))
        for scene in scenes(article, labelled)
        for found, evidence in weighed(scene)
    ]
    return sorted(links, key=lambda found: found.content)


def scenes(article: Article, labelled: Iterable[Labelled]) -> list[Scene]:
    """The labelled spans as the linker looks at them: block by block.

    A block that ends in a colon is looked at together with the next one, which it introduces.
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


def weighed(scene: Scene) -> Iterator[tuple[Link, Evidence]]:
    """The attributions of one scene, and what speaks for each."""
    claimed: dict[int, list[tuple[Labelled, float]]] = {}
    for index, span in enumerate(scene.spans):
        if span.role is Role.CONTENT:
            choice = choose(cues_for(scene, index), weights()["content"])
            if choice.span is not None:
                claimed.setdefault(choice.span, []).append((span, choice.probability))
    for index, contents in claimed.items():
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
        sources = () if source is None else (_place(source),)
        yield (
            Link(sources, (_place(cue),), tuple(_place(span) for span, _ in contents)),
            evidence,
        )


def choose(candidates: Iterable[Candidate], weight: Mapping[str, float]) -> Choice:
    """The likeliest of ``candidates``; the earlier one where two are equal."""
    known = weight.get
    scored = [(sum([known(f, 0.0) for f in c.features]), c.span) for c in candidates]
    best, index = max(scored, key=lambda pair: pair[0])
    return Choice(index, 1 / sum(math.exp(score - best) for score, _ in scored))


def _place(span: Labelled) -> Span:
    return Span(span.start, span.end)
