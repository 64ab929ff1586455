"""What a first sync brought is in search afterwards, whatever comes between, and nothing else is put off."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from county_server import snapshots
from sync import snapshot
from tests.village_desk.test_bulk import file_of
from village_desk.commands import records
from village_desk.ids import id_text, new_id
from village_desk.queries import integrity, search
from village_desk.store import handover, indexing, pacing
from village_desk.store import search as words
from village_desk.store.indexing import Indexing

KIND = "consultation"
CHILD = """
import sys
from pathlib import Path
from village_desk.store import indexing, open_store
from village_desk.keys import DataKey
folder = Path(sys.argv[1])
raw = (folder / "key").read_bytes()
indexing.FIRST = 3
indexing.MOST = 3
indexing.Indexing(open_store(folder, DataKey(raw[:32], raw[32:]))).run()
"""


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    """Let a handful of records be a first sync, and a step take three of them."""
    monkeypatch.setattr(snapshots, "FEW", 3)
    for name in ("FIRST", "LEAST", "MOST"):
        monkeypatch.setattr(indexing, name, 3)


def write(desk, count, **values):
    made = [new_id() for _ in range(count)]
    for number, record_id in enumerate(made):
        records.save(
            desk.session, KIND, record_id, {"name": f"来访{number}[练习]", "content": "土地"} | values
        )
    return made


@pytest.fixture
def arrived(desk_at):
    """A clerk, a desk whose first sync is over and whose search is still empty, and the ten records."""
    clerk = desk_at()
    made = write(clerk, 10)
    clerk.sync()
    reader = desk_at("乙[练习]")
    assert reader.sync().complete
    return clerk, reader, made


def found(desk, text="土地"):
    return [hit.id for hit in search.hits(desk.session, text)]


def loosely(store):
    return dict(store.query('SELECT "k", "v" FROM "search_config"'))["automerge"] == 0


def test_the_newest_are_found_first_and_in_the_end_all_newest_first(arrived, clock):
    _clerk, reader, made = arrived
    assert found(reader) == []
    assert search.waiting(reader.session) == 10
    steps = Indexing(reader.store, clock)
    assert steps.step()
    assert found(reader) == made[:6:-1]
    assert search.waiting(reader.session) == 7
    steps.run()
    assert found(reader) == made[::-1]
    assert search.waiting(reader.session) == 0
    assert not indexing.unfinished(reader.store)
    assert not loosely(reader.store)
    assert not integrity.check(reader.store).unfound


def test_search_is_the_same_as_on_a_desk_that_read_every_change(arrived, desk_at, clock, monkeypatch):
    clerk, reader, made = arrived
    records.save(clerk.session, KIND, made[2], {"name": "改了[练习]", "content": "宅基地"})
    records.archive(clerk.session, KIND, made[5])
    clerk.sync()
    Indexing(reader.store, clock).step()
    reader.sync()
    Indexing(reader.store, clock).run()
    monkeypatch.setattr(snapshots, "FEW", 1_000)
    by_feed = desk_at("丙[练习]")
    by_feed.sync()
    assert file_of(reader.store)["words"] == file_of(by_feed.store)["words"]


def test_what_is_saved_meanwhile_is_found_at_once(arrived, clock):
    _clerk, reader, made = arrived
    (new,) = write(reader, 1, content="排水")
    records.save(reader.session, KIND, made[0], {"content": "排水，通行"})
    assert sorted(found(reader, "排水")) == [made[0], new]
    assert search.waiting(reader.session) == 9
    Indexing(reader.store, clock).run()
    assert sorted(found(reader, "排水")) == [made[0], new]
    assert found(reader) == made[:0:-1]


def test_a_record_archived_or_gone_before_its_words_came_is_not_found(arrived, clock):
    _clerk, reader, made = arrived
    records.archive(reader.session, KIND, made[9])
    with reader.store.unit_of_work(None, clock()) as uow:
        handover.leave(uow, KIND, made[8])
    assert search.waiting(reader.session) == 8
    Indexing(reader.store, clock).run()
    assert found(reader) == made[7::-1]
    records.save(reader.session, KIND, made[9], {"name": "回来[练习]"})
    assert made[9] in found(reader)


def test_words_of_records_that_became_confidential_meanwhile_are_never_written(arrived, clock):
    _clerk, reader, made = arrived
    with reader.store.unit_of_work(None, clock()) as uow:
        uow.execute('UPDATE "consultation" SET "class" = \'restricted\' WHERE "id" = ?', (made[9],))
        uow.execute('DELETE FROM "consultation" WHERE "id" = ?', (made[8],))
    Indexing(reader.store, clock).run()
    held = {bytes(record_id) for (record_id,) in reader.store.query('SELECT "record_id" FROM "search_entry"')}
    assert held == set(made[:8])
    assert search.waiting(reader.session) == 0


def test_killed_in_the_middle_it_goes_on_at_the_next_start(arrived, tmp_path, clock):
    _clerk, reader, made = arrived
    for point, left in (("save.before_commit:2", 7), ("save.after_commit:1", 4)):
        child = subprocess.run(
            [sys.executable, "-c", CHILD, str(tmp_path / "desk1")],
            env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert child.returncode == -9, child.stderr
        assert search.waiting(reader.session) == left
    Indexing(reader.store, clock).run()
    assert found(reader) == made[::-1]
    assert not loosely(reader.store)


def test_parts_of_the_index_are_joined_before_they_are_too_many(arrived, clock, monkeypatch):
    _clerk, reader, made = arrived
    monkeypatch.setattr(indexing, "MOST_LOOSE", 2)
    steps = Indexing(reader.store, clock)
    assert steps.step()
    assert steps.step()
    assert reader.store.text_state(words.LOOSE) == "2"
    while reader.store.text_state(words.LOOSE) != "0":
        assert steps.step()
    assert reader.store.text_state(words.LOOSE) == "0"
    assert search.waiting(reader.session) == 4
    steps.run()
    assert found(reader) == made[::-1]


def test_while_a_first_sync_is_under_way_what_came_is_found_and_the_rest_waited_for(
    desk_at, clock, monkeypatch
):
    monkeypatch.setattr(snapshots, "CHUNK", 5)
    monkeypatch.setattr(snapshots, "LEAST_WANT", 0)
    monkeypatch.setattr(snapshot, "FIRST_PIECE", 1)
    clerk = desk_at()
    made = write(clerk, 10)
    clerk.sync()
    reader = desk_at("乙[练习]")
    reader.sync(stop=iter([False, False, True, True]).__next__)
    assert snapshot.reached(reader.store).got == 5
    Indexing(reader.store, clock).run()
    assert found(reader) == made[:4:-1]
    assert indexing.unfinished(reader.store)
    assert loosely(reader.store)
    reader.sync()
    Indexing(reader.store, clock).run()
    assert found(reader) == made[::-1]
    assert not indexing.unfinished(reader.store)


def test_check_tells_what_search_is_wrong_about_and_it_is_written_anew(arrived, clock):
    _clerk, reader, made = arrived
    Indexing(reader.store, clock).run()
    records.archive(reader.session, KIND, made[3])
    with reader.store.unit_of_work(None, clock()) as uow:
        uow.execute('DELETE FROM "search_entry" WHERE "record_id" = ?', (made[0],))
        uow.execute('UPDATE "consultation" SET "archived" = 1 WHERE "id" = ?', (made[1],))
    health = integrity.check(reader.store)
    assert set(health.unfound) == {(id_text(made[0]), KIND), (id_text(made[1]), KIND)}
    indexing.mend(reader.store, indexing.amiss(reader.store), clock())
    Indexing(reader.store, clock).run()
    assert not integrity.check(reader.store).unfound
    assert made[0] in found(reader)


def test_a_transaction_takes_as_much_as_this_pc_does_in_a_moment(arrived):
    _clerk, reader, _made = arrived
    pace = pacing.Pacing(reader.store, 100, 10, 200)
    pace.took(100, pacing.HELD_SECONDS * 2)
    assert pace.size == 50
    pace.took(50, 10.0)
    assert pace.size == 15
    pace.took(15, 10.0)
    assert pace.size == 10
    pace.took(3, pacing.HELD_SECONDS / 100)
    assert pace.size == 10, "a short one that had little to do tells nothing"
    for _ in range(30):
        pace.took(pace.size, 0.0)
    assert pace.size == 200


def test_a_save_while_words_are_being_spelt_is_not_written_over(arrived, clock, monkeypatch):
    _clerk, reader, made = arrived
    spell = indexing.entries

    def spell_slowly(store, newest):
        spelt = spell(store, newest)
        if newest[0][0] == made[9]:
            records.save(reader.session, KIND, made[9], {"content": "排水"})
            records.archive(reader.session, KIND, made[8])
        return spelt

    monkeypatch.setattr(indexing, "entries", spell_slowly)
    Indexing(reader.store, clock).run()
    assert found(reader, "排水") == [made[9]]
    assert found(reader) == made[7::-1]
    assert not indexing.amiss(reader.store)


def test_words_of_records_that_left_are_taken_out_of_the_index_step_by_step(arrived, clock, monkeypatch):
    _clerk, reader, made = arrived
    Indexing(reader.store, clock).run()
    made += write(reader, 3, phone="13912345678")
    for name in ("FIRST_PAGES", "LEAST_PAGES", "MOST_PAGES"):
        monkeypatch.setattr(indexing, name, 1)

    def in_the_index():
        blocks = reader.store.query('SELECT "block" FROM "search_data"')
        return any(b"3912345678" in bytes(block) for (block,) in blocks)

    with reader.store.unit_of_work(None, clock()) as uow:
        for record_id in made[1:]:
            handover.leave(uow, KIND, record_id)
    assert in_the_index()
    handover.clear(reader.store, clock())
    assert not in_the_index()
    assert found(reader) == made[:1]
    assert not handover.leftovers(reader.store)


@pytest.mark.parametrize("collecting", [True, False])
def test_no_garbage_is_collected_while_a_transaction_holds_the_file(arrived, clock, collecting):
    _clerk, reader, _made = arrived
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        with pacing.Pacing(reader.store, 1, 1, 1).unit_of_work(clock(), 1):
            assert not gc.isenabled()
        assert gc.isenabled() == collecting
    finally:
        (gc.enable if before else gc.disable)()
