"""Facts of a text: their places, their order, their numbers, and what gives none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsbrief
from newsbrief import Attribution, SourceType
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.spans import join

STORY = """Council shuts the bridge

PORT ALDEN - The bridge will be closed for six weeks, according to the county engineer,
Maria Vos. “We found a crack,” Vos said. “It was as long as a bus.”

Mayor Ana Tristan told reporters that the ferry would run all night. She denied that anybody
had been warned. The crack is thought to be ten years old.

“Nobody told me a thing about it.”

The county's report found that two of the cables had rusted through.
"""


@pytest.fixture(scope="module")
def story() -> tuple[Attribution, ...]:
    return newsbrief.facts(STORY)


def test_the_story_has_its_facts(story: tuple[Attribution, ...]) -> None:
    found = [(f.source.text if f.source else None, f.claim.text) for f in story]
    assert found == [
        ("the county engineer, Maria Vos", "The bridge will be closed for six weeks"),
        ("Vos", "“We found a crack,”"),
        ("Vos", "“It was as long as a bus.”"),
        ("Mayor Ana Tristan", "the ferry would run all night"),
        ("She", "anybody had been warned"),
        (None, "The crack be ten years old"),
        ("Ana Tristan", "“Nobody told me a thing about it.”"),
        ("The county's report", "two of the cables had rusted through"),
    ]


def test_names_are_those_of_the_whole_story(story: tuple[Attribution, ...]) -> None:
    names = {f.source.text: f.source.name for f in story if f.source}
    assert names["Vos"] == "Maria Vos"
    assert names["She"] == "Ana Tristan"


def test_lines_and_sentences_count_from_one(story: tuple[Attribution, ...]) -> None:
    lines = STORY.splitlines()
    for fact in story:
        assert fact.claim.text.split()[0] in lines[fact.line - 1]
    assert [f.line for f in story] == [3, 4, 4, 6, 6, 7, 9, 11]
    article = newsbrief.parse(STORY)
    for fact in story:
        sentence = article.sentences[fact.sentence - 1]
        assert sentence.start <= fact.claim.spans[0].start < sentence.end


def test_an_article_gives_the_facts_of_its_text(story: tuple[Attribution, ...]) -> None:
    assert newsbrief.facts(newsbrief.parse(STORY)) == story


def test_only_the_surer_ones_are_given(story: tuple[Attribution, ...]) -> None:
    middle = sorted(f.confidence for f in story)[len(story) // 2]
    surer = newsbrief.facts(STORY, min_confidence=middle)
    assert [f.claim for f in surer] == [f.claim for f in story if f.confidence >= middle]
    assert 0 < len(surer) < len(story)
    assert newsbrief.facts(STORY, min_confidence=1) == ()


@pytest.mark.parametrize("low", [-0.01, 1.01, 2, float("nan"), float("inf")])
def test_a_confidence_that_no_fact_can_have_is_refused(low: float) -> None:
    for text in (STORY, "", "Der Bürgermeister sagte, die Brücke bleibe bis Montag zu."):
        with pytest.raises(ValueError, match=f"must be from 0 to 1, not {low:g}$"):
            newsbrief.facts(text, min_confidence=low)


def test_the_least_confidence_chooses_among_all_facts_and_changes_none() -> None:
    text = f"{STORY}\n“It will cost us a year.”\n"
    every = newsbrief.facts(text, min_confidence=0)
    for low in (0.2, DEFAULT_MIN_CONFIDENCE, 0.8):
        kept = tuple(fact for fact in every if fact.confidence >= low)
        assert newsbrief.facts(text, min_confidence=low) == kept
    assert newsbrief.facts(text) == newsbrief.facts(text, min_confidence=DEFAULT_MIN_CONFIDENCE)


def test_a_quotation_of_many_sentences_is_one_claim_of_who_ends_it() -> None:
    said = (
        "“We have looked at every engine that the yard could find for us, and at every price that "
        "the yard could name for them. None of them would have been here before the ice. I told "
        "the council so in May, and I told it so again in June, when there was still time to order "
        "one. I told the captain, who has sailed her for thirty years, on the day the letter came. "
        "He did not say a word to me, and I do not blame him for that. We will have buses at the "
        "bridge from the first of November, and a boat for the doctor. Nobody on the island will "
        "be left alone with a child that is ill,”"
    )
    opening = "ALDEN - The ferry will not sail, Mayor Ana Tristan said on Friday. "
    found = newsbrief.facts(f"{opening}{said} Maria Vos said.\n")
    assert (found[1].source and found[1].source.text, found[1].claim.text) == ("Maria Vos", said)


def test_a_quotation_whose_speaker_nothing_tells_has_no_source() -> None:
    text = "The bridge is shut\n\n“It will cost us a year.”\n\nThe bridge shut on Monday night.\n"
    (fact,) = newsbrief.facts(text)
    assert (fact.source, fact.cue, fact.claim.text) == (None, None, "“It will cost us a year.”")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\n ", id="white space"),
        pytest.param("\x00\x1b[31m", id="control characters"),
        pytest.param("The cat slept and the rain went on until evening.", id="nobody says a thing"),
        pytest.param("\n".join(["—" * 9, "…", "“”", "''"]), id="marks"),
    ],
)
def test_where_nobody_says_anything_there_are_none(text: str) -> None:
    assert newsbrief.facts(text) == ()


PIECES = ["The minister", "said", "“We go,”", "“", "”", ".", ",", "\n\n", "according to", "Ann Lee"]
PIECES += [
    "Tass",
    "reported that",
    "the mayor",
    "wants to go",
    "is thought to",
    "that it rained",
    ":",
    "he",
    "accused",
    "of",
    "‘",
    "’",
    "added",
    "—",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_every_part_stands_in_the_text(text: str) -> None:
    found = newsbrief.facts(text)
    for fact in found:
        about = (fact.source.role, fact.source.why) if fact.source else ()
        for part in (fact.source, fact.cue, fact.claim, fact.refers, *about):
            if part is None:
                continue
            assert part.text == join(text, part.spans)
            assert part.text
            ends = [end for span in part.spans for end in span]
            assert ends == sorted(ends)
            assert all(0 <= start < end <= len(text) for start, end in part.spans)
        assert 0 <= fact.confidence <= 1
        if fact.source and fact.source.type is SourceType.UNNAMED:
            assert fact.source.name is None
        assert is_nested(fact, found)
    assert [f.claim.spans for f in found] == sorted(f.claim.spans for f in found)
    assert newsbrief.facts(text) == found


def is_nested(fact: Attribution, found: tuple[Attribution, ...]) -> bool:
    """Whether ``fact`` stands in the claim of its outer one, which in the end is in none."""
    if fact.within is None:
        return True
    outer = found[fact.within]
    size = sum(end - start for start, end in fact.claim.spans)
    held = sum(
        max(0, min(end, outer_end) - max(start, outer_start))
        for start, end in fact.claim.spans
        for outer_start, outer_end in outer.claim.spans
    )
    above, seen = outer, {fact.within}
    while above.within is not None and above.within not in seen:
        seen.add(above.within)
        above = found[above.within]
    return fact.within >= 0 and outer is not fact and held * 2 >= size and above.within is None


def test_what_is_optional_is_given_if_asked_for() -> None:
    every = newsbrief.facts(STORY, min_confidence=0, optional=True)
    listed = newsbrief.facts(STORY, min_confidence=0)
    assert [f.claim for f in listed] == [f.claim for f in every if not f.optional]
    assert not any(f.optional for f in listed)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "Ann Lee, the mayor of Arlen, said the bridge would close.",
            "Ann Lee, the mayor of Arlen",
            id="comma-before-the-cue",
        ),
        pytest.param(
            "The Lee Co. said the bridge would close.", "The Lee Co.", id="point-of-an-abbreviation"
        ),
    ],
)
def test_a_source_ends_in_a_word(text: str, source: str) -> None:
    (fact,) = newsbrief.facts(text)
    assert fact.source is not None
    assert fact.source.text == source
