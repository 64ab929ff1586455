"""A visit of an adviser: stamped, written up, confirmed by the village, reviewed by the township."""

from dataclasses import replace
from datetime import date

import pytest

from tests.village_desk.advising import ADVISER, FIRST, SECOND, TOWNSHIP, approve, confirm, person, visit
from village_desk import times, visits
from village_desk.commands import assessments, moves, records, serving
from village_desk.commands import visits as commands
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.ids import new_id
from village_desk.queries import lists, review_queue, standards
from village_desk.queries.reviews import Remark, state_of
from village_desk.queries.serving import chosen, villages
from village_desk.queries.today import tasks
from village_desk.queries.visits import alike, flags, open_risks
from village_desk.rights import Hold

KIND = "adviser_visit"


@pytest.fixture
def adviser(make_session):
    return person(make_session(FIRST), "adviser", FIRST, name=ADVISER)


@pytest.fixture
def clerk(adviser):
    return person(adviser, "village_clerk", FIRST)


@pytest.fixture
def township(adviser):
    return person(adviser, "station_head", TOWNSHIP)


def row(session, record_id, kind=KIND):
    return session.store.row(kind, record_id)


def test_checking_in_and_out_stamps_the_times_and_the_day(adviser, clock):
    visit_id = new_id()
    records.save(adviser, KIND, visit_id, {"topic": "每月服务"})
    assert row(adviser, visit_id)["state"] == "planned"
    moves.make(adviser, KIND, visit_id, "check_in")
    clock.at += 95 * 60_000
    moves.make(adviser, KIND, visit_id, "check_out")
    held = row(adviser, visit_id)
    assert (held["state"], held["visited_on"]) == ("left", "2026-11-21")
    assert times.local_text(held["arrived_at"]) == "2026-11-21 10:00"
    assert visits.minutes(held) == 95


def test_the_log_needs_a_matter_and_names_its_services_by_itself(adviser):
    visit_id = new_id()
    records.save(adviser, KIND, visit_id, {"adviser": ADVISER, "mode": "on_site"})
    for move in ("check_in", "check_out"):
        moves.make(adviser, KIND, visit_id, move)
    with pytest.raises(Invalid) as caught:
        moves.make(adviser, KIND, visit_id, "log")
    assert [problem.code for problem in caught.value.problems] == ["needs.served_item"]
    for service in ("lecture", "consultation"):
        item = {"visit": visit_id, "service": service, "matter": "[练习]"}
        records.save(adviser, "served_item", new_id(), item)
    moves.make(adviser, KIND, visit_id, "log")
    assert row(adviser, visit_id)["services"] == '["consultation","lecture"]'


@pytest.mark.parametrize(
    ("since", "until", "code"), [("11:00", "9:30", "visit.order"), ("0:10", "23:50", "visit.long")]
)
def test_times_that_cannot_be_are_refused_when_the_log_is_done(adviser, since, until, code):
    with pytest.raises(Invalid) as caught:
        visit(adviser, since=since, until=until)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_village_confirms_what_it_cannot_write_and_sends_it_to_the_township(adviser, clerk, township):
    visit_id = visit(adviser)
    with pytest.raises(NotAllowed, match="rights"):
        records.save(clerk, KIND, visit_id, {"findings": "改写"})
    with pytest.raises(NotAllowed):
        commands.confirm(adviser, visit_id, (new_id(), new_id()), {"rating": "1"})
    submission = confirm(clerk, visit_id)
    assert row(clerk, visit_id)["state"] == "confirmed"
    assert state_of(clerk, KIND, visit_id).standing == "waiting"
    approve(township, submission)
    assert state_of(adviser, KIND, visit_id).standing == "approved"
    with pytest.raises(NotAllowed, match=r"record\.locked"):
        records.save(adviser, KIND, visit_id, {"findings": "事后改写"})


