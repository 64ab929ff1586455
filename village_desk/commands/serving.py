"""Choosing for which village somebody works today."""

from village_desk import times
from village_desk.errors import UserError
from village_desk.queries import serving
from village_desk.session import NOTHING, Changes, Session


def choose(session: Session, code: str, kind: str = "") -> Changes:
    """Work for the village `code` from now until the day ends; of a `kind` that may be made for it.

    Raises:
        UserError: "serving.not_chosen": it is none of theirs.
    """
    if code not in {one for one, _name in serving.villages_for(session, kind)}:
        raise UserError("serving.not_chosen")
    with session.store.unit_of_work(None, session.now()) as uow:
        uow.set_state(serving.key(session), f"{times.legal_day(session.now()).isoformat()} {code}")
    return NOTHING
