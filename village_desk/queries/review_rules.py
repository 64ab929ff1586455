"""Whether a person may answer a submission, and whether it may be approved: asked before and after.

Nobody reviews what they wrote or sent themselves, and nothing is approved while two versions of a field lie
beside each other: what would be approved is not yet decided.
"""

from village_desk import changes, rights
from village_desk.kinds import KINDS, children_of
from village_desk.queries import checklist
from village_desk.queries.papers import PROCESS, text_of
from village_desk.queries.records import Record, find, linked
from village_desk.queries.reviews import state_of
from village_desk.session import Session

TOGETHER = "review_together"
"""Parameter of the profile: the kinds of which several may be approved at once, separated by spaces."""


def why_not(session: Session, submission: Record, outcome: str = "approved") -> str:
    """Return the code of the reason why the actor may not answer so, or "".

    "rights.…": their role does not review it; "review.own": they wrote or sent it; "review.conflict": two
    versions of a field are not decided yet, in the record or in what hangs on it; "review.archived": it was
    put away. What is sent back may have any of the last two.
    """
    answer = rights.Target("review", submission.class_, submission.scope, own=True, reader=True)
    code = session.actor.why_not("write", answer)
    if code:
        return code
    family = _family(session, submission)
    if _is_own(session, submission, family):
        return "review.own"
    if outcome != "approved":
        return ""
    if any(one.conflicts for one in family):
        return "review.conflict"
    return "review.archived" if not family or family[0].archived else ""


def why_not_together(session: Session, submission: Record) -> str:
    """Return the code of the reason why it is not approved with others unseen, or "".

    "review.not_together": the profile wants each of its kind looked at alone; what `why_not` says;
    "review.again": it was sent back before; "review.newer": it was changed after it was sent;
    "review.findings": its check list has found something.
    """
    kind, record_id = about(submission)
    if kind not in kinds_together(session):
        return "review.not_together"
    code = why_not(session, submission)
    if code:
        return code
    if submission.values.get("round") != 1:
        return "review.again"
    if text_of(session, kind, record_id) != str(submission.values.get("content")).encode():
        return "review.newer"
    return "review.findings" if checklist.faults(session, kind, record_id) else ""


def kinds_together(session: Session) -> frozenset[str]:
    """Return the kinds of which the profile lets several be approved at once."""
    said = session.profile.parameters.get(TOGETHER)
    return frozenset(name for name in str(said or "").split() if name in KINDS and KINDS[name].reviewed)


def about(submission: Record) -> tuple[str, bytes]:
    """Return kind and id of the record that was sent."""
    return str(submission.values["record_kind"]), bytes.fromhex(str(submission.values["record_id"]))


def waits(session: Session, submission: Record) -> bool:
    """Say whether this very submission is the one to be answered."""
    state = state_of(session, *about(submission))
    return state.submission == submission.id and state.standing == "waiting"


def _family(session: Session, submission: Record) -> list[Record]:
    """Return the record that was sent and what hangs on it, as they are here; nothing once it is gone."""
    kind, record_id = about(submission)
    held = find(session, kind, record_id)
    if held is None:
        return []
    return [held, *(one for child in children_of(kind) for one in linked(session, child, record_id))]


def _is_own(session: Session, submission: Record, family: list[Record]) -> bool:
    user = session.actor.user
    made = [submission.created_by, *(one.created_by for one in family)]
    if not all(rights.may_review(user, account_of(session, one)) for one in made if one):
        return True
    return any(_wrote(session, one, user.hex()) for one in family)


def account_of(session: Session, user: str) -> bytes:
    """Return the account that a local user of this desk has become, where they have."""
    return session.store.state(f"acts_as.{user}") or bytes.fromhex(user)


def _wrote(session: Session, held: Record, user: str) -> bool:
    """Say whether a user wrote any field of a record; a step of the workflow is no writing."""
    rows = session.store.query(
        'SELECT "body" FROM "change" WHERE "record_id" = ?1 AND "body" IS NOT NULL UNION ALL '
        'SELECT "body" FROM "remote_change" WHERE "record_id" = ?1 AND "body" IS NOT NULL',
        (held.id,),
    )
    bodies = [body for row in rows if (body := changes.read(row[0])) is not None and body.u == user]
    if not bodies:
        return False
    beside = {*changes.BESIDE, *PROCESS}
    return any("state" not in body.f and set(body.f) - beside for body in bodies)
