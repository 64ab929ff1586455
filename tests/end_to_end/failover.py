"""A county's PostgreSQL loses its primary under load, behind nginx, again and again (`make prove` only).

Real desks write and send by the schedule they have, through TLS; a hand that asks without a pause measures
how long nothing is taken. What a desk holds a receipt for is in the county afterwards, once, and all agree.
"""

import contextlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psycopg
import pytest
import requests

from county_server import audit, county, upward
from county_server.config import Config
from sync import connect, renewing, schedule
from sync.exchange import Tls
from sync.messages import SyncReply
from sync.packing import pack, unpack
from tests.county_server.conftest import Line, desk_of
from tests.sync.test_areas import same_as_county
from tests.sync.world import COUNTY, OTHER_VILLAGE, VILLAGE, new_desk
from tools import private_postgres as private
from tools.deploy.cluster import Node, patroni_cluster
from tools.deploy.gateway import gateway
from tools.deploy.replication import follow, run
from village_desk import paths, times
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id

KILLS = int(os.environ.get("VD_FAILOVERS", "1"))
DESKS, SAVED_AT_ONCE, LOAD_SECONDS, PATIENCE = 6, 20, 10, 180
KIND = "consultation"
KEPT = paths.ROOT / "build" / "prove" / "failover"
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow, pytest.mark.postgres]


class Clock:
    """The real time, in the shape the world of these tests knows."""

    def __call__(self):
        return times.now()

    @property
    def now(self):
        return times.now()


@contextlib.contextmanager
def logs_kept(folder):
    """Copy what all programs noted to build/prove when the proof fails: nothing else says why."""
    try:
        yield
    except BaseException:
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True)
        for log in folder.rglob("*.log"):
            shutil.copyfile(log, KEPT / log.name)
        raise


