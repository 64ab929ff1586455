"""Running the application under uvicorn: one process, or several on one PostgreSQL; TLS by configuration."""

import asyncio
import contextlib
import gc
import ipaddress
import os
import signal
import socket
import ssl
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from types import FrameType

import uvicorn
from litestar.concurrency import set_asyncio_executor
from uvicorn.protocols.http.h11_impl import H11Protocol

from county_server import answers, app, counting_anew, county, rejudging, releases, workers
from county_server.config import Config
from county_server.errors import CountyTrouble
from county_server.limits import Asgi, Gate, Limits
from county_server.metrics import Measured, Watch

KEEP_ALIVE_SECONDS = 120
"""A slow link pays two round trips for each new connection; a desk between two requests keeps its own."""

HEAD_SECONDS = 60
"""The head of a request is one packet or two: it comes whole in this time over any line, or is given up."""

STOP_SECONDS = 5
"""For connections to end once nothing is under way."""

BACKLOG = 512
"""Connections that may wait to be taken: a county's desks come back together after a power cut."""

YOUNG_OBJECTS = 20_000
"""Objects made before Python looks for circles among them: a batch makes thousands, and no circles."""

MOST_PROCESSES = 8
"""Most that are started without being told: each brings its connections to the database."""


def serve(settings: Config) -> None:
    """Answer desks until a signal stops the server; the address is printed once it is listened on.

    Raises:
        CountyTrouble: "county.plain": no TLS beyond this machine; "county.port": the address is taken;
            "county.tls"; and those of `county.open_county`.
    """
    secured = bool(settings.tls_certificate)
    if not (secured or settings.behind_proxy or _loopback(settings.host)):
        raise CountyTrouble("county.plain")
    _check_tls(settings)
    here = county.open_county(settings)  # tables are brought up to date once, before anybody asks
    try:
        rejudging.updated(here)
        releases.pending(here)
    finally:
        here.close()
    count = _processes(settings)
    with contextlib.closing(_bound(settings, (settings.host, settings.port), shared=count > 1)) as held:
        place = (settings.host, int(held.getsockname()[1]))
        address = f"{'https' if secured else 'http'}://{place[0]}:{place[1]}"
        if count == 1:
            held.listen(BACKLOG)  # before the address is told: whoever reads it may call at once
            _tell(address)
            _answer(settings, held)
        else:
            workers.run(count, lambda ready: _work(settings, place, ready), lambda: _tell(address))


def _tell(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


def _processes(settings: Config) -> int:
    """Return how many processes answer: one writes to SQLite, PostgreSQL takes one for each processor."""
    if "://" not in settings.database or not workers.POSSIBLE:
        return 1
    return settings.processes or min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def _bound(settings: Config, place: tuple[str, int], *, shared: bool) -> socket.socket:
    """Return a socket that holds the address and does not listen yet; others may hold a shared one too."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on, and an answer's body waits 40 ms for its head.
    held = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shared:
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(place)
    except OSError as error:
        held.close()
        raise CountyTrouble("county.port", host=place[0], port=place[1]) from error
    return held


def _work(settings: Config, place: tuple[str, int], ready: workers.Ready) -> None:
    """Be one of several: the kernel deals connections out among those that listen."""
    with contextlib.closing(_bound(settings, place, shared=True)) as listening:
        listening.listen(BACKLOG)
        ready()
        _answer(settings, listening, parent=os.getppid())


def _answer(settings: Config, listening: socket.socket, parent: int = 0) -> None:
    here = county.open_county(settings)
    limits = Limits(
        settings.requests,
        settings.memory * 1_048_576,
        settings.device_requests,
        settings.wrong_codes,
        settings.guest_requests,
    )
    secure = bool(settings.tls_certificate or settings.behind_proxy)
    watch = Watch(token=settings.metrics_token, local=not settings.behind_proxy)
    made = app.make(here, limits, secure=secure, watch=watch)
    measured = Measured(made, watch.figures, (route.path for route in made.routes))
    gate = Gate(measured, limits, lambda: answers.nonce(here))
    # As many at once as there are connections: more would only wait for one, holding what they have read.
    set_asyncio_executor(ThreadPoolExecutor(settings.connections, "request"))
    gc.freeze()  # what the program itself is made of is not looked through again with every request
    gc.set_threshold(YOUNG_OBJECTS, 20, 50)
    try:
        with counting_anew.kept_fresh(here):
            _Server(prepared(settings, gate), gate, settings.stop_seconds, parent).run(sockets=[listening])
    finally:
        here.close()


def prepared(settings: Config, gate: Asgi) -> uvicorn.Config:
    """Return how uvicorn is to run `gate`."""
    return uvicorn.Config(
        gate,
        http=Impatient,
        ssl_certfile=settings.tls_certificate or None,
        ssl_keyfile=settings.tls_key or None,
        backlog=BACKLOG,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.behind_proxy),
        forwarded_allow_ips=settings.gateways,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


class Impatient(H11Protocol):
    """A connection that is closed when the head of a request does not come whole in time.

    uvicorn would wait for it for ever, and whoever opens connections and says next to nothing on them could
    have them all. How long a body may take is the gate's matter.
    """

    _due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait no longer once a head is whole; a part of the next one begins the wait anew."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._wait_no_longer()
        elif self._due is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._wait_no_longer()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._due = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _wait_no_longer(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None


class _Server(uvicorn.Server):
    """Told to stop, it finishes what is under way and answers 503 to the rest before it stops listening.

    `parent` is the process that started it and others and passes signals on, or 0; it ends with it.
    """

    def __init__(self, how: uvicorn.Config, gate: Gate, patience: float, parent: int) -> None:
        super().__init__(how)
        self._gate = gate
        self._patience = patience
        self._parent = parent
        self._closed_at = 0.0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Close the gate at the first signal, and leave at once at the second."""
        if self._parent and sig == signal.SIGINT:
            return  # Ctrl-C reaches all processes, and the parent tells us
        if self._gate.closed:
            super().handle_exit(sig, frame)
        self._gate.closed = True
        self._closed_at = time.monotonic()

    async def on_tick(self, counter: int) -> bool:
        """Leave when nothing is under way any more, or what is takes too long."""
        waited = self._gate.closed and time.monotonic() - self._closed_at
        if waited and (not self._gate.requests or waited > self._patience):
            self.should_exit = True
        if self._parent and os.getppid() != self._parent:
            self.should_exit = True
        return await super().on_tick(counter)


def _check_tls(settings: Config) -> None:
    """Look at certificate and key before anything is started.

    Raises:
        CountyTrouble: "county.tls": one of them cannot be read, or they do not belong together.
    """
    if not settings.tls_certificate:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(
            settings.tls_certificate, settings.tls_key or None
        )
    except (OSError, ValueError) as error:
        raise CountyTrouble("county.tls") from error


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
