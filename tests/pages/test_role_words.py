"""The words that tell which role somebody has."""

import pytest

from newsbrief.pages.folding import name_key
from newsbrief.pages.role_words import role_words
from newsbrief.pages.sources import source_role


@pytest.mark.parametrize(
    ("role", "words"),
    [
        pytest.param("the mayor of Dunmore", "mayor dunmore", id="function words"),
        pytest.param("Dunmore’s mayor", "mayor dunmore", id="possessive"),
        pytest.param("former mayor", "mayor", id="time"),
        pytest.param("President-elect", "president", id="time, after a hyphen"),
        pytest.param("the new", "", id="nothing"),
        pytest.param("Gov.", "governor", id="short title"),
        pytest.param("chief executive officer", "ceo", id="the longest wording"),
        pytest.param("US Senator", "american senator", id="US is no pronoun"),
        pytest.param("Ministère des Travaux", "ministere des travaux", id="accents"),
        pytest.param("general manager", "general manager", id="near miss: no short title"),
        pytest.param("chief of staff", "chief staff", id="near miss: no chief executive"),
        pytest.param("[/b] $x$ =1+1", "b x 1", id="marks"),
    ],
)
def test_role_words(role: str, words: str) -> None:
    assert role_words(role) == frozenset(words.split())


def test_the_name_is_no_part_of_the_role() -> None:
    assert source_role("Okafor of the Traders", "peter okafor") == {"traders"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Ann Lee", "ANN  LEE", True, id="capitals"),
        pytest.param("José O’Neill", "Jose O'Neill", True, id="accents and apostrophes"),
        pytest.param("George W. Bush", "George W Bush", True, id="full stops"),
        pytest.param("the Tribune", "Tribune", True, id="article"),
        pytest.param("Anne-Marie Lee", "Anne Marie Lee", True, id="hyphen"),
        pytest.param("Ann Lee", "Ann M. Lee", False, id="middle initial"),
        pytest.param("Ann Lee", "Ann Leeds", False, id="longer"),
        pytest.param("Lee", "Ann Lee", False, id="surname"),
    ],
)
def test_names_are_compared(one: str, other: str, *, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same
