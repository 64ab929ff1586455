"""What stands beside a form: the paper, photos and files, what belongs to it; with F6 its history."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.sight import Sight
from ui.texts import kind_text
from ui.widgets.attachments import AttachmentsCard
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column
from ui.widgets.history import HistoryCard
from ui.widgets.labels import label
from ui.widgets.panels import Link
from ui.widgets.paper_preview import LivePaper
from village_desk import times
from village_desk.queries.records import Record

_TOLD_OF = ("person", "consultation", "merged_into")
"""Fields of the kinds that have their place in a story."""


class RelatedCard(Card):
    """Records that belong together with this one.

    Signals:
        wanted: Kind and id of the record to open.
        chained: The whole story is wanted.
    """

    wanted = Signal(str, object)
    chained = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Related"), "heading"))
        self._lines = column(2)
        self.body.addLayout(self._lines)
        self.buttons: list[Button] = []

    def show_sight(self, sight: Sight) -> None:
        """Show what belongs to a record."""
        clear(self._lines)
        self.buttons = []
        if sight.parent:
            self._add(self.tr("Belongs to"), [sight.parent])
        self._add(self.tr("Register of persons"), [sight.person] if sight.person else [])
        self._add(self.tr("Grew out of this"), sight.grown)
        self._add(self.tr("Earlier by the same person"), sight.earlier)
        if sight.sheets:
            newest = sight.sheets[-1]
            when = newest.values.get("printed_at")
            words = self.tr("Printed {count} times, last on {day}").format(
                count=len(sight.sheets), day=times.local_text(when)[:10] if isinstance(when, int) else ""
            )
            self._lines.addWidget(label(words, "small", wrap=True))
        if sight.record and any(name in sight.record.values for name in _TOLD_OF):
            link = Link(self.tr("The whole story"), self.chained.emit)
            self._lines.addWidget(link)
            self.buttons.append(link)
        self.setVisible(self._lines.count() > 0)

    def _add(self, heading: str, found: Sequence[Record]) -> None:
        if not found:
            return
        self._lines.addWidget(label(heading, "small"))
        for one in found:
            day = times.local_text(one.created_at)[:10]
            about = str(one.values.get("content") or one.values.get("facts") or one.name)
            text = f"{day[5:]} {kind_text(one.kind)} {' '.join(about.split())}"
            button = Link(text, partial(self.wanted.emit, one.kind, one.id))
            self._lines.addWidget(button)
            self.buttons.append(button)


class SidePanel(QWidget):
    """The right column of a record page."""

    def __init__(self, desk: Desk, *, has_paper: bool) -> None:
        super().__init__()
        self.paper = LivePaper(desk)
        self.attachments = AttachmentsCard(desk)
        self.related = RelatedCard()
        self.history = HistoryCard()
        self.history.hide()
        self._has_paper = has_paper
        if not has_paper:
            self.paper.hide()
        layout = column(10)
        for card in (self.history, self.paper, self.attachments, self.related):
            layout.addWidget(card)
        layout.addStretch(1)
        self.setLayout(layout)

    def add_card(self, card: QWidget) -> None:
        """Put a card of a kind of record's own under the others."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.related) + 1, card)

    def toggle_history(self) -> bool:
        """Show the history in place of the paper, or the paper again; say whether the history is shown."""
        shown = not self.history.isVisibleTo(self)
        self.history.setVisible(shown)
        self.paper.setVisible(self._has_paper and not shown)
        return shown
