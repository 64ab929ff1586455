"""When each desk last asked for anything: kept in memory for a minute, then written for all at once."""

import threading
import time

from county_server.county import County
from village_desk import times

WRITE_SECONDS = 60.0


class Contacts:
    """The contacts of one process that are not written yet; for any number of threads."""

    def __init__(self) -> None:
        self._heard: dict[bytes, times.Moment] = {}
        self._written = time.monotonic()
        self._lock = threading.Lock()

    def heard(self, county: County, device: bytes) -> None:
        """Note that a device has asked, and write what was noted when that is due."""
        with self._lock:
            self._heard[device] = county.clock()
            due = time.monotonic() - self._written > WRITE_SECONDS
        if due:
            self.write(county)

    def write(self, county: County) -> None:
        """Write what was noted."""
        with self._lock:
            heard, self._heard = self._heard, {}
            self._written = time.monotonic()
        if heard:
            with county.database.writing():
                county.database.many(
                    "INSERT INTO device_contact (device, at) VALUES (?, ?)"
                    " ON CONFLICT (device) DO UPDATE SET at = excluded.at"
                    " WHERE excluded.at > device_contact.at",
                    sorted(heard.items()),
                )


def seen(county: County) -> dict[bytes, times.Moment]:
    """Return when each device was last heard of, to the minute."""
    with county.database.reading():
        rows = county.database.rows("SELECT device, at FROM device_contact")
    return {bytes(device): int(at) for device, at in rows}
