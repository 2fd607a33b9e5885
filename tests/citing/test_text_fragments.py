"""Links with text fragments: what they hold, and that each leads back to where it was made."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Anchors, Article, Span, facts, parse, read
from newsbrief.article import Metadata
from newsbrief.spans import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

URL = "https://coast.example/quay"


def article(text: str, url: str | None = URL) -> Article:
    return parse(text, metadata=Metadata(url=url))


def place(text: str, piece: str, number: int = 1) -> Span:
    start = -1
    for _ in range(number):
        start = text.index(piece, start + 1)
    return Span(start, start + len(piece))


def directives(link: str | None) -> str:
    assert link
    assert link.startswith(f"{URL}#:~:")
    return link.removeprefix(f"{URL}#:~:")


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


# Links

QUAY = (
    "The quay at Ostrand was shut on Monday after waves broke the wall. Nobody was hurt, she said."
)
LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("text", "piece", "number", "expected"),
    [
        pytest.param(
            QUAY,
            "waves broke the wall",
            1,
            "text=waves%20broke%20the%20wall",
            id="words that stand once",
        ),
        pytest.param(
            QUAY,
            "Nobody was hurt",
            1,
            "text=broke%20the%20wall.-,Nobody%20was%20hurt,-%2C%20she%20said",
            id="a short text",
        ),
        pytest.param(
            "A well-known, loved (and hated) M&S shop-owner spoke.",
            "well-known, loved (and hated) M&S shop-owner",
            1,
            "text=well%2Dknown%2C%20loved%20%28and%20hated%29%20M%26S%20shop%2Downer",
            id="marks that part a directive",
        ),
        pytest.param(
            "The sea rose and the sea fell. Then the sea rose and the sea fell again.",
            "the sea rose and the sea fell",
            1,
            "text=Then-,the%20sea%20rose%20and%20the%20sea%20fell,-again",
            id="words that stand twice, in upper and lower case",
        ),
        pytest.param(
            LONG,
            LONG,
            1,
            "text=word0%20word1%20word2%20word3,word56%20word57%20word58%20word59",
            id="a long text",
        ),
        pytest.param(
            "It rained in Ostrand, the mayor’s office didn’t say.",
            "office didn",
            1,
            "text=the%20mayor%E2%80%99s-,office%20didn%E2%80%99t,-say",
            id="whole words",
        ),
        pytest.param(
            f"{QUAY} It rained  on the\nquay at Ostrand, by the gates of a recon-\nstruction.",
            "rained  on the\nquay at Ostrand, by the gates of a recon-\nstruction",
            1,
            "text=rained%20on%20the%20quay%20at%20Ostrand%2C%20by%20the%20gates%20of%20a%20reconstruction",
            id="folded",
        ),
        pytest.param(
            "Quay shut\n\nThe quay\n\nThe wall broke.",
            "The quay",
            1,
            "text=Quay%20shut-,The%20quay,-The%20wall%20broke",
            id="a block of its own",
        ),
    ],
)
def test_a_link(text: str, piece: str, number: int, expected: str) -> None:
    link = Anchors(article(text)).link([place(text, piece, number)])
    assert directives(link) == expected


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        pytest.param(
            "The quay at Ostrand was shut.\n\nA wall broke.\n\nNobody was hurt in the storm.",
            "The quay at Ostrand was shut.\n\nA wall broke.\n\nNobody was hurt in the storm",
            "text=The%20quay%20at%20Ostrand,hurt%20in%20the%20storm",
            id="of the first and the last",
        ),
        pytest.param(
            "It rained.\n\nThe quay broke.\n\nNobody was hurt in the storm, she said.",
            "The quay broke.\n\nNobody was hurt in the storm",
            "text=The%20quay%20broke,hurt%20in%20the%20storm",
            id="a first one of three words",
        ),
        pytest.param(
            "The quay at Ostrand was shut.\n\nA wall broke.\n\nShe left.",
            "The quay at Ostrand was shut.\n\nA wall broke",
            "text=The%20quay%20at%20Ostrand,A%20wall%20broke",
            id="a last one of three words",
        ),
    ],
)
def test_a_link_over_several_blocks_has_their_words(text: str, piece: str, expected: str) -> None:
    assert directives(Anchors(article(text)).link([place(text, piece)])) == expected


def test_each_piece_of_a_claim_has_a_directive() -> None:
    link = Anchors(article(QUAY)).link(
        [place(QUAY, "The quay at Ostrand"), place(QUAY, "was hurt")]
    )
    assert directives(link) == (
        "text=The%20quay%20at%20Ostrand,-was%20shut%20on"
        "&text=the%20wall.%20Nobody-,was%20hurt,-%2C%20she%20said"
    )


@pytest.mark.parametrize(
    ("url", "start"),
    [
        pytest.param("https://a.example/b?c=d", "https://a.example/b?c=d#:~:text=", id="plain"),
        pytest.param("https://a.example/b#top", "https://a.example/b#top:~:text=", id="a fragment"),
        pytest.param("HTTP://a.example/#:~:text=x", "HTTP://a.example/#:~:text=", id="a directive"),
        pytest.param(None, None, id="no address"),
        pytest.param("", None, id="empty"),
        pytest.param("javascript:alert(1)", None, id="no web address"),
        pytest.param("file:///etc/passwd", None, id="a file"),
        pytest.param("https://a.example/\x1b[1m", None, id="an escape"),
        pytest.param("https://a.example/ b", None, id="a space"),
    ],
)
def test_the_address_of_a_link(url: str | None, start: str | None) -> None:
    link = Anchors(article(QUAY, url)).link([place(QUAY, "waves broke the wall")])
    assert link == (start and f"{start}waves%20broke%20the%20wall")


SAME = "The mayor of Ostrand said that nobody was hurt in the storm on Monday.\n\n"


def test_of_two_places_with_the_same_words_the_first_has_a_link() -> None:
    text = f"{SAME}{SAME}"
    anchors = Anchors(article(text))
    piece = "nobody was hurt in the storm"
    first = anchors.link([place(text, piece)])
    assert first
    assert marked(article(text), first) == [piece]
    many = SAME * 100
    assert Anchors(article(many)).link([place(many, piece, 50)]) is None


@pytest.mark.parametrize("piece", ["…", "“", " "])
def test_a_place_without_words_has_no_link(piece: str) -> None:
    text = "“The quay … is shut,” she said."
    assert Anchors(article(text)).link([place(text, piece)]) is None


# Back to the place


def assert_leads_back(found: Article, places: Sequence[Sequence[Span]]) -> int:
    """How many of ``places`` have a link; each marks the words that it was made from."""
    anchors, links = Anchors(found), 0
    for spans in places:
        link = anchors.link(spans)
        if link and link.count("text=") == len(spans):
            links += 1
            for text, span in zip(marked(found, link), spans, strict=True):
                assert letters(text) == letters(fold(found.text[span.start : span.end])), link
    return links


def test_links_lead_back_in_every_sample(samples: Path) -> None:
    places, links = 0, 0
    for path in sorted(samples.rglob("*.txt")):
        found = replace(read(path), metadata=Metadata(url=URL))
        claims = [fact.claim.spans for fact in facts(found, min_confidence=0, optional=True)]
        spans = [*claims, *([Span(s.start, s.end)] for s in found.sentences)]
        places += len(spans)
        links += assert_leads_back(found, spans)
    assert links == places > 500


WORDS = st.sampled_from(
    [
        "quay",
        "Quay",
        "the",
        "The",
        "it’s",
        "3.5",
        "M&S",
        "well-known",
        "café",
        "cafe",
        "“no”",
        "a,b",
    ]
)
SEPARATORS = st.sampled_from([" ", " ", " ", ". ", ", ", "\n", "\n\n"])


@given(st.lists(st.tuples(WORDS, SEPARATORS), min_size=1, max_size=40), st.data())
def test_a_link_leads_back_or_there_is_none(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(f"{word}{separator}" for word, separator in pieces).strip()
    found = article(text)
    bounds, at = [], 0
    for word, separator in pieces:
        bounds.append((at, at + len(word)))
        at += len(word) + len(separator)
    first = data.draw(st.integers(0, len(bounds) - 1))
    last = data.draw(st.integers(first, len(bounds) - 1))
    link = Anchors(found).link([Span(bounds[first][0], bounds[last][1])])
    if link:
        (text_marked,) = marked(found, link)
        wanted = letters(text[bounds[first][0] : bounds[last][1]])
        assert letters(text_marked).casefold() == wanted.casefold(), unquote(link)


# What a browser marks, after the steps of "URL Fragment Text Directives", 3.6, for the blocks of an
# article in place of the nodes of a page.

INNER = "'’.,:·"  # no end of a word between letters (UAX 29)


def marked(article: Article, link: str) -> list[str]:
    """The text that each directive of ``link`` marks; "" for one that finds nothing."""
    page = "\n".join(article.fold(block) for block in article.blocks)
    _, _, terms = link.partition(":~:")
    return [_marked(page, term.removeprefix("text=").split(",")) for term in terms.split("&")]


def _marked(page: str, terms: list[str]) -> str:
    prefix = unquote(terms.pop(0)[:-1]) if terms[0].endswith("-") else ""
    suffix = unquote(terms.pop()[1:]) if terms[-1].startswith("-") else ""
    start, *more = map(unquote, terms)
    for at in _places(page, start, 0, begins_word=not prefix, ends_word=bool(more or not suffix)):
        if prefix and not _is_before(page, prefix, at):
            continue
        stop = at + len(start)
        ends = [stop]
        if more:
            closings = _places(page, more[0], stop, begins_word=True, ends_word=not suffix)
            ends = [closing + len(more[0]) for closing in closings]
        for end in ends:
            if not suffix or _is_after(page, suffix, end):
                return page[at:end]
    return ""


def _places(
    page: str, term: str, start: int, *, begins_word: bool, ends_word: bool
) -> Iterator[int]:
    assert "\n" not in term, "a term stands in one block"
    for found in re.compile(f"(?={re.escape(term)})", re.IGNORECASE).finditer(page, start):
        begin, end = found.start(), found.start() + len(term)
        if not (begins_word and _is_in_word(page, begin)) and not (
            ends_word and _is_in_word(page, end)
        ):
            yield begin


def _is_before(page: str, prefix: str, at: int) -> bool:
    end = len(page[:at].rstrip())
    found = _places(page, prefix, max(end - len(prefix), 0), begins_word=True, ends_word=False)
    return end - len(prefix) in found


def _is_after(page: str, suffix: str, at: int) -> bool:
    start = len(page) - len(page[at:].lstrip())
    return start in _places(page, suffix, start, begins_word=False, ends_word=True)


def _is_in_word(page: str, at: int) -> bool:
    return (
        bool(re.match(rf"\w[{INNER}]?\w", page[at - 1 :]))
        and bool(re.match(rf"\w|[{INNER}]\w", page[at:]))
    ) or bool(at > 1 and re.match(rf"\w[{INNER}]\w", page[at - 2 :]))
