"""Records that hang on a record, as a card of lines: parties, sessions, the agreement, the household."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from ui.layouts import COLUMNS_OF_PARTS
from ui.texts import kind_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.flow import WrapRow
from ui.widgets.labels import label
from ui.widgets.shown import shown
from ui.widgets.typed import amount_text
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.profile import Profile
from village_desk.queries.records import Record

_ADDS: dict[str, tuple[tuple[str, Values], ...]] = {
    "case_party": (
        (N_("parts", "Add the applicant"), {"side": "applicant"}),
        (N_("parts", "Add the respondent"), {"side": "respondent"}),
    ),
    "mediation_session": ((N_("parts", "Add a session"), {}),),
    "agreement": ((N_("parts", "Write the agreement"), {}),),
    "hardship_statement": ((N_("parts", "Write the statement of hardship"), {}),),
    "household_member": ((N_("parts", "Add a member"), {}),),
}
_SINGLE = ("agreement", "hardship_statement")
"""Kinds of which a record has one; the button to add another goes away."""


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
        self._profile = profile
        self._lines = column(6)
        self._sum = label("", "small")
        self._take_sum = Button(self.tr("Take it over as the total"), self._take)
        self._total = 0
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self._sum, self._take_sum, None, spacing=12))
        adds = WrapRow(8)
        self.add_buttons: list[Button] = []
        for text, values in _ADDS[kind]:
            button = Button(
                translated("parts", text),
                partial(self.added.emit, kind, dict(values)),
                icon_name="fa6s.plus",
            )
            adds.put(button)
            self.add_buttons.append(button)
        self.body.addLayout(adds)
        self.line_buttons: list[Button] = []

    def show_lines(self, found: Sequence[Record], *, may_add: bool) -> None:
        """Show the records, a line each."""
        clear(self._lines)
        self.line_buttons = []
        for one in found:
            button = Button(self.line_text(one), partial(self.wanted.emit, one.kind, one.id), look="choice")
            self._lines.addWidget(button)
            self.line_buttons.append(button)
        for button in self.add_buttons:
            button.setVisible(may_add and not (found and self._kind in _SINGLE))
        self._show_sum(found, may_add=may_add)

    def line_text(self, one: Record) -> str:
        """Return one line: its telling fields, or that nothing is written yet."""
        specs = KINDS[self._kind].fields
        cells = [
            shown(self._profile, specs[name], one.values.get(name)) for name in COLUMNS_OF_PARTS[self._kind]
        ]
        text = "    ".join(" ".join(cell.split()) for cell in cells if cell)
        return text[:70] or self.tr("(nothing written yet)")

    def _show_sum(self, found: Sequence[Record], *, may_add: bool) -> None:
        names = [name for name, spec in KINDS[self._kind].fields.items() if spec.face == "amount"]
        relevant = bool(names) and self._kind not in _SINGLE and bool(found)
        amounts = [value for one in found for name in names if isinstance(value := one.values.get(name), int)]
        self._total = sum(amounts)
        self._sum.setText(self.tr("Together {amount} yuan a month").format(amount=amount_text(self._total)))
        self._sum.setVisible(relevant)
        self._take_sum.setVisible(relevant and may_add)

    def _take(self) -> None:
        self.summed.emit(self._total)
