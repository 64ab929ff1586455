"""A desk killed at every point where it writes: the file opens, is sound, and nothing acknowledged is gone.

`VD_KILLS` says how many hits of each point are tried and how many kills fall at random (`make prove`).
"""

import os
import random

import pytest

from sync import engine, enrolment
from sync.exchange import HttpExchange
from tests.end_to_end.crashing import PASSWORD, Told, World, faults
from village_desk import keys
from village_desk.crashpoints import CRASHPOINTS
from village_desk.errors import UserError
from village_desk.keys import DataKey
from village_desk.queries import integrity
from village_desk.store import open_store, tally

KILLS = int(os.environ.get("VD_KILLS", "1"))
SEED = int(os.environ.get("VD_SEED", "1"))
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]

WORKS = {
    "save": "save",
    "draft": "draft",
    "blob": "attach",
    "keys": "keys",
    "backup": "back_up",
    "restore": "restore",
    "migrate": "create",
    "sync": "sync",
}
ELSEWHERE = ("sync.before_join_commit",)
"""Points no usual round passes; tests/sync/test_killed.py kills there."""
ONCE = ("restore", "migrate")
"""Works that are done once in a process: a later hit of their points would never come."""


def kills():
    for point in CRASHPOINTS:
        work = point.partition(".")[0]
        if work not in WORKS or point in ELSEWHERE:
            continue  # of the county, see test_county_kill
        hits = (
            range(1, 5 if point == "restore.between_renames" else 2) if work in ONCE else range(1, KILLS + 1)
        )
        for hit in hits:
            yield pytest.param(WORKS[work], f"{point}:{hit}", id=f"{point}-{hit}")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World.made(tmp_path_factory.mktemp("killed"))
    yield made
    made.county.stop()


@pytest.mark.parametrize(("work", "crash"), list(kills()))
def test_a_kill_at_a_write_point_loses_nothing_that_was_done(world, work, crash):
    desk = world.copy()
    told = desk.run(work, crash)
    if work == "create":
        created = open_store(desk.folder / "new", desk.key)
        assert integrity.check(created).sound
        created.close_connection()
    assert faults(desk, told) == []
    if work == "sync":
        assert sent_in_the_end(desk, told) == []
    desk.remove()


@pytest.mark.parametrize(
    ("work", "point"), sorted({(each.values[0], each.values[1].partition(":")[0]) for each in kills()})
)
def test_a_disk_that_is_full_from_a_write_point_on_is_said_and_loses_nothing(world, work, point):
    desk = world.copy()
    told = desk.run_until_full(work, point)
    assert all(code.startswith("store.") for code in told.full)
    assert faults(desk, told) == []
    if work in ("save", "sync", "blob"):
        assert told.full
        assert sent_in_the_end(desk, told) == []
    desk.remove()


@pytest.mark.parametrize("round_", range(max(2, KILLS)))
def test_a_kill_at_any_moment_loses_nothing_that_was_done(world, round_):
    desk = world.copy()
    draw = random.Random(SEED * 1000 + round_)
    told = [desk.run("everything", after=draw.uniform(0.8, 3.5)) for _ in range(2)]
    assert [fault for one in told[:1] for fault in faults(desk, without_draft(one))] == []
    assert faults(desk, told[1]) == []
    assert sent_in_the_end(desk, told[1]) == []
    desk.remove()


def test_a_kill_while_the_password_is_changed_leaves_the_recovery_key_and_one_password(world):
    desk = world.copy()
    desk.run("keys", "keys.after_rename:2")
    slots = desk.folder / keys.KEYS_FILE
    opened = [
        _opens(slots, desk.user, word, moment)
        for word, moment in ((PASSWORD, 10**13), ("correct horse battery 1", 10**13 + 10**6))
    ]
    assert opened == [False, True]


def without_draft(told):
    """Draft texts begin anew with each process; the next one has replaced this one's."""
    return Told(saved=told.saved, tried=told.tried, answers=told.answers, attached=told.attached)


def sent_in_the_end(world, told):
    """Sync once more and say what the county does not have."""
    desk = world.open()
    store = desk.session.store
    exchange = HttpExchange(store.text_state("county_address"), enrolment.identity(store))
    try:
        report = engine.run_round(store, exchange)
        wrong = [] if report.complete and not report.mismatched else [f"round: {report}"]
        if tally.held(store) != tally.counted(store):
            wrong.append("the sums differ")
        open_ = store.query('SELECT count(*) FROM "change" WHERE "state" <> ?', ("merged",))[0][0]
        missing = [one.hex() for one in told.saved if store.row("consultation", one)["ver"] == 0]
        return [*wrong, *missing, *([f"{open_} changes no pull has shown"] if open_ else [])]
    finally:
        exchange.close()
        desk.close()


def _opens(slots, user, password, moment):
    try:
        return isinstance(keys.unlock(slots, user, password, moment), DataKey)
    except UserError:
        return False
