"""Sent and received: what is only here, what the county has, what has to be decided, and how rounds went."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout

from ui.desk import Desk
from ui.status import status_text
from ui.texts import moment_text, sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, CardText, ScrollColumn, TaskCard, clear, column, row
from ui.widgets.entry import Entry
from ui.widgets.labels import Icon, label
from ui.widgets.status_line import dot_of
from ui.widgets.stick import StickCard
from village_desk.commands import setup
from village_desk.errors import UserError, VillageDeskError
from village_desk.queries import outbox, receipts, releases, sync_log
from village_desk.queries.outbox import Outbox
from village_desk.queries.receipts import Receipt
from village_desk.roles import role_text
from village_desk.sentences import parts, sentence
from village_desk.session import Changes, Session
from village_desk.times import Moment, local_text

_LINES = 12
_RECEIPTS = 4

Round = tuple[int, str, int, int, int]
Account = tuple[bytes, str, str]


@dataclass(frozen=True, slots=True, repr=False)
class _Answer:
    outbox: Outbox
    receipts: list[Receipt]
    rounds: list[Round]
    accounts: list[Account]
    to_decide: int
    now: Moment


class SyncPage(ScrollColumn):
    """Shows where this desk stands with the county; all of it is asked from the file, nothing guessed.

    `sections` stays between two looks: what else belongs to sending and receiving puts its card there.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.now_button = Button(
            self.tr("Send and receive now") + "  F5",
            desk.sync_asked.emit,
            look="main",
            icon_name="fa6s.rotate",
        )
        self.stop_button = Button(self.tr("Stop"), desk.stop_asked.emit, icon_name="fa6s.stop")
        self.accesses_button = Button(
            self.tr("Who read and took out"), lambda: desk.go("accesses"), icon_name="fa6s.eye"
        )
        buttons = (self.accesses_button, self.stop_button, self.now_button)
        self.body.addLayout(row(label(self.tr("Sent and received"), "title"), None, *buttons))
        self.state = Card()
        self._dot = Icon("fa6s.circle", "secondary", 14)
        self._sentence = label(wrap=True)
        self._facts = label(look="small", wrap=True)
        line = row(self._dot, spacing=10)
        line.addWidget(self._sentence, 1)
        self.state.body.addLayout(line)
        self.state.body.addWidget(self._facts)
        self.body.addWidget(self.state)
        self.join = JoinCard(desk)
        self.body.addWidget(self.join)
        self.who: WhoCard | None = None
        self.list = column(10)
        self.sections = column(10)
        self.stick = StickCard(desk.by_stick)
        self.stick.came.connect(self._came_by_stick)
        self.stick.stop_asked.connect(desk.stop_asked)
        self.sections.addWidget(self.stick)
        self.past = column(10)
        self.support = SupportCard(desk)
        for part in (self.list, self.sections, self.past):
            self.body.addLayout(part)
        self.body.addWidget(self.support)
        self.body.addStretch(1)
        self._held: Outbox | None = None
        desk.changed.connect(self._changed)
        desk.synced.connect(self.refresh)
        desk.sync_moved.connect(self._show_state)
        self.refresh()

    def refresh(self) -> None:
        """Ask where the desk stands."""
        self._desk.ask(_answer, self._show)

    def sentence(self) -> str:
        """Return what is said of where this desk stands; "" before the first answer."""
        return self._sentence.text()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Everything you save is safe on this PC first, and goes to the county by itself when there is a "
            "connection. “Saved” and “received by the county” are two different things; for what is "
            "received there is a receipt signed by the county."
        )

    def _came_by_stick(self, changes: Changes) -> None:
        if changes:
            self._desk.changed.emit(changes)
        self._desk.synced.emit()

    def _changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, answer: _Answer) -> None:
        held = self._held = answer.outbox
        self._show_state()
        self.join.show_for(held)
        self.stick.setVisible(held.enrolled)
        self.stick.show_answers(held.answers)
        clear(self.list)
        clear(self.past)
        self.who = WhoCard(self._desk, answer.accounts) if answer.accounts else None
        if self.who:
            self.list.addWidget(self.who)
        if held.conflicts:
            words = self.tr("{count} values were entered in two places at the same time; both are kept.")
            self.list.addWidget(
                TaskCard(
                    CardText(words.format(count=held.conflicts), "", "fa6s.code-compare", "attention"),
                    self.tr("Compare and decide"),
                    lambda: self._desk.go("conflicts"),
                )
            )
        if held.set_aside:
            words = self.tr("{count} changes the county could not take; they are safe here.")
            self.list.addWidget(
                TaskCard(
                    CardText(
                        words.format(count=held.set_aside), "", "fa6s.triangle-exclamation", "attention"
                    ),
                    self.tr("See why"),
                    lambda: self._desk.go("quarantine"),
                )
            )
        version, code = held.profile_refused
        if version:
            words = self.tr(
                "The county's new lists and rules (version {version}) cannot be used on this PC, so the ones "
                "of before stay in use. Nothing is lost. Tell the county: {code}."
            )
            why = parts(code, held.profile_why)[0]
            told = CardText(words.format(version=version, code=code), why, "fa6s.list-check", "attention")
            self.list.addWidget(TaskCard(told))
        if answer.to_decide:
            words = self.tr("{count} changes of villages were set aside and wait for your decision.")
            told = CardText(words.format(count=answer.to_decide), "", "fa6s.gavel", "attention")
            self.list.addWidget(
                TaskCard(told, self.tr("Look and decide"), lambda: self._desk.go("quarantine"))
            )
        if answer.receipts:
            self.past.addWidget(self._receipts_card(answer.receipts, answer.now))
        if answer.rounds:
            self.past.addWidget(self._rounds_card(answer.rounds, answer.now))

    def _show_state(self) -> None:
        """Show the sentence of the status line, and while a round runs how far it is and how to stop it."""
        held, desk = self._held, self._desk
        if held is None:
            return
        tone, words, last = status_text(
            held, desk.session.now(), busy=desk.syncing, moved=desk.moved, first=desk.first
        )
        self._dot.show_icon(dot_of(tone), tone)
        self._sentence.setText(words)
        self._facts.setText(last)
        self._facts.setVisible(bool(last))
        self.now_button.setVisible(held.enrolled and not desk.syncing)
        self.stop_button.setVisible(held.enrolled and desk.syncing)

    def _receipts_card(self, found: list[Receipt], now: Moment) -> Card:
        card = Card(self.tr("Receipts of the county"))
        lines = [
            (
                moment_text(one.received_at, now),
                self.tr("{count} changes").format(count=one.changes),
                self.tr("receipt {number}").format(number=one.id),
            )
            for one in found
        ]
        card.body.addLayout(_grid(lines))
        self.ledger_button = Button(self.tr("All receipts"), lambda: self._desk.go("receipts"))
        card.body.addLayout(row(self.ledger_button, None))
        return card

    def _rounds_card(self, rounds: list[Round], now: Moment) -> Card:
        card = Card(self.tr("Latest connections"))
        lines = []
        for at, outcome, pushed, pulled, _took in rounds[:_LINES]:
            sent = self.tr("{pushed} sent, {pulled} received").format(pushed=pushed, pulled=pulled)
            lines.append((moment_text(at, now), sent, self._outcome(outcome)))
        card.body.addLayout(_grid(lines))
        return card

    def _outcome(self, outcome: str) -> str:
        words = {"ok": self.tr("went through"), "stopped": self.tr("stopped")}
        return words.get(outcome) or sentence(outcome)


