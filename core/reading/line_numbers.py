"""Numbers that a program or a court has put before the lines of a text.

All lines have one, each one more than the line above, or 1 at the top of a page, and sentences go
on from line to line. So a list, or a table of ranks, keeps its numbers.
"""

import re
from itertools import pairwise

_NUMBERED = re.compile(r"[ \t]{0,8}(\d{1,5})(?:[.:|)]?(?:[ \t]+(?=\S)|[ \t]*$)|\t)")
_MIN_LINES = 6
_MIN_RUNNING_SHARE = 0.2  # of the lines with words, which begin in the middle of a sentence


def without_line_numbers(text: str) -> str:
    r"""``text`` without the numbers of its lines.

    >>> without_line_numbers("".join(f" {n}  so\n" for n in range(1, 7))).split()
    ['so', 'so', 'so', 'so', 'so', 'so']
    """
    if not _NUMBERED.match(text.lstrip("\n\r\f").partition("\n")[0]):  # what most texts are
        return text
    lines = text.split("\n")
    found = [_NUMBERED.match(line.lstrip("\f")) for line in lines if line.strip()]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(_MIN_LINES, len(found)) or not _count_up(numbers):
        return text
    bare = [_bare(line) for line in lines]
    worded = [line.strip() for line in bare if line.strip()]
    running = sum(line[0].islower() for line in worded)
    return "\n".join(bare) if running >= _MIN_RUNNING_SHARE * len(worded) else text


def _count_up(numbers: list[int]) -> bool:
    return all(below in (above + 1, 1) for above, below in pairwise(numbers))


def _bare(line: str) -> str:
    page = "\f" if line.startswith("\f") else ""
    return page + _NUMBERED.sub("", line.removeprefix("\f"), count=1)
