"""Messages as bytes: JSON in zstd, and a reader that believes nothing it has not checked."""

from typing import TypeVar

import msgspec
import zstandard

from village_desk.errors import SyncTrouble

MEDIA_TYPE = "application/zstd"
"""Of every packed message (RFC 8878); short, because it travels both ways each time."""
LEVEL = 9
"""Beyond it packing costs the old PC more time than it saves the line (domain: sync §2.6)."""
WIRE_LIMIT = 4 * 1_048_576
"""Most bytes of one packed message."""
PLAIN_LIMIT = 64 * 1_048_576
"""Most bytes of one message unpacked: what keeps a small bomb from filling the memory."""
WINDOW_LIMIT = 8 * 1_048_576
"""Largest window a sender may make the reader keep."""

T = TypeVar("T")


def pack(message: msgspec.Struct) -> bytes:
    """Return the bytes of a message on the wire."""
    return zstandard.ZstdCompressor(level=LEVEL).compress(msgspec.json.encode(message))


def unpack(data: bytes, kind: type[T]) -> T:
    """Read a message of a stranger.

    Raises:
        SyncTrouble: "sync.nonsense": not zstd, too large, not JSON, or not this message; nothing of its
            content is in the error.
    """
    try:
        return msgspec.json.decode(unpacked(data), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        # Never "from": the reader's message quotes what it could not read.
        raise SyncTrouble("sync.nonsense", what="json") from None


def unpacked(data: bytes) -> bytes:
    """Decompress without believing what the frame says about its size (domain: sync §3.4).

    Raises:
        SyncTrouble: "sync.nonsense".
    """
    try:
        if len(data) > WIRE_LIMIT or zstandard.frame_content_size(data) > PLAIN_LIMIT:
            raise SyncTrouble("sync.nonsense", what="size")
        reader = zstandard.ZstdDecompressor(max_window_size=WINDOW_LIMIT).stream_reader(
            data, read_size=65_536
        )
        plain = reader.read(PLAIN_LIMIT + 1)
    except zstandard.ZstdError:
        raise SyncTrouble("sync.nonsense", what="zstd") from None
    if len(plain) > PLAIN_LIMIT:
        raise SyncTrouble("sync.nonsense", what="size")
    return plain
