"""Train the choices of names: where names stand, what they are short for, and who a source is.

    python -m train.names --data DATA --out names.txt

It learns from the articles of ``readers/train`` that are not held out. What a later choice builds on
is predicted by models of the other half of the articles, so that it meets the mistakes that it will
meet. Prints how often names and types are right in the held-out articles, with gold sources.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, groupby
from pathlib import Path

from newsbrief.article import Article
from newsbrief.names import log_linear as choices, mentions, name_labels, resolution
from newsbrief.names.discourse import TYPES, Discourse, SourceWords
from newsbrief.names.candidates import Candidate, candidates
from newsbrief.names.kinds import BODY, PERSON, kind_features
from newsbrief.names.source_form import QUOTATION
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotations import quotations_of

from . import log_linear, name_tagger
from .log_linear import Example
from .name_examples import keys, link_examples, mention_examples
from .rows import Row
from .split import facts_split

MIN_OCCURRENCES = {"mentions": 8, "links": 3, "kinds": 3, "sources": 10, "types": 6}
MIN_WEIGHTS = {"mentions": 0.12}  # that are written, where not those of ``log_linear``
NAMES_LEFT_OUT, NAMES_CUT = 0.08, 0.04  # shares of the names that the tagger gives, imitated here
TYPE_ACCURACY = 0.9  # of the types that the tagger gives, imitated here
LETTERS = {"person": "p", "organisation": "o", "document": "d", "unnamed": "u"}

Models = dict[str, dict[str, float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    training, held_out = facts_split(args.data)["readers/train"]
    models = train(training)
    args.out.write_text("\n".join(lines(models)) + "\n", encoding="utf-8")
    use({heading: written(heading, weights) for heading, weights in models.items()})
    for given in (False, True):
        print(f"{'with' if given else 'without'} the names and types that the tagger gives")
        print(" ".join(f"{what} {share:.3f}" for what, share in accuracy(held_out, given).items()))


def written(heading: str, weights: dict[str, float]) -> dict[str, float]:
    """Those of ``weights`` that are written, as they are written."""
    least = MIN_WEIGHTS.get(heading, log_linear.MIN_WEIGHT)
    return {f: round(w, 2) for f, w in weights.items() if abs(w) >= least}


def lines(models: Models) -> Iterator[str]:
    yield "# Weights of the features of names (names/), made by train/names.py from readers/train."
    yield "# A line is a weight and a feature; see README.md."
    for heading, weights in models.items():
        yield f"[{heading}]"
        yield from (f"{w:.2f} {f}" for f, w in sorted(written(heading, weights).items()))


def train(rows: Sequence[Row]) -> Models:
    """The weights of all choices, learned from ``rows``.

    The examples of a half are made with the models of the other one.
    """
    halves = rows[::2], rows[1::2]
    models: tuple[Models, Models] = ({}, {})
    full: Models = {}
    for heading, min_occurrences in MIN_OCCURRENCES.items():
        fit = name_tagger.fit if heading == "mentions" else log_linear.fit
        found = []
        for half, other in zip(halves, reversed(models), strict=True):
            use(other)
            found.append([e for row in half for e in EXAMPLES[heading](row)])
        for model, own in zip(models, found, strict=True):
            model[heading] = fit(own, min_occurrences)
        full[heading] = fit([*found[0], *found[1]], min_occurrences)
        print(f"{heading}: {sum(map(len, found))} examples, {len(full[heading])} weights")
    return full


def accuracy(rows: Sequence[Row], given: bool) -> dict[str, float]:  # noqa: FBT001 - its one choice
    """How often names and types of gold sources are right; of named ones how often another's."""
    counts: Counter[str] = Counter()
    for row in rows:
        text, sources = row["text"], source_words(row, typed=given)
        names = given_names(row) if given else []
        found = resolution.resolve(article(text), sources, quotations(text), names)
        for gold, source, who in zip(row["attributions"], sources, found, strict=True):
            if source.source:
                wanted, name = keys(gold["name"] or ""), keys(who.name or "")
                kind = "named" if wanted else "nameless"
                counts[kind] += 1
                counts[f"{kind}, right"] += wanted == name
                counts[f"{kind}, somebody else"] += not set(name) <= set(wanted)
                counts["type"] += resolution.TYPE_OF_LETTER[LETTERS[gold["type"]]] is who.type
                counts["all"] += 1
    return {
        "name": counts["named, right"] / counts["named"],
        "somebody else": counts["named, somebody else"] / counts["named"],
        "guessed": counts["nameless, somebody else"] / counts["nameless"],
        "type": counts["type"] / counts["all"],
    }


def use(models: Models) -> None:
    """Let the names room choose by ``models``."""
    choices.use_weights(models)
    name_labels.forget_weights()


@cache
def article(text: str) -> Article:
    return parse(text)


def quotations(text: str) -> SortedSpans[Span]:
    return quotations_of(text, [(block.start, block.end) for block in article(text).blocks])


