"""A line of a PDF: what is read of a page before its paragraphs are known."""

from typing import NamedTuple


class TextLine(NamedTuple):
    """A line of a page: its text, and its place in points from the lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float  # of its font
    page: int
