"""Attachments: files named by the SHA-256 of their bytes, visible only when those bytes are verified.

A device may send or fetch one when it may read a record of an attachment that names it; otherwise the
answer is the same as for one that does not exist, so that nobody learns a digest by asking.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from county_server import records, viewer
from county_server.county import County
from county_server.errors import Refused
from sync.messages import BLOB_LIMIT

DIGEST_DIGITS = 64


def put(county: County, device: bytes, digest: str, data: bytes) -> bool:
    """Keep the bytes named `digest`; say whether they are new. On return they are on the disk.

    Raises:
        Refused: "absent" (404): no attachment of this device's areas names them; "nonsense" (400): these
            are other bytes; "too_large" (413); "revoked" (403).
    """
    if len(data) > BLOB_LIMIT:
        raise Refused("too_large", 413)
    _check_access(county, device, digest)
    if hashlib.sha256(data).hexdigest() != digest:
        raise Refused("nonsense")
    path = _path(county, digest)
    if path.exists():
        return False
    try:
        _write(path, data)
    except OSError as error:
        raise Refused("busy", 503) from error
    with county.database.writing():
        county.database.rows(
            "INSERT INTO blob (digest, size, device, received_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (digest) DO NOTHING",
            digest,
            len(data),
            device,
            county.clock(),
        )
    return True


def get(county: County, device: bytes, digest: str) -> bytes:
    """Return the bytes named `digest`, hashed again: a flipped bit on the disk is not handed out.

    Raises:
        Refused: "absent" (404): not here, damaged, or not for this device; "revoked" (403).
    """
    _check_access(county, device, digest)
    try:
        data = _path(county, digest).read_bytes()
    except OSError:
        raise Refused("absent", 404) from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise Refused("absent", 404)
    return data


def _check_access(county: County, device: bytes, digest: str) -> None:
    if len(digest) != DIGEST_DIGITS or not set(digest) <= set("0123456789abcdef"):
        raise Refused("absent", 404)
    with county.database.reading():
        who = viewer.find(county, device)
        if who.revoked:
            raise Refused("revoked", 403)
        rows = county.database.rows('SELECT "id" FROM "attachment" WHERE "wire_digest" = ?', digest)
        held = records.load(county.database, "attachment", [bytes(record_id) for (record_id,) in rows])
        if not any(who.reads(one) for one in held.values()):
            raise Refused("absent", 404)


def _path(county: County, digest: str) -> Path:
    return county.blobs / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    """Write beside the place, flush, rename, flush the folder: whole or not at all, whatever happens."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
