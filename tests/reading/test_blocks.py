"""What the lines of a text are: golden readings, near misses, and what holds for any text."""

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.article import BlockKind
from newsbrief.reading.blocks import find_blocks
from newsbrief.reading.layout import paragraphs
from newsbrief.reading.parsing import parse
from newsbrief.reading.time_stamps import is_time_stamp
from newsbrief.spans import fold
from newsbrief.text.scripts import NO_WIDTH

SAMPLES = Path(__file__).parents[2] / "samples"

LETTERS = {
    "T": BlockKind.TITLE,
    "Y": BlockKind.BYLINE,
    "D": BlockKind.DATELINE,
    "H": BlockKind.HEADING,
    "L": BlockKind.LIST_ITEM,
    "C": BlockKind.CAPTION,
    "B": BlockKind.BOILERPLATE,
    "P": BlockKind.PARAGRAPH,
}
NAMES = {kind: letter for letter, kind in LETTERS.items()}

# A text, then its blocks as they should be read: a letter for the kind, white space folded.
WIRE = """\
BC-PIER, 1st Ld-Writethru
Harbour board refuses to extend the pier

    GREYHAVEN (CN) -- The harbour board on Tuesday refused to extend the
pier by 40 metres, saying that the sea bed was too soft and that no one
had shown who would pay.
    "It will not do," said the chairman, Tom Bell.
    The vote was 7-2.  Two members who had pressed for the pier walked
out of the room before the result was read, and did not come back.
    (MORE)
"""
WIRE_BLOCKS = """\
B BC-PIER, 1st Ld-Writethru
T Harbour board refuses to extend the pier
D GREYHAVEN (CN) --
P The harbour board on Tuesday refused to extend the pier by 40 metres, saying that the sea bed \
was too soft and that no one had shown who would pay.
P "It will not do," said the chairman, Tom Bell.
P The vote was 7-2. Two members who had pressed for the pier walked out of the room before the \
result was read, and did not come back.
B (MORE)"""

PAGE = """\
Home | World | Business

Ferry fares to rise by a tenth

By Ann Roe, transport editor
Published 9:14 AM EDT, Mon May 18, 2026
3 min read

Share
Facebook  X  Copy link

Key takeaways
- Fares go up in June.
- Islanders pay less.

The ferry company will raise its fares by a tenth in June, it said on Monday.

A queue at the quay on Sunday. (Photo: Bo Dunn/Greyhaven News)

Advertisement

“We have no choice,” said Tom Bell, who runs the company.

Read more: How the old ferry sank

What islanders pay

Islanders will pay half. By Tuesday 300 of them had asked for a card.

Related stories
• A bridge too dear
• Storm over the sound

Sign up for our newsletter
© 2026 Greyhaven News. All rights reserved.
"""
PAGE_BLOCKS = """\
B Home | World | Business
T Ferry fares to rise by a tenth
Y By Ann Roe, transport editor
B Published 9:14 AM EDT, Mon May 18, 2026
B 3 min read
B Share
B Facebook X Copy link
B Key takeaways
B - Fares go up in June.
B - Islanders pay less.
P The ferry company will raise its fares by a tenth in June, it said on Monday.
C A queue at the quay on Sunday. (Photo: Bo Dunn/Greyhaven News)
B Advertisement
P “We have no choice,” said Tom Bell, who runs the company.
B Read more: How the old ferry sank
H What islanders pay
P Islanders will pay half. By Tuesday 300 of them had asked for a card.
B Related stories
B • A bridge too dear
B • Storm over the sound
B Sign up for our newsletter
B © 2026 Greyhaven News. All rights reserved."""

ONE_A_LINE = """\
Will the Bridge Reopen in May?

Synopsis
Key Takeaways
- The bridge is shut.
The bridge over the Sill has been shut since a lorry struck its northern tower in the fog.
It may reopen in May.
Engineers from the county will look at the tower again on Friday, the council said, and report.
"""
ONE_A_LINE_BLOCKS = """\
T Will the Bridge Reopen in May?
B Synopsis
B Key Takeaways
B - The bridge is shut.
P The bridge over the Sill has been shut since a lorry struck its northern tower in the fog.
P It may reopen in May.
P Engineers from the county will look at the tower again on Friday, the council said, and report."""

DOUBLE_SPACED = """\
The harbour board on Tuesday refused to extend the pier by 40 metres,

saying that the sea bed was too soft and that no one had shown who would

pay. The vote was 7-2, and two members who had pressed for the pier left

the room.


They did not come back, and nobody went to look for them in the rain, as

it had begun to pour and the hall had only the one umbrella, said a clerk

who had stayed behind.
"""
DOUBLE_SPACED_BLOCKS = """\
P The harbour board on Tuesday refused to extend the pier by 40 metres, saying that the sea bed \
was too soft and that no one had shown who would pay. The vote was 7-2, and two members who had \
pressed for the pier left the room.
P They did not come back, and nobody went to look for them in the rain, as it had begun to pour \
and the hall had only the one umbrella, said a clerk who had stayed behind."""

MARKDOWN = """\
# A plan for the river

The river will be cleaned, the city said.

## What next

1. First the north bank.
2. Then the south bank.

---

Work starts in May.
"""
MARKDOWN_BLOCKS = """\
B #
T A plan for the river
P The river will be cleaned, the city said.
B ##
H What next
L 1. First the north bank.
L 2. Then the south bank.
B ---
P Work starts in May."""

TABLE = """\
Saturday's results

Team\tPlayed\tPoints
North\t3\t9

North won the league, its third title in a row.
"""
TABLE_BLOCKS = """\
T Saturday's results
L Team Played Points
L North 3 9
P North won the league, its third title in a row."""


