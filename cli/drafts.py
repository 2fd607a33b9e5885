"""Drafts, read from a file of any kind or from what newsbrief has printed, and checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import NamedTuple

from newsbrief import Article, Metadata, NewsbriefError, ReadOptions, parse
from newsbrief.checking.check import Checker
from newsbrief.checking.saved import Saved, saved, saved_records
from newsbrief.checking.values import Check, Claimed
from newsbrief.errors import InputError, OptionError, told_seconds
from newsbrief.formats.document import PartError
from newsbrief.formats.documents import documents, unpacked
from newsbrief.formats.files import article
from newsbrief.formats.kinds import InputKind
from newsbrief.reading.decoding import decode
from newsbrief.text.web_addresses import is_web_address

from . import inputs
from .alarm import LateError, each_within
from .batch import Batch
from .faults import FaultError
from .formats import Result
from .languages import language_note
from .messages import complain


class Checked(NamedTuple):
    """A check, and the names of the articles."""

    files: Sequence[str]
    check: Check


class Draft(NamedTuple):
    """A draft: an article, and its claims where newsbrief has printed them."""

    article: Article
    claims: Sequence[Claimed] | None = None


def checked(batch: Batch, *, exit_zero: bool) -> Iterator[Result[Checked]]:
    """The checks of the drafts in the first input of ``batch`` against the articles in the others.

    From then on the draft alone is the input of ``batch``. A draft with a fault counts as failed,
    unless ``exit_zero``. Raises ``OptionError`` where there is only one input, or none.
    """
    batch.inputs, names = batch.inputs[:1], batch.inputs[1:]
    if not names:
        raise OptionError("check needs a draft and its articles: newsbrief check DRAFT ARTICLE...")
    [name] = batch.inputs
    read = list(batch.articles(names))
    if not read:
        return
    files, articles = zip(*read, strict=True)
    try:
        checker = batch.compared(partial(Checker, articles), len(articles))
        for called, draft in drafts(batch, name):
            if isinstance(draft, NewsbriefError):
                batch.fail(called, draft)
                continue
            if draft.claims is None and not batch.quiet and (note := language_note(draft.article)):
                complain(f"{called}: {note}; only its quotations are checked", batch.colour)
            said = draft.article if draft.claims is None else draft.claims
            try:
                check = batch.compared(partial(checker.check, said), len(articles))
            except FaultError as error:
                batch.fail(called, error)
                continue
            batch.failed += bool(check.faults) and not exit_zero
            yield Result(called, draft.article, Checked(files, check))
    except InputError as error:
        batch.fail(name, error)


def drafts(batch: Batch, name: str) -> Iterator[tuple[str, Draft | InputError]]:
    """The drafts in the input ``name``, each with its own name; an error for one unreadable.

    Raises ``InputError`` where none can be read. That of an address is reported by ``batch``.
    """
    if is_web_address(name):
        yield from ((called, Draft(read)) for called, read in batch.articles([name]))
        return
    options = batch.reading
    data, path = inputs.contents(name, options, batch.limit)
    try:
        yield from each_within(_drafts_in(name, data, path, options), batch.limit)
    except LateError:
        late = f"not read in {told_seconds(batch.limit or 0)}; --timeout sets another limit"
        raise InputError(late) from None


def _drafts_in(
    name: str, data: bytes, path: str, options: ReadOptions
) -> Iterator[tuple[str, Draft | InputError]]:
    """The drafts in ``data``, which is that of the input ``name`` and the file ``path``."""
    data, path, kind = unpacked(data, path, options)
    records = _saved(data, kind, options)
    if records is not None:
        yield from _printed(name, records)
        return
    for document in documents(data, path, options):
        read = document if isinstance(document, PartError) else inputs.with_text(document)
        yield (
            inputs.called_in(name, document),
            read if isinstance(read, InputError) else Draft(article(read)),
        )


def _saved(data: bytes, kind: InputKind, options: ReadOptions) -> list[Saved] | None:
    """What newsbrief has printed, where the draft is that."""
    if kind is InputKind.JSON:
        return saved(decode(data, options.encoding))
    if kind is InputKind.PARQUET:
        from newsbrief.formats.parquet import rows

        return saved_records(row for _, row in rows(BytesIO(data)) if isinstance(row, Mapping))
    return None


def _printed(name: str, records: Iterable[Saved]) -> Iterator[tuple[str, Draft]]:
    """The drafts that newsbrief has printed, called by their numbers where there are several."""
    every = list(records)
    for number, record in enumerate(every, 1):
        called = name if len(every) == 1 else f"{name}:{number}"
        title = parse(record.title or "", record.title, Metadata())
        yield called, Draft(title, record.claims)
