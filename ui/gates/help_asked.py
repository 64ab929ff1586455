"""The last way back in: password and recovery sheet are lost, and the township or the county helps.

Two files travel by stick: the question, which holds nothing anybody can read, and the answer, which opens
this desk once and no other (`sync.rescue`).
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label, set_tone

QUESTION, ANSWER = "vdq", "*.answer"
"""How the names of the two files end."""


class HelpAskedCard(Card):
    """Saves the question, and takes the answer with a new password.

    Signals:
        asked: Path the question is written to.
        answered: Path of the answer, and the new password.
    """

    asked = Signal(object)
    answered = Signal(object, str)

    def __init__(self, back: Callable[[], None]) -> None:
        super().__init__(self.tr("The recovery sheet is lost, too"))
        steps = (
            self.tr("1. Save the file that asks for help onto a stick. No record is in it."),
            self.tr(
                "2. Go with it to the head of the township's judicial office, or to the county, and show who "
                "you are. You get an answer back onto the stick."
            ),
            self.tr("3. Choose a new password here, and read the answer in. No record changes."),
        )
        for step in steps:
            self.body.addWidget(label(step, "small", wrap=True))
        self.ask_button = Button(
            self.tr("Save the file that asks for help"), self._ask, icon_name="fa6s.file-arrow-down"
        )
        self.body.addLayout(row(self.ask_button, None))
        self.password = Entry(
            self.tr("New password"), self.tr("Ten characters, or four different words"), secret=True
        )
        self.again = Entry(self.tr("New password once more"), secret=True)
        self.password.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self._take)
        self.said = label("", wrap=True)
        self.said.hide()
        for widget in (self.password, self.again, self.said):
            self.body.addWidget(widget)
        self.take_button = Button(self.tr("Read the answer in"), self._take, look="main")
        self.body.addLayout(row(Button(self.tr("Back"), back, key="Esc"), None, self.take_button))
        self.setFocusProxy(self.ask_button)

    def _ask(self) -> None:
        first = self.tr("asks for help")
        name, _filter = QFileDialog.getSaveFileName(
            self, self.ask_button.accessibleName(), f"{first}.{QUESTION}", f"(*.{QUESTION})"
        )
        if name:
            self.asked.emit(Path(name))

    def _take(self) -> None:
        if self.password.text() != self.again.text():
            self.again.mark(self.tr("The two are not the same."))
            return
        self.again.mark()
        self.password.mark()
        if not self.password.text():
            self.password.setFocus()
            return
        files = self.tr("Answer ({pattern})").format(pattern=ANSWER)
        name, _filter = QFileDialog.getOpenFileName(self, self.take_button.accessibleName(), "", files)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Use the answer that lies at `path`."""
        self.answered.emit(path, self.password.text())

    def saved(self) -> None:
        """Say that the question lies where it was wanted."""
        self._tell(self.tr("Saved. Pull the stick out and take it to the township or the county."), "good")

    def advice(self) -> str:
        """Return what is said to whoever has come back in this way."""
        return self.tr(
            "The new password is in force. The lost recovery sheet still opens this PC: make a new one in "
            "the settings, then the old one opens nothing any more."
        )

    def refused(self, words: str, *, password: bool) -> None:
        """Say what was wrong: with the new password, or with a file."""
        self.password.mark(words if password else "")
        self._tell("" if password else words, "attention")

    def _tell(self, words: str, tone: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, tone)
