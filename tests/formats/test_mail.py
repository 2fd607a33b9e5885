"""Mail: what the sender wrote, and what the headers say of it."""

from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.mail import documents
from newsbrief.formats.mail_text import own_text

FILES = Path(__file__).parent / "files"


def test_a_reply_is_read_without_what_it_quotes() -> None:
    (document,) = documents((FILES / "reply.eml").read_bytes())
    assert document.title == "Harbour wall – a vote"
    assert (document.byline, document.date) == ("Jane Rø", "2025-03-04T09:12:44+01:00")
    assert document.text.split("\n\n") == [
        "Harbour wall – a vote",
        "The board voted for the wall this morning, and nobody spoke against it at the meeting.",
        "“It is done,” said Ole Brandt.",
    ]


def test_a_mailbox_of_mutt() -> None:
    first, second = documents((FILES / "mutt.mbox").read_bytes())
    assert (first.part, first.title) == (1, "Harbour board votes for the quay – at last")
    assert first.text.split("\n\n")[1:] == [
        (
            "The harbour board of Ostrand voted on Tuesday to rebuild the old quay, which a storm"
            " broke in January, at a cost of nine million euros – twice what was planned."
        ),
        "From now on, “no boat will lie in the open,” said Ole Brandt, who chairs the board.",
    ]
    assert (second.part, second.title) == (2, "Harbour board votes for the quay")
    assert second.text.endswith("will then ask for a second vote.")


def test_a_mail_of_html_alone_is_read_as_a_page() -> None:
    (document,) = documents((FILES / "html_only.eml").read_bytes())
    assert document.title == "Harbour wall to be rebuilt"
    assert "at Ålesund will be rebuilt this summer at a cost of nine million euros" in " ".join(
        document.text.split()
    )
    assert "color" not in document.text
    assert document.text.count("Harbour wall to be rebuilt") == 1


@pytest.mark.parametrize(
    ("text", "own"),
    [
        pytest.param("I agree.\n-- \nAnn Lee\n", ["I agree."], id="signature"),
        pytest.param("I agree -- mostly.\n--\n", ["I agree -- mostly."], id="dashes"),
        pytest.param("I agree.\n--\nAnn Lee\nHarbour Post", ["I agree."], id="without-a-space"),
        pytest.param(
            f"One.\n--\n{'It rained. ' * 9}",
            [f"One.\n--\n{'It rained. ' * 8}It rained."],
            id="items",
        ),
        pytest.param(
            "We agree.\n\nFrom: the harbour\nTo: the school\nDate: Monday\n\nIt rained.",
            ["We agree.", "From: the harbour\nTo: the school\nDate: Monday", "It rained."],
            id="labels-are-no-mail",
        ),
        pytest.param("No.\n\n> Is it shut?\n\nYes.", ["No.", "Yes."], id="between-the-lines"),
        pytest.param(
            "No.\n\n-----Original Message-----\nFrom: Jo\nSent: Monday\nTo: Ann\n\nIs it shut?",
            ["No."],
            id="outlook",
        ),
        pytest.param(
            "No.\n\nFrom: Jo <jo@a.example>\nSent: Monday\nTo: Ann\nSubject: Quay\n\nIs it shut?",
            ["No."],
            id="headers-alone",
        ),
        pytest.param(
            "See below.\n\n---------- Forwarded message ---------\nFrom: Jo <jo@a.example>\n"
            "Date: Mon, 3 Mar 2025\nSubject: Quay\nTo: Ann\n\nThe quay is shut.",
            ["See below.", "The quay is shut."],
            id="forwarded",
        ),
        pytest.param(
            "> The quay\n> is shut.", ["The quay\nis shut."], id="nothing-but-a-quotation"
        ),
        pytest.param(
            "From: the beginning it was clear.\n\nThe quay is shut.",
            ["From: the beginning it was clear.", "The quay is shut."],
            id="one-header-is-no-mail",
        ),
    ],
)
def test_what_the_sender_wrote(text: str, own: list[str]) -> None:
    assert own_text(text) == own


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"From: a@b.example\nSubject: x\n\n \n", "no text", id="empty"),
        pytest.param(
            b"From: a@b.example\nContent-Type: image/png\n\nxx", "no text", id="a-picture-alone"
        ),
        pytest.param(
            b"From: a@b.example\n"
            + b"".join(
                b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i)
                for i in range(1500)
            ),
            "damaged",
            id="nested-without-end",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        documents(data)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param("mixed", "Quay\n\nIt is shut.\n\nFor long.", id="one after the other"),
        pytest.param("alternative", "Quay\n\nIt is shut.", id="one in two forms"),
    ],
)
def test_all_that_is_shown_is_read(kind: str, text: str) -> None:
    first = "Content-Type: text/plain\n\nIt is shut.\n"
    second = {
        "mixed": "Content-Type: message/rfc822\n\nSubject: Re\n\nFor long.\n",
        "alternative": "Content-Type: text/html\n\n<p>It is shut.</p>\n",
    }[kind]
    head = f'Subject: Quay\nContent-Type: multipart/{kind}; boundary="x"\n\n'
    (document,) = documents(f"{head}--x\n{first}--x\n{second}--x--\n".encode())
    assert document.text == text


def test_an_unknown_encoding_is_guessed() -> None:
    mail = "From: a@b.example\nContent-Type: text/plain; charset=x-none\n\nDas Café ist zu."
    (document,) = documents(mail.encode("cp1252"))
    assert document.text == "Das Café ist zu."
    assert document.byline == "a@b.example"


def test_the_mail_quoted_in_a_reply_of_html_is_left_out() -> None:
    data = (
        "From: Jane Roe <jane@coast.example>\nTo: desk@coast.example\nSubject: Wall\n"
        "Date: Tue, 4 Mar 2025 06:30:00 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n"
        "<html><body><p>The port authority said on Monday that it would spend nine million euros "
        "on a wall.</p><p>Traders said that the money came a winter too late for them.</p>"
        "<p><b>From:</b> Desk<br><b>Sent:</b> Monday, 3 March 2025 09:00<br><b>To:</b> Jane<br>"
        "<b>Subject:</b> Wall</p><p>When can you file the story about the wall that we talked of?"
        "</p></body></html>"
    )
    (document,) = documents(data.encode())
    assert "Traders said" in document.text
    assert "When can you file" not in document.text
