"""What the values of fields say: of people, dates and names, as APIs, databases and pandas have it.

A value is found by a path: "source.title" is the member "title" of the object "source", or of the
only one in a list, and also the column that is called so, as pandas writes objects in a table.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from newsbrief.spans import fold

_MISSING = re.compile(  # as pandas and others write that there is none, or that it was taken away
    r"nan|none|null|<na>|\[(?:removed|deleted)\]|only available in [a-z ]{1,40} plans?",
    re.IGNORECASE,
)
_MAX_MISSING_CHARS = 70
_QUOTES = ("'", '"')
_MAX_LISTED_CHARS = 1_000_000
_LINE_END = re.compile(r"(?:\\r)?\\n")
# Between sentences, which no path of a file and no command has: "C:\new", "\nabla".
_ENDED_LINE = re.compile(r"[.!?…:\"'”’)](?:\\r)?\\n(?:\\n|\\r|[^\W\d_a-z]|[\"'“‘(\s]|$)")
_CUT = re.compile(r"\[\+?(\d{1,9}) (?:more )?char(?:acter)?s\]\s*$")
_MAX_CUT_CHARS = 40
_NAMES = (("given", "family"), ("first_name", "last_name"), ("givenName", "familyName"))
_MILLISECONDS = 1000

Row = Mapping[str, object]


def usual(name: str) -> str:
    """``name`` of a field as the usual ones are written: "full_text" for "Full Text"."""
    return name.strip().casefold().replace(" ", "_")


def tidied(value: object) -> object:
    """``value`` of a cell: None for a text that says that there is none, a list for one in a text.

    >>> tidied("NaN"), tidied("['Jane Roe', 'Ole Brandt']"), tidied("['Tis the season]")
    (None, ['Jane Roe', 'Ole Brandt'], "['Tis the season]")
    """
    if not isinstance(value, str):
        return value
    if len(value) <= _MAX_MISSING_CHARS and _MISSING.fullmatch(value):
        return None
    if value.startswith("[") and len(value) <= _MAX_LISTED_CHARS:
        return _listed(value)
    return value


def _listed(value: str) -> object:
    """The list of texts that ``value`` is, as Python or JSON write one; else ``value``."""
    inner = value[1:].strip()
    held = inner.removesuffix("]").strip()
    if inner == held or (held and not held.startswith(_QUOTES)):
        return value
    import ast
    import warnings

    for read in (json.loads, ast.literal_eval):
        try:
            with warnings.catch_warnings(action="ignore"):  # of "\d" in a text
                found = read(value.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
        if isinstance(found, list) and all(isinstance(each, str) for each in found):
            return found
    return value


def with_line_ends(text: str) -> str:
    r"""``text`` with its line ends, where a program wrote all of them as "\\n".

    >>> with_line_ends(r"It rained.\nNobody was hurt."), with_line_ends(r"C:\new.txt is lost.")
    ('It rained.\nNobody was hurt.', 'C:\\new.txt is lost.')
    """
    if "\\n" not in text or "\n" in text.strip() or not _ENDED_LINE.search(text):
        return text
    return _LINE_END.sub("\n", text)


def left_out(text: str) -> str | None:
    """How many characters are left out behind ``text``, as it says itself; None where it does not.

    >>> left_out("The wall will be rebuilt… [+1234 chars]")
    '1234'
    """
    cut = _CUT.search(text, max(0, len(text) - _MAX_CUT_CHARS))
    return cut[1] if cut else None


def said(row: Row, names: tuple[str, ...]) -> Iterator[str]:
    """The texts in the fields of ``row`` that have one of ``names``, in the order of these."""
    by_name = {usual(name): value for name, value in row.items()}
    for name in names:
        value = _only(_at(by_name, name))
        if isinstance(value, dict):  # of schema.org and the News API; of Event Registry
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            yield fold(value)


def date_said(row: Row, names: tuple[str, ...]) -> str | None:
    """The first date in the fields of ``row`` that have one of ``names``, as it stands there."""
    by_name = {usual(name): value for name, value in row.items()}
    values = (_date(_only(_at(by_name, name))) for name in names)
    return next((fold(value) for value in values if value and value.strip()), None)


def people(row: Row, names: tuple[str, ...]) -> Iterator[list[str]]:
    """The people in each field of ``row`` that has one of ``names``, in the order of these."""
    by_name = {usual(name): value for name, value in row.items()}
    for name in names:
        value = _at(by_name, name)
        every = value if isinstance(value, list) else [value]
        yield [fold(each) for each in map(_person, every) if each and each.strip()]


def _at(by_name: Row, path: str) -> object:
    if path in by_name or "." not in path:
        return by_name.get(path)
    value: object = by_name
    for name in path.split("."):
        value = _only(value)
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _only(value: object) -> object:
    """The only member of a list; any other ``value`` itself."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _person(value: object) -> str | None:
    """The name of a person: a text, or an object as schema.org, CSL and others have it."""
    if isinstance(value, str):
        return value
    if not isinstance(value, dict):
        return None
    whole = value.get("name") or value.get("original") or value.get("literal")
    parts = [[whole]] if whole else [[value.get(name) for name in names] for names in _NAMES]
    return next((" ".join(each) for each in map(_texts, parts) if each), None)


def _texts(values: Iterable[object]) -> list[str]:
    return [value for value in values if isinstance(value, str) and value.strip()]


def _date(value: object) -> str | None:
    """The date in ``value``: a text, or an object as MongoDB or CSL JSON has it."""
    if not isinstance(value, dict):
        return value if isinstance(value, str) else None
    if "$date" in value:
        return _of_mongodb(value["$date"])
    numbers = _only(value.get("date-parts"))
    if not isinstance(numbers, list) or len(numbers) != 3:  # noqa: PLR2004 - a whole day
        return None
    texts = [str(number).zfill(2) for number in numbers]
    return "-".join(texts)


def _of_mongodb(value: object) -> str | None:
    """A date of MongoDB's Extended JSON: a text, or milliseconds since 1970."""
    if isinstance(value, dict):
        value = value.get("$numberLong")
        value = int(value) if isinstance(value, str) and value.isdecimal() else None
    if not isinstance(value, int):
        return value if isinstance(value, str) else None
    try:
        return datetime.fromtimestamp(value / _MILLISECONDS, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None
