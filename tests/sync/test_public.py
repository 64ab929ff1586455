"""What the county publishes for all its rooms reaches each and leaves again; drafts stay where they are."""

import pytest

from tests.sync.world import COUNTY, OTHER_VILLAGE, TOWNSHIP
from village_desk import ids
from village_desk.commands import catalogue, moves, records, typical
from village_desk.queries import lists

TEXTS = {"title": "相邻用水纠纷", "facts": "甲某与乙某争水。", "handling": "到现场量水、评议。"}


@pytest.fixture
def people(desk_at):
    """A village that writes, its township, the county's office, and a village elsewhere in the county."""
    return [
        desk_at("写[练习]"),
        desk_at("所[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP + "000"),
        desk_at("局[练习]", role="county_pls", area=COUNTY, unit=COUNTY + "000000"),
        desk_at("邻[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE),
    ]


def published(desk):
    return [one.values["title"] for one in lists.page(desk.session, "typical_case")]


@pytest.mark.requirement("R254", "R289")
def test_a_published_case_reaches_every_room_and_leaves_when_it_is_withdrawn(people, desk_at):
    writer, station, bureau, neighbour = people
    draft = ids.new_id()
    records.save(writer.session, "case_draft", draft, TEXTS)
    typical.confirm(writer.session, draft)
    moves.make(writer.session, "case_draft", draft, "deidentify")
    for desk, steps in ((station, ("pass",)), (bureau, ("approve", "publish"))):
        assert writer.sync().complete
        assert desk.sync().complete
        for move in steps:
            moves.make(desk.session, "case_draft", draft, move)
        assert desk.sync().complete
    for desk in (writer, neighbour):
        assert desk.sync().complete
        assert published(desk) == [TEXTS["title"]]
    assert neighbour.row("case_draft", draft) is None
    late = desk_at("迟[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    assert late.sync().complete
    assert published(late) == [TEXTS["title"]]
    moves.make(bureau.session, "case_draft", draft, "withdraw")
    assert bureau.sync().complete
    assert neighbour.sync().complete
    assert published(neighbour) == []


@pytest.mark.requirement("R270", "R064")
def test_answers_to_hot_matters_and_the_catalogue_reach_every_room_with_the_next_round(people):
    writer, _station, bureau, neighbour = people
    hot = {"title": "拖欠工资怎么办", "topic": "T05", "answer": "可以向劳动监察部门投诉。", "times_asked": 12}
    records.save(bureau.session, "hot_matter", ids.new_id(), hot)
    catalogue.begin(bureau.session)
    assert bureau.sync().complete
    for desk in (writer, neighbour):
        assert desk.sync().complete
        (held,) = lists.page(desk.session, "hot_matter")
        assert hot.items() <= held.values.items()
        assert "法律援助" in {
            one.values["name"] for one in lists.page(desk.session, "service_entry", limit=100)
        }
