import pytest

from newsbrief import parse
from newsbrief.summary.candidates import document_of
from newsbrief.summary.cohesion import dependencies

FIRST = "Mayor Ada Brook opened the bridge on Monday."


def depends_on(text: str) -> list[list[int]]:
    """For each sentence of ``text`` the sentences that it depends on."""
    article = parse(text)
    document = document_of(article, article.body, [article.fold(s) for s in article.body])
    rows = dependencies(document)
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
        pytest.param("Who will cross it?", [2], id="question"),
        pytest.param("When she arrived, the builders cheered.", [0], id="when she"),
        pytest.param("During that visit the builders cheered.", [0], id="during that"),
        pytest.param("When Ivo Stone came, he thanked the builders.", [], id="a name before he"),
        pytest.param("When the builders cheered on that day, it rained.", [], id="that far on"),
        pytest.param("Butter was served to the builders.", [], id="not but"),
        pytest.param("“He was here,” the mason Ivo Stone said.", [], id="he in a quotation"),
    ],
)
def test_what_a_sentence_depends_on(second: str, expected: list[int]) -> None:
    assert depends_on(f"{FIRST} {second}") == [[], expected]


def test_parts_of_a_quotation_depend_on_each_other() -> None:
    text = "“The bridge is open. The road is not,” the mayor said. The crowd left."
    assert depends_on(text) == [[1], [0], []]


def test_the_first_sentence_depends_on_nothing() -> None:
    assert depends_on("But she came. The crowd left.") == [[], []]
