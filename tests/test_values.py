"""The public values: nobody changes them, and an article is looked up by offset."""

import dataclasses

import pytest

import newsbrief
from newsbrief import Article, BlockKind, parse

VALUES = [name for name in newsbrief.__all__ if dataclasses.is_dataclass(getattr(newsbrief, name))]


@pytest.mark.parametrize("name", VALUES)
def test_a_value_does_not_change(name: str) -> None:
    value = getattr(newsbrief, name)
    assert value.__dataclass_params__.frozen
    # An article keeps what it has looked up.
    assert value is Article or "__slots__" in value.__dict__


def test_most_of_what_is_public_is_a_value() -> None:
    assert len(VALUES) > 10


ARTICLE = parse("  Quay shut\n\nIt rained. Ann Lee left.\n\nIt was cold.")


@pytest.mark.parametrize(
    ("offset", "sentence", "kind"),
    [
        pytest.param(0, 0, None, id="before-all"),
        pytest.param(2, 0, BlockKind.TITLE, id="first-character"),
        pytest.param(10, 0, BlockKind.TITLE, id="last-of-the-title"),
        pytest.param(11, 0, None, id="between-two-blocks"),
        pytest.param(13, 1, BlockKind.PARAGRAPH, id="first-of-a-paragraph"),
        pytest.param(23, 1, BlockKind.PARAGRAPH, id="between-two-sentences"),
        pytest.param(24, 2, BlockKind.PARAGRAPH, id="second-sentence"),
        pytest.param(len(ARTICLE.text), 3, None, id="behind-all"),
    ],
)
def test_what_stands_at_an_offset(offset: int, sentence: int, kind: BlockKind | None) -> None:
    assert ARTICLE.sentence_at(offset) == sentence
    assert ARTICLE.kind_at(offset) is kind


def test_quotations_are_those_of_each_block() -> None:
    article = parse("Quay “shut\n\n“I was there.\n\n“I saw it.”\n\nShe left.")
    found = [article.text[start:end] for start, end in article.quotations]
    assert found == ["“I was there.", "“I saw it.”"]


def test_an_article_without_sentences() -> None:
    article = parse("")
    assert (article.sentence_at(0), article.kind_at(0), article.title) == (0, None, None)
