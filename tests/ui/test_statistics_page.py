"""Statistics on their page: chosen, counted, opened, printed, saved; by keyboard."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.ui.rooms import VILLAGE, room
from tests.village_desk.statistics.ledger import FIRST, SECOND, THIRD, TOWNSHIP, enter, lines
from ui.pages.statistics import StatisticsPage
from ui.pages.statistics_texts import file_name, paper_of
from ui.printing import page_images
from village_desk import ids, statistics
from village_desk.statistics import Cell
from village_desk.store import Birth

QUARTER = statistics.period_of("quarter", date(2026, 8, 1))
NAMES = {"620702101": "上秦镇", FIRST: "付家寨村村民委员会", SECOND: "王家墩村村民委员会",
         THIRD: "安里闸村村民委员会"}  # fmt: skip


@pytest.fixture(params=[("station_staff", TOWNSHIP)])
def ledger_room(request, look, qtbot, tmp_path):
    made, close = room(tmp_path, *request.param)
    with made.session.store.unit_of_work(None, 1) as uow:
        for row in NAMES.items():
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', row)
    enter(made.session)
    yield made
    close()


@pytest.fixture
def page(qtbot, ledger_room):
    """The page, showing the third quarter of 2026."""
    page = StatisticsPage(ledger_room.desk)
    qtbot.addWidget(page)
    page.today = QUARTER.last
    page.resize(1150, 640)
    page.show()
    qtbot.waitUntil(lambda: page.counted is not None, timeout=10_000)
    choose(page.spans, "year")
    choose(page.spans, "quarter")
    while page.asked().period.first > QUARTER.first:
        page.before.click()
    shows(qtbot, page, lambda counted: counted.asked.period == QUARTER)
    return page


def shows(qtbot, page, what):
    qtbot.waitUntil(lambda: what(page.counted), timeout=10_000)


def choose(pick, value):
    pick.setCurrentIndex(pick.findData(value))


def listed(page):
    return page.behind.model.rowCount() if page.behind.model else 0


def texts(page):
    """Return the lines of the screen: heading, and the numbers from left to right."""
    model = page.model
    return {
        model.headerData(line, Qt.Orientation.Vertical): [
            model.data(model.index(line, place)) for place in range(model.columnCount())
        ]
        for line in range(model.rowCount())
    }


def test_the_screen_shows_the_hand_counted_numbers(page):
    shown, expected = texts(page), {line["column"]: line for line in lines("third_quarter.csv")}
    places = ("all", "620702101000", FIRST, SECOND, THIRD)
    assert shown["调解案件总数（件）"] == [expected["total"][code] for code in places]
    assert shown["其中：公安机关委托移送（件）"] == [expected["referred_police"][code] for code in places]
    assert shown["涉及金额（万元）"] == ["146.387381", "18.016979", "75.132572", "47.927184", "5.310646"]
    assert not page.odds.isVisible()
    assert not page.zero.isVisible()


def test_enter_on_a_number_lists_its_records_and_escape_comes_back(qtbot, page, ledger_room):
    line = list(texts(page)).index("申请司法确认（件）")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(line, 2))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == 4, timeout=5_000)
    assert page.behind.title.text() == "付家寨村 · 申请司法确认 · 2026年第三季度"
    assert page.behind.words.text() == "4 条记录"
    with qtbot.waitSignal(ledger_room.desk.opened) as opened:
        qtbot.keyClick(page.behind.table, Qt.Key.Key_Return)
    assert opened.args[0] == "mediation_case"
    qtbot.keyClick(page.behind, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.main
    assert page.table.currentIndex().row() == line


def test_a_nought_leads_nowhere_and_confidential_cases_are_counted_but_not_listed(qtbot, page):
    page.table.setCurrentIndex(page.model.index(list(texts(page)).index("邻里纠纷（件）"), 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.currentWidget() is page.main
    page.open_cell(Cell("total"))
    qtbot.waitUntil(lambda: "46" in page.behind.words.text(), timeout=5_000)
    assert page.behind.words.text() == "46 条记录  另有 4 条保密记录也计入，只有获准的人能打开。"


def test_a_sentence_names_what_does_not_agree_and_leads_to_it(qtbot, page, ledger_room):
    case = ids.new_id()

    def plant(session):
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            values = {"accepted_on": date(2026, 8, 3), "source": "police", "title": "[练习]没有类型"}
            uow.put("mediation_case", case, values, born=Birth(FIRST))
        return uow.touched

    ledger_room.desk.do(plant)
    qtbot.waitUntil(page.odds.isVisible, timeout=10_000)
    assert [link.toolTip() for link in page.odds.buttons] == [
        "各类纠纷合计 50 件，案件总数 51 件：有 1 件没有填纠纷类型。"
    ]
    page.odds.buttons[0].click()
    qtbot.waitUntil(lambda: listed(page) == 1, timeout=5_000)
    assert page.behind.model.row(0).record.id == case


def test_an_empty_month_says_that_it_is_a_zero_report(qtbot, page, ledger_room):
    choose(page.spans, "month")
    for _ in range(5):
        page.after.click()
    shows(qtbot, page, lambda counted: counted.empty)
    assert page.zero.text.text() == "零报告：本期没有调解案件，也没有排查。"
    assert {number for line in texts(page).values() for number in line if number} == {"0", "0.00"}
    paper = paper_of(ledger_room.session, page.counted, page.place())
    assert paper.closing == ("零报告：本期没有调解案件，也没有排查。",)


def test_any_two_days_and_a_place_can_be_chosen(qtbot, page):
    choose(page.spans, "")
    page.since.edit.setText("20260701")
    page.until.edit.setText("20260630")
    page.until.edit.editingFinished.emit()
    assert "早于" in page.until.words.text()
    page.until.edit.setText("20260701")
    page.until.edit.editingFinished.emit()
    choose(page.places, FIRST)
    shows(
        qtbot,
        page,
        lambda counted: counted.asked.place == FIRST and counted.asked.period.last == date(2026, 7, 1),
    )
    assert page.counted.totals["total"] == 2
    assert page.period.text() == "2026年7月1日"
    assert [row.label for row in page.counted.rows] == ["付家寨村"]


def test_paper_and_file_name_the_place_whose_numbers_they_hold(qtbot, page, ledger_room):
    whole = page.place()
    choose(page.places, FIRST)
    assert page.counted.asked.place != FIRST, "it is still being counted"
    assert page.place() == whole
    assert f"{whole} " in proposed_name(page)
    shows(qtbot, page, lambda counted: counted.asked.place == FIRST)
    assert page.place() == "付家寨村"


def proposed_name(page):
    return file_name(page.counted, page.place())


def test_records_of_an_earlier_number_never_stand_under_another(qtbot, page, ledger_room):
    page.open_cell(Cell("total"))
    between = []
    ledger_room.desk.ask_slowly(lambda _session: True, lambda _true: between.append(listed(page)))
    line = list(texts(page)).index("申请司法确认（件）")
    page.table.opened.emit(page.model.cell(page.model.index(line, 2)))
    qtbot.waitUntil(lambda: listed(page) == 4, timeout=10_000)
    assert between == [0]


def test_the_table_of_kinds_runs_down_by_kind(qtbot, page):
    choose(page.tables, "types")
    shows(qtbot, page, lambda counted: counted.asked.table.name == "types")
    assert list(texts(page))[:3] == ["合计", "婚姻家庭纠纷", "邻里纠纷"]
    assert texts(page)["损害赔偿纠纷"][0] == "7"


def test_the_paper_lies_on_its_long_side_and_holds_every_number(qtbot, page, ledger_room):
    paper = paper_of(ledger_room.session, page.counted, page.place())
    printed = [cell for table in paper.tables for row in table.rows for cell in row[1:]]
    assert len(printed) == 5 * len(page.counted.columns)
    page.print_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.paper, timeout=10_000)
    for image in page_images(page.paper._pdf, 30):
        assert image.width() > image.height()
    qtbot.keyClick(page.paper, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.main


def test_the_spreadsheet_holds_the_same_numbers(qtbot, page, ledger_room, tmp_path):
    path = tmp_path / "表.xlsx"
    with qtbot.waitSignal(ledger_room.desk.told, timeout=20_000) as told:
        page.save_file(path)
    assert told.args[0].text == "表格已保存。"
    sheet = openpyxl.load_workbook(path).active
    rows = {line[0]: line[1:] for line in sheet.iter_rows(min_row=7, values_only=True)}
    for code, name in ((FIRST, "付家寨村"), (THIRD, "安里闸村"), ("all", "合计")):
        whole = [int(line[code]) for line in lines("third_quarter.csv")]
        assert [value for place, value in enumerate(rows[name]) if place != 4] == [
            number for place, number in enumerate(whole) if place != 4
        ]
        assert rows[name][4] == pytest.approx(whole[4] / 1_000_000)


@pytest.mark.parametrize("ledger_room", [("village_clerk", VILLAGE)], indirect=True)
def test_a_village_has_its_own_place_only(page):
    assert [page.places.itemText(place) for place in range(page.places.count())] == ["付家寨村"]
    assert not page.places.isEnabled()
    assert page.counted.totals["total"] == 15


def test_the_page_is_worked_by_keyboard(qtbot, page):
    page.activateWindow()
    page.table.setFocus()
    first = page.asked().period
    qtbot.keyClick(page.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.asked().period == statistics.before("quarter", first)
    reached, widget = [], page.tables
    for _ in range(20):
        reached.append(widget)
        widget = widget.nextInFocusChain()
    assert {page.tables, page.places, page.spans, page.before, page.after} <= set(reached)
