"""The cards of taking in a ledger: what its columns mean, and what would happen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar

from ui.texts import problem_text, sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row, scrolling
from ui.widgets.editors import title_of
from ui.widgets.inputs import Pick, Tick
from ui.widgets.labels import label, set_tone
from village_desk.commands.importing import Plan, Planned, Wrong
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS
from village_desk.ledger_columns import PARTIES, TARGETS, Target
from village_desk.ledgers import Ledger

SHOWN_WRONG = 200
"""Wrong cells on the screen; the printed list has them all."""
_EXAMPLE = 24
_SIDES = {"applicant": N_("ledger", "Applicant: {field}"), "respondent": N_("ledger", "Respondent: {field}")}
_BOTH = N_("ledger", "Both parties in one cell")


def target_text(target: Target) -> str:
    """Return what a column can mean, as it is offered."""
    if target.name == PARTIES:
        return translated("ledger", _BOTH)
    title = title_of(KINDS[target.kind].fields[target.field])
    return translated("ledger", _SIDES[target.side]).format(field=title) if target.side else title


class ColumnsCard(Card):
    """What each column of the ledger means.

    Signals:
        changed: Somebody said of a column that it means something else.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("2. What the columns mean"), "heading"))
        words = self.tr("Look whether each column was recognised. What you choose here is remembered.")
        self.body.addWidget(label(words, "small", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self.body.addLayout(self._grid)
        self.picks: list[Pick] = []

    def show_columns(self, ledger: Ledger, meanings: tuple[str, ...]) -> None:
        """Show a line for each column, with the first cell of it that is not empty."""
        clear(self._grid)
        self.picks = []
        for place, (heading, meaning) in enumerate(zip(ledger.head, meanings, strict=True)):
            example = next((cells[place] for _number, cells in ledger.rows if cells[place]), "")
            pick = Pick()
            pick.setAccessibleName(heading)
            pick.addItem(self.tr("Not taken over as a field"), "")
            for target in TARGETS:
                pick.addItem(target_text(target), target.name)
            pick.setCurrentIndex(max(0, pick.findData(meaning)))
            pick.activated.connect(partial(self._chosen, place))
            self._grid.addWidget(label(heading or self.tr("(no heading)")), place, 0)
            self._grid.addWidget(label(example.replace("\n", " ")[:_EXAMPLE], "small"), place, 1)
            self._grid.addWidget(pick, place, 2)
            self.picks.append(pick)
        for at, share in enumerate((3, 4, 5)):
            self._grid.setColumnStretch(at, share)

    def meanings(self) -> tuple[str, ...]:
        """Return what the columns mean now."""
        return tuple(str(pick.currentData()) for pick in self.picks)

    def _chosen(self, place: int, _index: int) -> None:
        """Two columns cannot be the same field: the later choice counts."""
        meaning = self.picks[place].currentData()
        for other, pick in enumerate(self.picks):
            if other != place and meaning and pick.currentData() == meaning:
                pick.setCurrentIndex(0)
        self.changed.emit()


class PlanCard(Card):
    """What taking the ledger in would do, and the button that does it.

    Signals:
        asked: Take these rows in: a list of `Planned`.
        printed: Show the list of what does not fit.
    """

    asked = Signal(list)
    printed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan = Plan((), (), ())
        self.body.addWidget(label(self.tr("3. What would happen"), "heading"))
        self.words = label("", wrap=True)
        self.wrong = column(2)
        self.twins = Tick()
        self.twins.toggled.connect(self._count)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.take_button = Button("", self._take, look="main", key="Ctrl+Return")
        self.print_button = Button(
            self.tr("Print what does not fit"), self.printed.emit, icon_name="fa6s.print"
        )
        self.lines = scrolling(self.wrong)
        self.lines.setMinimumHeight(200)
        self.body.addWidget(self.words)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.twins)
        self.body.addWidget(self.bar)
        self.body.addLayout(row(self.take_button, self.print_button, None))

    def show_plan(self, plan: Plan) -> None:
        """Show how many rows fit, which are here already, and every cell that is wrong."""
        self._plan = plan
        words = self.tr("{fitting} cases fit. {wrong} rows do not fit; they stay in your spreadsheet.")
        self._say(words.format(fitting=len(plan.fitting), wrong=plan.wrong_rows), "plain")
        twins = self.tr("Take in also {count} rows that look like cases which are here already")
        self.twins.setText(twins.format(count=len(plan.twins)))
        self.twins.setChecked(False)
        self.twins.setVisible(bool(plan.twins))
        self._fill()
        self._count()

    def show_trouble(self, error: VillageDeskError) -> None:
        """Say why nothing can be taken in."""
        self.show_plan(Plan((), (), ()))
        self._say(sentence_of(error), "attention")

    def show_waiting(self) -> None:
        """Say that it is being found out what would happen; until then nothing can be taken in."""
        self.show_plan(Plan((), (), ()))
        self._say(self.tr("Looking through the rows …"), "plain")

    def busy(self, total: int) -> None:
        """Show that rows are being taken in: `total` of them, 0 when that has ended."""
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(0)
        self.bar.setVisible(bool(total))
        for one in (self.take_button, self.twins):
            one.setEnabled(not total)

    @property
    def wanted(self) -> list[Planned]:
        """The rows to be taken in, in the order of the ledger."""
        twins = self._plan.twins if self.twins.isChecked() else ()
        return sorted((*self._plan.fitting, *twins), key=lambda one: one.row)

    @property
    def faults(self) -> tuple[Wrong, ...]:
        """All wrong cells."""
        return self._plan.wrong

    def _say(self, words: str, tone: str) -> None:
        self.words.setText(words)
        set_tone(self.words, tone)

    def _fill(self) -> None:
        clear(self.wrong)
        line = self.tr("Row {row}, {column}: {what}")
        for one in self._plan.wrong[:SHOWN_WRONG]:
            text = line.format(row=one.row, column=one.heading, what=problem_text(one.problem))
            self.wrong.addWidget(label(text, "small", wrap=True))
        known = self.tr("Row {row} looks like {twin}")
        for twin in self._plan.twins[:SHOWN_WRONG]:
            self.wrong.addWidget(label(known.format(row=twin.row, twin=_twin(twin.twin)), "small", wrap=True))
        self.lines.setVisible(bool(self._plan.wrong or self._plan.twins))
        self.print_button.setVisible(bool(self._plan.wrong))

    def _count(self) -> None:
        self.take_button.show_text(self.tr("Take in {count} cases").format(count=len(self.wanted)))
        self.take_button.setEnabled(bool(self.wanted))

    def _take(self) -> None:
        self.asked.emit(self.wanted)


def _twin(text: str) -> str:
    rows = translated("ledger", N_("ledger", "row {row} of this ledger"))
    return rows.format(row=text[1:]) if text.startswith("#") else text
