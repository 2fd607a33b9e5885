"""The type of a source that has no name: a document, an organisation, a person, people."""

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
MAX_HEAD_CHARS = 200  # code points of a phrase in which its head is looked for

_CACHE_SIZE = 1 << 12  # phrases; each is asked about some thirty times an article

_TYPES = {
    "document": SourceType.DOCUMENT,
    "organisation": SourceType.ORGANISATION,
    "role": SourceType.UNNAMED,
    "people": SourceType.UNNAMED,
}


@cache
def _nouns() -> dict[str, str]:
    """The section of ``source_nouns.txt`` that each noun stands in."""
    return {noun: name for name, nouns in sections("source_nouns.txt").items() for noun in nouns}


@lru_cache(_CACHE_SIZE)
def head_noun(phrase: str) -> str:
    """The head noun of ``phrase``, in lower case: the last noun of ``source_nouns.txt`` in it.

    What follows "of", "who" and the like does not count; without a known noun the last word does.

    >>> head_noun("a 2014 report for Oxfam on energy"), head_noun("officials familiar with it")
    ('report', 'officials')
    """
    phrase = phrase[:MAX_HEAD_CHARS].strip()
    candidates = words(phrase[: _noun_phrase_end(phrase)].lower())
    last = candidates[-1] if candidates else ""
    return next((word for word in reversed(candidates) if section(word)), last)


def _noun_phrase_end(phrase: str) -> int:
    """The offset in ``phrase`` where its first noun phrase ends; a name may have "of" in it."""
    for match in _END.finditer(phrase):
        before = words(phrase[: match.start()])
        may_join = match.group().lower() in ("of", "at", "for")
        if not before or (may_join and before[-1][0].isupper() and not _is_common(before[-1])):
            continue
        if before[-1].lower() in description_nouns("partitive") and match.group() == "of":
            continue
        return match.start()
    return len(phrase)


def _is_common(noun: str) -> bool:
    """Whether ``noun`` is an ordinary noun that opens a sentence: "Students at", "Reports of"."""
    return section(noun.lower()) in ("document", "people", "role")


@lru_cache(_CACHE_SIZE)
def section(noun: str) -> str | None:
    """The section of ``source_nouns.txt`` that has ``noun`` or its singular; None if none has."""
    nouns = _nouns()
    forms = base_forms(noun.removesuffix("'s"), PLURALS)
    return next((nouns[form] for form in forms if form in nouns), None)


@lru_cache(_CACHE_SIZE)
def is_document(phrase: str) -> bool:
    """Whether ``phrase`` is a document without a proper name: "the poll", "her statement"."""
    noun = head_noun(phrase)
    in_name = re.search(rf"(?<=\S\s){re.escape(noun.capitalize())}\b", phrase)  # "The Denver Post"
    return section(noun) == "document" and not in_name


def type_of(phrase: str) -> SourceType:
    """The type of a source that has no name in the article.

    >>> [type_of(p).value for p in ("the ministry", "three officials", "her letter", "she", "")]
    ['organisation', 'unnamed', 'document', 'person', 'unnamed']
    """
    in_phrase = words(phrase[:MAX_HEAD_CHARS].lower())
    if not phrase:
        return SourceType.UNNAMED
    if len(in_phrase) == 1 and (
        in_phrase[0] in pronoun_genders() or in_phrase[0] in pronouns("first person")
    ):
        return SourceType.PERSON
    if len(in_phrase) == 1 and in_phrase[0] in pronouns("thing"):
        return SourceType.ORGANISATION
    if is_document(phrase):
        return SourceType.DOCUMENT
    kind = section(head_noun(phrase))
    return _TYPES[kind] if kind and kind != "document" else SourceType.UNNAMED
