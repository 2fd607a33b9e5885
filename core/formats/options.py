"""How inputs are read: their encoding, how large they may be, and which fields of a row to take."""

from dataclasses import dataclass

MAX_BYTES = 100_000_000  # a table of some 20,000 articles; a single article has a ten-thousandth

TIMEOUT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read.

    ``encoding`` takes the place of detection in files of text. A file, and what it holds when it
    is unpacked, may have ``max_bytes``; None is 100 MB, or 20 MB from the web. The text, the id and
    the title of a row of JSON or CSV are in the fields of these names; None looks for the usual
    ones, and for no id. With ``streamed`` a table is read row by row, however large it is, and
    ``max_bytes`` is the limit of a row.
    """

    encoding: str | None = None
    max_bytes: int | None = None
    text_field: str | None = None
    id_field: str | None = None
    title_field: str | None = None
    streamed: bool = False


DEFAULTS = ReadOptions()
