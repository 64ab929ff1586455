"""PostgreSQL on three nodes under Patroni and etcd, on one machine: to try a county's fail-over out."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

import psycopg

from tools.private_postgres import binaries, free_port

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1"
START_SECONDS = 120
NODES = 3
STREAMING = "SELECT application_name FROM pg_stat_replication WHERE state = 'streaming'"


@dataclass
class Node:
    """One PostgreSQL with its Patroni."""

    name: str
    port: int
    api_port: int
    folder: Path
    patroni: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """Folder of the database."""
        return self.folder / self.name

    def start(self) -> None:
        """Start Patroni, which starts PostgreSQL."""
        command = ("/usr/bin/patroni", self.folder / f"{self.name}.yml")
        self.patroni = _as_postgres(command, self.folder / f"{self.name}.log")

    def kill(self) -> None:
        """End everything of this node at once, as a machine without power."""
        self._signal(signal.SIGKILL)
        if self.patroni:
            self.patroni.wait()
            self.patroni = None

    def hang(self) -> None:
        """Stop everything of this node and leave its connections open; `reset` ends that."""
        self._signal(signal.SIGSTOP)

    def reset(self) -> None:
        """Do as the watchdog of a machine that hangs: it must not wake up where it was (docs/deploy.md)."""
        self.kill()
        self.start()

    def _signal(self, number: signal.Signals) -> None:
        pids = [self.patroni.pid] if self.patroni else []
        with contextlib.suppress(OSError, ValueError):
            pids.append(int((self.data / "postmaster.pid").read_text("utf-8").split("\n")[0]))
        for pid in [*pids, *(child for parent in pids for child in _children(parent))]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)


@dataclass
class PatroniCluster:
    """Three nodes; `url` finds whichever is the primary.

    Attributes:
        folder: Where everything lies; thrown away at the end.
        passwords: Of the users county, upward, postgres and replicator.
    """

    folder: Path
    nodes: list[Node]
    etcd: subprocess.Popen[bytes]
    passwords: dict[str, str] = field(repr=False)

    def url(self, user: str = "county", database: str = "county") -> str:
        """Return the address of the primary, whichever it is."""
        hosts = ",".join(f"{ADDRESS}:{node.port}" for node in self.nodes)
        asked = "target_session_attrs=read-write&connect_timeout=5"
        return f"postgresql://{user}:{self.passwords[user]}@{hosts}/{database}?{asked}"

    def keep_slot(self, name: str) -> None:
        """Have Patroni make a slot for the county's publication and keep it through fail-overs."""
        slots = {"slots": {name: {"type": "logical", "database": "county", "plugin": "pgoutput"}}}
        asked = urllib.request.Request(
            f"http://{ADDRESS}:{self.nodes[0].api_port}/config", json.dumps(slots).encode(), method="PATCH"
        )
        urllib.request.urlopen(asked, timeout=START_SECONDS).close()  # noqa: S310 - as above

    def primary(self, seconds: float = START_SECONDS) -> Node:
        """Return the node that takes writes, waiting for one.

        Raises:
            TimeoutError: There is none.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with (
                contextlib.suppress(psycopg.OperationalError),
                psycopg.connect(self.url("postgres", "postgres")) as opened,
            ):
                return next(node for node in self.nodes if node.port == opened.info.port)
            time.sleep(0.1)
        raise TimeoutError

    def until_safe(self, standbys: int = 1, seconds: float = START_SECONDS) -> Node:
        """Wait until one of so many standbys may take over; return the primary.

        That a standby has each commit before it is acknowledged is not enough: Patroni lets it take over
        only when it has noted so, which is seconds later, and takes it back while the standby restarts.
        The store above reads as a standby does, and is none.

        Raises:
            TimeoutError: It does not come to that.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with (
                contextlib.suppress(psycopg.OperationalError, OSError),
                psycopg.connect(self.url("postgres", "postgres")) as opened,
            ):
                found = opened.execute(STREAMING)
                streaming = {name for (name,) in found} & {node.name for node in self.nodes}
                primary = next(node for node in self.nodes if node.port == opened.info.port)
                if len(streaming) >= standbys and streaming & self._may_take_over(primary):
                    return primary
            time.sleep(0.2)
        raise TimeoutError

    def _may_take_over(self, primary: Node) -> set[str]:
        """Return whom Patroni would make the primary, as the present one's tells."""
        asked = f"http://{ADDRESS}:{primary.api_port}/cluster"
        with urllib.request.urlopen(asked, timeout=START_SECONDS) as told:
            members = json.load(told)["members"]
        return {member["name"] for member in members if member["role"] == "sync_standby"}


