"""A panel over a page: one thing the reader should know, and what can be done about it, as verbs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from ui import theme
from ui.widgets.buttons import Button, ButtonLook
from ui.widgets.cards import clear, column, row
from ui.widgets.flow import WrapRow
from ui.widgets.labels import Icon, Tone, label, set_tone

Verb = tuple[str, Callable[[], object]]
_ICONS = {
    "attention": "fa6s.triangle-exclamation",
    "danger": "fa6s.circle-exclamation",
    "good": "fa6s.circle-check",
}


class Link(Button):
    """A line that leads somewhere; what does not fit is shown as … and in the tool tip."""

    def __init__(
        self, text: str, press: Callable[[], object], *, look: ButtonLook = "quiet", icon_name: str = ""
    ) -> None:
        super().__init__(text, press, look=look, icon_name=icon_name)
        self._whole = text
        if look == "quiet":
            self.setStyleSheet("text-align: left; padding-left: 4px; padding-right: 4px")
        self._edges = 16 if look == "quiet" else theme.current().px(36)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the width."""
        super().resizeEvent(event)
        room = self.width() - self._edges - (self.iconSize().width() + 8 if not self.icon().isNull() else 0)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class SentenceLink(QLabel):
    """A sentence that leads somewhere: wrapped, never cut; pressed by click, Enter or the space bar."""

    clicked = Signal()

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tone(self, tone)

    def click(self) -> None:
        """Go where it leads."""
        self.clicked.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Go where it leads."""
        self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where it leads."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        else:
            super().keyPressEvent(event)


class Panel(QFrame):
    """Hidden while there is nothing to say.

    Signals:
        turned: It was shown or hidden.
    """

    turned = Signal()

    def __init__(self, tone: Tone = "attention") -> None:
        super().__init__()
        self.setProperty("look", "notice")
        set_tone(self, tone)
        self.text = label("", wrap=True)
        self._links = column(0)
        self._verbs = WrapRow(8)
        self.buttons: list[Button] = []
        lines = column(6)
        lines.addWidget(self.text)
        lines.addLayout(self._links)
        lines.addLayout(self._verbs)
        layout = row(spacing=12)
        layout.setContentsMargins(14, 10, 14, 10)
        icon = column(0)
        icon.addWidget(Icon(_ICONS.get(tone, "fa6s.circle-info"), tone))
        icon.addStretch(1)
        layout.addLayout(icon)
        layout.addLayout(lines, 1)
        self.setLayout(layout)
        self.hide()

    def say(self, text: str, verbs: Sequence[Verb] = (), links: Sequence[Verb] = ()) -> None:
        """Show a sentence with verbs under it and links between; without a text the panel is hidden."""
        clear(self._links)
        clear(self._verbs)
        self.text.setText(text)
        self.buttons = []
        for words, press in links:
            button: Button = Link(words, press)
            self._links.addWidget(button)
            self.buttons.append(button)
        for place, (words, press) in enumerate(verbs):
            button = Button(words, press, look="main" if place == 0 and len(verbs) > 1 else "plain")
            self._verbs.put(button)
            self.buttons.append(button)
        self.setVisible(bool(text))
        self.turned.emit()
