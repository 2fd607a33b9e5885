"""Mail: what the sender wrote, and what the headers say of it."""

from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.document import Document
from newsbrief.formats.documents import documents as read_documents
from newsbrief.formats.mail import documents
from newsbrief.formats.mail_origin import Origin, origin
from newsbrief.formats.mail_text import letter

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


def mail(subject: str, sender: str, text: str) -> str:
    return f"Message: 1\nFrom: {sender}\nSubject: [coast] {subject}\n\n{text}\n"


QUAY = mail("Quay", "Ann Lee <ann@harbour.example>", "The quay is shut, säger hamnen.")
WALL = mail("Wall", "Jo Roe <jo@harbour.example>", "The wall will be rebuilt.")
RULE, PREAMBLE_END = "-" * 30, "-" * 70
FOOTER = (
    f"{RULE}\n\nSubject: Digest Footer\n\nCoast mailing list\n\n{RULE}\n\nEnd of Coast Digest\n"
)
HEAD = "From: list@coast.example\nSubject: Coast Digest\nContent-Type: {}\n\nToday's Topics:\n\n"
IN_TEXT = HEAD.format("text/plain; charset=utf-8")
IN_PARTS = HEAD.format("multipart/mixed; boundary=A") + (
    "--A\n\nToday's Topics: 2\n\n--A\nContent-Type: multipart/digest; boundary=B\n\n"
    "--B\n\n{}\n--B\n\n{}\n--B--\n--A--\n"
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(
            f"{IN_TEXT}{PREAMBLE_END}\n\n{QUAY}\n{RULE}\n\n{WALL}\n{FOOTER}",
            [("Quay", "Ann Lee"), ("Wall", "Jo Roe")],
            id="in-a-text",
        ),
        pytest.param(
            f"{IN_TEXT}{PREAMBLE_END}\n\n{QUAY}\n{FOOTER}", [("Quay", "Ann Lee")], id="of-one"
        ),
        pytest.param(
            IN_PARTS.format(QUAY, WALL),
            [("Quay", "Ann Lee"), ("Wall", "Jo Roe")],
            id="in-parts",
        ),
        pytest.param(
            f"{IN_TEXT}{PREAMBLE_END}\n\nIt rained.\n{RULE}\n\nAll day.\n",
            [("Coast Digest", "list@coast.example")],
            id="rules-alone",
        ),
        pytest.param(
            f"{IN_TEXT}{PREAMBLE_END}\n{QUAY}",
            [("Coast Digest", "list@coast.example")],
            id="forwarded-below-a-rule",
        ),
    ],
)
def test_each_mail_of_a_digest_is_read(text: str, read: list[tuple[str, str]]) -> None:
    found = documents(text.encode())
    assert [(document.title, document.byline) for document in found] == read
    assert not any("Digest Footer" in document.text for document in found)
    assert len(read) == 1 or "säger" in found[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_header_that_is_not_encoded_is_a_text(encoding: str) -> None:
    head = "From: Åse Rø <a@b.example>\nSubject: Über die Straße – ein „Weg“\n\nSie ist zu."
    (document,) = documents(head.encode(encoding))
    assert (document.title, document.byline) == ("Über die Straße – ein „Weg“", "Åse Rø")


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
            "No.\n\nOn Mon, 3 Mar 2025 at 9:00, Jo <jo@a.example>\nwrote:\n\nIs it shut?",
            ["No."],
            id="without-marks",
        ),
        pytest.param(
            "No.\n\nOn Monday, at the quay, Jo wrote:\n\nIt is shut.",
            ["No.", "On Monday, at the quay, Jo wrote:", "It is shut."],
            id="a-sentence-that-ends-in-wrote",
        ),
        pytest.param(
            "Nein.\n\nAm 03.03.25 um 09:00 schrieb Jo Roe:\n> Ist er zu?", ["Nein."], id="german"
        ),
        pytest.param(
            "Nee.\n\nOp ma 3 mrt 2025 om 09:00 schreef Jo Roe of the Port\n<jo@a.example>:\n\n> Is",
            ["Nee."],
            id="wrapped-in-dutch",
        ),
        pytest.param(
            "No.\n\n    On Monday, Mar 3, 2025, 09:00:22 AM, Jo <jo@a.example> wrote:  \n \n Yes?",
            ["No."],
            id="indented-as-yahoo-has-it",
        ),
        pytest.param(
            "No.\nNie.\n3.03.2025 09:00 Jo <jo@a.example> napisał(a):\n\nTak?",
            ["No.\nNie."],
            id="right-below-the-text",
        ),
        pytest.param(
            "Write by 3 March 2025, 9:00, to jo@a.example:\n\nThe quay is shut.",
            ["Write by 3 March 2025, 9:00, to jo@a.example:", "The quay is shut."],
            id="an-address-as-people-write-it",
        ),
        pytest.param(
            "See below.\n\n> Begin forwarded message:\n>\n> From: Jo <jo@a.example>\n"
            "> Subject: Quay\n>\n> The quay is shut.",
            ["See below.", "The quay is shut."],
            id="forwarded-in-marks",
        ),
        pytest.param(
            "No.\n\nOn Monday, Jo wrote:\n> ------ Forwarded message ------\n> From: Ann\n"
            "> Is it shut?",
            ["No."],
            id="a-forward-that-is-quoted",
        ),
        pytest.param(
            "From: the beginning it was clear.\n\nThe quay is shut.",
            ["From: the beginning it was clear.", "The quay is shut."],
            id="one-header-is-no-mail",
        ),
    ],
)
def test_what_the_sender_wrote(text: str, own: list[str]) -> None:
    assert letter(text).paragraphs == own


