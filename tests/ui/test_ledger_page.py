"""A ledger is taken in by its page: the columns, what would happen, the cases, and back again."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import Qt

from tests.village_desk.ledger_files import HEAD, ledger, xlsx
from ui.pages.ledger import LedgerPage
from village_desk.commands import importing
from village_desk.queries import lists


@pytest.fixture
def page(qtbot, room):
    page = LedgerPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    page.refresh()
    return page


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(xlsx(ledger(40, flawed=(5, 12))))
    return path


def opened(qtbot, page, path):
    page.open_file(path)
    qtbot.waitUntil(lambda: page.plan.isVisible() and "正在" not in page.plan.words.text(), timeout=5_000)


def cases(room):
    return lists.count(room.session, "mediation_case")


def test_a_ledger_is_looked_through_taken_in_and_undone_by_keyboard(qtbot, room, page, file):
    opened(qtbot, page, file)
    meant = {pick.accessibleName(): pick.currentText() for pick in page.columns.picks}
    assert meant["当事人"] == "双方当事人（写在一格里）"
    assert meant["备注"] == "不作为字段导入"
    assert page.plan.words.text().startswith("可以导入 38 件。有 2 行有问题")
    assert cases(room) == 0
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cases(room) == 38, timeout=10_000)
    qtbot.waitUntil(lambda: len(page.undo_buttons) == 1, timeout=5_000)
    assert page.plan.isHidden()
    page.undo_buttons[0].click()
    qtbot.waitUntil(lambda: cases(room) == 0, timeout=10_000)


def test_rows_that_are_here_already_are_taken_in_only_when_asked(qtbot, room, page, file):
    opened(qtbot, page, file)
    page.plan.take_button.click()
    qtbot.waitUntil(lambda: cases(room) == 38, timeout=10_000)
    qtbot.waitUntil(page.plan.isHidden, timeout=5_000)
    opened(qtbot, page, file)
    assert page.plan.take_button.text().startswith("导入 0 件")
    assert not page.plan.take_button.isEnabled()
    page.plan.twins.setChecked(True)
    assert page.plan.take_button.text().startswith("导入 38 件")


def test_what_a_column_means_can_be_chosen_and_is_remembered(qtbot, room, page, tmp_path):
    path = tmp_path / "ledger.xlsx"
    path.write_bytes(xlsx(ledger(3), (*HEAD[:1], "登记的日子", *HEAD[2:])))
    opened(qtbot, page, path)
    assert "还看不出" in page.plan.words.text()
    pick = page.columns.picks[1]
    pick.setFocus()
    place = pick.findData("accepted_on")
    pick.setCurrentIndex(place)
    pick.activated.emit(place)
    qtbot.waitUntil(page.plan.take_button.isEnabled, timeout=5_000)
    page.plan.take_button.click()
    qtbot.waitUntil(lambda: cases(room) == 3, timeout=10_000)
    assert importing.remembered(room.session)["登记的日子"] == "accepted_on"


def test_no_earlier_plan_is_taken_in_while_another_is_made(qtbot, room, page, file):
    opened(qtbot, page, file)
    assert page.plan.take_button.isEnabled()
    pick = page.columns.picks[0]
    pick.setCurrentIndex(0)
    pick.activated.emit(0)
    assert not page.plan.take_button.isEnabled()
    assert page.plan.wanted == []
    qtbot.waitUntil(page.plan.take_button.isEnabled, timeout=5_000)
    page.open_file(file)
    assert not page.plan.isVisible()
    assert not page.file_button.isEnabled()
    qtbot.waitUntil(lambda: page.plan.isVisible() and page.plan.take_button.isEnabled(), timeout=5_000)
    assert page.file_button.isEnabled()
    assert cases(room) == 0


def test_neither_file_nor_columns_are_changed_while_rows_are_taken_in(qtbot, room, page, file, monkeypatch):
    opened(qtbot, page, file)
    go_on = threading.Event()
    take_in = importing.take_in

    def slow(*what):
        go_on.wait(10)
        return take_in(*what)

    monkeypatch.setattr(importing, "take_in", slow)
    page.plan.take_button.click()
    assert not page.file_button.isEnabled()
    assert not page.columns.isEnabled()
    go_on.set()
    qtbot.waitUntil(page.file_button.isEnabled, timeout=10_000)
    assert page.columns.isEnabled()
    assert cases(room) == 38


def test_what_is_being_taken_in_is_taken_in_when_its_page_is_gone(qtbot, room, file, monkeypatch):
    """The PC slept, or another user was asked for: the page is dropped, the work goes on."""
    page = LedgerPage(room.desk)
    page.show()
    opened(qtbot, page, file)
    go_on = threading.Event()
    take_in = importing.take_in

    def slow(session, import_id, rows, told):
        go_on.wait(10)
        for done in range(100):
            told(done)
        return take_in(session, import_id, rows, told)

    monkeypatch.setattr(importing, "take_in", slow)
    page.plan.take_button.click()
    room.desk.close()
    shiboken6.delete(page)
    go_on.set()
    qtbot.waitUntil(lambda: cases(room) == 38, timeout=10_000)


def test_what_does_not_fit_is_listed_on_paper(qtbot, page, file):
    opened(qtbot, page, file)
    page.plan.print_button.click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.paper, timeout=5_000)
    qtbot.keyClick(page.paper, Qt.Key.Key_Escape)
    assert page.currentWidget() is page.main


def test_a_file_that_is_no_spreadsheet_is_told_in_one_sentence(qtbot, room, page, tmp_path):
    said = []
    room.desk.told.connect(said.append)
    path = tmp_path / "ledger.xlsx"
    path.write_bytes("不是表格".encode())
    page.open_file(path)
    qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert page.file_button.isEnabled()
    assert "什么都没有导入" in said[0].text
