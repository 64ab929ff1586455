"""A PostgreSQL of its own on loopback, for tests and measurements: made empty, thrown away afterwards."""

from __future__ import annotations

import contextlib
import os
import random
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
PORTS = range(20_000, 32_000)
TRIES = 100


@dataclass
class Cluster:
    """A running server; `fresh` makes an empty schema in it and returns its address for a county."""

    url: str
    _control: tuple[object, ...] = ()
    _names: Iterator[int] = field(default_factory=lambda: count(1))

    def fresh(self) -> str:
        """Return the address of an empty schema."""
        name = f"county{next(self._names)}"
        with psycopg.connect(self.url, autocommit=True) as opened:
            opened.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self.url}?options=-csearch_path%3D{name}"

    def stop(self) -> None:
        """End the server at once, as if the machine had lost its power; `start` begins it again."""
        _as_postgres(*self._control, "-m", "immediate", "stop")

    def start(self) -> None:
        """Start the server and wait until it answers."""
        _as_postgres(*self._control, "start")

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
    programs, data, port = binaries(), folder / "data", free_port()
    like = ("-U", "county", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    _as_postgres(programs / "initdb", "-D", data, *like)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    options += " -c wal_level=logical"  # a county hands its counts upward
    if not durable:
        options += " -c fsync=off"
    control = (programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options)
    made = Cluster(f"postgresql://county@127.0.0.1:{port}/postgres", control)
    try:
        made.start()
        yield made
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            made.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own in it
    return memory if memory.is_dir() else None


def binaries() -> Path:
    """Return the folder of the newest server programs on this machine.

    Raises:
        RuntimeError: There are none.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise RuntimeError("PostgreSQL's server programs are missing: apt install postgresql")
    return found[-1]


def _as_postgres(*command: object) -> None:
    """Run a program as the server's user: it refuses root, as which tests and bench may run."""
    prefix = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()
    subprocess.run([*prefix, *map(str, command)], check=True, capture_output=True, timeout=START_SECONDS)


def free_port() -> int:
    """Return a port of loopback that nobody listens on, and that is nobody's while its server is down.

    Connections and servers that leave the choice to the system get theirs from 32768 upward on Linux; one of
    them would take the place of a server that is killed and started again.

    Raises:
        RuntimeError: None of many is free.
    """
    for port in random.SystemRandom().sample(PORTS, TRIES):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port of loopback is free")
