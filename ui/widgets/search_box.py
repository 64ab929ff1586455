"""The search box over everything: names, pinyin initials, last four digits, numbers, contents."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.texts import search_waits_text
from ui.widgets.cards import column
from ui.widgets.labels import icon, label

PAUSE_MS = 200
"""After the last key, before the search runs."""
_SHOWN_ROWS = 8
_AROUND = 60
"""px beside the text: the lens, the edges."""


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the answer: what it shows, and the record it leads to."""

    kind: str
    record_id: bytes
    text: str


class SearchBox(QLineEdit):
    """Asks while one types; ↓ and ↑ walk through the answer, Enter opens, Esc closes it and keeps the text.

    Signals:
        asked: The text, after a pause in typing; never while an input method composes.
        picked: Kind and record id.
    """

    asked = Signal(str)
    picked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._invitations = [
            f"{words}   Ctrl+K"
            for words in (
                self.tr("Search: name, pinyin initials, last four digits of an ID, number, content"),
                self.tr("Search: name, pinyin, ID, number"),
                self.tr("Search"),
            )
        ]
        self.setAccessibleName(self.tr("Search"))
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self._draw()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._timer.start())
        self._panel: QFrame | None = None

    def show_answer(self, found: Sequence[Found], waiting: int = 0) -> None:
        """Show what was found, or say that nothing was; and how many records no search finds yet."""
        if not self.text().strip() or not self.isVisible():
            self.close_answer()
            return
        self._open_panel()
        self.list.clear()
        for one in found:
            item = QListWidgetItem(one.text)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.incomplete.setText(search_waits_text(waiting))
        self.incomplete.setVisible(waiting > 0)
        if found:
            self.list.setCurrentRow(0)
        rows = min(max(len(found), 1), _SHOWN_ROWS) + (waiting > 0)
        if self._panel:
            self._panel.resize(self.width(), rows * theme.current().px(44) + 28)

    def close_answer(self) -> None:
        """Hide the answer; the text stays."""
        if self._panel:
            self._panel.hide()

    def is_open(self) -> bool:
        """Say whether an answer is shown."""
        return self._panel is not None and self._panel.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the answer without leaving the box."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self.is_open():
            place = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(place, self.list.count() - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentItem() if self.is_open() else None)
        elif event.key() == Qt.Key.Key_Escape and self.is_open():
            self.close_answer()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lens anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Invite with as many words as there is room for."""
        super().resizeEvent(event)
        room = self.width() - theme.current().px(_AROUND)
        wide = self.fontMetrics().horizontalAdvance
        fitting = [text for text in self._invitations if wide(text) <= room]
        self.setPlaceholderText((fitting or self._invitations[-1:])[0])

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the answer when the page is covered: a locked screen shows no names."""
        self.close_answer()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the answer when the click goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut and watched is self and not self._over_panel():
            self.close_answer()
        return super().eventFilter(watched, event)

    def _over_panel(self) -> bool:
        return self._panel is not None and self._panel.underMouse()

    def _draw(self) -> None:
        self._lens.setIcon(icon("fa6s.magnifying-glass"))

    def _ask(self) -> None:
        if self.text().strip():
            self.asked.emit(self.text().strip())
        else:
            self.close_answer()

    def _open_panel(self) -> None:
        if self._panel is None:
            self._panel = QFrame(self.window())
            self._panel.setProperty("look", "panel")
            self.list = QListWidget()
            self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.list.itemClicked.connect(self._pick)
            self.nothing = label(self.tr("Nothing found. Fewer characters find more."), tone="secondary")
            layout = column(0, 6)
            self.incomplete = label(tone="attention", wrap=True)
            layout.addWidget(self.incomplete)
            layout.addWidget(self.nothing)
            layout.addWidget(self.list)
            self._panel.setLayout(layout)
            self.installEventFilter(self)
        below = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self._panel.move(below)
        self._panel.show()
        self._panel.raise_()

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        one: Found = item.data(Qt.ItemDataRole.UserRole)
        self.close_answer()
        self.clear()
        self.picked.emit(one.kind, one.record_id)
