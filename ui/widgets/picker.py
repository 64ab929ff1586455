"""A list to choose one line from, narrowed by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.widgets.cards import column
from ui.widgets.labels import label

Line = tuple[str, str]
"""What is chosen, and how it reads."""


class Picker(QWidget):
    """A line to type into over a list; ↓ and ↑ move in the list while one types, Enter takes the line.

    Signals:
        chosen: The value of the line that is now chosen, "" for none.
        taken: The same, by Enter or a double click: go on.
    """

    chosen = Signal(str)
    taken = Signal(str)

    def __init__(self, title: str, lines_for: Callable[[str], Sequence[Line]]) -> None:
        """Make it; `lines_for` gives the lines for what was typed."""
        super().__init__()
        self._lines_for = lines_for
        self.edit = QLineEdit()
        self.edit.setAccessibleName(title)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(lambda _text: self.refill())
        self.list = QListWidget()
        self.list.setMinimumHeight(120)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.currentItemChanged.connect(lambda *_: self.chosen.emit(self.value()))
        self.list.itemDoubleClicked.connect(lambda _item: self.taken.emit(self.value()))
        layout = column(4)
        layout.addWidget(label(title, "small"))
        layout.addWidget(self.edit)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.edit)

    def refill(self) -> None:
        """Ask for the lines anew; the first one is chosen."""
        self.list.blockSignals(True)
        self.list.clear()
        for value, text in self._lines_for(self.edit.text().strip()):
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, value)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.list.blockSignals(False)
        self.chosen.emit(self.value())

    def value(self) -> str:
        """Return what is chosen, or ""."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def text(self) -> str:
        """Return how the chosen line reads, or ""."""
        item = self.list.currentItem()
        return item.text() if item else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the cursor stays in the line."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.value():
                self.taken.emit(self.value())
                return True
        return super().eventFilter(watched, event)
