"""A table of statistics as a spreadsheet. Imported when the first is made: the library takes its time."""

from collections.abc import Sequence

from village_desk import exports
from village_desk.statistics.counting import Counted
from village_desk.statistics.declared import Column
from village_desk.statistics.wording import TOTAL, about_text, closing, exact, first_head, heading, hours


def sheet_of(counted: Counted, place: str, about: Sequence[str]) -> exports.Sheet:
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
        about=(about_text(counted, place), *about),
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
