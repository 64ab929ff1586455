"""Keeping what was printed: each printed sheet is a record of its own."""

import hashlib
from dataclasses import dataclass

from village_desk.commands.beside import beside, put_fitting
from village_desk.errors import UserError
from village_desk.kinds import KINDS
from village_desk.queries.papers import frozen
from village_desk.queries.records import record_of, target
from village_desk.session import Changes, Session


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed: form id, its number and version, the pages it had, and the fields that stand on it.

    `shown` are pairs of kind and field, as the form names them.
    """

    form: str
    form_no: str
    form_version: int
    pages: int
    shown: frozenset[tuple[str, str]] = frozenset()


def record_sheet(session: Session, record: tuple[str, bytes], sheet_id: bytes, printed: Printed) -> Changes:
    """Keep that a paper of `record` was printed now, with its content and the content's hash.

    Raises:
        UserError: "record.gone"; "record.too_big": its text is longer than a sheet holds.
        NotAllowed: The actor may not print it.
    """
    kind, record_id = record
    row = session.store.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    held = record_of(KINDS[kind], row)
    session.actor.require("print", target(session, held))
    content = frozen(session, kind, record_id, {of for of, _field in printed.shown})
    values: dict[str, object] = {
        "record_kind": kind,
        "record_id": record_id.hex(),
        "form": printed.form,
        "form_no": printed.form_no,
        "form_version": printed.form_version,
        "profile_version": session.profile.version,
        "version": next_version(session, record, printed.form),
        "content": content.decode(),
        "content_digest": hashlib.sha256(content).hexdigest(),
        "pages": printed.pages,
        "shown": " ".join(sorted(f"{of}.{field}" for of, field in printed.shown)),
        "printed_at": session.now(),
        "printed_by": session.actor.name,
    }
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        put_fitting(uow, "sheet", sheet_id, values, beside(held))
        uow.touch(kind, record_id)
    return uow.touched


def next_version(session: Session, record: tuple[str, bytes], form: str) -> int:
    """Return the version the next print of `form` has: one more than the latest of this record."""
    kind, record_id = record
    rows = session.store.query(
        'SELECT max("version") FROM "sheet" WHERE "record_id" = ? AND "record_kind" = ? AND "form" = ?',
        (record_id.hex(), kind, form),
    )
    return int(rows[0][0] or 0) + 1
