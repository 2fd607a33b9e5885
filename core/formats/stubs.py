"""Pages that have no article, or only the start of one: notices, walls and lists of articles.

They are told by what such pages are like, of whomever they are: few words, most of which speak to
the reader about the page; a line that asks for an account to read on; nothing but teasers.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newsbrief.reading.furniture import is_page_notice
from newsbrief.spans import fold
from newsbrief.text.letters import letters
from newsbrief.text.packaged import sections
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.tokens import word_count

from .page_tree import UNSEEN

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_STUB_WORDS = 150  # more are an article, whatever is asked beside it
_MAX_CONSENT_WORDS = 500
_MIN_CONSENT_TERMS = 5  # of the seven
_MIN_WORDS = 8
_MAX_ASKING_CHARS = 240
_MIN_NOTICE_SHARE = 2 / 3  # of the words below the heading
_MIN_LISTED_SHARE = 0.9  # of the letters of a list of articles, in its teasers
_CLOSED = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_SUBSCRIBERS = re.compile(
    r"\b(?:subscribe|sign in|log in|register) (?:now )?to (?:continue|keep|read)\b|"
    r"\bthis (?:article|story|content) is (?:only )?(?:for|available to) (?:our )?subscribers\b|"
    r"\balready a subscriber\b|"
    r"\bla suite (?:\w+ ){0,3}est réservée\b|\bdieser artikel ist (?:nur )?für abonnenten\b|"
    r"\breached your (?:\w+ )?limit of (?:free )?(?:articles|stories)\b",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"(?:error )?404\b|(?:page|article|story) (?:not found|does not exist|cannot be found)\b|"
    r"access denied\b|just a moment\b|are you a (?:robot|human)\b|attention required\b|"
    r"(?:diese )?seite (?:wurde )?nicht gefunden\b|(?:cette )?page (?:introuvable|non trouvée)\b|"
    r"página no encontrada\b|página não encontrada\b|pagina (?:non trovata|niet gevonden)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(  # what a page speaks of that asks for consent: "we", cookies and the rest
    r"(\b(?:we|our|wir|unsere?|nous|nos|nuestros)\b)|(cookie)|(consen[ts]|einwillig)|"
    r"(partner|partenaire|socio)|(privacy|datenschutz|vie privée|privacidad)|"
    r"(tracking|identifi|kennung)|(personali[sz]|personnalis|personenbezogen|personal data)",
    re.IGNORECASE,
)
_CONSENT_TERMS = {1, 2}
_TO_READER = re.compile(r"\b(?:you|your|please)\b", re.IGNORECASE)
_QUOTED = re.compile(f"[{DOUBLE_MARKS}]")
_CUT_SHORT = ("…", "...", "[…]", "[...]")


def is_start(html: str, tree: "HtmlElement", lines: Sequence[str]) -> bool:
    """Whether the ``lines`` of the text are only the start of the article, before a wall.

    The page states that it is closed, or a line of the text, or beside a text that is cut short any
    of the page, asks for an account to read it.
    """
    if _words(lines) >= _MAX_STUB_WORDS:
        return False
    if _CLOSED.search(html) or _SUBSCRIBERS.search(html) or any(map(_asks, lines)):
        return True
    is_cut = any(line.rstrip().endswith(_CUT_SHORT) for line in lines)
    return is_cut and any(map(_asks, _pieces(tree)))


def is_empty(
    headings: Iterable[str], lines: Sequence[str], *, signed: bool, whole: bool = True
) -> bool:
    """Whether the ``lines`` of a page have no text below its ``headings``, or only a notice.

    That is that nothing is found, or one to the reader, as that cookies or scripts are wanted. What
    is ``signed``, with a byline or a date, may speak to its readers; what is not the ``whole`` of a
    page, but was cut out of one, may be a few words.
    """
    named = list(headings)
    titles = set(map(letters, named))
    below = [line for line in lines if letters(line) not in titles]
    if not below or (whole and _words(lines) < _MIN_WORDS):
        return True
    if not signed and _asks_consent(lines):
        return True
    if _words(lines) >= _MAX_STUB_WORDS:
        return False
    noticed = [
        line for line in below if is_page_notice(line) or (not signed and _is_to_reader(line))
    ]
    return any(map(_NOT_FOUND.match, named)) or (
        _words(noticed) >= _MIN_NOTICE_SHARE * _words(below)
    )


def _asks_consent(lines: Sequence[str]) -> bool:
    """Whether the ``lines`` say what "we" do with cookies, and most of what goes with that."""
    if _words(lines) > _MAX_CONSENT_WORDS:
        return False
    unquoted = [line for line in lines if not _QUOTED.search(line)]
    terms = {match.lastindex for line in unquoted for match in _CONSENT.finditer(line)}
    return terms >= _CONSENT_TERMS and len(terms) >= _MIN_CONSENT_TERMS


def is_list(teasers: set[str], lines: Sequence[str]) -> bool:
    """Whether the ``lines`` of a page stand in its ``teasers``, which are given as letters."""
    found = [letters(line) for line in lines]
    listed = sum(len(line) for line in found if line in teasers)
    return bool(teasers) and listed >= _MIN_LISTED_SHARE * sum(map(len, found))


def _words(lines: Iterable[str]) -> int:
    return sum(word_count(folded) for line in lines if (folded := fold(line)))


def _is_to_reader(line: str) -> bool:
    """Whether a ``line``, without quotations, speaks to the reader."""
    return bool(_TO_READER.search(line)) and not _QUOTED.search(line)


def _asks(line: str) -> bool:
    """Whether a ``line`` asks for an account, a subscription or the like, to read on."""
    if len(line) > _MAX_ASKING_CHARS or _QUOTED.search(line):
        return False
    lower = line.lower()
    return all(pattern.search(lower) for pattern in _asking())


@cache
def _asking() -> tuple[re.Pattern[str], ...]:
    named = sections("furniture.txt")
    return tuple(
        re.compile(rf"\b(?:{'|'.join(map(re.escape, named[section]))})\b")
        for section in ("account", "reading")
    )


def _pieces(tree: "HtmlElement") -> Iterator[str]:
    """The texts of ``tree`` between its tags."""
    for element in tree.iter():
        if element.text and element.tag not in UNSEEN:
            yield element.text
        if element.tail:
            yield element.tail
