"""Fields that were written in two ways at the same time: side by side, until a person decides."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.desk import Desk
from ui.texts import field_text, kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, clear, column, row
from ui.widgets.difference import DifferenceLabel
from ui.widgets.editors import Editor, Setting, make_editor, title_of
from ui.widgets.flow import FieldFlow
from ui.widgets.labels import chip, label
from village_desk import times
from village_desk.changes import ARCHIVED
from village_desk.commands import conflicts as deciding
from village_desk.fields import Spec
from village_desk.queries import conflicts
from village_desk.queries.conflicts import Author, Disputed, DisputedRecord
from village_desk.roles import role_text
from village_desk.sentences import sentence
from village_desk.session import Changes
from village_desk.shown import shown

_LEAST = 300
"""Least width of one text, px at standard text size; narrower they stand below each other."""


class FieldBlock(QFrame):
    """One field with every text of it, and the verbs that decide.

    Signals:
        walked: The next block is wanted, or with -1 the one before.
        decided: It is being decided here.
    """

    walked = Signal(int)
    decided = Signal()

    def __init__(self, desk: Desk, record: DisputedRecord, one: Disputed) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self.record, self.dispute = record, one
        self.spec: Spec | None = desk.session.profile.kind(record.kind).fields.get(one.field)
        self.editor: Editor | None = None
        self.buttons: list[Button] = []
        self.own_button: Button | None = None
        self.title = title_of(self.spec) if self.spec else field_text(record.kind, one.field)
        if one.field == ARCHIVED:
            self.title = self.tr("Put away or not")
        self.setAccessibleName(self.title)
        self.body = column(8, 10)
        self.setLayout(self.body)
        head = row(label(self.title, "heading"), spacing=12)
        if one.why == "joined":
            head.addWidget(chip(self.tr("Joined: please check"), "attention"))
        head.addStretch(1)
        self.body.addLayout(head)
        self._add_texts(one)
        if self.spec is not None and _writable(self.spec) and not record.refused:
            self._add_own(self.spec)

    # ------------------------------------------------------------ making

    def _add_texts(self, one: Disputed) -> None:
        texts = [self._text(one.current), *(self._text(other.value) for other in one.others)]
        flow = FieldFlow(12)
        for place, (title, who, value) in enumerate(self._sides(one)):
            compared = texts[1] if place == 0 else texts[0]
            words = DifferenceLabel(texts[place], compared)
            side = Card()
            side.body.addWidget(label(title, "small", wrap=True))
            side.body.addWidget(label(who, "small", wrap=True))
            side.body.addWidget(words if texts[place] else label(self.tr("(empty)"), tone="secondary"), 1)
            main = place == 0 and one.why != "value"  # of two people's words the program prefers none
            button = Button("", partial(self.decide, value), look="main" if main else "plain")
            verb = self._verb(one, place)
            button.setText(f"{verb}  {place + 1}")
            button.setAccessibleName(verb)
            # What was approved stands until somebody who may undoes the approval; keeping it is always right.
            button.setEnabled(
                not self.record.refused or (self.record.refused == "record.locked" and place == 0)
            )
            side.body.addLayout(row(None, button))
            self.buttons.append(button)
            flow.add(side, 6, theme.current().px(_LEAST))
        holder = QWidget()
        holder.setLayout(flow)
        self.body.addWidget(holder)

    def _sides(self, one: Disputed) -> list[tuple[str, str, object]]:
        current = self.tr("As the county has it now")
        if one.why == "joined":
            current = self.tr("Both texts, joined by the county")
        elif one.author.at and not one.author.received:
            current = self.tr("As it stands on this PC; not yet received by the county")
        sides = [(current, self._who(one.author), one.current)]
        here, elsewhere = (
            self.tr("Written on this PC at the same time"),
            self.tr("Written elsewhere at the same time"),
        )
        for each in one.others:
            author = Author(each.user_name, each.received_at, received=True)
            sides.append((here if each.own else elsewhere, self._who(author), each.value))
        return sides

    def _who(self, author: Author) -> str:
        now = self._desk.session.now()
        when = moment_text(author.at, now) if author.at else ""
        return "  ".join(filter(None, (author.name or self.tr("another user"), when)))

    def _text(self, value: object) -> str:
        if self.dispute.field == ARCHIVED:
            return self.tr("Put away") if value else self.tr("Kept in sight")
        return (
            shown(self._desk.session.profile, self.spec, value, masked=False)
            if self.spec
            else str(value or "")
        )

    def _verb(self, one: Disputed, place: int) -> str:
        if one.why == "archived":
            return self.tr("Keep the record") if place == 0 else self.tr("Put it away")
        if place:
            return self.tr("Take this one")
        if one.why == "joined":
            return self.tr("Checked, it is right")
        own = one.author.at and not one.author.received
        return self.tr("Keep this one") if own else self.tr("Take the county's")

    def _add_own(self, spec: Spec) -> None:
        self.write_button = Button(self.tr("Write it anew") + "  E", self.write)
        self.body.addLayout(row(self.write_button, None))
        setting = Setting(self._desk.session.profile, times.legal_day(self._desk.session.now()))
        self._own = QWidget()
        lines = column(8)
        self.editor = make_editor(self.record.kind, spec, setting, 2)
        self.editor.set_value(self.dispute.current)
        self.own_button = Button(self.tr("Take what is written here"), self._decide_own)
        lines.addWidget(label(self.tr("Write it as it should be:"), "small"))
        lines.addWidget(self.editor)
        lines.addLayout(row(None, self.own_button))
        self._own.setLayout(lines)
        self._own.hide()
        self.body.addWidget(self._own)

    # ------------------------------------------------------------ deciding

    def write(self) -> None:
        """Open the editor with the current text in it (E)."""
        if self.editor is not None:
            self._own.show()
            self.write_button.hide()
            self.editor.setFocus()

    def typing(self) -> bool:
        """Say whether somebody writes here; then the block must not be made anew."""
        return self.editor is not None and self._own.isVisibleTo(self)

    def _decide_own(self) -> None:
        if self.editor is None:
            return
        self.editor.check()
        if not self.editor.problem() and not self.editor.composing():
            self.decide(self.editor.value())

    def decide(self, value: object) -> None:
        """Let `value` count: a change like any other; the other texts stay in the history."""
        desk, named = self._desk, self.dispute.others[0].id
        told = self.tr("Decided. The other text stays in the history.")
        self.decided.emit()
        desk.do(
            lambda session: deciding.resolve(session, named, value), lambda _changes: desk.tell(told, "good")
        )

    # ------------------------------------------------------------ keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits decide, E opens the editor, arrows go to the next field; the editor has its own keys."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        place = event.key() - Qt.Key.Key_1
        writing = self.editor is not None and self.editor.isAncestorOf(self.focusWidget() or self)
        if writing:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif 0 <= place < len(self.buttons):
            self.buttons[place].click()
        elif event.key() == Qt.Key.Key_E:
            self.write()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys count here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys count elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge at the left, thick and blue where the keys count."""
        super().paintEvent(event)
        here = self.hasFocus()
        painter = QPainter(self)
        colour = QColor(theme.current().colour("accent" if here else "line"))
        painter.fillRect(0, 0, 4 if here else 1, self.height(), colour)
        painter.end()


