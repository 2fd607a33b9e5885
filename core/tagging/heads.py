"""The heads of the tagger: what the network scores for each token, and where in its output.

``labels`` are the spans of the attributions that stand in the article's own text, ``inner`` those
of attributions inside the claim of another; ``sides`` and ``inner_sides`` say where the rest of the
attribution lies. ``told`` are the words that tell a source's role, or why it knows or is not named,
``name`` those of the own name of a person or body that may be a source.
The other heads describe an attribution at the tokens of its cue and claim, ``type`` at those of its
source.
"""

from typing import NamedTuple

SPAN_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SIDES = ("none", "left", "right")
TOLD_LABELS = ("O", "B-role", "I-role", "B-why", "I-why")
KINDS = (
    "statement",
    "belief",
    "intention",
    "feeling",
    "perception",
    "report",
    "accusation",
    "praise",
    "denial",
    "other",
)
TYPES = ("person", "organisation", "document", "unnamed")
NAME_LABELS = ("O", "B-name", "I-name")
FLAG = ("no", "yes")

HEADS: dict[str, tuple[str, ...]] = {
    "labels": SPAN_LABELS,
    "sides": SIDES,
    "inner": SPAN_LABELS,
    "inner_sides": SIDES,
    "told": TOLD_LABELS,
    "name": NAME_LABELS,
    "kind": KINDS,
    "type": TYPES,
    "optional": FLAG,
    "negated": FLAG,  # this and the next are learned and not read: manner.py tells them better
    "hedged": FLAG,
}


class Columns(NamedTuple):
    """The columns of a head in the network's output, the end exclusive."""

    start: int
    end: int


def columns(heads: dict[str, tuple[str, ...]]) -> dict[str, Columns]:
    """The columns of each of ``heads``, in their order."""
    out, start = {}, 0
    for name, labels in heads.items():
        out[name] = Columns(start, start + len(labels))
        start += len(labels)
    return out


COLUMNS = columns(HEADS)
