"""When each desk last asked, with which program, how far it is: a minute in memory, then all written."""

import threading
import time
from dataclasses import dataclass

from county_server import accounts
from county_server.county import County
from sync.messages import SyncRequest
from village_desk import times

WRITE_SECONDS = 60.0
MOST_WAITING = 1_000
"""Rows that wait for a desk are counted up to here: more are many."""


@dataclass(frozen=True, slots=True)
class Contact:
    """When a device was last heard of, the version of its program, and the last row of the feed it holds."""

    at: times.Moment
    app: str
    holds: int


class Contacts:
    """The contacts of one process that are not written yet; for any number of threads."""

    def __init__(self) -> None:
        self._heard: dict[bytes, Contact] = {}
        self._written = time.monotonic()
        self._lock = threading.Lock()

    def heard(self, county: County, device: bytes) -> None:
        """Note that a device has asked, and write what was noted when that is due."""
        with self._lock:
            held = self._heard.get(device)
            self._heard[device] = Contact(county.clock(), held.app if held else "", held.holds if held else 0)
            due = time.monotonic() - self._written > WRITE_SECONDS
        if due:
            self.write(county)

    def told(self, county: County, device: bytes, asked: SyncRequest) -> None:
        """Note what a device says of itself in a round; a repair of one village says nothing of the rest."""
        if asked.village or asked.records:
            return
        with self._lock:
            held = self._heard.get(device)
            app = asked.app[:40] or (held.app if held else "")
            self._heard[device] = Contact(county.clock(), app, asked.cursor)

    def write(self, county: County) -> None:
        """Write what was noted."""
        with self._lock:
            heard, self._heard = self._heard, {}
            self._written = time.monotonic()
        if heard:
            with county.database.writing():
                county.database.many(
                    "INSERT INTO device_contact (device, at, app, holds) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (device) DO UPDATE SET at = excluded.at,"
                    " app = CASE WHEN excluded.app = '' THEN device_contact.app ELSE excluded.app END,"
                    " holds = CASE WHEN excluded.holds = 0 THEN device_contact.holds ELSE excluded.holds END"
                    " WHERE excluded.at >= device_contact.at",
                    sorted((device, one.at, one.app, one.holds) for device, one in heard.items()),
                )


def seen(county: County) -> dict[bytes, times.Moment]:
    """Return when each device was last heard of, to the minute."""
    return {device: one.at for device, one in known(county).items()}


def known(county: County) -> dict[bytes, Contact]:
    """Return what is known of each device that was ever heard of."""
    with county.database.reading():
        rows = county.database.rows("SELECT device, at, app, holds FROM device_contact")
    return {bytes(device): Contact(int(at), str(app), int(holds)) for device, at, app, holds in rows}


def waiting(county: County, device: bytes, holds: int) -> int:
    """Return how many rows of its areas a device has not fetched, `MOST_WAITING` at most.

    A row its users may not read counts too: what waits is at most that.
    """
    moment = county.clock()
    with county.database.reading():
        grants = [one.grant for one in accounts.grants_at(county, device) if one.valid(moment)]
        count = 0
        for area in sorted({area for grant in grants for area in grant.areas}):
            row = county.database.one(
                "SELECT count(*) FROM (SELECT 1 FROM feed WHERE seq > ? AND village >= ? AND village < ?"
                " AND device <> ? LIMIT ?) w",
                holds,
                area,
                f"{area}:",
                device,
                MOST_WAITING,
            )
            count += int(row[0]) if row else 0
    return min(count, MOST_WAITING)
