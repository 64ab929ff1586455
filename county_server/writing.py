"""Writing merged batches: records, feed, conflicts, tally, quarantine, receipts, devices."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from county_server import judging, log, placing, records
from county_server.batch import Entry
from county_server.county import County
from county_server.database import Database, Statement
from county_server.merging import Accepted, Merging
from county_server.records import MODULUS, Held, Key, TallyKey
from county_server.viewer import Viewer
from sync import messages
from sync.log import leaf
from sync.messages import Receipt
from village_desk import crypto
from village_desk.kinds import KINDS
from village_desk.merkle import Tree
from village_desk.rights import TOWNSHIP_DIGITS

_FEED = (
    *("seq", "device", "n", "g", "record_id", "kind", "ver", "village", "township", "body", "salt", "hash"),
    *("outcome", "set_", "disputes", "user_id", "received_at"),
)
_QUARANTINE = (
    "INSERT INTO quarantine"
    " (device, n, g, kind, record_id, scope, body, salt, hash, reason, user_id, received_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A merged batch of one device: its new changes, one or more, and what else is written with them."""

    viewer: Viewer
    merging: Merging
    entries: Sequence[Entry]
    beside: Sequence[Statement] = ()


def write(county: County, batches: Sequence[Judged]) -> list[Receipt]:
    """Write everything that batches of several devices became and return the signed receipt of each.

    No two of them may name the same record. While the head of the feed is held everybody else waits, so
    little is asked there, and all that nobody waits for goes to the database in one piece.
    """
    database, moment = county.database, county.clock()
    tree, statements = _numbered(database, batches, moment)
    seq = tree.size - sum(len(one.merging.accepted) for one in batches)
    receipts = []
    for one in batches:
        seq += len(one.merging.accepted)
        receipts.append(_receipt(county, one, (seq, moment)))
        statements += [*one.beside, *_beside_feed(one, receipts[-1], moment)]
    database.write(statements)
    return receipts


def _beside_feed(one: Judged, receipt: Receipt, moment: int) -> list[Statement]:
    viewer, entries = one.viewer, one.entries
    quarantined = [
        _quarantine_row(viewer, entry, (reason, one.merging.scope_of(entry)), moment)
        for entry, reason in one.merging.quarantined
    ]
    known = "UPDATE device SET last = ?, head = ? WHERE id = ?"
    kept = (viewer.device, receipt.first, receipt.last, msgspec.json.encode(receipt))
    return [
        (_QUARANTINE, quarantined),
        (known, [(entries[-1].n, entries[-1].hash, viewer.device)]),
        ("INSERT INTO receipt (device, first_n, last_n, body) VALUES (?, ?, ?, ?)", [kept]),
    ]


def let_through(county: County, viewer: Viewer, merging: Merging) -> None:
    """Move changes from quarantine into the feed, now that they have effect; their receipt stands already."""
    _, statements = _numbered(county.database, [Judged(viewer, merging, ())], county.clock())
    gone = [(viewer.device, one.entry.n) for one in merging.accepted]
    county.database.write([*statements, ("DELETE FROM quarantine WHERE device = ? AND n = ?", gone)])


def _numbered(database: Database, batches: Sequence[Judged], moment: int) -> tuple[Tree, list[Statement]]:
    """Write records and feed; return the log's tree after them and what else there is to write."""
    now = {key: held for one in batches for key, held in _changed(one.merging).items()}
    weighed = {key: (now[key], now[key].weight()) for key in sorted(now)}
    for kind in sorted({kind for kind, _ in now}):
        records.save(database, kind, [each for key, each in weighed.items() if key[0] == kind])
    made = [(one.viewer.device, each) for one in batches for each in one.merging.accepted]
    tree = log.tree(database, lock=True)  # the last lock: from here on everybody waits for the commit
    numbered = list(enumerate(made, tree.size + 1))
    rows = [_feed_row(device, one, seq, moment) for seq, (device, one) in numbered]
    database.insert("feed", _FEED, rows)
    tallied = _tally(database, weighed.values())
    for seq, (device, one) in numbered:
        change = (device.hex(), one.entry.n, one.entry.hash.hex())
        tree.append(leaf(seq, change, one.merged.outcome, moment))
    logged = log.written(tree) if made else []
    ended = [(seq, each) for seq, (_, one) in numbered for each in one.left]
    opened = _conflicts([(seq, one) for seq, (_, one) in numbered])
    return tree, [*logged, *tallied, *opened, *placing.statements(ended)]


