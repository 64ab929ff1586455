"""The four steps of a first start: which county, which room, who, and the recovery sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QRadioButton, QWidget

from ui.texts import sentence_of
from ui.widgets.cards import column, row
from ui.widgets.entry import Entry
from ui.widgets.labels import label
from ui.widgets.picker import Line, Picker
from village_desk import divisions
from village_desk.divisions import Division
from village_desk.errors import VillageDeskError
from village_desk.keys.passwords import check_password, check_pin
from village_desk.rights import TOWNSHIP_DIGITS
from village_desk.roles import role_text

_COUNTY_DIGITS = 6
_ROOM_ROLES = ("village_clerk", "mediator", "adviser", "volunteer")
_OFFICE_ROLES = ("station_head", "station_staff")
_GROUPS_IN_ROW = 3


class CountyStep(QWidget):
    """Which county, found by name or pinyin; and the enrolment code, for who has one already."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counties = Picker(self.tr("County or district: name or pinyin initials"), self._lines)
        self.counties.taken.connect(self.taken)
        self.has_code = QCheckBox(self.tr("I have an enrolment code from the county"))
        self.address = Entry(self.tr("Address of the county server"))
        self.code = Entry(self.tr("Enrolment code"))
        self.has_code.toggled.connect(self._show_code)
        self._show_code(shown=False)
        layout = column(12)
        layout.addWidget(self.counties, 1)
        layout.addWidget(self.has_code)
        layout.addWidget(self.address)
        layout.addWidget(self.code)
        self.setLayout(layout)
        self.setFocusProxy(self.counties)

    def county(self) -> str:
        """Return the code of the county, or ""."""
        return self.counties.value()

    def problem(self) -> str:
        """Return what is still missing, or ""."""
        if not self.county():
            return self.tr("Type the name of the county and choose it from the list.")
        if self.has_code.isChecked() and not (self.address.text().strip() and self.code.text().strip()):
            return self.tr("The enrolment needs the address and the code; both stand on the county's letter.")
        return ""

    def _show_code(self, shown: bool) -> None:
        self.address.setVisible(shown)
        self.code.setVisible(shown)

    def _lines(self, text: str) -> Sequence[Line]:
        if not text:
            return []
        found = divisions.find(text, limit=200, counties_only=True)
        return [
            (one.code, divisions.full_name(one.code)) for one in found if len(one.code) == _COUNTY_DIGITS
        ][:30]


