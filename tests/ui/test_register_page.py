"""The register of cases on its page: filled, blank, as PDF and as XLSX."""

import io
from datetime import date

import openpyxl
import pikepdf
import pytest
from PySide6.QtCore import Qt

from tests.ui.rooms import VILLAGE, room
from tests.village_desk.statistics.ledger import enter
from ui.pages.statistics import StatisticsPage
from village_desk import statistics

QUARTER = statistics.period_of("quarter", date(2026, 8, 1))


@pytest.fixture
def village(look, qtbot, tmp_path):
    made, close = room(tmp_path)
    enter(made.session)
    yield made
    close()


@pytest.fixture
def page(qtbot, village):
    """The register of the third quarter, opened from the statistics."""
    page = StatisticsPage(village.desk)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    qtbot.waitUntil(lambda: page.counted is not None, timeout=10_000)
    page._period = QUARTER
    page.register_button.click()
    qtbot.waitUntil(lambda: "件" in page.register.words.text(), timeout=20_000)
    return page


def test_the_register_of_the_chosen_time_is_shown_and_escape_comes_back(qtbot, page):
    assert page.currentWidget() is page.register
    assert page.register.words.text().startswith("16 件，")
    assert "另有 1 件保密案件不在此列" in page.register.words.text()
    qtbot.keyClick(page.register, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.main


def test_it_is_saved_as_pdf_filled_and_blank(qtbot, page, tmp_path):
    sizes = []
    for blank in (False, True):
        if blank:
            page.register.blank_button.click()
            qtbot.waitUntil(lambda: page.register.words.text().startswith("0 件"), timeout=20_000)
        path = tmp_path / f"{blank}.pdf"
        with qtbot.waitSignal(page.register.taken, timeout=10_000):
            page.register.save_file(path)
        with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
            sizes.append(len(pdf.pages))
    assert sizes == [2, 1]


def test_the_file_with_names_is_logged_and_the_blank_one_is_not(qtbot, page, village, tmp_path):
    def save(name):
        with qtbot.waitSignal(page.register.taken, timeout=10_000):
            page.register.save_file(tmp_path / name)
        return village.session.store.query('SELECT count(*) FROM "access" WHERE "act" = \'export\'')[0][0]

    assert save("filled.pdf") == 1
    page.register.blank_button.click()
    qtbot.waitUntil(lambda: page.register.words.text().startswith("0 件"), timeout=20_000)
    assert save("blank.pdf") == 1


def test_what_was_shown_last_does_not_go_out_while_another_is_drawn(qtbot, page):
    register = page.register
    (place,) = statistics.places(page._desk.session)
    assert register.print_button.isEnabled()
    register.open(place, QUARTER)
    register.open(place, statistics.period_of("year", date(2021, 1, 1)))
    assert not register.print_button.isEnabled()
    assert not register.save_button.isEnabled()
    assert register._pdf == b""
    qtbot.waitUntil(register.print_button.isEnabled, timeout=20_000)
    assert register.words.text().startswith("0 件"), "the answer to the first question came too late"


def test_the_spreadsheet_holds_what_may_be_exported_and_says_that_it_is_open(qtbot, page, village, tmp_path):
    path = tmp_path / "登记簿.xlsx"
    with qtbot.waitSignal(village.desk.told, timeout=20_000) as told:
        page.register.save_sheet(path)
    assert "没有加密" in told.args[0].text
    sheet = openpyxl.load_workbook(path).active
    lines = [line for line in sheet.iter_rows(min_row=6, values_only=True) if isinstance(line[0], int)]
    assert [line[0] for line in lines] == list(range(1, 17))
    assert lines[0][1] == "（2026）练习16号"
    assert lines[0][3] == "[练习]甲0"
    assert lines[0][6] == "道路交通事故纠纷"
    logged = village.session.store.query('SELECT count(*) FROM "access" WHERE "act" = \'export\'')
    assert logged[0][0] == 1


def test_the_register_of_a_village_is_that_of_its_committee(village):
    from ui.pages.register import committee_of

    (place,) = statistics.places(village.session)
    assert place.code == VILLAGE
    assert committee_of(place) == "付家寨村人民调解委员会"
