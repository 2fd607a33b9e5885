"""Which sources of one name are one person, by their roles."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.role_words import role_words
from newsbrief.pages.same_person import persons


def numbered(*occurrences: str) -> list[int]:
    """The person behind each occurrence, whose roles are parted by semicolons."""
    roles = [frozenset(filter(None, map(role_words, each.split(";")))) for each in occurrences]
    return persons(roles)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        pytest.param("mayor of Dunmore", "Dunmore mayor", True, id="another order"),
        pytest.param("the mayor", "Dunmore’s mayor", True, id="one within the other"),
        pytest.param("former mayor of Dunmore", "mayor of Dunmore", True, id="another time"),
        pytest.param("ex-mayor", "Dunmore mayor", True, id="another time, shorter"),
        pytest.param("Sen.", "Vermont senator", True, id="a title cut short"),
        pytest.param("CEO of Acme", "chief executive at Acme", True, id="a title's letters"),
        pytest.param("U.S. president", "President of the United States", True, id="a state"),
        pytest.param("Lib Dem leader", "Liberal Democrat leader", True, id="a party"),
        pytest.param("mayor of Dunmore", "mayor of Ostrand", False, id="another town"),
        pytest.param("chief executive of Acme", "chief executive of Borel", False, id="a firm"),
        pytest.param("Dunmore mayor", "Dunmore striker", False, id="another job in one town"),
        pytest.param("mayor", "striker", False, id="nothing in common"),
    ],
)
def test_roles_agree(one: str, other: str, *, agree: bool) -> None:
    assert numbered(one, other) == ([0, 0] if agree else [0, 1])


@pytest.mark.parametrize(
    ("occurrences", "expected"),
    [
        pytest.param(["mayor", ""], [0, 0], id="no role: the only one there is"),
        pytest.param(["mayor", "striker", ""], [0, 1, 2], id="no role: two there are"),
        pytest.param(
            ["mayor of Dunmore", "mayor of Ostrand", "mayor"], [0, 1, 2], id="fits two towns"
        ),
        pytest.param(
            ["mayor of Dunmore", "striker", "mayor"], [0, 1, 0], id="fits one of two people"
        ),
        pytest.param(
            ["mayor of Dunmore;poet", "poet", "mayor of Ostrand"],
            [0, 0, 1],
            id="one article gives two roles",
        ),
        pytest.param(
            ["mayor of Dunmore;poet", "mayor of Ostrand", "poet;mayor"],
            [0, 1, 0],
            id="one role fits two towns, the other one of them",
        ),
        pytest.param(
            ["Dunmore mayor;Rovers striker", "Rovers striker", "mayor of Dunmore", ""],
            [0, 0, 0, 0],
            id="an article joins roles of others",
        ),
        pytest.param(
            ["mayor", "chief of police", "mayor and later chief of police", ""],
            [0, 0, 0, 0],
            id="a role that holds two others",
        ),
    ],
)
def test_who_is_who(occurrences: list[str], expected: list[int]) -> None:
    assert numbered(*occurrences) == expected


WORDS = ("mayor", "dunmore", "ostrand", "poet")
ROLE_WORDS = [frozenset(c) for n in (1, 2, 3) for c in combinations(WORDS, n)]
ROLES = st.frozensets(st.sampled_from(ROLE_WORDS), max_size=2)


@given(st.lists(ROLES, unique=True, max_size=6))
def test_the_order_of_articles_changes_nothing(
    occurrences: list[frozenset[frozenset[str]]],
) -> None:
    def pairs(order: list[frozenset[frozenset[str]]]) -> set[frozenset[object]]:
        found = dict(zip(order, persons(order), strict=True))
        return {frozenset((a, b)) for a in order for b in order if found[a] == found[b]}

    assert pairs(occurrences) == pairs(occurrences[::-1])
    assert pairs(occurrences) == pairs(occurrences[1:] + occurrences[:1])


@given(st.lists(ROLES, unique=True, max_size=6))
def test_no_role_joins_the_only_person_or_stays_apart(
    occurrences: list[frozenset[frozenset[str]]],
) -> None:
    without = [roles for roles in occurrences if roles]
    bare = persons([*without, frozenset()])[-1]
    others = persons(without)
    assert bare == (0 if len(set(others)) == 1 and without else len(set(others)))


def test_time_is_linear_in_the_number_of_roles() -> None:
    def seconds(count: int) -> float:
        roles = [frozenset({frozenset({"mayor", f"town{i}", f"x{i % 7}"})}) for i in range(count)]
        start = time.process_time()
        persons(roles)
        return time.process_time() - start

    assert seconds(20_000) < 40 * seconds(2_000)
