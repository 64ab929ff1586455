"""A list of records: filtered by typing, walked by arrows, opened by Enter; states are chips with words."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.models.record_model import RecordModel, Row, ToneRole
from ui.texts import search_waits_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, column, row
from ui.widgets.inputs import Pick
from ui.widgets.labels import label
from village_desk.code_lists import Code

PAUSE_MS = 200
"""After the last key, before the list is filtered."""
ROW_HEIGHT = 46

_WIDTHS = {"day": 110, "text": 148, "choice": 156, "amount": 120, "whole": 80, "note": 160}
_CHIP_WIDTH = 104
_CHIPS = {
    "plain": ("chip", "chip_ink"),
    "accent": ("accent_soft", "accent"),
    "good": ("good_soft", "good"),
    "attention": ("attention_soft", "attention"),
    "danger": ("danger_soft", "danger"),
}


class ChipDelegate(QStyledItemDelegate):
    """Paints cells with a tone as chips."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground of the row, then the chip."""
        tone = index.data(ToneRole)
        text = str(index.data() or "")
        if tone is None or not text:
            super().paint(painter, option, index)
            return
        style = option.widget.style()  # type: ignore[attr-defined]  # missing in the stubs
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)  # type: ignore[attr-defined]  # stubs lack it
        ground, ink = _CHIPS.get(str(tone), _CHIPS["plain"])
        shown = theme.current()
        font = option.font  # type: ignore[attr-defined]  # missing in the stubs
        font.setPixelSize(shown.px(14))
        metrics = QFontMetrics(font)
        area: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        width = min(metrics.horizontalAdvance(text) + shown.px(20), area.width() - 8)
        height = min(shown.px(28), area.height() - 6)
        chip = QRect(area.left() + 4, area.center().y() - height // 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.colour(ground)))
        painter.drawRoundedRect(chip, 6, 6)
        painter.setPen(QColor(shown.colour(ink)))
        painter.setFont(font)
        fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, chip.width() - shown.px(8))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, fitted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Take the height of a row."""
        return QSize(super().sizeHint(option, index).width(), theme.current().px(ROW_HEIGHT))


def as_list(table: QTableView) -> None:
    """Let a table look and move as a list of records: whole rows, chips, Tab goes on to the next field."""
    table.setItemDelegate(ChipDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)


class RecordTableView(QTableView):
    """The table itself.

    Signals:
        opened: Kind and record id, by Enter or a click on a row.
    """

    opened = Signal(str, object)

    def __init__(self, model: RecordModel, faces: dict[str, str], stretched: str) -> None:
        """Make it; `faces` of the columns decide their widths, the column `stretched` takes the rest."""
        super().__init__()
        self.setModel(model)
        self._stretched = stretched
        self._model = model
        self._faces = faces
        as_list(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(lambda index: self._open(index.row()))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _open(self, place: int) -> None:
        found = self._model.row(place)
        if found:
            self.opened.emit(found.record.kind, found.record.id)

    def _fit(self) -> None:
        """Give each column its width, the longest text the rest; leave some out where there is none."""
        px = theme.current().px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        names = self._model.columns
        header = self.horizontalHeader()
        widths = {
            name: max(px(_WIDTHS.get(self._faces.get(name, ""), _CHIP_WIDTH)), header.sectionSizeHint(place))
            for place, name in enumerate(names)
        }
        stretched = self._stretched
        hidden: list[str] = []
        asked = [name for name in names[2:] if name in self._faces and name not in (stretched, "state")]
        leave_out = sorted(asked, key=lambda name: self._faces[name] == "choice")  # those go first
        while (
            leave_out and sum(widths[name] for name in names if name not in hidden) > self.viewport().width()
        ):
            hidden.append(leave_out.pop())
        for place, name in enumerate(names):
            self.setColumnHidden(place, name in hidden)
            mode = QHeaderView.ResizeMode.Stretch if name == stretched else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(place, mode)
            if name != stretched:
                self.setColumnWidth(place, widths[name])


class RecordList(QWidget):
    """A filter line over the table, or words on what to do first when there is nothing.

    Signals:
        asked: Filter text, state, and the offset of the page that is wanted.
        opened: Kind and record id.
    """

    asked = Signal(str, str, int)
    opened = Signal(str, object)

    def __init__(self, model: RecordModel, faces: dict[str, str], stretched: str, states: list[Code]) -> None:
        """Make it; see `RecordTableView`. `states` can be filtered by."""
        super().__init__()
        self.model = model
        self.table = RecordTableView(model, faces, stretched)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: name, pinyin, number, words"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.states = Pick()
        self.states.setAccessibleName(self.tr("State"))
        self.states.addItem(self.tr("All states"), "")
        for code in states:
            self.states.addItem(code.label, code.code)
        self.states.setMinimumContentsLength(8)
        if not states:
            self.states.hide()
        self.count = label("", "small")
        self.incomplete = label("", tone="attention", wrap=True)
        self._empty = Card()
        self._empty_text = label("", wrap=True)
        self.empty_button = Button("", look="main")
        self._empty.body.addWidget(self._empty_text)
        self._empty.body.addLayout(row(self.empty_button, None))
        self._empty.body.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.ask)
        self.filter.textChanged.connect(lambda _text: self._timer.start())
        self.states.activated.connect(lambda _place: self.ask())
        self.table.opened.connect(self.opened)
        model.more_wanted.connect(lambda offset: self.asked.emit(self.text(), self.state(), offset))

    def _lay_out(self) -> None:
        bar = row(spacing=12)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.states)
        bar.addWidget(self.count)
        layout = column(10)
        layout.addLayout(bar)
        layout.addWidget(self.incomplete)
        layout.addWidget(self.stack, 1)
        self.incomplete.hide()
        self.setLayout(layout)
        self.setFocusProxy(self.filter)

    def text(self) -> str:
        """Return what the list is filtered by."""
        return self.filter.text().strip()

    def state(self) -> str:
        """Return the state the list is filtered by, or ""."""
        return str(self.states.currentData() or "")

    def ask(self) -> None:
        """Ask for the first page."""
        self._timer.stop()
        self.asked.emit(self.text(), self.state(), 0)

    def set_empty(self, text: str, button: str, press: object) -> None:
        """Say what to do first when there is no record at all."""
        self._empty_words, self._empty_button_words = text, button
        self.empty_button.show_text(button)
        self.empty_button.clicked.connect(press)
        self.empty_button.setVisible(bool(button))

    def show_rows(self, rows: list[Row], total: int, waiting: int = 0) -> None:
        """Show the first page, how many there are in all, and how many records the filter cannot find yet."""
        self.incomplete.setText(search_waits_text(waiting))
        self.incomplete.setVisible(waiting > 0)
        kept = self._current_id()
        self.model.show(rows)
        self.count.setText(self.tr("{total} records").format(total=total))
        filtered = bool(self.text() or self.state())
        self.stack.setCurrentIndex(0 if rows else 1)
        self._empty_text.setText(
            self.tr("Nothing like this. Fewer characters find more.") if filtered else self._empty_words
        )
        self.empty_button.setVisible(bool(self._empty_button_words) and not filtered)
        place = self.model.place_of(kept) if kept else 0
        if rows:
            self.table.selectRow(max(place, 0))

    def _current_id(self) -> bytes | None:
        found = self.model.row(self.table.currentIndex().row())
        return found.record.id if found else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk and open while the cursor stays in the filter."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            walking = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
            if event.key() in (*walking, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
