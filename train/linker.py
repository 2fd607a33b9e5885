"""Train the linker: the cue of each content, the source of each cue, the speaker of each quotation.

    python -m train.linker --data DATA --out linker.txt

It learns from the articles of ``readers/train`` and ``polnear/train`` that are not held out, and
from ``constructions``, with three kinds of labels: gold ones, the same with the mistakes of a
tagger (spans dropped, cut in two and moved), and those of the tagger in ``newsbrief``. Nested
attributions are linked among themselves. Prints how often the right partner is chosen in the
held-out articles.
"""

import random
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.extraction.link_features import (
    Candidate,
    Scene,
    cues_for,
    opens_quoted,
    scene,
    sources_for,
    speakers_for,
)
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tagger import tag
from newsbrief.tagging.tags import Labelled, Role

from .arguments import paths
from .constructions import texts
from .documents import parts
from .log_linear import Example, best, fit
from .rows import Row
from .split import POLNEAR, READERS, facts_split

SEED = 3
RATE = 0.3
MIN_WEIGHT = 0.1  # that is written
MIN_OCCURRENCES = {"content": 60, "source": 60, "speaker": 10}  # of a feature that gets a weight
CONSTRUCTIONS = 600  # texts
DROPPED = CUT = MOVED = 0.08  # shares of the gold spans


