"""The plain text of a document, from its title and paragraphs, and what is said of it in short."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime

from newsbrief.reading.mending import without_unseen
from newsbrief.text.letters import same_letters

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SPACES = re.compile(r"[^\S\n\xa0\u202f]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
_ISO_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_YEAR_FIRST = re.compile(  # without dashes, as GDELT has it, or with slashes
    r"(\d{4})(/?)(\d\d)\2(\d\d)(?:[T ](\d\d)(:?)(\d\d)\6(\d\d)(Z?))?"
)
_MAX_ROW_CHARS = 300  # a longer one sets its article with a table
_UNKNOWN_LANGUAGES = ("und", "zxx", "mul", "mis")
_LANGUAGES = (  # names and codes of three letters that news APIs give, behind the code of two
    *("ar arabic ara", "de german deu ger", "en english eng", "es spanish spa"),
    *("fr french fra fre", "it italian ita", "ja japanese jpn", "nl dutch nld dut"),
    *("pl polish pol", "pt portuguese por", "ru russian rus", "sv swedish swe"),
    *("tr turkish tur", "uk ukrainian ukr", "zh chinese zho chi"),
)
_CODE_OF = {name: row[:2] for row in _LANGUAGES for name in row.split()[1:]}


def plain_text(title: str | None, paragraphs: Iterable[str]) -> str:
    r"""The ``title`` in one line and the ``paragraphs``, of which the first may say it too.

    Blank lines part them; an empty one is left out.

    >>> plain_text("Rain", ["rain", "It  rained.", " "])
    'Rain\n\nIt rained.'
    """
    tidied = [paragraph for paragraph in map(tidy, paragraphs) if paragraph]
    headline = one_line(title or "")
    if headline and tidied and same_letters(headline, tidied[0]):
        tidied[0] = headline
    elif headline:
        tidied.insert(0, headline)
    return "\n\n".join(tidied)


def one_line(text: str) -> str:
    r"""``text`` without control characters, with each run of white space as one space.

    >>> one_line(" The quay\n is shut\x00.")
    'The quay is shut.'
    """
    return " ".join(tidy(text).split())


def tidy(paragraph: str) -> str:
    r"""``paragraph`` without blank lines, runs of spaces and characters that show nothing.

    >>> tidy("The\tquay \n\n is  shut\x00.")
    'The quay\nis shut.'
    """
    lines = (
        _SPACES.sub(" ", _CONTROL.sub("", line)).strip()
        for line in without_unseen(paragraph).splitlines()
    )
    return "\n".join(filter(None, lines))


def row(cells: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of a row of a table: one where each of its ``cells`` has a short one.

    >>> row([["Millbrook"], ["4.2 m"]]), row([["A report.", "Its second paragraph."], []])
    (['Millbrook | 4.2 m'], ['A report.', 'Its second paragraph.'])
    """
    texts = [text for cell in cells for text in cell]
    short = all(len(cell) <= 1 for cell in cells) and sum(map(len, texts)) <= _MAX_ROW_CHARS
    return [" | ".join(texts)] if short and texts else texts


def iso_date(date: str | None) -> str | None:
    """A ``date`` as ISO 8601, from that form, from that of a mail (RFC 5322) or in words, or None.

    >>> iso_date("Tue, 04 Mar 2025 09:12:44 +0000"), iso_date("2025-03-04"), iso_date("soon")
    ('2025-03-04T09:12:44+00:00', '2025-03-04', None)
    >>> iso_date("Tuesday, March 4, 2025 at 9 a.m."), iso_date("3/4/2025"), iso_date("20250304")
    ('2025-03-04', None, '2025-03-04')
    """
    stripped = _dashed((date or "").strip())
    if _ISO_DATE.fullmatch(stripped):
        try:
            datetime.fromisoformat(stripped)
        except ValueError:
            return None
        return stripped.replace(" ", "T")
    try:
        return parsedate_to_datetime(stripped).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        from newsbrief.reading.dates import day_in  # the commonest forms need none of it

        return day_in(stripped)


def _dashed(date: str) -> str:
    """``date`` as ISO 8601 has it, from one with its year first and slashes or nothing."""
    match = _YEAR_FIRST.fullmatch(date)
    if match is None:
        return date
    year, _, month, day, hour, _, minute, second, zone = match.groups()
    moment = f"T{hour}:{minute}:{second}{zone}" if hour else ""
    return f"{year}-{month}-{day}{moment}"


def has_address(text: str) -> bool:
    """Whether ``text`` has an address of the web in it, so that it is nobody's name.

    >>> has_address("https://www.facebook.com/coastnews"), has_address("Coast.example")
    (True, False)
    """
    return "://" in text or text.startswith("www.")


def web_address(text: str) -> str | None:
    """``text`` where it is the web address of a page, else None.

    >>> web_address("https://coast.example/wall"), web_address("coast.example/wall")
    ('https://coast.example/wall', None)
    """
    return text if text[:8].lower().startswith(("http://", "https://")) else None


def language_code(tag: str | None) -> str | None:
    """The ISO 639 code of a language ``tag`` (BCP 47) or of its name in English, or None.

    >>> language_code("en-GB"), language_code("und"), language_code(""), language_code("English")
    ('en', None, None, 'en')
    """
    named = (tag or "").strip().lower()
    match = _LANGUAGE.match(named)
    code = _CODE_OF.get(named) or (match[0] if match else None)
    return None if code in _UNKNOWN_LANGUAGES else code
