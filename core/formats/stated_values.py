"""What files say of an article in a few characters: a date, a language, a web address."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from newsbrief.text.web_addresses import is_web_address

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
_ISO_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_YEAR_FIRST = re.compile(  # without dashes, as GDELT has it, or with slashes
    r"(\d{4})(/?)(\d\d)\2(\d\d)(?:[T ](\d\d)(:?)(\d\d)\6(\d\d)(Z?))?"
)
_BY = re.compile(r"(?:By|BY|by) (?=[A-Z]\w*\W+[A-Z])")  # before a first name and a last one
_UNKNOWN_LANGUAGES = ("und", "zxx", "mul", "mis")
_LANGUAGES = (  # names and codes of three letters that news APIs give, behind the code of two
    *("ar arabic ara", "de german deu ger", "en english eng", "es spanish spa"),
    *("fr french fra fre", "it italian ita", "ja japanese jpn", "nl dutch nld dut"),
    *("pl polish pol", "pt portuguese por", "ru russian rus", "sv swedish swe"),
    *("tr turkish tur", "uk ukrainian ukr", "zh chinese zho chi"),
)
_CODE_OF = {name: row[:2] for row in _LANGUAGES for name in row.split()[1:]}


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


def without_by(names: str) -> str:
    """``names`` of authors without the word that a byline begins with.

    >>> without_by("By Jane Roe"), without_by("by the sea")
    ('Jane Roe', 'by the sea')
    """
    return _BY.sub("", names, count=1)


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
    return text if is_web_address(text) else None


def language_code(tag: str | None) -> str | None:
    """The ISO 639 code of a language ``tag`` (BCP 47) or of its name in English, or None.

    >>> language_code("en-GB"), language_code("und"), language_code(""), language_code("English")
    ('en', None, None, 'en')
    """
    named = (tag or "").strip().lower()
    match = _LANGUAGE.match(named)
    code = _CODE_OF.get(named) or (match[0] if match else None)
    return None if code in _UNKNOWN_LANGUAGES else code
