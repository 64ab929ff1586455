"""A first sync of a large archive over HTTP, killed and cut twenty times on its way (`make prove` only)."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sync import snapshot
from village_desk.keys import DataKey
from village_desk.keys.passwords import Cost
from village_desk.store import open_store, tally

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import bench_first
from bench_data import PASSWORD
from netlab import Shaper
from practice_county import VILLAGE, enrolled, new_desk

pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]
RECORDS = int(os.environ.get("VD_FIRST", "10000"))
BREAKS = 20
PERSON = "乙{}[练习]"
CHILD = """
import json, sys
from pathlib import Path
from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from village_desk.errors import SyncTrouble
from village_desk.keys import DataKey
from village_desk.store import open_store
folder, address = Path(sys.argv[1]), sys.argv[2]
raw = (folder / "key").read_bytes()
store = open_store(folder, DataKey(raw[:32], raw[32:]))
largest = 0
exchange = HttpExchange(address, identity(store))
def measured(request):
    global largest
    answer = exchange(request)
    largest = max(largest, len(answer))
    return answer
try:
    report = engine.run_round(store, measured)
except SyncTrouble as trouble:
    sys.exit(trouble.code)
said = [report.complete, report.repaired, report.mismatched, report.pulled, report.requests, largest]
print(json.dumps(said + [Path("/proc/self/status").read_text()]))
"""
"""A desk's process: one round, and what came of it."""


class Reader:
    """A desk that reads the archive, each time in a process of its own, and what that took of the PC."""

    def __init__(self, served, folder, number):
        self.folder, name = folder / f"reader{number}", PERSON.format(number)
        code = served.invite(VILLAGE, "乌江村[练习]", [(name, "adviser")])
        made = new_desk(self.folder, VILLAGE, (name, "adviser"), PASSWORD, Cost(64, 1, 1))
        enrolled(made, served.address, code).session.store.close_connection()
        (self.folder / "key").write_bytes(made.key.cipher + made.key.salt)
        self.key = made.key
        self.peak, self.used = 0.0, 0.0

    def run(self, relay, break_off=None):
        """Run a round through the relay; `break_off(child)` may end it. Return what it printed and said."""
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(self.folder), relay.address],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        before = children()
        if break_off:
            break_off(child)
        printed, said = child.communicate(timeout=1_200)
        self.used += children() - before
        return child.returncode, printed, said

    def kill(self, child):
        """Kill it where it is; remember how much memory it had."""
        self.peak = max(self.peak, peak_of(Path(f"/proc/{child.pid}/status").read_text("ascii")))
        child.send_signal(signal.SIGKILL)

    def look(self, ask):
        """Open the desk and ask it something."""
        store = open_store(self.folder, DataKey(self.key.cipher, self.key.salt))
        try:
            return ask(store)
        finally:
            store.close_connection()

    def got(self):
        """Return how many records the first sync has applied; None when it is not under way."""
        at = self.look(snapshot.reached)
        return at.got if at else None


def children():
    """Return the seconds of processor of the processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def peak_of(status):
    """Return the most memory a process has used, MB."""
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A county of so many records, in a process of its own."""
    county = bench_first._filled(tmp_path_factory.mktemp("county"), RECORDS)
    county.start()
    yield county
    county.stop()


def finished(reader, relay):
    """Read to the end; return what was pulled, the requests, the largest answer."""
    code, printed, said = reader.run(relay)
    assert code == 0, said
    complete, repaired, mismatched, pulled, requests, largest, status = json.loads(printed)
    assert complete
    assert repaired == mismatched == []
    assert sum(one[0] for one in reader.look(tally.held).values()) == RECORDS
    assert reader.look(tally.held) == reader.look(tally.counted)
    reader.peak = max(reader.peak, peak_of(status))
    return pulled, requests, largest


def test_killed_and_cut_twenty_times_it_costs_a_piece_each_and_ends_equal(served, tmp_path, record_property):
    whole, broken = Reader(served, tmp_path, 1), Reader(served, tmp_path, 2)
    draw = random.Random(20)
    with Shaper(int(served.address.rpartition(":")[2])) as relay:
        _pulled, _requests, largest = finished(whole, relay)
        whole_down, whole_requests = relay.counted().down, relay.counted().requests
        relay.begin()
        began, got = time.monotonic(), 0
        for number in range(BREAKS):
            size = draw.randrange(50_000, whole_down // BREAKS)

            def break_off(child, number=number, size=size):
                relay.when_down(size, (lambda: broken.kill(child)) if number % 2 else relay.cut)

            code, _printed, said = broken.run(relay, break_off)
            assert code == (-signal.SIGKILL if number % 2 else 1), said
            assert said.strip() == ("" if number % 2 else "sync.offline")
            before, got = got, broken.got()
            assert got >= before
        pulled, _requests, _largest = finished(broken, relay)
        assert pulled == RECORDS - got, "what was applied did not come again"
        counts, seconds = relay.counted(), time.monotonic() - began
    assert counts.down <= whole_down + BREAKS * (largest + 1_000)
    assert counts.requests <= whole_requests + BREAKS * 4
    told = {
        "records": RECORDS, "interruptions": BREAKS, "of which cuts": counts.cuts,
        "MB down, uninterrupted": round(whole_down / 1e6, 1),
        "MB down, interrupted": round(counts.down / 1e6, 1),
        "requests, uninterrupted": whole_requests, "requests, interrupted": counts.requests,
        "largest piece, MB": round(largest / 1e6, 2),
        "processor of the desk, s, uninterrupted": round(whole.used, 1), "interrupted": round(broken.used, 1),
        "seconds in all": round(seconds), "records applied before the last start": got,
        "memory of the desk, MB": round(max(whole.peak, broken.peak)),
        "memory of the county, MB": round(peak_of(Path(f"/proc/{served.process}/status").read_text("ascii"))),
    }  # fmt: skip
    for name, value in told.items():
        record_property(name, value)
