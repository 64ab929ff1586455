"""Counts the county's figures anew once a minute while the server serves, in a thread of its own."""

import contextlib
import logging
import threading
from collections.abc import Iterator

import peewee

from county_server import figures
from county_server.county import County
from county_server.errors import Refused

EVERY_SECONDS = 60.0

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def kept_fresh(county: County, seconds: float = EVERY_SECONDS) -> Iterator[None]:
    """Let figures be counted anew, at once and then every so many seconds, by one of all processes."""
    ended = threading.Event()

    def work() -> None:
        while True:
            _count(county, seconds)
            if ended.wait(seconds):
                return

    thread = threading.Thread(target=work, name="figures", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(1)


def _count(county: County, seconds: float) -> None:
    try:
        if figures.due(county, round(seconds * 1_000)):
            figures.refresh(county)
    except (Refused, peewee.DatabaseError) as error:  # the next minute is another chance
        _log.warning("figures: %s", type(error).__name__)
