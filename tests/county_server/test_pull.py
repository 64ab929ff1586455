"""What a desk may see: its areas, its classes, today; and the sums that prove it has all of it."""

import itertools
import json

import pytest

from county_server import accounts, pull, service
from sync import messages, packing
from sync.messages import WITHHELD
from village_desk import rights
from village_desk.changes import state_sum
from village_desk.kinds import KINDS

VILLAGE, NEIGHBOUR, ELSEWHERE = "620702103001", "620702103002", "620702104001"
HARDSHIP = {"name": "[练习] 困难户", "class": "hardship", "total_income": 123_456}


def _canary(place):
    return {"name": f"[练习] canary {place}", "content": f"CANARY-{place}"}


def _everything_said(desk):
    """Return all plain bytes the county ever answers to this desk, whatever it asks for."""
    said = b""
    areas = ("", "62", "620702", "620702103", VILLAGE, NEIGHBOUR, ELSEWHERE, "%", "_" * 12)
    for cursor, village in itertools.product((0, -5, 2**62), areas):
        request = desk.request(first=len(desk.log) + 1, cursor=cursor, village=village, tally=True)
        said += packing.unpacked(service.answer(desk.county, desk.id, packing.pack(request)))
    return said


def test_no_byte_of_a_foreign_village_is_in_any_answer(here, new_desk):
    desks = {place: new_desk(unit=place) for place in (VILLAGE, NEIGHBOUR, ELSEWHERE)}
    for place, desk in desks.items():
        desk.write(_canary(place))
        desk.push()
    for place in desks:
        said = _everything_said(new_desk(unit=place))
        assert f"CANARY-{place}".encode() in said
        for foreign in desks.keys() - {place}:
            assert f"CANARY-{foreign}".encode() not in said
            assert foreign.encode() not in said


def test_a_station_sees_its_township_and_the_county_all(here, new_desk):
    for place in (VILLAGE, NEIGHBOUR, ELSEWHERE):
        desk = new_desk(unit=place)
        desk.write(_canary(place))
        desk.push()
    station = new_desk("station_head", "620702103000", ["620702103"])
    assert [row.q for row in station.pull()] == [1, 2]
    assert set(station.sums()) == {VILLAGE, NEIGHBOUR}
    adviser = new_desk("adviser", VILLAGE, [VILLAGE, ELSEWHERE])
    assert [row.q for row in adviser.pull()] == [1, 3]
    bureau = new_desk("county_pls", "620702000000", ["620702"])
    assert [row.q for row in bureau.pull()] == [1, 2, 3]


def test_a_desk_that_may_not_write_elsewhere_changes_nothing_there(here, new_desk):
    theirs, foreign = new_desk(), new_desk(unit=ELSEWHERE)
    record = theirs.write(_canary(VILLAGE))
    theirs.push()
    before = theirs.sums()
    foreign.write({"name": "[练习] taken over"}, record=record, b=1)
    foreign.write({"name": "[练习] taken over"}, record=record, b=1, s=VILLAGE)
    foreign.write({}, record=record, b=1, op="archive")
    reply = foreign.push()
    assert [one.reason for one in reply.verdicts] == ["rights"] * 3
    assert theirs.sums() == before
    assert len(theirs.pull()) == 1


def test_hardship_rows_go_only_to_those_who_may_read_them(here, new_desk):
    clerk = new_desk()
    application = clerk.write({"name": "[练习] 申请人", "state": "drafting"}, kind="legal_aid")
    clerk.write({**HARDSHIP, "legal_aid": application}, kind="hardship_statement")
    assert clerk.push().verdicts == []
    colleague = new_desk()
    adviser = new_desk("adviser")
    assert not rights.reach("adviser", "read", "hardship_statement", "hardship")
    assert b"123456" in _everything_said(colleague)
    assert b"123456" not in _everything_said(adviser)
    assert [row.n for row in adviser.pull()] == []
    assert colleague.sums()[VILLAGE].count == 2


def test_a_record_made_restricted_later_hides_its_past_from_all_but_its_readers(here, new_desk):
    clerk, colleague, named = new_desk(), new_desk(), new_desk()
    record = clerk.write(_canary("before"))
    clerk.push()
    assert len(colleague.pull()) == 1
    clerk.write({"class": "restricted", "readers": [named.user]}, record=record, b=1)
    assert clerk.push(2).verdicts == []
    assert b"CANARY-before" not in _everything_said(colleague)
    assert b"CANARY-before" in _everything_said(named)
    assert VILLAGE not in colleague.sums()
    assert named.sums()[VILLAGE].count == clerk.sums()[VILLAGE].count == 1


