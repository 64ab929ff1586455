"""Which units work with the program: last change received, last contact, and what they used it for."""

from dataclasses import dataclass

from county_server import accounts, contacts, enrolment, own
from county_server.county import County
from village_desk import times
from village_desk.i18n import translated
from village_desk.kinds import KINDS

DAYS = 30
LOOKED_AT = 500
"""Changes of a desk that are looked at, the newest: enough to say what it does."""
_DAY_MS = 86_400_000
_TOOLS = frozenset(("attachment", "sheet", "supplement", "submission", "review", "release"))
"""Kinds that come of other work and say nothing of what a unit does."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What a unit did.

    Attributes:
        code, name: The unit.
        last: When the county received its newest change, or 0.
        heard: When one of its desks was last in contact, or 0.
        used: What it wrote in the last `DAYS` days, by the names of the kinds; no parts of records.
    """

    code: str
    name: str
    last: times.Moment
    heard: times.Moment
    used: tuple[str, ...]


def look(county: County) -> list[Activity]:
    """Return what every named unit and every unit with a desk did, those longest silent first."""
    named, desks = accounts.names(county), _desks(county)
    seen = contacts.seen(county)
    found = []
    for code in {*named, *desks}:
        here = desks.get(code, [])
        rows = _newest(county, here)
        since = county.clock() - DAYS * _DAY_MS
        kinds = {kind for kind, at in rows if at >= since}
        found.append(
            Activity(
                code,
                named.get(code, code),
                max((at for _kind, at in rows), default=0),
                max((seen.get(one, 0) for one in here), default=0),
                tuple(_title(kind) for kind in KINDS if kind in kinds and _is_work(kind)),
            )
        )
    return sorted(found, key=lambda one: (one.last, one.code))


def _desks(county: County) -> dict[str, list[bytes]]:
    """Return the desks of each unit that has one; the county's own browser is no desk."""
    mine = own.device(county)
    found: dict[str, list[bytes]] = {}
    for one in enrolment.devices(county):
        if one.device != mine:
            found.setdefault(one.unit, []).append(one.device)
    return found


def _newest(county: County, desks: list[bytes]) -> list[tuple[str, times.Moment]]:
    """Return kind and time of the newest changes some desks sent."""
    query = "SELECT kind, received_at FROM feed WHERE device = ? ORDER BY n DESC LIMIT ?"
    with county.database.reading():
        return [
            (str(kind), int(at))
            for desk in desks
            for kind, at in county.database.rows(query, desk, LOOKED_AT)
        ]


def _is_work(kind: str) -> bool:
    return not KINDS[kind].parent and kind not in _TOOLS


def _title(kind: str) -> str:
    return translated("kinds", KINDS[kind].title)
