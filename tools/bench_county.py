"""The county at its heaviest: 500 desks that push 20 new records in the same moment, on PostgreSQL.

The server is the real command with as many processes as it starts by itself; the database writes to the disk
as a county's does; the crowd runs beside them on the same processors. The same is measured with 10⁴, 10⁵ and,
when asked for (`VD_BENCH_RECORDS`), more records in the database: what a change costs must not grow.
Beside it an ordinary morning, 50 desks, and a few that send all they have in large batches.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import crowd
import requests
from bench_figures import Figure, at_least, at_most
from county_archive import grown_to
from crowd import Call, CrowdDesk
from private_postgres import cluster
from project import ROOT

from county_server import county
from county_server.config import Config
from county_server.county import County
from sync import packing
from sync.messages import NONCE_HEADER

DESKS, CHANGES = 500, 20
FEW, FEW_SECONDS = 50, 1.0
FULL, BATCH, RECORDS_A_SECOND = 16, 500, 3_000
RUNS = 3
SIZES = tuple(int(size) for size in os.environ.get("VD_BENCH_RECORDS", "10000,100000").split(","))
P95_SECONDS = 2.0
FLAT = 1.3
"""What a change may cost at the largest size, as a multiple of the smallest."""


def county_under_load() -> list[Figure]:
    """500 desks at once, at every size of the archive; each change taken once, none twice."""
    with (
        cluster(Path(tempfile.gettempdir()), durable=True) as postgres,
        tempfile.TemporaryDirectory() as folder,
    ):
        settings = Config(database=postgres.fresh(), blobs=f"{folder}/blobs")
        here = county.create(settings, "620702", "甘州区[练习]")
        try:
            return _measured(here, settings, _server_of(here))
        finally:
            here.close()


def _measured(here: County, settings: Config, database: int) -> list[Figure]:
    desks = crowd.enrolled(here, DESKS)
    draw = random.Random(7)
    figures, costs = [], {}
    for size in SIZES:
        grown_to(here, desks[0], size)
        with served(settings) as (address, process):
            at = address, (process, database)
            runs = [_rush(here, at, desks, CHANGES, draw) for _ in range(RUNS)]
            if size == min(SIZES):
                figures += _smaller(here, at, desks, draw)
        p95, costs[size] = min(run.p95 for run in runs), min(run.spent for run in runs)
        name = f"500 desks × 20 changes at once, {size:,} records: p95"
        figures.append(at_most(name, p95, "s", P95_SECONDS, processor_seconds=costs[size]))
    ratio = costs[max(SIZES)] / costs[min(SIZES)]
    name = f"cost of a change at {max(SIZES):,} records, at {min(SIZES):,} = 1"
    return [*figures, at_most(name, ratio, "×", FLAT, **{f"at_{size}": cost for size, cost in costs.items()})]


def _smaller(
    here: County, at: tuple[str, tuple[int, int]], desks: list[CrowdDesk], draw: random.Random
) -> list[Figure]:
    """An ordinary morning; and how many changes go through, judged and logged, when batches are large."""
    few = [_rush(here, at, desks[:FEW], CHANGES, draw) for _ in range(RUNS)]
    full = [_rush(here, at, desks[:FULL], BATCH, draw) for _ in range(RUNS)]
    rate = FULL * BATCH / min(run.last for run in full)
    return [
        at_most("50 desks × 20 changes at once: p95", min(run.p95 for run in few), "s", FEW_SECONDS),
        at_least("county, batches of 500 from 16 desks at once", rate, "records/s", RECORDS_A_SECOND),
    ]


@contextmanager
def served(settings: Config) -> Iterator[tuple[str, int]]:
    """Run the real command; give its address and the id of its process."""
    told = {"COUNTY_DATABASE": settings.database, "COUNTY_BLOBS": settings.blobs, "COUNTY_PORT": "0"}
    with subprocess.Popen(
        [sys.executable, "-m", "county_server", "serve"],
        cwd=ROOT,
        env=os.environ | told,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        address = process.stdout.readline().strip() if process.stdout else ""
        try:
            yield address, process.pid
        finally:
            process.terminate()
            process.wait()


@dataclass(frozen=True)
class Rush:
    """Seconds 95 of 100 desks waited, seconds of the last one, and of processors for server and database."""

    p95: float
    last: float
    spent: float


def _rush(
    here: County, at: tuple[str, tuple[int, int]], desks: list[CrowdDesk], changes: int, draw: random.Random
) -> Rush:
    """Let the desks push so many changes each at the same moment, to the server `at` address and processes.

    Raises:
        RuntimeError: A change was refused, or not taken exactly once.
    """
    address, processes = at
    nonce = requests.get(f"{address}/v1/hello", timeout=20).headers[NONCE_HEADER]
    asked = [crowd.signed(desk, nonce, packing.pack(crowd.batch(desk, changes, draw))) for desk in desks]
    before, rows = sum(map(_processor_seconds, processes)), _rows(here)
    calls = crowd.at_once(address, asked)
    spent = sum(map(_processor_seconds, processes)) - before
    _check(desks, calls)
    if _rows(here) != rows + len(desks) * changes:
        raise RuntimeError("a change is there twice, or not at all")
    took = sorted(call.took for call in calls)
    return Rush(took[int(len(took) * 0.95)], took[-1], spent)


def _check(desks: list[CrowdDesk], calls: list[Call]) -> None:
    for desk, call in zip(desks, calls, strict=True):
        if call.status != 200 or call.reply.last != desk.last or call.reply.verdicts:
            raise RuntimeError(f"a desk was answered {call.status}")
        desk.cursor = call.reply.cursor


def _rows(here: County) -> int:
    """Return how many changes the feed holds; numbers and desks' numbers are unique by their indexes."""
    with here.database.reading():
        row = here.database.one("SELECT head, (SELECT count(*) FROM feed) FROM feed_head WHERE one = 1")
    if row is None or row[0] != row[1]:
        raise RuntimeError("the feed has a gap")
    return int(row[0])


def _server_of(here: County) -> int:
    """Return the first process of the database, the parent of all its others."""
    with here.database.connected():
        row = here.database.one("SELECT pg_backend_pid()")
    told = Path(f"/proc/{row[0] if row else 0}/stat").read_text("utf-8", "replace").rpartition(")")[2]
    return int(told.split()[1])


def _processor_seconds(process: int) -> float:
    """Return the processor time so far of a process and of those it has started."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return sum(map(_spent, [process, *map(int, children)]))


def _spent(process: int) -> float:
    try:
        told = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
