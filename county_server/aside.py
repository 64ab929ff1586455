"""What the county set aside, for the people who review the area it is about.

A change that had no effect is evidence all the same: of a desk that was withdrawn, of an edit that came after
its record had moved. It is listed by the area its record lies in now, and shown word for word.
"""

import json
from dataclasses import dataclass

from county_server.county import County
from county_server.errors import CountyTrouble
from village_desk import times


@dataclass(frozen=True, slots=True)
class Aside:
    """One change set aside; `name` is that of its author, "" where the county knows none."""

    device: str
    n: int
    kind: str
    record: str
    scope: str
    reason: str
    name: str
    received_at: times.Moment


def listed(county: County, area: str) -> list[Aside]:
    """Return what was set aside of records in `area` (a prefix of division codes), oldest first.

    What cannot be read says of no area where it belongs; the county sees it among its own.
    """
    unreadable = area == county.code
    with county.database.reading():
        rows = county.database.rows(
            "SELECT q.device, q.n, q.kind, q.record_id, q.scope, q.reason, q.user_id, q.received_at"
            " FROM quarantine q WHERE q.scope LIKE ? OR (q.scope = '' AND 1 = ?)"
            " ORDER BY q.received_at, q.device, q.n",
            f"{area}%",
            int(unreadable),
        )
        names = {
            bytes(user).hex(): str(name)
            for user, name in county.database.rows("SELECT id, name FROM user_account")
        }
    return [
        Aside(bytes(device).hex(), n, kind, record, scope, reason, names.get(user, ""), at)
        for device, n, kind, record, scope, reason, user, at in rows
    ]


def shown(county: County, device: bytes, n: int) -> dict[str, object]:
    """Return one change set aside as its desk wrote it.

    Raises:
        CountyTrouble: "county.aside_missing".
    """
    with county.database.reading():
        row = county.database.one("SELECT body FROM quarantine WHERE device = ? AND n = ?", device, n)
    if row is None:
        raise CountyTrouble("county.aside_missing")
    try:
        told = json.loads(bytes(row[0]))
    except ValueError:
        told = None
    return told if isinstance(told, dict) else {"bytes": bytes(row[0]).hex()}
