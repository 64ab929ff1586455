"""Proving from the tables alone that nothing was lost, reordered or rewritten.

Checked are: the numbers of the feed are dense; every device's log is dense over feed and quarantine; its
hash chain follows from salts and bodies; the log's tree follows from the rows and has the roots that desks
were shown; every receipt bears the county's signature and the chain's hash; the sums of the villages follow
from the records; what was done in a browser stands in an unbroken chain; attachments that came are there.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from county_server import blobs, log, records
from county_server.county import County
from county_server.records import MODULUS, TallyKey
from county_server.web import journal
from sync import messages
from sync.log import TreeHead
from sync.messages import Receipt
from village_desk import crypto
from village_desk.kinds import KINDS
from village_desk.merkle import Tree

PAGE = 1_000


@dataclass(slots=True)
class Findings:
    """What was looked at, and what is wrong: `problems` are (code, where it begins).

    `altered` names changes whose desk states that they were altered in its file before they were sent.
    """

    changes: int = 0
    devices: int = 0
    receipts: int = 0
    records: int = 0
    blobs: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)


def verify(county: County) -> Findings:
    """Walk everything once, in one consistent state, page by page."""
    found = Findings()
    with county.database.reading():
        _walk_feed(county, found)
        _walk_log(county, found)
        for device, last, head, suite in county.database.rows(
            "SELECT id, last, head, suite FROM device ORDER BY id"
        ):
            found.devices += 1
            chain = _walk_device(county, found, bytes(device), suite)
            if max(chain, default=0) != last or chain.get(last, crypto.CHAIN_START) != bytes(head):
                found.problems.append(("device.head", bytes(device).hex()))
            _walk_receipts(county, found, bytes(device), chain)
        _walk_records(county, found)
        _walk_blobs(county, found)
        broken = journal.broken(county)
        if broken:
            found.problems.append(("web_log", str(broken)))
        stated = county.database.rows(
            "SELECT device, n FROM quarantine WHERE reason = 'altered' ORDER BY device, n"
        )
        found.altered = [f"{bytes(device).hex()}/{n}" for device, n in stated]
    return found


def _walk_feed(county: County, found: Findings) -> None:
    row = county.database.one("SELECT COUNT(*), COALESCE(MIN(seq), 1), COALESCE(MAX(seq), 0) FROM feed")
    head = county.database.one("SELECT head FROM feed_head WHERE one = 1")
    found.changes = int(row[0]) if row else 0
    if row != (found.changes, 1, found.changes) or head != (found.changes,):
        found.problems.append(("feed.gap", str(found.changes)))


def _walk_log(county: County, found: Findings) -> None:
    """Grow the tree anew from the rows; compare peaks, stored subtrees and the heads devices showed."""
    shown: dict[int, set[tuple[str, bytes]]] = {}
    witnesses = "SELECT device, head FROM log_witness WHERE inc = ?"
    for device, head in county.database.rows(witnesses, county.incarnation):
        told = msgspec.json.decode(bytes(head), type=TreeHead)
        shown.setdefault(told.size, set()).add((bytes(device).hex(), told.root))
    tree, altered = Tree(), 0
    found.problems += _contradicted(shown.pop(0, set()), tree.root, 0)
    for row in _feed(county):
        tree.append(log.leaf_of(row))
        if len(tree.grown) >= PAGE:
            altered = altered or _altered(county, tree)
        found.problems += _contradicted(shown.pop(tree.size, set()), tree.root, tree.size)
    altered = altered or _altered(county, tree)
    kept = county.database.one("SELECT peaks FROM feed_head WHERE one = 1")
    if altered or kept is None or tree.packed != bytes(kept[0] or b""):
        found.problems.append(("log", str(altered or tree.size)))
    for size in sorted(shown):
        found.problems += _contradicted(shown[size], b"", size)  # larger than the log is now


def _contradicted(shown: set[tuple[str, bytes]], root: bytes, size: int) -> list[tuple[str, str]]:
    return [("log.shown", f"{device}/{size}") for device, had in sorted(shown) if had != root]


def _altered(county: County, tree: Tree) -> int:
    """Compare what the tree has closed with what is stored; return the last row under the first wrong one."""
    closed = {place: top for place, top in tree.grown if place[0] % log.STRIDE == 0}
    tree.grown.clear()
    stored = log.nodes(county.database, sorted(closed))
    wrong = [(at + 1) << level for (level, at), top in closed.items() if stored.get((level, at)) != top]
    return min(wrong, default=0)


def _feed(county: County) -> Iterator[tuple[int, bytes, int, bytes, str, int]]:
    after = 0
    while True:
        rows = county.database.rows(
            "SELECT seq, device, n, hash, outcome, received_at FROM feed WHERE seq > ? ORDER BY seq LIMIT ?",
            after,
            PAGE,
        )
        yield from ((seq, *rest) for seq, *rest in rows)
        if len(rows) < PAGE:
            return
        after = rows[-1][0]


def _walk_device(county: County, found: Findings, device: bytes, suite: int) -> dict[int, bytes]:
    """Return the chain of a device by number, noting the first change that does not follow."""
    chain, last, sound = {0: crypto.CHAIN_START}, 0, True
    for n, salt, body, stored in _log(county, device):
        follows = n == last + 1 and _follows(chain[last], (bytes(salt), bytes(body), bytes(stored)), suite)
        if sound and not follows:
            found.problems.append(("chain", f"{device.hex()}/{n}"))
            sound = False
        chain[n], last = bytes(stored), n
    return chain


def _follows(previous: bytes, change: tuple[bytes, bytes, bytes], suite: int) -> bool:
    salt, body, stored = change
    return len(salt) == crypto.SALT_BYTES and crypto.chain_step(previous, salt, body, suite) == stored


def _log(county: County, device: bytes) -> Iterator[tuple[int, bytes, bytes, bytes]]:
    after = 0
    columns = "n, salt, body, hash"
    while True:
        rows = county.database.rows(
            f"SELECT {columns} FROM feed WHERE device = ? AND n > ? UNION ALL"  # noqa: S608 - our own columns
            f" SELECT {columns} FROM quarantine WHERE device = ? AND n > ? ORDER BY n LIMIT {PAGE}",
            device,
            after,
            device,
            after,
        )
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1][0]


def _walk_receipts(county: County, found: Findings, device: bytes, chain: dict[int, bytes]) -> None:
    rows = county.database.rows("SELECT body FROM receipt WHERE device = ? ORDER BY last_n", device)
    covered = 0
    for (body,) in rows:
        receipt = msgspec.json.decode(bytes(body), type=Receipt)
        found.receipts += 1
        signed = crypto.verify(
            county.public_key, receipt.signature, messages.receipt_claim(receipt), receipt.suite
        )
        if not signed or receipt.first != covered + 1 or chain.get(receipt.last) != receipt.head:
            found.problems.append(("receipt", f"{device.hex()}/{receipt.last}"))
        covered = receipt.last
    if covered != max(chain):
        found.problems.append(("receipt.missing", f"{device.hex()}/{covered}"))


def _walk_records(county: County, found: Findings) -> None:
    """Add every record up anew and compare with the sums that were kept."""
    counted: dict[TallyKey, tuple[int, int]] = {}
    for kind in KINDS:
        for held in _records(county, kind):
            found.records += 1
            place, total = held.place, held.weight()
            count, had = counted.get(place, (0, 0))
            counted[place] = (count + 1, (had + total) % MODULUS)
    rows = county.database.rows("SELECT village, kind, class, count, sum FROM tally WHERE count <> 0")
    kept = {(village, kind, class_): (count, total % MODULUS) for village, kind, class_, count, total in rows}
    found.problems += [("tally", "/".join(place)) for place in sorted(counted.keys() | kept.keys())
                       if counted.get(place) != kept.get(place)]  # fmt: skip


def _walk_blobs(county: County, found: Findings) -> None:
    """Look whether each attachment that came lies there with its size; `backup` hashes their bytes."""
    for digest, size in county.database.rows("SELECT digest, size FROM blob ORDER BY digest"):
        found.blobs += 1
        try:
            there = blobs.path_of(county, digest).stat().st_size
        except OSError:
            there = -1
        if there != size:
            found.problems.append(("blob", digest))


def _records(county: County, kind: str) -> Iterator[records.Held]:
    after = b""
    while True:
        rows = county.database.rows(
            f'SELECT "id" FROM "{kind}" WHERE "id" > ? ORDER BY "id" LIMIT {PAGE}',  # noqa: S608 - a kind of our own
            after,
        )
        page = [bytes(record_id) for (record_id,) in rows]
        yield from records.load(county.database, kind, page).values()
        if len(page) < PAGE:
            return
        after = page[-1]


def export(county: County, area: str) -> Iterator[str]:
    """Yield every record of an area as a line of JSON: kind, id, version, envelope and fields as sent."""
    with county.database.reading():
        for kind in KINDS:
            for held in _records(county, kind):
                if not held.scope.startswith(area):
                    continue
                line = {
                    "kind": kind,
                    "id": held.id.hex(),
                    "scope": held.scope,
                    "ver": held.state.ver,
                    "class": held.class_,
                    "archived": held.state.archived,
                    "created_by": held.created_by,
                    "created_at": held.created_at,
                    "changed_by": held.changed_by,
                    "changed_at": held.changed_at,
                    "fields": held.data(),
                }
                yield json.dumps(line, ensure_ascii=False, sort_keys=True)
