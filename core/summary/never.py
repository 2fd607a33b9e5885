"""How likely each sentence of a document is one that no editor would ever take.

Such are page furniture that is left among the paragraphs (captions, teasers, notices on cookies and
newsletters, credits) and sentences that cannot stand alone: exclamations, pieces, parts of
quotations.

Two logistic models, learned by ``train/never.py``. The first tells furniture, from how a sentence
is laid out and from its words, the one or two that open it and the one that ends it. The second
tells what editors never take, from the features of the ranking, ``MARKS``, and what the first
model says of the sentence and of those beside it: furniture comes in runs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from operator import itemgetter, mul

from newsbrief.text.packaged import levels, sections
from newsbrief.text.quotation_marks import CLOSING_MARKS

from .document import Document
from .features import FEATURES

MARKS = (
    "question mark",
    "exclamation mark",
    "three dots",
    "opens in lower case",
    "share of the first or second person outside quotations",
    "log sentences after it",
    "present tense after a name",
)
FURNITURE = ("furniture", "furniture beside it")
_QUOTED = list(FEATURES).index("quoted share")
_PERSONS = list(FEATURES).index("share of the first or second person")
_MIN_VERB_LETTERS = 3  # more than "has", "was" and "is" have
_MAX_FURNITURE = 6.0  # log odds of furniture, as the second model sees them
_MIN_FURNITURE = -8.0
_NOTHING_BESIDE = -4.0  # the log odds before the first sentence and after the last
# Of the sentences that the first model learns from a tenth are furniture, of those that rules leave
# among the paragraphs some two of a hundred: so much lower are the log odds.
_FURNITURE_LEFT = 2.0
_MAX_LOG_ODDS = 30.0  # keeps the exponential of a freak sentence finite


@dataclass(frozen=True, slots=True)
class NeverParameters:
    """The learned parameters.

    ``layout`` are the weights of the features and ``MARKS`` for furniture, ``words``, ``openings``
    and ``endings`` those of terms anywhere, at the start (one or two) and at the end of a sentence.
    ``weights`` are those of the features, ``MARKS`` and ``FURNITURE`` for what is never taken.
    """

    layout: tuple[float, ...]
    layout_intercept: float
    words: Mapping[str, float]
    openings: Mapping[str, float]
    endings: Mapping[str, float]
    weights: tuple[float, ...]
    intercept: float


@cache
def never_parameters() -> NeverParameters:
    """The parameters that ship with the package."""
    parts = sections("never.txt")
    named = {
        name: list(map(float, rest))
        for name, *rest in (line.split("\t") for line in parts["features"])
    }
    (layout_intercept, intercept) = named["intercept"]
    names = (*FEATURES, *MARKS, *FURNITURE)
    return NeverParameters(
        tuple(named[name][0] for name in names[: -len(FURNITURE)]),
        layout_intercept,
        levels(parts["words"], "\t"),
        levels(parts["openings"], "\t"),
        levels(parts["endings"], "\t"),
        tuple(named[name][-1] for name in names),
        intercept,
    )


def never_costs(document: Document, rows: Sequence[Sequence[float]]) -> list[float]:
    """For each sentence of ``document`` the negative log probability that an editor may take it.

    That is that it is neither furniture nor what editors never take. ``rows`` are the ``features``
    of the sentences.
    """
    learned = never_parameters()
    of_features, of_rest = learned.weights[: len(FEATURES)], learned.weights[len(FEATURES) :]
    costs = []
    for row, rest in zip(rows, never_columns(document, rows, learned), strict=True):
        never = learned.intercept + sum(map(mul, of_features, row)) + sum(map(mul, of_rest, rest))
        of_never = exp(min(never, _MAX_LOG_ODDS))
        of_furniture = exp(rest[-2] - _FURNITURE_LEFT)
        costs.append(log1p(of_never + of_furniture + of_never * of_furniture))
    return costs


def never_columns(
    document: Document, rows: Sequence[Sequence[float]], learned: NeverParameters
) -> list[tuple[float, ...]]:
    """For each sentence, of the features ``rows``, its values of ``MARKS`` and ``FURNITURE``."""
    marks = mark_columns(document, rows)
    odds = [
        min(max(z, _MIN_FURNITURE), _MAX_FURNITURE)
        for z in _furniture(document, rows, marks, learned)
    ]
    around = [_NOTHING_BESIDE, *odds, _NOTHING_BESIDE]
    return [
        (*mark, own, max(before, after))
        for mark, own, before, after in zip(marks, odds, around, around[2:], strict=False)
    ]


def mark_columns(document: Document, rows: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """For each sentence, of the features ``rows``, its values of ``MARKS``."""
    count = len(document.texts)
    marks: list[tuple[float, ...]] = []
    for i, (text, row) in enumerate(zip(document.texts, rows, strict=True)):
        end = text.rstrip(CLOSING_MARKS + ")»] ")
        marks.append(
            (
                end.endswith("?"),
                end.endswith("!"),
                end.endswith(("...", "…")),
                text[:1].islower(),
                row[_PERSONS] * (1 - row[_QUOTED]),
                log1p(count - 1 - i),
                _is_in_present(document.words[i], document.capitalized[i]),
            )
        )
    return marks


def _is_in_present(words: Sequence[str], capitalized: Sequence[int]) -> bool:
    """Whether a name is followed by what may be a verb in the present ("Ann Lee looks on").

    Captions are, and news seldom is.
    """
    count = len(words)
    for k in capitalized:
        following = words[k + 1] if k + 1 < count else ""
        if following[-1:] == "s" and len(following) > _MIN_VERB_LETTERS and following.islower():
            return True
    return False


def openings(terms: Sequence[str]) -> tuple[str, ...]:
    """The term that opens a sentence, and the two that do, as the model of furniture sees them."""
    return (terms[0], " ".join(terms[:2])) if terms else ()


def _furniture(
    document: Document,
    rows: Sequence[Sequence[float]],
    marks: Sequence[Sequence[float]],
    learned: NeverParameters,
) -> list[float]:
    """The log odds of each sentence to be page furniture."""
    word, opening, ending = learned.words.get, learned.openings.get, learned.endings.get
    used = [k for k, weight in enumerate(learned.layout[: len(FEATURES)]) if weight]
    weights, columns = [learned.layout[k] for k in used], itemgetter(*used)
    of_marks = learned.layout[len(FEATURES) :]
    odds = []
    for terms, distinct, row, mark in zip(
        document.terms, document.distinct, rows, marks, strict=True
    ):
        odds.append(
            learned.layout_intercept
            + sum(map(mul, weights, columns(row)))
            + sum(map(mul, of_marks, mark))
            + sum(filter(None, map(word, distinct)))
            + sum([opening(t, 0.0) for t in openings(terms)])
            + (ending(terms[-1], 0.0) if terms else 0.0)
        )
    return odds
