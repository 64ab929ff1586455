"""A PostgreSQL of its own on loopback, for tests and measurements: made empty, thrown away afterwards."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

START_SECONDS = 60


@dataclass
class Cluster:
    """A running server; `fresh` makes an empty schema in it and returns its address for a county."""

    url: str
    _names: Iterator[int] = field(default_factory=lambda: count(1))

    def fresh(self) -> str:
        """Return the address of an empty schema."""
        name = f"county{next(self._names)}"
        with psycopg.connect(self.url, autocommit=True) as opened:
            opened.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self.url}?options=-csearch_path%3D{name}"

    def database(self) -> str:
        """Return the address of an empty database, for what a schema is not enough: replication."""
        name = f"database{next(self._names)}"
        with psycopg.connect(self.url, autocommit=True) as opened:
            opened.execute(f"CREATE DATABASE {name}".encode())
        return f"{self.url.rpartition('/')[0]}/{name}"


@contextlib.contextmanager
def cluster(parent: Path | None = None, *, durable: bool = False) -> Iterator[Cluster]:
    """Start a server in a new folder below `parent`, the memory if there is one; it ends with the block.

    `durable` writes to the disk as a county's own does; otherwise it is quicker and forgets at a power cut.
    """
    folder = Path(tempfile.mkdtemp(prefix="county-pg-", dir=parent or _memory()))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    binaries, data, port = _binaries(), folder / "data", _free_port()
    made = ("-U", "county", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    _as_postgres(binaries / "initdb", "-D", data, *made)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    options += " -c wal_level=logical"  # a county hands its counts upward
    if not durable:
        options += " -c fsync=off"
    control = (binaries / "pg_ctl", "-D", data)
    try:
        _as_postgres(*control, "-w", "-l", folder / "log", "-o", options, "start")
        yield Cluster(f"postgresql://county@127.0.0.1:{port}/postgres")
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _as_postgres(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    return memory if memory.is_dir() else None


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise RuntimeError("PostgreSQL's server programs are missing: apt install postgresql")
    return found[-1]


def _as_postgres(*command: object) -> None:
    """Run a program as the server's user: it refuses root, as which tests and bench may run."""
    prefix = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()
    subprocess.run([*prefix, *map(str, command)], check=True, capture_output=True, timeout=START_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
