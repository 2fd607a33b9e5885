"""Choosing among attributions: each keeps its outer one, by its new index, or has none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Attribution, Kind, Part, QuoteType, Source, SourceType
from newsbrief.attribution import take


def attribution(number: int, within: int | None) -> Attribution:
    return Attribution(
        kind=Kind.STATEMENT,
        quote=QuoteType.INDIRECT,
        negated=False,
        hedged=False,
        source=None,
        cue=None,
        claim=Part(str(number), ()),
        line=1,
        sentence=1,
        confidence=1.0,
        within=within,
    )


@st.composite
def nested(draw: st.DrawFn) -> list[Attribution]:
    """Attributions in any order, each in none or in one of those drawn before it."""
    size = draw(st.integers(0, 8))
    place = draw(st.permutations(range(size)))
    outer = [None if i == 0 else draw(st.none() | st.integers(0, i - 1)) for i in range(size)]
    made = [attribution(i, None if o is None else place[o]) for i, o in enumerate(outer)]
    return [made[place.index(i)] for i in range(size)]


@given(nested(), st.data())
def test_what_is_taken_keeps_its_outer_one_or_has_none(
    every: list[Attribution], data: st.DataObject
) -> None:
    indices = data.draw(st.permutations(range(len(every))))
    indices = indices[: data.draw(st.integers(0, len(every)))]
    taken = take(every, indices)
    assert [replace(each, within=None) for each in taken] == [
        replace(every[index], within=None) for index in indices
    ]
    for index, each in zip(indices, taken, strict=True):
        outer = every[index].within
        if outer in indices:
            assert each.within is not None
            assert taken[each.within].claim == every[outer].claim
            assert taken[each.within] is not each
        else:
            assert each.within is None


@given(nested())
def test_all_in_their_order_are_what_they_were(every: list[Attribution]) -> None:
    assert take(every, range(len(every))) == tuple(every)


@pytest.mark.parametrize(
    ("name", "expected"),
    [pytest.param("Ann Lee", "Ann Lee", id="name"), pytest.param(None, "the mayor", id="words")],
)
def test_a_source_is_shown_by_its_name_or_its_words(name: str | None, expected: str) -> None:
    assert Source("the mayor", (), name, SourceType.PERSON).display_name == expected
