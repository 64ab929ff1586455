"""The tree over the county's log (RFC 6962, §2.1): growing it, and proving what it holds.

A tree of n leaves is cut at the largest power of two below n, again and again. What is left of that
cutting is a row of complete subtrees, the peaks, one for each bit of n, largest first; they are all that is
needed to add a leaf or to know the root. A complete subtree never changes, so a proof is put together from
stored ones: `inclusion` and `consistency` say of which, `verify_inclusion` and `verify_consistency`
(RFC 9162, §2.1.3.2 and §2.1.4.2) accept nothing else. Places count from 0. Nothing here reads a file or
knows what a leaf means.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from village_desk import crypto

Place = tuple[int, int]
"""A complete subtree: its level (0 is a leaf) and its place among those of its level."""
Part = tuple[Place, ...]
"""Complete subtrees in order, largest first, which together make one hash of a proof."""

LEAF, INNER = b"\x00", b"\x01"
"""What stands before a leaf and before two hashes, so that neither can be passed off as the other."""
HASH_BYTES = 32


def leaf(data: bytes, suite: int = crypto.DEFAULT_SUITE) -> bytes:
    """Return the hash of a leaf."""
    return crypto.digest(LEAF + data, suite)


def inner(left: bytes, right: bytes, suite: int = crypto.DEFAULT_SUITE) -> bytes:
    """Return the hash over two subtrees."""
    return crypto.digest(INNER + left + right, suite)


@dataclass(slots=True)
class Tree:
    """A tree as far as it is needed to grow: its size and its peaks, at most 64 hashes.

    Attributes:
        grown: Complete subtrees above the leaves that `append` has closed, in that order.
    """

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)
    suite: int = crypto.DEFAULT_SUITE
    grown: list[tuple[Place, bytes]] = field(default_factory=list)

    @classmethod
    def restore(cls, size: int, packed: bytes, suite: int = crypto.DEFAULT_SUITE) -> "Tree":
        """Return the tree that `packed` was made of.

        Raises:
            ValueError: `packed` does not hold as many peaks as a tree of `size` has.
        """
        if size < 0 or len(packed) != size.bit_count() * HASH_BYTES:
            raise ValueError("the peaks do not fit the size of the tree")
        peaks = [packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)]
        return cls(size, peaks, suite)

    @property
    def packed(self) -> bytes:
        """The peaks one after the other."""
        return b"".join(self.peaks)

    @property
    def root(self) -> bytes:
        """The root; of an empty tree the digest of nothing."""
        return root_of(self.peaks, self.suite)

    def append(self, leaf_hash: bytes) -> None:
        """Add a leaf by its hash; amortised two digests."""
        level, top = 0, leaf_hash
        while self.size >> level & 1:
            top = inner(self.peaks.pop(), top, self.suite)
            level += 1
            self.grown.append(((level, self.size >> level), top))
        self.peaks.append(top)
        self.size += 1


def root_of(peaks: Sequence[bytes], suite: int = crypto.DEFAULT_SUITE) -> bytes:
    """Return the hash over complete subtrees, largest first."""
    if not peaks:
        return crypto.digest(b"", suite)
    top = peaks[-1]
    for peak in reversed(peaks[:-1]):
        top = inner(peak, top, suite)
    return top


# ---------------------------------------------------------------- what a proof is made of


def cover(begin: int, end: int) -> Part:
    """Return the complete subtrees over the leaves from `begin` to before `end`, as cutting leaves them."""
    found = []
    while begin < end:
        level = (end - begin).bit_length() - 1
        found.append((level, begin >> level))
        begin += 1 << level
    return tuple(found)


def inclusion(place: int, size: int) -> list[Part]:
    """Return what proves that the leaf at `place` stands in a tree of `size` leaves (RFC 6962, §2.1.1).

    Raises:
        ValueError: no such leaf.
    """
    if not 0 <= place < size:
        raise ValueError("no such leaf")
    parts, begin, end = [], 0, size
    while end - begin > 1:
        cut = begin + _cut(end - begin)
        if place < cut:
            parts.append(cover(cut, end))
            end = cut
        else:
            parts.append(cover(begin, cut))
            begin = cut
    return parts[::-1]


def consistency(first: int, second: int) -> list[Part]:
    """Return what proves that a tree of `second` leaves begins with that of `first` (RFC 6962, §2.1.2).

    Raises:
        ValueError: not 0 ≤ `first` ≤ `second`.
    """
    if not 0 <= first <= second:
        raise ValueError("the first tree is not the smaller one")
    if first in (0, second):
        return []
    parts, begin, end = [], 0, second
    while first < end:
        cut = begin + _cut(end - begin)
        if first <= cut:
            parts.append(cover(cut, end))
            end = cut
        else:
            parts.append(cover(begin, cut))
            begin = cut
    if begin:  # else what is left is the first tree itself, whose root the verifier has
        parts.append(cover(begin, end))
    return parts[::-1]


def _cut(size: int) -> int:
    """Return the largest power of two below `size`, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1


# ---------------------------------------------------------------- believing a proof


def verify_inclusion(
    leaf_hash: bytes, place: int, tree: tuple[int, bytes], proof: Sequence[bytes], suite: int
) -> bool:
    """Say whether `proof` shows that the leaf stands at `place` of the tree of (size, root)."""
    size, root = tree
    if not 0 <= place < size or not _hashes([leaf_hash, root, *proof]):
        return False
    at, last, found = place, size - 1, leaf_hash
    for each in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = inner(each, found, suite)
            at, last = _up_left(at, last)
        else:
            found = inner(found, each, suite)
        at, last = at >> 1, last >> 1
    return last == 0 and crypto.same(found, root)


def verify_consistency(
    first: tuple[int, bytes], second: tuple[int, bytes], proof: Sequence[bytes], suite: int
) -> bool:
    """Say whether `proof` shows that the tree `second` (size, root) begins with the tree `first`.

    A root alone does not say how large its tree is; so sizes are believed only as part of a signed head.
    """
    (small, small_root), (large, large_root) = first, second
    if not 0 <= small <= large or not _hashes([small_root, large_root, *proof]):
        return False
    if small in (0, large):  # nothing to prove: an empty tree begins every other, and a tree itself
        known = small_root if small else crypto.digest(b"", suite)
        return not proof and crypto.same(small_root, known) and (small < large or small_root == large_root)
    path = [small_root, *proof] if small & (small - 1) == 0 else list(proof)
    return bool(proof) and _rebuilt(small, large, path, suite) == (small_root, large_root)


def _rebuilt(small: int, large: int, path: list[bytes], suite: int) -> tuple[bytes, bytes] | None:
    """Return the roots of both trees as the path gives them, or None when it is too long or too short."""
    at, last = small - 1, large - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for each in path[1:]:
        if last == 0:
            return None
        if at & 1 or at == last:
            old, new = inner(each, old, suite), inner(each, new, suite)
            at, last = _up_left(at, last)
        else:
            new = inner(new, each, suite)
        at, last = at >> 1, last >> 1
    return (old, new) if last == 0 else None


def _up_left(at: int, last: int) -> tuple[int, int]:
    """Go up past the levels on which a right edge has no neighbour."""
    while at and not at & 1:
        at, last = at >> 1, last >> 1
    return at, last


def _hashes(found: Iterable[bytes]) -> bool:
    """Say whether all are of the one length; two joined hashes must not pass for another two."""
    return all(len(each) == HASH_BYTES for each in found)
