"""Who read what is kept back, who took records out, who looked in an emergency: kept, and shown to the head.

Each is a record of the kind `access`, so it stands in the chained history of its desk and goes to the county
as every change does. Nobody alters or withdraws one; one put away is listed all the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from village_desk import ids, rights
from village_desk.kinds import KINDS
from village_desk.kinds.access import ACCESS, GLASS, GLASS_MS, READ, SAME_READING_MS
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.store import Birth, UnitOfWork
from village_desk.times import Moment

if TYPE_CHECKING:
    from village_desk.queries.records import Record

PAGE = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: part of a name, an act, a kind, and a span of time (UTC ms); empty for all."""

    name: str = ""
    act: str = ""
    kind: str = ""
    since: Moment = 0
    until: Moment = 0


@dataclass(frozen=True, slots=True)
class Access:
    """One entry: who did what with which record, when, and why where a reason was asked."""

    at: Moment
    by: str
    act: str
    kind: str
    record_id: bytes
    class_: str
    records: int
    reason: str
    scope: str


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A record of this file that is open to its named readers only, and not to who asks."""

    kind: str
    record_id: bytes
    scope: str
    created_at: Moment


# ------------------------------------------------------------------ keeping


def note_reading(session: Session, found: Sequence["Record"]) -> None:
    """Keep that records were read; what was read within half an hour by the same person is not kept again."""
    new = [one for one in found if not _lately(session, one.id, READ, SAME_READING_MS)]
    if not new:
        return
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for one in new:
            said: dict[str, object] = {"act": READ, "of_kind": one.kind, "of_id": one.id.hex()}
            said["of_class"] = one.class_
            write(session, uow, said, one.scope)


def write(session: Session, uow: UnitOfWork, said: dict[str, object], scope: str = "") -> None:
    """Write one entry in an open unit of work, in the village of the record or, without one, of this desk."""
    uow.put(ACCESS, ids.new_id(), {**said, "by": session.actor.name}, born=Birth(scope))


def glass_broken(session: Session, record_id: bytes) -> bool:
    """Say whether the actor gave a reason lately to look at a record that is open to others only."""
    return _lately(session, record_id, GLASS, GLASS_MS)


def _lately(session: Session, record_id: bytes, act: str, span: Moment) -> bool:
    rows = session.store.query(
        f'SELECT 1 FROM "{ACCESS}" WHERE "of_id" = ? AND "act" = ? AND "created_by" = ? AND "created_at" > ?'  # noqa: S608 - ours
        " LIMIT 1",
        (record_id.hex(), act, session.actor.user.hex(), session.now() - span),
    )
    return bool(rows)


# ------------------------------------------------------------------ looking


def page(session: Session, wanted: Wanted = Wanted(), offset: int = 0, limit: int = PAGE) -> list[Access]:
    """Return entries the actor may read, newest first."""
    where, values = _condition(session, wanted)
    rows = session.store.query(
        'SELECT "created_at", "by", "act", "of_kind", "of_id", "of_class", "records", "reason", "scope"'  # noqa: S608 - ours
        f' FROM "{ACCESS}" WHERE {where} ORDER BY "created_at" DESC, "id" DESC LIMIT ? OFFSET ?',
        (*values, limit, offset),
    )
    return [
        Access(
            at or 0,
            by or "",
            act or "",
            kind or "",
            ids_of(of_id),
            class_ or "",
            records or 0,
            reason or "",
            scope,
        )
        for at, by, act, kind, of_id, class_, records, reason, scope in rows
    ]


def count(session: Session, wanted: Wanted = Wanted()) -> int:
    """Return how many entries `page` would show in all."""
    where, values = _condition(session, wanted)
    return int(session.store.query(f'SELECT count(*) FROM "{ACCESS}" WHERE {where}', tuple(values))[0][0])  # noqa: S608 - ours


def _condition(session: Session, wanted: Wanted) -> tuple[str, list[object]]:
    condition, values = readable(session, ACCESS)
    parts = [condition]
    for sql, value in (
        ('instr("by", ?) > 0', wanted.name),
        ('"act" = ?', wanted.act),
        ('"of_kind" = ?', wanted.kind),
        ('"created_at" >= ?', wanted.since),
        ('"created_at" < ?', wanted.until),
    ):
        if value:
            parts.append(sql)
            values.append(value)
    return " AND ".join(parts), values


def ids_of(text: str | None) -> bytes:
    """Return the id an entry names, b"" where it names none that can be read."""
    try:
        return bytes.fromhex(text or "")
    except ValueError:
        return b""


def kept_back(session: Session) -> list[KeptBack]:
    """Return the records of this file that only their named readers may open, not the actor; newest first.

    Those that hang on another are opened with it.
    """
    user = f'"{session.actor.user.hex()}"'
    found: list[KeptBack] = []
    for kind in KINDS.values():
        roles = [
            one.role for one in session.actor.holds if rights.reach(one.role, "read", kind.name, "restricted")
        ]
        if kind.parent or not roles or "record_kind" in kind.fields:
            continue
        rows = session.store.query(
            f'SELECT "id", "scope", "created_at" FROM "{kind.name}" WHERE "class" = \'restricted\''  # noqa: S608 - declared
            ' AND "archived" = 0 AND COALESCE(instr("readers", ?), 0) = 0',
            (user,),
        )
        for record_id, scope, created_at in rows:
            target = rights.Target(kind.name, "restricted", scope)
            if session.actor.why_not("read", target) == "rights.reader":
                found.append(KeptBack(kind.name, bytes(record_id), scope, created_at or 0))
    return sorted(found, key=lambda one: (-one.created_at, one.record_id))