def _changed(merging: Merging) -> dict[Key, Held]:
    """Return the records a batch changed, as they are now."""
    keys = {(one.held.kind.name, one.held.id) for one in merging.accepted}
    keys |= {(place.kind, place.id) for one in merging.accepted for place in one.left}
    return {key: merging.records[key] for key in keys}


def _feed_row(device: bytes, one: Accepted, seq: int, moment: int) -> tuple[object, ...]:
    merged = one.merged
    siblings = [
        [each.id, each.field, each.value, each.device, each.n or one.entry.n, each.why]
        for each in merged.siblings
    ]
    return (
        seq,
        device,
        one.entry.n,
        one.entry.g,
        one.held.id,
        one.held.kind.name,
        merged.state.ver,
        one.held.scope,
        one.held.scope[:TOWNSHIP_DIGITS],
        one.entry.raw,
        one.entry.salt,
        one.entry.hash,
        merged.outcome,
        json.dumps(merged.differs, ensure_ascii=False) if merged.differs else None,
        json.dumps(siblings, ensure_ascii=False) if siblings else None,
        one.body.u,
        moment,
    )


def _quarantine_row(viewer: Viewer, entry: Entry, why: tuple[str, str], moment: int) -> tuple[object, ...]:
    """Keep the bytes as they are; the columns beside them hold only what has the shape of what they claim.

    `why` is the reason, and the area whose reviewers look at it.
    """
    body, (reason, scope) = entry.body, why
    digits = scope.isascii() and scope.isdigit()
    return (
        viewer.device,
        entry.n,
        entry.n if body is None or not 0 < body.g <= entry.n else body.g,
        body.t if body and body.t in KINDS else "",
        body.r if body and judging.is_id(body.r) else "",
        scope[:12] if digits else "",
        entry.raw,
        entry.salt,
        entry.hash,
        reason,
        body.u if body and judging.is_id(body.u) else "",
        moment,
    )


def _conflicts(accepted: Sequence[tuple[int, Accepted]]) -> list[Statement]:
    opened = [
        (
            bytes.fromhex(sibling.id),
            one.held.id,
            one.held.kind.name,
            sibling.field,
            json.dumps(sibling.value, ensure_ascii=False),
            bytes.fromhex(sibling.device),
            sibling.n or one.entry.n,
            1,
            seq,
        )
        for seq, one in accepted
        for sibling in one.merged.siblings
    ]
    insert = (
        "INSERT INTO conflict (id, record_id, kind, field, value, device, n, open, seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
    )
    closed = [(bytes.fromhex(found), one.held.id) for _, one in accepted for found in one.merged.decides]
    return [(insert, opened), ("UPDATE conflict SET open = 0 WHERE id = ? AND record_id = ?", closed)]


def _tally(database: Database, weighed: Iterable[tuple[Held, int]]) -> list[Statement]:
    """Take each record's old state out of the sums and put its new one in; the feed's head is locked."""
    deltas: dict[TallyKey, list[int]] = {}
    for held, weight in weighed:
        _add(deltas, held.place, 1, weight)
        if held.before:
            _add(deltas, held.before[0], -1, -held.before[1])
    if not deltas:
        return []
    blanks = ", ".join(["(?, ?, ?)"] * len(deltas))
    before = database.rows(
        "SELECT village, kind, class, count, sum FROM tally"  # noqa: S608 - blanks
        f" WHERE (village, kind, class) IN (VALUES {blanks})",
        *(part for place in deltas for part in place),
    )
    for village, kind, class_, count, total in before:
        _add(deltas, (village, kind, class_), count, total)
    upsert = (
        "INSERT INTO tally (village, kind, class, count, sum) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (village, kind, class) DO UPDATE SET count = excluded.count, sum = excluded.sum"
    )
    rows = [(*place, count, records.signed(total)) for place, (count, total) in sorted(deltas.items())]
    return [(upsert, rows)]


def _add(deltas: dict[TallyKey, list[int]], place: TallyKey, count: int, total: int) -> None:
    found = deltas.setdefault(place, [0, 0])
    found[0] += count
    found[1] = (found[1] + total) % MODULUS


def _receipt(county: County, one: Judged, at: tuple[int, int]) -> Receipt:
    unsigned = Receipt(
        device=one.viewer.device.hex(),
        first=one.entries[0].n,
        last=one.entries[-1].n,
        seq=at[0],
        at=at[1],
        head=one.entries[-1].hash,
    )
    signature = crypto.sign(county.key, messages.receipt_claim(unsigned))
    return msgspec.structs.replace(unsigned, signature=signature)
