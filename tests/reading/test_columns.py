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


def side_by_side(
    columns: int,
    width: int,
    gap: int = 4,
    *,
    alternate: bool = False,
    height: int = 0,
) -> str:
    """The story in ``columns``; where they ``alternate``, no two lines stand side by side."""
    lines = textwrap.wrap(" ".join(WORDS), width)
    height = height or -(-len(lines) // columns)
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


def shifted(text: str, column: int) -> str:
    """``text`` with all behind ``column`` set off by two more characters every four lines."""
    lines = text.split("\n")
    return "\n".join(
        line[:column] + "  " * (i // 4) + line[column:] if line[column:].strip() else line
        for i, line in enumerate(lines)
    )


def justified(text: str, width: int, column: int) -> str:
    """``text`` with the words of the lines before and behind ``column`` spread over ``width``."""
    return "\n".join(
        f"{_spread(line[:column], width):<{column}}{_spread(line[column:], width)}".rstrip()
        for line in text.split("\n")
    )


def _spread(cell: str, width: int) -> str:
    words = cell.split()
    missing = width - len(" ".join(words))
    if len(words) < 2 or missing > width // 3:
        return " ".join(words)
    each, more = divmod(missing, len(words) - 1)
    blanks = [" " * (1 + each + (i < more)) for i in range(len(words) - 1)]
    return "".join(word + blank for word, blank in zip(words, [*blanks, ""], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(side_by_side(2, 38, 2), id="narrow gap"),
        pytest.param(shifted(side_by_side(2, 38, 3), 41), id="blocks set off"),
        pytest.param(shifted(shifted(side_by_side(3, 26, 4), 60), 30), id="three, set off"),
        pytest.param(justified(side_by_side(2, 34, 3), 34, 37), id="justified"),
        pytest.param(justified(side_by_side(2, 24, 2), 24, 26), id="justified, narrow gap"),
        pytest.param(side_by_side(2, 38, height=11), id="short last column"),
        pytest.param(side_by_side(3, 28, height=11), id="short last column of three"),
    ],
)
def test_columns_of_every_shape_are_read_one_by_one(text: str) -> None:
    assert in_one_column(text).split() == WORDS


PARAGRAPHS = """The weir at Brask was built in 1931 to hold the water of three springs for two
villages. Farmers had asked for it for years.

It shut for the first time in May, when the gates were found to be full of rust and a guard
could no longer turn the wheel by which they are opened. "We had no choice," said Oda Finch.

Work will begin in April and end in October, if the rains are late. A pipe will bring the
water of the upper lake to both of the villages until then."""


def of_paragraphs(height: int, width: int) -> list[list[str]]:
    """The lines of ``PARAGRAPHS``, a blank one between two of them, in columns."""
    pieces = [" ".join(each.split()) for each in PARAGRAPHS.split("\n\n")]
    lines = [line for each in pieces for line in (*textwrap.wrap(each, width), "")][:-1]
    parts = [lines[at : at + height] for at in range(0, len(lines), height)]
    return [part[not part[0] :] for part in parts]


def test_rows_with_nothing_on_the_left_belong_to_the_columns_that_they_stand_in() -> None:
    first, second, third = of_paragraphs(8, 26)
    rows = zip_longest(first[:5], second, third, fillvalue="")
    page = "\n".join(f"{a:<30}{b:<30}{c}".rstrip() for a, b, c in rows)
    assert in_one_column(page).split() == " ".join([*first[:5], *second, *third]).split()


def test_the_first_line_of_a_paragraph_at_the_foot_of_a_column_is_of_it() -> None:
    lines = of_paragraphs(100, 36)[0]
    height = lines.index("") + 2
    left, right = lines[:height], lines[height:]
    rows = [f"{a:<40}{b}".rstrip() for a, b in zip_longest(left, right[: height - 2], fillvalue="")]
    assert len(left) >= 5
    assert in_one_column("\n".join(rows)).split() == " ".join(left + right[: height - 2]).split()


def test_a_headline_over_two_columns_of_three_is_read_before_them() -> None:
    heads = ["QUAY TO SHUT FOR SIX WEEKS, TRADERS", "ARE ANGRY AND WANT TO BE PAID FOR IT", ""]
    two = [*heads, *side_by_side(2, 24).split("\n")]
    beside = textwrap.wrap(" ".join(PARAGRAPHS.split()), 24)[: len(two)]
    page = "\n".join(f"{a:<60}{b}".rstrip() for a, b in zip_longest(two, beside, fillvalue=""))
    assert in_one_column(page).split() == [
        *" ".join(heads).split(),
        *WORDS,
        *" ".join(beside).split(),
    ]


PAGE = """Harbour Post                              Monday 5 May 2025

Weir at Brask to be drained for the first time after a guard
finds rust in its gates

The weir at Brask will be       sound. "Nobody should be
drained next spring, the        alarmed," said Ingrid Vale,
water board decided on            who chairs the board.
Monday. It was built in             Farmers doubt that they
1931, and has never been          will be paid. Their union
empty. Rust was found in          said that it would march
two of three gates, the           to Ellery in June if nobody
board said, but the wall is       gave it an answer.
"""


def test_a_page_is_read_with_its_headline_and_whole_paragraphs() -> None:
    article = read(PAGE.encode())
    assert article.title == (
        "Weir at Brask to be drained for the first time after a guard finds rust in its gates"
    )
    assert [article.fold(sentence) for sentence in article.body] == [
        "The weir at Brask will be drained next spring, the water board decided on Monday.",
        "It was built in 1931, and has never been empty.",
        "Rust was found in two of three gates, the board said, but the wall is sound.",
        '"Nobody should be alarmed," said Ingrid Vale, who chairs the board.',
        "Farmers doubt that they will be paid.",
        "Their union said that it would march to Ellery in June if nobody gave it an answer.",
    ]


def test_the_foot_of_a_double_spaced_page_is_in_no_column() -> None:
    body = side_by_side(2, 38).replace("\n", "\n\n")
    apart = in_one_column(f"{body}\n\n\n{' ' * 45}12\n")
    assert apart.split() == [*WORDS, "12"]


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


@pytest.mark.parametrize(
    "stop", [pytest.param("։", id="Armenian"), pytest.param(".“", id="closed")]
)
def test_sentences_end_in_columns_with_any_mark(stop: str) -> None:
    text = side_by_side(2, 38).replace(".", stop)
    assert in_one_column(text).split() == " ".join(WORDS).replace(".", stop).split()


def test_no_sentence_ends_where_a_cell_leads_to_the_next() -> None:
    text = side_by_side(2, 38).replace(".", "…")
    assert in_one_column(text) == text


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
PROGRAMME = """the weir, a film by ann roe       main hall, with an introduction
songs of the lower valley         small hall, seats for ninety
a talk on the rust of gates       library, free of charge
the fish of the upper lake        school, for children under ten
dance of the two villages         market place, if it is dry
closing words by the mayor        main hall, followed by tea
"""
POEM = """the water came at night
                     and took the gate away,
we stood upon the wall
                     and had no word to say,
the morning found the weir
                     as dry as any street,
and fish upon the stones
                     and mud about our feet.
"""
CODE = """def wall(height):      # the wall that holds the water
    total = 0              # what it costs
    for row in height:     # of each row
        total += row       # in crowns
    return total           # all of it
x = wall(heights)          # what we pay
y = wall(others)           # what they pay
"""
AGENDA = """9.00      Opening of the meeting by the mayor. Then
          the chair of the board reports on the gates.
9.30      questions by the members of the
          council and by the public
11.00     lunch in the old hall, to which all
          who have come are asked
14.00     vote on the plan
"""
RESULTS = """Ostrand Rovers          2    1   Halden Town
Kell Athletic           0    0   Brask United (after extra time)
Velmar City             3    3   Skarre
Upper Kell              1    4   Larkhaven, who stay in the league
Danover                 0    2   Millbrook
Almora                  1    1   Kesten
"""
RULED = """+----------------------+--------------------------+
| upper kell           | the reservoir, for now   |
| brask                | the reservoir and a well |
| larkhaven            | the river below the weir |
| danover              | two wells and a tank     |
| ostrand              | the sea, made fresh      |
+----------------------+--------------------------+
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROGRAMME, id="cells in lower case"),
        pytest.param(POEM, id="a poem"),
        pytest.param(CODE, id="code"),
        pytest.param(AGENDA, id="an agenda"),
        pytest.param(RESULTS, id="results"),
        pytest.param(RULED, id="a ruled table"),
        *(
            pytest.param(justified("\n".join(textwrap.wrap(STORY, w)), w + 6, w + 6), id=f"{w}")
            for w in (22, 28, 34, 40, 52, 64)
        ),
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


def test_a_tab_parts_columns_as_well_as_blanks() -> None:
    lines = textwrap.wrap(STORY, 40)
    half = -(-len(lines) // 2)
    rows = zip_longest(lines[:half], lines[half:], fillvalue="")
    text = "\n".join(f"{left}\t{right}" for left, right in rows)
    assert in_one_column(text).split() == WORDS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(f"Quay {n}\tIt is {n} m long." for n in range(9)), id="a-table"),
        pytest.param("\n".join(f"Quay {n}\t{n}\t{n} m" for n in range(9)), id="three-cells"),
        pytest.param("\n".join(f"\t{line}" for line in textwrap.wrap(STORY, 40)), id="indents"),
    ],
)
def test_other_tabs_stay(text: str) -> None:
    assert in_one_column(text) == text
