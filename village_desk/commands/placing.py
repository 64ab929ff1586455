"""Putting a record into another area: registered in the wrong village, or taken over by the township."""

from village_desk.errors import NotAllowed, UserError
from village_desk.kinds import KINDS
from village_desk.queries.placing import may_move_to
from village_desk.queries.records import may_read, record_of
from village_desk.session import Changes, Session


def move_to(session: Session, kind: str, record_id: bytes, scope: str) -> Changes:
    """Ask that a record and all that hangs on it lie in `scope` (12 digits) from now on.

    Until the county says so it stays where it is; then who may not read it there no longer has it.

    Raises:
        UserError: "record.gone"; "record.there": it lies there already.
        NotAllowed: "rights.transfer": not by this person, or not to there.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        row = uow.row(kind, record_id)
        if row is None:
            raise UserError("record.gone")
        held = record_of(KINDS[kind], row)
        if held.scope == scope:
            raise UserError("record.there")
        if not may_read(session, held) or not may_move_to(session, held, scope):
            raise NotAllowed("rights.transfer")
        uow.move(kind, record_id, scope)
    return uow.touched
