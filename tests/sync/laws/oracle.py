"""What must hold: after each step, and when all is said (domain: sync §3.1)."""

import json

import pytest
from hypothesis.stateful import invariant

from county_server import records as county_records
from sync import blobs
from tests.sync.laws.people import GUARDED
from tests.sync.laws.place import KIND, WRITES
from tests.sync.world import back_up
from village_desk import changes, crypto
from village_desk.errors import SyncTrouble
from village_desk.kinds import KINDS
from village_desk.store import OPEN_STATES, county_link, outbox, relog, tally, withdrawn
from village_desk.store.chain import follows
from village_desk.tables import row_values

CAUSES = {"rights", "group", "record.unknown"}
"""Why anything is set aside in these histories."""


def shown(desk, kind, record_id):
    declared = KINDS[kind]
    return declared.to_json(row_values(declared, desk.row(kind, record_id)))


def filled(values):
    return {name: value for name, value in values.items() if value not in (None, "", [])}


class Invariants:
    """What holds at every moment."""

    @invariant()
    def chains_fit_and_logs_are_dense(self):
        for desk in self.desks.values():
            if relog.due(desk.store):
                continue  # put back to what the county knows longer than it
            head, n = crypto.CHAIN_START, 0
            for number, salt, body, chained in desk.store.query(
                'SELECT "n", "salt", "body", "hash" FROM "change" ORDER BY "n"'
            ):
                assert number == n + 1
                assert follows(head, salt, body, chained)  # an erased text is taken on trust
                head, n = bytes(chained), number
            with self.county.database.reading():
                last, held = self.county.database.one(
                    "SELECT last, head FROM device WHERE id = ?", desk.line.device
                )
            at = desk.store.query('SELECT "hash" FROM "change" WHERE "n" = ?', (last,))
            assert bytes(held) == (bytes(at[0][0]) if at else crypto.CHAIN_START)

    def written_to(self, name):
        """Say whether anything was written to the file of a desk since this was asked last."""
        connection = self.desks[name].store.database.connection()
        now = (connection, connection.total_changes)
        before, self.looked_at[name] = self.looked_at.get(name), now
        return before != now

    @invariant()
    def an_own_edit_never_vanishes_from_the_screen(self):
        for name, desk in self.desks.items():
            if not self.written_to(name):
                continue
            latest = {}
            # What was told to be set aside has left the screen; a county put back does not bring it back.
            told = desk.store.query('SELECT "n" FROM "change" WHERE "state" = ?', ("quarantined",))
            own = desk.store.device_id.hex()
            self.aside |= {(own, n) for (n,) in told}
            # Not by their state: what no pull has shown yet must be seen, whatever the desk calls it.
            # A text erased with the grant is on no screen; it waits again when a county has lost all.
            rows = desk.store.query(
                'SELECT "n", "body" FROM "change" WHERE "seq" IS NULL AND "body" IS NOT NULL ORDER BY "n"'
            )
            for raw in (raw for n, raw in rows if (own, n) not in self.aside):
                body = changes.decode(bytes(raw))
                if body.origin and body.origin[:2] in self.aside:
                    continue
                fields = {*KINDS[body.t].fields, *GUARDED}
                latest |= {(body.t, body.r, each): body.f[each] for each in body.f if each in fields}
            # Until a record is laid anew after a restore, a value that lay beside it lies there still.
            conflicts = desk.store.query(
                'SELECT "record_id", "field", "value" FROM "conflict" WHERE "open" = 1'
            )
            open_ = {(bytes(record).hex(), field, value) for record, field, value in conflicts}
            for (kind, record_id, each), value in latest.items():
                gone = desk.row(kind, bytes.fromhex(record_id)) is None and self.suspect(
                    name, self.stands_for(desk, kind, record_id)
                )
                beside = (record_id, each, json.dumps(value, ensure_ascii=False)) in open_
                assert gone or beside or shown(desk, kind, bytes.fromhex(record_id)).get(each) == value

    def stands_for(self, desk, kind, record_id):
        """The record whose place counts: an attachment lies with what it is attached to."""
        of = {attached: on for _, on, attached, _ in self.attached}
        return of.get(bytes.fromhex(record_id), bytes.fromhex(record_id))

    @invariant()
    def cursors_only_go_forward(self):
        now = {name: int(desk.store.text_state("sync.cursor", "0")) for name, desk in self.desks.items()}
        inc = {name: desk.store.text_state("sync.inc") for name, desk in self.desks.items()}
        assert all(self.cursors[name] <= at or self.incs[name] != inc[name] for name, at in now.items())
        self.cursors, self.incs = now, inc


