"""What gives no facts: captions, links, notes and quoted mail; and text that looks like them."""

import pytest

import newsbrief
from newsbrief import BlockKind
from newsbrief.article import DISPLAY_KINDS, FURNITURE_KINDS

BODY = "The council voted on Monday to repair the quay at Ostrand, which was built in 1911."


def claims(text: str) -> str:
    """The claims of ``text`` between two paragraphs, parted by bars."""
    found = newsbrief.facts(f"Quay to be repaired\n\n{BODY}\n\n{text}\n\n{BODY}")
    return " | ".join(fact.claim.text for fact in found)


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param("Ann Roe (left) said the quay was safe.", id="caption"),
        pytest.param("In this May 4 photo, Ann Roe says the quay is safe.", id="in this photo"),
        pytest.param(
            "Ann Roe says the quay is safe. (Photo: Bo Dunn/Coast News)", id="caption with credit"
        ),
        pytest.param("READ MORE: Mayor says the quay is safe", id="read more"),
        pytest.param("Related: Mayor says the quay is safe", id="related"),
        pytest.param(
            "Sign up for our newsletter, in which Ann Roe says what is safe.", id="newsletter"
        ),
        pytest.param(
            "This article was amended on 5 March. An earlier version said the quay was safe.",
            id="amended",
        ),
        pytest.param("Clarification: Ann Roe said the quay was safe.", id="clarification"),
        pytest.param("Correction: The mayor said on Monday it was safe.", id="correction"),
        pytest.param("On Mon, Bo Dunn wrote:\n> Ann Roe said the quay was safe.", id="mail"),
        pytest.param("Quay to be repaired", id="title again"),
    ],
)
def test_furniture_gives_no_facts(furniture: str) -> None:
    assert "safe" not in claims(furniture)
    assert "to be repaired" not in claims(furniture)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Ann Roe, who was left behind, said the quay was safe.", id="left"),
        pytest.param("“That photo shows it is safe,” Ann Roe said on Monday.", id="a photo"),
        pytest.param("An earlier version of the report said the quay was safe.", id="a version"),
        pytest.param("In a letter the mayor said that the quay was safe.", id="a letter"),
        pytest.param("An earlier report said the quay was safe.", id="an earlier report"),
        pytest.param("The report, amended on Monday, said the quay was safe.", id="amended"),
        pytest.param("In a clarification, Ann Roe said the quay was safe.", id="clarification"),
        pytest.param("Her newsletter said the quay was safe.", id="newsletter"),
    ],
)
def test_near_misses_give_facts(sentence: str) -> None:
    assert "safe" in claims(sentence)


def test_a_fact_knows_what_kind_of_block_it_stands_in() -> None:
    article = newsbrief.parse(f"Quay is safe, says mayor\n\n{BODY}\n\nNo money left\n\n{BODY}")
    kinds = [article.kind_at(article.text.index(w)) for w in ("Quay", "The council", "No money")]
    assert kinds == [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.HEADING]
    assert [kind in DISPLAY_KINDS for kind in kinds] == [True, False, True]
    assert article.kind_at(article.text.index("\n")) is None
    assert not DISPLAY_KINDS & FURNITURE_KINDS
