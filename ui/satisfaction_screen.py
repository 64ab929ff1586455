"""The screen turned to the villager: one question at a time, large buttons, nothing else in sight.

While it is up the desk behind it is locked, so that closing it, however that is done, asks for the PIN.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.labels import icon, label
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.profile import Profile
from village_desk.queries.satisfaction import KIND
from village_desk.statistics.services import ITEMS

_FACES = {
    "1": ("fa6s.face-laugh", "good"),
    "2": ("fa6s.face-smile", "good"),
    "3": ("fa6s.face-meh", "attention"),
    "4": ("fa6s.face-frown", "attention"),
    "5": ("fa6s.face-angry", "danger"),
}
_FACE, _WIDE, _NARROW, _HIGH, _LOW = 84, 170, 120, 180, 110
_THANKS_MS, _LEFT_MS = 6_000, 90_000
"""How long the thanks stand, and after how long without a touch a visitor has gone."""
_YES, _NO = N_("satisfaction", "I knew"), N_("satisfaction", "I did not know")


class SatisfactionScreen(QWidget):
    """Asks eight questions; any of them may be left out.

    Signals:
        answered: The `Values` of one sheet, when a visitor is through or has gone.
        closed: It was closed; the desk is locked behind it.
    """

    answered = Signal(dict)
    closed = Signal()

    def __init__(self, profile: Profile, room: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("frame")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(room)
        self._profile = profile
        self._values: Values = {}
        self.choices: dict[str, list[QToolButton]] = {}
        self.stack = QStackedWidget()
        self.questions = (*ITEMS, "knew", "first")
        for place, name in enumerate(self.questions):
            self.stack.addWidget(self._question(place, name))
        self.stack.addWidget(self._thanks())
        self.back_button = Button(self.tr("Back"), self._back, icon_name="fa6s.arrow-left")
        self.skip_button = Button(self.tr("Leave this out"), self._next)
        self.done_button = Button(self.tr("That is all"), self._finish)
        layout = column(16, 32)
        head = label(room, "title")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(head)
        layout.addWidget(self.stack, 1)
        layout.addLayout(row(self.back_button, None, self.skip_button, self.done_button, spacing=24))
        words = self.tr("No name is asked for, and nobody can see which answers are yours.")
        layout.addWidget(label(words, tone="secondary", wrap=True), 0, Qt.AlignmentFlag.AlignCenter)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.start)
        self.start()

    # ------------------------------------------------------------ questions

    def _question(self, place: int, name: str) -> QWidget:
        spec = KINDS[KIND].fields[name]
        page, layout = QWidget(), column(28)
        number = label(f"{place + 1} / {len(self.questions)}", tone="secondary")
        words = label(spec.paper, wrap=True)
        words.setStyleSheet(f"font-size: {theme.current().px(40)}px")  # seen from where a villager stands
        for one in (number, words):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(number)
        layout.addWidget(words)
        buttons = self.choices[name] = self._buttons(name)
        line = row(None, *buttons, None, spacing=18)
        layout.addLayout(line)
        layout.addStretch(2)
        page.setLayout(layout)
        return page

    def _buttons(self, name: str) -> list[QToolButton]:
        spec = KINDS[KIND].fields[name]
        if spec.face == "yes_no":
            pairs: list[tuple[str, object]] = [
                (translated("satisfaction", _YES), True),
                (translated("satisfaction", _NO), False),
            ]
            return [self._button(text, partial(self._take, name, value)) for text, value in pairs]
        return [
            self._button(code.label, partial(self._take, name, code.code), code.code if name in ITEMS else "")
            for code in self._profile.lists[spec.codes]
        ]

    def _button(self, text: str, press: Callable[[], object], face: str = "") -> QToolButton:
        button = QToolButton()
        button.setText(text.replace("/", "\n"))  # one of two names a line: nothing is cut off
        button.setObjectName("face")
        button.clicked.connect(lambda _checked=False: press())
        px = theme.current().px
        button.setMinimumSize(px(_WIDE if face else _NARROW), px(_HIGH if face else _LOW))
        if face in _FACES:
            name, tone = _FACES[face]
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIcon(icon(name, tone, _FACE))
            button.setIconSize(QSize(px(_FACE), px(_FACE)))
        return button

    def _thanks(self) -> QWidget:
        page, layout = QWidget(), column(20)
        self.thanks = label(self.tr("Thank you!"))
        self.thanks.setStyleSheet(f"font-size: {theme.current().px(64)}px")
        self.thanks.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.again_button = self._button(self.tr("The next person, please"), self.start)
        layout.addStretch(1)
        layout.addWidget(self.thanks)
        layout.addLayout(row(None, self.again_button, None))
        layout.addStretch(2)
        page.setLayout(layout)
        return page

    # ------------------------------------------------------------ what one does

    def start(self) -> None:
        """Ask the first question of the next visitor; what one who has gone answered is kept."""
        self._give()
        self._show(0)

    def place(self) -> int:
        """Return which question is asked, from 0; as many as there are for the thanks."""
        return self.stack.currentIndex()

    def _take(self, name: str, value: object) -> None:
        self._values[name] = value
        self._next()

    def _next(self) -> None:
        if self.place() + 1 < len(self.questions):
            self._show(self.place() + 1)
        else:
            self._finish()

    def _back(self) -> None:
        self._show(max(0, self.place() - 1))

    def _finish(self) -> None:
        self._give()
        self._show(len(self.questions))

    def _give(self) -> None:
        values, self._values = self._values, {}
        if values:
            self.answered.emit({"given": "screen", **values})

    def _show(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        asking = place < len(self.questions)
        for button in (self.back_button, self.skip_button, self.done_button):
            button.setVisible(asking)
        self.back_button.setEnabled(place > 0)
        self.setFocus()
        self._timer.stop()
        if place:
            self._timer.start(_LEFT_MS if asking else _THANKS_MS)

    # ------------------------------------------------------------ the way out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it; the desk asks for the PIN."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was answered, and show the locked desk."""
        self._timer.stop()
        self._give()
        self.closed.emit()
        super().closeEvent(event)
