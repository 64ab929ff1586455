"""Editors: what is typed, what is marked and when, and which key goes where."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.looks import LOOKS
from ui.widgets.editors import Setting
from ui.widgets.record_form import RecordForm
from village_desk import profile
from village_desk.kinds import KINDS

TODAY = date(2026, 11, 21)


def write(widget, text):
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def form(look, qtbot):
    made = RecordForm(KINDS["consultation"], LOOKS["consultation"].form, Setting(profile.load(), TODAY))
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5_000)
    return made


def test_what_is_filled_in_comes_back_unchanged(form):
    values = {
        "name": "阿依古丽·买买提江·吐尔逊",
        "sex": "2",
        "age": 52,
        "met_on": TODAY,
        "groups": ("2", "6"),
        "content": "第一行\n第二行",
        "phone": "13912346021",
    }
    form.fill(values)
    assert {name: value for name, value in form.draft().items() if value is not None} == values
    assert form.changed() == {}


def test_every_kind_of_record_has_a_form_that_shows_each_field_once(look, qtbot):
    for name, shown in LOOKS.items():
        form = RecordForm(KINDS[name], shown.form, Setting(profile.load(), TODAY))
        qtbot.addWidget(form)
        cells = [cell.field for section in shown.form for cell in section.cells]
        assert len(cells) == len(set(cells))
        hidden = [spec for spec in KINDS[name].fields.values() if spec.name not in cells]
        assert all(
            spec.face == "link"
            or spec.name in ("state", "number", "order")
            or (spec.read_only and not spec.paper)
            for spec in hidden
        )


def test_a_wrong_value_is_marked_in_words_after_the_cursor_has_left_and_never_while_typing(form, qtbot):
    editor = form.editors["id_number"]
    editor.input.setFocus()
    qtbot.keyClicks(editor.input, "62070219740302102")
    assert form.problem("id_number") == ""
    qtbot.keyClick(editor.input, Qt.Key.Key_Tab)
    assert "18" in form.problem("id_number")
    editor.input.setFocus()
    qtbot.keyClicks(editor.input, "9")
    assert form.problem("id_number") == ""


def test_a_day_that_is_none_is_marked_with_how_to_write_one_and_stays_as_typed(form, qtbot):
    editor = form.editors["met_on"]
    editor.input.setFocus()
    write(editor.input, "上个月")
    qtbot.keyClick(editor.input, Qt.Key.Key_Tab)
    assert "昨天" in form.problem("met_on")
    assert form.draft()["met_on"] == "上个月"


def test_a_day_is_written_out_when_the_cursor_leaves(form, qtbot):
    editor = form.editors["met_on"]
    editor.input.setFocus()
    write(editor.input, "昨天")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert editor.input.text() == "2026-11-20"
    assert form.draft()["met_on"] == date(2026, 11, 20)


def test_a_number_is_masked_until_the_cursor_comes(form, qtbot):
    form.fill({"phone": "13912346021"})
    editor = form.editors["phone"]
    form.editors["name"].input.setFocus()
    assert editor.input.text() == "139****6021"
    editor.input.setFocus()
    assert editor.input.text() == "13912346021"
    form.editors["name"].input.setFocus()
    assert editor.input.text() == "139****6021"
    assert form.changed() == {}


def test_enter_goes_to_the_next_field_and_tab_leaves_long_text(form, qtbot):
    form.focus_field("name")
    qtbot.keyClick(form.editors["name"].input, Qt.Key.Key_Return)
    assert form.editors["sex"].input.hasFocus()
    form.focus_field("content")
    area = form.editors["content"].input
    write(area, "一")
    qtbot.keyClick(area, Qt.Key.Key_Return)
    assert area.hasFocus()
    assert area.toPlainText() == "一\n"
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert form.editors["happened_on"].input.hasFocus()


def test_enter_belongs_to_the_input_method_while_it_composes(form, qtbot):
    line = form.editors["name"].input
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("ma xiu", []))
    assert form.composing()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.hasFocus()
    write(line, "马秀英")
    assert not form.composing()
    assert form.draft()["name"] == "马秀英"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.editors["sex"].input.hasFocus()


def test_digits_choose_and_backspace_clears(form, qtbot):
    pick = form.editors["sex"].input
    pick.setFocus()
    qtbot.keyClick(pick, Qt.Key.Key_2)
    assert form.draft()["sex"] == profile.load().codes("sex", TODAY)[1].code
    qtbot.keyClick(pick, Qt.Key.Key_Backspace)
    assert form.draft()["sex"] is None


def test_boxes_are_walked_with_arrows_and_ticked_with_the_space_bar(form, qtbot):
    boxes = form.editors["groups"].boxes
    first, second = list(boxes.values())[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert form.draft()["groups"] == (list(boxes)[1],)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert form.editors["met_on"].input.hasFocus()


def test_a_field_that_cannot_be_edited_says_why_when_it_is_reached(form, qtbot):
    form.lock("司法所已审核通过", "")
    for name in ("name", "sex", "content", "groups"):
        form.focus_field(name)
        assert form.problem(name) == "司法所已审核通过"
    qtbot.keyClick(form.editors["sex"].input, Qt.Key.Key_2)
    qtbot.keyClick(form.editors["groups"].input, Qt.Key.Key_Space)
    qtbot.keyClicks(form.editors["name"].input, "x")
    assert form.changed() == {}


def test_a_long_narrative_and_rare_characters_are_kept_whole(form):
    text = "𬭎龘䶮" + "租" * 10_000 + "😀"
    form.editors["content"].set_value(text)
    assert form.draft()["content"] == text
    assert form.editors["content"].problem() is None


def test_a_code_that_is_no_longer_in_the_list_is_kept(form):
    form.fill({"topic": "T99", "groups": ("2", "99")})
    assert form.draft()["topic"] == "T99"
    assert form.draft()["groups"] == ("2", "99")


def test_fields_stand_side_by_side_while_they_fit_and_below_each_other_where_they_do_not(form):
    name, phone = form.editors["name"], form.editors["nation"]
    assert name.y() == phone.y()
    form.resize(360, 900)
    QApplication.processEvents()
    assert phone.y() > name.y()
    assert all(editor.width() <= 340 for editor in form.editors.values())
