"""The rights table: complete, strict, and never wider than a grant."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import rights
from village_desk.errors import StoreTrouble
from village_desk.kinds import KINDS
from village_desk.rights import Target, allowed, why_not

VILLAGE, NEIGHBOUR, TOWNSHIP, COUNTY = "620702102201", "620702102202", "620702102", "620702"
ELSEWHERE = "110101001001"
LATER_KINDS = """investigation evidence oral_agreement follow_up court_confirmation dossier dispute_sweep
integrity_promise received_material agency_decision adviser_appointment adviser_visit served_item
legal_opinion checkup referral hotline_order typical_case"""


def test_every_kind_of_the_design_has_rights_and_every_role_some():
    table = rights.load()
    assert {kind for _, kind, _ in table} == set(KINDS) | set(LATER_KINDS.split())
    assert {role for role, _, _ in table} == set(rights.ROLES)


def test_a_village_works_on_its_own_records_and_on_no_neighbours():
    areas = (VILLAGE,)
    for verb in ("read", "write", "move", "print", "export"):
        assert allowed("village_clerk", areas, verb, Target("consultation", scope=VILLAGE))
        assert why_not("village_clerk", areas, verb, Target("consultation", scope=NEIGHBOUR)) == "rights.area"


@pytest.mark.requirement("R065")
def test_the_township_reads_and_reviews_its_villages_but_does_not_write_in_their_name():
    areas = (TOWNSHIP,)
    for scope in (VILLAGE, NEIGHBOUR):
        assert allowed("station_staff", areas, "read", Target("mediation_case", scope=scope))
        assert allowed("station_head", areas, "write", Target("review", scope=scope))
        assert not allowed("station_staff", areas, "write", Target("mediation_case", scope=scope))
    own_office = Target("mediation_case", scope=TOWNSHIP + "000")
    assert allowed("station_staff", areas, "write", own_office)


def test_a_county_area_given_to_a_clerk_by_mistake_opens_no_village():
    assert not allowed("village_clerk", (COUNTY,), "read", Target("consultation", scope=VILLAGE))
    assert not allowed("station_staff", (COUNTY,), "read", Target("consultation", scope=VILLAGE))
    assert allowed("county_pls", (COUNTY,), "read", Target("consultation", scope=VILLAGE))


def test_a_restricted_record_is_open_to_its_named_readers_only():
    target = Target("mediation_case", "restricted", VILLAGE)
    assert why_not("station_head", (TOWNSHIP,), "read", target) == "rights.reader"
    assert allowed(
        "station_head", (TOWNSHIP,), "read", Target("mediation_case", "restricted", VILLAGE, reader=True)
    )
    for role in ("county_pls", "supervisor", "volunteer", "administrator", "hotline_agent"):
        assert not rights.reach(role, "read", "mediation_case", "restricted")


def test_hardship_figures_are_hidden_from_the_room_once_sent_and_never_exported():
    for kind in ("hardship_statement", "household_member"):
        assert not rights.masked("village_clerk", kind, "hardship")
        assert rights.masked("village_clerk", kind, "hardship", sent=True)
        assert rights.masked("station_staff", kind, "hardship")
        assert not rights.masked("county_legal_aid", kind, "hardship", sent=True)
        assert not any(rights.reach(role, "export", kind, "hardship") for role in rights.ROLES)
        for role in ("adviser", "mediator", "volunteer", "county_pls", "supervisor", "administrator"):
            assert not rights.reach(role, "read", kind, "hardship")
    assert {"name", "total_income", "spending"} <= rights.masked_fields(KINDS["hardship_statement"])


def test_the_county_sees_who_asked_only_masked_and_cannot_take_it_away():
    for role in ("county_legal_aid", "county_pls"):
        assert rights.masked(role, "consultation")
        assert not rights.reach(role, "print", "consultation")
        assert not rights.reach(role, "export", "consultation")


def test_own_means_made_by_the_user():
    assert allowed("volunteer", (VILLAGE,), "read", Target("consultation", scope=VILLAGE, own=True))
    assert why_not("volunteer", (VILLAGE,), "read", Target("consultation", scope=VILLAGE)) == "rights.own"


def test_what_is_public_is_open_to_the_villages_of_the_county_alone():
    assert allowed("village_clerk", (VILLAGE,), "read", Target("typical_case", scope=COUNTY + "000000"))
    assert not allowed("village_clerk", (VILLAGE,), "write", Target("typical_case", scope=COUNTY + "000000"))
    assert not allowed("village_clerk", (VILLAGE,), "read", Target("typical_case", scope=ELSEWHERE))


def test_who_is_complained_about_never_reads_it():
    """Of another's complaint a room reads nothing; one about the station passes the station by."""
    others = Target("complaint", scope=VILLAGE)
    about_station = Target("complaint", "hardship", VILLAGE)
    assert why_not("village_clerk", (VILLAGE,), "read", others) == "rights.own"
    assert allowed("station_head", (TOWNSHIP,), "read", others)
    for role in ("station_staff", "station_head"):
        assert not allowed(role, (TOWNSHIP,), "read", about_station)
        for paper in ("attachment", "sheet"):
            assert not allowed(role, (TOWNSHIP,), "read", Target(paper, "hardship", VILLAGE))
    assert allowed("county_legal_aid", (COUNTY,), "read", about_station)
    assert not any(rights.reach(role, "read", "complaint") for role in ("adviser", "mediator", "volunteer"))


def test_nobody_reviews_their_own_work():
    assert not rights.may_review(b"a" * 16, b"a" * 16)
    assert rights.may_review(b"a" * 16, b"b" * 16)


def test_a_grant_holds_from_its_first_to_its_last_day():
    grant = rights.Grant(b"g", b"u", "adviser", (VILLAGE,), date(2026, 1, 1), date(2026, 12, 31))
    assert grant.valid_on(date(2026, 12, 31))
    assert not grant.valid_on(date(2027, 1, 1))
    assert not grant.valid_on(date(2025, 12, 31))


@given(
    st.sampled_from(rights.ROLES),
    st.sampled_from(rights.VERBS),
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(rights.CLASSES),
    st.booleans(),
    st.sampled_from([(VILLAGE,), (TOWNSHIP,), (COUNTY,), (), ("",), ("6",)]),
)
def test_no_role_reaches_beyond_its_county_or_without_an_area(role, verb, kind, class_, own, areas):
    assert not allowed(role, areas, verb, Target(kind, class_, ELSEWHERE, own=own, reader=True))
    assert not allowed(role, areas, verb, Target(kind, class_, "", own=own, reader=True))
    if not areas or len(areas[0]) < len(COUNTY):
        assert not allowed(role, areas, verb, Target(kind, class_, VILLAGE, own=own, reader=True))


@pytest.mark.parametrize(
    "line",
    [
        "village_clerk,person,normal,far,,,,,,",
        "emperor,person,normal,unit,,,,,,",
        "village_clerk,person,secret,unit,,,,,,",
        "village_clerk,person person,normal,unit,,,,,,",
        "village_clerk,person,normal,unit,,,,,,maybe",
        "village_clerk,person",
    ],
)
def test_a_wrong_line_is_refused_naming_it(tmp_path: Path, line: str):
    file = tmp_path / "rights.csv"
    file.write_text("role,kind,class,read,write,move,transfer,print,export,masked\n" + line + "\n", "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        rights.load(file)
    assert (caught.value.code, caught.value.details["line"]) == ("rights.table", 2)


def test_a_missing_table_is_said_so(tmp_path: Path):
    with pytest.raises(StoreTrouble, match=r"rights\.missing"):
        rights.load(tmp_path / "rights.csv")
