"""When a period ends.

The first day is not counted; a period of months ends on the corresponding day, or on the last day of a
shorter month; when its last day is a statutory holiday it ends on the next working day (民法典 第二百零一、
二百零二、二百零三条; 民事诉讼法 第八十五条). Which days are holidays the State Council says each year; beyond
the years known here, Saturdays and Sundays count as holidays.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import chinese_calendar

from village_desk.profile import Deadline, Profile

_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Say whether people work on `day`, weekends worked in exchange for holidays included (调休).

    The library's own question goes through all its holidays each time, and Today asks of hundreds of days.
    """
    if day.year not in _known_years():
        return day.weekday() < 5
    return day in chinese_calendar.workdays or (day.weekday() < 5 and day not in chinese_calendar.holidays)


@cache
def _known_years() -> frozenset[int]:
    return frozenset(day.year for day in chinese_calendar.holidays)


def last_day(deadline: Deadline, start: date) -> date:
    """Return the last day of the period `deadline` that begins on `start`."""
    match deadline.unit:
        case "working_day":
            return _working_days_after(start, deadline.count)
        case "month":
            return _next_working_day(_months_after(start, deadline.count))
        case "day":
            return _next_working_day(start + deadline.count * _DAY)


def running(profile: Profile, kind: str, values: Mapping[str, object]) -> list[tuple[Deadline, date]]:
    """Return the periods that run for a record of `kind`, each with its last day, soonest first."""
    found = []
    for deadline in profile.deadlines:
        start = _start(deadline, values)
        in_state = not deadline.states or values.get("state") in deadline.states
        if deadline.kind == kind and in_state and start is not None:
            found.append((deadline, last_day(deadline, start)))
    return sorted(found, key=lambda one: one[1])


def _start(deadline: Deadline, values: Mapping[str, object]) -> date | None:
    days = [day for name in deadline.from_ if isinstance(day := values.get(name), date)]
    return max(days) if len(days) == len(deadline.from_) else None


def _working_days_after(start: date, count: int) -> date:
    day = start
    while count:
        day += _DAY
        count -= is_working_day(day)
    return day


def _next_working_day(day: date) -> date:
    while not is_working_day(day):
        day += _DAY
    return day


def _months_after(start: date, count: int) -> date:
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return start.replace(year=year, month=month, day=min(start.day, calendar.monthrange(year, month)[1]))
