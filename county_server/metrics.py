"""How the server does, for whoever watches it: counts and durations as Prometheus reads them, nobody's data.

Each process counts for itself and names itself in a label, since a scrape reaches one of several; what is
counted in the database is the same whichever answers. Paths are told by their beginnings, so no id is in
them.
"""

import ipaddress
import logging
import os
import shutil
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from litestar import Response, get

from county_server import blobs
from county_server.answers import Asked, county_of
from county_server.county import County
from county_server.errors import Refused
from county_server.limits import Asgi
from county_server.log_lines import ACCESS
from village_desk import VERSION, crypto

BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0)
"""Bounds of durations, in seconds."""
OTHER = "other"
_DAY_MS = 86_400_000
_COUNTS = (
    ("county_devices", "Desks that are enrolled.", "SELECT count(*) FROM device WHERE revoked_at IS NULL"),
    ("county_changes", "Changes taken.", "SELECT head FROM feed_head WHERE one = 1"),
    ("county_set_aside", "Changes set aside.", "SELECT count(*) FROM quarantine"),
    ("county_conflicts_open", "Values to be decided.", "SELECT count(*) FROM conflict WHERE open = 1"),
    ("county_uploads_open", "Attachments begun and not finished.", "SELECT count(*) FROM upload"),
    ("county_sessions", "Sessions in browsers.", "SELECT count(*) FROM web_session"),
)


class Figures:
    """Requests and their durations of one process; for any number of threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._began = time.time()

    def note(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count one request."""
        with self._lock:
            self._requests[method, path, status] += 1
            self._seconds[path] += seconds
            for bound in BUCKETS:
                if seconds <= bound:
                    self._buckets[path, bound] += 1

    def lines(self, process: int) -> Iterable[str]:
        """Yield what was counted, for the process of this id."""
        with self._lock:
            requests, buckets, seconds = dict(self._requests), dict(self._buckets), dict(self._seconds)
        yield from _head("county_requests_total", "Requests answered, by path and status.", "counter")
        totals: Counter[str] = Counter()
        for (method, path, status), count in sorted(requests.items()):
            totals[path] += count
            labels = f'process="{process}",method="{method}",path="{path}",status="{status}"'
            yield f"county_requests_total{{{labels}}} {count}"
        yield from _head("county_request_seconds", "How long requests took.", "histogram")
        for path, total in sorted(totals.items()):
            labels = f'process="{process}",path="{path}"'
            for bound in BUCKETS:
                count = buckets.get((path, bound), 0)
                yield f'county_request_seconds_bucket{{{labels},le="{bound}"}} {count}'
            yield f'county_request_seconds_bucket{{{labels},le="+Inf"}} {total}'
            yield f"county_request_seconds_sum{{{labels}}} {seconds[path]:.6f}"
            yield f"county_request_seconds_count{{{labels}}} {total}"
        yield from _head("process_start_time_seconds", "When this process began.", "gauge")
        yield f'process_start_time_seconds{{process="{process}"}} {self._began:.3f}'


def _head(name: str, text: str, kind: str) -> tuple[str, str]:
    return f"# HELP {name} {text}", f"# TYPE {name} {kind}"


def of_county(county: County) -> Iterable[str]:
    """Yield what the database says, in one consistent state, and the room on the disk of attachments."""
    began = time.perf_counter()
    with county.database.reading():
        found = [(name, text, _number(county, sql)) for name, text, sql in _COUNTS]
        quiet = _number(
            county,
            "SELECT count(*) FROM device d LEFT JOIN device_contact c ON c.device = d.id"
            " WHERE d.revoked_at IS NULL AND COALESCE(c.at, 0) < ?",
            county.clock() - 7 * _DAY_MS,
        )
        last = _number(county, "SELECT received_at FROM feed ORDER BY seq DESC LIMIT 1")
        backup = _number(county, "SELECT v FROM meta WHERE k = ?", blobs.BACKED_UP)
    took = time.perf_counter() - began
    gauges: list[tuple[str, str, float]] = [
        *found,
        ("county_devices_quiet", "Desks not heard of for seven days.", quiet),
        ("county_last_change_timestamp_seconds", "When the last change came.", last / 1000),
        ("county_last_backup_timestamp_seconds", "When the last verified backup began.", backup / 1000),
        ("county_database_answer_seconds", "How long the database took for these numbers.", took),
        ("county_free_bytes", "Room on the disk of the attachments.", free_bytes(county.blobs)),
    ]
    for name, text, value in gauges:
        yield from _head(name, text, "gauge")
        yield f"{name} {value:.6f}".rstrip("0").rstrip(".")
    yield from _head("county_program", "Which program this is.", "gauge")
    yield f'county_program{{version="{VERSION}",database="{county.database.dialect}"}} 1'


def free_bytes(folder: Path) -> int:
    """Return the room on the disk a folder lies on; 0 when it cannot be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _number(county: County, sql: str, *values: object) -> int:
    row = county.database.one(sql, *values)
    return int(row[0]) if row and row[0] is not None else 0


@dataclass(frozen=True, slots=True)
class Watch:
    """Who may ask for the figures: whoever shows `token`, and with `local` whoever is on this machine.

    Behind a gateway everybody seems to be on this machine, so there it takes the token.
    """

    figures: Figures = field(default_factory=Figures)
    token: str = ""
    local: bool = True

    def lets_in(self, authorization: str, host: str) -> bool:
        """Say whether somebody from `host` who shows this may ask."""
        shown = self.token and crypto.same(authorization.encode(), f"Bearer {self.token}".encode())
        return bool(shown) or (self.local and _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@get("/metrics", sync_to_thread=True, include_in_schema=False)
def figures(request: Asked) -> Response[bytes]:
    """Answer counts and durations as Prometheus reads them, to this machine or whoever shows the token.

    Raises:
        Refused: "absent" (404): nothing tells strangers that there is anything.
    """
    watch: Watch = request.app.state["watch"]
    host = request.client.host if request.client else ""
    if not watch.lets_in(request.headers.get("authorization", ""), host):
        raise Refused("absent", 404)
    lines = [*watch.figures.lines(os.getpid()), *of_county(county_of(request)), ""]
    return Response("\n".join(lines).encode(), media_type="text/plain; version=0.0.4; charset=utf-8")


class Measured:
    """The application, with every request counted, timed and told in one line of the log."""

    def __init__(self, app: Asgi, figures: Figures, paths: Iterable[str]) -> None:
        self._app = app
        self._figures = figures
        self._known = frozenset(map(_beginning, paths))

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        """Pass a request on and note how it went."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def watched(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            seconds = time.perf_counter() - began
            beginning = _beginning(scope["path"])
            path = beginning if beginning in self._known else OTHER
            method = scope["method"] if scope["method"] in _METHODS else OTHER
            self._figures.note(method, path, status, seconds)
            told = {"method": method, "path": path, "status": status, "ms": round(seconds * 1000, 1)}
            _access.info("request", extra={"told": told})


_access = logging.getLogger(ACCESS)
_METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS"))


def _beginning(path: str) -> str:
    """Return the first two words of a path: what comes after them may be an id."""
    return "/".join(path.split("/")[:3])
