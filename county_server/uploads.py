"""Attachments on their way here, piece by piece, in the terms of tus 1.0.0 (domain: sync §2.10).

Pieces are written into a part file and synced before the offset is said, so an offset once said survives a
power cut and a restart. What lies in the part file beyond the offset counts for nothing. The attachment is
visible when the whole has been hashed and is what it was said to be, and not before.
"""

import base64
import binascii
import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from county_server import blobs
from county_server.county import County
from county_server.errors import Refused
from village_desk import ids, times
from village_desk.crashpoints import crashpoint

DAY_MS = 86_400_000
ID_DIGITS = 32
PARTS = ".parts"
"""Folder of the part files, beside the attachments, so that finishing one is a rename."""
CHECKSUMS = ("sha256", "sha1")
"""Of pieces, against lines that alter bytes; sha1 because tus demands it. The digest proves the whole."""
_SWEPT = 50
"""Most abandoned uploads that are cleared away by one new upload."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An upload as it stands.

    Attributes:
        offset: Bytes that are safely here; `size` when the attachment is whole and visible.
        received: The same as the database has it.
        touched_at: When it was last gone on with, UTC ms.
    """

    id: str
    device: bytes
    digest: str
    size: int
    offset: int
    received: int
    touched_at: times.Moment

    @property
    def done(self) -> bool:
        """Whether nothing more is to be sent."""
        return self.offset == self.size


def create(county: County, device: bytes, digest: str, size: int) -> Upload:
    """Begin an upload, or return the one this device began before: asking twice is asking once.

    Of an attachment that is here already, the upload is done.

    Raises:
        Refused: "absent" (404): no attachment of this device's areas names these bytes; "revoked" (403);
            "too_large" (413); "nonsense" (400): no bytes at all; "busy" (429): too many begun.
    """
    if size > county.limits.size:
        raise Refused("too_large", 413)
    if size < 1:
        raise Refused("nonsense")
    blobs.check_access(county, device, digest, sending=True)
    _sweep(county)
    path = blobs.path_of(county, digest)
    if path.exists() and blobs.measure(path) != digest:
        path.unlink(missing_ok=True)  # damaged on our disk: here is somebody who has it whole
    database, now = county.database, county.clock()
    with database.writing():
        row = database.one("SELECT id, size FROM upload WHERE device = ? AND digest = ?", device, digest)
        if row is None:
            _check_quota(county, device)
            row = (ids.id_text(ids.new_id()), size)
            database.rows(
                "INSERT INTO upload (id, digest, device, size, received, touched_at)"
                " VALUES (?, ?, ?, ?, 0, ?) ON CONFLICT (device, digest) DO NOTHING",
                *(row[0], digest, device, size, now),
            )
        elif row[1] != size:  # the bytes of a digest have one length; this or the other was wrong
            database.rows("UPDATE upload SET size = ?, received = 0 WHERE id = ?", size, row[0])
        found = database.one("SELECT id FROM upload WHERE device = ? AND digest = ?", device, digest)
    return find(county, device, str(found[0] if found else row[0]))


def find(county: County, device: bytes, upload_id: str) -> Upload:
    """Return an upload of this device, and record that it is whole if only its file says so yet.

    That is what a county leaves that is killed between the two, and what another device does that sends
    the same bytes.

    Raises:
        Refused: "absent" (404): none, another device's, or of an attachment the device may no longer see;
            "revoked" (403).
    """
    if len(upload_id) != ID_DIGITS or not set(upload_id) <= set("0123456789abcdef"):
        raise Refused("absent", 404)
    with county.database.connected():
        row = county.database.one(
            "SELECT digest, size, received, touched_at FROM upload WHERE id = ? AND device = ?",
            *(upload_id, device),
        )
    if row is None:
        raise Refused("absent", 404)
    digest, size, received, touched_at = row
    blobs.check_access(county, device, digest, sending=True)
    path = blobs.path_of(county, digest)
    offset = size if path.exists() else min(received, _length(_part(county, upload_id)))
    upload = Upload(upload_id, device, digest, size, offset, received, touched_at)
    if offset == received or not path.exists():
        return upload
    blobs.sync_folder(path.parent)
    return _record(county, upload, size)


def begun(county: County, device: bytes, digest: str) -> Upload | None:
    """Return how far the county has an attachment of this device; None when it has nothing of it.

    Raises:
        Refused: "absent" (404), "revoked" (403).
    """
    blobs.check_access(county, device, digest, sending=True)
    with county.database.connected():
        row = county.database.one("SELECT id FROM upload WHERE device = ? AND digest = ?", device, digest)
    if row is not None:
        return find(county, device, str(row[0]))
    size = _length(blobs.path_of(county, digest))  # another device has sent the same bytes
    return Upload("", device, digest, size, size, size, county.clock()) if size else None


