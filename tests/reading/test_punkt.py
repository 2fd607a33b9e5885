"""Punkt's decisions: from the learned words alone where they are plain, else from NLTK."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsbrief
from newsbrief.reading import punkt
from newsbrief.reading.lexicon import (
    abbreviation_groups,
    abbreviations,
    capitalized_words,
    lower_case_words,
    openers,
    starters,
)
from newsbrief.reading.sentences import split


@pytest.mark.parametrize(
    ("token", "following", "expected"),
    [
        pytest.param("p.m.", "Winds", True, id="lower-case word"),
        pytest.param("p.m.", "Friday", False, id="capitalized word"),
        pytest.param("p.m.", "Friday.", False, id="capitalized word and period"),
        pytest.param("p.m.", "You’d", True, id="apostrophe"),
        pytest.param("p.m.", "Friday's", False, id="possessive"),
        pytest.param("p.m.", "6:30", False, id="figure"),
        pytest.param("N.H.", "--", False, id="dash"),
        pytest.param("...", "Yesterday", True, id="ellipsis, lower-case word"),
        pytest.param("...", "Obama", False, id="ellipsis, capitalized word"),
        pytest.param("I.", "Having", True, id="pronoun, lower-case word"),
        pytest.param("I.", "Jones", False, id="initial, capitalized word"),
        pytest.param("I.", "5", None, id="pronoun, figure"),
        pytest.param("p.m.", "Havely", None, id="unknown word"),
        pytest.param("p.m.", "Dec.", None, id="abbreviation"),
        pytest.param("p.m.", "E.T.", None, id="abbreviation with periods"),
        pytest.param("p.m.", "They/we", None, id="more than a word"),
        pytest.param("Dallas-Ft.", "Worth", None, id="unlisted form of an abbreviation"),
        pytest.param("bridge.", "Winds", None, id="no abbreviation"),
    ],
)
def test_decisions_by_learned_words(token: str, following: str, *, expected: bool | None) -> None:
    assert punkt.by_learned_words(token, following) is expected


@pytest.mark.parametrize(
    ("token", "following", "expected"),
    [
        pytest.param("p.m.", "Havely", False, id="unknown word"),
        pytest.param("p.m.", "Dec.", False, id="abbreviation"),
        pytest.param("Dallas-Ft.", "Worth", True, id="hyphenated abbreviation"),
        pytest.param("Bell/Inc.", "Havely", True, id="no abbreviation that Punkt knows"),
        pytest.param("I.", "5", True, id="pronoun, figure"),
        pytest.param("Inc.", "Writers--all", True, id="dashes without spaces"),
    ],
)
def test_nltk_decides_the_rest(token: str, following: str, *, expected: bool) -> None:
    assert punkt.by_learned_words(token, following) is None
    assert punkt.by_nltk(token, following) is expected
    assert punkt.ends_sentence(token, following) is expected


def test_nltk_is_asked_about_a_sentence() -> None:
    text = "He sold Bell Inc. Writers--all of them--left."
    punkt.by_nltk.cache_clear()
    assert [text[start:end] for start, end in split(text)] == [text[:17], text[18:]]
    assert punkt.by_nltk.cache_info().misses == 1


TOKENS = st.sampled_from(["p.m.", "Inc.", "Calif.", "J.K.", "I.", "...", "u.s.", "Ft."])
WORDS = st.sampled_from(
    [*sorted(lower_case_words())[::199], *sorted(capitalized_words())[::99], "no", "dec", "é", "a"]
).map(str.capitalize)
TAILS = st.text(".,;:!?-—/'’\"”)]Aa5\u2026", max_size=4)


@given(TOKENS, WORDS, TAILS)
def test_learned_words_decide_as_nltk_does(token: str, word: str, tail: str) -> None:
    following = word + tail
    by_words = punkt.by_learned_words(token, following)
    assert by_words in (None, punkt.by_nltk(token, following))


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        pytest.param('Friday."', False, id="quotation ends"),
        pytest.param("Friday.)", False, id="bracket ends"),
        pytest.param("Havely?!", False, id="question"),
    ],
)
def test_marks_after_the_next_word_end_nothing_before_it(following: str, *, expected: bool) -> None:
    assert punkt.ends_sentence("p.m.", following) is expected


def test_what_was_read_before_changes_nothing() -> None:
    """NLTK's table of words grows by each word that it looks up."""
    text = "he said no havely. havely left."
    before = split(text)
    punkt.by_nltk("p.m.", "Havely")
    assert split(text) == before


def _fresh_interpreter(program: str) -> subprocess.CompletedProcess[str]:
    """A run of ``program`` in a Python of its own, with the newsbrief that is under test."""
    root = str(Path(newsbrief.__file__).parent.parent)
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("text", "sentences", "imports_nltk"),
    [
        pytest.param("He moved to the U.S. The move was sudden.", 2, False, id="opener"),
        pytest.param("The gates shut at 5 p.m. Friday.", 1, False, id="capitalized word"),
        pytest.param("The gates shut at 5 p.m. Winds rose.", 2, False, id="lower-case word"),
        pytest.param("The gates shut at 5 p.m. Havely time.", 1, True, id="unknown word"),
        pytest.param("It left Dallas-Ft. Worth at noon.", 2, True, id="unlisted form"),
    ],
)
def test_nltk_is_imported_where_it_is_needed(
    text: str, sentences: int, *, imports_nltk: bool
) -> None:
    done = _fresh_interpreter(
        "import sys; from newsbrief.reading.sentences import split; "
        f"print(len(split({text!r})), 'nltk' in sys.modules)"
    )
    assert (done.stdout, done.stderr) == (f"{sentences} {imports_nltk}\n", "")


def test_the_lexicon() -> None:
    assert {"gov", "u.s", "inc", "Ill"} <= abbreviations()
    assert "ill" not in abbreviations()
    assert abbreviation_groups()["ordinal"].isdisjoint(abbreviations())
    assert {"the", "he", "in"} <= openers() <= lower_case_words()
    assert starters() <= lower_case_words()
    assert not openers() & {"smith", "monday", "president"}
    assert {"friday", "et", "i"} <= capitalized_words()
    assert capitalized_words().isdisjoint(lower_case_words())
