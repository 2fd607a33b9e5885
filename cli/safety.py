r"""Article text made safe for terminals, JSON readers, spreadsheets and Markdown.

An article may contain anything. Its words are printed as they are, with these exceptions:

- Control characters are shown as U+FFFD: C0 and C1 controls (such as ESC and CSI), DEL, and the
  bidirectional overrides, which make text read differently from how it is stored
  (CVE-2021-42574). JSON keeps them, as ``\u`` escapes.
- A cell of CSV or TSV that a spreadsheet would run as a formula gets an apostrophe in front
  (https://owasp.org/www-community/attacks/CSV_Injection), before quotation marks too, which some
  readers take away. To undo it, remove the first character of a cell that begins with an
  apostrophe, any more apostrophes, quotation marks and spaces, and one of ``= + - @`` or their
  full-width forms with something behind it.
- A byte of a file name that is not UTF-8 is shown as ``\xe9``, so that all output is UTF-8.
"""

import re
from collections.abc import Iterable, Iterator

_CONTROLS = "\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_UNSAFE_IN_TEXT = re.compile(rf"[\x00-\x1f{_CONTROLS}]")
_UNSAFE_IN_JSON = re.compile(rf"[{_CONTROLS}\ud800-\udfff]")
_FORMULA = re.compile(r"""['"\s]*[=+\-@＝＋－＠].""")  # "-" alone is the name of standard input
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_OF_BYTE_0 = 0xDC00  # PEP 383
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&$])")
_OPENING = re.compile(r"^(?:(?:[-+]|\d+[.)])(?=\s|$)|-(?=(?:\s*-){2,}\s*$))")  # an item, a rule


def visible(text: str) -> str:
    r"""``text`` with U+FFFD for each control character, line ends too.

    >>> visible("red \x1b[31malert")
    'red \ufffd[31malert'
    """
    return _UNSAFE_IN_TEXT.sub("\ufffd", text)


def utf_8(text: str) -> bytes:
    r"""``text`` in UTF-8; what stands for a byte that is not, as in a file name, is shown escaped.

    >>> utf_8("caf\udce9.txt")
    b'caf\\xe9.txt'
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub(_escaped, text).encode()


def _escaped(match: re.Match[str]) -> str:
    byte = ord(match[0]) - _SURROGATE_OF_BYTE_0
    return f"\\x{byte:02x}" if 0x80 <= byte <= 0xFF else f"\\u{ord(match[0]):04x}"  # noqa: PLR2004


def cell(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs as a formula.

    >>> cell("=HYPERLINK(A1)"), cell("'=quoted"), cell("'tis")
    ("'=HYPERLINK(A1)", "''=quoted", "'tis")
    """
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text


def dumps(value: object) -> str:
    r"""``value`` as one line of JSON: letters as they are, control characters escaped.

    >>> dumps({"text": "café \x9b31m"})
    '{"text": "café \\u009b31m"}'
    """
    import json

    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def markdown(text: str) -> str:
    r"""``text`` with Markdown's marks escaped, so that it is shown as it is.

    >>> markdown("*so* [sic]")
    '\\*so\\* \\[sic\\]'
    """
    return _OPENING.sub(_escape_opening, _MARKUP.sub(r"\\\1", visible(text)))


def markdown_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table; ``headings`` and cells are Markdown, as ``markdown`` makes it.

    >>> list(markdown_table(["Source", "Claim"], [["Ann Lee", "It *will* open."]]))
    ['| Source | Claim |', '| --- | --- |', '| Ann Lee | It *will* open. |']
    """
    first = list(headings)
    for cells in (first, ["---"] * len(first), *rows):
        yield f"| {' | '.join(cells)} |"


def _escape_opening(match: re.Match[str]) -> str:
    """What opens a list item or a rule, with a backslash before its last character."""
    return f"{match[0][:-1]}\\{match[0][-1]}"
