"""Which language a text is in, from how often it uses the function words of each language.

Character n-grams (Cavnar and Trenkle, "N-gram-based text categorization", 1994) can tell more
languages apart. To tell English news from its neighbours, some hundred function words of each are
enough (Grefenstette, "Comparing two language identification schemes", 1995), and they load at once.
A script that one language is written in tells it by itself.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from .idf import is_listed
from .packaged import sections
from .terms import term
from .tokens import word_parts

ENGLISH = "en"
UNKNOWN = "und"  # ISO 639-2 for "undetermined"

_LATIN = re.compile(r"[a-zß-öø-ɏ]")
_BEYOND_LATIN = re.compile(r"[^\0-\u036f\u1e00-\u2c7f]")  # the last are more Latin, and signs
_OTHER_SCRIPTS = (  # compiled where a text goes beyond Latin: it takes 5 ms
    r"[\u0370-\u1dff\u2c80-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00020000-\U0003ffff]"
)
LANGUAGE_OF_SCRIPT = {
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "ETHIOPIC": "am",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
"""Languages with a script of their own, by the first word of its characters' names in Unicode."""

_MIN_KANA_SHARE = 0.05  # of the characters of a Japanese text; Chinese has none

_MAX_CHARS = 6000  # of the text that are read

# Set by hand. Of 8,020 articles from English-language outlets all but one came out as English, and
# that one is in Welsh.
_MANY_WORDS = 25  # a text of fewer is English unless there is good reason
_MIN_WORDS = 3
_MIN_WEIGHT = 1.5  # of another language's words in a short text
_MIN_RATIO_OF_SHORT = 2.0  # of their share to the English one; of 15,981 short pieces of English
# news two came out as another language, of 10 to 24 words in another language 92 % as such
_MIN_SMALL_WORDS = 4  # that have no capital, so that a short text can be told by them
_MIN_STRANGE_SHARE = 0.5  # of them that English news does not use; for it 19 of 44,834 short pieces
# of English news and web text that idf.txt was not counted on are not English, most of them code
_MIN_ENGLISH_SHARE = 0.05  # of the words; English articles have 0.2 and more, lists of names less
_MIN_OTHER_SHARE = 0.12  # of the words; with less, Polish would be taken for Portuguese
_MIN_RATIO_TO_ENGLISH = 1.5  # of another language's share to the English share


def language(text: str) -> str:
    """The ISO 639-1 code of the language of ``text``, or "und" if it is none of those known.

    Known are the languages of ``data/function_words.txt``, and those with a script of their own. A
    short text counts as English if little speaks for another language and English news uses its
    words, and so does an English text that quotes another language.

    >>> language("Nein."), language("Er kam nicht zu der Sitzung."), language("你好")
    ('en', 'de', 'zh')
    >>> language("Most zostanie zamknięty na sześć tygodni.")
    'und'
    """
    sample = text[:_MAX_CHARS].lower()
    if _BEYOND_LATIN.search(sample):
        other = re.findall(_OTHER_SCRIPTS, sample)
        if len(other) > len(_LATIN.findall(sample)):
            return _by_script(other) or _by_words(text[:_MAX_CHARS], UNKNOWN)
    return _by_words(text[:_MAX_CHARS], ENGLISH)


def _by_script(characters: Sequence[str]) -> str:
    """The language that most of ``characters`` are written in; "" if their script has several."""
    names = (unicodedata.name(character, "?") for character in characters)
    counts = Counter(re.split("[ -]", name, maxsplit=1)[0] for name in names)
    kana = counts.pop("HIRAGANA", 0) + counts.pop("KATAKANA", 0)
    counts["CJK"] += kana
    script = max(counts, key=lambda script: (counts[script], script))
    if script == "CJK" and kana > _MIN_KANA_SHARE * counts["CJK"]:
        return "ja"
    return LANGUAGE_OF_SCRIPT.get(script, "")


def _by_words(sample: str, default: str) -> str:
    """The language whose function words ``sample`` has; ``default`` if there are too few."""
    cased = [part for part in word_parts(sample) if part[0].isalpha()]
    words = [part.lower() for part in cased]
    if len(words) < _MIN_WORDS:
        return default
    shares = dict.fromkeys(sections("function_words.txt"), 0.0)
    weights = _weights()
    for word in words:
        for code, weight in weights.get(word, ()):
            shares[code] += weight / len(words)
    best = max(shares, key=lambda code: shares[code])
    few = len(words) < _MANY_WORDS
    least = max(_MIN_OTHER_SHARE, _MIN_WEIGHT / len(words) if few else 0)
    ratio = _MIN_RATIO_OF_SHORT if few else _MIN_RATIO_TO_ENGLISH
    if shares[best] >= max(least, ratio * shares[ENGLISH]):
        return best
    if few:
        return UNKNOWN if shares[ENGLISH] < _MIN_ENGLISH_SHARE and _is_strange(cased) else default
    return ENGLISH if shares[ENGLISH] >= _MIN_ENGLISH_SHARE else UNKNOWN


def _is_strange(words: Sequence[str]) -> bool:
    """Whether English news does not use most of the ``words`` that have no capital."""
    small = [word for word in words if len(word) > 1 and word[0].islower()]
    strange = sum(not is_listed(term(word)) for word in small)
    return len(small) >= _MIN_SMALL_WORDS and strange >= _MIN_STRANGE_SHARE * len(small)


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
