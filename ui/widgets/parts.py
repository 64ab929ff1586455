"""Records that hang on a record, as a card of lines: parties, sessions, the agreement, the household.

Kinds a record rarely has show their card once there is one; until then their buttons stand together.
"""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal

from ui.looks import LOOKS
from ui.texts import kind_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.flow import WrapRow
from ui.widgets.labels import label
from ui.widgets.panels import Link
from village_desk.i18n import translated
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries.records import Record
from village_desk.shown import shown
from village_desk.typed import amount_text


class PartsCard(Card):
    """The lines of one kind.

    Signals:
        wanted: Kind and id of the line to open.
        added: Kind and first values of a new one.
        summed: The amounts of all lines together, in fen, shall be taken over.
    """

    wanted = Signal(str, object)
    added = Signal(str, dict)
    summed = Signal(object)

    def __init__(self, kind: str, profile: Profile) -> None:
        super().__init__(kind_text(kind))
        self._kind = kind
        self.look = LOOKS[kind]
        self._profile = profile
        self._lines = column(6)
        self._sum = label("", "small")
        self._take_sum = Button(self.tr("Take it over as the total"), self._take)
        self._total = 0
        self._found: Sequence[Record] = ()
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self._sum, self._take_sum, None, spacing=12))
        self.add_buttons = [
            Button(
                translated("parts", text),
                partial(self.added.emit, kind, dict(values)),
                icon_name="fa6s.plus",
            )
            for text, values in self.look.adds
        ]
        adds = WrapRow(8)
        for button in self.add_buttons:
            adds.put(button)
        self.body.addLayout(adds)
        self.line_buttons: list[Link] = []

    def show_lines(self, found: Sequence[Record], *, may_add: bool) -> None:
        """Show the records, a line each."""
        clear(self._lines)
        self._found = found
        self.line_buttons = []
        for one in found:
            line = Link(self.line_text(one), partial(self.wanted.emit, one.kind, one.id), look="choice")
            self._lines.addWidget(line)
            self.line_buttons.append(line)
        for button in self.add_buttons:
            button.setVisible(may_add and not (found and self.look.single))
        self._show_sum(found, may_add=may_add)
        self.setVisible(bool(found) or not self.look.rare)

    def focus_add(self) -> None:
        """Go to the button that adds what is not there yet: the respondent where there is an applicant."""
        held = [one.values for one in self._found]
        for button, (_text, begins) in zip(self.add_buttons, self.look.adds, strict=True):
            if not any(all(one.get(name) == value for name, value in begins.items()) for one in held):
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.add_buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def line_text(self, one: Record) -> str:
        """Return one line: its telling fields, or that nothing is written yet."""
        specs = KINDS[self._kind].fields
        cells = [shown(self._profile, specs[name], one.values.get(name)) for name in self.look.line]
        if one.hidden:
            cells.append(self.tr("some of it is not shown here"))
        text = "    ".join(" ".join(cell.split()) for cell in cells if cell)
        return text[:70] or self.tr("(nothing written yet)")

    def _show_sum(self, found: Sequence[Record], *, may_add: bool) -> None:
        amounts = [
            value
            for one in found
            for name in self.look.sums
            if isinstance(value := one.values.get(name), int)
        ]
        relevant = bool(self.look.sums) and bool(found)
        self._total = sum(amounts)
        self._sum.setText(self.tr("Together {amount} yuan a month").format(amount=amount_text(self._total)))
        self._sum.setVisible(relevant)
        self._take_sum.setVisible(relevant and may_add)

    def _take(self) -> None:
        self.summed.emit(self._total)


class RareParts(Card):
    """The buttons that begin what a record rarely has.

    Signals:
        added: Kind and first values of a new one.
    """

    added = Signal(str, dict)

    def __init__(self, kinds: Sequence[str], title: str) -> None:
        super().__init__(title)
        self.buttons: dict[str, list[Button]] = {}
        adds = WrapRow(8)
        for kind in kinds:
            for text, values in LOOKS[kind].adds:
                button = Button(
                    translated("parts", text),
                    partial(self.added.emit, kind, dict(values)),
                    icon_name="fa6s.plus",
                )
                adds.put(button)
                self.buttons.setdefault(kind, []).append(button)
        self.body.addLayout(adds)

    def show_missing(self, held: Collection[str], *, may_add: bool) -> None:
        """Show the buttons of the kinds of which there is none yet; the others have a card of their own."""
        for kind, buttons in self.buttons.items():
            for button in buttons:
                button.setVisible(kind not in held)
        self.setVisible(may_add and any(kind not in held for kind in self.buttons))
