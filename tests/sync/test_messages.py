"""Messages on the wire: exact bytes of bodies, and a reader that trusts nobody."""

import hashlib

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from sync import packing
from sync.codes import code_key, code_name
from sync.messages import (
    WITHHELD,
    EnrolRequest,
    Grant,
    Receipt,
    Row,
    Sent,
    SyncReply,
    SyncRequest,
    grant_claim,
    receipt_claim,
    signed_request,
)
from sync.packing import pack, packed_ahead, unpack
from village_desk import changes, crypto, paths
from village_desk.crypto import CryptoTrouble
from village_desk.errors import SyncTrouble

SHIPPED = "08020f9bcd14038c600543f44176971c83223147a7d432655743e767d2999c38"


def squeezed(plain):
    return zstandard.ZstdCompressor().compress(plain)


@given(text=st.text(), number=st.integers(-(2**63), 2**63 - 1))
def test_a_body_arrives_as_the_very_bytes_that_were_hashed(text, number):
    try:
        raw = crypto.canonical({"f": {"名": text}, "n": number})
    except ValueError:
        return  # half a surrogate pair is no text
    request = SyncRequest(proto=1, device="d", changes=[Sent(b"s" * 16, msgspec.Raw(raw))])
    arrived = unpack(pack(request), SyncRequest).changes[0]
    assert bytes(arrived.body) == raw
    assert arrived.salt == b"s" * 16


@given(
    texts=st.lists(st.binary(max_size=99).map(bytes.hex)), level=st.sampled_from([3, 16]), last=st.integers(0)
)
def test_a_message_packed_in_two_steps_is_the_same_message(texts, level, last):
    sent = [Sent(b"s" * 16, msgspec.Raw(crypto.canonical(text))) for text in texts]
    packed = packed_ahead("changes", sent, level)(SyncRequest(proto=1, device="d", last=last))
    assert unpack(packed, SyncRequest) == SyncRequest(proto=1, device="d", last=last, changes=sent)


def test_a_withheld_body_costs_nothing_and_is_recognised():
    row = Row(q=1, d="d", n=1, v=1, t=0)
    assert b'"b"' not in msgspec.json.encode(row)
    assert bytes(unpack(pack(row), Row).b) == bytes(WITHHELD)


def test_what_a_newer_county_adds_is_ignored():
    plain = b'{"inc":"i","epoch":1,"last":0,"cursor":0,"weather":{"sun":[1,2]}}'
    assert unpack(squeezed(plain), SyncReply).inc == "i"


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"<html>please log in</html>",
        squeezed(b"not json"),
        squeezed(b"[" * 200_000),
        squeezed(b'{"proto":1,"device":"d","new":' + b"[" * 200_000),
        squeezed(b'{"proto":1,"device":"\xff"}'),
        squeezed(b'{"proto":"1","device":"d"}'),
        squeezed(b'{"proto":1,"device":"d","cursor":NaN}'),
        squeezed(b'{"proto":1,"device":"d","cursor":' + b"9" * 5_000 + b"}"),
        pack(SyncRequest(proto=1, device="d"))[:-6],
    ],
)
def test_nonsense_is_refused_without_repeating_any_of_it(bad):
    with pytest.raises(SyncTrouble) as refused:
        unpack(bad, SyncRequest)
    assert refused.value.code == "sync.nonsense"
    assert refused.value.__suppress_context__


def test_a_bomb_is_refused_whether_or_not_it_declares_its_size():
    honest = squeezed(bytes(packing.PLAIN_LIMIT + 1))
    compressor = zstandard.ZstdCompressor().compressobj()  # writes no size
    silent = compressor.compress(bytes(packing.PLAIN_LIMIT + 1)) + compressor.flush()
    for bomb in (honest, silent):
        assert len(bomb) < 10_000
        with pytest.raises(SyncTrouble):
            unpack(bomb, SyncRequest)


