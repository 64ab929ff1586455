"""A whole case that ends in an oral agreement, entered and printed without the mouse, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit
from shiboken6 import isValid

from tests.ui.hands import asked, write
from village_desk.queries import lists
from village_desk.queries.records import about, children

KEY, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = 42
"""Keys beyond the text itself, as the changelog says; whoever adds a field sees here what it costs."""


class Keyboard:
    """Counts every key that is no character of a text; text comes from an input method."""

    def __init__(self, qtbot, desk):
        self.qtbot, self.desk, self.keys, self.characters = qtbot, desk, 0, 0

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key, held)
            self.keys += 1
            self.wait()

    def wait(self):
        """A person looks before the next key: until the page has its answer and the cursor is somewhere."""
        buttons = QApplication.activeWindow().findChildren(QAbstractButton)
        self.qtbot.waitUntil(lambda: not any(one.isDown() for one in buttons if isValid(one)))
        here, still = None, 0
        while still < 4:
            asked(self.qtbot, self.desk, lambda _session: None)
            QApplication.processEvents()
            focused = QApplication.focusWidget()
            still = still + 1 if focused is not None and focused is here else 0
            here = focused

    def write(self, text):
        write(QApplication.focusWidget(), text)
        self.characters += len(text)

    def line(self, text):
        """Fill a line and go on."""
        self.write(text)
        self.press(KEY.Key_Return)

    def note(self, text):
        """Fill a long text and leave it."""
        self.write(text)
        self.press(KEY.Key_Tab)


@pytest.fixture
def keyboard(qtbot, frame, desk):
    frame.setFocus()
    return Keyboard(qtbot, desk)


def the_case(session):
    (case,) = lists.page(session, "mediation_case")
    return case, children(session, "mediation_case", case.id)


def enter_case(keyboard):
    keyboard.press(KEY.Key_3, held=ALT)
    keyboard.press(KEY.Key_N, held=CONTROL)
    keyboard.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=5_000)
    keyboard.line("赵龘与陈𬭎相邻用水纠纷[练习]")
    keyboard.press(KEY.Key_2, KEY.Key_Return)  # neighbours
    keyboard.press(KEY.Key_1, KEY.Key_Return)  # on application
    keyboard.press(*[KEY.Key_Return] * 4)  # applied today; amount, difficulty and official number stay empty
    keyboard.note("浇水先后争执，水渠被堵。")
    keyboard.note("按轮次浇水")
    keyboard.line("付家寨村人民调解委员会")
    keyboard.press(KEY.Key_Return)
    keyboard.line("[练习]王桂兰")
    keyboard.press(KEY.Key_Return)  # registered by who is signed in
    keyboard.line("今天")


def add_party(keyboard, name):
    keyboard.press(KEY.Key_F9, KEY.Key_Return)
    keyboard.write(name)
    keyboard.press(*[KEY.Key_Return] * 3)  # nobody of this name: a new person
    keyboard.press(KEY.Key_Return, held=CONTROL)


class PrinterDialog:
    """The system's own dialog, which an offscreen desktop has not: Enter takes the printer it offers."""

    DialogCode = QDialog.DialogCode
    paper = ""

    def __init__(self, printer, _parent):
        printer.setOutputFileName(self.paper)

    def exec(self):
        return self.DialogCode.Accepted


def print_here(keyboard, frame):
    keyboard.press(KEY.Key_F8)
    preview = frame.page("mediation").preview
    keyboard.qtbot.waitUntil(preview.print_button.isEnabled, timeout=15_000)
    assert "口头协议" in preview.list.currentItem().text()
    keyboard.press(KEY.Key_P, held=CONTROL)
    keyboard.keys += 1  # Enter in the system's dialog
    keyboard.press(KEY.Key_Escape)


@pytest.mark.requirement("R193")
def test_an_oral_agreement_is_entered_and_printed_by_keyboard_alone(
    frame, desk, keyboard, tmp_path, monkeypatch, record_property
):
    monkeypatch.setattr(PrinterDialog, "paper", str(tmp_path / "oral.pdf"))
    monkeypatch.setattr("ui.printing.QPrintDialog", PrinterDialog)
    enter_case(keyboard)
    add_party(keyboard, "赵龘[练习]")
    add_party(keyboard, "陈𬭎[练习]")
    keyboard.press(KEY.Key_Return, held=CONTROL)
    page = frame.page("mediation").record_page("mediation_case")
    assert page.sight.record.state == "accepted"

    keyboard.press(KEY.Key_F9, KEY.Key_Tab, KEY.Key_Return)  # the agreement: not in writing, an oral one
    # The facts stand there already, and the cursor after them.
    keyboard.note("一、赵龘先浇，陈𬭎后浇。\n二、水渠由双方一起疏通。")
    keyboard.note("当场履行。")
    print_here(keyboard, frame)
    keyboard.press(KEY.Key_Return, held=CONTROL)
    keyboard.press(KEY.Key_Return, held=CONTROL)
    assert page.sight.record.state == "agreed"

    case, hung = asked(keyboard.qtbot, desk, the_case)
    assert [one.values["side"] for one in hung["case_party"]] == ["applicant", "respondent"]
    (oral,) = hung["oral_agreement"]
    assert oral.values["facts"] == case.values["facts"]
    (sheet,) = asked(keyboard.qtbot, desk, lambda session: about(session, "sheet", oral.kind, oral.id))
    assert sheet.values["form"] == "mediation_oral_agreement"
    assert (tmp_path / "oral.pdf").read_bytes().startswith(b"%PDF")
    record_property("keys", keyboard.keys)
    record_property("characters", keyboard.characters)
    assert keyboard.keys == KEYS
