"""What has been signed: printed sheets whose signed pages came back, and what of them still stands.

Nothing is stored for it: a sheet is signed while a picture of one of its pages is filed with it
(docs/decisions/0019).
"""

from collections.abc import Iterator, Mapping

from village_desk.crypto import CryptoTrouble, read_json
from village_desk.fields import is_empty
from village_desk.kinds import Kind, children_of
from village_desk.session import Session

SIGNED = 'EXISTS (SELECT 1 FROM "attachment" a WHERE a."page_of" = "sheet"."id" AND a."archived" = 0)'
"""SQL condition on a row of "sheet": a signed page of it is here."""


def standing(
    session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]
) -> dict[str, bytes]:
    """Return the fields of a record that stand as they were signed, with the sheet that was signed.

    `values` are those the record has now. A field that was empty on the paper is free: what is filled in
    later changes nothing that was signed. So is one that a supplement has changed already.
    """
    sent = kind.to_json(values)
    found: dict[str, bytes] = {}
    for sheet_id, printed, shown in _signed(session, kind, record_id, values):
        for name, value in printed.items():
            if f"{kind.name}.{name}" in shown and not is_empty(value) and sent.get(name) == value:
                found.setdefault(name, sheet_id)
    return found


def _signed(
    session: Session, kind: Kind, record_id: bytes, values: Mapping[str, object]
) -> Iterator[tuple[bytes, dict[str, object], frozenset[str]]]:
    """Yield each signed sheet a record may stand on: its id, the values it shows of it, and what it shows."""
    near = _near(session, kind, record_id, values)
    marks = ", ".join("?" for _ in near)
    for row in session.store.rows(
        "sheet", f'"record_id" IN ({marks}) AND "archived" = 0 AND {SIGNED}', tuple(near)
    ):
        try:
            content = read_json(str(row["content"] or "{}").encode())
        except CryptoTrouble:
            continue
        printed = _found(content, kind.name, record_id.hex())
        if printed is not None:
            yield bytes(row["id"]), printed, frozenset(str(row["shown"] or "").split())


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
