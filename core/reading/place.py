"""A place where a sentence may end, as the rules that decide on it see it."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place where a sentence may end, with what stands on both sides of the mark."""

    text: str
    sentence_start: int
    mark_start: int
    end: int  # of the marks that close after it
    word: str  # before the mark, "" where white space is
    mark: str
    closing: str  # quotation marks and brackets after the mark
    opening: str  # quotation marks and brackets before what follows
    following: str  # up to 24 characters after white space and opening marks

    @property
    def up_to_end(self) -> tuple[str, int, int]:
        """The text, and the span of the sentence if it ends here."""
        return self.text, self.sentence_start, self.end
