"""Whether a sentence ends at a mark: a period, question mark, exclamation mark or ellipsis.

What stands on both sides of the mark decides: quotation marks and the speech tags after them,
capitals, figures, missing spaces. ``abbreviations`` decides after words that may be abbreviations,
``terminals`` at the marks of other scripts, and Punkt after three dots.
"""

import re

from newsbrief.text.packaged import word_set
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.scripts import (
    CLOSING_BRACKETS,
    GREEK,
    OPENING_BRACKETS,
    RAISED,
    TERMINALS,
    UNSPACED,
)
from newsbrief.text.sentence_ends import CLOSERS, ENDS

from .abbreviations import (
    ends_after_abbreviation,
    first_word,
    goes_on_in_name,
    is_opener,
    is_ordinal,
    looks_abbreviated,
    may_abbreviate,
)
from .lexicon import abbreviation_groups, abbreviations, lower_case_words, openers
from .place import Place
from .punkt import ends_sentence
from .reference_marks import NOTE
from .terminals import end_at_terminal, has_danda, is_final_tag, is_open

END = re.compile(
    rf"""
    (?P<mark> [{ENDS};\u037e]
        (?: (?<![;\u037e]) | (?<=[{GREEK}][;\u037e])(?=[\s»”"’]) )  # where it asks
        (?: (?<=\.)(?:[ \xa0]\.){{2,}} | [{ENDS}]*+ ) )
    (?P<close>
        (?: (?<=[{TERMINALS}]) \r?\n (?=[”’{CLOSING_BRACKETS}]) )?  # wrapped where it may not be
        [{CLOSERS}}}]*+
        [{RAISED}]{{0,3}}+                   # a reference mark, as a figure that is raised
        (?: [ \xa0\u202f]+[»”](?=[\s.,]|$) )?   # French sets a space before »
        (?: {NOTE.replace(" ", "[ ]")} )*
        (?: \ ?[:;]-?[)(](?=\s|$) )?        # :-)
    )
    (?= (?P<gap>\s*+)
        (?P<open>(?:[{OPENING_MARKS}{OPENING_BRACKETS}(\[{{¿¡*_][ \xa0\u202f]?)*)
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
_ASKS = re.compile("[¿¡]")
_FIGURE = re.compile(r"\d[%°\])]{0,2}\Z")
_FIGURE_AMONG_UNSPACED = re.compile(rf"{UNSPACED.pattern}\d[\d.,]{{0,14}}\Z")
_LONG_FIGURE = re.compile(r"\d{4}|[$£€]?\d{1,3}(?:,\d{3})+|[\d.,]+%")
_LIST_NUMBER = re.compile(r"[\W_]*(?:\d{1,3}|[^\W\d_])\Z")
_CAPITALIZED_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+|I|A)(?:[’'][a-z]+)?(?![\w@/.-])")

_MAX_WORD_CHARS = 40  # before a mark; a longer stretch without white space is no abbreviation
_MAX_FIGURE_CHARS = 16
_MAX_ABBREVIATION_LETTERS = 5  # a longer word that is not listed is seldom an abbreviation
_NEARBY_CHARS = 150  # without a capital among them, a text has none
_MAX_TAG_WORDS = 8  # of a speech tag up to its verb
_MAX_TAG_CHARS = 100
_LAST_OF_LATIN = "\u036f"
_DOTS_OF_FULL_ELLIPSIS = 4  # three of the omission and a period (Chicago Manual of Style)


def _words(section: str) -> frozenset[str]:
    return word_set("boundaries.txt", section)


def boundary(text: str, sentence_start: int, match: re.Match[str]) -> int | None:
    """The offset at which the sentence from ``sentence_start`` ends, if it does at ``match``.

    ``match`` is a match of ``END`` in ``text``. None where the sentence goes on.
    """
    mark, closing, gap, opening, following = match.groups()
    if _nothing_starts(opening, following) or _is_in_figure(text, match):
        return None
    start, end = match.start(), match.end()
    if mark[-1] not in _ASCII_OR_ELLIPSIS or _is_among_unspaced(text, match):
        return end_at_terminal(text, sentence_start, match)
    before = text[max(sentence_start, start - _MAX_WORD_CHARS) : start]
    after_space = not before or before[-1].isspace()
    word = _tokenised_word(before) if after_space else before.split()[-1].lstrip(_BEFORE_WORD)
    mark = "." if mark == ".." else mark
    goes_on = goes_on_in_name(before, following or "")
    if mark == "." and gap and not closing and following and following[0].isupper():
        plain = len(word) > 1 and word.isalpha() and not looks_abbreviated(word)
        plain = plain and word not in abbreviation_groups()["small"]
        if plain and not goes_on and abbreviations().isdisjoint((word, word.lower())):
            return end  # nine places of ten
    place = Place(text, sentence_start, start, end, word, mark, closing, opening, following or "")
    if not gap:
        return _end_without_space(place)
    if mark == ".":
        ends = not goes_on and _ends_at_period(place)
    elif mark[-1] in "?!":
        ends = _ends_at_question(place)
    else:
        return _end_at_ellipsis(place)
    return end if ends else None


def _tokenised_word(before: str) -> str:
    """The abbreviation at the end of ``before`` that a space parts from its period, else "".

    Corpora and text recognition set "Mr . Ford". A plain word there ends its sentence.
    """
    words = before.split()
    known = words and (abbreviations() & {words[-1], words[-1].lower()})
    return words[-1] if known else ""


def _nothing_starts(opening: str, following: str | None) -> bool:
    """Whether the text ends here, or a mark follows that starts no sentence; ",," is a quote."""
    if not following:
        return not opening
    return following[0] in _STOPS_BETWEEN and not following.startswith(",,")


def _is_among_unspaced(text: str, match: re.Match[str]) -> bool:
    """Whether a mark of ASCII stands between letters of Chinese, Japanese or Thai: "你好.再见"."""
    if match["gap"] or match["mark"][-1] == "…" or not match["next"]:
        return False
    return bool(UNSPACED.match(match["next"]) and UNSPACED.match(text, match.start() - 1))


def _is_in_figure(text: str, match: re.Match[str]) -> bool:
    r"""Whether a line break parts a figure of Chinese or Japanese at its point: "下跌7.\n2%"."""
    following, start = match["next"], match.start()
    if not following or not following[0].isdigit() or match["gap"] not in ("\n", "\r\n"):
        return False
    before = text[max(0, start - _MAX_FIGURE_CHARS) : start]
    return match["mark"] == "." and _FIGURE_AMONG_UNSPACED.search(before) is not None


def _ends_at_period(place: Place) -> bool:
    """Whether a single period with white space after it ends the sentence."""
    following = place.following
    if following[:1].islower() and not _ASKS.search(place.opening):
        return _ends_before_lower_case(place)
    if has_danda(place.text, place.mark_start):
        return False  # "डी. एच. लॉरेंस": where a danda ends sentences, a period abbreviates
    if _is_list_number(place):
        return False
    if place.closing:
        return following[:1] not in _DASHES and not is_final_tag(*place.up_to_end)
    if place.word.isdigit():
        return not is_ordinal(place)
    return ends_after_abbreviation(place)


def _is_list_number(place: Place) -> bool:
    """Whether the sentence so far is a number or a letter, of a list."""
    start, end = place.sentence_start, place.mark_start
    return end - start <= _MAX_WORD_CHARS and bool(_LIST_NUMBER.match(place.text, start, end))


def _ends_before_lower_case(place: Place) -> bool:
    """Whether a sentence ends before lower case: only in a text that has no capitals at all.

    Not after a word that may be an abbreviation. Where a capital is near, neither before a word
    that may be a brand ("eBay").
    """
    text, word, first = place.text, place.word.lower(), first_word(place.following)
    if text[place.sentence_start].isupper() or may_abbreviate(word) or looks_abbreviated(word):
        return False
    around = text[max(0, place.mark_start - _NEARBY_CHARS) : place.end + _NEARBY_CHARS]
    if around.islower():
        return bool(place.closing) or len(word) > 1
    if place.closing or len(word) <= 1:
        return False
    long = len(word) > _MAX_ABBREVIATION_LETTERS and word.isalpha()
    known = word in lower_case_words() or long
    return known and (first in lower_case_words() or first == "i")


def _ends_at_question(place: Place) -> bool:
    """Whether a question or exclamation mark with white space after it ends the sentence."""
    if place.following[:1].islower():
        is_tag = bool(place.closing) or first_word(place.following) in _words("spoke")
        return place.word[:1].islower() and not is_tag
    if _QUOTATION_MARKS.isdisjoint(place.closing):
        return True
    return not (_is_speech_tag(place) or is_final_tag(*place.up_to_end))


def _is_speech_tag(place: Place) -> bool:
    """Whether a quotation's speaker and verb follow it: "Royce asked.", "Dr. Ann Lee wrote in"."""
    words = place.text[place.end : place.end + _MAX_TAG_CHARS].split()[:_MAX_TAG_WORDS]
    if not words or is_opener(words[0]):
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


def _end_at_ellipsis(place: Place) -> int | None:
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
    if spaced:
        return None
    # NLTK knows the words of Latin script only.
    starts = is_opener(following) or (following[0].isupper() and following[0] > _LAST_OF_LATIN)
    return place.end if starts or ends_sentence("...", following) else None


def _may_follow_figure(following: str, word: str) -> bool:
    """Whether ``following`` starts a sentence after a figure: "in 2019.Rain", not "box 2.Open"."""
    if following.lower() in openers() - {"a"}:
        return True
    return len(following) > 1 and _LONG_FIGURE.fullmatch(word) is not None


def _end_without_space(place: Place) -> int | None:
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
    if not match or (figure and not _may_follow_figure(match[0], word)):
        return None
    if match[0] in _words("domain") or (mark == "!" and word[0].isupper()):
        return None
    opens = closing[:1] in ("“", "‘", "«") or (
        '"' in closing and is_open(place.text, place.sentence_start, place.end)
    )
    return place.end - len(closing) if opens else place.end
