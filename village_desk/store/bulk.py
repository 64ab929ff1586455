"""Writing many records of the county at once that this desk does not hold yet: a first sync is little else.

It means what `applying` means row by row, and a test holds the two together; only the statements are fewer:
one `executemany` a kind, one addition to the sums a scope, one to the search text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from village_desk.kinds import Kind, Values
from village_desk.store import search, tally
from village_desk.tables import extra_text, stored_as_sent, stored_values

if TYPE_CHECKING:
    from village_desk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, repr=False)
class Fresh:
    """One record as the county has it, which is not here and over which nothing of ours lies.

    Attributes:
        envelope: The columns around the fields, but for `id`, `extra` and what own changes or conflicts set.
        data: Its fields as sent.
        conflicts: How many of its conflicts are open.
        weight: What it adds to the sum of its scope (`village_desk.changes.state_sum`), for `insert`.
    """

    kind: Kind
    id: bytes
    envelope: dict[str, Any]
    data: Mapping[str, object]
    conflicts: int = 0
    weight: int = 0


def insert(uow: "UnitOfWork", records: Sequence[Fresh], *, words_later: bool = False) -> None:
    """Write records, their search text and what they add to the sums.

    With `words_later` the search text is left to `village_desk.store.indexing`.
    """
    insert_rows(uow, records, words_later=words_later)
    tally.add(uow, [(record.envelope, record.weight) for record in records])


def insert_rows(uow: "UnitOfWork", records: Sequence[Fresh], *, words_later: bool = False) -> None:
    """Write records and their search text; what they add to the sums is the caller's."""
    by_kind: dict[str, list[Fresh]] = {}
    for record in records:
        by_kind.setdefault(record.kind.name, []).append(record)
    found: list[search.Entry] = []
    later: list[tuple[bytes, str]] = []
    connection = uow.store.database.connection()
    for same in by_kind.values():
        columns = ("id", *same[0].envelope, *same[0].kind.fields, "extra", "conflicts")
        connection.executemany(_insert(same[0].kind.name, columns), list(map(_row, same)))
        if words_later:
            later += [(each.id, each.kind.name) for each in same if _searched(each)]
        else:
            found += [entry for each in same if (entry := _entry(each))]
    search.index_new(uow.store.database, found)
    search.put_off(uow, later)


def _row(record: Fresh) -> tuple[object, ...]:
    return (record.id, *record.envelope.values(), *columns_of(record.kind, record.data), record.conflicts)


def _searched(record: Fresh) -> bool:
    return search.searched(record.kind, record.envelope["archived"], record.envelope["class_"])


def _entry(record: Fresh) -> search.Entry | None:
    words = words_of(record.kind, record.envelope, shown(record.kind, record.data))
    return (record.id, record.kind.name, str(record.envelope["scope"]), words) if words else None


def shown(kind: Kind, data: Mapping[str, object]) -> Values:
    """Return the used values of fields as sent; empty ones are left out."""
    return {name: value for name, value in kind.from_json_if_fitting(data).items() if value is not None}


def columns_of(kind: Kind, data: Mapping[str, object]) -> list[object]:
    """Return the columns that hold fields as sent: of all declared fields in their order, and `extra`."""
    stored = stored_as_sent(kind, data)
    if stored is not None:  # nearly always
        return [*stored, None]
    view = shown(kind, data)
    return [*stored_values(kind, view).values(), extra_text(kind, view)]


def words_of(kind: Kind, envelope: Mapping[str, Any], view: Values) -> str:
    """Return the search text of a record; empty when nobody shall find it there."""
    if envelope["archived"] or envelope["class_"] not in search.SEARCHABLE_CLASSES:
        return ""
    return search.search_text(kind, view)


@cache
def _insert(kind: str, attributes: tuple[str, ...]) -> str:
    names = [f'"{attribute.removesuffix("_")}"' for attribute in attributes]
    return f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})'  # noqa: S608 - declared names
