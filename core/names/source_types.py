"""What kind of thing a source is where it has no name: a document, a body, a person, people."""

import re
from functools import cache, lru_cache

from newsbrief.attribution import SourceType
from newsbrief.text.packaged import sections
from newsbrief.text.stems import PLURALS, base_forms
from newsbrief.text.tokens import words

from .word_lists import description_nouns, pronoun_genders, pronouns

# The noun phrase ends here: "a report | for Oxfam", "the women | who ride".
_END = re.compile(
    r"[,;:()\[\]–—]| - |\b(?:of|for|at|in|on|from|with|by|to|about|against|between|among|behind|"
    r"near|under|who|whom|whose|which|that|and|or)\b",
    re.IGNORECASE,
)
_KEPT = 1 << 12  # answers kept: a phrase is asked about some thirty times an article
LONGEST = 200  # code points of a phrase in which its head is looked for

_TYPES = {
    "document": SourceType.DOCUMENT,
    "organisation": SourceType.ORGANISATION,
    "role": SourceType.ANONYMOUS,
    "people": SourceType.ANONYMOUS,
}


@cache
def _nouns() -> dict[str, str]:
    """The section of ``source_nouns.txt`` that each noun stands in."""
    return {noun: name for name, nouns in sections("source_nouns.txt").items() for noun in nouns}


@lru_cache(_KEPT)
def head_noun(phrase: str) -> str:
    """The noun that says what ``phrase`` is, in lower case: the last known one before "of", "who".

    >>> head_noun("a 2014 report for Oxfam on energy"), head_noun("officials familiar with it")
    ('report', 'officials')
    """
    phrase = phrase[:LONGEST].strip()
    among = words(phrase[: _end(phrase)])
    head = next((w for w in reversed(among) if section(w.lower())), among[-1] if among else "")
    return head.lower()


def _end(phrase: str) -> int:
    """Where the first noun phrase of ``phrase`` ends; names with "of" in them are one word."""
    for match in _END.finditer(phrase):
        before = words(phrase[: match.start()])
        joint = match.group().lower() in ("of", "at", "for")
        if not before or (joint and before[-1][0].isupper() and not _is_common(before[-1])):
            continue
        if before[-1].lower() in description_nouns("partitive") and match.group() == "of":
            continue
        return match.start()
    return len(phrase)


def _is_common(noun: str) -> bool:
    """Whether ``noun`` begins no name though it opens a sentence: "Students at", "Reports of"."""
    return section(noun.lower()) in ("document", "people", "role")


@lru_cache(_KEPT)
def section(noun: str) -> str | None:
    """The section of ``source_nouns.txt`` that lists ``noun`` or what it is the plural of."""
    nouns = _nouns()
    forms = base_forms(noun.removesuffix("'s"), PLURALS)
    return next((nouns[form] for form in forms if form in nouns), None)


@lru_cache(_KEPT)
def is_document(phrase: str) -> bool:
    """Whether ``phrase`` names a document without proper name: "the poll", "her statement"."""
    noun = head_noun(phrase)
    named = re.search(rf"(?<=\S\s){re.escape(noun.capitalize())}\b", phrase)  # "The Denver Post"
    return section(noun) == "document" and not named


def type_of(phrase: str) -> SourceType:
    """The type of a source that has no name in the article.

    >>> [type_of(p).value for p in ("the ministry", "three officials", "her letter", "she", "")]
    ['organisation', 'anonymous', 'document', 'person', 'unsourced']
    """
    key = words(phrase[:LONGEST].lower())
    if not phrase:
        return SourceType.UNSOURCED
    if len(key) == 1 and (key[0] in pronoun_genders() or key[0] in pronouns("first person")):
        return SourceType.PERSON
    if len(key) == 1 and key[0] in pronouns("thing"):
        return SourceType.ORGANISATION
    if is_document(phrase):
        return SourceType.DOCUMENT
    found = section(head_noun(phrase))
    return _TYPES[found] if found and found != "document" else SourceType.ANONYMOUS
