"""Referrals and work orders of the hotline: each step with its reason, and how long it may take."""

from datetime import date, datetime

import pytest

from village_desk import deadlines, ids, profile, times
from village_desk.commands import moves, records
from village_desk.errors import Invalid, NotAllowed
from village_desk.handling import open_to
from village_desk.queries import search, today
from village_desk.queries.records import children, record
from village_desk.session import Actor, Session
from village_desk.workflow import moves_from

NATIONAL = profile.load()
MONDAY = date(2026, 11, 23)


def at(session, day, role="village_clerk"):
    """Somebody of a role, on a day at noon."""
    moment = times.moment_of(datetime(day.year, day.month, day.day, 12, tzinfo=times.CHINA))
    area = session.store.unit_code if role == "village_clerk" else session.store.unit_code[:9]
    actor = Actor(ids.new_id(), f"[练习]{role}", role, b"", (area,))
    return Session(session.store, actor, session.profile, lambda: moment)


def slip(session, kind="referral", **values):
    record_id = ids.new_id()
    first = {"name": "[练习]马秀英", "receiver": "乌江司法所", "urgency": "normal"}
    first |= (
        {"received_on": MONDAY, "target": "station", "summary": "欠薪", "consented": True}
        if kind == "referral"
        else {"called_on": MONDAY, "category": "help", "content": "欠薪", "source": "12348"}
    )
    records.save(session, kind, record_id, {**first, **values})
    return record_id


# 2026-11-23 is a Monday, the first day of each period; no holiday falls into these weeks.
COUNTED = """
referral      registered                         transfer   2026-11-24
referral      registered urgency=urgent          transfer   2026-11-23
referral      registered target=petition         transfer   2026-12-08
referral      sent                               feedback   2026-11-30
referral      sent       target=petition         feedback   2027-01-22
referral      signed                             longest    2026-12-14
referral      signed     target=petition         longest    2027-02-22
referral      fed_back                           follow_up  2026-11-24
referral      fed_back   satisfaction=4          redo       2026-11-24
hotline_order registered                         transfer   2026-11-24
hotline_order registered urgency=urgent          transfer   2026-11-23
hotline_order sent       source=12348            feedback   2026-11-30
hotline_order sent       source=12345,urgency=urgent   feedback 2026-11-23
hotline_order sent       source=12345,category=consult feedback 2026-11-26
hotline_order sent       source=12345,category=complaint feedback 2026-12-10
hotline_order sent                               longest    2026-12-14
hotline_order fed_back   satisfaction=5          redo       2026-11-24
"""
BEGINS = {"transfer": ("received_on", "called_on"), "redo": ("fed_back_on",), "follow_up": ("fed_back_on",)}


@pytest.mark.parametrize("line", COUNTED.strip().splitlines())
@pytest.mark.requirement("R044", "R239")
def test_each_time_limit_ends_on_the_day_counted_by_hand(line):
    kind, state, *more, name, last = line.split()
    said = dict(pair.split("=") for pair in (more[0].split(",") if more else []))
    values = {**said, "state": state, **dict.fromkeys(BEGINS.get(name, ("sent_on",)), MONDAY)}
    running = {one.name: (one, start) for one, start in deadlines.running(NATIONAL, kind, values)}
    assert deadlines.last_day(*running[f"handling_{name}"]) == date.fromisoformat(last)


def test_a_day_named_on_the_slip_goes_before_the_usual_limit():
    values = {"state": "handling", "sent_on": MONDAY, "due_on": date(2026, 12, 4)}
    running = {one.name: (one, start) for one, start in deadlines.running(NATIONAL, "referral", values)}
    assert deadlines.last_day(*running["handling_feedback"]) == date(2026, 12, 4)


@pytest.mark.requirement("R033", "R035", "R255")
def test_a_referral_goes_its_whole_way_and_every_step_is_kept(session):
    clerk, office = at(session, MONDAY), at(session, date(2026, 11, 25), "station_staff")
    held = slip(clerk)
    moves.make(clerk, "referral", held, "send")
    sent = record(clerk, "referral", held).values
    assert (sent["sent_on"], sent["due_on"]) == (MONDAY, date(2026, 11, 30))
    moves.make(office, "referral", held, "return", {"reason": "材料不全"})
    moves.make(clerk, "referral", held, "send")
    moves.make(office, "referral", held, "sign")
    moves.make(office, "referral", held, "extend", {"reason": "等单位答复", "extended_to": date(2026, 12, 7)})
    moves.make(clerk, "referral", held, "urge", {"reason": "当事人催问"})
    moves.make(office, "referral", held, "feed_back", {"result": "已约定调解", "accepted": "yes"})
    moves.make(clerk, "referral", held, "redo", {"reason": "当事人不满意"})
    moves.make(office, "referral", held, "feed_back", {"result": "工资已付"})
    moves.make(clerk, "referral", held, "follow_up", {"outcome": "yes", "satisfaction": "2"})
    moves.make(clerk, "referral", held, "close")
    done = record(clerk, "referral", held)
    assert done.state == "closed"
    assert (done.values["signed_on"], done.values["signed_by"]) == (date(2026, 11, 25), "[练习]station_staff")
    assert done.values["redone"] is True
    assert done.values.get("reason") is None
    steps = [one.values for one in children(clerk, "referral", held)["referral_step"]]
    names = [
        "send",
        "return",
        "send",
        "sign",
        "extend",
        "urge",
        "feed_back",
        "redo",
        "feed_back",
        "follow_up",
        "close",
    ]
    assert sorted(one["step"] for one in steps) == sorted(names)
    reasons = {one["step"]: one["reason"] for one in steps if one.get("reason")}
    assert reasons == {
        "return": "材料不全",
        "extend": "等单位答复",
        "urge": "当事人催问",
        "redo": "当事人不满意",
    }
    assert {one.get("new_day") for one in steps} == {None, date(2026, 12, 7)}
    assert all(one["by"] and one["done_on"] and one["done_time"] == "12:00" for one in steps)


