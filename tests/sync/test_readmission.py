"""A desk enrolled after the backup its county was put back to is enrolled again and is what it was."""

import shutil

import msgspec
import pytest

from county_server import accounts, audit, backup, enrolment
from county_server.config import Config
from sync import connect, renewing
from sync.enrolment import enrol
from sync.exchange import HttpExchange, Tls
from tests.sync.test_areas import same_as_county
from tests.sync.world import OTHER_VILLAGE, VILLAGE, Line, open_county, serving
from village_desk.commands import attachments, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.keys import new_data_key
from village_desk.queries import outbox
from village_desk.queries.integrity import verify
from village_desk.store import county_link, create_store, relog

pytestmark = pytest.mark.county
KIND = "consultation"
NAME = "丁[练习]"


class Place:
    """A county served over HTTP, put back to an older backup when told."""

    def __init__(self, county, folder, clock):
        self.county, self.folder, self.clock = county, folder, clock
        self.config = Config(database=str(folder / "county.db"), blobs=str(folder / "blobs"))
        (folder / "backups").mkdir()
        clock.now += 60_000
        self.made, manifest = backup.back_up(county, folder / "backups")
        assert manifest.problems == []

    def put_back(self):
        self.county.close()
        shutil.rmtree(self.folder / "blobs")
        backup.restore(self.config, self.made, self.clock())
        self.county = open_county(self.folder, self.clock)

    def user(self, unit=VILLAGE, name=NAME):
        """Make the account again that was lost, as an administrator does."""
        user = accounts.add_user(self.county, name, unit)
        accounts.add_grant(self.county, user, "village_clerk", [unit])
        return user

    def rows(self, sql, *parameters):
        with self.county.database.reading():
            return self.county.database.rows(sql, *parameters)


@pytest.fixture
def place(county, tmp_path, clock):
    made = Place(county, tmp_path, clock)
    yield made
    made.county.close()


def round_(desk, address):
    connect.remember(desk.store, address, Tls(), desk.session.clock())
    return renewing.run(desk.store, desk.session.clock)


def again(desk, address, code):
    exchange = HttpExchange(address)
    try:
        return enrol(desk.store, exchange, code, "办公室电脑", desk.session.clock)
    finally:
        exchange.close()


def write(desk, record_id=None, **values):
    record_id = record_id or new_id()
    records.save(desk.session, KIND, record_id, values)
    return record_id


def lost(place, desk, address):
    """Say that the county no longer knows the desk, as its own round finds out."""
    with pytest.raises(SyncTrouble, match="sync.unknown"):
        round_(desk, address)
    assert outbox.status(desk.session).unknown
    desk.line = Line(place.county, desk.store.device_id)


def settled(place, desk):
    assert desk.store.query("SELECT count(*) FROM change WHERE state IN ('new', 'acked')") == [(0,)]
    assert outbox.status(desk.session).set_aside == 0
    same_as_county(desk)
    assert verify(desk.store).sound
    assert audit.verify(place.county).problems == []
    changes = place.rows("SELECT device, n FROM feed")
    assert len(changes) == len(set(changes))


def test_all_it_had_sent_and_not_sent_comes_again_once(place, desk_at):
    desk = desk_at(NAME)
    with serving(place.county) as address:
        sent = write(desk, name="已报")
        about = {"title": "签字照片", "media_type": "image/jpeg"}
        attachments.attach(desk.session, (KIND, sent), new_id(), b"a picture" * 500, about)
        assert round_(desk, address).complete
        write(desk, sent, cause="邻里")
        assert round_(desk, address).complete
    kept = write(desk, name="未报")
    device, user = desk.store.device_id, desk.session.actor.user
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        late = write(desk, name="县里忘了以后写的")
        reply = again(desk, address, enrolment.invite(place.county, VILLAGE, [place.user()]))
        assert (reply.device, desk.store.device_id) == (device.hex(), device)
        assert not outbox.status(desk.session).unknown
        report = round_(desk, address)
        assert (report.restored, report.complete, report.mismatched) == (True, True, ())
        settled(place, desk)
        assert round_(desk, address).pushed == 0
    assert {bytes(i) for (i,) in place.rows("SELECT id FROM consultation")} == {sent, kept, late}
    assert place.rows("SELECT count(*) FROM feed") == [(5,)]
    assert place.rows("SELECT count(*) FROM quarantine") == [(0,)]
    assert place.rows("SELECT id, name FROM user_account") == [(user, NAME)]
    assert place.rows("SELECT count(*) FROM blob") == [(1,)]
    # Receipts of before stay as history; the new ones cover everything.
    assert desk.store.query('SELECT count(*) FROM "former_receipt"')[0][0] >= 1


def test_what_others_had_read_of_it_is_no_longer_missing_once_it_is_back(place, desk_at):
    reader = desk_at("丙[练习]", role="adviser")
    desk = desk_at(NAME)
    shared = write(reader, name="共有")
    with serving(place.county) as address:
        assert round_(reader, address).complete
        write(desk, name="别人看过的")
        assert round_(desk, address).complete
        write(desk, shared, cause="邻里")
        assert round_(desk, address).complete
        assert round_(reader, address).pulled == 2
    place.put_back()
    with serving(place.county) as address:
        for each in (reader, desk):
            lost(place, each, address)
        adviser = accounts.add_user(place.county, "丙[练习]", VILLAGE)
        accounts.add_grant(place.county, adviser, "adviser", [VILLAGE])
        again(reader, address, enrolment.invite(place.county, VILLAGE, [adviser]))
        assert round_(reader, address).lost == 2
        again(desk, address, enrolment.invite(place.county, VILLAGE, [place.user()]))
        for each in (desk, reader, desk):
            assert round_(each, address).complete
        assert round_(reader, address).lost == 0
        for each in (desk, reader):
            settled(place, each)
    assert place.rows("SELECT count(*) FROM conflict") == [(0,)]


