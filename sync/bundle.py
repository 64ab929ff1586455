"""The file that travels on a stick (`.vdb`): signed outside, sealed inside; nobody else knows age.

| bytes | |
|---|---|
| 4 | `VDB1` |
| 4 | length of the header, big-endian |
| … | `Header`, JSON, filled up with spaces |
| 64 | signature over the header, by the device it comes from or by the county |
| … | the sections the header lists: age (X25519, ChaCha20-Poly1305) over zstd over frames |

A frame is one letter, a length of four bytes, and that many bytes (`sync.sticks.frames`). There is no archive
inside and no name of a file, so a hostile bundle has nothing to name. Whoever carries it reads the header:
which unit, which numbers, no content. The header holds the digest of each section, so one signature stands
for the file (domain: sync §2.11).
"""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

import msgspec
import pyrage
import zstandard

from sync.packing import LEVEL, PLAIN_LIMIT, WINDOW_LIMIT
from sync.sticks.bundle_header import (
    MAGIC,
    SIGNATURE_BYTES,
    Bundle,
    Header,
    Section,
    claim,
    file_name,
    prove_sections,
    read,
    stick_troubles,
)
from village_desk.durable import writing
from village_desk.errors import SyncTrouble

PIECE = 1_048_576
"""Bytes of an attachment in one frame."""
_MOST_PLAIN = 8 << 30
_ROOM = 512
"""Spaces after the header's JSON: it is written first and known only when the sections are."""
_FRAME_HEAD = 5

Take = Callable[[str, bytes], None]
"""Takes one frame: its letter and its bytes."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A section to be written: public keys by the device they belong to, and frames, made while written."""

    to: Mapping[str, str]
    frames: Iterable[bytes]


# ---------------------------------------------------------------- keys


def new_key() -> str:
    """Return a new private key for bundles (X25519), as age writes it; it stays in the encrypted file."""
    return str(pyrage.x25519.Identity.generate())


def public_key(private: str) -> str:
    """Return the public key that belongs to `private`."""
    return str(pyrage.x25519.Identity.from_str(private).to_public())


def seal_small(plain: bytes, to: Sequence[str]) -> bytes:
    """Return `plain`, a few bytes, sealed to each of the public keys `to`."""
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(key) for key in to]))


def open_small(sealed: bytes, private: str) -> bytes | None:
    """Return what `seal_small` sealed, or None when it is not for this key or was altered."""
    try:
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(private)]))
    except (pyrage.DecryptError, pyrage.IdentityError):
        return None


