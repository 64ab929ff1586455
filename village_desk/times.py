"""Moments and legal days.

A moment is an integer of milliseconds since 1970 in UTC. A legal day (the date of a paper, a deadline)
is a calendar date in China Standard Time, UTC+8, and is never converted.
"""

import time
from datetime import UTC, date, datetime, timedelta, timezone

Moment = int

CHINA = timezone(timedelta(hours=8), "UTC+8")


def now() -> Moment:
    """Return the present moment of this PC's clock, which may be wrong; nothing is ordered by it."""
    return time.time_ns() // 1_000_000


def legal_day(moment: Moment) -> date:
    """Return the date in UTC+8 on which `moment` falls."""
    return datetime.fromtimestamp(moment / 1000, tz=CHINA).date()


def local_text(moment: Moment) -> str:
    """Return `moment` as people here read it: 2026-11-21 15:04."""
    return datetime.fromtimestamp(moment / 1000, tz=CHINA).strftime("%Y-%m-%d %H:%M")


def moment_of(when: datetime) -> Moment:
    """Return the moment of an aware `when`."""
    return round(when.astimezone(UTC).timestamp() * 1000)


def age_on(born: date, day: date) -> int:
    """Return the age in full years (周岁) on `day`; the birthday itself counts (民法典 第二百条)."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
