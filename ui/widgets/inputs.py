"""The bare inputs under the editors: Enter goes on, and nothing happens while an input method composes."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QStyle, QStyleOptionButton

from ui import theme
from ui.widgets.labels import set_tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def _plain_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def _really(event: QFocusEvent) -> bool:
    """Whether the focus went to another field, not to a menu or another window."""
    return event.reason() not in _PASSING


class Line(QLineEdit):
    """One line of text.

    Signals:
        entered: Enter was pressed, outside a composition.
        came, left: The cursor came from another field, or went to one.
    """

    entered = Signal()
    came = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # a photo dropped here is meant for the window, not its path for the text
        self.composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether an input method is composing; nothing is taken where nothing can be written."""
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; during a composition the key belongs to the input method."""
        if _plain_enter(event):
            if not self.composing:
                self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor came."""
        if _really(event):
            self.came.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        self.composing = False
        if _really(event):
            self.left.emit()


class Area(QPlainTextEdit):
    """Long text: Enter is a new line, Tab leaves; it grows with the text and scrolls from `most` lines on."""

    came = Signal()
    left = Signal()

    def __init__(self, rows: int = 3, most: int = 12) -> None:
        super().__init__()
        self.setAcceptDrops(False)  # a photo dropped here is meant for the window, not its path for the text
        self.composing = False
        self._rows, self._most = rows, most
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        lines = round(self.document().size().height())
        shown = min(max(lines, self._rows), max(self._most, self._rows))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + theme.current().px(24))

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew at another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether an input method is composing; nothing is taken where nothing can be written."""
        if self.isReadOnly():
            event.ignore()
            return
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, unless somebody is writing here."""
        if self.hasFocus() and self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor came."""
        super().focusInEvent(event)
        if _really(event):
            self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        self.composing = False
        if _really(event):
            self.left.emit()


class Pick(QComboBox):
    """One of some choices: digits choose, Backspace clears, Enter goes on, the wheel scrolls the page."""

    entered = Signal()
    came = Signal()
    left = Signal()
    composing: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__()
        self.read_only = False
        self.setMinimumContentsLength(3)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, clear, or go on."""
        digit = event.text()
        if _plain_enter(event):
            self.entered.emit()
        elif self.read_only:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take(0)
        elif digit.isdigit() and 0 < int(digit) < self.count():
            self._take(int(digit))
        else:
            super().keyPressEvent(event)

    def set_read_only(self, *, read_only: bool) -> None:
        """Let it be chosen, or only be reached and read."""
        self.read_only = read_only
        set_tone(self, "true" if read_only else "false", "locked")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list, unless it is read only."""
        if not self.read_only:
            super().mousePressEvent(event)

    def _take(self, place: int) -> None:
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change a value by scrolling past it."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor came."""
        super().focusInEvent(event)
        if _really(event):
            self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        if _really(event):
            self.left.emit()


class Tick(QCheckBox):
    """One box of several: arrows walk, the space bar ticks, Enter goes on."""

    entered = Signal()
    walked = Signal(int)
    came = Signal()
    left = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.read_only = False

    def sizeHint(self) -> QSize:
        """Return a little more than Qt measures, which leaves the last stroke of a text no room."""
        return super().sizeHint() + QSize(2, 0)

    def nextCheckState(self) -> None:
        """Tick or untick, unless it is read only."""
        if not self.read_only:
            super().nextCheckState()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tick in the colour of the theme; the style sheet draws only the box."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().colour("on_accent")), box.width() / 8))
        points = [(0.22, 0.52), (0.42, 0.72), (0.78, 0.30)]
        painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in points])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        if _plain_enter(event):
            self.entered.emit()
        elif event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor came."""
        super().focusInEvent(event)
        if _really(event):
            self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        if _really(event):
            self.left.emit()
