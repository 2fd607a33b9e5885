"""The records of many articles, written to an archive that a later run can go on with."""

import json
import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from gzip import GzipFile
from hashlib import sha256
from importlib.metadata import version
from itertools import accumulate, islice
from typing import BinaryIO, NamedTuple

import typer

from newsbrief import ReadOptions
from newsbrief.archive.plain import Plain
from newsbrief.archive.record import RecordOptions, error_record, record
from newsbrief.archive.table import write_parquet
from newsbrief.errors import OptionError
from newsbrief.formats.document import Document
from newsbrief.formats.files import article

from . import inputs, output, spread
from .archive_ids import Ids
from .archive_journal import Growing, Place
from .archive_names import Packing, files_in, is_archive, packer, packing, sizes
from .archive_progress import Progress, duration, tally
from .batch import Batch
from .messages import complain
from .options import ARCHIVED_SECONDS
from .outcomes import Failure, Found, Made, Outcome, Step
from .safety import dumps, utf_8
from .signals import StoppedError
from .status import ExitStatus
from .streams import reason

BLOCK = 200
"""Records that are written at once: what a run that is stopped has to do again, at most."""

_LIKE_A_BYTE = re.compile(r"\\(?=x[0-9a-f]{2})")
_COMPLETE = "is complete: nothing to resume; whether it is of these inputs and options is not known"


class Line(NamedTuple):
    """A record as a line of JSON, how much of its file had been read, and its id, if it has one."""

    data: bytes
    read_bytes: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """Makes the line of an article. It can be sent to a process."""

    options: RecordOptions

    def __call__(self, name: str, document: Document) -> Made[Line]:
        """The line of the article in ``document``, which is called ``name``."""
        made = record(article(document), _unicode(name), document.id, self.options)
        return Made(Line(_line(made), document.read_bytes, document.id))


@dataclass(frozen=True, slots=True)
class _Rest(Step[Line]):
    """The work on what a run that was stopped has left: not the first articles of an input."""

    first: str = ""
    skipped: int = 0

    def found(self, name: str) -> Iterator[tuple[str, Found]]:
        found = Step.found(self, name)
        return islice(found, self.skipped if name == self.first else 0, None)


def write_archive(batch: Batch, options: RecordOptions, *, resume: bool) -> None:
    """Write the archive that ``batch`` describes, then exit with the status.

    Raises ``OptionError`` where the output names no format, and where ``resume`` is not possible;
    ``OutputError`` where it cannot be written, and ``InputError`` for want of an extra.
    """
    if batch.output == output.STDOUT:
        raise OptionError("corpus writes a file: name it, as -o archive.parquet")
    chosen = packing(batch.output)
    work = _Work(batch, options, chosen, packer(chosen))
    try:
        growing = Growing(batch.output)
        names, passed_over = files_in(batch.inputs, growing.own)
        if growing.path in passed_over and not is_archive(growing.path):
            raise OptionError(
                f"{batch.output} stands in an input folder and is no archive of newsbrief: "
                "it would be overwritten"
            )
        if resume and inputs.STDIN in names:
            raise OptionError("standard input can be read only once: --resume needs files")
        if resume and growing.is_done():
            growing.journal.unlink(missing_ok=True)  # of a run that was stopped as it tidied up
            batch.note(batch.output, _COMPLETE)
            return
        try:
            failed = work.write(names, growing, resume=resume)
        except OSError as error:
            raise output.OutputError(f"{batch.output}: {reason(error)}{_hint(growing)}") from None
        except (KeyboardInterrupt, StoppedError):
            complain(f"{batch.output}: stopped{_hint(growing)}", batch.colour)
            raise
    except OSError as error:
        raise output.OutputError(f"{batch.output}: {reason(error)}") from None
    raise typer.Exit(ExitStatus.FAILED if failed else ExitStatus.DONE)


