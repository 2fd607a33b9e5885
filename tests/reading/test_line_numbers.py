"""Numbers before the lines of a text, and the numbers of lists and ranks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import read
from newsbrief.reading.line_numbers import without_line_numbers

LINES = [
    "Quay is shut",
    "",
    "The quay at Ostrand was shut on Monday after",
    "waves broke the harbour wall, the port said.",
    "Nobody was hurt, but the fish market was",
    "",
    "flooded. It will open again in May, when the",
    "wall is mended.",
]


def numbered(pattern: str, start: int = 1) -> str:
    return "\n".join(pattern.format(n, line) for n, line in enumerate(LINES, start))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(numbered("{:6d}\t{}"), id="cat -n"),
        pytest.param(numbered("{:>2}  {}"), id="a-court"),
        pytest.param(numbered("{}: {}", start=17), id="a-colon"),
        pytest.param(numbered("{} {}") + "\n\f" + numbered("{} {}"), id="two-pages"),
    ],
)
def test_the_numbers_of_lines_go(text: str) -> None:
    article = read(text.encode())
    assert article.title == "Quay is shut"
    assert not any(character.isdigit() for character in article.text)
    assert "harbour wall, the port said." in article.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(f"{n}. Quay {n}" for n in range(1, 9)), id="a-list"),
        pytest.param("\n".join(f"{n} Ostrand {9 - n}" for n in range(1, 9)), id="ranks"),
        pytest.param(numbered("{} {}").replace("4 waves", "9 waves"), id="no-count"),
        pytest.param(numbered("{} {}").replace("4 waves", "waves"), id="one-line-without"),
        pytest.param("1 It is\n2 shut.", id="few"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_line_numbers(text) == text


@given(st.text(alphabet="1 2\n\fab.", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    kept = without_line_numbers(text)
    assert [c for c in kept if c.isalpha()] == [c for c in text if c.isalpha()]
