"""Taking batches of changes: each all or nothing, answered with verdicts and a signed receipt.

Batches of several devices that came at the same time are taken in one transaction: most of what one costs
is the same for one batch and for twenty. Locked are the devices' rows, then the records by kind and
id, then the head of the feed, held only until the commit. So commits become visible in the order of
their numbers, and a reader that sees number q sees all before it (domain: sync §2.5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec
import peewee

from county_server import batch, log, merging, rejudging, releases, succession, viewer, writing
from county_server.batch import Entry
from county_server.county import County
from county_server.database import Statement
from county_server.errors import Refused
from county_server.merging import Merging
from county_server.viewer import Viewer
from county_server.writing import Judged
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


@dataclass(frozen=True, slots=True)
class Push:
    """The changes of one request, read."""

    device: bytes
    request: SyncRequest
    entries: Sequence[Entry]


def read(device: bytes, request: SyncRequest) -> Push:
    """Read what a request brings.

    Raises:
        Refused: "nonsense" (400), "too_large" (413).
    """
    return Push(device, request, batch.read(request.changes))


def take(county: County, pushes: Sequence[Push]) -> list[Taken]:
    """Store the changes that the county does not hold yet; a repeated request changes nothing.

    Raises:
        Refused: "device" (401), "busy" (503); what was taken before stays taken.
    """
    return [taken for part in _apart(pushes) for taken in _together(county, part)]


def _apart(pushes: Sequence[Push]) -> Iterator[list[Push]]:
    """Return them in parts for one transaction each.

    In one, no two are of the same device or name the same record: each is judged by what the tables held
    before. A move takes along what nobody names, and stands alone.
    """
    part: list[Push] = []
    named: set[str] = set()
    for push in pushes:
        bodies = [entry.body for entry in push.entries if entry.body]
        names = {push.device.hex(), *(body.r for body in bodies)}
        alone = any(body.op == "move" for body in bodies)
        if part and (alone or names & named):
            yield part
            part, named = [], set()
        part.append(push)
        named |= names
        if alone:
            yield part
            part, named = [], set()
    if part:
        yield part


def _together(county: County, pushes: Sequence[Push]) -> list[Taken]:
    for tried in range(TRIES):
        try:
            with county.database.writing():
                taken = _take(county, pushes, trusting=not tried)
                crashpoint("push.before_commit")
            crashpoint("push.after_commit")
        except peewee.IntegrityError:
            continue  # a record exists and will be locked and merged
        rejudging.arrived(county, [entry for push in pushes for entry in push.entries])
        for push, one in zip(pushes, taken, strict=True):
            aside = [verdict for verdict in one.verdicts if verdict.reason]
            releases.arrived(county, push.device, push.entries, aside)
        return taken
    raise Refused("busy", 503)


def _take(county: County, pushes: Sequence[Push], *, trusting: bool) -> list[Taken]:
    viewers = viewer.find_all(county, [push.device for push in pushes], lock=True)
    checked = [(push, viewers[push.device], _checked(county, viewers[push.device], push)) for push in pushes]
    fresh = []
    for push, who, entries in checked:
        if isinstance(entries, list):
            new = [entry for entry in entries if entry.n > who.last]
            fresh += [(push, who, new)] if new else []
    found = merging.load(county, [entry for *_, new in fresh for entry in new], trusting=trusting)
    judged = [
        Judged(who, Merging(county, who, new, found=found), new, _beside(county, push, new))
        for push, who, new in fresh
    ]
    written = writing.write(county, judged) if judged else []
    done = {one.viewer.device: (one, receipt) for one, receipt in zip(judged, written, strict=True)}
    return [
        entries if isinstance(entries, Taken) else _told(county, who, entries, done.get(who.device))
        for _, who, entries in checked
    ]


def _checked(county: County, who: Viewer, push: Push) -> Taken | list[Entry]:
    """Return the changes with their numbers and their chain, or what is wrong with them as a whole."""
    request = push.request
    entries = batch.numbered(push.entries, request.last)
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
    return entries


def _beside(county: County, push: Push, new: Sequence[Entry]) -> list[Statement]:
    return [*log.remembered(county, push.device, push.request), succession.origins(push.device, new)]


def _told(
    county: County, who: Viewer, entries: Sequence[Entry], written: tuple[Judged, Receipt] | None
) -> Taken:
    """Return what became of a batch, of which `written` is what was new, if anything."""
    if written and len(written[0].entries) == len(entries):
        return Taken(entries[-1].n, "", _verdicts_of(written[0].merging), [written[1]])
    last = entries[-1].n if written else who.last
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
