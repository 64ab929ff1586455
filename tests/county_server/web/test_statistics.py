"""Statistics in a county's browser: the same numbers as at a desk, and the way down to a record."""

import re
from datetime import date

import pytest
from openpyxl import load_workbook

from county_server import counting_anew, figures
from tests.county_server.copies import copy
from tests.village_desk.statistics import services_ledger as month
from tests.village_desk.statistics.ledger import FIRST, SECOND, TOWNSHIP
from village_desk.statistics import TABLES, Asked, counted, period_of
from village_desk.statistics.indicators import measured

pytestmark = pytest.mark.county
OCTOBER = "span=month&day=2026-10-05"
COPIED = {kind for _place, kind, _values in month.RECORDS} | {"agency_decision"}


@pytest.fixture
def session(make_session):
    """A desk that holds the month that was counted by hand."""
    made = make_session(TOWNSHIP, "county_pls", "[练习]孙某")
    with made.store.unit_of_work(None, 1) as uow:
        for code in (FIRST, SECOND):
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', (code, f"[练习]{code}"))
    month.enter(made)
    return made


@pytest.fixture
def county(here, session):
    """A county that holds the same, and has counted it."""
    copy(here, session, COPIED)
    with counting_anew.kept_fresh(here, 0.01):
        while not figures.head(here).version:
            pass
    return here


def cells(page, name="numbers"):
    """The rows of the table of numbers: its first cell and the others."""
    body = re.search(rf'<table class="{name}">.*?<tbody>(.*?)</tbody>', page, re.DOTALL).group(1)
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in body.split("</tr>")[:-1]]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in rows]


@pytest.mark.requirement("R091", "R027")
def test_the_way_down_leads_from_the_county_by_township_and_village_to_the_records(county, signed_in):
    browser = signed_in("county_pls")
    whole = browser.get(f"/web/statistics?table=service_report&{OCTOBER}").text
    (township,) = cells(whole)
    assert township[1:] == ["1", "1", "1", "1", "5"]
    below = re.search(rf'<a href="([^"]+place={TOWNSHIP}[^"]*)"', whole).group(1).replace("&amp;", "&")
    assert [row[5] for row in cells(browser.get(below).text)] == ["4", "1"]
    listed = browser.get(f"/web/statistics/records?table=service_report&{OCTOBER}&place={FIRST}&column=talks")
    assert listed.text.count("打开</a>") == 4
    opened = re.search(r'href="(/web/statistics/records/consultation/[^"]+)"', listed.text).group(1)
    record = browser.get(opened).text
    assert "登记日期" in record


def test_every_table_and_its_files_show_the_numbers_of_the_desk(county, session, signed_in, tmp_path):
    browser = signed_in("county_pls")
    for name, table in TABLES.items():
        found = counted(session, Asked(table, period_of("month", date(2026, 10, 1)))).totals
        page = browser.get(f"/web/statistics?table={name}&{OCTOBER}&level=unit").text
        total = re.findall(
            r"<td class=\"number\">([^<]*)</td>", page.partition("<tfoot>")[2].partition("</tfoot>")[0]
        )
        first = table.groups(county.profile)[0].columns
        assert [int(float(one)) for one in total] == [found[column.name] for column in first]
    made = tmp_path / "table.xlsx"
    made.write_bytes(
        browser.get(f"/web/statistics/table.xlsx?table=service_report&{OCTOBER}&level=unit").content
    )
    lines = [[cell.value for cell in row] for row in load_workbook(made).active.iter_rows()]
    assert [line[5] for line in lines if line[0] == "合计"] == [5]
    assert browser.get(f"/web/statistics/table.pdf?table=situation&{OCTOBER}").content.startswith(b"%PDF")


@pytest.mark.requirement("R231", "R144")
def test_the_indicators_are_those_of_the_desk_and_one_only_the_county_knows(county, session, signed_in):
    asked = Asked(TABLES["service_report"], period_of("month", date(2026, 10, 1)))
    page = signed_in("county_pls").get(f"/web/statistics/indicators?{OCTOBER}").text
    for one, row in zip(measured(session, asked), cells(page), strict=True):
        shown = "—" if one.over is None else f"{one.over} ÷ {one.under}"
        assert one.code == "K19" or (one.code, row[3]) == (one.code, shown)
        assert one.formula in page
    assert "0 ÷ 2" in cells(page)[18][3]


def test_each_role_sees_the_columns_whose_records_it_may_read(county, signed_in):
    centre = signed_in("county_legal_aid", "fayuan", "[练习]法援")
    page = centre.get("/web/statistics?group=1").text
    assert "法律援助申请（件）" in page
    assert "调解（件）" not in page
    assert centre.get("/web/statistics?table=situation").status_code == 403
    behind = f"/web/statistics/records?table=service_report&{OCTOBER}&place={FIRST}&column="
    assert centre.get(behind + "mediated").status_code == 403
    opened = re.search(r"/web/statistics/records/consultation/\w+", centre.get(behind + "talks").text).group()
    assert "按您的角色" in centre.get(opened).text
    assert signed_in("administrator", "guanli2", "[练习]管理").get("/web/statistics").status_code == 403


def test_what_nobody_can_ask_is_refused(county, signed_in):
    browser = signed_in("county_pls")
    for asked in (
        "table=none",
        "span=week",
        "day=x",
        "day=0001-01-01",
        "group=-1",
        "sort=none",
        "level=none",
    ):
        assert (asked, browser.get(f"/web/statistics?{asked}").status_code) == (asked, 400)
    assert browser.get("/web/statistics?place=999999").status_code == 404
    assert browser.get("/web/statistics?group=9").status_code == 200


@pytest.mark.requirement("R270")
def test_a_notice_of_a_hot_matter_reaches_the_desks(county, signed_in, new_desk):
    desk = new_desk()
    browser = signed_in("county_pls")
    page = browser.get(f"/web/statistics/hot?{OCTOBER}").text
    assert cells(page)[0][1:3] == ["2", "1"]
    told = {"span": "month", "day": "2026-10-05", "topic": "T05", "title": "工资被拖欠怎么办"}
    assert browser.send("/web/statistics/hot", **told).status_code == 400
    assert browser.send("/web/statistics/hot", **told, answer="向劳动监察部门投诉").status_code == 200
    assert any(b'"hot_matter"' in bytes(row.b) for row in desk.pull())
    assert "工资被拖欠怎么办" in browser.get("/web/statistics/hot").text
    with county.database.reading():
        held = county.database.one("SELECT times_asked, from_day, to_day, scope FROM hot_matter")
    assert held == (2, "2026-10-01", "2026-10-31", "620702000000")
    office = signed_in("county_legal_aid", "fayuan", "[练习]法援")
    assert office.send("/web/statistics/hot", **told, answer="x").status_code == 403
    browser.get("/web/statistics/province")
    made = browser.send("/web/statistics/province", month="2026-10")
    assert made.json()["content"]["month"] == "2026-10"
