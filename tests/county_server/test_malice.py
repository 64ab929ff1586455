"""What a stranger or a desk turned bad may send: refused or set aside, nothing else changed, no memory lost.

domain: sync §3.4. Path names in bundles and attachments have tests of their own.
"""

import contextlib
import threading
from pathlib import Path

import msgspec
import pytest
import requests
import zstandard

from county_server import config, county, enrolment
from sync import messages, packing
from sync.messages import Raw, Sent, SyncReply
from tests.county_server.conftest import ELSEWHERE, NEIGHBOUR, START, desk_of, enrol_bytes, signed_headers
from tests.county_server.dumps import TOLD, dump
from tests.county_server.test_serving import _served
from village_desk import changes, crypto, ids
from village_desk.changes import Body

pytestmark = pytest.mark.county

MEBI = 1_048_576
MOST_GROWTH = 500
"""MiB that the server may take beyond what it has when idle, while three bombs at once go off in it."""


def _zip(data, level=3):
    return zstandard.ZstdCompressor(level=level).compress(data)


def _json(device, rest):
    return _zip(b'{"proto":1,"device":"' + device.encode() + b'",' + rest + b"}")


@pytest.fixture
def victim(new_desk):
    """A desk whose records others would like to read or change."""
    desk = new_desk(unit=NEIGHBOUR)
    desk.record = desk.write({"name": "[练习] CANARY", "content": "CANARY"})
    desk.push()
    return desk


# ------------------------------------------------------------------ refused as a whole


def _batch(desk, **parts):
    """Return a packed request that pushes one good change, bent by `parts`."""
    if not desk.log:
        desk.write({"name": "[练习] 甲"})
    return packing.pack(desk.request(**parts))


def _raw_batch(desk, raw):
    """Return a packed request whose one change has these bytes as its body, chained and signed well."""
    salt = crypto.new_salt()
    head = crypto.chain_step(crypto.CHAIN_START, salt, raw)
    signature = crypto.sign(desk.key, messages.batch_claim(1, desk.device, 1, head))
    return packing.pack(desk.request(changes=[Sent(salt, Raw(raw))], head=head, signature=signature))


def _other_key(desk):
    head = desk.heads[-1]
    return crypto.sign(crypto.new_signing_key(), messages.batch_claim(1, desk.device, len(desk.log), head))


def _numbered(desk, n, **parts):
    usual = {"s": desk.unit, "op": "put", "b": 0, "p": 0, "u": desk.user, "grant": desk.grant}
    body = Body(
        **{**usual, "n": n, "g": n, "r": ids.new_id().hex(), "t": "consultation", "sv": 1, "at": START},
        clock=None,
        f={"name": "[练习] 甲"},
        **parts,
    )
    return changes.encode(body)


