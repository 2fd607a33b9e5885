"""Whether a sentence ends at a period, question mark, exclamation mark or ellipsis.

Punkt decides after abbreviations that may end a sentence, and after three dots. What it does not
look at is decided here: quotation marks and the speech tags after them, initials, figures, longer
ellipses, missing spaces.
"""

import re
from typing import NamedTuple

from newsbrief.text.packaged import word_set
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.scripts import CLOSING_BRACKETS, OPENING_BRACKETS, TERMINALS, UNSPACED
from newsbrief.text.tokens import word_at

from .lexicon import (
    abbreviation_groups,
    abbreviations,
    foreign_openers,
    function_words,
    lower_case_words,
    openers,
)
from .punkt import ends_sentence
from .terminals import end_at_terminal, has_danda, is_final_tag

END = re.compile(
    rf"""
    (?P<mark> [.!?…{TERMINALS}] (?: (?<=\.)(?:[ \xa0]\.){{2,}}+ | [.!?…{TERMINALS}]*+ ) )
    (?P<close>
        [{CLOSING_MARKS}{CLOSING_BRACKETS})\]}}]*+
        (?: [ \xa0\u202f]+[»”](?=[\s.,]|$) )?   # French sets a space before »
        (?: \[\d{{1,3}}\] )*+               # a reference mark
        (?: \ ?[:;]-?[)(](?=\s|$) )?        # :-)
    )
    (?= (?P<gap>\s*+)
        (?P<open>(?:[{OPENING_MARKS}{OPENING_BRACKETS}(\[{{¿¡*_][ \xa0\u202f]?)*+)
        (?P<next>\S{{1,24}}+)? )
    """,
    re.VERBOSE,
)
"""A place where a sentence may end: its mark, what closes after it, what opens the next one."""

