"""The indicators of a place are shown with formula and numbers, and saved as a spreadsheet."""

import openpyxl

from tests.ui.hands import done
from tests.village_desk.statistics import services_ledger as month
from ui.pages.indicators import value_text
from village_desk.session import NOTHING


def test_indicators_stand_on_paper_with_formula_and_numbers_and_are_saved(qtbot, frame, desk, tmp_path):
    def enter(session):
        month.enter(session)
        return NOTHING

    done(qtbot, desk, enter)
    frame.show_page("statistics")
    page = frame.page("statistics")
    qtbot.waitUntil(lambda: page.counted is not None, timeout=10_000)
    page.tables.setCurrentIndex(page.tables.findData("service_report"))
    page.spans.setCurrentIndex(page.spans.findData(""))
    page.since.edit.setText("20261001")
    page.until.edit.setText("20261031")
    page.until.edit.editingFinished.emit()
    page.indicators_button.click()
    qtbot.waitUntil(lambda: bool(page.indicators.found), timeout=10_000)
    found = {one.code: one for one in page.indicators.found}
    assert len(found) == 22
    assert (found["K11"].over, found["K11"].under) == (1, 2)
    assert value_text(found["K11"]) == "50.0%"
    assert "样本不足" in value_text(found["K03"])
    assert value_text(found["K16"]) == "没有常住人口数"
    assert page.indicators.print_button.isEnabled()
    page.indicators.save_sheet(tmp_path / "indicators.xlsx")
    qtbot.waitUntil((tmp_path / "indicators.xlsx").exists, timeout=10_000)
    sheet = openpyxl.load_workbook(tmp_path / "indicators.xlsx").active
    cells = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert {"K01", "转办办结率", "50.0%", "已办结转办件 ÷ 转办件 × 100"} <= cells
