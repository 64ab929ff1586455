"""Running the application under uvicorn, with TLS by configuration."""

import ipaddress
import sys
import time
from types import FrameType

import uvicorn

from county_server import answers, app, county
from county_server.config import Config
from county_server.errors import CountyTrouble
from county_server.limits import Gate, Limits

KEEP_ALIVE_SECONDS = 120
"""A slow link pays two round trips for each new connection; a desk between two requests keeps its own."""

STOP_SECONDS = 5
"""For connections to end once nothing is under way."""

BACKLOG = 512
"""Connections that may wait to be taken: a county's desks come back together after a power cut."""


def serve(settings: Config) -> None:
    """Answer desks until a signal stops the process; the address is printed once it is listened on.

    Raises:
        CountyTrouble: "county.plain": no TLS beyond this machine; "county.port": the address is taken;
            and those of `county.open_county`.
    """
    secured = bool(settings.tls_certificate)
    if not (secured or settings.behind_proxy or _loopback(settings.host)):
        raise CountyTrouble("county.plain")
    here = county.open_county(settings)
    limits = Limits(
        settings.requests, settings.memory * 1_048_576, settings.device_requests, settings.wrong_codes
    )
    gate = Gate(app.make(here, limits), limits, lambda: answers.nonce(here))
    try:
        prepared = uvicorn.Config(
            gate,
            host=settings.host,
            port=settings.port,
            ssl_certfile=settings.tls_certificate or None,
            ssl_keyfile=settings.tls_key or None,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        _run(prepared, gate, settings.stop_seconds)
    finally:
        here.close()


class _Server(uvicorn.Server):
    """Told to stop, it finishes what is under way and answers 503 to the rest before it stops listening."""

    def __init__(self, prepared: uvicorn.Config, gate: Gate, patience: float) -> None:
        super().__init__(prepared)
        self._gate = gate
        self._patience = patience
        self._closed_at = 0.0

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Close the gate at the first signal, and leave at once at the second."""
        if self._gate.closed:
            super().handle_exit(sig, frame)
        self._gate.closed = True
        self._closed_at = time.monotonic()

    async def on_tick(self, counter: int) -> bool:
        """Leave when nothing is under way any more, or what is takes too long."""
        waited = self._gate.closed and time.monotonic() - self._closed_at
        if waited and (not self._gate.requests or waited > self._patience):
            self.should_exit = True
        return await super().on_tick(counter)


def _run(prepared: uvicorn.Config, gate: Gate, patience: float) -> None:
    try:
        prepared.load()
    except (OSError, ValueError) as error:  # a certificate or key that cannot be read
        raise CountyTrouble("county.tls") from error
    try:
        listening = prepared.bind_socket()
    except SystemExit as error:  # uvicorn leaves by itself when the address is taken
        raise CountyTrouble("county.port", host=prepared.host, port=prepared.port) from error
    listening.listen(BACKLOG)  # before the address is told: whoever reads it may call at once
    scheme = "https" if prepared.is_ssl else "http"
    sys.stdout.write(f"{scheme}://{prepared.host}:{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    _Server(prepared, gate, patience).run(sockets=[listening])


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
