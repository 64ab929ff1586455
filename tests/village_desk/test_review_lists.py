"""The township's lists over an application for legal aid and over a visit of the adviser."""

from dataclasses import replace
from datetime import timedelta

import pytest

from village_desk import ids, times
from village_desk.commands import records
from village_desk.queries import checklist

HOUR = 3_600_000


def found(session, kind, record_id):
    """Return number and field of everything the list finds."""
    checked = checklist.of_record(session, kind, record_id)
    return {(one.check.number, finding.field) for one in checked for finding in one.findings}


def visit(session, start, hours=2, **values):
    """Let the adviser write a visit with one matter, confirmed by the village; return its id."""
    adviser = replace(session.actor, user=ids.new_id(), name="[练习]孙律师", role="adviser")
    session = replace(session, actor=adviser)
    record_id = ids.new_id()
    at = session.now() // 60_000 * 60_000 - start * HOUR
    told = {
        "adviser": "[练习]孙律师",
        "visited_on": times.legal_day(at),
        "arrived_at": at,
        "left_at": at + round(hours * HOUR),
    }
    records.save(session, "adviser_visit", record_id, told | values)
    item = {
        "visit": record_id,
        "client": "[练习]马秀英",
        "matter": "解答土地流转合同的问题",
        "result": "已答复",
    }
    records.save(session, "served_item", ids.new_id(), item)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("adviser_visit", record_id, {"state": "confirmed"})
    return record_id


@pytest.mark.requirement("R248")
def test_a_visit_that_happened_is_in_order(session):
    assert found(session, "adviser_visit", visit(session, 48)) == set()


def test_what_the_village_has_not_confirmed_is_found(session):
    record_id = visit(session, 48)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("adviser_visit", record_id, {"state": "logged"})
    assert found(session, "adviser_visit", record_id) == {("V3", "")}


def test_times_of_a_visit_that_cannot_be_are_found(session):
    assert ("V1", "left_at") in found(session, "adviser_visit", visit(session, 48, hours=13))
    assert ("V1", "left_at") in found(session, "adviser_visit", visit(session, 90, hours=0.05))
    assert ("V1", "left_at") in found(session, "adviser_visit", visit(session, 1, hours=5))


def test_an_adviser_is_in_one_place_at_a_time(session):
    first = visit(session, 48)
    second = visit(session, 47)
    later = visit(session, 20)
    assert ("V2", "arrived_at") in found(session, "adviser_visit", first)
    assert ("V2", "arrived_at") in found(session, "adviser_visit", second)
    assert not {number for number, _field in found(session, "adviser_visit", later)} & {"V2"}


def test_originals_limitation_and_thin_facts_of_an_application_are_found(session):
    today = times.legal_day(session.now())
    record_id = ids.new_id()
    told = {"name": "[练习]吴䶮", "facts": "欠薪", "limitation_on": today + timedelta(days=5)}
    records.save(session, "legal_aid", record_id, told)
    paper = {"application": record_id, "material": "application", "original": True}
    records.save(session, "received_material", ids.new_id(), paper)
    assert {("L1", "materials"), ("L2", "received_on"), ("L4", "urgent"), ("L5", "facts")} <= found(
        session, "legal_aid", record_id
    )
    records.save(
        session, "legal_aid", record_id, {"limitation_on": today + timedelta(days=7)}
    )  # not 不足七日
    assert ("L4", "urgent") not in found(session, "legal_aid", record_id)
    records.save(
        session,
        "legal_aid",
        record_id,
        {"urgent": True, "facts": "在工地干了三个月活，工钱两万元一直没有给付。"},
    )
    assert not {"L4", "L5"} & {number for number, _field in found(session, "legal_aid", record_id)}


def test_what_has_no_list_is_not_looked_through(session):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {"name": "[练习]马秀英"})
    assert checklist.of_record(session, "consultation", record_id) == []
