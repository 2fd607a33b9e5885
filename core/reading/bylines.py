"""Bylines: the lines that say who wrote an article, as "By Jane Roe, Health correspondent"."""

import re
from collections.abc import Iterable

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold
from newsbrief.text.gazetteer import first_names
from newsbrief.text.packaged import word_set

from .outlets import MAX_OUTLET_WORDS, is_name
from .time_stamps import is_time_stamp, without_stamp

BY = re.compile(
    r"(?:(?:written|reported|story|words|text|edited|translated|(?:additional )?reporting) )?"
    r"by[.:]? |(?:byline|author): ",
    re.IGNORECASE,
)
JOBS = "(?:correspondent|reporter|editor|writer|columnist|producer)"
_FOREIGN_BY = "(?:Von|Por|Par|Di|Door) "
_FOREIGN_BYLINE = rf"{_FOREIGN_BY}(?:[A-Z][\w.'’-]+(?: |$)){{2,4}}$"
_ANY_BY = re.compile(rf"{BY.pattern}|(?-i:{_FOREIGN_BY})", re.IGNORECASE)
_OTHER_WORK = re.compile(r"(?:edited|translated|(?:additional )?reporting) by\b", re.IGNORECASE)
_SIGNED = re.compile(  # "Jane Roe, Health correspondent"
    rf"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}, (?:[\w&'’-]+ ){{0,4}}(?i:{JOBS})"
    r"(?: in [A-Z][\w ]+)?$"
)
_IN_PLACE = re.compile(r" in [A-Z][\w ,.'’-]*$")
_NAMES = re.compile(r"[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){1,3}")
_BAR = re.compile(r" ?[|•·] ?")
_ADDRESS = re.compile(r"\S*@\S+")
_ADDRESS_BEHIND = re.compile(r",? [<(]?[^\s@]{0,60}@\S{1,80}$")
_BETWEEN_NAMES = re.compile(r", (?:and )?| and | & ")
_NAME = re.compile(r"[\w.'’-]+")
_MAX_PARAGRAPHS_ABOVE = 1  # a standfirst
_MAX_LINES_TO_STAMP = 2
_PARTICLES = ("de", "der", "van", "von", "al", "el", "bin", "da", "di", "la", "le")
_MAX_CHARS = 120
_MAX_WORDS = 14  # behind "By"


def is_byline(line: str) -> bool:
    """Whether ``line``, its white space folded, is a byline, with a time stamp behind it or none.

    >>> is_byline("By Jane Roe and Ole Winther | 3 May 2024"), is_byline("By Monday it was shut")
    (True, False)
    """
    if line.endswith(":"):
        return False  # who asks the questions that follow: "BY MS. ROE:"
    line = signed_part(line)
    start = BY.match(line)
    if _SIGNED.match(line) or (line[:1] in "VPD" and re.match(_FOREIGN_BYLINE, line)):
        return True
    if not start or len(line) > _MAX_CHARS:
        return False
    names = _NAME.findall(line, start.end())
    roles = word_set("furniture.txt", "role")
    return 0 < len(names) <= _MAX_WORDS and all(
        name[0].isupper() or name.rstrip(".") in roles for name in names
    )


def signed_part(line: str) -> str:
    """``line`` without the stamp before or behind a byline, and the address and the outlet.

    >>> signed_part("By Jane Roe | jane@coast.example | Coast News"), signed_part("Live | By Jo")
    ('By Jane Roe', 'Live | By Jo')
    """
    line = without_stamp(line)
    pieces = _BAR.split(line) if len(line) <= _MAX_CHARS else []
    if len(pieces) > 1 and is_time_stamp(pieces[0]):
        del pieces[0]
    if not pieces or not BY.match(pieces[0]) or not all(map(_is_beside_byline, pieces[1:])):
        return line
    return pieces[0]


def _is_beside_byline(piece: str) -> bool:
    """Whether ``piece`` may stand behind a bar in a byline: an address, or an outlet."""
    words = piece.split()
    is_outlet = 0 < len(words) <= MAX_OUTLET_WORDS and is_name(words)
    return is_outlet or bool(_ADDRESS.fullmatch(piece))


def is_signature(line: str) -> bool:
    """Whether ``line`` is nothing but names of people with known first names: "Jon Lee in Ely".

    Where they are or an address may stand behind them. Beside a time stamp such a line is a byline.
    """
    if len(line) > _MAX_CHARS or not line[:1].isupper():
        return False
    names = _BETWEEN_NAMES.split(_names_alone(line))
    return all(
        _NAMES.fullmatch(name)
        and all(word[0].isupper() or word in _PARTICLES for word in name.split())
        and name.split()[0].lower() in first_names()
        for name in names
    )


def _names_alone(line: str) -> str:
    """A signature without an address, or a place, behind the names."""
    return _IN_PLACE.sub("", _ADDRESS_BEHIND.sub("", line))


def byline(text: str, blocks: Iterable[Block]) -> str | None:
    """Who wrote the article, as the first byline among ``blocks`` of ``text`` says it, or None.

    A line below the first paragraph is not taken: it may be that of a picture or a second story.
    Below one alone, a standfirst, it is where a time stamp stands below it.
    """
    blocks = list(blocks)
    paragraphs = 0
    for i, block in enumerate(blocks):
        paragraphs += block.kind is BlockKind.PARAGRAPH
        if paragraphs > _MAX_PARAGRAPHS_ABOVE:
            return None
        line = fold(text[block.start : block.end])
        if paragraphs and not _is_stamped(text, blocks[i + 1 : i + 1 + _MAX_LINES_TO_STAMP]):
            continue
        if block.kind is BlockKind.BYLINE and not _OTHER_WORK.match(line):
            names = _ANY_BY.sub("", signed_part(line), count=1).rstrip(" .")
            return _names_alone(names) if is_signature(names) else names
    return None


def _is_stamped(text: str, below: Iterable[Block]) -> bool:
    """Whether a time stamp is among the blocks ``below`` a byline."""
    return any(
        block.kind is BlockKind.BOILERPLATE and is_time_stamp(fold(text[block.start : block.end]))
        for block in below
        if block.end - block.start <= _MAX_CHARS
    )
