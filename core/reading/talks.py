"""The turns of a talk whose lines end without a mark, as those of a chat: "Ann Lee: It is shut".

They are no headings. A talk is known by the names before most of its lines, of which some return.
"""

import re
from collections import Counter
from collections.abc import Sequence

_SPEAKER = re.compile(r"((?:[A-Z][\w.'’-]{0,20} ){1,3}[A-Z][\w.'’-]{1,20}): \S")
_MIN_TURNS = 3
_MIN_SPEAKERS = 2
_MIN_SHARE = 0.65  # of the lines, that have a name which returns


def turns(lines: Sequence[str]) -> set[int]:
    """The indexes of the ``lines`` that are turns; none where they are no talk.

    >>> sorted(turns(["Ann Lee: It fell", "Jo Roe: Says who", "Ann Lee: The port", "Jo Roe: Oh"]))
    [0, 1, 2, 3]
    """
    named = {i: name[1] for i, line in enumerate(lines) if (name := _SPEAKER.match(line))}
    counts = Counter(named.values())
    returning = sum(count for count in counts.values() if count > 1)
    if len(counts) < _MIN_SPEAKERS or returning < max(_MIN_TURNS, _MIN_SHARE * len(lines)):
        return set()
    return set(named)
