"""Statistics: which table, where, over which time; each number leads to its records (统计报表)."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from ui import theme
from ui.desk import Desk
from ui.desk_paper import DeskPaper
from ui.models.number_model import NumberModel
from ui.pages import statistics_texts as texts
from ui.pages.behind import BehindPage
from ui.pages.indicators import IndicatorsPage
from ui.pages.register import RegisterPage
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.desk_paper_view import DeskPaperView
from ui.widgets.entry import Entry
from ui.widgets.inputs import Pick
from ui.widgets.labels import label
from ui.widgets.number_table import NumberTable
from ui.widgets.panels import Panel
from village_desk import statistics, times, typed
from village_desk.session import Changes, Session
from village_desk.statistics import TABLES, Asked, Cell, Counted, Period, Place, Span, wording

_ANY = ""
_SPANS: tuple[Span, ...] = ("month", "quarter", "half", "year")


class StatisticsPage(QStackedWidget):
    """The table; the records behind a number; the paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.today = times.legal_day(desk.session.now())
        self._period = statistics.period_of("quarter", self.today)
        self.counted: Counted | None = None
        self._question = 0
        self.main = QWidget()
        self.behind = BehindPage(desk)
        self.behind.back.connect(self._show_table)
        self.paper = DeskPaperView(desk)
        self.paper.back.connect(self._show_table)
        self.register = RegisterPage(desk)
        self.register.back.connect(self._show_table)
        self.indicators = IndicatorsPage(desk)
        self.indicators.back.connect(self._show_table)
        self._make_choices()
        self._make_table()
        self._lay_out()
        for page in (self.main, self.behind, self.paper, self.register, self.indicators):
            self.addWidget(page)
        desk.changed.connect(self._heard)
        desk.ask(statistics.places, self._show_places)

    # ------------------------------------------------------------ making

    def _make_choices(self) -> None:
        self.tables = _pick(self.tr("Table"), 26)
        for name, table in TABLES.items():
            self.tables.addItem(table.title, name)
        if "adviser" in self._desk.session.actor.roles:
            self.tables.setCurrentIndex(self.tables.findData(statistics.ADVISER_WORK))
        self.places = _pick(self.tr("Place"), 8)
        self.spans = _pick(self.tr("Period"), 5)
        names = (self.tr("Month"), self.tr("Quarter"), self.tr("Half-year"), self.tr("Year"))
        for name, span in zip(names, _SPANS, strict=True):
            self.spans.addItem(name, span)
        self.spans.addItem(self.tr("Any two days"), _ANY)
        self.spans.setCurrentIndex(1)
        for pick in (self.tables, self.places):
            pick.currentIndexChanged.connect(lambda _place: self.refresh())
        self.spans.currentIndexChanged.connect(lambda _place: self._choose_span())
        self.period = label("", "heading")
        self.before = Button("", partial(self._step, statistics.before), icon_name="fa6s.chevron-left")
        self.after = Button("", partial(self._step, statistics.after), icon_name="fa6s.chevron-right")
        self.before.setAccessibleName(self.tr("The period before"))
        self.after.setAccessibleName(self.tr("The period after"))
        self.since, self.until = Entry(self.tr("From")), Entry(self.tr("To"))
        for entry in (self.since, self.until):
            entry.edit.setPlaceholderText("20261121")
            entry.edit.setFixedWidth(theme.current().px(130))
            entry.edit.editingFinished.connect(self._take_days)
            entry.hide()

    def _make_table(self) -> None:
        self.model = NumberModel()
        self.table = NumberTable(self.model)
        self.table.setAccessibleName(self.tr("Numbers; Enter shows the records behind one"))
        self.table.opened.connect(self.open_cell)
        self.zero = Panel("good")
        self.odds = Panel("attention")
        self.print_button = Button(self.tr("Print"), self._print, key="F8", icon_name="fa6s.print")
        self.file_button = Button(self.tr("Save as XLSX"), self._choose_file, icon_name="fa6s.file-excel")
        self.register_button = Button(self.tr("Case register"), self._show_register, icon_name="fa6s.book")
        self.indicators_button = Button(
            self.tr("Indicators"), self._show_indicators, icon_name="fa6s.gauge-high"
        )
        for key, step in (("Alt+Left", statistics.before), ("Alt+Right", statistics.after)):
            short = QShortcut(
                QKeySequence(key), self.main, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            short.activated.connect(partial(self._step, step))

    def _lay_out(self) -> None:
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        title = label(self.tr("Statistics"), "title")
        top = row(title, None, spacing=12)
        top.addLayout(
            row(self.indicators_button, self.register_button, self.file_button, self.print_button, spacing=12)
        )
        layout.addLayout(top)
        layout.addLayout(row(self.tables, self.places, self.spans, None, spacing=12))
        layout.addLayout(row(self.before, self.period, self.after, self.since, self.until, None, spacing=12))
        layout.addWidget(self.zero)
        layout.addWidget(self.odds)
        layout.addWidget(self.table, 1)
        self.counts = label("", "small")
        layout.addWidget(self.counts)
        self.main.setLayout(layout)
        self._show_period()

    # ------------------------------------------------------------ what the window calls

    def refresh(self) -> None:
        """Count anew what is chosen."""
        if self.currentWidget() is self.behind:
            self.behind.refresh()
        if not self.places.count():
            return
        asked, self._question = self.asked(), self._question + 1
        self._desk.ask_slowly(
            lambda session: statistics.counted(session, asked), partial(self._show, self._question)
        )

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "The tables come out of the cases by themselves; nothing is typed here. Choose the table, the "
            "place and the period (Alt+Left and Alt+Right step through it). Enter on a number shows the "
            "records behind it. When numbers do not agree, a sentence says which records to look at."
        )

    # ------------------------------------------------------------ what is asked for

    def asked(self) -> Asked:
        """Return what is chosen."""
        return Asked(TABLES[self.tables.currentData()], self._period, str(self.places.currentData() or ""))

    def place(self) -> str:
        """Return the name of the place whose numbers are shown, or of the chosen one while there are none."""
        at = self.places.findData(self.counted.asked.place) if self.counted else -1
        return self.places.itemText(at) if at >= 0 else self.places.currentText()

    def _show_places(self, found: list[Place]) -> None:
        self.places.blockSignals(True)
        for place in found:
            self.places.addItem(place.name, place.code)
        self.places.blockSignals(False)
        self.places.setEnabled(len(found) > 1)
        self.refresh()

    def _choose_span(self) -> None:
        span = self.spans.currentData()
        free = span == _ANY
        for entry in (self.since, self.until):
            entry.setVisible(free)
        for button in (self.before, self.after):
            button.setVisible(not free)
        if free:
            self.since.edit.setText(f"{self._period.first:%Y%m%d}")
            self.until.edit.setText(f"{self._period.last:%Y%m%d}")
        else:
            self._period = statistics.period_of(span, min(self._period.last, self.today))
        self._show_period()
        self.refresh()

    def _step(self, step: Callable[[Span, Period], Period]) -> None:
        span = self.spans.currentData()
        if span != _ANY:
            self._period = step(span, self._period)
            self._show_period()
            self.refresh()

    def _take_days(self) -> None:
        first, last = self._day(self.since), self._day(self.until)
        if first and last and first > last:
            self.until.mark(self.tr("This day lies before the first one."))
        elif first and last and Period(first, last) != self._period:
            self._period = Period(first, last)
            self._show_period()
            self.refresh()

    def _day(self, entry: Entry) -> date | None:
        day = typed.read_day(entry.text().strip(), self.today)
        entry.mark("" if day else self.tr("Write the day as eight digits, such as 20261121."))
        return day

    def _show_period(self) -> None:
        self.period.setText(self._period.name)

    # ------------------------------------------------------------ what is shown

    def _heard(self, _changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, question: int, counted: Counted) -> None:
        if question != self._question:
            return
        kept = self.table.currentIndex()
        same = self.counted is not None and self.counted.asked == counted.asked
        self.counted = counted
        self.model.show(counted)
        if same:
            self.table.setCurrentIndex(self.model.index(kept.row(), kept.column()))
        self.zero.say(wording.zero_text(counted.asked.table) if counted.empty else "")
        self.counts.setText(wording.counts_text(counted.asked.table))
        links = [
            (wording.failed_text(one), partial(self.open_cell, Cell(one.name, check=True)))
            for one in counted.failed
            if one.records
        ]
        self.odds.say(
            self.tr("Some numbers do not agree. Look at these records:") if links else "", links=links
        )

    def open_cell(self, cell: Cell) -> None:
        """Show the records behind a number, or those at odds with a check."""
        if self.counted is None:
            return
        if cell.check:
            title = next(wording.failed_text(one) for one in self.counted.failed if one.name == cell.column)
        else:
            title = f"{self.model.title(cell)} · {self.counted.asked.period.name}"
        self.behind.open(self.counted.asked, cell, title)
        self.setCurrentWidget(self.behind)

    def _show_table(self) -> None:
        self.setCurrentWidget(self.main)
        self.table.setFocus()

    # ------------------------------------------------------------ paper and file

    def _print(self) -> None:
        if self.counted:
            counted, place = self.counted, self.place()
            self._desk.ask_slowly(lambda session: texts.paper_of(session, counted, place), self._show_paper)

    def _show_paper(self, paper: DeskPaper) -> None:
        self.paper.show_paper(paper)
        self.setCurrentWidget(self.paper)

    def _show_register(self) -> None:
        """Show the register of the cases of the chosen place and period."""
        if self.places.count():
            place = Place(str(self.places.currentData()), self.places.currentText())
            self.register.open(place, self._period)
            self.setCurrentWidget(self.register)

    def _show_indicators(self) -> None:
        """Show the 22 indicators of the chosen place and period."""
        if self.places.count():
            self.indicators.open(self.asked(), self.places.currentText())
            self.setCurrentWidget(self.indicators)

    def _choose_file(self) -> None:
        if self.counted is None:
            return
        proposed = texts.file_name(self.counted, self.place())
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_file(Path(name))

    def save_file(self, path: Path) -> None:
        """Write the table shown as a spreadsheet to `path`."""
        if self.counted is None:
            return
        counted, place = self.counted, self.place()

        def write(session: Session) -> None:
            from ui.pages import statistics_file  # noqa: PLC0415 - the library takes its time, and is rarely needed

            statistics_file.write(session, counted, place, path)

        self._desk.ask_slowly(write, lambda _none: self._saved())

    def _saved(self) -> None:
        self._desk.tell(self.tr("The table has been saved."), "good")


def _pick(name: str, characters: int) -> Pick:
    pick = Pick()
    pick.setAccessibleName(name)
    pick.setMinimumContentsLength(characters)
    return pick
