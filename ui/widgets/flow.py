"""A layout that puts fields side by side as on paper while they fit, and below each other otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

COLUMNS = 12
"""A full line has twelve columns, so that halves, thirds and quarters come out even."""
_LINE_GAP = 4
"""Between the lines of a `WrapRow`, px."""


@dataclass(slots=True)
class _Place:
    item: QLayoutItem
    span: int
    least: int


class FieldFlow(QLayout):
    """Lines of fields on twelve columns; a field never gets narrower than its least width.

    A line that had to be broken is stretched to the full width, so that edges stay aligned.
    """

    def __init__(self, spacing: int = 12, *, fill: bool = False) -> None:
        """Make it; with `fill` every line takes the full width."""
        super().__init__()
        self._fill = fill
        self._places: list[_Place] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, span: int, least: int) -> None:
        """Add a widget.

        Args:
            widget: What to show.
            span: How many of the twelve columns it takes where there is room.
            least: Its least width in px.
        """
        self.addChildWidget(widget)
        self._places.append(_Place(QWidgetItem(widget), span, least))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item over the full width; Qt's own way in."""
        self._places.append(_Place(item, COLUMNS, 0))

    def count(self) -> int:
        """Return the number of items."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # None ends Qt's loop
        """Take an item out, or None past the end."""
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more height than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines need at `width`; Qt asks many times before anything changes."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something inside has changed: measure anew."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size: the width decides the height."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the width of the widest least width."""
        return QSize(max((place.least for place in self._places if _shown(place)), default=0), 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        for line in self._lines(rect.width()):
            widths = self._widths(line, rect.width())
            height = max(_height(place.item, width) for (place, _), width in zip(line, widths, strict=True))
            left = rect.x()
            for (place, _), width in zip(line, widths, strict=True):
                if move:
                    place.item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
                left += width + self.spacing()
            top += height + self.spacing()
        return max(0, top - rect.y() - self.spacing())

    def _lines(self, width: int) -> Iterator[list[tuple[_Place, int]]]:
        column = max(1.0, (width + self.spacing()) / COLUMNS)
        line: list[tuple[_Place, int]] = []
        used = 0
        for place in self._places:
            if not _shown(place):
                continue
            needed = -(-(place.least + self.spacing()) // column)
            span = min(COLUMNS, max(place.span, int(needed)))
            if line and used + span > COLUMNS:
                yield line
                line, used = [], 0
            line.append((place, span))
            used += span
        if line:
            yield line

    def _widths(self, line: list[tuple[_Place, int]], width: int) -> list[int]:
        used = sum(span for _, span in line)
        broken = any(span > place.span for place, span in line)
        whole = used if self._fill or (broken and len(line) > 1) else COLUMNS
        column = (width + self.spacing()) / whole
        edges = [0]
        for _, span in line:
            edges.append(edges[-1] + span)
        return [
            round(end * column) - round(start * column) - self.spacing() for start, end in pairwise(edges)
        ]


def _shown(place: _Place) -> bool:
    return not place.item.isEmpty()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()


class WrapRow(FieldFlow):
    """Widgets at their own width, side by side while they fit; at the right end if `right`."""

    def __init__(self, spacing: int = 8, *, right: bool = False) -> None:
        super().__init__(spacing)
        self._right = right

    def put(self, widget: QWidget) -> None:
        """Add a widget at its own width."""
        self.add(widget, 1, 0)

    def minimumSize(self) -> QSize:
        """Return the width of the widest item."""
        widest = max((place.item.sizeHint().width() for place in self._places if _shown(place)), default=0)
        return QSize(widest, 0)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top, line, used = rect.y(), list[QLayoutItem](), 0
        for item in [place.item for place in self._places if _shown(place)]:
            width = item.sizeHint().width()
            if line and used + width > rect.width():
                top += self._place_line(line, rect, top, move=move) + min(self.spacing(), _LINE_GAP)
                line, used = [], 0
            line.append(item)
            used += width + self.spacing()
        if line:
            top += self._place_line(line, rect, top, move=move)
        return top - rect.y()

    def _place_line(self, line: list[QLayoutItem], rect: QRect, top: int, *, move: bool) -> int:
        height = max(item.sizeHint().height() for item in line)
        total = sum(item.sizeHint().width() + self.spacing() for item in line) - self.spacing()
        left = rect.x() + (max(0, rect.width() - total) if self._right else 0)
        for item in line:
            width = min(item.sizeHint().width(), rect.width())
            if move:
                item.setGeometry(QRect(left, top, width, height))
            left += width + self.spacing()
        return height
