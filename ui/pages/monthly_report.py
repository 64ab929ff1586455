"""The monthly report of services on paper (公共法律服务工作月报表, form 060; domain: services §5.2).

One line a village, then the whole and the year to date; the columns are those the county asks for, in their
order. On the screen the same numbers stand as the table of statistics.
"""

from collections.abc import Mapping
from datetime import date

from ui.desk_paper import DeskTable
from village_desk import statistics
from village_desk.session import Session
from village_desk.statistics import Asked, Counted, Period
from village_desk.statistics.wording import TOTAL, number_text

NAME = "service_report"
"""The table of statistics it is printed from."""
YEAR_TO_DATE = "本年累计"
_RATE = "满意率%"
_COLUMNS = {
    "visit": ("来访", 13),
    "call": ("来电", 13),
    "net": ("网络", 13),
    "home": ("上门", 13),
    "talks": ("咨询合计", 16),
    "aid": ("法律援助申请", 18),
    "referrals": ("转办件", 14),
    "mediated": ("调解", 13),
    "visits": ("顾问服务次", 17),
    "hours": ("顾问小时", 16),
    "lectures": ("讲座场", 14),
    "audience": ("受众人次", 17),
    "leaflets": ("资料份", 14),
    "priority": ("重点人群人次", 20),
}
"""Heading and width in millimetres of each column of numbers, by the name of what it counts."""


def table_of(session: Session, counted: Counted) -> DeskTable:
    """Return the report as one table; the year to date is counted for it."""
    heads = ("序号", "村（居）", *(label for label, _width in _COLUMNS.values()), _RATE)
    year = statistics.counted(session, _year_to_date(counted.asked))
    rows = []
    for at, row in enumerate(counted.rows):
        numbers = {name: counted.numbers[at, name] for name in counted.totals}
        rows.append((str(at + 1), row.label, *_line(counted, numbers)))
    rows += [
        ("", TOTAL, *_line(counted, counted.totals)),
        ("", YEAR_TO_DATE, *_line(year, year.totals)),
    ]
    return DeskTable(
        heads=(tuple((head, 1) for head in heads),),
        widths=(8, 26, *(width for _label, width in _COLUMNS.values()), 17),
        rows=tuple(rows),
        numbers=True,
    )


def _year_to_date(asked: Asked) -> Asked:
    """Return the same question from New Year's Day to the end of the period."""
    last = asked.period.last
    return Asked(asked.table, Period(date(last.year, 1, 1), last), asked.place)


def _line(counted: Counted, numbers: Mapping[str, int]) -> tuple[str, ...]:
    columns = {column.name: column for column in counted.columns}
    return (*(number_text(columns[name], numbers[name]) for name in _COLUMNS), _rate(numbers))


def _rate(numbers: Mapping[str, int]) -> str:
    """Return 满意率 with the answers it comes from beside it; a dash where nobody answered."""
    answers = numbers["answers"]
    return f"{100 * numbers['satisfied'] / answers:.0f}（{answers}）" if answers else "—"
