"""The words that attributions are read by: each in its place, once where it can only be of one."""

import re
from collections import Counter

import pytest

from newsbrief.extraction.word_lists import be, be_pattern, hedges
from newsbrief.text.packaged import sections, word_set


def test_a_word_of_hedging_stands_under_one_heading() -> None:
    counts = Counter(word for name in sections("hedges.txt") for word in hedges(name))
    assert [word for word, count in counts.items() if count > 1] == []


def test_be_has_its_finite_forms_and_contractions() -> None:
    assert {"is", "were", "been", "'s", "'re"} <= be()
    assert "has" not in be()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("is", True, id="is"),
        pytest.param("had been", True, id="had been"),
        pytest.param("being", False, id="not finite"),
        pytest.param("has", False, id="another verb"),
    ],
)
def test_the_pattern_of_be(text: str, *, expected: bool) -> None:
    assert bool(re.fullmatch(be_pattern(), text)) is expected


def test_a_heading_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_set("hedges.txt", "no such heading")
