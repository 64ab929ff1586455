"""The records behind a number of a table, as a list that leads to each (钻取)."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.looks import LOOKS
from ui.models.record_model import NEVER_SENT, RecordModel, Row
from ui.widgets.buttons import Button
from ui.widgets.cards import clear, column, row
from ui.widgets.labels import label
from ui.widgets.record_table import RecordTableView
from village_desk import statistics
from village_desk.kinds import KINDS
from village_desk.queries import marks, reviews
from village_desk.session import Session
from village_desk.statistics import Asked, Cell

Found = tuple[str, list[Row], int, int]
"""Kind, a page of its records, how many there are to read, and how many are kept back."""


class BehindPage(QWidget):
    """Which number, how many records, and their list.

    Signals:
        back: Esc.
    """

    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: tuple[Asked, Cell] | None = None
        self._kind = ""
        self.model: RecordModel | None = None
        self.table: RecordTableView | None = None
        self.back_button = Button(self.tr("Back"), self.back.emit, icon_name="fa6s.arrow-left")
        self.title = label("", "title", wrap=True)
        self.words = label("", "small", wrap=True)
        self._place: QVBoxLayout = column(0)
        top = row(self.back_button, spacing=12)
        top.addWidget(self.title, 1)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addLayout(self._place, 1)
        self.setLayout(layout)
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back)

    def open(self, asked: Asked, cell: Cell, title: str) -> None:
        """Show the records behind a cell."""
        self._asked = (asked, cell)
        self.title.setText(title)
        self.words.clear()
        self.back_button.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Ask anew."""
        self._ask(0)

    def _ask(self, offset: int) -> None:
        if self._asked:
            asked, cell = self._asked
            self._desk.ask_slowly(
                lambda session: _found(session, asked, cell, offset), partial(self._show, self._asked, offset)
            )

    def _show(self, asked: tuple[Asked, Cell], offset: int, found: Found) -> None:
        if asked is not self._asked:
            return
        kind, rows, total, kept_back = found
        if self.model is None or kind != self._kind:
            self._make_list(kind)
        if self.model is None or self.table is None:
            return
        if offset:
            self.model.add(rows)
            return
        self.model.show(rows)
        words = self.tr("{count} records").format(count=total)
        if kept_back:
            more = self.tr("{count} confidential ones count too and are open to their readers only.")
            words = f"{words}  {more.format(count=kept_back)}"
        self.words.setText(words)
        if rows:
            self.table.selectRow(0)
            self.table.setFocus()

    def _make_list(self, kind: str) -> None:
        clear(self._place)
        declared, profile = KINDS[kind], self._desk.session.profile
        specs = [declared.fields[name] for name in LOOKS[kind].columns or LOOKS[kind].line]
        state = declared.fields.get("state")
        faces = {spec.name: spec.face for spec in specs} | ({"state": "chip"} if state else {})
        longest = max(
            (spec for spec in specs if spec.face in ("text", "note")), key=lambda spec: spec.high or 0
        )
        self._kind = kind
        self.model = RecordModel(specs, profile, reviewed=declared.reviewed, state=state)
        self.model.more_wanted.connect(self._ask)
        self.table = RecordTableView(self.model, faces, longest.name)
        self.table.setAccessibleName(self.tr("Records behind the number"))
        self.table.opened.connect(self._desk.open_record)
        self._place.addWidget(self.table, 1)


def _found(session: Session, asked: Asked, cell: Cell, offset: int) -> Found:
    found = statistics.records_behind(session, asked, cell, offset)
    standing = marks.marks(session, found.records)
    reviewed = KINDS[found.kind].reviewed
    rows = [
        Row(
            one,
            reviews.state_of(session, found.kind, one.id) if reviewed else NEVER_SENT,
            standing[one.id],
        )
        for one in found.records
    ]
    return found.kind, rows, found.readable, found.kept_back
