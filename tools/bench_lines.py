"""The same 2,000 records pushed by this engine and by three others, in one go, over the same lines.

Peers live in environments of their own under build/peers (`python tools/bench_lines.py install`); one that
is not there is named as missing. Bytes and requests are counted by the relay that makes the line. On the slow
line all run at once: each waits for its line, not for the processor.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import bench_data
import bench_first
from bench_figures import Figure, at_least, at_most
from netlab import EDGE, Counts, Line, Shaper
from practice_county import VILLAGE, PracticeCounty, enrolled, new_desk
from project import ROOT

from sync import engine, enrolment
from sync.exchange import HttpExchange
from village_desk import ids
from village_desk.errors import SyncTrouble
from village_desk.keys.passwords import Cost
from village_desk.kinds import KINDS
from village_desk.store import Store
from village_desk.store.unit_of_work import Birth

RECORDS, EDITS, FEW, TURNS = 2_000, 50, 100, 5
HERE, HOME = ROOT / "tools" / "peers", ROOT / "build" / "peers"
LOSING = Line(rtt_ms=600, up_kbit=64, down_kbit=64, loss=0.1, cut_s=60)
"""Far, slow, losing a packet in ten, and cut every minute."""
OURS = "ours"
_CHEAP = Cost(memory=64, passes=1, lanes=1)
_PERSON = ("王桂兰[练习]", "village_clerk")
_KIND = "consultation"


@dataclass(frozen=True)
class Stage:
    """What one stage took and carried."""

    seconds: float
    counts: Counts

    @property
    def size(self) -> int:
        """Bytes both ways."""
        return self.counts.up + self.counts.down


Stages = dict[str, Stage]
"""By name: "push", "nothing", "edits"."""


def engines() -> list[Figure]:
    """Push the records with every engine there is, without limits by turns and on EDGE together."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        at, docs = Path(name), Path(name) / "docs.json"
        docs.write_text(json.dumps(_docs(), ensure_ascii=False), "utf-8")
        runs = _runs(docs)
        near = [
            {one: run(Line(), at / f"{one}-{turn}") for one, run in runs.items()} for turn in range(TURNS)
        ]
        with ThreadPoolExecutor(len(runs)) as together:
            asked = {one: together.submit(run, EDGE, at / f"edge-{one}") for one, run in runs.items()}
            edge = {one: done.result() for one, done in asked.items()}
        return [*_on_edge(edge), *_without_limits(near), _losing(at / "losing")]


def _runs(docs: Path) -> dict[str, Callable[[Line, Path], Stages]]:
    found: dict[str, Callable[[Line, Path], Stages]] = {OURS: lambda line, at: _ours(docs, line, at)}
    for name, peer in PEERS.items():
        if peer.program.exists():
            found[name] = lambda line, at, peer=peer: _measured(peer, docs, line, at)  # type: ignore[misc]  # mypy knows no default in a lambda
        else:
            print(f"missing: {name}; python tools/bench_lines.py install", flush=True)
    return found


def _on_edge(found: dict[str, Stages]) -> list[Figure]:
    ours = found[OURS]
    push, edits = ours["push"], ours["edits"]
    line = 100.0 * push.counts.up * 8 / (EDGE.up_kbit * 1000) / push.seconds
    name = "2,000 records over EDGE"
    return [
        at_most(f"{name}: push", push.seconds, "s", 65, **_of(found, lambda one: one["push"].seconds)),
        at_least(f"{name}: share of the link used", line, "%", 90),
        at_most(
            f"{name}: bytes a record, both ways",
            push.size / RECORDS,
            "B",
            380,
            **_of(found, lambda one: one["push"].size / RECORDS),
        ),
        at_most(
            f"{name}: requests",
            push.counts.requests,
            "",
            8,
            **_of(found, lambda one: one["push"].counts.requests),
        ),
        at_most(
            "50 edits over EDGE: bytes up an edit",
            edits.counts.up / EDITS,
            "B",
            120,
            seconds=edits.seconds,
            requests=edits.counts.requests,
            **_of(found, lambda one: one["edits"].seconds),
        ),
        at_most(
            "nothing to do over EDGE: bytes",
            ours["nothing"].size * ours["nothing"].counts.requests,
            "B",
            600,
            **_of(found, lambda one: one["nothing"].size),
        ),
    ]


