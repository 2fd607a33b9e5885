"""The ids of an archive's records, and whether two records have one."""

from dataclasses import dataclass, field
from hashlib import blake2b

_MAX_KNOWN = 500_000  # ids that another is compared with: some 60 MB
_KEY_BYTES = 12  # two keys of a million are the same once in 10**17 runs


@dataclass(slots=True)
class Ids:
    """The ids seen so far, and the first that two records have."""

    count: int = 0  # of records with the id of one before them
    _first: tuple[str, int, int] | None = None
    _known: dict[bytes, int] = field(default_factory=dict)

    def add(self, id_: str, record: int) -> None:
        """See whether the ``record`` of that number has the id of one before it."""
        key = blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()
        if before := self._known.get(key):
            self._first = self._first or (id_, before, record)
            self.count += 1
        elif len(self._known) < _MAX_KNOWN:
            self._known[key] = record

    @property
    def message(self) -> str:
        """What is to be said of ids that are not unique; "" where they are."""
        if self._first is None:
            return ""
        id_, before, record = self._first
        more = f", and {self.count - 1:,} more have that of one before them" * (self.count > 1)
        return f"records {before:,} and {record:,} have the same id {id_!r}{more}"
