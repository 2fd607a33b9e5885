"""What the choice of turns sees of a line: its label, the words after it, and the whole article.

Features of the two choices of ``transcripts``: whether a line opens a turn, and whether a line goes
on with the turn before it. A number is a feature for each step that it reaches, so that weights add
up with it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from newsbrief.article import Article
from newsbrief.text.gazetteer import first_names, titles
from newsbrief.text.tokens import word_parts

from .turn_labels import STYLE_MARKS, Label, Line, Mark, is_speaker_role, transcript_words

STEPS = (1, 2, 3, 4, 8, 16)  # of a number
FIFTHS = (1, 2, 3, 4, 5)  # of a share
MAX_TIME_STAMP_CHARS = 12
LINES_BACK = 5  # to the speaker before
MIN_SENTENCE_WORDS = 4
MARKS_WITH_WORDS = frozenset({Mark.COLON, Mark.DASH, Mark.STOP, Mark.SPACE})  # on the same line

_OPENING_QUOTES = "“\"‘'«"
_SENTENCE_ENDS = '.!?…”"’)]'


class Lines:
    """The lines of an article, and what the features need to know of all of them.

    ``words`` are those said on each line, in lower case. ``speakers`` are the last words of the
    names in the labels, in lower case: "" without a label, "?" for a question.
    """

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        """Read the labels of ``lines``, which are those of ``article``."""
        self.text = article.text
        self.lines = lines
        self.labels = [line.label for line in lines]
        self.kinds = [article.kind_at(line.start) or "none" for line in lines]
        self.said = [self._said(index) for index in range(len(lines))]
        self.words = [frozenset(word_parts(said.lower())) for said in self.said]
        surnames = [_surname(self.text, label) for label in self.labels]
        of_initials = {
            _initials(self.text, label): surname
            for label, surname in zip(self.labels, surnames, strict=True)
        }
        self.speakers = [of_initials.get(surname, surname) for surname in surnames]
        self._is_initials = [surname in of_initials for surname in surnames]
        parts = word_parts(self.text)
        self._lower_case = set(filter(str.islower, parts))
        self._counts = Counter(map(str.lower, parts))
        self._marks = [label.mark if label else None for label in self.labels]
        self._turns = Counter(zip(self._marks, self.speakers, strict=True))

    def is_time_stamp(self, index: int) -> bool:
        """Whether a line is a time stamp and no more."""
        line = self.lines[index]
        characters = self.text[line.start : line.end]
        return len(characters) <= MAX_TIME_STAMP_CHARS and not any(map(str.isalpha, characters))

    def opening(self, index: int, label: Label) -> list[str]:
        """The features of the choice whether line ``index``, whose label is given, opens a turn."""
        shared = self._article_features[label.mark]
        own = [*shared, *self._of_words(index, label)]
        if label.mark is Mark.QUESTION:
            return ["question", *(f"question {feature}" for feature in own)]
        return [f"mark {label.mark}", *own, *self._of_name(index, label)]

    def following(
        self, index: int, turn: Label, speakers: frozenset[str], after: int, *, last: bool
    ) -> list[str]:
        """The features of the choice whether line ``index`` goes on with the turn of a label.

        It is the first line ``after`` the label, or the second, and so on. ``last``: it is the last
        turn. ``speakers`` are last words of names of those who speak in the article.
        """
        line, words, said = self.lines[index], self.words[index], self.said[index]
        kind = "question" if turn.mark is Mark.QUESTION else "label"
        label = self.labels[index]
        next_label = self.labels[index + 1] if index + 1 < len(self.lines) else None
        awaited = after == 1 and self._stands_alone(turn)
        named = not words.isdisjoint(speakers)
        first_person = not words.isdisjoint(transcript_words("i"))
        flags = {
            "awaited": awaited,
            "last": last,
            "before label": next_label is not None,
            "speaker named": named,
            "speaker named by another": named and not first_person,
            "first person": first_person,
            "we": not first_person and not words.isdisjoint(transcript_words("we")),
            "you": not first_person and not words.isdisjoint(transcript_words("you")),
            "no sentence": said[-1:] not in _SENTENCE_ENDS,
            "quoted": said[:1] in _OPENING_QUOTES,
            "styled": self.text[line.start] in "*_[(",
            "wrapped": not line.opens_paragraph,
        }
        return [
            *(name for name, holds in flags.items() if holds),
            *([f"label {label.mark} after {kind}"] if label else []),
            "of capitals" if turn.phrase.isupper() else f"of {kind}",
            f"kind {self.kinds[index]}",
            *(f"{kind} {share}" for share in self._unlabelled),
            *_at_least("words", len(said.split())),
            *_at_least("after", after),
        ]

    def _stands_alone(self, label: Label) -> bool:
        """Whether nothing is said on the line of ``label``."""
        ends = self.text.find("\n", label.name.end, label.words + 1) >= 0
        return ends or label.words >= len(self.text)

    def _said(self, index: int) -> str:
        """The words after the label of a line; those of the next line if it stands alone."""
        line = self.lines[index]
        start, end = line.start, line.end
        if line.label:
            start = line.label.words
            if start >= end:
                rest = range(index + 1, min(index + 3, len(self.lines)))
                after = next((i for i in rest if not self.is_time_stamp(i)), None)
                if after is not None:
                    start, end = self.lines[after].start, self.lines[after].end
        return self.text[start:end].strip(STYLE_MARKS + " ")

    @cached_property
    def _unlabelled(self) -> list[str]:
        """The share of the lines that have no label."""
        return list(_share("unlabelled", self.labels.count(None), len(self.lines)))

    @cached_property
    def _article_features(self) -> dict[Mark, list[str]]:
        """For each mark what the lines that have a label with it are like together."""
        with_words = [i for i, mark in enumerate(self._marks) if mark in MARKS_WITH_WORDS]
        pooled = [f"any {feature}" for feature in self._together(with_words)]
        of_marks: dict[Mark, list[int]] = {}
        for index, mark in enumerate(self._marks):
            if mark:
                of_marks.setdefault(mark, []).append(index)
        return {
            mark: [
                *(f"all {feature}" for feature in self._together(indexes)),
                *(pooled if mark in MARKS_WITH_WORDS else ()),
            ]
            for mark, indexes in of_marks.items()
        }

    def _together(self, indexes: Sequence[int]) -> Iterator[str]:
        """What lines are like together: how many speak, ask, have a name in capitals."""
        count = len(indexes)
        yield from _at_least("lines", count)
        yield from _share("lines", count, len(self.lines))
        turns_of = Counter(self.speakers[i] for i in indexes)
        repeating = sum(n > 1 for n in turns_of.values())
        yield from _at_least("repeating", repeating)
        phrases = [label.phrase for i in indexes if (label := self.labels[i])]
        said = [self.said[i] for i in indexes]
        first_words = [word_parts(phrase.lower())[:1] for phrase in phrases]
        i_or_we = transcript_words("i") | transcript_words("we")
        speaking = sum(
            not self.words[i].isdisjoint(i_or_we | transcript_words("you")) for i in indexes
        )
        totals = {
            "speaking": speaking,
            "first person": sum(not self.words[i].isdisjoint(i_or_we) for i in indexes),
            "asking": sum(words.endswith("?") for words in said),
            "sentences": sum(map(_is_sentence, said)),
            "quoted": sum(words[:1] in _OPENING_QUOTES for words in said),
            "capitals": sum(map(str.isupper, phrases)),
            "people": sum(
                bool(w) and (w[0] in first_names() or w[0] in titles()) for w in first_words
            ),
            "roles": sum(is_speaker_role(word_parts(phrase.lower())) for phrase in phrases),
        }
        for name, total in totals.items():
            yield from _share(name, total, count)
        changes = sum(self.speakers[a] != self.speakers[b] for a, b in pairwise(indexes))
        yield from _share("changes", changes, count - 1)
        if repeating > 1 and 4 * speaking >= count:
            yield "dialogue"

    def _of_name(self, index: int, label: Label) -> Iterator[str]:
        """What the name in the label of a line is like."""
        words = word_parts(label.phrase.lower())
        surname = _surname(self.text, label)
        turns = self._turns[label.mark, self.speakers[index]]
        before = self._speaker_before(index, label.mark)
        flags = {
            "initials": self._is_initials[index],
            "role": is_speaker_role(words),
            "capitals": label.phrase.isupper() and len(label.phrase) > 1,
            "title": bool(words) and words[0] in titles(),
            "first name": bool(words) and words[0] in first_names(),
            "common word": surname in self._lower_case,
            "known": surname not in self._lower_case and self._counts[surname] > turns,
            "digit": any(map(str.isdigit, label.phrase)),
            "title after": label.has_title,
            "same speaker": before == self.speakers[index],
            "other speaker": before is not None and before != self.speakers[index],
        }
        yield from (name for name, holds in flags.items() if holds)
        yield from _at_least("turns", turns)
        yield from _at_least("name words", len(words))

    def _speaker_before(self, index: int, mark: Mark) -> str | None:
        """Who is named by the last label before a line that has the same mark; None far away."""
        for i in range(index - 1, max(index - LINES_BACK, 0) - 1, -1):
            label = self.labels[i]
            if label and label.mark is mark:
                return self.speakers[i]
        return None

    def _of_words(self, index: int, label: Label) -> Iterator[str]:
        """What the words after the label of a line are like, and how the line is set."""
        said, words = self.said[index], self.words[index]
        flags = {
            "first line": index == 0,
            "bold": label.bold,
            "timed": label.timed,
            "inner line": not self.lines[index].opens_paragraph,
            "speaks": not words.isdisjoint(
                transcript_words("i") | transcript_words("we") | transcript_words("you")
            ),
            "asks": said.endswith("?"),
            "sentence": said[-1:] in _SENTENCE_ENDS,
            "opens in lower case": said[:1].islower(),
            "opens with digit": said[:1].isdigit(),
            "opens quoted": said[:1] in _OPENING_QUOTES,
        }
        yield from (name for name, holds in flags.items() if holds)
        yield f"kind {self.kinds[index]}"
        yield from _at_least("said", len(said.split()))


def _surname(text: str, label: Label | None) -> str:
    """The last word of the name in ``label``, in lower case."""
    if label is None:
        return ""
    if label.mark is Mark.QUESTION:
        return "?"
    return "".join(word_parts(text[slice(*label.name)].lower())[-1:])


def _initials(text: str, label: Label | None) -> str:
    """The initials, in lower case, of a name of some words in ``label``; "-" without one."""
    words = word_parts(text[slice(*label.name)]) if label and label.phrase else []
    return "".join(word[0] for word in words).lower() if len(words) > 1 else "-"


def _is_sentence(said: str) -> bool:
    return len(said.split()) >= MIN_SENTENCE_WORDS and said[-1:] in _SENTENCE_ENDS


def _at_least(name: str, number: int) -> Iterator[str]:
    return (f"{name} {step}+" for step in STEPS if number >= step)


def _share(name: str, number: int, of: int) -> Iterator[str]:
    return (f"{name} {fifth}/5" for fifth in FIFTHS if of and 5 * number >= fifth * of)
