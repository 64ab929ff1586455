"""What a text should say, ticking itself while it is written."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.cards import Card, row
from ui.widgets.flow import FieldFlow
from ui.widgets.labels import Icon, label
from village_desk.i18n import translated


class ReminderCard(Card):
    """A line an item, with a mark before those that are said."""

    def __init__(self, heading: str, context: str, items: Mapping[str, str]) -> None:
        super().__init__(heading)
        lines = FieldFlow(4)
        self._icons: dict[str, Icon] = {}
        self._texts = {name: translated(context, text) for name, text in items.items()}
        for name, text in self._texts.items():
            icon = self._icons[name] = Icon("fa6s.circle", "line", 14)
            item = QWidget()
            item.setLayout(row(icon, label(text, "small", wrap=True), spacing=8))
            lines.add(item, 6, theme.current().px(300))
        holder = QWidget()
        holder.setLayout(lines)
        self.body.addWidget(holder)
        self.said: dict[str, bool] = {}

    def show_said(self, said: Mapping[str, bool]) -> None:
        """Tick what is said, and take the tick away again where it no longer is."""
        for name, icon in self._icons.items():
            if said.get(name, False) != self.said.get(name):
                done = said.get(name, False)
                icon.show_icon("fa6s.circle-check" if done else "fa6s.circle", "good" if done else "line")
                icon.setAccessibleName(self._texts[name])
        self.said = dict(said)
