import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.summary.document import Uses, story
from newsbrief.summary.features import FEATURES
from newsbrief.summary.ranking import (
    FIRST_STEPS,
    HOLDER_STEPS,
    chances,
    first_step,
    holder_step,
    parameters,
    rank,
)
from newsbrief.text.stop_words import stop_terms

STOP = stop_terms("en")


def test_parameters_are_whole() -> None:
    learned = parameters()
    assert len(learned.weights) == len(FEATURES)
    for table, steps in ((learned.first, FIRST_STEPS), (learned.early, 4)):
        assert [[len(row) for row in kind] for kind in table] == [[HOLDER_STEPS] * steps] * 3


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_steps_grow_and_stay_in_the_tables(a: int, b: int) -> None:
    low, high = sorted((a, b))
    assert 0 <= first_step(low) <= first_step(high) < FIRST_STEPS
    assert 0 <= holder_step(low) <= holder_step(high) < HOLDER_STEPS


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        pytest.param(("police", 0, 1), ("police", 9, 1), id="sooner"),
        pytest.param(("police", 0, 4), ("police", 0, 1), id="in more sentences"),
        pytest.param(("police", 0, 2), ("meanwhile", 0, 2), id="a telling word"),
    ],
)
def test_chances_of_words(likely: tuple[str, int, int], unlikely: tuple[str, int, int]) -> None:
    one, other = (
        chances(Uses({t: first}, {t: holders}, {t: int(first < 6)}, {}), 20)[t]
        for t, first, holders in (likely, unlikely)
    )
    assert 0 < other < one < 1


def test_a_word_of_no_list_has_a_chance() -> None:
    assert 0 < chances(Uses({"zzyzx": 0}, {"zzyzx": 1}, {}, {}), 10)["zzyzx"] < 1


def test_the_news_ranks_above_the_reaction() -> None:
    told = story(
        (
            "Police arrested two men on Monday over the theft of a painting from the city museum.",
            "Is that not odd?",
            "“Well, well, well,” a visitor said.",
            "The painting, worth $2 million, was found in a garage in Arlen, police said.",
        )
    )
    base = rank(told, STOP).base
    assert min(base[0], base[3]) > max(base[1], base[2])


def test_bases_are_about_the_average_and_parts_add_up() -> None:
    told = story(("A dam broke in Arlen.", "Ten people fled.", "Who is to blame?"))
    ranking = rank(told, STOP)
    assert sum(ranking.base) == pytest.approx(0)
    parts = ranking.parts()
    for i, base in enumerate(ranking.base):
        assert sum(parts(i).values()) == pytest.approx(base)


@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=6))
def test_any_text_is_ranked(texts: list[str]) -> None:
    assert len(rank(story([" ".join(t.split()) for t in texts]), STOP).base) == len(texts)
