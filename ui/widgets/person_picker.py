"""Search before create: who came is looked for while one types, so that nobody is entered twice."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, column
from ui.widgets.editors import LineEditor, title_of
from ui.widgets.flow import FieldFlow, WrapRow
from ui.widgets.labels import label
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.profile import Profile
from village_desk.queries import persons
from village_desk.queries.persons import Described, Likeness, Why
from village_desk.queries.records import Record
from village_desk.shown import shown

PAUSE_MS = 250
_FIELDS = (("name", 4), ("id_number", 5), ("phone", 3))
_SHOWN = ("name", "sex", "born_on", "id_number", "phone", "address")


def person_line(profile: Profile, person: Record) -> str:
    """Return one line that tells a person apart from others, numbers masked."""
    specs = KINDS["person"].fields
    cells = [shown(profile, specs[name], person.values.get(name)) for name in _SHOWN]
    return "    ".join(cell for cell in cells if cell)


_WHY = {
    "number": N_("persons", "same number"),
    "name_and_birth": N_("persons", "same name and date of birth"),
    "name_and_phone": N_("persons", "same name and phone"),
    "phone": N_("persons", "same phone"),
    "name": N_("persons", "same name"),
    "sound": N_("persons", "the name sounds the same"),
}


def why_text(why: Why) -> str:
    """Return why somebody already known may be the one looked for; "" where the words only resemble."""
    return translated("persons", _WHY[why]) if why in _WHY else ""


class PersonPicker(QWidget):
    """Three lines to type into, the likely persons under them, and what to do.

    Signals:
        taken: The person chosen, as a `Record`.
        made: Values of a new person.
        named: Values to go on with, without an entry in the register of persons.
    """

    taken = Signal(object)
    made = Signal(dict)
    named = Signal(dict)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: list[Likeness] = []
        self._wanted = 0
        kind = KINDS["person"]
        self.editors = {
            name: LineEditor(kind.fields[name], title_of(kind.fields[name])) for name, _span in _FIELDS
        }
        flow = FieldFlow()
        for name, span in _FIELDS:
            editor = self.editors[name]
            flow.add(editor, span, theme.current().px(170))
            editor.edited.connect(self._soon)
            editor.went_on.connect(self._enter)
            editor.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Persons already known"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.words = label("", "small", wrap=True)
        self.take_button = Button(self.tr("Take this person"), self._take, look="main", key="Ctrl+Return")
        self.new_button = Button(self.tr("Enter as a new person"), self._make)
        self.name_button = Button(self.tr("Only write down the name"), self._name)
        card = Card(self.tr("Who is it?"))
        card.body.addLayout(flow)
        card.body.addWidget(self.words)
        card.body.addWidget(self.list, 1)
        buttons = WrapRow(8, right=True)
        for button in (self.name_button, self.new_button, self.take_button):
            buttons.put(button)
        card.body.addLayout(buttons)
        layout = column(0)
        layout.addWidget(card, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        for editor in self.editors.values():
            editor.set_value(None)
            editor.mark("")
        self._show([])

    def begin(self) -> None:
        """Put the cursor into the name."""
        self.editors["name"].line.setFocus()

    def values(self) -> Values:
        """Return what was typed."""
        return {name: value for name, editor in self.editors.items() if (value := editor.value()) is not None}

    def _soon(self) -> None:
        self._timer.start()

    def _ask(self) -> None:
        typed = {name: str(value) for name, value in self.values().items()}
        self._wanted += 1
        wanted = self._wanted
        if not typed:
            self._show([])
            return
        self._desk.ask(
            lambda session: persons.likenesses(
                session,
                Described(typed.get("name", ""), typed.get("id_number", ""), typed.get("phone", "")),
            ),
            lambda found: self._show(found) if wanted == self._wanted else None,
        )

    def _show(self, found: Sequence[Likeness]) -> None:
        self._found = list(found)
        self.list.clear()
        for one in found:
            line = person_line(self._desk.session.profile, one.person)
            self.list.addItem(QListWidgetItem(f"{line}    {why_text(one.why)}".rstrip()))
        if found:
            self.list.setCurrentRow(0)
        typed = bool(self.values())
        self.list.setVisible(bool(found))
        self.take_button.setEnabled(bool(found))
        self.new_button.setEnabled(bool(self.values().get("name")))
        if found:
            self.words.setText(self.tr("Already known, most likely first. Arrows choose, Enter takes."))
        elif typed:
            self.words.setText(self.tr("Nobody like this is known here yet."))
        else:
            self.words.setText(self.tr("Type a name, pinyin initials, an ID card number or a phone number."))

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._ask()
        elif self._found:
            self._take()
        else:
            (self.new_button if self.new_button.isEnabled() else self.name_button).setFocus()

    def _take(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._found):
            self.taken.emit(self._found[place].person)

    def _make(self) -> None:
        wrong = [editor for editor in self.editors.values() if editor.problem()]
        for editor in wrong:
            editor.check()
        if wrong:
            wrong[0].input.setFocus()
        else:
            self.made.emit(self.values())

    def _name(self) -> None:
        self.named.emit(self.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk in the list while the cursor stays in a line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            if self._found:
                place = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(min(max(place, 0), len(self._found) - 1))
            return True
        return super().eventFilter(watched, event)
