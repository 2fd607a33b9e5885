"""Turns of interviews and transcripts, and lines that only look like them."""

import pytest

import newsbrief
from newsbrief.extraction.linking import Link
from newsbrief.extraction.transcripts import with_transcript_turns
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span, join
from newsbrief.tagging.heads import TYPES

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
        pytest.param(
            "Sean Park -- Ferris Bank -- Analyst\n\n",
            "Lena Moe -- Chief Executive Officer\n\n",
            "Sean Park",
            "Lena Moe",
            id="lines-with-name-and-office",
        ),
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
        pytest.param("Sean Park:\n\n", "Lena Moe:\n\n", "Sean Park", "Lena Moe", id="line-colon"),
        pytest.param(
            "Sean Park 0:02\n", "Lena Moe 0:09\n", "Sean Park", "Lena Moe", id="line-time"
        ),
        pytest.param(
            "[00:04]\nSean Park\n", "[00:09]\nLena Moe\n", "Sean Park", "Lena Moe", id="lines"
        ),
        pytest.param(
            "Mr Park (Jordan Hill): ",
            "The Mayor (Lena Moe): ",
            "Park",
            "Lena Moe",
            id="office-and-name",
        ),
        pytest.param(
            "Sean Park\n",
            "The Minister for Bridges (Dr Lena Moe)\n",
            "Sean Park",
            "Lena Moe",
            id="line-with-office-and-name",
        ),
        pytest.param(
            "PARK: ", "MOE (through translator): ", "PARK", "MOE", id="through-translator"
        ),
    ],
)
def test_labels(asks: str, answers: str, source_of_question: str, source_of_answer: str) -> None:
    labels = (asks, answers, asks, answers)
    text = "\n\n".join(f"{label}{words}" for label, words in zip(labels, WORDS, strict=True))
    speakers = (source_of_question, source_of_answer) * 2
    met = "The Post and Élise Park met Van der Moe on Monday to ask Lena Young of the bridge."
    assert turns(f"The young bridge\n\n{met}\n\n{text}\n") == list(
        zip(speakers, WORDS, strict=True)
    )


def test_answers_to_questions_without_a_name_have_no_source() -> None:
    text = (
        f"The bridge\n\n**Is it worth it?**\n\n{ANSWERED}\n\n"
        f"**Will they be ruined?**\n\n{ANSWERED_AGAIN}\n\n**Are you afraid?**\n\nI am not.\n"
    )
    assert turns(text) == [("", ANSWERED), ("", ANSWERED_AGAIN), ("", "I am not.")]


TRANSCRIPT = """DAVE BRUUN, HOST: A state of emergency was declared across the coast today.

[02:50:35]

JON KIRKE: The budget is the largest ever. (APPLAUSE) And it is [laughs] a good one.

(BEGIN VIDEO CLIP)

UNIDENTIFIED MALE: Nobody told us that the power would go.

(END VIDEO CLIP)

SARA LOE (through translator): We had forty patients in one night.

I did not sleep, and the [mayor's] office knows it.

BRUUN: That sounds very hard indeed.
"""


def test_guests_with_one_turn_and_what_nobody_says() -> None:
    assert turns(TRANSCRIPT) == [
        ("DAVE BRUUN", "A state of emergency was declared across the coast today."),
        ("JON KIRKE", "The budget is the largest ever. And it is a good one."),
        ("UNIDENTIFIED MALE", "Nobody told us that the power would go."),
        (
            "SARA LOE",
            (
                "We had forty patients in one night. "
                "I did not sleep, and the [mayor's] office knows it."
            ),
        ),
        ("BRUUN", "That sounds very hard indeed."),
    ]


def test_a_turn_goes_on_in_the_next_paragraph() -> None:
    longer = INTERVIEW.replace("know it.\n", "know it.\n\nI want the river to be free again.\n")
    assert turns(longer)[1] == (
        "Hale",
        "I do not. The dam has to go, and the farmers know it. I want the river to be free again.",
    )


@pytest.mark.parametrize(
    "narration",
    [
        pytest.param("Hale laughed at the rain and closed the window.", id="name"),
        pytest.param("At this point Ms Hale asked for some tea. We waited for it.", id="we"),
        pytest.param("HOW THE RIVER RAN", id="heading"),
        pytest.param("“It was a long day,” Hale said later.", id="quoted"),
        pytest.param("[She pours some tea.]", id="direction"),
    ],
)
def test_narration_between_turns_belongs_to_no_speaker(narration: str) -> None:
    narrated = INTERVIEW.replace("know it.\n", f"know it.\n\n{narration}\n")
    assert turns(narrated) == turns(INTERVIEW)


def test_what_follows_the_last_turn_belongs_to_no_speaker() -> None:
    ended = f"{INTERVIEW}\nThe dam goes in May.\n\nThe board did not reply to our letter.\n"
    assert turns(ended) == turns(INTERVIEW)


def test_questions_of_an_interviewer_without_a_name_are_optional_and_have_no_name() -> None:
    links = with_transcript_turns(parse(INTERVIEW), ())
    traits = [link.traits for link in links]
    assert [t.optional for t in traits] == [1, 0, 1, 0]
    assert [TYPES[t.type.index(1)] for t in traits] == ["unnamed", "person"] * 2


