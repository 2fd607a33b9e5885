"""The marks of notes and of editing in a copied text, and the brackets of writers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import parse, read
from newsbrief.article import BlockKind
from newsbrief.reading.reference_marks import without_reference_marks
from newsbrief.reading.sentences import split

BUILT = "The quay was built in 1905.[1] "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It fell.[1][2] It rained.", "It fell. It rained.", id="two"),
        pytest.param(BUILT + "It fell[2] in May,[3] say all.", "in May, say all.", id="inside"),
        pytest.param(BUILT + "It fell.[a] It rained.", "It fell. It rained.", id="a letter"),
        pytest.param(BUILT + "It fell.[note 2] It rained.", "It fell. It rained.", id="a note"),
        pytest.param(BUILT + "It fell.[citation needed] It", "It fell. It", id="asked for"),
        pytest.param(BUILT + "Some fell.[who?] It", "Some fell. It", id="who"),
        pytest.param("“It fell.”[1] It rained.", "“It fell.” It rained.", id="a quotation"),
        pytest.param("It fell[1][2]. It rose[3].", "It fell. It rose.", id="before an end"),
        pytest.param(
            "It fell in 1905[1]. It rose[2, 3].", "It fell in 1905. It rose.", id="a year"
        ),
        pytest.param("It fell【12†source】.", "It fell.", id="of a model"),
        pytest.param("It fell.[1]:12 It rained.", "It fell. It rained.", id="a page"),
        pytest.param("It fell.[1]:\u200a12–14\u200a It", "It fell. It", id="pages set thin"),
        pytest.param("It fell.[3, 4–6] It", "It fell. It", id="a range"),
        pytest.param("Some[by whom?] fell.[according to whom?] It", "Some fell. It", id="by whom"),
        pytest.param(
            "It fell.[better source needed] It[dubious – discuss] rose.[needs update] It",
            "It fell. It rose. It",
            id="tags of editors",
        ),
        pytest.param("It fell. [6] It rose [7, 8].\nIt", "It fell. It rose.\nIt", id="apart"),
        pytest.param(
            '"It fell." [6]\nIt rose again [7] in May.',
            '"It fell."\nIt rose again in May.',
            id="end",
        ),
        pytest.param("It fell.¹ It rose in fields²³ of 2 km².", "of 2 km².", id="raised"),
        pytest.param(
            "“It fell.”¹,² It rose,³ all say.", "“It fell.” It rose, all say.", id="two raised"
        ),
        pytest.param("It fell in 5 %.[12]\nIt rained.", "5 %.\nIt rained.", id="a line end"),
        pytest.param("History[edit]\nIt fell.", "History\nIt fell.", id="edit"),
        pytest.param("History [edit]\r\nIt fell.", "History\r\nIt fell.", id="with a blank"),
        pytest.param("Past\n[edit]\nIt fell.", "Past\n\nIt fell.", id="below"),
        pytest.param("Past\r\n[edit]\r\nIt", "Past\r\n\r\nIt", id="below, with returns"),
        pytest.param("Rain\n\n[edit] It fell.", "Rain\n\nIt fell.", id="before a paragraph"),
        pytest.param("Past (old)[edit | edit source]\nIt", "Past (old)\nIt", id="edit source"),
        pytest.param("Geschichte[Bearbeiten | Quelltext bearbeiten]\n", "Geschichte\n", id="de"),
        pytest.param("Histoire[modifier | modifier le code]\n", "Histoire\n", id="fr"),
        pytest.param("История[править | править код]\n", "История\n", id="ru"),
        pytest.param("歴史[編集]\n", "歴史\n", id="ja"),
    ],
)
def test_marks_go(text: str, expected: str) -> None:
    assert without_reference_marks(text).endswith(expected)
    assert read(text.encode()).text.rstrip() == without_reference_marks(text).rstrip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The claim[s] fell. “They [the mayor] fell [sic].”", id="a writer's"),
        pytest.param(BUILT.replace("[1]", "") + "The vector a[1] is b[2].", id="of code"),
        pytest.param("It fell [1] and rose [2].", id="behind a blank"),
        pytest.param("It fell by 3 km², and by 5 m².", id="raised units"),
        pytest.param("It is 10² and x² and E = mc².", id="raised powers"),
        pytest.param("He would\n[edit] it.", id="where a line begins"),
        pytest.param("[23] It fell. It rose at [42], as they said in [7] and [8].", id="judgments"),
        pytest.param("They fell [who?] in May. “Why me? [laughs] Why?”", id="asides"),
        pytest.param("[1] It fell.\n[2] It rose.", id="at the start of a line"),
        pytest.param("It fell.[...] It rose.[…]", id="left out"),
        pytest.param("It fell.[2019] It rose.", id="a year"),
        pytest.param("He would [edit] it.", id="inside a sentence"),
        pytest.param(f"{'It fell and it rose. ' * 8}He left it[edit]\n", id="a long line"),
        pytest.param("", id="nothing"),
        pytest.param("It is the claim[1]. It fell.", id="one-before-an-end"),
        pytest.param("It is x[1] or y[2] in a list.", id="inside"),
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert without_reference_marks(text) == text


def test_what_refers_to_a_paragraph_stays_beside_notes() -> None:
    text = "It fell. [24] The appeal fails [3] as they said at [42], in [7] and by [8]. See [9]."
    expected = "It fell. The appeal fails as they said at [42], in [7] and by [8]. See [9]."
    assert without_reference_marks(text) == expected


def test_the_brackets_of_a_writer_stay_beside_notes() -> None:
    text = BUILT + "The claim[s] fell. “They [the mayor] fell [sic] in [their] sleep.”"
    assert without_reference_marks(text) == text.replace("[1]", "")


@pytest.mark.parametrize("mark", ["[1]", "[a]", "[note 1]", "[citation needed]", "[who?]"])
def test_a_sentence_ends_at_a_mark_in_a_text_that_is_given_decoded(mark: str) -> None:
    first, second = f"It fell in May.{mark}", "Traders were hurt."
    text = f"{first} {second}"
    assert parse(text).text == text
    assert [text[start:end] for start, end in split(text)] == [first, second]


@pytest.mark.parametrize("line", ["1. ^ “Quay falls”. Coast News. 3 May.", "^ a b Lee, Ann: Wall."])
def test_the_entries_of_a_list_of_references_are_furniture(line: str) -> None:
    article = parse(f"{BUILT}\n\n{line}\n")
    assert article.blocks[-1].kind is BlockKind.BOILERPLATE


@given(st.text("aA .[]1\n|edit"))
def test_all_else_stays(text: str) -> None:
    kept = iter(text)
    assert all(character in kept for character in without_reference_marks(text))


PRINTED = """   #[1]Coast News RSS

   [2]Home [3]News [4]Sport

