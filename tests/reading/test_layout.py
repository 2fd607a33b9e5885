"""Lines to paragraphs: one article in the layouts in which people have it."""

import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from newsbrief.article import BlockKind
from newsbrief.reading.page_breaks import PageLine, page_furniture
from newsbrief.reading.parsing import parse
from newsbrief.spans import fold

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLE = [fold(p) for p in (SAMPLES / "business.txt").read_text(encoding="utf-8").split("\n\n")]


def body(text: str) -> list[str]:
    """The sentences of the paragraphs of ``text``, as they are printed."""
    article = parse(text)
    return [article.fold(sentence) for sentence in article.body]


def wrapped(paragraphs: Sequence[str], width: int, between: str = "\n\n", indent: str = "") -> str:
    """The ``paragraphs`` wrapped at ``width``, with ``between`` two of them."""
    return between.join(
        textwrap.fill(p, width, initial_indent=indent, break_long_words=False) for p in paragraphs
    )


def double_spaced(paragraphs: Sequence[str]) -> str:
    """The ``paragraphs`` with a blank line between all lines, below a heading without."""
    lines = (line for p in paragraphs[1:] for line in textwrap.wrap(p, 72))
    return f"{paragraphs[0]}\nBy Ann Lee\n\n" + "\n\n".join(lines)


def paged(paragraphs: Sequence[str]) -> str:
    """The ``paragraphs`` as pdftotext copies them: running heads, page numbers, form feeds."""
    lines = wrapped(paragraphs, 60).split("\n")
    pages = [lines[i : i + 20] for i in range(0, len(lines), 20)]
    while pages[0][-1]:  # the first page ends with a paragraph
        pages[0].append(pages[1].pop(0))
    return "\n\f".join(
        "\n".join(["The Courier", "", *page, "", f"Page {number}"])
        for number, page in enumerate(pages, 1)
    )


@pytest.mark.parametrize(
    "laid_out",
    [
        pytest.param(lambda p: wrapped(p, 72), id="wrapped"),
        pytest.param(lambda p: wrapped(p, 40), id="40-columns"),
        pytest.param(lambda p: wrapped(p, 30), id="30-columns"),
        pytest.param(lambda p: wrapped(p, 72, "\n"), id="no-blank-lines"),
        pytest.param(lambda p: wrapped(p, 72, "\n", "    "), id="indents"),
        pytest.param(lambda p: wrapped(p, 72, "\n", "\t"), id="tab-indents"),
        pytest.param(lambda p: "\n".join(f"\t{q}" for q in p), id="tab-indents-not-wrapped"),
        pytest.param("\n\xa0\n".join, id="no-break-space-between"),
        pytest.param(lambda p: wrapped(p, 72).replace("\n", "\r\n"), id="carriage-returns"),
        pytest.param(double_spaced, id="double-spaced-below-a-heading"),
        pytest.param(
            lambda p: "\n\n".join([p[0], *(q for paragraph in p[1:] for q in [paragraph] * 2)]),
            id="doubled-paragraphs",
        ),
        pytest.param(lambda p: "\n\n".join([*p, *p]), id="twice"),
    ],
)
def test_an_article_reads_the_same_in_every_layout(
    laid_out: Callable[[Sequence[str]], str],
) -> None:
    assert body(laid_out(ARTICLE)) == body("\n\n".join(ARTICLE))


def test_list_items_between_full_lines_are_items() -> None:
    items = ["- a wall of stone, a metre higher than the old", "- a hall for the fish, with room"]
    text = (
        wrapped(ARTICLE[1:4], 48, "\n") + "\n" + "\n".join(items) + "\n" + wrapped(ARTICLE[4:6], 48)
    )
    article = parse(text)
    found = [article.fold(b) for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert found == items


@pytest.mark.parametrize(
    ("order", "kept"),
    [
        pytest.param([1, 1, 2, 3], [1, 2, 3], id="right-below"),
        pytest.param([1, 2, 1, 3], [1, 2, 1, 3], id="a-refrain"),
        pytest.param([1, 2, 1, 2, 3], [1, 2, 3], id="several"),
    ],
)
def test_a_paragraph_that_stands_twice(order: list[int], kept: list[int]) -> None:
    text, once = ("\n\n".join(ARTICLE[i] for i in numbers) for numbers in (order, kept))
    assert body(text) == body(once)


def test_text_copied_from_a_pdf() -> None:
    text = paged(ARTICLE)
    found = body(text)
    assert parse(text).title == ARTICLE[0]
    assert not any("Courier" in sentence or "Page " in sentence for sentence in found)
    whole = set(body("\n\n".join(ARTICLE)))
    assert len(whole - set(found)) <= text.count("\f") - 1  # those that go on over a page


@pytest.mark.parametrize(
    ("lines", "furniture"),
    [
        pytest.param(["A", "Page 1 of 3", "B"], {1}, id="page-and-number"),
        pytest.param(["A", "Page 1 said it all", "B"], set(), id="a-sentence"),
        pytest.param(["A", "12", "B"], set(), id="one-number-alone"),
        pytest.param(["1", *"abcdefg", "2", *"hijklmn", "3"], {0, 8, 16}, id="numbers-that-rise"),
        pytest.param(["1", "a", "2", "b", "3"], set(), id="a-list"),
        pytest.param(["Head 1", "a", "\fHead 2", "b"], {0, 2}, id="heads-with-numbers"),
        pytest.param(["Head", "a", "\fOther", "b"], set(), id="no-heads"),
        pytest.param(["a", "- 7 -", "\fb", "c", "- 8 -"], {1, 4}, id="dashes"),
        pytest.param([], set(), id="nothing"),
    ],
)
def test_page_furniture(lines: list[str], furniture: set[int]) -> None:
    read = [PageLine(line.strip("\f"), line.startswith("\f")) for line in lines]
    assert page_furniture(read) == furniture


def test_running_heads_are_boilerplate() -> None:
    article = parse(
        "The Courier\n\nThe bridge is shut, the city said.\n\fThe Courier\n\nIt will open in May."
    )
    assert [block.kind for block in article.blocks] == [
        BlockKind.BOILERPLATE, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE, BlockKind.PARAGRAPH,
    ]  # fmt: skip
