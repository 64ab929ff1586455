"""What every test gets: an offscreen Qt, no network but loopback, and no warning that nobody expected.

Fixtures that several packages share stand below the line; the guards stand above it.
"""

from __future__ import annotations

import logging
import os
import re
import socket

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest
from hypothesis import HealthCheck, settings

from village_desk import i18n

# "dev" is what a person waits for, and draws new examples each time. "ci", which make test runs, draws the
# same ones until a test changes: what fails there is what somebody has just changed.
_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=100, derandomize=True)
settings.load_profile("dev")

# ------------------------------------------------------------------ no network but loopback

_LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


class _NetworkForbidden(AssertionError):
    pass


def _refuse_far(address: object) -> None:
    """Let unix sockets and loopback through; a test that asks a stranger must not pass by luck."""
    if isinstance(address, tuple) and not str(address[0]).startswith(_LOOPBACK):
        raise _NetworkForbidden(f"a test tried to reach {address[0]}")


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    real_connect, real_connect_ex, real_lookup = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def connect(self, address):
        _refuse_far(address)
        return real_connect(self, address)

    def connect_ex(self, address):
        _refuse_far(address)
        return real_connect_ex(self, address)

    def lookup(host, *args, **kwargs):
        name = host.decode() if isinstance(host, bytes) else host
        _refuse_far((name,) if name else None)
        return real_lookup(host, *args, **kwargs)

    socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo = connect, connect_ex, lookup
    yield
    socket.socket.connect, socket.socket.connect_ex = real_connect, real_connect_ex
    socket.getaddrinfo = real_lookup


# ------------------------------------------------------------------ one language


@pytest.fixture(autouse=True)
def _texts_are_english():
    """Commands and windows speak Chinese for as long as their process lives, which here is many tests."""
    i18n.use_language("en")


# ------------------------------------------------------------------ no warning that nobody expected


class _Recorder(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture
def expected_logs():
    """Patterns of log lines (level warning and above) that this test means to cause; append to it."""
    return []


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request, expected_logs):
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    yield
    logging.getLogger().removeHandler(recorder)
    surprises = [line for line in recorder.lines if not any(re.search(p, line) for p in expected_logs)]
    assert not surprises, f"unexpected log lines in {request.node.name}: {surprises}"


# ------------------------------------------------------------------ shared fixtures


@pytest.fixture
def clock():
    """A clock that stands still at 2026-11-21 10:00 (UTC+8) until a test moves it: `clock.at += 1000`."""

    class Clock:
        at = 1_795_226_400_000

        def __call__(self):
            self.at += 1
            return self.at

    return Clock()


@pytest.fixture
def make_session(tmp_path, clock):
    """Make a session on a real desk file in a folder of its own: `make_session(unit, role, name)`."""
    from village_desk import ids, profile
    from village_desk.keys import new_data_key
    from village_desk.session import Actor, Session
    from village_desk.store import create_store

    stores = []

    def make(unit="620702101201", role="village_clerk", name="[练习]王桂兰"):
        folder = tmp_path / f"desk-{len(stores)}"
        folder.mkdir()
        store = create_store(folder, new_data_key())
        stores.append(store)
        with store.unit_of_work(None, clock()) as uow:
            uow.set_state("unit_code", unit)
            uow.set_state("desk_id", ids.new_id())
        return Session(store, Actor(ids.new_id(), name, role, b"", (unit,)), profile.load(), clock)

    yield make
    for store in stores:
        store.close_connection()


@pytest.fixture
def session(make_session):
    """The session of a village clerk on an empty desk."""
    return make_session()