@contextlib.contextmanager
def served(url, folder, port):
    """Run the real command on two processes, behind a gateway."""
    settings = {"database": url, "blobs": folder / "blobs", "port": port}
    settings |= {"behind_proxy": 1, "processes": 2}
    environment = {f"COUNTY_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "county_server", "serve"]
    with (folder / "county.log").open("wb") as log:
        said = {"stdout": subprocess.PIPE, "stderr": log, "text": True}
        process = subprocess.Popen(command, cwd=paths.ROOT, env=os.environ | environment, **said)
    try:
        assert process.stdout.readline().strip()
        yield
    finally:
        process.terminate()
        process.communicate()


class Load:
    """What desks and a hand do until told to stop, and what they were told."""

    def __init__(self, desks, hand, address, log):
        self.desks, self.hand, self.address = desks, hand, address
        self.stopped = threading.Event()
        self.waits, self.answers, self.troubles, self.faults = [], [], set(), []
        self.log, self.told = log, None
        self.heard = {place: [] for place in range(len(desks))}
        works = [*(lambda place=place: self.desk(place) for place in self.heard), self.by_hand]
        self.threads = [threading.Thread(target=self._kept, args=(work,)) for work in works]

    def _kept(self, work):
        try:
            work()
        except BaseException as fault:
            self.faults.append(fault)
            raise

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.stopped.set()
        for thread in self.threads:
            thread.join()
        assert self.faults == []

    def desk(self, place):
        """Save and send, as the window does; after trouble wait as long as the schedule says."""
        desk, failures, made = self.desks[place], 0, []
        draw = random.Random(place)
        while not self.stopped.is_set():
            for _ in range(SAVED_AT_ONCE):
                values = {"name": "[练习]甲", "content": "问宅基地" * 20}
                record = draw.choice(made) if made and draw.random() < 0.3 else new_id()
                records.save(desk.session, KIND, record, values | {"phone": f"139{draw.randrange(10**8):08}"})
                made.append(record)
            begun, wait = time.monotonic(), 0.1
            try:
                report = renewing.run(desk.store)
                failures = 0
                self.waits.append(time.monotonic() - begun)
                if report.pushed:
                    self.heard[place].append(time.monotonic())
            except SyncTrouble as trouble:
                failures += 1
                self.troubles.add(trouble.code)
                self.note(f"desk {place}: {trouble.code}")
                wait = schedule.delay(failures, draw.random, trouble.details.get("retry_after"))
            self.stopped.wait(wait)
        desk.store.close_connection()

    def note(self, what):
        """Log what happened, with the time as Patroni and PostgreSQL log theirs."""
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%F %T')} {what}\n")

    def note_answer(self, told):
        """Note what the hand was told, when it is another than before."""
        if told != self.told:
            self.note(f"hand: {told}")
        self.told = told

    def by_hand(self):
        """Send one change after the other, without a pause, and the same again until it is taken."""
        line, taken = Line(self.address, self.hand), 0
        while not self.stopped.is_set():
            if len(self.hand.log) == taken:
                self.hand.write({"name": f"[练习]{taken}"})
            begun = time.monotonic()
            try:
                answer = line.send("POST", "/v1/sync", pack(self.hand.request(first=taken + 1)))
                self.note_answer(answer.status_code)
                if answer.status_code == 200:
                    taken = unpack(answer.content, SyncReply).last
                    self.answers.append((begun, time.monotonic()))
            except requests.RequestException as broken:
                self.note_answer(type(broken).__name__)
            self.stopped.wait(0.05)
        self.acknowledged = taken


def until(told, faults=()):
    end = time.monotonic() + PATIENCE
    while not told():
        assert not faults
        assert time.monotonic() < end
        time.sleep(0.05)


def acknowledged(store):
    """The changes a desk holds receipts for."""
    found = store.query('SELECT "first_n", "last_n" FROM "receipt"')
    return {n for first, last in found for n in range(first, last + 1)}


@pytest.fixture
def folder():
    """A folder that PostgreSQL's own user may look into.

    Not one of pytest's: each test run that begins on the machine closes those to all but its own user. Then
    etcd ends, and Patroni finds no database and gives the primary up.
    """
    with tempfile.TemporaryDirectory(prefix="failover-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


def test_no_acknowledged_change_is_lost_when_the_primary_dies(folder, record_property):
    with logs_kept(folder), patroni_cluster(folder / "cluster") as cluster:
        here = county.create(
            Config(database=cluster.url(), blobs=str(folder / "blobs")), COUNTY, "甘州区[练习]"
        )
        villages = [VILLAGE, OTHER_VILLAGE]
        desks = [
            new_desk(
                here,
                folder / f"desk{n}",
                Clock(),
                f"用户{n}[练习]",
                area=villages[n % 2],
                unit=villages[n % 2],
            )
            for n in range(DESKS)
        ]
        hand = desk_of(here, "[练习] 手", unit=VILLAGE)
        port = private.free_port()
        with (
            handed_upward(cluster) as store,
            served(cluster.url(), folder, port),
            gateway(folder / "nginx", port) as before,
        ):
            for desk in desks:
                connect.remember(desk.store, before.address, Tls(before.ca_file), times.now())
            load = Load(desks, hand, f"http://127.0.0.1:{port}", folder / "load.log")
            load.start()
            try:
                figures = [one_fail_over(cluster, load, Node.kill, Node.start) for _ in range(KILLS)]
                hung, _ = one_fail_over(cluster, load, Node.hang, Node.reset)
            finally:
                load.stop()
            for _ in range(2):
                for desk in desks:
                    assert settled(desk)
            checked = check(here, desks, hand, load)
            above = same_above(cluster, store)
        here.close()
    counted = {"acknowledged changes": checked, "records in the store above": above}
    tell(record_property, load, figures, counted | {"seconds without service when it hangs": f"{hung:.1f}"})


@contextlib.contextmanager
def handed_upward(cluster):
    """Let a store read what the county publishes, whichever machine is the primary; give its address."""
    admin = cluster.url("postgres", "county")
    run(admin, *upward.county_statements(), "GRANT upward_reader TO upward")
    cluster.keep_slot("upward")  # only now: what was written before the publication cannot be read by it
    slot = "SELECT count(*) FROM pg_replication_slots WHERE slot_name = 'upward'"
    until(lambda: ask(admin, slot) == [(1,)])
    with private.cluster() as server:
        store = server.database()
        run(store, *upward.store_statements([COUNTY]))
        follow(cluster.url("upward"), store, "from_county", "create_slot = false, slot_name = upward")
        copied = "SELECT DISTINCT srsubstate::text FROM pg_subscription_rel"
        until(lambda: ask(store, copied) == [("r",)])
        yield store


def ask(url, sql):
    with psycopg.connect(url) as opened:
        return opened.execute(sql).fetchall()


def same_above(cluster, store):
    """Wait until the store holds what the county holds, to the version of each record."""
    rows = f'SELECT "id", "ver", "changed_at" FROM {KIND} ORDER BY "id"'
    until(lambda: ask(store, rows) == ask(cluster.url(), rows))
    return len(ask(store, rows))


def one_fail_over(cluster, load, lose, give_back):
    """Lose the primary while everybody sends; return the seconds without service and until all were heard."""
    load.stopped.wait(LOAD_SECONDS)
    until(lambda: load.answers, load.faults)  # on busy cores the first answer takes its time
    old = cluster.until_safe(2)
    load.note(f"{old.name}: {lose.__name__}")
    lose(old)
    lost = time.monotonic()
    until(lambda: load.answers and load.answers[-1][0] > lost, load.faults)
    before = max(end for _, end in load.answers if end < lost)
    after = min(end for begun, end in load.answers if begun > lost)
    until(lambda: all(times_[-1:] and times_[-1] > after for times_ in load.heard.values()), load.faults)
    desks = max(min(at for at in each if at > after) for each in load.heard.values()) - lost
    load.note(f"{old.name}: {give_back.__name__}; nothing was taken for {after - before:.1f} s")
    give_back(old)
    assert cluster.until_safe(2).name != old.name
    return after - before, desks


def settled(desk):
    """A desk sends what is left, by itself, and has nothing waiting."""
    until(lambda: _went(desk))
    return desk.store.query("SELECT count(*) FROM change WHERE state IN ('new', 'acked')") == [(0,)]


def _went(desk):
    try:
        return renewing.run(desk.store).complete
    except SyncTrouble:
        return False


def check(here, desks, hand, load):
    """Everything acknowledged is in the county once; the county is sound; all hold the same."""
    with here.database.reading():
        feed = [(bytes(device), n) for device, n in here.database.rows("SELECT device, n FROM feed")]
        aside = here.database.rows("SELECT count(*) FROM quarantine")
    assert len(feed) == len(set(feed))
    there = set(feed)
    told = {(desk.store.device_id, n) for desk in desks for n in acknowledged(desk.store)}
    told |= {(hand.id, n) for n in range(1, load.acknowledged + 1)}
    assert told - there == set()
    assert aside == [(0,)]
    found = audit.verify(here)
    assert found.problems == []
    for desk in desks:
        desk.line.county = here
        same_as_county(desk)
    return len(told)


def tell(record_property, load, figures, checked):
    took = sorted(end - begun for begun, end in load.answers)
    rounds = sorted(load.waits)
    shown = {
        "primaries killed": len(figures),
        **checked,
        "lost": 0,
        "seconds without service": ", ".join(f"{gap:.1f}" for gap, _ in figures),
        "seconds until every desk had sent again": ", ".join(f"{desks:.1f}" for _, desks in figures),
        "one change, p50 / p95 ms": f"{_of(took, 50):.0f} / {_of(took, 95):.0f}",
        "a desk's round through nginx, p50 / p95 ms": f"{_of(rounds, 50):.0f} / {_of(rounds, 95):.0f}",
        "what desks were told": ", ".join(sorted(load.troubles)),
    }
    for name, value in shown.items():
        record_property(name, str(value))
        print(f"{name}: {value}")


def _of(sorted_seconds, percent):
    return statistics.quantiles(sorted_seconds, n=100)[percent - 1] * 1000
