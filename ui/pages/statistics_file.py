"""A table of statistics as a spreadsheet. Imported when the first is saved: the library takes its time."""

from pathlib import Path

from ui.desk_paper import about_lines
from ui.models.number_model import TOTAL, exact, heading, hours
from ui.pages.statistics_texts import about_text, closing, first_head
from village_desk import exports
from village_desk.session import Session
from village_desk.statistics import Column, Counted


def write(session: Session, counted: Counted, place: str, path: Path) -> None:
    """Write the table to `path`; it holds numbers only.

    Raises:
        StoreTrouble: The disk is full or read-only.
    """
    exports.save(path, exports.workbook(sheet_of(session, counted, place)))


def sheet_of(session: Session, counted: Counted, place: str) -> exports.Sheet:
    """Return the table for a spreadsheet: one line a row, all columns side by side."""
    rows = [*enumerate(counted.rows), (None, None)]
    lines: list[tuple[exports.Value, ...]] = []
    for at, row in rows:
        numbers = [_number(counted, at, column) for column in counted.columns]
        values = [_shown(column, number) for column, number in zip(counted.columns, numbers, strict=True)]
        lines.append((row.label if row else TOTAL, *values))
    groups = ((first_head(counted), 1), *((group.label, len(group.columns)) for group in counted.groups))
    heads = (("", 1), *((heading(column), 1) for column in counted.columns))
    return exports.Sheet(
        title=counted.asked.table.title,
        about=(about_text(counted, place), *about_lines(session)),
        heads=(groups, heads),
        rows=tuple(lines),
        widths=(18, *(10 for _ in counted.columns)),
        closing=closing(counted),
    )


def _shown(column: Column, number: int) -> exports.Value:
    if column.unit == "万元":
        return exact(number)
    return hours(number) if column.unit == "小时" else number


def _number(counted: Counted, at: int | None, column: Column) -> int:
    return counted.totals[column.name] if at is None else counted.numbers[at, column.name]
