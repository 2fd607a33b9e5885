"""Bullets before the items of a list."""

import pytest

from newsbrief.spans import Span
from newsbrief.text.bullets import without_bullet


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("• It rained.", "It rained."),
        ("- It rained.", "It rained."),
        ("* * It rained.", "* It rained."),
        ("– It rained.", "It rained."),
        ("It rained - a lot.", "It rained - a lot."),
        ("-5 degrees", "-5 degrees"),
        ("**bold** words", "**bold** words"),
        ("1. It rained.", "1. It rained."),
        ("•", "•"),
        ("• ", "• "),
    ],
)
def test_a_bullet_is_left_out(text: str, shown: str) -> None:
    start, end = without_bullet(text, Span(0, len(text)))
    assert text[start:end] == shown


def test_a_dash_within_a_line_is_none() -> None:
    text = "It rained\n- a lot – and more"
    assert without_bullet(text, Span(10, len(text))).start == 12
    assert without_bullet(text, Span(18, len(text))).start == 18
