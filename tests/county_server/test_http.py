"""Over real HTTP: who is let in, and whatever strangers may send."""

import random
import struct

import msgspec
import pytest
import requests
import zstandard

from county_server import auth, enrolment
from sync import messages, packing
from sync.messages import Hello, SyncReply
from village_desk import crypto, ids

VILLAGE = "620702103001"
pytestmark = pytest.mark.county


def _code(reply):
    return reply.status_code, msgspec.json.decode(reply.content)["code"]


def test_hello_names_the_county_and_brings_a_nonce(address):
    reply = requests.get(f"{address}/v1/hello", timeout=20)
    hello = packing.unpack(reply.content, Hello)
    assert (hello.county, hello.name, hello.protocols) == ("620702", "甘州区", (1, 1))
    assert reply.headers["VD-Nonce"]


def test_health_and_the_description_of_the_interface_answer(address):
    assert requests.get(f"{address}/health", timeout=20).json() == {"status": "ok"}
    described = requests.get(f"{address}/openapi/openapi.json", timeout=20).json()
    assert {"/v1/hello", "/v1/enrol", "/v1/sync", "/health"} <= set(described["paths"])


def test_a_round_over_http_and_nothing_to_do_is_small(line, new_desk):
    desk = new_desk()
    desk.write({"name": "[练习] 甲"})
    wire = line(desk)
    reply = wire.send("POST", "/v1/sync", packing.pack(desk.request()))
    assert packing.unpack(reply.content, SyncReply).last == 1
    desk.cursor = 1
    idle = packing.pack(desk.request(first=2, inc=desk.reply.inc))
    answer = wire.send("POST", "/v1/sync", idle)
    assert (
        len(idle) + len(answer.content) + sum(len(k) + len(v) + 4 for k, v in answer.headers.items()) <= 600
    )


def test_a_request_is_let_in_only_with_a_fresh_nonce_and_the_devices_signature(line, new_desk, here, clock):
    desk, other = new_desk(), new_desk()
    wire = line(desk)
    body = packing.pack(desk.request())
    assert wire.send("POST", "/v1/sync", body).status_code == 200
    assert _code(wire.send("POST", "/v1/sync", body, VD_Nonce="made.up.nonce")) == (401, "nonce")
    assert _code(wire.send("POST", "/v1/sync", body, VD_Nonce="")) == (401, "nonce")
    assert _code(wire.send("POST", "/v1/sync", body, VD_Signature="00" * 64)) == (401, "signature")
    assert _code(wire.send("POST", "/v1/sync", body, VD_Signature="xyz")) == (401, "signature")
    assert _code(wire.send("POST", "/v1/sync", body, VD_Device=other.device)) == (401, "signature")
    assert _code(wire.send("POST", "/v1/sync", body, VD_Device="0" * 32)) == (401, "device")
    old = wire.nonce
    clock.now += auth.NONCE_MS + 1
    assert _code(wire.send("POST", "/v1/sync", body)) == (401, "nonce")
    assert wire.send("POST", "/v1/sync", body).status_code == 200
    assert old != wire.nonce


def test_a_signature_covers_method_path_and_body(line, new_desk, address):
    desk = new_desk()
    wire = line(desk)
    body = packing.pack(desk.request())
    claim = messages.signed_request("POST", "/v1/elsewhere", auth.new_nonce(desk.county), body)
    moved = crypto.sign(desk.key, claim).hex()
    assert _code(wire.send("POST", "/v1/sync", body, VD_Signature=moved)) == (401, "signature")


def test_one_device_cannot_ask_as_another(line, new_desk):
    desk, other = new_desk(), new_desk()
    assert _code(line(desk).send("POST", "/v1/sync", packing.pack(other.request()))) == (401, "device")


def test_a_revoked_device_is_told_so(line, new_desk, here):
    desk = new_desk()
    enrolment.revoke_device(here, desk.id)
    wire = line(desk)
    told = packing.unpack(wire.send("POST", "/v1/sync", packing.pack(desk.request())).content, SyncReply)
    assert told.revoked is not None
    assert (told.rows, told.grants, told.blocks, told.sums) == ([], [], [], {})
    assert _code(wire.send("GET", "/v1/blob/" + "0" * 64)) == (403, "revoked")


# ------------------------------------------------------------------ a storm of nonsense


def _zip(data):
    return zstandard.ZstdCompressor().compress(data)


def _bomb(sized):
    level = zstandard.ZstdCompressor(level=19, write_content_size=sized)
    return level.compress(bytes(512 * 1_048_576))


def _message(device, **parts):
    return _zip(msgspec.json.encode({"proto": 1, "device": device, **parts}))


