"""Harms at every byte of a round: cut, doubled, late and slow messages lose nothing and double nothing.

`VD_BYTES` says at how many bytes apart a message is cut (`make prove`: at each).
"""

import os
import random
import sys
from contextlib import closing
from pathlib import Path

import pytest

from county_server import audit
from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from tests.sync.world import perhaps, serving
from village_desk.commands import records
from village_desk.ids import new_id

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from netlab import Fault, Faults

pytestmark = pytest.mark.county
KIND = "consultation"
STEP = int(os.environ.get("VD_BYTES", "61"))
BROKEN = ("sync.offline", "sync.nonsense", "sync.timeout", "sync.refused")
MOST_BYTES = 4_000


@pytest.fixture
def faults(county):
    with serving(county) as address, Faults(int(address.rpartition(":")[2])) as relay:
        yield relay


def write(desk):
    records.save(desk.session, KIND, new_id(), {"name": "张某某", "content": "问"})


def tried(desk, relay, plan):
    """Run a round while the next requests are harmed; whether it came to its end."""
    relay.plan = iter(plan)
    line = HttpExchange(relay.address, identity(desk.store))
    with closing(line), perhaps(*BROKEN):
        return engine.run_round(desk.store, line, desk.session.clock).complete
    return False


def all_is_there_once(county, desks):
    """After rounds over a good line the county has each change once, and the desks have all."""
    for desk in (*desks, *desks):
        report = desk.sync()
        assert report.complete
        assert report.repaired == ()
    written = sum(desk.store.head().n for desk in desks)
    with county.database.reading():
        assert county.database.rows("SELECT count(*), count(DISTINCT record_id) FROM feed") == [
            (written,) * 2
        ]
    for desk in desks:
        settled = f'SELECT count(*) FROM "{KIND}" WHERE "ver" = 1 AND "pending" = 0'
        assert desk.store.query(settled) == [(written,)]
    assert audit.verify(county).problems == []


@pytest.mark.parametrize("harm", ["cut request", "cut reply"])
def test_a_message_cut_at_any_byte_costs_one_more_round(county, faults, desk_at, expected_logs, harm):
    expected_logs.append("Failed to parse headers")
    desk = desk_at()
    tried(desk, faults, ())
    cuts = 0
    for at in range(0, MOST_BYTES, STEP):
        write(desk)
        before = len(faults.sizes)
        cuts += not tried(desk, faults, [Fault(harm, at)])
        if at > faults.sizes[before][harm == "cut reply"]:
            break
    assert cuts >= 1_000 // STEP
    all_is_there_once(county, [desk])


@pytest.mark.parametrize("seed", range(3))
def test_requests_cut_doubled_late_and_slow_in_any_order_lose_and_double_nothing(
    county, faults, desk_at, expected_logs, seed
):
    expected_logs.append("Failed to parse headers")
    draw = random.Random(seed)
    desks = [desk_at(), desk_at("乙[练习]", role="adviser")]
    harms = ("", "", "cut request", "cut reply", "twice", "late", "slow")
    for _ in range(25):
        desk = draw.choice(desks)
        write(desk)
        tried(desk, faults, [Fault(draw.choice(harms), draw.randrange(1_500)) for _ in range(4)])
    all_is_there_once(county, desks)
