"""Photos over a line of 64 kbit/s whose connections break every minute, in the middle of what they carry.

A relay hands on real bytes at that rate and breaks real connections. `VD_PHOTOS` is how many photos there
are, of how many bytes, and how many times faster line, cuts and the desk's clock go: `20:1000000:1` is the
set of 20 MB, which takes an hour each way.
"""

import os
import random
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sync import blobs, engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from sync.pace import CHUNK_SECONDS, FIRST_CHUNK
from tests.sync.test_blobs import at_county, attached
from tests.sync.world import TOWNSHIP, perhaps
from village_desk import times
from village_desk.store import county_link

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from netlab import Line, Shaper

pytestmark = pytest.mark.county
PHOTOS, SIZE, FASTER = map(int, os.environ.get("VD_PHOTOS", "2:600000:60").split(":"))
SLOW = Line(rtt_ms=600, up_kbit=64, down_kbit=64, cut_s=60)
LARGEST = int(SLOW.up_kbit * 125 * CHUNK_SECONDS * 3 / 2)
"""Bytes of a piece after the largest that went over in time: what a cut may cost."""
TOLD = ("bytes of photos", "bytes on the line", "cuts", "bytes of the largest piece", "requests")
HEADERS = 700
"""Bytes of a request, or of an answer, beside its body."""
BEGAN = times.now()


def slow_line(address):
    """The line, so many times faster."""
    line = replace(
        SLOW,
        rtt_ms=SLOW.rtt_ms / FASTER,
        up_kbit=SLOW.up_kbit * FASTER,
        down_kbit=SLOW.down_kbit * FASTER,
        cut_s=SLOW.cut_s / FASTER,
    )
    return Shaper(int(address.rpartition(":")[2]), line)


def fast_clock():
    """A clock that goes as many times faster, so that the desk sees the slow line."""
    return BEGAN + (times.now() - BEGAN) * FASTER


class Counting:
    """A line that notes the attachments' bytes it was given, or gave, whether or not they arrived."""

    def __init__(self, exchange):
        self.exchange, self.up, self.down = exchange, [], []

    def __call__(self, request):
        if request.method == "PATCH":
            self.up.append(len(request.body))
        answer = self.exchange(request)
        if request.path.startswith("/v1/blob/"):
            self.down.append(len(answer))
        return answer


@pytest.fixture
def photos():
    """The photos, by number."""
    draw = random.Random(64)
    return [draw.randbytes(SIZE) for _ in range(PHOTOS)]


@pytest.fixture
def report(record_property):
    """Return a function that tells what a way took, of the counts at the relay."""

    def tell(way, began, counts, carried, pieces):
        told = (PHOTOS * SIZE, carried, counts.cuts, max(pieces), counts.requests)
        for name, value in zip(TOLD, told, strict=True):
            record_property(f"{name} {way}", value)
        record_property(f"seconds {way}", round(time.monotonic() - began))

    return tell


def test_photos_sent_arrive_equal_and_a_cut_costs_a_piece_at_most(
    address, county, desk_at, photos, report, expected_logs
):
    clerk = desk_at()
    digests = [attached(clerk, photo) for photo in photos]
    clerk.sync()
    began = time.monotonic()
    with slow_line(address) as relay, closing(HttpExchange(relay.address, identity(clerk.store))) as exchange:
        line = Counting(exchange)
        while county_link.blobs_waiting(clerk.store):
            with perhaps("sync.offline", "sync.nonsense"):
                engine.run_round(clerk.store, line, fast_clock)
        counts = relay.counted()
    report("up", began, counts, counts.up, line.up)
    assert [at_county(county, digest) for digest in digests] == photos
    assert counts.cuts >= 2
    assert max(line.up) <= max(LARGEST, FIRST_CHUNK)
    assert sum(line.up) - PHOTOS * SIZE <= counts.cuts * max(line.up)
    assert counts.up <= sum(line.up) + counts.requests * HEADERS


def test_photos_fetched_arrive_equal_and_a_cut_costs_a_piece_at_most(
    address, desk_at, photos, report, expected_logs
):
    clerk, office = desk_at(), desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    digests = [attached(clerk, photo) for photo in photos]
    with closing(HttpExchange(address, identity(clerk.store))) as near:
        while engine.run_round(clerk.store, near, clerk.session.clock).blobs_left:
            pass
    office.sync()
    began = time.monotonic()
    with (
        slow_line(address) as relay,
        closing(HttpExchange(relay.address, identity(office.store))) as exchange,
    ):
        line = Counting(exchange)
        for digest, photo in zip(digests, photos, strict=True):
            fetched = None
            while fetched is None:
                with perhaps("sync.offline", "sync.nonsense"):
                    fetched = blobs.fetch(office.store, line, digest, fast_clock)
            assert fetched == photo
        counts = relay.counted()
    report("down", began, counts, counts.down, line.down)
    assert counts.cuts >= 2
    assert max(line.down) <= max(LARGEST, FIRST_CHUNK)
    assert sum(line.down) == PHOTOS * SIZE, "what arrived is not fetched again"
    assert counts.down <= PHOTOS * SIZE + counts.cuts * max(line.down) + counts.requests * HEADERS
