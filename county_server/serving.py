"""Running the application under uvicorn, with TLS by configuration."""

import ipaddress
import sys

import uvicorn

from county_server import app, county
from county_server.config import Config
from county_server.errors import CountyTrouble

KEEP_ALIVE_SECONDS = 120
"""A slow link pays two round trips for each new connection; a desk between two requests keeps its own."""

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
    try:
        prepared = uvicorn.Config(
            app.make(here),
            host=settings.host,
            port=settings.port,
            ssl_certfile=settings.tls_certificate or None,
            ssl_keyfile=settings.tls_key or None,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
        _run(prepared)
    finally:
        here.close()


def _run(prepared: uvicorn.Config) -> None:
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
    uvicorn.Server(prepared).run(sockets=[listening])


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
