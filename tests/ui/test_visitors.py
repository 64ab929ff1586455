"""The register of visitors and callers: a line a visit, computed, with its closing line."""

from datetime import date

import openpyxl
import pytest

from ui.pages import taking_in, visitors_file
from ui.pages.taking_in import Taken, Visit
from village_desk import ids, profile, statistics
from village_desk.commands import records
from village_desk.queries import lists, visitors
from village_desk.statistics import Place

NOVEMBER = statistics.period_of("month", date(2026, 11, 3))


def visit(session, day, **values):
    visit_id = ids.new_id()
    held = {"name": "[练习]甲", "met_on": day, "content": "问", "channel": "1", **values}
    records.save(session, "consultation", visit_id, held)
    return visit_id


def entered(session):
    """Five visits of November in three ways, and one of December."""
    visit(session, date(2026, 11, 9), channel="3", groups=("G05",))
    visit(session, date(2026, 11, 2), groups=("G03", "G21"), handling=("1",))
    visit(session, date(2026, 11, 20), channel="6", result="上门代书")
    visit(session, date(2026, 11, 21), channel="9", groups=("G10",))
    visit(session, date(2026, 11, 21), channel="3", groups=("G01",))
    visit(session, date(2026, 12, 1))


@pytest.mark.requirement("R142", "R194", "R042")
def test_every_visit_stands_once_by_its_day_and_the_closing_line_is_as_counted_by_hand(session):
    entered(session)
    held = visitors.visitors(session, session.store.unit_code, NOVEMBER, "print")
    content = visitors.content(session, held, "平原村", NOVEMBER)
    days = [one["met_on"].day for one in content["consultation"]]
    assert days == [2, 9, 20, 21, 21]
    sums = {name: content["list"][name] for name in ("total", "calls", "priority")}
    assert sums == {"total": "5", "calls": "2", "priority": "3"}
    results = [one["result"] for one in content["consultation"]]
    assert results[:3] == ["咨询、已登记", "已登记", "上门代书"]


def test_a_month_in_which_nobody_came_gives_a_register_of_nought(session):
    held = visitors.visitors(session, session.store.unit_code, NOVEMBER, "print")
    assert visitors.content(session, held, "平原村", NOVEMBER)["list"]["total"] == "0"


def test_the_spreadsheet_says_the_same(session, tmp_path):
    entered(session)
    path = tmp_path / "register.xlsx"
    assert visitors_file.write(session, Place(session.store.unit_code, "平原村"), NOVEMBER, path) == 0
    cells = [cell.value for line in openpyxl.load_workbook(path).active.iter_rows() for cell in line]
    assert "人次合计：5　其中电话：2　重点人群：3" in cells
    assert "上门代书" in cells


@pytest.mark.requirement("R048", "R050", "R139", "R190", "R256")
def test_there_is_an_office_for_every_matter_a_room_passes_on():
    named = {one.code for one in profile.load().lists["referral_target"]}
    assert named >= {
        *("mediation_medical", "mediation_traffic", "mediation_marriage", "mediation_demolition"),
        *(
            "mediation_labour",
            "appraisal",
            "notary",
            "correction",
            "civil_affairs",
            "women",
            "labour",
            "police",
        ),
    }


@pytest.mark.requirement("R175", "R185")
@pytest.mark.parametrize("way", ["question", "mediation_case", "legal_aid", "referral"])
def test_what_people_ask_for_online_the_room_files_for_them(session, way):
    said = {"name": "[练习]甲", "channel": "4", "content": "网上不会办，请村里帮忙", "topic": "T04"}
    taken = Taken(way if way != "question" else "consultation", ids.new_id())
    taking_in.take_in(session, Visit(ids.new_id(), said), way, taken)
    kind = taken.kind
    (made,) = lists.page(session, kind)
    text = made.values.get("content") or made.values.get("facts") or made.values.get("summary")
    assert text == said["content"]
    if way == "referral":
        records.save(session, kind, made.id, {"target": "notary", "qualifies": True})
