import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import EmptyError, Method, OptionError, Summary, parse, read, summarize
from newsbrief.spans import fold

FIRE = """Fire guts Arlen town hall

A fire destroyed the town hall of Arlen on Monday, killing two clerks,
police said. It started in the kitchen at about 9 a.m.

“We heard a bang,” said Jo Marsh, who lives across the road. The town hall, built in 1871, was
insured for 4 million crowns, Mayor Ada Brook said. But who will pay?

Brook promised a new one by 2030. Firefighters from three towns needed six hours to put out the
flames.
"""
ALL = len(parse(FIRE).body)

methods = pytest.mark.parametrize("method", list(Method))


def texts(summary: Summary) -> list[str]:
    return [s.text for s in summary.sentences]


@methods
@pytest.mark.parametrize("number", [1, 2, ALL, ALL + 5])
def test_so_many_sentences(method: Method, number: int) -> None:
    summary = summarize(FIRE, sentences=number, method=method)
    assert len(summary.sentences) == min(number, ALL)
    assert summary.body_sentences == ALL


@methods
def test_three_sentences_by_default(method: Method) -> None:
    assert len(summarize(FIRE, method=method).sentences) == 3


@methods
@pytest.mark.parametrize("limit", [7, 15, 30, 45, 70, 1000])
def test_so_many_words(method: Method, limit: int) -> None:
    summary = summarize(FIRE, words=limit, method=method)
    words = sum(len(text.split()) for text in texts(summary))
    assert summary.words == words
    assert min(0.5 * limit, 55) <= words <= limit


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        pytest.param(0.1, 1, id="at least one"),
        pytest.param(25, 2, id="rounded"),
        pytest.param(50, 4, id="half to even"),
        pytest.param(100, ALL, id="all"),
    ],
)
def test_a_share_of_the_sentences(percent: float, expected: int) -> None:
    assert len(summarize(FIRE, percent=percent).sentences) == expected


@methods
def test_sentences_are_slices_in_order(method: Method) -> None:
    article = parse(FIRE)
    summary = summarize(article, sentences=4, method=method)
    assert summary.title == article.title
    for s in summary.sentences:
        assert fold(FIRE[s.start : s.end]) == s.text
        assert FIRE[: s.start].count("\n") + 1 == s.line
    starts = [s.start for s in summary.sentences]
    assert starts == sorted(set(starts))


@methods
def test_ranks_are_those_of_scores(method: Method) -> None:
    whole = summarize(FIRE, sentences=ALL, method=method).sentences
    assert sorted(s.rank for s in whole) == list(range(1, ALL + 1))
    by_rank = sorted(whole, key=lambda s: s.rank)
    scores = [s.score for s in by_rank]
    assert scores == sorted(scores, reverse=True)


def test_the_lead_is_the_lead() -> None:
    body = parse(FIRE).body
    assert [s.start for s in summarize(FIRE, method="lead").sentences] == [
        s.start for s in body[:3]
    ]


def test_a_summary_has_the_news_and_reads_on_its_own() -> None:
    chosen = texts(summarize(FIRE))
    assert chosen[0].startswith("A fire destroyed")
    assert not any(text.endswith("?") for text in chosen)
    assert not any(text.startswith("But") for text in chosen)


def test_reasons_are_plain_and_the_largest_come_first() -> None:
    first = summarize(FIRE).sentences[0]
    assert {"important words", "position in the article"} & {r.name for r in first.reasons}
    sizes = [abs(r.value) for r in first.reasons]
    assert sizes == sorted(sizes, reverse=True)
    assert summarize(FIRE, method="lexrank").sentences[0].reasons == ()


def test_clutter_comes_last() -> None:
    text = "By. Ann Lee. UPDATED: 9:11 EST. The dam of Arlen broke. Ten people fled. Rain fell on."
    chosen = texts(summarize(text))
    assert chosen == ["The dam of Arlen broke.", "Ten people fled.", "Rain fell on."]
    assert len(summarize(text, sentences=50).sentences) == len(parse(text).body)


def test_a_list_item_is_shown_without_its_bullet() -> None:
    item = "The council voted on Tuesday to close the old bridge for six months."
    text = f"Weekly notes\n\n- {item}\n- The mayor, Ann Lee, said that it would reopen in May.\n"
    first = summarize(text, sentences=2).sentences[0]
    assert (first.text, text[first.start : first.end]) == (item, item)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"sentences": 0}, id="no sentence"),
        pytest.param({"words": 0}, id="no word"),
        pytest.param({"percent": 0}, id="nothing"),
        pytest.param({"percent": 101}, id="more than all"),
        pytest.param({"percent": float("nan")}, id="not a number"),
        pytest.param({"sentences": 1, "words": 10}, id="two lengths"),
        pytest.param({"method": "luhn"}, id="unknown method"),
        pytest.param({"about": " "}, id="no topic"),
        pytest.param({"about": "?!"}, id="topic without a word"),
    ],
)
def test_options_that_make_no_sense(options: dict[str, float]) -> None:
    with pytest.raises(OptionError):
        summarize(FIRE, **options)  # type: ignore[arg-type]


def test_an_unknown_method_gets_a_list_of_the_known_ones() -> None:
    with pytest.raises(OptionError, match="news, lead, lexrank, textrank"):
        summarize(FIRE, method="luhn")


@pytest.mark.parametrize("text", ["", " \n\n ", "* * *"])
def test_a_text_without_a_sentence(text: str) -> None:
    with pytest.raises(EmptyError, match="no sentence"):
        summarize(text)


@pytest.mark.parametrize(("words", "told"), [(1, "1 word or fewer"), (2, "2 words or fewer")])
def test_words_too_few_for_any_sentence(words: int, told: str) -> None:
    with pytest.raises(EmptyError, match=told):
        summarize(FIRE, words=words)


@methods
def test_other_languages(method: Method, samples: Path) -> None:
    for path in sorted((samples / "languages").glob("*.txt")):
        article = read(path)
        summary = summarize(article, method=method)
        assert len(summary.sentences) == min(3, len(article.body))


@pytest.mark.parametrize("code", ["zh", "ja"])
@pytest.mark.parametrize("limit", [30, 60, 100])
def test_words_of_chinese_and_japanese_are_characters(code: str, limit: int, samples: Path) -> None:
    article = read(samples / "languages" / f"{code}.txt")
    summary = summarize(article, words=limit)
    characters = sum(unicodedata.category(c) == "Lo" for s in summary.sentences for c in s.text)
    assert 0.4 * limit < characters <= summary.words <= limit
    assert all(s.text[-1] in "。”」" for s in summary.sentences)


@given(st.text(alphabet=st.sampled_from("Ab c.?!\n\"“”'’1:İß"), max_size=200), st.integers(1, 5))
def test_any_text_is_summarized_or_refused(text: str, number: int) -> None:
    for method in Method:
        try:
            summary = summarize(text, sentences=number, method=method)
        except EmptyError:
            continue
        assert len(summary.sentences) == min(number, summary.body_sentences)
        assert all(fold(text[s.start : s.end]) == s.text for s in summary.sentences)
