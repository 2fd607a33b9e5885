"""Selectors: a quote with what stands around it, and the position of both in the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Anchors, Span, parse

QUAY = (
    "The quay at Ostrand was shut on Monday after waves broke the wall. Nobody was hurt, she said."
)
SAME = "The mayor of Ostrand said that nobody was hurt in the storm on Monday.\n\n"


def place(text: str, piece: str, number: int = 1) -> Span:
    start = -1
    for _ in range(number):
        start = text.index(piece, start + 1)
    return Span(start, start + len(piece))


@given(st.text(max_size=60), st.data())
def test_any_text_has_selectors(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = Anchors(parse(text)).quote(Span(start, end))
    assert text.startswith(f"{quote.prefix}{quote.exact}{quote.suffix}", start - len(quote.prefix))


def test_a_quote_has_as_much_around_it_as_tells_it_from_other_places() -> None:
    text = f"{SAME}{SAME}On Tuesday it was shut. {SAME}"
    first, last = place(text, "nobody was hurt"), place(text, "nobody was hurt", 3)
    for span in (first, last):
        quote = Anchors(parse(text)).quote(span)
        assert text.count(f"{quote.prefix}{quote.exact}{quote.suffix}") == 1
    quote = Anchors(parse(QUAY)).quote(place(QUAY, "Monday"))
    assert quote == (
        "Monday",
        "The quay at Ostrand was shut on ",
        " after waves broke the wall. Nobody",
    )


def test_a_quote_without_words_has_no_more_around_it() -> None:
    text = f"{SAME}… {SAME}"
    quote = Anchors(parse(text)).quote(place(text, "…"))
    assert (len(quote.prefix), len(quote.suffix)) == (32, 32)


def test_a_quote_in_a_text_that_repeats_itself_is_bounded() -> None:
    text = SAME * 500
    quote = Anchors(parse(text)).quote(place(text, "nobody was hurt", 250))
    assert 1024 <= len(quote.prefix) < 1100
    assert 1024 <= len(quote.suffix) < 1100
