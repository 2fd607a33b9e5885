"""Figures that HTML sets higher: exponents stay, and the marks of notes go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.formats.raised import raised

NOTED = "<p>It was so.<sup>9</sup></p>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("at 4 a.m.<sup>1</sup> Then", "at 4 a.m. Then", id="end of a sentence"),
        pytest.param("“It is so.”<sup>2</sup>", "“It is so.”", id="quotation"),
        pytest.param("It is so.&rdquo;<sup>2</sup>", "It is so.&rdquo;", id="entity"),
        pytest.param("It was.<sup>[3]</sup>", "It was.", id="brackets"),
        pytest.param("It was.<sup>3, 4–6</sup>", "It was.", id="several"),
        pytest.param("It was.<sup>3</sup>,<sup>4</sup>", "It was.", id="one by one"),
        pytest.param("<b>It was.</b><sup>3</sup>", "<b>It was.</b>", id="behind a tag"),
        pytest.param("It was.<sup><a href='#n'>3</a></sup>", "It was.", id="link"),
        pytest.param("It was.<sup>**</sup>", "It was.", id="stars"),
        pytest.param("Ann Lee<sup>†</sup> said", "Ann Lee said", id="dagger"),
        pytest.param(
            f"{NOTED}the wall<sup>2</sup>, he", "<p>It was so.</p>the wall, he", id="word"
        ),
        pytest.param(f"{NOTED}Lee<sup>2</sup> said", "<p>It was so.</p>Lee said", id="short name"),
        pytest.param("10<sup>6</sup> tonnes", "10⁶ tonnes", id="exponent"),
    ],
)
def test_marks_of_notes_go(source: str, text: str) -> None:
    assert raised(source) == text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("9 km<sup>2</sup> of it", id="unit"),
        pytest.param("9 cubic metres<sup>3</sup> of it", id="word of a text without notes"),
        pytest.param("E=mc<sup>2</sup>.", id="formula"),
        pytest.param("the 3<sup>rd</sup> one. On the 1<sup>er</sup>", id="ordinals"),
        pytest.param("Sagittarius A<sup>*</sup> is", id="star"),
        pytest.param("It was so.<sup>sic</sup>", id="word"),
        pytest.param("It was so.<sub>2</sub>", id="lower"),
        pytest.param("<p>It was so.</p><p><sup>2</sup> Minutes.</p>", id="before the note itself"),
    ],
)
def test_what_else_is_raised_stays(source: str) -> None:
    assert raised(source) == source


def test_units_stay_in_a_text_with_notes() -> None:
    assert raised(f"{NOTED}9 km<sup>2</sup>, H<sup>2</sup>").endswith(
        "km<sup>2</sup>, H<sup>2</sup>"
    )


@given(
    st.lists(st.sampled_from(["It was.", "9", "km", "<sup>", "2", "</sup>", "<b>", "</b>", " "]))
)
def test_nothing_but_figures_is_taken_out(pieces: list[str]) -> None:
    source = "".join(pieces)
    for word in ("It was.", "km", "<b>", "</b>"):
        assert raised(source).count(word) == source.count(word)
