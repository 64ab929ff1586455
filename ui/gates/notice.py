"""One sentence in the middle of the window: why the desk cannot be opened, and what to do."""

from collections.abc import Callable

from ui.gates.gate import Gate
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label


class NoticePage(Gate):
    """Shown in place of a gate when the desk file cannot even be asked who uses it."""

    def __init__(self, words: str, again: Callable[[], object], end: Callable[[], object]) -> None:
        super().__init__(640)
        self.body.addWidget(label(self.tr("The desk cannot be opened just now"), "title", wrap=True))
        card = Card()
        self.words = label(words, wrap=True)
        card.body.addWidget(self.words)
        self.again_button = Button(self.tr("Try again"), again, look="main")
        card.body.addLayout(row(None, Button(self.tr("Close the program"), end), self.again_button))
        self.body.addWidget(card)
