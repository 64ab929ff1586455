"""What a table of statistics says: its checks in words, and its paper."""

from collections.abc import Iterator

from ui.desk_paper import DeskPaper, DeskTable, about_lines, foot_of
from ui.models.number_model import TOTAL, heading, number_text
from ui.pages import monthly_report
from village_desk.i18n import N_, translated
from village_desk.session import Session
from village_desk.statistics import Counted, Failed, Group, Table

_UNIT = "单位"
_MOST_COLUMNS = 19
"""Columns of numbers side by side on A4 landscape that can still be read."""
_FIRST_WIDTH, _WIDTH, _MONEY_WIDTH = 27, 12, 19
_HEADS_HIGH, _LINE_HIGH, _TOP_HIGH, _PAGE_HIGH = 30.0, 6.8, 34.0, 172.0
"""About how high headings, a line, the title and a page are, in millimetres: a table begins where it fits."""
_ZERO = N_("statistics", "Zero report: in this period there was no mediation and no sweep here.")
_ABOUT = N_("statistics", "Reported by: {place}   Period: {period}, by the day of acceptance")
_ZERO_ADVISER = N_(
    "statistics", "Zero report: in this period no visit of an adviser was approved and no opinion given here."
)
_ABOUT_ADVISER = N_(
    "statistics", "Reported by: {place}   Period: {period}, by the day of service; approved visits only"
)
_COUNTS = N_("statistics", "A case counts on the day it was accepted.")
_COUNTS_ADVISER = N_(
    "statistics", "A visit counts on its day of service, once the township has approved its log."
)
_ZERO_SERVICES = N_("statistics", "Zero report: in this period nobody was served here.")
_ABOUT_SERVICES = N_("statistics", "Reported by: {place}   Period: {period}, each record by its own day")
_COUNTS_SERVICES = N_(
    "statistics", "A consultation counts on the day it was registered, everything else on its own day."
)
_AT_ODDS = N_("statistics", "Check: {sentence}")
_CHECKS = {
    "committees": N_(
        "statistics",
        "The kinds of committee add up to {left}, the cases to {right}: of {records} the kind is unknown.",
    ),
    "sources": N_(
        "statistics",
        "The ways cases came add up to {left}, the cases to {right}: in {records} it is not filled in.",
    ),
    "referred": N_(
        "statistics", "The offices that referred cases add up to {left}, the referred cases to {right}."
    ),
    "types": N_(
        "statistics",
        "The kinds of dispute add up to {left}, the cases to {right}: in {records} it is not filled in.",
    ),
    "results": N_(
        "statistics", "The results add up to {left}, the cases to {right}: {records} are closed without one."
    ),
    "agreements": N_(
        "statistics",
        "Oral and written agreements are {left}, successes {right}: {records} cases lack one of the two.",
    ),
    "performed": N_("statistics", "{records} cases are performed but were not settled."),
    "confirmation": N_("statistics", "{records} cases asked a court for confirmation without an agreement."),
    "undated": N_(
        "statistics", "{records} accepted cases have no day of acceptance and stand in no period. Fill it in."
    ),
    "sums": N_("statistics", "The rows add up to {left}, the whole is {right}. Please tell the county."),
}


def failed_text(failed: Failed) -> str:
    """Return what does not agree, in words."""
    words = translated("statistics", _CHECKS[failed.name])
    return words.format(left=failed.left, right=failed.right, records=failed.records)


def zero_text(table: Table) -> str:
    """Return that nothing happened, which is a report as well (零报告)."""
    return translated("statistics", _of(table, _ZERO, _ZERO_ADVISER, _ZERO_SERVICES))


def counts_text(table: Table) -> str:
    """Return on which day something counts."""
    return translated("statistics", _of(table, _COUNTS, _COUNTS_ADVISER, _COUNTS_SERVICES))


def _of(table: Table, cases: str, adviser: str, services: str) -> str:
    """Return the text that fits what a table counts."""
    if "consultation" in table.days:
        return services
    return cases if "mediation_case" in table.days else adviser


def about_text(counted: Counted, place: str) -> str:
    """Return which unit and period the table is about, and which day puts a case into it."""
    words = translated("statistics", _of(counted.asked.table, _ABOUT, _ABOUT_ADVISER, _ABOUT_SERVICES))
    return words.format(place=place, period=counted.asked.period.name)


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


def closing(counted: Counted) -> tuple[str, ...]:
    """Return the lines under the table: that it is a zero report, and what does not agree."""
    words = translated("statistics", _AT_ODDS)
    odds = tuple(words.format(sentence=failed_text(one)) for one in counted.failed)
    return (zero_text(counted.asked.table), *odds) if counted.empty else odds


def _tables(counted: Counted) -> Iterator[DeskTable]:
    """Put groups side by side as long as they fit, and begin a page where the next table would be cut."""
    height = _HEADS_HIGH + _LINE_HIGH * (len(counted.rows) + 1)
    used = _TOP_HIGH
    for groups in _bands(counted.groups):
        fresh = used > _TOP_HIGH and used + height > _PAGE_HIGH
        used = height if fresh else used + height
        yield _band(counted, groups, fresh=fresh)


def _bands(groups: tuple[Group, ...]) -> list[list[Group]]:
    bands: list[list[Group]] = [[]]
    for group in groups:
        if bands[-1] and sum(len(one.columns) for one in (*bands[-1], group)) > _MOST_COLUMNS:
            bands.append([])
        bands[-1].append(group)
    return bands


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


def first_head(counted: Counted) -> str:
    """Return the heading of the rows."""
    return {"place": _UNIT, "month": "月份", "dispute_type": "纠纷类型", "topic": "事由"}[
        counted.asked.table.rows
    ]
