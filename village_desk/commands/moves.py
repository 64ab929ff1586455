"""Moving a record from one workflow state to the next."""

from collections.abc import Mapping

from village_desk import handling, visits, workflow
from village_desk.commands import supplements, typical
from village_desk.commands.handling import note_step, step_of
from village_desk.commands.records import checked, plain, refuse_in_approved
from village_desk.errors import NotAllowed, UserError
from village_desk.kinds import children_of
from village_desk.queries.dossier import gaps_of
from village_desk.queries.records import linked, may_read, record_of, target
from village_desk.queries.reviews import state_of
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

_CHECKED = "人民调解法 第二十七条"


def make(
    session: Session, kind: str, record_id: bytes, move: str, values: Mapping[str, object] | None = None
) -> Changes:
    """Make the workflow move `move` with a record, saving `values` with it in one unit of work.

    Raises:
        NotAllowed: Not from this state (with the article), or not by this role, or no right to the record;
            "typical.own": nobody reviews a typical case they wrote;
            "case.not_checked": the township has not approved the dossier that would be archived;
            "record.locked": `values` would change an approved text beyond what the move itself fills;
            "record.signed": they would change a signed one.
        Invalid: What is wrong with `values`, or everything the move still needs, of the record and of those
            linked to it; nothing is saved.

    Days and names a step fills by itself, and the line that keeps a step of a referral: `handling`.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        make_in(session, uow, (kind, record_id), move, values)
    return uow.touched


def make_in(
    session: Session,
    uow: UnitOfWork,
    about: tuple[str, bytes],
    move: str,
    values: Mapping[str, object] | None = None,
) -> None:
    """Make a workflow move inside a unit of work; raises as `make`."""
    kind, record_id = about
    declared = session.profile.kind(kind)
    row = uow.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    held = record_of(declared, row)
    if not may_read(session, held):
        raise NotAllowed("rights.no_move")
    session.actor.require("move", target(session, held))
    if values:  # from who may only move the county takes a state alone
        session.actor.require("write", target(session, held))
    children = {
        child.name: {one.id: one.values for one in linked(session, child, record_id)}
        for child in children_of(kind)
    }
    entered = checked(session, declared, held, values or {})
    entered = {**visits.stamped(kind, move, {**held.values, **entered}, children, session.now()), **entered}
    refuse_in_approved(session, declared, held, entered, move)
    supplements.note(session, uow, held, entered)
    after = {**held.values, **entered}
    if move == "archive" and state_of(session, kind, record_id).standing != "approved":
        raise NotAllowed("case.not_checked", article=_CHECKED)
    step = step_of(session, held, move)
    handling.check(session.profile, step, after, session.actor.roles)
    gaps = gaps_of(session, kind, record_id, move)
    state = workflow.check_move(declared, after, move, session.actor.roles, children, gaps)
    written = {**plain(declared, entered), **handling.filled(session.profile, step, after)}
    written |= typical.signed(session, held, move)
    uow.put(kind, record_id, {**written, "state": state})
    note_step(uow, held, step, after)
    typical.follow(session, uow, held, move)
