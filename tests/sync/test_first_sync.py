"""A first sync reads records as they stand, goes on where it stopped, and ends equal to the county."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from county_server import enrolment, snapshots
from sync import engine, feed, pace, packing, snapshot, states
from sync.exchange import Request
from sync.messages import Verdict
from sync.states import RecordState, StatesReply, StatesRequest, state_row
from tests.sync.world import OTHER_VILLAGE, VILLAGE
from tests.village_desk.test_bulk import file_of
from village_desk import crypto
from village_desk.commands import conflicts, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.queries import history
from village_desk.queries.conflicts import open_conflicts
from village_desk.store import applying, indexing, tally

KIND = "consultation"


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    """Let a handful of records be enough for a first sync, and a piece hold a handful."""
    monkeypatch.setattr(snapshots, "FEW", 3)
    monkeypatch.setattr(snapshots, "CHUNK", 5)
    monkeypatch.setattr(snapshots, "LEAST_WANT", 0)
    monkeypatch.setattr(snapshot, "FIRST_PIECE", 300)
    monkeypatch.setattr(pace, "LARGEST_CHUNK", 300)
    monkeypatch.setattr(pace, "SMALLEST_CHUNK", 300)


def write(desk, count, **values):
    made = []
    for number in range(count):
        made.append(new_id())
        records.save(
            desk.session, KIND, made[-1], {"name": f"来访{number}[练习]", "content": "土地，承包"} | values
        )
    return made


def test_a_desk_that_reads_states_ends_as_one_that_read_the_whole_feed(desk_at, clock, monkeypatch):
    clerk = desk_at()
    made = write(clerk, 30)
    clerk.sync()
    records.save(clerk.session, KIND, made[3], {"name": "改了[练习]", "content": None})
    records.archive(clerk.session, KIND, made[4])
    clerk.sync()
    monkeypatch.setattr(snapshots, "FEW", 1_000)
    by_feed = desk_at("乙[练习]", role="adviser")
    by_feed.sync()
    monkeypatch.setattr(snapshots, "FEW", 3)
    by_states = desk_at("丙[练习]", role="adviser")
    report = by_states.sync()
    assert report.complete
    assert not report.repaired
    assert report.pulled == 30
    indexing.Indexing(by_states.store).run()
    read, fed = file_of(by_states.store), file_of(by_feed.store)
    assert len(read.pop("remote_change")) == 30
    assert len(fed.pop("remote_change")) == 32
    assert read == fed
    assert tally.held(by_states.store) == tally.counted(by_states.store)


class Cut:
    """A line that breaks after so many answers, and remembers what was asked for."""

    def __init__(self, line, answers):
        self.line, self.left, self.asked = line, answers, []

    def __call__(self, request):
        self.asked.append(request)
        if self.left == 0:
            raise SyncTrouble("sync.offline")
        self.left -= 1
        return self.line(request)


def test_interrupted_twenty_times_it_goes_on_where_it_stopped_and_asks_for_nothing_twice(desk_at, clock):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    write(clerk, 250)
    clerk.sync()
    line = Cut(adviser.line, 1)
    with pytest.raises(SyncTrouble):
        engine.run_round(adviser.store, line, clock)
    places = [packing.unpack(line.asked[1].body, StatesRequest).after]
    for _ in range(20):
        line = Cut(adviser.line, 1)
        with pytest.raises(SyncTrouble):
            engine.run_round(adviser.store, line, clock)
        places += [packing.unpack(request.body, StatesRequest).after for request in line.asked]
    held = adviser.store.query(f"SELECT count(*) FROM {KIND}")[0][0]
    assert 0 < held < 250
    assert snapshot.reached(adviser.store).got == held
    assert adviser.sync().complete
    assert adviser.store.query(f"SELECT count(*) FROM {KIND}")[0][0] == 250
    assert snapshot.reached(adviser.store) is None
    assert places[0:-1:2] == places[1::2], "only the piece under way is asked for again"
    assert len(set(places[1::2])) == 20


def test_a_desk_stopped_within_a_piece_keeps_what_it_applied(desk_at, clock, monkeypatch):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    write(clerk, 30)
    clerk.sync()
    monkeypatch.setattr(snapshot, "MOST_PART", 2)
    monkeypatch.setattr(snapshot, "LEAST_PART", 2)
    adviser.sync(stop=iter([False, False, True, True]).__next__)
    assert 0 < snapshot.reached(adviser.store).got < 30
    assert adviser.sync().complete
    assert tally.held(adviser.store) == tally.held(clerk.store)


def test_what_happens_meanwhile_at_the_county_and_here_is_in_it_at_the_end(desk_at, clock):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    made = write(clerk, 40)
    clerk.sync()
    with pytest.raises(SyncTrouble):
        engine.run_round(adviser.store, Cut(adviser.line, 1), clock)
    for record_id in (made[0], made[-1]):  # one that has not come yet, and one that has
        records.save(clerk.session, KIND, record_id, {"name": "改了[练习]"})
    records.archive(clerk.session, KIND, made[1])
    late = write(clerk, 2)
    clerk.sync()
    own = write(adviser, 1)
    with pytest.raises(SyncTrouble):
        engine.run_round(adviser.store, Cut(adviser.line, 3), clock)
    assert clerk.sync().pulled == 1, "what was typed here was sent before all had come"
    report = adviser.sync()
    assert report.complete
    assert not report.repaired
    for record_id in (made[0], made[-1]):
        assert adviser.row(KIND, record_id)["name"] == "改了[练习]"
    assert adviser.row(KIND, made[1])["archived"]
    assert all(adviser.row(KIND, record_id) for record_id in (*late, *own))
    assert adviser.row(KIND, own[0])["pending"] == 0
    assert tally.held(adviser.store) == tally.counted(adviser.store) == tally.held(clerk.store)


def test_open_conflicts_come_with_the_state_and_can_be_decided(desk_at):
    clerk, other = desk_at(), desk_at("乙[练习]")
    made = write(clerk, 10)
    clerk.sync()
    other.sync()
    for desk, name in ((clerk, "甲说"), (other, "乙说")):
        records.save(desk.session, KIND, made[0], {"name": name})
        desk.sync()
    third = desk_at("丙[练习]")
    third.sync()
    clerk.sync()
    assert file_of(third.store)["conflict"] == file_of(clerk.store)["conflict"]
    (found,) = open_conflicts(third.session)
    assert (found.field, found.value, found.user_name) == ("name", "乙说", "乙[练习]")
    assert third.row(KIND, made[0])["conflicts"] == 1
    conflicts.resolve(third.session, found.id, "乙说")
    third.sync()
    clerk.sync()
    assert clerk.row(KIND, made[0])["name"] == "乙说"
    assert not open_conflicts(clerk.session)


def test_an_archived_record_that_came_as_a_state_stays_archived_when_an_own_edit_is_set_aside(desk_at, clock):
    clerk = desk_at()
    made = write(clerk, 10)
    records.archive(clerk.session, KIND, made[0])
    clerk.sync()
    reader = desk_at("乙[练习]")
    reader.sync()
    with reader.store.unit_of_work(reader.session.actor, clock()) as uow:
        uow.put(KIND, made[0], {"content": "改"})
        uow.execute("UPDATE change SET kind = kind")
    assert not reader.row(KIND, made[0])["archived"]
    with reader.store.unit_of_work(None, clock()) as uow:
        applying.apply_rows(uow, [feed.quarantined(reader.store, Verdict(1, "quarantined", "x"))])
    assert reader.row(KIND, made[0])["archived"]


def test_only_what_may_be_read_today_comes(desk_at, county):
    clerk = desk_at()
    write(clerk, 10)
    secret = write(clerk, 1, content="金丝雀")
    clerk.sync()
    with county.database.writing():
        county.database.rows('UPDATE consultation SET "class" = ? WHERE id = ?', "restricted", secret[0])
        county.database.rows("INSERT INTO tally VALUES (?, ?, ?, 1, 0)", VILLAGE, KIND, "restricted")
    stranger = desk_at("丁[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    stranger.sync()
    other = desk_at("乙[练习]")
    heard = Cut(other.line, -1)
    request = StatesRequest(device=other.store.device_id.hex())
    assert "金丝雀" not in str(packing.unpack(heard(asking(request)), StatesReply))
    assert stranger.store.query(f"SELECT count(*) FROM {KIND}")[0][0] == 0


def asking(request):
    return Request("POST", "/v1/states", packing.pack(request))


@pytest.mark.parametrize(
    "request_",
    [
        {"after": "nonsense"},
        {"after": "nokind/620702101201/00"},
        {"after": "consultation/620702101201/zz"},
        {"after": "consultation/%/00"},
        {"device": "00" * 16},
        {"proto": 9},
    ],
)
def test_a_county_refuses_a_request_that_is_none(desk_at, request_):
    desk = desk_at()
    with pytest.raises(SyncTrouble):
        desk.line(asking(StatesRequest(**({"device": desk.store.device_id.hex()} | request_))))


def test_a_revoked_desk_is_told_no_state(desk_at):
    desk = desk_at()
    enrolment.revoke_device(desk.line.county, desk.store.device_id)
    with pytest.raises(SyncTrouble, match="sync.revoked"):
        desk.line(asking(StatesRequest(device=desk.store.device_id.hex())))
    with pytest.raises(SyncTrouble, match="sync.revoked"):
        snapshot.fetch_history(desk.store, desk.line, KIND, new_id(), 1)


@pytest.mark.parametrize(
    "fields", [b'{"a": 1}', b'{"a":1.5}', b'{"a":""}', b'{"b":1,"a":2}', b"[]", b'{"a":1,"a":1}']
)
def test_fields_that_are_not_written_in_the_one_way_are_nonsense(fields):
    state = RecordState(
        r="ab" * 16, k=KIND, s=VILLAGE, q=1, d="cd" * 16, n=1, v=1, t=1, f=Raw(fields), m=("", 0, "", 0)
    )
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        state_row(state)


def test_the_history_before_a_state_is_fetched_when_it_is_asked_for(desk_at, clock, county):
    clerk, stranger = desk_at(), desk_at("丁[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    made = write(clerk, 10)
    clerk.sync()
    records.save(clerk.session, KIND, made[0], {"name": "改了[练习]"})
    clerk.sync()
    adviser = desk_at("乙[练习]", role="adviser")
    adviser.sync()
    assert history.of(adviser.session, KIND, made[0]) == []
    assert history.begins_at_county(adviser.session, made[0])
    records.save(adviser.session, KIND, made[0], {"content": "补充"})
    adviser.sync()
    snapshot.fetch_history(adviser.store, adviser.line, KIND, made[0], clock())
    assert not history.begins_at_county(adviser.session, made[0])
    events = history.of(adviser.session, KIND, made[0])
    assert [event.user_name for event in events] == ["甲[练习]", "甲[练习]", "乙[练习]"]
    assert events == history.of(adviser.session, KIND, made[0])
    assert tally.held(adviser.store) == tally.counted(adviser.store)
    for desk, wanted in ((stranger, made[0]), (adviser, new_id())):
        with pytest.raises(SyncTrouble, match="sync.absent"):
            snapshot.fetch_history(desk.store, desk.line, KIND, wanted, clock())
    with pytest.raises(SyncTrouble, match="sync.absent"):
        snapshot.fetch_history(adviser.store, adviser.line, "person", made[0], clock())


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**65), 2**65) | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(data=st.dictionaries(st.text(), VALUES, max_size=5), sort=st.booleans(), plain=st.booleans())
def test_the_quick_reader_of_fields_takes_only_what_the_slow_one_takes(data, sort, plain):
    raw = json.dumps(
        data, sort_keys=sort, ensure_ascii=not plain, separators=(",", ":") if plain else None
    ).encode("utf-8")
    quick = states._plain_fields(raw)
    if quick is not None:
        assert crypto.canonical(quick) == raw
        assert states._fields(raw) == quick


@given(st.dictionaries(st.text(), st.text(min_size=1) | st.booleans() | st.integers(-(2**63), 2**63 - 1)))
def test_the_quick_reader_takes_what_records_are_made_of(data):
    assert states._plain_fields(crypto.canonical(data)) == data