class Level(NamedTuple):
    """The attributions of an article that are linked together: its own, or the nested ones."""

    text: str
    attributions: list[dict[str, list[list[int]]]]
    labels: list[Labelled]


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()

    split = facts_split(args.data)
    rng = random.Random(SEED)
    levels: list[Level] = []
    rows = [row for name in (READERS, POLNEAR) for row in split[name].training]
    for row in [*rows, *texts(CONSTRUCTIONS, rng)]:
        given = gold(row)
        levels += given
        levels += [each._replace(labels=with_mistakes(each, rng)) for each in given]
        levels += tagged(row)

    lines = [
        "# Weights of the linker's features (extraction/link_features.py), made by train/linker.py",
        "# from readers/train and polnear/train. A line is a weight and a feature; see README.md.",
    ]
    for heading, choices in (
        ("content", content_choices),
        ("source", source_choices),
        ("speaker", speaker_choices),
    ):
        examples = (e for level in levels for e in choices(level))
        weights = fit(examples, MIN_OCCURRENCES[heading], RATE)
        print(f"{heading}: {len(weights)} features")
        for name in (READERS, POLNEAR):
            for kind, read in (("gold", gold), ("tagged", tagged)):
                tests = [e for r in split[name].held_out for lv in read(r) for e in choices(lv)]
                right = sum(best(weights, e.candidates) == e.right for e in tests)
                share = right / max(len(tests), 1)  # the tagger of a trial labels nothing
                print(f"  {name}, {kind} labels: {share:.4f} of {len(tests)} right")
        lines += [f"[{heading}]"]
        lines += [f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


@cache
def article(text: str) -> Article:
    return parse(text)


def levels_of(row: Row) -> list[list[dict[str, list[list[int]]]]]:
    """The attributions of ``row``: its own, and the nested ones."""
    return [
        [parts(each) for each in row["attributions"] if bool(each.get("nested")) is nested]
        for nested in (False, True)
    ]


def gold(row: Row) -> list[Level]:
    """The attributions of ``row`` with their own labels, a shared source once."""
    out = []
    for attributions in levels_of(row):
        spans = {
            (start, end, role) for a in attributions for role in Role for start, end in a[role]
        }
        labels = [Labelled(role, start, end, 1.0) for start, end, role in sorted(spans)]
        out.append(Level(row["text"], attributions, labels))
    return out


def tagged(row: Row) -> list[Level]:
    """The attributions of ``row`` with the labels that the tagger in ``newsbrief`` gives."""
    tags = tag(article(row["text"]))
    return [
        Level(row["text"], attributions, labels)
        for attributions, labels in zip(levels_of(row), (tags.outer, tags.inner), strict=True)
    ]


def with_mistakes(level: Level, rng: random.Random) -> list[Labelled]:
    """The labels of ``level`` with the mistakes of a tagger."""
    out = []
    for label in level.labels:
        start, end = label.start, label.end
        if rng.random() < DROPPED:
            continue
        gaps = [i for i in range(start + 1, end - 1) if level.text[i] == " "]
        if gaps and rng.random() < MOVED:
            if rng.random() < 0.5:
                start = rng.choice(gaps[:3]) + 1
            else:
                end = rng.choice(gaps[-3:])
            gaps = [i for i in gaps if start < i < end]
        if label.role is Role.CONTENT and gaps and rng.random() < CUT:
            cut = rng.choice(gaps)
            out.append(label._replace(start=start, end=cut))
            start = cut + 1
        out.append(label._replace(start=start, end=end))
    return out


def overlap(label: Labelled, spans: list[list[int]]) -> int:
    """How many characters of ``label`` lie in ``spans``."""
    return sum(max(0, min(label.end, e) - max(label.start, s)) for s, e in spans)


def owner(level: Level, label: Labelled) -> dict[str, list[list[int]]] | None:
    """The first gold attribution that ``label`` overlaps most in its role, by half at least."""
    overlaps = [overlap(label, a[label.role]) for a in level.attributions]
    most = max(overlaps, default=0)
    if not overlaps or 2 * most < label.end - label.start:
        return None
    return level.attributions[overlaps.index(most)]


def content_choices(level: Level) -> Iterator[Example]:
    """For each content the choice of its cue: none where its cue has no label."""
    of_level = scene(article(level.text), level.labels)
    for index, label in enumerate(of_level.spans):
        if label.role is Role.CONTENT:
            attribution = owner(level, label)
            wanted = attribution["cue"] if attribution else []
            source = attribution["source"] if attribution else []
            yield from example(of_level, list(cues_for(of_level, index)), wanted, source)


def source_choices(level: Level) -> Iterator[Example]:
    """For each cue the choice of its source: none where it has none, or one without a label."""
    of_level = scene(article(level.text), level.labels)
    for index, label in enumerate(of_level.spans):
        if label.role is Role.CUE and (attribution := owner(level, label)):
            candidates = list(sources_for(of_level, index))
            yield from example(of_level, candidates, attribution["source"])


def speaker_choices(level: Level) -> Iterator[Example]:
    """For each quotation without a cue the choice of its source: none where that is not beside."""
    of_level = scene(article(level.text), level.labels)
    for index, label in enumerate(of_level.spans):
        if label.role is Role.CONTENT and opens_quoted(level.text, label.start):
            attribution = owner(level, label)
            if attribution and not attribution["cue"]:
                candidates = list(speakers_for(of_level, index))
                yield from example(of_level, candidates, attribution["source"])


def example(
    scene: Scene,
    candidates: list[Candidate],
    wanted: list[list[int]],
    beside: list[list[int]] | None = None,
) -> Iterator[Example]:
    """The choice of the candidate that overlaps ``wanted``, if there is more than one candidate.

    Of several the one nearest ``beside``, of equals the one that overlaps most: "in a statement"
    and "said" are both of one cue, and the verb is the one beside its source.
    """
    if len(candidates) == 1:  # none
        return
    ranked = [
        (-distance(scene.spans[span], beside or []), overlap(scene.spans[span], wanted), -index)
        for index, (span, _) in enumerate(candidates)
        if span is not None and overlap(scene.spans[span], wanted)
    ]
    right = -max(ranked)[-1] if ranked else 0
    yield Example([features for _, features in candidates], right)


def distance(label: Labelled, spans: list[list[int]]) -> int:
    """How many characters lie between ``label`` and the nearest of ``spans``; 0 without any."""
    return min((max(s - label.end, label.start - e, 0) for s, e in spans), default=0)


if __name__ == "__main__":
    main()
