"""What is read of a file: the plain text of an article, and what the file says of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsbrief.article import Metadata
from newsbrief.errors import InputError


@dataclass(frozen=True, slots=True)
class Document:
    """The plain text of an article, and what its file says of it: None where it does not say.

    ``text`` opens with the title, where there is one, and parts paragraphs by a blank line. The
    ``title`` is "" of a text that is known to have none.
    ``date`` is ISO 8601, a day or a moment; ``language`` an ISO 639 code. ``part`` tells the
    articles of one file apart: the number of the row or the item, from 1, or its own id. ``saved``
    is the JSON object that newsbrief's ``facts`` wrote of the article, where the file is its
    output; the text is "" where that was saved without it. ``id`` is what its file calls the
    article. ``read_bytes`` is how much of a file had been read that is read row by row.
    """

    text: str
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    part: int | str | None = None
    saved: Mapping[str, object] | None = None
    id: str | None = None
    read_bytes: int | None = None

    @property
    def metadata(self) -> Metadata:
        """What the file says of the article besides its title."""
        return Metadata(self.byline, self.date, self.outlet, self.url, self.language)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a web archive, as the server answered; ``warc.document`` makes a document of it.

    That takes long enough to be left to whoever works on the article. ``part`` is the number of
    the record in its file, from 1, and ``id`` the record's own.
    """

    data: bytes
    url: str | None
    charset: str | None
    part: int
    id: str | None = None
    read_bytes: int | None = None


class PartError(InputError):
    """One of the articles of a file cannot be read, that called ``part``; the others can.

    ``id`` is what its file calls it, where that is known.
    """

    def __init__(self, message: str, part: int | str | None, id_: str | None = None) -> None:
        super().__init__(message)
        self.part = part
        self.id = id_
