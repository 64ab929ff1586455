"""Records of one kind as a table that fetches its pages when they are scrolled to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.widgets.labels import Tone
from ui.widgets.shown import mark_text, standing, state_tone
from village_desk.fields import Spec
from village_desk.i18n import N_, translated
from village_desk.profile import Profile
from village_desk.queries.lists import PAGE
from village_desk.queries.marks import Mark
from village_desk.queries.records import Record
from village_desk.queries.reviews import ReviewState
from village_desk.shown import shown

ToneRole = Qt.ItemDataRole.UserRole + 1
"""The tone of a cell that is painted as a chip; None for plain text."""

Index = QModelIndex | QPersistentModelIndex

NEVER_SENT = ReviewState()
_STATE, _REVIEW, _COUNTY = "state", "*review", "*county"
_OWN_HEADINGS = {
    _STATE: N_("record_table", "State"),
    _REVIEW: N_("record_table", "Judicial office"),
    _COUNTY: N_("record_table", "County"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """A record, where it stands with the township, and where on its way to the county."""

    record: Record
    review: ReviewState = NEVER_SENT
    mark: Mark = "received"


class RecordModel(QAbstractTableModel):
    """Shows rows of one kind.

    Signals:
        more_wanted: The view has come to the end: offset of the next page.
    """

    more_wanted = Signal(int)

    def __init__(
        self, specs: Sequence[Spec], profile: Profile, *, reviewed: bool, state: Spec | None
    ) -> None:
        super().__init__()
        self._profile = profile
        self._specs: dict[str, Spec] = {spec.name: spec for spec in specs}
        if state:
            self._specs[_STATE] = state
        self.columns = [*self._specs, *([_REVIEW] if reviewed else []), _COUNTY]
        self._rows: list[Row] = []
        self._at_end = True

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows by the first page."""
        self.beginResetModel()
        self._rows = list(rows)
        self._at_end = len(rows) < PAGE
        self.endResetModel()

    def add(self, rows: Sequence[Row]) -> None:
        """Append the next page."""
        self._at_end = len(rows) < PAGE
        known = {row.record.id for row in self._rows}
        new = [row for row in rows if row.record.id not in known]
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def row(self, place: int) -> Row | None:
        """Return the row at `place`."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, record_id: bytes) -> int:
        """Return where a record is shown, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.record.id == record_id), -1)

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._at_end

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._at_end = True  # asked once; `add` says whether there is more
            self.more_wanted.emit(len(self._rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            ToneRole,
        ):
            return None
        text, tone = self._cell(self._rows[index.row()], self.columns[index.column()])
        if role == ToneRole:
            return tone
        return text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self.columns[section]
        if name in _OWN_HEADINGS:
            return translated("record_table", _OWN_HEADINGS[name])
        spec = self._specs[name]
        return spec.paper or translated("kinds", spec.label)

    def _cell(self, row: Row, name: str) -> tuple[str, Tone | None]:
        if name == _REVIEW:
            return standing(row.review)
        if name == _COUNTY:
            return mark_text(row.mark)
        text = shown(self._profile, self._specs[name], row.record.values.get(name))
        if name == _STATE:
            return text, state_tone(row.record.state)
        return text.replace("\n", " "), None
