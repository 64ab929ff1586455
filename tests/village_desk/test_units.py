"""What a room or station says of itself: its own name on papers, its services and plates."""

from dataclasses import replace
from datetime import date

import pytest

from village_desk import ids
from village_desk.commands import records
from village_desk.queries import lists, papers, units
from village_desk.rights import Target, allowed

VILLAGE, NEIGHBOUR, TOWNSHIP = "620702101201", "620702101202", "620702101000"
FIVE = ("consultation", "legal_aid", "mediation", "lawyer", "notary")


def made(session, kind, **values):
    record_id = ids.new_id()
    records.save(session, kind, record_id, values)
    return record_id


@pytest.mark.requirement("R041")
def test_papers_bear_the_name_the_unit_gives_itself(session):
    one = made(session, "consultation", name="[练习]王喆")
    assert papers.content(session, "consultation", one)["unit"]["name"] == session.store.text_state(
        "unit_name"
    )
    profile = made(session, "unit_profile", name="平原村法律之家")
    assert papers.content(session, "consultation", one)["unit"]["name"] == "平原村法律之家"
    records.save(session, "unit_profile", profile, {"name": "平原村法律服务点"})
    assert papers.unit(session)["name"] == "平原村法律服务点"
    records.save(session, "unit_profile", profile, {"name": None})
    assert papers.unit(session)["name"] == session.store.text_state("unit_name")


@pytest.mark.requirement("R041")
def test_a_station_prints_the_papers_of_a_village_under_the_villages_own_name(make_session):
    desk = make_session(TOWNSHIP, "station_head", "[练习]张所长")
    office = replace(desk, actor=replace(desk.actor, areas=(TOWNSHIP[:9],)))
    assert papers.unit(office, VILLAGE)["name"].endswith("法律服务室")
    made(office, "unit_profile", name="乌江镇公共法律服务工作站")
    made(replace(office, place=VILLAGE), "unit_profile", name="平原村法律之家")
    assert papers.unit(office)["name"] == "乌江镇公共法律服务工作站"
    assert papers.unit(office, VILLAGE)["name"] == "平原村法律之家"
    assert papers.unit(office, NEIGHBOUR)["name"].endswith("法律服务室")


@pytest.mark.requirement("R046")
def test_a_unit_switches_its_services_and_the_board_begins_with_those(session, make_session):
    assert [code.code for code in session.profile.lists["core_service"]] == list(FIVE)
    assert not set(FIVE) & {code.code for code in session.profile.lists["local_service"]}
    assert "services" not in units.board(session)
    made(
        session, "unit_profile", name="平原村法律之家", core_services=FIVE[:3], local_services=("documents",)
    )
    board = units.board(session)
    assert board["room"] == "平原村法律之家"
    assert set(board["services"]) == {*FIVE[:3], "documents"}
    other = make_session(NEIGHBOUR, "village_clerk", "[练习]何某")
    made(other, "unit_profile", name="邻村服务室", core_services=FIVE)
    assert set(units.board(other)["services"]) == set(FIVE)


@pytest.mark.requirement("R127", "R134")
def test_one_unit_carries_several_plates(session, make_session):
    office = make_session(TOWNSHIP, "station_head", "[练习]张所长")
    three_of_a_station = ("station", "aid_station", "steward_station")
    three_of_a_room = ("judicial_room", "steward_room", "adviser")
    for who, plates in ((office, three_of_a_station), (session, three_of_a_room)):
        one = made(who, "unit_profile", name="[练习]服务机构", plates=plates)
        assert set(papers.content(who, "unit_profile", one)["plates"]) == set(plates)


@pytest.mark.requirement("R172")
def test_the_register_of_units_shows_since_when_and_in_what_condition(make_session):
    office = make_session(TOWNSHIP, "station_head", "[练习]张所长")
    made(office, "unit_profile", name="乌江镇工作站", opened_on=date(2016, 5, 1), condition="good")
    made(office, "unit_profile", name="平原村服务室", opened_on=date(2018, 3, 9), condition="fair")
    found = lists.page(office, "unit_profile", limit=10)
    shown = {(one.values["name"], one.values["opened_on"], one.values["condition"]) for one in found}
    assert shown == {
        ("乌江镇工作站", date(2016, 5, 1), "good"), ("平原村服务室", date(2018, 3, 9), "fair")
    }  # fmt: skip


def test_a_village_writes_its_own_profile_and_rules_a_volunteer_only_reads_them(session):
    for kind in ("unit_profile", "wall_text"):
        for role, verbs in (("village_clerk", {"read", "write", "print"}), ("volunteer", {"read"})):
            can = {
                verb
                for verb in ("read", "write", "print")
                if allowed(role, (VILLAGE,), verb, Target(kind, scope=VILLAGE))
            }
            assert can == verbs
            assert not allowed(role, (VILLAGE,), "read", Target(kind, scope=NEIGHBOUR))
        assert allowed("station_head", (TOWNSHIP[:9],), "write", Target(kind, scope=VILLAGE))
        assert allowed("county_pls", (VILLAGE[:6],), "read", Target(kind, scope=VILLAGE))
