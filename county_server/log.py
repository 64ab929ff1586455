"""The county's log: grown in the transaction that numbers the rows, proved from a handful of stored rows.

Stored are the peaks (beside the head of the feed) and the complete subtrees of every fourth level, one for
sixteen rows; the levels between are made from at most eight of them, leaves from the feed itself. So a row
costs a fifteenth of a stored subtree, and a proof two statements, however long the log is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from county_server.county import County
from county_server.database import Database, Statement, marks
from county_server.errors import Refused
from sync import log
from sync.log import Inclusion, TreeHead, Witnessed
from sync.messages import Row, SyncRequest
from village_desk import crypto, merkle
from village_desk.merkle import Part, Place, Tree

STRIDE = 4
"""Every fourth level is stored."""
MOST_WITNESSED = 2
"""Most heads of other desks in one reply."""
_HEAD = "SELECT head, peaks FROM feed_head WHERE one = 1"


@dataclass(slots=True)
class News:
    """What a reply says of the log; the fields are those of `SyncReply`."""

    log: TreeHead | None = None
    proof: list[bytes] = field(default_factory=list)
    witnessed: list[Witnessed] = field(default_factory=list)


# ---------------------------------------------------------------- growing


def tree(database: Database, *, lock: bool = False) -> Tree:
    """Return the tree as it stands; once locked, everybody else who numbers rows waits for the commit."""
    row = database.one(database.locked(_HEAD) if lock else _HEAD)
    return Tree.restore(int(row[0]), bytes(row[1] or b"")) if row else Tree()


def written(grown: Tree) -> list[Statement]:
    """Return what writes back a locked tree after leaves were appended."""
    stored = [(*place, found) for place, found in grown.grown if place[0] % STRIDE == 0]
    return [
        ("UPDATE feed_head SET head = ?, peaks = ? WHERE one = 1", [(grown.size, grown.packed)]),
        ("INSERT INTO log_node (level, place, hash) VALUES (?, ?, ?)", stored),
    ]


def remembered(county: County, device: bytes, request: SyncRequest) -> list[Statement]:
    """Return what keeps the head a device shows, if this county signed it; for a device that is locked.

    A database put back in secret then stands against its own signature, which `county_server.audit` finds.
    """
    shown = request.log
    if shown is None or request.inc != county.incarnation:
        return []
    if not log.signed(county.public_key, county.incarnation, shown):
        return []
    upsert = (
        "INSERT INTO log_witness (device, inc, size, head, seen_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (device) DO UPDATE SET inc = excluded.inc, size = excluded.size,"
        " head = excluded.head, seen_at = excluded.seen_at"
    )
    head = msgspec.json.encode(shown)
    return [(upsert, [(device, county.incarnation, shown.size, head, county.clock())])]


# ---------------------------------------------------------------- telling


class Present:
    """The log as it stands, for all who ask in one transaction: read and signed once, proved in one go."""

    def __init__(self, county: County, requests: Iterable[SyncRequest]) -> None:
        """Read it, and what proves it to those who sent `requests`."""
        self._county = county
        self.tree = tree(county.database)
        self._proofs = _consistencies(county.database, map(_known_size, requests), self.tree.size)

    @cached_property
    def head(self) -> TreeHead:
        """Its head, signed."""
        head = TreeHead(self.tree.size, self.tree.root, self._county.clock())
        signature = crypto.sign(self._county.key, log.head_claim(self._county.incarnation, head))
        return msgspec.structs.replace(head, signature=signature)

    def proof(self, size: int) -> list[bytes]:
        """Return what proves that it continues the log at `size` rows."""
        if size not in self._proofs:
            self._proofs[size] = consistency(self._county.database, size, self.tree.size)
        return self._proofs[size]


def _known_size(request: SyncRequest) -> int:
    return request.log.size if request.log else request.cursor


def news(
    county: County, request: SyncRequest, present: Present, rows: Sequence[Row] = (), kept: int = 0
) -> News:
    """Return the head and its proof for whoever asks; call inside the transaction that read log and `rows`.

    To a desk that knows an earlier incarnation it is always told, with a proof when what the desk had
    verified lies within the first `kept` rows, which still stand.
    """
    known, now = request.inc == county.incarnation, present.tree
    shown = request.log.tree if request.log else (request.cursor, now.root)
    if not known and shown[0] > kept:
        shown = (-1, b"")
    if known and shown == (now.size, now.root):
        return News()
    others = {bytes.fromhex(row.d) for row in rows if row.d != request.device}
    witnessed = [Witnessed(other, present.proof(other.size)) for other in _witnesses(county, others)]
    return News(present.head, present.proof(shown[0]), witnessed)


def inclusion(county: County, seq: int, size: int) -> Inclusion:
    """Return what proves that row `seq` stands in the log as it was when it had `size` rows.

    Raises:
        Refused: "absent" (404): no such row, or the log is not so long yet.
    """
    with county.database.reading():
        if not 1 <= seq <= size <= tree(county.database).size:
            raise Refused("absent", 404)
        return Inclusion(_hashes(county.database, merkle.inclusion(seq - 1, size)))


def _witnesses(county: County, devices: set[bytes]) -> list[TreeHead]:
    if not devices:
        return []
    rows = county.database.rows(
        f"SELECT head FROM log_witness WHERE inc = ? AND device IN ({marks(len(devices))})"  # noqa: S608 - blanks
        f" ORDER BY seen_at DESC LIMIT {MOST_WITNESSED}",
        county.incarnation,
        *sorted(devices),
    )
    return [msgspec.json.decode(bytes(head), type=TreeHead) for (head,) in rows]


def consistency(database: Database, first: int, second: int) -> list[bytes]:
    """Return what proves that the log at `second` rows continues the one at `first`.

    Call inside a transaction. Nothing where there cannot be one: the desk names that by itself.
    """
    return _consistencies(database, [first], second).get(first, [])


def _consistencies(database: Database, sizes: Iterable[int], second: int) -> dict[int, list[bytes]]:
    """Return what proves that the log at `second` rows continues the one at each of `sizes`, where it can."""
    parts = {first: merkle.consistency(first, second) for first in sizes if 0 <= first <= second}
    hashes = iter(_hashes(database, [part for some in parts.values() for part in some]))
    return {first: [next(hashes) for _ in some] for first, some in parts.items()}


# ---------------------------------------------------------------- reading subtrees


def root_at(database: Database, size: int) -> bytes:
    """Return the root the log had at `size` rows; not more than it has."""
    return _hashes(database, [merkle.cover(0, size)])[0]


def _hashes(database: Database, parts: Sequence[Part]) -> list[bytes]:
    found = _subtrees(database, {place for part in parts for place in part})
    return [merkle.root_of([found[place] for place in part]) for part in parts]


def _subtrees(database: Database, wanted: set[Place]) -> dict[Place, bytes]:
    below = {place: _stored_under(place) for place in wanted}
    needed = {each for stored in below.values() for each in stored}
    held = nodes(database, sorted(each for each in needed if each[0]))
    held |= _leaves(database, sorted(at for level, at in needed if not level))
    return {place: _folded([held[each] for each in stored]) for place, stored in below.items()}


def _stored_under(place: Place) -> list[Place]:
    level, at = place
    steps = level % STRIDE
    return [(level - steps, each) for each in range(at << steps, at + 1 << steps)]


def _folded(hashes: Sequence[bytes]) -> bytes:
    """Return the hash over as many complete subtrees of one level as a power of two."""
    while len(hashes) > 1:
        hashes = [merkle.inner(hashes[at], hashes[at + 1]) for at in range(0, len(hashes), 2)]
    return hashes[0]


def nodes(database: Database, places: Sequence[Place]) -> dict[Place, bytes]:
    """Return stored subtrees, those there are."""
    if not places:
        return {}
    blanks = ", ".join(["(?, ?)"] * len(places))
    rows = database.rows(
        f"SELECT level, place, hash FROM log_node WHERE (level, place) IN (VALUES {blanks})",  # noqa: S608 - blanks
        *(number for place in places for number in place),
    )
    return {(level, place): bytes(found) for level, place, found in rows}


def _leaves(database: Database, places: Sequence[int]) -> dict[Place, bytes]:
    """Return leaves made from the rows of the feed as they stand there now."""
    if not places:
        return {}
    rows = database.rows(
        f"SELECT seq, device, n, hash, outcome, received_at FROM feed WHERE seq IN ({marks(len(places))})",  # noqa: S608 - blanks only
        *(place + 1 for place in places),
    )
    return {(0, row[0] - 1): leaf_of(row) for row in rows}


def leaf_of(row: tuple[int, bytes, int, bytes, str, int]) -> bytes:
    """Return the leaf of a row of the feed: (seq, device, n, hash, outcome, received_at)."""
    seq, device, n, chain, outcome, received_at = row
    return log.leaf(seq, (bytes(device).hex(), n, bytes(chain).hex()), outcome, received_at)
