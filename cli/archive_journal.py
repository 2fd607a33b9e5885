"""An archive while it is written: a file that grows by whole blocks, and a journal beside it.

A block is on the disk before the journal counts it, and the journal is replaced as a whole. So
whenever the run ends, by SIGKILL, a full disk or a loss of power too, the file holds at least what
the journal says; a later run cuts off the rest and goes on from there.
"""

import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from newsbrief.errors import OptionError

from .replacement import destination, write_whole

_PERMISSIONS = 0o666


@dataclass(frozen=True, slots=True)
class Place:
    """How far an archive is: the input at ``index`` comes next, but for its first ``within``.

    ``records`` are written, ``failed`` of which say why there is no result, in ``size`` bytes.
    """

    index: int = 0
    within: int = 0
    records: int = 0
    failed: int = 0
    size: int = 0
    complete: bool = False


class Growing:
    """An archive that is being written. ``place`` is how far its journal says that it is."""

    def __init__(self, path: str) -> None:
        """That which becomes the file ``path``.

        Raises ``OSError`` or ``OptionError`` where that is no file that can be replaced.
        """
        self.path, old = destination(path)
        self._mode = None if old is None else stat.S_IMODE(old.st_mode)
        if old is not None and not stat.S_ISREG(old.st_mode):
            raise OptionError(f"{path} is no file")
        self.partial = self._beside("partial")
        self.journal = self._beside("journal")
        self._new = self._beside("new")
        self._new_journal = self._beside("journal.new")
        self._made_from: dict[str, str] = {}
        self.place = Place()

    @property
    def own(self) -> tuple[Path, ...]:
        """All files that a run writes, none of which is an input; SIGKILL may leave each."""
        return self.path, self.partial, self.journal, self._new, self._new_journal

    def is_done(self) -> bool:
        """Whether the archive is there and no run of it was stopped before its end."""
        if self.partial.exists() or not self.path.exists():
            return False
        return not self.journal.exists() or self._place(self._told()).complete

    @contextmanager
    def opened(self, made_from: Mapping[str, str], *, resume: bool) -> Iterator[BinaryIO]:
        """The file that grows, cut to what the journal counts.

        Two runs that are ``made_from`` the same make the same archive.

        Raises ``OptionError`` where another run writes it, where one was stopped and it is not to
        ``resume``, and where that one was made from something else; ``OSError`` where it cannot be
        written.
        """
        self._made_from = dict(made_from)
        there = self.partial.exists()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self.partial, flags, _PERMISSIONS), "r+b", buffering=0) as file:
            _lock(file, self.partial)
            told = self._told() if there and self.journal.exists() else None
            if told is None and os.fstat(file.fileno()).st_size:
                raise self._anew(f"{self.partial} has no journal")
            stopped = Place() if told is None else self._place(told)
            if stopped.records and not resume:
                raise OptionError(
                    f"a run was stopped at record {stopped.records:,}: --resume goes on with it; "
                    f"to begin anew, remove {self.partial}"
                )
            if told is not None and stopped.records:
                self._check(file, told, stopped)
                self.place = stopped
            file.truncate(self.place.size)
            file.seek(self.place.size)
            self._note(self.place)
            yield file

    def append(self, file: BinaryIO, block: bytes, place: Place) -> None:
        """Add ``block``, after which the archive is as far as ``place``. Raises ``OSError``."""
        write_whole(file, block)
        on_disk(file)
        self._note(place)

    def finish(
        self, file: BinaryIO, convert: Callable[[BinaryIO, BinaryIO], None] | None = None
    ) -> None:
        """Have ``file``, or what ``convert`` makes of it, become the archive, and tidy up."""
        ready = self.partial if convert is None else self._new
        with _or_nothing(self._new):
            if convert is not None:
                file.seek(0)
                with ready.open("wb") as made:
                    convert(file, made)
                    made.flush()
                    on_disk(made)
            file.close()
            if self._mode is not None:
                ready.chmod(self._mode)
            ready.replace(self.path)
        self.sync_folder()
        self.partial.unlink(missing_ok=True)
        self.journal.unlink(missing_ok=True)
        self.sync_folder()

    def sync_folder(self) -> None:
        """Have the names of the files on the disk too, where the system can do that."""
        with suppress(OSError):
            folder = os.open(self.path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def _note(self, place: Place) -> None:
        """Have the journal say ``place``, at once and as a whole."""
        told = json.dumps({**self._made_from, **asdict(place)}).encode() + b"\n"
        with _or_nothing(self._new_journal):
            with self._new_journal.open("wb", buffering=0) as file:
                write_whole(file, told)
                on_disk(file)
            self._new_journal.replace(self.journal)
        self.sync_folder()
        self.place = place

    def _told(self) -> dict[str, Any]:
        """What the journal says. Raises ``OptionError`` where it cannot be read."""
        try:
            told = json.loads(self.journal.read_bytes())
            self._place(told)
        except (OSError, ValueError, KeyError, TypeError):
            raise self._anew(f"{self.journal} cannot be read") from None
        return dict(told)

    @staticmethod
    def _place(told: Mapping[str, Any]) -> Place:
        return Place(**{name: type(value)(told[name]) for name, value in asdict(Place()).items()})

    def _check(self, file: BinaryIO, told: Mapping[str, Any], place: Place) -> None:
        """Raise ``OptionError`` where this is not the run that wrote the journal, or the file."""
        for name, value in self._made_from.items():
            if told.get(name) != value:
                raise self._anew(f"--resume needs the same {name} as the run that was stopped")
        if os.fstat(file.fileno()).st_size < place.size:
            raise self._anew(f"{self.partial} is shorter than its journal says")

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(f"{self.path.name}.{ending}")

    def _anew(self, reason: str) -> OptionError:
        return OptionError(f"{reason}; to begin anew, remove {self.partial}")


@contextmanager
def _or_nothing(path: Path) -> Iterator[None]:
    """Remove the file at ``path`` where the block ends by an error or a signal."""
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _lock(file: BinaryIO, path: Path) -> None:
    """Keep other runs from ``file`` until it is closed, where the system can do that.

    A lock of POSIX is this process's own: workers, which are copies of it, do not hold it.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise OptionError(f"another run is writing {path}") from None


def on_disk(file: BinaryIO) -> None:
    """Have ``file`` on the disk, also where the disk has a memory of its own (macOS)."""
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined]
    except ImportError:
        os.fsync(file.fileno())
    else:
        fcntl(file.fileno(), F_FULLFSYNC)
