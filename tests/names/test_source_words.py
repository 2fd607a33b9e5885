"""How a word is written, and which noun of a source's words says what it is."""

import pytest

from newsbrief.names.name_labels import shape
from newsbrief.names.source_types import head_noun, noun_end


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param("2000", "9", id="figure"),
        pytest.param("9th", "9th", id="figure-and-letters"),
        pytest.param("$5", "$", id="sum"),
        pytest.param("—", "—", id="dash"),
        pytest.param("Ray’s", "Xxs", id="possessive"),
        pytest.param("BBC", "XX", id="capitals"),
        pytest.param("J.", "J", id="initial"),
        pytest.param("U.S.", "J", id="initials"),
        pytest.param("of", "of", id="small-word"),
        pytest.param("between", "x", id="small-letters"),
        pytest.param("Mill-based", "Xx-x", id="compound"),
        pytest.param("Smith.", "Xx.", id="full-stop"),
    ],
)
def test_shape(shown: str, expected: str) -> None:
    assert shape(shown) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param("a number of officials at the bank", "officials", id="partitive"),
        pytest.param("a group of residents of Mill Street", "residents", id="partitive-then-of"),
        pytest.param("the head of a group", "head", id="of"),
        pytest.param("the Bank of England governor", "governor", id="of-in-a-name"),
        pytest.param("the Bank of England report for officials", "report", id="of-and-for"),
        pytest.param("Students at Leeds", "students", id="common-noun-first"),
        pytest.param("of officials", "officials", id="nothing-before"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_head_noun(phrase: str, expected: str) -> None:
    assert head_noun(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "noun", "end"),
    [
        pytest.param("a number of officials at the bank", "officials", 21, id="inside"),
        pytest.param("the head of the bank", "bank", 0, id="behind-the-phrase"),
        pytest.param("the head", "", 0, id="no-noun"),
    ],
)
def test_noun_end(phrase: str, noun: str, end: int) -> None:
    assert noun_end(phrase, noun) == end