class RoomStep(QWidget):
    """Which room: a village of the county, or the township's judicial office."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Division] = []
        self.village_room = QRadioButton(self.tr("A village legal service room"))
        self.office = QRadioButton(self.tr("The judicial office of the township"))
        self.village_room.setChecked(True)
        self.townships = Picker(self.tr("Township"), lambda text: self._lines(text, self._townships()))
        self.villages = Picker(self.tr("Village"), lambda text: self._lines(text, self._villages()))
        self.townships.chosen.connect(lambda _code: self._show_villages())
        self.townships.taken.connect(lambda _code: self._next())
        self.villages.taken.connect(lambda _code: self.taken.emit())
        self.office.toggled.connect(self.villages.setDisabled)
        layout = column(12)
        layout.addLayout(row(self.village_room, self.office, None, spacing=24))
        lists = row(spacing=16)
        lists.addWidget(self.townships, 1)
        lists.addWidget(self.villages, 1)
        layout.addLayout(lists, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.townships)

    def show_county(self, code: str) -> None:
        """Show the townships of a county."""
        if not self._rows or not self._rows[0].code.startswith(code):
            self._rows = divisions.county(code)
            self.townships.refill()

    def unit(self) -> str:
        """Return the code of the unit: nine digits of a township, twelve of a village; or ""."""
        return self.townships.value() if self.office.isChecked() else self.villages.value()

    def roles(self) -> tuple[str, ...]:
        """Return the roles people have in such a unit."""
        return _OFFICE_ROLES if self.office.isChecked() else _ROOM_ROLES

    def problem(self) -> str:
        """Return what is still missing, or ""."""
        return "" if self.unit() else self.tr("Choose the township and the village.")

    def _next(self) -> None:
        if self.office.isChecked():
            self.taken.emit()
        else:
            self.villages.setFocus()

    def _show_villages(self) -> None:
        self.villages.edit.clear()
        self.villages.refill()

    def _townships(self) -> list[Division]:
        return [one for one in self._rows if len(one.code) == TOWNSHIP_DIGITS]

    def _villages(self) -> list[Division]:
        return [one for one in self._rows if one.parent == self.townships.value()]

    def _lines(self, text: str, rows: Sequence[Division]) -> Sequence[Line]:
        if text:
            codes = {one.code for one in divisions.find_in(text, rows, limit=200)}
            rows = [one for one in rows if one.code in codes]
        return [(one.code, one.short_name) for one in rows]


class PersonStep(QWidget):
    """Who works here: name, role, password and PIN; the rules are told while typing, not afterwards."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Entry(self.tr("Name"), self.tr("As it is written on papers"))
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role"))
        self.password = Entry(
            self.tr("Password"), self.tr("Ten characters, or four different words"), secret=True
        )
        self.again = Entry(self.tr("Password once more"), secret=True)
        self.pin = Entry(
            self.tr("PIN for the locked screen (may be left empty)"),
            self.tr("4 to 12 digits; it opens the locked screen only, never the file"),
            secret=True,
        )
        role = column(4)
        role.addWidget(label(self.tr("Role"), "small"))
        role.addWidget(self.role)
        role.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.name, 0, 0)
        grid.addLayout(role, 0, 1)
        grid.addWidget(self.password, 1, 0)
        grid.addWidget(self.again, 1, 1)
        grid.addWidget(self.pin, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        self.setLayout(grid)
        self.setFocusProxy(self.name)
        self.password.edit.textChanged.connect(lambda _text: self._tell_rule())
        self.again.edit.textChanged.connect(lambda _text: self._tell_same())
        self.name.edit.returnPressed.connect(self.role.setFocus)
        self.password.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self.pin.setFocus)
        self.pin.edit.returnPressed.connect(self.taken)

    def show_roles(self, roles: Sequence[str]) -> None:
        """Offer the roles of this unit; the one chosen before stays if it is among them."""
        before = self.role.currentData()
        self.role.clear()
        for role in roles:
            self.role.addItem(role_text(role), role)
        self.role.setCurrentIndex(max(self.role.findData(before), 0))

    def problem(self) -> str:
        """Return the first thing that is missing or too weak, or ""."""
        if not self.name.text().strip():
            self.name.setFocus()
            return self.tr("Type the name.")
        weak = _problem_of(lambda: check_password(self.password.text(), self.name.text()))
        if weak:
            self.password.mark(weak)
            self.password.setFocus()
            return weak
        if self.password.text() != self.again.text():
            self.again.setFocus()
            return self.tr("The two passwords are not the same.")
        return self._pin_problem()

    def _pin_problem(self) -> str:
        wrong = _problem_of(lambda: check_pin(self.pin.text())) if self.pin.text() else ""
        self.pin.mark(wrong)
        if wrong:
            self.pin.setFocus()
        return wrong

    def _tell_rule(self) -> None:
        if not self.password.text():
            self.password.mark()
            return
        weak = _problem_of(lambda: check_password(self.password.text(), self.name.text()))
        self.password.mark(weak or self.tr("Good enough."), "secondary" if weak else "good")
        self._tell_same()

    def _tell_same(self) -> None:
        if not self.again.text():
            self.again.mark()
        elif self.again.text() == self.password.text():
            self.again.mark(self.tr("The same."), "good")
        else:
            self.again.mark(self.tr("Not yet the same."), "secondary")


def _problem_of(check: Callable[[], None]) -> str:
    try:
        check()
    except VillageDeskError as error:
        return sentence_of(error)
    return ""
