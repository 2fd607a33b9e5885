"""The day that an article's own text gives: a time stamp at its top, or a date in its dateline.

Taken is a date that can be read in one way only, as "3 May 2024", "May 3, 2024", "2024-05-03" or
"3. Mai 2024": not "3/4/2024", none without a year, and not the day of an update.
"""

import re
from collections.abc import Iterable, Iterator

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold

from .folios import is_folio
from .time_stamps import is_time_stamp

_MONTHS = (  # in English, German, French, Spanish, Italian, Portuguese, Dutch, lower case
    "january jan januar janvier enero gennaio janeiro januari",
    "february feb februar février febrero febbraio fevereiro februari",
    "march mar märz mars marzo março maart",
    "april apr avril abril aprile",
    "may mai mayo maggio maio mei",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet julio luglio julho",
    "august aug août agosto augustus",
    "september sept sep septembre septiembre settembre setembro",
    "october oct oktober octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember décembre diciembre dicembre dezembro",
)
_MONTH_OF = {name: str(i) for i, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTHS = frozenset(_MONTH_OF)
"""The names of months, in lower case."""
# Compiled where a line may have a date, which few texts do: it takes a millisecond.
_DATE = (
    r"(?i)(?<![\w/.-])(?:(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])|"
    r"(?P<year_first>\d{4})年(?P<of_year>\d{1,2})月(?P<of_month>\d{1,2})日|"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: de| of)?[ -](?P<month>[^\W\d_]{3,10})\.?,?"
    r"(?: de)?[ -](?P<year>\d{4})(?![\w/-])|"
    r"(?P<name>[^\W\d_]{3,10})\.? (?P<day_after>\d{1,2})(?:st|nd|rd|th)?,?"
    r" (?P<year_after>\d{4})(?![\w/-]))"
)
_UPDATE = (
    r"(?i)(?:updated?|modified|changed|edited|aktualisiert|actualizado|mis à jour|aggiornato|"
    r"atualizado|bijgewerkt)\b"
)
_MAX_PARAGRAPHS_ABOVE = 1  # of a time stamp: a standfirst
_MAX_CHARS = 120


def stated_date(text: str, blocks: Iterable[Block]) -> str | None:
    """The day, as ISO 8601, that the top of an article of ``blocks`` gives, or None.

    None too where it gives several.
    """
    return _only({day for line in _lines(text, blocks) for day in _days(line)})


def day_in(line: str) -> str | None:
    """The day, as ISO 8601, that ``line`` names; None where it names none, or several.

    >>> day_in("Tue, 7 May 2024 at 08:30"), day_in("7/5/2024")
    ('2024-05-07', None)
    """
    return _only(set(_days(line)))


def _only(days: set[str]) -> str | None:
    return next(iter(days)) if len(days) == 1 else None


def _lines(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    """The datelines, time stamps and folios above the text of the article."""
    paragraphs = 0
    for block in blocks:
        paragraphs += block.kind is BlockKind.PARAGRAPH
        if paragraphs > _MAX_PARAGRAPHS_ABOVE:
            return
        if block.end - block.start > _MAX_CHARS:
            continue
        shown = text[block.start : block.end]
        line = fold(shown)
        above = block.kind is BlockKind.DATELINE and not paragraphs
        is_stamp = block.kind is BlockKind.BOILERPLATE and (is_time_stamp(line) or is_folio(shown))
        if above or is_stamp or block.kind is BlockKind.BYLINE:
            yield line


def _days(line: str) -> Iterator[str]:
    """The days in ``line`` on which the article was published, or may have been."""
    at = 0
    for match in re.finditer(_DATE, line):
        if not re.search(_UPDATE, line[at : match.start()]) and (day := _iso(match)):
            yield day
        at = match.end()


def _iso(match: re.Match[str]) -> str | None:
    """The day that ``match`` names, or None where there is none such."""
    from datetime import date  # most texts have no date at their top

    if match["iso"]:
        year, month, day = match["iso"].split("-")
    elif match["year_first"]:
        year, month, day = match["year_first"], match["of_year"], match["of_month"]
    else:
        year, day = match["year"] or match["year_after"], match["day"] or match["day_after"]
        month = _MONTH_OF.get((match["month"] or match["name"]).lower(), "0")
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
