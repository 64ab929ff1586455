"""Changes the county set aside, on their page: the cause in words, and one press that mends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from ui.pages.quarantine import QuarantinePage
from village_desk import ids
from village_desk.commands import records
from village_desk.queries import history, quarantine
from village_desk.store import altered

KIND = "consultation"


@pytest.fixture
def aside(room):
    """A record the county has, whose later text it set aside; and one it never took."""
    known, new = ids.new_id(), ids.new_id()
    records.save(room.session, KIND, known, {"name": "[练习]赵龘", "content": "地界"})
    room.received()
    records.save(room.session, KIND, known, {"content": "地界不清\n要量一量"})
    records.save(room.session, KIND, new, {"name": "[练习]钱乙", "content": "租金"})
    n = room.session.store.head().n
    room.received({n - 1: "rights", n: "grant"})
    return known, new


@pytest.fixture
def page(qtbot, room, aside):
    page = QuarantinePage(room.desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 2, timeout=5_000)
    return page


def gone(qtbot, page, left):
    qtbot.waitUntil(lambda: len(page.cards) == left, timeout=5_000)


def test_each_says_in_words_why_and_that_the_text_is_safe(page):
    new, known = page.cards
    assert "授权" in new.cause.text()
    assert "安全保存" in new.cause.text()
    assert "不能改这条记录" in known.cause.text()
    assert {"again", "kept", "copy", "township", "open"} == set(new.buttons)
    assert {"again", "county", "copy", "township", "open"} == set(known.buttons)


def test_one_press_sends_the_text_again_and_the_list_gets_shorter(qtbot, room, page, aside):
    page.cards[1].buttons["again"].click()
    gone(qtbot, page, 1)
    known, _new = aside
    assert room.session.store.row(KIND, known)["content"] == "地界不清\n要量一量"
    page.cards[0].buttons["again"].click()
    gone(qtbot, page, 0)
    room.received()
    assert "已收下" in page.rest.text()


def test_what_was_decided_leaves_the_list_and_stays_in_the_history(qtbot, room, page, aside):
    known, new = aside
    page.cards[1].buttons["county"].click()
    gone(qtbot, page, 1)
    page.cards[0].buttons["kept"].click()
    gone(qtbot, page, 0)
    assert room.session.store.row(KIND, known)["content"] == "地界"
    for record_id in aside:
        assert "quarantined" in [event.outcome for event in history.of(room.session, KIND, record_id)]
    assert room.session.store.row(KIND, new)["name"] == "[练习]钱乙"


def test_the_text_can_be_copied(page):
    page.cards[1].buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == "咨询内容：地界不清\n要量一量"


def test_a_paper_for_the_township_is_shown_and_once_saved_it_is_dealt_with(qtbot, room, page, tmp_path):
    page.cards[1].buttons["township"].click()
    qtbot.waitUntil(lambda: page.currentWidget() is page.paper, timeout=5_000)
    page.paper.save_file(tmp_path / "paper.pdf")
    gone(qtbot, page, 1)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert quarantine.count(room.session) == 1
    assert page.currentWidget() is page.main


def test_by_keyboard_from_one_to_the_next_and_back(qtbot, room, page):
    went = []
    room.desk.went.connect(went.append)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    for place in (0, 1, 1):
        qtbot.keyClick(page.focusWidget() or page.main, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert page.cards[place].buttons["open"].hasFocus()
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() in page.cards[1].buttons.values()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert went == ["sync"]


def test_of_what_was_altered_in_the_file_both_texts_are_shown(qtbot, room):
    known = ids.new_id()
    records.save(room.session, KIND, known, {"name": "[练习]赵龘", "content": "地界"})
    room.received()
    records.save(room.session, KIND, known, {"content": "地界不清"})
    store = room.session.store
    with store.unit_of_work(None, 1) as uow:
        uow.execute(
            'UPDATE "change" SET "body" = replace("body", ?, ?) WHERE "state" = \'new\'',
            ("地界不清", "没有争议"),
        )
    (n,) = altered.state_found(store, 1)
    room.received({n: "altered"})
    page = QuarantinePage(room.desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=5_000)
    (card,) = page.cards
    assert "被改动过" in card.cause.text()
    assert "文件里被改成了：咨询内容：没有争议" in [found.text() for found in card.findChildren(QLabel)]
    card.buttons["again"].click()
    gone(qtbot, page, 0)
    assert store.row(KIND, known)["content"] == "地界不清"
