"""What ``sources`` reads: articles, whose facts it finds, saved facts, and a table of people."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newsbrief import Attribution, Metadata, facts
from newsbrief.errors import InputError, OptionError, reason
from newsbrief.formats.document import Document
from newsbrief.formats.files import article
from newsbrief.pages.people import Joined, People, people
from newsbrief.reading.decoding import decode

from .batch import Batch
from .languages import language_note
from .outcomes import Made
from .saved_facts import saved_facts

Facts = tuple[Attribution, ...]
Counted = tuple[Metadata, Facts | None]

_MAX_NAMED = 20  # names in a message


def facts_of(_name: str, document: Document) -> Made[Counted]:
    """What is known of ``document``, and its facts.

    None in place of the facts of an article in another language than English: none are found.
    """
    if document.saved is not None:
        if document.saved.get("facts") is None:
            return Made((document.metadata, None), _why_none(document.saved))
        return Made((document.metadata, saved_facts(document.saved)))
    read = article(document)
    note = language_note(read)
    return Made((read.metadata, None if note else facts(read)), note)


def _why_none(row: Mapping[str, object]) -> str:
    """Why there are no facts in ``row``, which newsbrief has written."""
    error = row.get("error")
    if isinstance(error, str):
        return f"not counted, as it has no facts: {error}"
    return "not counted: facts are found in English only"


def with_facts(counted: Iterable[Counted]) -> Iterator[tuple[Metadata, Facts]]:
    """Those of ``counted`` in which facts were looked for."""
    return ((known, found) for known, found in counted if found is not None)


def people_in(path: str) -> People:
    """The people in the table at ``path``. Raises ``OptionError`` where it cannot be read."""
    try:
        return people(decode(Path(path).read_bytes()))
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
