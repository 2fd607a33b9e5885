"""The head noun of a source, and what it says of the type: a document, a body, a role, people."""

import re
from functools import cache, lru_cache

from newsbrief.text.accents import with_and_without_accents
from newsbrief.text.packaged import sections
from newsbrief.text.stems import PLURALS, base_forms
from newsbrief.text.tokens import words

from .word_lists import description_nouns

# The noun phrase ends here: "a report | for Oxfam", "the women | who ride".
_END = re.compile(
    r"[,;:()\[\]–—]| - |\b(?:of|for|at|in|on|from|with|by|to|about|against|between|among|behind|"
    r"near|under|who|whom|whose|which|that|and|or)\b",
    re.IGNORECASE,
)
MAX_HEAD_CHARS = 200  # code points of a phrase in which its head is looked for

_CACHE_SIZE = 1 << 11  # phrases; each is asked about some thirty times an article


@cache
def _nouns() -> dict[str, str]:
    """The section of ``source_nouns.txt`` that each noun stands in."""
    return {
        form: name
        for name, nouns in sections("source_nouns.txt").items()
        for noun in nouns
        for form in with_and_without_accents(noun)
    }


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


def noun_end(phrase: str, noun: str) -> int:
    """The offset in ``phrase`` where its head ``noun`` ends; 0 where it is not in the phrase."""
    stop = _noun_phrase_end(phrase[:MAX_HEAD_CHARS])
    start = phrase.lower().rfind(noun, 0, stop)
    return start + len(noun) if noun and start >= 0 else 0


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


def is_plural(noun: str) -> bool:
    """Whether ``noun`` is the plural of one in ``source_nouns.txt``.

    >>> is_plural("owners"), is_plural("owner"), is_plural("boss")
    (True, False, False)
    """
    return noun not in _nouns() and not noun.endswith("'s") and section(noun) is not None
