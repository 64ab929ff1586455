from pathlib import Path

from PySide6.QtCore import Qt

from ui import theme
from ui.main_window import SMALLEST

PASSWORD = "wu jiang zhen 77"
PIN = "2580"


def _type_password(program, qtbot, text):
    program.gate.password.edit.setText(text)
    qtbot.keyClick(program.gate.password.edit, Qt.Key.Key_Return)


def test_the_right_password_opens_the_first_page(program, qtbot):
    _type_password(program, qtbot, PASSWORD)
    qtbot.waitUntil(lambda: program.working is not None, timeout=10_000)
    assert program.working.frame.current() == "today"


def test_a_wrong_password_is_told_in_words_and_waits(program, qtbot):
    _type_password(program, qtbot, "not this one")
    qtbot.waitUntil(
        lambda: not program.gate.open_button.isEnabled() and "1" in program.gate.open_button.text()
    )
    assert "密码不对" in program.gate.password.words.text()
    assert program.gate.password.text() == ""
    qtbot.waitUntil(program.gate.open_button.isEnabled, timeout=3_000)


def test_a_forgotten_password_is_replaced_with_the_recovery_sheet(program, qtbot, tmp_path):
    page = program.gate
    page.show_recovery()
    page.recovery.edit.setText(Path(tmp_path / "recovery.txt").read_text().lower())
    page.new_password.edit.setText("heihe liuyu sui 3")
    page.again.edit.setText("heihe liuyu sui 3")
    page.recover_button.click()
    qtbot.waitUntil(lambda: program.working is not None, timeout=10_000)


def test_a_mistyped_recovery_key_is_told_apart(program, qtbot):
    page = program.gate
    page.show_recovery()
    page.recovery.edit.setText("4T7B-AAAA")
    page.new_password.edit.setText("heihe liuyu sui 3")
    page.again.edit.setText("heihe liuyu sui 3")
    page.recover_button.click()
    qtbot.waitUntil(lambda: "输错" in page.recovery.words.text())
    assert program.working is None


def test_locking_covers_the_work_and_the_pin_uncovers_the_same_page(at_work, qtbot):
    at_work.working.frame.show_page("settings")
    with qtbot.waitSignal(at_work.working.desk.leaving):
        at_work.lock()
    assert at_work.window.stack.currentWidget() is at_work.gate
    at_work.gate.secret.edit.setText(PIN)
    qtbot.keyClick(at_work.gate.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_work.gate is None, timeout=10_000)
    assert at_work.working.frame.current() == "settings"


def test_a_locked_screen_gives_five_pin_tries_and_then_wants_the_password(at_work, qtbot):
    at_work.lock()
    page = at_work.gate
    for left in (4, 3, 2, 1):
        page.tried.emit("1597")
        qtbot.waitUntil(lambda left=left: str(left) in page.secret.words.text(), timeout=10_000)
    page.tried.emit("1597")
    qtbot.waitUntil(lambda: hasattr(at_work.gate, "password"), timeout=10_000)
    assert at_work.working is None


def test_idleness_locks_and_a_key_begins_the_time_anew(at_work, qtbot):
    at_work.window.idle.emit()
    assert at_work.gate is not None


def test_a_pc_that_slept_asks_for_the_password_again(at_work, qtbot):
    wall, lived = at_work._clocks
    at_work.look_at_clocks(wall + 20, lived + 20)
    assert at_work.working is not None
    at_work.look_at_clocks(wall + 3_600, lived + 40)
    qtbot.waitUntil(lambda: hasattr(at_work.gate, "password"), timeout=10_000)
    assert at_work.working is None


def test_switching_user_asks_who_is_working(at_work, qtbot):
    at_work.lock()
    at_work.gate.switch_button.click()
    qtbot.waitUntil(lambda: hasattr(at_work.gate, "names"), timeout=10_000)
    assert [button.accessibleName() for button in at_work.gate.names] == ["[练习]王桂兰    村干部"]


def test_the_search_answer_does_not_stay_over_a_locked_screen(at_work, qtbot):
    box = at_work.working.frame.search_box
    box.setText("王")
    qtbot.waitUntil(box.is_open)
    at_work.lock()
    assert not box.is_open()


def test_a_damaged_key_file_is_told_in_words(look, qtbot, home):
    from ui.app import Program

    for name in ("desk.keys", "desk.keys.copy"):
        (home / name).write_bytes(b"{}")
    program = Program(home)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.gate is not None)
    assert "密钥文件" in program.gate.words.text()
    program.window.close()


def test_a_gate_grows_with_the_text_and_never_beyond_its_window(program, qtbot, qapp):
    gate = program.gate
    first = gate._inner.width()
    try:
        theme.apply(qapp, theme.Theme("light", 23))
        qtbot.waitUntil(lambda: gate._inner.width() == theme.current().px(560) > first)
        program.window.resize(*SMALLEST)
        qtbot.waitUntil(lambda: gate.viewport().width() == SMALLEST[0])
        assert gate.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(qapp, theme.Theme())
    qtbot.waitUntil(lambda: gate._inner.width() == first)


def test_what_is_typed_first_goes_into_the_password(program, qtbot):
    assert program.window.focusWidget() is program.gate.password.edit


def test_what_is_typed_first_on_a_locked_screen_goes_into_the_pin(at_work, qtbot):
    at_work.lock()
    assert at_work.window.focusWidget() is at_work.gate.secret.edit


def test_what_is_typed_first_on_a_fresh_pc_goes_into_the_county(fresh_program, qtbot):
    assert fresh_program.gate.county.isAncestorOf(fresh_program.window.focusWidget())