def is_public_key(text: str) -> bool:
    """Say whether `text` is a public key bundles can be sealed to."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


# ---------------------------------------------------------------- writing


def frame(letter: str, data: bytes) -> bytes:
    """Return one frame."""
    return letter.encode() + len(data).to_bytes(4, "big") + data


def write(folder: Path, header: Header, sections: Sequence[Sealed], sign: Callable[[bytes], bytes]) -> Bundle:
    """Write a bundle into `folder` so that it is there whole or not at all, and read it back from the disk.

    Raises:
        SyncTrouble: "bundle.full": no room; "bundle.gone": the stick was pulled out, or cannot be written.
    """
    path = folder / file_name(header)
    with stick_troubles(), _whole(path) as file:
        room = len(msgspec.json.encode(_with(header, [Section(list(each.to), 0, "") for each in sections])))
        room += _ROOM
        start = len(MAGIC) + 4 + room + SIGNATURE_BYTES
        file.seek(start)
        written = [_seal(file, section) for section in sections]
        raw = msgspec.json.encode(_with(header, written)).ljust(room)
        file.seek(0)
        file.write(MAGIC + room.to_bytes(4, "big") + raw + sign(claim(raw)))
    found = read(path)
    try:
        prove_sections(found)
    except SyncTrouble:
        path.unlink(missing_ok=True)
        raise SyncTrouble("bundle.gone") from None
    return found


def copy(source: Path, folder: Path) -> Bundle:
    """Copy a bundle into `folder`, byte for byte, whole or not at all, and read it back.

    A sound copy that is there already is left as it is; a damaged one is written anew.

    Raises:
        SyncTrouble: "bundle.damaged", "bundle.cut": the source is; "bundle.full", "bundle.gone".
    """
    found, path = read(source), folder / source.name
    if not _is_copy(path, found):
        prove_sections(found)
        with stick_troubles(), _whole(path) as file, source.open("rb") as there:
            shutil.copyfileobj(there, file, PIECE)
        if not _is_copy(path, found):
            raise SyncTrouble("bundle.gone")
    return replace(found, path=path)


def _is_copy(path: Path, found: Bundle) -> bool:
    """Say whether the file `path` is `found`, every byte of it."""
    try:
        there = read(path)
        prove_sections(there)
    except SyncTrouble:
        return False
    return (there.raw, there.signature) == (found.raw, found.signature)


def _with(header: Header, sections: list[Section]) -> Header:
    return msgspec.structs.replace(header, sections=sections)


def _seal(file: BinaryIO, section: Sealed) -> Section:
    keys = [pyrage.x25519.Recipient.from_str(key) for key in section.to.values()]
    sink, source = _Sink(file), _Source(section.frames)
    try:
        pyrage.encrypt_io(source, sink, keys)
    except pyrage.EncryptError:
        # It says what our own side raised only as text.
        raise (source.error or sink.error or OSError(errno.EIO, "sealing")) from None
    return Section(list(section.to), sink.size, sink.digest.hexdigest())


class _Source:
    """Frames as a packed stream that is read from; what fails on the way is kept for who asked."""

    def __init__(self, frames: Iterable[bytes]) -> None:
        self._packed = _compressed(frames)
        self._left = b""
        self.error: Exception | None = None

    def read(self, size: int) -> bytes:
        try:
            while len(self._left) < size:
                self._left += next(self._packed)
        except StopIteration:
            pass
        except Exception as error:
            self.error = error
            raise
        found, self._left = self._left[:size], self._left[size:]
        return found


def _compressed(frames: Iterable[bytes]) -> Iterator[bytes]:
    packer = zstandard.ZstdCompressor(level=LEVEL).compressobj()
    for each in frames:
        if packed := packer.compress(each):
            yield packed
    yield packer.flush()


class _Sink:
    """The file as age writes to it: counted and hashed on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = 0
        self.digest = hashlib.sha256()
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
        except OSError as error:
            self.error = error
            raise
        self.size += len(data)
        self.digest.update(data)
        return len(data)

    def flush(self) -> None:
        """Nothing: the file is synced once, at its end."""


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file that becomes `path` at the end, or leaves nothing."""
    with writing(path) as handle, os.fdopen(handle, "wb", closefd=False) as file:
        yield file
    if hasattr(os, "posix_fadvise"):  # so that reading it back reads the stick, not the memory
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def unseal(bundle: Bundle, device: str, private: str, take: Take) -> None:
    """Hand every frame of every section that `device` can open to `take`, in their order.

    What `take` raises ends it and goes on to the caller.

    Raises:
        SyncTrouble: "bundle.damaged": what is inside is not what this program writes.
    """
    identity = pyrage.x25519.Identity.from_str(private)
    start = bundle.start
    for section in bundle.header.sections:
        if device in section.to:
            with bundle.path.open("rb") as file:
                file.seek(start)
                _open_section(_Part(file, section.size), identity, take)
        start += section.size


def _open_section(source: "_Part", identity: pyrage.x25519.Identity, take: Take) -> None:
    frames = _Frames(take)
    unpacker = zstandard.ZstdDecompressor(max_window_size=WINDOW_LIMIT)
    # It needs an object with `write` and `flush`, though it is declared to want a whole file.
    plain = unpacker.stream_writer(cast("BinaryIO", frames), write_size=65_536, closefd=False)
    try:
        pyrage.decrypt_io(source, plain, [identity])
    except (pyrage.DecryptError, zstandard.ZstdError, OSError):
        if frames.error:
            raise frames.error from None
        raise SyncTrouble("bundle.damaged") from None
    if frames.begun:
        raise SyncTrouble("bundle.damaged")


class _Part:
    """A file as far as one section goes."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._left = file, size

    def read(self, size: int) -> bytes:
        data = self._file.read(min(size, self._left))
        self._left -= len(data)
        return data


class _Frames:
    """Cuts a stream into frames; never holds more than one."""

    def __init__(self, take: Take) -> None:
        self._take = take
        self._held = bytearray()
        self._total = 0
        self.error: Exception | None = None

    @property
    def begun(self) -> bool:
        """Whether the stream ended in the middle of a frame."""
        return bool(self._held)

    def write(self, data: bytes) -> int:
        self._total += len(data)
        self._held += data
        try:
            self._cut()
        except Exception as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def _cut(self) -> None:
        if self._total > _MOST_PLAIN:
            raise SyncTrouble("bundle.damaged")
        while len(self._held) >= _FRAME_HEAD:
            length = int.from_bytes(self._held[1:_FRAME_HEAD], "big")
            if length > PLAIN_LIMIT:
                raise SyncTrouble("bundle.damaged")
            if len(self._held) < _FRAME_HEAD + length:
                return
            letter = chr(self._held[0])
            data = bytes(self._held[_FRAME_HEAD : _FRAME_HEAD + length])
            del self._held[: _FRAME_HEAD + length]
            self._take(letter, data)