@pytest.mark.parametrize(
    ("text", "own"),
    [
        pytest.param("It is shut.\n\nKind regards,\n\nJo Roe\nPort of Ostrand\n", 1, id="closing"),
        pytest.param("It is shut.\n\nBeste Grüße\nJo\n\nJo Roe | Port\nTel. 555\n", 1, id="twice"),
        pytest.param("It is shut.\nThanks!\nJR", 1, id="initials"),
        pytest.param("It is shut.\n\nRoe, Jo (Ostrand)", 1, id="surname-first"),
        pytest.param("It is shut.\n\nBest,\nJo\n\nPS: It opens\nagain in May.", 2, id="postscript"),
        pytest.param("It is shut.\n\nWe are sad.\n\nJo", 2, id="a-sentence-above"),
        pytest.param("It is shut.\n\nBest,\nAnn Lee", 2, id="the-name-of-another"),
        pytest.param("Quay shut\n\nJo Roe\n\nIt is shut until May.", 3, id="a-byline"),
        pytest.param("It is shut.\n\nJo\n\n" + "It opens in May.\n\n" * 3, 5, id="more-text"),
        pytest.param("It is shut.\n\nJo said so.", 2, id="a-sentence-with-the-name"),
        pytest.param("Kind regards,\nJo Roe", 1, id="nothing-else"),
        pytest.param("घाट बंद है।\n\nJo", 1, id="a-sentence-of-Hindi"),
        pytest.param("घाट बंद है\n\nJo", 2, id="no-sentence-of-Hindi"),
        pytest.param("»It is shut.«\n\nJo", 1, id="a-quotation"),
    ],
)
def test_a_mail_closes_with_the_name_of_its_sender(text: str, own: int) -> None:
    paragraphs = letter(text, "Jo Roe").paragraphs
    assert len(paragraphs) == own
    assert letter(text).paragraphs[0].startswith(paragraphs[0])


def test_a_closing_is_no_part_of_a_mail_of_html() -> None:
    closing = "<p>Best,</p><p>Jane Roe<br>Coast Gazette</p>"
    (document,) = documents(html_mail(f"<p>{REPLY}</p>{closing}", "Quay"))
    assert document.text == f"Quay\n\n{REPLY}"


HEAD = "From: Ann Lee <a@b.example>\nSubject: Quay\nDate: Tue, 04 Mar 2025 09:12:44 +0000\n\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("It fell <https://c.example/?u=1>.\n", "It fell.", id="angle brackets"),
        pytest.param("It fell<https://c.example/x>.\n", "It fell.", id="without a space"),
        pytest.param("It fell (https://c.example/x).\n", "It fell.", id="round brackets"),
        pytest.param("It fell [ https://c.example/x ]\n", "It fell", id="square brackets"),
        pytest.param(
            "It fell.\n\n[https://c.example/x]\n\nYes.\n", "It fell.\n\nYes.", id="a picture"
        ),
        pytest.param("See https://c.example/x\n", "See https://c.example/x", id="what is written"),
        pytest.param("It fell (see c.example).\n", "It fell (see c.example).", id="no address"),
        pytest.param("It fell (as https://c.example says).\n", None, id="more in the brackets"),
        pytest.param(
            f"It fell.\n{'_' * 47}\ncoast mailing list\ncoast@c.example\n", "It fell.", id="a list"
        ),
        pytest.param(
            f"It fell.\n\n{'-=' * 11}-\nGroups.io Links: You receive all\n",
            "It fell.",
            id="another",
        ),
        pytest.param(f"It fell.\n{'_' * 30}\nIt rained.\n", None, id="a rule"),
        pytest.param("It fell.\n____\nA mailing list\n", None, id="a short rule"),
    ],
)
def test_what_programs_put_into_a_mail_is_left_out(body: str, text: str | None) -> None:
    (document,) = documents(f"{HEAD}{body}".encode())
    expected = body.strip() if text is None else text
    assert document.text == f"Quay\n\n{expected}"


