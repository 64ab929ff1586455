"""A table of statistics for the screen: the longer of columns and rows runs down, headings stay in sight."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui import theme
from village_desk.statistics import Cell, Column, Counted, Row
from village_desk.statistics.wording import TOTAL, heading, number_text

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the screen: a bar over a group of columns, a column, or a row of the table."""

    label: str
    column: Column | None = None
    row: int | None = None
    bar: bool = False


class NumberModel(QAbstractTableModel):
    """Shows the numbers of one table."""

    def __init__(self) -> None:
        super().__init__()
        self._counted: Counted | None = None
        self._down: list[_Line] = []
        self._across: list[_Line] = []

    def show(self, counted: Counted) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._counted = counted
        rows = [_Line(TOTAL), *(_Line(row.label, row=at) for at, row in enumerate(counted.rows))]
        columns = [_Line(heading(column), column) for column in counted.columns]
        if len(rows) > len(columns):
            self._down, self._across = rows, columns
        else:
            self._across = rows
            self._down = [
                line
                for group in counted.groups
                for line in (
                    _Line(group.label, bar=True),
                    *(_Line(heading(column), column) for column in group.columns),
                )
            ]
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return the number at a place of the screen, or None for a bar and for nought."""
        if self._counted is None or not index.isValid():
            return None
        column, at = self._place(index)
        return Cell(column.name, self._row(at)) if column and self._value(column, at) else None

    def title(self, cell: Cell) -> str:
        """Return how a number is called: its row and its column."""
        if self._counted is None:
            return ""
        column = next(one for one in self._counted.columns if one.name == cell.column)
        return f"{cell.row.label if cell.row else TOTAL} · {column.label}"

    def bars(self) -> list[int]:
        """Return which lines are bars."""
        return [place for place, line in enumerate(self._down) if line.bar]

    def texts(self, column: int) -> list[str]:
        """Return what stands in a column of the screen."""
        places = [self.index(line, column) for line in range(len(self._down))]
        return [str(self.data(place) or "") for place in places]

    # ------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._down)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._across)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self._down[index.row()].bar else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        column, at = self._place(index)
        if column is None:
            return QColor(theme.current().colour("page")) if role == Qt.ItemDataRole.BackgroundRole else None
        number = self._value(column, at)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.current().colour(self._ink(number, at)))
        return number_text(column, number) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        lines = self._across if orientation == Qt.Orientation.Horizontal else self._down
        if not 0 <= section < len(lines):
            return None
        if role == Qt.ItemDataRole.ForegroundRole and lines[section].bar:
            return QColor(theme.current().colour("accent"))
        return lines[section].label if role == Qt.ItemDataRole.DisplayRole else None

    # ------------------------------------------------------------ places

    def _place(self, index: Index) -> tuple[Column | None, int | None]:
        down, across = self._down[index.row()], self._across[index.column()]
        if down.bar:
            return None, None
        return (down.column, across.row) if down.column else (across.column, down.row)

    def _row(self, at: int | None) -> Row | None:
        return None if at is None or self._counted is None else self._counted.rows[at]

    def _value(self, column: Column, at: int | None) -> int:
        if self._counted is None:
            return 0
        return self._counted.totals[column.name] if at is None else self._counted.numbers[at, column.name]

    def _ink(self, number: int, at: int | None) -> str:
        """Return the colour of a number: what is not nought stands out, the total most."""
        if not number:
            return "secondary"
        return "accent" if at is None else "ink"
