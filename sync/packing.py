"""Messages as bytes: JSON in zstd, and a reader that believes nothing it has not checked.

Short messages are packed with a dictionary that both sides have (`resources/wire`, made by
`tools/train_dictionary.py`); its number stands in the frame. A frame without one is read as well.
"""

from collections.abc import Callable
from functools import cache
from threading import Lock
from typing import TypeVar

import msgspec
import zstandard

from village_desk import paths
from village_desk.errors import SyncTrouble

MEDIA_TYPE = "application/zstd"
"""Of every packed message (RFC 8878); short, because it travels both ways each time."""
LEVEL = 9
"""Beyond it packing costs the old PC more time than it saves the line (domain: sync §2.6)."""
DENSE_LEVEL = 16
"""For a line slower than packing: a seventh fewer bytes for eight times the work."""
QUICK_LEVEL = 3
"""For a line faster than packing: one byte in twenty-five more for a sixth of the work."""
SLOW, FAST = 64_000, 256_000
"""Bytes a second; below and above them the other levels save more time than they cost, also on an old PC."""
SHORT = 32_768
"""Bytes of a message: a longer one repeats itself enough and is packed better without a dictionary."""
_DICTIONARY = paths.RESOURCES / "wire" / "1.zdict"
WIRE_LIMIT = 4 * 1_048_576
"""Most bytes of one packed message."""
PLAIN_LIMIT = 64 * 1_048_576
"""Most bytes of one message unpacked: what keeps a small bomb from filling the memory."""
ROUND_LIMIT = 32 * 1_048_576
"""Most bytes a county unpacks of a round of a desk: the largest batch, were it packed to a thirtieth."""
QUESTION_LIMIT = 1_048_576
"""Most bytes a county unpacks of anything shorter."""
WINDOW_LIMIT = 8 * 1_048_576
"""Largest window a sender may make the reader keep."""

_OURS = ("sync.", "county_server.", "village_desk.")
_MAKING = Lock()

T = TypeVar("T")


def level_for(rate: int) -> int:
    """Return how densely to pack for a line of so many bytes a second; 0 when nobody knows."""
    if not rate or SLOW <= rate < FAST:
        return LEVEL
    return DENSE_LEVEL if rate < SLOW else QUICK_LEVEL


def pack(message: msgspec.Struct, level: int = LEVEL) -> bytes:
    """Return the bytes of a message on the wire."""
    plain = msgspec.json.encode(message)
    shared = _dictionary(level) if len(plain) <= SHORT else None
    return zstandard.ZstdCompressor(level=level, dict_data=shared).compress(plain)


@cache
def _dictionary(level: int = 0) -> zstandard.ZstdCompressionDict:
    """Return the dictionary, prepared for packing at a level, or for reading."""
    made = zstandard.ZstdCompressionDict(_DICTIONARY.read_bytes())
    if level:
        made.precompute_compress(level=level)
    return made


def packed_ahead(name: str, value: object, level: int) -> Callable[[msgspec.Struct], bytes]:
    """Pack the field `name` of a message now; return what packs the rest, which is not known yet, behind it.

    The rest must not hold the field, and not be empty.
    """
    packer = zstandard.ZstdCompressor(level=level).compressobj()
    begun = packer.compress(b'{"%b":%b,' % (name.encode(), msgspec.json.encode(value)))

    def whole(rest: msgspec.Struct) -> bytes:
        return begun + packer.compress(msgspec.json.encode(rest)[1:]) + packer.flush()

    return whole


def make_readers() -> None:
    """Make the reader of each message that is declared by now; call it before two threads read any.

    msgspec makes it at the first reading and keeps it with the type before it is whole: a second thread that
    reads the type in that moment reads through a null pointer, and the process ends.
    """
    with _MAKING:
        for each in msgspec.Struct.__subclasses__():
            if each.__module__.startswith(_OURS):
                msgspec.json.Decoder(each)


def unpack(data: bytes, kind: type[T], limit: int = PLAIN_LIMIT) -> T:
    """Read a message of a stranger, of at most `limit` bytes unpacked.

    Raises:
        SyncTrouble: "sync.nonsense": not zstd, too large, not JSON, or not this message; nothing of its
            content is in the error.
    """
    try:
        return msgspec.json.decode(unpacked(data, limit), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        # Never "from": the reader's message quotes what it could not read.
        raise SyncTrouble("sync.nonsense", what="json") from None


def unpacked(data: bytes, limit: int = PLAIN_LIMIT) -> bytes:
    """Decompress without believing what the frame says about its size (domain: sync §3.4).

    Raises:
        SyncTrouble: "sync.nonsense".
    """
    try:
        if len(data) > WIRE_LIMIT or zstandard.frame_content_size(data) > limit:
            raise SyncTrouble("sync.nonsense", what="size")
        unpacker = zstandard.ZstdDecompressor(dict_data=_dictionary(), max_window_size=WINDOW_LIMIT)
        plain = unpacker.stream_reader(data, read_size=65_536).read(limit + 1)
    except zstandard.ZstdError:
        raise SyncTrouble("sync.nonsense", what="zstd") from None
    if len(plain) > limit:
        raise SyncTrouble("sync.nonsense", what="size")
    return plain
