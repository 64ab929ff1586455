"""The frozen copy on the screen: numbered lines, each with its remark, and where the cursor is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui import frozen, theme
from ui.frozen import Frozen, FrozenField
from ui.widgets.cards import clear, column, row, scrolling
from ui.widgets.inputs import Area
from ui.widgets.labels import chip, label, set_tone
from village_desk.i18n import N_, translated
from village_desk.queries.answers import Answer
from village_desk.queries.reviews import Remark
from village_desk.sentences import sentence

_REMARK = N_("review", "Remark on this field")
_DIFFERENT, _EMPTY = N_("review", "different from last time"), N_("review", "(empty now)")
_TITLE = 132
"""Width of the title of a line, px at standard text size."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RemarkArea(Area):
    """Where a remark is written; Esc goes back to the line.

    Signals:
        done: Esc was pressed.
    """

    done = Signal()

    def __init__(self) -> None:
        super().__init__(1, 4)
        self.setAccessibleName(translated("review", _REMARK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, while no input method composes."""
        if event.key() == Qt.Key.Key_Escape and not self.composing:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class FieldLine(QFrame):
    """One field of the frozen copy; a remark can be written under it.

    Signals:
        reached: The cursor came.
        typed: The remark has changed.
        entered: Enter was pressed.
        walked: An arrow was pressed: -1 up, 1 down.
    """

    reached = Signal()
    typed = Signal()
    entered = Signal()
    walked = Signal(int)

    def __init__(self, field: FrozenField, number: int, remark: str = "") -> None:
        """Make it, with the remark that was typed before and not sent."""
        super().__init__()
        self.field = field
        self._area: RemarkArea | None = None
        self._found: QLabel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "frozen")
        self.setAccessibleName(f"{number} {field.title}：{field.text}")
        name = label(f"{number}  {field.title}", "small", wrap=True)
        name.setFixedWidth(theme.current().px(_TITLE))
        self._marks = row(spacing=6)
        self._marks.addStretch(1)
        self._layout = column(2)
        self._layout.addWidget(label(field.text or translated("review", _EMPTY), wrap=True))
        if field.changed:
            self._mark(chip(translated("review", _DIFFERENT), "attention"))
            if field.before:
                words = translated("review", N_("review", "Last time: {text}")).format(text=field.before)
                self._layout.addWidget(label(words, "small", wrap=True))
        layout = row(spacing=8)
        layout.setContentsMargins(8, 3, 8, 3)
        layout.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._layout, 1)
        self.setLayout(layout)
        if remark:
            self.remark.setPlainText(remark)

    def _mark(self, mark: QLabel) -> None:
        if self._marks.count() == 1:
            self._layout.insertLayout(1, self._marks)
        self._marks.insertWidget(self._marks.count() - 1, mark)

    @property
    def remark(self) -> RemarkArea:
        """Where its remark is written; made when it is first wanted, for a record has many lines."""
        if self._area is None:
            self._area = RemarkArea()
            self._area.textChanged.connect(self.typed)
            self._area.done.connect(self.setFocus)
            self._area.came.connect(self.reached)
            self._layout.addWidget(self._area)
        return self._area

    def write(self) -> None:
        """Open the remark and put the cursor into it."""
        self.remark.show()
        self.remark.setFocus()

    def said(self) -> Remark | None:
        """Return the remark, or None."""
        text = self._area.toPlainText().strip() if self._area else ""
        return Remark(self.field.place, text) if text else None

    def composing(self) -> bool:
        """Say whether an input method is writing into its remark."""
        return self._area is not None and self._area.composing

    def show_findings(self, numbers: str) -> None:
        """Say which items of the check list found something here; "" for none."""
        if self._found is None and numbers:
            self._found = chip("", "attention")
            self._mark(self._found)
        if self._found is not None:
            self._found.setText(numbers)
            self._found.setVisible(bool(numbers))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes a remark, arrows walk."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.entered.emit()
        elif event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that a remark would go here."""
        super().focusInEvent(event)
        set_tone(self, "true", "here")
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor left; while the remark is written the mark stays."""
        super().focusOutEvent(event)
        set_tone(self, "false", "here")


class FrozenCopy(QWidget):
    """The lines of one submission.

    Signals:
        typed: A remark has changed.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[FieldLine] = []
        self._here = 0
        self._number = ""
        self._kind = ""
        self._fields = column(2)
        self.area = scrolling(self._fields)
        self.typed_number = label("", "small", "accent")
        layout = column(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.typed_number)
        self.typed_number.hide()
        self.setLayout(layout)

    def show_copy(self, found: Frozen) -> None:
        """Show a submission, the cursor on its first line."""
        self.setUpdatesEnabled(False)
        if self.isAncestorOf(self.focusWidget() or self):
            self.setFocus()  # or the line that goes would hand the keys to whatever follows
        clear(self._fields)
        self.lines = []
        self._here = 0
        self._kind = found.about[0]
        self._type("")
        refused = found.refused or found.not_approved
        if refused:
            self._fields.addWidget(_notice(sentence(refused)))
        if found.earlier:
            titles = {field.place: field.title for field in found.fields}
            answers = found.rounds[0].answers if found.rounds else {}
            said = "\n".join(_said(titles, one, answers.get(one.field)) for one in found.earlier)
            self._fields.addWidget(_notice(said, self.tr("Sent back last time:")))
        part = ""
        for field in found.fields:
            if field.part != part:
                part = field.part
                self._fields.addWidget(label(part, "heading"))
            self._add(field, found.typed.get(field.place, ""))
        there = {field.place for field in found.fields}
        for place, typed in found.typed.items():
            if place not in there:
                self._add_empty(place, typed)
        self.area.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def begin(self) -> None:
        """Put the cursor on the first line."""
        if self.lines:
            self.lines[
                0
            ].show()  # what has just been laid out is shown later, and only what is shown has the keys
            self.lines[0].setFocus()
            self.area.verticalScrollBar().setValue(0)

    def show_findings(self, places: Sequence[tuple[str, str]]) -> None:
        """Mark the lines in which the check list found something: (place, number of the item)."""
        numbers: dict[str, list[str]] = {}
        for place, number in places:
            numbers.setdefault(place, []).append(number)
        for line in self.lines:
            line.show_findings(" ".join(dict.fromkeys(numbers.get(line.field.place, []))))

    def remark_on(self, place: str) -> None:
        """Write a remark on a field; one that was sent empty gets a line of its own."""
        found = next((line for line in self.lines if line.field.place == place), None)
        line = found or self._add_empty(place)
        line.write()
        self.area.ensureWidgetVisible(line)

    def _add(self, field: FrozenField, remark: str = "") -> FieldLine:
        line, at = FieldLine(field, len(self.lines) + 1, remark), len(self.lines)
        line.typed.connect(self.typed)
        line.reached.connect(lambda: self._reach(at))
        line.entered.connect(self.write_remark)
        line.walked.connect(self.walk)
        self._fields.addWidget(line)
        self.lines.append(line)
        return line

    def _add_empty(self, place: str, remark: str = "") -> FieldLine:
        """Add a line for a field that was sent empty, below the others."""
        return self._add(FrozenField(place, "", frozen.title(self._kind, place), "", changed=False), remark)

    def next_of(self, places: Sequence[str]) -> None:
        """Go on to the next line that has changed or is one of `places`, and after the last to the first."""
        count = len(self.lines)
        for step in range(1, count + 1):
            place = (self._here + step) % count
            line = self.lines[place]
            if line.field.changed or line.field.place in places:
                self._here = place
                line.setFocus()
                return

    def walk(self, step: int) -> None:
        """Go to the line before or after."""
        if self.lines:
            self.lines[min(max(self._here + step, 0), len(self.lines) - 1)].setFocus()

    def here(self) -> FieldLine | None:
        """Return the line the cursor is on."""
        return self.lines[self._here] if self._here < len(self.lines) else None

    def write_remark(self) -> None:
        """Write a remark on the line whose number was typed, or else on the one under the cursor."""
        number = int(self._number or 0)
        if 0 < number <= len(self.lines):
            self._here = number - 1
        self._type("")
        line = self.here()
        if line is not None:
            line.write()
            self.area.ensureWidgetVisible(line)

    def type_digit(self, digit: str) -> None:
        """Take a digit of the number of a line; Enter goes there."""
        self._type((self._number + digit)[-3:])

    def remarks(self) -> list[Remark]:
        """Return what was written, in the order of the lines."""
        return [remark for line in self.lines if (remark := line.said())]

    def composing(self) -> bool:
        """Say whether an input method is at work."""
        return any(line.composing() for line in self.lines)

    def _type(self, number: str) -> None:
        self._number = number
        words = self.tr("Line {number}: Enter writes a remark there")
        self.typed_number.setText(words.format(number=number))
        self.typed_number.setVisible(bool(number))

    def _reach(self, place: int) -> None:
        self._here = place
        if self._number:
            self._type("")
        self.area.ensureWidgetVisible(self.lines[place])


def _said(titles: Mapping[str, str], remark: Remark, answer: Answer | None) -> str:
    """Return one remark of the last round with the field it is about, and the village's answer under it."""
    where = titles.get(remark.field, "")
    lines = (f"{where}：{remark.text}" if where else remark.text, frozen.answer_text(answer))
    return "\n    ".join(filter(None, lines))


def _notice(text: str, heading: str = "") -> QFrame:
    card = QFrame()
    card.setProperty("look", "notice")
    set_tone(card, "attention")
    inner = column(2, theme.current().px(8))
    if heading:
        inner.addWidget(label(heading, "small"))
    inner.addWidget(label(text, tone="attention", wrap=True))
    card.setLayout(inner)
    return card
