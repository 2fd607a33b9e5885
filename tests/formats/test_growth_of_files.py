"""No file is slow to read: time grows with its length, whatever its kind and what stands in it.

As in ``test_growth``, a file fails only if it is too slow in each of several attempts.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from html import escape
from time import process_time

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.documents import documents

pytestmark = pytest.mark.usefixtures("_only_own_garbage")

SIZE, TIMES = 40_000, 3  # bytes, and how many times as many the larger file has
MAX_EXPONENT = 1.25
ATTEMPTS = 5
NOISE_SECONDS = 0.05

TEXT = "The quay at Ostrand was shut on Monday after waves broke the harbour wall. " * 4
HEADERS = "From: ann@harbour.example\nTo: jo@harbour.example\nSubject: Quay\nMessage-ID: <a@b>\n\n"
HTML_HEADERS = HEADERS.replace("\n\n", "\nContent-Type: text/html\n\n")
CUE = "00:00:01,000 --> 00:00:02,000\n"
PAGE = "<html><body>"
RTF = "{\\rtf1\\ansi "
MARKDOWN = "# Quay\n\n[a](b)\n\n"


def repeated(before: str, unit: str, after: str = "") -> Callable[[int], str]:
    return lambda size: before + unit * (size // len(unit)) + after


def feed_of(tag: str) -> Callable[[int], str]:
    """A feed whose only item has ``tag`` again and again in its text."""
    item = "<rss><channel><item><title>T</title><description>"
    return repeated(item, escape(tag), "</description></item></channel></rss>")


FILES = {
    "page of paragraphs": repeated(PAGE, f"<p>{TEXT}</p>"),
    "page of list items": repeated(PAGE, "<li>It rained."),
    "page of links": repeated(PAGE, "<a href='x'>It rained</a> ", f"<p>{TEXT}</p>"),
    "page of headlines": repeated(PAGE, "<h1>It rained</h1>", f"<p>{TEXT}</p>"),
    "page of elements in elements": repeated(PAGE, "<div>", f"<p>{TEXT}</p>"),
    "page of tables in tables": repeated(PAGE, "<table><tr><td>", f"<p>{TEXT}</p>"),
    "page of open comments": repeated(f"{PAGE}<p>{TEXT}</p>", "<!--"),
    "Rich Text": repeated(RTF, "It rained all day.\\par ", "}"),
    "Rich Text of groups": lambda size: RTF + "{" * (size // 2) + "}" * (size // 2 + 1),
    "Rich Text of cells": repeated(RTF, "a\\cell ", "\\row}"),
    "Rich Text of fields": repeated(RTF, "{\\field{\\*\\fldinst{HYPERLINK a}}{\\fldrslt b}}", "}"),
    "mail": repeated(HEADERS, "It rained all day.\n\n"),
    "mail of blank and quoted lines": repeated(HEADERS, "\n> a\n"),
    "mail of replies": repeated(HEADERS, "a\nOn Mon 10:12 Jo <jo@b.c> wrote:\n> a\n"),
    "mail of openings": repeated(HEADERS, "On Mon 10:12 Jo <jo@b.c> wrote:\n> "),
    "mail of openings and quotations": lambda size: (
        f"{HEADERS}a\n"
        + "On Mon 10:12 Jo <jo@b.co> wrote:\n> a\n"
        * (size // 2)  # for long: a look at all lines takes little
    ),
    "mail of forwards": repeated(HEADERS, "> --- Forwarded message ---\n> From: Jo\n\n"),
    "mail of pages quoted in pages": repeated(HTML_HEADERS, "<blockquote type=cite>a "),
    "mail of blank lines": repeated(f"{HEADERS}a\n", "\n", "> a"),
    "mailbox": repeated("", f"From a@b.co Tue Mar  4 09:12:44 2025\n{HEADERS}It rained.\n\n"),
    "headers": repeated(HEADERS.rstrip() + "\n", "X-A: b\n", "\nIt rained."),
    "Markdown of brackets": repeated(MARKDOWN, "["),
    "Markdown of stars": repeated(MARKDOWN, "*a "),
    "Markdown of marks": repeated(MARKDOWN, "_a__b"),
    "Markdown of quotations": repeated(MARKDOWN, ">"),
    "Markdown of tags": repeated(MARKDOWN, "<a "),
    "Markdown table": repeated(f"{MARKDOWN}|a|b|\n|-|-|\n", "|c|d|\n"),
    "front matter": repeated("---\ntitle: a\n", "a: b\n"),
    "JSON": lambda size: json.dumps([{"title": "A", "text": "It rained."}] * (size // 40)),
    "JSON Lines": repeated("", '{"title":"A","text":"It rained all day."}\n'),
    "JSON of fields": lambda size: json.dumps([{str(i): i for i in range(size // 12)}]),
    "CSV": repeated("title,text\n", "A,It rained all day.\n"),
    "CSV of quotation marks": repeated('title,text\n"', '""', '",b\n'),
    "subtitles": repeated("", f"1\n{CUE}It rained.\n\n"),
    "subtitles of blank lines": repeated(f"1\n{CUE}", "\n", "a"),
    "feed": repeated("<rss><channel>", "<item><title>a</title></item>", "</channel></rss>"),
    "feed of tags": feed_of("<a "),
    "feed of comments": feed_of("<!-- "),
    "feed of marked sections": feed_of("<![CDATA[ "),
    "feed of attributes": feed_of("<a x='\""),
    "feed of rows": feed_of("<tr><td>x"),
    "feed of wrong ends": feed_of("<b></p>"),
    # How a text opens, of which kinds are told
    "blank lines": repeated("", "\n", "1"),
    "a number and blank lines": repeated("1", "\n"),
    "comments": repeated("", "<!--"),
    "tags": repeated("", "<a "),
    "front matter of maps": repeated("---\na:\n", " b: c\n"),
    "brackets": repeated("", "["),
    "stars": repeated("", "**a "),
    "commas": repeated("", "a,text"),
    "escapes": repeated('{"', "\\"),
    "armour": repeated("-----BEGIN A-----", "\n"),
    "headers of armour": repeated("-----BEGIN A-----\n", f"a: {'b' * 199}\n"),
    "base64": repeated("", "a1B/", "!"),
}


def seconds(data: bytes) -> float:
    start = process_time()
    with suppress(InputError):
        list(documents(data))
    return process_time() - start


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_no_file_is_slow(make: Callable[[int], str]) -> None:
    seconds(make(100).encode())
    said = []
    for _ in range(ATTEMPTS):
        small, large = seconds(make(SIZE).encode()), seconds(make(SIZE * TIMES).encode())
        if large <= max(small, NOISE_SECONDS) * TIMES**MAX_EXPONENT:
            return
        said.append(f"{small:.3f} s, {large:.3f} s")
    pytest.fail("; ".join(said))
