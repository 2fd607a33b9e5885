"""Documents that are zip archives: their files read one by one, with what they unpack to bounded.

Nothing is written to disk, so that a file called "../../etc/passwd" is only a name.
"""

import io
import zipfile
import zlib

from newsbrief.errors import InputError

from .compressed import unpacks_to_more
from .options import MAX_BYTES


class Archive:
    """The files of a document that is a zip archive."""

    def __init__(self, data: bytes, limit: int = MAX_BYTES) -> None:
        """Open the archive in ``data``; ``InputError`` where it is damaged.

        At most ``limit`` bytes are unpacked of it: a zip bomb grows a thousandfold and more.
        """
        try:
            self._files = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
            raise InputError("a damaged document: its zip archive cannot be opened") from None
        self._names = frozenset(self._files.namelist())
        self._limit = self._left = limit

    def __contains__(self, name: str) -> bool:
        """Whether the archive holds a file called ``name``."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """The bytes of the file ``name``.

        Raises ``InputError`` where there is none, where it is damaged or encrypted, and where all
        that was read becomes too large.
        """
        try:
            with self._files.open(name) as file:
                data = file.read(self._left + 1)
        except KeyError:
            raise InputError(f"a damaged document: it has no {name}") from None
        except RuntimeError:
            raise InputError("an encrypted document: remove the password first") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise InputError(f"a damaged document: its {name} cannot be read") from None
        self._left -= len(data)
        if self._left < 0:
            raise unpacks_to_more(self._limit)
        return data