Quay is shut

   By [5]Jane Roe

   The quay at Ostrand was shut on Monday after [6]waves broke the harbour
   wall, the port said.

   [7]Read more

{}

   1. https://coast.example/rss
   2. https://coast.example/
   7. mailto:desk@coast.example
"""


@pytest.mark.parametrize("heading", ["References", "Links:", "References\n\n   Visible links"])
def test_a_page_that_a_program_prints_has_no_numbers_of_links(heading: str) -> None:
    article = read(PRINTED.format(heading).encode())
    assert article.title == "Quay is shut"
    assert article.metadata.byline == "Jane Roe"
    assert [article.fold(sentence) for sentence in article.body] == [
        "The quay at Ostrand was shut on Monday after waves broke the harbour wall, the port said."
    ]
    assert "coast.example" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "It rained [1]all day.\n\nReferences\n\n1. Roe, J.\n2. Lee, A.", id="no-links"
        ),
        pytest.param("It [1]rained.\n\nReferences\n\n1. https://a.example", id="one-link"),
        pytest.param(
            "It [1]rained.\n\n1. https://a.example\n2. https://b.example", id="no-heading"
        ),
    ],
)
def test_numbers_in_brackets_that_are_none_of_links_stay(text: str) -> None:
    assert without_reference_marks(text) == text
