"""What waits, what arrived, and when the county was last reached: the truth for the status line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from village_desk.queries import quarantine, receipts
from village_desk.session import Session
from village_desk.store import Store, carried, county_link, outbox, published


@dataclass(frozen=True, slots=True)
class Outbox:
    """Where this desk stands with the county.

    Attributes:
        enrolled: A county knows this desk.
        unknown: It was put back to before this desk was enrolled, so the desk is to be enrolled again.
        address: Of that county, or "".
        profile_refused: Version of a published profile that cannot be used here, and the code of why.
        profile_why: What fills the sentence of that code: file, line, reason.
        waiting: Changes no county has acknowledged.
        blobs_waiting: Attachments not yet at the county.
        set_aside: Units of work the county set aside and nobody has dealt with.
        conflicts: Open conflicts.
        last_success: UTC ms of the last round that went through, or 0.
        last_outcome: "ok" or the code of the trouble of the last round, or "" when there was none.
        receipt: Number of the latest receipt, or "".
        tally_differs: The last round found that desk and county do not hold the same; it is being mended.
        proved: Since the last row came, count and sum of every area were the same here and at the county.
        records: How many records those sums are of.
        first: Records a first sync under way has brought, and how many there are about; or 0, 0.
        carried: Changes brought by the sticks of villages that the county does not have yet (未到县).
        held_files: Files of villages held here for the county.
        answers: Villages for which the county's answer waits to be put onto their next stick.
        clock_offset: How far this PC's clock was ahead of the county's at the last contact, ms; or 0.
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
    proved: bool = False
    records: int = 0
    clock_offset: int = 0
    first: tuple[int, int] = (0, 0)
    unknown: bool = False
    address: str = ""
    profile_refused: tuple[int, str] = (0, "")
    profile_why: Mapping[str, object] = field(default_factory=dict)
    carried: int = 0
    held_files: int = 0
    answers: int = 0


def status(session: Session) -> Outbox:
    """Return where this desk stands; a handful of indexed counts, so it may be asked after every change."""
    store = session.store

    def number(sql: str) -> int:
        return int(store.query(sql)[0][0] or 0)

    latest = store.query('SELECT "outcome" FROM "sync_round" ORDER BY "id" DESC LIMIT 1')
    receipt = receipts.latest(store)
    held_files, answers = carried.files_held(store)
    return Outbox(
        enrolled=bool(store.device_id),
        waiting=number('SELECT count(*) FROM "change" WHERE "state" = \'new\''),
        blobs_waiting=county_link.blobs_waiting(store),
        set_aside=quarantine.count(session),
        conflicts=number('SELECT count(*) FROM "conflict" WHERE "open" = 1'),
        last_success=number('SELECT max("at") FROM "sync_round" WHERE "outcome" = \'ok\''),
        last_outcome=latest[0][0] if latest else "",
        receipt=receipt.id if receipt else "",
        tally_differs=bool(mismatched := store.text_state("sync.mismatched")),
        proved=not mismatched and 0 < int(store.text_state("sync.tallied", "0")) == _cursor(store),
        records=number('SELECT sum("count") FROM "tally"'),
        clock_offset=store.clock_offset() or 0,
        first=county_link.first_sync(store),
        address=store.text_state("county_address"),
        profile_refused=published.refused(store),
        profile_why=published.refused_why(store),
        unknown=store.text_state(outbox.UNKNOWN) == "1",
        carried=carried.count(store),
        held_files=held_files,
        answers=answers,
    )


def _cursor(store: Store) -> int:
    return int(store.text_state("sync.cursor", "0"))


def rounds(session: Session, limit: int = 50) -> list[tuple[int, str, int, int, int]]:
    """Return the latest sync rounds, newest first: at (UTC ms), outcome, pushed, pulled, milliseconds."""
    rows = session.store.query(
        'SELECT "at", "outcome", "pushed", "pulled", "milliseconds" FROM "sync_round" '
        'ORDER BY "id" DESC LIMIT ?',
        (limit,),
    )
    return [(at, outcome, pushed, pulled, took) for at, outcome, pushed, pulled, took in rows]