def read(text: str) -> list[str]:
    return [f"{NAMES[b.kind]} {fold(text[b.start : b.end])}" for b in find_blocks(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(WIRE, WIRE_BLOCKS, id="hard-wrapped wire copy"),
        pytest.param(PAGE, PAGE_BLOCKS, id="saved page"),
        pytest.param(ONE_A_LINE, ONE_A_LINE_BLOCKS, id="a paragraph a line"),
        pytest.param(DOUBLE_SPACED, DOUBLE_SPACED_BLOCKS, id="double-spaced"),
        pytest.param(MARKDOWN, MARKDOWN_BLOCKS, id="markdown"),
        pytest.param(TABLE, TABLE_BLOCKS, id="table"),
        pytest.param(PAGE.replace("\n", "\r\n"), PAGE_BLOCKS, id="carriage return, line feed"),
        pytest.param(PAGE.replace("\n", "\r"), PAGE_BLOCKS, id="carriage return alone"),
        pytest.param(PAGE.replace(" ", "\xa0"), PAGE_BLOCKS, id="no-break spaces"),
        pytest.param(WIRE.replace("\n", " \n"), WIRE_BLOCKS, id="trailing spaces"),
        pytest.param("\f\n\ufeff" + PAGE, PAGE_BLOCKS, id="form feed, stray mark"),
    ],
)
def test_golden_readings(text: str, blocks: str) -> None:
    assert read(text) == blocks.split("\n")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\u200b\n", [], id="nothing that shows"),
        pytest.param("It is shut.\n\n\xad\n", ["P It is shut."], id="a soft hyphen alone"),
        pytest.param("hello world", ["P hello world"], id="no sentence"),
        pytest.param(
            "Roses are red\nViolets are blue", ["P Roses are red", "P Violets are blue"], id="verse"
        ),
        pytest.param("- One thing\n- Another", ["P - One thing", "P - Another"], id="list alone"),
        pytest.param(
            "🎉🎉\n\nIt began at noon 🎉.", ["B 🎉🎉", "P It began at noon 🎉."], id="emoji"
        ),
    ],
)
def test_texts_that_are_no_article(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


BODY = "The bridge was shut on Monday, the city said, and it will not open soon."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("Bridge shut\n\n", "Bridge shut", id="title"),
        pytest.param("Why is the bridge shut?\n\n", "Why is the bridge shut?", id="question"),
        pytest.param("World\n\nBridge shut\n\n", "Bridge shut", id="section above"),
        pytest.param("By Ann Roe\n\nBridge shut\n\n", "Bridge shut", id="byline above"),
        pytest.param("Bridge shut.\n\nGREYHAVEN (AP) — ", "Bridge shut.", id="period, dateline"),
        pytest.param("Bridge shut.\n\nBy Ann Roe\n\n", "Bridge shut.", id="period, byline"),
        pytest.param(
            "Bridge Shut After Storm Hits.\n\n", "Bridge Shut After Storm Hits.", id="case"
        ),
        pytest.param("Bridge Shut Again | Ely Post\n\n", "Bridge Shut Again", id="outlet"),
        pytest.param("Why is it shut? | Ely.com\n\n", "Why is it shut?", id="address"),
        pytest.param("** Bridge shut\n\n", "Bridge shut", id="stars"),
        pytest.param("WORDS: 412\n\nBridge shut\n\n", "Bridge shut", id="length"),
        pytest.param("Words: who may say what\n\n", "Words: who may say what", id="no length"),
        pytest.param("TRANSPORT ›\n\nBridge shut\n\n", "Bridge shut", id="link above"),
        pytest.param(
            "Ely Post\n\n@elypost\n\nThe bridge is shut for six weeks\n\n",
            "The bridge is shut for six weeks",
            id="account above",
        ),
        pytest.param("SKIP TO SITE INDEX\n\nBridge shut\n\n", "Bridge shut", id="a way down"),
        pytest.param("Opinion | The Bridge\n\n", "Opinion | The Bridge", id="topic"),
        pytest.param(
            "Bridge shut again | what we know\n\n",
            "Bridge shut again | what we know",
            id="no outlet",
        ),
        pytest.param("Ely Post            May 5\n\nBridge shut\n\n", "Bridge shut", id="a head"),
        pytest.param("Bridge    shut\n\n", "Bridge shut", id="wide blanks alone"),
        pytest.param(
            "Ely Post\n\nThe bridge is shut for six weeks\n\nBy Ann\n\nEly Post\n\n3 May\n\n",
            "The bridge is shut for six weeks",
            id="outlet that stands again",
        ),
        pytest.param(
            "Bridge shut\n\nIt will stay so for six weeks\n\nBy Ann Roe\n\n",
            "Bridge shut",
            id="short, above a standfirst",
        ),
        pytest.param(
            "Bridge shut\n\nBridge shut\n\nIt will stay so for six weeks\n\n",
            "Bridge shut",
            id="short, said twice",
        ),
        pytest.param(
            "City Life\n\nReal Estate\n\nLocal Sport\n\nThe bridge is shut for six weeks\n\n",
            "The bridge is shut for six weeks",
            id="below a menu",
        ),
        pytest.param(
            "City of Ely\n\nFOR RELEASE AT 10 A.M.\n\nThe bridge is shut for six weeks\n\n",
            "The bridge is shut for six weeks",
            id="below a letterhead",
        ),
        pytest.param(
            "City of Ely\n\nOffice of the City Engineer\n\nNEWS RELEASE\n\nREMARKS ON BRIDGES\n\n",
            "REMARKS ON BRIDGES",
            id="short, below a letterhead of two lines",
        ),
        pytest.param(
            "The bridge is shut for six weeks\n\nNEWS RELEASE\n\nCity of Ely\n\n",
            "The bridge is shut for six weeks",
            id="above the name of an office",
        ),
        pytest.param(
            "The bridge is shut for six weeks\n\nFOR IMMEDIATE RELEASE\n\nELY — ",
            "The bridge is shut for six weeks",
            id="above what says it is a release",
        ),
        pytest.param(
            "EL CORREO DE ELY\nSuscríbete\n\nThe bridge is shut\n\n",
            "The bridge is shut",
            id="above buttons",
        ),
        pytest.param(
            "Open in app\nSign up\nSign in\n\nThe bridge is shut\n\n",
            "The bridge is shut",
            id="buttons above",
        ),
        pytest.param(
            "Bridge to stay shut\nSubscribe\n\nIt will open in six weeks\n\n",
            "Bridge to stay shut",
            id="words above a button",
        ),
        pytest.param("Bridge Shut\nSubscribe\n\n", "Bridge Shut", id="nothing below a button"),
        pytest.param(
            "DRAFT 3 – NOT FOR PRINT\nSlug: bridge\nHed: Bridge shut\nDek: For long\n\n",
            "Bridge shut",
            id="labelled below another line",
        ),
        pytest.param(
            "SLUG: BRIDGE\nTRT: 1:32\nANCHOR: ANN ROE\n\n[TAKE ANCHOR]\n\n", None, id="fields"
        ),
        pytest.param(
            "Bridge shut\nAuthor/Byline: X\nEdition: Final\nPage: A1\n\n",
            "Bridge shut",
            id="above fields",
        ),
        pytest.param("Ely: bridge shut\nLive: more\n\n", "Ely: bridge shut", id="two colons"),
        pytest.param(
            "Ely: bridge shut\n\nWhy: storm\n\nWhen: for six weeks\n\n",
            "Ely: bridge shut",
            id="colons apart",
        ),
        pytest.param("a0412\nr i\n\nBridge shut\n\n", "Bridge shut", id="codes"),
        pytest.param("橋は閉鎖\n\n", "橋は閉鎖", id="letters that are words"),
        pytest.param("August 5, 2025 04:05 PM Eastern Daylight Time\n\n", None, id="stamp"),
        pytest.param("LOCAL NEWS\n\nBridge Shut\n\n", "Bridge Shut", id="below a section"),
        pytest.param(
            "News | Crime & Public Safety\n\nBridge shut\n\n", "Bridge shut", id="below sections"
        ),
        pytest.param("U.S. NEWS\n\n", "U.S. NEWS", id="section alone"),
        pytest.param("Bad news\n\nBridge shut\n\n", "Bad news", id="no section"),
        pytest.param("Inquiries:\n\nBridge shut\n\n", "Bridge shut", id="what heads lines"),
        pytest.param("Inquiries:\n\n", "Inquiries:", id="colon alone"),
        pytest.param("News desk • jo@ely.example\n\nBridge shut\n\n", "Bridge shut", id="mail"),
        pytest.param("The bridge is shut.\n\n", None, id="a sentence"),
        pytest.param("Dear all,\n\n", None, id="a letter"),
        pytest.param("Dear all,\n\nBridge shut\n\n", "Bridge shut", id="below an address"),
        pytest.param("OLD BRIDGE TO CLOSE.\n\n", "OLD BRIDGE TO CLOSE.", id="period, capitals"),
        pytest.param("", None, id="none"),
    ],
)
def test_title(head: str, title: str | None) -> None:
    text = head + BODY
    found = [fold(text[b.start : b.end]) for b in find_blocks(text) if b.kind is BlockKind.TITLE]
    assert found == ([title] if title else [])


