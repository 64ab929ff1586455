"""Records that rows of the county's feed or states of it are laid on: read together, written together.

Some hundred rows come in one transaction, and most are about records of their own. One statement reads what
is here of all of them, they are changed in memory in the order of the rows, and one statement a shape of
change writes them: row by row it would be ten statements each.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from village_desk import changes, crypto
from village_desk.changes import Body
from village_desk.kinds import KINDS, Kind, Values
from village_desk.store import bulk, search, tally
from village_desk.store.bulk import Fresh
from village_desk.store.unit_of_work import OPEN_STATES, UnitOfWork, insert_into, update_of
from village_desk.upcasts import upcast


@dataclass(slots=True, repr=False)
class Laid:
    """One record under way: read together with others, laid row by row in memory, written with them.

    Attributes:
        held: Its row in the file, None when there is none.
        own: The changes that lie over it, oldest first (see `open_of`).
        envelope: The columns around the fields as they will be; None while nothing was laid.
        base: Its fields as sent, as they will be at the county.
    """

    kind: Kind
    id: bytes
    held: dict[str, Any] | None
    own: list[Body]
    envelope: dict[str, Any] | None = None
    base: dict[str, object] = field(default_factory=dict)

    @property
    def now(self) -> dict[str, Any] | None:
        """The columns of its envelope as they are so far."""
        return self.held if self.envelope is None else self.envelope

    def county_state(self) -> dict[str, object]:
        """Return its fields at the county so far, as they would be read back from the file."""
        return tally.county_state(self.kind, self.held) if self.envelope is None else self._laid()

    def under(self) -> dict[str, object]:
        """Return the fields its open changes lie over so far, see `tally.under`."""
        if self.envelope is not None:
            return self._laid()
        return tally.under(self.kind, self.held) if self.held is not None else {}

    def _laid(self) -> dict[str, object]:
        return self.base if self.own else self.kind.to_json(bulk.shown(self.kind, self.base))


def read(uow: UnitOfWork, wanted: Sequence[tuple[str, bytes]]) -> dict[tuple[str, bytes], Laid]:
    """Return what is here of some records: two statements for all, and one a kind."""
    over = open_of(uow, list({record_id for _kind, record_id in wanted}))
    found: dict[tuple[str, bytes], Laid] = {}
    for name in sorted({kind for kind, _id in wanted}):
        same = list(dict.fromkeys(record_id for kind, record_id in wanted if kind == name))
        rows = uow.store.rows(name, f'"id" IN ({_marks(same)})', tuple(same))
        held = {bytes(row["id"]): row for row in rows}
        for record_id in same:
            found[name, record_id] = Laid(
                KINDS[name], record_id, held.get(record_id), over.get(record_id, [])
            )
    return found


def archived_after(settled: bool, own: list[Body]) -> bool:
    """Say whether a record is out of sight: the county's word, and then the own open changes in order."""
    for body in own:
        if body.op not in ("move", "altered"):  # these do not bring an archived record back
            settled = body.op == "archive"
    return settled


def open_bodies(uow: UnitOfWork, record_id: bytes) -> list[Body]:
    """Return the changes of a record that no row of the feed has shown: carried ones, then the own."""
    return open_of(uow, [record_id]).get(record_id, [])


def open_of(uow: UnitOfWork, wanted: Sequence[bytes]) -> dict[bytes, list[Body]]:
    """Return the same of several records, of those that have any."""
    marks = _marks(wanted)
    found = uow.execute(
        f'SELECT "record_id", "body" FROM "carried_change" WHERE "record_id" IN ({marks}) ORDER BY "id"',  # noqa: S608 - blanks
        tuple(wanted),
    ).fetchall()
    found += uow.execute(
        f'SELECT "record_id", "body" FROM "change" WHERE "record_id" IN ({marks}) '  # noqa: S608 - blanks
        'AND "state" IN (?, ?) ORDER BY "n"',
        (*wanted, *OPEN_STATES),
    ).fetchall()
    bodies: dict[bytes, list[Body]] = {}
    for record_id, raw in found:
        body = changes.read(raw)
        if body is None or body.t not in KINDS:
            continue  # altered in the file after the county had it: the row brings the county's text
        bodies.setdefault(bytes(record_id), []).append(upcast(body, KINDS[body.t].sv))
    return bodies


_ANY_OPEN = (
    'SELECT 1 WHERE EXISTS (SELECT 1 FROM "carried_change") '
    'OR EXISTS (SELECT 1 FROM "change" WHERE "state" = \'new\') '
    'OR EXISTS (SELECT 1 FROM "change" WHERE "state" = \'acked\')'
)
"""Of `OPEN_STATES`; each has an index of its own, which only a statement that names it can use."""