def one_edit():
    body = crypto.canonical(
        {"at": 1, "f": {"phone": "13900000001"}, "n": 7, "op": "put", "t": "consultation"}
    )
    sent = [Sent(bytes(range(16)), msgspec.Raw(body))]
    return SyncRequest(proto=1, device="0f" * 16, cursor=9, last=6, changes=sent, head=bytes(32), tally=True)


def test_a_short_message_is_shorter_by_what_all_have_in_common():
    plain = msgspec.json.encode(one_edit())
    packed = pack(one_edit())
    assert len(packed) < 0.8 * len(zstandard.ZstdCompressor(level=packing.LEVEL).compress(plain))
    assert packing.unpacked(packed) == packing.unpacked(squeezed(plain)) == plain
    for level in (packing.QUICK_LEVEL, packing.DENSE_LEVEL):
        assert unpack(pack(one_edit(), level), SyncRequest) == one_edit()


def test_the_dictionary_is_the_one_that_was_shipped_first():
    """What lies on a stick or in a proxy names it by its number: another one gets another number and file."""
    file = paths.RESOURCES / "wire" / "1.zdict"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == SHIPPED
    assert zstandard.get_frame_parameters(pack(one_edit())).dict_id == 40_001


def test_a_dictionary_nobody_knows_is_refused_and_a_bomb_is_one_with_ours_too():
    strange = zstandard.train_dictionary(512, [b"%d a stranger's words %d" % (n, n) for n in range(900)])
    ours = zstandard.ZstdCompressionDict((paths.RESOURCES / "wire" / "1.zdict").read_bytes())
    for known, said in ((strange, b"words"), (ours, bytes(packing.PLAIN_LIMIT + 1))):
        for sized in (True, False):
            made = zstandard.ZstdCompressor(dict_data=known, write_content_size=sized).compress(said)
            with pytest.raises(SyncTrouble, match="sync.nonsense"):
                packing.unpacked(made)


def test_a_message_that_is_too_long_is_not_even_opened():
    with pytest.raises(SyncTrouble):
        unpack(bytes(packing.WIRE_LIMIT + 1), SyncRequest)


@given(data=st.binary(max_size=400))
def test_random_bytes_are_refused(data):
    with pytest.raises(SyncTrouble):
        unpack(data, EnrolRequest)


def test_a_body_is_read_strictly():
    for raw in (b'{"n":1,"n":2}', b'{"n":1.5}', b"[]", b"{}"):
        with pytest.raises(CryptoTrouble):
            changes.decode(raw)


def test_what_is_signed_covers_everything_but_the_signature():
    receipt = Receipt(device="d", first=1, last=2, seq=3, at=4, head=b"h")
    signed = msgspec.structs.replace(receipt, signature=b"s")
    assert receipt_claim(receipt) == receipt_claim(signed)
    for change in ({"last": 3}, {"head": b"x"}, {"device": "e"}, {"at": 5}, {"suite": 2}):
        assert receipt_claim(msgspec.structs.replace(receipt, **change)) != receipt_claim(receipt)
    grant = Grant(id="1", user="2", name="甲", role="cadre", areas=["6207"], start=1)
    for change in ({"role": "admin"}, {"areas": ["62"]}, {"end": 9}, {"name": "乙"}):
        assert grant_claim(msgspec.structs.replace(grant, **change)) != grant_claim(grant)


def test_a_request_signature_holds_for_one_method_path_nonce_and_body():
    parts = {
        ("PUT", "/a", "n", b"b"),
        ("GET", "/a", "n", b"b"),
        ("PUT", "/b", "n", b"b"),
        ("PUT", "/a", "m", b"b"),
    }
    assert len({signed_request(*each) for each in parts}) == len(parts)


def test_a_one_time_code_is_read_however_it_was_typed_and_its_name_does_not_give_its_key():
    assert code_name("abcd-efgh ijkl") == code_name("ABCDEFGHIJKL")
    assert code_key("abcd-efgh") == code_key("ABCD EFGH")
    assert code_name("ABCD") not in code_key("ABCD").hex()
