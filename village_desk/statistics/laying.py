"""The rows of tables that are no places: months of the period, kinds of dispute, topics."""

from village_desk.profile import Profile
from village_desk.statistics.counting import Asked, Row

NOT_FILLED = "未填"


def rows(profile: Profile, asked: Asked, found: set[str]) -> list[Row]:
    """Return a row for each month, or for each code of the list, and one for what is in none."""
    if asked.table.rows == "month":
        months = [day.isoformat()[:7] for day in asked.period.months()]
        return [Row(f"{int(month[:4])}年{int(month[5:])}月", (month,)) for month in months]
    return _type_rows(profile, found, asked.table.rows)


def _type_rows(profile: Profile, found: set[str], name: str) -> list[Row]:
    """Return a row for each code of a list; kinds of dispute that count as one are one."""
    by_counted: dict[str, list[str]] = {}
    for code in profile.lists[name]:
        counted_as = profile.maps_to(name, code.code) if name == "dispute_type" else code.code
        by_counted.setdefault(counted_as, []).append(code.code)
    made = [Row(profile.label(name, codes[0]), tuple(codes)) for codes in by_counted.values()]
    other = tuple(sorted(found - {code for row in made for code in row.keys}))
    return [*made, Row(NOT_FILLED, other)] if other else made
