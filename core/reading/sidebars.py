"""Lists beside the article: what stands under "Key takeaways" or "Related stories"."""

from collections.abc import Sequence

from newsbrief.article import BlockKind
from newsbrief.text.tokens import word_count

from .furniture import is_sidebar_heading
from .layout import Paragraph

_MAX_ENTRY_WORDS = 24
_MAX_ENTRIES = 12  # in a list without bullets


def listed_beside(
    parts: Sequence[Paragraph], lines: Sequence[str], kinds: Sequence[BlockKind | None]
) -> list[int]:
    """The indexes of the ``parts`` that such a heading has below it, as a list.

    ``lines`` are their texts, folded, "" for those too long for a line; ``kinds`` are those that
    their wording gives.
    """
    listed: list[int] = []
    i = 0
    while i < len(parts):
        after = i + 1
        # Such a heading is no body text by its wording, so most parts need no second look.
        if kinds[i] is not None and is_sidebar_heading(lines[i]):
            after = _end_of_list(parts, lines, kinds, i + 1)
            listed += range(i + 1, after)
        i = after
    return listed


def _end_of_list(
    parts: Sequence[Paragraph],
    lines: Sequence[str],
    kinds: Sequence[BlockKind | None],
    first: int,
) -> int:
    """The index after the list that starts at ``first``; ``first`` itself where there is none.

    A list has bullets, or it is a run of short lines with a blank line after it.
    """
    end = first
    while end < len(parts) and kinds[end] is BlockKind.LIST_ITEM:
        end += 1
    if end > first:
        return end
    last = min(first + _MAX_ENTRIES, len(parts))
    while end < last and parts[end].blank_lines_above == 0 and _is_entry(lines[end], kinds[end]):
        end += 1
    closed = end > first + 1 and end < len(parts) and parts[end].blank_lines_above > 0
    return end if closed else first


def _is_entry(line: str, kind: BlockKind | None) -> bool:
    return kind is None and line != "" and word_count(line) <= _MAX_ENTRY_WORDS
