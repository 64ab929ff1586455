"""How the county stands, in the numbers a person who runs it looks at first."""

from dataclasses import dataclass

from county_server import blobs, own
from county_server.county import County
from village_desk import times

DAY_MS = 86_400_000
QUIET_DAYS = 7
"""A desk not heard of for so long is marked."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers of now; `last` and `backup` are when the last change came and was backed up, or 0."""

    desks: int
    quiet: int
    people: int
    changes: int
    aside: int
    conflicts: int
    last: times.Moment
    backup: times.Moment


def look(county: County) -> Standing:
    """Count, in one consistent state."""
    now, mine = county.clock(), own.device(county)  # what the county writes itself comes from no desk
    with county.database.reading():
        return Standing(
            desks=_one(county, "SELECT count(*) FROM device WHERE revoked_at IS NULL AND id <> ?", mine),
            quiet=_one(
                county,
                "SELECT count(*) FROM device d LEFT JOIN device_contact c ON c.device = d.id"
                " WHERE d.revoked_at IS NULL AND d.id <> ? AND COALESCE(c.at, 0) < ?",
                mine,
                now - QUIET_DAYS * DAY_MS,
            ),
            people=_one(county, "SELECT count(*) FROM user_account"),
            changes=_one(county, "SELECT head FROM feed_head WHERE one = 1"),
            aside=_one(county, "SELECT count(*) FROM quarantine"),
            conflicts=_one(county, "SELECT count(*) FROM conflict WHERE open = 1"),
            last=_one(county, "SELECT received_at FROM feed ORDER BY seq DESC LIMIT 1"),
            backup=_one(county, "SELECT v FROM meta WHERE k = ?", blobs.BACKED_UP),
        )


def _one(county: County, sql: str, *values: object) -> int:
    row = county.database.one(sql, *values)
    return int(row[0]) if row and row[0] is not None else 0
