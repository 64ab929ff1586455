"""Taking records out of the desk, in the open; each export is kept."""

import json
from collections.abc import Iterator
from pathlib import Path

from village_desk import ids
from village_desk.durable import file_troubles, write_all, writing
from village_desk.kinds import KINDS
from village_desk.kinds.access import EXPORT
from village_desk.queries import accesses
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.queries.visible import shown
from village_desk.session import Session


def export_lines(session: Session, path: Path) -> int:
    """Write every record the actor may export as one JSON object a line; return how many.

    The file appears whole or not at all and is readable by its owner only. It is not encrypted.

    Raises:
        StoreTrouble: The disk is full or read-only; nothing is left behind.
    """
    count = 0
    with file_troubles(), writing(path) as handle:
        for line in _lines(session):
            write_all(handle, json.dumps(line, ensure_ascii=False, sort_keys=True).encode() + b"\n")
            count += 1
    log_export(session, count=count)
    return count


def log_export(session: Session, kind: str = "", count: int = 0) -> None:
    """Keep that records were taken out of the desk in the open: of one kind or of many, and how many."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        accesses.write(session, uow, {"act": EXPORT, "of_kind": kind or None, "records": count or None})


def _lines(session: Session) -> Iterator[dict[str, object]]:
    for name in KINDS:
        kind = session.profile.kind(name)
        for row in session.store.rows(name, '"archived" = 0 ORDER BY "created_at", "id"'):
            held = record_of(kind, row)
            if _may_export(session, held):
                yield {
                    "kind": name,
                    "id": ids.id_text(held.id),
                    "scope": held.scope,
                    "version": held.ver,
                    "values": kind.to_json(shown(session, held).values),
                }


def _may_export(session: Session, held: Record) -> bool:
    actor = session.actor
    return actor.may("export", target(session, held)) and may_read(session, held)
