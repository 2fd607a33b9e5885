"""The difference between a phrase of a draft and a stretch of an article, word by word.

Levenshtein's alignment, by rapidfuzz: the stretch is cut to where the fewest words differ. Then
what a writer may do is told from what changes the words: numbers and compounds written in another
way, and words in brackets that stand for a pronoun.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

from newsbrief.formats.extras import library
from newsbrief.pages.contradiction import is_negative
from newsbrief.spans import Span
from newsbrief.text.stems import stem

from .corpus import Row
from .values import Change, ChangeKind, Note, Step, StepKind
from .words import Phrase, Word, function_words, written

_SENTENCE_END = re.compile(r"[.!?…;:]")
_MIN_ALIKE = 0.75  # of two spellings of a name, by the longer one: "Larsen", "Larson"; set by hand
_MAX_ROUNDS = 4  # of moving the two ends
_KINDS = list(ChangeKind)


class Block(NamedTuple):
    """Words of the phrase and words of the stretch in their place; either may be none."""

    draft: Span
    article: Span
    same: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A phrase beside the words of ``row`` from ``start`` to ``end``.

    ``same`` counts its words that the stretch has, ``changed`` the words that differ.
    """

    phrase: Phrase
    row: Row
    start: int
    end: int
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
    notes: tuple[Note, ...]
    same: int
    changed: int

    @property
    def span(self) -> Span:
        """Its place in the row."""
        return Span(self.start, self.end)


