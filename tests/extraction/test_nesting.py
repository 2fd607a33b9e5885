"""Attributions within the claims of others: which ones stand in which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.linking import Link
from newsbrief.extraction.nesting import with_inner, within
from newsbrief.spans import Span


def link(cue: tuple[int, int], *content: tuple[int, int], nested: bool = False) -> Link:
    return Link((), (Span(*cue),), tuple(Span(*piece) for piece in content), nested=nested)


OUTER = link((10, 15), (16, 60))


@pytest.mark.parametrize(
    ("inner", "holder"),
    [
        pytest.param(link((24, 28), (29, 60)), 0, id="all of it within"),
        pytest.param(link((24, 28), (40, 75)), 0, id="more than half of it within"),
        pytest.param(link((24, 28), (50, 90)), None, id="less than half of it within"),
        pytest.param(link((24, 28), (29, 40), (45, 60)), 0, id="in two pieces"),
        pytest.param(link((62, 66), (16, 60)), None, id="its cue outside"),
        pytest.param(link((70, 75), (76, 90)), None, id="elsewhere"),
    ],
)
def test_an_inner_attribution_stands_in_the_claim_of_the_outer_one(
    inner: Link, holder: int | None
) -> None:
    links = with_inner([OUTER], [inner._replace(nested=True)])
    assert [each.nested for each in links] == [False, holder is not None]
    assert within(links) == [None, holder]


def test_the_index_is_that_of_the_outer_one_wherever_it_stands() -> None:
    inner = link((24, 28), (29, 60), nested=True)
    first = link((0, 2), (3, 9))
    assert within([inner, first, OUTER]) == [2, None, None]


def test_where_the_outer_one_is_not_listed_nothing_holds_it() -> None:
    assert within([link((24, 28), (29, 60), nested=True)]) == [None]


def test_an_inner_claim_without_a_cue_is_left_out() -> None:
    assert with_inner([OUTER], [Link((), (), (Span(20, 40),), nested=True)]) == [OUTER]


spans = st.tuples(st.integers(0, 80), st.integers(1, 20)).map(lambda p: (p[0], p[0] + p[1]))
links = st.lists(st.builds(link, spans, spans, nested=st.booleans()), max_size=8)


@given(links)
def test_what_holds_another_is_no_inner_one_itself(found: list[Link]) -> None:
    for inner, holder in zip(found, within(found), strict=True):
        if holder is not None:
            assert inner.nested
            assert not found[holder].nested


def test_an_inner_claim_of_the_same_cue_is_the_outer_one_again() -> None:
    assert with_inner([OUTER], [OUTER._replace(nested=True)]) == [OUTER]
