"""Several database machines, of which some are dead, refuse a login or hang without dying."""

import contextlib
import socket
import threading

import pytest

from county_server import database, hosts
from county_server.database import Database
from county_server.errors import Refused

pytestmark = [pytest.mark.county, pytest.mark.postgres]
REFUSAL = b"SFATAL\0VFATAL\0C28P01\0Mwho are you?\0\0"


class Machine:
    """A machine before a real server, or of itself: it answers, refuses logins, or hangs as it is told."""

    def __init__(self, behind=None):
        self.behind, self.hangs, self.asked, self.held = behind, behind is None, 0, []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.place = f"127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self._taken, daemon=True).start()

    def _taken(self):
        with contextlib.suppress(OSError):
            while True:
                guest, _ = self.listening.accept()
                self.asked += 1
                self.held.append(guest)
                if not self.hangs:
                    self._answer(guest)

    def _answer(self, guest):
        if self.behind == "refusing":
            guest.recv(1024)
            guest.sendall(b"E" + (len(REFUSAL) + 4).to_bytes(4, "big") + REFUSAL)
            return
        server = socket.create_connection(("127.0.0.1", self.behind))
        self.held.append(server)
        for ends in [(guest, server), (server, guest)]:
            threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, here, there):
        with contextlib.suppress(OSError):
            while data := here.recv(65_536):
                if self.hangs:
                    return
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)

    def close(self):
        self.listening.shutdown(socket.SHUT_RDWR)
        for each in [self.listening, *self.held]:
            each.close()


@pytest.fixture
def machine():
    made = []

    def make(behind=None):
        made.append(Machine(behind))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def before(postgres):
    """A function that puts machines before the real one in an address; and the real one's port."""
    url = postgres()
    real = url.split("@")[1].split("/")[0]

    def put(*machines):
        places = ",".join([*(each.place for each in machines), real])
        more = "target_session_attrs=read-write&connect_timeout=2&sslmode=disable"
        return f"{url.replace(real, places)}&{more}"

    return put, int(real.split(":")[1])


def test_silent_and_refusing_machines_are_passed_over_and_then_asked_no_more(machine, before):
    put, _ = before
    silent, refusing = machine(), machine("refusing")
    opened = Database(put(silent, refusing))
    with opened.connected():
        assert opened.one("SELECT 1") == (1,)
        second = opened.peewee._connect()
        assert second.execute("SELECT 1").fetchone() == (1,)
    assert (silent.asked, refusing.asked) == (1, 1)
    second.close()
    opened.close()


@pytest.mark.parametrize("rested", [0.0, 60.0], ids=["rested", "at work"])
def test_a_machine_that_hangs_is_given_up_and_the_next_one_taken(
    machine, before, monkeypatch, expected_logs, rested
):
    expected_logs += ["database: silent", "database: OperationalError"]
    monkeypatch.setattr(hosts, "SILENT_SECONDS", 0.1)
    monkeypatch.setattr(hosts, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(database, "RESTED_SECONDS", rested)
    put, real = before
    first = machine(real)
    opened = Database(put(first))
    with opened.connected():
        assert opened.one("SELECT 1 FROM pg_sleep(0.4)") == (1,), "a long statement is no silence"
    assert first.asked > 1, "it was asked whether it lives"
    first.hangs = True
    if rested:
        with pytest.raises(Refused, match="busy"), opened.writing():
            opened.one("SELECT 1")
    with opened.writing():
        assert opened.one("SELECT 1") == (1,)
    opened.close()
