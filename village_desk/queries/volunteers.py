"""What a volunteer has served, added up for the certificate (志愿服务条例 第十九条)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

VOLUNTEER, SERVICE = "volunteer", "volunteer_service"
MOST_A_DAY = 480
"""Minutes a day a volunteer normally serves at most (法律援助志愿者管理办法 第十七条)."""

Services = Sequence[Mapping[str, object]]


def minutes(services: Services) -> int:
    """Return the minutes served in all."""
    return sum(value for one in services if isinstance(value := one.get("minutes"), int))


def hours_text(whole: int) -> str:
    """Return minutes as hours with at most one decimal: 750 is 12.5."""
    tenths = (whole + 3) // 6
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def long_days(services: Services) -> list[date]:
    """Return the days on which more was written down than is usual."""
    by_day: dict[date, int] = defaultdict(int)
    for one in services:
        day, took = one.get("served_on"), one.get("minutes")
        if isinstance(day, date) and isinstance(took, int):
            by_day[day] += took
    return sorted(day for day, took in by_day.items() if took > MOST_A_DAY)


def certified(values: Mapping[str, object], services: Services, today: date) -> dict[str, object]:
    """Return what the certificate says beside the record: the time from and to, the hours, four digits.

    Of the ID number the last four digits stand on it and no more.
    """
    days = sorted(day for one in services if isinstance(day := one.get("served_on"), date))
    number = str(values.get("id_number") or "")
    return {
        "period": f"{_day(days[0])}至{_day(days[-1])}" if days else "",
        "total": hours_text(minutes(services)) if services else "",
        "note": number[-4:],
        "day": _day(today),
    }


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
