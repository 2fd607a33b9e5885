import pytest

from newsbrief import parse
from newsbrief.summary.candidates import document_of
from newsbrief.summary.cohesion import dependencies
from newsbrief.text.stop_words import stop_terms

FIRST = "Mayor Ada Brook opened the bridge on Monday."


def depends_on(text: str) -> list[list[int]]:
    """For each sentence of ``text`` the sentences that it depends on."""
    article = parse(text)
    document = document_of(article, article.body, [article.fold(s) for s in article.body])
    rows = dependencies(document, stop_terms("en"))
    return [[dependency.on for dependency in row] for row in rows]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        pytest.param("She thanked the builders of the town.", [0], id="she"),
        pytest.param("This took three years of hard work.", [0], id="this"),
        pytest.param("But the road to it is closed.", [0], id="but"),
        pytest.param("Brook thanked the builders.", [0], id="surname"),
        pytest.param("Ada Brook thanked the builders.", [], id="full name"),
        pytest.param("The builders cheered.", [], id="nothing"),
        pytest.param("When she arrived, the builders cheered.", [0], id="when she"),
        pytest.param("In April, she thanked the builders.", [0], id="in a month she"),
        pytest.param("When it rained, the builders cheered.", [], id="when it"),
        pytest.param("Before.", [], id="a preposition alone"),
        pytest.param("During that visit the builders cheered.", [0], id="during that"),
        pytest.param("When Ivo Stone came, he thanked the builders.", [], id="a name before he"),
        pytest.param("When the builders cheered on that day, it rained.", [], id="that far on"),
        pytest.param("Butter was served to the builders.", [], id="not but"),
        pytest.param("Because of that, the builders cheered.", [0], id="because of that"),
        pytest.param("Amid all this the builders cheered.", [0], id="amid all this"),
        pytest.param("Builders had waited for this.", [0], id="this alone"),
        pytest.param("Builders say this is new.", [0], id="this and a verb"),
        pytest.param("Builders like these towers.", [0], id="these towers"),
        pytest.param("Builders like those who pay.", [], id="those who"),
        pytest.param("Regardless, the builders cheered.", [0], id="regardless"),
        pytest.param("The bridge has four lanes.", [0], id="the bridge again"),
        pytest.param("The bridge railing is new.", [], id="a longer phrase"),
        pytest.param("The pair thanked the builders.", [0], id="the pair"),
        pytest.param("The paired towers are older.", [], id="not the pair"),
        pytest.param("Builders had planned this bridge for years.", [0], id="this bridge"),
        pytest.param("Builders drank to that bridge.", [0], id="to that bridge"),
        pytest.param("Builders were paid for that work.", [0], id="for that work"),
        pytest.param("Builders will rest this week.", [], id="this week"),
        pytest.param("Builders say that work is scarce.", [], id="that as a conjunction"),
        pytest.param("But Brook thanked the builders.", [0, 0], id="a surname after but"),
        pytest.param("Mr Brook thanked the builders.", [0], id="a surname after a title"),
        pytest.param("“He was here,” the mason Ivo Stone said.", [], id="he in a quotation"),
    ],
)
def test_what_a_sentence_depends_on(second: str, expected: list[int]) -> None:
    assert depends_on(f"{FIRST} {second}") == [[], expected]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("A routine scan found it.", "The scan took an hour.", [0], id="the scan"),
        pytest.param("The scan found it.", "The scan took an hour.", [], id="never a scan"),
        pytest.param("A routine scan found it.", "The scanner broke.", [], id="another word"),
        pytest.param("A man from Arlen won.", "The Man of War sank.", [], id="a name"),
        pytest.param("A vote was held.", "The council liked the vote.", [0], id="further on"),
        pytest.param(
            "The Port Authority (PARL) will pay.", "Nobody told PARL.", [0], id="an acronym"
        ),
        pytest.param("The port will pay.", "Nobody told PARL.", [], id="an acronym never given"),
    ],
)
def test_what_is_taken_as_known(first: str, second: str, expected: list[int]) -> None:
    assert depends_on(f"{first} {second}") == [[], expected]


def test_a_noun_pointed_at_is_sought_in_the_sentences_before() -> None:
    text = (
        "A visit was planned. Talks were held. Ships left after that visit. It rained on this day."
    )
    assert depends_on(text)[2] == [0]


def test_parts_of_a_quotation_depend_on_each_other() -> None:
    text = "“The bridge is open. The road is not,” the mayor said. The crowd left."
    assert depends_on(text) == [[1], [0], []]


def test_the_first_sentence_depends_on_nothing() -> None:
    assert depends_on("But she came. The crowd left.") == [[], []]
