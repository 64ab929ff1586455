"""What has been signed: printed sheets whose signed pages came back, and what of them still stands.

Nothing is stored for it: a sheet is signed while a picture of one of its pages is filed with it
(docs/decisions/0019).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from village_desk.crypto import CryptoTrouble, read_json
from village_desk.fields import is_empty
from village_desk.kinds import KINDS, Kind, children_of
from village_desk.queries import history
from village_desk.queries.records import Record, linked, may_read, record_of
from village_desk.queries.reviews import changed_fields
from village_desk.session import Session

SIGNED = 'EXISTS (SELECT 1 FROM "attachment" a WHERE a."page_of" = "sheet"."id" AND a."archived" = 0)'
"""SQL condition on a row of "sheet": a signed page of it is here."""


@dataclass(frozen=True, slots=True)
class Departed:
    """A field that says something else than the paper people signed, and no supplement says why.

    Attributes:
        kind, record_id, field: Which.
        sheet: The sheet that was signed last of those it stands on.
        by: Who changed it last; "" when the name is not known here.
        at: When, by the clock of their desk, UTC ms.
    """

    kind: str
    record_id: bytes
    field: str
    sheet: bytes
    by: str
    at: int


@dataclass(frozen=True, slots=True, repr=False)
class _Sheet:
    """A signed sheet: its frozen text, and what of it stands on the paper as `kind.field`."""

    id: bytes
    content: dict[str, object]
    shown: frozenset[str]

    def says(self, kind: str, record_id: bytes) -> dict[str, object]:
        """Return what the paper says of a record; what was empty on it, it does not say."""
        held = _found(self.content, kind, record_id.hex()) or {}
        return {
            name: value
            for name, value in held.items()
            if f"{kind}.{name}" in self.shown and not is_empty(value)
        }


def standing(
    session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]
) -> dict[str, bytes]:
    """Return the fields of a record that stand as they were signed, with the sheet that was signed.

    `values` are those the record has now. A field that was empty on the paper is free: what is filled in
    later changes nothing that was signed. So is one that a supplement has changed already.
    """
    sent = kind.to_json(values)
    found: dict[str, bytes] = {}
    for sheet in _sheets(session, _near(session, kind, record_id, values)):
        for name, value in sheet.says(kind.name, record_id).items():
            if sent.get(name) == value:
                found.setdefault(name, sheet.id)
    return found


def departed(session: Session, kind: str, record_id: bytes) -> list[Departed]:
    """Return the fields of a record, and of what hangs on it, that differ from what was signed.

    A command asks for the reason first; what another desk or a decided conflict brings does not. Of a field
    that was signed several times the latest paper counts. What the actor may not read is left out.
    """
    row = session.store.row(kind, record_id)
    if row is None:
        return []
    held = record_of(session.profile.kind(kind), row)
    sheets = list(_sheets(session, _near(session, KINDS[kind], record_id, held.values)))
    if not sheets:
        return []
    hung = [one for child in children_of(kind) for one in linked(session, child, record_id)]
    return [
        gone for one in (held, *hung) if may_read(session, one) for gone in _departed(session, one, sheets)
    ]


def _departed(session: Session, held: Record, sheets: Sequence[_Sheet]) -> Iterator[Departed]:
    now = KINDS[held.kind].to_json(held.values)
    signed: dict[str, list[tuple[object, bytes]]] = {}
    for sheet in sheets:
        for name, value in sheet.says(held.kind, held.id).items():
            signed.setdefault(name, []).append((value, sheet.id))
    found = {name: each for name, each in signed.items() if now.get(name) != each[-1][0]}
    explained = _explained(session, held.kind, held.id) if found else frozenset()
    for name, each in found.items():
        if not explained & {(name, sheet) for value, sheet in each if value == each[-1][0]}:
            by, at = _last_change(session, held.kind, held.id, name)
            yield Departed(held.kind, held.id, name, each[-1][1], by, at)


def _explained(session: Session, kind: str, record_id: bytes) -> frozenset[tuple[str, bytes]]:
    """Return the fields a supplement gives a reason for, each with the sheet it was signed on."""
    rows = session.store.rows(
        "supplement", '"record_id" = ? AND "record_kind" = ? AND "archived" = 0', (record_id.hex(), kind)
    )
    return frozenset(
        (name, bytes(row["sheet"])) for row in rows if row["sheet"] for name in changed_fields(row["changed"])
    )


def _last_change(session: Session, kind: str, record_id: bytes, name: str) -> tuple[str, int]:
    """Return who changed a field last and when; what came as it stood was changed by who changed it last."""
    for event in reversed(history.of(session, kind, record_id)):
        if event.outcome != "quarantined" and any(of == name for of, _before, _after in event.fields):
            return event.user_name, event.at
    row = session.store.row(kind, record_id) or {}
    names = dict(session.store.query('SELECT "user", "name" FROM "account"'))
    return names.get(row.get("changed_by"), ""), row.get("changed_at") or 0


def _sheets(session: Session, near: Sequence[str]) -> Iterator[_Sheet]:
    """Yield the signed sheets of records, the latest print last.

    A masked print shows less than the record, and holds nothing of it.
    """
    marks = ", ".join("?" for _ in near)
    for row in session.store.rows(
        "sheet",
        f'"record_id" IN ({marks}) AND "archived" = 0 AND {SIGNED} ORDER BY "printed_at", "created_at", "id"',
        tuple(near),
    ):
        try:
            content = read_json(str(row["content"] or "{}").encode())
        except CryptoTrouble:
            continue
        if isinstance(content, dict) and "beside" in content:
            yield _Sheet(bytes(row["id"]), content, frozenset(str(row["shown"] or "").split()))


def _near(session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]) -> list[str]:
    """Return the ids, as text, of the records whose papers may show this one: of its whole case."""
    found = [record_id.hex()]
    parent = values.get(kind.parent) if kind.parent else None
    around = [(kind.name, record_id)]
    if isinstance(parent, bytes):
        found.append(parent.hex())
        around.append((kind.fields[kind.parent].to, parent))
    for of, of_id in around:
        for child in children_of(of):
            below = f'SELECT "id" FROM "{child.name}" WHERE "{child.parent}" = ?'  # noqa: S608 - declared names
            rows = session.store.query(below, (of_id,))
            found += [bytes(row[0]).hex() for row in rows]
    return found


def _found(content: object, kind: str, record_id: str) -> dict[str, object] | None:
    """Return the values a frozen text holds of one record, or None."""
    if not isinstance(content, dict):
        return None
    if content.get("kind") == kind and content.get("id") == record_id:
        held = content.get("values")
        return held if isinstance(held, dict) else None
    inside = [*content.get("children", ()), *content.get("beside", ())]
    return next((held for one in inside if (held := _found(one, kind, record_id)) is not None), None)
