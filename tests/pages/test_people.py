"""What the newsroom knows of people, joined to sources."""

import pytest

from newsbrief import Counts, SourceCount, SourceType
from newsbrief.errors import InputError
from newsbrief.pages.people import Joined, Person, ValueShare, column_shares, joined, people


def source(name: str, role: str = "", claims: int = 1) -> SourceCount:
    roles = (role,) if role else ()
    counts = Counts(1, claims, 0, 0, 5 * claims)
    return SourceCount(name, SourceType.PERSON, role or None, roles, counts, None, None, ())


MAYOR, STRIKER = source("Ann Lee", "mayor of Dunmore", 6), source("Ann Lee", "Rovers striker", 2)
OKAFOR = source("Peter Okafor", claims=2)


def join(table: str, *sources: SourceCount) -> Joined:
    return joined(people(table), sources)


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        pytest.param("name,gender\nAnn Lee,f\n", ("gender",), [("Ann Lee", "", ("f",))], id="csv"),
        pytest.param(
            "Gender;Name;ROLE\r\nf;Lee, Ann;mayor\r\n",
            ("Gender",),
            [("Lee, Ann", "mayor", ("f",))],
            id="semicolons, another order, capitals",
        ),
        pytest.param("name\tbeat\n Ann  Lee \t\n", ("beat",), [("Ann Lee", "", ("",))], id="tabs"),
        pytest.param("name,gender,\nAnn Lee,f,\n,m,\n", ("gender",), [("Ann Lee", "", ("f",))],
                     id="a column without a title, a row without a name"),
        pytest.param("name,a,b\nAnn Lee,x\n", ("a", "b"), [("Ann Lee", "", ("x", ""))],
                     id="a row cut short"),
        pytest.param("name\nAnn Lee\n", (), [("Ann Lee", "", ())], id="names alone"),
    ],
)  # fmt: skip
def test_a_table_is_read(
    text: str, columns: tuple[str, ...], rows: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert people(text) == (columns, tuple(Person(*row) for row in rows))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("person,gender\nAnn Lee,f\n", "no column is called 'name'", id="no name"),
        pytest.param("", "no rows", id="empty"),
        pytest.param("name,gender\n", "no rows", id="a header alone"),
        pytest.param("name\nAnn Lee,f\n", "row 1: more cells than columns", id="a cell too many"),
    ],
)
def test_a_bad_table_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        people(text)


@pytest.mark.parametrize(
    ("table", "values", "unmatched", "ambiguous"),
    [
        pytest.param("name,g\npeter okafor,m\n", {2: ("m",)}, (), (), id="by name"),
        pytest.param("name,g\nOkafor,m\n", {}, ("Okafor",), (), id="a part of a name is none"),
        pytest.param("name,g\nAnn Lee,f\n", {}, (), ("Ann Lee",), id="two sources"),
        pytest.param(
            "name,g,role\nAnn Lee,f,mayor\nAnn Lee,x,striker\n",
            {0: ("f",), 1: ("x",)},
            (),
            (),
            id="two sources, told apart by role",
        ),
        pytest.param("name,g,role\nAnn Lee,f,poet\n", {}, (), ("Ann Lee",), id="a role of neither"),
        pytest.param(
            "name,g,role\nPeter Okafor,m,poet\n", {2: ("m",)}, (), (), id="a role no one asks for"
        ),
        pytest.param(
            "name,g\nPeter Okafor,m\nPETER OKAFOR,x\n",
            {},
            (),
            ("Peter Okafor", "PETER OKAFOR"),
            id="two lines",
        ),
    ],
)
def test_people_are_joined(
    table: str,
    values: dict[int, tuple[str, ...]],
    unmatched: tuple[str, ...],
    ambiguous: tuple[str, ...],
) -> None:
    found = join(table, MAYOR, STRIKER, OKAFOR)
    assert (found.values, found.unmatched, found.ambiguous) == (values, unmatched, ambiguous)


def test_shares_are_of_those_whom_the_table_tells() -> None:
    table = "name,role,gender,beat\nAnn Lee,mayor,f,politics\nPeter Okafor,,m,\n"
    found = join(table, MAYOR, STRIKER, OKAFOR)
    gender, beat = column_shares(found, (MAYOR, STRIKER, OKAFOR))
    assert gender == (
        "gender",
        (
            ValueShare("f", 1, 6, 0, 0.75),
            ValueShare("m", 1, 2, 0, 0.25),
            ValueShare("", 1, 2, 0, None),
        ),
    )
    assert beat == ("beat", (ValueShare("politics", 1, 6, 0, 1.0), ValueShare("", 2, 4, 0, None)))