def test_a_confirmation_without_a_rating_changes_nothing(adviser, clerk):
    visit_id = visit(adviser)
    with pytest.raises(Invalid):
        commands.confirm(clerk, visit_id, (new_id(), new_id()), {"confirmed_by": "[练习]王主任"})
    assert row(clerk, visit_id)["state"] == "logged"
    assert clerk.store.query('SELECT count(*) FROM "visit_confirmation"') == [(0,)]


def test_what_the_township_returns_goes_back_to_the_adviser_and_comes_again(adviser, clerk, township):
    visit_id = visit(adviser)
    approve(township, confirm(clerk, visit_id), "returned", [Remark("findings", "写明问题")])
    assert any(task.urgency == "returned" for task in tasks(adviser))
    moves.make(adviser, KIND, visit_id, "hand_back")
    records.save(adviser, KIND, visit_id, {"findings": "流转合同没有书面文本。"})
    moves.make(adviser, KIND, visit_id, "log")
    approve(township, confirm(clerk, visit_id))
    assert state_of(adviser, KIND, visit_id).standing == "approved"


def test_a_visit_grows_out_of_the_plan_and_consultations_out_of_a_visit(adviser):
    plan_id, line_id, visit_id = new_id(), new_id(), new_id()
    records.save(adviser, "adviser_plan", plan_id, {"year": 2026, "adviser": ADVISER, "firm": "[练习]律所"})
    line = {"plan": plan_id, "matter": "民法典讲座", "planned_on": date(2026, 11, 25), "way": "on_site"}
    records.save(adviser, "plan_item", line_id, line)
    commands.plan_visit(adviser, line_id, visit_id)
    held = row(adviser, visit_id)
    assert (held["topic"], held["planned_on"], held["firm"]) == ("民法典讲座", "2026-11-25", "[练习]律所")
    item_id, made = new_id(), new_id()
    told = {
        "visit": visit_id,
        "service": "consultation",
        "client": "[练习]吴某",
        "matter": "欠薪",
        "result": "已答",
    }
    records.save(adviser, "served_item", item_id, told)
    commands.become(adviser, item_id, "consultation", made)
    grown = row(adviser, made, "consultation")
    assert (grown["name"], grown["content"], grown["answer"]) == ("[练习]吴某", "欠薪", "已答")
    assert row(adviser, item_id, "served_item")["consultation"] == made


def test_a_lecture_written_down_as_an_activity_counts_once(adviser):
    owed(adviser, lectures=2)
    visit_id = visit(adviser, date(2026, 11, 5), items=[{"service": "lecture", "people": 40}])
    (item,) = (one.id for one in lists.page(adviser, "served_item"))
    made = new_id()
    commands.become(adviser, item, "publicity_activity", made)
    grown = row(adviser, made, "publicity_activity")
    assert (grown["people"], grown["speaker"], grown["held_on"]) == (40, ADVISER, "2026-11-05")
    assert row(adviser, visit_id)["scope"] == grown["scope"]
    adviser.clock.at += 25 * 86_400_000
    assert [(one.what, one.count) for one in standards.missing(adviser)] == [("lectures", 1)]


@pytest.mark.requirement("R208")
def test_a_log_copied_from_another_village_is_shown_to_the_reviewer(adviser, township):
    text = "村民对土地流转合同到期后的续签条件理解不一，建议统一文本并到村委会备案登记。"
    first = visit(adviser, findings=text)
    far = replace(adviser, actor=replace(adviser.actor, areas=(FIRST, SECOND)))
    copied = visit(far, date(2026, 11, 10), SECOND, findings=text.replace("村民", "群众"))
    own = visit(
        far, date(2026, 11, 12), SECOND, findings="集体林地承包费分配方案没有经过村民代表会议表决，应当补办。"
    )
    twins = [one for one in flags(township, copied) if one.code == "visit.same_text"]
    assert [one.record_id for one in twins] == [first]
    assert twins[0].details["percent"] >= 80
    assert not [one for one in flags(township, own) if one.code == "visit.same_text"]
    assert not [one for one in flags(township, first) if one.code == "visit.same_text"], "it was the first"


