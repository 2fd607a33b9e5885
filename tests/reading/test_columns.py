"""Columns that stand side by side in a text, and what only looks like them."""

import textwrap
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import facts, parse, read
from newsbrief.reading.columns import in_one_column

STORY = """The harbour quay at Ostrand will shut for six weeks from Monday after engineers found
cracks in the wall, the port authority said. "We had no choice," said Ann Lee, the head of the
authority. Repairs will cost about two million crowns, which the county will pay, and ferries will
leave from the north pier until the work has been done. Traders say they were not told until Friday
and want to be paid for the business that they will lose in the weeks before the festival. "It is a
disaster for us," said Peter Okafor, who sells fish."""
WORDS = STORY.split()


def side_by_side(columns: int, width: int, gap: int = 4, *, alternate: bool = False) -> str:
    """The story in ``columns``; where they ``alternate``, no two lines stand side by side."""
    lines = textwrap.wrap(" ".join(WORDS), width)
    height = -(-len(lines) // columns)
    parts = [lines[at : at + height] for at in range(0, len(lines), height)]
    rows: list[str] = []
    for row in zip_longest(*parts, fillvalue=""):
        if alternate:
            rows += [" " * (i * (width + gap)) + cell for i, cell in enumerate(row)]
        else:
            rows.append("".join(cell.ljust(width + gap) for cell in row).rstrip())
    return "\n".join(rows)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(side_by_side(2, 38), id="two"),
        pytest.param(side_by_side(2, 30, 8), id="narrow, far apart"),
        pytest.param(side_by_side(2, 38).replace("\n", "\r\n"), id="carriage returns"),
        pytest.param(side_by_side(2, 38).replace("\n", "\n\n"), id="double-spaced"),
        pytest.param(side_by_side(2, 38, alternate=True), id="line after line"),
        pytest.param(side_by_side(3, 28), id="three"),
        pytest.param(side_by_side(4, 20), id="four"),
        pytest.param(textwrap.indent(side_by_side(2, 38), "    "), id="indented"),
    ],
)
def test_columns_are_read_one_by_one(text: str) -> None:
    assert in_one_column(text).split() == WORDS
    assert read(text.encode()).text == in_one_column(text)


def test_what_stands_across_the_columns_keeps_its_place() -> None:
    head = " " * 20 + "Quay to shut for six weeks in May"
    body = side_by_side(2, 38)
    foot = " " * 38 + "12"
    apart = in_one_column(f"{head}\n\n{body}\n\n{foot}\n\f{body}\n\n{foot}\n").split("\n")
    assert [line.strip() for line in (apart[0], apart[-2])] == [head.strip(), "12"]
    assert " ".join(apart).split() == [*head.split(), *WORDS, "12", *WORDS, "12"]


def test_the_columns_of_a_page_are_read_before_those_of_the_next() -> None:
    rows = side_by_side(2, 30).split("\n")
    half = len(rows) // 2
    pages = "\n".join(rows[:half]) + "\f" + "\n".join(rows[half:])
    first, second = in_one_column(pages).split("\f")
    assert first.startswith("The harbour quay")
    assert second.endswith("who sells fish.")


def test_the_facts_of_a_text_in_columns_are_those_of_the_story() -> None:
    text = side_by_side(2, 38)
    sources = [fact.source.text for fact in facts(read(text.encode())) if fact.source]
    assert any("Ann Lee" in source for source in sources)
    assert "the port authority" in sources


def test_text_that_is_given_decoded_keeps_its_offsets() -> None:
    text = side_by_side(2, 38)
    assert parse(text).text == text


TABLE = """Region            Turnout       Change
North             61.2 %        up by two points
South and coast   58.0 %        down a little
Inner valley      55.9 %        down a little
Islands           70.3 %        up by five points
City of Ostrand   52.4 %        no change at all
County            58.8 %        down a little
"""
GLOSSARY = """quay              a wall of stone or concrete beside which ships
                  lie while they are loaded, and on which their
                  goods stand
pier              a deck on piles that leads out into the water,
                  where nothing heavier than a car may drive
mole              a wall of loose stones against the waves, which
                  stands by itself
berth             the place where a ship lies
"""
JUSTIFIED = """The  harbour  quay  at  Ostrand  will  shut for six weeks  from  Monday
after engineers found  cracks  in  the  wall, the port authority said.  "We
had  no  choice,"  said  Ann Lee,  the head of the authority.  Repairs  will
cost  about  two million  crowns,  which  the  county will pay, and ferries
will  leave  from  the north  pier  until  the  work has been done. Traders
say they were  not told  until  Friday and want  to  be  paid for the  loss.
"""
TALK = """MS. LEE:          We had no choice, and everybody who has seen
                  the wall knows it.
MR. OKAFOR:       You could have told us a week ago, before we
                  bought the fish.
MS. LEE:          We did not know then.
MR. OKAFOR:       You did, and the whole town
                  knew too.
MS. LEE:          No.
MR. OKAFOR:       Yes.
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="one column"),
        pytest.param(textwrap.indent(STORY, " " * 20), id="one column, indented"),
        pytest.param(TABLE, id="a table"),
        pytest.param(GLOSSARY, id="a glossary"),
        pytest.param(JUSTIFIED, id="justified lines"),
        pytest.param(TALK, id="speakers on the left"),
        pytest.param("\n".join(side_by_side(2, 38).split("\n")[:4]), id="four lines"),
        pytest.param(side_by_side(2, 38, gap=1), id="no gap"),
        pytest.param(STORY.replace(". ", ".   "), id="three spaces between sentences"),
        pytest.param("", id="nothing"),
        pytest.param(" " * 1000, id="blanks"),
        pytest.param("   \n\f" * 50, id="blank pages"),
    ],
)
def test_all_else_is_kept(text: str) -> None:
    assert in_one_column(text) == text


@given(st.text("aA.   \n\f"))
def test_no_word_is_lost(text: str) -> None:
    assert sorted(in_one_column(text).split()) == sorted(text.split())
