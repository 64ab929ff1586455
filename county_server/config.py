"""Configuration: a TOML file, then the environment; every key is declared and documented here.

A key `database` is read from the file as `database = "…"` and from the environment as
`COUNTY_DATABASE`; the environment wins, so that a service manager can override a shared file.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from county_server.errors import CountyTrouble
from village_desk import paths

ENVIRONMENT = "COUNTY_"


def _key(default: str | int, doc: str) -> Any:  # noqa: ANN401 - as `dataclasses.field` itself is typed
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the server is told from outside; nothing else is read from the environment."""

    database: str = _key("county.db", "Path of an SQLite file, or postgresql://user:password@host:port/name.")
    blobs: str = _key("blobs", "Folder of the attachments; it belongs into every backup.")
    profile: str = _key(str(paths.RESOURCES / "profile" / "national"), "Folder of the county profile.")
    host: str = _key("127.0.0.1", "Address to listen on.")
    port: int = _key(8600, "Port to listen on; 0 takes a free one.")
    tls_certificate: str = _key("", "PEM file of the certificate chain. Empty: no TLS, for loopback only.")
    tls_key: str = _key("", "PEM file of the private key of the certificate.")
    behind_proxy: int = _key(
        0, "1 when a gateway in front of the server does TLS; then plain HTTP is allowed."
    )
    gateways: str = _key(
        "127.0.0.1", "Behind a gateway: its addresses; X-Forwarded-For is believed from these alone."
    )
    processes: int = _key(0, "Processes that answer, on PostgreSQL; 0: one a processor, at most 8.")
    connections: int = _key(3, "Database connections of a process, and requests it works on at once.")
    requests: int = _key(1000, "Most requests under way at once; more are asked to come back (503).")
    memory: int = _key(512, "Most MiB of requests under way at once.")
    device_requests: int = _key(1200, "Most requests of one device in a minute; more are put off (429).")
    wrong_codes: int = _key(10, "Most wrong enrolment codes from one address in a minute (429).")
    stop_seconds: int = _key(30, "How long what is under way may take after SIGTERM; new requests get 503.")
    upload_limit: int = _key(50_000_000, "Most bytes of one attachment.")
    uploads_open: int = _key(8, "Most attachments a device may have begun and not finished.")
    upload_days: int = _key(14, "Days after which an upload that nobody went on with is given up.")
    log_level: str = _key("warning", "debug, info, warning or error.")


def documented() -> list[tuple[str, str, str]]:
    """Return name, default and meaning of every key, for `--help` and the manual."""
    shipped = str(paths.ROOT)
    return [
        (key.name, str(key.default).replace(shipped, "…"), str(key.metadata["doc"])) for key in fields(Config)
    ]


def load(path: Path | None, environment: Mapping[str, str] = os.environ) -> Config:
    """Read the file at `path`, if any, and the environment.

    Relative paths in a file are relative to the file, so that the server may be started from anywhere.

    Raises:
        CountyTrouble: "county.config": the file cannot be read, names a key that does not exist, or a
            value has the wrong type; the details name file and key.
    """
    given = _from_file(path) if path else {}
    known = {key.name for key in fields(Config)}
    for name in given:
        if name not in known:
            raise CountyTrouble("county.config", file=str(path), key=name)
    for name in known:
        if ENVIRONMENT + name.upper() in environment:
            given[name] = environment[ENVIRONMENT + name.upper()]
    return Config(**{name: _typed(name, value, path) for name, value in given.items()})


def _from_file(path: Path) -> dict[str, object]:
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CountyTrouble("county.config", file=str(path), key="") from error
    for name in ("database", "blobs", "profile", "tls_certificate", "tls_key"):
        value = found.get(name)
        if isinstance(value, str) and value and "://" not in value:
            found[name] = str(path.parent / value)
    return found


def _typed(name: str, value: object, path: Path | None) -> Any:  # noqa: ANN401 - str or int, as declared
    if not isinstance(getattr(Config(), name), int):
        return str(value)
    try:
        return int(str(value))
    except ValueError as error:
        raise CountyTrouble("county.config", file=str(path or ""), key=name) from error
