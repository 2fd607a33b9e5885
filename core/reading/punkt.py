"""Whether a sentence ends after an abbreviation, an initial or an ellipsis: Punkt's decision.

Punkt (Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection", 2006) looks at
what follows. A word with a capital starts a sentence if news writes it in lower case elsewhere
("at 5 p.m. Winds rose"). A figure, a dash, or a word that also has a capital inside sentences
("at 5 p.m. Friday") is no sign of a start.

Most places are settled by looking the following word up among Punkt's learned parameters. NLTK
decides the rest: an unknown word ("5 p.m. Havely"), an abbreviation ("5 p.m. Dec. 3"), more than
a plain word ("5 p.m. E.T."), and abbreviations in a form that is not listed ("Dallas-Ft. Worth").
NLTK takes half a second or more to import (longer where SciPy is installed), so it is imported at
the first of those places. Of 11,778 news articles 73 had one.
"""

import re
from functools import cache, lru_cache
from typing import Protocol

from .lexicon import abbreviations, capitalized_words, lower_case_words, starters

_ELLIPSIS = "..."
_PRONOUN = "I."
_PLAIN_WORD = re.compile(r"([^\W\d_][\w-]*)(?:['’]\w+)?(\.?)")
_TRAILING_MARKS = re.compile(r"(?<=\w)(\.?)\W*$")


class Tokenizer(Protocol):
    """The part of NLTK's ``PunktSentenceTokenizer`` that is used here."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends inside ``text``."""


def ends_sentence(token: str, following: str) -> bool:
    """Whether a sentence ends after ``token``, which ends in a period, before ``following``.

    ``following`` is the next stretch without white space, without opening quotation marks.
    """
    following = _TRAILING_MARKS.sub(r"\1", following)
    decision = by_learned_words(token, following)
    return by_nltk(token, following) if decision is None else decision


def by_learned_words(token: str, following: str) -> bool | None:
    """Punkt's decision where its learned words make it plain, else None."""
    if token not in (_ELLIPSIS, _PRONOUN) and not _is_abbreviation(token.removesuffix(".")):
        return None
    if token != _PRONOUN and not following[:1].isalpha():
        return False
    plain = _PLAIN_WORD.fullmatch(following)
    if plain is None or not following[0].isupper():
        return None
    word = plain[1].lower()
    if plain[2] and (len(word) == 1 or _is_abbreviation(plain[1])):
        return None
    if word in lower_case_words():
        return True
    return False if word in capitalized_words() else None


@lru_cache(maxsize=1 << 14)
def by_nltk(token: str, following: str) -> bool:
    """The decision of NLTK's Punkt."""
    return _tokenizer().text_contains_sentbreak(f"{token} {following}")


def _is_abbreviation(word: str) -> bool:
    return not abbreviations().isdisjoint((word, word.lower()))


@cache
def _tokenizer() -> Tokenizer:
    """NLTK's tokenizer with the parameters that ship with this package."""
    from nltk.tokenize.punkt import _ORTHO_MAP, PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types.update(map(str.lower, abbreviations()))
    parameters.sent_starters.update(starters())
    for words, case in ((lower_case_words(), "lower"), (capitalized_words(), "upper")):
        parameters.ortho_context.update(dict.fromkeys(words, _ORTHO_MAP["internal", case]))
    tokenizer: Tokenizer = PunktSentenceTokenizer(parameters)
    return tokenizer
