"""Suites, the chain, sealing and canonical JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import crypto
from village_desk.crashpoints import CRASHPOINTS

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
salts = st.binary(min_size=16, max_size=16)
changes = st.lists(st.tuples(salts, st.binary(max_size=60)), min_size=1, max_size=8)


def head_of(entries):
    head = crypto.CHAIN_START
    for salt, body in entries:
        head = crypto.chain_step(head, salt, body)
    return head


@given(changes, st.data())
def test_any_change_of_any_entry_changes_the_head(entries, data):
    at = data.draw(st.integers(0, len(entries) - 1))
    other = data.draw(st.tuples(salts, st.binary(max_size=60)).filter(lambda one: one != entries[at]))
    assert head_of(entries) != head_of([*entries[:at], other, *entries[at + 1 :]])
    assert head_of(entries) != head_of(entries[:at] + entries[at + 1 :])


@given(changes)
def test_the_chain_still_verifies_when_bodies_are_withheld(entries):
    head = crypto.CHAIN_START
    for salt, body in entries:
        head = crypto.chain_over(head, crypto.body_digest(salt, body))
    assert head == head_of(entries)


def test_the_chain_of_a_known_change_never_changes():
    # A golden value: files already written depend on it.
    assert (
        crypto.chain_step(crypto.CHAIN_START, bytes(16), b'{"n":1}').hex()
        == "6e043a7325ce0112fbc1273d8c279527da06cd851cc9205aa5618dc93a7f453b"
    )


def test_a_salt_of_another_length_is_refused():
    with pytest.raises(ValueError, match="16 bytes"):
        crypto.body_digest(bytes(15), b"body")


@given(st.binary(max_size=300), st.binary(max_size=30), st.data())
def test_a_sealed_value_opens_only_whole_with_its_key_and_context(plain, about, data):
    key = crypto.new_key()
    sealed = crypto.seal(key, plain, about)
    assert crypto.unseal(key, sealed, about) == plain
    at = data.draw(st.integers(0, len(sealed) - 1))
    flipped = sealed[:at] + bytes([sealed[at] ^ 1 << data.draw(st.integers(0, 7))]) + sealed[at + 1 :]
    for wrong in (
        (key, flipped, about),
        (key, sealed[:at], about),
        (key, sealed, about + b"x"),
        (crypto.new_key(), sealed, about),
    ):
        with pytest.raises(crypto.CryptoTrouble) as caught:
            crypto.unseal(*wrong)
        assert caught.value.code == "crypto.seal_broken"


def test_two_seals_of_the_same_value_differ():
    key = crypto.new_key()
    assert crypto.seal(key, b"same") != crypto.seal(key, b"same")


def test_a_signature_holds_for_its_message_and_key_only():
    private = crypto.new_signing_key()
    public = crypto.public_key(private)
    signature = crypto.sign(private, b"batch")
    assert (len(private), len(public), len(signature)) == (32, 32, 64)
    assert crypto.verify(public, signature, b"batch")
    assert not crypto.verify(public, signature, b"batcH")
    assert not crypto.verify(public, signature[:-1], b"batch")
    assert not crypto.verify(public[:-1], signature, b"batch")
    assert not crypto.verify(crypto.public_key(crypto.new_signing_key()), signature, b"batch")


def test_a_suite_of_a_newer_program_is_named():
    for call in (
        lambda: crypto.digest(b"", 2),
        lambda: crypto.chain_step(crypto.CHAIN_START, bytes(16), b"", 2),
        lambda: crypto.sign(bytes(32), b"", 2),
        lambda: crypto.verify(bytes(32), b"", b"", 2),
        lambda: crypto.unseal(bytes(32), bytes(40), b"", 2),
    ):
        with pytest.raises(crypto.CryptoTrouble) as caught:
            call()
        assert caught.value.code == "crypto.suite_unknown"
        assert caught.value.details == {"suite": 2}


def test_purposes_give_independent_keys():
    key = crypto.new_key()
    assert len({crypto.derive(key, "a"), crypto.derive(key, "b"), crypto.derive(key, "a", b"salt")}) == 3
    assert crypto.derive(key, "a") == crypto.derive(key, "a")


def test_a_blob_name_needs_the_key():
    content = crypto.digest(b"photo")
    assert crypto.blob_name(bytes(32), content) != crypto.blob_name(b"k" * 32, content)
    assert len(crypto.blob_name(bytes(32), content)) == 64


@given(st.text(min_size=1, max_size=40), st.data())
def test_check_characters_are_four_printable_ones(text, data):
    code = crypto.check_code(text)
    assert len(code) == 4
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def test_the_check_characters_of_a_printed_sheet_never_change():
    # A golden value: sheets already printed depend on it.
    assert crypto.check_code("VD1.AAAQEAYEAUDAOCAJBIFQYDIOB4.1.1-2") == "3FE4"


def as_the_standard_library_writes(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@given(json_values)
def test_canonical_json_is_what_the_standard_library_writes(value):
    assert crypto.canonical(value) == as_the_standard_library_writes(value)


def test_every_character_has_the_one_spelling_of_the_standard_library():
    for start in range(0, 0x110000, 0x400):
        text = "".join(map(chr, range(start, start + 0x400)))
        if any("\ud800" <= character <= "\udfff" for character in (text[0], text[-1])):
            continue  # half a surrogate pair has none
        value = {"in a text": text} | dict.fromkeys(text, 1)
        assert crypto.canonical(value) == as_the_standard_library_writes(value)
        assert crypto.read_json(crypto.canonical(value)) == value


@given(json_values)
def test_canonical_json_reads_back_equal_and_writes_the_same_again(value):
    raw = crypto.canonical(value)
    assert crypto.read_json(raw) == value
    assert crypto.canonical(json.loads(raw)) == raw


@given(st.dictionaries(st.text(), st.integers(0, 9), max_size=6))
def test_the_order_of_keys_does_not_matter(value):
    turned = dict(reversed(list(value.items())))
    assert crypto.canonical(turned) == crypto.canonical(value)


def test_chinese_text_is_written_as_it_is():
    assert crypto.canonical({"姓名": "张𬭎", "n": 1}) == '{"n":1,"姓名":"张𬭎"}'.encode()


@pytest.mark.parametrize(
    "value",
    [1.0, {"a": float("nan")}, {1: "a"}, b"bytes", 2**63, -(2**63) - 1, "\ud800", {"a": {1, 2}}],
    ids=str,
)
def test_what_has_no_single_spelling_is_not_written(value):
    with pytest.raises((TypeError, ValueError)):
        crypto.canonical(value)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b"[Infinity]",
        b"[1.5]",
        b"[1e3]",
        b"[9223372036854775808]",
        b"[" + b"1" * 5000 + b"]",
        b"[" * 200_000,
        b"[" * 40 + b"]" * 40,
        b'"\\ud800"',
        b"\xff\xfe",
        b"",
        b"{",
        b"{} {}",
        '\ufeff{"a":1}'.encode(),
    ],
    ids=lambda raw: repr(raw[:16]),
)
def test_json_of_a_stranger_is_read_strictly(raw):
    with pytest.raises(crypto.CryptoTrouble) as caught:
        crypto.read_json(raw)
    assert caught.value.code == "crypto.json_invalid"
    assert caught.value.__cause__ is None


def run_with_crashpoint(wanted, code):
    environment = {**os.environ, "VD_CRASHPOINT": wanted, "PYTHONPATH": str(Path.cwd())}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_a_crash_point_kills_without_unwinding_at_the_asked_hit():
    code = (
        "import atexit; from village_desk.crashpoints import crashpoint\n"
        "atexit.register(print, 'unwound', flush=True)\n"
        "for at in range(5):\n"
        "    crashpoint('save.after_commit'); crashpoint('save.before_commit')\n"
        "    print(at, flush=True)\n"
    )
    ended = run_with_crashpoint("save.before_commit:3", code)
    assert ended.returncode == -9
    assert ended.stdout.split() == ["0", "1"]
    assert run_with_crashpoint("", code).stdout.split() == ["0", "1", "2", "3", "4", "unwound"]


def test_crash_points_have_one_name_each():
    assert len(set(CRASHPOINTS)) == len(CRASHPOINTS)
