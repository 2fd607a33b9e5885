r"""Article text made harmless to what reads it: terminals, JSON readers, spreadsheets, Markdown.

An article may hold anything. What is printed is the article's words, except that

- characters that steer a terminal are shown as U+FFFD: C0 and C1 controls (ESC and CSI among
  them), DEL, and the bidirectional overrides that make text read otherwise than it is stored
  (CVE-2021-42574);
- JSON keeps them all, as ``\u`` escapes;
- a cell of CSV or TSV that a spreadsheet would run as a formula begins with an apostrophe
  (https://owasp.org/www-community/attacks/CSV_Injection). Take it off where a cell begins with
  apostrophes, then one of ``= + - @`` and more: only such cells have been given one.
"""

import re

_STEERING = "\x7f-\x9f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(rf"[\x00-\x1f{_STEERING}]")
_UNSAFE_IN_JSON = re.compile(rf"[{_STEERING}\ud800-\udfff]")
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠].")  # "-" alone is the name of standard input
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&$])")


def visible(text: str) -> str:
    r"""``text`` with U+FFFD for what would steer a terminal; it is one line.

    >>> visible("red \x1b[31malert")
    'red \ufffd[31malert'
    """
    return _HIDDEN.sub("\ufffd", text)


def cell(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs.

    >>> cell("=HYPERLINK(A1)"), cell("'=quoted"), cell("'tis")
    ("'=HYPERLINK(A1)", "''=quoted", "'tis")
    """
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text


def dumps(value: object) -> str:
    r"""``value`` as one line of JSON: letters as they are, what steers a terminal escaped.

    >>> dumps({"text": "café \x9b31m"})
    '{"text": "café \\u009b31m"}'
    """
    import json

    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNSAFE_IN_JSON.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def markdown(text: str) -> str:
    r"""``text`` such that Markdown shows it as it is.

    >>> markdown("*so* [sic]")
    '\\*so\\* \\[sic\\]'
    """
    text = _MARKUP.sub(r"\\\1", visible(text))
    return re.sub(r"^([-+]|\d+[.)])(?=\s|$)", _escape_opening, text)


def _escape_opening(match: re.Match[str]) -> str:
    """A list mark at the start of a line, a backslash before its last character."""
    return f"{match[0][:-1]}\\{match[0][-1]}"
