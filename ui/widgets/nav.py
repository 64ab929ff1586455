"""The navigation at the left: whose room it is, who is working, and the pages with their counts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import column
from ui.widgets.labels import label


class Nav(QWidget):
    """Buttons for the pages; `chosen` carries the name of the page."""

    chosen = Signal(str)

    def __init__(self, unit: str, person: str, entries: Sequence[tuple[str, str, str]]) -> None:
        """Make it from entries of (name, title, icon)."""
        super().__init__()
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._titles = {name: title for name, title, _ in entries}
        self.buttons: dict[str, Button] = {}
        head = column(2)
        head.setContentsMargins(18, 14, 12, 10)
        unit_label = label(unit, wrap=True)
        unit_label.setObjectName("navUnit")
        head.addWidget(unit_label)
        self._person = label(person, "small", wrap=True)
        head.addWidget(self._person)
        self._head = head
        layout = column(0)
        layout.addLayout(head)
        layout.addWidget(self._page_buttons(entries), 1)
        self.setLayout(layout)

    def _page_buttons(self, entries: Sequence[tuple[str, str, str]]) -> QScrollArea:
        group = QButtonGroup(self)
        inner = QWidget()
        buttons = column(0)
        for name, title, icon in entries:
            button = Button(title, look="nav", icon_name=icon)
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, chosen=name: self.chosen.emit(chosen))
            button.toggled.connect(button.draw_icon)
            buttons.addWidget(button)
            self.buttons[name] = button
        buttons.addStretch(1)
        inner.setLayout(buttons)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def add_choice(self, widget: QWidget) -> None:
        """Put what is chosen for the whole window under the name of who is working."""
        self._head.addSpacing(4)
        self._head.addWidget(widget)

    def show_person(self, person: str) -> None:
        """Show who is working now."""
        self._person.setText(person)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the numbers behind the titles; nought shows none."""
        for name, count in counts.items():
            title = self._titles[name]
            self.buttons[name].show_text(f"{title}   {count}" if count else title)
