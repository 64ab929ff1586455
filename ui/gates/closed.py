"""Before a desk that may not be worked at: why, that nothing is lost, and the way to the county."""

from PySide6.QtCore import Signal

from ui.desk import ByStick
from ui.gates.gate import Gate
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label
from ui.widgets.stick import StickCard


class ClosedPage(Gate):
    """Shown after the password was right; the desk still sends what is saved.

    Signals:
        sync_asked: Send and ask the county now.
        switch_asked: Somebody else wants to work.
    """

    sync_asked = Signal()
    switch_asked = Signal()

    def __init__(self, by_stick: ByStick) -> None:
        super().__init__(640)
        self.body.addWidget(label(self.tr("This desk is closed"), "title", wrap=True))
        card = Card()
        self.words = label("", wrap=True)
        self.state = label("", "small", wrap=True)
        self.sync_button = Button(self.tr("Connect with the county now"), self.sync_asked.emit, look="main")
        self.switch_button = Button(self.tr("Somebody else"), self.switch_asked.emit)
        card.body.addWidget(self.words)
        card.body.addWidget(self.state)
        card.body.addLayout(row(self.switch_button, None, self.sync_button))
        self.body.addWidget(card)
        self.stick = StickCard(by_stick)
        self.body.addWidget(self.stick)
        self.setFocusProxy(self.sync_button)

    def show_why(self, words: str, state: str, *, ended: bool) -> None:
        """Say why it is closed and what still waits; a desk that has `ended` has nothing to send."""
        self.words.setText(words)
        self.state.setText(state)
        self.sync_button.setVisible(not ended)
        self.stick.setVisible(not ended)
