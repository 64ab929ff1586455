"""The bottom line that tells the truth about sync: what is only here, and what the county has received."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.cards import row
from ui.widgets.labels import Icon, Tone, label

_DOTS: dict[Tone, str] = {
    "good": "fa6s.circle-check",
    "danger": "fa6s.circle-exclamation",
    "accent": "fa6s.rotate",
}


def dot_of(tone: Tone) -> str:
    """Return the sign before the sentence: its shape says the same as its colour."""
    return _DOTS.get(tone, "fa6s.circle")


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
        self._dot.show_icon(dot_of(tone), tone)
        self.sentence.setText(sentence)
        self.last.setText(last)
