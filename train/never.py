"""Learn which sentences no editor would take: page furniture, and what cannot stand alone.

    python -m train.never --data DATA --out never.txt

Two logistic models, described in ``newsbrief.summary.never``: the first learns from articles with
furniture (``furniture``), the second from the sentences that editors said never to take.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import mul
from typing import NamedTuple

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from newsbrief.summary.candidates import document_of
from newsbrief.summary.document import Document, term_statistics
from newsbrief.summary.features import FEATURES, features
from newsbrief.summary.never import (
    FURNITURE,
    MARKS,
    NeverParameters,
    mark_columns,
    never_columns,
    openings,
)
from newsbrief.summary.ranking import term_probabilities
from newsbrief.text.stop_words import stop_terms

from .arguments import paths
from .furniture import Furnished, furnished
from .ranker_editors import Taken, editors_rows, taken

# How furniture is laid out: the features that say nothing of what an article is about.
LAYOUT = (
    "first sentence",
    "log position",
    "position",
    "in the last paragraph",
    "opens a paragraph",
    "log words",
    "quoted share",
    "opens with the first or second person",
    "share of the first or second person",
    "is or are",
    "modal verb",
    "bracket",
    "address",
    "no full stop",
    "label and colon",
    "share of capitalized words",
    *MARKS,
)
MIN_SENTENCES = 12  # that hold a term for it to have a weight
MIN_FURNITURE = 3  # that open or end with it
MAX_NAME_SHARE = 0.5  # of a term's uses inside sentences, that have a capital letter
LAYOUT_DECAY = 0.0003  # of the square of a weight, in deviations of its feature
TERM_DECAY = 0.0002
MIN_DEVIATION = 0.05  # of a feature that few sentences have
NEVER_DECAY = 0.004  # by cross-validation on the articles of editors/train
ITERATIONS = 80
STEP = 0.05  # of the weights of terms that are written; those that round to 0 are not
HEAD = """\
# What tells sentences that no editor would take. Made by train/never.py: see README.md.
"""


class Logistic(NamedTuple):
    """Weights and intercept of the log odds."""

    weights: list[float]
    intercept: float


class Example(NamedTuple):
    """The sentences of an article: rows of features and ``MARKS``, terms, which are furniture."""

    rows: list[tuple[float, ...]]
    terms: list[list[str]]  # "w term" anywhere, "o term" or "o term term" at the start, "e term"
    is_furniture: list[bool]


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    stop = stop_terms("en")
    names = _Names()
    examples = [_example(each, stop, names) for each in furnished(args.data, random.Random(7))]
    sentences = sum(len(e.rows) for e in examples)
    print(len(examples), "articles,", sentences, "sentences,", end=" ")
    print(sum(map(sum, (e.is_furniture for e in examples))), "of them furniture")
    layout, terms = learn_furniture(examples, names)
    examples = [without_doubtful(e, layout, terms) for e in examples]
    layout, terms = learn_furniture(examples, names)
    parameters = NeverParameters(
        tuple(layout.weights),
        layout.intercept,
        _of_kind(terms, "w"),
        _of_kind(terms, "o"),
        _of_kind(terms, "e"),
        (),
        0.0,
    )
    extracts = [taken(row, term_probabilities, stop) for row in editors_rows(args.data)]
    never = learn_never(extracts, parameters)
    print(len(extracts), "articles of editors")
    args.out.write_text(written(layout, terms, never), encoding="utf-8")


class _Names:
    """How often terms have a capital letter inside sentences, of those that tell names."""

    def __init__(self) -> None:
        self.uses = Counter[str]()
        self.capitals = Counter[str]()

    def add(self, document: Document) -> None:
        for terms, capitalized in zip(document.terms, document.capitalized, strict=True):
            self.uses.update(terms[1:])
            self.capitals.update(terms[k] for k in capitalized if k)

    def has(self, feature: str) -> bool:
        """Whether a term of ``feature`` is mostly written with a capital letter."""
        terms = feature.split()[1:]
        return any(self.capitals[t] > MAX_NAME_SHARE * self.uses[t] for t in terms)


def _example(each: Furnished, stop: frozenset[str], names: _Names) -> Example:
    article, sentences, is_furniture = each
    document = document_of(article, sentences, [article.fold(s) for s in sentences])
    names.add(document)
    probabilities = term_probabilities(term_statistics(document), len(sentences))
    rows = features(document, term_statistics(document), probabilities, stop)
    terms = []
    for own in document.terms:
        ends = [f"e {t}" for t in own[-1:]]
        terms.append(
            [*(f"w {t}" for t in dict.fromkeys(own)), *(f"o {t}" for t in openings(own)), *ends]
        )
    marks = mark_columns(document, rows)
    joined = [(*row, *mark) for row, mark in zip(rows, marks, strict=True)]
    return Example(joined, terms, is_furniture)


def learn_furniture(
    examples: Sequence[Example], names: _Names
) -> tuple[Logistic, dict[str, float]]:
    """The model of the layout of furniture, and the weights of its terms, by L-BFGS."""
    known = _known_terms(examples, names)
    columns = torch.tensor([float(name in LAYOUT) for name in (*FEATURES, *MARKS)])
    rows, mean, deviation = _scaled(row for e in examples for row in e.rows)
    rows = rows * columns
    of_terms = [[known[t] for t in own if t in known] for e in examples for own in e.terms]
    owner = torch.tensor([i for i, own in enumerate(of_terms) for _ in own])
    term = torch.tensor([t for own in of_terms for t in own])
    target = torch.tensor([float(y) for e in examples for y in e.is_furniture])
    weights = torch.zeros(rows.shape[1], requires_grad=True)
    of_term = torch.zeros(len(known), requires_grad=True)
    intercept = torch.zeros(1, requires_grad=True)

    def cost() -> torch.Tensor:
        odds = (rows @ weights + intercept).index_add(0, owner, of_term[term])
        decay = LAYOUT_DECAY * (weights**2).sum() + TERM_DECAY * (of_term**2).sum()
        return binary_cross_entropy_with_logits(odds, target) + decay

    _minimize(cost, [weights, of_term, intercept])
    with torch.no_grad():
        plain = weights * columns / deviation
        model = Logistic(plain.tolist(), float(intercept - mean @ plain))
        steps = (of_term / STEP).round().tolist()
    return model, {t: steps[i] * STEP for t, i in known.items() if steps[i]}


def without_doubtful(example: Example, layout: Logistic, terms: dict[str, float]) -> Example:
    """``example`` without the sentences that only the model calls furniture: rules miss some."""
    kept = []
    for row, own, y in zip(*example, strict=True):
        odds = layout.intercept + sum(map(mul, layout.weights, row))
        if y or odds + sum(terms.get(t, 0.0) for t in own) <= 0:
            kept.append((row, own, y))
    return Example(*map(list, zip(*kept, strict=True))) if kept else Example([], [], [])


def _known_terms(examples: Sequence[Example], names: _Names) -> dict[str, int]:
    """The terms that get a weight, with their indices."""
    everywhere = Counter(t for e in examples for own in e.terms for t in own)
    of_furniture = Counter(
        t
        for e in examples
        for own, y in zip(e.terms, e.is_furniture, strict=True)
        if y
        for t in own
    )
    known = sorted(
        t
        for t, n in everywhere.items()
        if n >= MIN_SENTENCES
        and (t[0] == "w" or of_furniture[t] >= MIN_FURNITURE)
        and not names.has(t)
    )
    return {t: i for i, t in enumerate(known)}


def learn_never(articles: Sequence[Taken], parameters: NeverParameters) -> Logistic:
    """What makes it likely which sentences of ``articles`` are never taken, by L-BFGS.

    ``parameters`` tell the furniture.
    """
    rows, mean, deviation = _scaled(
        (*row, *rest)
        for a in articles
        for row, rest in zip(a.rows, never_columns(a.document, a.rows, parameters), strict=True)
    )
    never = torch.tensor([float(flag) for a in articles for flag in a.never])
    weights = torch.zeros(rows.shape[1], requires_grad=True)
    intercept = torch.zeros(1, requires_grad=True)

    def cost() -> torch.Tensor:
        decay = NEVER_DECAY * (weights**2).sum()
        return binary_cross_entropy_with_logits(rows @ weights + intercept, never) + decay

    _minimize(cost, [weights, intercept])
    with torch.no_grad():
        plain = weights / deviation
        return Logistic(plain.tolist(), float(intercept - mean @ plain))


def _scaled(
    every: Iterable[Sequence[float]],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Rows in deviations from the mean of each feature, and the means and deviations."""
    rows = torch.tensor(list(every), dtype=torch.float32)
    mean, deviation = rows.mean(0), rows.std(0).clamp(min=MIN_DEVIATION)
    return (rows - mean) / deviation, mean, deviation


