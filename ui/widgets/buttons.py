"""Buttons that are verbs and show their key."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from ui import theme
from ui.widgets.labels import icon

_GAP = "  "
"""Between icon and text; Qt has no measure for it."""

ButtonLook = Literal["plain", "main", "quiet", "danger", "nav", "choice"]


def press_by(button: QAbstractButton, key: str) -> None:
    """Let a key press a button at once: a shortcut of Qt's own buttons waits 100 ms, to show the pressing.

    A key that is held down presses once: it must not approve one record after the other.
    """
    shortcut = QShortcut(QKeySequence(key), button)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(button.click)


class Button(QPushButton):
    """A push button with its key on it; Enter presses it as well as the space bar."""

    def __init__(
        self,
        text: str,
        press: Callable[[], object] | None = None,
        *,
        look: ButtonLook = "plain",
        key: str = "",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._key = key
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.show_text(text)
        if key:
            press_by(self, key)
        if press:
            self.clicked.connect(lambda _checked=False: press())
        self.draw_icon()

    def show_text(self, text: str) -> None:
        """Show another text, with the key after it."""
        shown = self._key.replace("Return", self.tr("Enter"))
        gap = _GAP if self._icon_name else ""
        self.setText(f"{gap}{text}  {shown}" if shown else f"{gap}{text}")
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.draw_icon()

    def draw_icon(self) -> None:
        """Draw the icon in the colour of the state."""
        if not self._icon_name:
            return
        side = theme.current().px(18)
        self.setIconSize(QSize(side, side))
        self.setIcon(icon(self._icon_name, self._icon_colour()))

    def _icon_colour(self) -> str:
        if self.property("look") == "main":
            return "on_accent"
        return "accent" if self.isChecked() else "secondary"
