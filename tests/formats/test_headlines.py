"""The headline of a page: what most places on it say, without the outlet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.formats.headlines import headline
from newsbrief.formats.titles import Titles

WALL = "Harbour wall to be rebuilt"
OTHER = "Ostrand floods: what we know about the harbour wall"
SITES = ("Coast News", "coastnews")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        pytest.param(Titles(shown=(WALL,)), WALL, id="shown"),
        pytest.param(Titles(window=f"{WALL} | Coast News"), WALL, id="window alone"),
        pytest.param(Titles(window="Coast News"), "Coast News", id="nothing but the outlet"),
        pytest.param(Titles(), "", id="none"),
        pytest.param(Titles(shared=(f"{WALL} - Coast News",)), WALL, id="dash"),
        pytest.param(Titles(shared=(f"{WALL} | Coast News | Ostrand",)), WALL, id="two bars"),
        pytest.param(Titles(shared=(f"{WALL} | The Coast of the Straits",)), WALL, id="five words"),
        pytest.param(
            Titles(shared=(f"Ostrand | {WALL} in two years",)),
            f"Ostrand | {WALL} in two years",
            id="more words than a name has",
        ),
        pytest.param(Titles(shared=(f"Coast News: {WALL}",)), f"Coast News: {WALL}", id="no bar"),
        pytest.param(Titles(shared=(f"Coast News - {WALL}",)), WALL, id="outlet first"),
        pytest.param(
            Titles((), (f"Alerts • {WALL}",), ("Alerts",), f"Alerts • {WALL}", (WALL,)),
            WALL,
            id="section and headline",
        ),
        pytest.param(
            Titles((), (f"Alerts • {WALL}",), ("Alerts",), f"Alerts • {WALL}", (OTHER,)),
            f"Alerts • {WALL}",
            id="section and no headline",
        ),
        pytest.param(Titles(shared=("Rain - and more of it",)), "Rain - and more of it", id="dash"),
        pytest.param(
            Titles((), (f"{WALL} — Ely Aid",), (WALL,), f"{WALL} — Ely Aid"), WALL, id="site"
        ),
        pytest.param(
            Titles((), (f"{WALL} – what we know",), (WALL,), f"{WALL} – what we know"),
            f"{WALL} – what we know",
            id="no name of a site",
        ),
        pytest.param(
            Titles((), (f"{WALL} – The Facts",), (WALL,), WALL),
            f"{WALL} – The Facts",
            id="name that the window lacks",
        ),
        pytest.param(Titles((), (WALL,), ("Coast News", WALL)), WALL, id="logo is a heading"),
        pytest.param(Titles((OTHER,), (WALL,), (WALL,)), WALL, id="two against one"),
        pytest.param(Titles((WALL,), (OTHER,), (WALL,)), WALL, id="shared differs"),
        pytest.param(Titles((WALL,), (WALL,), (OTHER,)), WALL, id="shown differs"),
        pytest.param(Titles((), (WALL,), (OTHER,), OTHER), WALL, id="window has no voice"),
        pytest.param(Titles((WALL,), (OTHER,), ("Rain",)), WALL, id="all differ"),
        pytest.param(
            Titles((), (f"{WALL} this summer",), (WALL, OTHER)), f"{WALL} this summer", id="longer"
        ),
        pytest.param(Titles(shared=(f"{WALL} | ",)), WALL, id="bar at the end"),
        pytest.param(Titles(shown=("T" * 600, WALL)), WALL, id="no headline is so long"),
        pytest.param(Titles(shown=tuple(f"Wall {i}" for i in range(50_000))), "Wall 0", id="many"),
    ],
)
def test_headline(titles: Titles, expected: str) -> None:
    assert headline(titles, SITES) == expected


def test_letters_alone_are_compared() -> None:
    assert headline(Titles((OTHER,), ("HARBOUR WALL to be rebuilt!",), (WALL,)), ()) == (
        "HARBOUR WALL to be rebuilt!"
    )


def test_without_a_known_outlet_only_what_follows_a_bar_goes() -> None:
    assert headline(Titles(shared=(f"{WALL} | Coast",))) == WALL
    assert headline(Titles(shared=(f"{WALL} - Coast",))) == f"{WALL} - Coast"


PIECES = (WALL, OTHER, "Coast News", "Rain", " | ", " - ", ": ", "…", " » ", "")
TITLE = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
PLACE = st.lists(TITLE, max_size=3).map(tuple)


@given(st.builds(Titles, PLACE, PLACE, PLACE, TITLE, PLACE, PLACE, TITLE))
def test_the_headline_stands_in_one_of_the_places(titles: Titles) -> None:
    told = (*titles.stated, *titles.shared, titles.window)
    places = (*told, *titles.shown, *titles.lower, titles.opening)
    assert any(headline(titles, SITES) in title for title in places)
