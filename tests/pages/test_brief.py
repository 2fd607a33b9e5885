"""Briefs: what they hold, and that nothing in them is computed twice."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief import Attribution, EmptyError, FigureKind, SourceType
from newsbrief.pages import brief as brief_page
from newsbrief.spans import fold


@pytest.fixture(params=["agency.txt", "business.txt", "politics.txt", "wire.txt"])
def article(request: pytest.FixtureRequest, samples: Path) -> newsbrief.Article:
    return newsbrief.read(samples / request.param)


def test_each_part_is_what_the_library_says(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    assert brief.title == article.title
    assert brief.summary == newsbrief.summarize(article)
    named = [fact for source in brief.sources for fact in source.facts]
    assert Counter(map(alone, [*named, *brief.unnamed])) == Counter(
        map(alone, newsbrief.facts(article))
    )


@pytest.mark.parametrize(
    "chosen",
    [
        pytest.param({"min_confidence": 0.1, "optional": True}, id="more"),
        pytest.param({"min_confidence": 0.7}, id="fewer"),
        pytest.param({"min_confidence": 1}, id="none"),
    ],
)
def test_facts_and_the_length_of_the_summary_are_chosen(
    chosen: dict[str, Any], article: newsbrief.Article
) -> None:
    brief = newsbrief.brief(article, sentences=2, **chosen)
    assert brief.summary == newsbrief.summarize(article, sentences=2)
    named = [fact for source in brief.sources for fact in source.facts]
    listed = newsbrief.facts(article, **chosen)
    assert Counter(map(alone, [*named, *brief.unnamed])) == Counter(map(alone, listed))


def alone(fact: Attribution) -> Attribution:
    """``fact`` without its index of the outer one."""
    return replace(fact, within=None)


def test_within_counts_all_facts_of_the_page(talks: Path) -> None:
    brief = newsbrief.brief(newsbrief.read(talks))
    listed = [fact for source in brief.sources for fact in source.facts] + list(brief.unnamed)
    assert [fact.within for fact in listed] == [None, 0, None]
    assert [source.name for source in brief.sources] == ["Ostrand Courier"]


def test_named_and_unnamed_are_kept_apart(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    assert all(source.name and source.type is not SourceType.UNNAMED for source in brief.sources)
    assert all(fact.source is None or fact.source.name is None for fact in brief.unnamed)


def test_the_source_with_the_most_facts_comes_first(article: newsbrief.Article) -> None:
    counts = [len(source.facts) for source in newsbrief.brief(article).sources]
    assert counts == sorted(counts, reverse=True)
    names = [source.name for source in newsbrief.brief(article).sources]
    assert len(names) == len(set(names))


def test_figures_stand_in_their_sentences(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    assert brief.figures
    for sentence in brief.figures:
        assert sentence.figures
        for figure in sentence.figures:
            assert sentence.start <= figure.start < figure.end <= sentence.end
            assert article.text[figure.start : figure.end].split() == figure.text.split()


def test_a_business_article_has_money_percentages_and_dates(samples: Path) -> None:
    brief = newsbrief.brief(newsbrief.read(samples / "business.txt"))
    figures = {(f.kind, f.text) for sentence in brief.figures for f in sentence.figures}
    assert {
        (FigureKind.MONEY, "€1.87 billion"),
        (FigureKind.PERCENT, "11.3 percent"),
        (FigureKind.DATE, "March 2020"),
        (FigureKind.COUNT, "64 ships"),
    } <= figures


def test_what_is_denied_is_shown() -> None:
    claim = "Karim Sahl, a councillor, said on Monday that the mayor had taken money."
    denied = newsbrief.brief(f"{claim} Mayor Ida Brandt has denied the allegation.")
    refers = [fact.refers for part in denied.sources for fact in part.facts if fact.refers]
    refers += [fact.refers for fact in denied.unnamed if fact.refers]
    assert ["the mayor had taken money" in part.text for part in refers] == [True]


def test_a_pronoun_for_nothing_is_left_out() -> None:
    brief = newsbrief.brief("The mayor's office denied that. It has been raining since Monday.")
    assert not brief.sources
    assert not brief.unnamed


def test_figures_are_those_of_the_text() -> None:
    text = """Ferry sinks with 40 on board

By Ann Roe, 12 March 2026

The ferry sank on Monday with 43 people on board, and no one was hurt.

A diver at the quay in May 2024 (file photo).

Read more: The 12 worst storms of 2025

Ann Roe (left) and 14 other divers look on.
"""
    found = [figure.text for s in newsbrief.brief(text).figures for figure in s.figures]
    assert found == ["Monday", "43 people"]


@pytest.mark.parametrize("name", ["facts", "summarize"])
def test_nothing_is_computed_twice(
    name: str, article: newsbrief.Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []
    real = getattr(brief_page, name)

    def counted(*given: object, **chosen: object) -> object:
        calls.append(given)
        return real(*given, **chosen)

    monkeypatch.setattr(brief_page, name, counted)
    newsbrief.brief(article)
    assert len(calls) == 1


def test_a_text_is_read_as_an_article() -> None:
    text = "Mayor Ada Brandt said on Monday that 12 people were hurt."
    assert newsbrief.brief(text) == newsbrief.brief(newsbrief.parse(text))


def test_nothing_to_brief_is_an_error() -> None:
    with pytest.raises(EmptyError):
        newsbrief.brief(" ")


@settings(max_examples=40)
@given(st.text(max_size=200))
@example("0\xadA")
def test_any_text_has_a_brief_or_no_sentence(text: str) -> None:
    article = newsbrief.parse(text)
    if article.body:
        brief = newsbrief.brief(article)
        assert newsbrief.digest([article]).summary
        assert all(part.text == fold(text[part.start : part.end]) for part in brief.figures)
    else:
        with pytest.raises(EmptyError):
            newsbrief.brief(article)