def test_a_title_is_told_without_its_outlet_where_it_stands_again() -> None:
    assert read(f"Bridge shut again | Ely Post\n\nBridge shut again\n\n{BODY}") == [
        "T Bridge shut again",
        "B | Ely Post",
        "B Bridge shut again",
        f"P {BODY}",
    ]


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("This story was first published in The Ely Post.", "The bridge is shut"),
        ("© 2026 The Ely Post", "The bridge is shut"),
        ("Heard on The Ely Post", "The bridge is shut"),
        ("Topics: The Ely Post", "THE ELY POST"),
        ("He reads The Ely Post every day.", "THE ELY POST"),
    ],
)
def test_the_outlet_that_a_notice_names_is_no_title(below: str, title: str) -> None:
    text = f"THE ELY POST\n\nThe bridge is shut\n\n{BODY}\n\n{below}\n"
    assert f"T {title}" in read(text)


def test_a_sentence_of_a_text_in_capitals_is_no_headline() -> None:
    assert read("THE BRIDGE IS SHUT TONIGHT.\n\nIT WILL STAY SO FOR SIX WEEKS.")[0][0] == "P"


def test_a_text_that_is_known_to_have_no_title_has_none() -> None:
    kinds = [block.kind for block in find_blocks(f"Why is it shut?\n\n{BODY}", is_titled=False)]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("notice", "below"),
    [
        pytest.param("You have 3 free articles left.", "By Ann Roe", id="to the reader"),
        pytest.param("We need your help. Thousands give.", "By Ann Roe", id="two sentences"),
        pytest.param("Please support the news near Ayr.", "By Ann Roe", id="asked politely"),
        pytest.param("This story was updated in May.", "By Ann Roe", id="of the page"),
        pytest.param("Made by a machine. Check the facts.", "2 hours ago", id="above a stamp"),
        pytest.param("Made by a machine. Check it.\n\nShare\n\nGive now. It helps.", "By Ann Roe",
                     id="several"),
        pytest.param("Made by a machine. Check it.", "Ferries\n\nBy Ann Roe", id="standfirst"),
        pytest.param("You have 3 free articles left.", "Share", id="of the page, to the reader"),
        pytest.param("Reading time: 4 minutes", "Share", id="time to read"),
        pytest.param("Listen to this article. 4 min", "Share", id="buttons"),
    ],
)  # fmt: skip
def test_notices_above_the_headline(notice: str, below: str) -> None:
    found = read(f"{notice}\n\nBridge shut for weeks\n\n{below}\n\n{BODY}")
    lines = notice.split("\n\n")
    assert found[: len(lines) + 1] == [*(f"B {line}" for line in lines), "T Bridge shut for weeks"]


@pytest.mark.parametrize(
    ("first", "below"),
    [
        pytest.param("The bridge is shut. It will not open soon.", BODY, id="a paragraph"),
        pytest.param("You may walk over it. You may not drive.", BODY, id="to the reader"),
        pytest.param("“You will wait. We will not,” he said.", "By Ann Roe", id="a quotation"),
        pytest.param(("It rained in Ayr. " * 10).strip(), "By Ann Roe", id="a long paragraph"),
        pytest.param("The bridge was shut on Monday.", "By Ann Roe", id="one sentence"),
    ],
)
def test_what_is_no_notice(first: str, below: str) -> None:
    found = read(f"{first}\n\nBridge shut for weeks\n\n{below}\n\n{BODY}")
    assert found[0] in (f"P {first}", f"T {first}")


