"""The vectors of words: the mean over what a span touches."""

import numpy as np
import pytest

from newsbrief.article import Article
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.tagging.network import network
from newsbrief.tagging.tagger import tag
from newsbrief.tagging.vectors import Vectors


def vectors() -> Vectors:
    """Those of "Ann Lee", a break, and "said", in two parts."""
    found = Vectors(2)
    found.add([Span(0, 3), Span(4, 7)], np.array([[1, 0], [3, 2]], np.float32))
    found.add([Span(7, 7), Span(9, 13)], np.array([[9, 9], [5, 4]], np.float32))
    return found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 3, [1, 0], id="a-word"),
        pytest.param(0, 7, [2, 1], id="two-words"),
        pytest.param(1, 5, [2, 1], id="parts-of-words"),
        pytest.param(9, 13, [5, 4], id="second-part"),
        pytest.param(3, 4, [0, 0], id="a-space"),
        pytest.param(7, 9, [0, 0], id="a-break"),
        pytest.param(13, 20, [0, 0], id="after-the-last"),
    ],
)
def test_mean(start: int, end: int, expected: list[float]) -> None:
    assert vectors().mean(start, end).tolist() == expected


def test_without_words() -> None:
    assert Vectors(3).mean(0, 5).tolist() == [0, 0, 0]


def test_words_are_found_in_a_later_part_of_a_long_article() -> None:
    text = "The mill is old, Ann Lee said.\n\n" * 400 + "It burned, Tom Ray said."
    article = parse(text)
    units = network().head.shape[0]
    found = tag(article, np.eye(units, dtype=np.float32)).vectors
    name = text.index("Tom Ray")
    alone = found.mean(name, name + len("Tom Ray"))
    assert alone.any()
    assert (alone == (found.mean(name, name + 3) + found.mean(name + 4, name + 7)) / 2).all()


def test_furniture_has_no_vectors() -> None:
    article = parse("The mill is old, Ann Lee said.")
    hidden = Article(article.text, (), article.sentences, article.lines)
    assert (
        not tag(hidden, np.eye(network().head.shape[0], dtype=np.float32)).vectors.mean(0, 9).any()
    )
