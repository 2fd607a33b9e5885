"""The marked text of a report as tokens, from which a template writes elements that nest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newsbrief.hyphens import unbroken
from newsbrief.pages.marks import Mark, MarkKind
from newsbrief.pages.report import Report, ReportBlock

from .safety import visible

VOICES = 8  # sources with a colour of their own: more could not be told apart
OTHER_VOICE, NO_VOICE = "v8", "v9"

_SPACES = re.compile(r"[ \t\r\n\f\v]+")  # what HTML shows as a space
_SURROGATES = re.compile("[\ud800-\udfff]")


class Token(NamedTuple):
    """A piece of a block: an element that opens or closes, text, or the number of a claim.

    ``kind`` is "open", "close", "text" or "number". An element has ``classes``, the numbers of its
    ``facts``, and an ``id`` where it is the first of its claim or sentence. Numbers count from 1.
    """

    kind: str
    text: str = ""
    classes: str = ""
    id: str = ""
    facts: str = ""
    number: int = 0


_CLOSE = Token("close")


def shown(text: str) -> str:
    r"""``text`` as a page shows it: with no control character, and no word broken at a line end.

    White space at its ends stays, as one space.

    >>> shown("a recon-\nstruction\x1b "), shown("\n ")
    ('a reconstruction\ufffd ', ' ')
    """
    folded = _SPACES.sub(" ", unbroken(text))
    return _SURROGATES.sub("\ufffd", visible(folded))


def voices(report: Report) -> list[str]:
    """The class of each source of ``report``, by which it has its colour."""
    return [
        NO_VOICE if source.label is None else f"v{index}" if index < VOICES else OTHER_VOICE
        for index, source in enumerate(report.sources)
    ]


def _summary_last(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """``marks`` with that of the summary innermost: the numbers of claims stand outside it."""
    return tuple(sorted(marks, key=lambda mark: mark.kind is MarkKind.SUMMARY))


@dataclass
class MarkedText:
    """Writes the blocks of a report as tokens, each id once; they start with ``prefix``."""

    report: Report
    prefix: str
    _voice_of: dict[int, str] = field(init=False)
    _used: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        """Find the colour of each fact: that of its source."""
        self._voice_of = {
            fact: voice
            for voice, source in zip(voices(self.report), self.report.sources, strict=True)
            for fact in source.facts
        }

    def tokens(self, block: ReportBlock) -> Iterator[Token]:
        """The tokens of ``block``. Elements that overlap are closed and opened again."""
        text = self.report.article.text
        around: tuple[Mark, ...] = ()
        here = 0
        for segment in block.segments:
            marks = _summary_last(segment.marks)
            yield from self._step(around, marks, segment.start)
            yield Token("text", shown(text[segment.start : segment.end]))
            around, here = marks, segment.end
        yield from self._step(around, (), here)

    def _step(
        self, before: tuple[Mark, ...], after: tuple[Mark, ...], offset: int
    ) -> Iterator[Token]:
        """From inside the marks ``before`` to inside those ``after``, which meet at ``offset``."""
        shared = 0
        for one, other in zip(before, after, strict=False):
            if one != other:
                break
            shared += 1
        yield from [_CLOSE] * len(before[shared:])
        for mark in before[shared:]:
            if mark.kind is MarkKind.CLAIM and self._ends_claim(mark, offset):
                yield Token("number", number=mark.indices[0] + 1)
        yield from map(self._opened, after[shared:])

    def _ends_claim(self, mark: Mark, offset: int) -> bool:
        last = self.report.facts[mark.indices[0]].claim.spans[-1]
        return offset == last.end and (mark.start, mark.end) == last

    def _opened(self, mark: Mark) -> Token:
        first = mark.indices[0] + 1
        if mark.kind is MarkKind.SUMMARY:
            return Token("open", classes="summary", id=self._once(f"{self.prefix}s{first}"))
        classes = [mark.kind.value, self._voice_of[mark.indices[0]]]
        if mark.kind is not MarkKind.CLAIM:
            facts = " ".join(str(index + 1) for index in mark.indices)
            return Token("open", classes=" ".join(classes), facts=facts)
        fact = self.report.facts[mark.indices[0]]
        if fact.source is None:
            classes.append("unsourced")
        elif fact.source.name is None:
            classes.append("unnamed")
        classes += ["hedged"] if fact.hedged else []
        name = self._once(f"{self.prefix}f{first}")
        return Token("open", classes=" ".join(classes), id=name, facts=str(first))

    def _once(self, name: str) -> str:
        """``name``, or "" where it is the id of an element already."""
        if name in self._used:
            return ""
        self._used.add(name)
        return name
