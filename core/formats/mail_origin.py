"""Who wrote a mail that is quoted whole, and when, by the headers that stand above it.

A moment is taken where it has its time zone, else the day that can be read in one way only.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsbrief.reading.dates import day_in

from .plain_text import one_line
from .stated_values import iso_date

HEADER = re.compile(
    r"\*?(?:(?P<author>From|Von|De)|(?P<date>Sent|Date|Gesendet|Datum|Envoyé)|"
    r"To|Cc|Subject|Reply-To|An|Betreff|À|Objet) ?:\*? ?[|\s]*(?=\S)"
)
"""The name of a header and the space behind it; programs set it in bold, or in a table."""

_ADDRESS_OPENS = re.compile(r"[<\[(]")
_ADDRESS = re.compile(r"[^\s<>()\[\]:;]{1,100}@[^\s<>()\[\]:;]{1,100}")
_AROUND_A_NAME = " *\"'"
_WITH_ZONE = re.compile(r"(?:Z|[+-]\d\d:\d\d)$")
_MAX_VALUE_CHARS = 200


class Origin(NamedTuple):
    """The author and the date of a mail, None where its headers do not say them."""

    author: str | None = None
    date: str | None = None


def origin(headers: Iterable[str]) -> Origin:
    """What the lines ``headers`` say; of several mails passed on by each other, the last one's.

    >>> origin(["From: Jo Roe <jo@coast.example>", "Sent: Monday, March 3, 2025 9:00", "To: Ann"])
    Origin(author='Jo Roe', date='2025-03-03')
    """
    said: dict[str, str] = {}
    for line in headers:
        header = HEADER.match(line.strip())
        if header is None and line.strip():
            said = {}  # a line that says that another mail follows
        elif header and header.lastgroup:
            said = {} if header.lastgroup in said else said
            said[header.lastgroup] = one_line(header.string[header.end() :][:_MAX_VALUE_CHARS])
    return Origin(_author(said.get("author", "")), _date(said.get("date", "")))


def _author(value: str) -> str | None:
    """The name in the value of a header, else the address."""
    name = _ADDRESS_OPENS.split(value, maxsplit=1)[0].strip(_AROUND_A_NAME)
    address = _ADDRESS.search(value)
    return name or (address[0] if address else None)


def _date(value: str) -> str | None:
    moment = iso_date(value)
    return moment if moment and _WITH_ZONE.search(moment) else day_in(value)