@pytest.mark.parametrize(
    ("above", "head", "title"),
    [
        pytest.param("It was made by a machine.", "By Ann Roe\n\n", "Bridge shut for weeks",
                     id="byline"),
        pytest.param("A guest of the port wrote it.", "AYR, May 3 (Vega) - ",
                     "Bridge shut for weeks", id="dateline"),
        pytest.param("One of us wrote it.\n\nOne more read it twice.", "3 May 2024\n\n",
                     "Bridge shut for weeks", id="two, stamp"),
        pytest.param("It was made by a machine.", "", None, id="unsigned"),
        pytest.param(("It rained in Ayr. " * 20).strip(), "By Ann Roe\n\n", None, id="a paragraph"),
    ],
)  # fmt: skip
def test_the_headline_stands_above_the_byline(above: str, head: str, title: str | None) -> None:
    article = parse(f"{above}\n\nBridge shut for weeks\n\n{head}{BODY}")
    assert article.title == title


def test_a_short_title_is_told_from_the_outlet_that_a_copyright_names() -> None:
    text = f"{{}}\n\nThe bridge is shut for six weeks\n\n{BODY}\n\n© 2025 Ely Post"
    assert parse(text.format("Ely Post")).title == "The bridge is shut for six weeks"
    assert parse(text.format("Bridge shut")).title == "Bridge shut"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("“It is shut,” he said. EFE", "“It is shut,” he said.", id="name"),
        pytest.param("“It is all shut now.” - AFP", "“It is all shut now.”", id="dash"),
        pytest.param("It will open in May.(ANI)", "It will open in May.", id="brackets"),
        pytest.param("It will open in May. PTI KRH RT", "It will open in May.", id="initials"),
        pytest.param("It will open in May, says AFP", None, id="no-end"),
        pytest.param("It will open in May. Reuters saw it.", None, id="a-sentence"),
        pytest.param("It will open in May. Yes", None, id="no-agency"),
        pytest.param("The bridge at dawn.Reuters", None, id="a-credit"),
    ],
)
def test_the_agency_that_signs_a_paragraph_is_none_of_it(line: str, said: str | None) -> None:
    text = f"Bridge shut\n\n{BODY}\n\n{line}"
    blocks = [(b.kind, text[b.start : b.end]) for b in find_blocks(text)][2:]
    if said is None:
        assert [shown for _, shown in blocks] == [line]
    else:
        assert blocks[0] == (BlockKind.PARAGRAPH, said)
        assert [kind for kind, _ in blocks[1:]] == [BlockKind.BOILERPLATE]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        pytest.param("Newswise — ELY, May 3, 2024 – ", "dateline paragraph", id="service"),
        pytest.param("Newswise — Cracks in walls – ", "paragraph", id="service, no day"),
        pytest.param("It rains — ELY, May 3, 2024 – ", "paragraph", id="words"),
        pytest.param("ELY, May 3.—", "dateline paragraph", id="old"),
        pytest.param("Lyon (France), 4 mars 2025 (AFP) - ", "dateline paragraph", id="country"),
        pytest.param("Lyon (Francia), 4 mar (EFE).- ", "dateline paragraph", id="month"),
        pytest.param("LYON (AFP): ", "dateline paragraph", id="colon"),
        pytest.param("Lyon (Coast News) - ", "dateline paragraph", id="unknown-agency"),
        pytest.param("Ann Lee (Coast News): ", "paragraph", id="speaker"),
        pytest.param("Sir Bo Roe (Lyon South) (Con): ", "paragraph", id="member"),
        pytest.param("Lee (Labour) met Roe (Ely) - ", "paragraph", id="people"),
        pytest.param("He won (again), he said (Ely) - ", "paragraph", id="no-place"),
    ],
)
def test_a_dateline_with_a_country_in_brackets(head: str, kinds: str) -> None:
    assert " ".join(block.kind for block in find_blocks(f"Bridge shut\n\n{head}{BODY}")) == (
        f"title {kinds}"
    )


def test_a_text_of_numbered_paragraphs_has_its_title() -> None:
    text = "\n\n".join(["Bridge shut", *(f"{n}. {BODY}" for n in range(1, 5))])
    assert parse(text).title == "Bridge shut"
    assert parse("Bridge shut\n\n- Ely\n\n- Ayr").title is None


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        pytest.param("NEW DELHI: ", "dateline paragraph", id="a-city"),
        pytest.param("WARNING: ", "paragraph", id="no-city"),
        pytest.param("New Delhi: ", "paragraph", id="no-capitals"),
    ],
)
def test_a_city_in_capitals_before_a_colon(head: str, kinds: str) -> None:
    assert " ".join(block.kind for block in find_blocks(f"Bridge shut\n\n{head}{BODY}")) == (
        f"title {kinds}"
    )


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        pytest.param(["Jon Lee in Ely", "Tue 4 Mar 2025 17.20 GMT"], "Jon Lee", id="above"),
        pytest.param(["4 March 2025", "Ann Moe and Jon Lee"], "Ann Moe and Jon Lee", id="below"),
        pytest.param([BODY, "By Ann Moe", "4 March 2025"], "Ann Moe", id="below a standfirst"),
        pytest.param(["4 May 2025 | By Ann Moe | Ely Post"], "Ann Moe", id="stamp and outlet"),
        pytest.param(["BY ANN MOE | ELY PRESS"], "ANN MOE", id="outlet"),
        pytest.param(["By Ann Moe | @annmoe"], "Ann Moe", id="account"),
        pytest.param(["Ann Moe amoe@ely.example", "4 March 2025"], "Ann Moe", id="an address"),
        pytest.param(["Desk desk@ely.example", "4 March 2025"], None, id="a desk's address"),
        pytest.param([BODY, "By Ann Moe"], None, id="below text, no stamp"),
        pytest.param(["Ann Moe", "Tuesday, 4 March"], None, id="no year"),
        pytest.param(["Ann Moe"], None, id="no stamp"),
        pytest.param(["Old Park", "4 March 2025"], None, id="no first name"),
        pytest.param(["Ann moves on", "4 March 2025"], None, id="no name"),
        pytest.param(["4 March 2025", "Ann Moe", "Jon Lee", "Jo Roe"], None, id="a list of names"),
    ],
)
def test_names_beside_a_time_stamp_are_a_byline(lines: list[str], byline: str | None) -> None:
    text = "\n\n".join(["The bridge is shut for six weeks", *lines, BODY])
    assert parse(text).metadata.byline == byline