def is_respelt(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name, by Levenshtein's similarity.

    Raises ``InputError`` where rapidfuzz is not installed.
    """
    return float(_levenshtein().normalized_similarity(one, other)) >= _MIN_ALIKE


def _levenshtein() -> ModuleType:
    return library("rapidfuzz.distance.Levenshtein", "check", "newsbrief check")


def exact_fit(phrase: Phrase, row: Row, start: int) -> Fit:
    """The fit of ``phrase`` where its very words stand."""
    size = len(phrase.words)
    steps = (Step(StepKind.SAME, phrase.written(0, size)),)
    return Fit(phrase, row, start, start + size, (), steps, (), size, 0)


def best_fit(phrase: Phrase, row: Row, stretch: Span) -> Fit:
    """The fit of ``phrase`` within ``stretch`` of ``row``."""
    keys = phrase.keys
    cut = _cut(keys, row.keys, stretch)
    blocks = _blocks(keys, row.keys[cut.start : cut.end], cut.start)
    wider = _widened(cut, blocks, row)
    if wider != cut:
        blocks = _blocks(keys, row.keys[wider.start : wider.end], wider.start)
    return _fit(phrase, row, blocks)


def _widened(cut: Span, blocks: Sequence[Block], row: Row) -> Span:
    """``cut`` with the words of the same sentence that those added at its ends may stand for."""
    start, end = cut
    first, last = blocks[0], blocks[-1]
    if first.article.start == first.article.end:
        added = first.draft.end - first.draft.start
        while start > max(cut.start - added, 0) and _go_on(row, start - 1):
            start -= 1
    if last.article.start == last.article.end:
        added = last.draft.end - last.draft.start
        while end < min(cut.end + added, len(row.keys)) and _go_on(row, end - 1):
            end += 1
    return Span(start, end)


def _go_on(row: Row, place: int) -> bool:
    """Whether the word of ``row`` behind ``place`` is of the same sentence as the one there."""
    if place + 1 == len(row.held):
        return False
    one, other = row.held[place : place + 2]
    if one.article != other.article:
        return False
    return not _SENTENCE_END.search(row.texts[one.article], one.word.end, other.word.start)


def _cut(keys: list[str], row: list[str], stretch: Span) -> Span:
    """The part of ``stretch`` that differs from ``keys`` in the fewest words."""
    distance = _levenshtein().distance
    fuzz = library("rapidfuzz.fuzz", "check", "newsbrief check")
    window = row[stretch.start : stretch.end]
    found = fuzz.partial_ratio_alignment(keys, window)
    start, end = (found.dest_start, found.dest_end) if found else (0, len(window))
    if len(window) < len(keys):
        start, end = 0, len(window)
    for _ in range(_MAX_ROUNDS):
        before = start, end
        end = min(
            range(start + 1, len(window) + 1), key=lambda e: (distance(keys, window[start:e]), e)
        )
        start = min(range(end), key=lambda s: (distance(keys, window[s:end]), -s))
        if (start, end) == before:
            break
    return Span(stretch.start + start, stretch.start + end)


def _blocks(keys: list[str], window: list[str], offset: int) -> list[Block]:
    """The blocks of two rows of words: those that are the same, and what stands between them."""
    blocks: list[Block] = []
    for tag, i, i_end, j, j_end in _levenshtein().opcodes(keys, window):
        same = tag == "equal"
        before = blocks[-1] if blocks else None
        if before and before.same == same:
            draft, article = before.draft, before.article
            blocks[-1] = Block(Span(draft.start, i_end), Span(article.start, offset + j_end), same)
        else:
            blocks.append(Block(Span(i, i_end), Span(offset + j, offset + j_end), same))
    return blocks


def _fit(phrase: Phrase, row: Row, blocks: list[Block]) -> Fit:
    changes: list[Change] = []
    steps: list[Step] = []
    notes: list[Note] = []
    same = changed = 0
    for block in blocks:
        ours = list(phrase.words[block.draft.start : block.draft.end])
        theirs = [row.word(place) for place in range(*block.article)]
        text = row.texts[row.article(block.article.start)] if theirs else ""
        shown, stands = written(phrase.text, ours), written(text, theirs)
        if block.same or _joined(ours) == _joined(theirs):
            steps.append(Step(StepKind.SAME, shown))
            same += len(ours)
        elif _may_stand_for(ours, theirs):
            steps.append(Step(StepKind.SAME, shown))
            notes.append(Note.BRACKETS)
        else:
            kind = _kind(phrase.text, ours, text, theirs, at_start=block.draft.start == 0)
            changes.append(Change(kind, shown, stands))
            steps += [Step(StepKind.LEFT_OUT, stands)] * bool(stands)
            steps += [Step(StepKind.ADDED, shown)] * bool(shown)
            changed += max(len(ours), len(theirs))
    start, end = blocks[0].article.start, blocks[-1].article.end
    return Fit(phrase, row, start, end, ranked(changes), tuple(steps), tuple(notes), same, changed)


def ranked(changes: Sequence[Change]) -> tuple[Change, ...]:
    """``changes`` with the gravest first, else in their order."""
    return tuple(sorted(changes, key=lambda change: _KINDS.index(change.kind)))


def _joined(found: list[Word]) -> str:
    """The letters of words: "health care" and "healthcare" have the same."""
    return "".join(word.key for word in found)


def _may_stand_for(ours: list[Word], theirs: list[Word]) -> bool:
    """Whether the words of the draft are in brackets, and change nothing that theirs say.

    They may stand for words without content ("we", "was"), and name again what those name.
    """
    if not ours or not all(word.inserted for word in ours):
        return False
    if _negates(ours) != _negates(theirs) or _figures(ours) != _figures(theirs):
        return False
    said = {stem(word.key) for word in ours}
    return all(word.key in function_words() or stem(word.key) in said for word in theirs)


def _kind(
    draft: str,
    ours: list[Word],
    article: str,
    theirs: list[Word],
    *,
    at_start: bool,
) -> ChangeKind:
    if _negates(ours) != _negates(theirs):
        return ChangeKind.NEGATION
    if _figures(ours) != _figures(theirs):
        return ChangeKind.NUMBER
    skipped = int(at_start)
    named = names(draft, ours[skipped:]) or names(article, theirs[skipped:])
    return ChangeKind.NAME if named else ChangeKind.WORDS


def names(text: str, found: Iterable[Word]) -> list[str]:
    """What the words of ``text`` are compared by that have a capital and content of their own.

    Without the ending of a genitive.
    """
    return [
        without_genitive(word.key)
        for word in found
        if text[word.start].isupper() and word.key not in function_words()
    ]


def without_genitive(key: str) -> str:
    """``key`` without the ending of a genitive: "lee" of "lee's"."""
    return key.removesuffix("'s")


def _negates(found: list[Word]) -> bool:
    return is_negative(" ".join(word.key for word in found))


def _figures(found: list[Word]) -> list[str]:
    return sorted(word.key for word in found if word.key[0].isdigit())
