"""Putting a record into another area: a small window over the record's page that asks where."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from ui.desk import Desk
from ui.widgets.cards import column
from ui.widgets.labels import label
from ui.widgets.picker import Line, Picker
from village_desk.commands import placing
from village_desk.i18n import N_, translated

if TYPE_CHECKING:
    from ui.pages.record_page import RecordPage

STEP = N_("moving_away", "Put into another village …")
_ASKED = N_("moving_away", "It goes to {place} with all that belongs to it, once the county has heard.")


class WhereTo(QDialog):
    """Asks for one of the places this person may put a record; `picker` narrows them while one types."""

    def __init__(self, page: "RecordPage", places: tuple[Line, ...]) -> None:
        super().__init__(page)
        self.setWindowTitle(self.tr("Where does this record belong?"))
        self._places = places
        self.picker = Picker(self.tr("Village or office"), self._lines)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("Put it there"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Leave it here"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.picker.taken.connect(lambda _value: self.accept())
        words = self.tr(
            "People of the place it leaves no longer see it. What they wrote meanwhile is kept by the county."
        )
        layout = column(12)
        layout.addWidget(label(words, "small", wrap=True))
        layout.addWidget(self.picker)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        self.picker.refill()

    def _lines(self, typed: str) -> list[Line]:
        return [(code, name) for code, name in self._places if typed in name or code.startswith(typed)]


def ask(desk: Desk, page: "RecordPage") -> None:
    """Open the window; when a place was chosen, put the record there."""
    if page.sight is None:
        return
    places = page.sight.places
    dialog = WhereTo(page, places)
    dialog.accepted.connect(lambda: _put(desk, page, dialog.picker.value(), dict(places)))
    dialog.open()


def _put(desk: Desk, page: "RecordPage", code: str, names: dict[str, str]) -> None:
    if not code:
        return
    kind, record_id = page.kind.name, page.record_id()
    words = translated("moving_away", _ASKED).format(place=names.get(code, code))
    desk.do(
        lambda session: placing.move_to(session, kind, record_id, code),
        lambda _changes: desk.tell(words, "good"),
    )
