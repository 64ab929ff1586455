"""What stands before the work: a column in the middle of the empty window."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.cards import column, row

_ALL = 1000
"""The share of the column in the width: as much as it may have, before the empty sides get some."""


class Gate(QScrollArea):
    """A page of its own with a column of cards in its middle, scrolling when it is too tall; see `body`.

    The column is as wide as its text size asks for, or as a narrower window allows.
    """

    def __init__(self, width: int = 560) -> None:
        super().__init__()
        self.setObjectName("pageScroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body: QVBoxLayout = column(16)
        self._width, self._inner = width, QWidget()
        self._inner.setLayout(self.body)
        self._inner.setMaximumWidth(theme.current().px(width))
        across = row(spacing=0)
        across.addStretch(1)
        across.addWidget(self._inner, _ALL)
        across.addStretch(1)
        middle = column(0, 24)
        middle.addStretch(2)
        middle.addLayout(across)
        middle.addStretch(3)
        outside = QWidget()
        outside.setObjectName("gate")
        outside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outside.setLayout(middle)
        self.setWidget(outside)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._inner.setMaximumWidth(theme.current().px(self._width))
