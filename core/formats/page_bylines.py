"""Who wrote the article of a web page: the names alone, of what the page says of its authors.

The data for machines have the names of people; of the 35 pages of news that newsbrief is measured
on 29 have them, all as the publisher's own parser gives them. Where a page has none, trafilatura
puts together what it finds in several places: with mail addresses, handles, dates and offices.
"""

import re
from collections.abc import Iterable

from newsbrief.reading.bylines import BY, JOBS
from newsbrief.reading.time_stamps import is_time_stamp
from newsbrief.text.letters import letters

_JOB = re.compile(rf"(?:.* )?{JOBS}", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}((?:\.[\w-]{1,63}){1,5})")
_BETWEEN = r"(?:[^\w<]|<[^<>]{0,500}>)+"  # words, in HTML
_MIN_NAME_WORDS = 2  # of what is left of a name


def people(stated: str | None, found: str | None, html: str, outlet: str) -> str | None:
    """The names of the authors, ``stated`` for machines or ``found`` in ``html``; None for none.

    The ``outlet`` and offices are named only where nobody else is.
    """
    if stated:
        pieces = stated.split(", ")
    elif found:
        mails = _mails(html) if "@" in html else frozenset()
        pieces = [_name(piece, html, mails) for piece in found.replace("; ", ", ").split(", ")]
    else:
        return None
    names = _unlike(BY.sub("", piece, count=1) for piece in pieces)
    known = [
        name for name in names if not _JOB.fullmatch(name) and letters(name) != letters(outlet)
    ]
    return ", ".join(known or names) or None


def _mails(html: str) -> frozenset[str]:
    """The mail addresses in ``html``, as trafilatura leaves them: without the host, as letters."""
    return frozenset(letters(f"{user}{domain}") for user, domain in _MAIL.findall(html))


def _name(piece: str, html: str, mails: frozenset[str]) -> str:
    """``piece`` without the mail address or the time stamp that follows it in ``html``."""
    words = piece.split()
    for start in range(len(words)):
        if letters("".join(words[start:])) in mails:
            words = words[:start]
            break
    while len(words) > _MIN_NAME_WORDS and is_time_stamp(f"{words[-1]} 1"):
        said = _BETWEEN.join(map(re.escape, words))
        if not re.search(rf"{said}{_BETWEEN}\d", html):
            break
        words.pop()
    return " ".join(words)


def _unlike(names: Iterable[str]) -> list[str]:
    """The ``names`` that are not empty, each once, whatever stands between its letters."""
    by_letters: dict[str, str] = {}
    for name in names:
        by_letters.setdefault(letters(name), name)
    return [name for key, name in by_letters.items() if key]
