"""A mention: a name where it stands in an article."""

from typing import NamedTuple

from newsbrief.text.gazetteer import first_names, titles

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
    first = mention.keys[0]
    told = [titles().get(mention.before), titles().get(first)]
    if len(mention.keys) > 1 or mention.before:
        told.append(first_names().get(first))
    return next((each for each in told if each in ("female", "male")), "")
