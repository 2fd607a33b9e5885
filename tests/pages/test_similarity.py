import importlib.util
import sys
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.candidates import MAX_CANDIDATES, candidate_pairs
from newsbrief.pages.claims import MIN_SIMILARITY
from newsbrief.pages.clustering import clusters
from newsbrief.pages.contradiction import assertion, is_negative, opposed
from newsbrief.pages.similarity import idf_weights, similarities, terms

TEXTS = st.text(st.sampled_from("the ferry sank 12 £5m noon died twelve’s "), max_size=60)


def similarity_of(one: str, other: str) -> float:
    stems = [terms(one), terms(other)]
    return similarities(stems, idf_weights(stems))(0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The ships were inspected", "an inspection of a ship", id="endings"),
        pytest.param("forty homes", "40 houses", id="spelled-numbers-and-synonyms"),
        pytest.param("$5 million", "five million dollars", id="money"),
        pytest.param("61 percent", "61%", id="percent"),
        pytest.param("the mayor’s car", "the mayor's car", id="apostrophes"),
    ],
)
def test_same_content(one: str, other: str) -> None:
    assert similarity_of(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("40 percent of the fire", "40 homes", id="percent-is-no-count"),
        pytest.param("$40", "€40", id="currencies"),
        pytest.param("the and of it", "the and of it", id="function-words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_nothing_in_common(one: str, other: str) -> None:
    assert similarity_of(one, other) == 0


@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_similarity_is_symmetric_and_from_0_to_1(texts: list[str]) -> None:
    stems = [terms(text) for text in texts]
    similarity = similarities(stems, idf_weights(stems))
    for i, j in combinations(range(len(stems)), 2):
        assert 0 <= similarity(i, j) <= 1
        assert similarity(i, j) == similarity(j, i)


@given(st.lists(TEXTS, max_size=12), st.sampled_from([0.1, MIN_SIMILARITY, 0.5, 0.9]))
def test_all_pairs_that_are_similar_enough_are_candidates(
    texts: list[str], threshold: float
) -> None:
    stems = [terms(text) for text in texts]
    weights = idf_weights(stems)
    similarity = similarities(stems, weights)
    pairs = combinations(range(len(stems)), 2)
    similar = {(i, j) for i, j in pairs if similarity(i, j) >= threshold}
    found = list(candidate_pairs(stems, weights, threshold))
    assert found == sorted(set(found))
    assert similar <= set(found)


def test_texts_that_are_all_alike_make_few_candidates() -> None:
    stems = [frozenset({"mayor", "bridge", str(number)}) for number in range(2 * MAX_CANDIDATES)]
    pairs = list(candidate_pairs(stems, idf_weights(stems), 0.1))
    assert len(pairs) <= MAX_CANDIDATES * len(stems)
    assert {second for _, second in pairs} == set(range(1, len(stems)))


@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_similarities_are_those_of_each_two(texts: list[str]) -> None:
    stems = [terms(text) for text in texts]
    weights = idf_weights(stems)
    of_two = similarities(stems, weights)
    for i, j in combinations(range(len(stems)), 2):
        assert of_two(i, j) == similarities((stems[i], stems[j]), weights)(0, 1)


def test_what_all_texts_share_weighs_least() -> None:
    weights = idf_weights([terms("Larkhaven flood"), terms("Larkhaven bridge"), terms("Larkhaven")])
    assert weights["larkha"] == min(weights.values())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("12 people died", "19 people died", True, id="counts"),
        pytest.param("12 people died", "twelve people died", False, id="spelled"),
        pytest.param("12 people died in 2 hours", "19 died in two hours", False, id="one-agrees"),
        pytest.param("12 people died", "it cost $19", False, id="other-measures"),
        pytest.param("12 people died", "19 houses burned", False, id="other-things"),
        pytest.param("it cost $80 million", "it cost €81 million", False, id="currencies"),
        pytest.param("it cost $80 million", "it cost $45 million", True, id="money"),
        pytest.param("about $80 million", "$79.6 million", False, id="rounded"),
        pytest.param("it fell to -4C", "it was -4C, a record", False, id="below-zero"),
        pytest.param("it fell to -4C", "it fell to -9C", True, id="below-zero-and-apart"),
        pytest.param("9 inches fell", "another 2 inches will fall", False, id="another"),
        pytest.param("4,500 fled, up from 3,000", "3,000 fled", True, id="up-from"),
        pytest.param("on March 4", "on March 5", False, id="dates-are-not-compared"),
        pytest.param("the toll rose to 19", "12 people died", True, id="bare-count"),
    ],
)
def test_figures_are_opposed(one: str, other: str, *, expected: bool) -> None:
    assert opposed(assertion(one), assertion(other)) is expected
    assert opposed(assertion(other), assertion(one)) is expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("the sirens did not work", True),
        ("the sirens didn’t work", True),
        ("no siren was heard", True),
        ("nobody was warned", True),
        ("they never sailed without a crew", False),
        ("a notable know-how, noted in Nottingham", False),
        ("the sirens failed to sound", True),
        ("the sirens seldom work", True),
        ("the warning is a lie", True),
        ("they failed the sailors", False),
    ],
)
def test_is_negative(claim: str, *, expected: bool) -> None:
    assert is_negative(claim) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "nothing could be done at once, but the issue would be raised with the Speaker",
            "the issue would be raised with the Speaker",
            False,
            id="another-clause",
        ),
        pytest.param(
            "the issue would not be raised with the Speaker, but it was serious",
            "the issue would be raised with the Speaker",
            True,
            id="the-clause-that-both-have",
        ),
        pytest.param("none was hurt", "two were hurt", True, id="no-comma"),
        pytest.param("he is not guilty", "he is innocent", False, id="negated-antonym"),
        pytest.param("the guards were armed", "the guards were unarmed", True, id="prefix"),
        pytest.param("it is false that he paid", "he paid", True, id="called-false"),
        pytest.param("a false alarm was raised", "an alarm was raised", False, id="a-false-thing"),
        pytest.param("it closed in May", "it closed in June", True, id="months"),
        pytest.param("it closed in May", "it closed on Friday", False, id="month-and-weekday"),
        pytest.param(
            "the council failed to approve it", "the council approved it", True, id="failed"
        ),
        pytest.param("about 4 million", "4.2 million", False, id="a-rough-figure"),
        pytest.param("4 million", "4.2 million", True, id="an-exact-figure"),
    ],
)
def test_what_is_opposed(one: str, other: str, *, expected: bool) -> None:
    assert opposed(assertion(one), assertion(other)) is expected
    assert opposed(assertion(other), assertion(one)) is expected


