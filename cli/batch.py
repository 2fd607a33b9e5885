"""A command's work on its inputs: one that fails is reported, and the others are still done."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

import typer

from newsbrief import Article, ReadOptions, parse
from newsbrief.errors import InputError, NewsbriefError, OptionError
from newsbrief.formats.document import Document

from . import inputs, links, output
from .faults import FaultError, foreseen
from .formats import Format, Render, Report, View, renderer
from .messages import complain, progress, tell
from .status import ExitStatus
from .terminal import Colour, Screen, has_colour, is_terminal, takes_escapes, width

T = TypeVar("T")


@dataclass(slots=True)
class Batch:
    """The options that all commands share, and how many inputs have failed so far.

    A draft in which a check finds a fault has failed too.
    """

    inputs: list[str]
    reading: ReadOptions
    timeout: float
    with_text: bool = False
    format: Format = Format.AUTO
    output: str = output.STDOUT
    colour: Colour = Colour.AUTO
    quiet: bool = False
    debug: bool = False
    paged: bool = True
    failed: int = 0

    def each(
        self,
        work: Callable[[Article], T],
        view: View[T],
        note: Callable[[Article], str] = lambda _: "",
    ) -> None:
        """Write the result of ``work`` for each input, then exit with the status.

        ``note`` gives a message about an input for stderr, or "".
        """
        self.publish(self.reports(work, note), view)

    def together(
        self, work: Callable[[Sequence[str], Sequence[Article]], T], view: View[T]
    ) -> None:
        """Write the one result of ``work`` for all inputs (names, articles), then exit."""

        def report() -> Iterator[Report[T]]:
            read = list(self.articles())
            if read:
                files, articles = zip(*read, strict=True)
                for result in self._attempted(partial(work, files, articles), files):
                    yield Report(None, articles[0], result)

        self.publish(report(), view)

    def over_all(self, work: Callable[[Iterator[tuple[str, Document]]], T], view: View[T]) -> None:
        """Write the one result of ``work``, which takes the documents as they come, then exit."""

        def report() -> Iterator[Report[T]]:
            documents = self._read(inputs.documents)
            first = next(documents, None)
            if first is not None:
                every = chain([first], documents)
                for result in self._attempted(partial(work, every), self.inputs):
                    yield Report(None, parse(""), result)

        self.publish(report(), view)

    def publish(self, reports: Iterator[Report[T]], view: View[T]) -> None:
        """Write ``reports`` as ``view`` shows them, then exit with the status."""
        paged = self.paged and takes_escapes(sys.stdout)
        with output.opened(self.output, paged=paged) as write:
            first = next(reports, None)
            if first is None and self.failed:
                # An empty array or a header alone would look like a result.
                raise typer.Exit(ExitStatus.FAILED)
            every = reports if first is None else chain([first], reports)
            in_parts = first is not None and first.file not in (None, *self.inputs)
            for text in self._rendered(view, every, several=in_parts or len(self.inputs) > 1):
                write(text)
        raise typer.Exit(ExitStatus.FAILED if self.failed else ExitStatus.DONE)

    def articles(self, names: Sequence[str] | None = None) -> Iterator[tuple[str, Article]]:
        """The articles that can be read, with their names; the others are reported.

        ``names`` are those of the inputs, all of them unless given.
        """
        return self._read(inputs.articles, names)

    def note(self, name: str, message: str) -> None:
        """Say something of an input on stderr, unless that is "" or nobody wants to hear it."""
        if message and not self.quiet:
            complain(f"{name}: {message}", self.colour)

    def _read(
        self,
        read: Callable[[str, ReadOptions, float], Iterator[tuple[str, T | InputError]]],
        names: Sequence[str] | None = None,
    ) -> Iterator[tuple[str, T]]:
        """What ``read`` finds in the inputs, with its names; what cannot be read is reported."""
        for name in progress(self.inputs if names is None else names, quiet=self.quiet):
            try:
                for called, found in read(name, self.reading, self.timeout):
                    if isinstance(found, InputError):
                        self.fail(called, found)
                    else:
                        yield called, found
            except InputError as error:
                self.fail(name, error)

    def fail(self, name: str, error: NewsbriefError) -> None:
        """Report and count an input that could not be read or used."""
        self.failed += 1
        if self.debug:
            from traceback import format_exception

            tell("".join(format_exception(error)))
        shown = name or "''"
        complain(f"{shown}: {str(error).removeprefix(f'{name}: ')}", self.colour)

    def _attempted(self, work: Callable[[], T], names: Sequence[str]) -> Iterator[T]:
        """What ``work`` on inputs gives; nothing where it fails, which is reported."""
        try:
            with foreseen():
                result = work()
        except FaultError as error:
            self.fail(f"{names[0]} to {names[-1]}" if len(names) > 1 else names[0], error)
        else:
            yield result

    def reports(
        self, work: Callable[[Article], T], note: Callable[[Article], str]
    ) -> Iterator[Report[T]]:
        """The result of ``work`` for each input; one that fails is reported and counted."""
        for name, article in self.articles():
            try:
                with foreseen():
                    message, result = note(article), work(article)
            except OptionError:  # the same for all inputs
                raise
            except NewsbriefError as error:
                self.fail(name, error)
                continue
            self.note(name, message)
            yield Report(name, article, result)

    def _rendered(
        self, view: View[T], reports: Iterator[Report[T]], *, several: bool
    ) -> Iterator[str]:
        to_stdout = self.output == output.STDOUT
        chosen = self.format
        if chosen is Format.AUTO:
            shown = to_stdout and is_terminal(sys.stdout)
            chosen = Format.TABLE if shown else Format.TEXT
        colour = has_colour(sys.stdout if to_stdout else None, self.colour)
        render: Render[T] = renderer(
            chosen,
            several=several,
            with_text=self.with_text,
            screen=Screen(width(), colour, to_stdout and links.taken(sys.stdout, colour=colour)),
        )
        return render(view, reports)