def test_a_mail_of_apple_is_read_as_far_as_it_says() -> None:
    mail = f"{HEAD}The quay is shut.\n".encode()
    data = f"{len(mail)}      \n".encode() + mail + b'<?xml version="1.0"?>\n<plist></plist>\n'
    (document,) = read_documents(data)
    assert isinstance(document, Document)
    assert document.text == "Quay\n\nThe quay is shut."
    assert document.byline == "Ann Lee"


ENCRYPTED = (
    b"-----BEGIN PGP MESSAGE-----\nVersion: 2\n\n"
    b"hQEMA6Zr1tYq9dP3AQf/VGhlIHF1YXkgYXQgT3N0cmFuZCB3YXMgc2h1dCBvbiB6\n=aB3d\n"
    b"-----END PGP MESSAGE-----\n"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"From: a@b.example\nSubject: x\n\n \n", "no text", id="empty"),
        pytest.param(
            b"From: a@b.example\nSubject: x\n\n" + ENCRYPTED,
            r"this is a mail with data in ASCII armour \(PGP MESSAGE\) alone",
            id="encrypted",
        ),
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


def test_an_encrypted_mail_does_not_stop_the_others() -> None:
    mails = (b"Quay.\n", ENCRYPTED, b"It came so:\n\n" + ENCRYPTED)
    box = b"\n".join(
        b"From a@b.example Mon May  3 10:00:00 2025\nFrom: a@b.example\n\n" + mail for mail in mails
    )
    assert [document.part for document in documents(box)] == [1, 3]


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


def test_quotation_marks_in_a_mail_that_says_latin_1() -> None:
    mail = "From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\n\n“It’s shut.”"
    (document,) = documents(mail.encode("cp1252"))
    assert document.text == "“It’s shut.”"


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


REPLY = "The board will meet the port on Friday and ask for nine euros a tonne, members said."
QUOTED = "<p>The port will shut its quay for six weeks, Ruth Sand said on Monday.</p>" * 2


def html_mail(body: str, subject: str = "Re: Quay") -> bytes:
    """A mail of Jane Roe whose ``body`` is HTML."""
    head = "From: Jane Roe <jane@a.example>\nDate: Tue, 4 Mar 2025 06:30:00 +0100\n"
    return f"{head}Subject: {subject}\nContent-Type: text/html\n\n{body}".encode()


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"<div>{REPLY}</div><div class='gmail_quote'><div class='gmail_attr'>On Mon, 3 Mar "
            f"2025 at 9:00, Jo &lt;<a>jo@a.example</a>&gt; wrote:<br></div>"
            f'<blockquote class="gmail_quote">{QUOTED}</blockquote></div>',
            id="gmail",
        ),
        pytest.param(f"<p>{REPLY}</p><blockquote type=cite>{QUOTED}</blockquote>", id="apple"),
        pytest.param(
            f"<div class='moz-cite-prefix'>On 03/03/2025 09:00, Jo Roe wrote:</div>"
            f'<blockquote type="cite">{QUOTED}<blockquote type="cite">{QUOTED}</blockquote>{QUOTED}'
            f"</blockquote><p>{REPLY}</p>",
            id="below-the-quotation",
        ),
        pytest.param(
            f"<div>{REPLY}</div><div class='yahoo_quoted'><div>On Monday, March 3, 2025 at "
            f"09:00:00 AM GMT+1, Jo Roe &lt;jo@a.example&gt; wrote:</div>{QUOTED}</div>",
            id="without-a-mark",
        ),
    ],
)
def test_a_reply_of_html_is_read_without_what_it_quotes(body: str) -> None:
    (document,) = documents(html_mail(body))
    assert document.text == f"Quay\n\n{REPLY}"
    assert (document.byline, document.date) == ("Jane Roe", "2025-03-04T06:30:00+01:00")


def test_a_quotation_that_is_no_mail_is_read() -> None:
    said = "“The quay is not safe, and nobody should walk on it,” said Ruth Sand of the board."
    (document,) = documents(html_mail(f"<p>{REPLY}</p><blockquote>{said}</blockquote>", "Quay"))
    assert REPLY in document.text
    assert said in document.text


