import pytest

from scoring.matching import matched
from scoring.rates import Rates, interval, mean, rates
from scoring.rows import Row, aligned
from scoring.words import Words, f1, intersection_over_union, runs

TEXT = "Ada Brandt's dog can’t swim."  # Ada 0-3, Brandt's 4-12, dog 13-16, can’t 17-22, swim 23-27


@pytest.mark.parametrize(
    ("spans", "touched", "within"),
    [
        pytest.param([(0, 12)], {0, 1}, {0, 1}, id="whole words"),
        pytest.param([(2, 5)], {0, 1}, set(), id="less than half of either"),
        pytest.param([(0, 8)], {0, 1}, {0, 1}, id="half a word"),
        pytest.param([(0, 7)], {0, 1}, {0}, id="a character less than half"),
        pytest.param([(3, 4)], set(), set(), id="the space between"),
        pytest.param([(27, 28)], set(), set(), id="a full stop"),
        pytest.param([(0, 3), (23, 28)], {0, 4}, {0, 4}, id="two pieces"),
        pytest.param([(4, 8), (8, 12)], {1}, {1}, id="a word in halves"),
        pytest.param([], set(), set(), id="nothing"),
    ],
)
def test_words_of_spans(spans: list[tuple[int, int]], touched: set[int], within: set[int]) -> None:
    words = Words(TEXT)
    assert (set(words.touched(spans)), set(words.within(spans))) == (touched, within)


@pytest.mark.parametrize(
    ("one", "other", "dice", "jaccard"),
    [
        pytest.param({1, 2, 3}, {2, 3, 4}, 2 / 3, 0.5, id="overlap"),
        pytest.param({1}, {1}, 1.0, 1.0, id="the same"),
        pytest.param({1}, {2}, 0.0, 0.0, id="apart"),
        pytest.param({1}, set(), 0.0, 0.0, id="one empty"),
        pytest.param(set(), set(), 0.0, 1.0, id="both empty"),
    ],
)
def test_overlap(one: set[int], other: set[int], dice: float, jaccard: float) -> None:
    assert f1(one, other) == pytest.approx(dice)
    assert intersection_over_union(one, other) == pytest.approx(jaccard)


def test_runs() -> None:
    assert runs({7, 3, 4, 9, 8}) == {(3, 4), (7, 9)}
    assert runs(set()) == frozenset()


def test_rates() -> None:
    assert rates(2, 4, 8) == Rates(0.5, 0.25)
    assert Rates(0.5, 0.25).f1 == pytest.approx(1 / 3)
    assert Rates(0.5, 0.25).f(0.5) == pytest.approx(1.25 * 0.125 / (0.125 + 0.25))
    assert rates(0, 0, 0).f1 == 0


def test_an_interval_is_seeded_and_holds_the_mean() -> None:
    values = [0.0, 1.0] * 50
    low, high = interval(values, mean)
    assert (low, high) == interval(values, mean)
    assert 0.35 < low < 0.5 < high < 0.65
    assert interval([1.0] * 9, mean) == (1.0, 1.0)


def test_the_best_pair_goes_first_and_of_equals_the_first() -> None:
    scores = {("a", "x"): 0.6, ("a", "y"): 0.9, ("b", "y"): 0.8, ("c", "z"): 0.0}
    pairs = matched("abc", "xyz", lambda g, p: scores.get((g, p), 0.0))
    assert pairs == {1: 0}  # a takes y, so that b and x are left over; a score of 0 is no pair
    assert matched("aa", "aa", lambda *_: 1.0) == {0: 0, 1: 1}


def test_rows_are_aligned_by_id() -> None:
    gold: list[Row] = [{"id": 1}, {"id": "2"}]
    assert aligned(gold, [{"id": "2", "facts": []}]) == [
        ({"id": 1}, {}),
        ({"id": "2"}, {"id": "2", "facts": []}),
    ]
    with pytest.raises(ValueError, match="no gold row has the id '3'"):
        aligned(gold, [{"id": "3"}])
