"""Reports: what they hold, that the text is all there, and that marks stand where facts do."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief import EmptyError, MarkKind, SourceType
from newsbrief.text.scripts import NO_WIDTH

TALK = """Ann Lee: We are here to stay.

Bo Ek: So are we all.

Ann Lee: It will take time.

Bo Ek: Then let us begin.
"""


@pytest.fixture(params=["politics.txt", "wire.txt", "feature.txt"])
def article(request: pytest.FixtureRequest, samples: Path) -> newsbrief.Article:
    return newsbrief.read(samples / request.param)


def test_each_part_is_what_the_library_says(article: newsbrief.Article) -> None:
    report = newsbrief.report(article, sentences=2, min_confidence=0.5, optional=True)
    assert report.article == article
    assert report.summary == newsbrief.summarize(article, sentences=2)
    assert report.facts == newsbrief.facts(article, min_confidence=0.5, optional=True)
    assert newsbrief.report(article.text) == newsbrief.report(newsbrief.parse(article.text))


def test_marks_are_the_spans_of_facts_and_summary(article: newsbrief.Article) -> None:
    report = newsbrief.report(article)
    marked = {m for block in report.blocks for s in block.segments for m in s.marks}
    expected = {
        (kind, index, *span)
        for index, fact in enumerate(report.facts)
        for kind, part in (
            (MarkKind.CLAIM, fact.claim),
            (MarkKind.SOURCE, fact.source),
            (MarkKind.CUE, fact.cue),
        )
        if part
        for span in part.spans
    }
    expected |= {
        (MarkKind.SUMMARY, index, s.start, s.end)
        for index, s in enumerate(report.summary.sentences)
    }
    assert {(m.kind, index, m.start, m.end) for m in marked for index in m.indices} == expected


def test_sources_have_all_facts_once(article: newsbrief.Article) -> None:
    report = newsbrief.report(article)
    assert sorted(i for source in report.sources for i in source.facts) == list(
        range(len(report.facts))
    )
    named = [source for source in report.sources if source.label]
    assert named == sorted(named, key=lambda source: -len(source.facts))
    assert [source.label for source in report.sources[len(named) :]] in ([], [None])


def test_sources_with_role_and_words(talks: Path) -> None:
    report = newsbrief.report(newsbrief.read(talks), optional=True)
    rows = [
        (s.label, s.name, s.type, s.role and s.role.text, s.facts, s.words, s.quoted)
        for s in report.sources
    ]
    aide, paper, holm, again = rows
    assert aide == (
        *("an aide @present at the talks", None, SourceType.UNNAMED, None),
        *((0,), 5, 0),
    )
    assert paper[:3] == ("Ostrand Courier", "Ostrand Courier", SourceType.ORGANISATION)
    assert paper[4:] == ((1,), 12, 0)
    assert holm[3] == "=chief \x1b[1meconomist|[b] of *North* Bank"
    assert again[4:] == ((3,), 1, 1)


def test_claims_without_a_source_come_last(harbour: Path) -> None:
    *_, last = newsbrief.report(newsbrief.read(harbour)).sources
    assert last[:5] == (None, None, None, None, (2,))


def test_nothing_to_report_on_is_an_error() -> None:
    with pytest.raises(EmptyError):
        newsbrief.report(" ")


@settings(max_examples=40)
@given(st.text(max_size=200))
@example("A\xad")
@example("\u200bA")
def test_the_whole_text_is_in_the_blocks(text: str) -> None:
    article = newsbrief.parse(text)
    if not article.body:
        return
    pieces = [
        text[segment.start : segment.end]
        for block in newsbrief.report(article).blocks
        for segment in block.segments
    ]
    nothing = str.maketrans("", "", NO_WIDTH)  # as what has no width at the end of a line
    shown, written = (words.translate(nothing).split() for words in ("".join(pieces), text))
    assert "".join(shown) == "".join(written)


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        pytest.param('The wall is "a bad joke", Ann Lee said.', 6, 3, id="mixed"),
        pytest.param('The "Queen Anne" would sail, Ann Lee said.', 5, 0, id="title"),
        pytest.param(TALK, 17, 17, id="talk"),
        pytest.param('"北京的桥会修好。" Ann Lee said.', 7, 7, id="unspaced"),
    ],
)
def test_words_are_counted_as_in_an_audit_of_sources(text: str, words: int, quoted: int) -> None:
    report = newsbrief.report(text)
    assert sum(source.words for source in report.sources) == words
    assert sum(source.quoted for source in report.sources) == quoted
    counts = newsbrief.sources([(report.article.metadata, report.facts)]).every.counts
    assert (counts.quoted_words, counts.reported_words) == (quoted, words - quoted)
