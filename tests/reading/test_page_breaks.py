"""Page numbers and running heads in the middle of a sentence, and those between two."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import parse, read
from newsbrief.article import BlockKind
from newsbrief.reading.page_breaks import without_page_breaks

ABOVE = """The port authority said on Monday that it would spend nine million
euros on a wall that will stand a metre higher than the one that the
sea broke in January, and that the council"""
BELOW = """would vote on the plan in May. Traders at the market said that
the money came a winter too late for many of them."""


@pytest.mark.parametrize(
    "between",
    [
        pytest.param("\n\n12\n\nCoast News\n\n", id="number and head"),
        pytest.param("\n\nCoast News\n\n12\n\n", id="head and number"),
        pytest.param("\n\n\f12\n\nCoast News\n\n", id="form feed"),
        pytest.param("\n\n- 12 -\n\n", id="number between dashes"),
        pytest.param("\n12\n", id="number without blank lines"),
        pytest.param("\r\n\r\n12\r\n\r\n", id="carriage returns"),
        pytest.param("\n\nPage 3 of 7\n\f\nThe Courier\n\n", id="page of pages"),
        pytest.param("\n\n\f", id="form feed alone"),
        pytest.param("\n12                  Coast News\n", id="number far before a head"),
        pytest.param("\n\nTuesday, 4 March       13\n\n", id="number far behind a head"),
        pytest.param("\n\n12\n\nCoast News\n\nTuesday, 4 March\n\n", id="two heads"),
        pytest.param("\n\nCoast News, May 5        Page 4\n\n", id="page far behind a head"),
        pytest.param("\n\nCoast News | Page 4\n\n", id="page behind a bar"),
        pytest.param("\n\nPAGE 4 - Coast News\n\n", id="page before a bar"),
        pytest.param(
            "\n\nhttps://a.example/b 1/2\n\n5/4/25, 8:14 AM A wall | News\n\n"
            "5/4/25, 8:14 AM A wall | News\n\n",
            id="printed by a browser",
        ),
        pytest.param("\nSee WALL, Page A6\n\nWALL\nFrom Page A1\n\n", id="a jump"),
        pytest.param(
            "\n\nContinued on page 6\n\nWall\n\nContinued from A1\n", id="a jump in words"
        ),
    ],
)
def test_a_sentence_goes_on_over_a_page_break(between: str) -> None:
    article = read(f"{ABOVE}{between}{BELOW}".encode())
    assert article.text == f"{ABOVE}\n{BELOW}"
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ABOVE} voted.\n\n12\n\nCoast News\n\n{BELOW}", id="a sentence ends above"),
        pytest.param(f"{ABOVE} voted.”\n12\n{BELOW}", id="a quotation ends above"),
        pytest.param(f"{ABOVE}\n\n12\n\nIt {BELOW}", id="a sentence begins below"),
        pytest.param(f"{ABOVE}\n\n12\n\nThe traders\n\nIt {BELOW}", id="a heading below"),
        pytest.param(f"{ABOVE}\n\n1905\n\n{BELOW}", id="a year"),
        pytest.param(f"The old quay\n\n12\n\n{BELOW}", id="a heading above"),
        pytest.param(f"{ABOVE}\n\n{BELOW}", id="no page break"),
        pytest.param(f"{ABOVE}\n\nCoast News\n\n{BELOW}", id="no number"),
        pytest.param(f"{ABOVE}\n12 boats\n{BELOW}", id="a number beside a word"),
        pytest.param(f"{ABOVE}\n\nThe front page 4\n\n{BELOW}", id="a page without a bar"),
        pytest.param(f"{ABOVE}\n\n5/4/25, 8:14 AM A wall\n\n{BELOW}", id="a moment of a post"),
        pytest.param(f"{ABOVE}\nsee the wall, page 6\n{BELOW}", id="a page in a sentence"),
        pytest.param(f"{ABOVE}\nFrom Page\n{BELOW}", id="no page"),
        pytest.param(f"{ABOVE} voted.\nSee WALL, Page A6\n{BELOW}", id="a jump behind a sentence"),
        pytest.param("", id="nothing"),
        pytest.param("12\n\n13\n", id="numbers alone"),
    ],
)
def test_all_else_is_kept(text: str) -> None:
    assert without_page_breaks(text) == text


def test_text_that_is_given_decoded_keeps_its_offsets_and_tells_the_furniture() -> None:
    text = f"{ABOVE}\n\n12\n\nCoast News\n\n{BELOW}"
    article = parse(text)
    assert article.text == text
    kinds = {article.fold(block): block.kind for block in article.blocks}
    assert kinds["12"] is kinds["Coast News"] is BlockKind.BOILERPLATE


def test_what_a_browser_prints_around_a_page_is_boilerplate() -> None:
    head = "5/4/25, 8:14 AM A wall that will stand | Coast News"
    texts = [head, "A wall that will stand", f"{BELOW}", "https://coast.example/wall 1/1"]
    kinds = [block.kind for block in parse("\n\n".join(texts)).blocks]
    assert kinds == ["boilerplate", "title", "paragraph", "boilerplate"]
    assert parse(f"{head}\n\nThe port\n\n{BELOW}").blocks[0].kind is not BlockKind.BOILERPLATE


@given(
    st.lists(st.sampled_from(["\f", "\n", "12", "Coast News", "the sea broke the wall and", "."]))
)
def test_only_furniture_goes(pieces: list[str]) -> None:
    # Each line of its own words: one that stands on two pages may be a running head.
    text = "".join(piece.replace("wall", "w" * i) for i, piece in enumerate(pieces, start=2))
    kept = without_page_breaks(text)
    assert kept.count("the sea") == text.count("the sea")
    assert len(kept) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\f" + " " * 200_000 + "a", id="spaces"),
        pytest.param("1\n\f" * 50_000, id="pages"),
        pytest.param("a\n\n1\n\n" * 30_000, id="numbers"),
        pytest.param("\n" * 200_000 + "\f", id="blank lines"),
    ],
)
def test_hostile_pages_take_linear_time(text: str) -> None:
    start = time.process_time()
    without_page_breaks(text)
    assert time.process_time() - start < 5
