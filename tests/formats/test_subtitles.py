"""Subtitles as running text."""

from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.files import read
from newsbrief.formats.subtitles import documents

FILES = Path(__file__).parent / "files"


def test_a_speaker_who_is_named_before_every_cue_is_named_once() -> None:
    data = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nJane Roe: Welcome back. The port authority\n\n"
        "2\n00:00:04.100 --> 00:00:07.000\nJane Roe: will build a wall.\n\n"
        "3\n00:00:08.000 --> 00:00:11.000\nOle Brandt: We will.\n\n"
        "4\n00:00:12.000 --> 00:00:15.000\nJane Roe: When?\n"
    )
    (document,) = documents(data.encode())
    assert document.text.split("\n\n") == [
        "Jane Roe: Welcome back. The port authority will build a wall.",
        "Ole Brandt: We will.",
        "Jane Roe: When?",
    ]


@pytest.mark.parametrize(
    ("name", "paragraphs", "language"),
    [
        (
            "talk.srt",
            [
                (
                    "The harbour wall will be rebuilt this summer, the port authority says."
                    " Waves broke it in January."
                ),
                "Will it cost more than planned?",
                "No, it will not.",
                "OLE BRANDT: We have the money, and we have the stone.",
                "RUTH SAND: I doubt it.",
            ],
            None,
        ),
        ("rolling.vtt", ["the harbour board voted on Tuesday. It was close."], "en"),
        (
            "voices.vtt",
            [
                "Anna Berg: Will you resign over the gap?",
                "Tom Reed: No. I will stay & find the money.",
                "The bridge will open.",
            ],
            None,
        ),
    ],
)
def test_what_is_said(name: str, paragraphs: list[str], language: str | None) -> None:
    (document,) = documents((FILES / name).read_bytes())
    assert document.text.split("\n\n") == paragraphs
    assert document.language == language


def cues(*lines: str) -> bytes:
    """Subtitles of which each of ``lines`` is shown for two seconds, one after the other."""
    shown = (
        f"{i}\n00:00:{2 * i:02},000 --> 00:00:{2 * i + 2:02},000\n{line}\n"
        for i, line in enumerate(lines)
    )
    return "\n".join(shown).encode()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param(["One", "two."], "One two.", id="sentence-over-cues"),
        pytest.param(["One", "One two.", "three"], "One two. three", id="a-line-that-grows"),
        pytest.param(["One\ntwo", "two\nthree"], "One two three", id="lines-that-roll-up"),
        pytest.param(["Onerous", "One"], "Onerous One", id="no-line-that-grows"),
        pytest.param(
            [">> Hello.", ">> ANN: Hi."], "Hello.\n\nANN: Hi.", id="captions-for-the-deaf"
        ),
        pytest.param(["(APPLAUSE)", "♪ La la ♪", "♪♪", "♪ (music) ♪"], "La la", id="sounds"),
        pytest.param(
            ["[SIREN] ANN: No.", "[laughs] [coughs] Yes.", "[inaudible]"],
            "ANN: No. Yes.",
            id="sounds-before-words",
        ),
        pytest.param(["[Ann Lee] No.", "[BBC] Yes."], "[Ann Lee] No. [BBC] Yes.", id="names"),
        pytest.param(["It ended [Music]", "well."], "It ended well.", id="a-sound-behind-words"),
        pytest.param(
            ["It was [inaudible].", "[Lee] No."], "It was [inaudible]. [Lee] No.", id="what-is-said"
        ),
        pytest.param(["The [old] quay."], "The [old] quay.", id="what-is-put-into-a-sentence"),
        pytest.param(["It ended. [applause]"], "It ended.", id="a-sound-behind-a-sentence"),
        pytest.param(["One\n\ntwo.", "Three."], "One two. Three.", id="a-blank-line-in-a-cue"),
        pytest.param(["At 10:30 it began."], "At 10:30 it began.", id="a-time-is-no-speaker"),
        pytest.param(["He said: no."], "He said: no.", id="a-verb-is-no-speaker"),
    ],
)
def test_cues_are_joined(lines: list[str], text: str) -> None:
    (document,) = documents(cues(*lines))
    assert document.text == text


@pytest.mark.parametrize(
    ("stop", "paragraphs"),
    [
        pytest.param(".", 2, id="full stop"),
        pytest.param("।", 2, id="danda"),
        pytest.param("。」", 2, id="a quotation"),
        pytest.param(",", 1, id="comma"),
    ],
)
def test_a_long_turn_is_parted_behind_a_sentence(stop: str, paragraphs: int) -> None:
    (document,) = documents(cues(*(f"{i} घाट छह सप्ताह के लिए बंद रहेगा{stop}" for i in range(25))))
    assert len(document.text.split("\n\n")) == paragraphs


COPY = """0:00
the port authority will rebuild the harbour wall
0:04
after waves broke it in January and
0:08
[applause]
0:12
the council will vote in May
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(COPY, id="minutes"),
        pytest.param(COPY.replace("\n", "\r\n"), id="carriage returns"),
        pytest.param(COPY.replace("0:12", "1:00:12"), id="an hour"),
        pytest.param(COPY.replace("0:0", "00:0"), id="two figures"),
    ],
)
def test_what_is_copied_from_a_page_of_youtube(text: str) -> None:
    assert read(text.encode()).text == (
        "the port authority will rebuild the harbour wall after waves broke it in January and the"
        " council will vote in May"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(COPY.replace("0:0", "14:0").replace("0:12", "14:12"), id="a live blog"),
        pytest.param(COPY.partition("0:04")[0], id="one time"),
        pytest.param(f"The wall\n{COPY}", id="a line above"),
        pytest.param(COPY.replace("\n", " "), id="in one line"),
    ],
)
def test_other_lines_with_times_are_no_subtitles(text: str) -> None:
    assert read(text.encode()).text.split() == text.split()


def test_subtitles_of_sbv() -> None:
    data = (
        "0:00:01.000,0:00:04.250\nThe wall will be[br]rebuilt, in\n\n"
        "0:00:04.250,0:00:07.000\n0.5 km.\nLanguage: de\n\n0:00:12.000,0:00:14.000\nIt is late.\n"
    )
    (document,) = documents(data.encode())
    assert document.text == "The wall will be rebuilt, in 0.5 km.\n\nLanguage: de It is late."
    assert document.language is None


@pytest.mark.parametrize("data", [b"WEBVTT\n\n", b"", cues("[MUSIC]")])
def test_silence_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="nothing is said"):
        documents(data)


@pytest.mark.parametrize(
    "first", ["Why did you close the quay?", "ANN: Is it shut?", "Good Evening And Welcome Back"]
)
def test_what_is_said_first_is_no_title(first: str) -> None:
    article = read(cues(f"- {first}", "- It broke in January, and it will stay shut."))
    assert article.title is None
    assert article.text.startswith(first)
