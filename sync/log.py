"""The county's log as both sides see it: what a leaf is made of, and the head the county signs.

The log is the feed: leaf number q (counted from 1) stands for row q. It names the change by its device's hash
chain, so it fixes the text without holding it, and a text may be withheld or erased later. Changes set
aside (quarantined) are in no feed; the chain of their device and the receipt stand for them.
"""

from msgspec import Struct

from village_desk import crypto, merkle


class TreeHead(Struct, array_like=True, frozen=True):
    """How far the log goes and what it holds; signed over `head_claim`.

    Attributes:
        size: Rows of the feed in it.
        root: Root of the tree over them.
        at: When the county signed it, UTC ms.
    """

    size: int
    root: bytes
    at: int = 0
    suite: int = crypto.DEFAULT_SUITE
    signature: bytes = b""

    @property
    def tree(self) -> tuple[int, bytes]:
        """Size and root, as `village_desk.merkle` takes them."""
        return self.size, self.root


class Witnessed(Struct, array_like=True, frozen=True):
    """A head that another desk was shown, and what proves that the reply's head continues it."""

    head: TreeHead
    proof: list[bytes]


class Inclusion(Struct, array_like=True, frozen=True):
    """What proves that a row stands in the log."""

    proof: list[bytes]


def leaf(seq: int, change: tuple[str, int, str], outcome: str, received_at: int) -> bytes:
    """Return the hash of a row: its number, the change as (device, n, chain hash), and what became of it.

    Device and hash in hexadecimal digits. The bytes hashed are canonical JSON (`crypto.canonical`), written
    out here because every row a county takes passes through while all others wait.
    """
    device, n, chain = change
    return merkle.leaf(f'[{seq},"{device}",{n},"{chain}","{outcome}",{received_at}]'.encode())


def head_claim(inc: str, head: TreeHead) -> bytes:
    """Return what the county signs for a head of its database's incarnation `inc`."""
    data = {"inc": inc, "size": head.size, "root": head.root.hex(), "at": head.at, "suite": head.suite}
    return b"VD1 log\n" + crypto.canonical(data)


def signed(key: bytes, inc: str, head: TreeHead) -> bool:
    """Say whether the county with the public key `key` signed `head`."""
    known = head.suite in crypto.SUITES and 0 <= head.size < 2**62 and 0 <= head.at < 2**62
    return known and crypto.verify(key, head.signature, head_claim(inc, head), head.suite)


def continues(older: TreeHead, newer: TreeHead, proof: list[bytes]) -> bool:
    """Say whether `proof` shows that `newer` holds all rows of `older`, unaltered, and only adds to them."""
    return older.suite == newer.suite and merkle.verify_consistency(
        older.tree, newer.tree, proof, newer.suite
    )
