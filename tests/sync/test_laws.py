"""The laws of the protocol over two real desks and a real county (domain: sync §3.1).

I1 an edit once saved stays in the log · I2 every change is at the county exactly once, numbers are dense ·
I3 when all is said, desks and county are equal · I4 no value is silently overwritten · I5 an own edit never
vanishes from the screen · I7 the chain fits · I8 the cursor never goes back.
"""

import json
import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from county_server import service
from sync.messages import SyncReply
from sync.packing import unpack
from tests.sync.world import Clock, new_county, new_desk, open_county, open_desk
from village_desk import changes, crypto
from village_desk.commands import conflicts, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.kinds import KINDS
from village_desk.store import OPEN_STATES, tally
from village_desk.tables import row_values

KIND = "consultation"
GUARDED = ("name", "cause")
NAMES = ("clerk", "adviser")
LINES = ["ok", "ok", "ok", "lost request", "lost answer", "twice", "late request"]

SEEDED = [bytes([7, number] * 8) for number in range(2)]
TEMPLATE = Path(tempfile.mkdtemp(prefix="laws-"))


@pytest.fixture(scope="module", autouse=True)
def _template():
    """A county with two desks that both know two records: generated histories begin where it gets hard."""
    clock = Clock()
    there = new_county(TEMPLATE, clock)
    roles = ("village_clerk", "adviser")
    desks = [
        new_desk(there, TEMPLATE / name, clock, f"{name}[练习]", role)
        for name, role in zip(NAMES, roles, strict=True)
    ]
    for record_id in SEEDED:
        records.save(
            desks[0].session, KIND, record_id, {"name": "甲", "content": "一\n二\n三", "handling": ("1", "2")}
        )
    for desk in desks:
        desk.sync()
        desk.close()
    there.close()
    yield
    shutil.rmtree(TEMPLATE)


