"""Nesting: attributions within the claims of others ("Tass reported that Shoigu said ...")."""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.spans import SortedSpans

from .linking import Link

# Set by hand: of the characters of an inner claim, in the claim of the outer one.
MIN_SHARE_WITHIN = 0.5


class _Piece(NamedTuple):
    """A piece of a claim, and the index of its link."""

    start: int
    end: int
    link: int


def with_inner(outer: Sequence[Link], inner: Sequence[Link]) -> list[Link]:
    """``outer`` links and those of ``inner`` that have a cue; not sorted.

    An inner link that stands in no outer claim is not nested. One that begins its claim where an
    outer one of the same cue does is that one again.
    """
    known = {(link.cue[0].end, link.content[0].start) for link in outer if link.cue}
    cued = [
        link for link in inner if link.cue and (link.cue[0].end, link.content[0].start) not in known
    ]
    if not cued:
        return list(outer)
    pieces = _pieces(outer)
    return [
        *outer,
        *(link._replace(nested=_holder(link, outer, pieces) is not None) for link in cued),
    ]


def within(links: Sequence[Link]) -> list[int | None]:
    """For each of ``links`` the index of the one in whose claim it stands, None where in none."""
    if not any(link.nested for link in links):
        return [None] * len(links)
    outer = [link for link in links if not link.nested]
    index_of = [i for i, link in enumerate(links) if not link.nested]
    pieces = _pieces(outer)
    holders = (_holder(link, outer, pieces) if link.nested else None for link in links)
    return [None if holder is None else index_of[holder] for holder in holders]


def _pieces(links: Sequence[Link]) -> SortedSpans[_Piece]:
    return SortedSpans(_Piece(*span, i) for i, link in enumerate(links) for span in link.content)


def _holder(link: Link, outer: Sequence[Link], pieces: SortedSpans[_Piece]) -> int | None:
    """The index of the first of ``outer`` whose claim holds the cue and half of ``link``."""
    cue = link.cue[0].start
    of_cue = pieces.overlapping(cue, cue + 1)
    size = sum(end - start for start, end in link.content)
    for piece in of_cue:
        held = sum(
            max(0, min(end, there.end) - max(start, there.start))
            for start, end in link.content
            for there in outer[piece.link].content
        )
        if held >= MIN_SHARE_WITHIN * size:
            return piece.link
    return None
