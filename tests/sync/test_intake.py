"""Merged persons and referrals between desks, over a real county."""

from datetime import date

import pytest

from tests.sync.world import TOWNSHIP
from village_desk.commands import moves, persons, records
from village_desk.ids import new_id
from village_desk.queries import lists
from village_desk.queries.persons import entries_of
from village_desk.queries.records import children, record

MONDAY = date(2026, 11, 23)


def rounds(*desks):
    for _again in range(2):
        for desk in desks:
            assert desk.sync().repaired == ()


def person(desk, name="[练习]王小艺"):
    person_id = new_id()
    records.save(desk.session, "person", person_id, {"name": name})
    return person_id


def listed(desk):
    return {one.id for one in lists.page(desk.session, "person")}


def test_a_merge_made_on_one_desk_is_undone_on_the_other_and_no_link_is_rewritten(desk_at):
    here, there = desk_at("甲[练习]"), desk_at("乙[练习]")
    one, other, visit = person(here), person(here), new_id()
    records.save(
        here.session, "consultation", visit, {"name": "[练习]王小艺", "person": one, "content": "问"}
    )
    rounds(here, there)
    persons.merge(here.session, one, other)
    rounds(here, there)
    assert listed(there) == {other}
    assert entries_of(there.session, one) == (other, one)
    persons.unmerge(there.session, one)
    rounds(there, here)
    assert listed(here) == listed(there) == {one, other}
    assert all(record(desk.session, "consultation", visit).values["person"] == one for desk in (here, there))


def test_desks_that_merge_in_opposite_ways_at_once_agree_on_who_stands(desk_at):
    here, there = desk_at("甲[练习]"), desk_at("乙[练习]")
    one, other = person(here), person(here)
    rounds(here, there)
    persons.merge(here.session, one, other)
    persons.merge(there.session, other, one)
    rounds(here, there)
    assert listed(here) == listed(there) == {min(one, other)}
    persons.unmerge(here.session, min(one, other))
    rounds(here, there)
    assert listed(here) == listed(there) == {min(one, other)}
    assert entries_of(there.session, one)[0] == min(one, other)


def test_what_is_written_about_a_merged_entry_on_another_desk_is_not_lost(desk_at):
    here, there = desk_at("甲[练习]"), desk_at("乙[练习]")
    one, other, visit = person(here), person(here), new_id()
    rounds(here, there)
    persons.merge(here.session, one, other)
    records.save(there.session, "person", one, {"phone": "13809361234"})
    records.save(
        there.session, "consultation", visit, {"name": "[练习]王小艺", "person": one, "content": "又问"}
    )
    rounds(here, there)
    held = record(here.session, "person", one).values
    assert (held["phone"], held["merged_into"]) == ("13809361234", other)
    assert record(here.session, "consultation", visit).values["person"] == one


@pytest.mark.requirement("R033", "R239", "R255")
def test_a_referral_goes_from_the_village_to_the_township_and_its_result_comes_back(desk_at):
    village = desk_at("甲[练习]")
    office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    slip, first = (
        new_id(),
        {"name": "[练习]马秀英", "received_on": MONDAY, "target": "station", "consented": True},
    )
    records.save(village.session, "referral", slip, {**first, "receiver": "乌江司法所", "summary": "欠薪"})
    moves.make(village.session, "referral", slip, "send")
    rounds(village, office)
    moves.make(office.session, "referral", slip, "sign")
    moves.make(office.session, "referral", slip, "start")
    rounds(office, village)
    seen = record(village.session, "referral", slip)
    assert (seen.state, seen.values["signed_by"]) == ("handling", office.session.actor.name)
    moves.make(office.session, "referral", slip, "feed_back", {"result": "工资已付清", "accepted": "yes"})
    rounds(office, village)
    moves.make(village.session, "referral", slip, "follow_up", {"outcome": "yes", "satisfaction": "1"})
    moves.make(village.session, "referral", slip, "close")
    rounds(village, office)
    for desk in (village, office):
        assert record(desk.session, "referral", slip).state == "closed"
        steps = [one.values["step"] for one in children(desk.session, "referral", slip)["referral_step"]]
        assert sorted(steps) == ["close", "feed_back", "follow_up", "send", "sign", "start"]


@pytest.mark.requirement("R146", "R192")
def test_a_question_goes_up_to_the_adviser_and_the_answer_comes_down(desk_at):
    village, adviser = desk_at("甲[练习]"), desk_at("律[练习]", role="adviser")
    visit = new_id()
    asked = {"name": "[练习]马秀英", "met_on": MONDAY, "channel": "1", "content": "遗嘱怎么写"}
    records.save(village.session, "consultation", visit, asked)
    moves.make(village.session, "consultation", visit, "ask")
    rounds(village, adviser)
    assert record(adviser.session, "consultation", visit).state == "waiting"
    told = {"answer": "自书遗嘱须亲笔书写、签名，注明年月日。", "handling": ("1",)}
    moves.make(adviser.session, "consultation", visit, "answer", told)
    rounds(adviser, village)
    held = record(village.session, "consultation", visit)
    assert (held.state, held.values["answered_by"]) == ("answered", adviser.session.actor.name)
