"""What the sentences of a document have named so far, and take as known from then on.

- A surname alone ("Brook", "Mr Brook") was given in full before, an acronym in brackets.
- "The scan" was brought as "a scan". Its noun is compared as it stands after the article, and only
  if the document brings it so: "the president" needs no introduction.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from .document import Document
from .word_lists import terms_listed

_MIN_SURNAME_LETTERS = 3  # set by hand, against initials
_MIN_NOUN_LETTERS = 3
_MAX_PHRASE_TERMS = 3  # after "a", among which the noun is
_DEFINITE = "the"
_ARTICLES = frozenset({_DEFINITE, "a", "an"})


class Known(NamedTuple):
    """The earlier sentences that gave a name in full, and brought a noun with "a"; None if none."""

    name: int | None = None
    noun: int | None = None


class Mentions:
    """What the sentences of ``document`` that were read have named.

    ``stop`` are the terms that carry no content, ``last_use`` has for each term the last sentence
    that holds it.
    """

    def __init__(self, document: Document, stop: AbstractSet[str]) -> None:
        self._document = document
        self.stop = stop
        self.last_use: dict[str, int] = {}
        self._introduced: dict[str, int] = {}
        self._brought: dict[str, int] = {}
        self._not_names = stop | terms_listed("title")

    def read(self, i: int) -> Known:
        """Where the name and the noun were given that sentence ``i``, the next, takes as known."""
        terms = self._document.terms[i]
        articles = [k for k, t in enumerate(terms[:-1]) if t in _ARTICLES]
        known = Known(self._name(i), self._noun(i, articles))
        for k in articles:
            if terms[k] != _DEFINITE:
                self._bring(i, terms[k + 1 : k + 1 + _MAX_PHRASE_TERMS])
        self.last_use.update(dict.fromkeys(self._document.distinct[i], i))
        return known

    def _name(self, i: int) -> int | None:
        """The sentence that gave the first bare name of sentence ``i``; full ones are noted."""
        given: int | None = None
        words, terms = self._document.words[i], self._document.terms[i]
        text = self._document.texts[i]
        previous = -2
        capitalized = self._document.capitalized[i]
        for place, k in enumerate(capitalized):
            after_capital, previous = previous == k - 1, k
            word = words[k]
            goes_on = place + 1 < len(capitalized) and capitalized[place + 1] == k + 1
            if goes_on or len(word) < _MIN_SURNAME_LETTERS:
                continue
            if (after_capital and terms[k - 1] not in self._not_names) or (
                word.isupper() and f"({word})" in text
            ):
                self._introduced.setdefault(word, i)
            elif given is None and self._introduced.get(word, i) < i:
                given = self._introduced[word]
        return given

    def _noun(self, i: int, articles: Sequence[int]) -> int | None:
        """The sentence that brought the noun of the first "the scan" of sentence ``i``."""
        terms, words = self._document.terms[i], self._document.words[i]
        for k in articles:
            brought = self._brought.get(terms[k + 1])
            if brought is not None and terms[k] == _DEFINITE and words[k + 1].islower():
                return brought
        return None

    def _bring(self, i: int, phrase: Sequence[str]) -> None:
        """Note the nouns of ``phrase``, which stands in sentence ``i``, if they are new."""
        for noun in phrase:
            if noun in self.stop:
                return
            if len(noun) >= _MIN_NOUN_LETTERS and noun not in self.last_use:
                self._brought.setdefault(noun, i)