def test_a_record_beside_a_confidential_one_may_not_be_less_confidential(here, new_desk):
    desk = new_desk()
    application = desk.write({"name": "[练习] 申请人", "state": "drafting"}, kind="legal_aid")
    statement = desk.write({**HARDSHIP, "legal_aid": application}, kind="hardship_statement")
    desk.push()
    beside = {"record_kind": "hardship_statement", "record_id": statement, "title": "[练习] 照片"}
    desk.write(beside, kind="attachment")
    desk.write({**beside, "class": "hardship"}, kind="attachment")
    secret = desk.write({**_canary("secret"), "class": "restricted"}, kind="consultation")
    desk.write({"record_kind": "consultation", "record_id": secret, "content": "CANARY"}, kind="submission")
    reply = desk.push(3)
    assert [(one.n, one.reason) for one in reply.verdicts] == [(3, "class"), (6, "class")]


def test_what_is_ones_own_reach_is_counted_one_by_one(here, new_desk):
    clerk = new_desk()
    clerk.write(_canary("clerk"))
    clerk.push()
    helper = new_desk("volunteer")
    record = helper.write(_canary("helper"))
    assert helper.push().verdicts == []
    assert [row.n for row in helper.pull()] == [1]
    (place,) = helper.sums().items()
    data = {**_canary("helper")}
    assert place == (VILLAGE, messages.Sum(1, f"{state_sum(bytes.fromhex(record), 1, data):016x}"))


def test_revoking_a_grant_and_giving_another_decides_the_next_answer(here, new_desk):
    desk, other = new_desk(), new_desk(unit=NEIGHBOUR)
    for each in (desk, other):
        each.write(_canary(each.unit))
        each.push()
    accounts.revoke_grant(here, bytes.fromhex(desk.grant))
    accounts.add_grant(here, bytes.fromhex(desk.user), "village_clerk", [NEIGHBOUR])
    said = _everything_said(desk)
    assert f"CANARY-{NEIGHBOUR}".encode() in said
    assert f"CANARY-{VILLAGE}".encode() not in said


def test_a_grant_that_has_ended_or_not_begun_shows_nothing(here, new_desk, clock):
    from datetime import date

    desk = new_desk()
    desk.write(_canary("x"))
    desk.push()
    user = accounts.add_user(here, "[练习] 临时", VILLAGE)
    accounts.add_grant(here, user, "village_clerk", [VILLAGE], (date(2026, 12, 1), date(2026, 12, 31)))
    with here.database.writing():  # the same desk, now only for the temporary user
        here.database.rows("UPDATE device_user SET user_id = ? WHERE device = ?", user, desk.id)
    assert b"CANARY" not in _everything_said(desk)
    clock.now += 12 * 86_400_000
    assert desk.sums()[VILLAGE].count == 1
    clock.now += 30 * 86_400_000
    assert b"CANARY" not in _everything_said(desk)


def test_ones_own_rows_come_back_without_their_bodies(here, new_desk):
    one, other = new_desk(), new_desk()
    one.write(_canary("x"))
    one.push()
    (own,), (foreign,) = one.pull(), other.pull()
    assert (own.b, own.k) == (WITHHELD, b"")
    assert (bytes(foreign.b), foreign.k, foreign.w) == (
        bytes(one.log[0].body),
        one.log[0].salt,
        "[练习] 用户1",
    )


def test_pages_meet_without_gap_or_overlap_at_any_size(here, new_desk):
    writer, reader = new_desk(), new_desk()
    for number in range(60):
        writer.write({"name": f"[练习] {number}", "content": "长" * 2_000})
    writer.push()
    assert reader.ask(reader.request(want=4_096)).more
    assert [row.n for row in reader.pull(want=4_096)] == list(range(1, 61))
    assert reader.pull() == []


def test_a_page_ends_at_the_most_rows_looked_at(here, new_desk, monkeypatch):
    monkeypatch.setattr(pull, "MOST_ROWS", 10)
    writer, reader = new_desk(), new_desk()
    for number in range(25):
        writer.write({"name": f"[练习] {number}"})
    writer.push()
    first = reader.ask(reader.request())
    assert (len(first.rows), first.cursor, first.more) == (10, 10, True)
    assert len(reader.pull()) == 25


def test_a_repair_pulls_one_village_from_the_start(here, new_desk):
    for place in (VILLAGE, NEIGHBOUR):
        desk = new_desk(unit=place)
        desk.write(_canary(place))
        desk.push()
    station = new_desk("station_head", "620702103000", ["620702103"])
    station.pull()
    reply = station.ask(station.request(cursor=0, village=NEIGHBOUR))
    assert [row.q for row in reply.rows] == [2]