def source_words(row: Row, *, typed: bool = True) -> list[SourceWords]:
    """The gold sources of ``row``, where ``typed`` with types as the tagger may give them."""
    rng = random.Random(row["id"])
    return [
        SourceWords(
            *(tuple(Span(*s) for s in a[part] or ()) for part in ("source", "cue", "claim")),
            types=_with_mistakes(a["type"], rng) if a["source"] and typed else (),
        )
        for a in row["attributions"]
    ]


def _with_mistakes(gold: str, rng: random.Random) -> tuple[float, ...]:
    """Chances of the types, of which the gold one is not always the likeliest."""
    right = rng.random() < TYPE_ACCURACY
    best = TYPES.index(LETTERS[gold]) if right else rng.randrange(len(TYPES))
    chance = rng.uniform(0.5, 1.0) if right else rng.uniform(0.4, 0.9)
    return tuple(chance if i == best else (1 - chance) / 3 for i in range(len(TYPES)))


def given_names(row: Row) -> list[Span]:
    """Spans of names as the tagger may give them: gold ones, some left out, some cut short."""
    text, rng = row["text"], random.Random(row["id"] + "names")
    gold = {a["name"] for a in row["attributions"] if a["name"]}
    spans = {
        m.span() for name in gold for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    }
    for a in row["attributions"]:
        own = set((a["name"] or "").split())
        for start, end in a["source"] or ():
            in_source = re.finditer(r"\w[\w.@-]*(?<![.])|\w", text[start:end])
            for is_own, group in groupby(in_source, lambda m: m.group() in own):
                part = list(group)
                if is_own and any(m.group()[0].isupper() for m in part):
                    spans.add((start + part[0].start(), start + part[-1].end()))
    found: list[Span] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if found and start < found[-1].end:
            continue
        chance = rng.random()
        if chance < NAMES_LEFT_OUT:
            continue
        if chance < NAMES_LEFT_OUT + NAMES_CUT and " " in text[start:end]:
            start += text[start:end].index(" ") + 1
        found.append(Span(start, end))
    return found


def resolved_gold(
    row: Row, *, given: bool
) -> Iterator[tuple[Discourse, int, list[Candidate], int | None]]:
    """Each source of ``row`` with its candidates and the index of the right one, or None.

    None where the article names the source, but no candidate has that name.
    """
    attributions, sources = row["attributions"], source_words(row, typed=given)
    names = given_names(row) if given else []
    here = resolution.discourse_of(article(row["text"]), sources, quotations(row["text"]), names)
    for index in here.order:
        possible = candidates(here, index)
        right = _right(here, possible, attributions[index]["name"])
        yield here, index, possible, right
        here.settle(index, possible[right or 0].entity)


def _right(here: Discourse, possible: Sequence[Candidate], name: str | None) -> int | None:
    """The index of the candidate with the gold ``name``."""
    if not name:
        return 0
    gold = keys(name)
    for i, candidate in enumerate(possible[1:], start=1):
        if candidate.entity and keys(here.entities.name(candidate.entity)) == gold:
            return i
    for i, candidate in enumerate(possible[1:], start=1):
        own = candidate.entity and candidate.is_own
        if own and candidate.entity and set(candidate.entity.keys) & set(gold):
            return i
    return None


def source_examples(row: Row) -> Iterator[Example]:
    """The choices of who each source is, with and without names that the tagger gives."""
    for _, _, possible, right in chain(*(resolved_gold(row, given=g) for g in (False, True))):
        yield Example([c.features for c in possible], right or 0)


def type_examples(row: Row) -> Iterator[Example]:
    """The choices of the type of each source."""
    for here, index, possible, right in chain(
        *(resolved_gold(row, given=g) for g in (False, True))
    ):
        gold = row["attributions"][index]["type"]
        if gold in LETTERS and here.utterances[index].form.form != QUOTATION:
            utterance = here.utterances[index]
            found = resolution.type_features(here, utterance, possible[right or 0].entity)
            yield Example([[f"{t} {f}" for f in found] for t in TYPES], TYPES.index(LETTERS[gold]))


def kind_examples(row: Row) -> Iterator[Example]:
    """The choices whether each named source is a person or a body."""
    here = resolution.discourse_of(
        article(row["text"]), source_words(row), quotations(row["text"])
    ).entities
    types = {keys(a["name"]): a["type"] for a in row["attributions"] if a["name"]}
    for entity in here.all:
        kind = types.get(keys(here.name(entity)))
        if kind in ("person", "organisation"):
            found = kind_features(here, entity)
            yield Example(
                [[f"{k} {f}" for f in found] for k in (PERSON, BODY)], int(kind != "person")
            )


def _link_examples(row: Row) -> Iterator[Example]:
    spans = SortedSpans({Span(*s) for a in row["attributions"] for s in a["source"] or []})
    return link_examples(row, mentions.find_mentions(article(row["text"]), spans))


def _mention_examples(row: Row) -> Iterator[name_tagger.Example]:
    yield from mention_examples(row, article(row["text"]))
    yield from mention_examples(row, article(row["text"]), given_names(row))


EXAMPLES = {
    "mentions": _mention_examples,
    "links": _link_examples,
    "kinds": kind_examples,
    "sources": source_examples,
    "types": type_examples,
}


if __name__ == "__main__":
    main()
