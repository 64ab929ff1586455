"""Changes set aside for a reason that has passed since are let through, without anybody's doing.

A change of a record the county does not have yet waits for that record: after a restore the desks send again
in any order. A change of a kind or schema newer than this program waits for the program. It enters the feed
where it is let through; its device's chain and receipt covered it all along (domain: sync §2.9, §3.1 I10).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import peewee
from msgspec import Raw

from county_server import batch, viewer, writing
from county_server.batch import Entry
from county_server.county import County
from county_server.database import marks
from county_server.errors import Refused
from county_server.merging import Merging
from sync.messages import Sent
from village_desk.changes import Body
from village_desk.ids import id_from_text

WAITS_FOR_RECORD = "record.unknown"
WAITS_FOR_MOVE = "rights"
WAITS_FOR_PROGRAM = ("kind", "schema")
TRIES = 5


def arrived(county: County, entries: Sequence[Entry]) -> None:
    """Let through what waited for the records these changes may have made.

    Raises:
        Refused: "busy" (503); what was taken before stays taken.
    """
    if county.generation and any(entry.body and entry.body.op == "move" for entry in entries):
        _after_a_move(county)
    with county.database.connected():
        if county.database.one("SELECT 1 FROM quarantine WHERE reason = ? LIMIT 1", WAITS_FOR_RECORD) is None:
            return
    ids = sorted({one.body.r for one in entries if one.body and one.body.b == 0 and not one.reason})
    while ids:
        with county.database.connected():
            found = county.database.rows(
                "SELECT DISTINCT device, g FROM quarantine"  # noqa: S608 - blanks only
                f" WHERE reason = ? AND record_id IN ({marks(len(ids))})",
                *(WAITS_FOR_RECORD, *ids),
            )
        made = [_judged(county, bytes(device), g) for device, g in sorted(found)]
        ids = sorted({record for records in made for record in records})


def _after_a_move(county: County) -> None:
    """After a restore a change may come before the move that put its record where the author may write.

    Only what was set aside since is looked at: before, changes come in the order in which they were made.
    """
    with county.database.connected():
        found = county.database.rows(
            "SELECT DISTINCT device, g FROM quarantine WHERE reason = ?"
            " AND received_at >= (SELECT MAX(ended_at) FROM incarnation)",
            WAITS_FOR_MOVE,
        )
    for device, g in sorted(found):
        _judged(county, bytes(device), g)


def updated(county: County) -> int:
    """Let through what waited for this program, after an update of it; return how many changes were.

    What waits for a record is looked at, too: the server may have ended just after that had come.

    Raises:
        Refused: "busy" (503).
    """
    reasons = (*WAITS_FOR_PROGRAM, WAITS_FOR_RECORD)
    with county.database.connected():
        found = county.database.rows(
            f"SELECT DISTINCT device, g FROM quarantine WHERE reason IN ({marks(len(reasons))})",  # noqa: S608 - blanks
            *reasons,
        )
    return sum(len(_judged(county, bytes(device), g)) for device, g in sorted(found))


def _judged(county: County, device: bytes, g: int) -> list[str]:
    """Judge one unit of work again; return the ids of its records if it has effect now."""
    for _ in range(TRIES):
        try:
            with county.database.writing():
                return _judge(county, device, g)
        except peewee.IntegrityError:
            continue  # the record exists now and will be locked and merged
    raise Refused("busy", 503)


@dataclass(frozen=True, slots=True)
class Fact:
    """Why a change was set aside, and where its record lay then."""

    reason: str
    scope: str


def waiting(county: County, device: bytes, g: int) -> tuple[list[Entry], list[Fact]]:
    """Return a unit of work in quarantine, read anew, and why it is there; call inside a transaction."""
    rows = county.database.rows(
        "SELECT n, salt, body, hash, reason, scope FROM quarantine WHERE device = ? AND g = ? ORDER BY n",
        *(device, g),
    )
    read = batch.read([Sent(bytes(row[1]), Raw(bytes(row[2]))) for row in rows])
    entries = [
        Entry(row[0], entry.salt, entry.raw, entry.body, entry.reason, bytes(row[3]))
        for entry, row in zip(read, rows, strict=True)
    ]
    return entries, [Fact(row[4], row[5]) for row in rows]


def _judge(county: County, device: bytes, g: int) -> list[str]:
    who = viewer.find(county, device, lock=True)
    entries, _ = waiting(county, device, g)
    if not entries:
        return []  # another request let it through
    merging = Merging(county, who, entries)
    if merging.quarantined:
        return []
    if changed_since(county, device, entries[-1].n, [one.body for one in merging.accepted]):
        return []  # it would lay what its author wrote before over what they wrote after
    writing.let_through(county, who, merging)
    return [one.held.id.hex() for one in merging.accepted]


def changed_since(county: County, device: bytes, last: int, bodies: Sequence[Body]) -> bool:
    """Say whether a change of the device after `last` had effect on a record of these; in a transaction."""
    ids = sorted({id_from_text(body.r) for body in bodies})
    row = county.database.one(
        f"SELECT 1 FROM feed WHERE device = ? AND n > ? AND record_id IN ({marks(len(ids))})",  # noqa: S608 - blanks
        *(device, last, *ids),
    )
    return row is not None
