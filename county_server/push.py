"""Taking a batch of changes: one transaction, all or nothing, answered with verdicts and a signed receipt.

The order of locks is the device's row, then the records by kind and id, then the head of the feed, which
is held only until the commit. So commits become visible in the order of their numbers, and a reader that
sees number q sees all before it (domain: sync §2.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec
import peewee

from county_server import batch, log, rejudging, releases, succession, viewer, writing
from county_server.batch import Entry
from county_server.county import County
from county_server.errors import Refused
from county_server.merging import Merging
from county_server.viewer import Viewer
from sync import messages
from sync.messages import Receipt, SyncRequest, Verdict
from village_desk import crypto
from village_desk.crashpoints import crashpoint

Problem = Literal["", "gap", "chain", "signature", "fork"]
TRIES = 5
"""How often a batch is tried when another one made the same record at the same moment."""


@dataclass(slots=True)
class Taken:
    """What became of a batch; the fields are those of `SyncReply`."""

    last: int
    problem: Problem = ""
    verdicts: list[Verdict] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)


def take(county: County, device: bytes, request: SyncRequest) -> Taken:
    """Store the changes of `request` that the county does not hold yet; a repeated request changes nothing.

    Raises:
        Refused: "nonsense" (400), "device" (401), "busy" (503).
    """
    entries = batch.read(request.changes)
    for tried in range(TRIES):
        try:
            with county.database.writing():
                who = viewer.find(county, device, lock=True)
                taken = _take(county, who, request, entries, trusting=not tried)
                crashpoint("push.before_commit")
            crashpoint("push.after_commit")
        except peewee.IntegrityError:
            continue  # the record exists and will be locked and merged
        rejudging.arrived(county, entries)
        releases.arrived(county, device, entries, [one for one in taken.verdicts if one.reason])
        return taken
    raise Refused("busy", 503)


def _take(
    county: County, who: Viewer, request: SyncRequest, entries: Sequence[Entry], *, trusting: bool
) -> Taken:
    entries = batch.numbered(entries, request.last)
    if not batch.dense(entries, who.last):
        return Taken(who.last, "gap")
    if not _signed(who, request, entries[-1].n):
        return Taken(who.last, "signature")
    known = _known_hashes(county, who, entries[0].n - 1)
    entries = batch.chained(known.get(entries[0].n - 1, b""), entries, who.suite)
    if entries[-1].hash != request.head:
        return Taken(who.last, "chain")
    if any(known.get(entry.n, entry.hash) != entry.hash for entry in entries):
        return Taken(who.last, "fork")
    new = [entry for entry in entries if entry.n > who.last]
    if new:
        merging = Merging(county, who, new, trusting=trusting)
        beside = [*log.remembered(county, who.device, request), succession.origins(who.device, new)]
        receipt = writing.write(county, who, merging, new, beside)
        if len(new) == len(entries):
            return Taken(new[-1].n, "", _verdicts_of(merging), [receipt])
    last = new[-1].n if new else who.last
    # After a lost answer a smaller batch may come: what it leaves out was answered to nobody either.
    span = (entries[0].n, last)
    return Taken(last, "", verdicts(county, who.device, span), receipts(county, who.device, span))


def _verdicts_of(merging: Merging) -> list[Verdict]:
    """Return what a batch just became; the same as `verdicts` finds in the tables afterwards."""
    conflicts = [one.entry.n for one in merging.accepted if one.merged.outcome == "conflict"]
    aside = [Verdict(entry.n, "quarantined", reason) for entry, reason in merging.quarantined]
    return sorted([*aside, *(Verdict(n, "conflict") for n in conflicts)], key=lambda verdict: verdict.n)


def _signed(who: Viewer, request: SyncRequest, last: int) -> bool:
    claim = messages.batch_claim(who.suite, who.device.hex(), last, request.head)
    return request.suite == who.suite and crypto.verify(who.public_key, request.signature, claim, who.suite)


def _known_hashes(county: County, who: Viewer, since: int) -> dict[int, bytes]:
    """Return the chain of the device as the county holds it, from change `since` on."""
    if since == who.last:
        return {since: who.head}
    known = {0: crypto.CHAIN_START}
    for table in ("feed", "quarantine"):
        rows = county.database.rows(
            f"SELECT n, hash FROM {table} WHERE device = ? AND n >= ?",  # noqa: S608 - two names of our own
            who.device,
            since,
        )
        known |= {n: bytes(chain) for n, chain in rows}
    return known


def verdicts(county: County, device: bytes, span: tuple[int, int]) -> list[Verdict]:
    """Return the remembered verdicts on changes from one number to another; call inside a transaction.

    A repeated request gets the first answer.
    """
    conflicts = county.database.rows(
        "SELECT n FROM feed WHERE device = ? AND n BETWEEN ? AND ? AND outcome = 'conflict'", device, *span
    )
    aside = county.database.rows(
        "SELECT n, reason FROM quarantine WHERE device = ? AND n BETWEEN ? AND ?", device, *span
    )
    found = [Verdict(n, "conflict") for (n,) in conflicts] + [
        Verdict(n, "quarantined", why) for n, why in aside
    ]
    return sorted(found, key=lambda verdict: verdict.n)


def receipts(county: County, device: bytes, span: tuple[int, int]) -> list[Receipt]:
    """Return the receipts over changes from one number to another; call inside a transaction."""
    rows = county.database.rows(
        "SELECT body FROM receipt WHERE device = ? AND last_n >= ? AND first_n <= ? ORDER BY last_n",
        device,
        *span,
    )
    return [msgspec.json.decode(bytes(body), type=Receipt) for (body,) in rows]
