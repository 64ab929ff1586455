"""A hand on the real program: types, chooses, presses keys and buttons, waits for answers, takes pictures.

Chinese text comes as from an input method, everything else as single keys. Nothing reaches behind the window
but waiting: a step goes on when the workers have answered.
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from ui.app import Program, prepared
from ui.pages.public_work import PublicWorkPage
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.widgets.editors import ChoiceEditor, ChoicesEditor, Editor, LineEditor, NoteEditor
from ui.working import Working

WAIT_SECONDS = 60
_CTRL = Qt.KeyboardModifier.ControlModifier
_DIGITS = 9


class TourFailed(Exception):
    """Something on the way was not as it must be; its text is one sentence."""


class _Stray(QObject):
    """Sees widgets that appear as windows of their own for a moment: they flicker and take the keyboard."""

    def __init__(self, window: QWidget, faults: list[str]) -> None:
        super().__init__()
        self._window, self._faults = window, faults

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a stray window."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = (
                watched.windowType() == Qt.WindowType.Window or watched.windowType() == Qt.WindowType.Widget
            )
            if plain and watched is not self._window:
                self._faults.append(f"A {type(watched).__name__} was shown as a window of its own.")
        return False


class Hand:
    """One program on one desk folder, from its start to its end."""

    def __init__(self, folder: Path) -> None:
        self.application = prepared(folder)
        self._hook = sys.excepthook
        self.program = Program(folder)
        self.faults: list[str] = []
        self.last_look = Path(tempfile.gettempdir()) / "village-desk-tour-failed.png"
        self._stray = _Stray(self.program.window, self.faults)
        self.application.installEventFilter(self._stray)
        sys.excepthook = self._fault  # the program's own shows a page and goes on
        self.program.start()
        self.until(lambda: self.program.gate is not None, "the first page")
        self.program.window.activateWindow()
        QTest.qWaitForWindowActive(self.program.window)

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.faults.append("".join(traceback.format_exception(kind, error, trace)))

    def close(self) -> None:
        """Close the window; what was typed is kept."""
        self.application.removeEventFilter(self._stray)
        self.program.window.close()
        self.program.window.deleteLater()  # else the next one's style is worked out for this one too
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        sys.excepthook = self._hook
        self._raise_faults()

    def _raise_faults(self) -> None:
        if self.faults:
            raise TourFailed(f"The program has a mistake:\n{self.faults[0]}")

    # ---------------------------------------------------------------- waiting

    def until(self, ready: Callable[[], bool], what: str) -> None:
        """Let the program run until it is so far."""
        ends = time.monotonic() + WAIT_SECONDS
        while not ready():
            QApplication.processEvents()
            self._raise_faults()
            if time.monotonic() > ends:
                self.program.window.grab().save(str(self.last_look))
                raise TourFailed(f"Waited in vain for {what}; see {self.last_look}.")
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until every worker has answered everything, and what those answers asked for."""
        for _ in range(3):
            answered: list[bool] = []
            desk = self.working.desk
            desk.ask(lambda _session: True, answered.append)
            desk.ask_slowly(lambda _session: True, answered.append)
            self.until(lambda: len(answered) == 2, "an answer")  # noqa: B023 - read at once
        self.until(lambda: self.working.background.state != "busy", "the end of a round")

    # ---------------------------------------------------------------- where one is

    @property
    def working(self) -> Working:
        """What lives while somebody is signed in."""
        working = self.program.working
        if working is None:
            raise TourFailed("Nobody is signed in.")
        return working

    def page(self) -> QWidget:
        """Return the page shown."""
        return self.working.frame.pages.currentWidget()

    def records(self) -> RecordsPage:
        """Return the page shown, of a kind of record."""
        page = self.page()
        if isinstance(page, PublicWorkPage):
            page = page.stack.currentWidget()
        if not isinstance(page, RecordsPage):
            raise TourFailed(f"Another page is shown: {type(page).__name__}.")
        return page

    def record(self) -> RecordPage:
        """Return the record shown."""
        page = self.records().currentWidget()
        if not isinstance(page, RecordPage):
            raise TourFailed(f"No record is shown but {type(page).__name__}.")
        return page

    def go(self, name: str) -> None:
        """Press an entry of the navigation."""
        self.press(self.working.frame.nav.buttons[name])
        self.settle()

    # ---------------------------------------------------------------- keys and buttons

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is; a button whose key it is goes down and comes up again."""
        window = self.program.window
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
        QApplication.processEvents()
        self.until(lambda: not any(one.isDown() for one in window.findChildren(QPushButton)), "the button")

    def press(self, button: QPushButton) -> None:
        """Click a button, which must be there and enabled."""
        if not (button.isVisible() and button.isEnabled()):
            raise TourFailed(f"The button {button.accessibleName()} cannot be pressed.")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def write(self, widget: QWidget, text: str) -> None:
        """Replace what stands in a line or a text by typing."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, _CTRL)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        if text.isascii() and isinstance(widget, QLineEdit):
            QTest.keyClicks(widget, text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                QTest.keyClick(widget, Qt.Key.Key_Return)
            event = QInputMethodEvent("", [])
            event.setCommitString(line)
            QApplication.sendEvent(widget, event)

    # ---------------------------------------------------------------- forms

    def fill(self, **values: object) -> None:
        """Fill fields of the record shown: texts, codes, tuples of codes; as a person would."""
        for name, value in values.items():
            page = self.record()
            if name not in page.form.editors:
                raise TourFailed(f"{page.kind.name} is shown, which has no field {name}. {self._told()}")
            self._enter(page.form.editors[name], value)
        self._raise_faults()

    def _enter(self, editor: Editor, value: object) -> None:
        editor.input.setFocus()
        if isinstance(editor, LineEditor):
            self.write(editor.line, str(value))
        elif isinstance(editor, NoteEditor):
            self.write(editor.area, str(value))
        elif isinstance(editor, ChoiceEditor):
            self._choose(editor, str(value))
        elif isinstance(editor, ChoicesEditor) and isinstance(value, tuple):
            for code in value:
                editor.boxes[code].setFocus()
                QTest.keyClick(editor.boxes[code], Qt.Key.Key_Space)
        problem = editor.problem()
        if problem is not None:
            raise TourFailed(f"The field {editor.title} does not take what was typed: {problem.code}.")

    def _choose(self, editor: ChoiceEditor, code: str) -> None:
        place = editor.pick.findData(code)
        if place < 1:
            raise TourFailed(f"The field {editor.title} has no choice {code}.")
        QTest.keyClicks(editor.pick, str(min(place, _DIGITS)))
        for _ in range(place - _DIGITS):
            QTest.keyClick(editor.pick, Qt.Key.Key_Down)

    def _told(self) -> str:
        """Return what the message bar says now."""
        bar = self.working.frame.messages
        return " ".join(part.text() for part in bar.findChildren(QLabel)) if bar.isVisible() else ""

    def save(self) -> None:
        """Ctrl+S in the record shown."""
        self.key(Qt.Key.Key_S, _CTRL)
        self.settle()
        if self.record().unsaved():
            raise TourFailed("The record was not saved.")

    def back(self) -> None:
        """Esc: to where one came from."""
        self.key(Qt.Key.Key_Escape)
        self.settle()

    # ---------------------------------------------------------------- rounds

    def sync(self) -> None:
        """F5, and wait for the end of the round."""
        background = self.working.background
        self.key(Qt.Key.Key_F5)
        self.until(lambda: background.state == "idle" and background.report is not None, "a round")
        self.settle()
        if background.trouble is not None:
            raise TourFailed(f"The round failed: {background.trouble.code}.")
        report = background.report
        if report is None or not report.complete or report.mismatched:
            raise TourFailed("The round did not bring desk and county together.")
