"""A mention: a name where it stands in an article."""

from typing import NamedTuple

POSSESSIVES = ("'s", "’s", "'S", "’S")  # endings that are not part of a name
POSSESSIVE_CHARS = 2  # code points of each


class Mention(NamedTuple):
    """A name in the text and what its place says about it; offsets are code points from 0."""

    title_start: int  # where the title before the name begins, or the name if it has none
    start: int
    end: int  # exclusive, without a possessive ending
    words: tuple[str, ...]  # of the name, without the title
    sentence: int  # index in the article
    title: str = ""  # in lower case
    organisation: bool = False  # whether its words are those of an organisation
    possessive: bool = False
