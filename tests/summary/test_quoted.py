import pytest

from newsbrief import parse
from newsbrief.summary.quoted import quoted


def test_a_quotation_of_two_sentences() -> None:
    article = parse("The crowd cheered. “The bridge is open. The road is not,” the mayor said.")
    none, first, second = quoted(article, article.body)
    assert none == (0, False, False)
    assert first == (1, False, True)
    assert second.share == pytest.approx(17 / 33)
    assert (second.from_previous, second.into_next) == (True, False)


def test_nothing_is_quoted() -> None:
    article = parse("The crowd cheered. It’s the mayors’ bridge.")
    assert quoted(article, article.body) == [(0, False, False)] * 2