@pytest.mark.parametrize(
    ("line", "is_stamp"),
    [
        ("March 4, 2025 09:12 pm | Updated March 5, 2025 12:14 am IST - OSTRAND", True),
        ("Ostrand - 04 MAR 2025 - 18:12 CET", True),
        ("TNN / Updated: Mar 4, 2025, 21:12 IST", True),
        ("2024-05-03 10:15:00　来源：海岸新闻　作者：林玛", True),
        ("2024年05月03日 10:15 来源：海岸新闻", True),
        ("2024年5月3日（金）10時15分", True),
        ("2024年5月3日 雨：埠頭を閉鎖することを決めた市議会の説明によると", False),
        ("来源：海岸新闻　作者：林玛", False),
        ("MARCH 4 - MAYOR SPEAKS", False),
        ("By Jane Roe | 4 March 2025 10:30", False),
        ("Daily Brief | 4 March 2025", False),
        ("The quay - 10:30 is too late", False),
    ],
)
def test_a_stamp_with_a_place_or_an_outlet(line: str, *, is_stamp: bool) -> None:
    assert is_time_stamp(line) == is_stamp


def test_the_words_for_a_picture_are_no_text() -> None:
    picture = (
        "Image\n\nThe mayor, in a suit.\n\nThe mayor spoke on Monday.Credit...Ann Lee for Ely Post"
    )
    kinds = [block.kind for block in find_blocks(f"Bridge shut\n\n{picture}\n\n{BODY}")]
    assert " ".join(kinds) == "title boilerplate caption caption caption paragraph"
    assert "caption" not in [b.kind for b in find_blocks(f"Bridge shut\n\nImage\n\n{BODY}")]


def test_the_numbers_of_a_thread_are_none_of_its_text() -> None:
    posts = ["The bridge is shut.", "It will open in May.", "The city said so."]
    text = "Bridge shut\n\n" + "\n\n".join(f"{i}/ {post}" for i, post in enumerate(posts, 1))
    shown = [text[b.start : b.end] for b in find_blocks(text) if b.kind is BlockKind.PARAGRAPH]
    assert shown == posts
    two = text.rpartition("\n\n")[0]
    assert [two[b.start :][:2] for b in find_blocks(two)][1:] == ["1/", "2/"]


def test_a_line_that_is_no_headline_makes_no_notice() -> None:
    notice = "Made by a machine. Check it."
    for line in ("Bridge shut", "The bridge, they said, was shut:", "and shut for weeks"):
        assert read(f"{notice}\n\n{line}\n\nBy Ann Roe\n\n{BODY}")[0] == f"P {notice}"