def test_likeness_is_of_the_words_and_not_of_days_or_marks():
    assert alike("2026年3月，讲解民法典。", "2026年4月讲解民法典！") == 100
    assert alike("讲解民法典", "审查合同") == 0
    assert alike("", "") == 0


def test_a_visit_without_proof_names_or_stamps_is_shown(adviser, township):
    visit_id = visit(adviser, late_reason="电脑没电", items=[{"service": "consultation"}])
    codes = {one.code for one in flags(township, visit_id)}
    assert {"visit.no_proof", "visit.by_hand", "visit.no_names"} <= codes


def owed(session, **agreed):
    head = person(session, "station_head", TOWNSHIP)
    records.save(replace(head, place=FIRST), "adviser_appointment", new_id(), {"adviser": ADVISER, **agreed})


@pytest.mark.requirement("R225")
def test_what_is_missing_is_said_when_most_of_the_month_is_over_and_not_before(adviser, clerk, clock):
    owed(adviser, since=date(2026, 1, 1), hours=4, lectures=1)
    visit(adviser, until="11:30")
    clock.at -= 10 * 86_400_000
    assert [task for task in tasks(adviser) if task.what == "adviser.missing"] == []
    clock.at += 10 * 86_400_000
    for who in (adviser, clerk):
        (task,) = [task for task in tasks(who) if task.what == "adviser.missing"]
        assert (task.due_on, dict(task.details)["what"]) == (date(2026, 11, 30), "2 hours on site")
    clock.at += 13 * 86_400_000
    assert {one.what for one in standards.missing(adviser)} == {"lectures"}, "a new month, the same quarter"


def test_the_lecture_is_missed_in_the_last_third_of_the_quarter(adviser, clock):
    owed(adviser, lectures=1)
    clock.at += 20 * 86_400_000
    assert [one.what for one in standards.missing(adviser)] == ["lectures"]
    visit(adviser, date(2026, 12, 1), items=[{"service": "lecture", "people": 40}])
    assert standards.missing(adviser) == []


@pytest.mark.requirement("R169", "R179")
def test_the_township_sees_which_villages_have_no_adviser_and_which_have_two(adviser, clock):
    head = person(adviser, "station_head", TOWNSHIP)
    with adviser.store.unit_of_work(None, 1) as uow:
        for code, name in ((FIRST, "甲村村民委员会"), (SECOND, "乙村村民委员会")):
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', (code, name))
    assert standards.coverage(head) == standards.Coverage(2, ("甲村", "乙村"), ())
    owed(adviser, since=date(2026, 1, 1), until=date(2026, 12, 31))
    assert standards.coverage(head).without == ("乙村",)
    owed(adviser, since=date(2026, 11, 1))
    assert standards.coverage(head).several == ("甲村",)
    clock.at += 60 * 86_400_000
    assert standards.coverage(head).several == (), "the first one has ended"
    assert standards.coverage(adviser).villages == 0


def test_open_risks_are_listed_until_they_are_mended(adviser):
    checkup, risk = new_id(), new_id()
    records.save(adviser, "checkup", checkup, {"checked_unit": "[练习]村委会"})
    found = {"checkup": checkup, "problem": "合同没有书面文本", "level": "high", "due_on": date(2026, 11, 30)}
    records.save(adviser, "checkup_risk", risk, found)
    assert [one.id for one in open_risks(adviser)] == [risk]
    assert any(task.what == "deadline.risk_mending" for task in tasks(adviser))
    records.save(adviser, "checkup_risk", risk, {"done_on": date(2026, 11, 20), "result": "mended"})
    assert open_risks(adviser) == []
    assert not any(task.what == "deadline.risk_mending" for task in tasks(adviser))


