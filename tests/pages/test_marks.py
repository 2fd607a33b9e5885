"""Marks cut into segments: these cover the range in order, and each knows all marks around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief import Mark, MarkKind, Segment
from newsbrief.pages.marks import segments

TEXT = "Ann Lee said that Bo Ray said that it rained."


def mark(start: int, end: int, kind: MarkKind = MarkKind.CLAIM, *indices: int) -> Mark:
    return Mark(start, end, kind, indices or (0,))


MARKS = st.builds(
    lambda start, size, kind, index: Mark(start, start + size, kind, (index,)),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(MarkKind),
    st.integers(0, 5),
)


@pytest.mark.parametrize(
    ("marks", "cut"),
    [
        pytest.param([], ["Ann Lee said that Bo Ray said that it rained."], id="no mark"),
        pytest.param([mark(0, 45)], ["Ann Lee said that Bo Ray said that it rained."], id="all"),
        pytest.param(
            [mark(18, 44), mark(35, 44, MarkKind.CLAIM, 1)],
            ["Ann Lee said that ", "Bo Ray said that ", "it rained", "."],
            id="nested",
        ),
        pytest.param(
            [mark(0, 12), mark(8, 24)],
            ["Ann Lee ", "said", " that Bo Ray", " said that it rained."],
            id="crossing",
        ),
        pytest.param([mark(8, 12), mark(8, 12)], ["Ann Lee ", "said", TEXT[12:]], id="twice"),
        pytest.param([mark(8, 8)], [TEXT], id="empty"),
    ],
)
def test_a_text_is_cut_at_the_borders_of_marks(marks: list[Mark], cut: list[str]) -> None:
    assert [TEXT[s.start : s.end] for s in segments(0, len(TEXT), marks)] == cut


def test_marks_reach_out_of_the_range() -> None:
    outer = mark(0, 45)
    assert segments(8, 12, [outer, mark(0, 8), mark(12, 20)]) == (Segment(8, 12, (outer,)),)


def test_the_outermost_mark_comes_first() -> None:
    summary, claim = mark(0, 45, MarkKind.SUMMARY), mark(0, 45)
    inner = mark(0, 12)
    assert segments(0, 45, [inner, claim, summary])[0].marks == (summary, claim, inner)


@given(st.integers(0, 30), st.integers(0, 60), st.lists(MARKS, max_size=12))
def test_segments_cover_the_range_and_know_their_marks(
    start: int, size: int, marks: list[Mark]
) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(start + size))
    found = segments(start, len(text), marks)
    assert "".join(text[s.start : s.end] for s in found) == text[start:]
    for segment in found:
        assert segment.start < segment.end
        around = {m for m in marks if m.start <= segment.start and segment.end <= m.end}
        touched = {m for m in marks if m.start < segment.end and segment.start < m.end}
        assert set(segment.marks) == around == touched - {m for m in touched if m.start == m.end}
        assert len(segment.marks) == len(around)
