"""The form of one record: cards with the fields in the order of the paper, from its kind and a layout."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme
from ui.texts import problem_text
from ui.widgets.cards import Card, column
from ui.widgets.editors import ChoiceEditor, Editor, Setting, make_editor
from ui.widgets.flow import FieldFlow
from village_desk.errors import Invalid, Problem, VillageDeskError
from village_desk.fields import Spec, is_empty
from village_desk.i18n import N_, translated
from village_desk.kinds import Kind, Values

_LEAST = {"note": 300, "choices": 300, "day": 136, "whole": 84, "choice": 110, "yes_no": 84, "amount": 130}
_LEAST_TEXT = 150
_LETTER, _ARROW = 16, 52
_SHORT = ("sex", "nation", "channel", "phone_type")
"""Choices whose long labels are rare; the list opens as wide as they are."""
"""Least widths of editors, px at standard text size."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field on the form.

    Attributes:
        field: Its name.
        span: How many of twelve columns it takes.
        rows: Lines of long text shown at first.
    """

    field: str
    span: int = 12
    rows: int = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One card: its heading (English source text of the context "layouts") and its fields."""

    heading: str
    cells: tuple[Cell, ...]


Layout = tuple[Section, ...]


class RecordForm(QWidget):
    """Shows and edits the fields of one record.

    Signals:
        edited: A person changed something.
        finished: Enter in the last field.
        reached: Name of the field the cursor is in.
    """

    edited = Signal()
    finished = Signal()
    reached = Signal(str)

    def __init__(self, kind: Kind, layout: Layout, setting: Setting) -> None:
        """Make it; the county's extra fields, which no layout names, get a card of their own at the end."""
        super().__init__()
        self.kind = kind
        self.editors: dict[str, Editor] = {}
        self.cards: list[Card] = []
        self._filled: Values = {}
        self._column = column(10)
        for section in layout:
            self._add_card(section, setting)
        extra = tuple(Cell(name, 6) for name in kind.fields if name.startswith("x_"))
        if extra:
            self._add_card(Section(N_("layouts", "Added by the county"), extra), setting)
        self.setLayout(self._column)

    def _add_card(self, section: Section, setting: Setting) -> None:
        card = Card(translated("layouts", section.heading))
        flow = FieldFlow()
        for cell in section.cells:
            spec = self.kind.fields[cell.field]
            editor = make_editor(self.kind.name, spec, setting, cell.rows)
            editor.edited.connect(self.edited)
            editor.went_on.connect(lambda name=cell.field: self._go_on(name))
            editor.reached.connect(lambda name=cell.field: self._came(name))
            flow.add(editor, cell.span, theme.current().px(_least(spec, editor)))
            self.editors[cell.field] = editor
        card.body.addLayout(flow)
        self.cards.append(card)
        self._column.addWidget(card)

    # ------------------------------------------------------------ values

    def fill(self, values: Mapping[str, object]) -> None:
        """Show the values of a record; nothing is marked and nothing counts as edited."""
        self._filled = dict(values)
        for name, editor in self.editors.items():
            editor.set_value(values.get(name))
            editor.mark("")

    def refill(self, values: Mapping[str, object]) -> None:
        """Show a record that was saved or changed elsewhere, and keep what is typed and not saved."""
        typed = self.changed()
        self._filled = dict(values)
        for name, editor in self.editors.items():
            if not editor.composing():
                editor.set_value(typed.get(name, values.get(name)))
        for name in self.editors.keys() - typed.keys():
            self.editors[name].mark("")

    def put(self, values: Mapping[str, object]) -> None:
        """Show some values as if they had been typed: a draft, or what comes from a person's record."""
        for name, value in values.items():
            if name in self.editors:
                self.editors[name].set_value(value)

    def draft(self) -> Values:
        """Return what the form holds, as used values; text that is no value of its field stays text."""
        return {name: editor.value() for name, editor in self.editors.items()}

    def values(self) -> Values:
        """Return the whole record as it would be now: what was filled in, and what the form holds."""
        return {**self._filled, **self.draft()}

    def changed(self) -> Values:
        """Return the fields that differ from what was filled in."""
        return {
            name: value
            for name, value in self.draft().items()
            if value != self._filled.get(name) and not (is_empty(value) and is_empty(self._filled.get(name)))
        }

    # ------------------------------------------------------------ marks

    def mark(self, error: VillageDeskError) -> None:
        """Mark every field with a problem in words and lead to the first; the `failed` of a command."""
        problems = error.problems if isinstance(error, Invalid) else ()
        self.mark_problems(problems)

    def mark_problems(self, problems: Iterable[Problem]) -> None:
        """Mark fields of this record; problems of others are passed over."""
        first = ""
        for problem in problems:
            if problem.field in self.editors:
                self.editors[problem.field].mark(problem_text(problem))
                first = first or problem.field
        if first:
            self.focus_field(first)

    def problem(self, field: str) -> str:
        """Return what stands under a field, or ""."""
        return self.editors[field].marked()

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Keep what the township said standing under the very fields."""
        for name, editor in self.editors.items():
            editor.remark(remarks.get(name, ""))

    def show_needed(self, move: str) -> None:
        """Mark the fields a workflow move needs."""
        for editor in self.editors.values():
            editor.show_needed(needed=bool(move) and move in editor.spec.required)

    def lock(self, reason: str, of_field: str) -> None:
        """Let nothing be edited, for a reason; with "" all but what the program fills (`of_field`)."""
        for editor in self.editors.values():
            editor.lock(reason or (of_field if editor.spec.read_only else ""))

    # ------------------------------------------------------------ the cursor

    def composing(self) -> bool:
        """Say whether an input method is composing anywhere in the form."""
        return any(editor.composing() for editor in self.editors.values())

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field and bring it into view."""
        editor = self.editors.get(name)
        if editor:
            editor.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show(editor)

    def focus_first(self, *, empty: bool) -> None:
        """Put the cursor into the first field, or with `empty` into the first that holds nothing."""
        free = [name for name, editor in self.editors.items() if not empty or editor.value() is None]
        self.focus_field(next(iter(free or self.editors), ""))

    def _go_on(self, name: str) -> None:
        names = list(self.editors)
        place = names.index(name) + 1
        if place < len(names):
            self.focus_field(names[place])
        else:
            self.editors[name].check()
            self.finished.emit()

    def _came(self, name: str) -> None:
        self._show(self.editors[name])
        self.reached.emit(name)

    def _show(self, editor: Editor) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(editor, 0, theme.current().px(24))


def _least(spec: Spec, editor: Editor) -> int:
    """Return the least width of an editor: choices show their longest label, as far as it is not too long."""
    if isinstance(editor, ChoiceEditor) and spec.name not in _SHORT:
        return min(max(_LEAST["choice"], editor.longest() * _LETTER + _ARROW), _LEAST["note"])
    return _LEAST.get(spec.face, _least_text(spec))


def _least_text(spec: Spec) -> int:
    if spec.masked:
        return 200 if spec.check == "id_card" else _LEAST_TEXT
    return 210 if (spec.high or 0) > 100 else _LEAST_TEXT
