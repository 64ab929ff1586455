"""One record, and the records that hang on it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from village_desk import rights
from village_desk.errors import NotAllowed, UserError
from village_desk.kinds import KINDS, Kind, Values, children_of
from village_desk.kinds.access import LOGGED_CLASSES
from village_desk.queries import accesses
from village_desk.queries.visible import above_of, masked, readable, shown
from village_desk.session import Session
from village_desk.tables import row_values


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """A record as pages and papers see it: its fields as used values, and its envelope.

    Attributes:
        scope: 12-digit division code of the village it belongs to.
        ver: The county's version; 0 when the county has not numbered it.
        pending: Own changes no pull has shown yet.
        conflicts: Open conflicts.
        created_at, changed_at: UTC ms; `created_by`, `changed_by` users as 32 hexadecimal digits.
        readers: Users who may read a restricted record, as 32 hexadecimal digits.
        versions: Version of the record at which the county last changed each field.
        hidden: Fields that are masked for the actor: shortened or left out of `values`.
    """

    kind: str
    id: bytes
    values: Values
    scope: str
    ver: int
    pending: int
    conflicts: int
    archived: bool
    class_: str
    created_at: int
    created_by: str
    changed_at: int
    changed_by: str
    readers: tuple[str, ...]
    versions: dict[str, int]
    hidden: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The text that names it in a list."""
        return KINDS[self.kind].record_name(self.values)

    @property
    def state(self) -> str:
        """Code of its workflow state, or ""."""
        return str(self.values.get("state") or "")


def record(session: Session, kind: str, record_id: bytes) -> Record:
    """Return one record; reading a hardship or restricted one is logged.

    Raises:
        UserError: "record.gone": there is none.
        NotAllowed: "rights.read": the actor may not read it.
    """
    row = session.store.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    found = record_of(session.profile.kind(kind), row)
    if not may_read(session, found):
        raise NotAllowed("rights.read")
    return seen(session, [found])[0]


def find(session: Session, kind: str, record_id: bytes) -> Record | None:
    """Return one record, or None when there is none or the actor may not read it; not logged as a reading."""
    row = session.store.row(kind, record_id)
    found = record_of(session.profile.kind(kind), row) if row else None
    return shown(session, found) if found and may_read(session, found) else None


def seen(session: Session, found: Sequence[Record]) -> list[Record]:
    """Return readable records as the actor sees them; reading hardship and restricted ones is logged."""
    logged = [one for one in found if one.class_ in LOGGED_CLASSES]
    if logged:
        accesses.note_reading(session, logged)
    return [shown(session, one) for one in found]


def leaving(
    session: Session, kind: str, where: str, bound: tuple[object, ...], verb: rights.Verb
) -> tuple[list[Record], int]:
    """Return the records of a condition that may leave the desk by `verb`, and how many others there are.

    Args:
        session: Who asks.
        kind: Which kind.
        where: Condition on its table, of fixed text.
        bound: Values of its blanks.
        verb: What is to be done with them ("print", "export").
    """
    mine, parameters = readable(session, kind)
    declared = session.profile.kind(kind)
    rows = session.store.rows(kind, f"{where} AND {mine}", (*bound, *parameters))
    found = [record_of(declared, row) for row in rows]
    open_ones = [one for one in found if session.actor.may(verb, target(session, one))]
    counted = session.store.query(f'SELECT count(*) FROM "{kind}" WHERE {where}', bound)  # noqa: S608 - fixed text
    return seen(session, open_ones), int(counted[0][0]) - len(open_ones)


def children(session: Session, kind: str, record_id: bytes) -> dict[str, list[Record]]:
    """Return the records that hang on a record, by kind, in order; those not to be seen are left out."""
    return {
        child.name: seen(
            session, [one for one in linked(session, child, record_id) if may_read(session, one)]
        )
        for child in children_of(kind)
    }


def linked(session: Session, child: Kind, record_id: bytes) -> list[Record]:
    """Return all records of the kind `child` that hang on `record_id`, unmasked: for the program's checks."""
    rows = session.store.rows(child.name, f'"{child.parent}" = ? AND "archived" = 0', (record_id,))
    declared = session.profile.kind(child.name)
    found = [record_of(declared, row) for row in rows]
    return sorted(found, key=lambda one: (_place(one), one.created_at, one.id))


def about(session: Session, kind: str, record_kind: str, record_id: bytes) -> list[Record]:
    """Return the sheets, attachments, submissions or reviews of a record, oldest first."""
    return seen(session, belonging(session, kind, record_kind, record_id))


def belonging(session: Session, kind: str, record_kind: str, record_id: bytes) -> list[Record]:
    """Return the same unmasked and not logged as a reading: for the program's checks."""
    rows = session.store.rows(
        kind,
        '"record_id" = ? AND "record_kind" = ? AND "archived" = 0 ORDER BY "created_at", "id"',
        (record_id.hex(), record_kind),
    )
    found = (record_of(KINDS[kind], row) for row in rows)
    return [one for one in found if may_read(session, one)]


def may_read(session: Session, found: Record) -> bool:
    """Say whether the actor may read a record at all; the rights table decides.

    What belongs to a record (linked records, sheets, attachments, submissions, reviews) is not read by
    those who may not read that record, whatever class it carries itself. A picture cannot be masked: it is
    not shown to those to whom the record is masked. What was opened in an emergency is read, with its parts.
    """
    code = session.actor.why_not("read", target(session, found))
    if code and not (code == "rights.reader" and _opened(session, found)):
        return False
    if found.kind == "attachment" and masked(session, found):
        return False
    above = above_of(found.kind, found.values)
    row = session.store.row(*above) if above else None
    return above is None or row is None or may_read(session, record_of(KINDS[above[0]], row))


def _opened(session: Session, found: Record) -> bool:
    """Say whether the actor opened a restricted record, or the one it belongs to, with a reason."""
    if accesses.glass_broken(session, found.id):
        return True
    above = above_of(found.kind, found.values)
    return above is not None and accesses.glass_broken(session, above[1])


def target(session: Session, found: Record) -> rights.Target:
    """Return what the rights table asks about a record and this actor."""
    user = session.actor.user.hex()
    return rights.Target(
        kind=found.kind,
        class_=found.class_,
        scope=found.scope,
        own=found.created_by == user,
        reader=user in found.readers,
    )


def record_of(kind: Kind, row: dict[str, Any]) -> Record:
    """Make a record of a row of its table."""
    return Record(
        kind=kind.name,
        id=bytes(row["id"]),
        values=row_values(kind, row),
        scope=row["scope"],
        ver=row["ver"],
        pending=row["pending"],
        conflicts=row["conflicts"],
        archived=bool(row["archived"]),
        class_=row["class_"],
        created_at=row["created_at"] or 0,
        created_by=row["created_by"] or "",
        changed_at=row["changed_at"] or 0,
        changed_by=row["changed_by"] or "",
        readers=tuple(json.loads(row["readers"])) if row["readers"] else (),
        versions=json.loads(row["fver"]) if row["fver"] else {},
    )


def _place(one: Record) -> int:
    place = one.values.get("order")
    return place if isinstance(place, int) else 0
