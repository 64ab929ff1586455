"""Attachments of a desk over real HTTP: cut anywhere, resumed, most wanted first, in small portions."""

import hashlib
import itertools
import os
import random
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync import blobs, engine
from sync.blobs import Sending
from sync.enrolment import identity
from sync.exchange import HttpExchange
from sync.pace import FIRST_CHUNK, LARGEST_CHUNK, SMALLEST_CHUNK, Pace
from tests.sync.test_http import CHILD
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, VILLAGE, open_desk, perhaps
from village_desk.commands import attachments, records
from village_desk.errors import StoreTrouble, SyncTrouble
from village_desk.ids import new_id
from village_desk.store import county_link

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from netlab import Fault, Faults

pytestmark = pytest.mark.county
KIND = "consultation"
_seeds = itertools.count(1)


def over(address, desk):
    return HttpExchange(address, identity(desk.store))


def bytes_of(size):
    return random.Random(next(_seeds)).randbytes(size)


def attached(desk, data, **about):
    """Attach to a new consultation; return the digest."""
    record_id = new_id()
    records.save(desk.session, KIND, record_id, {"name": "张某某", "content": "问"})
    usual = {"title": "照片[练习]", "media_type": "image/jpeg"}
    attachments.attach(desk.session, (KIND, record_id), new_id(), data, usual | about)
    return hashlib.sha256(data).hexdigest()


class Watched:
    """A line that is cut as told, and counts the bytes of attachments it was given to carry."""

    def __init__(self, exchange, cuts=()):
        self.exchange, self.cuts = exchange, iter(cuts)
        self.tried, self.lost, self.broken = [], [], 0

    def __call__(self, request):
        if request.path.startswith("/v1/sync"):
            return self.exchange(request)
        kind = next(self.cuts, "")
        if request.method == "PATCH":
            self.tried.append(len(request.body))
        if kind:
            self.broken += 1
        if kind == "request":
            self.lost.append(len(request.body))
            raise SyncTrouble("sync.offline")
        answer = self.exchange(request)
        if kind == "answer":
            raise SyncTrouble("sync.timeout")
        return answer


def rounds(desk, line, most=60):
    """Run rounds until one goes through; return how many attachments arrived."""
    arrived = 0
    for _ in range(most):
        try:
            report = engine.run_round(desk.store, line, desk.session.clock)
        except SyncTrouble:
            continue
        arrived += report.blobs
        if not report.blobs_left:
            return arrived
    raise AssertionError("it never ended")


def at_county(county, digest):
    return (county.blobs / digest[:2] / digest).read_bytes()


# ---------------------------------------------------------------- up


@settings(max_examples=12)
@given(
    cuts=st.lists(st.sampled_from(["", "", "request", "answer"]), max_size=30),
    size=st.integers(16, 500_000),  # of one byte the county might have the same already
)
def test_any_sequence_of_cuts_gives_equal_bytes_and_costs_at_most_a_piece_a_cut(
    address, county, a_desk, cuts, size
):
    data = bytes_of(size)
    digest = attached(a_desk, data)
    exchange = over(address, a_desk)
    line = Watched(exchange, cuts)
    rounds(a_desk, line)
    exchange.close()
    assert at_county(county, digest) == data
    assert sum(line.tried) == size + sum(line.lost)  # a lost answer costs no byte: the desk asks first
    assert county_link.blobs_waiting(a_desk.store) == 0


@pytest.fixture
def a_desk(desk_at):
    return desk_at()


def test_a_line_cut_at_any_byte_delivers_the_same_bytes(address, county, a_desk, expected_logs):
    expected_logs.append("Failed to parse headers")
    data = bytes_of(1_500_000)
    digest = attached(a_desk, data)
    a_desk.sync()
    rounds_cut, pieces_cut = cut_often(1, 400_000), cut_often(2, 400_000)
    tries = 0
    with Faults(int(address.rpartition(":")[2]), rounds_cut) as relay:
        while county_link.blobs_waiting(a_desk.store):
            tries += 1
            with closing(over(relay.address, a_desk)) as exchange, perhaps("sync.offline", "sync.nonsense"):
                engine.run_round(a_desk.store, exchange, a_desk.session.clock)
        assert tries > 3
        relay.plan = pieces_cut
        with closing(over(relay.address, a_desk)) as exchange:
            for _ in range(60):
                with perhaps("sync.offline", "sync.nonsense"):
                    got = blobs.fetch(a_desk.store, exchange, digest, a_desk.session.clock)
                    break
    assert at_county(county, digest) == got == data


def cut_often(seed, most):
    """Cut two messages of three, each somewhere in its first `most` bytes or just after it."""
    draw = random.Random(seed)
    while True:
        yield Fault(draw.choice(("", "cut request", "cut reply")), draw.randrange(most))


