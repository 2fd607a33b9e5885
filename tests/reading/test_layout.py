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
LANGUAGES = SAMPLES / "languages"
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


BRIEFS = [
    "Quay in Ostrand to stay shut",
    "The quay in Ostrand will stay shut until its wall has been repaired, the harbour office said.",
    "The council of the town estimates that repairing the old wall will cost it £640,000 a year.",
    "Two ferries were sent to Halden, and a third one will follow in the course of next week.",
    "A spokesman for the yard, Crest Marine, said that it was ready to begin as soon as it may.",
]


@pytest.mark.parametrize(
    ("between", "indent"),
    [
        pytest.param("\n\n", "", id="blank-lines"),
        pytest.param("\n", "", id="no-blank-lines"),
        pytest.param("\n", "\t", id="tabs"),
        pytest.param("\n", "    ", id="indents"),
    ],
)
def test_paragraphs_of_two_lines(between: str, indent: str) -> None:
    """Half of the lines end their paragraph, and one last line opens with no letter."""
    laid_out = wrapped(BRIEFS[1:], 80, between, indent)
    assert "\n£640,000 a year." in laid_out
    assert body(f"{BRIEFS[0]}{between}{laid_out}") == BRIEFS[1:]


def by_characters(paragraph: str, width: int) -> str:
    """``paragraph`` cut after each ``width`` characters, whatever they are."""
    return "\n".join(paragraph[i : i + width] for i in range(0, len(paragraph), width))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    ("language", "widths"),
    [
        pytest.param("zh", (16, 20, 24, 30, 40), id="chinese"),
        pytest.param("ja", (18, 20, 24, 30, 40), id="japanese"),
    ],
)
def test_text_without_spaces_comes_back(language: str, widths: Sequence[int], between: str) -> None:
    title, *rest = (LANGUAGES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")
    rest = [paragraph.strip() for paragraph in rest]
    expected = body("\n\n".join([title, *rest]))
    for width in widths:
        for indent in ("", "　　"):
            lines = (by_characters(indent + paragraph, width) for paragraph in rest)
            assert body(between.join([title, *lines])) == expected, (width, indent)


@pytest.mark.parametrize("language", ["ar", "hi"])
@pytest.mark.parametrize("width", [40, 60, 72])
def test_text_without_capitals_comes_back(language: str, width: int) -> None:
    title, *rest = (LANGUAGES / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")
    rest = [fold(paragraph) for paragraph in rest]
    assert body(f"{title}\n\n{wrapped(rest, width)}") == body("\n\n".join([title, *rest]))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "港口粮食码头因为裂缝关闭六周\n本报记者 王海 李强\n2024年5月7日 08:30\n港务局星期二说，"
            "检查人员在主塔上发现了裂缝，码头将关闭至少六周。\n农民对此感到失望。",
            5,
            id="lines-above-the-text",
        ),
        pytest.param(
            "港口粮食码头因为裂缝关闭六周\n农民团体对关闭时机感到失望\n港务局星期二说，检查人员在主塔"
            "上发现了裂缝，码头将关闭至少六周。\n农民对此感到失望。",
            4,
            id="a-standfirst",
        ),
        pytest.param("港口粮食码头因为裂缝关闭六周\n码头已关闭。", 2, id="two-lines"),
        pytest.param(
            "粮食码头因裂缝关闭\n农民对关闭感到失望\n塞拉港接收转运粮食\n物流公司股价下跌",
            4,
            id="headlines",
        ),
        pytest.param(
            "ميناء هارلو يغلق محطة الحبوب\nقالت هيئة الميناء يوم الثلاثاء إن المحطة ستغلق.\n"
            "المزارعون محبطون\nقال المزارعون إن التوقيت سيئ.",
            4,
            id="arabic-headings",
        ),
        pytest.param("码头去年处理了小麦，约占三分之一\n。\n农民感到失望。", 2, id="a-mark-alone"),
        pytest.param("‼ Quay shut in Ostrand\n‼ The ferries sail", 2, id="a-mark-that-opens"),
    ],
)
def test_lines_of_a_text_without_capitals(text: str, blocks: int) -> None:
    assert len(parse(text).blocks) == blocks


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


def test_a_list_of_short_items_below_leaves_a_wrapped_text_wrapped() -> None:
    items = "\n".join(f"  {n}. Quay {n}" for n in range(1, 9))
    text = f"{wrapped(ARTICLE[1:3], 70)}\n\nQuays\n\n{items}\n"
    paragraphs = [b for b in parse(text).blocks if b.kind is BlockKind.PARAGRAPH]
    assert len(paragraphs) == len(ARTICLE[1:3])
