"""The inputs of a command over the cores: the same outcomes, in the same order, as with one."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, TypeVar

from newsbrief.errors import OptionError, told_seconds
from newsbrief.formats.document import Document
from newsbrief.text.web_addresses import is_web_address

from .inputs import STDIN, is_streamed
from .messages import progress
from .outcomes import Failure, Found, Outcome, Step
from .pipes import is_pipe

if TYPE_CHECKING:
    from .workers import Lost, Workers

T = TypeVar("T")

# Below these, starting processes takes longer than they save. Two of them, on two cores, gain from
# 13 KB of articles that facts are found in, 100 KB that are summarized, 300 KB that are just read.
MIN_BYTES = 100_000
MIN_ARTICLES = 32
_ADDRESS_BYTES = MIN_BYTES // 2  # two addresses are waited for at once

_WARM_UP = Document(
    "Harbour opens\n\nThe harbour will open in May, Ann Lee, the mayor of Dunmore, said on Monday. "
    "“It will cost 2 million,” she told reporters. Dunmore has had no harbour since 1994.\n"
)

# The name of an input, which the worker reads, or an article that has been read.
Task = str | tuple[str, Found]
# None where this process is to read the input; a list of the articles in an address.
Reply = Outcome[T] | list[tuple[str, Found]] | OptionError | None


def outcomes(
    step: Step[T], names: Sequence[str], jobs: int | None, *, quiet: bool
) -> Generator[Outcome[T]]:
    """What comes of each article in the inputs ``names``, in order.

    In ``jobs`` processes, or as many as there are cores where that saves time. Only where ``step``
    has a limit, which then is that of an article, is one job a process of its own.
    """
    limit = step.limit
    if len(names) == 1 and jobs is None and limit is None:
        yield from _of_one(step, names[0])
        return
    if jobs is None:
        jobs = _cores() if _many(names) else 1
    if jobs == 1 and limit is None:
        for name in progress(names, quiet=quiet):
            yield from (step.outcome(*each) for each in step.found(name))
        return
    for _, outcome in numbered(step, progress(names, quiet=quiet), names, jobs, limit):
        yield outcome


def numbered(
    step: Step[T], shown: Iterable[str], names: Sequence[str], jobs: int, limit: float | None
) -> Generator[tuple[int, Outcome[T]]]:
    """What comes of each article in the inputs ``names``, with the index of its input, in order.

    All is done in ``jobs`` processes. The names are taken from ``shown`` as the work goes on.
    """
    with _workers(step, jobs, limit) as workers:
        replies = workers.in_order(names)
        for index, (name, reply) in enumerate(zip(shown, replies, strict=True)):
            if reply is None:
                outcomes = _of_articles(workers, step.found(name), limit)
            elif isinstance(reply, list):
                outcomes = _of_articles(workers, reply, limit)
            else:
                outcomes = iter([_outcome(name, reply, limit)])
            yield from ((index, outcome) for outcome in outcomes)


def _of_one(step: Step[T], name: str) -> Iterator[Outcome[T]]:
    """What comes of each article in the only input, which nobody said how to work on."""
    found = step.found(name)
    first = list(islice(found, MIN_ARTICLES))
    every = chain(first, found)
    if len(first) == MIN_ARTICLES and (jobs := _cores()) > 1:
        with _workers(step, jobs, None) as workers:
            yield from _of_articles(workers, every, None)
    else:
        yield from (step.outcome(*each) for each in every)


def _cores() -> int:
    from .workers import cores

    return cores()


def _many(names: Sequence[str]) -> bool:
    """Whether the inputs are so many, or so large, that several processes save time."""
    total = 0
    for name in names:
        total += _ADDRESS_BYTES if is_web_address(name) else _size(name) or 0
        if total >= MIN_BYTES:
            return True
    return False


def _size(name: str) -> int | None:
    """The size of the file ``name`` in bytes; None where it is no file."""
    try:
        status = Path(name).stat()
    except (OSError, ValueError):
        return None
    return status.st_size if S_ISREG(status.st_mode) else None


def _workers(step: Step[T], jobs: int, limit: float | None) -> "Workers[Task, Reply[T]]":
    from .workers import Workers

    return Workers(partial(serve, step), partial(_warm_up, step), jobs, partial(_seconds, limit))


def _warm_up(step: Step[T]) -> None:
    """Load what the work on any article needs."""
    with suppress(OptionError):
        step.outcome("", _WARM_UP)


def _seconds(limit: float | None, task: Task) -> float | None:
    """What ``task`` may take. An address has the time to answer besides."""
    asked = isinstance(task, str) and is_web_address(task)
    return 2 * limit if asked and limit is not None else limit


def serve(step: Step[T], task: Task) -> Reply[T]:
    """What comes of ``task``, in a worker."""
    try:
        if not isinstance(task, str):
            return step.outcome(*task)
        if is_web_address(task):
            return list(step.found(task))
        if task == STDIN or is_pipe(task) or is_streamed(task, step.reading):
            return None
        found = list(islice(step.found(task), 2))
        if [name for name, _ in found] != [task]:
            return None  # several articles, for several workers
        return step.outcome(*found[0])
    except OptionError as error:
        return error


def _of_articles(
    workers: "Workers[Task, Reply[T]]",
    found: Iterable[tuple[str, Found]],
    limit: float | None,
) -> Iterator[Outcome[T]]:
    names: deque[tuple[str, str | None]] = deque()

    def tasks() -> Iterator[Task]:
        for name, each in found:
            names.append((name, each.id))
            yield name, each

    for reply in workers.in_order(tasks()):
        name, id_ = names.popleft()
        yield _outcome(name, reply, limit, id_)


def _outcome(
    name: str, reply: "Reply[T] | Lost", limit: float | None, id_: str | None = None
) -> Outcome[T]:
    """The outcome in ``reply``. Raises the ``OptionError`` that it may be."""
    from .workers import Lost

    if isinstance(reply, OptionError):
        raise reply
    if isinstance(reply, Lost):
        late = f"not done in {told_seconds(limit or 0)}; --timeout sets another limit"
        return Outcome(name, Failure(reply.reason or late, lost=True, id=id_))
    if not isinstance(reply, Outcome):
        raise TypeError(reply)
    return reply
