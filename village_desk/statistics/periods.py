"""The time a table is about: month, quarter, half-year, year, or any two days (domain: mediation §4.8)."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Span = Literal["month", "quarter", "half", "year"]
MONTHS: dict[Span, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True)
class Period:
    """Legal days from `first` to `last`, both counted."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """As a report is headed: 2026年第三季度; any other two days as they are."""
        year, whole = self.first.year, _whole(self)
        if whole == "year":
            return f"{year}年"
        if whole == "half":
            return f"{year}年{'上' if self.first.month == 1 else '下'}半年"
        if whole == "quarter":
            return f"{year}年第{_NUMERALS[self.first.month // 3]}季度"
        if whole == "month":
            return f"{year}年{self.first.month}月"
        days = dict.fromkeys((_day_name(self.first), _day_name(self.last)))
        return "至".join(days)

    def months(self) -> Iterator[date]:
        """Yield the first day of each month the period touches, in order."""
        day = self.first.replace(day=1)
        while day <= self.last:
            yield day
            day = _month_on(day, 1)


ALL_TIME = Period(date.min, date.max)
"""Every day there is."""


def period_of(span: Span, day: date) -> Period:
    """Return the month, quarter, half-year or year in which `day` lies."""
    count = MONTHS[span]
    month = (day.month - 1) // count * count + 1
    first = date(day.year, month, 1)
    end = _month_on(first, count - 1)
    return Period(first, end.replace(day=monthrange(end.year, end.month)[1]))


def before(span: Span, period: Period) -> Period:
    """Return the period of the same kind before `period`."""
    return period_of(span, period.first - timedelta(days=1))


def after(span: Span, period: Period) -> Period:
    """Return the period of the same kind after `period`."""
    return period_of(span, period.last + timedelta(days=1))


def _whole(period: Period) -> Span | None:
    return next((span for span in MONTHS if period_of(span, period.first) == period), None)


def _month_on(first: date, count: int) -> date:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _day_name(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
