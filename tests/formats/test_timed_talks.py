"""Transcripts of talks with times, in the forms of several programs, and near misses."""

import pytest

from newsbrief import facts, read
from newsbrief.formats.transcripts import documents

SAID = [
    ("Ann Lee", "0:01", "The quay is shut until the end of May."),
    ("Peter Okafor", "0:15", "Who told you that it is shut?"),
    ("Ann Lee", "1:02", "The mayor said so on the radio this morning."),
]
TURNS = "\n\n".join(f"{name}: {text}" for name, _, text in SAID)
RUNNING = " ".join(text for _, _, text in SAID)


def talk(form: str) -> str:
    """What is said, each turn in the ``form`` of a program."""
    return "".join(
        form.format(name=name, time=time, seconds=f"00:{time:0>5}", text=text)
        for name, time, text in SAID
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(talk("{name}  {time}\n{text}\n\n"), id="Otter"),
        pytest.param(
            talk("{name}  {time}  \n{text}\n\n") + "Transcribed by https://otter.ai\n", id="end"
        ),
        pytest.param(talk("{name}\t{time}\n{text}\n"), id="Teams"),
        pytest.param(talk("{name}   {time}\r\n{text}\r\n\r\n"), id="carriage returns"),
        pytest.param(talk("{name} {time}\n{text}\n\n"), id="Teams, as Word has it"),
        pytest.param(talk("{name} ({time}):\n{text}\n\n"), id="Rev"),
        pytest.param(talk("{name}: ({seconds})\n{text}\n\n"), id="Rev, older"),
        pytest.param(talk("{name} [{seconds}] {text}\n\n"), id="Trint"),
        pytest.param(talk("[{seconds}] {name}: {text}\n"), id="time first"),
        pytest.param(talk("[{seconds}] **{name}:** {text}\n"), id="Descript"),
        pytest.param(talk("{seconds} {name}: {text}\n"), id="without brackets"),
        pytest.param(talk("{seconds} From {name} to Everyone:\n\t{text}\n"), id="chat of Zoom"),
        pytest.param(talk("{name}  {time}\n{text} [{seconds}]\n"), id="times in it"),
        pytest.param(
            "SUMMARY KEYWORDS\nquay, radio\n\nSPEAKERS\nAnn Lee, Peter Okafor\n\n"
            + talk("{name}  {time}\n{text}\n"),
            id="key words",
        ),
    ],
)
def test_a_transcript_is_read_as_a_talk(text: str) -> None:
    article = read(text.encode())
    assert article.text == TURNS
    assert article.title is None
    assert {fact.source.text for fact in facts(article) if fact.source} >= {
        "Ann Lee",
        "Peter Okafor",
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(talk("[{seconds}.000 --> 00:09:00.000]  {text}\n"), id="Whisper"),
        pytest.param("[ti:Talk]\n[ar:Ann Lee]\n" + talk("[{time}.00]{text}\n"), id="LRC"),
        pytest.param("Transcript\n\n" + talk("{time}\n{text}\n\n"), id="copied from a page"),
    ],
)
def test_where_nobody_is_named_the_text_runs_on(text: str) -> None:
    said = read(text.encode()).text.removeprefix("Transcript\n\n")
    assert said == RUNNING


def test_the_lines_above_a_talk_are_kept() -> None:
    (document,) = documents("Council meeting\n\n" + talk("{name} ({time}):\n{text}\n"))
    assert document.text == f"Council meeting\n\n{TURNS}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(talk("{name}  {time}\n"), id="the times of a race"),
        pytest.param(
            talk("{name}  {time}\n{text}\n\n").replace("1:02", "0:02"), id="times go back"
        ),
        pytest.param(
            "20:00 Film: The wall\n21:00 Film: The quay\n22:00 Film: The ferry\n", id="TV"
        ),
        pytest.param("[20:00] It fell.\n[21:00] It rained.\n[22:00] It snowed.\n", id="live blog"),
        pytest.param("0:01\nIt fell.\n\n0:01\nIt rained.\n\n0:01\nIt snowed.\n", id="one time"),
        pytest.param("Goals\n0:01\nLee, Dunmore.\n0:15\nRoe.\n1:02\nLee.\n", id="below a line"),
        pytest.param(
            "The match\n" + "It went on.\n" * 20 + talk("{name} ({time}) {text}\n"), id="far below"
        ),
        pytest.param(talk("{name} ({time}) {text}\n" + "It went on.\n" * 9), id="few of the lines"),
        pytest.param("Quay: it fell (1:02). It rained (2:03), it snowed (3:04).\n", id="in a line"),
        pytest.param("John 3:16\nFor\n\nJohn 3:17\nFor\n\nJohn 3:18\nHe\n", id="verses"),
        pytest.param("A (0:01) Fell.\nB (0:02) Fell.\nC (0:03) Fell.\n", id="nobody twice"),
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert documents(text) == []
