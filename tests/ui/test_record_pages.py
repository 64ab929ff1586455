"""The cadre's journeys through the pages of records, on a real desk, by keyboard where a cadre would."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.hands import asked, done, opened, settled, write
from village_desk import ids
from village_desk.commands import attachments, drafts, records
from village_desk.queries import drafts as kept
from village_desk.queries import lists, persons
from village_desk.queries import records as reading

VISITOR = {
    "name": "[练习]马秀英",
    "sex": "2",
    "phone": "13912346021",
    "address": "敬依村三组18号",
    "party_type": "natural",
}
LONG_NAME = "[练习]阿依古丽·买买提江"


@pytest.fixture
def consultations(frame):
    frame.show_page("consultations")
    return frame.page("consultations")


@pytest.fixture
def consultation(qtbot, desk):
    """A consultation that lacks only whether it was solved."""
    record_id = ids.new_id()
    values = {
        "name": "[练习]马秀英",
        "met_on": date(2026, 11, 20),
        "channel": "1",
        "content": "租金一直没给",
        "answer": "可以先调解",
        "handling": ("1",),
        "phone": "13912346021",
    }
    done(qtbot, desk, lambda session: records.save(session, "consultation", record_id, values))
    return record_id


@pytest.mark.requirement("R193")
def test_a_visit_is_written_down_by_keyboard_from_f2_to_finish(qtbot, frame, desk, consultations):
    frame.show_page("consultations")
    consultations.new_record()
    picker = consultations.picker
    write(picker.editors["name"].input, LONG_NAME)
    qtbot.waitUntil(picker.new_button.isEnabled, timeout=3_000)
    qtbot.keyClick(picker.editors["name"].input, Qt.Key.Key_Return)
    picker.new_button.click()
    page = consultations.record_page("consultation")
    qtbot.waitUntil(lambda: consultations.currentWidget() is page and page.sight is not None, timeout=5_000)
    form = page.form
    assert form.draft()["name"] == LONG_NAME
    assert form.draft()["met_on"] is not None
    for field, text in (("content", "邻居砌墙占了路"), ("answer", "可以先由村调委会调解")):
        form.focus_field(field)
        write(form.editors[field].input, text)
    form.focus_field("handling")
    qtbot.keyClick(form.editors["handling"].input, Qt.Key.Key_Space)
    page.finish()
    qtbot.waitUntil(lambda: page.sight.record is not None, timeout=5_000)
    assert "是否解决" in page.bar.missing.text()
    page.bar.missing.click()
    assert form.editors["outcome"].input.hasFocus()
    qtbot.keyClick(form.editors["outcome"].input, Qt.Key.Key_1)
    page.finish()
    qtbot.waitUntil(lambda: page.sight.record.state == "closed", timeout=5_000)
    held = asked(qtbot, desk, lambda session: lists.page(session, "consultation"))
    assert [one.values["content"] for one in held] == ["邻居砌墙占了路"]
    assert [one.name for one in asked(qtbot, desk, lambda session: lists.page(session, "person"))] == [
        LONG_NAME
    ]


def test_ctrl_s_keeps_a_new_record_that_holds_only_what_it_begins_with(qtbot, frame, desk, consultations):
    person = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "person", person, VISITOR))
    consultations.new_record()
    qtbot.keyClicks(consultations.picker.editors["name"].input, "mxy")
    qtbot.waitUntil(lambda: consultations.picker.list.count() == 1, timeout=3_000)
    qtbot.keyClick(consultations.picker.editors["name"].input, Qt.Key.Key_Return)
    page = consultations.record_page("consultation")
    settled(qtbot, page)
    assert not page.unsaved()
    page.activateWindow()
    qtbot.keyClick(page.form.editors["content"].input, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.sight.record is not None, timeout=5_000)
    held = asked(qtbot, desk, lambda session: lists.page(session, "consultation"))
    assert [one.values["name"] for one in held] == [VISITOR["name"]]


def test_somebody_known_is_found_by_initials_and_copied_not_typed_again(qtbot, frame, desk, consultations):
    person = ids.new_id()
    done(qtbot, desk, lambda session: records.save(session, "person", person, VISITOR))
    frame.show_page("consultations")
    consultations.new_record()
    picker = consultations.picker
    qtbot.keyClicks(picker.editors["name"].input, "mxy")
    qtbot.waitUntil(lambda: picker.list.count() == 1, timeout=3_000)
    qtbot.keyClick(picker.editors["name"].input, Qt.Key.Key_Return)
    page = consultations.record_page("consultation")
    qtbot.waitUntil(lambda: page.sight is not None, timeout=5_000)
    assert page.form.draft()["phone"] == VISITOR["phone"]
    assert page.form.draft()["address"] == VISITOR["address"]
    page.form.put({"content": "问遗嘱怎么写"})
    page.save()
    held = asked(qtbot, desk, lambda session: lists.page(session, "consultation"))
    assert held[0].values["person"] == person
    assert len(asked(qtbot, desk, lambda session: persons.likely(session, "马秀英"))) == 1


def test_a_new_record_nobody_wrote_into_leaves_no_trace(qtbot, frame, desk, consultations):
    frame.show_page("consultations")
    consultations.new_record()
    consultations.picker.named.emit({"name": "[练习]路过"})
    page = consultations.record_page("consultation")
    settled(qtbot, page)
    page.leave()
    assert consultations.currentWidget() is consultations.list
    assert asked(qtbot, desk, lambda session: lists.count(session, "consultation")) == 0
    assert asked(qtbot, desk, kept.open_drafts) == []


def test_what_is_typed_is_kept_within_two_seconds_and_offered_after_a_crash(qtbot, frame, desk, consultation):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.focus_field("answer")
    write(page.form.editors["answer"].input, "，再看看")
    qtbot.waitUntil(lambda: page.header.saved.text() != "", timeout=2_000)
    found = asked(qtbot, desk, kept.open_drafts)
    assert [draft.record_id for draft in found] == [consultation]
    page.sight = None  # as after a crash: the page knows nothing any more
    page.open(consultation)
    qtbot.waitUntil(page.notices.draft.isVisible, timeout=5_000)
    assert "再看看" not in page.form.draft()["answer"]
    page.notices.draft.buttons[0].click()
    assert "再看看" in page.form.draft()["answer"]
    page.save()
    qtbot.waitUntil(lambda: not page.unsaved(), timeout=5_000)
    assert asked(qtbot, desk, kept.open_drafts) == []


def test_the_draft_of_a_record_that_was_never_saved_is_offered_on_the_list(qtbot, frame, desk, consultations):
    lost = ids.new_id()
    values = {"name": "[练习]陈𬭎", "content": "没写完"}
    done(
        qtbot,
        desk,
        lambda session: drafts.keep(session, f"consultation:{lost.hex()}", "consultation", lost, values),
    )
    consultations.list.refresh()
    panel = consultations.list.draft_panel
    qtbot.waitUntil(panel.isVisible, timeout=5_000)
    panel.buttons[0].click()
    page = consultations.record_page("consultation")
    qtbot.waitUntil(page.notices.draft.isVisible, timeout=5_000)
    page.notices.draft.buttons[0].click()
    page.save()
    held = asked(qtbot, desk, lambda session: reading.record(session, "consultation", lost))
    assert held.values["content"] == "没写完"


def test_one_wrong_value_stays_marked_while_everything_else_is_saved(qtbot, frame, desk, consultation):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.put({"answer": "答得更细", "id_number": "6207021974030"})
    page.save()
    held = asked(qtbot, desk, lambda session: reading.record(session, "consultation", consultation))
    assert held.values["answer"] == "答得更细"
    assert not held.values.get("id_number")
    assert page.form.problem("id_number")
    found = asked(qtbot, desk, kept.open_drafts)
    assert found[0].values == {"id_number": "6207021974030"}


def test_control_enter_does_nothing_while_an_input_method_composes(qtbot, frame, desk, consultation):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.put({"outcome": "yes"})
    page.form.focus_field("answer")
    QApplication.sendEvent(page.form.editors["answer"].input, QInputMethodEvent("da fu", []))
    page.finish()
    page.leave()
    held = asked(qtbot, desk, lambda session: reading.record(session, "consultation", consultation))
    assert held.state == "registered"
    assert page.isVisible()


@pytest.mark.requirement("R145")
def test_the_history_says_who_changed_which_field_from_what_to_what(qtbot, frame, desk, consultation):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.put({"answer": "已经讲清"})
    page.save()
    qtbot.waitUntil(lambda: not page.unsaved(), timeout=5_000)
    page.toggle_history()
    qtbot.waitUntil(lambda: any("已经讲清" in line for line in page.side.history.lines), timeout=5_000)
    newest = page.side.history.lines[1]
    assert newest == "答复意见：可以先调解 → 已经讲清"


def test_a_photo_taken_with_the_phone_held_upright_is_upright_for_everybody(tmp_path):
    from PIL import Image  # what a phone writes, Qt cannot: the turn stands in the file, not in the picture

    from ui.photos import upright
    from ui.widgets.attachments import smaller

    turned = Image.Exif()
    turned[0x0112] = 6
    Image.effect_noise((2_600, 1_300), 80).convert("RGB").save(
        tmp_path / "phone.jpg", quality=95, exif=turned
    )
    data = (tmp_path / "phone.jpg").read_bytes()
    assert upright(data).height() == 2 * upright(data).width() == 2_600
    assert len(data) > attachments.WIRE_LIMIT >= len(smaller(data))
    made = QImage.fromData(smaller(data))
    assert made.height() == 2 * made.width() == 2_400


def test_a_large_photo_is_kept_whole_and_a_smaller_copy_is_made_for_the_wire(
    qtbot, frame, desk, consultation, tmp_path
):
    from ui.widgets.attachments import smaller

    page = opened(qtbot, frame, desk, "consultation", consultation)
    photo = QImage(1200, 900, QImage.Format.Format_RGB32)
    photo.fill(Qt.GlobalColor.gray)
    photo.save(str(tmp_path / "sheet.png"))
    page.side.attachments.add(tmp_path / "sheet.png", "签好名的登记表")
    qtbot.waitUntil(lambda: len(page.side.attachments.buttons) == 1, timeout=5_000)
    assert "签好名的登记表" in page.side.attachments.buttons[0].accessibleName()
    huge = QImage(6000, 4000, QImage.Format.Format_RGB32)
    huge.fill(Qt.GlobalColor.gray)
    huge.save(str(tmp_path / "huge.bmp"))
    made = smaller((tmp_path / "huge.bmp").read_bytes())
    assert len(made) <= attachments.WIRE_LIMIT
    assert QImage.fromData(made).width() == 2_400


def test_the_list_is_filtered_by_typing_and_opened_with_enter(
    qtbot, frame, desk, consultations, consultation
):
    other = ids.new_id()
    done(
        qtbot,
        desk,
        lambda session: records.save(
            session, "consultation", other, {"name": "[练习]赵龘", "content": "借钱不还"}
        ),
    )
    shown = consultations.list.list
    qtbot.keyClicks(shown.filter, "zujin")
    write(shown.filter, "")
    shown.filter.setText("租金")
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1, timeout=5_000)
    qtbot.keyClick(shown.filter, Qt.Key.Key_Return)
    page = consultations.record_page("consultation")
    qtbot.waitUntil(lambda: page.sight is not None and page.sight.id == consultation, timeout=5_000)
    page.leave()
    shown.filter.setText("没有这个")
    qtbot.waitUntil(lambda: shown.stack.currentIndex() == 1, timeout=5_000)


def test_sex_birth_date_and_age_come_from_the_number_and_the_cause_from_the_matter(
    qtbot, frame, desk, consultation
):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.focus_field("id_number")
    qtbot.keyClicks(page.form.editors["id_number"].input, "11010519491231002X")
    qtbot.keyClick(page.form.editors["id_number"].input, Qt.Key.Key_Return)
    assert page.form.draft()["sex"] == "2"
    assert page.form.draft()["age"] == 76
    page.form.focus_field("topic")
    qtbot.keyClick(page.form.editors["topic"].input, Qt.Key.Key_2)
    assert page.form.draft()["cause"] == "赡养费纠纷"


def test_what_comes_from_elsewhere_leaves_what_is_being_typed_and_the_cursor_alone(
    qtbot, frame, desk, consultation
):
    page = opened(qtbot, frame, desk, "consultation", consultation)
    page.form.focus_field("answer")
    area = page.form.editors["answer"].input
    cursor = area.textCursor()
    cursor.setPosition(2)
    area.setTextCursor(cursor)
    write(area, "慢慢")
    done(
        qtbot,
        desk,
        lambda session: records.save(session, "consultation", consultation, {"cause": "租赁合同纠纷"}),
    )
    qtbot.waitUntil(lambda: page.form.draft()["cause"] == "租赁合同纠纷", timeout=5_000)
    assert page.form.draft()["answer"] == "可以慢慢先调解"
    assert area.textCursor().position() == 4
    assert page.unsaved()
