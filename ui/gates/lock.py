"""The cover while the screen is locked: drafts are kept and sync goes on behind it."""

from PySide6.QtCore import Signal

from ui.gates.gate import Gate
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label


class LockPage(Gate):
    """Asks the PIN of the person who locked it, or the password where there is no PIN.

    Signals:
        tried: What was typed.
        switch_asked: Somebody else wants to work; the open drafts stay.
    """

    tried = Signal(str)
    switch_asked = Signal()

    def __init__(self, name: str, *, pin: bool) -> None:
        super().__init__(460)
        self.body.addWidget(label(self.tr("Locked"), "title"))
        words = self.tr("{name} is signed in. What was typed is kept; sending to the county goes on.")
        self.body.addWidget(label(words.format(name=name), tone="secondary", wrap=True))
        card = Card()
        self.secret = Entry(self.tr("PIN") if pin else self.tr("Password"), secret=True)
        self.secret.edit.returnPressed.connect(self._try)
        self.open_button = Button(self.tr("Unlock"), self._try, look="main")
        self.switch_button = Button(self.tr("Somebody else"), self.switch_asked.emit)
        card.body.addWidget(self.secret)
        card.body.addLayout(row(self.switch_button, None, self.open_button))
        self.body.addWidget(card)
        self.setFocusProxy(self.secret)

    def _try(self) -> None:
        if self.secret.text():
            self.tried.emit(self.secret.text())

    def refused(self, words: str) -> None:
        """Say that it was wrong, and how many tries are left."""
        self.secret.edit.clear()
        self.secret.mark(words)
        self.secret.setFocus()
