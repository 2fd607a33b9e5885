from pathlib import Path

import pytest

from newsbrief import EmptyError, read, summarize
from newsbrief.summary.document import Document
from newsbrief.summary.query import relevance
from newsbrief.text.stop_words import stop_terms

STOP = stop_terms("en")
TOWN = (
    "The council of Arlen met on Tuesday to set its budget for next year.",
    "Interest rates will cost the town 2 million crowns, the treasurer said.",
    "Borrowing for the new bridge has become dear since rates rose in May.",
    "The council also voted to keep the swimming pool open in winter.",
    "Borrowing for the harbour, dear as rates are, will wait, the treasurer said.",
    "Swimmers cheered from the gallery.",
    "The school on Mill Lane will have a new roof.",
)


def chosen(topic: str) -> set[int]:
    return {i for i, score in enumerate(relevance(Document.of(TOWN), topic, STOP)) if score}


@pytest.mark.parametrize(
    ("topic", "named", "not_named"),
    [
        pytest.param("interest rates", {1}, {0, 3, 5, 6}, id="two words"),
        pytest.param("rates", {1, 2, 4}, {0, 3, 5, 6}, id="one word"),
        pytest.param("the RATES", {1, 2, 4}, {0, 3, 5, 6}, id="capitals and stop words"),
        pytest.param("swimmer", {5}, {0, 1, 6}, id="plural"),
        pytest.param("Mill Lane", {6}, {0, 1, 5}, id="name"),
    ],
)
def test_sentences_about_a_topic(topic: str, named: set[int], not_named: set[int]) -> None:
    relevant = chosen(topic)
    assert named <= relevant
    assert not relevant & not_named


@pytest.mark.parametrize(
    "topic", ["tariffs", "Mexico and Canada", "bridges of Madison County, Iowa"]
)
def test_a_document_that_says_nothing_on_it(topic: str) -> None:
    assert not chosen(topic)


def test_the_best_is_the_one_that_names_all_of_it() -> None:
    scores = relevance(Document.of(TOWN), "interest rates", STOP)
    assert scores.index(max(scores)) == 1


def test_a_summary_about_a_topic() -> None:
    text = " ".join(TOWN)
    summary = summarize(text, about="rates", sentences=2)
    assert len(summary.sentences) == 2
    assert all("rates" in s.text for s in summary.sentences)
    assert len(summarize(text, about="Mill Lane", sentences=5).sentences) == 1


def test_a_topic_with_no_company_but_the_commonest_terms() -> None:
    """The "s" of "ferry's" is in every article, so its inverse document frequency is 0."""
    text = "The ferry’s late. The ferry’s full. The bus is empty."
    summary = summarize(text, about="ferry", sentences=2)
    assert [s.text for s in summary.sentences] == ["The ferry’s late.", "The ferry’s full."]


@pytest.mark.parametrize("method", ["news", "lead", "lexrank", "textrank"])
def test_every_method_keeps_to_the_topic(method: str) -> None:
    summary = summarize(" ".join(TOWN), about="swimming", method=method)
    assert TOWN[3] in [s.text for s in summary.sentences]
    assert TOWN[0] not in [s.text for s in summary.sentences]


@pytest.mark.parametrize(
    ("code", "topic", "count"),
    [
        pytest.param("zh", "费用", 1, id="chinese"),
        pytest.param("zh", "桥", 4, id="one character"),
        pytest.param("zh", "足球", 0, id="not there"),
        pytest.param("ja", "費用", 1, id="japanese"),
        pytest.param("hi", "मरम्मत", 2, id="hindi"),
        pytest.param("ar", "الجسر", 3, id="arabic"),
        pytest.param("ru", "ремонт", 2, id="russian"),
    ],
)
def test_a_topic_in_any_script(code: str, topic: str, count: int, samples: Path) -> None:
    article = read(samples / "languages" / f"{code}.txt")
    if not count:
        with pytest.raises(EmptyError, match="says nothing about"):
            summarize(article, about=topic)
        return
    found = summarize(article, about=topic, sentences=count).sentences
    assert len(found) == count
    assert all(topic in s.text.lower() for s in found)


def test_nothing_on_the_topic_is_an_error_that_names_it() -> None:
    with pytest.raises(EmptyError, match="says nothing about 'tariffs'"):
        summarize(" ".join(TOWN), about="tariffs")


def test_a_topic_in_hindi_in_another_case() -> None:
    text = "मेयर ने जवाब नहीं दिया। किसानों ने निराशा जताई। बैठक देर तक चली।"
    summary = summarize(text, about="किसान", sentences=2)
    assert [s.text for s in summary.sentences] == ["किसानों ने निराशा जताई।"]
