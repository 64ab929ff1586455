"""Settings about people: password and PIN of who is signed in, who else works here, the recovery sheet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog

from ui.account import Account
from ui.desk import Desk
from ui.texts import sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label, set_tone
from ui.widgets.recovery_sheet import RecoverySheet
from village_desk.errors import VillageDeskError
from village_desk.keys import Owner
from village_desk.roles import role_text
from village_desk.session import Session


class SecretsCard(Card):
    """Password, PIN and recovery sheet of who is signed in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Password and PIN"))
        self._desk = desk
        self._account: Account = desk.account
        self.old = Entry(self.tr("Password now"), secret=True)
        self.new = Entry(
            self.tr("New password"), self.tr("Ten characters, or four different words"), secret=True
        )
        self.again = Entry(self.tr("New password once more"), secret=True)
        self.password_button = Button(self.tr("Change the password"), self._change_password)
        self.pin = Entry(
            self.tr("New PIN"),
            self.tr("4 to 12 digits; left empty there is none and the password unlocks"),
            secret=True,
        )
        self.pin_button = Button(self.tr("Change the PIN"), self._change_pin)
        fields = row(spacing=12)
        for entry in (self.old, self.new, self.again):
            fields.addWidget(entry, 1)
        self.body.addLayout(fields)
        self.body.addLayout(row(None, self.password_button))
        pin = row(spacing=12)
        pin.addWidget(self.pin, 1)
        pin.addStretch(2)
        self.body.addLayout(pin)
        self.body.addLayout(row(None, self.pin_button))

    def _change_password(self) -> None:
        if self.new.text() != self.again.text():
            self.again.mark(self.tr("The two passwords are not the same."))
            return
        old, new = self.old.text(), self.new.text()
        self._ask(
            lambda: self._account.change_password(old, new), self._password_changed, self._password_refused
        )

    def _password_changed(self) -> None:
        for entry in (self.old, self.new, self.again):
            entry.edit.clear()
            entry.mark()
        self._desk.tell(self.tr("The new password is in force."), "good")

    def _password_refused(self, error: VillageDeskError) -> None:
        self.old.mark()
        self.new.mark()
        (self.old if error.code.startswith("keys.") else self.new).mark(sentence_of(error))

    def _change_pin(self) -> None:
        pin = self.pin.text()
        self._desk.ask(
            lambda session: self._account.set_pin(session, pin),
            lambda _none: self._pin_changed(),
            lambda error: self.pin.mark(sentence_of(error)),
        )

    def _pin_changed(self) -> None:
        self.pin.edit.clear()
        self.pin.mark()
        self._desk.pin_changed.emit()
        self._desk.tell(self.tr("The PIN has been changed."), "good")

    def _ask(
        self, work: Callable[[], None], done: Callable[[], None], failed: Callable[[VillageDeskError], None]
    ) -> None:
        self._desk.ask(lambda _session: work(), lambda _none: done(), failed)