def _storm(device):
    seeded = random.Random(7)
    good = _message(device)
    yield b""
    yield b"x" * 1000
    yield _zip(b"")
    yield _zip(b"[" * 200_000 + b"]" * 200_000)
    yield _zip(b'{"changes":' * 200_000)
    yield _zip(b'{"proto":1,"device":"\xff\xfe"}')
    yield _zip(b'{"proto":1,"device":"\\ud800"}')
    yield _zip(b'{"proto":' + b"9" * 5000 + b',"device":"x"}')
    yield _zip(b'{"proto":1e999,"device":"x"}')
    yield _zip(b'{"proto":NaN,"device":"x"}')
    yield _bomb(sized=True)
    yield _bomb(sized=False)
    yield zstandard.MAGIC_NUMBER.to_bytes(4, "little") + struct.pack("<Q", 2**63)
    yield _message("0" * 32)
    yield _message("../" * 10)
    yield _message(device, proto=0)
    yield _message(device, proto=-1)
    yield _message(device, proto=2**70)
    yield _message(device, cursor="1")
    yield _message(device, changes=[["AAAA", {"n": -1}]])
    yield _message(device, changes=[["", {}]])
    yield _message(device, changes=[["!!!!", {}]])
    yield _message(device, changes={"n": 1})
    yield _message(device, numbers=[["x", -1]])
    for _ in range(30):
        broken = bytearray(good)
        broken[seeded.randrange(len(broken))] ^= 1 << seeded.randrange(8)
        yield bytes(broken)
    for _ in range(10):
        yield good[: seeded.randrange(len(good))]


def test_a_storm_of_malformed_requests_is_refused_and_nothing_breaks(line, new_desk):
    desk = new_desk()
    wire = line(desk)
    for body in _storm(desk.device):
        reply = wire.send("POST", "/v1/sync", body)
        assert 200 <= reply.status_code < 500, (reply.status_code, body[:80])
        if reply.status_code == 200:  # a flipped bit may hit nothing that matters
            assert packing.unpack(reply.content, SyncReply).last == 0
        reply = wire.send("POST", "/v1/enrol", body)
        assert 400 <= reply.status_code < 500, (reply.status_code, body[:80])
    assert wire.send("POST", "/v1/sync", packing.pack(desk.request())).status_code == 200


def _odd_fields(number):
    return [
        {"name": "\x00"},
        {"name": "a" * 100_000},
        {"age": 2**62},
        {"age": True},
        {"groups": "G01"},
        {"groups": [[]]},
        {"groups": [None]},
        {"person": "zz"},
        {"person": 5},
        {"met_on": "2026-02-30"},
        {"met_on": "９９９９-01-01"},
        {"x_new": {"deep": [1, {"a": None}]}, "\u202e": "\x00"},
        {"readers": ["nobody"]},
        {"readers": [5]},
        {"profile": -1},
        {"profile": True},
        {"class": None},
        {"class": ["normal"]},
        {"conflicts": ["x"]},
        {"conflicts": {}},
        {"archived": "yes"},
        {"state": 5},
        {"state": ["registered"]},
        {"submission": "zz"},
        {"id": "0" * 32, "ver": 9, "scope": "x", "sum": 1},
    ][number]


@pytest.mark.parametrize("op", ["put", "archive", "resolve", "attach", "move"])
def test_changes_with_odd_content_are_taken_in_without_a_crash(here, new_desk, op):
    desk = new_desk()
    record = desk.write({"name": "[练习] 甲"})
    for number in range(25):
        for kind in ("consultation", "review", "attachment"):
            desk.write(
                _odd_fields(number), kind=kind, record=record if number % 2 else None, op=op, b=number % 2
            )
    for parts in ({"at": -1}, {"at": 2**62}, {"clock": 5}, {"b": 2**31}, {"b": 2**62}, {"p": 99}, {"p": -5}):
        desk.write({"name": "[练习] 乙"}, op=op, **parts)
    for parts in ({"s": "\x00" * 12}, {"u": "\x00"}, {"grant": "\x00"}, {"kind": "\x00"}, {"record": "\x00"}):
        desk.write({"name": "[练习] 乙"}, op=op, **parts)
    for group in (-1, 2**62, 1):
        desk.write({"name": "[练习] 丙"}, op=op, group=group)
    reply = desk.push()
    assert (reply.last, reply.problem) == (len(desk.log), "")
    assert desk.pull(want=2**40) is not None
    assert desk.sums() is not None


def test_a_record_id_of_another_kind_makes_a_record_of_its_own(here, new_desk):
    desk, foreign = new_desk(), new_desk(unit="620702104001")
    record = desk.write({"name": "[练习] CANARY"})
    desk.push()
    foreign.write({"name": "[练习] 戊"}, kind="person", record=record)
    assert foreign.push().verdicts == []
    assert [row.q for row in foreign.pull()] == [2]
    assert ids.id_from_text(record)
