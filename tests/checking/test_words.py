import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.checking.words import phrases, words


def keys(text: str) -> list[str]:
    return [word.key for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("It’s late", "IT'S LATE", id="apostrophe and case"),
        pytest.param("a well-known plan", "a well known plan", id="hyphen"),
        pytest.param("Zürich", "Zurich", id="accent"),
        pytest.param("five percent", "5%", id="percent"),
        pytest.param("five per cent", "5 percent", id="per cent"),
        pytest.param("twenty-five ships", "25 ships", id="number in words"),
        pytest.param("one hundred and five ships", "105 ships", id="number with and"),
        pytest.param("twenty-and six ships", "26 ships", id="hyphen and"),
        pytest.param("1,200 homes", "1200 homes", id="thousands"),
        pytest.param("$2.5 million", "$2.5m", id="scale"),
        pytest.param("€5", "5 euros", id="currency"),
        pytest.param("co\xadordinated", "coordinated", id="soft hyphen"),
    ],
)
def test_ways_of_writing_are_one(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("can", "can't", id="negation"),
        pytest.param("$5", "€5", id="currency"),
        pytest.param("1.5", "15", id="point"),
        pytest.param("ſix ships", "five ships", id="a number in letters of another kind"),
        pytest.param("SİX ships", "FİVE ships", id="a dotted capital"),
        pytest.param("will", "would", id="tense"),
        pytest.param("हिन्दी", "हिन्द", id="a vowel sign"),
    ],
)
def test_words_that_differ(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(
    "dots", ["...", "…", "[...]", "[…]", ". . .", "(...)", " [ ... ] "], ids=repr
)
def test_left_out_words_part_a_quotation(dots: str) -> None:
    assert [phrase.keys for phrase in phrases(f"We will {dots} go")] == [["we", "will"], ["go"]]


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)
    for phrase in phrases(text):
        assert phrase.written(0, len(phrase.words)) in " ".join(text.split())
