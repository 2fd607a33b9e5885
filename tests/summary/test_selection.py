from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.summary.cohesion import Dependency, dependencies
from newsbrief.summary.document import Document
from newsbrief.summary.joint_objective import JointObjective
from newsbrief.summary.objective import IndependentScores, PartialSummary
from newsbrief.summary.ranking import rank
from newsbrief.summary.selection import by_number, by_words
from newsbrief.text.stop_words import stop_terms

STOP = stop_terms("en")
FIRE = (
    "A fire destroyed the town hall of Arlen on Monday, killing two clerks, police said.",
    "It started in the kitchen at about 9 a.m.",
    "A fire destroyed the Arlen town hall on Monday and killed two clerks, the police said.",
    "“We heard a bang,” said Jo Marsh, who lives across the road.",
    "The town hall, built in 1871, was insured for 4 million crowns, Mayor Ada Brook said.",
    "But who will pay?",
    "Brook promised a new one by 2030.",
    "Firefighters from three towns needed six hours to put out the flames.",
)

lengths = st.lists(st.integers(1, 40), min_size=1, max_size=30)


def joint_objective() -> JointObjective:
    document = Document.of(FIRE)
    return JointObjective(rank(document, STOP), dependencies(document, STOP), STOP)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_search_finds_nearly_the_best_set(number: int) -> None:
    objective = joint_objective()
    every = range(len(FIRE))
    value = objective.value(by_number(objective, every, number))
    best = max(objective.value(chosen) for chosen in combinations(every, number))
    assert value >= best - 0.1


def test_nothing_is_said_twice() -> None:
    chosen = by_number(joint_objective(), range(len(FIRE)), 3)
    assert len({0, 2} & set(chosen)) == 1


def test_a_repetition_loses_more_than_what_is_new() -> None:
    objective, partial = joint_objective(), PartialSummary()
    objective.add(0, partial)
    assert objective.loss(2, partial) > objective.loss(7, partial) >= 0


def test_a_sentence_has_more_value_beside_the_one_it_depends_on() -> None:
    ranking = rank(Document.of(FIRE), STOP)
    none: list[tuple[Dependency, ...]] = [()] * len(FIRE)
    one = [*none[:1], (Dependency(0, 1.0),), *none[2:]]
    free, bound = JointObjective(ranking, none, STOP), JointObjective(ranking, one, STOP)
    assert bound.value([1, 3]) == pytest.approx(free.value([1, 3]) - 1)
    assert bound.value([0, 1]) == pytest.approx(free.value([0, 1]))
    assert bound.alone == free.alone


def test_the_highest_independent_scores_are_taken() -> None:
    objective = IndependentScores([3.0, 1.0, 2.0, 5.0], [10, 10, 10, 10])
    assert by_number(objective, range(4), 2) == [0, 3]
    assert by_number(objective, [0, 1, 2], 2) == [0, 2]
    assert by_number(objective, range(4), 9) == [0, 1, 2, 3]


def test_of_equal_scores_the_first_are_taken() -> None:
    objective = IndependentScores([1.0] * 5, [10] * 5)
    assert by_number(objective, range(5), 2) == [0, 1]
    assert by_words(objective, range(5), 25) == [0, 1]


@given(lengths, st.integers(1, 400))
def test_the_words_are_never_exceeded_and_no_other_sentence_would_fit(
    words: list[int], limit: int
) -> None:
    objective = IndependentScores([1 / (i + 1) for i in range(len(words))], words)
    chosen = by_words(objective, range(len(words)), limit)
    left = limit - sum(words[i] for i in chosen)
    assert left >= 0
    assert all(n > left for i, n in enumerate(words) if i not in chosen)
    assert chosen == sorted(set(chosen))


def test_words_are_filled_by_sentences_that_fit_together() -> None:
    """The best two by the word leave 18 of 50 words empty; the others fill it."""
    objective = IndependentScores([2.2, 1.2, 1.9, 1.9], [22, 10, 25, 25])
    assert by_words(objective, range(4), 50) == [2, 3]


def test_a_good_sentence_leaves_words_empty_that_poor_ones_would_fill() -> None:
    objective = IndependentScores([5.0, 1.5, 1.5], [40, 25, 25])
    assert by_words(objective, range(3), 50) == [0]


def test_many_words_are_filled_to_the_last_few() -> None:
    words = [7 + 5 * (i % 6) for i in range(400)]
    chosen = by_words(IndependentScores([1.0] * 400, words), range(400), 3_000)
    assert 2_995 <= sum(words[i] for i in chosen) <= 3_000


@pytest.mark.parametrize("limit", [20, 40, 60])
def test_words_of_an_article(limit: int) -> None:
    objective = joint_objective()
    chosen = by_words(objective, range(len(FIRE)), limit)
    assert 0.75 * limit <= sum(objective.lengths[i] for i in chosen) <= limit
    assert len({0, 2} & set(chosen)) < 2
