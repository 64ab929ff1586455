"""A table of statistics on paper."""

from collections.abc import Iterator

from ui.desk_paper import DeskPaper, DeskTable, about_lines, foot_of
from ui.pages import monthly_report
from village_desk.session import Session
from village_desk.statistics import Counted, Group
from village_desk.statistics.wording import (
    TOTAL,
    about_text,
    bands,
    closing,
    first_head,
    heading,
    number_text,
)

_FIRST_WIDTH, _WIDTH, _MONEY_WIDTH = 27, 12, 19
_HEADS_HIGH, _LINE_HIGH, _TOP_HIGH, _PAGE_HIGH = 30.0, 6.8, 34.0, 172.0
"""About how high headings, a line, the title and a page are, in millimetres: a table begins where it fits."""


def paper_of(session: Session, counted: Counted, place: str) -> DeskPaper:
    """Return the table for the printer: groups of columns under each other, A4 landscape."""
    monthly = counted.asked.table.name == monthly_report.NAME
    return DeskPaper(
        title=counted.asked.table.title,
        about=(about_text(counted, place), *about_lines(session)),
        closing=closing(counted),
        foot=foot_of(session),
        tables=(monthly_report.table_of(session, counted),) if monthly else tuple(_tables(counted)),
        wide=True,
    )


def file_name(counted: Counted, place: str) -> str:
    """Return a name for the spreadsheet; it holds no personal data."""
    return f"{counted.asked.table.title} {place} {counted.asked.period.name}.xlsx"


def _tables(counted: Counted) -> Iterator[DeskTable]:
    """Put groups side by side as long as they fit, and begin a page where the next table would be cut."""
    height = _HEADS_HIGH + _LINE_HIGH * (len(counted.rows) + 1)
    used = _TOP_HIGH
    for groups in bands(counted.groups):
        fresh = used > _TOP_HIGH and used + height > _PAGE_HIGH
        used = height if fresh else used + height
        yield _band(counted, groups, fresh=fresh)


def _band(counted: Counted, groups: list[Group], *, fresh: bool) -> DeskTable:
    columns = [column for group in groups for column in group.columns]
    rows = [
        (row.label, *(number_text(column, counted.numbers[at, column.name]) for column in columns))
        for at, row in enumerate(counted.rows)
    ]
    total = (TOTAL, *(number_text(column, counted.totals[column.name]) for column in columns))
    return DeskTable(
        heads=(
            ((first_head(counted), 1), *((group.label, len(group.columns)) for group in groups)),
            (("", 1), *((heading(column), 1) for column in columns)),
        ),
        widths=(_FIRST_WIDTH, *(_MONEY_WIDTH if one.unit == "万元" else _WIDTH for one in columns)),
        rows=(*rows, total),
        numbers=True,
        fresh=fresh,
    )
