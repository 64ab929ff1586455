"""A change altered in the file before it was sent is found, named and set aside, and stops nobody."""

import json

import pytest

from county_server import aside, audit, bundle_cli
from sync import renewing
from sync.sticks import stick
from tests.sync.test_bundles import put_on
from tests.sync.world import TOWNSHIP, VILLAGE, Line, shown, write
from village_desk import changes
from village_desk.commands import mending, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.queries import history, integrity, quarantine
from village_desk.store import altered, applying, outbox, relog

KIND = "consultation"


def tamper(desk, sql, *parameters):
    """Alter the file as somebody with the key and a database tool would."""
    with desk.store.unit_of_work(None, 1) as uow:
        uow.execute(sql, parameters)


def rewritten(desk, n, old, new):
    tamper(desk, 'UPDATE "change" SET "body" = replace("body", ?, ?) WHERE "n" = ?', old, new, n)


def states(desk):
    return desk.store.query('SELECT "n", "state", "reason" FROM "change" ORDER BY "n"')


def at_county(county):
    with county.database.reading():
        rows = county.database.rows(f'SELECT "id", "name" FROM "{KIND}"')
        aside_ = county.database.rows("SELECT n, reason FROM quarantine ORDER BY n")
    return {bytes(record_id): name for record_id, name in rows}, aside_


def both_verify(county, *desks):
    assert audit.verify(county).problems == []
    for desk in desks:
        report = desk.sync()
        assert report.complete
        assert report.mismatched == ()
        assert integrity.verify(desk.store).sound
        assert integrity.check(desk.store).altered == ()


def test_what_stands_before_and_behind_an_altered_change_arrives_and_it_is_named(county, desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    first = write(desk, name="甲")
    desk.sync()
    made = [write(desk, name=f"第{number}件") for number in range(3)]
    write(desk, first, name="改后")
    rewritten(desk, 3, "第1件", "假的")
    assert not integrity.verify(desk.store).sound
    report = desk.sync()
    assert (report.complete, report.pushed, report.quarantined) == (True, 4, 1)
    rows, set_aside = at_county(county)
    assert rows == {first: "改后", made[0]: "第0件", made[2]: "第2件"}
    assert set_aside == [(3, "altered")]
    both_verify(county, desk, other)
    assert integrity.verify(desk.store).altered == (3,)
    assert audit.verify(county).altered == [f"{desk.store.device_id.hex()}/3"]
    (listed,) = aside.listed(county, TOWNSHIP)
    assert (listed.n, listed.kind, listed.record, listed.reason) == (3, KIND, made[1].hex(), "altered")
    stated = aside.shown(county, desk.store.device_id, 3)
    assert stated["f"]["name"] == "第1件"  # as the record showed it
    assert json.loads(stated["was"][2])["f"]["name"] == "假的"  # as it was found


def test_its_author_sees_both_texts_and_sends_theirs_again(county, desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    record_id = write(desk, name="原话", cause="邻里")
    desk.sync()
    write(desk, record_id, name="补充")
    rewritten(desk, 2, "补充", "假的")
    desk.sync()
    assert shown(desk, record_id)["name"] == "原话"
    (one,) = quarantine.set_aside(desk.session)
    assert (one.reason, one.ways) == ("altered", ("again", "county"))
    assert one.parts[0].record_id == record_id
    assert one.parts[0].values == (("name", "补充", "原话"),)
    assert one.parts[0].found == (("name", "假的"),)
    mending.send_again(desk.session, one.first)
    both_verify(county, desk, other)
    assert quarantine.set_aside(desk.session) == []
    assert (shown(desk, record_id)["name"], shown(other, record_id)["name"]) == ("补充", "补充")


def test_a_record_that_was_made_by_an_altered_change_stays_and_can_be_sent_whole(county, desk_at):
    desk = desk_at()
    record_id = write(desk, name="原话", cause="邻里")
    rewritten(desk, 1, "原话", "假的")
    desk.sync()
    assert shown(desk, record_id)["name"] == "原话"
    (one,) = quarantine.set_aside(desk.session)
    mending.send_again(desk.session, one.first)
    both_verify(county, desk)
    assert at_county(county)[0] == {record_id: "原话"}


def test_a_unit_of_work_of_which_one_change_was_altered_is_set_aside_whole(county, desk_at):
    desk = desk_at()
    both = [new_id(), new_id()]
    records.save_all(desk.session, [(KIND, record_id, {"name": "一起"}) for record_id in both])
    last = write(desk, name="之后")
    rewritten(desk, 2, "一起", "假的")
    desk.sync()
    assert at_county(county) == ({last: "之后"}, [(1, "group"), (2, "altered")])
    both_verify(county, desk)


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ('UPDATE "change" SET "body" = CAST(\'nonsense\' AS BLOB) WHERE "n" = 3', [3]),
        ('UPDATE "change" SET "body" = \'{"n": 3}\' WHERE "n" = 3', [3]),
        ('UPDATE "change" SET "body" = NULL WHERE "n" = 3', [3]),
        ('UPDATE "change" SET "salt" = zeroblob(16) WHERE "n" = 3', [3]),
        ('UPDATE "change" SET "hash" = zeroblob(32) WHERE "n" = 3', [3, 4]),
        ('UPDATE "change" SET "hash" = zeroblob(32) WHERE "n" = 2', [3]),
        ('DELETE FROM "change" WHERE "n" = 3', [3, 4]),
        ('UPDATE "change" SET "body" = \'x\', "hash" = \'x\', "salt" = 1, "g" = -5 WHERE "n" = 3', [3, 4]),
        ('UPDATE "change" SET "kind" = \'x\', "record_id" = 1, "body" = \'x\' WHERE "n" = 3', [3]),
    ],
    ids=[
        "no JSON",
        "no body",
        "taken out",
        "salt",
        "hash",
        "hash of one sent",
        "missing",
        "everything",
        "filed",
    ],
)
def test_however_a_change_was_altered_those_behind_it_arrive(county, desk_at, sql, named):
    desk = desk_at()
    for number in range(2):
        write(desk, name=f"第{number}件")
    desk.sync()
    if '"n" = 2' in sql:
        named = []  # the county's receipt says what stood there
    for number in range(2, 6):
        write(desk, name=f"第{number}件")
    tamper(desk, sql)
    desk.sync()
    rows, set_aside = at_county(county)
    assert set_aside == [(n, "altered") for n in named]
    assert sorted(rows.values()) == sorted(f"第{n - 1}件" for n in range(1, 7) if n not in named)
    assert outbox.waiting(desk.store) == 0
    assert audit.verify(county).problems == []
    quarantine.set_aside(desk.session)
    write(desk, name="以后")
    assert desk.sync().complete


