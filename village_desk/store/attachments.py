"""Attachments on the desk's disk: files of encrypted segments, named so that names betray nothing.

A file is written and synced before the record that names it commits. So a record never names a file that
is not there; a crash in between leaves a file no record names, which `orphans` finds.

Layout: the header `VDA1`, the suite, the length of the content (8 bytes), then segments of 64 kB sealed
one by one. The key is made from the blob key and the digest of the content, so it seals nothing else, and
the number of the segment serves as nonce. Number, last-flag and header are sealed in: a segment cut off,
moved or brought from another file does not open.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from village_desk import crypto
from village_desk.durable import PART, file_troubles, write_all, writing
from village_desk.errors import StoreTrouble

SEGMENT = 64 * 1024
"""Content bytes in a segment; 16 more seal it."""
_MAGIC = b"VDA1"
_HEADER_BYTES = len(_MAGIC) + 1 + 8
_SEAL_BYTES = 16
_NAME_DIGITS = 64


class Attachments:
    """The attachments of one desk, in one folder; safe to use from several threads."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """Name the folder, which is made with the first attachment, and give the key for this purpose."""
        self._folder = folder
        self._blob_key = crypto.derive(key, "village-desk blob content")
        self._name_key = crypto.derive(key, "village-desk blob name")

    def put(self, content: BinaryIO | bytes) -> tuple[bytes, int]:
        """Keep `content` and return its SHA-256 digest and length in bytes.

        The same content is kept once. When this returns, a power cut no longer harms it.

        Args:
            content: Bytes, or an open file that can be read twice: first its digest is taken.

        Raises:
            StoreTrouble: "store.full", "store.readonly" and the like; nothing is left behind.
            StoreTrouble: "store.blob_changed": the file was written to while it was read.
        """
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        with file_troubles():
            digest, size = _measured(stream)
            path = self._path(digest)
            if self.fault(digest) is not None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._write(path, stream, digest, size)
        return digest, size

    def segments(self, digest: bytes) -> Iterator[bytes]:
        """Yield the content piece by piece; the last piece has been checked when the iterator ends.

        Raises:
            StoreTrouble: "store.blob_missing", "store.blob_damaged".
        """
        with file_troubles():
            if not self._path(digest).exists():
                raise StoreTrouble("store.blob_missing")
            with self._path(digest).open("rb") as file:
                yield from self._opened(file, digest)

    def read(self, digest: bytes) -> bytes:
        """Return the whole content; errors as for `segments`."""
        return b"".join(self.segments(digest))

    def piece(self, digest: bytes, offset: int, length: int) -> bytes:
        """Return up to `length` bytes of the content from `offset` on; only their segments are read.

        Raises:
            StoreTrouble: "store.blob_missing", "store.blob_damaged".
        """
        first = offset // SEGMENT
        with file_troubles():
            if not self._path(digest).exists():
                raise StoreTrouble("store.blob_missing")
            found = b""
            with self._path(digest).open("rb") as file:
                for segment in self._opened(file, digest, first):
                    found += segment
                    if len(found) >= offset - first * SEGMENT + length:
                        break
        return found[offset - first * SEGMENT :][:length]

    def fault(self, digest: bytes) -> str | None:
        """Read an attachment through and return None, "store.blob_missing" or "store.blob_damaged"."""
        try:
            for _ in self.segments(digest):
                pass
        except StoreTrouble as trouble:
            if trouble.code in ("store.blob_missing", "store.blob_damaged"):
                return trouble.code
            raise
        return None

    def faults(self, known: Iterable[bytes]) -> Iterator[tuple[bytes, str]]:
        """Read all `known` digests through and yield those with a fault."""
        for digest in known:
            fault = self.fault(digest)
            if fault is not None:
                yield digest, fault

    def orphans(self, known: Iterable[bytes]) -> list[str]:
        """Return the names of files no record names: left by a crash before the record committed.

        Files of an attachment being saved at this moment are among them; ask when nobody saves.
        """
        named = {crypto.blob_name(self._name_key, digest) for digest in known}
        return sorted(name for name in self._names() if name not in named)

    def discard(self, names: Iterable[str]) -> None:
        """Remove files by name: from `orphans`, or of an attachment erased after its retention."""
        with file_troubles():
            for name in names:
                if name in self._names():
                    (self._folder / name).unlink(missing_ok=True)

    def name(self, digest: bytes) -> str:
        """Return the file name for a digest: its HMAC, so that nobody can look for a file they know."""
        return crypto.blob_name(self._name_key, digest)

    def _path(self, digest: bytes) -> Path:
        return self._folder / self.name(digest)

    def _names(self) -> list[str]:
        with file_troubles():
            found = [path.name for path in self._folder.iterdir()] if self._folder.is_dir() else []
        return [name for name in found if len(name) == _NAME_DIGITS or name.endswith(PART)]

    def _write(self, path: Path, stream: BinaryIO, digest: bytes, size: int) -> None:
        key = crypto.derive(self._blob_key, "village-desk segment", digest)
        header = _MAGIC + bytes([crypto.DEFAULT_SUITE]) + size.to_bytes(8, "big")
        hashed = hashlib.sha256()
        stream.seek(0)
        with writing(path, "blob.before_rename", "blob.after_rename") as handle:
            write_all(handle, header)
            for number, last in _numbered(size):
                piece = _exactly(stream, min(SEGMENT, size - number * SEGMENT))
                hashed.update(piece)
                write_all(handle, _seal(key, number, piece, _about(header, last=last)))
            if hashed.digest() != digest:
                raise StoreTrouble("store.blob_changed")

    def _opened(self, file: BinaryIO, digest: bytes, first: int = 0) -> Iterator[bytes]:
        header = file.read(_HEADER_BYTES)
        if len(header) != _HEADER_BYTES or not header.startswith(_MAGIC):
            raise StoreTrouble("store.blob_damaged")
        key = crypto.derive(self._blob_key, "village-desk segment", digest)
        size = int.from_bytes(header[-8:], "big")
        file.seek(first * (SEGMENT + _SEAL_BYTES), io.SEEK_CUR)
        for number, last in _numbered(size, first):
            sealed = file.read(min(SEGMENT, size - number * SEGMENT) + _SEAL_BYTES)
            try:
                yield crypto.open_at(key, _nonce(number), sealed, _about(header, last=last), header[4])
            except crypto.CryptoTrouble:
                raise StoreTrouble("store.blob_damaged") from None
        if file.read(1):
            raise StoreTrouble("store.blob_damaged")


def _measured(stream: BinaryIO) -> tuple[bytes, int]:
    stream.seek(0)
    hashed, size = hashlib.sha256(), 0
    while piece := stream.read(SEGMENT):
        hashed.update(piece)
        size += len(piece)
    return hashed.digest(), size


def _exactly(stream: BinaryIO, wanted: int) -> bytes:
    """Read so many bytes; a file that has become shorter gives fewer, and the digest then shows it."""
    pieces = []
    while wanted and (piece := stream.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def _numbered(size: int, first: int = 0) -> Iterator[tuple[int, bool]]:
    """Yield the number of each segment and whether it is the last; no content is one empty segment."""
    count = max(1, -(-size // SEGMENT))
    for number in range(first, count):
        yield number, number == count - 1


def _nonce(number: int) -> bytes:
    return number.to_bytes(crypto.NONCE_BYTES, "big")


def _about(header: bytes, *, last: bool) -> bytes:
    return header + bytes([last])


def _seal(key: bytes, number: int, piece: bytes, about: bytes) -> bytes:
    return crypto.suite(crypto.DEFAULT_SUITE).seal(key, _nonce(number), piece, about)
