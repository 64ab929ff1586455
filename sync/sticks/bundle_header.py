"""What stands outside on a bundle, for whoever carries it: read, checked, proved, before anything is opened.

The layout of the file stands in `sync.bundle`.
"""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from village_desk import crypto
from village_desk.errors import SyncTrouble

SUFFIX = ".vdb"
MAGIC = b"VDB1"
HEADER_LIMIT = 262_144
SIGNATURE_BYTES = 64
_READ = 1_048_576
_MOST_SECTIONS = 8
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Kind = Literal["push", "answer"]


class Section(Struct, array_like=True, frozen=True):
    """A sealed part of the file: who can open it (device ids, the county's code), its size and SHA-256."""

    to: list[str]
    size: int
    digest: str


class Header(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """What a carrier may know.

    Attributes:
        bundle: Its id.
        kind: "push" from a device to the county; "answer" from the county to a device.
        county: Division code of the county, six digits.
        device: The device it is from or for; `unit` the division code of its unit.
        first, last: The changes it carries; of an answer, up to which the county has them.
        head: Hash of the device's chain before `first`, hexadecimal.
        cursor: Up to where the feed is known to its sender; of an answer, up to where it brings it.
        inc: Of an answer: the county's incarnation; `last` and `cursor` of two compare only within one.
        part: Which of how many files of one hand-over; of how many is 0 while more follow.
        attachments: How many it carries, whole or in pieces.
        aside: Of an answer: changes the county set aside; a township that showed them as carried learns it.
        taken: Of an answer: bundles the county has taken in, so that carriers need not hold them any longer.
        at: When it was written, by the writer's clock, UTC ms: shown, never trusted.
    """

    bundle: str
    kind: Kind
    county: str
    device: str
    unit: str
    first: int = 0
    last: int = 0
    head: str = ""
    cursor: int = 0
    inc: str = ""
    part: tuple[int, int] = (1, 1)
    attachments: int = 0
    aside: list[int] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    at: int
    suite: int = crypto.DEFAULT_SUITE
    sections: list[Section] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many changes it carries."""
        return self.last - self.first + 1 if self.first else 0


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file whose header was read; nothing of it is believed before `prove`."""

    path: Path
    header: Header
    raw: bytes
    signature: bytes
    start: int

    @property
    def code(self) -> str:
        """The short check code printed on the hand-over slip: the same for the same file, for no other."""
        return crypto.check_code(f"bundle {self.signature.hex()}")

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.start + sum(section.size for section in self.header.sections)

    @property
    def name(self) -> str:
        """What a file of it is called: kind, unit and id, which say nothing of its content."""
        return file_name(self.header)


def new_id() -> str:
    """Return the id of a new bundle."""
    return secrets.token_hex(16)


def file_name(header: Header) -> str:
    """Return the name of a bundle's file; see `Bundle.name`."""
    part, parts = header.part
    place = f"-{part}-{parts or 'x'}" if (part, parts) != (1, 1) else ""
    return f"{header.kind}-{header.unit}-{header.bundle[:8]}{place}{SUFFIX}"


def is_bundle(path: Path) -> bool:
    """Say whether a file is meant to be a bundle, by its name."""
    return path.suffix.lower() == SUFFIX and not path.name.startswith(".")


def read(path: Path) -> Bundle:
    """Read the header of a file from anywhere.

    Raises:
        SyncTrouble: "bundle.none": not a bundle; "bundle.newer": of a newer program; "bundle.cut": it ends
            too early; "bundle.damaged": header or length make no sense; "bundle.gone": it cannot be read.
    """
    with stick_troubles(), path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        magic, length = file.read(4), file.read(4)
        if magic != MAGIC:
            newer = magic[:3] == MAGIC[:3] and magic[3:].isdigit() and magic > MAGIC
            raise SyncTrouble("bundle.newer" if newer else "bundle.none")
        room = int.from_bytes(length, "big")
        if len(length) < 4:
            raise SyncTrouble("bundle.cut")
        if room > HEADER_LIMIT:
            raise SyncTrouble("bundle.damaged")
        raw, signature = file.read(room), file.read(SIGNATURE_BYTES)
    start = len(MAGIC) + 4 + room + SIGNATURE_BYTES
    if size < start:
        raise SyncTrouble("bundle.cut")
    header = read_header(raw)
    end = start + sum(section.size for section in header.sections)
    if size != end:
        raise SyncTrouble("bundle.cut" if size < end else "bundle.damaged")
    return Bundle(path, header, raw, signature, start)


def read_header(raw: bytes) -> Header:
    """Read a stranger's header.

    Raises:
        SyncTrouble: "bundle.damaged", "bundle.newer".
    """
    try:
        header = msgspec.json.decode(raw, type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise SyncTrouble("bundle.damaged") from None
    if header.suite not in crypto.SUITES:
        raise SyncTrouble("bundle.newer")
    if not _sensible(header):
        raise SyncTrouble("bundle.damaged")
    return header


def _sensible(header: Header) -> bool:
    numbers = (header.first, header.last, header.cursor, *header.part, header.attachments, header.at)
    codes = all(
        each.isascii() and each.isdigit() and len(each) <= 12 for each in (header.county, header.unit)
    )
    few = len(header.sections) <= _MOST_SECTIONS and all(0 <= each.size < 2**40 for each in header.sections)
    ids = all(_is_hex(each, 32) for each in (header.bundle, header.device, header.inc or "0" * 32))
    ids = ids and _is_hex(header.head or "0" * 64, 64)
    return codes and few and ids and all(0 <= number < 2**53 for number in numbers)


def _is_hex(text: str, digits: int) -> bool:
    return len(text) == digits and set(text) <= set("0123456789abcdef")


def prove(bundle: Bundle, key: bytes) -> None:
    """Prove that whoever has `key` wrote exactly this file.

    Raises:
        SyncTrouble: "bundle.forged": the signature is another's; "bundle.damaged": a byte is not as it was
            written; "bundle.gone".
    """
    if not crypto.verify(key, bundle.signature, claim(bundle.raw), bundle.header.suite):
        raise SyncTrouble("bundle.forged")
    prove_sections(bundle)


def signed(raw: bytes, signature: bytes, key: bytes) -> bool:
    """Say whether a header alone is signed with `key`: for who takes a file in piece by piece."""
    return crypto.verify(key, signature, claim(raw), read_header(raw).suite)


def claim(raw: bytes) -> bytes:
    """Return what is signed for a header."""
    return b"VD1 bundle\n" + raw


def prove_sections(bundle: Bundle) -> None:
    """Prove that the sections are those of the header.

    Raises:
        SyncTrouble: "bundle.damaged", "bundle.gone".
    """
    with stick_troubles(), bundle.path.open("rb") as file:
        file.seek(bundle.start)
        for section in bundle.header.sections:
            hashed, left = hashlib.sha256(), section.size
            while left and (data := file.read(min(left, _READ))):
                hashed.update(data)
                left -= len(data)
            if left or hashed.hexdigest() != section.digest:
                raise SyncTrouble("bundle.damaged")


@contextmanager
def stick_troubles() -> Iterator[None]:
    """Say of a stick what the file system says.

    Raises:
        SyncTrouble: "bundle.full", "bundle.gone".
    """
    try:
        yield
    except OSError as error:
        raise SyncTrouble("bundle.full" if error.errno in _FULL else "bundle.gone") from None
