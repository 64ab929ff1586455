from PySide6.QtCore import Qt

from village_desk import keys


def _answer_three_steps(program, qtbot, password="wu jiang zhen 77"):
    page = program.gate
    qtbot.keyClicks(page.county.counties.edit, "620702")
    qtbot.keyClick(page.county.counties.edit, Qt.Key.Key_Return)
    page.room.townships.edit.setText("乌江")
    qtbot.keyClick(page.room.townships.edit, Qt.Key.Key_Return)
    page.room.villages.edit.setText("jyc")
    qtbot.keyClick(page.room.villages.edit, Qt.Key.Key_Return)
    page.person.name.edit.setText("[练习]王桂兰")
    page.person.password.edit.setText(password)
    page.person.again.edit.setText(password)
    qtbot.keyClick(page.person.pin.edit, Qt.Key.Key_Return)
    return page


def test_a_fresh_pc_is_set_up_by_keyboard_alone(fresh_program, qtbot):
    page = _answer_three_steps(fresh_program, qtbot)
    qtbot.waitUntil(lambda: page.step() == 3, timeout=10_000)
    groups = page.recovery.key.text().split()
    page.recovery.first.edit.setText(groups[page.recovery.asked[0]].lower())
    page.recovery.second.edit.setText(groups[page.recovery.asked[1]])
    qtbot.keyClick(page.recovery.second.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fresh_program.working is not None)
    session = fresh_program.working.desk.session
    assert session.actor.role == "village_clerk"
    assert session.store.text_state("unit_name") == "乌江镇敬依村法律服务室"


def test_a_recovery_sheet_nobody_kept_does_not_let_anybody_begin(fresh_program, qtbot):
    page = _answer_three_steps(fresh_program, qtbot)
    qtbot.waitUntil(lambda: page.step() == 3, timeout=10_000)
    page.recovery.first.edit.setText("AAAA")
    page.go_on()
    assert fresh_program.working is None
    assert page.words.text()


def test_a_weak_password_is_told_while_typing_and_stops_the_third_step(fresh_program, qtbot):
    page = _answer_three_steps(fresh_program, qtbot, password="12345678")
    assert page.step() == 2
    assert page.person.password.words.text() == page.words.text() != ""


def test_going_back_keeps_what_was_typed(fresh_program, qtbot):
    page = _answer_three_steps(fresh_program, qtbot, password="short")
    page.go_back()
    page.go_on()
    assert page.person.name.text() == "[练习]王桂兰"


def test_the_file_made_opens_with_the_password_after_a_restart(fresh_program, qtbot):
    page = _answer_three_steps(fresh_program, qtbot)
    qtbot.waitUntil(lambda: page.step() == 3, timeout=10_000)
    slots = fresh_program.folder / "desk.keys"
    (owner,) = keys.users(slots)
    assert keys.unlock(slots, owner.user, "wu jiang zhen 77").cipher
