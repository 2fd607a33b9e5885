"""Spans sorted by start: every look-up agrees with one that tries all spans in turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.spans import Lines, SortedSpans, Span

OFFSETS = st.integers(0, 30)
SPANS = st.lists(st.tuples(OFFSETS, st.integers(1, 12)).map(lambda pair: Span(pair[0], sum(pair))))


@given(SPANS)
def test_spans_come_out_sorted(spans: list[Span]) -> None:
    by_start = sorted(spans, key=lambda span: span.start)
    found = SortedSpans(spans)
    assert list(found) == found[:] == by_start
    assert len(found) == len(spans)
    assert [found[i] for i in range(-len(spans), len(spans))] == by_start * 2


@given(SPANS, OFFSETS)
def test_by_offset(spans: list[Span], offset: int) -> None:
    found = SortedSpans(spans)
    before = [i for i, span in enumerate(found) if span.start <= offset]
    around = [span for span in found if span.start <= offset < span.end]
    assert found.index_at(offset) == max(before, default=-1)
    assert found.holding(offset) == (around[0] if around else None)
    assert found.covers(offset) is bool(around)


@given(SPANS, OFFSETS, OFFSETS)
def test_by_range(spans: list[Span], start: int, end: int) -> None:
    start, end = min(start, end), max(start, end) + 1
    found = SortedSpans(spans)
    shared = [i for i, span in enumerate(found) if set(range(*span)) & set(range(start, end))]
    assert found.indexes_overlapping(start, end) == shared
    assert found.overlapping(start, end) == [found[i] for i in shared]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 5, [], id="touches-on-the-left"),
        pytest.param(0, 6, [0], id="one-character-shared"),
        pytest.param(6, 7, [0], id="inside"),
        pytest.param(9, 21, [0, 1], id="both-ends"),
        pytest.param(10, 20, [], id="between"),
        pytest.param(30, 99, [], id="touches-on-the-right"),
    ],
)
def test_the_end_is_exclusive(start: int, end: int, expected: list[int]) -> None:
    spans = SortedSpans([Span(5, 10), Span(20, 30)])
    assert spans.indexes_overlapping(start, end) == expected


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        pytest.param(4, None, id="before"),
        pytest.param(5, Span(5, 10), id="first-character"),
        pytest.param(9, Span(5, 10), id="last-character"),
        pytest.param(10, None, id="behind"),
    ],
)
def test_a_span_holds_its_characters_alone(offset: int, expected: Span | None) -> None:
    spans = SortedSpans([Span(5, 10), Span(20, 30)])
    assert spans.holding(offset) == expected
    assert spans.covers(offset) is (expected is not None)


def test_none() -> None:
    spans: SortedSpans[Span] = SortedSpans()
    assert (spans.index_at(3), spans.holding(3), spans.overlapping(0, 9)) == (-1, None, [])
    assert not spans.covers(0)


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        pytest.param(0, 1, id="first"),
        pytest.param(2, 1, id="a-break-belongs-to-its-line"),
        pytest.param(3, 2, id="after-cr-and-lf"),
        pytest.param(5, 3, id="after-a-lone-cr"),
        pytest.param(7, 4, id="after-lf"),
    ],
)
def test_line_numbers(offset: int, expected: int) -> None:
    assert Lines("a\r\nb\rc\nd").number(offset) == expected
