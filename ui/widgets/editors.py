"""One editor a face of field: a label, an input, and a line of words under it when something is to be said.

A wrong value is marked after the cursor has left, never while somebody types. A field that cannot be edited
says why when it is reached.
"""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.texts import problem_text
from ui.widgets.cards import column
from ui.widgets.flow import WrapRow
from ui.widgets.inputs import Area, Line, Pick, Tick
from ui.widgets.labels import label, set_tone
from village_desk import idcards, times, typed
from village_desk.code_lists import Code
from village_desk.errors import Problem
from village_desk.fields import Spec, check_value
from village_desk.i18n import N_, translated
from village_desk.profile import Profile

_EXAMPLE = "20261121"
_FORMATS = {
    "day": N_("editors", "Write the day as eight digits, such as {today}; today, yesterday and +7 work too."),
    "whole": N_("editors", "Write a whole number."),
    "amount": N_("editors", "Write an amount in yuan, such as 1200 or 1200.50."),
    "moment": N_("editors", "Write day and time, such as 2026-11-21 15:04."),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What editors need to know besides the field: the profile with its code lists, and the day it is."""

    profile: Profile
    today: date


class Editor(QWidget):
    """Base of all editors; `input` is what takes the keyboard.

    Signals:
        edited: A person changed the value; filling it does not count.
        went_on: Enter was pressed: to the next field.
        reached: The cursor came here.
        left: The cursor went elsewhere.
    """

    edited = Signal()
    went_on = Signal()
    reached = Signal()
    left = Signal()

    def __init__(self, spec: Spec, title: str) -> None:
        super().__init__()
        self.spec = spec
        self.title = title
        self._reason = ""
        self._note = ""
        self._label = label(title, "small")
        self.words = label("", "small", "attention", wrap=True)
        self.words.hide()
        self._layout = column(4)
        self._layout.addWidget(self._label)
        self.setLayout(self._layout)

    def _show_input(self, shown: QWidget, focus: QWidget) -> None:
        self.input = focus
        focus.setAccessibleName(self.title)
        self._label.setBuddy(focus)
        self._layout.addWidget(shown)
        self._layout.addWidget(self.words)
        self.setFocusProxy(focus)
        for name, slot in (("came", self._came), ("left", self._gone), ("entered", self.went_on.emit)):
            if hasattr(focus, name):
                getattr(focus, name).connect(slot)

    # what every face has in its own way

    @abstractmethod
    def value(self) -> object:
        """Return the used value; the text as typed when it is none of the face; None when empty."""

    @abstractmethod
    def set_value(self, value: object) -> None:
        """Show a used value, without `edited`."""

    @abstractmethod
    def set_editable(self, *, editable: bool) -> None:
        """Let it be edited, or only reached and read."""

    # what is the same for all

    def composing(self) -> bool:
        """Say whether an input method is composing in it."""
        return bool(getattr(self.input, "composing", False))

    def problem(self) -> Problem | None:
        """Return what is wrong with the value by itself."""
        return next(iter(check_value(self.spec, self.value())), None)

    def check(self) -> None:
        """Mark what is wrong, in words; called when the cursor leaves."""
        problem = self.problem()
        self.mark(self._problem_words(problem) if problem else "")

    def _problem_words(self, problem: Problem) -> str:
        form = _FORMATS.get(self.spec.face) if problem.code == "type" else None
        return translated("editors", form).format(today=_EXAMPLE) if form else problem_text(problem)

    def mark(self, text: str) -> None:
        """Show under the field what is wrong; "" takes it away and shows the standing note, if any."""
        self._say(text or self._note, "attention")
        set_tone(self.input, "true" if text else "false", "wrong")

    def remark(self, text: str) -> None:
        """Keep a note standing under the field: what the township said of it."""
        if text != self._note:
            self._note = text
            self.check()

    def marked(self) -> str:
        """Return what stands under the field, or ""."""
        return self.words.text() if self.words.isVisibleTo(self) else ""

    def lock(self, reason: str) -> None:
        """Let it be read only, and say `reason` when it is reached; "" opens it."""
        self._reason = reason
        self.set_editable(editable=not reason)
        if self.input.hasFocus():
            self._came()

    def locked(self) -> bool:
        """Say whether it can only be read."""
        return bool(self._reason)

    def show_needed(self, *, needed: bool) -> None:
        """Mark it as needed for the next step."""
        self._label.setText(f"{self.title} *" if needed else self.title)

    def _came(self) -> None:
        if self._reason:
            self._say(self._reason, "secondary")
        self.reached.emit()

    def _gone(self) -> None:
        self.check()
        self.left.emit()

    def _say(self, text: str, tone: str) -> None:
        self.words.setText(text)
        set_tone(self.words, tone)
        self.words.setVisible(bool(text))

    def _changed(self) -> None:
        if self.words.isVisibleTo(self):
            self.mark("")
        self.edited.emit()


class LineEditor(Editor):
    """Text, days, numbers and amounts: everything typed on one line."""

    def __init__(self, spec: Spec, title: str, today: date | None = None) -> None:
        super().__init__(spec, title)
        self._today = today or times.legal_day(times.now())
        self._real = ""
        self.line = Line()
        self.line.setMinimumWidth(theme.current().px(60))
        self._show_input(self.line, self.line)
        self.line.textEdited.connect(self._typed)
        self.line.came.connect(self._unmask)
        self.line.left.connect(self._tidy)

    def value(self) -> object:
        """Return the used value."""
        text = self._real.strip()
        if not text:
            return None
        reader = _READERS.get(self.spec.face)
        read = reader(text, self._today) if reader else text
        return text if read is None else read

    def set_value(self, value: object) -> None:
        """Show a used value."""
        self._real = _text_of(self.spec, value)
        self._show_text(masked=not self.line.hasFocus())

    def set_editable(self, *, editable: bool) -> None:
        """Let it be edited, or only reached and read."""
        self.line.setReadOnly(not editable)

    def _typed(self, text: str) -> None:
        self._real = text
        self._changed()

    def _unmask(self) -> None:
        self._show_text(masked=False)

    def _tidy(self) -> None:
        self.set_value(self.value())

    def _show_text(self, *, masked: bool) -> None:
        hide = masked and self.spec.masked and self.problem() is None
        mask = idcards.mask_id if self.spec.check == "id_card" else idcards.mask_phone
        shown = mask(self._real) if hide and self._real else self._real
        if shown != self.line.text():
            self.line.setText(shown)
            self.line.setCursorPosition(0 if masked else len(shown))


class NoteEditor(Editor):
    """Long text."""

    def __init__(self, spec: Spec, title: str, rows: int = 3) -> None:
        super().__init__(spec, title)
        self.area = Area(rows)
        self._filling = False
        self._show_input(self.area, self.area)
        self.area.textChanged.connect(self._typed)

    def value(self) -> object:
        """Return the text, or None."""
        text = self.area.toPlainText()
        return text if text.strip() else None

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays where it was when it is the same."""
        text = str(value or "")
        if text != self.area.toPlainText():
            self._filling = True
            self.area.setPlainText(text)
            self._filling = False

    def set_editable(self, *, editable: bool) -> None:
        """Let it be edited, or only reached and read."""
        self.area.setReadOnly(not editable)

    def _typed(self) -> None:
        if not self._filling and not self.area.composing:
            self._changed()


class ChoiceEditor(Editor):
    """One code of a list; also yes or no."""

    def __init__(self, spec: Spec, title: str, codes: Sequence[Code]) -> None:
        super().__init__(spec, title)
        self.pick = Pick()
        self.pick.addItem("", None)
        for code in codes:
            self.pick.addItem(code.label, code.code)
        self._show_input(self.pick, self.pick)
        self.pick.activated.connect(lambda _place: self._changed())

    def longest(self) -> int:
        """Return how many characters the longest label has."""
        return max(len(self.pick.itemText(place)) for place in range(self.pick.count()))

    def value(self) -> object:
        """Return the code, or the yes or no, or None."""
        code = self.pick.currentData()
        if self.spec.face == "yes_no":
            return None if code is None else code == "yes"
        return code

    def set_value(self, value: object) -> None:
        """Show a code; one that is no longer in the list is added as it stands."""
        wanted = {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        place = self.pick.findData(wanted) if wanted else 0
        if place < 0:
            self.pick.addItem(str(wanted), wanted)
            place = self.pick.count() - 1
        self.pick.setCurrentIndex(place)

    def set_editable(self, *, editable: bool) -> None:
        """Let it be chosen, or only reached and read."""
        self.pick.set_read_only(read_only=not editable)


class ChoicesEditor(Editor):
    """Any number of codes: a box each, one stop of the Tab key for all."""

    def __init__(self, spec: Spec, title: str, codes: Sequence[Code]) -> None:
        super().__init__(spec, title)
        self.boxes: dict[str, Tick] = {}
        self._flow = WrapRow(16)
        holder = QWidget()
        holder.setLayout(self._flow)
        for code in codes:
            self._add(code.code, code.label)
        first = next(iter(self.boxes.values()), Tick())
        self._kept: tuple[str, ...] = ()
        self._show_input(holder, first)
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> object:
        """Return the codes, sorted, or None."""
        return (
            tuple(sorted([*(code for code, box in self.boxes.items() if box.isChecked()), *self._kept]))
            or None
        )

    def set_value(self, value: object) -> None:
        """Tick these codes; unknown ones are kept as they are."""
        wanted = value if isinstance(value, tuple) else ()
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)
        self._kept = tuple(code for code in wanted if code not in self.boxes)

    def set_editable(self, *, editable: bool) -> None:
        """Let boxes be ticked or not."""
        for box in self.boxes.values():
            box.read_only = not editable

    def _add(self, code: str, text: str) -> None:
        box = Tick(text)
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.clicked.connect(lambda _checked: self._changed())
        box.walked.connect(self._walk)
        if self.boxes:
            box.entered.connect(self.went_on)
            box.left.connect(self.check)
        self.boxes[code] = box
        self._flow.put(box)

    def _walk(self, step: int) -> None:
        boxes = list(self.boxes.values())
        here = next((place for place, box in enumerate(boxes) if box.hasFocus()), 0)
        boxes[(here + step) % len(boxes)].setFocus(Qt.FocusReason.OtherFocusReason)


Maker = Callable[[Spec, str, Setting], Editor]

OVERRIDES: dict[tuple[str, str], Maker] = {}
"""Editors of single fields, by (kind, field), where that of the face does not serve."""


def title_of(spec: Spec) -> str:
    """Return the label of a field: the official Chinese one where there is one, with its unit."""
    text = spec.paper or translated("kinds", spec.label)
    return f"{text}（{spec.unit}）" if spec.unit and spec.unit not in text else text


def make_editor(kind: str, spec: Spec, setting: Setting, rows: int = 3) -> Editor:
    """Return the editor of a field."""
    title = title_of(spec)
    own = OVERRIDES.get((kind, spec.name))
    if own:
        return own(spec, title, setting)
    match spec.face:
        case "note":
            return NoteEditor(spec, title, rows)
        case "choice":
            return ChoiceEditor(spec, title, setting.profile.codes(spec.codes, setting.today))
        case "choices":
            return ChoicesEditor(spec, title, setting.profile.codes(spec.codes, setting.today))
        case "yes_no":
            return ChoiceEditor(spec, title, _yes_no())
        case _:
            return LineEditor(spec, title, setting.today)


def _yes_no() -> tuple[Code, ...]:
    return (
        Code("yes", translated("editors", N_("editors", "Yes"))),
        Code("no", translated("editors", N_("editors", "No"))),
    )


def _text_of(spec: Spec, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and spec.face == "amount":
        return typed.amount_text(value)
    if isinstance(value, int) and spec.face == "moment":
        return times.local_text(value)
    return str(value)


_READERS: dict[str, Callable[[str, date], object]] = {
    "day": typed.read_day,
    "moment": typed.read_moment,
    "whole": lambda text, _today: typed.read_whole(text),
    "amount": lambda text, _today: typed.read_amount(text),
}