@dataclass(frozen=True, slots=True)
class _Work:
    """The making of an archive: how inputs are read, what of them it holds, how it is packed."""

    batch: Batch
    options: RecordOptions
    packing: Packing
    pack: Callable[[bytes], bytes]

    def write(self, names: Sequence[str], growing: Growing, *, resume: bool) -> int:
        """Write the archive of the inputs ``names``, and return how many records have an error.

        Raises ``OSError`` where it cannot be written.
        """
        known = sizes(names)
        before = [0, *accumulate(size for size, _ in known)]
        progress = Progress(before[-1], self.batch.colour, quiet=self.batch.quiet)
        with growing.opened(self._made_from(names, known), resume=resume) as file:
            if not growing.place.complete:
                self._grow(file, growing, names, before, progress)
            growing.finish(file, self._convert if self.packing is Packing.PARQUET else None)
        place = growing.place
        told = f"{tally(place.records, place.failed)}, in {duration(progress.seconds)}"
        self.batch.note(self.batch.output, told)
        return place.failed

    def _grow(
        self,
        file: BinaryIO,
        growing: Growing,
        names: Sequence[str],
        before: Sequence[int],
        progress: Progress,
    ) -> None:
        """Add the records of what is left of the inputs ``names``, a block at a time.

        ``before`` each of them, and behind the last, stand so many bytes of input.
        """
        place = growing.place
        progress.begin(before[place.index])
        self.batch.failed = place.failed
        block: list[bytes] = []
        ids = Ids()
        index, within, records = place.index, place.within, place.records

        def add(index: int, within: int, *, complete: bool = False) -> None:
            data = self.pack(b"".join(block)) if block else b""
            size = growing.place.size + len(data)
            after = Place(index, within, records, self.batch.failed, size, complete)
            growing.append(file, data, after)
            block.clear()

        with closing(self._outcomes(names, place)) as outcomes:
            for offset, outcome in outcomes:
                if place.index + offset != index:
                    index, within = place.index + offset, 0
                if len(block) == BLOCK:  # only now is it known which input comes next
                    add(index, within)
                line = self._line(outcome)
                block.append(line.data)
                within += 1
                records += 1
                if line.id is not None and self.batch.reading.id_field is not None:
                    ids.add(line.id, records)
                progress.count(records, self.batch.failed, before[index] + (line.read_bytes or 0))
        progress.end()
        self.batch.note(self.batch.output, ids.message)
        add(len(names), 0, complete=True)

    def _outcomes(self, names: Sequence[str], place: Place) -> Generator[tuple[int, Outcome[Line]]]:
        """What comes of each article behind ``place``, with how many inputs are behind it."""
        from .workers import cores

        batch, rest = self.batch, names[place.index :]
        step = _Rest(
            Recorder(self.options),
            self._reading,
            batch.limit,
            batch.debug,
            first=rest[0] if rest else "",
            skipped=place.within,
        )
        return spread.numbered(step, rest, rest, batch.jobs or cores(), self._limit)

    def _line(self, outcome: Outcome[Line]) -> Line:
        """The line of ``outcome``; one that failed is reported."""
        name, made = outcome
        if not isinstance(made, Failure):
            return made.result
        self.batch.failure(name, made)
        made_of = error_record(made.message, _unicode(name), made.id, self.options)
        return Line(_line(made_of), id=made.id)

    def _convert(self, file: BinaryIO, table: BinaryIO) -> None:
        """Make a Parquet file, ``table``, of the lines in ``file``."""
        with GzipFile(fileobj=file) as lines:
            write_parquet(map(json.loads, lines), table, with_text=self.options.with_text)

    @property
    def _reading(self) -> ReadOptions:
        return replace(self.batch.reading, streamed=True)

    @property
    def _limit(self) -> float:
        return self.batch.limit or ARCHIVED_SECONDS

    def _made_from(self, names: Sequence[str], known: Sequence[tuple[int, int]]) -> dict[str, str]:
        """What two runs have in common that make the same archive."""
        options = [asdict(self.options), asdict(self._reading), self._limit, self.packing]
        every = [(_unicode(name), *each) for name, each in zip(names, known, strict=True)]
        return {
            "version of newsbrief": version("newsbrief"),
            "options": _digest(options),
            "inputs, as they were,": _digest(every),
        }


def _digest(value: object) -> str:
    return sha256(json.dumps(value).encode()).hexdigest()


def _hint(growing: Growing) -> str:
    """What can be done after a run that was stopped."""
    if growing.place.records:
        return f"; --resume goes on after {tally(growing.place.records, 0)}"
    if growing.partial.exists():
        return f"; {growing.partial} has no record yet: the same command begins anew"
    return ""


def _unicode(name: str) -> str:
    r"""The ``name`` of a file as Arrow can hold it, and from which it can be made again.

    A byte that is not UTF-8 is ``\xe9``, and a backslash before what looks like one ``\x5c``.
    """
    return utf_8(_LIKE_A_BYTE.sub(r"\\x5c", name)).decode()


def _line(made: Plain) -> bytes:
    """``made`` as a line of JSON, which Arrow can hold too: half a pair of surrogates it cannot."""
    text = dumps(made)
    if "\\ud" in text:
        whole = json.dumps(made, ensure_ascii=False).encode("utf-16", "surrogatepass")
        text = dumps(json.loads(whole.decode("utf-16", "replace")))
    return text.encode() + b"\n"
