r"""The words of a quotation as they are compared: without case, accents, marks and ways of writing.

"Well-known" is two words, "5%", "five percent" and "5 per cent" are the same two. In a draft "..."
and "[...]" stand for words left out, and brackets hold words that the writer put in.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsbrief.spans import SortedSpans, Span
from newsbrief.text.figure_values import number
from newsbrief.text.numbers import in_any_case, number_words
from newsbrief.text.packaged import sections
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.scripts import IDEOGRAPHS, MARKS, SYLLABARIES
from newsbrief.text.stop_words import english_function_words

_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_LETTERS = rf"[\w{MARKS}\xad]"
_UNSPACED = rf"[{IDEOGRAPHS}{SYLLABARIES}]"
_DOTS = r"(?:…|\.{3,}|\.(?:[ \xa0]\.){2,})"
_DRAFT = (
    rf"(?P<gap>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
    r"|\[(?P<initial>\w)\](?P<rest>\w+(?:['’]\w+)*)"  # "[W]e"
    r"|(?P<stem>\w{1,40})\[(?P<ending>\w{1,4})\]"  # "go[es]"
    r"|\[(?P<inserted>[^\[\]\n]{1,100})\]|"
)
_INSERTED = re.compile(rf"(?<!\w)\[[^\[\]\n{DOUBLE_MARKS}]{{1,100}}\](?!\w)")
_SIC = "sic"
_ACCENTS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_AND = re.compile(r"[\s-]+and\b", re.IGNORECASE)
_CACHED_WORDS = 1 << 16


class Word(NamedTuple):
    """A word of a text: what it is compared by, and its place."""

    key: str
    start: int
    end: int
    inserted: bool = False  # by the writer, in brackets


class Phrase(NamedTuple):
    """Words of ``text`` that stand together, with nothing left out between them."""

    text: str
    words: tuple[Word, ...]

    @property
    def keys(self) -> list[str]:
        """What its words are compared by."""
        return [word.key for word in self.words]

    def written(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end``, end exclusive, as they are written."""
        return written(self.text, self.words[start:end])


def written(text: str, words: Sequence[Word]) -> str:
    """``words`` as ``text`` has them, with what stands between them; "" for none."""
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""


def words(text: str, span: Span | None = None) -> list[Word]:
    """The words of ``text``, or of ``span`` of it, in order.

    >>> [word.key for word in words("It’s a “well-known” $2.5m plan: five per cent in Zürich.")]
    ["it's", 'a', 'well', 'known', '2500000', 'dollars', 'plan', '5', 'percent', 'in', 'zurich']
    """
    start, end = span or (0, len(text))
    return [word for match in _in_article().finditer(text, start, end) for word in _words(match)]


def spoken(text: str, found: list[Word] | None = None) -> list[Word]:
    """The words of ``text`` without those that its writer has put in, in brackets of their own.

    Brackets around a quotation are no such brackets. ``found`` are all its words where known.

    >>> [word.key for word in spoken("we [the council] will pay [sic]; [W]e go[es]")]
    ['we', 'will', 'pay', 'w', 'e', 'go', 'es']
    >>> [word.key for word in spoken('Ann Lee ["We go."]')]
    ['ann', 'lee', 'we', 'go']
    """
    inserted = SortedSpans(Span(*match.span()) for match in _INSERTED.finditer(text))
    return [word for word in found or words(text) if not inserted.covers(word.start)]


def phrases(text: str) -> list[Phrase]:
    """The phrases of a quotation ``text``: it is parted where words were left out.

    >>> [phrase.keys for phrase in phrases("“[W]e [the council] will ... build it [sic].”")]
    [['we', 'the', 'council', 'will'], ['build', 'it']]
    """
    found: list[list[Word]] = [[]]
    for match in _in_draft().finditer(text):
        if match["gap"]:
            found.append([])
        else:
            found[-1] += _words_of_draft(text, match)
    return [Phrase(text, tuple(each)) for each in found if each]


def _words_of_draft(text: str, match: re.Match[str]) -> Iterator[Word]:
    start, end = match.span()
    if match["initial"]:
        yield Word(_key(match["initial"] + match["rest"]), start, end)
    elif match["stem"]:
        yield Word(_key(match["stem"] + match["ending"]), start, end, inserted=True)
    elif match["inserted"] is None:
        yield from _words(match)
    elif match["inserted"].strip().casefold() != _SIC:
        for word in words(text, Span(*match.span("inserted"))):
            yield word._replace(inserted=True)


@cache
def function_words() -> frozenset[str]:
    """Words without content of their own, pronouns among them, in lower case."""
    pronouns = " ".join(line for lines in sections("pronouns.txt").values() for line in lines)
    return english_function_words().union(pronouns.split())


@cache
def _in_article() -> re.Pattern[str]:
    return re.compile(_word_pattern())


@cache
def _in_draft() -> re.Pattern[str]:
    return re.compile(_DRAFT + _word_pattern())


def _word_pattern() -> str:
    """A word, or a number with its sign and scale; one of them always ends at the next blank."""
    known = number_words()
    scales, short = in_any_case(known.scales), in_any_case(known.scale_abbreviations)
    small = in_any_case([*known.tens, *sorted(known.units, key=len, reverse=True)])
    counted = rf"{small}(?:[\s-](?:and\s)?(?:{small}|{scales}))*"
    digits = rf"\d+(?:[.,]\d+)*(?:[\s-]?{scales}\b|{short}\b)?"
    return (
        rf"(?P<sign>[$€£¥])?\s?(?P<number>(?<![\w.,:])(?i:{digits}(?![\w:])|{counted}\b(?!['’])))"
        r"|(?P<percent>%|(?i:per\scent\b))"
        rf"|{_UNSPACED}|\d+(?:[.,:]\d+)+|[^\W{IDEOGRAPHS}{SYLLABARIES}]"
        rf"(?:(?!{_UNSPACED}){_LETTERS})*(?:['’ʼ](?:(?!{_UNSPACED}){_LETTERS})+)*|[$€£¥]"
    )


def _words(match: re.Match[str]) -> Iterator[Word]:
    if match["number"]:
        yield Word(_figure(match["number"]), *match.span())
        if match["sign"]:
            yield Word(_SIGNS[match["sign"]], *match.span())
    elif match["percent"]:
        yield Word("percent", *match.span())
    else:
        yield Word(_key(match[0]), *match.span())


@lru_cache(_CACHED_WORDS)
def _figure(written: str) -> str:
    return f"{number(_AND.sub('', written).strip()):.12g}"


@lru_cache(_CACHED_WORDS)
def _key(written: str) -> str:
    """What ``written`` is compared by; a word that is nothing else stays as it is."""
    key = written.casefold().replace("’", "'").replace("ʼ", "'").replace("\xad", "")
    if not key.isascii():
        key = unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", key)))
    return _SIGNS.get(key, key)
