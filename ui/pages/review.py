"""The township's queue: what the villages sent, as it was frozen, with remarks on the very fields."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui import frozen, theme
from ui.desk import Desk
from ui.frozen import Frozen, FrozenField, Waiting
from ui.texts import kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row, scrolling
from ui.widgets.checklist import ChecklistCard
from ui.widgets.flow import WrapRow
from ui.widgets.inputs import Area
from ui.widgets.labels import chip, label, set_tone
from ui.widgets.visit_cards import FlagsCard
from village_desk import divisions, ids
from village_desk.commands import reviews
from village_desk.dossier_sets import CASE
from village_desk.i18n import N_, translated
from village_desk.queries import checklist
from village_desk.queries.checklist import Checked, Finding
from village_desk.queries.reviews import Remark
from village_desk.session import Changes, Session
from village_desk.visits import VISIT

DRAFT_MS = 1_500
"""After a key, until a remark is kept."""


class FieldLine(QFrame):
    """One field of the frozen copy; a remark can be written under it."""

    reached = Signal()
    typed = Signal()

    def __init__(self, field: FrozenField, remark: str = "") -> None:
        """Make it, with the remark that was typed before and not sent."""
        super().__init__()
        self.field = field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("frozenLine")
        head = row(label(field.title, "small"), spacing=8)
        if field.changed:
            words = translated("review", N_("review", "different from last time"))
            head.addWidget(chip(words, "attention"))
        head.addStretch(1)
        self.setAccessibleName(f"{field.title}：{field.text}")
        self.remark = Area(1, 4)
        self.remark.setAccessibleName(translated("review", N_("review", "Remark on this field")))
        self.remark.setPlainText(remark)
        self.remark.textChanged.connect(self.typed)
        if not remark:
            self.remark.hide()
        layout = column(2)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addLayout(head)
        text = label(field.text or translated("review", N_("review", "(empty now)")), wrap=True)
        layout.addWidget(text)
        layout.addWidget(self.remark)
        self.setLayout(layout)
        self._mark(here=False)

    def write(self) -> None:
        """Open the remark and put the cursor into it."""
        self.remark.show()
        self.remark.setFocus()

    def said(self) -> Remark | None:
        """Return the remark, or None."""
        text = self.remark.toPlainText().strip()
        return Remark(self.field.place, text) if text else None

    def _mark(self, *, here: bool) -> None:
        colours = theme.current()
        edge = colours.colour("accent") if here else "transparent"
        ground = colours.colour("accent_soft") if here else "transparent"
        self.setStyleSheet(f"QFrame#frozenLine {{ border-left: 3px solid {edge}; background: {ground}; }}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that a remark would go here."""
        super().focusInEvent(event)
        self._mark(here=True)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor left; while the remark is written the mark stays."""
        super().focusOutEvent(event)
        self._mark(here=False)


class ReviewPage(QWidget):
    """Queue at the left, the frozen copy at the right, what to do with it below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._queue: list[Waiting] = []
        self.shown: Frozen | None = None
        self.lines: list[FieldLine] = []
        self.checklist: ChecklistCard | None = None
        self._here = 0
        self.count = label("", "small")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Waiting for review"))
        self.list.currentRowChanged.connect(self._choose)
        self.list.installEventFilter(self)
        self.empty = label(self.tr("Nothing waits for review. What villages send appears here."), wrap=True)
        self.title = label("", "heading", wrap=True)
        self.frozen_chip = chip(self.tr("as sent, frozen"))
        self.number = label("", "small")
        self._fields = column(4)
        self.copy = scrolling(self._fields)
        self.remark_button = Button(self.tr("Remark here"), self.write_remark, key="Ctrl+R")
        self.return_button = Button(self.tr("Send back"), lambda: self.answer("returned"), key="Ctrl+B")
        self.approve_button = Button(
            self.tr("Approve"), lambda: self.answer("approved"), look="main", key="Ctrl+Return"
        )
        self._lay_out()
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=step: self._walk(by))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_remarks)
        desk.changed.connect(self._heard)
        desk.leaving.connect(self.keep_remarks)
        self.refresh()

    def _lay_out(self) -> None:
        left = column(10)
        left.addLayout(row(label(self.tr("Waiting for review"), "title"), self.count, None, spacing=8))
        left.addWidget(self.empty)
        left.addWidget(self.list, 100)
        left.addStretch(1)  # an empty queue hides the list; title and sentence stay at the top then
        queue = QWidget()
        queue.setLayout(left)
        queue.setMaximumWidth(theme.current().px(330))
        queue.setMinimumWidth(theme.current().px(240))
        card = Card()
        head = row(spacing=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.frozen_chip)
        card.body.addLayout(head)
        card.body.addWidget(self.number)
        card.body.addWidget(self.copy, 1)
        buttons = WrapRow(8, right=True)
        for button in (self.remark_button, self.return_button, self.approve_button):
            buttons.put(button)
        card.body.addLayout(buttons)
        self.card = card
        layout = row(spacing=16)
        layout.addWidget(queue, 2)
        layout.addWidget(card, 3)
        layout.setContentsMargins(24, 16, 24, 12)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Ask anew for the queue."""
        self._desk.ask(frozen.queue, self._show_queue)

    def open_record(self, _kind: str, record_id: bytes, _field: str = "") -> None:
        """Show a submission, if it still waits."""
        place = next((at for at, one in enumerate(self._queue) if one.submission.id == record_id), -1)
        if place >= 0:
            self.list.setCurrentRow(place)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "At the left what the villages sent, oldest first; at the right the text as it was when "
            "it was sent. Arrows walk "
            "through the queue, Tab through the fields, Ctrl+R writes a remark on the field with the "
            "blue edge. Send back "
            "needs at least one remark; the village sees each one under the very field. Over a mediation "
            "case stands the check list; Enter on one of its lines goes to the field."
        )

    def _heard(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if any(kind in ("submission", "review") for kind, _id in changes):
            self.refresh()
        if self.shown is not None and self.checklist is not None:
            self._check(self.shown)

    # ------------------------------------------------------------ the queue

    def _show_queue(self, found: list[Waiting]) -> None:
        kept = self.shown.submission.id if self.shown else None
        self._queue = found
        self.list.blockSignals(True)
        self.list.clear()
        now = self._desk.session.now()
        for one in found:
            place = divisions.division(one.submission.scope)
            village = place.short_name if place else ""
            again = self.tr("round {round}").format(round=one.round) if one.round > 1 else self.tr("new")
            first = f"{village}  {one.name}  {kind_text(one.kind)}".strip()
            self.list.addItem(
                QListWidgetItem(f"{first}\n{moment_text(one.submission.created_at, now)} · {again}")
            )
        at = next((place for place, one in enumerate(found) if one.submission.id == kept), 0)
        self.list.setCurrentRow(at if found else -1)
        self.list.blockSignals(False)
        self.count.setText(self.tr("{count} waiting").format(count=len(found)))
        self.empty.setVisible(not found)
        self.list.setVisible(bool(found))
        self.card.setVisible(bool(found))
        if found and found[at].submission.id != kept:
            self._choose(at)
        if not found:
            self.shown = None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._queue):
            wanted = self._queue[place].submission.id
            self._desk.ask(lambda session: frozen.read(session, wanted), self._show)

    def _walk(self, step: int) -> None:
        if self._queue:
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), len(self._queue) - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the queue goes to the copy."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress
        if (
            pressed
            and watched is self.list
            and isinstance(event, QKeyEvent)
            and event.key() in keys
            and self.lines
        ):
            self.lines[0].setFocus()
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ the copy

    def _show(self, found: Frozen) -> None:
        if self.shown is not None and self.shown.submission.id == found.submission.id:
            return  # a frozen copy never changes, and remarks may be half written
        self.keep_remarks()
        self.shown = found
        clear(self._fields)
        self.lines = []
        self._here = 0
        self.title.setText(f"{found.name} · {kind_text(str(found.submission.values['record_kind']))}")
        sent = self.tr("Sent by {name}, round {round}")
        by = str(found.submission.values.get("submitted_by") or "")
        self.number.setText(
            "    ".join(filter(None, (found.number, sent.format(name=by, round=found.round))))
        )
        self.checklist = None
        self._add_before(found)
        if found.submission.values["record_kind"] == CASE:
            self._add_checks(found)
        part = ""
        for field in found.fields:
            if field.part != part:
                part = field.part
                self._fields.addWidget(label(part, "heading"))
            self._fields.addWidget(self._line(field, found.typed.get(field.place, "")))
        there = {field.place for field in found.fields}
        for place, typed in found.typed.items():
            if place not in there:
                self._add_empty(place, typed)
        self.copy.verticalScrollBar().setValue(0)

    def _line(self, field: FrozenField, remark: str = "") -> FieldLine:
        line, at = FieldLine(field, remark), len(self.lines)
        line.typed.connect(self._soon)
        line.reached.connect(lambda: self._reach(at))
        self.lines.append(line)
        return line

    def _add_empty(self, place: str, remark: str = "") -> FieldLine:
        """Add a line for a field that was sent empty, under the check list that asks for it."""
        kind, _id, name = place.split(":") if ":" in place else (CASE, "", place)
        title = "·".join(filter(None, ("" if kind == CASE else kind_text(kind), frozen.title(kind, name))))
        line = self._line(FrozenField(place, "", title, "", changed=False), remark)
        at = self._fields.indexOf(self.checklist) + 1 if self.checklist else self._fields.count()
        self._fields.insertWidget(at, line)
        return line

    def _add_earlier(self, found: Frozen) -> None:
        titles = {field.place: field.title for field in found.fields}
        said = "\n".join(f"{titles.get(one.field, '')}：{one.text}" for one in found.earlier)
        card = QFrame()
        card.setProperty("look", "notice")
        set_tone(card, "attention")
        inner = column(2, 10)
        inner.addWidget(label(self.tr("Sent back last time:"), "small"))
        inner.addWidget(label(said, tone="attention", wrap=True))
        card.setLayout(inner)
        self._fields.addWidget(card)

    def _add_checks(self, found: Frozen) -> None:
        """Show the reviewer's list over the case, hidden until it has been gone through."""
        card = self.checklist = ChecklistCard(self.tr("Of the case as it is on this PC now."))
        card.led.connect(self._remark_on)
        self._fields.addWidget(card)
        self._check(found)

    def _check(self, found: Frozen) -> None:
        case_id = bytes.fromhex(str(found.submission.values["record_id"]))

        def show(checked: list[Checked]) -> None:
            if self.shown is found and self.checklist is not None:
                self.checklist.show_list(checked)

        self._desk.ask_quietly(lambda session: checklist.review(session, case_id), show, lambda _error: None)

    def _remark_on(self, finding: Finding) -> None:
        """Write a remark on the field a finding is about; of a record as a whole, show the record."""
        if not finding.field:
            self._desk.open_record(finding.kind, finding.record_id)
            return
        of_case = finding.kind == CASE
        place = finding.field if of_case else f"{finding.kind}:{finding.record_id.hex()}:{finding.field}"
        line = next((one for one in self.lines if one.field.place == place), None) or self._add_empty(place)
        line.write()
        self.copy.ensureWidgetVisible(line)

    def _add_before(self, found: Frozen) -> None:
        """Put before the copy what was said last time, and what to look at."""
        if found.earlier:
            self._add_earlier(found)
        if found.flags:
            self._add_flags(found)

    def _add_flags(self, found: Frozen) -> None:
        card = FlagsCard(lambda visit_id: self._desk.open_record(VISIT, visit_id))
        card.show_flags(found.flags)
        self._fields.addWidget(card)

    def _reach(self, place: int) -> None:
        self._here = place
        self.copy.ensureWidgetVisible(self.lines[place])

    def write_remark(self) -> None:
        """Write a remark on the field under the cursor (Ctrl+R)."""
        if self.lines:
            self.lines[self._here].write()

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def keep_remarks(self) -> None:
        """Keep what is typed and not sent, so that nothing takes it away."""
        self._timer.stop()
        if self.shown is None:
            return
        submission_id = self.shown.submission.id
        typed = {line.field.place: said.text for line in self.lines if (said := line.said())}
        if typed != self.shown.typed:
            self._desk.do(lambda session: frozen.keep_remarks(session, submission_id, typed))

    def answer(self, outcome: str) -> None:
        """Send back with the remarks, or approve."""
        if self.shown is None or any(line.remark.composing for line in self.lines):
            return
        submission_id = self.shown.submission.id
        said = [remark for line in self.lines if (remark := line.said())]
        review_id = ids.new_id()
        words = self.tr("Approved.") if outcome == "approved" else self.tr("Sent back with {count} remarks.")

        def send(session: Session) -> Changes:
            changes = reviews.review(session, submission_id, review_id, outcome, said)
            frozen.keep_remarks(session, submission_id, {})
            return changes

        self._timer.stop()
        self._desk.do(send, lambda _changes: self._desk.tell(words.format(count=len(said)), "good"))
