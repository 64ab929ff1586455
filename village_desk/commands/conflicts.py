"""Deciding a conflict: a change like any other, which names the values it decides between."""

from village_desk.changes import ARCHIVED
from village_desk.commands.records import plain, refuse_locked
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.fields import check_value
from village_desk.queries.conflicts import open_conflicts
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.queries.visible import shown
from village_desk.session import Changes, Session


def resolve(session: Session, conflict_id: str, value: object) -> Changes:
    """Make `value`, as used, the current one of the field in conflict; the other texts stay in the history.

    Raises:
        UserError: "conflict.gone": it was decided already; "record.gone".
        NotAllowed: The actor may not write the record or not see the field; "record.locked": the record is
            approved, and `value` is not what was approved; "move.state": a step nobody has taken.
        Invalid: `value` does not fit the field.
    """
    found = session.store.query(
        'SELECT "kind", "record_id", "field" FROM "conflict" WHERE "id" = ? AND "open" = 1', (conflict_id,)
    )
    if not found:
        raise UserError("conflict.gone")
    kind, record_id, field = found[0][0], bytes(found[0][1]), found[0][2]
    row = session.store.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    declared = session.profile.kind(kind)
    held = record_of(declared, row)
    session.actor.require("write", target(session, held))
    if not may_read(session, held) or field in shown(session, held).hidden:
        raise NotAllowed("rights.write")
    spec = declared.fields.get(field)
    problems = check_value(spec, value) if spec else []
    if problems:
        raise Invalid(problems)
    if spec and spec.merge == "state":
        _require_one_of_both(session, held, field, value)
    if value != held.values.get(field) and (field != ARCHIVED or value):
        refuse_locked(session, declared, record_id, held.values)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.resolve(conflict_id, plain(declared, {field: value})[field])
    return uow.touched


def _require_one_of_both(session: Session, held: Record, field: str, value: object) -> None:
    """Of two steps of the workflow one is chosen; a third would be a step that nobody has checked."""
    found = open_conflicts(session, held.id)
    if value != held.values.get(field) and all(value != one.value for one in found if one.field == field):
        raise NotAllowed("move.state")