class SupportCard(Card):
    """Gives support a file to look at: codes, counts, times and versions, nothing about a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("When something does not work"))
        self._desk = desk
        words = self.tr(
            "Save the sync log as a file and give it to whoever helps you. It holds codes, counts, times and "
            "versions only: no names, no texts of records, no passwords."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self.button = Button(self.tr("Save the sync log"), self._choose, icon_name="fa6s.file-arrow-down")
        self.body.addLayout(row(self.button, None))

    def _choose(self) -> None:
        day = local_text(self._desk.session.now())[:10]
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save the sync log"), f"sync-log-{day}.json", "JSON (*.json)"
        )
        if name:
            self.save_file(Path(name))

    def save_file(self, path: Path) -> None:
        """Write the log to `path`."""

        def write(session: Session) -> None:
            try:
                path.write_text(sync_log.text(session), "utf-8")
            except OSError as error:
                raise UserError("file.unwritable") from error

        told = self.tr("The sync log has been saved. It holds nothing about a person.")
        self._desk.ask(write, lambda _none: self._desk.tell(told, "good"))


class WhoCard(Card):
    """Which of the county's accounts is who is signed in, when none has the same name."""

    def __init__(self, desk: Desk, accounts: list[Account]) -> None:
        super().__init__(self.tr("Which of these are you?"))
        words = self.tr(
            "The county has given this room these accounts; none has the name you typed at the start."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self.buttons = []
        for user, name, role in accounts:
            button = Button(f"{name}    {role_text(role)}", look="choice", icon_name="fa6s.user")
            button.clicked.connect(lambda _checked=False, chosen=user: desk.linked.emit(chosen))
            self.body.addWidget(button)
            self.buttons.append(button)


class JoinCard(Card):
    """Makes this desk known to its county, with the one-time code from the county's letter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = label(look="heading")
        self.words = label(look="small", wrap=True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.words)
        self.address = Entry(self.tr("Address of the county server"))
        self.code = Entry(self.tr("Enrolment code"))
        self.button = Button(self.tr("Connect"), self._join, look="main")
        fields = row(spacing=12)
        fields.addWidget(self.address, 2)
        fields.addWidget(self.code, 1)
        self.body.addLayout(fields)
        self.body.addLayout(row(None, self.button))
        self.address.edit.returnPressed.connect(self.code.setFocus)
        self.code.edit.returnPressed.connect(self._join)

    def show_for(self, held: Outbox) -> None:
        """Stand on the page while no county knows this desk, or its county no longer does."""
        self.setVisible(held.unknown or not held.enrolled)
        if held.unknown:
            self.title.setText(self.tr("To be enrolled again"))
            words = self.tr(
                "The county was restored from a backup older than this PC's enrolment, so it no longer knows "
                "this PC. Everything you have written is still here. Ask the county for a new one-time code "
                "and type it here; then all that the county lost is sent again by itself."
            )
        else:
            self.title.setText(self.tr("Not yet connected with a county"))
            words = self.tr(
                "Everything works without it. To report to the county, type the address and the one-time "
                "code from the county's letter."
            )
        self.words.setText(words)
        if not self.address.text():
            self.address.edit.setText(held.address)

    def _join(self) -> None:
        address, code = self.address.text().strip(), self.code.text().strip()
        if address and code:
            self.button.setEnabled(False)
            self.code.mark(self.tr("Connecting …"), "secondary")
            self._desk.enrol(address, code, self._joined, self._refused)

    def _joined(self) -> None:
        self.button.setEnabled(True)
        self.code.mark()
        self._desk.tell(self.tr("The county knows this desk now."), "good")

    def _refused(self, error: VillageDeskError) -> None:
        self.button.setEnabled(True)
        self.code.mark(sentence_of(error))


def _grid(lines: list[tuple[str, str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for place, line in enumerate(lines):
        for part, text in enumerate(line):
            grid.addWidget(label(text, "small", wrap=part == len(line) - 1), place, part)
    grid.setColumnStretch(2, 1)
    return grid


def _answer(session: Session) -> _Answer:
    return _Answer(
        outbox.status(session),
        receipts.page(session, limit=_RECEIPTS),
        outbox.rounds(session, _LINES),
        [] if session.actor.grant else setup.county_accounts(session.store),
        releases.count(session),
        session.now(),
    )
