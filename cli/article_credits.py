"""What is known of an article, in words: its date, and whether its address may be a link."""

from datetime import date
from urllib.parse import urlsplit

from newsbrief.text.web_addresses import is_web_address

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day(moment: str | None) -> str:
    """The day of ``moment`` as ISO 8601 has it; "" where it is none."""
    try:
        return date.fromisoformat((moment or "")[:10]).isoformat()
    except ValueError:
        return ""


def date_in_words(moment: str | None) -> str:
    """The day of ``moment`` in words; ``moment`` itself where it is no ISO date.

    >>> date_in_words("2026-03-02T08:00:00Z"), date_in_words("last May"), date_in_words(None)
    ('2 March 2026', 'last May', '')
    """
    found = day(moment)
    if not found:
        return moment or ""
    year, month, number = found.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {int(year)}"


def may_be_linked(url: str) -> bool:
    """Whether ``url`` may be a link: any other scheme than the web's could run a program."""
    try:
        return is_web_address(url) and bool(urlsplit(url).netloc)
    except ValueError:
        return False
