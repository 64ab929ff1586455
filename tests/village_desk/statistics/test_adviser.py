"""The tables of advisers' work, held against visits that were counted by hand (`visits.csv`)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.village_desk.advising import ADVISER, FIRST, SECOND, TOWNSHIP, person
from tests.village_desk.statistics.visits import BY_HAND, NOVEMBER, enter
from village_desk.commands import adviser_reports, records
from village_desk.errors import Invalid, NotAllowed
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.queries.records import linked
from village_desk.statistics import TABLES, Asked, Cell, counted, period_of, records_behind


@pytest.fixture
def station(make_session):
    session = make_session(TOWNSHIP, "station_head", "[练习]孙某")
    names = ((TOWNSHIP, "上秦镇"), (FIRST, "付家寨村村民委员会"), (SECOND, "王家墩村村民委员会"))
    with session.store.unit_of_work(None, 1) as uow:
        for row in names:
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', row)
    enter(session)
    return session


def numbers(found, label):
    place = next(at for at, row in enumerate(found.rows) if row.label == label)
    return {name: found.numbers[place, name] for name in found.totals}


@pytest.mark.requirement("R182")
def test_every_cell_equals_the_hand_count(station):
    found = counted(station, Asked(TABLES["adviser_work"], NOVEMBER))
    first, second = numbers(found, "付家寨村"), numbers(found, "王家墩村")
    for name, by_hand in BY_HAND.items():
        assert (name, (first[name], second[name])) == (name, by_hand)
    other = found.totals.keys() - BY_HAND.keys()
    assert {found.totals[name] for name in other} == {0}
    assert found.failed == ()


def test_the_months_of_the_quarter_add_up_and_october_is_there(station):
    found = counted(station, Asked(TABLES["adviser_months"], period_of("quarter", date(2026, 11, 1))))
    assert numbers(found, "2026年10月")["minutes"] == 180
    assert found.totals["minutes"] == 180 + 285 + 50


def test_the_records_behind_a_number_are_those_that_make_it(station):
    asked = Asked(TABLES["adviser_work"], NOVEMBER)
    for name, kind, count in (
        ("visits", "adviser_visit", 3),
        ("consultations", "served_item", 3),
        ("written_contracts", "legal_opinion", 1),
    ):
        behind = records_behind(station, asked, Cell(name))
        assert (behind.kind, behind.readable, behind.kept_back) == (kind, count, 0)


def test_a_report_holds_what_was_counted_with_who_advised_and_what_is_missing(station):
    report_id = new_id()
    records.save(station, "adviser_report", report_id, {"since": NOVEMBER.first, "until": NOVEMBER.last})
    for _twice in range(2):
        adviser_reports.fill(station, report_id)
    lines = [one.values for one in linked(station, KINDS["report_line"], report_id)]
    assert [line["village"] for line in lines] == ["付家寨村", "王家墩村"]
    first, second = lines
    assert (first["adviser"], first["firm"], first["township"]) == (ADVISER, "[练习]甲律所", "上秦镇")
    assert (first["minutes"], first["contracts"], first["satisfaction"]) == (285, 2, "67")
    assert (first["lectures"], first["audience"]) == (2, 106)
    assert not first.get("standard")
    assert (second["opinions"], second["satisfaction"], second["standard"]) == (
        2,
        "0",
        "王家墩村：3.2 hours on site",
    )


def test_a_village_counts_itself_alone_and_needs_a_period(station):
    adviser = replace(person(station, "adviser", FIRST, SECOND, name=ADVISER), place=FIRST)
    report_id = new_id()
    records.save(adviser, "adviser_report", report_id, {})
    with pytest.raises(Invalid):
        adviser_reports.fill(adviser, report_id)
    records.save(adviser, "adviser_report", report_id, {"since": NOVEMBER.first, "until": NOVEMBER.last})
    adviser_reports.fill(adviser, report_id)
    (line,) = linked(station, KINDS["report_line"], report_id)
    assert (line.scope, line.values["visits"]) == (FIRST, 2)
    with pytest.raises(NotAllowed):
        adviser_reports.fill(person(station, "village_clerk", FIRST), report_id)
