"""Whatever an article holds, what is printed is harmless, and JSON and cells give it back."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.cli.safety import cell, dumps, markdown, visible

ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@given(ANY)
def test_nothing_visible_steers_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not STEERING.search(shown)
    assert len(shown) == len(text)
    assert all(b in {a, "\ufffd"} for a, b in zip(text, shown, strict=True))


@given(ANY)
def test_json_gives_back_what_it_was_given(text: str) -> None:
    line = dumps({"text": text})
    assert json.loads(line) == {"text": text}
    assert not STEERING.search(line)
    assert line.encode()


@given(ANY)
def test_a_cell_is_no_formula_and_gives_its_text_back(text: str) -> None:
    shown = cell(text)
    assert not re.match('["\\s]*[=+@-].', shown)
    assert not re.search("[\t\r\n]", shown)
    assert re.sub("""^'(['"\\s]*[=+@＝＋－＠-].)""", r"\1", shown) == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain words, 3.5%", "plain words, 3.5%", id="nothing to escape"),
        pytest.param("a | b", r"a \| b", id="table cell"),
        pytest.param("<script>", r"\<script\>", id="HTML"),
        pytest.param("3. May", r"3\. May", id="list number"),
        pytest.param("3.5 million", "3.5 million", id="decimal"),
        pytest.param("- dash", r"\- dash", id="list dash"),
        pytest.param("---", r"\---", id="rule"),
        pytest.param("-- -", r"\-- -", id="rule with spaces"),
        pytest.param("--no-pager", "--no-pager", id="no rule"),
        pytest.param("well-known - so", "well-known - so", id="dash within"),
        pytest.param(r"C:\n", r"C:\\n", id="backslash"),
    ],
)
def test_markdown_escapes(text: str, shown: str) -> None:
    assert markdown(text) == shown
