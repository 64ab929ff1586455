"""Moving a record from one workflow state to the next."""

from collections.abc import Mapping

from village_desk import rights, workflow
from village_desk.commands.records import completed
from village_desk.errors import Invalid, UserError
from village_desk.kinds import children_of
from village_desk.queries.records import linked, record_of, target
from village_desk.session import Changes, Session


def make(
    session: Session, kind: str, record_id: bytes, move: str, values: Mapping[str, object] | None = None
) -> Changes:
    """Make the workflow move `move` with a record, saving `values` with it in one unit of work.

    Raises:
        NotAllowed: Not from this state (with the article), or not by this role, or no right to the record.
        Invalid: Everything the move still needs, of the record and of those linked to it; nothing is saved.
    """
    declared = session.profile.kind(kind)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        row = uow.row(kind, record_id)
        if row is None:
            raise UserError("record.gone")
        held = record_of(declared, row)
        rights.require(session.actor.role, session.actor.areas, "move", target(session, held))
        entered = completed(declared, values or {}, held.values)
        problems = declared.check(entered)
        if problems:
            raise Invalid(problems)
        after = {**held.values, **entered}
        children = {
            child.name: {one.id: one.values for one in linked(session, child, record_id)}
            for child in children_of(kind)
        }
        state = workflow.check_move(declared, after, move, session.actor.role, children)
        uow.put(kind, record_id, {**entered, "state": state})
    return uow.touched