HEADERS = "From: Jo Roe <jo@a.example>\nDate: Mon, 3 Mar 2025 at 09:00\nSubject: Quay\nTo: Ann\n\n"
FORWARD = f"---------- Forwarded message ---------\n{HEADERS}"
NOBODY = (None, None)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param(f"{FORWARD}It is shut.", ("Jo Roe", "2025-03-03"), id="forwarded"),
        pytest.param(f"FYI\n\n{FORWARD}It is shut.", NOBODY, id="below-a-note"),
        pytest.param(
            f"-----Original Message-----\n{HEADERS}It is shut.",
            ("Jo Roe", "2025-03-03"),
            id="outlook",
        ),
        pytest.param(
            f"{FORWARD}{FORWARD.replace('Jo Roe', 'Ole Brandt')}It is shut.",
            ("Ole Brandt", "2025-03-03"),
            id="forwarded-twice",
        ),
        pytest.param(
            f"{FORWARD}Yes.\n\n{HEADERS}Is it shut?", NOBODY, id="with-a-mail-quoted-in-it"
        ),
        pytest.param(f"{FORWARD}Yes.\n\n> Is it shut?\n", NOBODY, id="with-a-quotation-in-it"),
        pytest.param("> The quay\n> is shut.", NOBODY, id="a-quotation-alone"),
        pytest.param("It is shut.", ("Jane Roe", "2025-03-04T06:30:00+01:00"), id="of-the-sender"),
    ],
)
def test_who_wrote_what_is_read(text: str, known: tuple[str | None, str | None]) -> None:
    head = "From: Jane Roe <jane@a.example>\nDate: Tue, 4 Mar 2025 06:30:00 +0100\n"
    (document,) = documents(f"{head}Subject: Fwd: Quay\n\n{text}".encode())
    assert (document.byline, document.date) == known


@pytest.mark.parametrize(
    ("note", "known"),
    [
        pytest.param("", ("Jo Roe", "2025-03-03T09:00:00+01:00", "Quay"), id="alone"),
        pytest.param("See attached.", (None, None, "story"), id="below-a-note"),
    ],
)
def test_who_wrote_a_mail_that_is_attached(note: str, known: tuple[str | None, ...]) -> None:
    mail = (
        "From: Jane Roe <jane@a.example>\nDate: Tue, 4 Mar 2025 06:30:00 +0100\n"
        'Subject: Fwd: story\nContent-Type: multipart/mixed; boundary="x"\n\n'
        f"--x\nContent-Type: text/plain\n\n{note}\n--x\nContent-Type: message/rfc822\n"
        "Content-Disposition: attachment\n\nFrom: Jo Roe <jo@a.example>\nSubject: Quay\n"
        "Date: Mon, 3 Mar 2025 09:00:00 +0100\nContent-Type: text/html\n\n"
        "<p>It is shut.</p>\n--x--\n"
    )
    (document,) = documents(mail.encode())
    assert (document.byline, document.date, document.title) == known
    assert document.text.endswith("It is shut.")


def test_who_wrote_a_page_that_is_forwarded() -> None:
    text = "<p>The port will shut its quay for six weeks, Ruth Sand said on Monday.</p>"
    headers = f"<div>{FORWARD.strip().replace('<', '&lt;')}</div>".replace("\n", "<br>")
    (document,) = documents(html_mail(headers + text, "Fwd: Quay"))
    assert (document.byline, document.date) == ("Jo Roe", "2025-03-03")
    assert document.text.startswith("Quay\n\nThe port will shut")


def test_what_is_forwarded_without_a_line_that_says_so_is_read() -> None:
    (document,) = documents(f"Subject: FW: Quay\n\nFYI\n\n{HEADERS}It is shut.".encode())
    assert document.text == "Quay\n\nFYI\n\nIt is shut."


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        pytest.param(["*From:* *Jo Roe* <jo@a.example>"], Origin("Jo Roe"), id="in-bold"),
        pytest.param(
            ["Von: Jo Roe [mailto:jo@a.example]", "Gesendet: Montag, 3. März 2025 09:00"],
            Origin("Jo Roe", "2025-03-03"),
            id="german",
        ),
        pytest.param(["From: <jo@a.example>"], Origin("jo@a.example"), id="an-address-alone"),
        pytest.param(
            ["From: | Jo Roe", "", "Date: | Mon, 3 Mar 2025 09:00:00 +0100"],
            Origin("Jo Roe", "2025-03-03T09:00:00+01:00"),
            id="in-a-table",
        ),
        pytest.param(["Sent: 3/4/2025 9:00 PM", "To: Ann"], Origin(), id="a-date-in-two-ways"),
        pytest.param(
            ["Date: 3 Mar 2025", "From: Jo", "-----", "From: Ann"],
            Origin("Ann"),
            id="the-last-mail",
        ),
        pytest.param([], Origin(), id="nothing"),
    ],
)
def test_what_headers_say(headers: list[str], said: Origin) -> None:
    assert origin(headers) == said
