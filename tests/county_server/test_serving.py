"""The server as it runs: killed, without its database, behind TLS, and when something unforeseen happens."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from dataclasses import replace

import pytest
import requests
from litestar.testing import TestClient

from county_server import app, audit, config, county, serving
from county_server.database import Database
from county_server.errors import Refused
from sync.messages import SyncReply
from sync.packing import pack, unpack
from tests.county_server.conftest import enrol_bytes
from tools.deploy.gateway import trial_certificate
from village_desk import crypto, paths

pytestmark = pytest.mark.county


@contextlib.contextmanager
def _served(**settings):
    """Run the real command and give its address; it is killed without warning at the end."""
    environment = {f"COUNTY_{name.upper()}": str(value) for name, value in settings.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "county_server", "serve"],
        cwd=paths.ROOT,
        env={**os.environ, **environment, "COUNTY_PORT": "0"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.communicate()


def test_nothing_acknowledged_is_gone_after_a_kill(here, new_desk, database_url, tmp_path, desk_line):
    desks = [new_desk() for _ in range(3)]
    acknowledged = dict.fromkeys((desk.device for desk in desks), 0)
    enough = threading.Event()

    def work(desk, address):
        wire = desk_line(address, desk)
        with contextlib.suppress(requests.RequestException):
            for number in range(1, 400):
                desk.write({"name": f"[练习] {number}"})
                reply = wire.send("POST", "/v1/sync", pack(desk.request(first=number)))
                acknowledged[desk.device] = unpack(reply.content, SyncReply).last
                if sum(acknowledged.values()) >= 40:
                    enough.set()

    with _served(database=database_url, blobs=tmp_path / "blobs") as (process, address):
        threads = [threading.Thread(target=work, args=(desk, address)) for desk in desks]
        for thread in threads:
            thread.start()
        assert enough.wait(60)
        process.kill()
        for thread in threads:
            thread.join()
    assert audit.verify(here).problems == []
    for desk in desks:
        reply = desk.push(max(1, acknowledged[desk.device]))
        assert reply.last >= acknowledged[desk.device]
        assert reply.problem == ""


def test_without_its_database_the_server_asks_to_come_later(here, expected_logs):
    expected_logs.append("OperationalError")
    away = Database("postgresql://county@127.0.0.1:1/nowhere")
    with pytest.raises(Refused, match="busy"), away.reading():
        pass
    with TestClient(app.make(replace(here, database=away))) as client:
        reply = client.get("/health")
    assert (reply.status_code, reply.json(), reply.headers["Retry-After"]) == (503, {"code": "busy"}, "5")


def _cut_off_while_writing(opened, other):
    with opened.writing():
        (pid,) = opened.one("SELECT pg_backend_pid()")
        with other.writing():
            other.rows("SELECT pg_terminate_backend(?)", pid)
        opened.one("SELECT 1")


def test_a_database_that_was_restarted_is_found_again(postgres, expected_logs):
    expected_logs.append("OperationalError|AdminShutdown")
    url = postgres()
    opened, other = Database(url), Database(url)
    try:
        with opened.reading():
            (pid,) = opened.one("SELECT pg_backend_pid()")
        with other.writing():
            other.rows("SELECT pg_terminate_backend(?)", pid)
        with (
            contextlib.suppress(Refused),
            opened.reading(),
        ):  # the break may be noticed before or after the question
            opened.one("SELECT 1")
        with opened.reading():
            assert opened.one("SELECT 1") == (1,)
        with pytest.raises(Refused, match="busy"):
            _cut_off_while_writing(opened, other)
        with opened.writing():
            assert opened.one("SELECT 1") == (1,)
    finally:
        opened.close()
        other.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("behind", "second"), [(1, 403), (0, 429)])
def test_a_guest_is_known_by_the_address_a_gateway_names_and_by_no_other(
    here, database_url, tmp_path, behind, second
):
    settings = {"behind_proxy": behind, "wrong_codes": 1, "processes": 1, "blobs": tmp_path / "blobs"}
    with _served(database=database_url, **settings) as (_, address):
        told = [
            requests.post(
                f"{address}/v1/enrol",
                enrol_bytes("NEVER-GAVE-THIS-CODE", crypto.new_signing_key()),
                headers={"X-Forwarded-For": guest},
                timeout=20,
            ).status_code
            for guest in ("192.0.2.1", "192.0.2.2", "192.0.2.2")
        ]
    assert told == [403, second, 429]


def test_of_several_databases_the_one_that_takes_writes_is_found(postgres):
    url = postgres()
    several = url.replace("@127.0.0.1", "@127.0.0.1:1,127.0.0.1") + "&target_session_attrs=read-write"
    opened = Database(several)
    try:
        with opened.writing():
            assert opened.one("SELECT 1") == (1,)
    finally:
        opened.close()


def test_an_unforeseen_error_is_logged_by_place_and_never_by_content(here, expected_logs, caplog):
    expected_logs.append("unexpected")
    broken = replace(here, clock=lambda: int("CANARY of a person"))
    with TestClient(app.make(broken), raise_server_exceptions=False) as client:
        reply = client.get("/v1/hello")
    assert reply.status_code == 500
    assert "CANARY" not in reply.text
    assert "CANARY" not in caplog.text


def test_tls_comes_by_configuration(tmp_path):
    certificate, key = trial_certificate(tmp_path)
    settings = {"database": tmp_path / "county.db", "blobs": tmp_path / "blobs"}
    county.create(
        config.Config(**{name: str(value) for name, value in settings.items()}), "620702", "x"
    ).close()
    with _served(**settings, tls_certificate=certificate, tls_key=key) as (_, address):
        assert address.startswith("https://")
        assert requests.get(f"{address}/health", verify=certificate, timeout=20).status_code == 200
        with pytest.raises(requests.exceptions.SSLError):
            requests.get(f"{address}/health", timeout=20)


def test_the_body_of_an_answer_does_not_wait_for_the_receipt_of_its_head():
    with contextlib.closing(serving._bound(config.Config(), ("127.0.0.1", 0), shared=False)) as held:
        assert held.proto == socket.IPPROTO_TCP  # by which asyncio knows where to turn Nagle's algorithm off