def _minimize(cost: Callable[[], torch.Tensor], parameters: list[torch.Tensor]) -> None:
    optimizer = torch.optim.LBFGS(
        parameters, max_iter=ITERATIONS, history_size=10, line_search_fn="strong_wolfe"
    )

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        value = cost()
        value.backward()
        return value

    optimizer.step(closure)


def _of_kind(terms: dict[str, float], kind: str) -> dict[str, float]:
    return {t[2:]: weight for t, weight in terms.items() if t[0] == kind}


def written(layout: Logistic, terms: dict[str, float], never: Logistic) -> str:
    """The text of never.txt."""
    lines = ["[features]", f"intercept\t{layout.intercept:.4f}\t{never.intercept:.4f}"]
    marked = (*FEATURES, *MARKS)
    for name, one, other in zip(marked, layout.weights, never.weights, strict=False):
        lines.append(f"{name}\t{one:.4f}\t{other:.4f}")
    for name, weight in zip(FURNITURE, never.weights[len(marked) :], strict=True):
        lines.append(f"{name}\t{weight:.4f}")
    for heading, kind in (("words", "w"), ("openings", "o"), ("endings", "e")):
        levels: dict[str, list[str]] = {}
        for t, weight in _of_kind(terms, kind).items():
            levels.setdefault(f"{weight:.2f}", []).append(t)
        lines.append(f"[{heading}]")
        lines += ["\t".join([level, *levels[level]]) for level in sorted(levels, key=float)]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
