"""Desks and counties of different age: nothing is dropped, and what one does not know waits until it does."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from county_server import rejudging, snapshots
from county_server.errors import Refused
from sync import engine, feed, repair
from sync.exchange import trouble_of
from tests.sync.world import open_desk, serving, shown
from village_desk import changes, paths
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.queries import history
from village_desk.sentences import sentence
from village_desk.store import applying, rewind, states, tally
from village_desk.upcasts import STEPS

KIND = "consultation"
DAY_MS = 86_400_000


def save(desk, record_id=None, **values):
    record_id = record_id or new_id()
    records.save(desk.session, KIND, record_id, values)
    return record_id


def test_a_change_of_a_newer_schema_waits_and_is_let_through_when_the_county_knows_it(
    desk_at, county, monkeypatch
):
    desk, other = desk_at(), desk_at("乙[练习]", role="adviser")
    older = KINDS[KIND]
    monkeypatch.setitem(KINDS, KIND, replace(older, sv=older.sv + 1))
    newer = save(desk, name="新程序写的")
    monkeypatch.setitem(KINDS, KIND, older)
    report = desk.sync()
    assert (report.quarantined, report.complete) == (1, True)
    later = save(desk, name="后写的")
    assert desk.sync().quarantined == 0  # it blocks nothing behind it
    monkeypatch.setitem(KINDS, KIND, replace(older, sv=older.sv + 1))
    monkeypatch.setitem(STEPS, (KIND, older.sv), dict)
    assert rejudging.updated(county) == 1
    assert rejudging.updated(county) == 0
    for one in (desk, other, desk):
        assert one.sync().mismatched == ()
        assert {row["id"] for row in one.store.rows(KIND)} >= {newer, later} or one is other
    assert other.row(KIND, newer)["name"] == desk.row(KIND, newer)["name"] == "新程序写的"
    assert desk.store.query('SELECT "state" FROM "change"') == [("merged",), ("merged",)]


def test_a_program_too_old_for_its_county_is_told_so_and_keeps_everything(desk_at):
    desk = desk_at()
    save(desk, name="甲")

    def too_new(_request):
        refused = Refused("version", 426)
        raise trouble_of(refused.status, refused.code)

    for _ in range(3):
        with pytest.raises(SyncTrouble, match="sync.version"):
            engine.run_round(desk.store, too_new, desk.session.clock)
    assert "sync.version" not in sentence("sync.version", {})
    assert desk.sync().pushed == 1


def test_a_clock_three_days_ahead_is_measured_told_and_orders_nothing(desk_at, clock):
    ahead, other = desk_at(), desk_at("乙[练习]", role="adviser")
    ahead.session = replace(ahead.session, clock=lambda: clock() + 3 * DAY_MS)
    record_id = save(ahead, name="快三天的")
    ahead.sync()
    offset = ahead.store.clock_offset()
    assert abs(offset - 3 * DAY_MS) < 60_000
    other.sync()
    save(other, record_id, name="后改的")
    other.sync()
    save(ahead, record_id, cause="邻里")
    for desk in (ahead, other):
        desk.sync()
    assert [desk.row(KIND, record_id)["name"] for desk in (ahead, other)] == ["后改的", "后改的"]
    rows = ahead.store.query('SELECT "body" FROM "change" ORDER BY "n"')
    bodies = [changes.decode(bytes(raw)) for (raw,) in rows]
    assert abs(bodies[0].clock or 0) < 60_000  # as measured last, before it ran ahead
    assert bodies[1].clock == offset
    assert [event.fields[0][0] for event in history.of(other.session, KIND, record_id)][-1] == "cause"
    assert all(
        abs(event.received_at - clock()) < DAY_MS for event in history.of(other.session, KIND, record_id)
    )


NEWER = {"agent_name": "代办人甲", "urgent": True, "answered_on": date(2026, 11, 20), "result": "已答复"}
"""Fields of consultations that the first release did not know: text, yes or no, a day."""


@pytest.mark.parametrize("few", [1_000, 0], ids=["feed", "states"])
def test_a_desk_of_the_first_release_keeps_what_newer_ones_write_and_sends_nothing_of_it_away(
    desk_at, county, tmp_path, clock, monkeypatch, few
):
    """The older desk is a process with the kinds as they were, against a county of today, over HTTP."""
    monkeypatch.setattr(snapshots, "FEW", few)
    older, newer = desk_at(), desk_at("乙[练习]")
    record = save(newer, name="都看得见", **NEWER)
    newer.sync()
    older.close()
    with serving(county) as address:
        run = [sys.executable, "-m", "tests.sync.older_program", tmp_path / "desk0", address, record.hex()]
        said = json.loads(subprocess.run(run, check=True, stdout=subprocess.PIPE, cwd=paths.ROOT).stdout)
    assert said["rounds"] == [{"complete": True, "mismatched": [], "aside": 0}] * 2
    assert said["seen"][0].items() >= KINDS[KIND].to_json(NEWER).items()
    assert said["sent"][0] == [1, ["cause"]]
    assert {sv for sv, _fields in said["sent"]} == {1}
    assert newer.sync().mismatched == ()
    updated = open_desk(county, tmp_path / "desk0", clock)
    for one in (newer, updated):
        held = shown(one, record)
        assert held.items() >= {**KINDS[KIND].to_json(NEWER), "cause": "老版本改的"}.items()
        assert "老版本写的" in {row["name"] for row in one.store.rows(KIND)}
    records.save(updated.session, KIND, record, {"result": "更新后改的"})
    assert updated.sync().mismatched == newer.sync().mismatched == ()
    assert shown(newer, record) == shown(updated, record)
    assert shown(newer, record)["result"] == "更新后改的"
    updated.close()


def as_an_older_program(desk, monkeypatch):
    """Sync as a desk whose program does not know persons yet."""
    with monkeypatch.context() as before:
        for module in (applying, feed, repair, rewind, states, tally):
            before.setattr(module, "KINDS", {name: kind for name, kind in KINDS.items() if name != "person"})
        return desk.sync()


@pytest.mark.parametrize("first", [True, False])
def test_records_of_a_kind_an_older_program_does_not_know_wait_for_its_update(desk_at, monkeypatch, first):
    """`first` reads states in place of the feed."""
    old, new = desk_at(), desk_at("乙[练习]")
    if not first:
        old.sync()
    monkeypatch.setattr(snapshots, "FEW", 0)
    records.save(new.session, "person", person := new_id(), {"name": "[练习]新", "party_type": "natural"})
    shared = save(new, name="都认识的")
    new.sync()
    for _ in range(2):
        report = as_an_older_program(old, monkeypatch)
        assert report.complete
        assert report.repaired == report.mismatched == ()
    records.save(new.session, "person", person, {"phone": "13900000001"})
    new.sync()
    assert as_an_older_program(old, monkeypatch).mismatched == ()
    assert old.row("person", person) is None
    assert old.row(KIND, shared)["name"] == "都认识的"
    report = old.sync()
    assert report.repaired == report.mismatched == ()
    assert old.row("person", person)["phone"] == "13900000001"
    assert old.row("person", person)["ver"] == new.row("person", person)["ver"] == 2
