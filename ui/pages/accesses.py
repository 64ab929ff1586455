"""Who read what is kept back, who took records out, and why somebody looked in an emergency (查看和导出记录).

The head of the township's office sees it for all villages, everybody else for themselves. Here too a record
that is open to its named readers only is opened with a reason.
"""

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui import theme
from ui.desk import Desk
from ui.desk_paper import about_lines
from ui.texts import kind_text, moment_text
from ui.widgets.asking import ask_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.entry import Entry
from ui.widgets.flow import FieldFlow
from ui.widgets.inputs import Pick
from ui.widgets.labels import label, set_tone
from ui.widgets.record_table import ROW_HEIGHT, as_list
from village_desk import times, typed
from village_desk.commands.exports import log_export
from village_desk.commands.glass import break_glass
from village_desk.divisions import division
from village_desk.kinds import KINDS
from village_desk.kinds.access import ACCESS
from village_desk.queries import accesses, integrity
from village_desk.queries.accesses import Access, KeptBack, Wanted
from village_desk.queries.integrity import History
from village_desk.session import Session
from village_desk.times import Moment, local_text

PAUSE_MS = 250
SHOWN_KEPT_BACK = 20
_DAY = timedelta(days=1)
_LETTERS = 14
_WIDTHS = (16, 12, 12, 24, 20, 12, 40)


