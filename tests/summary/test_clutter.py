import pytest

from newsbrief.summary.clutter import clutter


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("SCROLL DOWN FOR VIDEO.", id="capitals"),
        pytest.param("PUBLISHED: 14:11 EST, 25 October 2013.", id="time stamp"),
        pytest.param("Sgt.", id="scrap"),
        pytest.param("The Grand Hotel, City of Arlen.", id="label"),
        pytest.param("(Or at least a good part of it.)", id="brackets"),
        pytest.param("Here is how the night went:", id="lead-in"),
        pytest.param("It is not on the list.)", id="half a pair of brackets"),
        pytest.param("Yes, the ferry company.", id="answer"),
        pytest.param("“Who will pay for all of this?”", id="question"),
        pytest.param("Ann Lee with a photo of her son (Jo Bloggs/Arlen News).", id="picture"),
    ],
)
def test_clutter_is_recognised(sentence: str) -> None:
    assert clutter([sentence]) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("By Friday the water had gone down.", id="by a day"),
        pytest.param(
            "Published on Monday, the report blames the owners of the ferry for the accident.",
            id="published",
        ),
        pytest.param("The NATO and EU leaders met.", id="capitals within"),
        pytest.param("(Left behind) were forty people.", id="brackets at the front"),
        pytest.param("The mayor was clear: nobody will pay.", id="colon within"),
        pytest.param("No one has said who will pay.", id="no answer"),
        pytest.param('"Who will pay?" asked Mr. Lee.', id="question reported"),
        pytest.param("Winds rose to 70 mph (115 kph/62 knots).", id="measures"),
        pytest.param("Arlen United beat Torvia.", id="names and a verb"),
    ],
)
def test_near_misses_are_kept(sentence: str) -> None:
    assert clutter([sentence]) == [False]


def test_a_name_after_by_is_a_byline() -> None:
    sentences = ["By.", "Ann Lee.", "and Bo Ek Day.", "The dam broke.", "Ann Lee fled."]
    assert clutter(sentences) == [True, True, True, False, False]
