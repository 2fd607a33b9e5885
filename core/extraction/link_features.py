"""Features of pairs of labelled spans: a content and a cue, a cue and a source.

They describe the text between the two spans, the words of the cue and the labels around it, never
the topic. A feature is a string, which ``data/linker.txt`` gives a weight.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans
from newsbrief.tagging.tags import Labelled, Role
from newsbrief.text.quotation_marks import CLOSING_MARKS, DOUBLE_MARKS, OPENING_MARKS
from newsbrief.text.tokens import words as words_of

MAX_DISTANCE_CHARS = 3_000  # between the starts of two spans that may be linked
MAX_CANDIDATES_A_SIDE = 3  # in the same block; beyond it on each side one
MAX_BLOCKS_BEYOND = 2
MAX_GAP_CHARS = 40  # that are looked at on either side of a gap between blocks

_CACHE_SIZE = 1 << 12  # cues
_GAP_CACHE_SIZE = 1 << 10
# Nine in ten of the gaps up to here, which are half of all in news, were read before; of longer
# ones one in a hundred.
_MAX_CACHED_GAP_CHARS = 16

_MARKS = re.compile(rf"[,:;.!?()—–{DOUBLE_MARKS}-]")
_CLOSING = frozenset(CLOSING_MARKS)
_STOPS = frozenset(".!?")
_LETTER = {Role.SOURCE: "s", Role.CUE: "c", Role.CONTENT: "k"}
_PRONOUN = re.compile(
    r"who|whom|whose|which|that|those|i|we|you|he|she|it|they|his|her|their|him|them"
)


class Scene(NamedTuple):
    """The labelled spans of ``text`` in order, and the block and sentence that each begins in.

    ``roles`` has a letter for each span, ``gaps`` the words from each to the next, as a bucket;
    ``places`` are the indexes of the spans of each role.
    """

    text: str
    spans: Sequence[Labelled]
    blocks: Sequence[int]
    sentences: Sequence[int]
    roles: str
    gaps: Sequence[int]
    places: Mapping[Role, Sequence[int]]


def scene(article: Article, labelled: Iterable[Labelled]) -> Scene:
    """The scene of the ``labelled`` spans of ``article``."""
    text = article.text
    spans = sorted(labelled, key=lambda span: (span.start, span.end))
    blocks = SortedSpans(article.blocks)
    of_spans = [blocks.index_at(span.start) for span in spans]
    sentences = [article.sentence_at(span.start) for span in spans]
    roles = "".join([_LETTER[span.role] for span in spans])
    gaps = [_bucket(text.count(" ", before.end, after.start)) for before, after in pairwise(spans)]
    places: dict[Role, list[int]] = {role: [] for role in Role}
    for index, span in enumerate(spans):
        places[span.role].append(index)
    return Scene(text, spans, of_spans, sentences, roles, gaps, places)


class Candidate(NamedTuple):
    """A span that another may link to, by its index in the scene; None for no span."""

    span: int | None
    features: list[str]


def cues_for(scene: Scene, content: int) -> Iterator[Candidate]:
    """The candidates for the cue of the content at index ``content``; the first is for none."""
    text, spans = scene.text, scene.spans
    shape = _shape(scene, content)
    towards, sure = spans[content].side, _tenths(spans[content])
    yield _none(shape, _around(scene, content), f"side {towards}", f"sure {sure}")
    for index, rank in _nearest(scene, content, Role.CUE):
        side, between, features = _gap(scene, content, index)
        first_roles = between[:3]
        first, last = _ends(text[spans[index].start : spans[index].end])
        beyond = _beyond(scene, content, index)
        features += [
            f"toward {side}{towards} {rank}",
            f"toward {side}{towards} {sure}",
            f"sure {_tenths(spans[index])}",
            f"last {side}{last}",
            f"first {side}{first}",
            f"last {side}{last} {first_roles}",
            f"shape {side}{shape} {rank}",
            f"shape {side}{shape} {between}",
            f"beyond {side}{beyond} {first_roles}",
        ]
        yield Candidate(index, features)


def sources_for(scene: Scene, cue: int) -> Iterator[Candidate]:
    """The candidates for the source of the cue at index ``cue``; the first is for none."""
    text, spans = scene.text, scene.spans
    first, last = _ends(text[spans[cue].start : spans[cue].end])
    around = _around(scene, cue)
    after = "".join(text[spans[cue].end : spans[cue].end + 4].split()) or "end"
    towards = spans[cue].side
    yield _none(f"last {last}", f"first {first}", around, f"to {after}", f"side {towards}")
    for index, rank in _nearest(scene, cue, Role.SOURCE):
        side, between, features = _gap(scene, cue, index)
        first_roles, back = between[:3], spans[index].side
        features += [
            f"toward {side}{towards} {rank}",
            f"back {side}{back} {rank}",
            f"back {side}{back} {first_roles}",
            f"sure {_tenths(spans[index])}",
            f"rank {side}{rank}",
            f"last {side}{last} {rank}",
            f"first {side}{first} {rank}",
            f"last {side}{last} {first_roles}",
            f"around {side}{around[:5]} {first_roles}",
            f"beyond {side}{_beyond(scene, cue, index)} {first_roles}",
        ]
        word = text[spans[index].start : spans[index].end].lower()
        if _PRONOUN.fullmatch(word):
            features += [f"word {side}{word} {rank}", f"word {side}{word} {between}"]
        yield Candidate(index, features)


def speakers_for(scene: Scene, content: int) -> Iterator[Candidate]:
    """The candidates for the source of a quotation without a cue; the first is for none."""
    spans, shape = scene.spans, _shape(scene, content)
    yield _none(shape, _around(scene, content), f"side {spans[content].side}")
    for index, rank in _nearest(scene, content, Role.SOURCE):
        side, between, features = _gap(scene, content, index)
        first_roles, back = between[:3], spans[index].side
        features += [
            f"back {side}{back} {rank}",
            f"back {side}{back} {first_roles}",
            f"sure {_tenths(spans[index])}",
            f"shape {side}{shape} {between}",
            f"beyond {side}{_beyond(scene, content, index)} {first_roles}",
        ]
        yield Candidate(index, features)


def _none(*features: str) -> Candidate:
    """No span, and what speaks for that."""
    return Candidate(None, ["none", *[f"none {feature}" for feature in features]])


def _nearest(scene: Scene, index: int, role: Role) -> list[tuple[int, int]]:
    """The nearest spans of ``role`` on either side of ``index``, each with its rank from 1.

    Of those in other blocks only the nearest on each side, if no nearer one is in its own.
    """
    places = scene.places[role]
    if not places:
        return []
    start, block = scene.spans[index].start, scene.blocks[index]
    at = bisect_left(places, index)
    before = places[max(at - MAX_CANDIDATES_A_SIDE, 0) : at][::-1]
    found = []
    for way in (before, places[at : at + MAX_CANDIDATES_A_SIDE]):
        for rank, i in enumerate(way, start=1):
            beyond = abs(scene.blocks[i] - block)
            if (
                beyond > MAX_BLOCKS_BEYOND
                or (beyond and rank > 1)
                or abs(scene.spans[i].start - start) > MAX_DISTANCE_CHARS
            ):
                break
            found.append((i, rank))
            if beyond:
                break
    return found


def _gap(scene: Scene, here: int, there: int) -> tuple[str, str, list[str]]:
    """The side that ``there`` lies on, the roles between, and features of what lies between."""
    text, spans, blocks, sentences, roles, *_ = scene
    side = "<" if there < here else ">"
    low, high = min(here, there), max(here, there)
    between = roles[low + 1 : min(high, low + 6)] or "-"
    beyond = blocks[high] - blocks[low]
    gap = text[spans[low].end : spans[high].start]
    if beyond:  # what stands right after the one and right before the other
        gap = f"{gap[:MAX_GAP_CHARS]} {gap[-MAX_GAP_CHARS:]}"
    breaks = min(sentences[high] - sentences[low], 3)
    marks, words = (_read if len(gap) > _MAX_CACHED_GAP_CHARS else _read_again)(gap)
    features = [
        f"roles {side}{between} {breaks}",
        f"words {side}{_bucket(len(words))} {between == '-'}",
        f"breaks {side}{breaks}",
        f"marks {side}{marks}",
    ]
    if beyond:
        features += [f"beyond {side}{beyond}", f"beyond {side}{beyond} {between} {marks}"]
        return f"{side}{beyond}", between, features
    if words:
        features += [f"gap first {side}{words[0]}", f"gap last {side}{words[-1]}"]
    if len(words) == 2:  # noqa: PLR2004
        features.append(f"gap {side}{' '.join(words)}")
    return side, between, features


def _read(gap: str) -> tuple[str, list[str]]:
    """The marks in a gap, "none" where it has none, and its words in lower case."""
    marks = "".join(dict.fromkeys(_MARKS.findall(gap)))[:4] or "none"
    return marks, words_of(gap.lower())


_read_again = lru_cache(_GAP_CACHE_SIZE)(_read)


def _beyond(scene: Scene, here: int, there: int) -> str:
    """The next two labels past ``there`` as seen from ``here``, and the words up to the first."""
    step = 1 if there > here else -1
    index = there + step
    if not 0 <= index < len(scene.spans):
        return "-"
    then = scene.roles[index + step] if 0 <= index + step < len(scene.spans) else "-"
    return f"{scene.roles[index]}{then}{scene.gaps[min(there, index)]}"


def _around(scene: Scene, index: int) -> str:
    """The labels on either side of a span, each with the words up to it."""
    roles, gaps = scene.roles, scene.gaps
    left = f"{roles[index - 1]}{gaps[index - 1]}" if index else "-"
    right = f"{roles[index + 1]}{gaps[index]}" if index + 1 < len(roles) else "-"
    return f"{left} {right}"


def _shape(scene: Scene, index: int) -> str:
    """Whether a content opens and closes with a quotation mark, and what it ends with.

    And whether it goes on with a quotation left open before it, or else begins its block.
    """
    text, content = scene.text, scene.spans[index]
    opens = opens_quoted(text, content.start)
    closes = text[content.end - 1] in CLOSING_MARKS
    tail = text[max(content.start, content.end - 2) : content.end]
    stop = "," if "," in tail else "-" if _STOPS.isdisjoint(tail) else "."
    starts = not index or scene.blocks[index - 1] != scene.blocks[index]
    opening = "o" if continues(scene, index) else "s" if starts else "-"
    return f"{'q' if opens else '-'}{'q' if closes else '-'}{stop}{opening}"


def continues(scene: Scene, content: int) -> bool:
    """Whether the content at index ``content`` goes on with one left open in the block before."""
    text, spans, blocks = scene.text, scene.spans, scene.blocks
    if not content or blocks[content] - blocks[content - 1] != 1:
        return False
    before, here = spans[content - 1], spans[content]
    after = text[before.end - 1 : before.end + 2]
    return (
        before.role is Role.CONTENT
        and opens_quoted(text, before.start)
        and opens_quoted(text, here.start)
        and _CLOSING.isdisjoint(after)
    )


def follows(scene: Scene, content: int) -> bool:
    """Whether the content at index ``content`` is a quotation right after another.

    In 1,259 articles of readers/train 42 of 43 such ones that chose no cue are what the same source
    goes on to say.
    """
    text, spans = scene.text, scene.spans
    if not content or scene.blocks[content] != scene.blocks[content - 1]:
        return False
    before, here = spans[content - 1], spans[content]
    return (
        before.role is Role.CONTENT
        and opens_quoted(text, before.start)
        and opens_quoted(text, here.start)
        and not any(map(str.isalnum, text[before.end : here.start]))
    )


def opens_quoted(text: str, start: int) -> bool:
    """Whether a quotation mark stands at ``start``."""
    return text[start] in OPENING_MARKS


@lru_cache(_CACHE_SIZE)
def _ends(cue: str) -> tuple[str, str]:
    """The first and the last word of a cue, in lower case; twice its marks where it has no word."""
    words = words_of(cue.lower())
    mark = "".join(cue.split())
    return (words[0], words[-1]) if words else (mark, mark)


def _tenths(span: Labelled) -> int:
    """The probability of a span by the tagger, in tenths."""
    return int(span.probability * 10)


_BUCKETS = [next((b for b in (20, 10, 6, 4) if n >= b), n) for n in range(21)]


def _bucket(count: int) -> int:
    """``count``, or the nearest of 4, 6, 10 and 20 below it."""
    return _BUCKETS[min(count, 20)]