class AccessesPage(QWidget):
    """Filters over a table of entries, whether the history holds, and what is kept back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: list[Access] = []
        self._heads = (
            self.tr("When"),
            self.tr("Who"),
            self.tr("What was done"),
            self.tr("Record"),
            self.tr("Village"),
            self.tr("Records taken out"),
            self.tr("Why"),
        )
        self.acts = [(code.code, code.label) for code in desk.session.profile.lists["access_act"]]
        self._make_filters()
        self._make_table()
        self.proof = label("", wrap=True)
        self.kept_title = label(self.tr("Open to their named readers only"), "heading")
        self.kept_words = label(
            self.tr(
                "In an emergency you may look at one: say why, and it opens for a working day. "
                "The head of the township's office and the county see it."
            ),
            "small",
            wrap=True,
        )
        self._kept = column(8)
        self.glass_buttons: list[Button] = []
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.refresh()

    # ------------------------------------------------------------ making

    def _make_filters(self) -> None:
        self.name = Entry(self.tr("Who"))
        self.since = Entry(self.tr("From day"))
        self.until = Entry(self.tr("To day"))
        for entry in (self.name, self.since, self.until):
            entry.edit.setClearButtonEnabled(True)
            entry.edit.textChanged.connect(lambda _text: self._timer.start())
        self.act, self.kind = Pick(), Pick()
        for pick, title in ((self.act, self.tr("What was done")), (self.kind, self.tr("Kind of record"))):
            pick.setAccessibleName(title)
            pick.setMinimumContentsLength(_LETTERS)
            pick.addItem(self.tr("{what}: all").format(what=title), "")
        for code, text in self.acts:
            self.act.addItem(text, code)
        for kind in KINDS.values():
            self.kind.addItem(kind_text(kind.name), kind.name)
        for pick in (self.act, self.kind):
            pick.currentIndexChanged.connect(lambda _place: self.refresh())

    def _make_table(self) -> None:
        self.found = label("", "small")
        self.table = QTableWidget(0, len(self._heads))
        self.table.setHorizontalHeaderLabels(self._heads)
        self.table.setAccessibleName(self.tr("Who read and took out records"))
        as_list(self.table)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.current().px(ROW_HEIGHT))
        heading = self.table.horizontalHeader()
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heading.setStretchLastSection(True)
        self.table.itemActivated.connect(self._open_line)
        self.more_button = Button(self.tr("Show earlier ones"), lambda: self._ask(len(self._found)))
        self.back_button = Button(self.tr("Back"), lambda: self._desk.go("sync"), icon_name="fa6s.arrow-left")
        self.prove_button = Button(self.tr("Check the history"), self._prove, icon_name="fa6s.link")
        self.sheet_button = Button(self.tr("Save as XLSX"), self._choose_file, icon_name="fa6s.file-excel")
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back_button.click)

    def _lay_out(self) -> None:
        px = theme.current().px
        filters = FieldFlow(12)
        for entry in (self.name, self.since, self.until):
            filters.add(entry, 3, px(150))
        holder = QWidget()
        holder.setLayout(filters)
        title = label(self.tr("Who read and took out records"), "title")
        kept = Card()
        kept.body.addWidget(self.kept_title)
        kept.body.addWidget(self.kept_words)
        kept.body.addLayout(self._kept)
        self.kept_card = kept
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(row(self.back_button, title, None, self.prove_button, self.sheet_button, spacing=12))
        layout.addWidget(self.proof)
        layout.addWidget(holder)
        layout.addLayout(row(self.act, self.kind, self.found, None, spacing=12))
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.more_button, None))
        layout.addWidget(kept)
        self.setLayout(layout)
        self.proof.hide()
        kept.hide()

    # ------------------------------------------------------------ what the window calls

    def refresh(self) -> None:
        """Ask anew for the entries and for what is kept back."""
        self._timer.stop()
        self._ask(0)
        self._desk.ask(accesses.kept_back, self._show_kept_back)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Each reading of hardship figures and of confidential records is written down here, each export, "
            "and each look in an emergency with its reason. Nobody can alter or remove an entry: “Check the "
            "history” proves it."
        )

    def wanted(self) -> Wanted:
        """Return what the filters say; a day that is none is marked and left out."""
        today = times.legal_day(self._desk.session.now())
        since, until = self._day(self.since, today), self._day(self.until, today)
        return Wanted(
            self.name.text().strip(),
            str(self.act.currentData() or ""),
            str(self.kind.currentData() or ""),
            _midnight(since) if since else 0,
            _midnight(until + _DAY) if until else 0,
        )

    def _day(self, entry: Entry, today: date) -> date | None:
        text = entry.text().strip()
        day = typed.read_day(text, today)
        wrong = len(text) >= len("1-1") and day is None
        entry.mark(self.tr("Write the day as eight digits, such as 20261121.") if wrong else "")
        return day

    # ------------------------------------------------------------ the entries

    def _ask(self, offset: int) -> None:
        wanted = self.wanted()
        self._desk.ask(
            lambda session: (
                accesses.page(session, wanted, offset),
                accesses.count(session, wanted),
                session.now(),
            ),
            lambda found: self._show(offset, *found),
        )

    def _show(self, offset: int, found: list[Access], total: int, now: Moment) -> None:
        if offset and offset != len(self._found):
            return  # filtered anew meanwhile
        self._found = self._found[:offset] + found
        self.table.setRowCount(len(self._found))
        for place, one in enumerate(found, offset):
            for at, text in enumerate(self._line(one, moment_text(one.at, now))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(place, at, item)
        self.found.setText(self.tr("{count} entries").format(count=total))
        self.more_button.setVisible(len(self._found) < total)

    def _line(self, one: Access, when: str) -> tuple[str, ...]:
        held = division(one.scope)
        what = kind_text(one.kind) if one.kind in KINDS else self.tr("Several kinds")
        return (
            when,
            one.by,
            dict(self.acts).get(one.act, one.act),
            f"{what}　{one.record_id.hex()[-6:]}" if one.record_id else what,
            held.short_name if held else one.scope,
            str(one.records or ""),
            one.reason,
        )

    def _open_line(self, item: QTableWidgetItem) -> None:
        one = self._found[item.row()]
        if one.record_id and one.kind in KINDS:
            self._desk.open_record(one.kind, one.record_id)

    # ------------------------------------------------------------ proof and file

    def _prove(self) -> None:
        self.proof.setText(self.tr("Checking…"))
        self.proof.show()
        self._desk.ask_slowly(lambda session: integrity.verify(session.store), self._proved)

    def _proved(self, history: History) -> None:
        if history.sound:
            words = self.tr(
                "The history is whole: {count} changes of this desk, each follows from the one before; "
                "the county's log of {log} rows is the one it signed."
            ).format(count=history.changes, log=history.log)
        else:
            at = history.broken_at or (history.false_receipts + history.log_faults)[0]
            words = self.tr(
                "The history was altered: it breaks at {at}. Do not go on working on this PC, and tell the "
                "county."
            ).format(at=at)
        self.proof.setText(words)
        set_tone(self.proof, "good" if history.sound else "danger")

    def _choose_file(self) -> None:
        proposed = f"{self.tr('Who read and took out records')}.xlsx"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, path: Path) -> None:
        """Write the entries, as they are filtered, as a spreadsheet to `path`; it is not encrypted."""
        wanted = self.wanted()

        def write(session: Session) -> int:
            from village_desk import exports  # noqa: PLC0415 - the library takes its time

            found = accesses.page(session, wanted, limit=accesses.count(session, wanted))
            rows = tuple(self._line(one, local_text(one.at)) for one in found)
            heads = tuple((head, 1) for head in self._heads)
            title = self.tr("Who read and took out records")
            sheet = exports.Sheet(title, about_lines(session), (heads,), rows, _WIDTHS)
            exports.save(path, exports.workbook(sheet))
            log_export(session, ACCESS, len(rows))
            return len(rows)

        words = self.tr("{count} entries were saved. The file is not encrypted: keep it to yourself.")
        self._desk.ask_slowly(write, lambda count: self._desk.tell(words.format(count=count), "attention"))

    # ------------------------------------------------------------ what is kept back

    def _show_kept_back(self, found: list[KeptBack]) -> None:
        clear(self._kept)
        self.glass_buttons = []
        for one in found[:SHOWN_KEPT_BACK]:
            text = f"{kind_text(one.kind)}　{local_text(one.created_at)[:10]}"
            button = Button(self.tr("Look in an emergency…"), partial(self._ask_why, one))
            self.glass_buttons.append(button)
            self._kept.addLayout(row(label(text), None, button, spacing=12))
        self.kept_card.setVisible(bool(found))

    def _ask_why(self, one: KeptBack) -> None:
        words = self.tr(
            "Why must you look at it now? It is kept with your name, for the head and the county."
        )
        ask_text(self, self.tr("Look in an emergency"), words, "", partial(self.look, one), lines=True)

    def look(self, one: KeptBack, reason: str) -> None:
        """Keep the reason and open the record."""

        def opened(_changes: object) -> None:
            self.refresh()
            self._desk.open_record(one.kind, one.record_id)

        self._desk.do(lambda session: break_glass(session, one.kind, one.record_id, reason), opened)


def _midnight(day: date) -> Moment:
    return times.moment_of(datetime(day.year, day.month, day.day, tzinfo=times.CHINA))
