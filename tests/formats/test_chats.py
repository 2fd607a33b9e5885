"""Chats that WhatsApp has exported, in the forms of several telephones, and near misses."""

import pytest

from newsbrief import facts, read
from newsbrief.article import BlockKind
from newsbrief.formats.chats import documents

SAID = [
    ("Ann Lee", "The quay is shut, the port authority said"),
    ("Peter Okafor", "Who told you that it is shut"),
    ("Ann Lee", "The mayor said so on the radio this morning"),
    ("Peter Okafor", "Nobody told us traders about it"),
    ("Ann Lee", "She said it will be shut for six weeks"),
    ("Peter Okafor", "Then we will have to move the fish by hand"),
]
TURNS = "\n\n".join(f"{sender}: {text}" for sender, text in SAID)


def chat(stamp: str) -> str:
    return "\n".join(f"{stamp} {sender}: {text}" for sender, text in SAID) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(chat("[03/05/2024, 14:02:11]"), id="iPhone"),
        pytest.param(chat("\u200e[03/05/2024, 14:02:11]"), id="marks of direction"),
        pytest.param(chat("[5/3/24, 2:02:11\u202fPM]"), id="American"),
        pytest.param(chat("03/05/2024, 14:02 -"), id="Android"),
        pytest.param(chat("03.05.24, 14:02 -"), id="German"),
        pytest.param(chat("5/3/24, 2:02 PM -"), id="American Android"),
        pytest.param(chat("[14:02, 03/05/2024]"), id="copied from the web"),
        pytest.param(chat("[03/05/2024, 14:02:11]").replace("\n", "\r\n"), id="carriage returns"),
        pytest.param(
            "03/05/2024, 14:01 - Messages and calls are end-to-end encrypted.\n"
            + chat("03/05/2024, 14:02 -")
            + "03/05/2024, 14:06 - Ann Lee: <Media omitted>\n"
            + "03/05/2024, 14:06 - Ann Lee left\n",
            id="what the program says",
        ),
        pytest.param(
            chat("[03/05/2024, 14:02:11]")
            + "[03/05/2024, 14:02:11] Ann Lee: \u200eimage omitted\n",
            id="a picture",
        ),
    ],
)
def test_a_chat_is_read_as_a_talk(text: str) -> None:
    article = read(text.encode())
    assert article.text == TURNS
    assert article.title is None
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}
    assert {fact.source.text for fact in facts(article) if fact.source} >= {
        "Ann Lee",
        "Peter Okafor",
    }


def test_messages_copied_from_telegram() -> None:
    text = "\n\n".join(f"{sender}, [04.05.2024 14:02]\n{text}" for sender, text in SAID)
    assert read(text.encode()).text == TURNS


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("[2:02 PM] {}\n", id="Teams"),
        pytest.param("[5/3 2:02 PM] {}\n", id="Teams, with a day"),
        pytest.param("{} [2:02 PM]\n", id="Slack"),
    ],
)
def test_messages_below_a_name_and_a_time(above: str) -> None:
    text = "\n".join(above.format(sender) + said for sender, said in SAID)
    assert read(text.encode()).text == TURNS


def test_the_posts_of_a_channel_have_no_name_before_them() -> None:
    posts = [f"{text}." for _, text in SAID]
    text = "\n\n".join(f"Coast News, [04.05.2024 14:02]\n{post}" for post in posts)
    text += "\n\nCoast News, [04.05.2024 14:02]\n[ Photo ]\n"
    article = read(text.encode())
    assert article.text == "\n\n".join(posts)
    assert article.title is None


def test_the_lines_of_a_message_stay_together() -> None:
    text = chat("03/05/2024, 14:02 -").replace(" is shut, ", " is shut,\n")
    (document,) = documents(text)
    assert document.text == TURNS.replace(" is shut, ", " is shut,\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("03/05/2024, 14:02 - Ann Lee: It is shut\n", id="one message"),
        pytest.param("03/05/2024\n" + TURNS, id="a date above"),
        pytest.param(chat("03/05/2024"), id="days without times"),
        pytest.param(chat("14:02 -"), id="times without days"),
        pytest.param("He said, [04.05.2024 14:02] and\nthat was all.\n" * 4, id="in a sentence"),
        pytest.param(
            "".join(f"[14:0{i}] Quay Shut {i}\nIt is shut.\n" for i in range(5)), id="posts"
        ),
        pytest.param("[14:02] It is shut\nWe know.\n" * 4, id="posts with one heading"),
        pytest.param(f"Quay live\n\n{chat('03/05/2024, 14:02 -')}", id="a headline above"),
    ],
)
def test_another_text_is_no_chat(text: str) -> None:
    assert documents(text) == []