def test_by_stick_a_township_and_the_county_take_what_was_not_altered(county, desk_at, tmp_path):
    office = desk_at("司法所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    desk = desk_at("乙[练习]")
    office.sync()
    desk.sync()
    made = [write(desk, name=f"第{number}件") for number in range(3)]
    rewritten(desk, 2, "第1件", "假的")
    put_on(desk, tmp_path)
    assert stick.read(office.store, tmp_path, office.session.clock).came.carried == 2
    assert office.row(KIND, made[1]) is None
    bundle_cli.taken_in(county, [tmp_path], tmp_path)
    stick.read(desk.store, tmp_path, desk.session.clock)
    assert at_county(county) == ({made[0]: "第0件", made[2]: "第2件"}, [(2, "altered")])
    assert outbox.waiting(desk.store) == 0
    both_verify(county, desk, office)


@pytest.mark.parametrize("text", ["replace(\"body\", '原话', '假的')", "CAST('nonsense' AS BLOB)", "NULL"])
def test_a_change_altered_between_the_county_s_receipt_and_its_row_does_no_harm(county, desk_at, text):
    desk = desk_at()
    record_id = write(desk, name="原话")
    sent = desk.line.answer

    def altered_on_the_way(request):
        said = sent(request)
        tamper(desk, f'UPDATE "change" SET "body" = {text} WHERE "n" = 1')
        return said

    desk.line.answer = altered_on_the_way
    desk.sync()
    desk.line.answer = sent
    assert desk.sync().complete
    assert shown(desk, record_id)["name"] == "原话"
    assert at_county(county) == ({record_id: "原话"}, [])
    assert integrity.verify(desk.store).broken_at == (None if text == "NULL" else 1)


def test_an_unreadable_change_the_county_has_stops_no_round_while_its_row_is_on_the_way(county, desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    record_id = write(desk, name="原话", cause="邻里")
    desk.sync()
    other.sync()
    write(other, record_id, cause="其他")
    other.sync()
    write(desk, record_id, name="改后")
    tamper(desk, 'UPDATE "change" SET "state" = \'acked\', "body" = CAST(\'nonsense\' AS BLOB) WHERE "n" = 2')
    with desk.store.unit_of_work(None, 1) as uow:
        applying.relay(uow, KINDS[KIND], uow.row(KIND, record_id))
    assert shown(desk, record_id)["name"] == "原话"
    assert integrity.check(desk.store).altered == ()


def test_all_of_a_long_text_that_was_altered_stays_here(county, desk_at, monkeypatch):
    monkeypatch.setattr(altered, "_MOST_TEXT", 1_000)
    desk = desk_at()
    record_id = write(desk, name="原话", content="长" * 2_000)
    desk.sync()
    write(desk, record_id, content="改" * 2_001)
    rewritten(desk, 2, "改改改", "假假假")
    (before,) = desk.store.query('SELECT "body" FROM "change" WHERE "n" = 2')[0]
    desk.sync()
    assert at_county(county)[1] == [(2, "altered")]
    stated = changes.decode(desk.store.query('SELECT "body" FROM "change" WHERE "n" = 2')[0][0])
    assert stated.was[2] == before[:1_000]
    assert altered.as_found(desk.store, stated) == before.encode()
    (one,) = quarantine.set_aside(desk.session)
    ((name, text),) = one.parts[0].found
    assert (name, text) == ("content", "假" * 2_001)
    with desk.store.unit_of_work(None, 1) as uow:
        altered.forget(uow, record_id)
    assert altered.as_found(desk.store, stated) == stated.was[2].encode()


@pytest.mark.parametrize("text", ["CAST('nonsense' AS BLOB)", "'nonsense'", "replace(\"body\", '甲', '假')"])
def test_what_was_altered_after_the_county_had_it_stops_nobody_either(county, desk_at, text):
    desk, other = desk_at(), desk_at("乙[练习]")
    record_id = write(desk, name="甲", cause="邻里")
    desk.sync()
    other.sync()
    tamper(desk, f'UPDATE "change" SET "body" = {text} WHERE "n" = 1')
    assert integrity.verify(desk.store).broken_at == 1
    write(other, record_id, name="乙")
    write(desk, record_id, cause="其他")
    tamper(desk, 'UPDATE "change" SET "body" = replace("body", ?, ?) WHERE "n" = 2', "其他", "假的")
    other.sync()
    assert desk.sync().complete
    assert desk.sync().mismatched == ()
    assert (shown(desk, record_id)["name"], shown(desk, record_id)["cause"]) == ("乙", "邻里")
    assert len(history.of(desk.session, KIND, record_id)) >= 2
    assert at_county(county) == ({record_id: "乙"}, [(2, "altered")])
    assert audit.verify(county).problems == []


@pytest.mark.parametrize("text", ["replace(\"body\", '第1件', '假的')", "NULL"])
def test_a_desk_that_goes_on_as_another_device_states_what_was_altered_in_its_file(county, desk_at, text):
    desk = desk_at()
    desk.sync()
    made = [write(desk, name=f"第{number}件") for number in range(3)]
    tamper(desk, f'UPDATE "change" SET "body" = {text} WHERE "n" = 2')
    with desk.store.unit_of_work(None, 1) as uow:
        relog.came_from_backup(uow)
    renewing.renew(desk.store, desk.line, desk.session.clock)
    desk.line = Line(county, desk.store.device_id)
    desk.sync()
    assert at_county(county) == ({made[0]: "第0件", made[2]: "第2件"}, [(2, "altered")])
    assert audit.verify(county).problems == []


def test_a_statement_under_a_number_the_county_has_is_another_change_and_has_no_effect(county, desk_at):
    desk = desk_at()
    record_id = write(desk, name="原话")
    desk.sync()
    tamper(desk, 'UPDATE "change" SET "state" = \'new\', "body" = \'x\' WHERE "n" = 1')
    tamper(desk, 'DELETE FROM "receipt"')
    with pytest.raises(SyncTrouble, match="sync.fork"):
        desk.sync()
    assert at_county(county) == ({record_id: "原话"}, [])


def test_nothing_is_written_while_the_log_is_sound(desk_at):
    desk = desk_at(area=VILLAGE)
    write(desk, name="甲")
    before = states(desk), desk.store.head()
    assert altered.state_found(desk.store, 1) == []
    assert (states(desk), desk.store.head()) == before
