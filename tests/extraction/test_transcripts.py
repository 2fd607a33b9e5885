"""Turns of interviews and transcripts, and lines that only look like them."""

import pytest

from newsbrief.extraction.transcripts import with_transcript_turns
from newsbrief.reading.parsing import parse
from newsbrief.spans import join

INTERVIEW = """The keeper of the dam

Ann Hale has run the river board for years. The Post met her on Monday.

Q: Do you regret the vote?

Hale: I do not. The dam has to go, and the farmers know it.

Q: What did they tell you?

Hale: They said that they could live with it.
"""

ASKED = "Mayor, is the bridge worth it?"
ANSWERED = "It is. Four thousand people cross the river each day. We had no choice."
ASKED_AGAIN = "Shop owners say the works will ruin them."
ANSWERED_AGAIN = "I know, and we have put two million aside for them."
WORDS = [ASKED, ANSWERED, ASKED_AGAIN, ANSWERED_AGAIN]


def turns(text: str) -> list[tuple[str, str]]:
    """Who speaks in each turn of ``text``, and the words said."""
    article = parse(text)
    return [
        (join(article.text, turn.source), join(article.text, turn.content))
        for turn in with_transcript_turns(article, ())
    ]


def test_each_turn_is_a_claim_of_its_speaker() -> None:
    assert turns(INTERVIEW) == [
        ("Q", "Do you regret the vote?"),
        ("Hale", "I do not. The dam has to go, and the farmers know it."),
        ("Q", "What did they tell you?"),
        ("Hale", "They said that they could live with it."),
    ]


@pytest.mark.parametrize(
    ("asks", "answers", "source_of_question", "source_of_answer"),
    [
        pytest.param("Sean Park: ", "Lena Moe: ", "Sean Park", "Lena Moe", id="names"),
        pytest.param("SEAN PARK: ", "LENA MOE: ", "SEAN PARK", "LENA MOE", id="capitals"),
        pytest.param("PARK, HOST: ", "MOE, MAYOR: ", "PARK", "MOE", id="title-after-name"),
        pytest.param("Q: ", "A: ", "Q", "A", id="q-and-a"),
        pytest.param("Q. ", "A. ", "Q", "A", id="q-and-a-with-full-stops"),
        pytest.param("Q   ", "MS. MOE: ", "Q", "MOE", id="q-without-a-mark"),
        pytest.param("Mr. PARK. ", "The MAYOR. ", "PARK", "The MAYOR", id="full-stop"),
        pytest.param("Interviewer: ", "Moe: ", "Interviewer", "Moe", id="interviewer"),
        pytest.param("The Post: ", "Lena Young: ", "The Post", "Lena Young", id="word-as-name"),
        pytest.param("Élise Park: ", "Van der Moe: ", "Élise Park", "Van der Moe", id="particles"),
        pytest.param("**Sean Park:** ", "**Lena Moe:** ", "Sean Park", "Lena Moe", id="bold"),
        pytest.param("**Sean Park** ", "**Lena Moe** ", "Sean Park", "Lena Moe", id="bold-alone"),
        pytest.param("*Sean Park*: ", "*Lena Moe*: ", "Sean Park", "Lena Moe", id="italics"),
        pytest.param("Sean Park – ", "Lena Moe – ", "Sean Park", "Lena Moe", id="en-dash"),
        pytest.param("Sean Park — ", "Lena Moe — ", "Sean Park", "Lena Moe", id="em-dash"),
        pytest.param("[00:01:12] PARK: ", "[00:01:30] MOE: ", "PARK", "MOE", id="time-before"),
        pytest.param("PARK (09:05): ", "MOE (09:31): ", "PARK", "MOE", id="time-after"),
        pytest.param("Sean Park\n", "Lena Moe\n", "Sean Park", "Lena Moe", id="own-line"),
        pytest.param("Sean Park:\n\n", "Lena Moe:\n\n", "Sean Park", "Lena Moe", id="own-line-colon"),
        pytest.param("Sean Park 0:02\n", "Lena Moe 0:09\n", "Sean Park", "Lena Moe", id="own-line-time"),
        pytest.param("[00:04]\nSean Park\n", "[00:09]\nLena Moe\n", "Sean Park", "Lena Moe", id="time-line"),
        pytest.param(
            "PARK: ", "MOE (through translator): ", "PARK", "MOE", id="through-translator"
        ),
        pytest.param("**", "", "", "", id="bold-questions"),
    ],
)  # fmt: skip
def test_labels(asks: str, answers: str, source_of_question: str, source_of_answer: str) -> None:
    if asks == "**":
        text = f"The bridge\n\n**{ASKED}**\n\n{ANSWERED}\n\n**Will they be ruined?**\n\n{ANSWERED_AGAIN}\n\n**Are you?**\n\nI am not."
        assert turns(text) == [("", ANSWERED), ("", ANSWERED_AGAIN), ("", "I am not.")]
        return
    labels = (asks, answers, asks, answers)
    text = "\n\n".join(f"{label}{words}" for label, words in zip(labels, WORDS, strict=True))
    speakers = (source_of_question, source_of_answer) * 2
    assert turns(f"The young bridge\n\n{text}\n") == list(zip(speakers, WORDS, strict=True))
