"""Bundles that carriers bring over a line: kept in pieces until whole, taken in, answered.

A carrier needs no account: the header, signed by an enrolled device, comes with the first piece, and nothing
is kept before it fits. What is in the files neither the carrier nor this module can read.
"""

import hashlib
import os
from pathlib import Path

import msgspec

from county_server import blobs, bundles
from county_server.county import County
from county_server.errors import Refused
from sync.sticks import bundle_header
from sync.sticks.bundle_header import MAGIC, SIGNATURE_BYTES, Header
from sync.sticks.carrier import Answered, Outcome
from sync.tus import CHUNK_LIMIT
from village_desk.errors import SyncTrouble

PARTS, ANSWERS = "bundles", "answers"
DAYS = 14
"""Days after which a bundle nobody went on with, and an answer, are given up."""
LARGEST = 1 << 31
MOST_OPEN = 16
"""Bundles of one device that may lie here at once."""
_DAY_MS = 86_400_000
_SWEPT = 20


def length(county: County, digest: str) -> int:
    """Return how many bytes of a bundle are here.

    Raises:
        Refused: "nonsense" (400): not a digest.
    """
    try:
        return _part(county, digest).stat().st_size
    except OSError:
        with county.database.connected():
            row = county.database.one("SELECT size, answers FROM bundle_file WHERE digest = ?", digest)
    return int(row[0]) if row and row[1] else 0  # one that was taken in need not come again


def append(county: County, digest: str, place: tuple[int, int], data: bytes) -> None:
    """Keep the next bytes: those from `place[0]` on, of `place[1]` in all.

    Raises:
        Refused: "offset" (409): they do not go on here; "bundle_…" (403): not a bundle this county takes,
            said with the first piece; "nonsense" (400), "too_large" (413), "busy" (429, 503).
    """
    offset, size = place
    if offset != length(county, digest):
        raise Refused("offset", 409)
    if offset + len(data) > size or size > LARGEST or not data:
        raise Refused("too_large" if size > LARGEST else "nonsense", 413 if size > LARGEST else 400)
    if offset == 0:
        _begin(county, digest, size, data)
    part = _part(county, digest)
    try:
        part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with part.open("ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Refused("busy", 503) from error


def _begin(county: County, digest: str, size: int, data: bytes) -> None:
    header = _signed_header(county, data, size)
    device, moment = bytes.fromhex(header.device), county.clock()
    _sweep(county, moment)
    with county.database.writing():
        row = county.database.one(
            "SELECT count(*) FROM bundle_file WHERE device = ? AND answers = ''", device
        )
        if row and row[0] >= MOST_OPEN:
            raise Refused("busy", 429)
        county.database.rows(
            "INSERT INTO bundle_file (digest, device, size, touched_at, answers) VALUES (?, ?, ?, ?, '')"
            " ON CONFLICT (digest) DO UPDATE SET touched_at = excluded.touched_at, answers = ''",
            *(digest, device, size, moment),
        )


def _signed_header(county: County, data: bytes, size: int) -> Header:
    """Read and prove the header at the beginning of `data`."""
    room = int.from_bytes(data[4:8], "big")
    start = 8 + room + SIGNATURE_BYTES
    if data[:4] != MAGIC or room > bundle_header.HEADER_LIMIT or len(data) < start:
        raise Refused("bundle_none", 403)
    raw, signature = data[8 : 8 + room], data[8 + room : start]
    try:
        header = bundle_header.read_header(raw)
        who = bundles.sender(county, header)
        signed = bundle_header.signed(raw, signature, who.public_key)
    except SyncTrouble as trouble:
        raise refusal(trouble) from None
    if not signed or start + sum(each.size for each in header.sections) != size:
        raise Refused("bundle_forged", 403)
    return header


def refusal(trouble: SyncTrouble) -> Refused:
    """Return what a trouble with a bundle becomes over the wire."""
    return Refused(trouble.code.replace(".", "_"), 403)


def take(county: County, digest: str) -> Outcome:
    """Take in a whole bundle and write the answer; asked again, the same answer is named again.

    Raises:
        Refused: "absent" (404): not here; "offset" (409): not whole; "checksum" (460): other bytes than was
            said, which are dropped; "bundle_…" (403); "busy" (503).
    """
    with county.database.reading():
        row = county.database.one("SELECT size, answers FROM bundle_file WHERE digest = ?", digest)
    if row is None:
        raise Refused("absent", 404)
    if row[1]:
        return msgspec.json.decode(row[1], type=Outcome)
    part = _part(county, digest)
    if length(county, digest) != row[0]:
        raise Refused("offset", 409)
    if blobs.measure(part) != digest:
        _forget(county, digest)
        raise Refused("checksum", 460)
    try:
        taken = bundles.take(county, part)
        outcome = Outcome(taken.changes, taken.problem, _answers(county, taken))
    except SyncTrouble as trouble:
        _forget(county, digest)
        raise refusal(trouble) from None
    with county.database.writing():
        said = msgspec.json.encode(outcome).decode()
        county.database.rows("UPDATE bundle_file SET answers = ? WHERE digest = ?", said, digest)
    part.unlink(missing_ok=True)
    return outcome


def _answers(county: County, taken: bundles.Taken) -> list[Answered]:
    folder = county.blobs / PARTS / ANSWERS
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = []
    for each in bundles.answer(county, taken, folder):
        data = each.path.read_bytes()
        answered = Answered(hashlib.sha256(data).hexdigest(), len(data), each.name)
        each.path.replace(folder / answered.digest)
        found.append(answered)
    return found


def read_answer(county: County, digest: str, first: int, last: int) -> bytes:
    """Return the bytes `first` to `last` of an answer, inclusive; whoever has its digest may have them.

    Raises:
        Refused: "absent" (404); "range" (416): nothing lies there.
    """
    if last < first:
        raise Refused("range", 416)
    try:
        with (county.blobs / PARTS / ANSWERS / _checked(digest)).open("rb") as file:
            file.seek(first)
            data = file.read(min(last - first + 1, CHUNK_LIMIT))
    except OSError:
        raise Refused("absent", 404) from None
    if not data:
        raise Refused("range", 416)
    return data


def _checked(digest: str) -> str:
    if len(digest) != blobs.DIGEST_DIGITS or not set(digest) <= set("0123456789abcdef"):
        raise Refused("nonsense")
    return digest


def _part(county: County, digest: str) -> Path:
    return county.blobs / PARTS / _checked(digest)


def _forget(county: County, digest: str) -> None:
    _part(county, digest).unlink(missing_ok=True)
    with county.database.writing():
        county.database.rows("DELETE FROM bundle_file WHERE digest = ?", digest)


def _sweep(county: County, moment: int) -> None:
    """Clear away what is old: the files first, so that nothing is left without a row."""
    before = moment - DAYS * _DAY_MS
    with county.database.connected():
        old = county.database.rows(
            "SELECT digest, answers FROM bundle_file WHERE touched_at < ? ORDER BY touched_at LIMIT ?",
            *(before, _SWEPT),
        )
    for digest, answers in old:
        if answers:
            for each in msgspec.json.decode(answers, type=Outcome).answers:
                (county.blobs / PARTS / ANSWERS / each.digest).unlink(missing_ok=True)
        _forget(county, digest)
