"""The townships beside each other, held against what was counted by hand."""

from datetime import date

import pytest

from county_server import schema
from county_server.web import townships
from tests.village_desk.advising import ADVISER, FIRST, SECOND
from tests.village_desk.statistics import visits
from village_desk import ids
from village_desk.kinds import KINDS
from village_desk.store import Birth

pytestmark = pytest.mark.county
COPIED = ("adviser_visit", "served_item", "visit_confirmation", "legal_opinion", "submission", "review",
          "publicity_activity", "adviser_appointment", "village_survey", "adviser_assessment",
          "consultation", "responsibility")  # fmt: skip
FURTHER = (
    (FIRST, "village_survey", {"surveyed_on": date(2025, 1, 1), "people": 900}),
    (FIRST, "village_survey", {"surveyed_on": date(2026, 1, 1), "people": 1_000}),
    (FIRST, "consultation", {"met_on": date(2026, 3, 1), "outcome": "yes"}),
    (FIRST, "consultation", {"met_on": date(2026, 3, 2), "outcome": "partly"}),
    (FIRST, "consultation", {"met_on": date(2025, 3, 2), "outcome": "yes"}),
    (FIRST, "responsibility", {"year": 2026, "budget": 500_000}),
    (SECOND, "responsibility", {"year": 2026, "budget": 100_000}),
    (SECOND, "responsibility", {"year": 2025, "budget": 900_000}),
    (SECOND, "village_survey", {"surveyed_on": date(2026, 1, 1), "people": 1_500}),
    (FIRST, "adviser_assessment", {"year": 2026, "score": 92}),
    (SECOND, "adviser_assessment", {"year": 2026, "score": 71}),
    (SECOND, "adviser_assessment", {"year": 2025, "score": 40}),
    (FIRST, "adviser_appointment", {"adviser": "[练习]甲", "licence": "1", "since": date(2026, 1, 1)}),
    (SECOND, "adviser_appointment", {"adviser": "[练习]甲", "licence": "1", "since": date(2026, 1, 1)}),
    (
        SECOND,
        "adviser_appointment",
        {"adviser": "[练习]乙", "since": date(2024, 1, 1), "until": date(2025, 12, 31)},
    ),
)


@pytest.fixture
def county(here, make_session):
    """A county that holds the visits of November 2026, with surveys, contracts and assessments."""
    session = make_session("620702101", "station_staff", "[练习]孙某")
    visits.enter(session)
    with session.store.unit_of_work(None, 1) as uow:
        for scope, kind, values in FURTHER:
            uow.put(kind, ids.new_id(), values, born=Birth(scope))
    with here.database.writing():
        for kind in COPIED:
            names = schema.columns(KINDS[kind])
            listed = ", ".join("0" if name == "sum" else f'"{name}"' for name in names)
            here.database.insert(kind, names, session.store.query(f'SELECT {listed} FROM "{kind}"'))
    return here


@pytest.mark.requirement("R032", "R112")
def test_a_township_shows_advisers_hours_for_its_people_variety_and_spread_of_scores(county):
    (one,) = townships.compared(county, date(2026, 11, 30))
    assert one.advisers == {"1", ADVISER}  # each once, however many villages
    assert (one.residents, sorted(one.scores)) == (2_500, [71, 92])
    assert (one.visits, one.minutes) == (4, 285 + 50 + 180)
    assert one.hours_for_people == pytest.approx(one.minutes / 60 * 4)
    assert {"consultations", "lectures", "mediations"} <= one.forms


@pytest.mark.requirement("R031")
def test_a_township_shows_what_a_service_costs_where_there_is_any_and_what_was_solved(county):
    (one,) = townships.compared(county, date(2026, 11, 30))
    assert (one.services, one.talks, one.solved) == (2 + one.visits, 2, 1)
    assert (one.villages, one.served) == (2, 2)
    assert one.budget == 600_000
    assert one.cost == 600_000 // 6


def test_it_is_the_countys_office_alone_that_compares(county, signed_in):
    assert "每万人服务小时" in signed_in("county_pls").get("/web/townships").text
