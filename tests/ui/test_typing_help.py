"""F3 goes on through what was found, F4 offers what one writes often, F7 takes over the record before."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.hands import asked, done, opened, write
from village_desk import ids
from village_desk.commands import records
from village_desk.queries import earlier

KIND = "consultation"


@pytest.fixture
def frame(qtbot, at_work):
    at_work.window.activateWindow()
    qtbot.waitUntil(at_work.window.isActiveWindow, timeout=5_000)
    return at_work.working.frame


def saved(qtbot, desk, **values):
    record_id = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, KIND, record_id, values))
    return record_id


@pytest.fixture
def page(qtbot, frame, desk):
    """A new record after two of the same user."""
    saved(qtbot, desk, name="[练习]钱乙", cause="土地流转", channel="1")
    saved(qtbot, desk, name="[练习]赵龘", cause="相邻通行", phone="13912346021", channel="2")
    third = saved(qtbot, desk, name="[练习]孙丙", cause="相邻通行")
    fourth = saved(qtbot, desk, name="[练习]李丁")
    assert third != fourth
    return opened(qtbot, frame, desk, KIND, fourth)


def focus(qtbot, page, name):
    page.form.focus_field(name)
    qtbot.waitUntil(lambda: page.form.editors[name].isAncestorOf(page.form.focusWidget()), timeout=5_000)
    return page.form.editors[name]


def test_f7_takes_over_one_field_and_never_over_what_is_typed(qtbot, page):
    editor = focus(qtbot, page, "cause")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: editor.value() == "相邻通行", timeout=5_000)
    assert page.unsaved()
    editor.set_value("别的")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    asked(qtbot, page._desk, lambda _session: True)
    assert editor.value() == "别的"


def test_what_tells_who_somebody_is_is_never_taken_over(qtbot, page, desk):
    found = asked(qtbot, desk, lambda session: earlier.previous(session, KIND, ids.new_id()))
    assert not {"name", "phone", "id_number", "number", "state", "person"} & found.keys()
    editor = focus(qtbot, page, "phone")
    qtbot.keyClick(editor.input, Qt.Key.Key_F7)
    asked(qtbot, desk, lambda _session: True)
    assert editor.value() is None
    assert asked(qtbot, desk, lambda session: earlier.phrases(session, KIND, "name", b"")) == []


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus, offscreen
def test_f4_offers_what_is_written_often_and_a_digit_takes_it(qtbot, page):
    editor = focus(qtbot, page, "cause")
    write(editor.input, "邻里：")
    qtbot.keyClick(editor.input, Qt.Key.Key_F4)
    menu = page.typing_help.menu
    qtbot.waitUntil(menu.isVisible, timeout=5_000)
    assert [action.text() for action in menu.actions()] == ["&1  相邻通行", "&2  土地流转"]
    qtbot.keyClick(menu, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: str(editor.value()).endswith("土地流转"), timeout=5_000)
    assert page.unsaved()


def test_f3_goes_on_through_what_was_found_and_begins_anew(qtbot, frame, page):
    frame.search_box.setText("相邻通行")
    qtbot.waitUntil(lambda: frame.search_box.is_open() and frame.search_box.list.count() == 2, timeout=5_000)
    found = list(frame._hits)
    stack = frame.page("consultations")
    for kind, record_id in (*found, found[0]):
        frame.find_next()
        shown = stack.record_page(kind)
        qtbot.waitUntil(lambda page=shown, wanted=record_id: page.record_id() == wanted, timeout=5_000)
    assert not frame.search_box.is_open()


def test_f3_without_a_search_begins_one(qtbot, frame):
    frame.find_next()
    assert frame.search_box.hasFocus()
