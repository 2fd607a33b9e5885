"""A mention: a name where it stands in an article."""

from functools import lru_cache
from typing import NamedTuple

from newsbrief.text.gazetteer import first_names, titles

_CACHE_SIZE = 1 << 11  # first words of names

Keys = tuple[str, ...]  # the words of a name in lower case, without full stops


class Mention(NamedTuple):
    """A name in the text; offsets are code points from 0, the end exclusive."""

    start: int
    end: int  # without a possessive ending
    keys: Keys
    sentence: int  # index in the article
    before: str = ""  # the key of the capitalised word right before it: "mr", "secretary"
    possessive: bool = False
    phrase: bool = False  # whether only a source makes a name of it: "the TUC report"


def gender(mention: Mention) -> str:
    """The gender that the title or first name of ``mention`` tells: "female", "male" or ""."""
    is_first_name = len(mention.keys) > 1 or bool(mention.before)
    return _gender(mention.before, mention.keys[0], is_first_name)


def title_gender(mention: Mention) -> str:
    """The gender that the title right before ``mention`` tells: "female", "male" or ""."""
    told = titles().get(mention.before, "")
    return told if told in ("female", "male") else ""


@lru_cache(_CACHE_SIZE)
def _gender(before: str, first: str, is_first_name: bool) -> str:  # noqa: FBT001 - an inner step
    told = [titles().get(before), titles().get(first)]
    if is_first_name:
        told.append(first_names().get(first))
    return next((each for each in told if each in ("female", "male")), "")
