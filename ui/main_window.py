"""The one window: a gate before (first start, unlock), the frame while working, a cover while locked."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from ui.widgets.cards import column
from ui.widgets.labels import label, look_again

SMALLEST = (1024, 680)
FIRST_SIZE = (1366, 768)
IDLE_MINUTES = 10
_BAND = 4

_ASIDE = "aside"
"""Property of a dialog that comes back when the work is uncovered."""

_ACTIVITY = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)
_LOOK_MS = 15_000
"""How often it is looked whether somebody is there."""


class MainWindow(QMainWindow):
    """Shows one widget at a time and watches for idleness.

    Signals:
        closing: The window is about to close; what is typed must be kept now.
        idle: Nobody touched the keyboard or the mouse for the idle time.
    """

    closing = Signal()
    idle = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.stack = QStackedWidget()
        self._band = label(wrap=True)
        self._band.setObjectName("practiceBand")
        self._band.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._outside = QWidget()
        self._outside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = column(0)
        self._layout.addWidget(self._band)
        self._layout.addWidget(self.stack, 1)
        self._outside.setLayout(self._layout)
        self.setCentralWidget(self._outside)
        self.show_practice(practice=False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self._look_timer = QTimer(self)
        self._look_timer.timeout.connect(self._look)

    def show_widget(self, widget: QWidget, *, drop_others: bool = False) -> None:
        """Show a widget in place of the last one, which is kept unless `drop_others`."""
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        if drop_others:
            for other in [self.stack.widget(place) for place in range(self.stack.count())]:
                if other is not widget:
                    self.drop(other)
        (widget.focusWidget() or widget).setFocus()

    def drop(self, widget: QWidget) -> None:
        """Let a widget go."""
        self.stack.removeWidget(widget)
        widget.deleteLater()

    def put_aside(self) -> None:
        """Hide every dialog and menu over the work, so that nothing of a record is read under a lock.

        A dialog of the program comes back with what is typed into it; one that waits in a loop of its own
        (files, printers) is given up.
        """
        if popup := QApplication.activePopupWidget():
            popup.close()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible() and dialog.windowModality() == Qt.WindowModality.WindowModal:
                dialog.setProperty(_ASIDE, True)
                dialog.hide()
            elif dialog.isVisible():
                dialog.reject()

    def bring_back(self) -> None:
        """Show again what was put aside."""
        for dialog in self.findChildren(QDialog):
            if dialog.property(_ASIDE):
                dialog.setProperty(_ASIDE, False)
                dialog.show()

    def show_practice(self, *, practice: bool) -> None:
        """Put the orange frame round the window, and say in words that nothing here is real."""
        margin = _BAND if practice else 0
        self._layout.setContentsMargins(margin, 0, margin, margin)
        name = "practice" if practice else ""
        if self._outside.objectName() != name:
            self._outside.setObjectName(name)
            look_again(self._outside)
        self._band.setVisible(practice)
        self._band.setText(
            self.tr("[Practice] The people and matters here are invented. Nothing is a real case.")
        )
        title = self.tr("Village Desk")
        self.setWindowTitle(self.tr("[Practice] {title}").format(title=title) if practice else title)

    def watch_idle(self, minutes: int) -> None:
        """Call `idle` after so many minutes without keyboard and mouse; 0 stops watching.

        Somebody who is there is noticed once in fifteen seconds, and no more is listened to until then: each
        event of the program that Python hears of costs more than Qt takes for it. So `idle` comes at most a
        quarter of a minute late, never early.
        """
        self._deaf()
        self._timer.stop()
        self._look_timer.stop()
        if minutes:
            self._timer.start(minutes * 60_000 + _LOOK_MS)
            self._look_timer.start(_LOOK_MS)

    def _look(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _deaf(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin the idle time anew at a key or a move."""
        if event.type() in _ACTIVITY:
            self._timer.start()
            self._deaf()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, then close."""
        self.closing.emit()
        super().closeEvent(event)
