"""The township's queue: one record a screen, as it was frozen, with what lies beside it; worked by keys."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui import frozen, theme
from ui.desk import Desk
from ui.frozen import Frozen
from ui.pages.review_phrases import RemarkPhrases
from ui.texts import kind_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.flow import WrapRow
from ui.widgets.frozen_copy import FieldLine, FrozenCopy
from ui.widgets.labels import chip, label
from ui.widgets.panels import Panel
from ui.widgets.review_queue import QueuePanel
from ui.widgets.review_side import Beside, ReviewSide
from village_desk import ids
from village_desk.commands import reviews
from village_desk.errors import VillageDeskError
from village_desk.kinds.access import LOGGED_CLASSES
from village_desk.queries import review_queue
from village_desk.queries.checklist import Finding
from village_desk.queries.review_queue import Queue, Together
from village_desk.sentences import sentence
from village_desk.session import Changes, Session

DRAFT_MS = 1_500
"""After a key, until a remark is kept."""
_COUNT_AFTER_MS = 300
"""After a change, until the queue is counted anew: the next record comes first."""
_WIDE = 860
"""Width of queue, copy and side together, px at standard text size, from which all three have room."""
_NAMED = 12
"""Most names that are read out before several are approved."""


class ReviewPage(QWidget):
    """Queue at the left, the frozen copy in the middle, what lies beside it at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shown: Frozen | None = None
        self._ahead: dict[bytes, Frozen] = {}
        self._answered: tuple[str, bytes] = ("", b"")
        self._places: list[str] = []
        self._drafted, self._sent = False, b""
        self.queue = QueuePanel()
        self.list, self.empty = self.queue.list, self.queue.empty
        self.copy = FrozenCopy()
        self.side = ReviewSide(desk)
        self.checklist = self.side.checklist
        self.title = label("", "heading", wrap=True)
        self.frozen_chip = chip(self.tr("as sent, frozen"))
        self.number = label("", "small", wrap=True)
        self.several = Panel("accent")
        self.remark_button = Button(self.tr("Remark here"), self.copy.write_remark, key="Ctrl+R")
        self.return_button = Button(self.tr("Send back"), partial(self.answer, "returned"), key="Ctrl+B")
        self.approve_button = Button(
            self.tr("Approve"), partial(self.answer, "approved"), look="main", key="Ctrl+Return"
        )
        self.side_button = Button(self.tr("Beside it"), self.turn_side, key="F6")
        self.phrases = RemarkPhrases(self, desk, self.copy, self._kind)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_remarks)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        card = Card()
        head = row(spacing=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.frozen_chip)
        card.body.addLayout(head)
        card.body.addWidget(self.number)
        card.body.addWidget(self.several)
        card.body.setSpacing(6)
        across = row(spacing=16)
        across.addWidget(self.copy, 3)
        across.addWidget(self.side, 2)
        card.body.addLayout(across, 1)
        buttons = WrapRow(8, right=True)
        for button in (self.side_button, self.remark_button, self.return_button, self.approve_button):
            buttons.put(button)
        card.body.addLayout(buttons)
        self.card = card
        layout = row(spacing=16)
        layout.addWidget(self.queue, 2)
        layout.addWidget(card, 6)
        layout.setContentsMargins(24, 12, 24, 12)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.queue.chosen.connect(self._choose)
        self.queue.entered.connect(self.copy.begin)
        self.queue.typed.connect(self.copy.type_digit)
        self.queue.filtered.connect(self.refresh)
        self.queue.together.connect(self.ask_together)
        self.copy.typed.connect(self._soon)
        self.side.led.connect(self._remark_on)
        self.side.found.connect(self._mark_findings)
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.queue.walk, step))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F9"), self, context=within).activated.connect(self._next_thing)
        self._desk.changed.connect(self._heard)
        self._desk.leaving.connect(self.keep_remarks)

    @property
    def lines(self) -> list[FieldLine]:
        """The lines of the copy."""
        return self.copy.lines

    def refresh(self) -> None:
        """Ask anew for the queue."""
        wanted = self.queue.wanted()
        self._desk.ask(lambda session: review_queue.queue(session, wanted), self._show_queue)

    def open_record(self, _kind: str, record_id: bytes, _field: str = "") -> None:
        """Show a submission, if it still waits."""
        lines = self.queue.lines()
        place = next((at for at, one in enumerate(lines) if one.submission.id == record_id), -1)
        if place >= 0:
            self.queue.list.setCurrentRow(place)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "At the left what the villages sent: first what is overdue, then what is new, then what was "
            "mended. Alt+Down and Alt+Up go to the next and the one before. Type the number of a line and "
            "press Enter to write a remark on it, or walk there with the arrows; F4 offers ready remarks, F9 "
            "goes to the next line that differs from last time or that the check list names, F6 shows check "
            "list, papers and earlier rounds. Send back needs at least one remark; the village sees each one "
            "under the very field."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number of a line."""
        if event.text().isdigit():
            self.copy.type_digit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where copy and side have no room beside each other, F6 shows one in place of the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme.current().px(_WIDE)
        self.side.setVisible(wide or not self.copy.isVisibleTo(self))
        if wide:
            self.copy.show()

    def turn_side(self) -> None:
        """Show the next of check list, papers and rounds; on a narrow screen after these the copy again."""
        if self.width() >= theme.current().px(_WIDE):
            self.side.next_tab()
        elif self.copy.isVisibleTo(self):
            self.side.show()
            self.side.buttons[0].setFocus()  # or what goes would hand the keys to whatever follows
            self.copy.hide()
        elif self.side.next_tab() == 0:
            self.copy.show()
            self.copy.walk(0)
            self.side.hide()

    def _heard(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if any(kind in ("submission", "review") for kind, _id in changes) and not self._counting.isActive():
            self._counting.start()
        others = [one for one in changes if one[0] not in ("submission", "review")]
        if self.shown is None or others in ([], [self._answered]):
            return  # what was just answered changes nothing of the one that was read ahead
        self._ahead.clear()
        self.side.ask_again()

    def _kind(self) -> str:
        return self.shown.about[0] if self.shown else ""

    # ------------------------------------------------------------ the queue

    def _show_queue(self, found: Queue) -> None:
        """Show what waits; the cursor stays on the one shown, or goes to the one that follows it."""
        before = self.queue.list.currentRow()
        kept = self.shown.submission.id if self.shown else None
        same = next((at for at, one in enumerate(found.lines) if one.submission.id == kept), -1)
        at = same if same >= 0 else max(min(before, len(found.lines) - 1), 0) if found.lines else -1
        self.queue.show_queue(found, self._desk.session.now(), at)
        self.card.setVisible(bool(found.lines))
        if at >= 0 and same < 0:
            self._choose(at)
        if at < 0:
            self.keep_remarks()
            self.shown = None

    def _choose(self, place: int) -> None:
        lines = self.queue.lines()
        if not 0 <= place < len(lines):
            return
        wanted = lines[place].submission.id
        held = self._ahead.pop(wanted, None)
        if held is not None:
            self._show(held)
        else:
            self._desk.ask(lambda session: frozen.read(session, wanted), self._show)

    def _look_ahead(self) -> None:
        """Read the next one before it is asked for; never one of which each reading is written down."""
        lines, at = self.queue.lines(), self.queue.list.currentRow() + 1
        if not 0 < at < len(lines) or lines[at].submission.class_ in LOGGED_CLASSES:
            return
        wanted = lines[at].submission.id
        if wanted in self._ahead:
            return

        def keep(found: Frozen) -> None:
            self._ahead = {found.submission.id: found}

        self._desk.ask_quietly(lambda session: frozen.read(session, wanted), keep, lambda _error: None)

    # ------------------------------------------------------------ the copy

    def _show(self, found: Frozen) -> None:
        if self.shown is not None and self.shown.submission.id == found.submission.id:
            return  # a frozen copy never changes, and remarks may be half written
        self.keep_remarks()
        takes_keys = self._takes_keys()
        self.shown, self._places, self._drafted = found, [], bool(found.typed)
        self.several.hide()
        self.title.setText(f"{found.name} · {kind_text(self._kind())}")
        sent = self.tr("Sent by {name}, round {round}")
        by = str(found.submission.values.get("submitted_by") or "")
        self.number.setText(
            "    ".join(filter(None, (found.number, sent.format(name=by, round=found.round))))
        )
        self.copy.show_copy(found)
        self.side.show_beside(found)
        if takes_keys:
            self.copy.begin()
        self._look_ahead()

    def _takes_keys(self) -> bool:
        """Say whether the cursor goes to the copy: whoever walks the queue or types elsewhere keeps it."""
        held = QApplication.focusWidget()
        came = isinstance(held, QPushButton) and not self.isAncestorOf(held)  # by the navigation
        return came or (held is not None and self.card.isAncestorOf(held))

    def _mark_findings(self, known: Beside) -> None:
        if self.shown is None:
            return
        named = [
            (frozen.place_in(self.shown, one.kind, one.record_id, one.field), checked.check.number)
            for checked in known.checked
            for one in checked.findings
        ]
        self._places = [place for place, _number in named]
        self.copy.show_findings(named)

    def _next_thing(self) -> None:
        self.copy.next_of(self._places)

    def _remark_on(self, finding: Finding) -> None:
        """Write a remark on the field a finding is about; of a record as a whole, show the record."""
        if self.shown is None:
            return
        if not finding.field:
            self._desk.open_record(finding.kind, finding.record_id)
            return
        if not self.copy.isVisibleTo(self):
            self.side.hide()
            self.copy.show()
        self.copy.remark_on(frozen.place_in(self.shown, finding.kind, finding.record_id, finding.field))

    def write_remark(self) -> None:
        """Write a remark on the field under the cursor (Ctrl+R)."""
        self.copy.write_remark()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def keep_remarks(self) -> None:
        """Keep what is typed and not sent, so that nothing takes it away."""
        self._timer.stop()
        if self.shown is None:
            return
        submission_id = self.shown.submission.id
        typed = {said.field: said.text for said in self.copy.remarks()}
        if typed != self.shown.typed:
            self._drafted = True
            self._ahead.pop(submission_id, None)
            self._desk.do(lambda session: frozen.keep_remarks(session, submission_id, typed))

    # ------------------------------------------------------------ the answer

    def answer(self, outcome: str) -> None:
        """Send back with the remarks, or approve."""
        if self.shown is None or self.copy.composing():
            return
        submission_id, review_id = self.shown.submission.id, ids.new_id()
        if submission_id == self._sent:
            return  # pressed twice: the answer is on its way
        self._sent, said = submission_id, self.copy.remarks()
        self._answered, drafted = self.shown.about, self._drafted
        words = self.tr("Approved.") if outcome == "approved" else self.tr("Sent back with {count} remarks.")

        def send(session: Session) -> Changes:
            changes = reviews.review(session, submission_id, review_id, outcome, said)
            if drafted:
                frozen.keep_remarks(session, submission_id, {})
            return changes

        def went(_changes: Changes) -> None:
            self._desk.tell(words.format(count=len(said)), "good")
            self._go_on(submission_id)

        self._timer.stop()
        self._desk.do(send, went, self._not_sent)

    def _not_sent(self, _error: VillageDeskError) -> None:
        """It was refused, and told why; another answer may follow."""
        self._sent, self._answered = b"", ("", b"")

    def _go_on(self, answered: bytes) -> None:
        """Show the next one at once; what waits in all is counted behind it."""
        if self.shown is not None and self.shown.submission.id == answered:
            self.shown = None  # what was typed is sent: nothing of it is kept as not finished
            place = self.queue.drop(answered)
            if place >= 0:
                self._choose(place)

    # ------------------------------------------------------------ several at once

    def ask_together(self) -> None:
        """Say which of the lines shown may be approved at once, which not and why, and ask."""
        lines = list(self.queue.lines())
        self._desk.ask(lambda session: review_queue.together(session, lines), self._offer_together)

    def _offer_together(self, found: Together) -> None:
        count, names = len(found.submissions), "、".join(found.names[:_NAMED])
        words = [self.tr("None of these can be approved together.")]
        if count:
            words = [self.tr("{count} can be approved together: {names}").format(count=count, names=names)]
            if count > _NAMED:
                words[0] += " …"
        words += [
            self.tr("{count} stay: {why}").format(count=number, why=sentence(code))
            for code, number in found.refused.items()
        ]
        verbs = [(self.tr("Not now"), self.several.hide)]
        if count:
            pairs = [(one, ids.new_id()) for one in found.submissions]
            verbs.insert(
                0, (self.tr("Approve these {count}").format(count=count), partial(self._approve, pairs))
            )
        self.several.say("\n".join(words), verbs)
        self.several.buttons[-1].setFocus()

    def _approve(self, pairs: list[tuple[bytes, bytes]]) -> None:
        self.several.hide()
        words = self.tr("{count} were approved.")

        def told(changes: Changes) -> None:
            count = sum(kind == "review" for kind, _id in changes)
            self._desk.tell(words.format(count=count), "good")

        self._desk.do(lambda session: reviews.approve_together(session, pairs), told)
