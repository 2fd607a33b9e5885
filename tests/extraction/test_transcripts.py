"""Turns of interviews and transcripts, and paragraphs that only look like them."""

import pytest

import newsbrief

INTERVIEW = """The keeper of the dam

Ann Hale has run the river board for years. The Post met her on Monday.

Q: Do you regret the vote?

Hale: I do not. The dam has to go, and the farmers know it.

Q: What did they tell you?

Hale: They said that they could live with it.
"""


def turns(text: str) -> list[tuple[str, str]]:
    """Source and claim of the facts in ``text`` whose cue is the mark after a name."""
    return [
        (fact.source.text, fact.claim.text)
        for fact in newsbrief.facts(text)
        if fact.cue and fact.cue.text in {":", "."} and fact.source
    ]


def test_each_turn_is_a_claim_of_its_speaker() -> None:
    assert turns(INTERVIEW) == [
        ("Q", "Do you regret the vote?"),
        ("Hale", "I do not. The dam has to go, and the farmers know it."),
        ("Q", "What did they tell you?"),
        ("Hale", "They said that they could live with it."),
    ]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        pytest.param("Q.", "A.", id="court"),
        pytest.param("Élise Hale:", "Van der Berg:", id="accents-and-particles"),
        pytest.param("POST:", "BERG:", id="capitals"),
        pytest.param("The Post:", "Ann Young:", id="name-that-is-a-word"),
    ],
)
def test_forms_of_a_speaker(asks: str, answers: str) -> None:
    text = (
        "The young keeper\n\nThe Post met Van der Berg on Monday to ask Ann Young of the dam.\n\n"
        f"{asks} Do you regret the vote?\n\n{answers} I do not, and the farmers know it.\n\n"
        f"{asks} What did they tell you?\n\n{answers} That it was too late to go back.\n"
    )
    assert [source for source, _ in turns(text)] == [asks[:-1], answers[:-1]] * 2


def test_a_turn_goes_on_in_the_next_paragraph() -> None:
    longer = INTERVIEW.replace("know it.\n", "know it.\n\nThe river will be free again.\n")
    assert turns(longer)[1] == (
        "Hale",
        "I do not. The dam has to go, and the farmers know it. The river will be free again.",
    )


def test_narration_between_turns_belongs_to_no_speaker() -> None:
    narrated = INTERVIEW.replace("\n\nQ:", "\n\nIt rained.\n\nThe Post looked out.\n\nQ:").replace(
        "know it.\n", "know it.\n\nShe laughed at the rain.\n\nThe dog slept on.\n"
    )
    assert turns(narrated) == turns(INTERVIEW)


def test_a_turn_is_a_statement_of_the_speaker_by_name() -> None:
    fact = next(f for f in newsbrief.facts(INTERVIEW) if f.source and f.source.text == "Hale")
    assert (fact.kind, fact.source and fact.source.name) == ("statement", "Ann Hale")


def test_what_others_said_within_a_turn_comes_after_it() -> None:
    inner = [f for f in newsbrief.facts(INTERVIEW) if f.cue and f.cue.text == "said"]
    assert [(f.source and f.source.text, f.claim.text) for f in inner] == [
        ("They", "that they could live with it")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "When: Saturday at eight in the evening.\n\nWhere: The town hall on Mill Street.\n\n"
            "When: Sunday at three in the afternoon.\n\nWhere: The chapel next to the mill there.",
            id="fields",
        ),
        pytest.param(
            "Pros: The lamp is bright and it is cheap.\n\nVerdict: A lamp that most can buy.\n\n"
            "Pros: This lamp is light and quick.\n\nVerdict: The pros of it are too few.",
            id="verdicts",
        ),
        pytest.param(
            "Ann Hale met Tom Ray.\n\nHale: 1,769.\n\nRay: 1,502.\n\nHale: 210.\n\nRay: 94.",
            id="scores",
        ),
        pytest.param(
            "Q: Do you regret the vote?\n\nHale: I do not, and the farmers know it too.",
            id="nobody-speaks-again",
        ),
    ],
)
def test_what_only_looks_like_turns(text: str) -> None:
    bare = {said for _, said in turns(text)}
    assert not bare & {line.partition(": ")[2] for line in text.split("\n\n")}