def test_what_others_said_within_a_turn_is_nested_in_it() -> None:
    article = parse(INTERVIEW)
    they, said = article.text.index("They said"), article.text.index("said that they")
    hale = article.text.index("Hale: They")
    rest = Span(said + len("said "), article.text.rindex("."))
    inner = Link((Span(they, they + 4),), (Span(said, said + 4),), (rest,))
    outer = Link((Span(hale, hale + 4),), (Span(said, said + 4),), (rest,))
    kept = with_transcript_turns(article, [inner, outer])
    assert inner._replace(nested=True) in kept
    assert outer not in kept


@pytest.mark.parametrize("label", ["{name}:", "{name} (09:14):", "**{name}:**", "{NAME}:"])
def test_turns_that_speak_of_nobody_in_the_room(label: str) -> None:
    """No "I" and no "you": that the labels return tells."""
    said = [
        ("Olga Frey", "Bread is at its highest price since the drought."),
        ("Musa Keita", "Bakers in the port are closing one by one."),
        ("Olga Frey", "The ministry has promised subsidies for flour."),
        ("Musa Keita", "The subsidies have not come."),
    ]
    lines = (f"{label.format(name=name, NAME=name.upper())} {words}" for name, words in said)
    assert [words for _, words in turns("\n\n".join(lines))] == [words for _, words in said]


def test_a_turn_is_a_statement_of_the_speaker_by_name() -> None:
    fact = next(f for f in newsbrief.facts(INTERVIEW) if f.source and f.source.text == "Hale")
    assert (fact.kind, fact.source and fact.source.name) == ("statement", "Ann Hale")


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
            id="too-short",
        ),
        pytest.param(
            "The ferry\n\nREAD MORE: Why the ferry was late\n\nThe ferry was late, he said.\n\n"
            "READ MORE: Who sails it\n\nIt will sail on Monday.\n\nREAD MORE: How it began",
            id="links",
        ),
        pytest.param(
            "Soup\n\nServes: 4\n\nPrep: 20 minutes\n\nCook: 1 hour\n\nTip: I add salt at the end.",
            id="recipe",
        ),
        pytest.param(
            "Storm\n\n10:42 Trees are down. Police say stay at home.\n\n"
            '10:55 Mayor Ruth Calder: "Stay off the pier."\n\n11:20 Photo: A wave.\n\n'
            "11:31 Analysis: The storm has turned north.",
            id="live-blog",
        ),
        pytest.param(
            'The boat\n\n"You sold it," said Finn.\n\nFinn: "To whom?" He would not say.\n\n'
            'The master: "It was my rope."\n\nA neighbour remembers: "They did not speak."',
            id="prose",
        ),
        pytest.param(
            "Letters\n\nSir: I read with sorrow that the pier is to close.\nAda Mills, Combe\n\n"
            "Sir: The pier is ugly and I shall dance.\nTom Rusk, Fenwick\n\n"
            "Sir: May I ask your readers for photographs?\nBryn Hart, by e-mail",
            id="letters",
        ),
        pytest.param(
            "The ban\n\nWhen does it start?\n\nAt midnight, the board says.\n\n"
            "Who is hit?\n\nAll homes in the county.\n\nHow long will it last?\n\nUntil May.",
            id="questions-of-an-explainer",
        ),
        pytest.param(
            "What to eat this week\n\n"
            "Starter: Leek soup with a little cream and chives.\n\n"
            "Main: Roast lamb with rosemary and new potatoes.\n\n"
            "Starter: Beetroot salad with goat's cheese and nuts.\n\n"
            "Main: Baked cod with lemon and a green sauce.",
            id="courses",
        ),
        pytest.param(
            "Where should you eat in Calder?\n\n"
            "You can trust few guides. These are the four that we go back to.\n\n"
            "Calder Grill\n\nYou wait an hour here, and you do not mind.\n\n"
            "The Two Herons\n\nWe had eel, and we would have it again.\n\n"
            "Bell Lane Kitchen\n\nIf you like noise, you will like the upper room.\n\n"
            "North Pier Fish\n\nYou should not ask for chips.",
            id="places",
        ),
        pytest.param("", id="empty"),
    ],
)
def test_what_only_looks_like_turns(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize("times", [("0:00", "0:12"), ("14:02", "14:05"), ("9:12 AM", "9:14 AM")])
def test_the_time_behind_a_name_is_no_part_of_it(times: tuple[str, str]) -> None:
    first, second = times
    text = (
        f"Sean Park  {first}\n{ASKED}\n\nLena Moe  {second}\n{ANSWERED}\n\n"
        f"Sean Park  {second}\n{ASKED_AGAIN}\n\nLena Moe  {second}\n{ANSWERED_AGAIN}\n"
    )
    named = [fact.source.name for fact in newsbrief.facts(parse(text)) if fact.source]
    assert set(filter(None, named)) == {"Sean Park", "Lena Moe"}