def append(county: County, upload: Upload, offset: int, data: bytes, checksum: str = "") -> Upload:
    """Keep the next bytes; on return they are on the disk, and after the last ones the attachment is visible.

    `checksum` is the value of the header `Upload-Checksum`, or "".

    Raises:
        Refused: "offset" (409): it does not go on here; "checksum" (460): these, or the whole, are other
            bytes than was said (of a whole that is wrong nothing is kept); "nonsense" (400): more bytes
            than the attachment has, or a checksum of another kind; "busy" (503): the disk is full.
    """
    _check_sum(checksum, data)
    if offset != upload.offset:
        raise Refused("offset", 409)
    end = offset + len(data)
    if end > upload.size:
        raise Refused("nonsense")
    if upload.done:
        return upload
    part = _part(county, upload.id)
    try:
        _write(part, offset, data)
        crashpoint("upload.after_write")
        if end == upload.size:
            _finish(county, upload, part)
    except FileNotFoundError:
        raise Refused("offset", 409) from None  # another request has just finished or removed it
    except OSError as error:
        raise Refused("busy", 503) from error
    moved = _record(county, upload, end)
    crashpoint("upload.after_record")
    return moved


def remove(county: County, upload: Upload) -> None:
    """Give an upload up; of one that is done, the attachment stays."""
    _part(county, upload.id).unlink(missing_ok=True)
    with county.database.writing():
        county.database.rows("DELETE FROM upload WHERE id = ?", upload.id)


def expires_at(county: County, upload: Upload) -> times.Moment:
    """Return when an upload is given up if nobody goes on with it."""
    return upload.touched_at + county.limits.days * DAY_MS


def _check_quota(county: County, device: bytes) -> None:
    row = county.database.one("SELECT count(*) FROM upload WHERE device = ? AND received < size", device)
    if row and row[0] >= county.limits.open:
        raise Refused("busy", 429)


def _check_sum(header: str, data: bytes) -> None:
    if not header:
        return
    algorithm, _, encoded = header.partition(" ")
    try:
        given = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("nonsense") from None
    if algorithm not in CHECKSUMS:
        raise Refused("nonsense")
    if given != hashlib.new(algorithm, data, usedforsecurity=False).digest():
        raise Refused("checksum", 460)


def _write(part: Path, offset: int, data: bytes) -> None:
    """Write at the offset, not at the end: two requests that bring the same bytes do no harm."""
    new = not part.exists()
    part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "r+b") as file:
        file.seek(offset)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if new:
        blobs.sync_folder(part.parent)


def _finish(county: County, upload: Upload, part: Path) -> None:
    """Make a whole part file the attachment, once it is what it was said to be."""
    os.truncate(part, upload.size)
    if blobs.measure(part) != upload.digest:
        remove(county, upload)
        raise Refused("checksum", 460)
    path = blobs.path_of(county, upload.digest)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    crashpoint("upload.before_rename")
    part.replace(path)
    crashpoint("upload.after_rename")
    blobs.sync_folder(path.parent)


def _record(county: County, upload: Upload, end: int) -> Upload:
    database, now = county.database, county.clock()
    with database.writing():
        moved = database.rows(
            "UPDATE upload SET received = ?, touched_at = ? WHERE id = ? AND received = ? RETURNING id",
            *(end, now, upload.id, upload.received),
        )
        if end == upload.size:
            size = _length(blobs.path_of(county, upload.digest))
            database.rows(
                "INSERT INTO blob (digest, size, device, received_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (digest) DO NOTHING",
                *(upload.digest, size, upload.device, now),
            )
    if not moved and end < upload.size:
        raise Refused("offset", 409)
    return replace(upload, offset=end, received=end, touched_at=now)


def _sweep(county: County) -> None:
    """Clear away what nobody went on with; the file goes first, so that nothing is left without a row."""
    before = county.clock() - county.limits.days * DAY_MS
    with county.database.connected():
        old = county.database.rows(
            "SELECT id FROM upload WHERE touched_at < ? ORDER BY touched_at LIMIT ?", before, _SWEPT
        )
    for (upload_id,) in old:
        _part(county, upload_id).unlink(missing_ok=True)
    if old:
        with county.database.writing():
            county.database.many("DELETE FROM upload WHERE id = ?", old)


def _part(county: County, upload_id: str) -> Path:
    return county.blobs / PARTS / upload_id


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
