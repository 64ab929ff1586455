"""The next batch is on its way while the answer to the last one is taken in, and nothing is lost by it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from county_server import audit
from sync import engine
from sync.batches import Batches
from tests.sync.world import write
from village_desk.errors import SyncTrouble

COUNT = 20


@pytest.fixture
def desk(desk_at):
    """A desk with several batches to send."""
    made = desk_at()
    made.sync()
    _small_batches(made)
    for number in range(COUNT):
        write(made, name=f"来访{number}[练习]")
    return made


def _small_batches(desk):
    with desk.store.unit_of_work(None, desk.session.clock()) as uow:
        uow.set_state("sync.batch", "100")


def states(desk):
    return desk.store.query('SELECT "state", count(*) FROM "change" GROUP BY "state"')


def at_the_county(county):
    with county.database.reading():
        return county.database.rows("SELECT seq, n FROM feed ORDER BY seq")


class Watched(engine.Round):
    """Before the first answer is taken in, waits until the second request has gone out."""

    second = threading.Event()

    def applying(self):
        assert self.second.wait(60)
        return super().applying()


def test_it_is_asked_before_the_last_answer_is_in_the_file(desk, county):
    before = desk.line.requests

    def exchange(request):
        if desk.line.requests > before:
            Watched.second.set()
        return desk.line(request)

    with ThreadPoolExecutor(1) as threads:
        steps = Watched(
            desk.store, exchange, desk.session.clock, lambda: False, lambda *_: None, threads=threads
        )
        steps.run()
    assert steps.report.complete
    assert steps.report.pushed == COUNT
    assert steps.report.requests == desk.line.requests - before
    assert states(desk) == [("merged", COUNT)]
    assert at_the_county(county) == [(n, n) for n in range(1, COUNT + 1)]


def test_the_batch_behind_is_packed_before_the_answer_comes(desk, county, monkeypatch):
    before, packed, prepare = desk.line.requests, threading.Event(), Batches.prepare

    def prepared(batches, after, at):
        found = prepare(batches, after, at)
        packed.set()
        return found

    def exchange(request):
        if desk.line.requests - before == 1:  # the second, which is in a thread of its own
            assert packed.wait(60)
        return desk.line(request)

    monkeypatch.setattr(Batches, "prepare", prepared)
    report = engine.run_round(desk.store, exchange, desk.session.clock, ahead=True)
    assert report.complete
    assert at_the_county(county) == [(n, n) for n in range(1, COUNT + 1)]


ALTERED = {
    "other bytes": 'UPDATE "change" SET "body" = replace("body", \'来访\', \'假的\') WHERE "n" = ?',
    "no bytes": 'UPDATE "change" SET "body" = NULL WHERE "n" = ?',
    "a number": 'UPDATE "change" SET "body" = 7 WHERE "n" = ?',
    "another salt": 'UPDATE "change" SET "salt" = zeroblob(16) WHERE "n" = ?',
    "no row": 'DELETE FROM "change" WHERE "n" = ?',
}


@pytest.mark.parametrize("when", ["before", "meanwhile"])
@pytest.mark.parametrize("n", [1, 3, 15])
@pytest.mark.parametrize("how", ALTERED)
def test_what_was_altered_is_stated_before_its_batch_goes(desk, county, how, n, when):
    if when == "meanwhile" and n == 1:
        n = 12  # the first has gone by then
    before = desk.line.requests

    def alter():
        with desk.store.unit_of_work(None, 1) as uow:
            uow.execute(ALTERED[how], (n,))

    def exchange(request):
        if when == "meanwhile" and desk.line.requests == before:
            alter()
        return desk.line(request)

    if when == "before":
        alter()
    report = engine.run_round(desk.store, exchange, desk.session.clock, ahead=True)
    desk.sync()
    assert (report.complete, report.mismatched) == (True, ())
    named = [n, n + 1] if how == "no row" else [n]  # without the chain before it the next cannot be proved
    with county.database.reading():
        assert county.database.rows("SELECT n, reason FROM quarantine") == [(k, "altered") for k in named]
    assert [k for _seq, k in at_the_county(county)] == [k for k in range(1, COUNT + 1) if k not in named]
    assert audit.verify(county).problems == []


@pytest.mark.parametrize("mode", ["lost request", "lost answer", "twice"])
@pytest.mark.parametrize("which", [2, 3])
def test_a_fault_on_the_way_costs_what_was_under_way_and_no_more(desk, county, mode, which):
    before = desk.line.requests

    def exchange(request):
        desk.line.mode = mode if desk.line.requests - before == which - 1 else "ok"
        return desk.line(request)

    if mode == "twice":
        assert engine.run_round(desk.store, exchange, desk.session.clock, ahead=True).complete
    else:
        with pytest.raises(SyncTrouble):
            engine.run_round(desk.store, exchange, desk.session.clock, ahead=True)
        merged = dict(states(desk))["merged"]
        assert 0 < merged < COUNT  # what was answered before is taken in
    report = desk.sync(ahead=True)
    assert report.complete
    assert (report.repaired, report.mismatched) == ((), ())
    assert states(desk) == [("merged", COUNT)]
    assert at_the_county(county) == [(n, n) for n in range(1, COUNT + 1)]


def test_what_the_file_does_not_take_in_is_asked_for_again(desk, county):
    full = []

    def clock():
        """Break where the second answer is about to be taken in, with the third request under way."""
        if desk.line.requests >= 4 and not full:
            full.append(True)
            raise OSError(28, "No space left on device")
        return desk.session.clock()

    with pytest.raises(OSError, match="No space"):
        engine.run_round(desk.store, desk.line, clock, ahead=True)
    report = desk.sync(ahead=True)
    assert report.complete
    assert states(desk) == [("merged", COUNT)]
    assert at_the_county(county) == [(n, n) for n in range(1, COUNT + 1)]


def test_a_round_that_is_stopped_takes_in_what_is_under_way(desk):
    report = engine.run_round(
        desk.store, desk.line, desk.session.clock, stop=lambda: desk.line.requests >= 4, ahead=True
    )
    assert not report.complete
    left = dict(states(desk))
    assert set(left) == {"merged", "new"}
    assert desk.sync(ahead=True).complete
    assert states(desk) == [("merged", COUNT)]
