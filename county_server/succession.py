"""A device that goes on as another, asked for and signed by itself; `sync.succession` says why.

Nobody has to consent: who holds the key of a device could do as much with the device itself. Administrators
see the new device and whom it continues, and revoking a device revokes those that continue it.
"""

from collections.abc import Sequence

import peewee

from county_server import couriers, enrolment, numbers, viewer
from county_server.batch import Entry
from county_server.county import County
from county_server.database import Statement
from county_server.errors import Refused
from county_server.viewer import Viewer
from sync import bundle, packing
from sync.messages import PROTOCOL
from sync.succession import Logged, SuccessionReply, SuccessionRequest, answer_claim, succession_claim
from village_desk import crypto, ids
from village_desk.errors import SyncTrouble

MOST_CHANGES = 200_000
"""Most changes a desk may name; it names those not seen back, and a few before."""


def succeed(county: County, device: bytes, request: bytes) -> bytes:
    """Make the device that continues `device`, whose signature was proved; asked again, say the same again.

    Raises:
        Refused: "nonsense" (400), "device" (401), "signature" (401), "revoked" (403), "version" (426),
            "busy" (503).
    """
    try:
        asked = packing.unpack(request, SuccessionRequest, packing.ROUND_LIMIT)
    except SyncTrouble:
        raise Refused("nonsense") from None
    if asked.proto != PROTOCOL or asked.suite not in crypto.SUITES:
        raise Refused("version", 426)
    if asked.device != device.hex() or len(asked.changes) > MOST_CHANGES:
        raise Refused("nonsense")
    claim = succession_claim(asked.device, asked.public_key)
    if not crypto.verify(asked.public_key, asked.signature, claim, asked.suite):
        raise Refused("signature", 401)
    try:
        with county.database.writing():
            return packing.pack(_succeeded(county, viewer.find(county, device, lock=True), asked))
    except peewee.IntegrityError:
        raise Refused("busy", 503) from None  # another desk of the unit got the same block of numbers first


def _succeeded(county: County, former: Viewer, asked: SuccessionRequest) -> SuccessionReply:
    row = county.database.one(
        "SELECT id, continues_n FROM device WHERE continues = ? AND public_key = ?",
        former.device,
        asked.public_key,
    )
    named = [one for one in asked.changes if 0 < one.n < 2**62]
    shared = int(row[1]) if row else _shared(county, former.device, named)
    if former.revoked and not any(one.n > shared for one in named):
        raise Refused("revoked", 403)  # else it still has something to hand over, which only its heir can
    device = bytes(row[0]) if row else _insert(county, former, asked, shared)
    answer = answer_claim(asked.device, asked.public_key, device.hex(), shared)
    return SuccessionReply(
        enrolled=enrolment.reply(county, device, former.unit, b""),
        shared=shared,
        known=_known(county, former.device, [one for one in named if one.n > shared]),
        aside=_aside(county, former.device, [one.n for one in named if one.n <= shared]),
        signature=crypto.sign(county.key, answer),
    )


def _shared(county: County, device: bytes, named: Sequence[Logged]) -> int:
    """Return the highest of the numbers named under which the county has the same: chains fix all before."""
    known: dict[int, bytes] = {}
    first = min((one.n for one in named), default=1)
    for table in ("feed", "quarantine"):
        rows = county.database.rows(
            f"SELECT n, hash FROM {table} WHERE device = ? AND n >= ?",  # noqa: S608 - two names of our own
            device,
            first,
        )
        known |= {int(n): bytes(chain) for n, chain in rows}
    return max((one.n for one in named if known.get(one.n) == one.hash), default=0)


def _known(county: County, device: bytes, named: Sequence[Logged]) -> list[int]:
    if not named:
        return []
    rows = county.database.rows(
        "SELECT n, hash FROM origin o WHERE device = ? AND NOT EXISTS"
        " (SELECT 1 FROM quarantine q WHERE q.device = o.logged_by AND q.n = o.logged_n)",
        device,
    )
    again = {(int(n), bytes(chain)) for n, chain in rows}
    return [one.n for one in named if (one.n, one.hash) in again]


def _aside(county: County, device: bytes, named: Sequence[int]) -> list[int]:
    if not named:
        return []
    rows = county.database.rows(
        "SELECT n FROM quarantine WHERE device = ? AND n BETWEEN ? AND ?", device, min(named), max(named)
    )
    return sorted({int(n) for (n,) in rows} & set(named))


def _insert(county: County, former: Viewer, asked: SuccessionRequest, shared: int) -> bytes:
    database, device = county.database, ids.new_id()
    couriers.tell(county, former.unit)
    database.rows(
        "INSERT INTO device (id, unit, name, suite, public_key, last, head, epoch, enrolled_at, bundle_key,"
        " continues, continues_n, revoked_at)"
        " SELECT ?, unit, name, ?, ?, 0, ?, 1, ?, ?, id, ?, revoked_at FROM device WHERE id = ?",
        device,
        asked.suite,
        asked.public_key,
        crypto.CHAIN_START,
        county.clock(),
        asked.bundle_key if bundle.is_public_key(asked.bundle_key) else "",
        shared,
        former.device,
    )
    database.rows(
        "INSERT INTO device_user (device, user_id) SELECT ?, user_id FROM device_user WHERE device = ?",
        device,
        former.device,
    )
    if not former.revoked:
        numbers.first_blocks(county, former.unit, device)
    return device


def lineage(county: County, device: bytes) -> dict[bytes, int]:
    """Return the devices that `device` was, each with its last change that is the same log's."""
    found: dict[bytes, int] = {}
    row = county.database.one("SELECT continues, continues_n FROM device WHERE id = ?", device)
    while row and row[0] is not None and bytes(row[0]) not in found:
        former = bytes(row[0])
        found[former] = int(row[1])
        row = county.database.one("SELECT continues, continues_n FROM device WHERE id = ?", former)
    return found


def origins(device: bytes, entries: Sequence[Entry]) -> Statement:
    """Return what remembers which changes of a former device were logged again here."""
    rows = [
        (bytes.fromhex(former), n, bytes.fromhex(chain), device, entry.n)
        for entry in entries
        if entry.body and entry.body.origin
        for former, n, chain in [entry.body.origin]
    ]
    insert = "INSERT INTO origin (device, n, hash, logged_by, logged_n) VALUES (?, ?, ?, ?, ?)"
    return f"{insert} ON CONFLICT (device, n, hash) DO NOTHING", rows
