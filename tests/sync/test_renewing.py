"""A desk file that was copied or restored becomes a device of its own, and nothing is lost or there twice."""

import shutil

import pytest

from county_server import audit, enrolment, numbers
from sync import renewing
from tests.sync.world import Line, leave, open_desk, shown, write
from village_desk import changes
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text, new_id
from village_desk.keys import DataKey
from village_desk.queries import history
from village_desk.queries.integrity import verify
from village_desk.store import backup, open_store, relog, tally, withdrawn

KIND = "consultation"


def renew(desk):
    again = renewing.renew(desk.store, desk.line, desk.session.clock)
    desk.line = Line(desk.line.county, desk.store.device_id)
    return again


@pytest.fixture
def copied(desk_at, county, tmp_path, clock):
    """Returns a function that copies the file of a desk, as somebody moving to another PC does."""
    copies = []

    def copy(number=0):
        folder = tmp_path / f"copy{len(copies)}"
        shutil.copytree(tmp_path / f"desk{number}", folder)
        copies.append(open_desk(county, folder, clock))
        return copies[-1]

    yield copy
    for desk in copies:
        desk.close()


def equal(county, *desks):
    for _ in range(2):
        for desk in desks:
            report = desk.sync()
            assert report.complete
            assert not report.mismatched
    assert audit.verify(county).problems == []
    seen = []
    for desk in desks:
        seen.append({row["id"]: (shown(desk, row["id"]), row["ver"]) for row in desk.store.rows(KIND)})
        assert desk.store.query("SELECT count(*) FROM change WHERE state IN ('new', 'acked')") == [(0,)]
        assert {key: kept for key, kept in tally.held(desk.store).items() if kept[0]} == tally.counted(
            desk.store
        )
        assert verify(desk.store).sound
    assert all(one == seen[0] for one in seen)
    return seen[0]


def test_of_two_copies_each_keeps_its_work_and_goes_on_by_itself(desk_at, copied, county):
    desk = desk_at()
    shared = write(desk, name="共有")
    desk.sync()
    copy = copied()
    mine, theirs = write(desk, name="原件"), write(copy, name="副本")
    write(copy, shared, cause="邻里")
    desk.sync()
    with pytest.raises(SyncTrouble, match="sync.fork"):
        copy.sync()
    assert renew(copy) == 2
    assert shown(copy, theirs)["name"] == "副本"
    rows = equal(county, desk, copy)
    assert {mine, theirs, shared} == rows.keys()
    assert rows[shared][0]["cause"] == "邻里"
    assert desk.store.device_id != copy.store.device_id
    with county.database.reading():
        assert county.database.one("SELECT count(*) FROM feed") == (4,)


def test_what_was_on_its_way_is_not_a_conflict_with_oneself(desk_at, copied, county):
    desk = desk_at()
    record_id = write(desk, name="一")
    desk.sync()
    write(desk, record_id, name="二")
    copy = copied()
    with pytest.raises(SyncTrouble):
        copy.sync("lost answer")  # the county has 二; the copy does not know
    write(copy, record_id, name="三")
    with copy.store.unit_of_work(None, 0) as uow:
        relog.came_from_backup(uow)
    assert renew(copy) == 1
    assert shown(copy, record_id)["name"] == "三"
    copy.sync()
    assert shown(copy, record_id)["name"] == "三"
    assert copy.store.query('SELECT count(*) FROM "conflict"') == [(0,)]


def test_the_work_of_the_other_copy_is_somebody_elses(desk_at, copied, county):
    desk = desk_at()
    record_id = write(desk, name="一")
    desk.sync()
    copy = copied()
    write(desk, record_id, name="原件")
    write(copy, record_id, name="副本")
    desk.sync()
    renew(copy)
    equal(county, desk, copy)
    (kept,) = copy.store.query('SELECT "value" FROM "conflict" WHERE "open" = 1')
    assert {shown(copy, record_id)["name"], kept[0].strip('"')} == {"原件", "副本"}


def test_an_answer_that_was_lost_makes_no_second_device(desk_at, copied, county):
    desk = desk_at()
    desk.sync()
    copy = copied()
    write(copy, name="副本")
    for _ in range(2):
        copy.line.mode = "lost answer"
        with pytest.raises(SyncTrouble, match="sync.timeout"):
            renewing.renew(copy.store, copy.line, copy.session.clock)
    copy.line.mode = "ok"
    renew(copy)
    assert len(enrolment.devices(county)) == 2
    equal(county, desk, copy)


def test_what_one_copy_logged_again_the_next_does_not(desk_at, copied, county):
    desk = desk_at()
    desk.sync()
    write(desk, name="未报")
    first, second = copied(), copied()
    write(desk, name="原件")
    desk.sync()
    for copy in (first, second):
        write(copy, name="副本")
    assert renew(first) == 1  # 未报 is the county's already, from the first copy that sent it
    first.sync()
    assert renew(second) == 1
    assert len(equal(county, desk, first, second)) == 4


