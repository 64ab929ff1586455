"""Attachments: files named by the SHA-256 of their bytes, visible only when those bytes are verified.

A device may send or fetch one when it may read a record of an attachment that names it; otherwise the
answer is the same as for one that does not exist, so that nobody learns a digest by asking.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from county_server import records, viewer
from county_server.county import County
from county_server.errors import Refused
from sync.tus import CHUNK_LIMIT

DIGEST_DIGITS = 64
BACKED_UP = "backed_up_at"
"""Key in `meta`: when the last verified backup was begun, UTC ms; attachments received before are in it."""
_PIECE = 1_048_576


def check_access(county: County, device: bytes, digest: str, *, sending: bool = False) -> None:
    """Return if the device may fetch the bytes named `digest`, or send them.

    It may also send what an own change names that was set aside, or was accepted before the record was
    taken from it: the bytes belong to what is kept already. A revoked device may do that and nothing else.

    Raises:
        Refused: "absent" (404): no attachment it may read names them; "revoked" (403).
    """
    if len(digest) != DIGEST_DIGITS or not set(digest) <= set("0123456789abcdef"):
        raise Refused("absent", 404)
    with county.database.reading():
        who = viewer.find(county, device)
        if sending and _named_by(county, device, digest):
            return
        if who.revoked:
            raise Refused("revoked", 403)
        rows = county.database.rows('SELECT "id" FROM "attachment" WHERE "wire_digest" = ?', digest)
        held = records.load(county.database, "attachment", [bytes(record_id) for (record_id,) in rows])
        if not any(who.reads(one) for one in held.values()):
            raise Refused("absent", 404)


def _named_by(county: County, device: bytes, digest: str) -> bool:
    """Say whether a change of the device names these bytes, accepted or set aside."""
    accepted = county.database.one(
        'SELECT 1 FROM "attachment" a JOIN feed f ON f.record_id = a."id"'
        ' WHERE a."wire_digest" = ? AND f.device = ?',
        digest,
        device,
    )
    if accepted:
        return True
    rows = county.database.rows(
        "SELECT body FROM quarantine WHERE device = ? AND kind = 'attachment'", device
    )
    return any(f'"{digest}"'.encode() in bytes(body) for (body,) in rows)


def all_backed_up(county: County, device: bytes) -> bool:
    """Say whether a verified backup holds every attachment a device has sent; call inside a transaction."""
    found = county.database.one("SELECT v FROM meta WHERE k = ?", BACKED_UP)
    later = county.database.one(
        "SELECT 1 FROM blob WHERE received_at >= ? AND (device = ?"
        " OR digest IN (SELECT digest FROM upload WHERE device = ?)) LIMIT 1",
        *(int(found[0]) if found else 0, device, device),
    )
    return later is None


def path_of(county: County, digest: str) -> Path:
    """Return where the bytes named `digest` lie when they are here, and only then."""
    return county.blobs / digest[:2] / digest


def measure(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits; "" when it cannot be read."""
    hashed = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                hashed.update(piece)
    except OSError:
        return ""
    return hashed.hexdigest()


def length(county: County, device: bytes, digest: str) -> int:
    """Return the length in bytes of an attachment the device may fetch.

    Raises:
        Refused: "absent" (404): not here, or not for this device; "revoked" (403).
    """
    check_access(county, device, digest)
    try:
        return path_of(county, digest).stat().st_size
    except OSError:
        raise Refused("absent", 404) from None


def read(county: County, digest: str, first: int, last: int) -> bytes:
    """Return the bytes from `first` to `last` inclusive, at most `CHUNK_LIMIT` of them.

    Whoever begins at the beginning gets a file that was hashed again: a flipped bit on the disk is not
    handed out. Later pieces are not, because the desk hashes the whole.

    Raises:
        Refused: "absent" (404): not here, or damaged.
    """
    path = path_of(county, digest)
    if first == 0 and measure(path) != digest:
        raise Refused("absent", 404)
    try:
        with path.open("rb") as file:
            file.seek(first)
            return file.read(min(last - first + 1, CHUNK_LIMIT))
    except OSError:
        raise Refused("absent", 404) from None


def whole(county: County, digest: str) -> Iterator[bytes]:
    """Yield an attachment piece by piece.

    Raises:
        Refused: "absent" (404): damaged; said before the first piece.
    """
    path = path_of(county, digest)
    if measure(path) != digest:
        raise Refused("absent", 404)
    return _pieces(path)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` survive a power cut; Windows does so by itself and refuses the call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