@pytest.mark.parametrize(
    "text",
    [
        "The Royal Society (RS) - Britain's oldest - said no to the plan on Monday.",
        "Bell (left) - The chairman of the board - said no to the plan on Monday.",
        "Sen. Bo Dunn (R-Ohio) — The youngest of them — said no to the plan on Monday.",
        "He could say yes/no/maybe.",
        "Caution is wise: the mail that came from outside the county said no such thing.",
        "(Music was heard from the bridge) and nobody said why on Monday.",
        "United Press International (UPI) reported on Monday that the bridge was shut.",
        "Mr Bell — The chairman of the board — said no to the plan on Monday.",
        "By Monday the bridge was shut, and the town was cut off from the coast.",
        "Published in 1996, the book sold badly and was soon forgotten by all.",
        "Photos of the bridge show a crack as wide as a hand, the city said.",
        "More than 300 people were on the bridge when it was shut on Monday.",
        "Updated rules say that no lorry may cross before the end of May.",
        "Related work on the tower will cost the county as much again, it said.",
        "Reporting by the county's own engineers had found the crack in May.",
        "May 3 was the last day on which a lorry crossed the bridge, he said.",
        "You can sign up for the ferry card at the quay, the mayor said on Monday.",
        "Your privacy is at risk, the county's lawyers told the council in May.",
        "Ann Roe, the health correspondent, said that the bridge was safe.",
        "A version of this wall stood here for a hundred years, the mayor said on Monday.",
        "Got a tip of 60 crowns from the mayor, she said, and one of ten from the harbour master.",
        "Le 18 juin 2025 à 17h42, le mur du port a cédé sous les vagues.",
    ],
)
def test_sentences_are_never_furniture(text: str) -> None:
    assert read(f"{BODY}\n\n{text}\n\n{BODY}")[1] == f"P {text}"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("By Ann Roe and Bo Dunn", "Y", id="byline"),
        pytest.param("By ANN ROE | ann@coast.example | Coast News", "Y", id="byline, address"),
        pytest.param("Oct. 11, 2025 | By Ann Roe", "Y", id="byline behind a stamp"),
        pytest.param("BY MS. ROE:", "P", id="who asks"),
        pytest.param("By the sea | Life | Coast News", "B", id="menu"),
        pytest.param("(Reporting by Ann Roe; Editing by Bo Dunn)", "B", id="desk line"),
        pytest.param("Friday, July 21, 2017", "B", id="date"),
        pytest.param("[MUSIC PLAYING]", "B", id="music"),
        pytest.param("coast-news.example", "B", id="a site"),
        pytest.param("jane.roe@coast.example", "B", id="an address of mail"),
        pytest.param("From Wikinews, the free news source you can write!", "B", id="a wiki"),
        pytest.param("dpa ml yyzz n1 wl", "B", id="foot of dpa"),
        pytest.param("dpa says it is all shut now.", "P", id="a sentence of dpa"),
        pytest.param("rain.", "P", id="a word and a full stop"),
        pytest.param("May 3, 2024 | 12 Photos", "B", id="stamp and count"),
        pytest.param("May 3, 2024 | Fire in Ely", "H", id="stamp and words"),
        pytest.param(
            "This article appears in the May 2024 print edition with the headline “Sea.”",
            "B",
            id="in a print edition",
        ),
        pytest.param("This article appears in the statute of 1905.", "P", id="article of a law"),
        pytest.param(
            "[EXTERNAL] CAUTION: This email originated from outside of the county. Do not click.",
            "B",
            id="banner of a mail",
        ),
        pytest.param("View this post on the web at https://coast.example/p", "B", id="on the web"),
        pytest.param(
            "View this email in your browser ( https://coast.example/p )", "B", id="in a browser"
        ),
        pytest.param("Unsubscribe https://coast.example/u?j=eyJ1", "B", id="an address behind"),
        pytest.param("(SOUNDBITE OF ARCHIVED RECORDING)", "B", id="a sound"),
        pytest.param("(BEGIN VIDEO CLIP)", "B", id="a clip"),
        pytest.param("Last updated at 9:40 PM on 2nd May 2031", "B", id="stamp"),
        pytest.param("5. November 2025, 14:20 Uhr", "B", id="stamp, in German"),
        pytest.param("Stand: 16.10.2025, 14:20 Uhr", "B", id="state, in German"),
        pytest.param(
            "Publié le 18 juin 2025 à 17h42, modifié le 19 juin 2025", "B", id="stamp, in French"
        ),
        pytest.param("09 ABR 2025 - 13:05 CEST", "B", id="stamp, in Spanish"),
        pytest.param("14/10/2025 alle ore 10:22", "B", id="stamp, in Italian"),
        pytest.param("5. Novembertag am Kai 2025", "L", id="item"),
        pytest.param("Follow Coast News on Sounds, Facebook and X.", "B", id="follow, with others"),
        pytest.param(
            "A version of this article appears in print on March 5, 2025, Section A, Page 9.",
            "B",
            id="in print",
        ),
        pytest.param("Do you have a story? Email desk@coast.example", "B", id="asks for stories"),
        pytest.param("This is a modal window.", "B", id="of a player"),
        pytest.param(
            "Beginning of dialog window. Escape will cancel and close the window.",
            "B",
            id="of a player too",
        ),
        pytest.param("2 hours ago", "B", id="age"),
        pytest.param("14:02", "B", id="time"),
        pytest.param("2.15pm BST", "B", id="time, with a zone"),
        pytest.param("Updated at 13:40 GMT", "B", id="time of a change"),
        pytest.param("Filed at 8:15 p.m.", "B", id="time of filing"),
        pytest.param("10m ago", "B", id="age, short"),
        pytest.param("1 hr 12 min ago", "B", id="age, in two units"),
        pytest.param("From 3h ago", "B", id="age of what follows"),
        pytest.param("14.02 GMT Key event", "B", id="time and label"),
        pytest.param("Hace 3 horas", "B", id="age, in Spanish"),
        pytest.param("il y a 2 heures", "B", id="age, in French"),
        pytest.param("vor 5 Minuten", "B", id="age, in German"),
        pytest.param("5 minuten geleden", "B", id="age, in Dutch"),
        pytest.param("Pinned post", "B", id="label of a post"),
        pytest.param("Key events", "B", id="label of posts"),
        pytest.param("It closed 2 hours ago.", "P", id="an age in a sentence"),
        pytest.param("14.02 GMT The key event", "H", id="a heading with a time"),
        pytest.param("10 m away", "H", id="a distance"),
        pytest.param("Vor 5 Minuten war der Kai noch offen.", "P", id="a German sentence"),
        pytest.param("Image source, Getty Images", "C", id="credit"),
        pytest.param("Photo: Ann Roe", "C", id="photo"),
        pytest.param("ELY, Ohio (Ely Post) -", "D", id="dateline with an agency"),
        pytest.param("ELY, May 5 —", "D", id="dateline with a day"),
        pytest.param("Dáil Éireann debate -", "H", id="a dash behind a heading"),
        pytest.param("[Photo: The quay in May. (Ann Roe/Ely Post)]", "C", id="photo in brackets"),
        pytest.param("Credit...Ann Roe for Coast News", "C", id="credit and three dots"),
        pytest.param("The quay in May. (Ann Roe/Ely Post)", "C", id="named credit"),
        pytest.param("(Ann Roe / Ely Post)", "C", id="named credit alone"),
        pytest.param("He was on the list (Ann Roe/Bo Dunn)", "H", id="names in a line"),
        pytest.param("The quay in May. (Harbour Board/Port)", "H", id="no name"),
        pytest.param("[Editor's note: The quay is shut.]", "B", id="note in brackets"),
        pytest.param("Reporting by Ann Roe in Ayr; Editing by Bo Dunn", "B", id="without brackets"),
        pytest.param("Reporting by the Ely Post; it found a gap.", "P", id="what others report"),
        pytest.param("You are receiving this because you asked for it.", "B", id="why it comes"),
        pytest.param(
            "If you are not the intended recipient, please notify the sender.",
            "B",
            id="small print",
        ),
        pytest.param("The mayor, not the addressee, got the letter.", "P", id="an addressee"),
        pytest.param("Follow Ann Roe on Twitter", "B", id="follow"),
        pytest.param("https://example.com/a", "B", id="address"),
        pytest.param("pic.example.com/a1B2", "B", id="address of a picture"),
        pytest.param("Ann Roe, Health correspondent", "Y", id="signed"),
        pytest.param("Ann Roe, Europe editor in Paris", "Y", id="signed in a city"),
        pytest.param("Ann Roe, Investigative Reporter", "Y", id="signed in capitals"),
        pytest.param("Ann Roe, Harbour Master", "H", id="another office"),
        pytest.param("Accept all", "B", id="button"),
        pytest.param("1.2K shares", "B", id="shares"),
        pytest.param("We value your privacy. Our partners use cookies.", "B", id="cookies"),
        pytest.param("As a subscriber, you have 10 gift articles to give.", "B", id="gift"),
        pytest.param("To read this article, subscribe or log in.", "B", id="log in"),
        pytest.param("(Copyright 2024 by Coast News. All Rights Reserved.)", "B", id="rights"),
        pytest.param("(c) Copyright Coast News 2024. Click here.", "B", id="rights, agency"),
        pytest.param("Story by Ann Roe; additional reporting by Bo Dunn.", "B", id="who wrote it"),
        pytest.param("Story by story, the wall fell; reporting is hard.", "P", id="by and by"),
        pytest.param("The Courier will never share your details.", "B", id="a promise"),
        pytest.param("He did not share this article with the board.", "P", id="a sharer"),
        pytest.param("You received this email because you asked for it.", "B", id="why it came"),
        pytest.param("Was this newsletter forwarded to you? Sign up.", "B", id="forwarded"),
        pytest.param("Was this bridge safe? Nobody knows.", "P", id="another question"),
        pytest.param("Ann Roe <ann@coast.example>", "B", id="sender"),
        pytest.param("Sent from my iPhone", "B", id="telephone"),
        pytest.param("See QUAY, Page A6", "B", id="jump"),
        pytest.param("Continued from Page 1", "B", id="jump back"),
        pytest.param("See the mayor turn the page.", "P", id="no jump"),
        pytest.param("Continued on A7", "B", id="jump without the word page"),
        pytest.param("QUAY from A1", "B", id="jump back with a word"),
        pytest.param("Lorries from A1", "H", id="a road"),
        pytest.param("People are also reading…", "B", id="list of others"),
        pytest.param("Copy article link", "B", id="button of three words"),
        pytest.param("Link Copied!", "B", id="button pressed"),
        pytest.param("Related video: Ferry on its way", "B", id="video"),
        pytest.param("Originally Published: August 2, 2025 at 4:11 PM PDT", "B", id="first stamp"),
        pytest.param("Originally published in 1996, the book sold badly.", "P", id="a book"),
        pytest.param("Follow AP's news at https://ap.example/hub", "B", id="follow, address"),
        pytest.param("Follow the river at your own risk.", "P", id="follow a river"),
        pytest.param("Write to Ann Roe at ann@coast.example", "B", id="write to"),
        pytest.param("Write to Ann Roe at the quay", "H", id="write to a place"),
        pytest.param("Commented [JR1]: Check with the port", "B", id="comment in Word"),
        pytest.param("jr-ob/bd/cw", "B", id="initials of a desk"),
        pytest.param("ATTENTION - UPDATES with quotes ///", "B", id="note of AFP"),
        pytest.param("bdt0123 4 pl 210 dpa 0412", "B", id="head of dpa"),
        pytest.param("SLUG: quay-0504", "B", id="slug"),
        pytest.param("Word count: 734", "B", id="count"),
        pytest.param("Length: 734 words", "B", id="length"),
        pytest.param("[1] Port of Ayr, press release, 3 May.", "L", id="note"),
        pytest.param("https://coast.example/quay 1/2", "B", id="address and page"),
        pytest.param("The Wayback Machine - https://a.example/b", "B", id="archive"),
        pytest.param(
            "If you buy through our links, we may earn a share.", "B", id="links that pay"
        ),
        pytest.param("If you buy it, you may receive a bill.", "P", id="a buyer"),
        pytest.param("Lesezeit: 3 Min.", "B", id="time to read, in German"),
        pytest.param("* * *", "B", id="rule"),
        pytest.param("More from Business", "B", id="section"),
        pytest.param("A tower of trouble", "H", id="heading"),
        pytest.param("Kind regards,", "H", id="end of a letter"),
        pytest.param("Dear Dr. Ann Roe,", "H", id="start of a letter"),
        pytest.param("and then, at the end,", "P", id="small letter and comma"),
        pytest.param("In Ayr, the mayor said,", "P", id="more words and a comma"),
        pytest.param("Why now?", "P", id="question"),
        pytest.param("Here is what the council decided:", "P", id="colon"),
    ],
)
def test_lines_between_paragraphs(line: str, kind: str) -> None:
    assert read(f"{BODY}\n\n{line}\n\n{BODY}")[1] == f"{kind} {line}"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("HED: Quay to shut in May", "Quay to shut in May", id="label"),
        pytest.param("Quay to shut https://coast.example/a?b", "Quay to shut", id="address"),
        pytest.param("(Updated 1300 - new: quotes)\n\nQuay to shut", "Quay to shut", id="brackets"),
        pytest.param("CNN — \n\nQuay to shut", "Quay to shut", id="dash"),
        pytest.param("Quay (the old one)", "Quay (the old one)", id="brackets inside"),
        pytest.param("Hedges: a guide", "Hedges: a guide", id="another label"),
    ],
)
def test_headlines_with_something_beside_them(line: str, title: str) -> None:
    assert parse(f"{line}\n\n{BODY}").title == title


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            [
                "by: Jane Roe, Coast News",
                "Posted: May 4, 2024 / 09:12 AM EDT",
                "Updated: May 4, 2024 / 10:05 AM EDT",
            ],
            id="television",
        ),
        pytest.param(["By Jane Roe", "Last updated 4 May 2024 at 10:05"], id="paper"),
        pytest.param(["by Jane Roe"], id="small"),
        pytest.param(
            ["https://coast.example/quay", "Traders Want Their Stalls Kept Open", "By Jane Roe"],
            id="address",
        ),
    ],
)
def test_the_lines_of_a_head_are_not_joined(head: list[str]) -> None:
    lines = ["Quay to shut for six weeks in May", *head]
    text = "\n".join(lines)
    assert [block[2:] for block in read(f"{text}\n\n{BODY}")[:-1]] == lines


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "The book about the quay was written",
                "by Jane Roe and the port of Ayr paid",
                "for it, as the council said in May.",
            ],
            id="by",
        ),
        pytest.param(
            [
                "The list of all the quays that were",
                "updated in the year before the great",
                "storm is long, the council said.",
            ],
            id="updated",
        ),
        pytest.param(
            [
                "The list of all the quays stands at",
                "https://coast.example/all-the-quays",
                "and is long, as the council in Ayr",
                "said when it was shown in May.",
            ],
            id="address",
        ),
    ],
)
def test_a_wrapped_line_that_opens_like_one_of_a_head_is_joined(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read(f"Quay\n\n{text}")[-1] == f"P {' '.join(lines)}"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            ["Farmers Brace for the", "Dry Winter"],
            "Farmers Brace for the Dry Winter",
            id="article",
        ),
        pytest.param(["RAIN FALLS AND", "QUAY SHUTS"], "RAIN FALLS AND QUAY SHUTS", id="and"),
        pytest.param(["Farmers Brace", "Dry Winter Ahead"], "Farmers Brace", id="two headlines"),
        pytest.param(["Rain in PORTLAND, OR", "Quay Shuts"], "Rain in PORTLAND, OR", id="state"),
        pytest.param(["All About Vitamin A", "Eat Well"], "All About Vitamin A", id="letter"),
        pytest.param(["Where to sit and", "", "Dry Winter"], "Where to sit and", id="blank line"),
        pytest.param(["What we ate and", "- a fish"], "What we ate and", id="item"),
    ],
)
def test_a_headline_goes_on_behind_an_article(lines: list[str], title: str) -> None:
    head = "\n".join(lines)
    assert fold(parse(f"{head}\n\n{BODY}").title or "") == title


