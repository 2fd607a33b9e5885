"""What ``sources`` reads: articles, whose facts it finds, saved facts, and a table of people."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newsbrief import Attribution, Metadata, facts
from newsbrief.errors import InputError, OptionError, reason
from newsbrief.formats.document import Document
from newsbrief.formats.documents import unpacked
from newsbrief.formats.files import article
from newsbrief.formats.kinds import InputKind
from newsbrief.pages.people import Joined, People, people
from newsbrief.reading.decoding import decode

from .batch import Batch
from .languages import language_note
from .messages import told
from .outcomes import Made
from .saved_facts import saved_facts, saved_options

Facts = tuple[Attribution, ...]

_TABLES = (InputKind.CSV, InputKind.TEXT)  # of one column it is a text
_MAX_NAMED = 20  # names in a message
_MAX_KNOWN = 1_000_000  # articles that a copy is told from: some 200 MB
_KEY_BYTES = 12  # two keys of a million are the same once in 10**17 runs


class Counted(NamedTuple):
    """What is known of the article called ``name``, and its facts; None where none are found.

    ``options`` chose them, where they are saved and not those that are listed by default.
    """

    name: str
    metadata: Metadata
    facts: Facts | None
    options: tuple[str, ...] = ()


@dataclass(slots=True)
class Copies:
    """The articles that have the claims of one before them, word for word and place for place."""

    first: tuple[str, str] | None = None  # its name, and that of the one before it
    count: int = 0
    _known: dict[bytes, str] = field(default_factory=dict)

    def add(self, name: str, facts: Facts) -> None:
        """See whether the article called ``name``, with these ``facts``, is a copy."""
        if not facts:
            return
        claims = repr([(fact.claim.text, fact.claim.spans) for fact in facts])
        key = blake2b(claims.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()
        if before := self._known.get(key):
            self.first = self.first or (name, before)
            self.count += 1
        elif len(self._known) < _MAX_KNOWN:
            self._known[key] = name


@dataclass(slots=True)
class Chosen:
    """The articles whose saved facts are not those that are listed by default."""

    first: Counted | None = None
    count: int = 0
    _options: dict[str, None] = field(default_factory=dict)

    @property
    def options(self) -> tuple[str, ...]:
        """All that chose them, each once."""
        return tuple(self._options)

    def add(self, counted: Counted) -> None:
        """See whether options chose the facts that are ``counted``."""
        if counted.options:
            self.first = self.first or counted
            self.count += 1
            self._options |= dict.fromkeys(counted.options)


def facts_of(name: str, document: Document) -> Made[Counted]:
    """What is known of ``document``, and its facts.

    No facts are found in an article in another language than English.
    """
    if document.saved is not None:
        if document.saved.get("facts") is None:
            return Made(Counted(name, document.metadata, None), _why_none(document.saved))
        found, options = saved_facts(document.saved), saved_options(document.saved)
        return Made(Counted(name, document.metadata, found, options))
    read = article(document)
    note = language_note(read)
    return Made(Counted(name, read.metadata, None if note else facts(read)), note)


def _why_none(row: Mapping[str, object]) -> str:
    """Why there are no facts in ``row``, which newsbrief has written."""
    error = row.get("error")
    if isinstance(error, str):
        return f"not counted, as it has no facts: {error}"
    return "not counted: facts are found in English only"


def with_facts(
    counted: Iterable[Counted], copies: Copies, chosen: Chosen
) -> Iterator[tuple[Metadata, Facts]]:
    """Those of ``counted`` with facts; ``copies`` and ``chosen`` get to know them."""
    for each in counted:
        if each.facts is not None:
            copies.add(each.name, each.facts)
            chosen.add(each)
            yield each.metadata, each.facts


def tell_of_copies(batch: Batch, copies: Copies) -> None:
    """Say in a line that articles stand in the input more than once, each of which is counted."""
    if copies.first is not None:
        name, before = copies.first
        others = _as_are(copies.count - 1)
        batch.note(name, f"has the same claims as {told(before)} and is counted again{others}")


def tell_of_chosen(batch: Batch, chosen: Chosen) -> None:
    """Say in a line that what is counted is not what is listed by default."""
    if chosen.first is not None:
        options = " ".join(chosen.first.options)
        message = f"counted with the claims that {options} chose{_as_are(chosen.count - 1)}"
        batch.note(chosen.first.name, message)


def _as_are(more: int) -> str:
    """How many ``more`` articles the same is said of, at the end of a message."""
    return f", as {'is' if more == 1 else 'are'} {more:,} more" if more else ""


def people_in(path: str) -> People:
    """The people in the table at ``path``. Raises ``OptionError`` where it cannot be read."""
    try:
        data, _, kind = unpacked(Path(path).read_bytes(), path)
        if kind not in _TABLES:
            raise InputError(f"this is {kind}, not a table (CSV)")  # noqa: TRY301 - told as others
        return people(decode(data))
    except (OSError, ValueError, InputError) as error:
        raise OptionError(f"--people {path}: {reason(error)}") from None


def tell_of_unmatched(batch: Batch, path: str, people: Joined) -> None:
    """Say in a line each which names of the table at ``path`` are nobody's, or two people's."""
    told = {
        "no source has this name": people.unmatched,
        "two sources or two lines have this name, and no column 'role' tells which is meant": (
            people.ambiguous
        ),
    }
    for message, names in told.items():
        if names:
            more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
            batch.note(path, f"{message}: {', '.join(names[:_MAX_NAMED])}{more}")
