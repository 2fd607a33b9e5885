"""Articles that carry the same text, whole or cut, and those that only share a quotation."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import digest, parse
from newsbrief.pages.copies import originals
from newsbrief.text.tokens import word_parts

STORY = (
    "The gates of the dam were opened at four on Sunday morning, the operator said. "
    "The water reached the lower town within the hour and took two bridges with it. "
    "Nobody had been told to leave before six, when the sirens were sounded at last."
)
REST = "The mayor has asked for an inquiry into the delay, which she called hard to understand."
OTHER = (
    "Three days after the flood the lower town is still without water and power. "
    "“Nobody had been told to leave before six, when the sirens were sounded at last,” "
    "a baker said. "
    "His shop, which his father had opened, stood two metres deep in the river for a night."
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([STORY, STORY], (0, 0), id="the same"),
        pytest.param([f"Dam opened\n\n{STORY}", f"Why?\n\n{STORY}"], (0, 0), id="other headline"),
        pytest.param([STORY, f"{STORY}\n\n{REST}"], (0, 0), id="cut"),
        pytest.param([OTHER, STORY, STORY.upper()], (0, 1, 1), id="capitals"),
        pytest.param([STORY, OTHER], (0, 1), id="one quotation"),
        pytest.param(["A man slept.", "A man slept."], (0, 1), id="too short to tell"),
        pytest.param(["", ""], (0, 1), id="empty"),
        pytest.param([], (), id="none"),
    ],
)
def test_which_article_each_is_a_copy_of(texts: Sequence[str], expected: tuple[int, ...]) -> None:
    assert originals([parse(text) for text in texts]) == expected


def test_copies_count_as_one_article() -> None:
    made = digest([f"Dam opened\n\n{STORY}", f"Why so late?\n\n{STORY}", OTHER])
    assert made.copies == ((0, 1),)
    assert max(claim.articles for claim in made.claims) <= 2
    of_copies = [c for c in made.claims if {f.article for f in c.facts} == {0, 1}]
    assert of_copies
    assert all(claim.articles == 1 for claim in of_copies)


POOL = [*STORY.split(". "), *OTHER.split(". "), REST]


@given(st.lists(st.lists(st.sampled_from(POOL), min_size=2, max_size=5), max_size=6))
def test_the_index_finds_what_a_look_at_each_pair_finds(stories: list[list[str]]) -> None:
    texts = [". ".join(story) for story in stories]
    runs = []
    for text in texts:
        words = word_parts(text.lower())
        runs.append({tuple(words[k : k + 5]) for k in range(len(words) - 4)})
    expected: list[int] = []
    for i, own in enumerate(runs):
        alike = (
            j
            for j in range(i)
            if expected[j] == j
            and min(len(own), len(runs[j])) >= 30
            and 2 * len(own & runs[j]) >= min(len(own), len(runs[j]))
        )
        expected.append(next(alike, i))
    assert originals([parse(text) for text in texts]) == tuple(expected)
