"""A county restored from a backup: its desks notice, go back with it, and send again what it has lost."""

import json
import shutil

import pytest

from county_server import audit, backup, enrolment
from county_server.config import Config
from sync import engine
from sync.sticks import stick
from tests.sync.test_areas import same_as_county
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, Line, open_county
from village_desk.commands import conflicts, placing, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.queries.integrity import verify
from village_desk.store import rewind, tally
from village_desk.tables import row_values

KIND = "consultation"


@pytest.fixture
def town(county, desk_at, tmp_path, clock):
    return Town(county, [desk_at(), desk_at("乙[练习]", role="adviser")], tmp_path, clock)


class Town:
    """A county with two desks, its backups, and the restoring of one."""

    def __init__(self, county, desks, folder, clock):
        self.county, self.desks, self.folder, self.clock = county, desks, folder, clock
        (folder / "backups").mkdir()

    def back_up(self):
        self.clock.now += 60_000
        made, manifest = backup.back_up(self.county, self.folder / "backups")
        assert manifest.problems == []
        return made

    def restore(self, made):
        self.county.close()
        config = Config(database=str(self.folder / "county.db"), blobs=str(self.folder / "blobs"))
        backup.restore(config, made, self.clock())
        self.county = open_county(self.folder, self.clock)
        for desk in self.desks:
            desk.line = Line(self.county, desk.store.device_id)

    def settle(self, rounds=2):
        reports = [desk.sync() for _ in range(rounds) for desk in self.desks]
        assert all(report.complete and not report.mismatched for report in reports)
        return reports

    def write(self, who, record_id=None, **values):
        record_id = record_id or new_id()
        records.save(self.desks[who].session, KIND, record_id, values)
        return record_id

    def shown(self, who, record_id):
        row = self.desks[who].row(KIND, record_id)
        return KINDS[KIND].to_json(row_values(KINDS[KIND], row)) if row else None

    def equal(self):
        """Both desks and the county hold the same; nothing waits, nothing is there twice."""
        seen = []
        for desk in self.desks:
            ids = [row["id"] for row in desk.store.rows(KIND)]
            assert desk.store.query("SELECT count(*) FROM change WHERE state IN ('new', 'acked')") == [(0,)]
            held = {key: kept for key, kept in tally.held(desk.store).items() if kept[0]}
            assert held == tally.counted(desk.store)
            seen.append({i: (self.shown(self.desks.index(desk), i), desk.row(KIND, i)["ver"]) for i in ids})
        assert seen[0] == seen[1]
        found = audit.verify(self.county)
        assert found.problems == []
        with self.county.database.reading():
            there = dict(self.county.database.rows("SELECT id, ver FROM consultation"))
            changes = self.county.database.rows("SELECT device, n FROM feed")
        assert {bytes(i): ver for i, ver in there.items()} == {i: ver for i, (_, ver) in seen[0].items()}
        assert len(changes) == len(set(changes))
        return seen[0]


def test_what_was_lost_is_sent_again_and_stands_as_it_did(town):
    old = town.write(0, name="旧", cause="邻里")
    town.settle()
    made = town.back_up()
    town.write(0, old, cause="婚姻")
    town.write(1, old, name="旧二")
    new = town.write(1, name="新")
    town.settle()
    before = [town.shown(0, record_id) for record_id in (old, new)]
    town.restore(made)
    reports = town.settle()
    assert [report.restored for report in reports] == [True, True, False, False]
    assert [report.lost for report in reports[2:]] == [0, 0]
    assert [town.shown(0, record_id) for record_id in (old, new)] == before
    assert len(town.equal()) == 2
    assert town.desks[0].store.query('SELECT count(*) FROM "conflict"') == [(0,)]


def test_nothing_leaves_the_screen_while_the_other_desk_has_not_sent_again(town):
    town.settle()
    made = town.back_up()
    theirs = town.write(1, name="乙写的", content="一")
    town.settle()
    town.write(0, theirs, phone="13900000001")
    town.settle()
    town.restore(made)
    report = town.desks[0].sync()
    assert report.lost == 1
    assert town.shown(0, theirs)["name"] == "乙写的"
    assert town.shown(0, theirs)["phone"] == "13900000001"
    assert town.desks[0].row(KIND, theirs)["ver"] == 0
    town.settle()
    assert rewind.lost(town.desks[0].store) == 0
    assert town.shown(0, theirs).items() >= {"name": "乙写的", "phone": "13900000001"}.items()
    town.equal()


