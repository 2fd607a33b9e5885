"""Which language a text is in, from how often it uses the function words of each.

Cavnar and Trenkle's n-gram profiles (1994) tell more languages apart; to know English from its
neighbours in newspapers, some hundred words do (Grefenstette, "Comparing two language
identification schemes", 1995), and they cost nothing to load.
"""

import re
from functools import cache

from .packaged import sections

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2 for "undetermined"

_WORD = re.compile(r"[^\W\d_]+")
_READ = 6000  # characters of the text that are looked at
_FEWEST_WORDS = 25
_LEAST_ENGLISH = 0.05  # of the words; English articles have 0.2 and more, lists of names less
_LEAST_OTHER = 0.12  # the same for another language, so that Polish is not taken for Portuguese
_LEAD = 1.5  # times the English share that another language must reach


def language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``, or "und" if it is none of those known.

    A short text counts as English, as does one that mixes languages.

    >>> language("Nein.")
    'en'
    """
    words = [word.lower() for word in _WORD.findall(text[:_READ])]
    if len(words) < _FEWEST_WORDS:
        return ENGLISH
    shares = dict.fromkeys(sections("function_words.txt"), 0.0)
    weights = _weights()
    for word in words:
        for code, weight in weights.get(word, ()):
            shares[code] += weight / len(words)
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= max(_LEAST_OTHER, _LEAD * shares[ENGLISH]):
        return best
    return ENGLISH if shares[ENGLISH] >= _LEAST_ENGLISH else UNKNOWN


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each function word its languages, each with the word's weight: 1 shared among them."""
    languages: dict[str, list[str]] = {}
    for code, lines in sections("function_words.txt").items():
        for word in " ".join(lines).split():
            languages.setdefault(word, []).append(code)
    return {w: tuple((code, 1 / len(codes)) for code in codes) for w, codes in languages.items()}
