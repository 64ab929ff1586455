"""Counts and sums of what this desk holds from the county, by village and class, kept as rows come in.

"All sent" is proved by comparing them with the county's at the end of each round, at a cost that does not
grow with the archive (domain: sync §2.6).
"""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from village_desk.changes import state_sum
from village_desk.kinds import KINDS, Kind
from village_desk.tables import row_values

if TYPE_CHECKING:
    from village_desk.store import Store
    from village_desk.store.unit_of_work import UnitOfWork

_MODULUS = 2**64
State = tuple[Mapping[str, Any] | None, Mapping[str, object]]
"""Envelope (None when there is no record yet) and fields as sent."""


Sums = dict[tuple[str, str], tuple[int, int]]
"""By scope and class what is to be added to count and sum."""


def replace(uow: "UnitOfWork", record_id: bytes, before: State, after: State) -> None:
    """Take the county's state `before` of a record out of the sums and put `after` in."""
    sums: Sums = {}
    move(sums, record_id, before, after)
    write(uow, sums)


def move(sums: Sums, record_id: bytes, before: State, after: State) -> None:
    """Do the same in `sums`, to be written later with those of other records."""
    envelope, data = before
    if envelope is not None and envelope["ver"] > 0:
        _add(sums, envelope, -1, -state_sum(record_id, envelope["ver"], data))
    envelope, data = after
    if envelope is not None:
        _add(sums, envelope, 1, state_sum(record_id, envelope["ver"], data))


def _add(sums: Sums, envelope: Mapping[str, Any], count: int, total: int) -> None:
    key = (envelope["scope"], envelope["class_"])
    had, had_sum = sums.get(key, (0, 0))
    sums[key] = (had + count, had_sum + total)


def write(uow: "UnitOfWork", sums: Sums) -> None:
    """Add to what is kept."""
    for key, (count, total) in sums.items():
        row = uow.execute(
            'SELECT "count", "sum" FROM "tally" WHERE "scope" = ? AND "class" = ?', key
        ).fetchone()
        had, had_sum = (row[0], int.from_bytes(row[1], "big")) if row else (0, 0)
        raw = ((had_sum + total) % _MODULUS).to_bytes(8, "big")
        uow.execute(
            'INSERT OR REPLACE INTO "tally" ("scope", "class", "count", "sum") VALUES (?, ?, ?, ?)',
            (*key, had + count, raw),
        )


def county_state(kind: Kind, row: Mapping[str, Any] | None) -> dict[str, object]:
    """Return the fields of a record as the county has them, as sent; none before it has numbered it."""
    return {} if row is None or row["ver"] == 0 else under(kind, row)


def under(kind: Kind, row: Mapping[str, Any]) -> dict[str, object]:
    """Return the fields over which the open changes of a record lie, as sent; none if they have made it.

    They are the county's, or what it had of the record before it was put back to an earlier day.
    """
    if row["pending"] == 0:
        return kind.to_json(row_values(kind, row))
    return dict(json.loads(row["base"])) if row["base"] else {}


def held(store: "Store") -> dict[tuple[str, str], tuple[int, int]]:
    """Return count and sum by (scope, class) as kept."""
    rows = store.database.execute_sql(
        'SELECT "scope", "class", "count", "sum" FROM "tally" WHERE "count" <> 0'
    )
    return {(scope, class_): (count, int.from_bytes(total, "big")) for scope, class_, count, total in rows}


def counted(store: "Store") -> dict[tuple[str, str], tuple[int, int]]:
    """Return the same counted anew from every record; for `village-desk check`."""
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for name, kind in KINDS.items():
        for row in store.rows(name, "ver > 0"):
            data = county_state(kind, row)
            count, total = sums.get((row["scope"], row["class_"]), (0, 0))
            total = (total + state_sum(row["id"], row["ver"], data)) % _MODULUS
            sums[row["scope"], row["class_"]] = (count + 1, total)
    return sums


def recount(uow: "UnitOfWork") -> None:
    """Replace what is kept by what is counted anew, when the kept sums themselves may be wrong."""
    uow.execute('DELETE FROM "tally"')
    for (scope, class_), (count, total) in counted(uow.store).items():
        uow.execute(
            'INSERT INTO "tally" ("scope", "class", "count", "sum") VALUES (?, ?, ?, ?)',
            (scope, class_, count, total.to_bytes(8, "big")),
        )


def add(uow: "UnitOfWork", records: Iterable[tuple[Mapping[str, Any], int]]) -> None:
    """Put records that were not here into the sums, given as envelope and `state_sum`."""
    sums: Sums = {}
    for envelope, weight in records:
        _add(sums, envelope, 1, weight)
    write(uow, sums)