def test_an_edit_by_stick_of_a_lost_record_leaves_the_rest_of_it_on_the_townships_screen(
    town, desk_at, tmp_path
):
    office = desk_at("所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    town.desks.append(office)
    town.settle()
    made = town.back_up()
    record_id = town.write(1, name="[练习] 甲", cause="借款", content="一")
    town.settle()
    town.restore(made)
    records.save(town.desks[0].session, KIND, record_id, {"content": "改"})
    (tmp_path / "stick").mkdir()
    stick.write(town.desks[0].store, tmp_path / "stick", town.desks[0].session.clock)
    office.sync()
    before = town.shown(2, record_id)
    assert stick.read(office.store, tmp_path / "stick", office.session.clock).came.carried == 1
    assert town.shown(2, record_id) == {**before, "content": "改"}
    assert office.row(KIND, record_id)["ver"] == 0
    town.settle()
    town.equal()


def test_an_edit_based_on_a_lost_version_overwrites_nobody_unseen(town):
    record_id = town.write(0, name="一")
    town.settle()
    made = town.back_up()
    town.write(1, record_id, name="二")
    town.settle()
    town.write(0, record_id, name="三")  # having seen 二
    town.desks[0].sync()
    town.restore(made)
    town.desks[1].sync()
    town.write(1, record_id, name="四")  # having seen only 一 and 二
    town.desks[1].sync()
    town.settle()
    kept = town.desks[0].store.query('SELECT "value" FROM "conflict" WHERE "open" = 1')
    values = {town.shown(0, record_id)["name"], *(json.loads(value) for (value,) in kept)}
    assert values >= {"三", "四"}
    town.equal()


def test_a_decision_the_county_lost_is_made_again_by_itself(town):
    record_id = town.write(0, name="一")
    town.settle()
    town.write(0, record_id, name="甲")
    town.write(1, record_id, name="乙")
    town.settle()
    made = town.back_up()
    (conflict,) = town.desks[0].store.query('SELECT "id" FROM "conflict" WHERE "open" = 1')
    conflicts.resolve(town.desks[0].session, conflict[0], "乙")
    town.settle()
    town.restore(made)
    town.settle()
    for who in (0, 1):
        assert town.shown(who, record_id)["name"] == "乙"
        assert town.desks[who].store.query('SELECT count(*) FROM "conflict" WHERE "open" = 1') == [(0,)]
    town.equal()


def test_receipts_are_new_and_the_old_ones_stay_as_history(town):
    made = town.back_up()
    town.write(0, name="一")
    town.settle()
    town.restore(made)
    town.settle()
    store = town.desks[0].store
    assert (
        len(store.query('SELECT 1 FROM "receipt"')) == len(store.query('SELECT 1 FROM "former_receipt"')) == 1
    )
    assert verify(store).sound


def test_a_desk_killed_between_going_back_and_laying_anew_goes_on_there(town):
    record_id = town.write(0, name="一")
    town.settle()
    made = town.back_up()
    town.write(1, record_id, name="二")
    town.settle()
    town.restore(made)
    desk = town.desks[0]
    asked = iter(["ok", "lost request"])
    line = desk.line

    def falling(request):
        line.mode = next(asked)
        return line(request)

    with pytest.raises(SyncTrouble, match="offline"):
        engine.run_round(desk.store, falling, town.clock)
    assert rewind.to_rebuild(desk.store, 9) == [(KIND, record_id)]
    line.mode = "ok"
    town.settle()
    assert rewind.to_rebuild(desk.store, 9) == []
    assert town.shown(0, record_id)["name"] == "二"
    town.equal()


def test_a_second_restore_of_the_same_backup_is_no_different(town):
    record_id = town.write(0, name="一")
    town.settle()
    made = town.back_up()
    town.write(0, record_id, name="二")
    town.settle()
    town.restore(made)
    town.settle()
    town.write(1, record_id, cause="邻里")
    town.settle()
    town.clock.now += 60_000
    town.restore(made)
    town.settle()
    assert town.shown(0, record_id).items() >= {"name": "二", "cause": "邻里"}.items()
    town.equal()


def test_a_county_that_changes_its_incarnation_at_every_word_stops_the_round(town):
    desk = town.desks[0]
    town.write(0, name="一")
    made = town.back_up()
    shutil.copytree(town.folder / "backups", town.folder / "again")
    town.restore(made)
    first = town.county
    town.restore(town.folder / "again" / made.name)
    second = town.county
    lines = [Line(first, desk.store.device_id), Line(second, desk.store.device_id)]

    def changing(request):
        lines.reverse()
        return lines[0](request)

    with pytest.raises(SyncTrouble, match="sync.restored"):
        engine.run_round(desk.store, changing, town.clock)
    first.close()


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_case_put_elsewhere_around_the_backup_ends_where_it_was_put(county, desk_at, tmp_path, clock, when):
    here = desk_at("甲[练习]")
    there = desk_at("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    town = Town(county, [here, there, office], tmp_path, clock)
    case = new_id()
    records.save(here.session, "mediation_case", case, {"title": "一"})
    here.sync()
    town.settle()
    made = town.back_up() if when == "before" else None
    placing.move_to(office.session, "mediation_case", case, OTHER_VILLAGE)
    office.sync()
    town.settle()
    made = made or town.back_up()
    records.save(there.session, "mediation_case", case, {"facts": "移交后写的"})
    there.sync()
    town.settle()
    town.restore(made)
    town.settle(4)
    for desk in (there, office):
        assert desk.row("mediation_case", case)["scope"] == OTHER_VILLAGE
        assert desk.row("mediation_case", case)["facts"] == "移交后写的"
    assert here.row("mediation_case", case) is None
    for desk in town.desks:
        same_as_county(desk)
    assert audit.verify(town.county).problems == []


def test_a_desk_withdrawn_after_a_restore_hands_over_again_what_was_lost(town):
    town.write(0, name="甲")
    town.settle()
    made = town.back_up()
    town.write(0, name="乙")
    town.settle()
    town.restore(made)
    desk = town.desks[0]
    enrolment.revoke_device(town.county, desk.line.device)
    desk.sync()
    town.back_up()
    report = desk.sync()
    assert (report.revoked, report.complete) == (True, True)
    with town.county.database.reading():
        found = town.county.database.rows("SELECT n, reason FROM quarantine")
    assert found == [(desk.store.head().n, "revoked")]
    assert audit.verify(town.county).problems == []
