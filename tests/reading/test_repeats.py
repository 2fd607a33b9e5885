"""Paragraphs that repeat the title or a part of another one."""

import pytest

from newsbrief import BlockKind, parse
from newsbrief.reading.repeats import pull_quotes, title_again
from newsbrief.text.letters import letters

QUOTED = "“The quay is not safe, and it was never safe,” said Ann Roe, who built it."


@pytest.mark.parametrize(
    ("lines", "again"),
    [
        pytest.param(["QUAY IS SHUT"], [0], id="capitals"),
        pytest.param(["‘Quay is shut’."], [0], id="marks"),
        pytest.param(["Quay is shut, says mayor"], [], id="more words"),
        pytest.param(["Quay"], [], id="fewer words"),
        pytest.param([""], [], id="nothing"),
    ],
)
def test_title_again(lines: list[str], again: list[int]) -> None:
    assert list(title_again([*map(letters, lines), letters("Quay is shut")], 1)) == again


@pytest.mark.parametrize(
    ("line", "is_pull_quote"),
    [
        pytest.param("The quay is not safe, and it was never safe", True, id="its words"),
        pytest.param("“It was never safe”", False, id="too short"),
        pytest.param("“The quay is not safe, and it never was.”", False, id="other words"),
        pytest.param(QUOTED, False, id="the paragraph itself"),
    ],
)
def test_pull_quotes(line: str, *, is_pull_quote: bool) -> None:
    paragraphs = [line, QUOTED]
    assert (0 in pull_quotes(paragraphs, [*map(letters, paragraphs)])) is is_pull_quote


def test_they_are_no_paragraphs() -> None:
    lines = ("Quay is shut", "Quay is shut.", QUOTED, "‘The quay is not safe, and it will not be.’")
    again = "“The quay is not safe, and it was never safe.”"
    article = parse("\n\n".join((*lines, again)))
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE,
        BlockKind.BOILERPLATE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.PULL_QUOTE,
    ]
