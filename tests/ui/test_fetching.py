"""Opening an attachment that is still at the county, with a real county and the PC that sent it."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from sync import connect, engine
from tests.ui.conftest import CHEAP, PASSWORD, VILLAGE
from tools.practice_county import enrolled, new_desk
from ui.widgets.paper_preview import PageImage
from village_desk import ids
from village_desk.commands import attachments, records
from village_desk.keys.passwords import Cost

pytestmark = [pytest.mark.county, pytest.mark.gui]


def _picture():
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data()) + bytes(200_000)  # what stands behind a PNG is ignored; it makes several pieces


def _sent_by_a_colleague(tmp_path, county):
    """Another PC of the room saves a consultation with a picture and sends it; return the consultation."""
    name = "[练习]李小梅"
    code = county.invite(VILLAGE, "[练习]村", [(name, "village_clerk")])
    made = new_desk(tmp_path / "other", VILLAGE, (name, "village_clerk"), PASSWORD, Cost(*CHEAP))
    session = enrolled(made, county.address, code).session
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {"name": "[练习]赵"})
    about = {"title": "[练习]照片", "media_type": "image/png"}
    attachments.attach(session, ("consultation", record_id), ids.new_id(), _picture(), about)
    exchange = connect.connect(session.store)
    assert engine.run_round(session.store, exchange).blobs == 1
    exchange.close()
    session.store.close_connection()
    return record_id


def _joined(at_work, qtbot, county):
    frame = at_work.working.frame
    code = county.invite(VILLAGE, "[练习]村", [("[练习]王桂兰", "village_clerk")])
    frame.show_page("sync")
    page = frame.page("sync")
    qtbot.waitUntil(lambda: page.join.isVisibleTo(page))
    page.join.address.edit.setText(county.address)
    page.join.code.edit.setText(code)
    page.join.button.click()
    qtbot.waitUntil(lambda: "县里已收到" in frame.status.sentence.text(), timeout=15_000)
    return frame


def test_an_attachment_at_the_county_says_so_and_is_fetched_when_opened(at_work, qtbot, tmp_path, county):
    record_id = _sent_by_a_colleague(tmp_path, county)
    frame = _joined(at_work, qtbot, county)
    at_work.working.desk.open_record("consultation", record_id)
    stack = frame.page("consultations")
    card = stack.record_page("consultation").side.attachments
    qtbot.waitUntil(lambda: bool(card.states) and "在县里" in card.states[0].text(), timeout=10_000)
    heard = []
    show = stack.viewer.show_progress

    def heard_of(come, size):
        heard.append(come)
        show(come, size)

    stack.viewer.show_progress = heard_of
    card.buttons[0].click()
    qtbot.waitUntil(lambda: bool(stack.viewer.findChildren(PageImage)), timeout=15_000)
    assert stack.viewer.words.text() == ""
    assert heard
    assert heard == sorted(heard)
    stack.viewer.back_button.click()
    qtbot.waitUntil(lambda: bool(card.states) and "县里已收到" in card.states[0].text(), timeout=10_000)


def test_without_the_county_it_says_what_to_do_and_works_later(at_work, qtbot, tmp_path, county):
    record_id = _sent_by_a_colleague(tmp_path, county)
    frame = _joined(at_work, qtbot, county)
    county.stop()
    at_work.working.desk.open_record("consultation", record_id)
    stack = frame.page("consultations")
    card = stack.record_page("consultation").side.attachments
    qtbot.waitUntil(lambda: bool(card.states) and "在县里" in card.states[0].text(), timeout=10_000)
    card.buttons[0].click()
    qtbot.waitUntil(lambda: "请稍后再打开" in stack.viewer.words.text(), timeout=15_000)
    assert not stack.viewer.findChildren(PageImage)


def test_how_far_an_earlier_attachment_is_never_stands_over_a_later_one(qtbot, at_work):
    viewer = at_work.working.frame.page("consultations").viewer
    _stop, first = viewer.begin()
    stop, second = viewer.begin()
    assert not stop.is_set()
    first.told.emit(900, 1_000)
    assert "900" not in viewer.words.text()
    second.told.emit(5_000, 50_000)
    assert viewer.bar.value() == 5_000
