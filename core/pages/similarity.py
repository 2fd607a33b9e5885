"""How similar the content of two short texts is: the Dice coefficient over weighted stems.

Stems that few of the texts have weigh more (Spärck Jones 1972), so that the names of an event,
which all its claims hold, do not make all of them similar. Stems are rough on purpose: at most six
letters of a word without its ending, so that "inspected" and "inspection" have the same one. The
words of a line of ``data/synonyms.txt`` share a stem, and so do "forty homes" and "40 homes".
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from newsbrief.text.figures import FigureKind, figures
from newsbrief.text.numbers import number_words
from newsbrief.text.packaged import entries, word_set
from newsbrief.text.stems import stem
from newsbrief.text.stop_words import english_function_words
from newsbrief.text.tokens import word_parts

Terms = frozenset[str]


def terms(text: str) -> Terms:
    """The stems of the content words of English ``text``, and its figures in digits.

    >>> sorted(terms("Nine bodies were brought up, and $1.2 million was found."))
    ['1.2e+06$', '9', 'bod', 'brough', 'discov']
    """
    words = (part for part in word_parts(text.lower()) if len(part) > 1 and part.isalpha())
    stems = {ring_stem(word) for word in words if word not in _stop_words()}
    return frozenset(stems | set(_figures(text)))


def _figures(text: str) -> Iterable[str]:
    """The figures of ``text`` as stems ("1.2e+06$"); of dates and times, the digits."""
    for figure in figures(text):
        if figure.value is None:
            yield from re.findall(r"\d+", figure.text)
        else:
            unit = "" if figure.kind is FigureKind.COUNT else figure.unit
            yield f"{figure.value:g}{unit}"


def idf_weights(texts: Collection[Terms]) -> dict[str, float]:
    """The weight of each stem of ``texts``: log(1 + texts / texts that hold the stem)."""
    text_counts = Counter(stem for text in texts for stem in text)
    return {stem: math.log1p(len(texts) / n) for stem, n in text_counts.items()}


def similarities(
    texts: Sequence[Terms], weights: Mapping[str, float]
) -> Callable[[int, int], float]:
    """What tells the similarity of two of ``texts`` by their indexes.

    It is from 0 (they share no stem) to 1 (they share all of them). ``weights`` has a weight for
    each of their stems.
    """
    sizes = [_weight(text, weights) for text in texts]

    def of_two(one: int, other: int) -> float:
        shared = texts[one] & texts[other]
        return 2 * _weight(shared, weights) / (sizes[one] + sizes[other]) if shared else 0.0

    return of_two


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[stem] for stem in stems)  # fsum: sets have no order


def ring_stem(word: str) -> str:
    """The stem of ``word``, in lower case: one for all words of a ring of synonyms."""
    root = stem(word)
    return _synonyms().get(root, root)


@cache
def _synonyms() -> dict[str, str]:
    """For the stems of each line of synonyms, the last of them."""
    lines = [[stem(word) for word in line.split()] for line in entries("synonyms.txt")]
    return {one: stems[-1] for stems in lines for one in stems}


@cache
def _stop_words() -> frozenset[str]:
    """Words that tell no claims apart: function words, numbers (which are figures), and units."""
    numbers = number_words()
    units = word_set("stop_words.txt", "unit")
    return english_function_words().union(units, numbers.units, numbers.tens, numbers.scales)
