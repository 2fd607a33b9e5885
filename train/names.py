"""Train the choices of names: where names stand, what they are short for, and who a source is.

    python -m train.names --data DATA --out names.txt --network sources.npy

It learns from the articles of ``readers/train`` that are not held out, and from templates. What a
later choice builds on is predicted by models of the other half of the articles, with the mistakes
that it will meet. Prints how often names and types are right in the held-out articles, with gold
sources.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import Any

import numpy as np

from newsbrief.names import log_linear as choices
from newsbrief.names import name_labels
from newsbrief.names.resolution import TYPE_OF_LETTER, resolve
from newsbrief.names.source_network import SourceNetwork, source_network, use_network
from newsbrief.tagging.tagger import tag

from . import log_linear, name_tagger
from .arguments import paths
from .gold_names import LETTERS, article, keys, source_words
from .name_examples import (
    kind_examples,
    link_examples,
    mention_examples,
    source_examples,
    type_examples,
)
from .name_templates import template_rows
from .records import record
from .rows import Row
from .source_network import fit as fit_sources
from .split import READERS, facts_split

MIN_OCCURRENCES = {"mentions": 20, "links": 8, "kinds": 8, "sources": 16, "types": 24}
MIN_WEIGHT = 0.15  # the difference that a feature makes, from which it is written
MIN_WEIGHTS = {"mentions": 0.15, "steps": 0.25}

HEADINGS = ("mentions", "steps", "links", "kinds", "sources", "types")

Models = dict[str, dict[str, list[float]]]


def main() -> None:
    args = paths(__doc__, "data", "out", "network").parse_args()
    training, held_out = facts_split(args.data)[READERS]
    models, network = train([*training, *template_rows()])
    models = written(models)
    args.out.write_text("\n".join(lines(models)) + "\n", encoding="utf-8")
    halves = {name: array.astype(np.float16) for name, array in network._asdict().items()}
    with args.network.open("wb") as file:
        np.save(file, record(halves), allow_pickle=False)
    use(models)
    use_network(network)
    print(" ".join(f"{what} {share:.3f}" for what, share in accuracy(held_out).items()))


def written(models: Models) -> Models:
    """The ``models`` as they are written: in hundredths, without features of little weight."""
    return {
        heading: {
            feature: [round(weight, 2) for weight in row]
            for feature, row in rows.items()
            if max(*row, 0) - min(*row, 0) >= MIN_WEIGHTS.get(heading, MIN_WEIGHT)
        }
        for heading, rows in models.items()
    }


def lines(models: Models) -> Iterator[str]:
    """The lines of ``names.txt``; the two words that features begin with have their own line."""
    yield "# Weights of the features of names (names/), made by train/names.py from readers/train."
    yield "# A line is a feature and its weights in hundredths; README.md says more."
    for heading, rows in models.items():
        yield f"[{heading}]"
        for front, group in groupby(sorted(rows), key=_front):
            yield f"={front}".rstrip()
            for feature in group:
                weights = " ".join(f"{100 * weight:.0f}" for weight in rows[feature])
                yield f"{feature.removeprefix(front).strip()}\t{weights}"


def _front(feature: str) -> str:
    """The first two words of ``feature``, or the first of two."""
    words = feature.split(" ")
    return " ".join(words[: max(min(len(words) - 1, 2), 0)])


def train(rows: Sequence[Row]) -> tuple[Models, SourceNetwork]:
    """The weights of all choices, learned from ``rows``, and the network that chooses with them.

    The examples of a half are made with the models of the other one.
    """
    halves = rows[::2], rows[1::2]
    models: tuple[Models, Models] = ({}, {})

    def examples(heading: str) -> list[list[Any]]:
        found = []
        for half, other in zip(halves, reversed(models), strict=True):
            use(other)
            found.append([e for row in half for e in EXAMPLES[heading](row)])
        return found

    full: Models = {}
    for heading in ("mentions", "links", "kinds"):
        found = examples(heading)
        for model, own in zip(models, found, strict=True):
            model.update(fit(heading, own))
        full.update(fit(heading, [*found[0], *found[1]]))
    choices_of_source = list(chain(*examples("sources")))
    sources, network = fit_sources(choices_of_source, MIN_OCCURRENCES["sources"])
    full["sources"] = {feature: [weight] for feature, weight in sources.items()}
    full.update(fit("types", list(chain(*examples("types")))))
    print(", ".join(f"{len(rows)} weights of {heading}" for heading, rows in full.items()))
    return full, network


def fit(heading: str, examples: Sequence[Any]) -> Models:
    """The weights that ``examples`` of one choice teach, by their headings."""
    min_occurrences = MIN_OCCURRENCES[heading]
    if heading == "mentions":
        return dict(
            zip(("mentions", "steps"), name_tagger.fit(examples, min_occurrences), strict=True)
        )
    fitted = log_linear.fit(examples, min_occurrences)
    return {heading: {feature: [weight] for feature, weight in fitted.items()}}


def accuracy(rows: Sequence[Row]) -> dict[str, float]:
    """How often names and types of gold sources are right; of named ones how often another's."""
    counts: Counter[str] = Counter()
    for row in rows:
        text, sources = row["text"], source_words(row)
        vectors = tag(article(text), source_network().project).vectors
        found = resolve(article(text), sources, article(text).quotations, vectors.mean)
        for gold, source, who in zip(row["attributions"], sources, found, strict=True):
            if source.source:
                wanted, name = keys(gold["name"] or ""), keys(who.name or "")
                kind = "named" if wanted else "nameless"
                counts[kind] += 1
                counts[f"{kind}, right"] += wanted == name
                counts[f"{kind}, somebody else"] += not set(name) <= set(wanted)
                counts["type"] += TYPE_OF_LETTER[LETTERS[gold["type"]]] is who.type
                counts["all"] += 1
    return {
        "name": counts["named, right"] / counts["named"],
        "somebody else": counts["named, somebody else"] / counts["named"],
        "guessed": counts["nameless, somebody else"] / counts["nameless"],
        "type": counts["type"] / counts["all"],
    }


def use(models: Models) -> None:
    """Let the names room choose by ``models``, and where they have none, by nothing."""
    nothing: Models = {heading: {} for heading in HEADINGS}
    choices.use_rows(nothing | models)
    name_labels.forget_weights()


EXAMPLES = {
    "mentions": mention_examples,
    "links": link_examples,
    "kinds": kind_examples,
    "sources": source_examples,
    "types": type_examples,
}


if __name__ == "__main__":
    main()
