"""Where a record stands with the township: derived from the latest submission and its review."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from village_desk.crypto import CryptoTrouble, read_json
from village_desk.kinds import KINDS
from village_desk.queries.papers import frozen
from village_desk.queries.records import Record, about, may_read, record_of
from village_desk.session import Session

Standing = Literal["none", "waiting", "returned", "approved"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark of the township: on a field, on `kind:id:field` of a linked record, or on the whole ("")."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Where a record stands.

    Attributes:
        standing: none (never sent), waiting, returned, approved.
        round: How many times it was sent.
        submission: Id of the latest submission, or None.
        remarks: Of the latest review.
        reviewed_by: Who reviewed.
        at: When the standing began, UTC ms.
        received: The county has the submission.
    """

    standing: Standing = "none"
    round: int = 0
    submission: bytes | None = None
    remarks: tuple[Remark, ...] = ()
    reviewed_by: str = ""
    at: int = 0
    received: bool = False


def state_of(session: Session, kind: str, record_id: bytes) -> ReviewState:
    """Return where a record stands; stored nowhere, so it can never contradict what was sent and answered."""
    submissions = about(session, "submission", kind, record_id)
    if not submissions:
        return ReviewState()
    latest = max(submissions, key=lambda one: (_round(one), one.created_at, one.id))
    reviews = [
        one for one in about(session, "review", kind, record_id) if one.values.get("submission") == latest.id
    ]
    if not reviews:
        return ReviewState(
            "waiting", _round(latest), latest.id, at=latest.created_at, received=latest.ver > 0
        )
    review = reviews[-1]
    return ReviewState(
        "approved" if review.values.get("outcome") == "approved" else "returned",
        _round(latest),
        latest.id,
        remarks_of(review),
        str(review.values.get("reviewed_by") or ""),
        review.created_at,
        received=True,
    )


def is_locked(session: Session, kind: str, record_id: bytes) -> bool:
    """Say whether a record is approved as it stands now; a review of an older text does not lock."""
    state = state_of(session, kind, record_id)
    if state.standing != "approved":
        return False
    submission = next(
        one for one in about(session, "submission", kind, record_id) if one.id == state.submission
    )
    now = hashlib.sha256(frozen(session, kind, record_id)).hexdigest()
    return submission.values.get("content_digest") == now


def waiting_for_review(session: Session, limit: int = 100) -> list[Record]:
    """Return the submissions no review has answered and no later round has replaced, oldest first."""
    rows = session.store.rows(
        "submission",
        '"archived" = 0 AND NOT EXISTS (SELECT 1 FROM "review" r WHERE r."submission" = "submission"."id") '
        'AND NOT EXISTS (SELECT 1 FROM "submission" s WHERE s."record_id" = "submission"."record_id" '
        'AND s."round" > "submission"."round") ORDER BY "created_at", "id" LIMIT ?',
        (limit,),
    )
    from_rows = [record_of(KINDS["submission"], row) for row in rows]
    return [one for one in from_rows if may_read(session, one)]


def remarks_of(review: Record) -> tuple[Remark, ...]:
    """Return the remarks a review carries."""
    try:
        held = read_json(str(review.values.get("remarks") or "[]").encode())
    except CryptoTrouble:
        return ()
    entries = held if isinstance(held, list) else []
    return tuple(
        Remark(str(one.get("field", "")), str(one.get("text", "")))
        for one in entries
        if isinstance(one, dict)
    )


def _round(submission: Record) -> int:
    value = submission.values.get("round")
    return value if isinstance(value, int) else 0