def test_a_desk_restored_from_a_backup_gets_its_lost_work_back(desk_at, county, tmp_path, clock):
    desk = desk_at()
    early = write(desk, name="早")
    desk.sync()
    raw = (tmp_path / "desk0" / "key").read_bytes()
    key = DataKey(raw[:32], raw[32:])
    (tmp_path / "stick").mkdir()
    made = backup.back_up(tmp_path / "desk0", key, tmp_path / "stick")
    late = write(desk, name="晚")
    desk.sync()
    receipts = desk.store.query('SELECT count(*) FROM "receipt"')
    desk.close()
    backup.restore(made, tmp_path / "desk0", key)
    again = open_desk(county, tmp_path / "desk0", clock)
    fresh = write(again, name="恢复后")
    with pytest.raises(SyncTrouble, match="sync.fork"):
        again.sync()
    renew(again)
    assert equal(county, again).keys() == {early, late, fresh}
    assert [event.received_at > 0 for event in history.of(again.session, KIND, early)] == [True]
    assert again.store.query('SELECT count(*) FROM "former_change"') == [(2,)]
    assert again.store.query('SELECT count(*) FROM "former_receipt"')[0] <= receipts[0]
    again.close()


def test_no_case_number_is_given_again_after_a_restore(desk_at, county, tmp_path, clock):
    desk = desk_at()
    desk.sync()
    (tmp_path / "desk0" / "restored.json").write_text("{}")
    given = {block.first for block in told(desk)}
    desk.close()
    raw = (tmp_path / "desk0" / "key").read_bytes()
    store = open_store(tmp_path / "desk0", DataKey(raw[:32], raw[32:]))
    assert store.query('SELECT count(*) FROM "number_block"') == [(0,)]
    assert relog.due(store)
    assert not (tmp_path / "desk0" / "restored.json").exists()
    store.close_connection()
    again = open_desk(county, tmp_path / "desk0", clock)
    number = shown(again, write(again, name="还没有号"))["number"]
    assert number.startswith("临-")
    renew(again)
    blocks = again.store.query('SELECT "first" FROM "number_block"')
    assert blocks
    assert given.isdisjoint(first for (first,) in blocks)
    again.close()


def told(desk):
    with desk.line.county.database.reading():
        return numbers.blocks_of(desk.line.county, desk.store.device_id)


def test_a_change_logged_again_names_its_origin_and_its_units_of_work(desk_at, copied, county):
    desk = desk_at()
    desk.sync()
    copy = copied()
    write(desk, name="原件")
    desk.sync()
    both = [(KIND, new_id(), {"name": "甲"}), (KIND, new_id(), {"name": "乙"})]
    records.save_all(copy.session, both)
    former = [bytes(chain) for (chain,) in copy.store.query('SELECT "hash" FROM "change" ORDER BY "n"')]
    renew(copy)
    rows = copy.store.query('SELECT "body" FROM "change" ORDER BY "n"')
    bodies = [changes.decode(bytes(raw)) for (raw,) in rows]
    assert [(body.n, body.g) for body in bodies] == [(1, 1), (2, 1)]
    assert [body.origin for body in bodies] == [
        (id_text(desk.store.device_id), n, chain.hex()) for n, chain in enumerate(former, 1)
    ]
    equal(county, desk, copy)


def test_revoking_a_device_revokes_the_copies_that_continue_it(desk_at, copied, county):
    desk = desk_at()
    desk.sync()
    copy = copied()
    write(desk, name="原件")
    desk.sync()
    renew(copy)
    enrolment.revoke_device(county, desk.store.device_id)
    for one in (desk, copy):
        leave(county, one)
        assert withdrawn.handed_over(one.store)
        with pytest.raises(SyncTrouble, match="sync.revoked"):
            renewing.renew(one.store, one.line, one.session.clock)


def test_a_desk_withdrawn_before_it_could_go_on_as_another_still_hands_over_what_it_has(desk_at, county):
    desk = desk_at()
    desk.sync()
    write(desk, name="未报")
    with desk.store.unit_of_work(None, 1) as uow:
        relog.came_from_backup(uow)
    enrolment.revoke_device(county, desk.store.device_id)
    assert renew(desk) == 1
    assert leave(county, desk).revoked
    assert withdrawn.handed_over(desk.store)
    assert desk.store.query('SELECT count(*) FROM "number_block"') == [(0,)]
    with county.database.reading():
        rows = county.database.rows("SELECT reason, body FROM quarantine")
        assert county.database.one("SELECT count(*) FROM device WHERE revoked_at IS NULL") == (0,)
    ((reason, body),) = rows
    assert (reason, changes.decode(bytes(body)).f["name"]) == ("revoked", "未报")


def test_an_answer_the_county_did_not_sign_is_not_taken_in(desk_at, copied, county, tmp_path, clock):
    from sync.packing import pack, unpack
    from sync.succession import SuccessionReply

    desk = desk_at()
    desk.sync()
    copy = copied()

    def bent(request):
        reply = unpack(copy.line(request), SuccessionReply)
        reply.shared += 1
        return pack(reply)

    before = copy.store.device_id
    with pytest.raises(SyncTrouble, match="sync.receipt"):
        renewing.renew(copy.store, bent, clock)
    assert copy.store.device_id == before
