"""What stands in a paragraph or a line and is split off: datelines, stamps, notices, labels."""

import pytest

from newsbrief.article import BlockKind
from newsbrief.reading.blocks import find_blocks
from newsbrief.reading.parsing import parse
from newsbrief.spans import fold

LETTERS = {
    BlockKind.BYLINE: "Y",
    BlockKind.DATELINE: "D",
    BlockKind.CAPTION: "C",
    BlockKind.BOILERPLATE: "B",
    BlockKind.PARAGRAPH: "P",
    BlockKind.TITLE: "T",
    BlockKind.LIST_ITEM: "L",
}
BODY = "The bridge was shut on Monday, the city said, and it will not open soon."


def read(text: str) -> list[str]:
    """The blocks of ``text``: a letter for the kind, white space folded."""
    return [f"{LETTERS[b.kind]} {fold(text[b.start : b.end])}" for b in find_blocks(text)]


@pytest.mark.parametrize(
    ("opening", "blocks"),
    [
        pytest.param("PARIS (Reuters) - ", ["D PARIS (Reuters) -"], id="agency"),
        pytest.param("LONDON, March 3 (AP) — ", ["D LONDON, March 3 (AP) —"], id="date"),
        pytest.param(
            "Kabul, Afghanistan (CNN) -- ", ["D Kabul, Afghanistan (CNN) --"], id="title case"
        ),
        pytest.param("NEW DELHI, Mar 3 (PTI) ", ["D NEW DELHI, Mar 3 (PTI)"], id="no dash"),
        pytest.param("(CNN)", ["D (CNN)"], id="agency alone"),
        pytest.param("WASHINGTON ― ", ["D WASHINGTON ―"], id="city alone"),
        pytest.param("ST. LOUIS, Mo. - ", ["D ST. LOUIS, Mo. -"], id="city and state"),
        pytest.param(
            "By Ann Roe PARIS (Reuters) - ", ["Y By Ann Roe", "D PARIS (Reuters) -"], id="byline"
        ),
        pytest.param(
            "By. Ann Roe. PUBLISHED:. 14:11 EST, 25 May 2013. ",
            ["Y By. Ann Roe.", "B PUBLISHED:. 14:11 EST, 25 May 2013."],
            id="byline and stamp",
        ),
        pytest.param("", [], id="none"),
    ],
)
def test_openings(opening: str, blocks: list[str]) -> None:
    assert read(opening + BODY) == [*blocks, f"P {BODY}"]


@pytest.mark.parametrize(
    ("opening", "following", "parted"),
    [
        pytest.param("14:02", "The pier", True, id="time"),
        pytest.param("2.15pm", "“The pier", True, id="quotation"),
        pytest.param("2:15 p.m.", "The pier", True, id="p.m."),
        pytest.param("14.02 GMT", "The pier", True, id="zone"),
        pytest.param("14h02", "Le quai", True, id="French"),
        pytest.param("14:02 –", "The pier", True, id="dash"),
        pytest.param("14:02:", "The pier", True, id="colon"),
        pytest.param("14:02", "is the time when the pier", False, id="subject"),
        pytest.param("14:02-15:10", "The pier", False, id="span"),
        pytest.param("14", "The pier", False, id="number"),
        pytest.param("£14.02", "The pier", False, id="price"),
    ],
)
def test_the_time_of_a_post_is_no_part_of_its_sentence(
    opening: str, following: str, *, parted: bool
) -> None:
    post = f"{following} was shut, and nobody had told the traders, who were on their way."
    text = "\n\n".join(["Quay live", *[f"{opening} {post}"] * 2, f"{opening} {post} {BODY}"])
    expected = [f"B {opening}", f"P {post}"] if parted else [f"P {opening} {post}"]
    assert read(text)[1 : 1 + len(expected)] == expected


