"""Running heads and page numbers, which a text copied from a PDF has between its lines.

They are known by the page break beside them (a form feed, as pdftotext writes it), by standing on
several pages with no more than a figure changed, by saying "Page 3", and by standing in the middle
of a sentence beside a page number. A page number may stand alone, or a wide gap beside a head. So
are the lines that lead from one page of a paper to another: "See QUAY, page A6".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.text.letters import letters
from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS

from .print_heads import printed_title

_NUMBERED = re.compile(
    r"(?:page|seite|pagina|página|p\.) ?\d{1,4}(?: ?(?:/|of|von|de|sur|di) ?\d{1,4})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-–—•| ]{0,5}(\d{1,4})(?: ?/ ?\d{1,4})?[-–—•| ]{0,5}")
_BESIDE_HEAD = re.compile(  # across a gap, or with its word across a bar
    r"(?:page )?(\d{1,3}) {3,}\S.*|.*\S {3,}(?:page )?(\d{1,3})|"
    r"page (\d{1,3}) ?[|•·–—-] ?\S.*|.*\S ?[|•·–—-] ?page (\d{1,3})",
    re.IGNORECASE,
)
_PAGE = r"(?:page |pages |p\. ?|pg\. ?)?"
_JUMP = re.compile(
    rf"(?:(?:Please )?(?:See|SEE|Turn to|TURN TO)\b [^.!?]{{1,40}},? (?i:{_PAGE})[A-Z]?\d{{1,3}}|"
    rf"(?i:cont(?:inued|\.) (?:on|from|at)) (?i:{_PAGE})[A-Z]?\d{{1,3}}|"
    rf"(?:From|FROM|On|ON) (?i:page) [A-Z]?\d{{1,3}}|[A-Z]{{3,20}} (?i:from|on) [A-F]\d{{1,2}})"
)
_NUMBER_LINE = re.compile(  # may be a page's
    r"\n[-–—•|\w ]{0,12}\d{1,4}[-–—•|/\w ]{0,12}\r?\n|\n *\d{1,3} {3}| {3}\d{1,3}\r?\n|"
    r"\b[Pp](?:age|AGE) \d{1,3} ?(?:[|•·–—-]|\r?\n)| \d{1,3}/\d{1,3}\r?\n|"
    r"\n[^\n]{4,60}\d\r?\n"  # of a jump
)
_LINE = r"[^\r\n]+"
_ENDED = rf"[{ENDS}{COLONS};][{CLOSERS}]*$"
_DIGITS = re.compile(r"\d+")
_EDGE_LINES = 2  # at the top and the foot of a page
_MAX_HEAD_CHARS = 100
_MIN_PAGE_LINES = 5  # between two page numbers where no page break is marked
_SCHEMES = ("http", "file")
_TOP_LINES = 12  # among which a headline stands
_MAX_PAGE = 999  # a number alone inside a sentence that is a page's: a larger one may be a year
_MAX_LINES_ABOVE = 8  # of furniture above a page number
_MAX_HEAD_LINES = 2  # between a page number and the rest of a sentence
_MAX_END_CHARS = 4  # a mark that ends a sentence, and those that close after it
_MIN_BROKEN_CHARS = 20  # of a line in which a sentence stops: a shorter one is a heading or a cell


class PageLine(NamedTuple):
    """A line, whether a page begins with it, and whether a blank line or a page parts it off."""

    text: str
    opens_page: bool
    is_apart: bool = False


def page_furniture(lines: Sequence[PageLine]) -> set[int]:
    """The indexes of the ``lines`` that are running heads and page numbers.

    >>> lines = [PageLine("It is", True), PageLine("Page 1", False), PageLine("shut.", True)]
    >>> page_furniture(lines)
    {1}
    """
    short = [i for i, line in enumerate(lines) if len(line.text) <= _MAX_HEAD_CHARS]
    numbered = {i for i in short if _NUMBERED.fullmatch(lines[i].text)}
    numbered |= _printed_by_browser(lines)
    jumps = {i for i in short if _JUMP.fullmatch(lines[i].text)}
    values = {i: value for i in short if (value := _page_number(lines[i].text)) is not None}
    edges = _edges(lines)
    if edges:
        at_edges = {i for page in edges for i in page}
        known = numbered | (at_edges & values.keys()) | _repeated(lines, edges)
    else:
        beside = (j for i in numbered for j in (i - 1, i + 1) if 0 <= j < len(lines))
        known = numbered | _rising(values) | _repeated(lines, [{i} for i in beside])
    known |= jumps
    numbers = numbered | jumps | {i for i, value in values.items() if value <= _MAX_PAGE}
    return known.union(*_inside_sentences(lines, known, numbers))


def _printed_by_browser(lines: Sequence[PageLine]) -> set[int]:
    """The lines that a browser prints around a page: its address and number, or a title.

    The title stands on the page too, or on another one; without it a moment is that of a post.
    """
    titles = {
        i: letters(title)
        for i, line in enumerate(lines)
        if " " in line.text
        and (line.text[:1].isdigit() or line.text.startswith(_SCHEMES))
        and (title := printed_title(line.text)) is not None
    }
    if not titles:
        return set()
    shown = {letters(line.text) for i, line in enumerate(lines[:_TOP_LINES]) if i not in titles}
    heads = tuple(shown - {""})
    again = Counter(titles.values())
    return {
        i for i, title in titles.items() if not title or again[title] > 1 or title.startswith(heads)
    }


def _page_number(line: str) -> int | None:
    """The number that ``line`` is, alone or beside a running head.

    >>> _page_number("12 / 40"), _page_number("12      Coast News"), _page_number("12 boats")
    (12, 12, None)
    >>> _page_number("Coast News | Page 4"), _page_number("The front page 4")
    (4, None)
    """
    match = _NUMBER.fullmatch(line)
    if not match and ("   " in line or "page" in line.lower()):
        match = _BESIDE_HEAD.fullmatch(line)
    return int(next(filter(None, match.groups()))) if match else None


def without_page_breaks(text: str) -> str:
    r"""``text`` without the page furniture, and the page breaks, in the middle of a sentence.

    A line break stands there instead. Furniture between two sentences is kept: it is told from the
    text around it.

    >>> without_page_breaks("It is plain that the council\n\n12\n\nCoast News\n\nwould vote.")
    'It is plain that the council\nwould vote.'
    """
    if "\f" not in text and not _NUMBER_LINE.search(text):
        return text
    spans = [match.span() for match in re.finditer(_LINE, text) if not match[0].isspace()]
    lines = [_page_line(text, *span, above=above) for above, span in _with_ends(spans)]
    furniture = page_furniture(lines)
    pieces: list[str] = []
    at = above = 0
    for i, line in enumerate(lines):
        if i in furniture:
            continue
        breaks = i > above + 1 or line.opens_page
        if i and breaks and _is_broken(lines[above].text, line.text):
            pieces.append(text[at : spans[above][1]].rstrip())
            at = spans[i][1] - len(text[slice(*spans[i])].lstrip("\f\t "))
        above = i
    return "\n".join([*pieces, text[at:]])


def _with_ends(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Each of ``spans`` and where the one before it ends."""
    return zip([0, *(end for _, end in spans)], spans, strict=False)


