"""Labels with a look and a tone, and icons that grow with the text."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import icons, theme

Look = Literal["plain", "title", "heading", "small", "chip", "secret"]
Tone = Literal["plain", "secondary", "accent", "good", "attention", "danger"]


def set_tone(widget: QWidget, tone: str, name: str = "tone") -> None:
    """Give a widget another value of a property the style sheet selects by."""
    if widget.property(name) != tone:
        widget.setProperty(name, tone)
        look_again(widget)


def look_again(widget: QWidget) -> None:
    """Let the style sheet look at a widget anew, if it has looked before."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def label(text: str = "", look: Look = "plain", tone: Tone = "plain", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text, never rich: what people typed is shown as typed."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def chip(text: str, tone: Tone = "plain") -> QLabel:
    """Make a chip: a state in a word on its colour."""
    made = label(text, "chip", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def icon(name: str, colour: str = "secondary", size: int = 18) -> QIcon:
    """Return an icon ("fa6s.lock") in a colour of the theme, for a place of `size` px at standard text."""
    shown = theme.current()
    return icons.icon(name, shown.colour(colour), shown.px(size))


class Icon(QLabel):
    """An icon beside a word; it follows the theme and the text size."""

    def __init__(
        self, name: str, colour: str = "secondary", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._size = name, colour, size
        self._draw()

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        side = theme.current().px(self._size)
        self.setFixedSize(QSize(side, side))
        self.setPixmap(icons.pixmap(self._name, theme.current().colour(self._colour), side))
