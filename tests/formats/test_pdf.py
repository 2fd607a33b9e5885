"""PDF files of real programs: paragraphs in the order of reading, without running heads."""

import math
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.errors import InputError
from newsbrief.formats.pdf import documents
from newsbrief.formats.pdf_initials import with_initials
from newsbrief.formats.pdf_layout import layout
from newsbrief.formats.pdf_lines import TextLine
from newsbrief.reading.print_heads import printed_title
from newsbrief.spans import fold

FILES = Path(__file__).parent / "files"
SAMPLES = Path(__file__).parents[2] / "samples"


def sample(name: str) -> list[str]:
    """The paragraphs of a sample article."""
    return [fold(p) for p in (SAMPLES / name).read_text(encoding="utf-8").split("\n\n")]


def test_columns_hyphens_running_heads_and_page_numbers() -> None:
    (document,) = documents((FILES / "libreoffice_columns.pdf").read_bytes())
    title, *body = sample("feature.txt")
    assert document.title == title
    assert document.text.split("\n\n") == [title, *body]


def test_columns_of_another_program() -> None:
    (document,) = documents((FILES / "groff_columns.pdf").read_bytes())
    title, *body = sample("business.txt")
    assert document.title == title
    assert document.text.replace("’", "'").split("\n\n") == [
        title, "Ann Example", *(p.replace("’", "'") for p in body),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("scan.pdf", "no text in it: a scan?"),
        ("encrypted.pdf", "an encrypted PDF: remove the password first"),
    ],
)
def test_what_has_no_text_is_refused(name: str, message: str) -> None:
    with pytest.raises(InputError, match=message.replace("?", r"\?")):
        documents((FILES / name).read_bytes())


def test_a_damaged_file_is_refused() -> None:
    whole = (FILES / "scan.pdf").read_bytes()
    with pytest.raises(InputError, match="damaged"):
        documents(b"%PDF-1.7\n" + whole[100:300])


