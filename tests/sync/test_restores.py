"""Histories in which county and desks are put back to an earlier day, again and again, at any moment.

Whatever happened, in the end every change of every desk stands at the county exactly once, desks and county
are equal, no value was overwritten by somebody who had not seen it, and no edit left its author's screen.
"""

import json
import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from county_server import audit, backup, enrolment
from county_server.config import Config
from sync import renewing
from sync.enrolment import enrol
from tests.sync.world import VILLAGE, Clock, Line, new_county, new_desk, open_county, open_desk, perhaps
from village_desk import changes
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.store import outbox, relog, rewind, tally
from village_desk.tables import row_values

KIND = "consultation"
SEEDED = [bytes([7, number] * 8) for number in range(2)]
TEMPLATE = Path(tempfile.mkdtemp(prefix="restores-"))
FIELDS = ("name", "cause", "content")

who = st.integers(0, 1)
pick = st.integers(0, 5)
steps = st.one_of(
    st.tuples(st.just("create"), who),
    st.tuples(st.just("edit"), who, pick, st.sampled_from(FIELDS)),
    st.tuples(st.just("edit"), who, pick, st.sampled_from(FIELDS)),
    st.tuples(st.just("archive"), who, pick),
    st.tuples(st.just("sync"), who, st.sampled_from(["ok", "ok", "ok", "lost answer", "lost request"])),
    st.tuples(st.just("sync"), who, st.just("ok")),
    st.tuples(st.just("sync a little"), who, st.integers(1, 3)),
    st.tuples(st.just("back up")),
    st.tuples(st.just("restore"), pick),
)
copies = st.one_of(
    steps,
    st.tuples(st.just("copy the desk"), who),
    st.tuples(st.just("put the copy back"), who),
)


@pytest.fixture(scope="module", autouse=True)
def _template():
    clock = Clock()
    there = new_county(TEMPLATE, clock)
    desks = [
        new_desk(there, TEMPLATE / str(number), clock, f"{number}[练习]", role)
        for number, role in enumerate(("village_clerk", "adviser"))
    ]
    for record_id in SEEDED:
        records.save(desks[0].session, KIND, record_id, {"name": "甲"})
    for desk in desks:
        desk.sync()
        desk.close()
    (TEMPLATE / "backups").mkdir()
    backup.back_up(there, TEMPLATE / "backups")
    there.close()
    yield
    shutil.rmtree(TEMPLATE)


