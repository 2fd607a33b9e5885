"""A mention: a name where it stands in an article."""

from typing import NamedTuple

POSSESSIVES = ("'s", "’s", "'S", "’S")  # endings that are no part of a name
POSSESSIVE_CHARS = 2


class Mention(NamedTuple):
    """A name in the text: its span without title, its words, and what the place tells of it."""

    begin: int  # where the title begins, or the name
    start: int
    end: int
    words: tuple[str, ...]
    sentence: int  # index in the article
    title: str = ""  # in lower case
    organisation: bool = False  # by its words
    possessive: bool = False