WITHOUT_ITS_SECOND_PAGE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF"""


def test_a_damaged_page_is_named() -> None:
    with pytest.raises(InputError, match="a damaged PDF: page 2 cannot be read"):
        documents(WITHOUT_ITS_SECOND_PAGE)


def drawn(*texts: str) -> bytes:
    """A PDF with one page on which each of ``texts`` is drawn: its matrix, and then the words."""
    drawing = "".join(
        f"BT /F1 11 Tf {text.partition('|')[0]} Tm ({text.partition('|')[2]}) Tj ET\n"
        for text in texts
    )
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/CropBox[20 20 575 822]"
        "/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj\n"
        f"4 0 obj <</Length {len(drawing)}>> stream\n{drawing}endstream endobj\n"
        "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
        "trailer <</Root 1 0 R>>\n%%EOF"
    ).encode()


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        pytest.param("1 0 0 1 72 600|Nobody was hurt.", True, id="upright"),
        pytest.param("1 0 0.33 1 72 600|Nobody was hurt.", True, id="slanted"),
        pytest.param("0.99 0.1 -0.1 0.99 72 600|Nobody was hurt.", True, id="scanned-askew"),
        pytest.param("5 5 -5 5 150 250|CONFIDENTIAL DRAFT", False, id="across-the-page"),
        pytest.param("5 3 -3 5 150 250|CONFIDENTIAL DRAFT", False, id="less-steep"),
        pytest.param("0 1 -1 0 30 250|On 4 March 2025", False, id="up-the-side"),
        pytest.param("1 0 0 1 72 900|quay.indd 1", False, id="above-the-page"),
        pytest.param("1 0 0 1 72 8|quay.indd 1", False, id="where-the-page-is-cropped"),
        pytest.param("1 0 0 1 600 600|quay.indd 1", False, id="beside-the-page"),
    ],
)
def test_what_stands_across_a_page_or_beside_it_is_no_text(text: str, *, is_read: bool) -> None:
    (document,) = documents(drawn("1 0 0 1 72 700|The quay was shut on Monday, she said.", text))
    words = text.partition("|")[2]
    assert (words in document.text) == is_read
    assert "The quay was shut on Monday, she said." in document.text


def page(lines: str, number: int = 0, *, top: float = 700, width: float = 5) -> Iterator[TextLine]:
    """The ``lines`` of a page, set in 10 points on 12, as wide as they are long."""
    for i, line in enumerate(lines.splitlines()):
        text = line.strip()
        if text:
            left = 50 + width * (len(line) - len(line.lstrip()))
            yield TextLine(text, left, left + width * len(text), top - 12 * i, 10, number)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(
            "The harbour board voted on\nTuesday for it.\n\n\nIt will cost nine\nmillion euros.",
            [
                "The harbour board voted on Tuesday for it.",
                "It will cost nine million euros.",
            ],
            id="space",
        ),
        pytest.param(
            "The harbour board voted on\nTuesday for the new wall.\n   It will cost nine\nmillion.",
            [
                "The harbour board voted on Tuesday for the new wall.",
                "It will cost nine million.",
            ],
            id="indent",
        ),
        pytest.param(
            "The harbour board voted on\nthe wall.\nIt will cost nine million\neuros, he said.",
            ["The harbour board voted on the wall.", "It will cost nine million euros, he said."],
            id="short-last-line",
        ),
        pytest.param(
            "The harbour board votes on\nthe wall\nIt will cost nine million\neuros, he said.",
            ["The harbour board votes on the wall", "It will cost nine million euros, he said."],
            id="short-last-line-without-a-stop",
        ),
        pytest.param(
            "The harbour board voted on a\nrecon-\nstruction of the fifty-\nyear-old wall.",
            ["The harbour board voted on a reconstruction of the fifty-year-old wall."],
            id="hyphens",
        ),
    ],
)
def test_where_a_paragraph_ends(lines: str, paragraphs: list[str]) -> None:
    assert layout(list(page(lines)), [842]).paragraphs == paragraphs


def printed(lines: list[str]) -> Iterator[TextLine]:
    """``lines`` in a font whose letters are narrow or wide; a blank one takes half of the space."""
    top = 700.0
    for line in lines:
        text = line.strip()
        if text:
            left = 50.0 + 5 * (len(line) - len(line.lstrip()))
            width = sum(2.5 if c in "iljtfr.,' " else 6.5 if not c.islower() else 5 for c in text)
            yield TextLine(text, left, left + width, top, 10, 0)
        top -= 12 if text else 6


WALL = (
    "The harbour board of Ostrand voted on Tuesday for a wall that will cost it 9 million euros.",
    "“It is late,” Ann Lee told the board. Peter Okafor, 61, said that MPs had asked for it.",
    "Its plan is to shut the ferry till April. Traders on Mill Street, who fear that, will appeal.",
    "At the quay the wall is six metres high. In 1953 the sea stood over it, and 14 drowned.",
)
"""Paragraphs with capitals, figures and quotations inside, and no single line at 30 columns."""


@given(st.integers(30, 70), st.permutations(WALL), st.sampled_from(["blank", "indent"]))
def test_lines_that_a_program_wrapped_by_characters_are_paragraphs_again(
    columns: int, paragraphs: list[str], parted_by: str
) -> None:
    lines: list[str] = []
    for paragraph in paragraphs:
        first, *rest = wrap(paragraph, columns, break_on_hyphens=False)
        lines += ["", first, *rest] if parted_by == "blank" else [f"   {first}", *rest]
    assert layout(list(printed(lines)), [842]).paragraphs == paragraphs


@pytest.mark.parametrize(
    ("below", "is_joined"),
    [
        pytest.param("Peter Okafor said so on Monday, and Ann Lee too.", True, id="capital"),
        pytest.param("61 of them had seen it in the town that year.", True, id="figure"),
        pytest.param("€9 million had been lost by the town that year.", True, id="currency"),
        pytest.param("• Peter Okafor said so on Monday, and Ann Lee too.", False, id="item"),
    ],
)
def test_a_line_that_is_full_runs_on_whatever_stands_below(below: str, *, is_joined: bool) -> None:
    line = "It was told to the harbour board in May by"
    others = [part for each in WALL for part in ("", *wrap(each, 48))]
    paragraphs = layout(list(printed([line, below, *others])), [842]).paragraphs
    assert (paragraphs[0] == f"{line} {below}") is is_joined


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("By Jane Roe, our correspondent", id="byline"),
        pytest.param("What the wall will cost", id="heading"),
        pytest.param("“It is late.”", id="short paragraph"),
    ],
)
def test_a_short_line_that_stands_close_above_a_text_is_no_part_of_it(head: str) -> None:
    lines = [line for each in WALL for line in ("", *wrap(each, 60))]
    assert layout(list(printed([head, *lines[1:]])), [842]).paragraphs == [head, *WALL]


@pytest.mark.parametrize(
    ("stop", "paragraphs"),
    [
        pytest.param("。", 2, id="a sentence"),
        pytest.param("。」", 2, id="a quotation"),
        pytest.param("", 1, id="no end"),
    ],
)
def test_a_sentence_at_the_foot_of_a_page_ends_its_paragraph(stop: str, paragraphs: int) -> None:
    lines = [
        *page("政府说港口的墙将在五月重建\n议会将在星期二投票决定此事" + stop),
        *page("渡轮将停六个星期因为墙已损坏", 1),
    ]
    assert len(layout(lines, [842, 842]).paragraphs) == paragraphs


def test_running_heads_are_known_by_standing_on_several_pages() -> None:
    lines = [
        *page("The Courier", 0, top=810), *page("The board voted.", 0), *page("Page 1", 0, top=20),
        *page("The Courier", 1, top=810), *page("It was close.", 1), *page("Page 2", 1, top=20),
    ]  # fmt: skip
    assert layout(lines, [842, 842]).paragraphs == ["The board voted.", "It was close."]


def test_a_page_number_needs_no_second_page_and_a_year_in_the_text_is_none() -> None:
    lines = [*page("The board voted.\n\n\n2025"), *page("- 17 -", top=20)]
    assert layout(lines, [842]).paragraphs == ["The board voted.", "2025"]


@pytest.mark.parametrize(
    ("top", "foot", "kept"),
    [
        pytest.param(
            ["29/11/26, 13:30 Harbour wall falls"], ["https://coast.example/wall 1/1"], [], id="all"
        ),
        pytest.param(
            ["Harbour wall falls", "https://coast.example/wall"],
            ["1 of 1", "11/29/26, 1:30\u202fPM"],
            [],
            id="in-pieces",
        ),
        pytest.param(
            ["29.11.2026, 13:30 Wall falls | Coast News"], [], [], id="the-title-of-the-file"
        ),
        pytest.param(["29.11.2026, 13:30"], [], ["29.11.2026, 13:30"], id="a-moment-alone"),
        pytest.param(
            ["29.11.2026, 13:30 Doors open"], [], ["29.11.2026, 13:30 Doors open"], id="no-title"
        ),
        pytest.param(
            ["Harbour wall falls"], [], ["Harbour wall falls"], id="a-title-without-the-rest"
        ),
        pytest.param(
            [], ["More on https://coast.example"], ["More on https://coast.example"], id="a-link"
        ),
    ],
)
def test_what_a_browser_prints_around_an_only_page(
    top: list[str], foot: list[str], kept: list[str]
) -> None:
    text = ["Harbour wall falls.", "It broke."]
    lines = [
        *page("\n\n\n".join(text)),
        *(TextLine(each, 40 + 200 * i, 90 + 200 * i, 820, 8, 0) for i, each in enumerate(top)),
        *(TextLine(each, 40 + 200 * i, 90 + 200 * i, 20, 8, 0) for i, each in enumerate(foot)),
    ]
    named = "Wall falls | Coast News"
    assert layout(lines, [842], named).paragraphs == [*text, *kept]


def test_a_long_line_at_the_edge_is_read_in_no_time() -> None:
    assert printed_title("1/1 " * 100_000) is None


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    lines = [*page("The harbour board of\nOstrand voted"), *page("on Tuesday, it said.", 1)]
    joined = ["The harbour board of Ostrand voted on Tuesday, it said."]
    assert layout(lines, [842, 842]).paragraphs == joined


def test_a_line_ends_where_what_stands_across_the_page_begins() -> None:
    lines = ("1 0 0 1 72 700|The quay was shut on Monday,", "1 0 0 1 72 686|she said.")
    across = "0.7 0.7 -0.7 0.7 90 690|DRAFT OF IT"
    for texts in ((lines[0], across, lines[1]), (across, *lines), (*lines, across)):
        (document,) = documents(drawn(*texts))
        assert document.text == "The quay was shut on Monday, she said."


# Initials, and what is raised


def with_initial(initial: str, first: str, size: float = 32, gap: float = 1) -> list[TextLine]:
    """A headline, and a text of four lines, of which two stand beside an ``initial``."""
    lines = ("she said, “is what we hear", "of it, and the", "quay is shut.”")
    left = 50 + size / 2 + gap
    return [
        TextLine("Harbour wall falls", 50, 250, 750, 20, 0),
        TextLine(initial, 50, 50 + size / 2, 686, size, 0),
        TextLine(first, left, 200, 700, 10, 0),
        TextLine(lines[0], left, 200, 688, 10, 0),
        *(TextLine(line, 50, 200, 676 - 12 * i, 10, 0) for i, line in enumerate(lines[1:])),
    ]


@pytest.mark.parametrize(
    ("initial", "first", "text"),
    [
        pytest.param("I", "t never ended,” or so", "It never ended,” or so", id="word"),
        pytest.param("A", "fter the storm that fell", "After the storm that fell", id="after"),
        pytest.param("A", "man who saw the storm fall", "A man who saw the storm fall", id="a"),
        pytest.param("“W", "e saw the wave,” that is", "“We saw the wave,” that is", id="mark"),
        pytest.param("T", "HE wave that broke it,", "THE wave that broke it,", id="capitals"),
    ],
)
def test_an_initial_stands_before_its_word(initial: str, first: str, text: str) -> None:
    found = layout(with_initial(initial, first), [842])
    assert found.title == "Harbour wall falls"
    said = f"{text} she said, “is what we hear of it, and the quay is shut.”"
    assert found.paragraphs == [said]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(with_initial("B", "eside it stands a text", gap=40), id="far"),
        pytest.param(with_initial("B", "eside it stands a text", size=14), id="small"),
        pytest.param(with_initial("Be", "side it stands a text"), id="two letters"),
        pytest.param(list(page("B\n\n\nAnn Lee said so.")), id="above"),
    ],
)
def test_what_is_no_initial_stays_alone(lines: list[TextLine]) -> None:
    assert list(with_initials(lines)) == lines


@pytest.mark.parametrize(
    ("before", "raised", "behind", "text"),
    [
        pytest.param("It fell at 4 a.m.", "1", "Nobody saw it.", "4 a.m. Nobody saw", id="note"),
        pytest.param("It is 9 km", "2", "large, she said.", "9 km² large", id="exponent"),
        pytest.param("It fell on the 3", "rd", "of May, she said.", "the 3rd of", id="ordinal"),
    ],
)
def test_what_is_raised_stands_right_behind_its_word(
    before: str, raised: str, behind: str, text: str
) -> None:
    end = 72 + 5.2 * len(before)
    drawing = drawn(
        f"1 0 0 1 72 700|{before}",
        f"0.6 0 0 0.6 {end} 704|{raised}",
        f"1 0 0 1 {end + 9} 700|{behind}",
        "1 0 0 1 72 686|The quay was shut.",
    )
    (document,) = documents(drawing)
    assert text in document.text


def test_a_figure_of_the_same_size_is_none_that_is_raised() -> None:
    (document,) = documents(drawn("1 0 0 1 72 700|The wave was 9 m high at 4 a.m. 14 men saw it."))
    assert document.text.endswith("at 4 a.m. 14 men saw it.")


def test_no_lines_make_no_paragraphs() -> None:
    assert layout([], []).paragraphs == []
    assert math.isclose(next(page("a")).size, 10)
