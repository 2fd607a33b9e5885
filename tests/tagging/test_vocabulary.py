"""What is known of a word by its letters."""

import pytest

from newsbrief.tagging.vocabulary import UNKNOWN, Lexicon, Shape, shape

LEXICON = Lexicon(["the", "minister", "old", "don't", "0000"], ["min", "the"], ["ter", "old"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("house", Shape.LOWER),
        ("34-year-old", Shape.LOWER),
        ("don't", Shape.LOWER),
        ("Oslo", Shape.CAPITALISED),
        ("Al-Amin", Shape.CAPITALISED),
        ("Oslo’s", Shape.POSSESSIVE),
        ("UN", Shape.UPPER),
        ("I", Shape.LETTER),
        ("eBay", Shape.MIXED),
        ("2016", Shape.NUMBER),
        ("B52", Shape.NUMBER),
        ("—", Shape.MARK),
        ("''", Shape.MARK),
    ],
)
def test_shape(word: str, expected: Shape) -> None:
    assert shape(word) is expected


@pytest.mark.parametrize(
    ("word", "row"),
    [
        pytest.param("the", 2, id="as listed"),
        pytest.param("MINISTER", 3, id="any case"),
        pytest.param("don’t", 5, id="any apostrophe"),
        pytest.param("1848", 6, id="any digits"),
        pytest.param("Minister’s", 3, id="without its 's"),
        pytest.param("34-year-old", 4, id="by its last part"),
        pytest.param("older", UNKNOWN, id="not by its beginning"),
        pytest.param("quay", UNKNOWN, id="not listed"),
    ],
)
def test_the_row_of_a_word(word: str, row: int) -> None:
    assert LEXICON.parts(word)[0] == row


def test_beginning_end_and_shape_are_found_for_unknown_words() -> None:
    assert LEXICON.parts("Minter") == (UNKNOWN, 1, 1, Shape.CAPITALISED)


def test_every_row_is_within_its_table() -> None:
    for word in ["", "the", "Minister's", "old", "quay", "?"]:
        assert all(
            0 <= row < size for row, size in zip(LEXICON.parts(word), LEXICON.sizes, strict=True)
        )
