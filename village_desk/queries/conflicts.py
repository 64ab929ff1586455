"""Values that could not be merged: what stands, what lies beside it, who wrote each, and who may decide."""

import json
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, cast

from village_desk import changes, rights
from village_desk.changes import ARCHIVED, Body
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, find, target
from village_desk.queries.reviews import is_locked
from village_desk.session import Session
from village_desk.store import OPEN_STATES

Why = Literal["value", "joined", "archived"]
"""Two values; two texts the county joined, to be read by a person; put away while another edited it."""


@dataclass(frozen=True, slots=True, repr=False)
class OpenConflict:
    """One value that was entered at the same time as the current one; as used.

    Attributes:
        own: It was entered on this PC.
    """

    id: str
    kind: str
    record_id: bytes
    record_name: str
    field: str
    current: object
    value: object
    user_name: str
    received_at: int
    why: Why = "value"
    own: bool = False


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a value, and when: received by the county, or else saved here; UTC ms, 0 when not known."""

    name: str = ""
    at: int = 0
    received: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Disputed:
    """One field in conflict: the current value with its author, and every value beside it, oldest first."""

    field: str
    current: object
    author: Author
    others: tuple[OpenConflict, ...]

    @property
    def why(self) -> Why:
        """Return "joined" or "archived" if all of it is that; two values are two values."""
        reasons = {one.why for one in self.others}
        return next(iter(reasons)) if len(reasons) == 1 else "value"


@dataclass(frozen=True, slots=True, repr=False)
class DisputedRecord:
    """A record with all its fields in conflict.

    Attributes:
        refused: Code of the reason why the actor may not decide, or "".
        deciders: Roles that may, by the rights table.
    """

    kind: str
    id: bytes
    name: str
    fields: tuple[Disputed, ...]
    refused: str = ""
    deciders: tuple[str, ...] = ()


def open_conflicts(session: Session, record_id: bytes | None = None, limit: int = 100) -> list[OpenConflict]:
    """Return open conflicts the actor may see, oldest first; only those of one record when it is given."""
    rows = session.store.query(
        'SELECT "id", "kind", "record_id", "field", "value", "user_name", "received_at", "why", "device" '
        'FROM "conflict" WHERE "open" = 1 AND (? IS NULL OR "record_id" = ?) ORDER BY "seq" LIMIT ?',
        (record_id, record_id, limit),
    )
    found = []
    for conflict_id, kind, of, field, value, user_name, received_at, why, device in rows:
        held = find(session, kind, bytes(of))
        if held is None or field in held.hidden:
            continue
        sent = {field: json.loads(value) if value else None}
        found.append(
            OpenConflict(
                conflict_id,
                kind,
                held.id,
                held.name,
                field,
                _current(held, field),
                session.profile.kind(kind).from_json_if_fitting(sent)[field],
                user_name or "",
                received_at or 0,
                why,
                device == session.store.device_id.hex(),
            )
        )
    return found


def records(session: Session, limit: int = 100) -> list[DisputedRecord]:
    """Return the records in conflict the actor may see, the oldest conflict first, with who may decide."""
    by_record: dict[tuple[str, bytes], list[OpenConflict]] = {}
    for one in open_conflicts(session, limit=limit):
        by_record.setdefault((one.kind, one.record_id), []).append(one)
    found = []
    for (kind, record_id), held in by_record.items():
        record = cast("Record", find(session, kind, record_id))  # open_conflicts has just found it
        order = {name: place for place, name in enumerate(KINDS[kind].fields)}
        held.sort(key=lambda one: order.get(one.field, len(order)))
        fields = [
            Disputed(field, _current(record, field), _author(session, record, field), tuple(others))
            for field, others in groupby(held, key=lambda one: one.field)
        ]
        refused = _refused(session, record)
        found.append(DisputedRecord(kind, record_id, record.name, tuple(fields), refused, deciders(record)))
    return found


def deciders(record: Record) -> tuple[str, ...]:
    """Return the roles that may decide about a record: those the rights table lets write it."""
    people = [role for role in rights.ROLES if role not in ("county_device", "administrator")]
    return tuple(
        role for role in people if rights.reach(role, "write", record.kind, record.class_) not in ("", "own")
    )


def _refused(session: Session, record: Record) -> str:
    code = session.actor.why_not("write", target(session, record))
    if not code and KINDS[record.kind].reviewed and is_locked(session, record.kind, record.id):
        return "record.locked"
    return code


def _current(held: Record, field: str) -> object:
    envelope: dict[str, object] = {ARCHIVED: held.archived, "class": held.class_, "readers": held.readers}
    return envelope[field] if field in envelope else held.values.get(field)


def _author(session: Session, record: Record, field: str) -> Author:
    """Return who wrote the current value: the last change of the field that became current.

    A change that only opened the conflict did not; one of this PC that the county has not numbered did.
    """
    names = dict(session.store.query('SELECT "user", "name" FROM "account"'))
    marks = ", ".join("?" for _ in OPEN_STATES)
    own = session.store.query(
        f'SELECT "body" FROM "change" WHERE "record_id" = ? AND "state" IN ({marks}) '  # noqa: S608 - marks only
        'AND "body" IS NOT NULL ORDER BY "n" DESC',
        (record.id, *OPEN_STATES),
    )
    for (raw,) in own:
        body = changes.decode(bytes(raw))
        if _sets(body, field):
            return Author(names.get(body.u, ""), body.at)
    for raw, user_name, received_at in session.store.query(
        _NUMBERED, (record.id, record.id, record.id, field)
    ):
        body = changes.decode(bytes(raw))
        if _sets(body, field):
            return Author(user_name or names.get(body.u, ""), received_at or 0, received=True)
    return Author()


_NUMBERED = (
    'SELECT "body", "user_name", "received_at" FROM (SELECT "seq", "body", "user_name", "received_at" '
    'FROM "remote_change" WHERE "record_id" = ? AND "body" IS NOT NULL UNION ALL '
    'SELECT "seq", "body", \'\', (SELECT "received_at" FROM "receipt" r '
    'WHERE r."last_n" >= c."n" ORDER BY r."last_n" LIMIT 1) FROM "change" c '
    'WHERE "record_id" = ? AND "state" IN (\'merged\', \'conflict\') AND "body" IS NOT NULL) '
    'WHERE "seq" NOT IN (SELECT "seq" FROM "conflict" WHERE "record_id" = ? AND "field" = ? '
    'AND "why" <> \'joined\' AND "seq" IS NOT NULL) ORDER BY "seq" DESC'
)


def _sets(body: Body, field: str) -> bool:
    return field in body.f or (field == ARCHIVED and body.op != "resolve")