TALK = "Ann Lee: It is shut\n\nBo Dunn: Who says so\n\nAnn Lee: The port\n\nBo Dunn: Well now"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(TALK, "PPPP", id="talk"),
        pytest.param(TALK.replace("Bo Dunn", "Ann Lee"), "THHH", id="one speaker"),
        pytest.param(
            TALK.replace("Ann Lee", "Place").replace("Bo Dunn", "Date"), "THHH", id="list"
        ),
    ],
)
def test_the_turns_of_a_talk_are_no_headings(text: str, kinds: str) -> None:
    blocks = read(f"{text}\n\n{BODY}") if "H" in kinds else read(text)
    assert "".join(block[0] for block in blocks)[: len(kinds)] == kinds


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        pytest.param("(AP Photo/Ann Roe)", "C", id="agency"),
        pytest.param("(Photo by Ann Roe/Getty Images)", "C", id="photo by"),
        pytest.param("(It was shut in May.)", "P", id="brackets"),
        pytest.param("The ship is 40 metres long (130ft/22 fathoms).", "P", id="measures"),
    ],
)
def test_a_caption_may_be_long(end: str, kind: str) -> None:
    view = "A view of the northern tower, as it looked on Monday, is the best that there is. "
    caption = f"{view * 4}{end}"
    assert read(f"{BODY}\n\n{caption}\n\n{BODY}")[1] == f"{kind} {caption}"


