"""Cards: white boxes that hold one thing each, and the scrolling column they stand in."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Icon, Tone, chip, label


def column(spacing: int = 12, margin: int = 0) -> QVBoxLayout:
    """Return a vertical layout."""
    made = QVBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(margin, margin, margin, margin)
    return made


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return a horizontal layout of widgets; None stands for the space that takes what is left."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


class Card(QFrame):
    """A card with an optional heading; put things into `body`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.body = column(12, 16)
        self.setLayout(self.body)
        if heading:
            self.body.addWidget(label(heading, "heading"))


@dataclass(frozen=True, slots=True)
class CardText:
    """What a task card says: an icon, what it is about, the small line under it, and a chip."""

    title: str
    detail: str = ""
    icon: str = "fa6s.circle-info"
    tone: Tone = "accent"
    chip: str = ""


class TaskCard(QFrame):
    """One thing to do, with the button that leads there."""

    def __init__(self, text: CardText, button: str = "", press: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("look", "card")
        lines = column(2)
        lines.addWidget(label(text.title, wrap=True))
        if text.detail:
            lines.addWidget(label(text.detail, "small", wrap=True))
        layout = row(spacing=12)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.addWidget(Icon(text.icon, text.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(4)
        layout.addLayout(lines, 1)
        if text.chip:
            layout.addWidget(chip(text.chip, text.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self.button: Button | None = None
        if button:
            self.button = Button(button, press)
            self.button.setMinimumWidth(theme.current().px(104))
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)


class ScrollColumn(QScrollArea):
    """A page that scrolls: one column of cards, no wider than an eye follows; put things into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        self.body = column(10)
        inner = QWidget()
        inner.setLayout(self.body)
        inner.setObjectName("column")
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outside = QWidget()
        outside.setObjectName("page")
        layout = row(spacing=0)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addWidget(inner, 1)
        layout.addStretch(0)
        outside.setLayout(layout)
        self.setWidget(outside)


def scrolling(lines: QVBoxLayout) -> QScrollArea:
    """Return lines that scroll on a card and show its ground; the page they stand on has the keys."""
    inside = column(0)
    inside.addLayout(lines)
    inside.addStretch(1)
    inner = QWidget()
    inner.setLayout(inside)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    return area
