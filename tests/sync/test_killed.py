"""A desk killed where only rare rounds write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from county_server import accounts
from sync import areas, engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from tests.sync.test_http import CHILD
from tests.sync.world import OTHER_VILLAGE, VILLAGE, serving
from village_desk.commands import records
from village_desk.ids import new_id

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