def _without_limits(turns: list[dict[str, Stages]]) -> list[Figure]:
    taken = {one: [found[one]["push"].seconds for found in turns] for one in turns[0]}
    middle = {one: median(seconds) for one, seconds in taken.items()}
    told = {f"{one}_s": seconds for one, seconds in middle.items()}
    name, ours = "2,000 records without limits", middle[OURS]
    figures = []
    if "pouchdb" in middle:
        figures.append(at_least(f"{name}: faster than PouchDB", middle["pouchdb"] / ours, "x", 2.5, **told))
    if "anki" in middle:
        figures.append(at_most(f"{name}: of Anki's time", ours / middle["anki"], "x", 2.0, **told))
    return figures


def _of(found: dict[str, Stages], value: Callable[[Stages], float]) -> dict[str, float]:
    return {name: value(stages) for name, stages in found.items() if name != OURS}


def _docs() -> list[dict[str, object]]:
    """Return the records as the others get them: the very values this engine sends, with an id."""
    draw = random.Random(bench_data.SEED)
    values = bench_first._values(draw, RECORDS)  # noqa: SLF001 - the same records for all
    return [{"id": ids.new_id().hex(), "notes": "", **one} for one in values]


# ---------------------------------------------------------------- this engine


def _ours(docs: Path, line: Line, folder: Path) -> Stages:
    """Push as the window does: a desk of a village, a county over HTTP, rights checked, the log kept.

    The desk is a process of its own, as the others' clients are.
    """
    folder.mkdir()
    with _county(folder) as (served, code), Shaper(int(served.address.rpartition(":")[2]), line) as shaper:
        command = [sys.executable, __file__, "desk", served.address, shaper.address, code, docs, folder]
        return _stages(list(map(str, command)), ROOT, shaper)


def _client(address: str, relay: str, code: str, docs: str, folder: str) -> None:
    """Be that desk: tell what each stage took, and begin the next when told to."""
    gc.disable()  # as the program does, which collects garbage when nobody waits
    with _enrolled(Path(folder), (address, relay, code)) as (store, exchange):
        _say("ready", 0.0)
        wanted = json.loads(Path(docs).read_text("utf-8"))
        _write(store, wanted)
        for stage in ("push", "nothing", "edits"):
            if stage == "edits":
                _write(store, [{"id": one["id"], "phone": "13900000000"} for one in wanted[:EDITS]])
            began = time.monotonic()
            report = engine.run_round(store, exchange, ahead=True)
            if not report.complete or report.repaired or report.mismatched:
                raise RuntimeError("the round was not complete")
            _say(stage, time.monotonic() - began)


def _say(stage: str, seconds: float) -> None:
    print(json.dumps({"stage": stage, "seconds": seconds}), flush=True)
    sys.stdin.readline()


@contextmanager
def _county(folder: Path) -> Iterator[tuple[PracticeCounty, str]]:
    """A county that is served, and the code of a desk at it."""
    served = PracticeCounty(folder / "county")
    served.create()
    served.start()
    try:
        yield served, served.invite(VILLAGE, "乌江村[练习]", [_PERSON])
    finally:
        served.stop()


@contextmanager
def _enrolled(folder: Path, county: tuple[str, str, str]) -> Iterator[tuple[Store, HttpExchange]]:
    """A desk that has been in touch with its county before: at (address, through a relay, with a code)."""
    address, relay, code = county
    made = new_desk(folder / "desk", VILLAGE, _PERSON, bench_data.PASSWORD, _CHEAP)
    store = enrolled(made, address, code).session.store
    exchange = HttpExchange(relay, enrolment.identity(store))
    engine.run_round(store, exchange)
    yield store, exchange
    exchange.close()
    store.close_connection()


def _write(store: Store, docs: list[dict[str, object]]) -> None:
    kind = KINDS[_KIND]
    for doc in docs:
        values = kind.from_json({name: value for name, value in doc.items() if name in kind.fields})
        with store.unit_of_work(None, int(time.time() * 1000)) as uow:
            uow.put(_KIND, bytes.fromhex(str(doc["id"])), values, born=Birth(VILLAGE))


def _losing(folder: Path) -> Figure:
    """Push a hundred records over the worst line until all are there, trying again at once after a cut."""
    folder.mkdir()
    with _county(folder) as (served, code), Shaper(int(served.address.rpartition(":")[2]), LOSING) as shaper:
        with _enrolled(folder, (served.address, shaper.address, code)) as (store, exchange):
            _write(store, _docs()[:FEW])
            shaper.begin()
            began = time.monotonic()
            while not _round_held(store, exchange):
                pass
            seconds, counts = time.monotonic() - began, shaper.counted()
        own = max(counts.up, counts.down) * 8 / (LOSING.up_kbit * 1000)
        return at_most(
            f"{FEW} records, 64 kbit/s, 10 % lost, cut each minute: of the bytes' time",
            seconds / own,
            "x",
            1.5,
            seconds=seconds,
            bytes_up=counts.up,
            requests=counts.requests,
        )


