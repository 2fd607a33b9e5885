"""Tags: what ``tagger`` finds in an article, as values; the labels are those of ``heads``."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.spans import Span

from .heads import KINDS

if TYPE_CHECKING:
    from .vectors import Vectors


class Role(StrEnum):
    """What a span is in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


_STATEMENT = tuple(float(kind == "statement") for kind in KINDS)


class Traits(NamedTuple):
    """What an attribution is like by the tokens of one of its spans: probabilities from 0 to 1.

    ``kind`` has one for each of ``heads.KINDS``, ``type`` for each of ``heads.TYPES``, none where
    nothing tells it. A statement where the tagger has not read it.
    """

    kind: tuple[float, ...] = _STATEMENT
    type: tuple[float, ...] = ()
    optional: float = 0.0


class Labelled(NamedTuple):
    """A span with its role, its probability, the side of its partner, and its traits.

    ``side``, by its index in ``heads.SIDES``, is where the cue of a source or content lies, or the
    source of a cue. The probability, from 0 to 1, is the mean over its tokens; ``least`` is that of
    the token which is least likely of this role. Offsets count code points of the text from 0, ends
    exclusive.
    """

    role: Role
    start: int
    end: int
    probability: float
    side: int = 0
    traits: Traits = Traits()
    least: float = 1.0


class Told(NamedTuple):
    """Words that tell a role, and the chance, from 0 to 1, that they do: the mean of each word's.

    Offsets count code points of the text from 0, ends exclusive.
    """

    start: int
    end: int
    chance: float


class Tags(NamedTuple):
    """All that the tagger found, each list in the order of the text.

    ``outer`` are the spans of attributions in the article's own text, ``inner`` those within the
    claims of others; neither list has an overlap. ``roles`` and ``reasons`` are the words that tell
    a source's role, and why it knows or is not named; ``likely_roles`` are words that may tell the
    role of somebody who speaks elsewhere; ``names`` the names of persons and bodies; ``vectors``
    those of all words.
    """

    outer: list[Labelled]
    inner: list[Labelled]
    roles: list[Told]
    likely_roles: list[Told]
    reasons: list[Span]
    names: list[Span]
    vectors: "Vectors"
