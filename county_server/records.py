"""Records as the county holds them: typed rows in the tables of their kinds, and what merging works with."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from county_server import schema
from county_server.database import Database, marks
from sync.merge import State
from village_desk.changes import TRAVELLING, state_sum
from village_desk.kinds import KINDS, Kind
from village_desk.tables import row_values, stored_as_sent, stored_values, undeclared

SIGN = 2**63
MODULUS = 2**64

TallyKey = tuple[str, str, str]
"""Village, kind, class."""
Key = tuple[str, bytes]
"""Kind and record id."""


class Held(Struct, frozen=True):
    """One record.

    Attributes:
        state: What merging works with; `ver` is 0 for a record the county has never had.
        before: Where the record stood in the tally when it was loaded, and what it added; None when new.
    """

    kind: Kind
    id: bytes
    scope: str
    state: State
    created_by: str
    created_at: int
    changed_by: str
    changed_at: int
    before: tuple[TallyKey, int] | None = None

    @property
    def class_(self) -> str:
        """Its confidentiality class."""
        return str(self.state.values.get("class") or "normal")

    @property
    def readers(self) -> tuple[str, ...]:
        """Users who may read it when it is restricted, as 32 hexadecimal digits."""
        readers = self.state.values.get("readers")
        return tuple(map(str, readers)) if isinstance(readers, list) else ()

    def data(self) -> dict[str, object]:
        """Return its fields as sent, without what belongs to the envelope."""
        values = self.state.values
        if values.keys().isdisjoint(TRAVELLING):  # nearly always
            return dict(values)
        return {name: value for name, value in values.items() if name not in TRAVELLING}

    @property
    def place(self) -> TallyKey:
        """Where it stands in the tally."""
        return self.scope, self.kind.name, self.class_

    def weight(self) -> int:
        """Return what it adds there; hashing all its fields takes a while."""
        return state_sum(self.id, self.state.ver, self.data())


@cache
def _select(kind: str) -> str:
    names = ", ".join(f'"{name}"' for name in schema.columns(KINDS[kind]))
    return f'SELECT {names} FROM "{kind}" WHERE "id" IN ('  # noqa: S608 - names of our own kinds


@cache
def _update(kind: str) -> str:
    listed = ", ".join(f'"{name}" = ?' for name in schema.columns(KINDS[kind])[1:])
    return f'UPDATE "{kind}" SET {listed} WHERE "id" = ?'  # noqa: S608 - names of our own kinds


def load(database: Database, kind: str, ids: Iterable[bytes], *, lock: bool = False) -> dict[bytes, Held]:
    """Return the records of `kind` among `ids`; locked ones in the order of their ids, against deadlocks."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    sql = f'{_select(kind)}{marks(len(wanted))}) ORDER BY "id"'
    names = schema.columns(KINDS[kind])
    rows = database.rows(database.locked(sql) if lock else sql, *wanted)
    found = (_held(KINDS[kind], dict(zip(names, row, strict=True))) for row in rows)
    return {held.id: held for held in found}


def outlines(database: Database, kind: str, ids: Iterable[bytes]) -> dict[bytes, Held]:
    """Return the records of `kind` among `ids` as far as rights look at them, without any field."""
    wanted = sorted(set(ids))
    rows = database.rows(
        f'SELECT "id", "scope", "ver", "class", "readers", "created_by" FROM "{kind}"'  # noqa: S608 - our own kinds
        f' WHERE "id" IN ({marks(len(wanted))})',
        *wanted,
    )
    return {
        bytes(record): Held(
            kind=KINDS[kind],
            id=bytes(record),
            scope=scope,
            state=State(ver, {"class": class_, "readers": json.loads(readers) if readers else None}),
            created_by=created_by or "",
            created_at=0,
            changed_by="",
            changed_at=0,
        )
        for record, scope, ver, class_, readers, created_by in rows
    }


def _held(kind: Kind, row: Mapping[str, Any]) -> Held:
    values: dict[str, object] = kind.to_json(row_values(kind, row))
    values["class"] = row["class"]
    if row["readers"]:
        values["readers"] = json.loads(row["readers"])
    if row["profile"]:
        values["profile"] = row["profile"]
    state = State(row["ver"], values, _read_versions(row["fver"]), bool(row["archived"]))
    return Held(
        kind,
        bytes(row["id"]),
        row["scope"],
        state,
        row["created_by"] or "",
        row["created_at"] or 0,
        row["changed_by"] or "",
        row["changed_at"] or 0,
        ((row["scope"], kind.name, row["class"]), row["sum"] % MODULUS),
    )


def save(database: Database, kind: str, records: Sequence[tuple[Held, int]]) -> None:
    """Write records with their weights back; those the county never had are inserted.

    Raises:
        peewee.IntegrityError: Another transaction has made one of the new records meanwhile.
    """
    new = [_row(*each) for each in records if each[0].before is None]
    database.insert(kind, schema.columns(KINDS[kind]), new)
    known = [_row(*each) for each in records if each[0].before is not None]
    database.many(_update(kind), [(*row[1:], row[0]) for row in known])


def _row(held: Held, weight: int) -> tuple[object, ...]:
    values = dict(held.state.values)
    readers, profile = values.pop("readers", None), values.pop("profile", None)
    values.pop("class", None)
    stored, extra = stored_as_sent(held.kind, values), None
    if stored is None:
        used = held.kind.from_json(values)
        stored, extra = [*stored_values(held.kind, used).values()], undeclared(held.kind, used)
    return (
        held.id,
        held.scope,
        held.state.ver,
        _write_versions(held.state.fver),
        int(held.state.archived),
        held.class_,
        json.dumps(readers) if readers else None,
        profile if isinstance(profile, int) else 0,
        held.created_by,
        held.created_at,
        held.changed_by,
        held.changed_at,
        json.dumps(extra, ensure_ascii=False, sort_keys=True) if extra else None,
        signed(weight),
        *stored,
    )


def signed(total: int) -> int:
    """Return a sum modulo 2⁶⁴ as the signed number both databases can hold."""
    total %= MODULUS
    return total - MODULUS if total >= SIGN else total


def _write_versions(versions: Mapping[str, tuple[int, str]]) -> str:
    """Group fields by the change that set them last: most records have few, and a device is a long word."""
    groups: dict[tuple[int, str], list[str]] = {version: [] for version in dict.fromkeys(versions.values())}
    if len(groups) == 1:
        groups = {version: list(versions) for version in groups}
    else:
        for name, version in versions.items():
            groups[version].append(name)
    return msgspec.json.encode([(*version, names) for version, names in groups.items()]).decode()


def _read_versions(text: str | None) -> dict[str, tuple[int, str]]:
    groups = json.loads(text) if text else []
    return {name: (ver, device) for ver, device, names in groups for name in names}
