"""The cards of an adviser's visit: the two big buttons, the village's word, and what to look at again."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.entry import Entry
from ui.widgets.inputs import Pick
from ui.widgets.labels import label
from ui.widgets.panels import Link
from village_desk import times, visits
from village_desk.kinds import Values
from village_desk.profile import Profile
from village_desk.queries.visits import Flag
from village_desk.sentences import sentence

_BIG = (220, 64)


class ClockingCard(Card):
    """签到 and 签退 as two big buttons, with the times and how long it took.

    Signals:
        pressed: "check_in" or "check_out".
    """

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        px = theme.current().px
        self.buttons = {
            name: Button(
                sentence(f"move_name.adviser_visit.{name}"), partial(self.pressed.emit, name), icon_name=icon
            )
            for name, icon in (
                ("check_in", "fa6s.right-to-bracket"),
                ("check_out", "fa6s.right-from-bracket"),
            )
        }
        self.times = {name: label("", "heading") for name in self.buttons}
        self.spent = label("", "heading")
        line = row(spacing=16)
        line.addStrut(px(_BIG[1]))
        for name, button in self.buttons.items():
            button.setMinimumWidth(px(_BIG[0]))
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            line.addWidget(button)
            line.addWidget(self.times[name])
        line.addStretch(1)
        line.addWidget(self.spent)
        self.body.addLayout(line)

    def show_visit(self, values: Values, moves: Sequence[str], *, new: bool) -> None:
        """Show the times of a visit, and offer what may be pressed now; a new one may be begun at once."""
        for name, field in (("check_in", "arrived_at"), ("check_out", "left_at")):
            moment = values.get(field)
            self.times[name].setText(times.local_text(moment)[-5:] if isinstance(moment, int) else "—")
            self.buttons[name].setEnabled(name in moves or (new and name == "check_in"))
        spent = visits.minutes(values)
        words = self.tr("{hours} h {minutes} min").format(hours=spent // 60, minutes=spent % 60)
        self.spent.setText(words if spent else "")


class ConfirmCard(Card):
    """What the village says of a visit, and one button that confirms and sends it.

    Signals:
        confirmed: Values of the confirmation.
    """

    confirmed = Signal(dict)

    def __init__(self, profile: Profile, person: str) -> None:
        super().__init__(self.tr("Did the visit go as it is written here?"))
        self.rating = Pick()
        self.rating.setAccessibleName(self.tr("How was the service"))
        self.rating.addItem(self.tr("(how was the service)"), "")
        for code in profile.lists["satisfaction"]:
            self.rating.addItem(code.label, code.code)
        self.rating.setMinimumContentsLength(12)
        self.name = Entry(self.tr("Who confirms for the village"))
        self.name.edit.setText(person)
        self.words = Entry(self.tr("What the village says"))
        self.button = Button(
            sentence("move_name.adviser_visit.confirm"), self._press, look="main", icon_name="fa6s.check"
        )
        self.rating.activated.connect(lambda _place: self._look())
        line = row(self.name, self.words, spacing=12)
        self.body.addLayout(line)
        self.body.addLayout(row(self.rating, None, self.button, spacing=12))
        self.body.addWidget(label(sentence("hint.confirm"), "small", wrap=True))
        self._look()

    def _look(self) -> None:
        self.button.setEnabled(bool(self.rating.currentData()))

    def _press(self) -> None:
        self.confirmed.emit(
            {
                "rating": self.rating.currentData(),
                "confirmed_by": self.name.edit.text().strip(),
                "words": self.words.edit.text().strip(),
            }
        )


class FlagsCard(Card):
    """What whoever reviews a visit should look at; a copied text leads to the visit it was copied from."""

    def __init__(self, go: Callable[[bytes], object]) -> None:
        super().__init__(self.tr("Look at this again"))
        self._go = go
        self._lines = column(2)
        self.body.addLayout(self._lines)
        self.texts: list[str] = []
        self.hide()

    def show_flags(self, found: Sequence[Flag]) -> None:
        """Show a line a flag, or nothing when there is none."""
        clear(self._lines)
        self.texts = [sentence(one.code, one.details) for one in found]
        for one, text in zip(found, self.texts, strict=True):
            if one.record_id is None:
                self._lines.addWidget(label(text, wrap=True))
            else:
                self._lines.addWidget(Link(text, partial(self._go, one.record_id)))
        self.setVisible(bool(found))