def test_data_goes_to_another_office_with_consent_or_by_duty_only(session):
    clerk = at(session, MONDAY)
    held = slip(clerk, consented=None)
    with pytest.raises(Invalid) as refused:
        moves.make(clerk, "referral", held, "send")
    assert [one.code for one in refused.value.problems] == ["referral.consent"]
    moves.make(clerk, "referral", held, "send", {"without_consent": "未成年人保护法 第十一条"})
    assert record(clerk, "referral", held).state == "sent"


def test_nobody_signs_for_an_office_that_works_with_the_program(session):
    clerk, office = at(session, MONDAY), at(session, MONDAY, "station_head")
    ours, courts = slip(clerk), slip(clerk, target="court", receiver="甘州区人民法院")
    for held in (ours, courts):
        moves.make(clerk, "referral", held, "send")
    with pytest.raises(NotAllowed, match=r"move\.role"):
        moves.make(clerk, "referral", ours, "sign")
    possible = moves_from("referral", "sent", "village_clerk")
    shown = open_to(possible, record(clerk, "referral", ours).values, ("village_clerk",))
    assert [one.name for one in shown] == ["urge"]
    moves.make(office, "referral", ours, "sign")
    moves.make(clerk, "referral", courts, "sign")


def test_a_step_that_needs_a_reason_is_refused_without_and_no_extension_goes_beyond_the_longest(session):
    clerk, office = at(session, MONDAY), at(session, MONDAY, "station_staff")
    held = slip(clerk)
    moves.make(clerk, "referral", held, "send")
    with pytest.raises(Invalid) as refused:
        moves.make(office, "referral", held, "return")
    assert [one.field for one in refused.value.problems] == ["reason"]
    moves.make(office, "referral", held, "sign")
    with pytest.raises(Invalid) as refused:
        moves.make(office, "referral", held, "extend", {"reason": "忙", "extended_to": date(2026, 12, 15)})
    assert refused.value.problems[0].details == {"day": "2026-12-14"}
    moves.make(office, "referral", held, "extend", {"reason": "忙", "extended_to": date(2026, 12, 14)})
    assert record(clerk, "referral", held).values["due_on"] == date(2026, 12, 14)


def test_a_late_order_of_the_hotline_stands_on_today_with_its_rule(session):
    clerk = at(session, MONDAY)
    held = slip(clerk, "hotline_order")
    moves.make(clerk, "hotline_order", held, "send")
    later = at(session, date(2026, 12, 1))
    (task,) = [one for one in today.tasks(later) if one.record_id == held]
    assert (task.urgency, task.what, task.due_on) == (
        "overdue",
        "deadline.handling_feedback",
        date(2026, 11, 30),
    )
    assert task.article


def test_an_order_of_the_hotline_keeps_its_steps_too(session):
    clerk = at(session, MONDAY)
    held = slip(clerk, "hotline_order")
    for step, values in (("send", {}), ("sign", {}), ("start", {}), ("feed_back", {"result": "已答复"})):
        moves.make(clerk, "hotline_order", held, step, values)
    moves.make(clerk, "hotline_order", held, "close", {"outcome": "yes"})
    steps = children(clerk, "hotline_order", held)["order_step"]
    assert sorted(one.values["step"] for one in steps) == ["close", "feed_back", "send", "sign", "start"]


def test_a_visit_is_not_closed_before_it_is_said_whether_it_was_solved(session):
    clerk, held = at(session, MONDAY), ids.new_id()
    values = {
        "name": "[练习]甲",
        "met_on": MONDAY,
        "channel": "1",
        "content": "问",
        "answer": "答",
        "handling": ("1",),
    }
    records.save(clerk, "consultation", held, values)
    moves.make(clerk, "consultation", held, "answer")
    told = record(clerk, "consultation", held).values
    assert (told["answered_on"], told["answered_by"]) == (MONDAY, "[练习]village_clerk")
    moves.make(clerk, "consultation", held, "feed_back")
    moves.make(clerk, "consultation", held, "follow_up", {"followed_up_on": MONDAY})
    with pytest.raises(Invalid) as refused:
        moves.make(clerk, "consultation", held, "close")
    assert [one.field for one in refused.value.problems] == ["outcome"]
    moves.make(clerk, "consultation", held, "close", {"outcome": "yes"})


@pytest.mark.requirement("R226", "R177")
def test_an_order_keeps_its_number_at_the_hotline_and_is_open_until_its_result_is_posted_back(session):
    clerk, visit = at(session, MONDAY), ids.new_id()
    records.save(clerk, "consultation", visit, {"name": "[练习]甲", "met_on": MONDAY, "content": "问"})
    held = slip(clerk, "hotline_order", original_number="12348-20261123-0077", consultation=visit)
    moves.make(clerk, "hotline_order", held, "send")
    soon = at(session, date(2026, 11, 24))
    assert held in [one.record_id for one in today.tasks(soon)]
    assert [one.id for one in search.find_all(clerk, "0077")] == [held]
    moves.make(soon, "hotline_order", held, "sign")
    moves.make(soon, "hotline_order", held, "feed_back", {"result": "已答复并回写"})
    open_still = [one.what for one in today.tasks(soon) if one.record_id == held]
    assert open_still == ["deadline.handling_follow_up"]
