"""What stands in the frames of a bundle: the messages of the network, and pieces of attachments.

| letter | in | is |
|---|---|---|
| `a` | push | `Ask`: what the desk wants to hear, and which attachments it has to send |
| `w` | push | changes only the county may read: `[n, salt, body]` each |
| `r` | push | `SyncRequest`; a change that stands in `w` is here its digest, with no body |
| `p` | both | a piece of an attachment: digest (32 bytes), whole length and place (8 each), bytes |
| `s` | answer | `Said`: what the answer replies to, and what helps to prove it |
| `y` | answer | `SyncReply`, one page after the other |
| `j` | answer | `Joined`: the same of an area that was given and is on its way |
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from msgspec import Struct, field

from sync.bundle import PIECE, frame
from sync.messages import WITHHELD, Sent, SyncReply, SyncRequest
from village_desk import crypto
from village_desk.errors import SyncTrouble

ASK, REQUEST, ALONE, BYTES, SAID, REPLY, JOINED = "a", "r", "w", "p", "s", "y", "j"
MOST_NAMED = 2_000
"""Most attachments named in one bundle."""
_PIECE_HEAD = 48

T = TypeVar("T")


class Ask(Struct, omit_defaults=True):
    """What a desk wants to hear: a request without changes.

    Attributes:
        sending: Digests of attachments it has to send; the county says how far it has each.
        missing: Digests of attachments it would like to have.
        joining: Areas that were given to it and are on their way, each with the row it has come to.
    """

    request: SyncRequest
    sending: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    joining: dict[str, int] = field(default_factory=dict)


class Joined(Struct, array_like=True, frozen=True):
    """A page of an area on its way, from row `cursor` on."""

    area: str
    cursor: int
    reply: SyncReply


class Upto(Struct, array_like=True, frozen=True):
    """How far the county has an attachment: the name of the upload, the bytes, whether that is all."""

    digest: str
    upload: str
    offset: int
    whole: bool


class Earlier(Struct, array_like=True, frozen=True):
    """What proves that the log of the first reply continues the head of `size` rows shown before."""

    size: int
    proof: list[bytes]


class Said(Struct, omit_defaults=True, kw_only=True):
    """What stands before the replies of an answer.

    Attributes:
        ask: The request they reply to.
        earlier: Proofs from other heads the desk may have been shown in between.
        blobs: Of the attachments it has to send.
        revoked: The county has withdrawn the device; it is told nothing more.
    """

    ask: SyncRequest
    earlier: list[Earlier] = field(default_factory=list)
    blobs: list[Upto] = field(default_factory=list)
    revoked: bool = False


class Alone(Struct, array_like=True, frozen=True):
    """A change only the county may read."""

    n: int
    sent: Sent


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of an attachment of `size` bytes, from `offset` on."""

    digest: str
    size: int
    offset: int
    data: bytes


def packed(letter: str, message: Struct | list[Alone]) -> bytes:
    """Return the frame of a message."""
    return frame(letter, msgspec.json.encode(message))


def message(data: bytes, kind: type[T]) -> T:
    """Read the message of a frame.

    Raises:
        SyncTrouble: "bundle.damaged".
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise SyncTrouble("bundle.damaged") from None


def piece_frames(digest: str, size: int, parts: Iterable[tuple[int, bytes]]) -> Iterator[bytes]:
    """Yield the frames of some pieces of one attachment: where each begins, and its bytes."""
    for offset, data in parts:
        head = bytes.fromhex(digest) + size.to_bytes(8, "big") + offset.to_bytes(8, "big")
        yield frame(BYTES, head + data)


def piece(data: bytes) -> Piece:
    """Read a piece.

    Raises:
        SyncTrouble: "bundle.damaged".
    """
    found = Piece(
        data[:32].hex(),
        int.from_bytes(data[32:40], "big"),
        int.from_bytes(data[40:48], "big"),
        data[_PIECE_HEAD:],
    )
    inside = found.offset + len(found.data) <= found.size < 2**53
    if len(data) < _PIECE_HEAD or len(found.data) > PIECE or not inside:
        raise SyncTrouble("bundle.damaged")
    return found


def withhold(request: SyncRequest, secret: set[int], first: int) -> tuple[SyncRequest, list[Alone]]:
    """Part a request in what the township may read and what only the county may.

    `secret` are numbers of changes, `first` that of the first one in it. What stays in place of a change
    is its digest, so the chain still verifies.
    """
    alone = [Alone(n, sent) for n, sent in enumerate(request.changes, first) if n in secret]
    shown = [
        Sent(crypto.body_digest(sent.salt, bytes(sent.body)), WITHHELD) if n in secret else sent
        for n, sent in enumerate(request.changes, first)
    ]
    return msgspec.structs.replace(request, changes=shown), alone


def is_withheld(sent: Sent) -> bool:
    """Say whether only the digest of a change is here."""
    return bytes(sent.body) == bytes(WITHHELD)


def together(request: SyncRequest, alone: dict[int, Sent], first: int) -> SyncRequest:
    """Put the changes only the county may read back in their places.

    Raises:
        SyncTrouble: "bundle.damaged": one is missing.
    """
    try:
        whole = [alone[n] if is_withheld(sent) else sent for n, sent in enumerate(request.changes, first)]
    except KeyError:
        raise SyncTrouble("bundle.damaged") from None
    return msgspec.structs.replace(request, changes=whole)


def chained(request: SyncRequest, head: bytes) -> bool:
    """Say whether the changes follow `head` and end in the head the request's signature is over.

    Also where bodies are withheld.
    """
    for sent in request.changes:
        if len(sent.salt) != (crypto.KEY_BYTES if is_withheld(sent) else crypto.SALT_BYTES):
            return False
        entry = sent.salt
        if not is_withheld(sent):
            entry = crypto.body_digest(sent.salt, bytes(sent.body), request.suite)
        head = crypto.chain_over(head, entry, request.suite)
    return head == request.head


def next_page(request: SyncRequest, reply: SyncReply) -> SyncRequest:
    """Return the request a desk makes after `reply`: both sides make it the same, so it does not travel."""
    return msgspec.structs.replace(
        request,
        cursor=reply.cursor,
        last=reply.last,
        inc=reply.inc,
        epoch=reply.epoch,
        profile=reply.published.version if reply.published else request.profile,
        aside=reply.aside.mark if reply.aside else request.aside,
        log=reply.log or request.log,
        numbers=[],
    )
