"""What somebody asks of the statistics: which table, place, time, columns and order; and the answer.

A table is open as far as its records are: of the columns, those whose kind of record the visitor's role may
read in the whole county. A number names nobody, so that confidential records count, as they do at a desk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from county_server import figures, places
from county_server.county import County
from county_server.errors import Refused
from county_server.places import Places
from county_server.web import pages
from county_server.web.signing_in import Visitor
from village_desk import rights, times
from village_desk.rights import TOWNSHIP_DIGITS, VILLAGE_DIGITS
from village_desk.statistics import (
    TABLES,
    Asked,
    Column,
    Counted,
    Group,
    Period,
    Row,
    Span,
    after,
    before,
    counting,
    laying,
    period_of,
)

SPANS: dict[Span, str] = {"month": "月", "quarter": "季度", "half": "半年", "year": "年"}
LEVELS = ("township", "unit")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        name: Of the table.
        span, day: Kind of period, and a day of it.
        place: Code of the county, a township or a village.
        level: What the rows of a table of places are.
        group: Which group of columns is shown, from 0.
        sort: Column by which the rows are ordered, the largest first; "" for the order of their codes.
    """

    name: str
    span: Span
    day: date
    place: str
    level: figures.By
    group: int
    sort: str

    @property
    def period(self) -> Period:
        """The days it is about."""
        return period_of(self.span, self.day)

    @property
    def asked(self) -> Asked:
        """The same, as it is counted."""
        return Asked(TABLES[self.name], self.period, self.place)

    def link(self, path: str = "", **other: object) -> str:
        """Return the address of a page under the statistics that asks this, with some of it otherwise."""
        values: dict[str, object] = {
            "table": self.name,
            "span": self.span,
            "day": self.day.isoformat(),
            "place": self.place,
            "level": self.level,
            "group": self.group,
            "sort": self.sort,
            **other,
        }
        return (
            f"/web/statistics{path}?{urlencode({key: value for key, value in values.items() if value != ''})}"
        )

    def earlier(self) -> str:
        """Return the first day of the period before."""
        return before(self.span, self.period).first.isoformat()

    def later(self) -> str:
        """Return the first day of the period after."""
        return after(self.span, self.period).first.isoformat()


def read(county: County, known: Places, given: Mapping[str, str]) -> Question:
    """Return what an address asks; what it leaves out is usual: the monthly report of this month.

    Raises:
        Refused: "nonsense" (400): no such table, period or order; "absent" (404): no such place.
    """
    name, span = given.get("table", "service_report"), given.get("span", "month")
    place, level = given.get("place", county.code), given.get("level", "")
    group, sort = pages.whole_of(given.get("group", "0")), given.get("sort", "")
    spans = [one for one in SPANS if one == span]
    if name not in TABLES or not spans or level not in ("", *LEVELS) or group is None:
        raise Refused("nonsense")
    if sort and sort not in TABLES[name].columns(county.profile):
        raise Refused("nonsense")
    if not known.knows(place):
        raise Refused("absent", 404)
    usual: figures.By = "township" if len(place) < TOWNSHIP_DIGITS else "unit"
    chosen: figures.By = "unit" if level == "unit" else usual
    return Question(name, spans[0], _day(county, given.get("day", "")), place, chosen, group, sort)


def _day(county: County, text: str) -> date:
    try:
        day = date.fromisoformat(text) if text else times.legal_day(county.clock())
    except ValueError:
        raise Refused("nonsense") from None
    if not 2000 <= day.year < 2100:
        raise Refused("nonsense")
    return day


# ------------------------------------------------------------------ who may ask what


def open_to(who: Visitor, kind: str) -> bool:
    """Say whether a role of the visitor may read records of a kind in the whole county."""
    return any(rights.reach(role, "read", kind) == "county" for role in who.roles)


def tables_for(county: County, who: Visitor) -> dict[str, str]:
    """Return the tables of which the visitor may see at least one column, with their titles."""
    return {
        name: table.title
        for name, table in TABLES.items()
        if any(open_to(who, column.of) for column in table.columns(county.profile).values())
    }


def _open_groups(who: Visitor, groups: Sequence[Group]) -> tuple[Group, ...]:
    found = []
    for group in groups:
        columns = tuple(column for column in group.columns if open_to(who, column.of))
        if columns:
            found.append(Group(group.label, columns))
    return tuple(found)


# ------------------------------------------------------------------ answers


def counted(county: County, who: Visitor, known: Places, question: Question) -> Counted:
    """Return a table with its numbers, as far as it is open to the visitor.

    Raises:
        Refused: "role" (403): none of it is.
    """
    asked = question.asked
    by = _by(question)
    found = counting.tabled(
        county.profile, asked, figures.summed(county, asked, by), partial(_rows, county, known, question)
    )
    groups = _open_groups(who, found.groups)
    if not groups:
        raise Refused("role", 403)
    open_ones = {column.name for group in groups for column in group.columns}
    whole = len(open_ones) == len(found.totals)
    shown = replace(found, groups=groups, failed=found.failed if whole else ())
    return _sorted(shown, question.sort) if question.sort in open_ones else shown


def _by(question: Question) -> figures.By:
    rows = TABLES[question.name].rows
    return question.level if rows == "place" else "month" if rows == "month" else "row"


def _rows(county: County, known: Places, question: Question, found: set[str]) -> list[Row]:
    if TABLES[question.name].rows != "place":
        return laying.rows(county.profile, question.asked, found)
    if question.level == "township":
        offices = [known.county + "000"] if known.county + "000" in found else []
        codes = [*offices, *known.townships(found)]
    else:
        codes = known.within(question.place, found)
    return [
        Row(known.name(code if not code.endswith("000") else code.ljust(12, "0")), (code,)) for code in codes
    ]


def _sorted(found: Counted, name: str) -> Counted:
    order = sorted(range(len(found.rows)), key=lambda at: (-found.numbers[at, name], at))
    numbers = {
        (place, column): found.numbers[at, column]
        for place, at in enumerate(order)
        for column in found.totals
    }
    return replace(found, rows=tuple(found.rows[at] for at in order), numbers=numbers)


def by_month(county: County, question: Question, column: Column) -> list[tuple[str, int]]:
    """Return a column month by month over the calendar year of the question."""
    year = period_of("year", question.day)
    asked = Asked(TABLES[question.name], year, question.place)
    found = figures.summed(county, asked, "month", column.name).found
    months = [day.isoformat()[:7] for day in year.months()]
    return [(f"{int(month[5:])}月", found.get((month, column.name), 0)) for month in months]


def is_village(place: str) -> bool:
    """Say whether a code is that of one unit."""
    return len(place) == VILLAGE_DIGITS


def look(county: County) -> Places:
    """Return the county's places."""
    return places.look(county)