class PeopleCard(Card):
    """Who can open this PC's file; whoever the county has given an account is let in with a password."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Who works on this PC"))
        self._desk = desk
        self._waiting: list[Owner] = []
        self._group = QButtonGroup(self)
        self.names = label(wrap=True)
        self.choices = column(8)
        self.new = Entry(
            self.tr("Their password"), self.tr("Ten characters, or four different words"), secret=True
        )
        self.again = Entry(self.tr("Password once more"), secret=True)
        self.button = Button(self.tr("Let them in"), self._add)
        fields = row(spacing=12)
        fields.addWidget(self.new, 1)
        fields.addWidget(self.again, 1)
        self.body.addWidget(self.names)
        self.body.addLayout(self.choices)
        self.body.addLayout(fields)
        self.body.addLayout(row(None, self.button))

    def refresh(self) -> None:
        """Ask who has a password here, and whom the county has named besides."""
        account = self._desk.account
        self._desk.ask(lambda session: (account.people(), account.without_password(session)), self._show)

    def _show(self, answer: tuple[list[Owner], list[Owner]]) -> None:
        here, self._waiting = answer
        self.names.setText("\n".join(f"{one.name}    {role_text(one.role)}" for one in here))
        clear(self.choices)
        for one in self._waiting:
            button = Button(f"{one.name}    {role_text(one.role)}", look="choice", icon_name="fa6s.user-plus")
            button.setCheckable(True)
            self._group.addButton(button)
            self.choices.addWidget(button)
            button.setChecked(one is self._waiting[0])
        for widget in (self.new, self.again, self.button):
            widget.setVisible(bool(self._waiting))

    def _add(self) -> None:
        if self.new.text() != self.again.text():
            self.again.mark(self.tr("The two passwords are not the same."))
            return
        self.again.mark()
        chosen = [button.isChecked() for button in self._buttons()]
        if True not in chosen:
            return
        owner, password = self._waiting[chosen.index(True)], self.new.text()
        account = self._desk.account
        self._desk.ask(
            lambda _session: account.add_person(owner, password),
            lambda _none: self._added(owner),
            lambda error: self.new.mark(sentence_of(error)),
        )

    def _buttons(self) -> list[Button]:
        items = [self.choices.itemAt(place) for place in range(self.choices.count())]
        return [widget for item in items if item and isinstance(widget := item.widget(), Button)]

    def _added(self, owner: Owner) -> None:
        for entry in (self.new, self.again):
            entry.edit.clear()
            entry.mark()
        self._desk.tell(self.tr("{name} can open this PC's file now.").format(name=owner.name), "good")
        self.refresh()


class RecoveryCard(Card):
    """A new recovery sheet, when the old one was lost or seen by somebody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Recovery sheet"))
        self._desk = desk
        words = self.tr("Lost, or seen by somebody? Make a new one; the old one opens nothing any more.")
        self.body.addWidget(label(words, "small", wrap=True))
        self.password = Entry(self.tr("Password now"), secret=True)
        self.button = Button(self.tr("Make a new recovery sheet"), self._make)
        line = row(spacing=12)
        line.addWidget(self.password, 1)
        line.addStretch(2)
        self.body.addLayout(line)
        self.body.addLayout(row(None, self.button))
        self.sheet = RecoverySheet()
        self.done_button = Button(self.tr("It is kept"), self._done, look="main")
        self.words = label(tone="attention", wrap=True)
        self.body.addWidget(self.sheet)
        self.body.addWidget(self.words)
        self.body.addLayout(row(None, self.done_button))
        self._show_sheet(shown=False)

    def _show_sheet(self, *, shown: bool) -> None:
        self.words.setText("")
        for widget in (self.sheet, self.done_button, self.words):
            widget.setVisible(shown)
        self.button.setVisible(not shown)
        self.password.setVisible(not shown)

    def _make(self) -> None:
        account, password = self._desk.account, self.password.text()
        self._desk.ask(
            lambda _session: account.new_recovery(password),
            self._made,
            lambda error: self.password.mark(sentence_of(error)),
        )

    def _made(self, key: str) -> None:
        self.password.edit.clear()
        self.password.mark()
        self.sheet.show_key(key, self._desk.session.actor.name)
        self._show_sheet(shown=True)

    def _done(self) -> None:
        problem = self.sheet.problem()
        self.words.setText(problem)
        if not problem:
            self._show_sheet(shown=False)


class HelpCard(Card):
    """At a township's desk, for its head: answers a room that has lost password and recovery sheet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("A village has lost its password"))
        self._desk = desk
        words = self.tr(
            "Only for a person who stands before you and works in that room. Read in the file they bring: "
            "the answer is written beside it. It opens that one PC, once. Note who asked and when."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self.button = Button(self.tr("Read the file in, and answer"), self._choose, icon_name="fa6s.key")
        self.body.addLayout(row(self.button, None))
        self.said = label("", wrap=True)
        self.body.addWidget(self.said)

    def refresh(self) -> None:
        """Stand on the page of the head of the judicial office (司法所所长) alone."""
        self.setVisible("station_head" in self._desk.session.actor.roles)

    def _choose(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, self.button.accessibleName(), "", "(*.vdq)")
        if name:
            self.answer(Path(name))

    def answer(self, question: Path) -> None:
        """Answer the file at `question`, beside it."""
        account = self._desk.account

        def work(session: Session) -> str:
            from sync import rescue  # noqa: PLC0415 - few ever need it

            reply = question.with_suffix(rescue.ANSWER)
            rescue.answer(rescue.township_key(session.store, account.user), question, reply)
            return reply.name

        told = self.tr("Answered: {file}. Give the stick back; the room sets a new password with it.")
        self._desk.ask(
            work,
            lambda name: self._say(told.format(file=name), "good"),
            lambda error: self._say(sentence_of(error), "attention"),
        )

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)
