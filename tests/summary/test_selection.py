from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.summary.cohesion import Need, needs
from newsbrief.summary.document import story
from newsbrief.summary.objective import Scores, Told, Worth
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


def worth(texts: tuple[str, ...] = FIRE) -> Worth:
    told = story(texts)
    return Worth(rank(told, STOP), needs(told, [(False, False)] * len(texts)), STOP)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_search_finds_nearly_the_best_set(number: int) -> None:
    values = worth()
    every = range(len(FIRE))
    found = values.of(by_number(values, every, number))
    best = max(values.of(chosen) for chosen in combinations(every, number))
    assert found >= best - 0.1


def test_what_is_told_is_not_told_again() -> None:
    chosen = by_number(worth(), range(len(FIRE)), 3)
    assert len({0, 2} & set(chosen)) == 1


def test_a_repeat_is_worth_less_than_what_is_new() -> None:
    values, told = worth(), Told()
    values.add(0, told)
    assert values.loss(2, told) > values.loss(7, told) >= 0


def test_a_sentence_is_worth_more_beside_the_one_it_leans_on() -> None:
    told = story(FIRE)
    ranking = rank(told, STOP)
    free: list[tuple[Need, ...]] = [()] * len(FIRE)
    leaning = [*free[:1], (Need(0, 1.0),), *free[2:]]
    plain, bound = Worth(ranking, free, STOP), Worth(ranking, leaning, STOP)
    assert bound.of([1, 3]) == pytest.approx(plain.of([1, 3]) - 1)
    assert bound.of([0, 1]) == pytest.approx(plain.of([0, 1]))
    assert bound.alone == plain.alone


def test_plain_scores_are_taken_from_the_top() -> None:
    values = Scores([3.0, 1.0, 2.0, 5.0], [10, 10, 10, 10])
    assert by_number(values, range(4), 2) == [0, 3]
    assert by_number(values, [0, 1, 2], 2) == [0, 2]
    assert by_number(values, range(4), 9) == [0, 1, 2, 3]


@given(lengths, st.integers(1, 400))
def test_words_are_never_passed_and_no_sentence_more_would_fit(
    words: list[int], limit: int
) -> None:
    values = Scores([1 / (i + 1) for i in range(len(words))], words)
    chosen = by_words(values, range(len(words)), limit)
    left = limit - sum(words[i] for i in chosen)
    assert left >= 0
    assert all(n > left for i, n in enumerate(words) if i not in chosen)
    assert chosen == sorted(set(chosen))


def test_words_are_filled_by_sentences_that_fit_together() -> None:
    """The best two by the word leave 18 of 50 words empty; the others fill it."""
    values = Scores([2.2, 1.2, 1.9, 1.9], [22, 10, 25, 25])
    assert by_words(values, range(4), 50) == [2, 3]


def test_many_words_are_filled_to_the_last_few() -> None:
    words = [7 + 5 * (i % 6) for i in range(400)]
    chosen = by_words(Scores([1.0] * 400, words), range(400), 3_000)
    assert 2_995 <= sum(words[i] for i in chosen) <= 3_000


@pytest.mark.parametrize("limit", [20, 40, 60])
def test_words_of_a_story(limit: int) -> None:
    values = worth()
    chosen = by_words(values, range(len(FIRE)), limit)
    assert 0.75 * limit <= sum(values.lengths[i] for i in chosen) <= limit
    assert len({0, 2} & set(chosen)) < 2
