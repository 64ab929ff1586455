"""A text without names beside the one it was made out of: what was replaced is marked, what is left named."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from ui.texts import field_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column, row
from ui.widgets.difference import DifferenceLabel
from ui.widgets.labels import label
from ui.widgets.panels import Panel
from village_desk.queries.typical import DRAFT, LookedThrough, Side


class LookingThroughCard(Card):
    """What a person looks through before the township sees a typical case.

    Signals:
        replace_wanted: Words that are names here; () for what is certain.
        confirmed: Nothing is left that says who or where.
    """

    replace_wanted = Signal(tuple)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Look through it: nobody may be recognised"))
        self.left = Panel("danger")
        self.asks = Panel("attention")
        self.done = label("", tone="good", wrap=True)
        self.sides = QGridLayout()
        self.sides.setHorizontalSpacing(20)
        self.sides.setVerticalSpacing(8)
        self.sides.setColumnStretch(0, 1)
        self.sides.setColumnStretch(1, 1)
        self.confirm_button = Button(
            self.tr("I have looked through all of it; nobody can be recognised"), self.confirmed.emit
        )
        lines = column(10)
        for one in (self.left, self.asks):
            lines.addWidget(one)
        lines.addLayout(self.sides)
        lines.addWidget(self.done)
        lines.addLayout(row(self.confirm_button, None))
        self.body.addLayout(lines)
        self.hide()

    def show_draft(self, found: LookedThrough, *, checked: str, may_write: bool) -> None:
        """Show the texts side by side; `checked` says who looked through these very words, "" nobody yet."""
        self._show_left(found.left, may_write=may_write)
        self._show_asks(() if checked else found.asks, may_write=may_write)
        self._show_sides(found.sides)
        words = self.tr("Looked through by {name}. Whoever changes the text looks through it again.")
        self.done.setText(words.format(name=checked) if checked else "")
        self.done.setVisible(bool(checked))
        self.confirm_button.setVisible(may_write and not checked and not found.left)
        self.show()

    def _show_left(self, left: Sequence[str], *, may_write: bool) -> None:
        words = self.tr("This still says who or where: {words}").format(words="、".join(left))
        verbs = [(self.tr("Replace all of it"), partial(self.replace_wanted.emit, ()))] if may_write else []
        self.left.say(words if left else "", verbs)

    def _show_asks(self, asks: Sequence[str], *, may_write: bool) -> None:
        words = self.tr(
            "Somebody or some place here is called so, and these are ordinary words as well: {words}. "
            "Press one that is a name here; leave those that are not."
        )
        verbs = [
            (self.tr("“{word}” is a name: replace it").format(word=one), partial(self._replace, one))
            for one in asks
        ]
        self.asks.say(words.format(words="、".join(asks)) if asks else "", verbs if may_write else [])

    def _replace(self, word: str) -> None:
        self.replace_wanted.emit((word,))

    def _show_sides(self, sides: Sequence[Side]) -> None:
        clear(self.sides)
        if any(side.source for side in sides):
            self.sides.addWidget(label(self.tr("As it was written down"), "small"), 0, 0)
            self.sides.addWidget(label(self.tr("As others will read it"), "small"), 0, 1)
        for side in sides:
            line = self.sides.rowCount()
            self.sides.addWidget(label(field_text(DRAFT, side.field), "heading"), line, 0, 1, 2)
            if side.source:
                top = Qt.AlignmentFlag.AlignTop
                self.sides.addWidget(DifferenceLabel(side.source, side.text), line + 1, 0, top)
                self.sides.addWidget(DifferenceLabel(side.text, side.source), line + 1, 1, top)
            else:
                self.sides.addWidget(label(side.text, wrap=True), line + 1, 0, 1, 2)
