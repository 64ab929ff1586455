"""What waits, what arrived, and when the county was last reached: the truth for the status line."""

from dataclasses import dataclass

from village_desk.session import Session
from village_desk.store import county_link


@dataclass(frozen=True, slots=True)
class Outbox:
    """Where this desk stands with the county.

    Attributes:
        enrolled: A county knows this desk.
        waiting: Changes no county has acknowledged.
        blobs_waiting: Attachments not yet at the county.
        set_aside: Own changes the county set aside.
        conflicts: Open conflicts.
        last_success: UTC ms of the last round that went through, or 0.
        last_outcome: "ok" or the code of the trouble of the last round, or "" when there was none.
        receipt: Number of the latest receipt, or "".
        tally_differs: The last round found that desk and county do not hold the same; it is being mended.
    """

    enrolled: bool
    waiting: int
    blobs_waiting: int
    set_aside: int
    conflicts: int
    last_success: int
    last_outcome: str
    receipt: str
    tally_differs: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """The county's signed word that it has the changes `first_n` to `last_n` of this desk; UTC ms."""

    id: str
    first_n: int
    last_n: int
    seq: int
    received_at: int


def status(session: Session) -> Outbox:
    """Return where this desk stands; a handful of indexed counts, so it may be asked after every change."""
    store = session.store

    def number(sql: str) -> int:
        return int(store.query(sql)[0][0] or 0)

    latest = store.query('SELECT "outcome" FROM "sync_round" ORDER BY "id" DESC LIMIT 1')
    receipts_found = receipts(session, 1)
    return Outbox(
        enrolled=bool(store.device_id),
        waiting=number('SELECT count(*) FROM "change" WHERE "state" = \'new\''),
        blobs_waiting=county_link.blobs_waiting(store),
        set_aside=number('SELECT count(*) FROM "change" WHERE "state" = \'quarantined\''),
        conflicts=number('SELECT count(*) FROM "conflict" WHERE "open" = 1'),
        last_success=number('SELECT max("at") FROM "sync_round" WHERE "outcome" = \'ok\''),
        last_outcome=latest[0][0] if latest else "",
        receipt=receipts_found[0].id if receipts_found else "",
        tally_differs=bool(store.text_state("sync.mismatched")),
    )


def receipts(session: Session, limit: int = 50) -> list[Receipt]:
    """Return the county's receipts, newest first."""
    rows = session.store.query(
        'SELECT "id", "first_n", "last_n", "seq", "received_at" FROM "receipt" '
        'ORDER BY "last_n" DESC LIMIT ?',
        (limit,),
    )
    return [Receipt(*row) for row in rows]


def rounds(session: Session, limit: int = 50) -> list[tuple[int, str, int, int, int]]:
    """Return the latest sync rounds, newest first: at (UTC ms), outcome, pushed, pulled, milliseconds."""
    rows = session.store.query(
        'SELECT "at", "outcome", "pushed", "pulled", "milliseconds" FROM "sync_round" '
        'ORDER BY "id" DESC LIMIT ?',
        (limit,),
    )
    return [(at, outcome, pushed, pulled, took) for at, outcome, pushed, pulled, took in rows]
