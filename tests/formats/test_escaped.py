"""Text that a program escaped, and text that only looks a bit like it."""

import json

import pytest

from newsbrief import read
from newsbrief.formats.escaped import unescaped

TEXT = "Quay is shut\n\nThe quay was shut on Monday, the port said.\n\n“It fell,” he said."
PRINTABLE = (
    "Quay is shut\n\nThe quay was shut on =\nMonday, the port said.\n\n"
    "=E2=80=9CIt fell,=E2=80=\n=9D he said."
)


@pytest.mark.parametrize(
    "escaped",
    [
        pytest.param(json.dumps(TEXT), id="json"),
        pytest.param(f"{json.dumps(TEXT)}\n", id="json-and-a-line-end"),
        pytest.param(TEXT.replace("\n", "\\n"), id="line-ends"),
        pytest.param(PRINTABLE, id="quoted-printable"),
        pytest.param(PRINTABLE.replace("\n", "\r\n"), id="with-carriage-returns"),
    ],
)
def test_a_text_is_what_it_was(escaped: str) -> None:
    article = read(escaped.encode())
    assert article.title == "Quay is shut"
    assert article.text.replace("\r", "") == TEXT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"It fell," he said.\n\n"It rose."', id="quotations"),
        pytest.param('"C:\\new" is a folder, and so is "C:\\nothing"', id="paths"),
        pytest.param("a =\n1\nb =\n2\n", id="no-bytes"),
        pytest.param("Quay\n====\n\nIt fell =E2.\n", id="a-rule"),
        pytest.param("It fell=\ning =FF=\nat last", id="no-utf-8"),
    ],
)
def test_what_is_like_it_stays(text: str) -> None:
    assert unescaped(text) == text
