r"""Words that a line break parts: "recon-\nstruction" is one word, "two-\nyear" keeps its hyphen.

Where words are not spaced, a line break stands for nothing.
A word is one that news uses, by the terms of ``data/idf.txt``. Of 8,411 words broken where TeX's
patterns allow it, in 500 articles not used for the table, 98 in a hundred are joined; of their
1,108 compounds, broken at the hyphen, 82 in a hundred keep it.
"""

import pkgutil
import re
from collections.abc import Set as AbstractSet
from functools import cache

_BREAK = re.compile(r"(?<=\w)[-\u2010][ \t]*(?:\r\n?|\n)\s*(?=\w)")
_WIDE = "\u2e80-\u2fff\u3001-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff9f\U00020000-\U0003fffd"
_SYLLABLES = "\u0e01-\u0edf\u1000-\u109f\u1780-\u17f9"  # of Thai, Lao, Burmese and Khmer
_UNSPACED = re.compile(f"[{_WIDE}{_SYLLABLES}]")
_LINE_END = r"(?<=\S)[ \t]*(?:\r\n?|\n)[ \t\u3000]*"
_UNSPACED_BREAK = re.compile(
    rf"(?<=[{_WIDE}])(?P<figure>\d[\d.,]{{0,15}}){_LINE_END}(?=\d)|(?<=[{_WIDE}]){_LINE_END}|"
    rf"{_LINE_END}(?=[{_WIDE}])|(?<=[{_SYLLABLES}]){_LINE_END}(?=[{_SYLLABLES}])"
)
_SOFT = re.compile(r"\xad(?:[ \t]*(?:\r\n?|\n)\s*)?")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er")
_MIN_STEM_LETTERS = 3
_MAX_WORD_CHARS = 40
_SUSPENDED = ("and", "or", "to", "und", "oder")  # "pre-\nand post-war"


def unbroken(text: str, words: AbstractSet[str] = frozenset()) -> str:
    r"""``text`` with the words joined that end in a hyphen at a line end; soft hyphens are gone.

    Lines of a script without spaces between words are joined too. ``words``, in lower case, are
    some that the text is known to use.

    >>> unbroken("a recon-\nstruction of two-\nyear terms, co\xadordinated"), unbroken("桥关\n闭了")
    ('a reconstruction of two-year terms, coordinated', '桥关闭了')
    """
    if "\xad" in text:
        text = _SOFT.sub("", text)
    if "\n" not in text and "\r" not in text:
        return text
    if _UNSPACED.search(text):
        text = _UNSPACED_BREAK.sub(lambda match: match["figure"] or "", text)
    return _BREAK.sub(lambda match: _between(match, words), text)


def _between(match: re.Match[str], words: AbstractSet[str]) -> str:
    """What stands for the hyphen and line end of ``match``: nothing, a hyphen, or both as is."""
    text = match.string
    before = _LETTERS_BEFORE.search(text[max(0, match.start() - _MAX_WORD_CHARS) : match.start()])
    after = _LETTERS.match(text, match.end())
    if not before or not after:
        return "-"  # between figures
    first, second = before[0], after[0]
    if second in _SUSPENDED and text[after.end() : after.end() + 1] != "-":  # "day-\nto-day"
        return match[0]
    if second[0].islower():
        return "" if _is_word(first.lower(), second, words) else "-"
    return match[0] if first.isupper() else "-"  # "Smith-\nJones", "anti-\nTrump"


def _is_word(first: str, second: str, words: AbstractSet[str]) -> bool:
    """Whether ``first`` and ``second`` are halves of one word, and not two words of a compound."""
    if first + second in words:
        return True
    if f"{first}-{second}" in words:
        return False
    return is_known(first + second) or not (is_known(first) and is_known(second))


def is_known(word: str) -> bool:
    """Whether news uses ``word``, or a word of which it is an inflection."""
    if word in _known():
        return True
    stems = (word.removesuffix(end) for end in _ENDINGS if word.endswith(end))
    return any(
        len(stem) >= _MIN_STEM_LETTERS and not _known().isdisjoint((stem, f"{stem}e"))
        for stem in stems
    )


@cache
def _known() -> frozenset[str]:
    """The terms of the table, which lists them after a number; "#" opens a comment."""
    table = pkgutil.get_data("newsbrief.data", "idf.txt") or b""
    lines = table.decode("utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split()[1:])
