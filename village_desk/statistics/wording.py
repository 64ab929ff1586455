"""What a table of statistics says: its numbers, headings and checks in words."""

from collections.abc import Sequence
from decimal import Decimal

from village_desk.i18n import N_, translated
from village_desk.statistics.counting import Counted, Failed
from village_desk.statistics.declared import Column, Group, Table

TOTAL = "合计"
_FEN = 1_000_000
"""Fen in ten thousand yuan (万元)."""
_UNIT = "单位"
_MOST_COLUMNS = 19
"""Columns of numbers side by side on A4 landscape that can still be read."""
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


def number_text(column: Column, number: int) -> str:
    """Return a number as it stands in the table; money in ten thousand yuan, to the fen; time in hours."""
    if column.unit == "小时":
        return f"{hours(number):f}"
    return f"{exact(number):,f}" if column.unit == "万元" else str(number)


def heading(column: Column) -> str:
    """Return a column's heading with its unit; what is part of another says so."""
    part = "其中：" if column.part else ""
    return f"{part}{column.label}（{column.unit}）"


def exact(fen: int) -> Decimal:
    """Return fen as ten thousand yuan, exactly, with two decimals at least."""
    value = Decimal(fen) / _FEN
    least = value.quantize(Decimal("0.01"))
    return least if least == value else value.normalize()


def hours(minutes: int) -> Decimal:
    """Return minutes as hours with one decimal; a tenth that was only begun does not count."""
    return Decimal(minutes * 10 // 60) / 10


def closing(counted: Counted) -> tuple[str, ...]:
    """Return the lines under the table: that it is a zero report, and what does not agree."""
    words = translated("statistics", _AT_ODDS)
    odds = tuple(words.format(sentence=failed_text(one)) for one in counted.failed)
    return (zero_text(counted.asked.table), *odds) if counted.empty else odds


def first_head(counted: Counted) -> str:
    """Return the heading of the rows."""
    return {"place": _UNIT, "month": "月份", "dispute_type": "纠纷类型", "topic": "事由"}[
        counted.asked.table.rows
    ]


def bands(groups: Sequence[Group]) -> list[list[Group]]:
    """Put groups side by side as long as they fit on a sheet."""
    found: list[list[Group]] = [[]]
    for group in groups:
        if found[-1] and sum(len(one.columns) for one in (*found[-1], group)) > _MOST_COLUMNS:
            found.append([])
        found[-1].append(group)
    return found