class Oracle:
    """What holds when every desk has had its rounds over a good line."""

    def settle(self):
        for desk in self.desks.values():
            desk.line.cuts = []
        for _ in range(2):
            for name, desk in self.desks.items():
                report = self.round(name)
                while report.blobs_left:
                    report = desk.sync()
                assert report.complete or report.revoked
                assert report.blob_troubles == ()
                assert report.mismatched == ()
                # What had left a desk and is back where it was with the county comes with a repair.
                assert report.repaired == () or (self.restored and self.moved)
        self.withdrawn_desks_end()
        for name, desk in self.desks.items():
            assert outbox.waiting(desk.store) == 0
            if name not in self.place.withdrawn:  # else no row shows it what became of its changes
                states = 'SELECT count(*) FROM "change" WHERE "state" IN (?, ?)'
                assert desk.store.query(states, OPEN_STATES) == [(0,)]
            assert county_link.blobs_waiting(desk.store) == 0

    def withdrawn_desks_end(self):
        """A withdrawn desk has handed over everything once a backup of the county holds it."""
        if self.place.withdrawn:
            back_up(self.county)
        for name in self.place.withdrawn:
            assert self.desks[name].sync().complete

    def kept_sums_are_the_counted_ones(self):
        for desk in self.desks.values():
            held = {key: kept for key, kept in tally.held(desk.store).items() if kept[0]}
            assert held == tally.counted(desk.store)

    def everybody_sees_what_the_county_has(self):
        there, open_there = self.county_state()
        for name, desk in self.desks.items():
            if name in self.place.withdrawn:
                assert withdrawn.handed_over(desk.store)
                continue
            here = {}
            for kind in (KIND, "attachment"):
                for row in desk.store.rows(kind, '"ver" > 0'):
                    here[kind, row["id"]] = (
                        row["scope"],
                        row["ver"],
                        bool(row["archived"]),
                        filled(shown(desk, kind, row["id"])),
                    )
            assert here == {key: held for key, held in there.items() if self.place.sees(name, held[0])}
            open_ = desk.store.query('SELECT "id", "field", "value", "kind", "record_id" FROM "conflict" '
                                     'WHERE "open" = 1')  # fmt: skip
            assert {(each, field, value) for each, field, value, *_ in open_} == {
                (each, field, value)
                for each, field, value, kind, record_id in open_there
                if self.place.sees(name, there[kind, record_id][0])
            }

    def county_state(self):
        database = self.county.database
        found = {}
        with database.reading():
            for kind in (KIND, "attachment"):
                ids = [bytes(each) for (each,) in database.rows(f'SELECT "id" FROM "{kind}"')]
                for record_id, held in county_records.load(database, kind, ids).items():
                    state = (held.scope, held.state.ver, held.state.archived, filled(held.data()))
                    found[kind, record_id] = state
            rows = database.rows("SELECT id, field, value, kind, record_id FROM conflict WHERE open = 1")
        open_ = [(bytes(each).hex(), field, value, kind, bytes(r)) for each, field, value, kind, r in rows]
        return found, open_

    def each_change_once(self):
        with self.county.database.reading():
            numbers = [seq for (seq,) in self.county.database.rows("SELECT seq FROM feed ORDER BY seq")]
            held = self.county.database.rows("SELECT device, n FROM feed")
            aside = self.county.database.rows("SELECT device, n, g, reason, body FROM quarantine")
        assert numbers == list(range(1, len(numbers) + 1))
        there = sorted((bytes(device), n) for device, n, *_ in (*held, *aside))
        last = {device: n for device, n in there if device in self.place.persons}
        last |= {desk.line.device: desk.store.head().n for desk in self.desks.values()}
        assert there == sorted((device, n) for device, most in last.items() for n in range(1, most + 1))
        self.aside_rightly([(bytes(device), g, why, bytes(body)) for device, _, g, why, body in aside])

    def aside_rightly(self, aside):
        """What is in quarantine stood together with something forbidden, and its desk knows it (I9)."""
        assert {why for _, _, why, _ in aside} <= CAUSES | self.causes()
        there = self.place.scopes()
        for name, desk in self.desks.items():
            ours = [(g, changes.decode(body).r) for device, g, _, body in aside if device == desk.line.device]
            wrong, missing = set(), set()
            for g, record in sorted(ours):
                if record in missing or self.suspect(name, self.stands_for(desk, KIND, record)):
                    wrong.add(g)
                    # What was to be made with it is not there for what follows either.
                    missing |= {each for at, each in ours if at == g and bytes.fromhex(each) not in there}
            assert {g for g, _ in ours} <= wrong
            assert desk.store.query('SELECT count(*) FROM "change" WHERE "state" = ?', ("quarantined",)) == [
                (len(ours),)
            ]

    def causes(self):
        """What else may have set something aside in this history."""
        moved = {"moved", "op"} if self.moved else set()
        return (
            moved
            | ({"grant"} if self.regranted else set())
            | ({"revoked"} if self.place.withdrawn else set())
        )

    def same(self, one, other):
        """Say whether the same person made two changes, at whatever device."""
        return self.place.persons.get(one) == self.place.persons.get(other)

    def nothing_overwritten(self):
        """Each guarded value is current, in a conflict, or was replaced by somebody who had seen it (I4)."""
        there, _ = self.county_state()
        with self.county.database.reading():
            rows = self.county.database.rows("SELECT device, n, ver, body FROM feed ORDER BY seq")
            kept = self.county.database.rows("SELECT record_id, field, value FROM conflict")
        kept = {(bytes(record_id).hex(), field, value) for record_id, field, value in kept}
        log = [(bytes(device), n, ver, changes.decode(bytes(body))) for device, n, ver, body in rows]
        for device, n, ver, body in log:
            assert body.b < ver, "claims to have seen what was not yet"
            for field in set(GUARDED) & body.f.keys():
                value = body.f[field]
                later = [one for one in log if one[3].r == body.r and field in one[3].f and one[2] > ver]
                assert (
                    there[body.t, bytes.fromhex(body.r)][3].get(field) == value
                    or (body.r, field, json.dumps(value, ensure_ascii=False)) in kept
                    or any(
                        (other == device and number > n)
                        or (other != device and self.same(other, device))
                        or after.b >= ver
                        or after.f[field] == value
                        for other, number, _, after in later
                    )
                ), "silently overwritten"

    def nothing_hidden(self):
        """An archived record was archived by somebody who had seen every edit of the other."""
        there, _ = self.county_state()
        with self.county.database.reading():
            rows = self.county.database.rows("SELECT device, ver, body FROM feed ORDER BY seq")
        log = [(bytes(device), ver, changes.decode(bytes(body))) for device, ver, body in rows]
        for (_, record_id), (_, _, archived, _) in there.items():
            if not archived:
                continue
            ours = [one for one in log if one[2].r == record_id.hex()]
            archivings = [one for one in ours if one[2].op == "archive"]
            edits = [one for one in ours if one[2].op not in ("archive", "move")]
            assert any(
                all(self.same(device, archiver) or ver <= body.b or ver > at for device, ver, _ in edits)
                for archiver, at, body in archivings
            )

    def attachments_are_whole(self):
        """Bytes are equal, none went twice but with a cut, and nobody outside gets one."""
        scopes = self.place.scopes()
        for who, record_id, attached, data in self.attached:
            digest = crypto.digest(data).hex()
            if self.suspect(who, record_id):
                continue  # its record may have been set aside
            assert scopes[attached] in WRITES[who]
            assert (self.county.blobs / digest[:2] / digest).read_bytes() == data
        for name, desk in self.desks.items():
            sizes = sum(len(data) for who, _, _, data in self.attached if who == name)
            assert (
                self.put_back_desks
                or self.restored
                or self.answers
                or desk.line.patched == sizes + desk.line.lost
            )
        sound = [one for one in self.attached if not self.suspect(one[0], one[1])]
        for *_, attached, data in sound[-1:]:
            for name, desk in self.desks.items():
                if name in self.place.withdrawn:
                    continue
                self.fetched(name, desk, scopes[attached], data)

    def fetched(self, name, desk, scope, data):
        digest = crypto.digest(data).hex()
        if self.place.sees(name, scope):
            assert blobs.fetch(desk.store, desk.line, digest, self.place.clock) == data
        else:
            with pytest.raises(SyncTrouble, match="sync.absent"):
                blobs.fetch(desk.store, desk.line, digest, self.place.clock)