def test_sums_follow_from_what_was_pulled(here, new_desk):
    writer, reader = new_desk(), new_desk()
    record = writer.write({**_canary("x"), "companions": 2, "groups": ["G02", "G01"]})
    writer.push()
    writer.write({"companions": None, "address": "一社"}, record=record, b=1)
    writer.push(2)
    values = {}
    for row in reader.pull():
        values |= json.loads(bytes(row.b))["f"]
    kind = KINDS["consultation"]
    data = kind.to_json(kind.from_json({name: value for name, value in values.items() if name != "class"}))
    expected = state_sum(bytes.fromhex(record), 2, data)
    assert reader.sums() == {VILLAGE: messages.Sum(1, f"{expected:016x}")}


def test_what_is_public_to_the_county_lies_with_its_office_and_reaches_every_room(here, new_desk):
    """Only the office writes what is public to a county: nothing of another place reaches all rooms."""
    writers = {
        (role, kind)
        for role in rights.ROLES
        for kind in KINDS
        if any(rights.reach(other, "read", kind) == "public" for other in rights.ROLES)
        and rights.reach(role, "write", kind)
    }
    public = ("typical_case", "service_entry", "hot_matter")
    assert writers == {(role, kind) for role in ("county_pls", "county_device") for kind in public}
    bureau = new_desk("county_pls", "620702000000", ["620702"])
    bureau.write({"title": "PUBLIC"}, kind="typical_case")
    bureau.write({"name": "[练习] OFFICE"})
    bureau.push()
    for place in (VILLAGE, ELSEWHERE):
        said = _everything_said(new_desk(unit=place))
        assert b"PUBLIC" in said
        assert b"OFFICE" not in said


def test_the_grants_come_with_every_change_of_the_epoch_and_verify(here, new_desk):
    from village_desk import crypto

    desk = new_desk()
    accounts.add_grant(here, bytes.fromhex(desk.user), "mediator", [VILLAGE])
    reply = desk.ask(desk.request())
    assert reply.epoch > desk.reply.epoch
    assert sorted(grant.role for grant in reply.grants) == ["mediator", "village_clerk"]
    for grant in reply.grants:
        assert crypto.verify(desk.reply.county_key, grant.signature, messages.grant_claim(grant))
    desk.reply.epoch = reply.epoch
    assert desk.ask(desk.request()).grants == []


@pytest.mark.parametrize("cursor", [-1, 2**63, 2**70])
def test_a_cursor_from_nowhere_does_no_harm(here, new_desk, cursor):
    desk = new_desk()
    desk.write(_canary("x"))
    desk.push()
    if cursor < 2**63:
        assert len(desk.ask(desk.request(cursor=cursor)).rows) == 1
    else:
        assert desk.ask(desk.request(cursor=cursor)).rows == []


def _moving_office(new_desk):
    return new_desk("station_staff", unit=VILLAGE[:9] + "000", areas=[VILLAGE[:9]])


def test_records_that_come_whole_with_a_move_count_for_the_size_of_a_page(here, new_desk):
    desk, office = new_desk(unit=VILLAGE), _moving_office(new_desk)
    case = {"title": "[练习] 大案", "facts": "长" * 4_000}
    cases = [desk.write(case, kind="mediation_case") for _ in range(20)]
    assert desk.push().verdicts == []
    for each in cases:
        office.write({"scope": NEIGHBOUR}, record=each, kind="mediation_case", op="move", b=1, s=VILLAGE)
    assert office.push().verdicts == []
    there = new_desk(unit=NEIGHBOUR)
    page = there.ask(there.request(want=pull.LEAST_WANT))
    assert page.more
    assert sum(map(pull.weight, page.rows)) < 3 * pull.LEAST_WANT * pull.PACKING
    assert sum(len(row.m) for row in there.pull(want=pull.LEAST_WANT)) == 20


def test_what_a_picture_says_it_is_of_need_not_be_an_id(here, new_desk):
    desk, office = new_desk(unit=VILLAGE), _moving_office(new_desk)
    case = desk.write({"title": "[练习] 案"}, kind="mediation_case")
    assert desk.push().verdicts == []
    about = {"record_kind": "mediation_case", "record_id": "[练习]", "wire_digest": "0" * 64}
    office.write(about, kind="attachment")
    office.write({"scope": NEIGHBOUR}, record=case, kind="mediation_case", op="move", b=1, s=VILLAGE)
    reply = office.push()
    assert (reply.last, reply.verdicts) == (2, [])