def test_an_assessment_takes_its_items_from_the_county_and_adds_them_up(adviser):
    head = replace(person(adviser, "station_head", TOWNSHIP), place=FIRST)
    made = new_id()
    records.save(head, "adviser_assessment", made, {"year": 2026, "adviser": ADVISER})
    assessments.take_in(head, made)
    items = lists.page(head, "assessment_item")
    assert sum(one.values["points"] for one in items) == 62
    for one in items:
        records.save(head, "assessment_item", one.id, {"score": one.values["points"] - 1})
    assessments.add_up(head, made)
    assert row(head, made, "adviser_assessment")["score"] == 55
    with pytest.raises(NotAllowed):
        records.save(adviser, "adviser_assessment", made, {"score": 100})


def test_logs_that_wait_stand_on_the_clerks_today(adviser, clerk):
    visit_id = visit(adviser)
    waiting = [task.record_id for task in tasks(clerk) if task.what == "adviser.confirm"]
    assert waiting == [visit_id]
    confirm(clerk, visit_id)
    assert not [task for task in tasks(clerk) if task.what == "adviser.confirm"]


# ---------------------------------------------------------------- several villages


@pytest.fixture
def of_both(adviser):
    both = replace(adviser.actor, areas=(FIRST,), others=(Hold("adviser", (SECOND,)),))
    return replace(adviser, actor=both)


def test_who_serves_two_villages_says_for_which_before_a_record_is_made(of_both):
    assert [code for code, _name in villages(of_both)] == [FIRST, SECOND]
    with pytest.raises(UserError, match=r"serving\.not_chosen"):
        records.save(of_both, KIND, new_id(), {})
    with pytest.raises(UserError, match=r"serving\.not_chosen"):
        serving.choose(of_both, "620702101203")
    for code in (SECOND, FIRST):
        serving.choose(of_both, code)
        record_id = new_id()
        records.save(of_both, KIND, record_id, {})
        assert row(of_both, record_id)["scope"] == code


def test_a_record_for_another_village_takes_no_number_of_this_ones(of_both):
    numbers = []
    for code in (FIRST, SECOND):
        serving.choose(of_both, code)
        record_id = new_id()
        with of_both.store.unit_of_work(None, 1) as uow:
            uow.execute(
                'INSERT OR IGNORE INTO "number_block" ("register", "unit", "year", "first", "last", "next") '
                "VALUES ('consultation', ?, 2026, 1, 50, 1)",
                (FIRST,),
            )
        records.save(of_both, "consultation", record_id, {"name": "[练习]吴某"})
        numbers.append(row(of_both, record_id, "consultation")["number"])
    assert numbers[0].endswith("第0001号")
    assert numbers[1].startswith("临-")


def test_the_choice_lasts_until_the_day_ends(of_both, clock):
    serving.choose(of_both, SECOND)
    assert chosen(of_both) == SECOND
    clock.at += 86_400_000
    assert chosen(of_both) == ""


def test_a_clerk_of_one_village_sees_nothing_of_the_other(of_both):
    serving.choose(of_both, FIRST)
    here = visit(of_both, scope=FIRST, topic="甲村的事")
    there = visit(of_both, scope=SECOND, topic="乙村的事")
    for village, mine, other in ((FIRST, here, there), (SECOND, there, here)):
        clerk = person(of_both, "village_clerk", village)
        assert [one.id for one in lists.page(clerk, KIND)] == [mine]
        assert [one.scope for one in lists.page(clerk, "served_item")] == [village]
        with pytest.raises(NotAllowed):
            commands.confirm(clerk, other, (new_id(), new_id()), {"rating": "1", "confirmed_by": "[练习]"})
        assert {task.record_id for task in tasks(clerk)} == {mine}
    assert {one.id for one in lists.page(of_both, KIND)} == {here, there}
    assert review_queue.waiting(of_both) == []
