"""When a period ends.

The first day is not counted; a period of months ends on the corresponding day, or on the last day of a
shorter month; when its last day is a statutory holiday it ends on the next working day (民法典 第二百零一、
二百零二、二百零三条; 民事诉讼法 第八十五条). Which days are holidays the State Council says each year; beyond
the years known here, Saturdays, Sundays and the holidays of a fixed date count as such.
"""

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import chinese_calendar
import msgspec

from village_desk.fields import is_empty
from village_desk.profile import Profile
from village_desk.profile_file import Deadline

_DAY = timedelta(days=1)
_FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of the holidays the sun sets (全国年节及纪念日放假办法 第二条)."""


def is_working_day(day: date) -> bool:
    """Say whether people work on `day`, weekends worked in exchange for holidays included (调休).

    The library's own question goes through all its holidays each time, and Today asks of hundreds of days.
    """
    if day.year not in _known_years():
        return day.weekday() < 5 and (day.month, day.day) not in _FIXED
    return day in chinese_calendar.workdays or (day.weekday() < 5 and day not in chinese_calendar.holidays)


@cache
def _known_years() -> frozenset[int]:
    return frozenset(day.year for day in chinese_calendar.holidays)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that are not counted, first and last included (不计入期限); without a last one it still lasts."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether `day` is not counted."""
        return self.first <= day and (self.last is None or day <= self.last)


def last_day(deadline: Deadline, start: date, pauses: Sequence[Pause] = ()) -> date | None:
    """Return the last day of the period `deadline` that begins on `start`; None while it stands still.

    A pause adds as many days as it holds back; of several that overlap, each day counts once.
    """
    within = [one for one in pauses if one.last is None or one.last > start]
    match deadline.unit:
        case "working_day":
            return _counted(start, deadline.count, within, is_working_day)
        case "month":
            length = (_months_after(start, deadline.count) - start).days
        case "day":
            length = deadline.count
    if not length:
        return start  # the day that was agreed on, and no period
    ends = _counted(start, length, within, lambda _day: True)
    while ends is not None and not is_working_day(ends):
        ends = _counted(ends, 1, within, lambda _day: True)
    return ends


def days_passed(deadline: Deadline, start: date, until: date, pauses: Sequence[Pause] = ()) -> int:
    """Return how many days of the period have been counted by the end of `until`."""
    if until <= start:
        return 0
    if not pauses:
        return _worked_between(start, until) if deadline.unit == "working_day" else (until - start).days
    days = (start + number * _DAY for number in range(1, (until - start).days + 1))
    return sum(
        (deadline.unit != "working_day" or is_working_day(day)) and not any(one.holds(day) for one in pauses)
        for day in days
    )


def _worked_between(start: date, until: date) -> int:
    """Return how many working days come after `start`, up to the end of `until`.

    By year, not by day: Today asks it of hundreds of records that have waited for years.
    """
    whole = sum(_worked(year)[-1] for year in range(start.year, until.year))
    return whole + _worked(until.year)[_place(until)] - _worked(start.year)[_place(start)]


@cache
def _worked(year: int) -> list[int]:
    """Return of each day of a year how many working days there have been by its end."""
    first = date(year, 1, 1)
    days = (first + number * _DAY for number in range(_place(date(year, 12, 31)) + 1))
    return list(accumulate(is_working_day(day) for day in days))


def _place(day: date) -> int:
    return day.timetuple().tm_yday - 1


Facts = Callable[[str], tuple[object, ...]]
"""What a record says under a name: its own field, or `kind.field` of its case and of what hangs on that."""


def running(
    profile: Profile,
    kind: str,
    values: Mapping[str, object],
    facts: Facts | None = None,
    *,
    ended: bool = False,
) -> list[tuple[Deadline, date]]:
    """Return the periods that run for a record of `kind`, each with the day it began.

    Of several of one name the first whose conditions fit counts: a county puts its own rules first.

    Args:
        profile: Says which periods there are.
        kind: Kind of the record.
        values: Of the record, with what is worked out of it (`effective_on`).
        facts: Answers conditions on other records too; without it, on this one only.
        ended: Return those too that what was done since has ended.
    """
    known = facts or (lambda name: (values.get(name),))
    found: dict[str, tuple[Deadline, date]] = {}
    for deadline in profile.deadlines:
        if deadline.kind != kind or deadline.name in found:
            continue
        start = _start(deadline, values)
        if start is not None and (ended or _goes_on(deadline, values)) and _fits(deadline, known):
            found[deadline.name] = (_counted_by(deadline, values), start)
    return list(found.values())


def _goes_on(deadline: Deadline, values: Mapping[str, object]) -> bool:
    in_state = not deadline.states or values.get("state") in deadline.states
    return in_state and all(is_empty(values.get(name)) for name in deadline.done_by)


def _counted_by(deadline: Deadline, values: Mapping[str, object]) -> Deadline:
    """Return the deadline with the count that the record itself says, where it does."""
    count = values.get(deadline.count_by) if deadline.count_by else None
    return msgspec.structs.replace(deadline, count=count) if isinstance(count, int) else deadline


def _fits(deadline: Deadline, known: Facts) -> bool:
    """Say whether all conditions hold: one of the codes is said, or with no code, nothing is."""
    for name, codes in deadline.when.items():
        said = [value for value in known(name) if not is_empty(value)]
        if not (any(value in codes for value in said) if codes else not said):
            return False
    return True


def _start(deadline: Deadline, values: Mapping[str, object]) -> date | None:
    days = [day for name in deadline.from_ if isinstance(day := values.get(name), date)]
    return max(days) if len(days) == len(deadline.from_) else None


def _counted(start: date, count: int, pauses: Sequence[Pause], counts: Callable[[date], bool]) -> date | None:
    """Return the day on which `count` days after `start` have been counted; None while a pause has no end."""
    day = start
    if not pauses and counts is not is_working_day:
        return start + count * _DAY
    while count:
        day += _DAY
        held = [one for one in pauses if one.holds(day)]
        if any(one.last is None for one in held):
            return None
        count -= not held and counts(day)
    return day


def _months_after(start: date, count: int) -> date:
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return start.replace(year=year, month=month, day=min(start.day, calendar.monthrange(year, month)[1]))
