"""An adviser of two villages over a real county: contract, plan, visit, review, report; nothing mixed."""

from dataclasses import replace
from datetime import date

import pytest

from county_server import accounts, enrolment
from sync.enrolment import enrol
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, VILLAGE, Desk, Line
from village_desk import profile, times
from village_desk.commands import adviser_reports, moves, records, reviews, serving, setup, visits
from village_desk.errors import NotAllowed, UserError
from village_desk.ids import new_id
from village_desk.keys import new_data_key
from village_desk.kinds import KINDS
from village_desk.queries.records import linked
from village_desk.queries.review_queue import waiting
from village_desk.queries.reviews import state_of
from village_desk.queries.today import tasks
from village_desk.session import Session
from village_desk.statistics import period_of
from village_desk.store import create_store

VISIT = "adviser_visit"
ADVISER = "赵律师[练习]"


@pytest.fixture
def adviser(county, tmp_path, clock):
    """The laptop of somebody with a grant for each of two villages."""
    user = accounts.add_user(county, ADVISER, VILLAGE)
    for village in (VILLAGE, OTHER_VILLAGE):
        accounts.add_grant(county, user, "adviser", [village])
    folder = tmp_path / "laptop"
    folder.mkdir()
    store = create_store(folder, new_data_key())
    enrol(store, Line(county), enrolment.invite(county, VILLAGE, [user]), "顾问", clock)
    actor = setup.actor_of(store, user, clock.now)
    made = Desk(store, Session(store, actor, profile.load(), clock), Line(county, store.device_id))
    yield made
    made.close()


@pytest.fixture
def everybody(desk_at, adviser, clock):
    """The adviser, the clerks of both villages, and the head of the judicial office."""
    clock.now += 11 * 3_600_000  # morning: what is chosen for the day lasts through the test
    clerks = desk_at("甲村[练习]"), desk_at("乙村[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    head = desk_at("所长[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)
    return adviser, *clerks, head


def synced(*desks):
    for _twice in range(2):
        for desk in desks:
            report = desk.sync()
            assert report.quarantined == 0


def served(adviser, village, clock, client):
    """A visit from checking in to the log, with one matter, for a village that is chosen first."""
    session = adviser.session
    serving.choose(session, village)
    visit_id = new_id()
    records.save(session, VISIT, visit_id, {"adviser": ADVISER, "mode": "on_site"})
    moves.make(session, VISIT, visit_id, "check_in")
    clock.now += 2 * 3_600_000
    item = {"visit": visit_id, "order": 1, "service": "consultation", "client": client, "matter": "欠薪"}
    records.save(session, "served_item", new_id(), {**item, "quantity": 1})
    for move in ("check_out", "log"):
        moves.make(session, VISIT, visit_id, move)
    return visit_id


@pytest.mark.requirement("R169", "R181")
def test_from_the_contract_to_the_monthly_report(everybody, clock):
    adviser, clerk, _other, head = everybody
    contract, plan, line = new_id(), new_id(), new_id()
    with pytest.raises(UserError, match=r"serving\.not_chosen"):
        records.save(head.session, "adviser_appointment", contract, {})
    here = replace(head.session, place=VILLAGE)
    agreed = {"adviser": ADVISER, "firm": "[练习]律所", "since": date(2026, 1, 1), "hours": 4}
    records.save(here, "adviser_appointment", contract, agreed)
    synced(head, adviser, clerk)
    assert adviser.row("adviser_appointment", contract)["firm"] == "[练习]律所"
    assert clerk.row("adviser_appointment", contract)["adviser"] == ADVISER
    with pytest.raises(NotAllowed):
        records.save(adviser.session, "adviser_appointment", contract, {"fee": 1})
    serving.choose(adviser.session, VILLAGE)
    records.save(adviser.session, "adviser_plan", plan, {"year": 2026, "adviser": ADVISER})
    records.save(adviser.session, "plan_item", line, {"plan": plan, "matter": "民法典讲座"})
    planned = new_id()
    visits.plan_visit(adviser.session, line, planned)
    visit_id = served(adviser, VILLAGE, clock, "[练习]吴某")
    synced(adviser, clerk)
    assert clerk.row(VISIT, planned)["topic"] == "民法典讲座"
    assert [task.record_id for task in tasks(clerk.session) if task.what == "adviser.confirm"] == [visit_id]
    said = {"rating": "1", "confirmed_by": "王主任[练习]"}
    visits.confirm(clerk.session, visit_id, (new_id(), new_id()), said)
    synced(clerk, head, adviser)
    (submission,) = waiting(head.session)
    reviews.review(head.session, submission.id, new_id(), "approved")
    synced(head, adviser, clerk)
    for desk in (adviser, clerk, head):
        assert state_of(desk.session, VISIT, visit_id).standing == "approved"
    report_id, month = new_id(), period_of("month", times.legal_day(clock.now))
    records.save(adviser.session, "adviser_report", report_id, {"since": month.first, "until": month.last})
    adviser_reports.fill(adviser.session, report_id)
    synced(adviser, clerk, head)
    for desk in (adviser, clerk, head):
        (counted,) = [one.values for one in linked(desk.session, KINDS["report_line"], report_id)]
        assert (counted["visits"], counted["minutes"], counted["consultations"]) == (1, 120, 1)
        assert (counted["firm"], counted["satisfaction"]) == ("[练习]律所", "100")
        assert counted["standard"].endswith("2 hours on site")


def test_two_villages_of_one_adviser_stay_apart_on_every_desk(everybody, clock, holds):
    adviser, clerk, other, head = everybody
    here = served(adviser, VILLAGE, clock, "甲村金丝雀")
    there = served(adviser, OTHER_VILLAGE, clock, "乙村鹦鹉螺")
    synced(adviser, clerk, other, head)
    assert (clerk.row(VISIT, here)["scope"], clerk.row(VISIT, there)) == (VILLAGE, None)
    assert (other.row(VISIT, there)["scope"], other.row(VISIT, here)) == (OTHER_VILLAGE, None)
    assert not holds(clerk, "乙村鹦鹉螺")
    assert not holds(other, "甲村金丝雀")
    assert all(head.row(VISIT, one) for one in (here, there))
    with pytest.raises(UserError, match=r"record\.gone"):
        visits.confirm(clerk.session, there, (new_id(), new_id()), {"rating": "1", "confirmed_by": "[练习]"})


def test_nobody_but_the_village_gives_the_villages_word(everybody, clock):
    adviser, clerk, _other, head = everybody
    visit_id = served(adviser, VILLAGE, clock, "[练习]吴某")
    synced(adviser, clerk, head)
    with adviser.store.unit_of_work(adviser.session.actor, adviser.session.now()) as uow:
        uow.put(
            "visit_confirmation", new_id(), {"visit": visit_id, "rating": "1", "confirmed_by": "假[练习]"}
        )
    assert adviser.sync().quarantined == 1
    synced(head, clerk)
    assert linked(clerk.session, KINDS["visit_confirmation"], visit_id) == []
