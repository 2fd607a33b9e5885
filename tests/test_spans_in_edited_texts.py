"""A text is edited step by step, with spans marked in it: what is read of them follows the edits.

The model moves the spans by hand. After each step the look-ups must agree with counting, and the
words of a span must be those that were marked, whatever now stands around them.
"""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fuzz.properties import article_holds
from newsbrief import Anchors, Span, context, parse
from newsbrief.pages.marks import Mark, MarkKind, segments
from newsbrief.spans import Lines, SortedSpans, fold, join, trim

PIECES = st.sampled_from(
    [
        *("The mayor said it rained. ", "“No,” she said.", "Ann Lee denied ", "\n\n", "\r\n", "\r"),
        *(
            "recon-\nstruction",
            "co\xadordinated",
            " ",
            "é",
            "👩‍👧",
            "\u200b",
            "\t",
            "-\n",
            "x",
            ". ",
        ),
        *("“", "”", "J. ", "\x85", "By Ann Lee\n", "\n- ", "\u2028", "a" * 40, "\ufeff", "\n \n"),
    ]
)


class EditedText(RuleBasedStateMachine):
    """The text, and the spans marked in it with the words that they had."""

    def __init__(self) -> None:
        super().__init__()
        self.text = "It rained all day, the mayor of Dunmore said.\n\n“We are wet,” she said."
        self.marked: list[tuple[Span, str, str]] = []  # with its words as they are, and folded

    @rule(piece=PIECES, data=st.data())
    def insert(self, piece: str, data: st.DataObject) -> None:
        """Put ``piece`` where no span is torn."""
        at = data.draw(st.sampled_from(self._outside()))
        self.text = self.text[:at] + piece + self.text[at:]
        self._move(at, len(piece))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        """Take out what stands between two places with no span between them."""
        places = self._outside()
        start = data.draw(st.sampled_from(places))
        later = [span.start for span, _, _ in self.marked if span.start >= start]
        end = data.draw(st.sampled_from([p for p in places if start <= p <= min(later, default=p)]))
        self.text = self.text[:start] + self.text[end:]
        self._move(end, start - end)

    @rule(data=st.data())
    def mark(self, data: st.DataObject) -> None:
        """Mark a span of the text as it now is."""
        start = data.draw(st.integers(0, len(self.text)))
        span = trim(self.text, start, data.draw(st.integers(start, len(self.text))))
        self._mark(span)

    @precondition(lambda self: self.marked)
    @rule(data=st.data())
    def slice(self, data: st.DataObject) -> None:
        """Mark a part of a span."""
        span, words, _ = data.draw(st.sampled_from(self.marked))
        start = data.draw(st.integers(0, len(words)))
        self._mark(trim(self.text, span.start + start, span.end))

    @precondition(lambda self: len(self.marked) > 1)
    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        """Two spans together have the words of both, with a space between them."""
        (one, _, first), (other, _, second) = data.draw(
            st.lists(st.sampled_from(self.marked), min_size=2, max_size=2)
        )
        joined = join(self.text, [one, other])
        assert joined == fold(f"{self.text[slice(*one)]} {self.text[slice(*other)]}")
        if "\xad" not in first + second and not first.endswith(("-", "‐")):
            assert joined == f"{first} {second}"

    def _mark(self, span: Span) -> None:
        words = self.text[span.start : span.end]
        if words:
            assert words == words.strip()
            self.marked.append((span, words, fold(words)))

    def _outside(self) -> list[int]:
        """The places that stand in no span."""
        inner = {place for span, _, _ in self.marked for place in range(span.start + 1, span.end)}
        return sorted(set(range(len(self.text) + 1)) - inner)

    def _move(self, at: int, by: int) -> None:
        """Move what starts from ``at`` on."""
        self.marked = [
            (Span(span.start + by, span.end + by) if span.start >= at else span, words, folded)
            for span, words, folded in self.marked
        ]

    @invariant()
    def a_span_has_the_words_that_were_marked(self) -> None:
        for span, words, folded in self.marked:
            assert self.text[span.start : span.end] == words
            assert join(self.text, [span]) == folded

    @invariant()
    def look_ups_agree_with_counting(self) -> None:
        spans = sorted((span for span, _, _ in self.marked), key=lambda span: span.start)
        found, lines = SortedSpans(spans), Lines(self.text)
        for at in sorted({*(span.start for span in spans), *(span.end for span in spans)}):
            around = [span for span in spans if span.start <= at < span.end]
            assert found.overlapping(at, at + 1) == around
            assert found.holding(at) == (around[0] if around else None)
            assert found.covers(at) is bool(around)
            breaks = len(re.findall("\r\n?|\n", self.text[:at]))  # none is cut: no span ends in it
            assert lines.number(at) == 1 + breaks

    @invariant()
    def segments_cover_the_text_and_know_their_spans(self) -> None:
        marks = [Mark(*span, MarkKind.CLAIM, (i,)) for i, (span, _, _) in enumerate(self.marked)]
        found = segments(0, len(self.text), marks)
        assert "".join(self.text[each.start : each.end] for each in found) == self.text
        for each in found:
            holding = [m for m in marks if m.start <= each.start and each.end <= m.end]
            assert sorted(each.marks) == sorted(holding)
        assert all(a.end == b.start for a, b in pairwise(found))

    @invariant()
    def the_article_and_what_points_into_it_give_the_words_back(self) -> None:
        article = parse(self.text)
        article_holds(article)
        anchors = Anchors(article)
        for span, words, _ in self.marked[-3:]:
            quote = anchors.quote(span)
            assert quote.exact == words
            whole = quote.prefix + quote.exact + quote.suffix
            assert self.text.startswith(whole, span.start - len(quote.prefix))
            around = context(article, [span]).around
            assert around.start <= span.start < span.end <= around.end


TestEditedText = EditedText.TestCase
TestEditedText.settings = settings(max_examples=40, stateful_step_count=20)
