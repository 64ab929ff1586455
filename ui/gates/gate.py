"""What stands before the work: a column in the middle of the empty window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.cards import column, row


class Gate(QScrollArea):
    """A page of its own with a column of cards in its middle, scrolling when it is too tall; see `body`."""

    def __init__(self, width: int = 560) -> None:
        super().__init__()
        self.setObjectName("pageScroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body: QVBoxLayout = column(16)
        inner = QWidget()
        inner.setLayout(self.body)
        inner.setFixedWidth(theme.current().px(width))
        middle = column(0, 24)
        middle.addStretch(2)
        middle.addLayout(row(None, inner, None))
        middle.addStretch(3)
        outside = QWidget()
        outside.setObjectName("gate")
        outside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outside.setLayout(middle)
        self.setWidget(outside)