REFUSED = {
    "a bomb that says its size": lambda _desk: _zip(bytes(200 * MEBI), 19),
    "a bomb that does not": lambda _desk: zstandard.ZstdCompressor(
        level=19, write_content_size=False
    ).compress(bytes(200 * MEBI)),
    "a bomb of spaces": lambda desk: _json(desk.device, b" " * (40 * MEBI) + b'"tally":true'),
    "deep lists": lambda desk: _json(desk.device, b'"x":' + b"[" * 200_000 + b"]" * 200_000),
    "deep objects": lambda desk: _json(desk.device, b'"x":' + b'{"a":' * 200_000 + b"1" + b"}" * 200_000),
    "a huge whole number": lambda desk: _json(desk.device, b'"cursor":' + b"9" * 5_000),
    "a fraction": lambda desk: _json(desk.device, b'"cursor":1e400'),
    "not a number": lambda desk: _json(desk.device, b'"cursor":NaN'),
    "a body with not a number": lambda desk: _json(
        desk.device, b'"changes":[["AAAAAAAAAAAAAAAAAAAAAA==",{"n":NaN}]]'
    ),
    "a short salt": lambda desk: _json(desk.device, b'"changes":[["AAAA",{}]]'),
    "half a surrogate pair": lambda _desk: _zip(b'{"proto":1,"device":"\\ud800"}'),
    "no Unicode": lambda _desk: _zip(b'{"proto":1,"device":"\xff"}'),
    "two frames": lambda desk: _zip(b'{"proto":1,') + _zip(b'"device":"' + desk.device.encode() + b'"}'),
    "a frame cut": lambda desk: _batch(desk)[:-9],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_and_changes_nothing(here, line, new_desk, victim, name):
    desk = new_desk()
    wire = line(desk)
    body, before = REFUSED[name](desk), dump(here)
    reply = wire.send("POST", "/v1/sync", body)
    assert reply.status_code in (400, 413)
    assert set(msgspec.json.decode(reply.content)) == {"code"}
    assert wire.send("POST", "/v1/states", body).status_code in (200, 400, 413)  # it has other fields
    assert requests.post(f"{wire.address}/v1/enrol", data=body, timeout=20).status_code in (400, 413)
    assert dump(here) == before


UNTAKEN = {
    "forged": lambda desk, _victim: _batch(desk, signature=bytes(64)),
    "of another key": lambda desk, _victim: _batch(desk, signature=_other_key(desk)),
    "of another suite": lambda desk, _victim: _batch(desk, suite=2),
    "a signature for another head": lambda desk, _victim: _batch(desk, head=bytes(32)),
    "a stale chain": lambda desk, _victim: _stale(desk),
    "a gap": lambda desk, _victim: _raw_batch(desk, _numbered(desk, 7)),
    "number nought": lambda desk, _victim: _raw_batch(desk, _numbered(desk, 0)),
    "a negative number": lambda desk, _victim: _raw_batch(desk, _numbered(desk, -1)),
    "the largest number": lambda desk, _victim: _raw_batch(desk, _numbered(desk, 2**63 - 1)),
}


def _stale(desk):
    """Return a batch that continues an older state of the desk's own log."""
    desk.write({"name": "[练习] 甲"})
    desk.write({"name": "[练习] 乙"})
    chain = crypto.chain_step(bytes(32), desk.log[1].salt, bytes(desk.log[1].body))
    claim = messages.batch_claim(1, desk.device, 2, chain)
    return packing.pack(desk.request(first=2, head=chain, signature=crypto.sign(desk.key, claim)))


@pytest.mark.parametrize("name", UNTAKEN)
def test_a_batch_that_is_not_the_devices_next_changes_nothing(here, line, new_desk, victim, name):
    desk = new_desk()
    wire = line(desk)
    body, before = UNTAKEN[name](desk, victim), dump(here)
    reply = packing.unpack(wire.send("POST", "/v1/sync", body).content, SyncReply)
    assert (reply.last, bool(reply.problem), reply.receipts) == (0, True, [])
    assert dump(here) == before


def test_a_device_cannot_push_pull_or_enrol_as_another(here, line, new_desk, victim):
    desk = new_desk()
    wire = line(desk)
    before = dump(here)
    victim.write({"name": "[练习] 冒名"})
    stolen = packing.pack(victim.request(first=2))
    assert wire.send("POST", "/v1/sync", stolen).status_code == 401
    assert wire.send("POST", "/v1/sync", stolen, VD_Device=victim.device).status_code == 401
    assert dump(here) == before
    code = enrolment.invite(here, desk.unit, [bytes.fromhex(desk.user)])
    before = dump(here)
    for bent in ({"public_key": bytes(31)}, {"proof": bytes(32)}, {"suite": 9}, {"code": "\0" * 16}):
        request = enrol_bytes(code, crypto.new_signing_key(), **bent)
        assert 400 <= requests.post(f"{wire.address}/v1/enrol", data=request, timeout=20).status_code < 500
    assert dump(here) == before


def test_a_request_that_is_heard_again_changes_nothing_and_tells_no_stranger_anything(
    here, line, new_desk, victim
):
    """Whoever could record a line may play it again, in any order, with its nonces and signatures."""
    desk = new_desk()
    wire, said = line(desk), []

    def post(path, body, headers):
        return requests.post(wire.address + path, data=body, headers=headers, timeout=20)

    assert wire.send("POST", "/v1/sync", packing.pack(desk.request())).status_code == 200
    for number in range(4):
        desk.write({"name": f"[练习] {number}"})
        body = packing.pack(desk.request(first=number + 1))
        said.append((body, signed_headers(desk, "POST", "/v1/sync", wire.nonce, body)))
        assert wire.send("POST", "/v1/sync", body).status_code == 200
    before = dump(here)
    for body, headers in [*said[::-1], *said[2:], *said]:
        again = post("/v1/sync", body, headers)
        reply = packing.unpack(again.content, SyncReply)
        assert (reply.last, reply.problem, reply.verdicts) == (4, "", [])
        assert "CANARY" not in str(packing.unpacked(again.content))
        assert post("/v1/succeed", body, headers).json() == {"code": "signature"}
        assert post("/v1/sync", body, {**headers, "VD-Device": victim.device}).json() == {"code": "signature"}
    assert dump(here) == before


HEADS = {
    "many": {f"X-{number}": "x" for number in range(5_000)},
    "long": {"X-Long": "x" * 1_000_000},
    "a nonce without end": {"VD-Nonce": "9" * 10_000},
    "a signature without end": {"VD-Signature": "00" * 4_000},
    "a length that is none": {"Content-Length": "-1"},
}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_heads_of_any_size_are_refused_and_the_next_desk_is_answered(here, line, new_desk, expected_logs):
    expected_logs.append("Invalid HTTP request")
    desk = new_desk()
    wire, before = line(desk), dump(here)
    for headers in HEADS.values():
        with contextlib.suppress(requests.RequestException):  # refused before all of it was read
            asked = requests.Request("POST", f"{wire.address}/v1/sync", data=b"x").prepare()
            asked.headers.update(headers)
            assert 400 <= requests.Session().send(asked, timeout=20).status_code < 500
        assert wire.send("POST", "/v1/sync", packing.pack(desk.request())).status_code == 200
    assert dump(here) == before


def test_numbers_beyond_all_bounds_are_answered_and_change_nothing(here, line, new_desk, victim):
    desk = new_desk()
    wire = line(desk)
    before = dump(here)
    for number in (-1, -(2**63), 2**31, 2**62, 2**63 - 1):
        for parts in (
            {"cursor": number},
            {"said": number},
            {"epoch": number},
            {"want": number},
            {"profile": number},
        ):
            reply = wire.send("POST", "/v1/sync", packing.pack(desk.request(**parts)))
            assert reply.status_code == 200
            assert "CANARY" not in str(packing.unpacked(reply.content))
        for path in (f"/v1/proof/{number}/{number}", f"/v1/proof/1/{number}"):
            assert wire.send("GET", path).status_code in (200, 404)
    assert wire.send("GET", f"/v1/proof/{2**70}/{2**70}").status_code == 404
    assert dump(here) == before


# ------------------------------------------------------------------ set aside: answered, and without effect


def _keys_twice(desk):
    return _numbered(desk, 1).replace(b'"op":"put"', b'"op":"put","op":"put"')


def _with(**parts):
    def make(desk, victim):
        known = {"victim": victim.record, "grant": victim.grant, "user": victim.user, "unit": victim.unit}
        given = {
            name: known.get(value, value) if isinstance(value, str) else value
            for name, value in parts.items()
        }
        return _changed(_numbered(desk, 1), given)

    return make


def _changed(raw, parts):
    data = msgspec.json.decode(raw)
    return crypto.canonical({**data, **parts})


ASIDE = {
    "a key twice": lambda desk, _victim: _keys_twice(desk),
    "a fraction in a field": lambda desk, _victim: _numbered(desk, 1).replace(b'"[', b'1.5,"x":"['),
    "deep in a field": lambda desk, _victim: _numbered(desk, 1).replace(
        b'"f":{', b'"f":{"x":' + b"[" * 500 + b"]" * 500 + b","
    ),
    "larger than a body may be": lambda desk, _victim: _changed(
        _numbered(desk, 1), {"f": {"content": "长" * 100_000}}
    ),
    "a village outside the grants": _with(s=ELSEWHERE),
    "a village of the same township": _with(s=NEIGHBOUR),
    "a village that is none": _with(s="620702\N{FULLWIDTH DIGIT ONE}03001"),
    "an id that is not the one spelling": _with(r=("AB" * 16)),
    "an id in wide letters": _with(r="\N{FULLWIDTH LATIN SMALL LETTER A}" * 32),
    "an id that climbs": _with(r="../" * 10 + "ab"),
    "a kind that is none": _with(t="feed"),
    "a kind that quotes": _with(t='person" --'),
    "another desk's record": _with(r="victim", b=1, s="unit"),
    "another desk's record said to be new": _with(r="victim"),
    "another user's grant": _with(grant="grant"),
    "another user under one's own grant": _with(u="user"),
    "a schema of the future": _with(sv=99),
    "a schema before all": _with(sv=0),
    "a moment beyond all": _with(at=2**62),
    "a version beyond all": _with(b=2**31),
    "a state that is none": _with(f={"state": "approved"}),
    "readers that are none": _with(f={"readers": ["x"]}),
    "a class that is none": _with(f={"class": "secret"}),
}


@pytest.mark.parametrize("name", ASIDE)
def test_a_bad_change_is_set_aside_and_has_no_effect_on_any_record(here, line, new_desk, victim, name):
    desk = new_desk()
    wire = line(desk)
    body, before = _raw_batch(desk, ASIDE[name](desk, victim)), dump(here, TOLD)
    reply = packing.unpack(wire.send("POST", "/v1/sync", body).content, SyncReply)
    assert (reply.last, reply.problem) == (1, "")
    assert [(verdict.n, verdict.outcome) for verdict in reply.verdicts] == [(1, "quarantined")]
    assert dump(here, TOLD) == before
    again = packing.unpack(wire.send("POST", "/v1/sync", body).content, SyncReply)
    assert again.verdicts == reply.verdicts


# ------------------------------------------------------------------ memory


def _memory(process, what):
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(what))


