"""What a newsroom knows of people, from a table of its own, and how often it quotes whom by it.

The table has a column ``name`` and any others (gender, beat, place). Nothing is guessed: who is not
in the table has no gender, and a name that two sources share tells nothing of either, unless the
table's column ``role`` tells them apart.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.errors import InputError
from newsbrief.formats.tables import csv_rows
from newsbrief.spans import fold

from .folding import name_key
from .role_words import RoleWords
from .source_audit import SourceCount, share
from .sources import source_role

NAME = "name"
ROLE = "role"


class Person(NamedTuple):
    """A row of the table: a name as written, the role "" if none, and the values of columns."""

    name: str
    role: str
    values: tuple[str, ...]


class People(NamedTuple):
    """The table: the names of its columns beside name and role, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Person, ...]


class ValueShare(NamedTuple):
    """The sources that the table gives one ``value``, "" those that it gives none.

    ``share`` is that of their claims among those of all sources with a value, from 0 to 1; None
    for the sources without one.
    """

    value: str
    sources: int
    claims: int
    direct: int
    share: float | None


class ColumnShares(NamedTuple):
    """How often sources are quoted, by the values of a ``column``, the most frequent first."""

    column: str
    values: tuple[ValueShare, ...]


class Joined(NamedTuple):
    """The table's values for sources, by the index of the source; and the names without one.

    ``unmatched`` are the names that no source has, ``ambiguous`` those of which the table does not
    tell whom they mean: two sources have them, or two rows.
    """

    columns: tuple[str, ...]
    values: Mapping[int, tuple[str, ...]]
    unmatched: tuple[str, ...]
    ambiguous: tuple[str, ...]


def people(text: str) -> People:
    """The people in ``text``: CSV with the names of its columns in the first line.

    Raises ``InputError`` where it is no such table, or has no column ``name``.
    """
    rows = [_whole(number, row) for number, row in csv_rows(text)]
    titles = {fold(title).casefold(): title for title in rows[0] if fold(title)}
    if NAME not in titles:
        named = ", ".join(map(repr, titles))
        raise InputError(f"no column is called 'name', only {named}")
    columns = {key: title for key, title in titles.items() if key not in (NAME, ROLE)}
    found = [
        Person(
            fold(row[titles[NAME]] or ""),
            fold(row[titles[ROLE]] or "") if ROLE in titles else "",
            tuple(fold(row[title] or "") for title in columns.values()),
        )
        for row in rows
    ]
    named_ones = tuple(person for person in found if person.name)
    return People(tuple(fold(title) for title in columns.values()), named_ones)


def joined(known: People, sources: Sequence[SourceCount]) -> Joined:
    """What the people ``known`` tell of ``sources``: by the name alone, and by role where it must.

    Names are compared as ``name_key`` has them; one has to be the whole name of the other.
    """
    of_name: dict[str, list[int]] = {}
    for index, source in enumerate(sources):
        of_name.setdefault(name_key(source.name), []).append(index)
    meant = [_meant(person, of_name, sources) for person in known.rows]
    times = Counter(found[0] for found in meant if len(found) == 1)
    values: dict[int, tuple[str, ...]] = {}
    unmatched: list[str] = []
    ambiguous: list[str] = []
    for person, found in zip(known.rows, meant, strict=True):
        if not found:
            unmatched.append(person.name)
        elif len(found) > 1 or times[found[0]] > 1:
            ambiguous.append(person.name)
        else:
            values[found[0]] = person.values
    return Joined(known.columns, values, _distinct(unmatched), _distinct(ambiguous))


def column_shares(people: Joined, sources: Sequence[SourceCount]) -> tuple[ColumnShares, ...]:
    """How often ``sources`` are quoted, by each column of the table."""
    return tuple(
        ColumnShares(column, tuple(_shares(_of_column(people, index), sources)))
        for index, column in enumerate(people.columns)
    )


def _whole(number: int, row: Mapping[str, object] | InputError) -> Mapping[str, str | None]:
    if isinstance(row, InputError):
        raise InputError(f"row {number}: {row}")
    return {name: value if isinstance(value, str) else None for name, value in row.items()}


def _meant(
    person: Person, of_name: Mapping[str, Sequence[int]], sources: Sequence[SourceCount]
) -> Sequence[int]:
    """The indices of the sources that ``person`` may be."""
    name = name_key(person.name)
    found = of_name.get(name, ())
    told = source_role(person.role, name)
    if len(found) < 2 or not told:  # noqa: PLR2004
        return found
    return [
        index
        for index in found
        if any(_agree(told, source_role(role, name)) for role in sources[index].roles)
    ] or found


def _agree(one: RoleWords, other: RoleWords) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _of_column(people: Joined, column: int) -> dict[int, str]:
    return {source: values[column] for source, values in people.values.items()}


def _shares(value_of: Mapping[int, str], sources: Sequence[SourceCount]) -> Iterator[ValueShare]:
    members: dict[str, list[SourceCount]] = {}
    for index, source in enumerate(sources):
        members.setdefault(value_of.get(index, ""), []).append(source)
    claims = {value: sum(s.counts.claims for s in own) for value, own in members.items()}
    told = sum(count for value, count in claims.items() if value)
    for value in sorted(members, key=lambda each: (not each, -claims[each], each)):
        own = members[value]
        direct = sum(source.counts.direct for source in own)
        part = share(claims[value], told) if value else None
        yield ValueShare(value, len(own), claims[value], direct, part)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
