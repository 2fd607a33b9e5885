"""Lines of furniture that rules leave among the paragraphs, and news that reads a little alike."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import parse, summarize
from newsbrief.summary.document import Document, term_statistics
from newsbrief.summary.features import FEATURES, features
from newsbrief.summary.never import FURNITURE, MARKS, never_columns, never_costs, never_parameters
from newsbrief.summary.ranking import term_probabilities
from newsbrief.text.stop_words import stop_terms

STOP = stop_terms("en")
NEWS = (
    "The harbour wall at Ostrand will be rebuilt for nine million euros, the port said on Monday.",
    "Waves broke a forty-metre hole in the wall in January and flooded the fish market.",
    "The new wall will be a metre higher than the old one, said its director, Ole Brandt.",
    "Traders said that they had lost the income of a season.",
)


def costs(sentences: tuple[str, ...]) -> list[float]:
    document = Document.of(sentences, paragraphs=range(len(sentences)))
    statistics = term_statistics(document)
    probabilities = term_probabilities(statistics, len(sentences))
    return never_costs(document, features(document, statistics, probabilities, STOP))


def test_parameters_are_complete() -> None:
    learned = never_parameters()
    assert len(learned.layout) == len(FEATURES) + len(MARKS)
    assert len(learned.weights) == len(FEATURES) + len(MARKS) + len(FURNITURE)


@pytest.mark.parametrize(
    "line",
    [
        "You can change your choice of cookies at any time in the privacy settings of this page.",
        "Get the stories of the day in your inbox with our free newsletter.",
        "Please consider a donation to support our journalism.",
        "Subscribers can share this article with ten friends every month.",
        "Pictured: a hole in the wall of the harbour at Ostrand.",
        "Read our full story on the storm and watch the video below.",
        "This article was first published by Coast News and has been updated.",
        "Wow, what a night!",
        "Nobody knows...",
    ],
)
def test_furniture_and_pieces_are_likelier_never_taken_than_news(line: str) -> None:
    *news, odd = costs((*NEWS, line))
    assert odd > max(news)
    chosen = [s.text for s in summarize("\n\n".join((*NEWS, line)), sentences=3).sentences]
    assert line not in chosen


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister asked readers of the newspaper to support the donation of organs.",
        "The company said that it would stop following its users with cookies.",
        "The newsletter had 9,000 subscribers when its owner was arrested on Monday.",
        "A video of the storm was watched nine million times in a day, the station said.",
    ],
)
def test_news_about_what_furniture_speaks_of_is_news(sentence: str) -> None:
    assert costs((sentence, *NEWS))[0] < math.log(2)


def test_what_stands_beside_furniture_counts() -> None:
    document = Document.of((*NEWS, "Sign up for our newsletter."), paragraphs=range(5))
    statistics = term_statistics(document)
    rows = features(document, statistics, term_probabilities(statistics, 5), STOP)
    own, beside = zip(
        *(row[-2:] for row in never_columns(document, rows, never_parameters())), strict=True
    )
    assert beside[3] == max(own[2], own[4])


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), min_size=1, max_size=6))
def test_any_text_has_costs(sentences: list[str]) -> None:
    assert all(map(math.isfinite, costs(tuple(sentences))))


def test_an_article_of_furniture_alone_is_summarized() -> None:
    text = "You can unsubscribe at any time.\n\nTake part in our poll.\n\nNo more cookies for us."
    assert len(summarize(parse(text), sentences=2).sentences) == 2
