"""Looking at a record that is open to others only, in an emergency, with a reason (应急查看).

Whose role reads such records but who is not among its named readers may do so. It is kept before the
record is shown; the head of the township's office and the county see it. It opens reading, for a working day.
"""

from village_desk.errors import Invalid, NotAllowed, Problem, UserError
from village_desk.kinds.access import GLASS, LEAST_REASON
from village_desk.queries import accesses
from village_desk.queries.records import record_of, target
from village_desk.session import Changes, Session

_CODE = "rights.reader"


def break_glass(session: Session, kind: str, record_id: bytes, reason: str) -> Changes:
    """Open a restricted record for its actor to read, and keep who, when and why.

    Raises:
        UserError: "record.gone".
        NotAllowed: "rights.read": they may read it anyway, or their role may not read such records at all.
        Invalid: "glass.reason": the reason is missing or too short.
    """
    if len(reason.strip()) < LEAST_REASON:
        raise Invalid([Problem("reason", "glass.reason")])
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        row = uow.row(kind, record_id)
        if row is None:
            raise UserError("record.gone")
        held = record_of(session.profile.kind(kind), row)
        if session.actor.why_not("read", target(session, held)) != _CODE:
            raise NotAllowed("rights.read")
        said = {"act": GLASS, "of_kind": kind, "of_id": record_id.hex(), "of_class": held.class_}
        accesses.write(session, uow, {**said, "reason": reason.strip()}, held.scope)
    return uow.touched
