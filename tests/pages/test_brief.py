"""The brief of an article: what it holds, and that nothing in it is worked out twice."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief import EmptyError, FigureKind, SourceType
from newsbrief.pages import brief as brief_page


@pytest.fixture(params=["agency.txt", "business.txt", "politics.txt", "wire.txt"])
def article(request: pytest.FixtureRequest, samples: Path) -> newsbrief.Article:
    return newsbrief.read(samples / request.param)


def test_each_part_is_what_the_library_says(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    assert brief.title == article.title
    assert brief.summary == newsbrief.summarize(article)
    voiced = [fact for voice in brief.sources for fact in voice.facts]
    assert Counter(voiced + list(brief.unnamed)) == Counter(newsbrief.facts(article))


def test_named_and_unnamed_are_kept_apart(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    nobody = {SourceType.ANONYMOUS, SourceType.UNSOURCED}
    assert all(voice.type not in nobody for voice in brief.sources)
    assert all(fact.source is None or fact.source.type in nobody for fact in brief.unnamed)


def test_who_says_most_comes_first(article: newsbrief.Article) -> None:
    counts = [len(voice.facts) for voice in newsbrief.brief(article).sources]
    assert counts == sorted(counts, reverse=True)
    names = [voice.name for voice in newsbrief.brief(article).sources]
    assert len(names) == len(set(names))


def test_figures_stand_in_their_sentences(article: newsbrief.Article) -> None:
    brief = newsbrief.brief(article)
    assert brief.figures
    for reckoning in brief.figures:
        assert reckoning.figures
        for figure in reckoning.figures:
            assert reckoning.start <= figure.start < figure.end <= reckoning.end
            assert article.text[figure.start : figure.end].split() == figure.text.split()


def test_a_business_story_has_money_percentages_and_dates(samples: Path) -> None:
    brief = newsbrief.brief(newsbrief.read(samples / "business.txt"))
    found = {(f.kind, f.text) for reckoning in brief.figures for f in reckoning.figures}
    assert {
        (FigureKind.MONEY, "€1.87 billion"),
        (FigureKind.PERCENT, "11.3 percent"),
        (FigureKind.DATE, "March 2020"),
        (FigureKind.COUNT, "64 ships"),
    } <= found


@pytest.mark.parametrize("name", ["facts", "summarize"])
def test_nothing_is_worked_out_twice(
    name: str, article: newsbrief.Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []
    real = getattr(brief_page, name)

    def counted(*given: object) -> object:
        calls.append(given)
        return real(*given)

    monkeypatch.setattr(brief_page, name, counted)
    newsbrief.brief(article)
    assert len(calls) == 1


def test_a_text_is_read_as_an_article() -> None:
    text = "Mayor Ada Brandt said on Monday that 12 people were hurt."
    assert newsbrief.brief(text) == newsbrief.brief(newsbrief.parse(text))


def test_nothing_to_brief_is_an_error() -> None:
    with pytest.raises(EmptyError):
        newsbrief.brief(" ")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_brief_or_no_sentence(text: str) -> None:
    article = newsbrief.parse(text)
    if article.body:
        brief = newsbrief.brief(article)
        assert newsbrief.digest([article]).summary
        assert all(part.text in " ".join(text.split()) for part in brief.figures)
    else:
        with pytest.raises(EmptyError):
            newsbrief.brief(article)