def with_open_changes(uow: UnitOfWork, wanted: Sequence[bytes]) -> set[bytes]:
    """Return those of some records that own or carried changes lie over."""
    if not uow.execute(_ANY_OPEN).fetchone():
        return set()
    marks = ", ".join("?" * len(wanted))
    found = uow.execute(
        f'SELECT "record_id" FROM "change" WHERE "record_id" IN ({marks}) AND "state" IN (?, ?) '  # noqa: S608 - blanks
        f'UNION SELECT "record_id" FROM "carried_change" WHERE "record_id" IN ({marks})',
        (*wanted, *OPEN_STATES, *wanted),
    )
    return {bytes(record_id) for (record_id,) in found.fetchall()}


def write(
    uow: UnitOfWork,
    kind: Kind,
    held: dict[str, Any] | None,
    envelope: dict[str, Any],
    state: tuple[dict[str, object], list[Body]],
) -> None:
    """Write the row that shows a base with the own open changes on top, and its search text if it differs."""
    base, own = state
    write_all(uow, [Laid(kind, envelope["id"], held, own, envelope, base)])


def write_all(uow: UnitOfWork, records: Sequence[Laid]) -> None:
    """Write what was laid, as `write` does: of rows that are here only the columns that differ."""
    disputed = _open_conflicts(uow, [record.id for record in records])
    fresh = [
        Fresh(record.kind, record.id, record.envelope or {}, record.base, disputed.get(record.id, 0))
        for record in records
        if record.held is None and not record.own
    ]
    bulk.insert_rows(uow, fresh)
    batches: dict[str, list[tuple[object, ...]]] = {}
    for record in records:
        if record.held is not None or record.own:
            statement, row = _written(uow, record, disputed.get(record.id, 0))
            batches.setdefault(statement, []).append(row)
    for statement, rows in batches.items():
        uow.store.database.connection().executemany(statement, rows)


def _written(uow: UnitOfWork, record: Laid, disputed: int) -> tuple[str, tuple[object, ...]]:
    """Return the statement that writes a record's row, and its blanks; tell search if it looks different."""
    envelope, kind = record.envelope or {}, record.kind
    data = changes.replayed(record.base, record.own)
    names, stored = _stored_names(kind.name), bulk.columns_of(kind, data)
    columns = {
        **envelope,
        "base": crypto.canonical(record.base).decode() if record.own else None,
        "pending": len(record.own),
        "conflicts": disputed,
    }
    if record.held is None:
        _index(uow, record, envelope, bulk.shown(kind, data))
        whole = {"id": record.id, **columns, **dict(zip(names, stored, strict=True))}
        return insert_into(kind.name, tuple(whole)), tuple(whole.values())
    held = record.held
    differing = {name: value for name, value in columns.items() if held[name] != value}
    if stored != list(map(held.__getitem__, names)):
        new = zip(names, stored, strict=True)
        differing |= {name: value for name, value in new if held[name] != value}
    if not differing.keys().isdisjoint((*names, *_SEEN_AROUND)):
        _index(uow, record, envelope, bulk.shown(kind, data))
    # As when a row shows an own change: what is seen and found stays as it is, and is not written again.
    differing = differing or {"pending": len(record.own)}
    return update_of(kind.name, tuple(differing)), (*differing.values(), record.id)


_SEEN_AROUND = ("archived", "class_", "scope")
"""Columns of the envelope that say who sees a record and finds it."""


@cache
def _stored_names(kind: str) -> tuple[str, ...]:
    """Return the names of the columns that hold the fields of a kind."""
    return (*KINDS[kind].fields, "extra")


def _index(uow: UnitOfWork, record: Laid, envelope: dict[str, Any], view: Values) -> None:
    words = bulk.words_of(record.kind, envelope, view)
    if words:
        search.index(uow.store.database, record.kind, record.id, str(envelope["scope"]), words)
    else:
        search.forget(uow.store.database, record.id)


def _open_conflicts(uow: UnitOfWork, wanted: Sequence[bytes]) -> dict[bytes, int]:
    found = uow.execute(
        'SELECT "record_id", count(*) FROM "conflict" WHERE "open" = 1 '  # noqa: S608 - blanks
        f'AND "record_id" IN ({_marks(wanted)}) GROUP BY "record_id"',
        tuple(wanted),
    )
    return {bytes(record_id): count for record_id, count in found.fetchall()}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
