"""Deciding about a change of somebody else's that the county set aside (docs/decisions/0024)."""

from village_desk import rights
from village_desk.commands.beside import put_fitting
from village_desk.errors import UserError
from village_desk.kinds.papers import RELEASE
from village_desk.queries.releases import Waiting
from village_desk.session import Changes, Session
from village_desk.store import Birth


def decide(session: Session, release_id: bytes, one: Waiting, reason: str, *, accepted: bool) -> Changes:
    """Accept a unit of work that was set aside, or dismiss it; the county acts on it once it has both.

    Raises:
        UserError: "release.reason_missing"; "release.not_acceptable": more than a permission was missing.
        NotAllowed: The actor's role does not decide about it.
        Invalid: The reason is too long.
    """
    session.actor.require("write", rights.Target(RELEASE, one.class_, one.scope, own=True, reader=True))
    if not reason.strip():
        raise UserError("release.reason_missing")
    if accepted and not one.acceptable:
        raise UserError("release.not_acceptable")
    about = one.parts[0]
    values: dict[str, object] = {
        "record_kind": about.kind,
        "record_id": about.record_id.hex(),
        "device": one.device,
        "first": one.first,
        "chain": one.chain,
        "accepted": accepted,
        "reason": reason.strip(),
        "decided_by": session.actor.name,
    }
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        put_fitting(uow, RELEASE, release_id, values, Birth(one.scope, one.class_, one.readers))
        uow.touch(about.kind, about.record_id)
    return uow.touched