class World:
    """Two desks and a county that is backed up and put back."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="restores-"))
        shutil.copytree(TEMPLATE, self.folder, dirs_exist_ok=True)
        self.clock = Clock()
        self.clock.now += 3_600_000
        self.county = open_county(self.folder, self.clock)
        self.desks = [open_desk(self.county, self.folder / str(number), self.clock) for number in range(2)]
        self.ids = list(SEEDED)
        self.count = 0
        self.persons = {desk.store.device_id: number for number, desk in enumerate(self.desks)}

    def close(self):
        for desk in self.desks:
            desk.close()
        self.county.close()
        shutil.rmtree(self.folder)

    # ------------------------------------------------------------ what happens

    def fresh(self):
        self.count += 1
        return f"值{self.count}"

    def known(self, desk, number):
        found = [record_id for record_id in self.ids if desk.row(KIND, record_id)]
        return found[number % len(found)]

    def do(self, step):
        match step:
            case ("create", number):
                self.ids.append(new_id())
                records.save(self.desks[number].session, KIND, self.ids[-1], {"name": self.fresh()})
            case ("edit", number, which, field):
                desk = self.desks[number]
                records.save(desk.session, KIND, self.known(desk, which), {field: self.fresh()})
            case ("archive", number, which):
                desk = self.desks[number]
                records.archive(desk.session, KIND, self.known(desk, which))
            case ("sync", number, line):
                broken = pytest.raises(SyncTrouble, match="sync.(offline|timeout)")
                with nullcontext() if line == "ok" else broken:
                    self.synced(number, line)
            case ("sync a little", number, requests):
                self.sync_a_little(self.desks[number], requests)
            case _:
                self.turn_back(step)

    def turn_back(self, step):
        self.clock.now += 60_000
        if step[0] in ("copy the desk", "put the copy back"):
            self.swap(step[0] == "copy the desk", step[1])
        elif step == ("back up",):
            backup.back_up(self.county, self.folder / "backups")
        else:
            self.restore(step[1])

    def swap(self, out, number):
        """Copy the file of a desk, or put the copy back and lose what was typed since."""
        here, copy = self.folder / str(number), self.folder / f"copy{number}"
        if out or copy.exists():
            self.desks[number].close()
            source, target = (here, copy) if out else (copy, here)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
            if not out:
                (here / "restored.json").write_text("{}")
            requests = self.desks[number].line.requests
            self.desks[number] = open_desk(self.county, here, self.clock)
            self.desks[number].line.requests = requests

    def synced(self, number, line="ok"):
        """Run a round; a desk made since the county was backed up is enrolled again first."""
        try:
            return self.round(number, line)
        except SyncTrouble as trouble:
            if trouble.code != outbox.UNKNOWN:
                raise
        desk = self.desks[number]
        with desk.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state(outbox.UNKNOWN, "1")  # as the program does, whatever asked the county
        code = enrolment.invite(self.county, VILLAGE, [desk.session.actor.user])
        enrol(desk.store, desk.line, code, "", self.clock)
        return self.round(number, line)

    def round(self, number, line):
        desk = self.desks[number]
        if relog.due(desk.store):
            renewing.renew(desk.store, desk.line, self.clock)
            desk.line = Line(self.county, desk.store.device_id, requests=desk.line.requests)
            self.persons[desk.store.device_id] = number
        return desk.sync(line)

    def sync_a_little(self, desk, requests):
        if relog.due(desk.store):
            return
        with desk.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.batch", "1000")
        last = desk.line.requests + requests
        with perhaps(outbox.UNKNOWN):
            desk.sync(stop=lambda: desk.line.requests >= last)

    def restore(self, which):
        self.county.close()
        made = sorted(path for path in (self.folder / "backups").glob("county-*"))
        config = Config(database=str(self.folder / "county.db"), blobs=str(self.folder / "blobs"))
        self.clock.now += 60_000
        backup.restore(config, made[which % len(made)], self.clock())
        self.county = open_county(self.folder, self.clock)
        for desk in self.desks:
            desk.line = Line(self.county, desk.store.device_id, requests=desk.line.requests)

    # ------------------------------------------------------------ what must hold

    def shown(self, desk, record_id):
        return KINDS[KIND].to_json(row_values(KINDS[KIND], desk.row(KIND, record_id)))

    def edits_are_seen(self):
        for desk in self.desks:
            latest = {}
            for (raw,) in desk.store.query('SELECT "body" FROM "change" WHERE "seq" IS NULL ORDER BY "n"'):
                body = changes.decode(bytes(raw))
                latest |= {(body.r, name): value for name, value in body.f.items() if name in FIELDS}
            left = desk.store.text_state("sync.rebuild")  # until it is laid anew a record looks as it did
            for (record_id, name), value in latest.items():
                if record_id in left:
                    continue
                assert self.shown(desk, bytes.fromhex(record_id)).get(name) == value

    def settle(self):
        for _ in range(3):
            for number in range(2):
                assert self.synced(number).complete
        for desk in self.desks:
            report = desk.sync()
            assert report.repaired == report.mismatched == ()

    def all_came_back(self):
        assert [rewind.lost(desk.store) for desk in self.desks] == [0, 0]

    def equal(self):
        seen = []
        for desk in self.desks:
            rows = list(desk.store.rows(KIND))
            open_ = desk.store.query('SELECT "id" FROM "conflict" WHERE "open" = 1 ORDER BY "id"')
            shown = {row["id"]: (self.shown(desk, row["id"]), row["ver"], row["archived"]) for row in rows}
            seen.append((shown, open_))
            held = {key: kept for key, kept in tally.held(desk.store).items() if kept[0]}
            assert held == tally.counted(desk.store)
        assert seen[0] == seen[1]
        assert audit.verify(self.county).problems == []

    def each_change_once(self):
        with self.county.database.reading():
            held = self.county.database.rows("SELECT device, n FROM feed")
            aside = self.county.database.rows("SELECT device, n, reason FROM quarantine")
        assert aside == []
        want = sorted((desk.line.device, n) for desk in self.desks for n in range(1, desk.store.head().n + 1))
        assert sorted((bytes(device), n) for device, n in held) == want

    def nothing_overwritten(self):
        with self.county.database.reading():
            rows = self.county.database.rows("SELECT device, n, ver, body FROM feed ORDER BY seq")
            kept = self.county.database.rows("SELECT record_id, field, value FROM conflict")
        kept = {(bytes(record_id).hex(), field, value) for record_id, field, value in kept}
        log = [(bytes(device), n, ver, changes.decode(bytes(body))) for device, n, ver, body in rows]
        for device, _, ver, body in log:
            for field in {"name", "cause"} & body.f.keys():
                value = body.f[field]
                later = [one for one in log if one[3].r == body.r and field in one[3].f and one[2] > ver]
                assert (
                    self.shown(self.desks[0], bytes.fromhex(body.r)).get(field) == value
                    or (body.r, field, json.dumps(value, ensure_ascii=False)) in kept
                    or any(
                        self.persons[other] == self.persons[device]
                        or after.b >= ver
                        or after.f[field] == value
                        for other, _, _, after in later
                    )
                ), "silently overwritten"


@given(history=st.lists(steps, max_size=25))
@settings(max_examples=20, deadline=None)
def test_whenever_a_county_is_backed_up_and_put_back_nothing_typed_is_lost(history):
    world = World()
    try:
        for step in history:
            world.do(step)
            world.edits_are_seen()
        world.settle()
        world.equal()
        world.all_came_back()
        world.each_change_once()
        world.nothing_overwritten()
    finally:
        world.close()


@given(history=st.lists(copies, max_size=25))
@example([("copy the desk", 0), ("put the copy back", 0), ("sync", 0, "ok"), ("restore", 0)])
@settings(max_examples=20, deadline=None)
def test_whenever_a_desk_is_put_back_too_its_edits_stay_seen_and_all_end_equal(history):
    world = World()
    try:
        for step in history:
            world.do(step)
            world.edits_are_seen()
        world.settle()
        world.equal()
        world.nothing_overwritten()
    finally:
        world.close()
