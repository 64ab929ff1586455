import re
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from ui import theme
from ui.pages import pages_for
from ui.theme import TEXT_SIZES, Theme
from village_desk import ids, rights
from village_desk.commands import records
from village_desk.kinds import KINDS

UI = Path(theme.__file__).parent
PAGES = pages_for("village_clerk")


@pytest.fixture
def size_back(look):
    yield
    theme.apply(look, Theme())


def _cut(window):
    """Texts on labels and buttons that are wider than their place."""
    cut = []
    for kind in (QLabel, QPushButton):
        for widget in window.findChildren(kind):
            if not widget.isVisible() or not widget.text() or (kind is QLabel and widget.wordWrap()):
                continue
            wide = max(
                QFontMetrics(widget.font()).horizontalAdvance(line) for line in widget.text().split("\n")
            )
            if wide > widget.width() + 1:
                cut.append((type(widget).__name__, widget.text(), wide, widget.width()))
    return cut


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_on_any_page_at_any_text_size(at_work, qtbot, size, size_back):
    theme.apply(QApplication.instance(), Theme("light", size))
    at_work.window.resize(1366, 768)
    frame, cut = at_work.working.frame, {}
    for entry in PAGES:
        frame.show_page(entry.name)
        with suppress(qtbot.TimeoutError):  # what comes from the worker is laid out a moment later
            qtbot.waitUntil(lambda: not _cut(at_work.window), timeout=3_000)
        cut[entry.name] = _cut(at_work.window)
    assert {name: found for name, found in cut.items() if found} == {}
    assert (at_work.window.width(), at_work.window.height()) == (1366, 768)


def test_every_page_stands_in_the_navigation_without_scrolling_in_the_usual_text(at_work, qtbot):
    at_work.window.resize(1366, 768)
    area = at_work.working.frame.nav.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.viewport().height() > 600)
    assert area.verticalScrollBar().maximum() == 0


def test_every_kind_a_page_is_found_by_opens_it_with_all_that_hangs_on_it():
    opened = {kind for entry in pages_for(*rights.ROLES) for kind in entry.kinds}
    hanging = {name for name, kind in KINDS.items() if kind.parent}
    assert hanging <= opened


@pytest.mark.requirement("R084")
def test_every_page_opens_empty_and_says_what_it_is_for(frame, qtbot):
    for entry in PAGES:
        frame.show_page(entry.name)
        assert frame.current() == entry.name
        frame.toggle_help()
        assert frame.help_panel.text.text(), entry.name


def test_every_function_key_of_the_program_stands_in_the_help(frame):
    used = {
        key for path in UI.rglob("*.py") for key in re.findall(r'"(F[0-9]{1,2})"', path.read_text("utf-8"))
    }
    named = {line.split(" ")[0] for line in frame.help_panel._keys().splitlines()}
    assert used >= {"F2", "F9", "F10"}
    assert used - {"F1"} <= named


def test_pages_are_reached_by_number(at_work, qtbot):
    frame = at_work.working.frame
    with qtbot.waitActive(at_work.window):  # shortcuts belong to the active window
        at_work.window.windowHandle().requestActivate()
    listed = [entry for entry in PAGES if not entry.under and not entry.key]  # F2 has its page
    for place, entry in enumerate(listed[:9], start=1):
        qtbot.keyClick(at_work.window, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.AltModifier)
        assert frame.current() == entry.name


def test_the_search_finds_while_typing_and_enter_opens(frame, desk, qtbot):
    record_id = ids.new_id()
    with qtbot.waitSignal(desk.changed):
        desk.do(lambda s: records.save(s, "consultation", record_id, {"name": "[练习]赵龘"}))
    box = frame.search_box
    qtbot.keyClicks(box, "zd")
    qtbot.waitUntil(lambda: box.is_open() and box.list.count() == 1)
    with qtbot.waitSignal(box.picked) as picked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert picked.args == ["consultation", record_id]
    assert not box.is_open()


def test_the_search_says_when_nothing_was_found_and_escape_keeps_the_text(frame, qtbot):
    box = frame.search_box
    qtbot.keyClicks(box, "qqqq")
    qtbot.waitUntil(box.is_open)
    assert box.nothing.isVisibleTo(box.window())
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (box.is_open(), box.text()) == (False, "qqqq")


def test_the_navigation_counts_what_waits(frame, desk, qtbot):
    button = frame.nav.buttons["sync"]
    desk.do(lambda s: records.save(s, "person", ids.new_id(), {"name": "[练习]赵"}))
    qtbot.waitUntil(lambda: button.text().endswith("1"))


def test_a_refusal_is_told_in_the_message_bar_and_stays(frame, desk, qtbot):
    desk.do(lambda s: records.save(s, "consultation", ids.new_id(), {"phone": "not a phone"}))
    qtbot.waitUntil(frame.messages.isVisible)
    assert "电话" in frame.messages.text.text()
    frame.messages.dismiss_button.click()
    assert not frame.messages.isVisible()


def test_an_invalid_draft_is_heard_by_its_page_alone(frame, desk, qtbot):
    heard = []
    desk.do(
        lambda s: records.save(s, "consultation", ids.new_id(), {"phone": "not a phone"}), failed=heard.append
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert [problem.field for problem in heard[0].problems] == ["phone"]
    assert not frame.messages.isVisible()


def test_the_practice_frame_is_said_in_words(at_work):
    window = at_work.window
    assert "[练习]" not in window.windowTitle()
    window.show_practice(practice=True)
    assert window.windowTitle().startswith("[练习]")
    assert "[练习]" in window._band.text()
