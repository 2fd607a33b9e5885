"""Where pages go: all results on one page, or into a folder, a page for each."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import typer

from newsbrief import Article
from newsbrief.errors import OptionError, reason
from newsbrief.formats.document import Document

from . import output
from .batch import Batch, Maker
from .endings import ending, is_folder
from .formats import Result
from .inputs import refuse_overwriting
from .outcomes import Made
from .pipes import is_pipe
from .replacement import need_folder
from .status import ExitStatus
from .terminal import is_terminal

T = TypeVar("T")

_ENDINGS = ("", ".html", ".htm")
_MAX_NAME_CHARS = 80
_SUFFIX = re.compile(r"\.\w{1,8}(?=:|$)")
_UNUSUAL = re.compile(r"[^\w.-]+")


def write_pages(
    batch: Batch,
    work: Callable[[Article], T],
    page: Callable[[Sequence[Result[T]]], str],
    note: Callable[[Article], str],
) -> None:
    """Write what ``page`` makes of the results of ``work`` for each input, then exit.

    Where the output is a folder, each result is a page of its own in it, else all are one. Raises
    OptionError where the page would go to a terminal, over an input or into a file that is by its
    name no page, OutputError where it cannot be written.
    """
    if batch.output == output.STDOUT and is_terminal(sys.stdout):
        raise OptionError("the page is HTML: name a file for it, as -o report.html")
    maker = Maker(work, note)
    if is_folder(batch.output):
        _need_folder_above(Path(batch.output))
        _write_each(batch, batch.results(_Paged(maker, page)))
    elif ending(batch.output) not in _ENDINGS and not is_pipe(batch.output):
        raise OptionError(f"-o {batch.output}: the page is HTML: its name ends in .html or .htm")
    elif every := [result for _, result in batch.results(maker)]:
        with output.opened(batch.output) as write:
            write(page(every))
    raise typer.Exit(ExitStatus.FAILED if batch.failed else ExitStatus.DONE)


@dataclass(frozen=True, slots=True)
class _Paged(Generic[T]):
    """Makes the page of an article."""

    maker: Maker[T]
    page: Callable[[Sequence[Result[T]]], str]

    def __call__(self, name: str, document: Document) -> Made[str]:
        result = self.maker.result(name, document)
        return Made(self.page([result]), self.maker.note(result.article))


def _write_each(batch: Batch, pages: Iterator[tuple[str, str]]) -> None:
    folder = Path(batch.output)
    used: set[str] = set()
    for file, page in pages:
        _make(folder)  # by the first page: where there is none, no folder is left behind
        path = str(folder / f"{_name(file, used)}.html")
        refuse_overwriting(path, batch.read)
        with output.opened(path) as write:
            write(page)


def _need_folder_above(folder: Path) -> None:
    try:
        need_folder(folder)
    except OSError as error:
        raise output.OutputError(f"{folder}: {reason(error)}") from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise output.OutputError(f"{folder}: {reason(error)}") from None


def _name(file: str, used: set[str]) -> str:
    """A name for the page of the article ``file`` that is not among those ``used``; it is added.

    >>> used = set()
    >>> _name("news/quay.txt", used), _name("old/Quay.md", used), _name("feed.xml:3", used)
    ('quay', 'Quay-2', 'feed-3')
    """
    last = file.rstrip("/").rpartition("/")[2]
    name = _UNUSUAL.sub("-", _SUFFIX.sub("", last)).strip("-.")[:_MAX_NAME_CHARS] or "article"
    free, number = name, 1
    while free.casefold() in used:
        number += 1
        free = f"{name}-{number}"
    used.add(free.casefold())
    return free