def test_a_denial_of_a_negation_agrees_with_the_claim() -> None:
    warned, unwarned = assertion("there was a warning"), assertion("there was no warning")
    assert not opposed(warned, unwarned, denied=True)
    assert opposed(warned, warned, denied=True)


def test_a_chain_of_near_neighbours_is_not_one_cluster() -> None:
    assert clusters([0, 1, 2, 3], lambda a, b: 1 - abs(a - b) / 2, 0.5) == [[0, 1], [2, 3]]


def test_an_item_counts_as_often_as_it_stands() -> None:
    """The third is like the first and not like the second, so how often the first stands counts."""
    gaps = {(0, 1): 1.0, (0, 2): 0.6, (1, 2): 0.3}

    def similarity_of(a: int, b: int) -> float:
        return gaps[min(a, b), max(a, b)]

    assert clusters([0, 1, 2], similarity_of, 0.5) == [[0, 1], [2]]
    assert clusters([0, 1, 2], similarity_of, 0.5, weights={0: 3, 1: 1, 2: 1}) == [[0, 1, 2]]
    assert clusters([0, 1, 2], similarity_of, 0.5, pairs=[(0, 2)]) == [[0, 2], [1]]


@given(st.lists(st.integers(0, 30), unique=True, max_size=12))
def test_clusters_hold_each_item_once(items: list[int]) -> None:
    made = clusters(items, lambda a, b: 1 / (1 + abs(a - b)), 0.3)
    assert sorted(item for cluster in made for item in cluster) == sorted(items)
    firsts = [items.index(cluster[0]) for cluster in made]
    assert firsts == sorted(firsts)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = Path(__file__).parents[2] / "bench" / "claims.py"
    spec = importlib.util.spec_from_file_location("bench_claims", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_threshold_is_the_best_for_tuning(bench: ModuleType) -> None:
    tuning, _ = bench.halves()
    scores = {
        percent / 100: bench.same(tuning, percent / 100).f(0.5) for percent in range(2, 99, 2)
    }
    assert max(scores, key=lambda threshold: scores[threshold]) == MIN_SIMILARITY


def test_scores_on_stories_that_were_not_tuned_on(bench: ModuleType) -> None:
    _, reporting = bench.halves()
    precision, recall = bench.same(reporting, MIN_SIMILARITY)
    assert precision >= 0.9
    assert recall >= 0.7
    precision, recall = bench.contradicting(reporting, MIN_SIMILARITY)
    assert precision >= 0.9
    assert recall >= 0.6