def test_a_restarted_desk_goes_on_without_asking(address, county, tmp_path, clock, a_desk):
    digest = attached(a_desk, data := bytes_of(400_000))
    exchange = over(address, a_desk)
    line = Watched(exchange)
    engine.run_round(a_desk.store, line, clock, lambda: len(line.tried) == 2)
    (kept,) = county_link.blobs_to_send(a_desk.store)
    assert kept.sent == sum(line.tried) > FIRST_CHUNK
    a_desk.close()
    again = open_desk(county, tmp_path / "desk0", clock)
    asked = []
    engine.run_round(again.store, lambda request: asked.append(request) or exchange(request), clock)
    assert [request.method for request in asked[1:]] == ["PATCH"] * (len(asked) - 1)
    assert sum(len(request.body) for request in asked[1:]) == 400_000 - kept.sent
    assert at_county(county, digest) == data
    again.close()
    exchange.close()


@pytest.mark.parametrize("hit", [3, 4, 6])
def test_a_desk_killed_while_it_sends_goes_on(address, county, tmp_path, a_desk, clock, hit):
    digest = attached(a_desk, data := bytes_of(400_000))
    a_desk.sync()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "desk0"), address],
        env={
            **os.environ,
            "VD_CRASHPOINT": f"save.before_commit:{hit}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -9, child.stderr
    exchange = over(address, a_desk)
    line = Watched(exchange)
    assert rounds(a_desk, line) == 1
    assert at_county(county, digest) == data
    assert sum(line.tried) <= 400_000
    exchange.close()


def test_an_upload_the_county_has_forgotten_begins_again(address, county, a_desk, clock):
    data = bytes_of(200_000)
    digest = attached(a_desk, data)
    exchange = over(address, a_desk)
    with pytest.raises(SyncTrouble):
        engine.run_round(a_desk.store, Watched(exchange, ["", "", "request"]), clock)
    with county.database.writing():
        county.database.rows("DELETE FROM upload")
    assert rounds(a_desk, exchange) == 1
    assert at_county(county, digest) == data
    exchange.close()


def test_the_most_wanted_goes_first_and_changes_before_all(address, a_desk):
    large = attached(a_desk, bytes_of(300_000))
    sheet = attached(a_desk, bytes_of(500_000), page_of=new_id())
    small, smaller = attached(a_desk, bytes_of(90_000)), attached(a_desk, bytes_of(20_000))
    exchange = over(address, a_desk)
    asked = []
    a_desk.sync()
    sending = Sending(a_desk.store, exchange, a_desk.session.clock, lambda: False)
    assert list(sending.run()) == [smaller, small, sheet, large]
    assert sending.troubles == asked == []
    exchange.close()


def test_a_slow_line_carries_a_portion_a_round_and_small_pieces(address, county, a_desk):
    """At 8 kB/s: a minute of the line is 480 kB, and no piece takes longer than sixteen seconds."""
    digest = attached(a_desk, data := bytes_of(1_200_000))
    a_desk.sync()
    exchange = over(address, a_desk)
    clock, sizes, portions = Slow(8_000), [], []
    for _ in range(10):
        if not county_link.blobs_waiting(a_desk.store):
            break
        sending = Sending(a_desk.store, clock.carrying(exchange, sizes), clock, lambda: False)
        before = sum(sizes)
        list(sending.run())
        portions.append(sum(sizes) - before)
    assert len(portions) in (3, 4)
    assert max(portions) <= 480_000 + max(sizes)
    assert max(sizes) <= 16 * 8_000
    assert at_county(county, digest) == data
    exchange.close()


class Slow:
    """A clock that goes on by the time the line needs for what it carries."""

    def __init__(self, rate):
        self.rate, self.now = rate, 1_790_000_000_000

    def __call__(self):
        return self.now

    def carrying(self, exchange, sizes):
        def carry(request):
            self.now += len(request.body) * 1000 // self.rate
            if request.method == "PATCH":
                sizes.append(len(request.body))
            return exchange(request)

        return carry


def test_a_round_can_be_stopped_between_two_pieces_and_goes_on_later(address, county, a_desk, clock):
    digest = attached(a_desk, data := bytes_of(600_000))
    exchange = over(address, a_desk)
    stop, line = threading.Event(), Watched(exchange)

    def stopping(request):
        answer = line(request)
        if request.method == "PATCH":
            stop.set()
        return answer

    report = engine.run_round(a_desk.store, stopping, clock, stop.is_set)
    assert (report.complete, report.blobs, report.blobs_left) == (False, 0, False)
    assert len(line.tried) == 1
    assert rounds(a_desk, line) == 1
    assert sum(line.tried) == 600_000
    assert at_county(county, digest) == data
    exchange.close()


def test_an_attachment_that_cannot_go_does_not_hold_up_the_others(address, county, a_desk, clock):
    lost, unknown = attached(a_desk, bytes_of(5_000)), "0" * 64
    (a_desk.store.folder / "attachments" / a_desk.store.attachments.name(bytes.fromhex(lost))).unlink()
    with a_desk.store.unit_of_work(None, clock()) as uow:
        uow.execute(
            'INSERT INTO "blob" ("digest", "size", "media_type", "scope", "here") VALUES (?, 5, ?, ?, 1)',
            (unknown, "", VILLAGE),
        )
    good = attached(a_desk, data := bytes_of(6_000))
    exchange = over(address, a_desk)
    report = engine.run_round(a_desk.store, exchange, clock)
    assert (report.blobs, sorted(report.blob_troubles)) == (1, ["store.blob_missing", "sync.absent"])
    assert report.complete
    assert county_link.blobs_waiting(a_desk.store) == 2
    assert at_county(county, good) == data
    exchange.close()


def test_the_original_of_a_reduced_photo_stays_here(address, county, a_desk, clock):
    record_id = new_id()
    records.save(a_desk.session, KIND, record_id, {"name": "张某某", "content": "问"})
    original, reduced = bytes_of(300_000), bytes_of(30_000)
    about = {"title": "照片[练习]", "media_type": "image/jpeg"}
    attachments.attach(a_desk.session, (KIND, record_id), new_id(), original, about, reduced)
    exchange = over(address, a_desk)
    assert rounds(a_desk, exchange) == 1
    assert at_county(county, hashlib.sha256(reduced).hexdigest()) == reduced
    assert not (county.blobs / hashlib.sha256(original).hexdigest()[:2]).exists()
    assert a_desk.store.attachments.read(hashlib.sha256(original).digest()) == original
    exchange.close()


# ---------------------------------------------------------------- down


@pytest.fixture
def office(desk_at):
    return desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)


