"""Writing a merged batch: records, feed, conflicts, tally, quarantine, receipt, device."""

import json
from collections.abc import Iterable

import msgspec

from county_server import judging, log, placing, records
from county_server.batch import Entry
from county_server.county import County
from county_server.database import Database, Statement
from county_server.merging import Accepted, Merging
from county_server.records import MODULUS, Held, TallyKey
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


def write(
    county: County, viewer: Viewer, merging: Merging, entries: list[Entry], beside: list[Statement]
) -> Receipt:
    """Write everything a batch became and return the signed receipt; `entries`, one or more, are new.

    While the head of the feed is held everybody else waits, so little is asked there, and `beside` and all
    else that nobody waits for goes to the database in one piece.
    """
    database, moment = county.database, county.clock()
    tree, statements = _numbered(database, viewer, merging, moment)
    quarantined = [
        _quarantine_row(viewer, entry, (reason, merging.scope_of(entry)), moment)
        for entry, reason in merging.quarantined
    ]
    known = "UPDATE device SET last = ?, head = ? WHERE id = ?"
    receipt = _receipt(county, viewer, entries, (tree.size, moment))
    kept = (viewer.device, receipt.first, receipt.last, msgspec.json.encode(receipt))
    database.write(
        [
            *statements,
            *beside,
            (_QUARANTINE, quarantined),
            (known, [(entries[-1].n, entries[-1].hash, viewer.device)]),
            ("INSERT INTO receipt (device, first_n, last_n, body) VALUES (?, ?, ?, ?)", [kept]),
        ]
    )
    return receipt


def let_through(county: County, viewer: Viewer, merging: Merging) -> None:
    """Move changes from quarantine into the feed, now that they have effect; their receipt stands already."""
    _, statements = _numbered(county.database, viewer, merging, county.clock())
    gone = [(viewer.device, one.entry.n) for one in merging.accepted]
    county.database.write([*statements, ("DELETE FROM quarantine WHERE device = ? AND n = ?", gone)])


def _numbered(
    database: Database, viewer: Viewer, merging: Merging, moment: int
) -> tuple[Tree, list[Statement]]:
    """Write records and feed; return the log's tree after them and what else there is to write."""
    changed = sorted(
        {(one.held.kind.name, one.held.id) for one in merging.accepted}
        | {(place.kind, place.id) for one in merging.accepted for place in one.left}
    )
    weighed = {key: (merging.records[key], merging.records[key].weight()) for key in changed}
    for kind in sorted({kind for kind, _ in changed}):
        records.save(database, kind, [weighed[key] for key in changed if key[0] == kind])
    tree = log.tree(database, lock=True)  # the last lock: from here on everybody waits for the commit
    first = tree.size + 1
    rows = [_feed_row(viewer, one, first + place, moment) for place, one in enumerate(merging.accepted)]
    database.insert("feed", _FEED, rows)
    ended = [(first + place, each) for place, one in enumerate(merging.accepted) for each in one.left]
    tallied = _tally(database, weighed.values())
    logged = _log(tree, viewer, merging.accepted, moment)
    return tree, [*logged, *tallied, *_conflicts(merging.accepted, first), *placing.statements(ended)]


def _log(tree: Tree, viewer: Viewer, accepted: list[Accepted], moment: int) -> list[Statement]:
    device = viewer.device.hex()
    for one in accepted:
        change = (device, one.entry.n, one.entry.hash.hex())
        tree.append(leaf(tree.size + 1, change, one.merged.outcome, moment))
    return log.written(tree) if accepted else []


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


def _conflicts(accepted: list[Accepted], first: int) -> list[Statement]:
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
    insert = (
        "INSERT INTO conflict (id, record_id, kind, field, value, device, n, open, seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"
    )
    closed = [(bytes.fromhex(found), one.held.id) for one in accepted for found in one.merged.decides]
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


def _receipt(county: County, viewer: Viewer, entries: list[Entry], at: tuple[int, int]) -> Receipt:
    unsigned = Receipt(
        device=viewer.device.hex(),
        first=entries[0].n,
        last=entries[-1].n,
        seq=at[0],
        at=at[1],
        head=entries[-1].hash,
    )
    signature = crypto.sign(county.key, messages.receipt_claim(unsigned))
    return msgspec.structs.replace(unsigned, signature=signature)