@contextlib.contextmanager
def patroni_cluster(folder: Path) -> Iterator[PatroniCluster]:
    """Make the cluster in `folder`, with an empty database `county`, and end it with the block.

    Raises:
        TimeoutError: It did not come up; the logs in `folder` say why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    passwords = {user: secrets.token_hex(12) for user in ("county", "upward", "postgres", "replicator")}
    client = free_port()
    etcd = _start_etcd(folder, client)
    nodes = [Node(f"node{number}", free_port(), free_port(), folder) for number in range(1, NODES + 1)]
    made = PatroniCluster(folder, nodes, etcd, passwords)
    try:
        for node in nodes:
            _configure(node, f"{ADDRESS}:{client}", passwords)
            node.start()
        _prepare(made)
        made.until_safe(NODES - 1)
        yield made
    finally:
        for node in nodes:
            node.kill()
        etcd.kill()
        etcd.wait()


def _start_etcd(folder: Path, client: int) -> subprocess.Popen[bytes]:
    peer = free_port()
    command = (
        "/usr/bin/etcd",
        *(
            "--data-dir",
            folder / "etcd",
            "--name",
            "one",
            "--initial-cluster",
            f"one=http://{ADDRESS}:{peer}",
        ),
        *("--listen-client-urls", f"http://{ADDRESS}:{client}"),
        *("--advertise-client-urls", f"http://{ADDRESS}:{client}"),
        *("--listen-peer-urls", f"http://{ADDRESS}:{peer}"),
        *("--initial-advertise-peer-urls", f"http://{ADDRESS}:{peer}"),
    )
    return _as_postgres(command, folder / "etcd.log")


def _configure(node: Node, etcd: str, passwords: dict[str, str]) -> None:
    """Write a node's configuration from the file a county would use."""
    text = Template((HERE / "patroni.yml").read_text("utf-8")).substitute(
        name=node.name,
        address=ADDRESS,
        port=node.port,
        api_port=node.api_port,
        etcd=etcd,
        clients=f"{ADDRESS}/32",
        binaries=binaries(),
        data=node.data,
        sockets=node.folder,
        watchdog="automatic",  # one machine has not three of them
        superuser_password=passwords["postgres"],
        replicator_password=passwords["replicator"],
    )
    path = node.folder / f"{node.name}.yml"
    path.touch(mode=0o600)
    path.write_text(text, "utf-8")
    if os.getuid() == 0:
        shutil.chown(path, "postgres", "postgres")


def _prepare(cluster: PatroniCluster) -> None:
    """Make the users and the database, as docs/deploy.md says."""
    cluster.primary()
    with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as opened:
        for user, more in (("county", ""), ("upward", "REPLICATION")):
            opened.execute(f"CREATE ROLE {user} LOGIN {more} PASSWORD '{cluster.passwords[user]}'".encode())
        opened.execute("CREATE DATABASE county OWNER county")


def _as_postgres(command: tuple[object, ...], log: Path) -> subprocess.Popen[bytes]:
    """Start a program as the user postgres, without this environment's Python."""
    prefix: tuple[str, ...] = ()
    if os.getuid() == 0:
        prefix = ("/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")
    whole, environment = [*prefix, *map(str, command)], {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    with log.open("ab") as said:
        return subprocess.Popen(whole, stdout=said, stderr=said, env=environment, start_new_session=True)


def _children(pid: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]