@pytest.mark.parametrize(
    ("opening", "parted"),
    [
        pytest.param("14:02 –", True, id="dash"),
        pytest.param("14:02 |", True, id="bar"),
        pytest.param("7.30", False, id="may be a name"),
    ],
)
def test_a_time_at_the_start_of_one_paragraph(opening: str, *, parted: bool) -> None:
    post = "Report viewers were told that the pier was shut."
    expected = [f"B {opening}", f"P {post}"] if parted else [f"P {opening} {post}"]
    assert read(f"{BODY}\n\n{opening} {post}")[1:] == expected


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(
            "It rained all day in Ayr. Media playback is not supported on this device The pier "
            "was shut. Nobody came.",
            ["P It rained all day in Ayr.", "B Media playback is not supported on this device",
             "P The pier was shut. Nobody came."],
            id="between-sentences",
        ),
        pytest.param(
            "Media playback is not supported on this device Media playback is not supported on "
            "this device The pier was shut all day.",
            ["B Media playback is not supported on this device"] * 2
            + ["P The pier was shut all day."],
            id="two",
        ),
        pytest.param(
            "Media playback is unsupported on your device. The pier was shut all day, it said.",
            ["B Media playback is unsupported on your device.",
             "P The pier was shut all day, it said."],
            id="at-the-start",
        ),
        pytest.param(
            "The pier was shut all day. Media playback is unsupported on your device",
            ["P The pier was shut all day.", "B Media playback is unsupported on your device"],
            id="at-the-end",
        ),
        pytest.param(
            "Media playback is not supported by the old browser, said the harbour board.",
            ["P Media playback is not supported by the old browser, said the harbour board."],
            id="a-sentence-about-it",
        ),
    ],
)  # fmt: skip
def test_notices_that_run_into_a_paragraph(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


def test_a_credit_is_parted_from_its_caption() -> None:
    text = f"{BODY}\n\nThe bridge at dawn Photo: Ann Roe.\n\n{BODY}"
    assert read(text)[1:3] == ["C The bridge at dawn", "C Photo: Ann Roe."]


SAID = "The port will shut its quay for six weeks, Ruth Sand said on Monday."


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        pytest.param("OSTRAND, Norway – May 12, 2025 – ", "", id="a day behind the place"),
        pytest.param("May 12, 2025 – OSTRAND, Norway – ", "", id="a day before the place"),
        pytest.param("OSTRAND (AP): ", "", id="a colon"),
        pytest.param("OSTRAND: ", "OSTRAND:", id="a colon alone, as of a speaker"),
        pytest.param("OSTRAND, Norway – May – ", "May –", id="no whole day"),
    ],
)
def test_a_place_and_a_day_before_the_text(opening: str, rest: str) -> None:
    article = parse(f"Quay to shut\n\n{opening}{SAID}\n\nNobody knows for how long.")
    assert article.fold(article.body[0]) == f"{rest} {SAID}".strip()


def test_a_speaker_is_no_place_where_another_speaks_below() -> None:
    speaker = "RUTH SAND (PORT AUTHORITY):"
    article = parse(f"Quay to shut\n\n{speaker} {SAID}\n\nOLE BRANDT: For how long will it be?")
    assert article.fold(article.body[0]) == f"{speaker} {SAID}"


@pytest.mark.parametrize(
    ("head", "title", "first"),
    [
        pytest.param("Title: Quay shut\nURL: https://a.example/1", "Quay shut", SAID, id="fields"),
        pytest.param("Titel: Quay shut\nDate: 3 May 2025", "Quay shut", SAID, id="German"),
        pytest.param("Title: Quay shut\n\nQuay shut", "Quay shut", SAID, id="said twice"),
        pytest.param("Title IX: what it says", "Title IX: what it says", SAID, id="a headline"),
        pytest.param("Document 1 of 1\n\nQuay shut", "Quay shut", SAID, id="of a database"),
    ],
)
def test_fields_above_a_text(head: str, title: str, first: str) -> None:
    for label in ("", "Full text: ", "Markdown Content:\n"):
        article = parse(f"{head}\n\n{label}{first}\n\nNobody knows for how long it will be.")
        assert article.title == title
        assert article.fold(article.body[0]) == first


@pytest.mark.parametrize("label", ["Full: ", "Text me: ", "Our content: "])
def test_other_words_before_a_colon_belong_to_the_text(label: str) -> None:
    article = parse(f"Quay shut\n\n{label}{SAID}\n\nNobody knows for how long it will be.")
    assert article.fold(article.body[0]) == f"{label}{SAID}"


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        pytest.param("*Pier shut again*", ["B *", "T Pier shut again", "B *"], id="bold"),
        pytest.param("_Pier shut again_", ["B _", "T Pier shut again", "B _"], id="slanted"),
        pytest.param("**Pier shut again**", ["B **", "T Pier shut again", "B **"], id="two"),
        pytest.param(
            "_By Ann Roe, Ely Post_", ["B _", "Y By Ann Roe, Ely Post", "B _"], id="byline"
        ),
        pytest.param("*Published 3 May 2024*", ["B *Published 3 May 2024*"], id="stamp"),
        pytest.param("*Pier* shut *again*", ["T *Pier* shut *again*"], id="single words"),
        pytest.param("*Pier shut again", ["T *Pier shut again"], id="one mark"),
        pytest.param("* Pier shut again *", ["L * Pier shut again *"], id="item"),
    ],
)
def test_a_line_of_a_head_between_marks_of_emphasis(line: str, blocks: list[str]) -> None:
    assert read(f"{line}\n\n{BODY}") == [*blocks, f"P {BODY}"]
