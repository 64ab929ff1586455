"""One sentence over the page: what happened. It never takes the keyboard away from what is being typed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Message
from ui.widgets.buttons import Button
from ui.widgets.cards import row
from ui.widgets.labels import Icon, label, set_tone

PASSING_MS = 6_000
"""How long good and plain news stay; bad news stays until it is dismissed."""

_ICONS = {
    "good": ("fa6s.circle-check", "good"),
    "plain": ("fa6s.circle-info", "accent"),
    "attention": ("fa6s.triangle-exclamation", "attention"),
    "danger": ("fa6s.circle-exclamation", "danger"),
}


class MessageBar(QFrame):
    """Shows the last message; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "message")
        self._icon = Icon("fa6s.circle-info", "accent")
        self.text = label(wrap=True)
        self.dismiss_button = Button(self.tr("Dismiss"), self.hide, look="quiet")
        layout = row(self._icon, spacing=12)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.dismiss_button)
        layout.setContentsMargins(14, 4, 6, 4)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the last one."""
        self._timer.stop()
        self.text.setText(message.text)
        self._icon.show_icon(*_ICONS[message.level])
        set_tone(self, message.level)
        self.show()
        if message.level in ("good", "plain"):
            self._timer.start(PASSING_MS)
