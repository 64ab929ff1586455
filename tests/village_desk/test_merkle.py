"""The tree of the log against the definition in RFC 6962, and proofs that must not be believed."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import merkle
from village_desk.merkle import Tree

MOST = 70
LEAVES = [merkle.leaf(str(number).encode()) for number in range(MOST)]
OTHER = merkle.leaf(b"other")


def sha(data):
    return hashlib.sha256(data).digest()


def cut(size):
    found = 1
    while found * 2 < size:
        found *= 2
    return found


def root(leaves):
    """MTH of RFC 6962, §2.1, over hashes of leaves."""
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    k = cut(len(leaves))
    return sha(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):
    """PATH of RFC 6962, §2.1.1."""
    if len(leaves) == 1:
        return []
    k = cut(len(leaves))
    if m < k:
        return [*path(m, leaves[:k]), root(leaves[k:])]
    return [*path(m - k, leaves[k:]), root(leaves[:k])]


def subproof(m, leaves, whole):
    """SUBPROOF of RFC 6962, §2.1.2."""
    if m == len(leaves):
        return [] if whole else [root(leaves)]
    k = cut(len(leaves))
    if m <= k:
        return [*subproof(m, leaves[:k], whole), root(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), root(leaves[:k])]


def grown(leaves):
    tree = Tree()
    for each in leaves:
        tree.append(each)
    return tree


def hashed(parts, leaves):
    """Put a proof together from complete subtrees, as whoever stores them does."""
    return [
        merkle.root_of([root(leaves[place << level : (place + 1) << level]) for level, place in part])
        for part in parts
    ]


def included(size, place):
    return hashed(merkle.inclusion(place, size), LEAVES[:size])


def consistent(first, second):
    return hashed(merkle.consistency(first, second), LEAVES[:second])


def head(size, leaves=LEAVES):
    return size, root(leaves[:size])


sizes = st.integers(1, MOST)
pairs = st.tuples(sizes, sizes).map(sorted)
indexed = st.tuples(sizes, sizes).map(lambda pair: (min(pair) - 1, max(pair)))


def test_the_tree_of_the_rfc_examples_has_the_known_roots():
    inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    tree = grown([merkle.leaf(bytes.fromhex(each)) for each in inputs])
    assert tree.root.hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    assert Tree().root.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", range(MOST))
def test_a_tree_grown_leaf_by_leaf_has_the_root_of_the_definition(size):
    tree = grown(LEAVES[:size])
    assert tree.root == root(LEAVES[:size])
    again = Tree.restore(size, tree.packed)
    again.append(OTHER)
    assert again.root == root([*LEAVES[:size], OTHER])


def test_peaks_that_do_not_fit_the_size_are_refused():
    packed = grown(LEAVES[:5]).packed
    for size in (-1, 4, 7):
        with pytest.raises(ValueError, match="peaks"):
            Tree.restore(size, packed)


def test_growing_names_every_complete_subtree_once():
    tree = grown(LEAVES[:16])
    expected = {
        (level, place): root(LEAVES[place << level : (place + 1) << level])
        for level in range(1, 5)
        for place in range(16 >> level)
    }
    assert dict(tree.grown) == expected
    assert len(tree.grown) == 15


@given(indexed)
def test_inclusion_proofs_are_those_of_the_definition_and_hold(pair):
    place, size = pair
    proof = included(size, place)
    assert proof == path(place, LEAVES[:size])
    assert merkle.verify_inclusion(LEAVES[place], place, head(size), proof, 1)


@given(pairs)
def test_consistency_proofs_are_those_of_the_definition_and_hold(pair):
    first, second = pair
    proof = consistent(first, second)
    assert proof == subproof(first, LEAVES[:second], True)
    assert merkle.verify_consistency(head(first), head(second), proof, 1)


@given(st.integers(1, 2**40), st.integers(0, 2**40))
def test_a_proof_has_no_more_hashes_than_twice_the_bits_of_the_size(first, more):
    parts = merkle.consistency(first, first + more)
    assert len(parts) <= 2 * (first + more).bit_length()
    assert all(len(part) <= (first + more).bit_length() for part in parts)


def forgeries(proof):
    """Every way to spoil a proof by one step."""
    for at in range(len(proof)):
        yield [*proof[:at], OTHER, *proof[at + 1 :]]
        yield proof[:at] + proof[at + 1 :]
        yield [*proof[:at], OTHER, *proof[at:]]
        yield [*proof[:at], proof[at], *proof[at:]]
        yield [*proof[:at], proof[at][:31], *proof[at + 1 :]]
        yield [*proof[:at], b"", *proof[at:]]
    yield [*proof, OTHER]
    yield [*proof, b""]
    if len(proof) > 1:
        yield [b"".join(proof[:2]), *proof[2:]]
        yield proof[1:] + proof[:1]
    if proof[::-1] != proof:
        yield proof[::-1]


@given(pairs)
def test_a_spoilt_consistency_proof_is_refused(pair):
    first, second = pair
    for forged in forgeries(consistent(first, second)):
        assert not merkle.verify_consistency(head(first), head(second), forged, 1)


@given(indexed)
def test_a_spoilt_inclusion_proof_is_refused(pair):
    place, size = pair
    for forged in forgeries(included(size, place)):
        assert not merkle.verify_inclusion(LEAVES[place], place, head(size), forged, 1)


@given(pairs, st.integers(0, MOST - 1))
def test_one_altered_leaf_below_the_first_head_fits_no_proof(pair, altered):
    first, second = pair
    altered %= first
    leaves = [*LEAVES[:altered], OTHER, *LEAVES[altered + 1 :]]
    honest = hashed(merkle.consistency(first, second), leaves[:second])
    assert not merkle.verify_consistency(head(first), head(second, leaves), honest, 1)
    assert not merkle.verify_consistency(head(first), head(second, leaves), consistent(first, second), 1)
    assert not merkle.verify_consistency(head(first), head(second, leaves), [], 1)


@given(pairs, pairs)
def test_a_proof_for_other_heads_or_places_is_refused(pair, other):
    (first, second), (small, large) = pair, other
    proof = consistent(first, second)
    if proof != consistent(small, large):
        assert not merkle.verify_consistency(head(small), head(large), proof, 1)
    place, wrong = first - 1, small - 1
    if place != wrong:
        assert not merkle.verify_inclusion(LEAVES[place], wrong, head(second), included(second, place), 1)


def test_a_smaller_or_different_tree_of_the_same_size_is_never_consistent():
    assert not merkle.verify_consistency(head(5), head(4), [], 1)
    assert not merkle.verify_consistency(head(5), head(4), consistent(4, 5), 1)
    assert not merkle.verify_consistency(head(5), (5, OTHER), [], 1)
    assert not merkle.verify_consistency((-1, OTHER), head(5), [], 1)
    assert merkle.verify_consistency(head(5), head(5), [], 1)


def test_the_empty_tree_begins_every_other_and_only_with_its_own_root():
    assert merkle.verify_consistency(head(0), head(9), [], 1)
    assert merkle.verify_consistency(head(0), head(0), [], 1)
    assert not merkle.verify_consistency((0, OTHER), head(9), [], 1)
    assert not merkle.verify_consistency((0, OTHER), (0, OTHER), [], 1)
    assert not merkle.verify_consistency(head(0), head(9), [OTHER], 1)


def test_places_and_sizes_outside_the_tree_have_no_proof():
    for place in (-1, 5):
        with pytest.raises(ValueError, match="leaf"):
            merkle.inclusion(place, 5)
        assert not merkle.verify_inclusion(LEAVES[0], place, head(5), included(5, 0), 1)
    for first, second in ((-1, 5), (6, 5)):
        with pytest.raises(ValueError, match="smaller"):
            merkle.consistency(first, second)
