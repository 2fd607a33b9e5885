r"""Words that a line end parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import facts
from newsbrief.hyphens import unbroken
from newsbrief.spans import fold
from newsbrief.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("a recon-\nstruction", "a reconstruction", id="a-word"),
        pytest.param("a recon-\r\n   struction", "a reconstruction", id="indented"),
        pytest.param("inspec-\ntions", "inspections", id="an-inflection"),
        pytest.param("two-\nyear terms", "two-year terms", id="a-compound"),
        pytest.param("a half-\nmarrant quay", "a halfmarrant quay", id="one-half-unknown"),
        pytest.param("a marrant-\nhalf quay", "a marranthalf quay", id="the-other-unknown"),
        pytest.param("a no-\ned quay", "a no-ed quay", id="too-short-for-an-ending"),
        pytest.param("the Marrant-\nvik quay", "the Marrantvik quay", id="an-unknown-word"),
        pytest.param("Ann Smith-\nJones", "Ann Smith-Jones", id="a-double-name"),
        pytest.param("pre-\nand post-war", "pre- and post-war", id="a-suspended-hyphen"),
        pytest.param("day-\nto-day", "day-to-day", id="a-compound-of-three"),
        pytest.param("anti-\nBrandt", "anti-Brandt", id="before-a-name"),
        pytest.param("from 2019-\n20", "from 2019-20", id="figures"),
        pytest.param("it is shut -\nfor now", "it is shut - for now", id="a-dash"),
        pytest.param("BBC-\nThe quay", "BBC- The quay", id="capitals"),
        pytest.param("a well-known quay", "a well-known quay", id="inside-a-line"),
        pytest.param("co\xadordi\xad\nnated", "coordinated", id="soft-hyphens"),
        pytest.param("-\n-\n", "- -", id="marks-alone"),
        pytest.param("港务\n局说，\n“等。”", "港务局说，“等。”", id="chinese"),
        pytest.param("港务\r\n　局在\nOstrand", "港务局在Ostrand", id="chinese-indented"),
        pytest.param("ハーロウ\n港は７日\n、閉鎖", "ハーロウ港は７日、閉鎖", id="japanese"),
        pytest.param(
            "股价下跌7.\n2%，约240\n万吨", "股价下跌7.2%，约240万吨", id="chinese-figures"
        ),
        pytest.param(
            "It opened in 2019.\n2 ships came",
            "It opened in 2019. 2 ships came",
            id="figures-alone",
        ),
        pytest.param("港务局 说\n\n等", "港务局 说 等", id="a-blank-line"),
        pytest.param("สะพาน\nปิด\nABC", "สะพานปิด ABC", id="thai"),
        pytest.param("항만청은\n말했다", "항만청은 말했다", id="korean-has-spaces"),
    ],
)
def test_what_is_printed(text: str, printed: str) -> None:
    assert fold(text) == printed


def test_the_words_of_the_text_decide_first() -> None:
    assert unbroken("light-\nhouse", {"lighthouse"}) == "lighthouse"
    assert unbroken("recon-\nstruction", {"recon-struction"}) == "recon-struction"


@given(st.text(alphabet=st.sampled_from("ab-A \n\r\xad.1港，ก"), max_size=40))
def test_nothing_but_hyphens_and_white_space_goes(text: str) -> None:
    def rest(text: str) -> str:
        return "".join(c for c in text if c not in "- \n\r\xad")

    assert rest(unbroken(text)) == rest(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("the transport de-\npartment said", 4, id="a-word"),
        pytest.param("the two-\nyear term", 3, id="a-compound"),
        pytest.param("the two-year term", 3, id="inside-a-line"),
        pytest.param("pre-\nand post-war", 4, id="a-suspended-hyphen"),
        pytest.param("it is shut -\nfor now", 6, id="a-dash"),
        pytest.param("BBC-\nThe quay", 4, id="capitals"),
        pytest.param("de-\n\npartment", 3, id="a-blank-line"),
    ],
)
def test_a_word_that_a_line_end_parts_is_one_token(text: str, found: int) -> None:
    assert len(tokens(text)) == found


def test_a_source_is_read_over_a_line_end() -> None:
    text = "Work is to begin in August, the transport de-\npartment said. The rails come first."
    (fact,) = facts(text)
    assert fact.source is not None
    assert fold(fact.source.text) == "the transport department"
    assert fact.claim.text == "Work is to begin in August"
