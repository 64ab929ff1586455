"""What of the room's registers reaches whom: over a real county, to the last byte of every desk file."""

from datetime import date

import pytest

from tests.sync.world import COUNTY, OTHER_VILLAGE, TOWNSHIP, VILLAGE
from village_desk import ids
from village_desk.commands import attachments, moves, records, satisfaction
from village_desk.queries import lists
from village_desk.queries import satisfaction as counting

TODAY = date(2026, 11, 20)
SAID = "所长把材料退回三次不说理由"
PHOTO = "退回材料的照片"


@pytest.fixture
def people(desk_at):
    """A village, its neighbour, the station of both, and the two offices of the county."""
    return {
        "village": desk_at("村[练习]"),
        "neighbour": desk_at("邻[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE),
        "station": desk_at("所[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP + "000"),
        "legal_aid": desk_at("援[练习]", role="county_legal_aid", area=COUNTY, unit=COUNTY + "000000"),
        "bureau": desk_at("局[练习]", role="county_pls", area=COUNTY, unit=COUNTY + "000000"),
    }


def all_sync(people):
    for _round in range(2):
        for desk in people.values():
            assert desk.sync().complete


def complaint(desk, **values):
    one = ids.new_id()
    told = {"complained_on": TODAY, "name": "[练习]王喆", "matter": "不受理", "facts": SAID, **values}
    records.save(desk.session, "complaint", one, told)
    return one


@pytest.mark.requirement("R095", "R102")
def test_a_complaint_about_the_station_passes_it_by_with_its_pictures_to_the_county(people, holds):
    village = people["village"]
    one = complaint(village, about="station")
    about = {"title": PHOTO, "media_type": "image/jpeg"}
    attachments.attach(village.session, ("complaint", one), ids.new_id(), b"\xff\xd8" + b"x" * 200, about)
    all_sync(people)
    for name in ("station", "neighbour"):
        assert not holds(people[name], SAID)
        assert not holds(people[name], PHOTO)
    for name in ("village", "legal_aid", "bureau"):
        assert people[name].row("complaint", one)["facts"] == SAID
    assert village.row("complaint", one)["pending"] == 0
    legal_aid = people["legal_aid"].session
    moves.make(legal_aid, "complaint", one, "accept", {"accepted_on": TODAY})
    moves.make(legal_aid, "complaint", one, "handle", {"handler": "[练习]孙主任"})
    all_sync(people)
    assert village.row("complaint", one)["state"] == "handling"


@pytest.mark.requirement("R095")
def test_a_complaint_about_the_room_is_handled_by_its_station_and_comes_back(people, holds):
    village, station = people["village"], people["station"]
    one = complaint(village, about="room", about_name="[练习]李某")
    all_sync(people)
    assert not holds(people["neighbour"], SAID)
    for move, values in (
        ("accept", {"accepted_on": TODAY}),
        ("handle", {"handler": "[练习]张所长"}),
        ("conclude", {"decision": "情况属实", "decided_on": TODAY}),
        ("tell", {"told_on": TODAY}),
    ):
        moves.make(station.session, "complaint", one, move, values)
    all_sync(people)
    assert village.row("complaint", one)["state"] == "told"
    assert village.row("complaint", one)["decision"] == "情况属实"


@pytest.mark.requirement("R267", "R231")
def test_answers_of_villagers_reach_the_county_and_nobody_between(people):
    village = people["village"]
    for attitude in ("1", "2", "5"):
        satisfaction.answer(village.session, {"attitude": attitude, "knew": True})
    all_sync(people)
    assert [one.scope for one in lists.page(people["bureau"].session, "satisfaction")] == [VILLAGE] * 3
    assert counting.summary(people["bureau"].session).sheets == 3
    assert counting.summary(village.session).sheets == 3
    for name in ("station", "neighbour", "legal_aid"):
        assert lists.page(people[name].session, "satisfaction") == []
        rows = people[name].store.query('SELECT count(*) FROM "satisfaction"')
        assert rows[0][0] == 0


@pytest.mark.requirement("R006")
def test_an_entry_of_the_directory_is_given_to_a_village_by_the_station(people):
    from village_desk.commands import placing

    station, village = people["station"], people["village"]
    one = ids.new_id()
    lawyer = {"category": "lawyer", "name": "[练习]赵龘", "on_board": True}
    records.save(station.session, "resource", one, lawyer)
    all_sync(people)
    assert village.row("resource", one) is None
    placing.move_to(station.session, "resource", one, VILLAGE)
    all_sync(people)
    assert village.row("resource", one)["name"] == "[练习]赵龘"
    assert people["neighbour"].row("resource", one) is None