def _round_held(store: Store, exchange: HttpExchange) -> bool:
    try:
        return engine.run_round(store, exchange, ahead=True).complete
    except SyncTrouble:
        return False


# ---------------------------------------------------------------- the others


@dataclass(frozen=True)
class Peer:
    """How a peer is started.

    Attributes:
        program: What must be there for it to count as installed.
        server: Its command, with {port} and {folder}.
        client: Its command, with {port}, {docs} and {folder}.
        settings: Of the environment, with the same blanks.
        work: Where both run.
    """

    program: Path
    server: tuple[str, ...]
    client: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()
    work: Path = HOME


def _python(name: str) -> Path:
    return HOME / name / "bin" / "python"


_NODE = shutil.which("node") or "node"
PEERS = {
    "anki": Peer(
        HOME / "anki" / "installed",
        (str(_python("anki")), "-m", "anki.syncserver"),
        (str(_python("anki")), str(HERE / "anki_client.py"), "{port}", "{docs}", "{folder}"),
        (
            ("SYNC_USER1", "u:p"),
            ("SYNC_BASE", "{folder}/server"),
            ("SYNC_HOST", "127.0.0.1"),
            ("SYNC_PORT", "{port}"),
        ),
    ),
    "pouchdb": Peer(
        HOME / "pouch" / "installed",
        (_NODE, "server.js", "{port}", "{folder}/server"),
        (_NODE, "client.js", "{port}", "{docs}", "{folder}"),
        work=HOME / "pouch",
    ),
    "kinto": Peer(
        HOME / "kinto" / "installed",
        (
            str(_python("kinto").parent / "kinto"),
            "start",
            "--ini",
            str(HERE / "kinto.ini"),
            "--port",
            "{port}",
        ),
        (str(_python("kinto")), str(HERE / "kinto_client.py"), "{port}", "{docs}", "{folder}"),
    ),
}


def _measured(peer: Peer, docs: Path, line: Line, folder: Path) -> Stages:
    """Run a peer's client against its server through the line."""
    (folder / "server").mkdir(parents=True)
    port = _free_port()
    blanks = {"port": str(port), "folder": str(folder), "docs": str(docs)}
    settings = os.environ | {name: value.format(**blanks) for name, value in peer.settings}
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [part.format(**blanks) for part in peer.server],
            cwd=peer.work,
            env=settings,
            stdout=log,
            stderr=log,
        )
    try:
        _wait_for(port)
        with Shaper(port, line) as shaper:
            blanks["port"] = str(shaper.port)
            return _stages([part.format(**blanks) for part in peer.client], peer.work, shaper)
    finally:
        server.terminate()
        server.wait(20)


def _stages(command: list[str], work: Path, shaper: Shaper) -> Stages:
    found: Stages = {}
    client = subprocess.Popen(command, cwd=work, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with client:
        for said in client.stdout or ():
            told = json.loads(said)
            found[told["stage"]] = Stage(told["seconds"], shaper.counted())
            shaper.begin()
            if client.stdin:
                client.stdin.write("\n")
                client.stdin.flush()
    if client.returncode or "edits" not in found:
        raise RuntimeError(f"a peer failed: {' '.join(command[:2])}")
    return found


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("a peer's server did not start")


def install() -> None:
    """Make the environments of the peers; what is there already stays."""
    for name, packages in (("anki", ("anki",)), ("kinto", ("kinto", "setuptools<81", "requests"))):
        if not (HOME / name / "installed").exists():
            subprocess.run([sys.executable, "-m", "venv", str(HOME / name)], check=True)
            subprocess.run([str(_python(name)), "-m", "pip", "install", "--quiet", *packages], check=True)
            (HOME / name / "installed").touch()
    pouch = HOME / "pouch"
    pouch.mkdir(parents=True, exist_ok=True)
    for name in ("server", "client"):
        shutil.copy(HERE / f"pouch_{name}.js", pouch / f"{name}.js")
    if not (pouch / "installed").exists():
        shutil.copy(HERE / "package.json", pouch)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=pouch, check=True)
        (pouch / "installed").touch()


if __name__ == "__main__":
    if sys.argv[1:2] == ["desk"]:
        _client(*sys.argv[2:])
    elif sys.argv[1:] == ["install"]:
        install()
    else:
        raise SystemExit("usage: bench_lines.py install")
