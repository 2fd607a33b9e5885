"""Quotations with their speaker below."""

import pytest

from newsbrief import facts

QUOTED = "“We lost the boats and the nets in one night.”"
BEFORE = "The wall at Ayton broke on Monday, and Peter Lunn said it was old.\n\n"


def speakers(text: str) -> list[str | None]:
    """Who says each quotation of ``text``, by name."""
    found = facts(BEFORE + text)
    return [f.source.name if f.source else None for f in found if f.claim.text == QUOTED]


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        pytest.param(" — Ann Lee", "Ann Lee", id="a-dash"),
        pytest.param(" — Ann Lee, fisherwoman", "Ann Lee", id="a-role"),
        pytest.param(" – Ann van der Lee (Ayton)", "Ann van der Lee", id="brackets"),
        pytest.param(" -- Ann Lee.", "Ann Lee", id="hyphens"),
        pytest.param(" — Élodie Öst", "Élodie Öst", id="other-letters"),
        pytest.param(" - Ann Lee, 34", "Ann Lee", id="a-hyphen"),
        pytest.param("\n— Ann Lee", "Ann Lee", id="a-line-of-its-own"),
        pytest.param("\n\n— Ann Lee, Ayton", "Ann Lee", id="a-paragraph-of-its-own"),
    ],
)
def test_a_quotation_is_of_who_signs_it(signed: str, name: str) -> None:
    assert speakers(f"{QUOTED}{signed}\n\nIt rained on Tuesday.") == [name]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(" — which was true.", id="a-clause"),
        pytest.param(" — Ann Lee laughed when she saw it.", id="a-sentence"),
        pytest.param("\n\nAnn Lee", id="no-dash"),
        pytest.param("\n\n- The match will be shown on Saturday.", id="an-item"),
    ],
)
def test_what_else_follows_signs_nothing(after: str) -> None:
    assert "Ann Lee" not in speakers(f"{QUOTED}{after}\n\nIt rained on Tuesday.")


def test_what_the_writer_says_between_is_not_signed() -> None:
    found = facts(f"{BEFORE}“We lost all the boats,” he said. {QUOTED} — Ann Lee\n\nIt rained.")
    assert all("he said" not in f.claim.text for f in found)


def test_the_writer_signs_no_quotation_that_others_begin() -> None:
    text = f"{BEFORE}He read out what stood there: {QUOTED} — Ann Lee"
    assert all(not (f.source and f.source.name == "Ann Lee" and not f.cue) for f in facts(text))


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("“{words},” Ann Lee said on Tuesday.\n\n“{words}” — Ann Lee", id="below"),
        pytest.param("“{words}” — Ann Lee\n\n“{words},” Ann Lee said on Tuesday.", id="above"),
        pytest.param("“{words}” — Ann Lee\n\nIt blew.\n\n“{words}” — Ann Lee", id="twice"),
    ],
)
def test_a_quotation_that_the_article_has_twice_is_listed_once(said: str) -> None:
    words = "We lost the boats and the nets in one night"
    text = f"{BEFORE}{said.format(words=words)}\n\nIt rained."
    found = [f for f in facts(text) if words in f.claim.text]
    assert [f.source and f.source.name for f in found] == ["Ann Lee"]


def test_two_may_say_the_same() -> None:
    text = f"{BEFORE}“I say no.” — Ann Lee\n\n“I say no.” — Jo Ray\n\nI say no to that, said Hale."
    assert [f.source.name for f in facts(text) if f.source and not f.cue] == ["Ann Lee", "Jo Ray"]


def test_who_only_signs_is_not_taken_up() -> None:
    text = (
        "Eva Holm made the film.\n\n“I wept for three hours and more.” — Priya Nair\n\n"
        "“My mother liked it,” she said.\n"
    )
    named = [f.source and f.source.name for f in facts(text)]
    assert named == ["Priya Nair", "Eva Holm"]
