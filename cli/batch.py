"""A command's work on its inputs, one by one: a bad one is reported and the others are done."""

import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

import typer

from newsbrief import Article
from newsbrief.errors import NewsbriefError, OptionError

from . import inputs, output
from .formats import Format, Render, Report, View, renderer
from .messages import complain, progress
from .status import ExitStatus
from .terminal import Colour, has_colour, is_terminal, width

T = TypeVar("T")


@dataclass(slots=True)
class Batch:
    """What all commands are told, and how many inputs have failed so far."""

    inputs: list[str]
    encoding: str | None = None
    format: Format = Format.AUTO
    output: str = output.STDOUT
    colour: Colour = Colour.AUTO
    quiet: bool = False
    debug: bool = False
    failed: int = 0

    def each(
        self,
        work: Callable[[Article], T],
        view: View[T],
        remark: Callable[[Article], str] = lambda _: "",
    ) -> None:
        """Write what ``work`` makes of each input; ends the program with its exit status.

        ``remark`` gives what is to be said of an input on stderr, if anything.
        """
        self.publish(self._reports(work, remark), view)

    def together(
        self, work: Callable[[Sequence[str], Sequence[Article]], T], view: View[T]
    ) -> None:
        """Write what ``work`` makes of all inputs, given their names and the articles."""

        def report() -> Iterator[Report[T]]:
            read = list(self.articles())
            if read:
                files, articles = zip(*read, strict=True)
                yield Report(None, articles[0], work(files, articles))

        self.publish(report(), view)

    def publish(self, reports: Iterator[Report[T]], view: View[T]) -> None:
        """Write ``reports`` as ``view`` shows them; ends the program with its exit status."""
        with output.opened(self.output) as write:
            first = next(reports, None)
            if first is None and self.failed:
                # Not even an empty array or a header: that would look like a result.
                raise typer.Exit(ExitStatus.FAILED)
            for text in self._rendered(view, reports if first is None else chain([first], reports)):
                write(text)
        raise typer.Exit(ExitStatus.FAILED if self.failed else ExitStatus.DONE)

    def articles(self) -> Iterator[tuple[str, Article]]:
        """The inputs that can be read, each with its name."""
        for name in progress(self.inputs, quiet=self.quiet):
            try:
                article = inputs.article(name, self.encoding)
            except NewsbriefError as error:
                self.fail(name, error)
            else:
                yield name, article

    def fail(self, name: str, error: NewsbriefError) -> None:
        """Report and count an input that cannot be worked on."""
        self.failed += 1
        if self.debug:
            traceback.print_exception(error)
        complain(f"{name}: {str(error).removeprefix(f'{name}: ')}", self.colour)

    def _reports(
        self, work: Callable[[Article], T], remark: Callable[[Article], str]
    ) -> Iterator[Report[T]]:
        for name, article in self.articles():
            if not self.quiet and (said := remark(article)):
                complain(f"{name}: {said}", self.colour)
            try:
                report = Report(name, article, work(article))
            except OptionError:  # the same for all inputs
                raise
            except NewsbriefError as error:
                self.fail(name, error)
            else:
                yield report

    def _rendered(self, view: View[T], reports: Iterator[Report[T]]) -> Iterator[str]:
        to_stdout = self.output == output.STDOUT
        chosen = self.format
        if chosen is Format.AUTO:
            shown = to_stdout and is_terminal(sys.stdout)
            chosen = Format.TABLE if shown else Format.TEXT
        render: Render[T] = renderer(
            chosen,
            several=len(self.inputs) > 1,
            width=width(),
            colour=has_colour(sys.stdout if to_stdout else None, self.colour),
        )
        return render(view, reports)
