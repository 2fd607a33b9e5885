"""Sets of words found by those that contain them: what a look at all of them finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.text.subsets import Subsets

WORDS = st.frozensets(st.sampled_from("abcdef"), max_size=4)


@given(st.lists(WORDS), WORDS)
def test_all_that_are_contained_are_found_in_order(
    sets: list[frozenset[str]], whole: frozenset[str]
) -> None:
    expected = [each for each in dict.fromkeys(sets) if each <= whole]
    assert list(Subsets(sets).within(whole)) == expected


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        pytest.param("ann lee", ["", "lee", "ann lee"], id="short and whole"),
        pytest.param("jo lee", ["", "lee"], id="another first name"),
        pytest.param("ann", [""], id="a part is no set"),
    ],
)
def test_within(whole: str, expected: list[str]) -> None:
    sets = [frozenset(name.split()) for name in ("", "lee", "ann lee", "jo poe")]
    found = Subsets(sets).within(frozenset(whole.split()))
    assert list(found) == [frozenset(name.split()) for name in expected]
