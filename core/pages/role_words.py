"""Roles as sets of words, so that two wordings of one role can be told to agree.

"The mayor of Dunmore" and "Dunmore's former mayor" have the same words; those of "mayor" stand
within them, those of "Ostrand mayor" do not.
"""

import re
from functools import cache, lru_cache

from newsbrief.text.packaged import sections, word_set
from newsbrief.text.tokens import word_parts

from .folding import folded

RoleWords = frozenset[str]

_POSSESSIVE = re.compile(r"['’]s\b")
_CACHE_SIZE = 1 << 12  # roles


@lru_cache(_CACHE_SIZE)
def role_words(role: str) -> RoleWords:
    """The words that tell which role ``role`` is; none where it tells nothing ("the new").

    Function words do not count, nor do words that say when somebody has a role. Of the wordings of
    one title ("Sen.", "senator") all give the same words.

    >>> sorted(role_words("the mayor of Dunmore")), sorted(role_words("Dunmore's former mayor"))
    (['dunmore', 'mayor'], ['dunmore', 'mayor'])
    """
    plain = _POSSESSIVE.sub("", folded(role))
    shown = " ".join(word_parts(plain))
    alike = _wordings().sub(lambda wording: _first_wording()[wording[0]], shown)
    told = frozenset(alike.split()) - word_set("function_words.txt", "en")
    return told - word_set("role_words.txt", "time")


@cache
def _first_wording() -> dict[str, str]:
    rings = [line.split(", ") for line in sections("role_words.txt")["same"]]
    return {wording: ring[0] for ring in rings for wording in ring}


@cache
def _wordings() -> re.Pattern[str]:
    longest_first = sorted(_first_wording(), key=lambda wording: (-len(wording), wording))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
