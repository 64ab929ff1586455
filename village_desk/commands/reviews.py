"""Sending a record to the township, and the township's answer."""

import hashlib
from collections.abc import Mapping, Sequence

from village_desk import visits, workflow
from village_desk.commands import drafts
from village_desk.commands.beside import beside, put_fitting
from village_desk.crypto import canonical
from village_desk.errors import Invalid, NotAllowed, Problem, UserError
from village_desk.kinds import KINDS, children_of
from village_desk.queries import answers, review_rules
from village_desk.queries.papers import text_of
from village_desk.queries.records import Record, linked, record, record_of, target
from village_desk.queries.reviews import Remark, state_of
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

HEAD = "station_head"
"""Who opens again what was approved."""


def submit(session: Session, kind: str, record_id: bytes, submission_id: bytes) -> Changes:
    """Send a record to the township as it is now (上报); the text is frozen word for word.

    Raises:
        Invalid: With everything that is still missing, of the record and of what hangs on it; with
            "review.unanswered" for each remark where nothing was mended and no word says why.
        UserError: "visit.not_confirmed": the village has not confirmed the visit;
            "review.unchanged": it waits for review with this very text, or was approved with it;
            "record.too_big": the text is longer than a submission holds.
        NotAllowed: The actor may not send it.
    """
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        submit_in(session, uow, (kind, record_id), submission_id)
    return uow.touched


def submit_in(session: Session, uow: UnitOfWork, about: tuple[str, bytes], submission_id: bytes) -> None:
    """Send a record to the township inside a unit of work; raises as `submit`.

    Who may take it from state to state may send it too: a village sends the visit it has confirmed.
    """
    kind, record_id = about
    held = record(session, kind, record_id)
    if not session.actor.may("move", target(session, held)):
        session.actor.require("write", target(session, held))
    if not visits.may_go(kind, held.values):
        raise UserError("visit.not_confirmed")
    below = {
        child.name: {one.id: one.values for one in linked(session, child, record_id)}
        for child in children_of(kind)
    }
    problems = workflow.missing(session.profile.kind(kind), held.values, "submit", below)
    content = text_of(session, kind, record_id)
    digest = hashlib.sha256(content).hexdigest()
    state = state_of(session, kind, record_id)
    asked = answers.of_state(session, state, kind, record_id)
    problems += [Problem(one.remark.field, "review.unanswered") for one in asked if one.open]
    if problems:
        raise Invalid(problems)
    if state.standing in ("waiting", "approved") and _digest_of(session, state.submission) == digest:
        raise UserError("review.unchanged")
    values: dict[str, object] = {
        "record_kind": kind,
        "record_id": record_id.hex(),
        "round": state.round + 1,
        "content": content.decode(),
        "content_digest": digest,
        "submitted_by": session.actor.name,
    }
    if asked:
        values["answers"] = _sent(asked)
        drafts.drop_in(session, uow, answers.key(state.submission or b""))
    put_fitting(uow, "submission", submission_id, values, beside(held))
    uow.touch(kind, record_id)


def _sent(asked: Sequence[answers.Question]) -> str:
    said = {one.answer.field: one.answer for one in asked}  # two remarks on one field have one answer
    return canonical(
        [{"field": one.field, "mended": one.mended, "words": one.words} for one in said.values()]
    ).decode()


def keep_answers(session: Session, submission_id: bytes, words: Mapping[str, str]) -> Changes:
    """Keep what is typed to the remarks on a submission until the record is sent again, by their place."""
    held = {place: text for place, text in words.items() if text.strip()}
    if not held:
        return drafts.drop(session, answers.key(submission_id))
    values = {"answers": canonical(held).decode()}
    return drafts.keep(session, answers.key(submission_id), "submission", submission_id, values)


def review(
    session: Session, submission_id: bytes, review_id: bytes, outcome: str, remarks: Sequence[Remark] = ()
) -> Changes:
    """Answer a submission: "approved", or "returned" with at least one remark (退回修改).

    Raises:
        UserError: "review.remark_missing", "review.done": somebody has answered it already, "record.gone".
        NotAllowed: "review.own": nobody reviews what they wrote or sent; "review.conflict": two versions of a
            field are not decided; "review.archived"; or the actor's role does not review.
    """
    row = session.store.row("submission", submission_id)
    if row is None:
        raise UserError("record.gone")
    submission = record_of(KINDS["submission"], row)
    refused = review_rules.why_not(session, submission, outcome)
    if refused:
        raise NotAllowed(refused)
    said = [remark for remark in remarks if remark.text.strip()]
    if outcome == "returned" and not said:
        raise UserError("review.remark_missing")
    kind, record_id = review_rules.about(submission)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        state = state_of(session, kind, record_id)
        if state.submission != submission_id or state.standing != "waiting":
            raise UserError("review.done")
        _put(session, uow, submission, review_id, (outcome, said))
    return uow.touched


def reopen(session: Session, kind: str, record_id: bytes, review_id: bytes, reason: str) -> Changes:
    """Open an approved record again for its village: only the head of the office, with a reason it is told.

    The reason stands as a remark on the whole; the village mends and sends it again, as any it got back.

    Raises:
        UserError: "review.remark_missing": without a reason; "review.not_approved"; "record.gone".
        NotAllowed: "review.head": somebody else; or what `review` says.
    """
    if not reason.strip():
        raise UserError("review.remark_missing")
    if HEAD not in session.actor.roles:
        raise NotAllowed("review.head")
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        state = state_of(session, kind, record_id)
        row = session.store.row("submission", state.submission) if state.submission else None
        if row is None or state.standing != "approved":
            raise UserError("review.not_approved")
        submission = record_of(KINDS["submission"], row)
        refused = review_rules.why_not(session, submission, "returned")
        if refused:
            raise NotAllowed(refused)
        _put(session, uow, submission, review_id, ("returned", [Remark("", reason)]))
    return uow.touched


def _put(
    session: Session,
    uow: UnitOfWork,
    submission: Record,
    review_id: bytes,
    said: tuple[str, Sequence[Remark]],
) -> None:
    """Write the answer to a submission: the outcome and the remarks."""
    outcome, remarks = said
    kind, record_id = review_rules.about(submission)
    values: dict[str, object] = {
        "submission": submission.id,
        "record_kind": kind,
        "record_id": record_id.hex(),
        "outcome": outcome,
        "remarks": canonical([{"field": one.field, "text": one.text.strip()} for one in remarks]).decode(),
        "reviewed_by": session.actor.name,
    }
    put_fitting(uow, "review", review_id, values, beside(submission))
    uow.touch(kind, record_id)


def approve_together(session: Session, answers: Sequence[tuple[bytes, bytes]]) -> Changes:
    """Approve several submissions (id, id of the review) that nobody has to look at alone, each for itself.

    What a rule forbids, or somebody has answered meanwhile, is left as it is: it waits, and no other with it.
    """
    touched: Changes = frozenset()
    for submission_id, review_id in answers:
        row = session.store.row("submission", submission_id)
        submission = record_of(KINDS["submission"], row) if row else None
        if submission is None or not review_rules.waits(session, submission):
            continue
        if not review_rules.why_not_together(session, submission):
            touched |= review(session, submission_id, review_id, "approved")
    return touched


def _digest_of(session: Session, submission_id: bytes | None) -> str:
    held = session.store.query('SELECT "content_digest" FROM "submission" WHERE "id" = ?', (submission_id,))
    return str(held[0][0]) if held else ""
