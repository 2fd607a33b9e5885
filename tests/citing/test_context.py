"""The sentences around a place: which they are, and what is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Article, Span, context, parse

TEXT = """Quay is shut

By Jane Roe

The quay at Ostrand was shut on Monday. “It broke. It cannot be mended,” Ann Lee said.

Photo: the quay on Monday (Ostrand Courier)

The mayor denied that.
"""
SHUT = "The quay at Ostrand was shut on Monday."


def place(text: str, *pieces: str) -> list[Span]:
    return [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]


@pytest.mark.parametrize(
    ("pieces", "around", "before"),
    [
        pytest.param(["The quay at"], SHUT, None, id="neither byline nor headline is before"),
        pytest.param(["It broke"], "“It broke.", SHUT, id="one sentence"),
        pytest.param(
            ["It broke", "mended"],
            "“It broke. It cannot be mended,” Ann Lee said.",
            SHUT,
            id="a claim in two sentences",
        ),
        pytest.param(
            ["that."],
            "The mayor denied that.",
            "It cannot be mended,” Ann Lee said.",
            id="over a caption",
        ),
        pytest.param(["is shut"], "Quay is shut", None, id="a claim of the headline"),
    ],
)
def test_context(pieces: list[str], around: str, before: str | None) -> None:
    article = parse(TEXT)
    found = context(article, place(TEXT, *pieces))
    assert article.fold(found.around) == around
    assert (found.before and article.fold(found.before)) == before


def test_a_long_list_of_captions_is_not_searched_through() -> None:
    caption = "Photo: the quay on Monday (Ostrand Courier)\n\n"
    text = f"{SHUT}\n\n{caption * 300}The mayor denied that.\n"
    assert context(parse(text), place(text, "denied that")).before is None


def test_a_text_without_sentences_has_the_place_itself() -> None:
    assert context(Article("a", (), (), parse("a").lines), [Span(0, 1)]) == ((0, 1), None)


@given(st.text(alphabet="Ab. “”\n", max_size=80), st.data())
def test_the_context_holds_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    around, before = context(parse(text), [Span(start, end)])
    assert around.start <= start < end <= around.end
    assert before is None or before.end <= around.start
