"""Where a role begins and ends: what the tagger marks, without what only joins it to its name."""

import re

from newsbrief.article import Article
from newsbrief.names.source_form import AGED
from newsbrief.names.word_lists import name_words
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tags import Told
from newsbrief.text.language import ENGLISH
from newsbrief.text.numbers import number_words
from newsbrief.text.packaged import word_set
from newsbrief.text.stop_words import english_function_words, stop_terms
from newsbrief.text.terms import terms_of
from newsbrief.text.tokens import words

# What stands before a role. Of 14,757 that readers give 3 in 100 have an article, 2 in 1,000 one of
# the first words, none "own" ("her own brother").
_JOINTS = re.compile(
    r"(?:(?:and|at|but|for|from|is|of|or)\s+)?(?:(?:an?|the|own)\s+)?", re.IGNORECASE
)

# What is left of a body's name where the tagger marks the rest as a role: "Mull" of "Mull
# Historical Society". Of 36 facts in readers/ whose role this makes longer 13 come nearer to the
# reader's role and none away from it.
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w’'-]{1,30}\s){1,3}\Z")
MAX_NAME_CHARS = 100  # before a role, in which that is looked for

_POSSESSIVE = re.compile(r"(?<=\S)['’]s?\Z")  # before a name
_NAME_AFTER = re.compile(r"\s[A-Z]")
_AGE = re.compile(rf"\b\d{{1,3}}{AGED}\b")
_LAST_WORD = re.compile(r"(?<!\s)\s+(\w+)\.?\Z")
_NEXT_WORD = re.compile(r"\s(\w+)")


def says_something(text: str, told: Told) -> bool:
    """Whether more of ``text`` is marked than "of", "Mr" or an age, as it is now and then."""
    says_nothing = stop_terms(ENGLISH), _courtesies()
    without_age = _AGE.sub("", text[told.start : told.end])
    terms = set(terms_of(without_age)).difference(*says_nothing)
    return not all(term[0].isdigit() for term in terms)


def whole(article: Article, names: SortedSpans[Span], told: Told) -> Told:
    """``told`` from where the name begins whose last words it has, if it is in capitals.

    ``names`` are those that the tagger marks: it begins in none of them.
    """
    text, start = article.text, told.start
    sentence = article.sentences[article.sentence_at(start)]
    before = _NAME_BEFORE.search(text, max(sentence.start, start - MAX_NAME_CHARS), start)
    if not text[start].isupper() or not before or before.start() == sentence.start:
        return told
    of_no_name = stop_terms(ENGLISH) | name_words("weekday")
    is_name = of_no_name.isdisjoint(words(before[0].lower()))
    is_another = names.overlapping(before.start(), start)
    return told._replace(start=before.start()) if is_name and not is_another else told


def without_joints(text: str, told: Told) -> Span:
    """``told`` without what only joins it to its name; offsets are code points of ``text``.

    That is an article before it, "and" or a "Sir" of the name after it, half a pair of brackets,
    and "'s": the role of "NBC's Ann Lee" is "NBC". "World number" goes on: "one".
    """
    joints = _JOINTS.match(text, told.start, told.end)
    start, end = joints.end() if joints else told.start, told.end
    of_no_role = english_function_words() | _courtesies()
    while (last := _LAST_WORD.search(text, start, end)) and last[1].casefold() in of_no_role:
        end = last.start()
    one = _NEXT_WORD.match(text, end)
    if last and one and last[1].casefold() == "number" and _is_numeral(one[1]):
        end = one.end()
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive and _NAME_AFTER.match(text, end):
        end = possessive.start()
    shown = text[start:end]
    return Span(
        start + (shown.startswith("(") and ")" not in shown),
        end - (shown.endswith(")") and "(" not in shown),
    )


def _courtesies() -> frozenset[str]:
    return word_set("role_words.txt", "courtesy")


def _is_numeral(word: str) -> bool:
    return word.isdigit() or word.casefold() in number_words().units
