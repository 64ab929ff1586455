"""Writing a merged batch: records, feed, conflicts, tally, quarantine, receipt, device."""

import json
from collections.abc import Iterable

import msgspec

from county_server import judging, log, records
from county_server.batch import Entry
from county_server.county import County
from county_server.database import Database
from county_server.merging import Accepted, Merging
from county_server.records import MODULUS, Held, TallyKey
from county_server.viewer import Viewer
from sync import messages
from sync.log import leaf
from sync.messages import Receipt
from village_desk import crypto
from village_desk.kinds import KINDS
from village_desk.merkle import Tree

TOWNSHIP_DIGITS = 9

_FEED = (
    "INSERT INTO feed (seq, device, n, g, record_id, kind, ver, village, township, body, salt, hash, outcome,"
    " set_, disputes, user_id, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_QUARANTINE = (
    "INSERT INTO quarantine"
    " (device, n, g, kind, record_id, scope, body, salt, hash, reason, user_id, received_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def write(county: County, viewer: Viewer, merging: Merging, entries: list[Entry]) -> Receipt:
    """Write everything a batch became and return the signed receipt; `entries`, one or more, are new."""
    database, moment = county.database, county.clock()
    changed = sorted({(one.held.kind.name, one.held.id) for one in merging.accepted})
    weighed = {key: (merging.records[key], merging.records[key].weight()) for key in changed}
    for kind in sorted({kind for kind, _ in changed}):
        records.save(database, kind, [weighed[key] for key in changed if key[0] == kind])
    database.many(_QUARANTINE, [_quarantine_row(viewer, *one, moment) for one in merging.quarantined])
    database.rows(
        "UPDATE device SET last = ?, head = ? WHERE id = ?", entries[-1].n, entries[-1].hash, viewer.device
    )
    tree = log.tree(database, lock=True)  # the last lock: from here on everybody waits for the commit
    first = tree.size + 1
    rows = [_feed_row(viewer, one, first + place, moment) for place, one in enumerate(merging.accepted)]
    database.many(_FEED, rows)
    _write_log(database, tree, viewer, merging.accepted, moment)
    _write_conflicts(database, merging.accepted, first)
    _write_tally(database, weighed.values())
    return _write_receipt(county, viewer, entries, (tree.size, moment))


def _write_log(database: Database, tree: Tree, viewer: Viewer, accepted: list[Accepted], moment: int) -> None:
    device = viewer.device.hex()
    for one in accepted:
        change = (device, one.entry.n, one.entry.hash.hex())
        tree.append(leaf(tree.size + 1, change, one.merged.outcome, moment))
    if accepted:
        log.save(database, tree)


def _feed_row(viewer: Viewer, one: Accepted, seq: int, moment: int) -> tuple[object, ...]:
    merged = one.merged
    siblings = [
        [each.id, each.field, each.value, each.device, each.n or one.entry.n, each.why]
        for each in merged.siblings
    ]
    return (
        seq,
        viewer.device,
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


def _quarantine_row(viewer: Viewer, entry: Entry, reason: str, moment: int) -> tuple[object, ...]:
    """Keep the bytes as they are; the columns beside them hold only what has the shape of what they claim."""
    body = entry.body
    digits = body is not None and body.s.isascii() and body.s.isdigit()
    return (
        viewer.device,
        entry.n,
        entry.n if body is None or not 0 < body.g <= entry.n else body.g,
        body.t if body and body.t in KINDS else "",
        body.r if body and judging.is_id(body.r) else "",
        body.s[:12] if body and digits else "",
        entry.raw,
        entry.salt,
        entry.hash,
        reason,
        body.u if body and judging.is_id(body.u) else "",
        moment,
    )


def _write_conflicts(database: Database, accepted: list[Accepted], first: int) -> None:
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
            first + place,
        )
        for place, one in enumerate(accepted)
        for sibling in one.merged.siblings
    ]
    database.many(
        "INSERT INTO conflict (id, record_id, kind, field, value, device, n, open, seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        opened,
    )
    closed = [(bytes.fromhex(found), one.held.id) for one in accepted for found in one.merged.decides]
    database.many("UPDATE conflict SET open = 0 WHERE id = ? AND record_id = ?", closed)


def _write_tally(database: Database, weighed: Iterable[tuple[Held, int]]) -> None:
    """Take each record's old state out of the sums and put its new one in; the feed's head is locked."""
    deltas: dict[TallyKey, list[int]] = {}
    for held, weight in weighed:
        _add(deltas, held.place, 1, weight)
        if held.before:
            _add(deltas, held.before[0], -1, -held.before[1])
    for place, (count, total) in sorted(deltas.items()):
        row = database.one(
            "SELECT count, sum FROM tally WHERE village = ? AND kind = ? AND class = ?", *place
        )
        had = (row[0], row[1]) if row else (0, 0)
        database.rows(
            "INSERT INTO tally (village, kind, class, count, sum) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (village, kind, class) DO UPDATE SET count = excluded.count, sum = excluded.sum",
            *place,
            had[0] + count,
            records.signed(had[1] + total),
        )


def _add(deltas: dict[TallyKey, list[int]], place: TallyKey, count: int, total: int) -> None:
    found = deltas.setdefault(place, [0, 0])
    found[0] += count
    found[1] = (found[1] + total) % MODULUS


def _write_receipt(county: County, viewer: Viewer, entries: list[Entry], at: tuple[int, int]) -> Receipt:
    unsigned = Receipt(
        device=viewer.device.hex(),
        first=entries[0].n,
        last=entries[-1].n,
        seq=at[0],
        at=at[1],
        head=entries[-1].hash,
    )
    signature = crypto.sign(county.key, messages.receipt_claim(unsigned))
    receipt = msgspec.structs.replace(unsigned, signature=signature)
    county.database.rows(
        "INSERT INTO receipt (device, first_n, last_n, body) VALUES (?, ?, ?, ?)",
        viewer.device,
        receipt.first,
        receipt.last,
        msgspec.json.encode(receipt),
    )
    return receipt
