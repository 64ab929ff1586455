"""A desk killed where only rare rounds write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from county_server import accounts, backup, enrolment
from county_server.config import Config
from county_server.county import open_county
from sync import areas, connect, engine, renewing
from sync.enrolment import identity
from sync.exchange import HttpExchange, Tls
from tests.sync.test_http import CHILD, OPENED
from tests.sync.world import OTHER_VILLAGE, VILLAGE, serving
from village_desk.commands import records
from village_desk.ids import new_id
from village_desk.store import relog

pytestmark = pytest.mark.county
KIND = "consultation"


@pytest.mark.parametrize("hit", [1, 2])
def test_a_desk_killed_while_an_area_comes_has_all_of_it_after_the_next_round(
    county, desk_at, tmp_path, clock, hit
):
    adviser = desk_at(role="adviser")
    other = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    made = [new_id() for _ in range(areas.PIECE + 10)]
    for record_id in made:
        records.save(other.session, KIND, record_id, {"name": "张某某", "content": "问"})
    other.sync()
    records.save(adviser.session, KIND, own := new_id(), {"name": "李某某"})
    adviser.sync()
    accounts.add_grant(county, adviser.session.actor.user, "adviser", [VILLAGE, OTHER_VILLAGE])
    with serving(county) as address:
        child = subprocess.run(
            [sys.executable, "-c", CHILD, str(tmp_path / "desk0"), address],
            env=os.environ
            | {
                "VD_CRASHPOINT": f"sync.before_join_commit:{hit}",
                "PYTHONPATH": str(Path(__file__).parents[2]),
            },
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert child.returncode == -9, child.stderr
        exchange = HttpExchange(address, identity(adviser.store))
        report = engine.run_round(adviser.store, exchange, clock)
        exchange.close()
    assert report.complete
    assert report.repaired == ()
    assert {row["id"] for row in adviser.store.rows(KIND, '"ver" > 0')} == {*made, own}


def _killed(folder, address, point, what="engine.run_round(store, exchange)"):
    """Let another process do `what` with the desk in `folder` until it is killed at `point`."""
    script = (
        OPENED + f"from sync import renewing\nexchange = HttpExchange(address, identity(store))\n{what}\n"
    )
    child = subprocess.run(
        [sys.executable, "-c", script, str(folder), address],
        env=os.environ | {"VD_CRASHPOINT": point, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -9, child.stderr


@pytest.mark.parametrize("point", ["recovery.before_commit", "recovery.after_commit"])
def test_a_desk_killed_while_it_goes_back_with_its_county_sends_all_again(
    county, desk_at, tmp_path, clock, point
):
    desk = desk_at()
    (tmp_path / "backups").mkdir()
    made, _ = backup.back_up(county, tmp_path / "backups")
    records.save(desk.session, KIND, lost := new_id(), {"name": "王某某"})
    desk.sync()
    config = Config(database=str(tmp_path / "second.db"), blobs=str(tmp_path / "blobs"))
    backup.restore(config, made, clock())
    restored = open_county(config, clock)
    with serving(restored) as address:
        _killed(tmp_path / "desk0", address, point)
        exchange = HttpExchange(address, identity(desk.store))
        report = engine.run_round(desk.store, exchange, clock)
        exchange.close()
    assert report.complete
    assert report.pushed == 1
    assert desk.row(KIND, lost)["ver"] == 2**20 + 1


@pytest.mark.parametrize("point", ["renew.before_commit", "renew.after_commit"])
def test_a_desk_killed_while_it_becomes_another_becomes_one_only(county, desk_at, tmp_path, clock, point):
    desk = desk_at()
    desk.sync()
    records.save(desk.session, KIND, kept := new_id(), {"name": "王某某"})
    with desk.store.unit_of_work(None, clock()) as uow:
        relog.came_from_backup(uow)
    with serving(county) as address:
        _killed(tmp_path / "desk0", address, point, "renewing.renew(store, exchange)")
        connect.remember(desk.store, address, Tls(), clock())
        report = renewing.run(desk.store, clock)
    assert (report.complete, report.pushed) == (True, 1)
    assert desk.row(KIND, kept)["ver"] == 1
    assert len(enrolment.devices(county)) == 2
