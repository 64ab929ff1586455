"""The 22 indicators of the county and its places, worked out from the kept figures."""

from datetime import datetime

from county_server import figures
from county_server.county import County
from county_server.places import Places
from village_desk import times
from village_desk.statistics import Asked, Row, counting, indicator_parts, indicators
from village_desk.statistics.indicator_parts import PARTS
from village_desk.statistics.indicators import REPORT, Basis, Measured

KINDS_READ = (
    *REPORT.days,
    *PARTS.days,
    "adviser_appointment",
    "law_aware_person",
    "volunteer",
)
"""Whoever sees the indicators may read all of these in the whole county."""


def measured(county: County, known: Places, asked: Asked) -> list[Measured]:
    """Return all indicators for a place and period; the table `asked` names does not matter."""
    report, parts = Asked(REPORT, asked.period, asked.place), Asked(PARTS, asked.period, asked.place)
    with county.database.reading():
        basis = Basis(
            counting.tabled(
                county.profile,
                report,
                figures.summed(county, report, "unit"),
                lambda found: [Row(known.name(one), (one,)) for one in known.within(asked.place, found)],
            ),
            figures.summed(county, parts, "unit").totals,
            figures.answers(county, asked),
            indicator_parts.standing(figures.source(county), asked),
            _synced(county, asked),
        )
    return indicators.worked_out(county.profile, asked, basis)


def _synced(county: County, asked: Asked) -> int:
    """Return in how many villages a desk was in contact after the period, or this month while it lasts."""
    today = times.legal_day(county.clock())
    day = asked.period.last if asked.period.last < today else today.replace(day=1)
    since = times.moment_of(datetime(day.year, day.month, day.day, tzinfo=times.CHINA))
    rows = county.database.rows(
        "SELECT DISTINCT d.unit FROM device d JOIN device_contact c ON c.device = d.id"
        " WHERE d.revoked_at IS NULL AND c.at >= ? AND d.unit >= ? AND d.unit < ?",
        *(since, asked.place, asked.place + ":"),
    )
    return sum(not str(unit).endswith("000") for (unit,) in rows)
