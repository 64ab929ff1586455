"""Over and under a record: what it is and whether it is saved; what is missing and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.flow import FieldFlow, WrapRow
from ui.widgets.labels import Tone, label, set_tone
from ui.widgets.panels import SentenceLink

Step = tuple[str, Callable[[], object]]


class RecordHeader(QWidget):
    """Back, title, state, what is saved, number.

    Signals:
        back: Back to where one came from.
    """

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back_button = Button("", self.back.emit, icon_name="fa6s.arrow-left", look="quiet")
        self.back_button.setAccessibleName(self.tr("Back"))
        self.back_button.setToolTip(self.tr("Back (Esc)"))
        self.back_button.setFixedWidth(theme.current().px(40))
        self.back_button.setStyleSheet("padding-left: 0; padding-right: 0")
        self.title = label("", "title")
        self.state = label("", "chip")
        self.standing = label("", "chip")
        self.county = label("", "chip")
        self.saved = label("", "small")
        self.number = label("", "small")
        for one in (self.state, self.standing, self.county):
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chips = (self.state, self.standing, self.county)
        first = row(self.back_button, self.title, *chips, self.saved, spacing=8)
        flow = FieldFlow(12, fill=True)
        left, right = QWidget(), QWidget()
        left.setLayout(first)
        first.addStretch(1)
        right.setLayout(row(None, self.number, spacing=12))
        self._left, self._right = left, right
        flow.add(left, 8, theme.current().px(520))
        flow.add(right, 4, theme.current().px(200))
        self.setLayout(flow)

    def show_title(
        self, title: str, state: tuple[str, Tone], standing: tuple[str, Tone], number: str
    ) -> None:
        """Show what it is."""
        self.title.setText(title)
        for chip, (text, tone) in ((self.state, state), (self.standing, standing)):
            chip.setText(text)
            set_tone(chip, tone)
            chip.setVisible(bool(text))
        self.number.setText(number)
        self._right.setVisible(bool(number))

    def show_county(self, text: str, tone: Tone = "plain") -> None:
        """Say where it stands on its way to the county; "" of a record that is not saved yet."""
        self.county.setText(text)
        set_tone(self.county, tone)
        self.county.setVisible(bool(text))

    def show_saved(self, text: str, tone: Tone = "secondary") -> None:
        """Say whether what is typed is kept."""
        self.saved.setText(text)
        set_tone(self.saved, tone)


class ActionBar(QWidget):
    """What is still missing in one sentence that leads there, and the actions; the main one last and filled.

    Signals:
        led: The sentence was pressed.
        printed, submitted, finished: The actions of the same names.
    """

    led = Signal()
    printed = Signal()
    submitted = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.missing = SentenceLink("attention")
        self.missing.clicked.connect(self.led)
        self.missing.setToolTip(self.tr("Go there (F9)"))
        self.hint = label("", "small", wrap=True)
        self.print_button = Button(self.tr("Print"), self.printed.emit, key="F8")
        self.submit_button = Button(self.tr("Send to the township"), self.submitted.emit)
        self.more_button = Button(self.tr("More"), self._open_menu)
        self.main_button = Button("", self.finished.emit, look="main", key="Ctrl+Return")
        self.side_buttons: list[Button] = []
        self._menu = QMenu(self)
        self.steps: dict[str, Callable[[], object]] = {}
        self._buttons = WrapRow(8, right=True)
        self._sides = QWidget()
        self._side_row = row(spacing=8)
        self._sides.setLayout(self._side_row)
        for button in (
            self.print_button,
            self._sides,
            self.submit_button,
            self.more_button,
            self.main_button,
        ):
            self._buttons.put(button)
        holder = QWidget()
        holder.setLayout(self._buttons)
        words = QWidget()
        lines = column(0)
        lines.addStretch(1)
        lines.addWidget(self.missing)
        lines.addWidget(self.hint)
        lines.addStretch(1)
        words.setLayout(lines)
        flow = FieldFlow(12, fill=True)
        flow.add(words, 4, theme.current().px(230))
        flow.add(holder, 8, theme.current().px(560))
        self.setLayout(flow)

    def show_missing(self, text: str, hint: str) -> None:
        """Say what the next step still needs; "" when nothing."""
        self.missing.setText(text)
        self.missing.setVisible(bool(text))
        self.hint.setText("" if text else hint)
        self.hint.setVisible(bool(hint) and not text)

    def show_steps(self, main: str, sides: Sequence[Step], more: Sequence[Step]) -> None:
        """Show the main action by its name, others beside it, and the rest in one menu."""
        self.main_button.show_text(main)
        self.main_button.setVisible(bool(main))
        while item := self._side_row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.side_buttons = [Button(text, press) for text, press in sides]
        for button in self.side_buttons:
            self._side_row.addWidget(button)
        self._sides.setVisible(bool(sides))
        self.steps = dict((*sides, *more))
        self._menu.clear()
        for text, press in more:
            self._menu.addAction(text).triggered.connect(lambda _checked=False, do=press: do())
        self.more_button.setVisible(bool(more))

    def _open_menu(self) -> None:
        self._menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
