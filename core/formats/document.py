"""What is read of a file: the plain text of an article, and what the file says of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The plain text of an article, and what its file says of it: None where it does not say.

    ``text`` opens with the title, where there is one, and parts paragraphs by a blank line.
    ``date`` is ISO 8601, a day or a moment; ``language`` an ISO 639 code. ``part`` tells the
    articles of one file apart: the number of the row or the item, from 1.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    part: int | None = None
