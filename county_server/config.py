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


MOST = 2**31 - 1
"""Largest number a key takes that has no bound of its own."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What a key takes: a whole number from `low` to `high`, one of some words, or any text."""

    low: int = 0
    high: int = MOST
    words: tuple[str, ...] = ()


_ANY = Takes()


def _key(default: str | int, doc: str, takes: Takes = _ANY) -> Any:  # noqa: ANN401 - as `field` itself is typed
    return field(default=default, metadata={"doc": doc, "takes": takes})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the server is told from outside; nothing else is read from the environment."""

    database: str = _key("county.db", "Path of an SQLite file, or postgresql://user:password@host:port/name.")
    blobs: str = _key("blobs", "Folder of the attachments; it belongs into every backup.")
    profile: str = _key(str(paths.RESOURCES / "profile" / "national"), "Folder of the county profile.")
    host: str = _key("127.0.0.1", "Address to listen on.")
    port: int = _key(8600, "Port to listen on; 0 takes a free one.", Takes(0, 65_535))
    tls_certificate: str = _key("", "PEM file of the certificate chain. Empty: no TLS, for loopback only.")
    tls_key: str = _key("", "PEM file of the private key of the certificate.")
    behind_proxy: int = _key(
        0, "1 when a gateway in front of the server does TLS; then plain HTTP is allowed.", Takes(0, 1)
    )
    gateways: str = _key(
        "127.0.0.1", "Behind a gateway: its addresses; X-Forwarded-For is believed from these alone."
    )
    processes: int = _key(
        0, "Processes that answer, on PostgreSQL; 0: one a processor, at most 8.", Takes(0, 256)
    )
    connections: int = _key(
        3, "Database connections of a process, and requests it works on at once.", Takes(1, 200)
    )
    requests: int = _key(
        1000, "Most requests under way at once; more are asked to come back (503).", Takes(1)
    )
    memory: int = _key(512, "Most MiB of requests under way at once.", Takes(1))
    device_requests: int = _key(
        1200, "Most requests of one device in a minute; more are put off (429).", Takes(1)
    )
    guest_requests: int = _key(
        3000, "Most requests without a device's signature from one address in a minute (429).", Takes(1)
    )
    wrong_codes: int = _key(10, "Most wrong enrolment codes from one address in a minute (429).", Takes(1))
    stop_seconds: int = _key(
        30, "How long what is under way may take after SIGTERM; new requests get 503.", Takes(1)
    )
    upload_limit: int = _key(50_000_000, "Most bytes of one attachment.", Takes(1))
    uploads_open: int = _key(8, "Most attachments a device may have begun and not finished.", Takes(1))
    upload_days: int = _key(14, "Days after which an upload that nobody went on with is given up.", Takes(1))
    metrics_token: str = _key(
        "",
        "Word that whoever asks for /metrics shows as `Authorization: Bearer …`. Empty: this machine only.",
    )
    log_level: str = _key(
        "warning", "debug, info, warning or error.", Takes(words=("debug", "info", "warning", "error"))
    )


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
        CountyTrouble: "county.config": the file cannot be read, or it or the environment names a key that
            does not exist; "county.config_number", "county.config_word": a value is not one the key takes;
            "county.config_pair": a key without certificate.
    """
    given = _from_file(path) if path else {}
    known = {key.name for key in fields(Config)}
    for name in given:
        if name not in known:
            raise CountyTrouble("county.config", file=str(path), key=name)
    for variable, value in environment.items():
        if variable.startswith(ENVIRONMENT):
            name = variable.removeprefix(ENVIRONMENT).lower()
            if name not in known:
                raise CountyTrouble("county.config", file=variable, key=name)
            given[name] = value
    read = Config(**{name: _typed(name, value, path) for name, value in given.items()})
    if read.tls_key and not read.tls_certificate:  # one file may hold both
        raise CountyTrouble("county.config_pair")
    return read


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
    takes: Takes = next(key.metadata["takes"] for key in fields(Config) if key.name == name)
    where = {"file": str(path or ENVIRONMENT), "key": name}
    if not isinstance(getattr(Config(), name), int):
        text = str(value)
        if takes.words and text not in takes.words:
            raise CountyTrouble("county.config_word", **where, words=", ".join(takes.words))
        return text
    try:
        number = int(str(value))
    except ValueError as error:
        raise CountyTrouble("county.config_number", **where, low=takes.low, high=takes.high) from error
    if not takes.low <= number <= takes.high:
        raise CountyTrouble("county.config_number", **where, low=takes.low, high=takes.high)
    return number
