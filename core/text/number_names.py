"""Numbers that are no figures because of what stands before them: names, pronouns and list numbers.

"Apollo 11" and "Group of Seven" are names, "no one" and "that one" pronouns, "1." at the start of a
sentence is the number of a list, and "Ann Lee, 34," an age.
"""

import re

from .figure_patterns import MONTHS
from .numbers import listed, number_words

_BEFORE_CHARS = 40  # of the sentence before a number that are looked at
_AFTER_CHARS = 40
_BEFORE_SENTENCE = "\"'“‘([ \n\t"  # what may stand before the first word of a sentence
_STARTS_AGAIN = re.compile(r"[.!?:—–…“\"‘-]\s*$")  # after it a capital letter means nothing
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'.&-]*)\s$")
_NAME_AND_COMMA = re.compile(r"[A-Z][\w’'.-]*(?:,\s|\s\()$")
_AFTER_AGE = re.compile(r"[,.;)]|$")
_LIST_NUMBER = re.compile(r"[.)]\s")
_NUMBER_OF_NAME = re.compile(r"\d{1,4}(?:\.\d+)?|\d\d?:\d\d")  # "Genesis 1:27"
_MONTH_OR_DAY = re.compile(rf"(?:{MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?$")
_NAME_AFTER = re.compile(r"\s(?P<word>[A-Z][\w’'-]*)(?P<noun>\s[a-z]\w*s\b)?")
_MAX_AGE_DIGITS = 2


def is_name_or_pronoun(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the figure of ``match``, in the sentence from ``start`` on, is none.

    Only counts without a scale and times of day are looked at: all else has a sign of its own.
    """
    number = match["number"] or match["clock"]
    if number is None:
        return False
    lead = text[max(start, match.start() - _BEFORE_CHARS) : match.start()]
    after = text[match.start() + len(number) : match.end() + _AFTER_CHARS]
    is_first = not lead.strip(_BEFORE_SENTENCE)
    in_title = number[0].isupper() and not is_first and not _STARTS_AGAIN.search(lead)
    if number.lower() == "one":
        return in_title or _is_pronoun(lead, match)
    if number[0].isdigit():
        is_list_number = is_first and number.isdigit() and _LIST_NUMBER.match(after)
        return (
            bool(is_list_number)
            or _is_age(lead, number, after)
            or (bool(_NUMBER_OF_NAME.fullmatch(number)) and _is_numbered_name(lead, match))
        )
    if number.lower() == "ten" and (name := _NAME_AFTER.match(after)):
        return not name["word"].endswith("s") and not name["noun"]  # "Ten Hag", not "ten Russians"
    return in_title


def _is_pronoun(lead: str, match: re.Match[str]) -> bool:
    """Whether "one" is a pronoun or part of an idiom: before a verb, or "at one point"."""
    word = _WORD_BEFORE.search(lead)
    noun = match["thing"]
    if noun == "day" and word and word["word"].lower() in listed("before one day"):
        return False
    return (
        noun is None
        or (word is not None and word["word"].lower() in listed("before one"))
        or noun in listed("after one")
        or (noun.endswith("s") and not noun.endswith("ss"))
    )


def _is_age(lead: str, number: str, after: str) -> bool:
    """Whether a number alone after a name is an age: "Ann Lee, 34,", "Sarah Hill (41)"."""
    return (
        number.isdigit()
        and len(number) <= _MAX_AGE_DIGITS
        and bool(_NAME_AND_COMMA.search(lead))
        and bool(_AFTER_AGE.match(after))
    )


def _is_numbered_name(lead: str, match: re.Match[str]) -> bool:
    """Whether the number follows a name that it belongs to: "Apollo 11", "Radio 4"."""
    before = _WORD_BEFORE.search(lead)
    if not before or match["things"]:
        return False
    word = before["word"].rstrip(".")
    if word == word.lower() or _MONTH_OR_DAY.match(word):
        return False
    if lead[: before.start()].strip(_BEFORE_SENTENCE):
        return True
    is_adverb = word.lower() in listed("before a count") or word.endswith("ly")
    return not is_adverb and word.lower() not in number_words().units
