"""The words of a text: every pattern that says what a word is stands here.

A *token* is what the tagger labels: a word with the full stop that belongs to it ("U.S.", "Mr."),
or a mark. Runs of full stops, of hyphens, and double quotes made of two marks are one token.

A *word* is a token with a letter or digit in it, without its final full stop ("U.S", "Mr"):
apostrophes, hyphens, and the points and commas of numbers stay inside it.

A *part* of a word is a run of letters and digits in it: "well-known" has two, and so has "Li's".
Scripts without spaces between words (Chinese, Japanese, Thai) have no words to find without a
dictionary: there two letters that stand together are a part, as in search engines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsbrief.spans import Span

from .scripts import IDEOGRAPHS, MARKS, SYLLABARIES, UNSPACED

_LETTERS = rf"[\w{MARKS}]+"
_NUMBER = r"\d+(?:[.,:]\d+)+"
_PLAIN_WORD = rf"{_LETTERS}(?:['’ʼ\-‐‑&]{_LETTERS})*"
# A word that a line end parts, not one of two that share an end: "pre-\nand post-war".
_BROKEN = rf"[\-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_A-Z])(?!(?:and|or|to|und|oder)\b){_LETTERS}"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Hon|Prof|Capt|Maj)\."
_TOKEN = re.compile(
    rf"{_TITLE}(?=\s)|(?:[A-Za-z]\.){{2,}}|{_NUMBER}|{_PLAIN_WORD}(?:{_BROKEN})*|\.{{2,}}|-{{2,}}|"
    r"``|''|\S"
)
_WORD = re.compile(rf"(?:[A-Za-z]\.)+[A-Za-z](?=\.)|{_NUMBER}|{_PLAIN_WORD}")
_PART = re.compile(_LETTERS)
# Compiled where a text has such letters: it takes 5 ms.
_RUN = f"([{IDEOGRAPHS}{SYLLABARIES}]+)|[^{IDEOGRAPHS}{SYLLABARIES}]+"
_IDEOGRAPH = f"[{IDEOGRAPHS}]"
_LETTER = re.compile(r"\w\W*")  # of a run, with its marks
_LETTERS_OF_A_WORD = 3  # where words are not spaced and not counted by characters
_CONTRACTION = r"n't\b|'(?:s|re|m|d|ll|ve)\b"
_VERB_WORD = re.compile(
    rf"{_CONTRACTION}|{_NUMBER}|{_LETTERS}?(?=n't\b)|{_LETTERS}(?:[\-‐‑&]{_LETTERS})*"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of ``text[start:end]``, in order; offsets count from the start of ``text``.

    >>> [text[s:e] for text in ["Mr. Li’s U.S. aides (5.2%) didn't..."] for s, e in tokens(text)]
    ['Mr.', 'Li’s', 'U.S.', 'aides', '(', '5.2', '%', ')', "didn't", '...']

    A word that a line end parts is one.
    """
    matches = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Span._make(match.span()) for match in matches]


def words(text: str) -> list[str]:
    """The words of ``text``, in order.

    >>> words("Mr. Li’s U.S. aides (5.2%) didn't... well-known")
    ['Mr', 'Li’s', 'U.S', 'aides', '5.2', "didn't", 'well-known']
    """
    return _WORD.findall(text)


def word_at(text: str, start: int = 0, end: int | None = None) -> str:
    """The word of ``text[start:end]`` that begins at ``start``; "" where none does.

    >>> word_at("well-known aides"), word_at("(aides)")
    ('well-known', '')
    """
    match = _WORD.match(text, start, len(text) if end is None else end)
    return match.group() if match else ""


def word_parts(text: str) -> list[str]:
    """The parts of the words of ``text``, in order.

    >>> word_parts("Mr. Li’s well-known 5.2")
    ['Mr', 'Li', 's', 'well', 'known', '5', '2']
    >>> word_parts("北京市长 हिन्दी")
    ['北京', '京市', '市长', 'हिन्दी']
    """
    parts = _PART.findall(text)
    if text.isascii() or not UNSPACED.search(text):
        return parts
    return [pair for part in parts for pair in _pairs(part)]


def _pairs(part: str) -> Iterator[str]:
    """The pairs of neighbouring letters of each run of ``part`` without spaces; the rest whole."""
    for run in re.finditer(_RUN, part):
        letters = _LETTER.findall(run[1] or "")
        if len(letters) > 1:
            yield from map("".join, pairwise(letters))
        else:
            yield run[0]


def word_count(text: str) -> int:
    """How many words ``text``, its white space folded, has as readers count them.

    A stretch without white space is one. In Chinese and Japanese each character is one, as word
    processors count there; in Thai, Lao, Burmese and Khmer three letters are, marks not counted (a
    Thai word has 3.4 in the Parallel Universal Dependencies treebank).

    >>> [word_count(text) for text in ("The well-known mayor – ok", "北京市长 Li 来了。", "สะพาน")]
    [5, 7, 2]
    """
    if text.isascii() or not UNSPACED.search(text):
        return text.count(" ") + 1
    return sum(map(_length, text.split(" ")))


def _length(stretch: str) -> int:
    """The words of a stretch without white space, one at least."""
    runs = [run for run in re.finditer(_RUN, stretch) if any(map(str.isalnum, run[0]))]
    return max(1, sum(_run_length(run[1]) if run[1] else 1 for run in runs))


def _run_length(run: str) -> int:
    ideographs = len(re.findall(_IDEOGRAPH, run))
    letters = sum(map(str.isalnum, run)) - ideographs
    return ideographs + -(-letters // _LETTERS_OF_A_WORD)


def uncontracted(text: str) -> list[str]:
    """The words of ``text`` in lower case, with contractions apart as in the Penn Treebank.

    Apostrophes come out straight.

    >>> uncontracted("He didn’t say it's so")
    ['he', 'did', "n't", 'say', 'it', "'s", 'so']
    """
    return _VERB_WORD.findall(text.lower().replace("’", "'"))
