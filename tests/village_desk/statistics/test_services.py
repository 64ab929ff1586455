"""The tables and indicators of services, held against a month that was counted by hand."""

from datetime import date

import pytest

from tests.village_desk.statistics import services_ledger as month
from tests.village_desk.statistics.ledger import FIRST, SECOND, THIRD, TOWNSHIP
from village_desk import ids
from village_desk.session import Actor
from village_desk.statistics import TABLES, Asked, Cell, counted, period_of, records_behind
from village_desk.statistics.indicators import measured
from village_desk.store import Birth

OCTOBER = period_of("month", date(2026, 10, 1))


@pytest.fixture
def township(make_session):
    session = make_session(TOWNSHIP, "county_pls", "[练习]孙某")
    with session.store.unit_of_work(None, 1) as uow:
        for row in ((TOWNSHIP, "上秦镇"), (FIRST, "付家寨村村民委员会"), (SECOND, "王家墩村村民委员会")):
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', row)
    return session


@pytest.fixture
def ledger(township):
    month.enter(township)
    return township


@pytest.mark.requirement("R027", "R091", "R193", "R103", "R135")
def test_the_monthly_report_equals_the_hand_count(ledger):
    found = counted(ledger, Asked(TABLES["service_report"], OCTOBER))
    assert [column.name for column in found.columns] == list(month.REPORT)
    at = {row.keys[0]: place for place, row in enumerate(found.rows)}
    for name, by_hand in month.REPORT.items():
        assert (name, (found.numbers[at[FIRST], name], found.numbers[at[SECOND], name])) == (name, by_hand)
        assert found.totals[name] == sum(by_hand)
    assert not found.failed


@pytest.mark.requirement("R047")
def test_the_five_core_services_stand_in_five_columns(ledger):
    found = counted(ledger, Asked(TABLES["core_services"], OCTOBER))
    labels = [column.label for column in found.columns]
    assert labels == ["法律咨询", "法律援助", "人民调解", "律师服务", "公证服务"]
    by_hand = {name: month.REPORT[name] for name in ("talks", "aid", "mediated", "visits")}
    at = {row.keys[0]: place for place, row in enumerate(found.rows)}
    for name, numbers in {**by_hand, "notary": (1, 0)}.items():
        assert (name, (found.numbers[at[FIRST], name], found.numbers[at[SECOND], name])) == (name, numbers)


def test_the_consultations_of_the_legal_aid_series_equal_the_hand_count(ledger):
    found = counted(ledger, Asked(TABLES["consultation_series"], OCTOBER)).totals
    assert {name: number for name, number in found.items() if number} == month.SERIES


@pytest.mark.requirement("R144", "R178")
def test_hot_topics_are_those_asked_about_most_and_lead_to_the_consultations(ledger):
    asked = Asked(TABLES["hot_topics"], OCTOBER)
    found = counted(ledger, asked)
    talks = {row.label: found.numbers[place, "talks"] for place, row in enumerate(found.rows)}
    assert max(talks, key=talks.get) == "欠工资、欠工程款"
    assert talks["欠工资、欠工程款"] == 2
    assert talks["未填"] == 1
    place = next(at for at, row in enumerate(found.rows) if row.label == "欠工资、欠工程款")
    behind = records_behind(ledger, asked, Cell("talks", found.rows[place]))
    assert (behind.kind, behind.readable) == ("consultation", 2)


@pytest.mark.requirement("R193")
def test_an_empty_month_is_a_zero_report_in_every_table_of_services(ledger):
    empty = period_of("month", date(2027, 2, 1))
    for name in ("service_report", "service_months", "core_services", "consultation_series", "hot_topics"):
        found = counted(ledger, Asked(TABLES[name], empty))
        assert found.empty
        assert found.rows
    assert {
        one.value for one in measured(ledger, Asked(TABLES["service_report"], empty)) if one.code == "K09"
    } == {None}


@pytest.mark.requirement("R015", "R094", "R197", "R231", "R267", "R001")
def test_the_indicators_equal_the_hand_count_and_show_formula_and_source(ledger):
    asked = Asked(TABLES["service_report"], OCTOBER)
    found = {one.code: one for one in measured(ledger, asked)}
    station = Actor(b"\1" * 16, "[练习]", "station_staff", b"", (TOWNSHIP,))  # decisions are open to it alone
    at_station = measured(type(ledger)(ledger.store, station, ledger.profile, ledger.clock), asked)
    found["K15"] = next(one for one in at_station if one.code == "K15")
    assert sorted(found) == [f"K{number:02}" for number in range(1, 23)]
    for code, by_hand in month.INDICATORS.items():
        one = found[code]
        assert (code, None if one.over is None else (one.over, one.under)) == (code, by_hand)
        assert one.formula
        assert one.source
        assert bool(one.lacks) == (by_hand is None)
    assert found["K03"].few
    assert found["K03"].value == 50
    assert found["K10"].value == pytest.approx(23 / 3)


def test_one_village_of_the_township_counts_for_itself(ledger):
    found = {one.code: one for one in measured(ledger, Asked(TABLES["service_report"], OCTOBER, SECOND))}
    assert (found["K12"].over, found["K12"].under) == (1, 2)
    assert (found["K21"].over, found["K21"].under) == (0, 1)


def test_a_room_counts_its_own_anonymous_sheets_although_nobody_there_reads_one(ledger):
    clerk = Actor(b"\1" * 16, "[练习]", "village_clerk", b"", (FIRST,))
    session = type(ledger)(ledger.store, clerk, ledger.profile, ledger.clock)
    asked = Asked(TABLES["service_report"], OCTOBER)
    assert counted(session, asked).totals["answers"] == 4
    assert records_behind(session, asked, Cell("answers")).readable == 0


@pytest.mark.requirement("R005", "R014")
def test_a_room_nobody_used_stands_in_the_report_beside_what_it_was_offered(ledger):
    with ledger.store.unit_of_work(ledger.actor, ledger.now()) as uow:
        uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', (THIRD, "安里闸村村民委员会"))
        lecture = {"held_on": date(2026, 10, 7), "way": ("05",), "people": 12}
        uow.put("publicity_activity", ids.new_id(), lecture, born=Birth(THIRD, "normal"))
    found = counted(ledger, Asked(TABLES["service_report"], OCTOBER))
    at = next(place for place, row in enumerate(found.rows) if row.keys == (THIRD,))
    numbers = {name: found.numbers[at, name] for name in ("lectures", "audience", "talks", "visits", "aid")}
    assert numbers == {"lectures": 1, "audience": 12, "talks": 0, "visits": 0, "aid": 0}
    share = next(one for one in measured(ledger, found.asked) if one.code == "K05")
    assert (share.over, share.under) == (1, 3)
