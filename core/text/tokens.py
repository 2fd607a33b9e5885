"""The words of a text: every pattern that says what a word is stands here.

A *token* is what the tagger labels: a word with the full stop that belongs to it ("U.S.", "Mr."),
or a mark. Runs of full stops, of hyphens, and double quotes made of two marks are one token.

A *word* is a token with a letter or digit in it, without its final full stop ("U.S", "Mr"):
apostrophes, hyphens, and the points and commas of numbers stay inside it.

A *part* of a word is a run of letters and digits in it: "well-known" has two, and so has "Li's".
"""

import re

from newsbrief.spans import Span

_LETTERS = r"[\w\u0300-\u036f]+"  # with combining accents, which \w lacks
_NUMBER = r"\d+(?:[.,:]\d+)+"
_PLAIN_WORD = rf"{_LETTERS}(?:['’ʼ\-‐‑&]{_LETTERS})*"
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Hon|Prof|Capt|Maj)\."
_TOKEN = re.compile(
    rf"{_TITLE}(?=\s)|(?:[A-Za-z]\.){{2,}}|{_NUMBER}|{_PLAIN_WORD}|\.{{2,}}|-{{2,}}|``|''|\S"
)
_WORD = re.compile(rf"(?:[A-Za-z]\.)+[A-Za-z](?=\.)|{_NUMBER}|{_PLAIN_WORD}")
_PART = re.compile(r"\w+")
_CONTRACTION = r"n't\b|'(?:s|re|m|d|ll|ve)\b"
_VERB_WORD = re.compile(
    rf"{_CONTRACTION}|{_NUMBER}|{_LETTERS}?(?=n't\b)|{_LETTERS}(?:[\-‐‑&]{_LETTERS})*"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of ``text[start:end]``, in order; offsets count from the start of ``text``.

    >>> [text[s:e] for text in ["Mr. Li’s U.S. aides (5.2%) didn't..."] for s, e in tokens(text)]
    ['Mr.', 'Li’s', 'U.S.', 'aides', '(', '5.2', '%', ')', "didn't", '...']
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
    """
    return _PART.findall(text)


def uncontracted(text: str) -> list[str]:
    """The words of ``text`` in lower case, with contractions apart as in the Penn Treebank.

    Apostrophes come out straight.

    >>> uncontracted("He didn’t say it's so")
    ['he', 'did', "n't", 'say', 'it', "'s", 'so']
    """
    return _VERB_WORD.findall(text.lower().replace("’", "'"))
