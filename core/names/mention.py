"""A mention: a name where it stands in an article."""

from typing import NamedTuple


class Mention(NamedTuple):
    """A name in the text; offsets are code points from 0, the end exclusive."""

    start: int
    end: int  # without a possessive ending
    keys: tuple[str, ...]  # its words in lower case
    sentence: int  # index in the article
    before: str = ""  # the key of the capitalised word right before it: "mr", "secretary"
    possessive: bool = False
    phrase: bool = False  # whether only a source makes a name of it: "the TUC report", "Ray and Poe"
