"""The register of cases: one line a case of the place and time, with its parties; none that is kept back."""

from datetime import date

import pytest

from tests.village_desk.statistics.ledger import FIRST, TOWNSHIP, enter, lines
from village_desk.queries.register import content, register
from village_desk.session import Actor, Session
from village_desk.statistics import period_of

QUARTER = period_of("quarter", date(2026, 8, 1))


@pytest.fixture
def township(make_session):
    session = make_session(TOWNSHIP, "station_staff", "[练习]孙某")
    enter(session)
    return session


def expected(place, *, classes=("normal",)):
    """Return the lines of the ledger that stand in the register: refused ones too, archived ones not."""
    first, last = QUARTER.first.isoformat(), QUARTER.last.isoformat()
    return sorted(
        (line["accepted"], f"（2026）练习{line['no']}号")
        for line in lines("cases.csv")
        if line["place"].startswith(place)
        and line["archived"] == "0"
        and first <= line["accepted"] <= last
        and line["class"] in classes
    )


@pytest.mark.parametrize("place", [TOWNSHIP, FIRST])
def test_a_register_holds_each_case_of_the_place_and_time_in_order(township, place):
    held = register(township, place, QUARTER, "print")
    found = [(str(one.values["accepted_on"]), one.values["number"]) for one, _parties in held.cases]
    assert found == expected(place)
    assert held.left_out == len(expected(place, classes=("restricted",)))


def test_each_case_has_its_own_parties_without_their_agents(township):
    by_number = {f"（2026）练习{line['no']}号": line for line in lines("cases.csv")}
    for one, parties in register(township, TOWNSHIP, QUARTER, "print").cases:
        count = int(by_number[one.values["number"]]["parties"])
        assert [name for _side, name in parties] == [f"[练习]甲{number}" for number in range(count)]
        assert [side for side, _name in parties].count("applicant") == 1


def test_who_may_not_print_has_an_empty_register_that_says_so(township):
    adviser = Session(
        township.store,
        Actor(b"\2" * 16, "[练习]赵律师", "adviser", b"", (FIRST,)),
        township.profile,
        township.clock,
    )
    for verb, count in (("print", len(expected(FIRST))), ("export", 0)):
        held = register(adviser, FIRST, QUARTER, verb)
        assert (verb, len(held.cases)) == (verb, count)
        assert len(held.cases) + held.left_out == len(expected(FIRST, classes=("normal", "restricted")))


def test_the_content_of_the_form_names_place_time_and_parties(township):
    held = register(township, FIRST, QUARTER, "print")
    made = content(held, "付家寨村人民调解委员会", QUARTER, "")
    assert (made["unit"], made["list"]) == (
        {"name": "付家寨村人民调解委员会"},
        {"period": "2026年第三季度", "note": ""},
    )
    assert made["mediation_case"][0]["case_party"][0] == {"side": "applicant", "name": "[练习]甲0"}
