"""Two thousand records over real HTTP, to a desk that is killed and cut off again and again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from county_server import snapshots
from sync import engine, snapshot
from sync.enrolment import identity
from sync.exchange import HttpExchange
from tests.sync.test_first_sync import Cut
from tests.sync.test_http import CHILD
from tests.sync.world import serving
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.store import tally

KIND, RECORDS, PIECE = "consultation", 2_000, 50
KILLS = ["sync.before_send", "sync.after_reply", "sync.before_apply_commit:4", "sync.after_apply_commit:5"]


@pytest.fixture
def address(county, monkeypatch):
    monkeypatch.setattr(snapshots, "CHUNK", PIECE)
    monkeypatch.setattr(snapshots, "LEAST_WANT", 1)
    monkeypatch.setattr(snapshots, "MOST_WANT", 1)
    with serving(county) as served:
        yield served


def test_killed_and_cut_twenty_times_it_goes_on_where_it_stopped(address, desk_at, tmp_path, clock):
    clerk, reader = desk_at(), desk_at("乙[练习]", role="adviser")
    for first in range(0, RECORDS, 200):
        with clerk.store.unit_of_work(clerk.session.actor, clock()) as uow:
            for number in range(first, first + 200):
                uow.put(
                    KIND, new_id(), {"name": f"来访{number}[练习]", "content": "邻里排水纠纷，希望调解。"}
                )
    clerk.sync()

    def got():
        at = snapshot.reached(reader.store)
        return at.got if at else 0

    for point in KILLS:
        before = got()
        child = subprocess.run(
            [sys.executable, "-c", CHILD, str(tmp_path / "desk1"), address],
            env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert child.returncode == -9, child.stderr
        assert got() >= before
    answered = 0
    for _ in range(20 - len(KILLS)):
        before = got()
        line = Cut(HttpExchange(address, identity(reader.store)), 1)
        with pytest.raises(SyncTrouble):
            engine.run_round(reader.store, line, clock)
        line.line.close()
        answered += len(line.asked) - 1
        assert got() == before + PIECE
    before = got()
    exchange = Cut(HttpExchange(address, identity(reader.store)), -1)
    report = engine.run_round(reader.store, exchange, clock)
    exchange.line.close()
    pieces = [request for request in exchange.asked if request.path == "/v1/states"]
    assert report.complete
    assert report.repaired == ()
    assert report.pulled == RECORDS - before
    assert len(pieces) <= (RECORDS - before) // PIECE + 2, "nothing came twice"
    assert tally.held(reader.store) == tally.counted(reader.store) == tally.held(clerk.store)
