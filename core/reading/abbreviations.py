"""Whether a sentence ends after a word that may be an abbreviation, an initial or an ordinal.

Listed abbreviations are told apart by what they stand before; of others some are known by their
spelling, in any language. Where all that leaves it open, Punkt decides by the word that follows.
"""

import re

from newsbrief.text.packaged import word_set
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.tokens import word_at

from .lexicon import (
    abbreviation_groups,
    abbreviations,
    foreign_openers,
    function_words,
    lower_case_words,
    openers,
)
from .place import Place
from .punkt import ends_sentence

_QUOTATION_MARKS = frozenset(OPENING_MARKS + CLOSING_MARKS)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_CONSONANTS = "b-df-hj-np-tv-xzб-джзк-нп-тф-щ"
_NO_VOWEL = re.compile(rf"[{_CONSONANTS}{_CONSONANTS.upper()}][{_CONSONANTS}]{{1,4}}\Z")
_STREET = "str"  # ends a German compound, and no word of any language that is listed: "Hauptstr"
_JOINTS = re.compile(rf"(?<=[^\W\d_]{{2}})[.-]+|['’]|(?<=[^\W\d_]{{2}})(?={_STREET}\Z)")

# "Dr. med. H. Weber" and "GmbH & Co. KG": a short word and a period would end a sentence.
_DEGREE = re.compile(r"\b(?:Dr|Prof)\.(?: [a-zäöü]{2,5}\.){0,3} [a-zäöü]{2,5}\Z")
_COMPANY = re.compile(r"& ?Co\Z")
_FORM = re.compile(r"[A-Z]{2}\b|KGaA\b|OHG\b")  # of a company

_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d|(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2})(?!\d)"
)
_EXAMPLE = re.compile(r"\b[pt]\. ?ex\Z")  # "p. ex. Lisboa"
_MAX_DATE_CHARS = 12
_MAX_ADVERBIAL_SPACES = 3  # "At 6 p.m. Mr. Bell" is one sentence
_MAX_ORDINAL_DIGITS = 2
_MAX_LETTERS_OF_UNKNOWN = 2  # of three letters are many words that are not listed: "лет", "zak"
_CHARS_BEFORE = 40  # enough for the word before a figure


def goes_on_in_name(before: str, following: str) -> bool:
    """Whether a period behind ``before`` is inside a German degree or the name of a company.

    >>> goes_on_in_name("Prof. Dr. med", "H. Weber"), goes_on_in_name("GmbH & Co", "KG")
    (True, True)
    """
    if before.endswith("Co"):
        return bool(_COMPANY.search(before) and _FORM.match(following))
    if before.endswith("ex"):
        return bool(_EXAMPLE.search(before)) and not is_opener(following)
    is_degree = ("Dr." in before or "Prof." in before) and _DEGREE.search(before)
    return bool(is_degree) and following[:1].isupper()


def may_abbreviate(word: str) -> bool:
    """Whether ``word``, in lower case, may be an abbreviation where no figure follows.

    >>> may_abbreviate("etc"), may_abbreviate("no"), may_abbreviate("sat")
    (True, False, False)
    """
    groups = abbreviation_groups()
    is_word = word in groups["number"] - groups["general"] and word in lower_case_words()
    return word in abbreviations() and not is_word


def is_ordinal(place: Place) -> bool:
    """Whether a figure and its period are an ordinal: "am 3. Mai", "3. Liga", "10. 5. 2024"."""
    if place.following[:1].isdigit() and _is_in_date(place):
        return True
    if len(place.word) > _MAX_ORDINAL_DIGITS:
        return False
    if first_word(place.following) in abbreviation_groups()["ordinal"]:
        return True
    start = max(place.sentence_start, place.mark_start - _CHARS_BEFORE)
    before = place.text[start : place.mark_start].split()[-3:-1]
    if not before or before[0].endswith("I"):  # "I am 35." is English
        return False
    return before[-1].lower() in word_set("boundaries.txt", "before an ordinal")


def _is_in_date(place: Place) -> bool:
    """Whether a figure and its period are the day, the month or the year that opens a date."""
    at = place.mark_start
    dates = _DATE.finditer(place.text, max(0, at - _MAX_DATE_CHARS), at + _MAX_DATE_CHARS)
    return any(date.start() < at < date.end() - 1 for date in dates)


def ends_after_abbreviation(place: Place) -> bool:
    """Whether the sentence ends although its last word may be an abbreviation, or an initial."""
    word, following = place.word, place.following
    groups, spellings = abbreviation_groups(), {word, word.lower(), _last_part(word)}
    if following[:1].isdigit() and (groups["number"] & spellings or _is_unknown_short(word)):
        return False
    if groups["title"] & spellings or word in groups["small"]:
        return not _QUOTATION_MARKS.isdisjoint(place.opening)
    if groups["place"] & spellings:
        return is_opener(following)
    ends_before_article = word.lower() in groups["general"] and _is_article(following)
    if is_opener(following) or _starts_with_subject(place) or ends_before_article:
        return True
    only_before_figures = groups["number"] - groups["general"]
    if word == "I" or spellings & (abbreviations() - only_before_figures):
        return ends_sentence(f"{word}.", following)
    is_short_form = _INITIALS.fullmatch(word) or (word.istitle() and looks_abbreviated(word))
    return not is_short_form


def _is_article(following: str) -> bool:
    """Whether ``following`` begins with a foreign article, such as "Der", that names have too."""
    return first_word(following) in function_words() & word_set("boundaries.txt", "particle")


def _starts_with_subject(place: Place) -> bool:
    """Whether "I" or a courtesy title follows more than an adverbial: not "At 5 a.m. Mr. Roe"."""
    if place.following.rstrip(".") not in word_set("boundaries.txt", "subject"):
        return False
    spaces = place.text.count(" ", place.sentence_start, place.mark_start)
    return spaces > _MAX_ADVERBIAL_SPACES


def _last_part(word: str) -> str:
    """The last abbreviation in a word, in lower case: "gen" of "Maj-Gen", "str" of "Hauptstr"."""
    return _JOINTS.split(word)[-1].lower()


def looks_abbreviated(word: str) -> bool:
    """Whether ``word`` is spelled as no word is: without a vowel ("Std", "bzw", "млн", "pp")."""
    return len(word) > 1 and (_NO_VOWEL.match(word) is not None or word.endswith(_STREET))


def first_word(following: str) -> str:
    """The word that ``following`` starts with, in lower case, or ""."""
    return word_at(following).lower()


def _is_unknown_short(word: str) -> bool:
    """Whether ``word`` is two letters that are no word of a language that is listed: "ca", "ок"."""
    short = word.islower() and word.isalpha() and len(word) <= _MAX_LETTERS_OF_UNKNOWN
    return short and word not in lower_case_words() and word not in function_words()


def is_opener(following: str) -> bool:
    """Whether ``following`` begins with a word that opens many sentences: "The", "Der", "В".

    A capital alone is such a word, as an initial has a period; not the Roman numeral.
    """
    first = first_word(following)
    if first in openers():
        return True
    if len(first) > 1:
        return first in foreign_openers()
    return len(following) == 1 and following.isupper() and following != "I"
