"""Where a record stands with the township: derived from the latest submission and its review."""

from dataclasses import dataclass
from typing import Literal

from village_desk.crypto import CryptoTrouble, read_json
from village_desk.kinds import KINDS
from village_desk.queries.papers import text_of
from village_desk.queries.records import Record, record_of
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
    """Return where a record stands; stored nowhere, so it can never contradict what was sent and answered.

    Of two submissions of one round, or two answers to one, the latest in the county's order counts; one
    the county has not numbered comes after those it has.
    """
    latest = session.store.query(
        'SELECT "id", "round", "created_at", "ver" FROM "submission" '  # noqa: S608 - constant
        'WHERE "record_id" = ? AND "record_kind" = ? AND "archived" = 0 '
        f'ORDER BY "round" DESC, {_COUNTY_ORDER.format("submission")} DESC, "id" DESC LIMIT 1',
        (record_id.hex(), kind),
    )
    if not latest:
        return ReviewState()
    submission, round_, created_at, ver = bytes(latest[0][0]), latest[0][1] or 0, *latest[0][2:]
    answers = session.store.rows(
        "review",
        '"submission" = ? AND "archived" = 0 '
        f'ORDER BY {_COUNTY_ORDER.format("review")} DESC, "id" DESC LIMIT 1',
        (submission,),
    )
    review = next((record_of(KINDS["review"], row) for row in answers), None)
    if review is None:
        return ReviewState("waiting", round_, submission, at=created_at or 0, received=ver > 0)
    return ReviewState(
        "approved" if review.values.get("outcome") == "approved" else "returned",
        round_,
        submission,
        remarks_of(review),
        str(review.values.get("reviewed_by") or ""),
        review.created_at,
        received=True,
    )


_COUNTY_ORDER = (
    'coalesce((SELECT max(c."seq") FROM "change" c WHERE c."record_id" = "{0}"."id"), '
    '(SELECT max(c."seq") FROM "remote_change" c WHERE c."record_id" = "{0}"."id"), 1 << 62)'
)
"""Place of a record of the table {0} in the county's one order; after all others before it has one."""


def is_locked(session: Session, kind: str, record_id: bytes) -> bool:
    """Say whether a record is approved and all that was approved still stands.

    A review of an older text does not lock. A field that was empty when it was sent is no part of what was
    approved: a workflow move fills it later (the day of handing over), and that does not open the rest. Nor
    does a supplement: it changes what it names, with its reason.
    """
    state = state_of(session, kind, record_id)
    if state.standing != "approved":
        return False
    held = session.store.query('SELECT "content" FROM "submission" WHERE "id" = ?', (state.submission,))
    if not held or held[0][0] is None:
        return False
    explained = _supplemented(session, state.submission)
    return _stands(read_json(held[0][0].encode()), read_json(text_of(session, kind, record_id)), explained)


def _stands(sent: object, now: object, explained: frozenset[tuple[str, str]]) -> bool:
    """Say whether every value that was sent, of the record and of what hangs on it, is still there."""
    if not isinstance(sent, dict) or not isinstance(now, dict):
        return sent == now
    linked = {child["id"]: child for child in now["children"]}
    return all(
        now["values"].get(name) == value or (sent["id"], name) in explained
        for name, value in sent["values"].items()
    ) and all(_stands(child, linked.get(child["id"]), explained) for child in sent["children"])


def _supplemented(session: Session, submission_id: bytes | None) -> frozenset[tuple[str, str]]:
    """Return the fields, as (id of the record, name), that supplements to an approved text name."""
    rows = session.store.query(
        'SELECT "record_id", "changed" FROM "supplement" WHERE "submission" = ? AND "archived" = 0',
        (submission_id,),
    )
    return frozenset((str(of), name) for of, changed in rows for name in changed_fields(changed))


def changed_fields(changed: object) -> list[str]:
    """Return the names of the fields a supplement (its field `changed`) is about."""
    try:
        held = read_json(str(changed or "[]").encode())
    except CryptoTrouble:
        return []
    return [str(name) for name in held] if isinstance(held, list) else []


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
