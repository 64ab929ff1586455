"""The first start: four steps, each one page, and nothing asked that can wait."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.gates.first_start_steps import CountyStep, PersonStep, RoomStep
from ui.gates.gate import Gate
from ui.texts import sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label
from ui.widgets.recovery_sheet import RecoverySheet
from village_desk import divisions
from village_desk.errors import VillageDeskError

_WIDTH = 860
_STEP_HEIGHT = 380
_PERSON, _RECOVERY = 2, 3


@dataclass(frozen=True, slots=True, repr=False)
class FirstAnswers:
    """What the first three steps gave.

    Attributes:
        unit: Division code of the room, 12 digits, or of the judicial office, 9 digits.
        name: Of the person.
        role: Of the rights table.
        password: Theirs, already checked.
        pin: For the locked screen, or "".
        county_address: Of the county server, or "".
        code: One-time enrolment code, or "".
    """

    unit: str
    name: str
    role: str
    password: str
    pin: str
    county_address: str
    code: str


class FirstStartPage(Gate):
    """Leads through the four steps.

    Signals:
        answered: `FirstAnswers`, after the third step: make the desk, then call `show_recovery`.
        finished: The recovery sheet has been proved.
    """

    answered = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.county, self.room, self.person, self.recovery = (
            CountyStep(),
            RoomStep(),
            PersonStep(),
            RecoverySheet(),
        )
        self._titles = (
            self.tr("Which county?"),
            self.tr("Which room?"),
            self.tr("Who works here?"),
            self.tr("The recovery sheet"),
        )
        self.place = label(look="small")
        self.title = label(look="title")
        self.words = label(tone="attention", wrap=True)
        self.steps = QStackedWidget()
        self.steps.setMinimumHeight(_STEP_HEIGHT)
        for step in (self.county, self.room, self.person, self.recovery):
            self.steps.addWidget(step)
            step.taken.connect(self.go_on)
        self.back_button = Button(self.tr("Back"), self.go_back, key="Esc")
        self.next_button = Button(self.tr("Next"), self.go_on, look="main", key="Ctrl+Return")
        card = Card()
        card.body.addWidget(self.steps, 1)
        card.body.addWidget(self.words)
        card.body.addLayout(row(self.back_button, None, self.next_button))
        self.body.addWidget(self.place)
        self.body.addWidget(self.title)
        self.body.addWidget(card, 1)
        self._show(0)

    def step(self) -> int:
        """Return the number of the step, from 0."""
        return self.steps.currentIndex()

    def go_on(self) -> None:
        """Go to the next step, or say what is missing."""
        problem = (self.county, self.room, self.person, self.recovery)[self.step()].problem()
        self.words.setText(problem)
        self.words.setVisible(bool(problem))
        if problem:
            return
        if self.step() == _PERSON:
            self.next_button.setEnabled(False)
            self.words.setText(self.tr("Making the encrypted file …"))
            self.words.show()
            self.answered.emit(self.answers())
        elif self.step() == _RECOVERY:
            self.finished.emit()
        else:
            self._show(self.step() + 1)

    def go_back(self) -> None:
        """Go to the step before; what was typed stays."""
        if 0 < self.step() < _RECOVERY:
            self._show(self.step() - 1)

    def answers(self) -> FirstAnswers:
        """Return what was answered so far."""
        joins = self.county.has_code.isChecked()
        return FirstAnswers(
            unit=self.room.unit(),
            name=self.person.name.text().strip(),
            role=str(self.person.role.currentData()),
            password=self.person.password.text(),
            pin=self.person.pin.text(),
            county_address=self.county.address.text().strip() if joins else "",
            code=self.county.code.text().strip() if joins else "",
        )

    def show_recovery(self, text: str) -> None:
        """Show the recovery key of the desk that was made; from here no way leads back."""
        self.person.password.edit.clear()
        self.person.again.edit.clear()
        answers = self.answers()
        self.recovery.show_key(text, f"{divisions.full_name(answers.unit)}  {answers.name}")
        self._show(_RECOVERY)

    def show_error(self, error: VillageDeskError) -> None:
        """Say why the desk could not be made; everything typed stays."""
        self.next_button.setEnabled(True)
        self.words.setText(sentence_of(error))
        self.words.show()

    def _show(self, step: int) -> None:
        if step == 1:
            self.room.show_county(self.county.county())
        if step == _PERSON:
            self.person.show_roles(self.room.roles())
        self.steps.setCurrentIndex(step)
        self.place.setText(
            self.tr("Step {number} of {count}").format(number=step + 1, count=self.steps.count())
        )
        self.title.setText(self._titles[step])
        self.words.hide()
        self.back_button.setVisible(0 < step < _RECOVERY)
        self.next_button.setEnabled(True)
        self.next_button.show_text(self.tr("Begin to work") if step == _RECOVERY else self.tr("Next"))
        self.setFocusProxy(self.steps.currentWidget())  # whoever shows the page lets one type at once
        self.setFocus()