_BEFORE_WORD = OPENING_MARKS + "([{¿¡*_•⁃·–—-"
_STOPS = ".,;:!?—–-"
_ASCII_OR_ELLIPSIS = ".!?…"
_STOPS_BETWEEN = ",;:/%،؛"  # no sentence starts with one
_DASHES = ("-", "–", "—")
_QUOTATION_MARKS = frozenset(OPENING_MARKS + CLOSING_MARKS)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_PLURAL = re.compile(r"([^\W\d_])\1\Z")  # of an abbreviation: "pp.", "гг."
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZБ-ДЖЗК-НП-ТФ-Щ]?[b-df-hj-np-tv-xzб-джзк-нп-тф-щ]{1,4}\Z")
_ASKS = re.compile("[¿¡]")
_FIGURE = re.compile(r"\d[%°\])]{0,2}\Z")
_LIST_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])\Z")
_CAPITALIZED_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+|I|A)(?:[’'][a-z]+)?(?![\w@/.-])")
_JOINTS = re.compile(r"(?<=[^\W\d_]{2})[.-]+|['’]")

_MAX_WORD_CHARS = 40  # before a mark; a longer stretch without white space is no abbreviation
_MAX_ABBREVIATION_LETTERS = 5  # a longer word that is not listed is seldom an abbreviation
_MAX_ADVERBIAL_SPACES = 3  # "At 6 p.m. Mr. Bell" is one sentence
_MAX_ORDINAL_DIGITS = 2
_NEARBY_CHARS = 150  # without a capital among them, a text has none
_MAX_TAG_WORDS = 8  # of a speech tag up to its verb
_MAX_TAG_CHARS = 100
_DOTS_OF_FULL_ELLIPSIS = 4  # three of the omission and a period (Chicago Manual of Style)


def _words(section: str) -> frozenset[str]:
    return word_set("boundaries.txt", section)


class _Candidate(NamedTuple):
    """A place where a sentence may end, with what stands on both sides of the mark."""

    text: str
    sentence_start: int
    mark_start: int
    end: int  # of the marks that close after it
    word: str  # before the mark, "" where white space is
    mark: str
    closing: str  # quotation marks and brackets after the mark
    opening: str  # quotation marks and brackets before what follows
    following: str  # up to 24 characters after white space and opening marks


def boundary(text: str, sentence_start: int, match: re.Match[str]) -> int | None:
    """The offset at which the sentence from ``sentence_start`` ends, if it does at ``match``.

    ``match`` is a match of ``END`` in ``text``. None where the sentence goes on.
    """
    mark, closing, gap, opening, following = match.groups()
    if following is None and not opening:
        return None
    start, end = match.start(), match.end()
    if mark[-1] not in _ASCII_OR_ELLIPSIS or _is_among_unspaced(text, match):
        return end_at_terminal(text, sentence_start, match)
    if following and following[0] in _STOPS_BETWEEN and following[:2] != ",,":
        return None
    before = text[max(sentence_start, start - _MAX_WORD_CHARS) : start]
    after_space = not before or before[-1].isspace()
    word = "" if after_space else before.rsplit(None, 1)[-1].lstrip(_BEFORE_WORD)
    if mark == "." and gap and not closing and following and following[0].isupper():
        plain = len(word) > 1 and word.isalpha() and not _NO_VOWEL.match(word)
        if plain and abbreviations().isdisjoint((word, word.lower())):
            return end  # nine places of ten
    place = _Candidate(
        text, sentence_start, start, end, word, mark, closing, opening, following or ""
    )
    if not gap:
        return _end_without_space(place)
    if mark == ".":
        ends = _ends_at_period(place)
    elif mark[-1] in "?!":
        ends = _ends_at_question(place)
    else:
        return _end_at_ellipsis(place)
    return end if ends else None


def _is_among_unspaced(text: str, match: re.Match[str]) -> bool:
    """Whether a mark of ASCII stands between letters of Chinese, Japanese or Thai: "你好.再见"."""
    if match["gap"] or match["mark"][-1] == "…" or not match["next"]:
        return False
    return bool(UNSPACED.match(match["next"]) and UNSPACED.match(text, match.start() - 1))


def _ends_at_period(place: _Candidate) -> bool:
    """Whether a single period with white space after it ends the sentence."""
    following = place.following
    if following[:1].islower() and not _ASKS.search(place.opening):
        return _ends_before_lower_case(place)
    if has_danda(place.text, place.mark_start):
        return False  # "डी. एच. लॉरेंस": where a danda ends sentences, a period abbreviates
    if _LIST_NUMBER.match(place.text, place.sentence_start, place.mark_start):
        return False
    if place.closing:
        return following[:1] not in _DASHES and not is_final_tag(place.text, place.end)
    if place.word.isdigit():
        return not _is_ordinal(place)
    return _ends_after_abbreviation(place)


def _is_ordinal(place: _Candidate) -> bool:
    """Whether a figure and its period are a German ordinal: "am 3. Mai", "die 35. Tagung"."""
    if len(place.word) > _MAX_ORDINAL_DIGITS:
        return False
    if _first_word(place.following) in abbreviation_groups()["ordinal"]:
        return True
    start = max(place.sentence_start, place.mark_start - _MAX_WORD_CHARS)
    before = place.text[start : place.mark_start].split()[-2:-1]
    return bool(before) and before[0].lower() in _words("before an ordinal")


def _ends_after_abbreviation(place: _Candidate) -> bool:
    """Whether the sentence ends although its last word may be an abbreviation, or an initial."""
    word, following = place.word, place.following
    groups, spellings = abbreviation_groups(), {word, word.lower(), _last_part(word)}
    if following[:1].isdigit() and (groups["number"] & spellings or _is_unknown_short(word)):
        return False
    if groups["title"] & spellings:
        return not _QUOTATION_MARKS.isdisjoint(place.opening)
    if groups["place"] & spellings:
        return _is_opener(following)
    if (word.islower() and _PLURAL.match(word)) or (len(word) > 1 and _NO_VOWEL.match(word)):
        return _is_opener(following) or (word.islower() and ends_sentence(f"{word}.", following))
    if groups["general"] & spellings or abbreviations() - groups["number"] & spellings:
        return (
            _starts_with_subject(place)
            or _is_opener(following)
            or ends_sentence(f"{word}.", following)
        )
    if word == "I":
        return _is_opener(following) or ends_sentence("I.", following)
    return not _INITIALS.fullmatch(word) or _is_opener(following)


def _starts_with_subject(place: _Candidate) -> bool:
    """Whether "I" or a courtesy title follows more than an adverbial: not "At 5 a.m. Mr. Roe"."""
    spaces = place.text.count(" ", place.sentence_start, place.mark_start)
    return place.following.rstrip(".") in _words("subject") and spaces > _MAX_ADVERBIAL_SPACES


def _last_part(word: str) -> str:
    """The last abbreviation of several in one word, in lower case: "gen" of "Maj-Gen", "art" of "l'art"."""
    return _JOINTS.split(word)[-1].lower()


def _first_word(following: str) -> str:
    """The word that ``following`` starts with, in lower case, or ""."""
    return word_at(following).lower()


def _is_unknown_short(word: str) -> bool:
    short = word.islower() and word.isalpha() and len(word) <= 2
    return short and word not in lower_case_words() and word not in function_words()


def _is_opener(following: str) -> bool:
    first = _first_word(following)
    if len(first) > 1:
        return first in openers() or first in foreign_openers()
    is_initial = following[1:2] in (".", "’", "'", "-") or following[:1] == "I"
    return first in openers() or (following[:1].isupper() and not is_initial)


def _ends_before_lower_case(place: _Candidate) -> bool:
    """Whether a sentence ends before lower case: only in a text that has no capitals at all.

    Not after a word that may be an abbreviation. Where a capital is near, neither before a word
    that may be a brand ("eBay").
    """
    text, word, first = place.text, place.word.lower(), _first_word(place.following)
    if text[place.sentence_start].isupper() or word in abbreviations() or _NO_VOWEL.match(word):
        return False
    around = text[max(0, place.mark_start - _NEARBY_CHARS) : place.end + _NEARBY_CHARS]
    if around.islower():
        return bool(place.closing) or len(word) > 1
    if place.closing or len(word) <= 1:
        return False
    long = len(word) > _MAX_ABBREVIATION_LETTERS and word.isalpha()
    known = word in lower_case_words() or long
    return known and (first in lower_case_words() or first == "i")


def _ends_at_question(place: _Candidate) -> bool:
    """Whether a question or exclamation mark with white space after it ends the sentence."""
    if place.following[:1].islower():
        is_tag = bool(place.closing) or _first_word(place.following) in _words("spoke")
        return place.word[:1].islower() and not is_tag
    if _QUOTATION_MARKS.isdisjoint(place.closing):
        return True
    return not (_is_speech_tag(place) or is_final_tag(place.text, place.end))


def _is_speech_tag(place: _Candidate) -> bool:
    """Whether a quotation's speaker and verb follow it: "Royce asked.", "Dr. Ann Lee wrote in"."""
    words = place.text[place.end : place.end + _MAX_TAG_CHARS].split()[:_MAX_TAG_WORDS]
    if not words or _is_opener(words[0]):
        return False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        verb = word.rstrip(_STOPS)
        if verb in _words("spoke"):
            adverb = after.rstrip(_STOPS)
            goes_on = adverb in _words("tag") or adverb.endswith("ly") or after[:1].isupper()
            return verb != word or goes_on
        if not (word[:1].isupper() or word in _words("particle")):
            return False
    return False


def _end_at_ellipsis(place: _Candidate) -> int | None:
    """The end of a sentence that trails off, or None where it goes on."""
    following, mark = place.following, place.mark
    if not following or following[0].islower() or "(" in place.opening:
        return None
    if not _QUOTATION_MARKS.isdisjoint(place.closing):
        return place.end
    dots = mark.count(".") + 3 * mark.count("…")
    spaced = " " in mark or "\xa0" in mark
    if dots >= _DOTS_OF_FULL_ELLIPSIS:
        period_first = spaced and place.word  # "left. . . . The": the sentence ends at its period
        return place.mark_start + 1 if period_first else place.end
    if spaced or not (_is_opener(following) or ends_sentence("...", following)):
        return None
    return place.end


def _end_without_space(place: _Candidate) -> int | None:
    """The end of a sentence whose successor follows without a space, "ended.The next", or None."""
    word, mark, closing = place.word, place.mark, place.closing
    if mark[0] == "…" or mark.startswith("..") or closing[:1] in ("'", "’"):
        return None
    figure = _FIGURE.search(word)
    if not figure and not (word.isalpha() and len(word) > 1 and word[-2:].islower()):
        return None
    if word == "www" or not abbreviation_groups()["title"].isdisjoint((word, word.lower())):
        return None
    match = _CAPITALIZED_WORD.match(place.following)
    if not match or (figure and match[0].lower() not in openers() - {"a"}):
        return None
    if match[0] in _words("domain") or (mark == "!" and word[0].isupper()):
        return None
    opens = closing[:1] in ("“", "‘", "«") or (
        '"' in closing and place.text.count('"', place.sentence_start, place.end) % 2 == 1
    )
    return place.end - len(closing) if opens else place.end
