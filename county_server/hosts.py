"""Connections to whichever of several PostgreSQL machines takes writes, given up when it falls silent.

A machine that dies closes its connections or is noticed by TCP. One that hangs does neither: its kernel
goes on confirming what it is sent, and whoever waits for an answer there would wait for ever, long after
another machine has become the primary.
"""

import contextlib
import logging
import socket
import time
from collections.abc import Generator
from typing import Any, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

SILENT_SECONDS = 10.0
"""After so long without a word from a server that works on a statement it is asked whether it lives."""
ANSWER_SECONDS = 5
"""It has so long to answer; a server answers this even when it takes no more logins."""
_SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"
"""The one message that PostgreSQL answers before it asks who is there."""

Place = tuple[str, str]
"""Host and port, as the address of the database names them."""

_Answer = TypeVar("_Answer")
_log = logging.getLogger(__name__)


class Line(psycopg.Connection[Any]):
    """A connection that is closed when its server has fallen silent, however long a statement may take."""

    def wait(
        self, gen: Generator[Any, Any, _Answer], interval: float = 0.1, timeout: float | None = None
    ) -> _Answer:
        """Wait as psycopg does.

        Raises:
            psycopg.OperationalError: The server does not answer any more.
        """
        return super().wait(self._watched(gen), interval, timeout)

    def _watched(self, gen: Generator[Any, Any, _Answer]) -> Generator[Any, Any, _Answer]:
        """Pass on what psycopg waits for and what came; `ready` is 0 when nothing did for an interval."""
        heard, ready = time.monotonic(), None
        while True:
            try:
                wanted = gen.send(ready)
            except StopIteration as ended:
                return ended.value  # type: ignore[no-any-return]  # a StopIteration does not know its type
            ready = yield wanted
            if ready:
                heard = time.monotonic()
            elif time.monotonic() - heard > SILENT_SECONDS:
                if not lives(self.info.host, self.info.port):
                    _log.error("database: silent")
                    self.pgconn.finish()
                    raise psycopg.OperationalError("the server fell silent")
                heard = time.monotonic()


def lives(host: str, port: int) -> bool:
    """Ask the server of a host whether it answers at all; one on a socket of this machine does."""
    if host.startswith("/"):
        return True
    with (
        contextlib.suppress(OSError),
        socket.create_connection((host, port), ANSWER_SECONDS) as asked,
    ):
        asked.sendall(_SSL_REQUEST)
        return bool(asked.recv(1))
    return False


def connect(url: str, first: Place | None, **settings: str | int | None) -> tuple[Line, Place]:
    """Connect to the host of `url` that answers as asked for, `first` before all others; return which it is.

    The others may be dead, and each that says nothing costs `connect_timeout`. psycopg goes on to the next
    host whatever one answers, a refused login included; libpq by itself would not.

    Raises:
        psycopg.OperationalError: None does.
    """
    known = conninfo_to_dict(url, **settings)
    places = _places(str(known.get("host", "")), str(known.get("port", "")))
    if len(places) > 1 and "hostaddr" not in known:
        places.sort(key=lambda place: place != first)
        known |= {"host": ",".join(host for host, _ in places), "port": ",".join(port for _, port in places)}
    made = Line.connect(make_conninfo("", **known))
    return made, (made.info.host, str(made.info.port))


def _places(hosts: str, ports: str) -> list[Place]:
    named, numbered = hosts.split(","), ports.split(",")
    if len(numbered) == 1:
        numbered *= len(named)
    return [(host, port or "5432") for host, port in zip(named, numbered, strict=False)]