def _page_line(text: str, start: int, end: int, *, above: int) -> PageLine:
    """The line ``text[start:end]``, below one that ends at ``above``."""
    gap = text[above:start]
    opens_page = "\f" in gap or text[start:end].lstrip(" ").startswith("\f")
    has_blank_line = gap.count("\n") > 1 or gap.count("\r") > 1
    return PageLine(text[start:end].strip(), opens_page, opens_page or has_blank_line)


def _inside_sentences(
    lines: Sequence[PageLine], known: set[int], numbers: set[int]
) -> Iterator[range]:
    """The runs of furniture with one of ``numbers`` in it that stand in the middle of a sentence.

    Furniture is ``known``, or it is a running head beside the number.
    """
    for number in sorted(numbers):
        first = number
        while first and (first - 1 in known or _is_short_head(lines[first - 1])):
            first -= 1
            if number - first == _MAX_LINES_ABOVE:
                break
        if not first or _may_head(lines[first - 1]):
            continue
        for below in range(number + 1, min(number + 2 + _MAX_HEAD_LINES, len(lines))):
            parted = lines[below].is_apart or below == number + 1
            if parted and _is_broken(lines[first - 1].text, lines[below].text):
                yield range(first, below)
            if not (parted and _may_head(lines[below])):
                break


def _may_head(line: PageLine) -> bool:
    """Whether ``line`` may be a running head: a short one that is parted off."""
    short = len(line.text) <= _MAX_HEAD_CHARS and not line.text[:1].islower()
    return line.is_apart and short and not re.search(_ENDED, line.text)


def _is_short_head(line: PageLine) -> bool:
    """Whether ``line`` may be a running head and is too short for one in which a sentence stops."""
    return len(line.text) < _MIN_BROKEN_CHARS and _may_head(line)


def _is_broken(above: str, below: str) -> bool:
    """Whether a sentence goes on from the line ``above`` to the line ``below``."""
    return (
        below[:1].islower()
        and len(above) >= _MIN_BROKEN_CHARS
        and not re.search(_ENDED, above[-_MAX_END_CHARS:])
    )


def _edges(lines: Sequence[PageLine]) -> list[set[int]]:
    """The first and the last lines of each page, where there are several."""
    starts = [i for i, line in enumerate(lines) if line.opens_page and i]
    if not starts:
        return []
    bounds = pairwise([0, *starts, len(lines)])
    return [
        {
            *range(start, min(start + _EDGE_LINES, end)),
            *range(max(end - _EDGE_LINES, start), end),
        }
        for start, end in bounds
    ]


def _repeated(lines: Sequence[PageLine], pages: Sequence[set[int]]) -> set[int]:
    """The lines of ``pages`` that stand on two of them or more, but for the figures in them."""
    wordings = [{wording(lines[i].text) for i in page} for page in pages]
    counts = Counter(wording for page in wordings for wording in page)
    return {
        i
        for page in pages
        for i in page
        if len(lines[i].text) <= _MAX_HEAD_CHARS and counts[wording(lines[i].text)] > 1
    }


def wording(line: str) -> str:
    """``line`` in lower case with its figures made equal: "page 0"."""
    return _DIGITS.sub("0", line.lower())


def _rising(values: dict[int, int]) -> set[int]:
    """The lines with a number alone that is one more, or less, than that of one far from it."""
    return {
        i
        for first, second in pairwise(values)
        if second - first > _MIN_PAGE_LINES and values[second] == values[first] + 1
        for i in (first, second)
    }