@settings(max_examples=10)
@given(
    cuts=st.lists(st.sampled_from(["", "request", "answer"]), max_size=12),
    size=st.integers(1, 400_000) | st.sampled_from([FIRST_CHUNK, FIRST_CHUNK * 5 // 2]),
)
def test_what_is_fetched_goes_on_where_it_was_cut(address, a_desk, office, cuts, size):
    digest = attached(a_desk, data := bytes_of(size))
    sending, fetching = over(address, a_desk), over(address, office)
    rounds(a_desk, sending)
    carried = []

    def counting(request):
        carried.append(fetching(request))
        return carried[-1]

    line = Watched(counting, cuts)
    for _ in range(60):
        with perhaps("sync.offline", "sync.timeout"):
            got = blobs.fetch(office.store, line, digest, office.session.clock)
            break
    assert got == data == office.store.attachments.read(bytes.fromhex(digest))
    assert sum(map(len, carried)) <= size + line.broken * LARGEST_CHUNK
    assert office.store.query('SELECT count(*) FROM "blob_piece"') == [(0,)]
    assert county_link.is_here(office.store, digest)
    sending.close()
    fetching.close()


def test_pieces_that_are_not_what_was_asked_for_are_dropped(desk_at, clock):
    desk = desk_at()
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        blobs.fetch(desk.store, lambda _request: b"other", "0" * 64, clock)
    assert desk.store.query('SELECT count(*) FROM "blob_piece"') == [(0,)]
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        blobs.fetch(desk.store, lambda _request: bytes(FIRST_CHUNK + 1), "0" * 64, clock)
    assert desk.store.query("SELECT count(*) FROM blob") == [(0,)]


def test_an_attachment_of_another_village_is_not_there(address, a_desk, desk_at, clock):
    digest = attached(a_desk, b"CANARY" * 99)
    exchange = over(address, a_desk)
    rounds(a_desk, exchange)
    stranger = desk_at("丁[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    other = over(address, stranger)
    with pytest.raises(SyncTrouble, match="sync.absent"):
        blobs.fetch(stranger.store, other, digest, clock)
    attached(stranger, b"CANARY" * 99)  # knowing the bytes, it may of course keep them itself
    assert rounds(stranger, other) == 1
    with pytest.raises(StoreTrouble):
        stranger.store.attachments.read(bytes(32))
    exchange.close()
    other.close()


# ---------------------------------------------------------------- pace


@given(st.lists(st.tuples(st.integers(1, 2_000_000), st.floats(0, 500)), max_size=30))
def test_pieces_stay_within_bounds_and_a_round_always_carries_one(steps):
    pace = Pace()
    assert not pace.spent
    for size, seconds in steps:
        pace.took(size, seconds)
        assert SMALLEST_CHUNK <= pace.chunk <= LARGEST_CHUNK
        pace.broke()
        assert pace.chunk >= SMALLEST_CHUNK


def test_a_fast_line_carries_large_pieces_and_a_slow_one_small():
    fast, slow = Pace(), Pace()
    for _ in range(12):
        fast.took(fast.chunk, 0.5)
        slow.took(slow.chunk, slow.chunk / 1_000)
    assert (fast.chunk, fast.spent) == (LARGEST_CHUNK, False)
    assert (slow.chunk, slow.spent) == (SMALLEST_CHUNK, True)
