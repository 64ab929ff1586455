"""The page of readings: what it shows, how it is narrowed and proved, and a look in an emergency."""

import openpyxl
import pytest

from ui.pages.accesses import AccessesPage
from village_desk import ids
from village_desk.commands import exports
from village_desk.queries import accesses
from village_desk.store import Birth

REASON = "[练习] 今晚须送到医院，核对姓名"


@pytest.fixture
def page(qtbot, room):
    session = room.session
    exports.log_export(session, "consultation", 12)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        born = Birth("", "restricted", ("ab" * 16,))
        uow.put("mediation_case", ids.new_id(), {"title": "[练习]家暴"}, born=born)
    page = AccessesPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1 and bool(page.glass_buttons), timeout=5_000)
    return page


def _cells(page):
    return [page.table.item(0, at).text() for at in range(page.table.columnCount())]


def test_a_look_in_an_emergency_opens_the_record_and_stands_in_the_list(qtbot, room, page):
    assert _cells(page)[2:4] == ["导出", "法律咨询"]
    with qtbot.waitSignal(room.desk.opened, timeout=5_000) as opened:
        (one,) = accesses.kept_back(room.session)
        page.look(one, REASON)
    assert opened.args[:2] == ["mediation_case", one.record_id]
    qtbot.waitUntil(lambda: page.table.rowCount() == 2 and _cells(page)[6] == REASON, timeout=5_000)


def test_it_is_narrowed_proved_and_saved(qtbot, room, page, tmp_path):
    page._prove()
    qtbot.waitUntil(lambda: "历史完整" in page.proof.text(), timeout=10_000)
    page.name.edit.setText("没有这个人")
    qtbot.waitUntil(lambda: page.table.rowCount() == 0, timeout=5_000)
    page.name.edit.clear()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=5_000)
    path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(room.desk.told, timeout=20_000):
        page.save_sheet(path)
    lines = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    assert any(line[2] == "导出" for line in lines)