def test_bombs_take_a_bounded_memory_of_the_real_server(tmp_path, desk_line):
    settings = {"database": str(tmp_path / "county.db"), "blobs": str(tmp_path / "blobs")}
    here = county.create(config.Config(**settings), "620702", "甘州区")
    desk = desk_of(here, "[练习] 甲")
    many = b'["AAAAAAAAAAAAAAAAAAAAAA==",0],' * (31 * MEBI // 31)
    bombs = [
        _json(desk.device, b'"changes":[' + many[:-1] + b"]"),
        _json(desk.device, b'"village":"' + b"6" * (31 * MEBI) + b'"'),
        _zip(bytes(1024 * MEBI), 3),
    ]
    with _served(**settings) as (process, address):
        wires = [desk_line(address, desk) for _ in bombs]
        for wire in wires:
            assert wire.send("POST", "/v1/sync", packing.pack(desk.request())).status_code == 200
        idle = _memory(process.pid, "VmRSS")
        statuses = []
        throwing = [
            threading.Thread(target=lambda at=wire, what=bomb: statuses.append(_thrown(at, what)))
            for wire, bomb in zip(wires, bombs, strict=True)
        ]
        for thread in throwing:
            thread.start()
        for thread in throwing:
            thread.join()
        grown = _memory(process.pid, "VmHWM") - idle
        assert wires[0].send("POST", "/v1/sync", packing.pack(desk.request())).status_code == 200
    here.close()
    assert sorted(statuses) == [200, 400, 413]  # a village of that name is none, and nothing lies there
    assert grown < MOST_GROWTH


def _thrown(wire, bomb):
    return wire.send("POST", "/v1/sync", bomb).status_code