def _wrapped(paragraph: str, width: int, indent: str = "") -> str:
    return textwrap.fill(
        paragraph, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False
    )


SETTINGS: dict[str, Callable[[list[str], int], str]] = {
    "blank lines": lambda parts, width: "\n\n".join(_wrapped(p, width) for p in parts),
    "indents": lambda parts, width: "\n".join(_wrapped(p, width, "    ") for p in parts),
    "margin": lambda parts, width: textwrap.indent(
        "\n\n".join(_wrapped(p, width) for p in parts), "        "
    ),
    "double-spaced": lambda parts, width: "\n\n\n".join(
        _wrapped(p, width).replace("\n", "\n\n") for p in parts
    ),
    "not wrapped": lambda parts, _: "\n".join(parts),
}


@pytest.mark.parametrize("width", [60, 72, 90])
@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("sample", ["agency", "business", "feature", "politics"])
def test_hard_wrapped_paragraphs_come_back(sample: str, setting: str, width: int) -> None:
    source = (SAMPLES / f"{sample}.txt").read_text(encoding="utf-8")
    parts = [fold(part) for part in source.split("\n") if len(part) > width]
    text = SETTINGS[setting](parts, width)
    assert [fold(text[p.start : p.end]) for p in paragraphs(text)] == parts


PIECES = (BODY, "Bridge shut", "- item", "By Ann Roe", "PARIS (AP) - ", "# ", "Key takeaways", "\n")
ODDITIES = (
    "Photo: A",
    "a\tb\tc",
    "---",
    "\u200b",
    "\xad",
    "1. ",
    "Read more: b",
    "(CNN)A",
    "Share",
    "   in",
)
LINES = st.lists(st.sampled_from(PIECES + ODDITIES), max_size=12).map("\n".join)


@given(st.text() | LINES)
def test_every_character_that_shows_is_in_exactly_one_block(text: str) -> None:
    blanks = str.maketrans("", "", NO_WIDTH)
    at = 0
    for block in find_blocks(text):
        assert not text[at : block.start].translate(blanks).strip()
        assert block.start < block.end
        at = block.end
    assert not text[at:].translate(blanks).strip()


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        pytest.param(["Town | Rain", "Ostrand | 41 mm"], "LL", id="rows"),
        pytest.param(["Rain | Wind"], "H", id="one line"),
        pytest.param(["Rain|Wind", "Ostrand|Dunmore"], "HH", id="no blanks around the bars"),
    ],
)
def test_the_rows_of_a_table_are_no_headings(lines: list[str], kinds: str) -> None:
    text = "\n\n".join(["It rained for a week in May, she said.", *lines, "It is dry again now."])
    assert "".join(NAMES[block.kind] for block in parse(text, "").blocks) == f"P{kinds}P"


def test_a_title_and_a_line_below_it_that_bars_part_are_no_table() -> None:
    article = parse(
        "Rain floods Ostrand | Coast News\nJane Roe | 3 May 2026\n\nIt rained, she said."
    )
    assert article.title == "Rain floods Ostrand"
