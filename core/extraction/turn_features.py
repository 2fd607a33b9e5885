"""What the choice of turns sees of a line: its label, the words after it, and the whole article.

The features of both choices of ``transcripts``: whether a line opens a turn, and whether a line
without a label goes on with the turn before it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from newsbrief.article import Article, BlockKind
from newsbrief.text.gazetteer import first_names, titles
from newsbrief.text.tokens import word_parts

from .turn_labels import Label, Line, Mark, is_role

FIRST_SECOND = frozenset("i we you my our your me us i'm i've we're we've you're i'd i'll".split())
SINGULAR = frozenset("i my me i'm i've i'd i'll".split())
FIRST = frozenset("i my me i'm i've i'd i'll we our us we're".split())

STEPS = (1, 2, 3, 4, 8, 16)
SIGNED = frozenset({Mark.COLON, Mark.DASH, Mark.STOP, Mark.SPACE})


class Lines:
    """The lines of an article with what is counted over all of them."""

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        self.text = article.text
        self.lines = lines
        self.kinds = [article.kind_at(line.start) for line in lines]
        self.labels = [line.label for line in lines]
        self.said = [self._said(i) for i in range(len(lines))]
        self.words = [word_parts(said.lower().replace("’", "'")) for said in self.said]
        self.keys = [_key(self.text, label) if label else "" for label in self.labels]
        # Initials stand for the name that they abbreviate.
        whole = {_initials(self.text, label): key for label, key in zip(self.labels, self.keys)
                 if label and label.mark is not Mark.QUESTION}  # fmt: skip
        self.initialled = [key in whole and whole[key] != key for key in self.keys]
        self.keys = [whole.get(key, key) for key in self.keys]

    def _said(self, index: int) -> str:
        """The words after the label of a line: those of the next line if it has one of its own."""
        line = self.lines[index]
        if line.label is None:
            return self.text[line.start : line.end]
        own_line = line.label.words >= line.end
        if own_line and index + 1 < len(self.lines):
            after = index + 1
            if _is_time(self, after) and after + 1 < len(self.lines):
                after += 1
            return self.text[self.lines[after].start : self.lines[after].end]
        return self.text[line.label.words : line.end]

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The words that the text writes without a capital."""
        return frozenset(word for word in word_parts(self.text) if word.islower())

    @cached_property
    def word_counts(self) -> Counter[str]:
        return Counter(word_parts(self.text.lower()))

    @cached_property
    def of_mark(self) -> dict[Mark, list[int]]:
        """The lines whose label has the mark."""
        found: dict[Mark, list[int]] = {mark: [] for mark in Mark}
        for index, label in enumerate(self.labels):
            if label:
                found[label.mark].append(index)
        return found

    @cached_property
    def counts(self) -> dict[tuple[Mark, str], int]:
        return Counter((label.mark, key) for label, key in zip(self.labels, self.keys, strict=True)
                       if label)  # fmt: skip

    @cached_property
    def article_features(self) -> dict[Mark, list[str]]:
        """For each mark what the lines with a label of it are like together."""
        named = [i for i, label in enumerate(self.labels) if label and label.mark in SIGNED]
        pooled = [f"any {f}" for f in self._together(Mark.COLON, named)] if named else []
        return {
            mark: [*self._together(mark, rows), *(pooled if mark in SIGNED else ())]
            for mark, rows in self.of_mark.items()
            if rows
        }

    def _together(self, mark: Mark, rows: list[int]):
        repeating = sum(1 for n in Counter(self.keys[i] for i in rows).values() if n > 1)
        n = len(rows)
        speaking = sum(1 for i in rows if FIRST_SECOND & set(self.words[i]))
        first = sum(1 for i in rows if FIRST & set(self.words[i]))
        asking = sum(1 for i in rows if self.said[i].rstrip("*_ ").endswith("?"))
        sentences = sum(1 for i in rows if _is_sentence(self.said[i]))
        caps = sum(1 for i in rows if self.labels[i].phrase.isupper())
        people = sum(1 for i in rows if _is_person(self.labels[i].phrase))
        roles = sum(1 for i in rows if is_role(word_parts(self.labels[i].phrase.lower())))
        quoted = sum(1 for i in rows if self.said[i][:1] in "“\"‘'«")
        yield from _at_least("lines", n)
        yield from _share("share", n, len(self.lines))
        if mark is Mark.QUESTION:
            first_after = [self.words[i] for i in rows]
            yield from _share("first", sum(1 for w in first_after if FIRST & set(w)), n)
        else:
            yield from _at_least("repeating", repeating)
            yield from _share("speaking", speaking, n)
            yield from _share("first", first, n)
            yield from _share("asking", asking, n)
            yield from _share("caps", caps, n)
            yield from _share("people", people, n)
            yield from _share("roles", roles, n)
            if repeating > 1 and speaking * 4 >= n:
                yield "dialogue"
        yield from _share("sentences", sentences, n)
        yield from _share("quoted", quoted, n)

    @cached_property
    def unlabelled_share(self) -> list[str]:
        """The share of the lines that have no label."""
        return list(_share("unlabelled", self.labels.count(None), len(self.lines)))

    def opening(self, index: int) -> list[str]:
        """The features of the choice whether line ``index``, which has a label, opens a turn."""
        label = self.labels[index]
        assert label
        mark = label.mark
        together = self.article_features[mark]
        if mark is Mark.QUESTION:
            return ["?", *(f"? {f}" for f in (*together, *self._line(index, label)))]
        return [f"mark {mark}", *(f"all {f}" for f in together), *self._name(index, label),
                *self._line(index, label)]  # fmt: skip

    def _name(self, index: int, label: Label):
        words = word_parts(label.phrase.lower())
        last = word_parts(self.text[slice(*label.name)])[-1:] or [""]
        counts = self.counts[label.mark, self.keys[index]]
        yield from _at_least("turns", counts)
        yield from _at_least("words", len(words))
        if self.initialled[index]:
            yield "initials"
        if is_role(words):
            yield "role"
        if label.phrase.isupper() and len(label.phrase) > 1:
            yield "upper"
        if words and words[0] in titles():
            yield "title"
        if words and words[0] in first_names():
            yield "first name"
        if last[0].lower() in self.lower_case:
            yield "common word"
        elif self.word_counts[last[0].lower()] > counts:
            yield "known"
        if any(c.isdigit() for c in label.phrase):
            yield "digit"
        if label.has_title:
            yield "title after"
        previous = self._previous_key(index)
        if previous is not None:
            yield "same speaker" if previous == self.keys[index] else "other speaker"

    def _previous_key(self, index: int) -> str | None:
        for i in range(index - 1, max(index - 6, -1), -1):
            label = self.labels[i]
            if label and label.mark is self.labels[index].mark:
                return self.keys[i]
        return None

    def _line(self, index: int, label: Label):
        said, words = self.said[index].rstrip("*_ "), self.words[index]
        yield f"kind {self.kinds[index] or 'none'}"
        yield from _at_least("said", len(words))
        if index == 0:
            yield "first line"
        if label.bold:
            yield "bold"
        if label.timed:
            yield "timed"
        if not self.lines[index].opens_paragraph:
            yield "inner"
        if FIRST_SECOND & set(words):
            yield "speaks"
        if said.endswith("?"):
            yield "asks"
        elif said[-1:] in ".!…”\"’":
            yield "sentence"
        if said[:1].islower():
            yield "opens lower"
        elif said[:1].isdigit():
            yield "opens digit"
        elif said[:1] in "“\"‘'«":
            yield "opens quoted"

    def following(
        self, index: int, speakers: frozenset[str], gap: int, *, of: Label, last: bool, awaited: bool
    ) -> list[str]:
        """The features of the choice whether line ``index`` goes on with the turn before it.

        ``speakers`` are the last words of the speakers' names, ``gap`` how many lines it is after
        the label. ``last``: no turn follows; ``awaited``: the label has a line of its own, no words yet.
        """
        line, words = self.lines[index], self.words[index]
        said = self.text[line.start : line.end].rstrip("*_ ")
        kind = "question" if of.mark is Mark.QUESTION else "label"
        found = [f"gap {min(gap, 3)}", f"kind {self.kinds[index] or 'none'}",
                 *_at_least("words", len(words))]  # fmt: skip
        if awaited:
            found.append("awaited")
        found.append("of upper" if of.phrase.isupper() else f"of {kind}")
        found += (f"{kind} {share}" for share in self.unlabelled_share)
        if index + 1 < len(self.lines) and self.labels[index + 1]:
            found.append("before label")
        if last:
            found.append("last")
        if SINGULAR & set(words):
            found.append("first")
        elif FIRST & set(words):
            found.append("first plural")
        elif FIRST_SECOND & set(words):
            found.append("second")
        if speakers & set(words):
            found.append("speaker named")
            if not SINGULAR & set(words):
                found.append("only named")
        if words and words[0] in speakers:
            found.append("opens with speaker")
        if label := self.labels[index]:
            found.append(f"label {label.mark} {kind}")
        if said[-1:] not in ".!?…”\"’)":
            found.append("no sentence")
        if said[:1] in "“\"‘'«":
            found.append("quoted")
        if self.text[line.start] in "*_[(":
            found.append("styled")
        if not line.opens_paragraph:
            found.append("inner")
        return found


