"""Windows: nothing lost, none too long, and what stands in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.spans import Span
from newsbrief.tagging.windows import quoted, windows
from newsbrief.text.tokens import tokens

SIGNS = ".i<>"  # of the states of ``Quoted``


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"I am," he said, "unsure."', "<iii>...<ii>", id="straight"),
        pytest.param("“I am,” he said.", "<iii>...", id="curly"),
        pytest.param("‘I don’t,’ he said.", "<iii>...", id="single curly, apostrophe inside"),
        pytest.param("'I won't,' he said.", "<iii>...", id="single straight"),
        pytest.param("He said: «Oui» and „ja“.", "...<i>.<i>.", id="other languages' marks"),
        pytest.param("``Yes,'' he said", "<ii>..", id="typewriter"),
        pytest.param("“He said ‘no’ to me.”", "<ii<i>iii>", id="nested"),
        pytest.param("the ’90s workers’ pay", "......", id="apostrophes"),
        pytest.param("a dogs' home, a cats' home", ".........", id="two apostrophes after words"),
        pytest.param("“We never stopped", "<iii", id="unclosed"),
        pytest.param("‘We never stopped", "<iii", id="unclosed single before a capital"),
        pytest.param("it ended here.”", "....i"[:4] + ".", id="closed but never opened"),
        pytest.param('("Hi") is "it"', ".<i>..<i>", id="straight after a bracket"),
        pytest.param('"One. "Two" he said', "<ii<i>..", id="opened twice, closed once"),
        pytest.param("”Yes,” he said.", "<ii>...", id="opened by a closing mark"),
        pytest.param("“‘Go,’ he said”, I say", "<<ii>ii>...", id="one inside at the start"),
        pytest.param("\"He said, 'Go.'\" I say", "<iii<ii>>..", id="straight ones end together"),
        pytest.param("He is 6'3\" tall.", "......", id="feet and inches"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_quoted(text: str, expected: str) -> None:
    assert "".join(SIGNS[state] for state in quoted(text, tokens(text))) == expected


def lines_of(text: str) -> list[Span]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return lines


def read(text: str, limit: int) -> list[list[str]]:
    return [[text[s:e] for s, e in w.spans] for w in windows(text, lines_of(text), limit)]


def test_paragraphs_share_a_window() -> None:
    assert read("One two.\nThree.\nFour.", 7) == [
        ["One", "two", ".", "", "Three", "."],
        ["Four", "."],
    ]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    assert read("One two. Three four. Five six seven.", 8) == [
        ["One", "two", ".", "Three", "four", "."],
        ["Five", "six", "seven", "."],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“He left us. He came back. He is here.”", [False, True], id="goes on"),
        pytest.param("“He left us. He is back.” “We are here.”", [False, False], id="another"),
        pytest.param("He left us and was glad. “He is here now.”", [False, False], id="begins"),
        pytest.param("“He left us and was glad.”\n“He is here.”", [False, False], id="paragraph"),
    ],
)
def test_a_quotation_may_go_on_over_a_cut(text: str, expected: list[bool]) -> None:
    assert [window.goes_on for window in windows(text, lines_of(text), 11)] == expected


def test_a_sentence_without_end_is_cut_anyway() -> None:
    assert [len(w) for w in read("and " * 25, 10)] == [10, 10, 5]


def test_a_paragraph_of_any_length_is_read_in_stretches() -> None:
    text = "word " * 30_000
    assert sum(word == "word" for window in read(text, 64) for word in window) == 30_000
    assert read("a" * 120_000, 64) == [["a" * 50_000, "", "a" * 50_000, "", "a" * 20_000]]


@given(st.text(alphabet='ab A.\n"', max_size=120), st.integers(4, 12))
def test_windows_hold_all_tokens_in_order(text: str, limit: int) -> None:
    found = read(text, limit)
    assert all(0 < len(w) <= limit for w in found)
    assert [word for w in found for word in w if word] == [text[s:e] for s, e in tokens(text)]
