"""What a county takes on at once, and what it does when it is told to stop."""

import asyncio
import contextlib
import os
import signal
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests
from litestar.testing import TestClient

from county_server import app, config, county, enrolment, limits, serving
from county_server.errors import Refused
from county_server.limits import Gate, Limits, Meter
from sync import packing
from sync.exchange import trouble_of
from sync.messages import EnrolRequest, SyncReply
from tests.county_server.conftest import enrol_bytes, running, signed_headers
from tests.county_server.test_authorisation import OPEN, ROUTES
from tests.county_server.test_serving import _served
from village_desk import crypto

pytestmark = pytest.mark.county


class Now:
    """A clock in seconds that tests move."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


# ------------------------------------------------------------------ how often


def test_a_desk_may_ask_so_often_in_a_minute_and_is_told_when_to_come_back():
    now = Now()
    meter = Meter(60, now)
    for _ in range(60):
        meter.take("a")
    with pytest.raises(Refused) as refused:
        meter.take("a")
    assert (refused.value.status, refused.value.details["retry_after"]) == (429, limits.RETRY_SECONDS)
    meter.take("b")
    now.now += 2
    meter.take("a")
    meter.take("a")
    with pytest.raises(Refused):
        meter.take("a")


def test_a_quiet_asker_saves_up_one_minute_and_no_more():
    now = Now()
    meter = Meter(10, now)
    meter.take("a")
    now.now += 3600
    for _ in range(10):
        meter.take("a")
    with pytest.raises(Refused):
        meter.take("a")


def test_a_meter_remembers_only_so_many_askers(monkeypatch):
    monkeypatch.setattr(limits, "MOST_KEPT", 3)
    meter = Meter(1, Now())
    for asker in "abcd":
        meter.take(asker)
    meter.take("a")  # forgotten, so it begins anew; the others are not
    with pytest.raises(Refused):
        meter.take("d")


def test_a_device_that_asks_too_often_is_put_off_and_others_are_not(here, new_desk):
    desk, other = new_desk(), new_desk()
    with TestClient(app.make(here, Limits(device_minute=3))) as client:
        statuses = [_idle(client, desk).status_code for _ in range(5)]
        put_off = _idle(client, desk)
        assert statuses == [200, 200, 200, 429, 429]
        assert put_off.json() == {"code": "busy"}
        trouble = trouble_of(429, "busy", put_off.headers["Retry-After"])
        assert (trouble.code, trouble.details["retry_after"]) == ("sync.busy", 20.0)
        assert _idle(client, other).status_code == 200


def _idle(client, desk):
    body = packing.pack(desk.request())
    nonce = client.get("/v1/hello").headers["VD-Nonce"]
    return client.post(
        "/v1/sync", content=body, headers=signed_headers(desk, "POST", "/v1/sync", nonce, body)
    )


def _code_request(code="0" * 16):
    asked = EnrolRequest(proto=1, code=code, public_key=bytes(32), proof=b"")
    return packing.pack(asked)


def test_guessing_enrolment_codes_is_put_off_and_does_not_stop_the_desks(here, new_desk):
    desk = new_desk()
    with TestClient(app.make(here, Limits(codes_minute=2))) as client:
        statuses = [client.post("/v1/enrol", content=_code_request()).status_code for _ in range(4)]
        assert statuses == [403, 403, 429, 429]
        assert _idle(client, desk).status_code == 200


def test_codes_that_are_right_are_not_counted(here, new_desk):
    desk = new_desk()
    with TestClient(app.make(here, Limits(codes_minute=1))) as client:
        for _ in range(3):
            code = enrolment.invite(here, desk.unit, [bytes.fromhex(desk.user)])
            assert (
                client.post("/v1/enrol", content=enrol_bytes(code, crypto.new_signing_key())).status_code
                == 200
            )


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_nobody_signs_is_counted_by_where_it_comes_from_and_does_not_stop_the_desks(here, new_desk):
    desk = new_desk()
    with TestClient(app.make(here, Limits(guest_minute=1))) as client:
        nonce = client.get("/v1/hello").headers["VD-Nonce"]
        for method, path in ROUTES:
            filled = path.replace("{seq:int}", "1").replace("{size:int}", "3").replace(":str}", "}")
            answered = client.request(method, filled, content=_code_request() if "enrol" in path else b"x")
            open_to_all = path in (*OPEN, "/v1/enrol")
            assert (answered.status_code == 429) == open_to_all, (method, path)
        body = packing.pack(desk.request())
        headers = signed_headers(desk, "POST", "/v1/sync", nonce, body)
        assert client.post("/v1/sync", content=body, headers=headers).status_code == 200


# ------------------------------------------------------------------ how much at once


def _ask(gate, headers=(), receive=None):
    """Put one request through a gate and return what was sent back."""
    sent = []

    async def nothing():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    return gate({"type": "http", "headers": list(headers)}, receive or nothing, send), sent


def test_more_than_so_many_requests_or_bytes_at_once_are_asked_to_come_back():
    async def scene():
        opened = asyncio.Event()

        async def slow(_scope, _receive, _send):
            await opened.wait()

        gate = Gate(slow, Limits(requests=2, bytes=1000), dict)
        first, _ = _ask(gate, [(b"content-length", b"600")])
        under_way = asyncio.create_task(first)
        await asyncio.sleep(0)
        heavy, refused = _ask(gate, [(b"content-length", b"401")])
        await heavy
        light, taken = _ask(gate, [(b"content-length", b"400")])
        second = asyncio.create_task(light)
        await asyncio.sleep(0)
        third, also_refused = _ask(gate)
        await third
        opened.set()
        await asyncio.gather(under_way, second)
        return refused, taken, also_refused, gate.requests

    refused, taken, also_refused, left = asyncio.run(scene())
    for answered in (refused, also_refused):
        assert answered[0]["status"] == 503
        assert (b"retry-after", b"5") in answered[0]["headers"]
    assert (taken, left) == ([], 0)


def test_a_sender_that_falls_silent_is_given_up_and_one_that_waits_for_its_answer_is_not(monkeypatch):
    monkeypatch.setattr(limits, "SILENCE_SECONDS", 0.01)

    async def scene():
        got = []

        async def app(_scope, receive, _send):
            got.append((await receive())["type"])
            got.append((await receive())["type"])

        async def silent():
            await asyncio.Event().wait()

        parts = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def whole():
            for part in parts:
                return part
            await asyncio.sleep(0.05)
            return {"type": "http.disconnect", "real": True}

        await _ask(Gate(app, Limits(), dict), receive=whole)[0]
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_ask(Gate(app, Limits(), dict), receive=silent)[0], 0.2)
        return got

    assert asyncio.run(scene()) == ["http.request", "http.disconnect", "http.disconnect"]


def test_a_body_that_drips_is_given_up_though_each_byte_comes_in_time(monkeypatch):
    monkeypatch.setattr(limits, "SILENCE_SECONDS", 0.2)
    monkeypatch.setattr(limits, "SLOWEST", 1_000.0)

    async def scene():
        got = []

        async def app(_scope, receive, _send):
            while not got or got[-1]["type"] == "http.request":
                got.append(await receive())

        async def dripping():
            await asyncio.sleep(0.01)
            return {"type": "http.request", "body": b"x", "more_body": True}

        gate = Gate(app, Limits(bytes=1000), dict)
        await asyncio.wait_for(_ask(gate, [(b"content-length", b"900")], dripping)[0], 20)
        return got[-1]["type"], gate.requests

    assert asyncio.run(scene()) == ("http.disconnect", 0)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_connection_on_which_no_request_comes_whole_is_closed(here, monkeypatch):
    monkeypatch.setattr(serving, "HEAD_SECONDS", 0.3)
    whole = b"GET /v1/hello HTTP/1.1\r\nHost: x\r\n\r\n"
    made = app.make(here)
    with running(made, http=serving.prepared(config.Config(), made).http) as address:
        for said in (b"", whole[:30], whole + whole[:9]):
            with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), 20) as line:
                line.sendall(said)
                with contextlib.suppress(ConnectionError):
                    while line.recv(65_536):
                        line.sendall(b"x")  # what drips does not begin the time anew
        monkeypatch.undo()
        assert requests.get(f"{address}/v1/hello", timeout=20).status_code == 200


# ------------------------------------------------------------------ stopping


@dataclass
class Busy:
    """Desks that push one change after the other until the server answers no more."""

    acknowledged: dict = field(default_factory=dict)
    put_off: list = field(default_factory=list)
    enough: threading.Event = field(default_factory=threading.Event)

    def work(self, desk, wire):
        for number in range(1, 1000):
            desk.write({"name": f"[练习] {number}"})
            try:
                reply = wire.send("POST", "/v1/sync", packing.pack(desk.request(first=number)))
            except requests.ConnectionError:
                return  # it listens no more
            if reply.status_code == 503:
                self.put_off.append(reply.headers["Retry-After"])
                return
            self.acknowledged[desk.device] = packing.unpack(reply.content, SyncReply).last
            if sum(self.acknowledged.values()) >= 40:
                self.enough.set()


def test_a_server_told_to_stop_finishes_what_is_under_way_and_loses_nothing(
    new_desk, database_url, tmp_path, desk_line
):
    desks, busy = [new_desk() for _ in range(4)], Busy()
    with _served(database=database_url, blobs=tmp_path / "blobs") as (process, address):
        threads = [
            threading.Thread(target=busy.work, args=(desk, desk_line(address, desk))) for desk in desks
        ]
        for thread in threads:
            thread.start()
        assert busy.enough.wait(60)
        process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join()
        assert process.wait(30) == 0
    assert set(busy.put_off) <= {"5"}
    for desk in desks:
        assert desk.push(max(1, busy.acknowledged[desk.device])).last >= busy.acknowledged[desk.device]


def test_a_slow_desk_may_end_its_request_while_the_server_stops(here, new_desk):
    """At the gate itself: what began before is finished, what comes after is told to come back."""

    async def scene():
        last_part = asyncio.Event()

        async def receive():
            await last_part.wait()
            return {"type": "http.request", "body": b"end", "more_body": False}

        async def app(_scope, receive, send):
            message = await receive()
            await send({"type": "done", "body": message["body"]})

        gate = Gate(app, Limits(), dict)
        began, sent = _ask(gate, receive=receive)
        under_way = asyncio.create_task(began)
        await asyncio.sleep(0)
        gate.closed = True
        late, refused = _ask(gate)
        await late
        open_requests = gate.requests
        last_part.set()
        await under_way
        return sent, refused[0]["status"], open_requests, gate.requests

    assert asyncio.run(scene()) == ([{"type": "done", "body": b"end"}], 503, 1, 0)


# ------------------------------------------------------------------ several processes


def _children(process):
    return {
        int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    }


@contextlib.contextmanager
def _two_processes(postgres, tmp_path):
    settings = {"database": postgres(), "blobs": str(tmp_path / "blobs")}
    county.create(config.Config(**settings), "620702", "甘州区").close()
    with _served(**settings, processes=2) as served:
        yield served


@pytest.mark.postgres
def test_one_of_several_processes_that_dies_is_started_again(postgres, tmp_path):
    with _two_processes(postgres, tmp_path) as (process, address):
        before = _children(process.pid)
        assert len(before) == 2
        os.kill(min(before), signal.SIGKILL)
        while len(_children(process.pid) - before) < 1:
            threading.Event().wait(0.05)
        assert requests.get(f"{address}/health", timeout=20).status_code == 200
        process.terminate()
        assert process.wait(30) == 0


@pytest.mark.postgres
def test_several_processes_end_with_the_one_that_started_them(postgres, tmp_path):
    with _two_processes(postgres, tmp_path) as (process, _):
        children = _children(process.pid)
        process.kill()
        process.wait()
        while any(Path(f"/proc/{child}/cmdline").exists() for child in children):
            threading.Event().wait(0.05)