def is_only_time(rows: Lines, index: int) -> bool:
    return _is_time(rows, index)


def _is_time(rows: Lines, index: int) -> bool:
    line = rows.lines[index]
    return line.end - line.start <= 12 and not any(
        c.isalpha() for c in rows.text[line.start : line.end]
    )


def _key(text: str, label: Label) -> str:
    if label.mark is Mark.QUESTION:
        return "?"
    words = word_parts(text[slice(*label.name)].lower())
    return words[-1] if words else ""


def _initials(text: str, label: Label) -> str:
    words = word_parts(text[slice(*label.name)])
    return "".join(word[0] for word in words).lower() if len(words) > 1 else ""


def _is_person(phrase: str) -> bool:
    words = word_parts(phrase.lower())
    return bool(words) and (words[0] in first_names() or words[0] in titles())


def _is_sentence(said: str) -> bool:
    return len(said.split()) > 3 and said.rstrip("*_ ")[-1:] in ".!?…”\"’)]"


def _at_least(name: str, n: int) -> Iterator[str]:
    """A feature for each of a few steps that ``n`` reaches, so that weights add up with ``n``."""
    return (f"{name} {step}+" for step in STEPS if n >= step)


def _share(name: str, n: int, of: int) -> Iterator[str]:
    """A feature for each fifth that the share of ``n`` in ``of`` reaches."""
    return (f"{name} {step}/5" for step in range(1, 6) if 5 * n >= step * of)
