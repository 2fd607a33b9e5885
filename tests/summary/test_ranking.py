from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.summary.document import Document, TermKind, TermStatistics
from newsbrief.summary.features import FEATURES
from newsbrief.summary.parameters import (
    COUNT_STEPS,
    EARLY_STEPS,
    FIRST_STEPS,
    SLOPES,
    count_step,
    first_step,
    parameters,
)
from newsbrief.summary.ranking import rank, term_probabilities
from newsbrief.text.stop_words import stop_terms

STOP = stop_terms("en")


def test_parameters_are_complete() -> None:
    learned = parameters()
    assert len(learned.weights) == len(learned.weights_alone) == len(FEATURES)
    assert tuple(learned.slopes) == SLOPES
    for table, rows in ((learned.first, FIRST_STEPS), (learned.early, EARLY_STEPS)):
        expected = [[COUNT_STEPS] * rows] * len(TermKind)
        assert [[len(row) for row in kind] for kind in table] == expected


@pytest.mark.parametrize(("step", "number"), [(first_step, FIRST_STEPS), (count_step, COUNT_STEPS)])
def test_steps_grow_one_by_one_to_the_last_of_the_tables(
    step: Callable[[int], int], number: int
) -> None:
    steps = [step(n) for n in (*range(50), 10**6)]
    assert steps == sorted(steps)
    assert set(steps) == set(range(number))


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        pytest.param(("police", 0, 1), ("police", 9, 1), id="sooner"),
        pytest.param(("police", 0, 4), ("police", 0, 1), id="in more sentences"),
        pytest.param(("police", 0, 2), ("meanwhile", 0, 2), id="a telling word"),
    ],
)
def test_probabilities_of_terms(
    likely: tuple[str, int, int], unlikely: tuple[str, int, int]
) -> None:
    one, other = (
        term_probabilities(TermStatistics({t: first}, {t: count}, {t: int(first < 6)}, {}), 20)[t]
        for t, first, count in (likely, unlikely)
    )
    assert 0 < other < one < 1


def test_an_unlisted_term_has_a_probability() -> None:
    statistics = TermStatistics({"zzyzx": 0}, {"zzyzx": 1}, {}, {})
    assert 0 < term_probabilities(statistics, 10)["zzyzx"] < 1


def test_the_news_ranks_above_the_reaction() -> None:
    document = Document.of(
        (
            "Police arrested two men on Monday over the theft of a painting from the city museum.",
            "Is that not odd?",
            "“Well, well, well,” a visitor said.",
            "The painting, worth $2 million, was found in a garage in Arlen, police said.",
        )
    )
    scores = rank(document, STOP).scores
    assert min(scores[0], scores[3]) > max(scores[1], scores[2])


def test_scores_average_0_and_contributions_add_up() -> None:
    document = Document.of(("A dam broke in Arlen.", "Ten people fled.", "Who is to blame?"))
    ranking = rank(document, STOP)
    assert sum(ranking.scores) == pytest.approx(0)
    contributions = ranking.contributions()
    for i, score in enumerate(ranking.scores):
        assert sum(contributions(i).values()) == pytest.approx(score)


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6))
def test_any_text_is_ranked(texts: list[str]) -> None:
    document = Document.of([" ".join(t.split()) for t in texts])
    assert len(rank(document, STOP).scores) == len(texts)