def _writable(spec: Spec) -> bool:
    """Say whether a third text may be written; what the program or the workflow sets is one of the two."""
    return not spec.read_only and spec.merge not in ("state", "immutable")


class ConflictCard(Card):
    """One record with all its fields in conflict."""

    def __init__(self, desk: Desk, record: DisputedRecord) -> None:
        super().__init__()
        self.record = record
        top = row(spacing=12)
        head = " · ".join(filter(None, (kind_text(record.kind), record.name)))
        top.addWidget(label(head, "title", wrap=True), 1)
        open_record = partial(desk.open_record, record.kind, record.id, record.fields[0].field)
        self.open_button = Button(self.tr("Open the record"), open_record, look="quiet")
        top.addWidget(self.open_button)
        self.body.addLayout(top)
        if record.refused:
            roles = "、".join(role_text(role) for role in record.deciders)
            words = self.tr("{why} This is decided by: {roles}.")
            text = words.format(why=sentence(record.refused), roles=roles)
            self.body.addWidget(label(text, tone="attention", wrap=True))
        self.blocks = [FieldBlock(desk, record, one) for one in record.fields]
        for block in self.blocks:
            self.body.addWidget(block)


class ConflictsPage(ScrollColumn):
    """All open ones, record by record, the oldest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._next = -1
        self.body.addWidget(label(self.tr("Written in two ways"), "title"))
        words = self.tr(
            "Two people changed the same field before their PCs had met. Both texts are kept; choose "
            "which one counts. What differs is marked."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self._cards = column(10)
        self.body.addLayout(self._cards)
        self.empty = label(
            self.tr(
                "Nothing to decide. When two people write the same field at once, both texts appear here."
            ),
            wrap=True,
        )
        self.body.addWidget(self.empty)
        self.body.addStretch(1)
        self.cards: list[ConflictCard] = []
        desk.changed.connect(self._heard)
        self.refresh()

    @property
    def blocks(self) -> list[FieldBlock]:
        """Every field that is shown, from top to bottom."""
        return [block for card in self.cards for block in card.blocks]

    def refresh(self) -> None:
        """Ask anew for what is open."""
        self._desk.ask(conflicts.records, self._show)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Read the texts side by side; what one has and the other has not is marked. Press the button "
            "under the one that counts, or write it anew. Arrows go from field to field, the digits press "
            "the buttons, E writes anew. Nothing is lost: the other text stays in the history of the record."
        )

    def _heard(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, found: list[DisputedRecord]) -> None:
        shown_now = [block.dispute.others for block in self.blocks]
        if any(block.typing() for block in self.blocks) and shown_now == [
            one.others for record in found for one in record.fields
        ]:
            return  # what somebody writes here stays
        came = self.hasFocus()
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs do not know that it may be none
        clear(self._cards)
        self.cards = [ConflictCard(self._desk, one) for one in found]
        for card in self.cards:
            self._cards.addWidget(card)
        for place, block in enumerate(self.blocks):
            block.walked.connect(partial(self._walk, place))
            block.decided.connect(self._stayer(place))
        self.empty.setVisible(not found)
        if self.blocks:
            self.setFocusProxy(self.blocks[0])  # the page is for nothing else
        if self._next >= 0 or came:
            self._walk(max(self._next, 0), 0)
        self._next = -1

    def _stayer(self, place: int) -> Callable[[], None]:
        """Where one was decided the next one moves up, and the keys count there."""

        def stay() -> None:
            self._next = place

        return stay

    def _walk(self, place: int, step: int) -> None:
        blocks = self.blocks
        if blocks:
            block = blocks[min(max(place + step, 0), len(blocks) - 1)]
            block.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(block)
