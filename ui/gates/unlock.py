"""谁在用?: who is working, their password, and the way back in with the recovery sheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup

from ui.gates.gate import Gate
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label
from village_desk.errors import VillageDeskError
from village_desk.roles import role_text

if TYPE_CHECKING:
    from ui.gates.help_asked import HelpAskedCard
    from village_desk.keys import Owner

_SECOND = 1000


class UnlockPage(Gate):
    """Asks who is working and for their password; counts down the wait after a wrong one.

    Signals:
        unlock_asked: User id and password.
        recover_asked: The recovery key as typed, user id, and the new password.
        help_asked: Path of the file that asks the township or the county for help.
        help_answered: Path of their answer, user id, and the new password.
    """

    unlock_asked = Signal(object, str)
    recover_asked = Signal(str, object, str)
    help_asked = Signal(object)
    help_answered = Signal(object, object, str)

    def __init__(self, unit: str, owners: "Sequence[Owner]") -> None:
        super().__init__()
        self._owners = list(owners)
        self._wait = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._tick)
        self.body.addWidget(label(unit or self.tr("Village Desk"), "small"))
        self.heading = label(self.tr("Who is working?"), "title")
        self.body.addWidget(self.heading)
        self.password_card = self._password_card()
        self.recovery_card: Card | None = None
        self.help_card: HelpAskedCard | None = None
        self.body.addWidget(self.password_card)
        self.setFocusProxy(self.password)  # whoever shows the page lets one type at once
        self.choose(0)

    def _password_card(self) -> Card:
        card = Card()
        group = QButtonGroup(self)
        self.names: list[Button] = []
        for place, owner in enumerate(self._owners):
            button = Button(f"{owner.name}    {role_text(owner.role)}", look="choice", icon_name="fa6s.user")
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, chosen=place: self.choose(chosen))
            card.body.addWidget(button)
            self.names.append(button)
        self.password = Entry(self.tr("Password"), secret=True)
        self.password.edit.returnPressed.connect(self._unlock)
        self.open_button = Button(self.tr("Open"), self._unlock, look="main")
        self.forgotten_button = Button(self.tr("Password forgotten"), self.show_recovery, look="quiet")
        card.body.addWidget(self.password)
        card.body.addLayout(row(self.forgotten_button, None, self.open_button))
        return card

    def _recovery_card(self) -> Card:
        card = Card(self.tr("With the recovery sheet"))
        words = self.tr(
            "Take the recovery sheet out of its envelope and type its nine groups. Then choose a new "
            "password. Nothing in the records changes."
        )
        card.body.addWidget(label(words, "small", wrap=True))
        self.recovery = Entry(self.tr("Recovery key, nine groups of four"))
        self.new_password = Entry(
            self.tr("New password"), self.tr("Ten characters, or four different words"), secret=True
        )
        self.again = Entry(self.tr("New password once more"), secret=True)
        self.recover_button = Button(self.tr("Set the new password"), self._recover, look="main")
        for entry in (self.recovery, self.new_password, self.again):
            card.body.addWidget(entry)
            entry.edit.returnPressed.connect(entry.focusNextChild)
        back = Button(self.tr("Back"), self.show_password, key="Esc")
        self.lost_button = Button(self.tr("The sheet is lost, too"), self.show_help, look="quiet")
        card.body.addLayout(row(back, self.lost_button, None, self.recover_button))
        return card

    # ------------------------------------------------------------ what one does

    def choose(self, place: int) -> None:
        """Say who is working."""
        if not self._owners:
            return
        self.names[place].setChecked(True)
        self.chosen = self._owners[place]
        self.password.edit.clear()
        self.password.mark()
        self.password.setFocus()

    def show_recovery(self) -> None:
        """Go to the recovery sheet."""
        self.password_card.hide()
        if self.recovery_card is None:  # few ever need it, and everybody waits for this page
            self.recovery_card = self._recovery_card()
            self.body.addWidget(self.recovery_card)
        self.recovery_card.show()
        self.recovery.setFocus()

    def show_help(self) -> None:
        """Go to the way back in by the township or the county."""
        from ui.gates.help_asked import HelpAskedCard  # noqa: PLC0415 - as rare as the card before it

        if self.recovery_card is not None:
            self.recovery_card.hide()
        if self.help_card is None:
            self.help_card = HelpAskedCard(self.show_password)
            self.help_card.asked.connect(self.help_asked)
            self.help_card.answered.connect(
                lambda path, password: self.help_answered.emit(path, self.chosen.user, password)
            )
            self.body.addWidget(self.help_card)
        self.help_card.show()
        self.help_card.setFocus()

    def show_password(self) -> None:
        """Go back to the password."""
        for card in (self.recovery_card, self.help_card):
            if card is not None:
                card.hide()
        self.password_card.show()
        self.password.setFocus()

    def _unlock(self) -> None:
        if self.password.text() and self.open_button.isEnabled():
            self._busy(busy=True)
            self.unlock_asked.emit(self.chosen.user, self.password.text())

    def _recover(self) -> None:
        if self.new_password.text() != self.again.text():
            self.again.mark(self.tr("The two are not the same."))
            return
        self.again.mark()
        self._busy(busy=True)
        self.recover_asked.emit(self.recovery.text(), self.chosen.user, self.new_password.text())

    # ------------------------------------------------------------ what came of it

    def show_error(self, error: VillageDeskError) -> None:
        """Say in words why it did not open, and count down the wait if there is one."""
        from ui.texts import sentence_of  # noqa: PLC0415 - needs all kinds of records, and few mistype

        self._busy(busy=False)
        wait = error.details.get("wait", 0)
        if self.help_card is not None and self.help_card.isVisibleTo(self):
            self.help_card.refused(
                sentence_of(error), password=not error.code.startswith(("rescue.", "store."))
            )
            return
        if self.recovery_card is not None and self.recovery_card.isVisibleTo(self):
            entry = self.recovery if error.code.startswith(("keys.recovery", "store.")) else self.new_password
            entry.mark(sentence_of(error))
            entry.setFocus()
            return
        self.password.edit.clear()
        self.password.mark(sentence_of(error))
        self.password.setFocus()
        if isinstance(wait, int) and wait > 0:
            self._wait = wait
            self._error = sentence_of(error)
            self.open_button.setEnabled(False)
            self._timer.start()
            self._show_wait()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait > 0:
            self._show_wait()
            return
        self._timer.stop()
        self.open_button.setEnabled(True)
        self.open_button.show_text(self.tr("Open"))

    def _show_wait(self) -> None:
        self.open_button.show_text(self.tr("Wait {seconds} s").format(seconds=self._wait))

    def _busy(self, *, busy: bool) -> None:
        for button in (self.open_button, self.forgotten_button, *self.names):
            button.setEnabled(not busy)
        if self.recovery_card is not None:
            self.recover_button.setEnabled(not busy)
