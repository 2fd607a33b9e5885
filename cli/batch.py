"""A command's work on its inputs: one that fails is reported, and the others are still done."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Generic, TypeVar

import typer

from newsbrief import Article, ReadOptions, parse
from newsbrief.errors import NewsbriefError, told_seconds
from newsbrief.formats.document import Document
from newsbrief.formats.files import article

from . import links, output, spread
from .alarm import LateError, within
from .endings import format_of
from .faults import FaultError, foreseen, traceback
from .formats import Format, Frame, Result, Shape, View, error_record, frame, rendered
from .inputs import Identity, identities, refuse_overwriting
from .interrupts import held
from .messages import complain, tell, told
from .outcomes import Failure, Made, Step
from .safety import dumps
from .status import ExitStatus
from .terminal import Colour, Screen, has_colour, is_terminal, takes_escapes, width

T = TypeVar("T")
R = TypeVar("R")


def no_note(_: Article) -> str:
    """No message, whatever the article."""
    return ""


def _nothing(_name: str, _message: str) -> None:
    """Nothing in place of an article that was lost."""


@dataclass(slots=True)
class Batch:
    """The options that all commands share, and how many inputs have failed so far.

    A draft in which a check finds a fault has failed too.
    """

    inputs: list[str]
    reading: ReadOptions
    read: frozenset[Identity] = frozenset()  # the files that nothing is written over
    with_text: bool = False
    format: Format = Format.AUTO
    output: str = output.STDOUT
    colour: Colour = Colour.AUTO
    quiet: bool = False
    debug: bool = False
    paged: bool = True
    jobs: int | None = None
    limit: float | None = None  # seconds for an article; jobs are processes of their own then
    only_json: tuple[
        str, ...
    ] = ()  # options that were typed and that other formats have no use for
    failed: int = 0

    def also_reads(self, path: str) -> None:
        """Take care of the file ``path``. Raises ``OptionError`` where the output is that file."""
        self.read |= identities([path])
        if self.output != output.STDOUT:
            refuse_overwriting(self.output, self.read)

    def each(
        self,
        work: Callable[[Article], T],
        view: View[T],
        note: Callable[[Article], str] = no_note,
    ) -> None:
        """Write the result of ``work`` for each input, then exit with the status.

        ``note`` gives a message about an input for stderr, or "". All three can be
        sent to other processes.
        """
        shape = self._shape()
        make = _Writer(Maker(work, note), view, shape, self._only)
        texts = self.results(make, partial(_in_place, shape.format))
        self._write((text for _, text in texts), shape, view)

    def together(
        self,
        work: Callable[[Sequence[str], Sequence[Article]], T],
        view: View[T],
        note: Callable[[Article], str],
    ) -> None:
        """Write the one result of ``work`` for all inputs (names, articles), then exit.

        ``note`` is what there is to say of an article on stderr, or "".
        """

        def compared() -> Iterator[Result[T]]:
            read = list(self.articles(self.inputs))
            if read:
                files, articles = zip(*read, strict=True)
                for file, article in read:
                    self.note(file, note(article))
                comparison = partial(self.compared, partial(work, files, articles), len(articles))
                for value in self._attempted(comparison, files):
                    titled = (article for article in articles if article.title)
                    yield Result(None, next(titled, articles[0]), value)

        self.publish(compared(), view)

    def compared(self, work: Callable[[], T], articles: int) -> T:
        """What ``work`` on so many ``articles`` gives, which may take as long as each of them may.

        Raises ``FaultError`` where it fails, or takes longer.
        """
        if self.limit is None:
            with foreseen():
                return work()
        seconds = self.limit * articles
        try:
            with within(seconds), foreseen():
                return work()
        except LateError:
            each = f" ({self.limit:g} for each article)" if articles > 1 else ""
            late = f"not compared in {told_seconds(seconds)}{each}; --timeout sets another limit"
            raise FaultError(late) from None

    def over_all(
        self,
        make: Callable[[str, Document], Made[R]],
        work: Callable[[Iterator[R]], T],
        view: View[T],
    ) -> None:
        """Write the one result of ``work``, which takes what ``make`` makes of each, then exit."""

        def counted() -> Iterator[Result[T]]:
            made = (each for _, each in self.results(make, takes_saved=True))
            first = next(made, None)
            if first is not None:
                every = chain([first], made)
                for value in self._attempted(partial(work, every), self.inputs):
                    yield Result(None, parse(""), value)

        self.publish(counted(), view)

    def publish(self, results: Iterator[Result[T]], view: View[T]) -> None:
        """Write ``results`` as ``view`` shows them, then exit with the status."""
        shape = self._shape()
        texts = (
            rendered(shape, view, result, several=_several(result.file, self._only))
            for result in results
        )
        self._write(texts, shape, view)

    def _write(self, texts: Iterator[str], shape: Shape, view: View[T]) -> None:
        paged = self.paged and takes_escapes(sys.stdout)
        with output.opened(self.output, paged=paged) as write:
            first = next(texts, None)
            if first is None and self.failed:
                # An empty array or a header alone would look like a result.
                raise typer.Exit(ExitStatus.FAILED)
            every = texts if first is None else chain([first], texts)
            _write_framed(write, frame(shape.format, view), every)
        raise typer.Exit(ExitStatus.FAILED if self.failed else ExitStatus.DONE)

    def articles(self, names: Sequence[str]) -> Iterator[tuple[str, Article]]:
        """The articles in the inputs ``names``, with their own; those unreadable are reported."""
        step = Step(_parsed, self.reading, self.limit, self.debug)
        return self._results(step, names, 1, _nothing)

    def note(self, name: str, message: str) -> None:
        """Say something of an input on stderr, unless that is "" or nobody wants to hear it."""
        if message and not self.quiet:
            complain(f"{told(name)}: {message}", self.colour)

    def without_effect(self, options: str, why: str) -> None:
        """Say on stderr that ``options`` change nothing, unless nobody wants to hear it."""
        if not self.quiet:
            complain(f"{options} without effect: {why}", self.colour)

    def fail(self, name: str, error: NewsbriefError) -> None:
        """Report and count an input that could not be read or used."""
        self.failure(name, Failure(str(error), traceback(error) if self.debug else ""))

    def failure(self, name: str, failure: Failure) -> None:
        """Report and count an article of which there is no result."""
        self.failed += 1
        tell(failure.traceback)
        complain(f"{told(name)}: {failure.message}", self.colour)

    def results(
        self,
        make: Callable[[str, Document], Made[R]],
        in_place: Callable[[str, str], R | None] = _nothing,
        *,
        takes_saved: bool = False,
    ) -> Iterator[tuple[str, R]]:
        """What ``make`` makes of each article, with its name; failures are reported and counted.

        ``in_place`` of the name and the message is what stands there for an article that is lost.
        Facts that were saved without their article end their input, unless ``takes_saved``.
        """
        step = Step(make, self.reading, self.limit, self.debug, takes_saved)
        return self._results(step, self.inputs, self.jobs, in_place)

    def _results(
        self,
        step: Step[R],
        names: Sequence[str],
        jobs: int | None,
        in_place: Callable[[str, str], R | None],
    ) -> Iterator[tuple[str, R]]:
        outcomes = spread.outcomes(step, names, jobs, quiet=self.quiet)
        with closing(outcomes):
            for name, made in outcomes:
                if isinstance(made, Made):
                    self.note(name, made.note)
                    yield name, made.result
                    continue
                self.failure(name, made)
                if made.lost and (instead := in_place(name, made.message)) is not None:
                    yield name, instead

    def _attempted(self, work: Callable[[], T], names: Sequence[str]) -> Iterator[T]:
        """What ``work`` on inputs gives; nothing where it fails, which is reported."""
        try:
            with foreseen():
                result = work()
        except FaultError as error:
            self.fail(f"{names[0]} to {names[-1]}" if len(names) > 1 else names[0], error)
        else:
            yield result

    @property
    def chosen(self) -> Format:
        """The format of the results, where it is left open that of the output."""
        if self.format is not Format.AUTO:
            return self.format
        shown = self.output == output.STDOUT and is_terminal(sys.stdout)
        return format_of(self.output) or (Format.TABLE if shown else Format.TEXT)

    def _shape(self) -> Shape:
        to_stdout = self.output == output.STDOUT
        chosen = self.chosen
        if self.only_json and chosen not in (Format.JSON, Format.JSONL):
            self.without_effect(" and ".join(self.only_json), "only --json and --jsonl print it")
        colour = has_colour(sys.stdout if to_stdout else None, self.colour)
        linked = to_stdout and links.taken(sys.stdout, colour=colour)
        return Shape(chosen, self.with_text, Screen(width(), colour, linked))

    @property
    def _only(self) -> str | None:
        """The name of the only input, None where there are several."""
        return self.inputs[0] if len(self.inputs) == 1 else None


def _parsed(_name: str, document: Document) -> Made[Article]:
    """The article in ``document``."""
    return Made(article(document))


def _write_framed(write: output.Write, around: Frame, texts: Iterable[str]) -> None:
    """Write ``texts`` in the frame ``around``, and close it whatever ends the run in between."""
    to_close = False
    try:
        for text in around.around(texts):
            with held():
                to_close = False  # within a text there is nothing that would close it
                write(text)
                to_close = text not in (around.closing, around.empty)
    finally:
        if to_close:
            write(around.closing)


def _several(name: str | None, only: str | None) -> bool:
    """Whether an article called ``name`` is one of several; ``only`` is the one input's name."""
    return only is None or name not in (None, only)


@dataclass(frozen=True, slots=True)
class Maker(Generic[T]):
    """Makes the result of an article, and the message about it."""

    work: Callable[[Article], T]
    note: Callable[[Article], str]

    def result(self, name: str, document: Document) -> Result[T]:
        """The result of the work on the article in ``document``, with that article."""
        read = article(document)
        return Result(name, read, self.work(read))

    def __call__(self, name: str, document: Document) -> Made[Result[T]]:
        """The result as it is."""
        result = self.result(name, document)
        return Made(result, self.note(result.article))


@dataclass(frozen=True, slots=True)
class _Writer(Generic[T]):
    """Makes the text of the result of an article."""

    maker: Maker[T]
    view: View[T]
    shape: Shape
    only: str | None

    def __call__(self, name: str, document: Document) -> Made[str]:
        result = self.maker.result(name, document)
        text = rendered(self.shape, self.view, result, several=_several(name, self.only))
        return Made(text, self.maker.note(result.article))


def _in_place(chosen: Format, name: str, message: str) -> str | None:
    """What stands in place of an article that was lost: a record in JSON, else nothing."""
    if chosen not in (Format.JSON, Format.JSONL):
        return None
    return dumps(error_record(name, message)) + ("\n" if chosen is Format.JSONL else "")