def test_a_lost_answer_costs_nothing_and_a_known_desk_is_not_enrolled_twice(place, desk_at, clock):
    desk = desk_at(NAME)
    write(desk, name="一")
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        user = place.user()
        code = enrolment.invite(place.county, VILLAGE, [user])

        def losing(request):
            HttpExchange(address)(request)
            raise SyncTrouble("sync.timeout")

        with pytest.raises(SyncTrouble, match="sync.timeout"):
            enrol(desk.store, losing, code, "", clock)
        again(desk, address, code)
        assert round_(desk, address).complete
        with pytest.raises(SyncTrouble, match="sync.enrolled"):
            again(desk, address, code)
    assert len(enrolment.devices(place.county)) == 1
    settled(place, desk)


def test_a_desk_that_was_itself_restored_is_known_again_before_it_becomes_another(place, desk_at, clock):
    desk = desk_at(NAME)
    with serving(place.county) as address:
        write(desk, name="一")
        assert round_(desk, address).complete
        with desk.store.unit_of_work(None, clock()) as uow:
            relog.came_from_backup(uow)
    device = desk.store.device_id
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        again(desk, address, enrolment.invite(place.county, VILLAGE, [place.user()]))
        for _ in range(2):
            assert round_(desk, address).complete
        assert desk.store.device_id != device
        desk.line = Line(place.county, desk.store.device_id)
        settled(place, desk)
    assert place.rows("SELECT count(*) FROM consultation") == [(1,)]


def test_a_code_of_another_village_is_refused_and_not_used_up(place, desk_at):
    desk = desk_at(NAME)
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        elsewhere = enrolment.invite(place.county, OTHER_VILLAGE, [place.user(OTHER_VILLAGE)])
        with pytest.raises(SyncTrouble, match="sync.other_unit"):
            again(desk, address, elsewhere)
        assert enrolment.devices(place.county) == []
        again(desk, address, enrolment.invite(place.county, VILLAGE, [place.user()]))
        assert round_(desk, address).complete


def test_whoever_has_no_account_again_is_nobody_s_user_and_loses_nothing(place, desk_at):
    desk = desk_at(NAME)
    write(desk, name="一")
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        other = place.user(name="戊[练习]")
        again(desk, address, enrolment.invite(place.county, VILLAGE, [other]))
        report = round_(desk, address)
        assert (report.complete, report.quarantined) == (True, 1)
    assert place.rows("SELECT id FROM user_account") == [(other,)]
    assert place.rows("SELECT reason FROM quarantine") == [("grant",)]


def test_a_grant_the_county_did_not_sign_makes_nobody_a_user(place, desk_at, clock):
    desk = desk_at(NAME)
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        user = place.user()
        (held,) = county_link.grants(desk.store)
        with desk.store.unit_of_work(None, clock()) as uow:
            forged = bytes(64)
            uow.execute('UPDATE "held_grant" SET "signature" = ?', (forged,))
        assert held.user != user
        again(desk, address, enrolment.invite(place.county, VILLAGE, [user]))
    assert place.rows("SELECT id FROM user_account") == [(user,)]


def test_an_account_that_is_on_another_desk_keeps_its_id(place, desk_at, tmp_path):
    desk = desk_at(NAME)
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        user = place.user()
        other = place.user(name="戊[练习]")
        (tmp_path / "neu").mkdir()
        elsewhere = create_store(tmp_path / "neu", new_data_key())
        enrol(elsewhere, HttpExchange(address), enrolment.invite(place.county, VILLAGE, [user, other]))
        again(desk, address, enrolment.invite(place.county, VILLAGE, [user]))
        elsewhere.close_connection()
    assert {bytes(i) for (i,) in place.rows("SELECT id FROM user_account")} == {user, other}


def test_the_grants_of_a_person_known_again_are_signed_for_them(place, desk_at):
    desk = desk_at(NAME)
    place.put_back()
    with serving(place.county) as address:
        lost(place, desk, address)
        made = place.user()
        spare = enrolment.invite(place.county, VILLAGE, [made])
        again(desk, address, enrolment.invite(place.county, VILLAGE, [made]))
        round_(desk, address)
    (held,) = county_link.grants(desk.store)
    assert held.user == desk.session.actor.user
    (users,) = place.rows("SELECT users FROM enrolment WHERE used_at IS NULL")[0]
    assert msgspec.json.decode(users) == [held.user.hex()]
    assert spare


def test_a_desk_that_is_withdrawn_is_not_let_in_by_a_new_code(place, desk_at, clock):
    desk = desk_at(NAME)
    with desk.store.unit_of_work(None, clock()) as uow:
        uow.set_state("sync.unknown", "1")  # as if another county had once answered in its place
    enrolment.revoke_device(place.county, desk.store.device_id)
    with serving(place.county) as address:
        code = enrolment.invite(place.county, VILLAGE, [desk.session.actor.user])
        with pytest.raises(SyncTrouble, match="sync.revoked"):
            again(desk, address, code)
