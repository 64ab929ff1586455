"""The queue at the left: what waits, most urgent first, with its filters and counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.texts import kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.inputs import Pick
from ui.widgets.labels import label
from village_desk import divisions
from village_desk.i18n import N_, translated
from village_desk.queries.review_queue import PRIORITIES, Queue, Waiting, Wanted
from village_desk.times import Moment

_PRIORITIES = {
    "overdue": N_("review", "overdue"),
    "first": N_("review", "first time"),
    "again": N_("review", "sent again"),
}


def village_text(scope: str) -> str:
    """Return the short name of a village, or its code."""
    place = divisions.division(scope)
    return place.short_name if place else scope


class QueuePanel(QWidget):
    """The queue.

    Signals:
        chosen: The place of the line the cursor is on.
        entered: Enter was pressed in the list.
        typed: A digit was pressed in the list.
        filtered: Another filter was chosen.
        together: Several are to be approved at once.
    """

    chosen = Signal(int)
    entered = Signal()
    typed = Signal(str)
    filtered = Signal()
    together = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.queue: Queue | None = None
        self.count = label("", "small", wrap=True)
        self.picks = {"priority": Pick(), "village": Pick(), "kind": Pick()}
        names = (self.tr("Which first"), self.tr("Village"), self.tr("Kind of record"))
        for pick, name in zip(self.picks.values(), names, strict=True):
            pick.setAccessibleName(name)
            pick.activated.connect(lambda _place: self.filtered.emit())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Waiting for review"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.currentRowChanged.connect(self.chosen)
        self.list.installEventFilter(self)
        self.empty = label(self.tr("Nothing waits for review. What villages send appears here."), wrap=True)
        self.together_button = Button(self.tr("Approve several …"), self.together.emit)
        self._filters = QWidget()
        filters = column(6)
        for pick in self.picks.values():
            filters.addWidget(pick)
        self._filters.setLayout(filters)
        layout = column(8)
        layout.addLayout(row(label(self.tr("Waiting for review"), "title"), None))
        layout.addWidget(self.count)
        layout.addWidget(self._filters)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 100)
        layout.addWidget(self.together_button)
        layout.addStretch(1)  # an empty queue hides the list; title and sentence stay at the top then
        self.setLayout(layout)
        self.setMaximumWidth(theme.current().px(300))
        self.setMinimumWidth(theme.current().px(200))

    def wanted(self) -> Wanted:
        """Return what the filters say."""
        chosen = {name: str(pick.currentData() or "") for name, pick in self.picks.items()}
        return Wanted(chosen["village"], chosen["kind"], chosen["priority"])

    def show_queue(self, found: Queue, now: Moment, place: int) -> None:
        """Show what waits, the cursor on the line `place`; -1 for none."""
        same = [one.submission.id for one in self.lines()] == [one.submission.id for one in found.lines]
        self.queue = found
        self.list.blockSignals(True)
        if not same:
            self.list.clear()
            for one in found.lines:
                self.list.addItem(_item(one, now))
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        words = {name: translated("review", text) for name, text in _PRIORITIES.items()}
        self._offer("priority", found.priorities, {name: words[name] for name in PRIORITIES})
        self._offer(
            "village",
            found.villages,
            {code: village_text(code) for code in self._named("village", found.villages)},
        )
        self._offer("kind", found.kinds, {name: kind_text(name) for name in self._named("kind", found.kinds)})
        text = self.tr("{count} waiting").format(count=found.all)
        if found.wanted != found.all:
            text += self.tr(", {count} of them here").format(count=found.wanted)
        if len(found.lines) < found.wanted:
            text += self.tr("; the first {count} are listed").format(count=len(found.lines))
        self.count.setText(text)
        self._filters.setVisible(bool(found.all))
        self.empty.setVisible(not found.lines)
        self.empty.setText(
            self.tr("Nothing of this waits. Choose another filter above.")
            if found.all
            else self.tr("Nothing waits for review. What villages send appears here.")
        )
        self.list.setVisible(bool(found.lines))
        self.together_button.setVisible(any(one.kind in found.together for one in found.lines))

    def drop(self, submission_id: bytes) -> int:
        """Take a line out that has been answered; return the place of the one to go on with, -1 for none."""
        lines = list(self.lines())
        place = next((at for at, one in enumerate(lines) if one.submission.id == submission_id), -1)
        if self.queue is None or place < 0:
            return -1
        del lines[place]
        self.queue = replace(self.queue, lines=tuple(lines))
        self.list.blockSignals(True)
        self.list.takeItem(place)
        after = min(place, len(lines) - 1)
        self.list.setCurrentRow(after)
        self.list.blockSignals(False)
        return after

    def lines(self) -> Sequence[Waiting]:
        """Return the lines that are shown."""
        return self.queue.lines if self.queue else ()

    def walk(self, step: int) -> None:
        """Go to the line before or after."""
        if self.lines():
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the queue goes to the copy, and so does the number of a line."""
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self.entered.emit()
                return True
            if event.text().isdigit():
                self.typed.emit(event.text())
                return True
        return super().eventFilter(watched, event)

    def _named(self, name: str, counts: Mapping[str, int]) -> list[str]:
        """Return what there is to choose; what was chosen stays, even when nothing of it waits any more."""
        chosen = str(self.picks[name].currentData() or "")
        return sorted({*counts, chosen} - {""})

    def _offer(self, name: str, counts: Mapping[str, int], texts: Mapping[str, str]) -> None:
        pick = self.picks[name]
        kept = str(pick.currentData() or "")
        everything = {
            "priority": self.tr("All, most urgent first"),
            "village": self.tr("All villages"),
            "kind": self.tr("All kinds"),
        }
        pick.blockSignals(True)
        pick.clear()
        pick.addItem(everything[name], "")
        for code, text in texts.items():
            pick.addItem(f"{text}  {counts.get(code, 0)}", code)
        pick.setCurrentIndex(max(pick.findData(kept), 0))
        pick.blockSignals(False)


def _item(one: Waiting, now: Moment) -> QListWidgetItem:
    again = translated("review", N_("review", "round {round}")).format(round=one.round)
    marks = [
        translated("review", _PRIORITIES["overdue"]) if one.priority == "overdue" else "",
        again if one.round > 1 else translated("review", N_("review", "new")),
        translated("review", N_("review", "your own")) if one.own else "",
    ]
    first = f"{village_text(one.submission.scope)}  {one.name}  {kind_text(one.kind)}".strip()
    second = " · ".join([moment_text(one.submission.created_at, now), *filter(None, marks)])
    item = QListWidgetItem(f"{first}\n{second}")
    item.setToolTip(first)
    return item
