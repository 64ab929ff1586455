"""Values that could not be merged."""

import json
from dataclasses import dataclass

from village_desk.queries.records import find
from village_desk.session import Session


@dataclass(frozen=True, slots=True, repr=False)
class OpenConflict:
    """One value that was entered elsewhere at the same time as the current one; as used."""

    id: str
    kind: str
    record_id: bytes
    record_name: str
    field: str
    current: object
    value: object
    user_name: str
    received_at: int


def open_conflicts(session: Session, record_id: bytes | None = None, limit: int = 100) -> list[OpenConflict]:
    """Return open conflicts the actor may see, oldest first; only those of one record when it is given."""
    rows = session.store.query(
        'SELECT "id", "kind", "record_id", "field", "value", "user_name", "received_at" FROM "conflict" '
        'WHERE "open" = 1 AND (? IS NULL OR "record_id" = ?) ORDER BY "seq" LIMIT ?',
        (record_id, record_id, limit),
    )
    found = []
    for conflict_id, kind, of, field, value, user_name, received_at in rows:
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
                held.values.get(field),
                session.profile.kind(kind).from_json(sent)[field],
                user_name or "",
                received_at or 0,
            )
        )
    return found
