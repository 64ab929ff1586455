"""Catalogue of services, hot matters with their answers, inspections and responsibilities."""

from datetime import date, timedelta

import pytest

from village_desk import ids, times
from village_desk.commands import catalogue, records
from village_desk.errors import NotAllowed
from village_desk.queries import lists
from village_desk.queries.similar import similar, told
from village_desk.queries.today import tasks
from village_desk.store import Birth

COUNTY, TOWNSHIP = "620702000000", "620702101000"
CORE = {"法律咨询", "法律援助", "人民调解", "律师服务", "公证服务"}
FURTHER = {"专业调解", "外来企业投诉", "司法鉴定", "安置帮教", "监狱在线探视", "社区矫正", "社区戒毒"}


@pytest.fixture
def bureau(make_session):
    return make_session(COUNTY, "county_pls", "[练习]赵某")


@pytest.fixture
def station(make_session):
    return make_session(TOWNSHIP, "station_head", "[练习]张所长")


def named(session):
    return {one.values["name"]: one for one in lists.page(session, catalogue.ENTRY, limit=100)}


def test_the_list_says_which_services_are_the_core_five_and_which_are_added(bureau):
    held = bureau.profile.lists["service_item"]
    assert {one.label for one in held if one.note == "核心五项"} == CORE
    assert {one.label for one in held if one.note == "拓展服务"} == FURTHER


@pytest.mark.requirement("R064", "R030")
def test_the_catalogue_begins_with_the_list_and_what_it_holds_is_kept(bureau):
    catalogue.begin(bureau)
    found = named(bureau)
    assert found.keys() >= CORE | FURTHER
    aid = found["法律援助"].id
    told_of = {
        "covers": "民事、刑事、行政", "materials": "身份证、经济困难状况说明", "time_limit": "7日内作出决定",
        "provider": "[练习]县法律援助中心", "standard": "办结后回访", "charge": "free",
    }  # fmt: skip
    records.save(bureau, catalogue.ENTRY, aid, told_of)
    assert catalogue.begin(bureau) == frozenset()
    again = named(bureau)
    assert len(again) == len(found)
    assert told_of.items() <= again["法律援助"].values.items()


def test_the_catalogue_is_the_countys_alone(session, station):
    for one in (session, station):
        with pytest.raises(NotAllowed):
            catalogue.begin(one)


@pytest.mark.requirement("R270")
def test_the_countys_answer_to_a_hot_matter_is_offered_beside_a_consultation_that_asks_it(session):
    values = {
        "title": "承包地转包租金拖欠怎么办", "topic": "T08", "times_asked": 37,
        "published_on": date(2026, 11, 1), "answer": "先看合同，再申请调解。", "articles": "农村土地承包法",
    }  # fmt: skip
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("hot_matter", hot := ids.new_id(), values, born=Birth(COUNTY))
    (one,) = similar(session, {"content": "承包地转包，租金拖欠三年。", "topic": "T08"}, ids.new_id())
    assert (one.kind, one.id, one.about) == ("hot_matter", hot, values["title"])
    (held,) = told(session, "hot_matter", hot)
    assert held.values["answer"] == values["answer"]


@pytest.mark.requirement("R276")
def test_an_inspection_and_what_it_found_stand_on_today_until_they_are_done(station):
    today = times.legal_day(station.now())
    inspection = ids.new_id()

    def waits():
        return [(one.what, one.urgency, one.due_on) for one in tasks(station) if one.kind == "inspection"]

    planned = today + timedelta(days=3)
    unit = {"inspected_unit": "[练习]乌江村公共法律服务室", "planned_on": planned, "matters": "台账、公示牌"}
    records.save(station, "inspection", inspection, unit)
    assert waits() == [("deadline.planned_inspection", "due", planned)]
    late = today - timedelta(days=1)
    found = {"inspected_on": today, "findings": "公示牌电话已停用", "rectify_by": late}
    records.save(station, "inspection", inspection, found)
    assert waits() == [("deadline.rectification", "overdue", late)]
    records.save(station, "inspection", inspection, {"rectified_on": today, "rectification": "已更换"})
    assert waits() == []


@pytest.mark.requirement("R187")
def test_a_responsibility_names_duty_contact_money_and_what_the_assessment_brought(station, session):
    values = {
        "year": 2026, "unit": "[练习]上秦镇司法所", "duty": "指导村公共法律服务室", "contact": "[练习]张某",
        "budget": 2_000_000, "assessment": "良好", "reward": "通报表扬",
    }  # fmt: skip
    records.save(station, "responsibility", record := ids.new_id(), values)
    (held,) = lists.page(station, "responsibility")
    assert (held.id, values.items() <= held.values.items()) == (record, True)
    with pytest.raises(NotAllowed):
        records.save(session, "responsibility", ids.new_id(), values)
