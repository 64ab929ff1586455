"""A table of numbers: walked by arrows, each number opened by Enter or a click."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui import theme
from ui.models.number_model import NumberModel

_ROW, _COLUMN, _EDGE = 36, 96, 26
_WIDEST_LABEL = 330


class NumberTable(QTableView):
    """The headings stay in sight while the numbers scroll.

    Signals:
        opened: The `Cell` of a number that is not nought.
    """

    opened = Signal(object)

    def __init__(self, model: NumberModel) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for heading in (self.horizontalHeader(), self.verticalHeader()):
            heading.setHighlightSections(False)
            heading.setSectionsClickable(False)
            heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(across | Qt.TextFlag.TextWordWrap)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(self._open)
        model.modelReset.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_model"):
            self._fit()

    def _open(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell:
            self.opened.emit(cell)

    def _fit(self) -> None:
        """Give the headings their room, and every column the width of its words."""
        px, model = theme.current().px, self._model
        self.clearSpans()
        for place in model.bars():
            self.setSpan(place, 0, 1, max(model.columnCount(), 1))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        metrics = QFontMetrics(self.horizontalHeader().font())
        numbers_metrics = QFontMetrics(self.font())
        labels = [self._label(place, Qt.Orientation.Vertical) for place in range(model.rowCount())]
        widest = max((metrics.horizontalAdvance(text) for text in labels), default=0)
        self.verticalHeader().setFixedWidth(min(widest + px(_EDGE), px(_WIDEST_LABEL)))
        for column in range(model.columnCount()):
            wide = metrics.horizontalAdvance(self._label(column, Qt.Orientation.Horizontal))
            numbers = max(
                (numbers_metrics.horizontalAdvance(text) for text in model.texts(column)), default=0
            )
            head = min(wide + px(_EDGE), px(2 * _COLUMN))
            self.setColumnWidth(column, max(px(_COLUMN), head, numbers + px(_EDGE)))

    def _label(self, place: int, side: Qt.Orientation) -> str:
        return str(self._model.headerData(place, side) or "")
