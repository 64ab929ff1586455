"""A locked screen leaves no window open over it, and loses nothing that was typed into one."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from tests.ui.conftest import PIN
from tests.ui.hands import done, opened
from ui.opening import Closed
from ui.widgets.asking import ask_text
from village_desk import ids
from village_desk.commands import records


@pytest.fixture
def page(qtbot, at_work):
    """The page of a record."""
    desk, record_id = at_work.working.desk, ids.new_id()
    done(qtbot, desk, lambda s: records.save(s, "consultation", record_id, {"name": "[练习]赵龘"}))
    return opened(qtbot, at_work.working.frame, desk, "consultation", record_id)


def unlock(qtbot, program):
    program.gate.tried.emit(PIN)
    qtbot.waitUntil(lambda: program.gate is None, timeout=10_000)


def open_dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def test_what_is_asked_is_hidden_under_the_lock_and_comes_back_with_what_was_typed(qtbot, at_work, page):
    given = []
    dialog = ask_text(page, "[练习]赵龘", "说明", "开头", given.append, lines=True)
    dialog.setTextValue("打到一半")
    assert open_dialogs()
    at_work.lock()
    assert open_dialogs() == []
    unlock(qtbot, at_work)
    assert open_dialogs() == [dialog]
    assert dialog.textValue() == "打到一半"
    assert dialog.isModal()
    dialog.accept()
    assert given == ["打到一半"]
    at_work.lock()
    unlock(qtbot, at_work)
    assert open_dialogs() == [], "what was answered does not come back"


def test_the_choice_of_a_file_is_given_up_when_the_screen_locks(qtbot, at_work, page):
    QTimer.singleShot(0, at_work, at_work.lock)
    assert QFileDialog.getOpenFileName(page, "[练习]赵龘") == ("", "")
    assert at_work.gate is not None
    assert open_dialogs() == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus, offscreen
def test_an_open_menu_is_closed_and_none_opens_over_the_lock(qtbot, at_work, page):
    page.form.focus_field("content")
    offer = page.typing_help
    offer.offer_phrases()
    qtbot.waitUntil(offer.menu.isVisible, timeout=5_000)
    at_work.lock()
    assert not offer.menu.isVisible()
    unlock(qtbot, at_work)
    page.form.focus_field("content")
    offer.menu.clear()
    offer.offer_phrases()
    at_work.lock()
    done(qtbot, at_work.working.desk, lambda _session: frozenset())
    assert not offer.menu.isVisible()


def test_a_desk_that_is_closed_under_somebody_leaves_nothing_open(qtbot, at_work, page):
    ask_text(page, "[练习]赵龘", "说明", "", lambda _text: None)
    working = at_work.working
    working.shut.emit(Closed(working.desk.session.store, working.desk.account, "gate.lapsed"))
    assert open_dialogs() == []


def test_a_pc_that_slept_shows_nothing_of_a_record(qtbot, at_work, page):
    ask_text(page, "[练习]赵龘", "说明", "", lambda _text: None)
    at_work.drop_key()
    assert open_dialogs() == []
