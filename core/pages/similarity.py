"""How similar the content of two short texts is: the Dice coefficient over weighted stems.

Stems that few of the texts have weigh more (Spärck Jones 1972), so that the names of an event,
which all its claims hold, do not make all of them similar. Stems are rough on purpose: at most six
letters of a word without its ending, so that "inspected" and "inspection" have the same one. The
words of a line of ``data/synonyms.txt`` share a stem, and so do "forty homes" and "40 homes".
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from newsbrief.text.figures import FigureKind, figures
from newsbrief.text.packaged import entries, sections

Terms = frozenset[str]

_WORD = re.compile(r"[^\W\d_]++(?:[’'][^\W\d_]++)?+")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "ly")
_LETTERS = 6
_SHORTEST = 3  # letters that an ending leaves
_IDLE = """
    i me my you your us our him how why where all any each own am been being did do does done may
    might must should too very just also again then there here such both few most much many
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion dozen percent per cent dollars euros pounds
"""


def terms(text: str) -> Terms:
    """The stems of the content words of English ``text``, and its figures in digits.

    >>> sorted(terms("Nine bodies were brought up, and $1.2 million was found."))
    ['1.2e+06$', '9', 'bod', 'brough', 'discov']
    """
    words = (word.removesuffix("'s") for word in _WORD.findall(text.lower().replace("’", "'")))
    stems = {_stem(word) for word in words if len(word) > 1 and word not in _idle()}
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


def similarity(one: Terms, other: Terms, weights: Mapping[str, float]) -> float:
    """The similarity of two texts, from 0 (they share no stem) to 1 (they share all of them).

    ``weights`` has a weight for each of their stems.
    """
    shared = one & other
    if not shared:  # true of most pairs, and it spares the sums
        return 0.0
    return 2 * _weight(shared, weights) / (_weight(one, weights) + _weight(other, weights))


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[stem] for stem in stems)  # fsum: sets have no order


def _stem(word: str) -> str:
    root = _root(word)
    return _synonyms().get(root, root)


def _root(word: str) -> str:
    """``word`` without its ending, and at most six letters of it."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and word[-2:] != "ss":
            word = word.removesuffix(ending)
            break
    return word.rstrip("ey")[:_LETTERS] if len(word) > _SHORTEST else word


@cache
def _synonyms() -> dict[str, str]:
    """For the roots of each ring of synonyms, the last of them."""
    rings = [[_root(word) for word in ring.split()] for ring in entries("synonyms.txt")]
    return {root: ring[-1] for ring in rings for root in ring}


@cache
def _idle() -> frozenset[str]:
    """Words that tell nothing apart: function words, and the numbers that figures have.

    The function words that tell languages apart are the commonest only; ``_IDLE`` has the rest.
    """
    listed = " ".join(sections("function_words.txt")["en"])
    return frozenset(f"{listed} {_IDLE}".split())
