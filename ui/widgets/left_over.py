"""What was typed into fields the county no longer uses: nothing of it is lost, and it can be copied."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import label
from village_desk.kinds import Kind, extra


class LeftOverCard(Card):
    """Values of a record or its draft whose fields the present profile does not know; hidden without any."""

    def __init__(self) -> None:
        super().__init__(self.tr("Fields the county no longer uses"))
        self._lines = column(4)
        self.body.addLayout(self._lines)
        words = self.tr("What was typed there is kept with the record; copy from here what is still needed.")
        self.body.addWidget(label(words, "small", wrap=True))
        self.texts: list[QLabel] = []
        self.hide()

    def show_values(self, kind: Kind, values: Mapping[str, object], labels: Mapping[str, str]) -> None:
        """Show every value of an added field that `kind` has no more; `labels` by `kind.field`."""
        clear(self._lines)
        self.texts = []
        for name, value in values.items():
            if extra(name) and name not in kind.fields and value not in (None, "", (), []):
                shown = "、".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
                text = label(f"{labels.get(f'{kind.name}.{name}', name)}：{shown}", wrap=True)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._lines.addWidget(text)
                self.texts.append(text)
        self.setVisible(bool(self.texts))
