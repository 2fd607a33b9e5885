"""Which language a text is in, from how often it uses the function words of each language.

Character n-grams (Cavnar and Trenkle, "N-gram-based text categorization", 1994) can tell more
languages apart. To tell English news from its neighbours, some hundred function words of each are
enough (Grefenstette, "Comparing two language identification schemes", 1995), and they load at once.
"""

from functools import cache

from .packaged import sections
from .tokens import word_parts

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2 for "undetermined"

_MAX_CHARS = 6000  # of the text that are read

# Set by hand. Of 8,020 articles from English-language outlets all but one came out as English, and
# that one is in Welsh.
_MIN_WORDS = 25  # a text of fewer counts as English
_MIN_ENGLISH_SHARE = 0.05  # of the words; English articles have 0.2 and more, lists of names less
_MIN_OTHER_SHARE = 0.12  # of the words; with less, Polish would be taken for Portuguese
_MIN_RATIO_TO_ENGLISH = 1.5  # of another language's share to the English share


def language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``, or "und" if it is none of those known.

    Known are the languages of ``data/function_words.txt``. A text of fewer than 25 words counts as
    English, and so does an English text that quotes another language.

    >>> language("Nein.")
    'en'
    """
    words = [part for part in word_parts(text[:_MAX_CHARS].lower()) if part.isalpha()]
    if len(words) < _MIN_WORDS:
        return ENGLISH
    shares = dict.fromkeys(sections("function_words.txt"), 0.0)
    weights = _weights()
    for word in words:
        for code, weight in weights.get(word, ()):
            shares[code] += weight / len(words)
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= max(_MIN_OTHER_SHARE, _MIN_RATIO_TO_ENGLISH * shares[ENGLISH]):
        return best
    return ENGLISH if shares[ENGLISH] >= _MIN_ENGLISH_SHARE else UNKNOWN


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each function word its languages and the word's weight in each.

    A word of one language weighs 1; a word of several divides that among them.
    """
    languages: dict[str, list[str]] = {}
    for code, lines in sections("function_words.txt").items():
        for word in " ".join(lines).split():
            languages.setdefault(word, []).append(code)
    return {w: tuple((code, 1 / len(codes)) for code in codes) for w, codes in languages.items()}
