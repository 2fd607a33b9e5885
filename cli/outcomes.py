"""What comes of one article: a result, or why there is none. It is the same in any process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from newsbrief import ReadOptions
from newsbrief.errors import InputError, NewsbriefError, OptionError
from newsbrief.formats.document import Document, Page, PartError
from newsbrief.formats.files import without_article

from . import inputs
from .faults import FaultError, foreseen, traceback

T = TypeVar("T")


class Failure(NamedTuple):
    """Why there is no result, in a line; the traceback, where it is asked for.

    An article is ``lost`` where the fault is not its own: a bug, or no memory or time for it.
    ``id`` is what its file calls it, where that is known.
    """

    message: str
    traceback: str = ""
    lost: bool = False
    id: str | None = None


class Made(NamedTuple, Generic[T]):
    """A result, and a message about the article, or ""."""

    result: T
    note: str = ""


class Outcome(NamedTuple, Generic[T]):
    """What came of the article that is called ``name``."""

    name: str
    made: Made[T] | Failure


Found = Document | Page | Failure


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """The work on each article: how it is read, what is made of it. It can be sent to a process."""

    make: Callable[[str, Document], Made[T]]
    reading: ReadOptions
    limit: float | None  # seconds, for what has to answer first
    debug: bool = False
    takes_saved: bool = False  # facts without their article, which are else the end of an input

    def found(self, name: str) -> Iterator[tuple[str, Found]]:
        """The articles in the input ``name``, each with its own name, as they are read.

        A failure stands in the place of one that cannot be read, and at the end where the rest of
        the input cannot.
        """
        try:
            for called, document in inputs.documents(name, self.reading, self.limit):
                each: Document | Page | PartError = document
                if isinstance(document, Document) and not self._takes(document):
                    each = without_article(document)
                if isinstance(each, PartError):
                    yield called, self._failure(called, each, each.id)
                else:
                    yield called, each
        except InputError as error:
            yield name, self._failure(name, error)

    def outcome(self, name: str, found: Found) -> Outcome[T]:
        """What comes of the article ``found``.

        Raises ``OptionError`` where an option makes no sense, whatever the article.
        """
        if isinstance(found, Failure):
            return Outcome(name, found)
        try:
            with foreseen():
                return Outcome(name, self.make(name, inputs.whole(found, self.reading)))
        except OptionError:
            raise
        except NewsbriefError as error:
            return Outcome(name, self._failure(name, error, found.id))

    def _takes(self, document: Document) -> bool:
        return self.takes_saved or document.saved is None or bool(document.text)

    def _failure(self, name: str, error: NewsbriefError, id_: str | None = None) -> Failure:
        message = str(error).removeprefix(f"{name}: ")
        shown = traceback(error) if self.debug else ""
        return Failure(message, shown, isinstance(error, FaultError), id_)