class Laws(RuleBasedStateMachine):
    """Two people of one village write, sync over bad lines, decide conflicts; then all is compared."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="laws-"))
        shutil.copytree(TEMPLATE, self.folder, dirs_exist_ok=True)
        self.clock = Clock()
        self.clock.now += 3_600_000
        self.county = open_county(self.folder, self.clock)
        self.desks = [open_desk(self.county, self.folder / name, self.clock) for name in NAMES]
        self.ids = list(SEEDED)
        self.count = 0
        self.cursors = [0, 0]

    def fresh(self):
        self.count += 1
        return f"值{self.count}"

    def known(self, desk, pick):
        found = [record_id for record_id in self.ids if desk.row(KIND, record_id)]
        return found[pick % len(found)] if found else None

    # ------------------------------------------------------------ what people do

    @rule(who=st.integers(0, 1), groups=st.lists(st.sampled_from("12345"), unique=True))
    def create(self, who, groups):
        record_id = new_id()
        self.ids.append(record_id)
        values = {"name": self.fresh(), "content": "一\n二\n三", "handling": tuple(sorted(groups))}
        records.save(self.desks[who].session, KIND, record_id, values)

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9), field=st.sampled_from([*GUARDED, "phone"]))
    def edit(self, who, pick, field):
        record_id = self.known(self.desks[who], pick)
        if record_id:
            value = self.fresh() if field in GUARDED else f"1390000{self.count:04d}"
            records.save(self.desks[who].session, KIND, record_id, {field: value})

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9))
    def clear(self, who, pick):
        record_id = self.known(self.desks[who], pick)
        if record_id:
            records.save(self.desks[who].session, KIND, record_id, {"cause": None})

    @rule(
        who=st.integers(0, 1), pick=st.integers(0, 9), groups=st.lists(st.sampled_from("12345"), unique=True)
    )
    def tick(self, who, pick, groups):
        record_id = self.known(self.desks[who], pick)
        if record_id:
            records.save(self.desks[who].session, KIND, record_id, {"handling": tuple(sorted(groups))})

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9), line=st.integers(0, 2))
    def rewrite_a_paragraph(self, who, pick, line):
        desk = self.desks[who]
        record_id = self.known(desk, pick)
        if record_id:
            lines = (desk.row(KIND, record_id)["content"] or "").split("\n")
            lines[line % len(lines)] = self.fresh()
            records.save(desk.session, KIND, record_id, {"content": "\n".join(lines)})

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9))
    def write_at_length(self, who, pick):
        record_id = self.known(self.desks[who], pick)
        if record_id:
            records.save(self.desks[who].session, KIND, record_id, {"answer": self.fresh() * 3_000})

    @rule(pick=st.integers(0, 9), field=st.sampled_from(GUARDED))
    def both_edit_the_same(self, pick, field):
        record_id = self.known(self.desks[0], pick)
        if record_id and self.desks[1].row(KIND, record_id):
            for desk in self.desks:
                records.save(desk.session, KIND, record_id, {field: self.fresh()})

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9))
    def edit_two_together(self, who, pick):
        desk = self.desks[who]
        record_id = self.known(desk, pick)
        if record_id:
            other = new_id()
            self.ids.append(other)
            both = [(KIND, record_id, {"cause": self.fresh()}), (KIND, other, {"name": self.fresh()})]
            records.save_all(desk.session, both)

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9))
    def archive(self, who, pick):
        record_id = self.known(self.desks[who], pick)
        if record_id:
            records.archive(self.desks[who].session, KIND, record_id)

    @rule(who=st.integers(0, 1), pick=st.integers(0, 9), keep=st.booleans())
    def decide(self, who, pick, keep):
        desk = self.desks[who]
        found = desk.store.query(
            'SELECT "id", "field", "value", "record_id" FROM "conflict" WHERE "open" = 1 ORDER BY "id"'
        )
        if not found:
            return
        conflict_id, field, value, record_id = found[pick % len(found)]
        if field == "archived":
            chosen = keep
        else:
            chosen = desk.session.profile.kind(KIND).from_json({field: json.loads(value)})[field]
            if keep:
                chosen = (
                    desk.session.profile.kind(KIND).from_json(self.shown(desk, bytes(record_id))).get(field)
                )
        conflicts.resolve(desk.session, conflict_id, chosen)

    # ------------------------------------------------------------ what the line does

    @rule(who=st.integers(0, 1), line=st.sampled_from(LINES))
    def sync(self, who, line):
        broken = pytest.raises(SyncTrouble, match="sync.(offline|timeout)")
        with nullcontext() if line in ("ok", "twice") else broken:
            self.desks[who].sync(line)

    @rule(who=st.integers(0, 1), requests=st.integers(1, 2))
    def sync_in_small_pieces_and_stop(self, who, requests):
        desk = self.desks[who]
        with desk.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.batch", "1000")
        last = desk.line.requests + requests
        desk.sync(stop=lambda: desk.line.requests >= last)

    @precondition(lambda self: any(desk.line.kept for desk in self.desks))
    @rule(who=st.integers(0, 1), pick=st.integers(0, 9))
    def deliver_late(self, who, pick):
        line = self.desks[who].line
        if line.kept:
            request = line.kept.pop(pick % len(line.kept))
            said = service.answer(self.county, line.device, request.body)
            assert not said or unpack(said, SyncReply).problem == ""

    # ------------------------------------------------------------ what must hold at all times

    @invariant()
    def chains_fit_and_logs_are_dense(self):
        for desk in self.desks:
            head, n = crypto.CHAIN_START, 0
            for number, salt, body, chained in desk.store.query(
                'SELECT "n", "salt", "body", "hash" FROM "change" ORDER BY "n"'
            ):
                head, n = crypto.chain_step(head, bytes(salt), bytes(body)), n + 1
                assert (number, bytes(chained)) == (n, head)
            with self.county.database.reading():
                last, held = self.county.database.one(
                    "SELECT last, head FROM device WHERE id = ?", desk.line.device
                )
            at = desk.store.query('SELECT "hash" FROM "change" WHERE "n" = ?', (last,))
            assert bytes(held) == (bytes(at[0][0]) if at else crypto.CHAIN_START)

    @invariant()
    def an_own_edit_never_vanishes_from_the_screen(self):
        for desk in self.desks:
            latest = {}
            # Not by their state: what no pull has shown yet must be seen, whatever the desk calls it.
            for (raw,) in desk.store.query('SELECT "body" FROM "change" WHERE "seq" IS NULL ORDER BY "n"'):
                body = changes.decode(bytes(raw))
                latest |= {
                    (body.r, name): value for name, value in body.f.items() if name in KINDS[KIND].fields
                }
            for (record_id, name), value in latest.items():
                assert self.shown(desk, bytes.fromhex(record_id)).get(name) == value

    @invariant()
    def cursors_only_go_forward(self):
        now = [int(desk.store.text_state("sync.cursor", "0")) for desk in self.desks]
        assert all(before <= after for before, after in zip(self.cursors, now, strict=True))
        self.cursors = now

    def shown(self, desk, record_id):
        kind = KINDS[KIND]
        return kind.to_json(row_values(kind, desk.row(KIND, record_id)))

    # ------------------------------------------------------------ what must hold in the end

    def kept_sums_are_the_counted_ones(self):
        for desk in self.desks:
            held = {key: kept for key, kept in tally.held(desk.store).items() if kept[0]}
            assert held == tally.counted(desk.store)

    def teardown(self):
        try:
            self.settle()
            self.equal()
            self.kept_sums_are_the_counted_ones()
            self.each_change_once()
            self.nothing_overwritten()
            self.nothing_hidden()
        finally:
            for desk in self.desks:
                desk.close()
            self.county.close()
            shutil.rmtree(self.folder)

    def settle(self):
        for _ in range(2):
            for desk in self.desks:
                report = desk.sync()
                assert report.complete
                assert report.repaired == report.mismatched == ()
        for desk in self.desks:
            assert desk.store.query('SELECT count(*) FROM "change" WHERE "state" IN (?, ?)', OPEN_STATES) == [
                (0,)
            ]

    def equal(self):
        seen = []
        for desk in self.desks:
            rows = {
                record_id: (
                    self.shown(desk, record_id),
                    desk.row(KIND, record_id)["ver"],
                    desk.row(KIND, record_id)["archived"],
                )
                for record_id in self.ids
            }
            open_ = desk.store.query(
                'SELECT "id", "field", "value" FROM "conflict" WHERE "open" = 1 ORDER BY "id"'
            )
            seen.append((rows, [(i, field, json.loads(value)) for i, field, value in open_]))
        assert seen[0] == seen[1]
        with self.county.database.reading():
            there = self.county.database.rows('SELECT "id", "ver", "archived", "name" FROM consultation')
            open_there = self.county.database.rows("SELECT id FROM conflict WHERE open = 1 ORDER BY id")
        rows, open_here = seen[0]
        assert {bytes(i): (ver, archived, name) for i, ver, archived, name in there} == {
            i: (ver, archived, shown.get("name")) for i, (shown, ver, archived) in rows.items()
        }
        assert [bytes(found).hex() for (found,) in open_there] == [found[0] for found in open_here]

    def each_change_once(self):
        with self.county.database.reading():
            numbers = [seq for (seq,) in self.county.database.rows("SELECT seq FROM feed ORDER BY seq")]
            held = self.county.database.rows("SELECT device, n FROM feed")
            aside = self.county.database.rows("SELECT device, n, reason FROM quarantine")
        assert numbers == list(range(1, len(numbers) + 1))
        assert aside == []
        want = sorted((desk.line.device, n) for desk in self.desks for n in range(1, desk.store.head().n + 1))
        assert sorted((bytes(device), n) for device, n in held) == want

    def nothing_overwritten(self):
        """Each guarded value is current, in a conflict, or was replaced by somebody who had seen it."""
        with self.county.database.reading():
            rows = self.county.database.rows("SELECT device, n, ver, body FROM feed ORDER BY seq")
            kept = self.county.database.rows("SELECT record_id, field, value FROM conflict")
        kept = {(bytes(record_id).hex(), field, value) for record_id, field, value in kept}
        log = [(bytes(device), n, ver, changes.decode(bytes(body))) for device, n, ver, body in rows]
        for device, n, ver, body in log:
            for field in set(GUARDED) & body.f.keys():
                value = body.f[field]
                later = [one for one in log if one[3].r == body.r and field in one[3].f and one[2] > ver]
                assert (
                    self.shown(self.desks[0], bytes.fromhex(body.r)).get(field) == value
                    or (body.r, field, json.dumps(value, ensure_ascii=False)) in kept
                    or any(
                        (other == device and number > n) or after.b >= ver or after.f[field] == value
                        for other, number, _, after in later
                    )
                ), "silently overwritten"

    def nothing_hidden(self):
        """An archived record was archived by somebody who had seen every edit of the other."""
        with self.county.database.reading():
            rows = self.county.database.rows("SELECT device, ver, body FROM feed ORDER BY seq")
        log = [(bytes(device), ver, changes.decode(bytes(body))) for device, ver, body in rows]
        for record_id in self.ids:
            if not self.desks[0].row(KIND, record_id)["archived"]:
                continue
            ours = [one for one in log if one[2].r == record_id.hex()]
            archivings = [one for one in ours if one[2].op == "archive"]
            edits = [one for one in ours if one[2].op != "archive"]
            assert any(
                all(device == archiver or ver <= body.b or ver > at for device, ver, _ in edits)
                for archiver, at, body in archivings
            )


TestLaws = Laws.TestCase
TestLaws.settings = settings(stateful_step_count=30)
