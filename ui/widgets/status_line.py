"""The bottom line that tells the truth about sync: what is only here, and what the county has received."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.cards import row
from ui.widgets.labels import Icon, Tone, label


class StatusLine(QWidget):
    """A dot, a sentence, and at the right the last success; colour and word say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dot = Icon("fa6s.circle", "secondary", 13)
        self.sentence = label(wrap=True)
        self.last = label(tone="secondary")
        layout = row(self._dot, spacing=8)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.last)
        layout.setContentsMargins(20, 7, 20, 7)
        self.setLayout(layout)

    def show_state(self, tone: Tone, sentence: str, last: str) -> None:
        """Show what is true now."""
        self._dot.show_icon("fa6s.circle" if tone != "danger" else "fa6s.circle-exclamation", tone)
        self.sentence.setText(sentence)
        self.last.setText(last)
