"""A township without a network reads what its villages send, reviews it, and passes it on unaltered."""

import random

import pytest

from county_server import accounts, backup, bundle_cli, bundle_files, bundles
from county_server.config import Config
from county_server.errors import Refused
from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from sync.sticks import bundle_header, carrier, carrying, stick
from tests.sync.test_bundles import KIND, code_of, county_rows, photo, put_on, write
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, open_county, serving
from village_desk.commands import records, reviews
from village_desk.errors import StoreTrouble, SyncTrouble
from village_desk.ids import new_id
from village_desk.queries import attachments, history, integrity, sync_log
from village_desk.queries.marks import mark
from village_desk.queries.outbox import status
from village_desk.queries.records import record
from village_desk.queries.reviews import state_of
from village_desk.store import carried, county_link, handover, outbox

pytestmark = pytest.mark.county


@pytest.fixture
def office(desk_at):
    return desk_at("所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)


@pytest.fixture
def village(office, desk_at):
    """A desk of the township's village; both know each other's keys."""
    found = desk_at("村[练习]")
    office.sync()
    return found


def take(desk, folder):
    return stick.read(desk.store, folder, desk.session.clock)


def give(desk, folder):
    folder.mkdir(parents=True, exist_ok=True)
    return stick.write(desk.store, folder, desk.session.clock)


def shown(desk, record_id):
    row = desk.row(KIND, record_id)
    return (row["content"], row["ver"]) if row else None


def photo_is(desk):
    """Where the one attachment here is said to be."""
    ((attachment_id,),) = desk.store.query('SELECT "id" FROM "attachment"')
    held = record(desk.session, "attachment", bytes(attachment_id))
    return attachments.whereabouts(desk.session, [held])[held.id].state


def test_what_a_village_brings_can_be_seen_and_is_marked_as_not_with_the_county(village, office, tmp_path):
    (record_id,) = write(village, 1, "借款")
    digest = photo(village)
    put_on(village, tmp_path)
    read = take(office, tmp_path)
    assert (read.came.carried, read.troubles) == (3, [])
    assert shown(office, record_id) == ("借款0", 0)
    assert mark(office.session, record(office.session, KIND, record_id)) == "carried"
    assert photo_is(office) == "carried"
    assert [one.outcome for one in history.of(office.session, KIND, record_id)] == ["carried"]
    stands = status(office.session)
    assert (stands.carried, stands.held_files, stands.answers) == (3, 1, 0)
    assert sync_log.log(office.session)["held_files"] == {"push": 1}
    assert county_link.is_here(office.store, digest)
    assert outbox.waiting(office.store) == 0
    assert county_link.blobs_waiting(office.store) == 0
    assert take(office, tmp_path).files[0].trouble == "bundle.old"
    assert integrity.check(office.store).sound


def test_it_goes_on_to_the_county_as_it_came_with_the_next_round(county, village, office, tmp_path):
    (record_id,) = write(village, 2)[:1]
    digest = photo(village)
    written = put_on(village, tmp_path)
    take(office, tmp_path)
    held = carrying.folder_of(office.store) / written.bundles[0].name
    assert held.read_bytes() == written.bundles[0].path.read_bytes()
    with serving(county) as address:
        office.line = HttpExchange(address, identity(office.store))
        report = engine_round(office)
        assert report.complete
    assert shown(office, record_id)[1] == 1
    assert photo_is(office) == "sent"
    assert [one.outcome for one in history.of(office.session, KIND, record_id)] == ["ok"]
    stands = status(office.session)
    assert (stands.carried, stands.held_files, stands.answers) == (0, 0, 1)
    assert len(county_rows(county)) == 4
    assert bundles.blobs.path_of(county, digest).exists()
    back = tmp_path / "back"
    for _stick in range(2):  # the first one may be lost, and nobody is asked for it
        assert [one.header.kind for one in give(office, back).held] == ["answer"]
        assert status(office.session).answers == 0
    read = take(village, back)
    assert (read.came.answered, read.came.attachments) == (4, 1)
    assert outbox.waiting(village.store) == 0
    assert village.store.query('SELECT count(*) FROM "receipt"') == [(1,)]


def engine_round(desk):
    return engine.run_round(desk.store, desk.line, desk.session.clock)


def test_without_any_network_receipts_come_back_through_the_townships_stick(
    county, village, office, tmp_path
):
    (record_id,) = write(village, 1)
    put_on(village, tmp_path / "village")
    take(office, tmp_path / "village")
    (own_id,) = write(office, 1)
    courier_stick = tmp_path / "township"
    written = give(office, courier_stick)
    assert (written.changes, len(written.held)) == (1, 1)
    well, _, data = bundle_cli.taken_in(county, [courier_stick], courier_stick)
    assert well
    assert sum(each["changes"] for each in data["bundles"]) == 2
    read = take(office, courier_stick)
    assert (read.came.answered, read.came.passed, read.troubles) == (1, 1, [])
    assert shown(office, record_id)[1] == shown(office, own_id)[1] == 1
    assert carried.count(office.store) == 0
    back = tmp_path / "back"
    assert [each.header.kind for each in give(office, back).held] == ["answer"]
    assert take(village, back).came.answered == 1
    assert village.sync().repaired == office.sync().repaired == ()


def test_any_desk_with_a_network_brings_what_others_wrote_and_reads_nothing_of_it(
    county, village, desk_at, tmp_path
):
    write(village, 3, "借款")
    put_on(village, tmp_path)
    neighbour = desk_at("邻[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    put_on(neighbour, tmp_path)
    (tmp_path / "spoilt.vdb").write_bytes(b"VDB1")
    read = take(neighbour, tmp_path)
    assert (read.left, read.others, [one.trouble for one in read.troubles]) == (2, 1, ["bundle.cut"])
    with serving(county) as address:
        line = HttpExchange(address, identity(neighbour.store))
        with pytest.raises(SyncTrouble, match=r"sync\.stopped"):
            stick.bring(neighbour.store, tmp_path, line, lambda: True)
        brought = stick.bring(neighbour.store, tmp_path, line, lambda: False)
        line.close()
    assert (brought.files, brought.answers) == (1, 1)
    assert [one.trouble for one in brought.troubles] == ["bundle.cut"]
    assert neighbour.store.query('SELECT count(*) FROM "consultation"') == [(0,)]
    assert take(village, tmp_path).came.answered == 3


def test_a_review_of_what_is_only_carried_reaches_the_village(county, village, office, tmp_path):
    """The review names the submission, so it is valid before the county has numbered anything."""
    (record_id,) = write(village, 1)
    submission = new_id()
    values = {
        "record_kind": KIND,
        "record_id": record_id.hex(),
        "round": 1,
        "content": "{}",
    }
    with village.store.unit_of_work(village.session.actor, village.session.now()) as uow:
        uow.put("submission", submission, values)
    put_on(village, tmp_path)
    take(office, tmp_path)
    review = new_id()
    reviews.review(office.session, submission, review, "approved")
    assert state_of(office.session, KIND, record_id).standing == "approved"
    courier_stick = tmp_path / "township"
    give(office, courier_stick)
    well, _, _ = bundle_cli.taken_in(county, [courier_stick], courier_stick)
    assert well
    take(office, courier_stick)
    give(office, courier_stick)
    take(village, courier_stick)
    village_again = tmp_path / "again"
    put_on(village, village_again)
    bundle_cli.taken_in(county, [village_again], village_again)
    take(village, village_again)
    assert state_of(village.session, KIND, record_id).standing == "approved"


def test_what_the_county_sets_aside_no_longer_shows_at_the_township(county, village, office, tmp_path):
    (kept,) = write(village, 1)
    village.sync()
    office.sync()
    for grant in grants_of(county, village):
        accounts.revoke_grant(county, grant)
    (lost,) = write(village, 1)
    put_on(village, tmp_path / "s")
    take(office, tmp_path / "s")
    assert shown(office, lost) is not None
    give(office, tmp_path / "t")
    bundle_cli.taken_in(county, [tmp_path / "t"], tmp_path / "t")
    take(office, tmp_path / "t")
    assert shown(office, lost) is None
    assert shown(office, kept) is not None
    assert carried.count(office.store) == 0


def test_what_leaves_the_township_does_not_come_back_with_what_a_stick_had_laid_over_it(
    village, office, tmp_path
):
    (record_id,) = write(village, 1)
    village.sync()
    office.sync()
    for answer in ("甲", "乙"):
        records.save(village.session, KIND, record_id, {"answer": answer})
    put_on(village, tmp_path)
    take(office, tmp_path)
    assert carried.count(office.store) == 2
    device, last = village.store.device_id.hex(), village.store.head().n
    with office.store.unit_of_work(None, 1) as uow:
        handover.leave(uow, KIND, record_id)
        carried.arrived(uow, device, last - 1, 0, [last - 1])
    assert office.row(KIND, record_id) is None
    assert carried.count(office.store) == 0


def grants_of(county, desk):
    with county.database.reading():
        rows = county.database.rows(
            "SELECT id FROM grant_ WHERE user_id = ? AND revoked_at IS NULL", desk.session.actor.user
        )
    return [bytes(grant) for (grant,) in rows]


def test_a_later_own_edit_lies_over_what_was_carried(village, office, tmp_path):
    (record_id,) = write(village, 1)
    put_on(village, tmp_path / "one")
    take(office, tmp_path / "one")
    records.save(village.session, KIND, record_id, {"content": "改过"})
    put_on(village, tmp_path / "two")
    take(office, tmp_path / "two")
    assert shown(office, record_id) == ("改过", 0)
    village.sync()
    office.sync()
    assert shown(office, record_id)[0] == "改过"
    assert office.sync().repaired == ()


def test_another_townships_village_and_an_unknown_desk_are_refused(county, village, desk_at, tmp_path):
    far = desk_at("远[练习]", role="station_staff", area="620702102", unit="620702102")
    write(village)
    written = put_on(village, tmp_path)
    found = bundle_header.read(written.bundles[0].path)
    assert code_of(stick.take, far.store, found) == "bundle.other"
    other = desk_at("丙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    assert code_of(stick.take, other.store, found) == "bundle.other"
    assert code_of(stick.take, village.store, found) == "bundle.own"


def test_a_township_that_was_not_told_of_a_desk_says_so(county, office, desk_at, tmp_path):
    new = desk_at("新[练习]")
    write(new)
    found = put_on(new, tmp_path).bundles[0]
    assert code_of(stick.take, office.store, found) == "bundle.stranger"
    office.sync()
    assert stick.take(office.store, found).carried == 1


# ---------------------------------------------------------------- any PC with a network


def test_any_pc_carries_a_bundle_without_reading_it(county, village, tmp_path):
    written = put_on(village, tmp_path)
    write(village, 3)
    written = put_on(village, tmp_path)
    with serving(county) as address:
        line = HttpExchange(address)
        answers = carrier.carry(line, written.bundles[0].path, tmp_path)
        again = carrier.carry(line, written.bundles[0].path, tmp_path)
        line.close()
    assert answers == again
    assert take(village, tmp_path).came.answered == 3
    (answered,) = (county.blobs / bundle_files.PARTS / bundle_files.ANSWERS).iterdir()
    for first, last in ((5, 4), (5, 3), (10**9, 10**9 + 1)):
        with pytest.raises(Refused, match="range"):
            bundle_files.read_answer(county, answered.name, first, last)


class Cut:
    """A line that breaks before one request in five."""

    def __init__(self, line):
        self.line, self.count, self.sent = line, 0, 0

    def __call__(self, request):
        self.count += 1
        if self.count % 5 == 0:
            raise SyncTrouble("sync.offline")
        self.sent += len(request.body)
        return self.line(request)


def test_a_carrier_goes_on_where_the_line_was_cut(county, village, tmp_path):
    photo(village, 1_500_000)
    written = put_on(village, tmp_path)
    size = written.bundles[0].path.stat().st_size
    with serving(county) as address:
        line = Cut(HttpExchange(address))
        for _ in range(60):
            try:
                carrier.carry(line, written.bundles[0].path, tmp_path)
                break
            except SyncTrouble:
                continue
        line.line.close()
    assert line.sent == size
    assert take(village, tmp_path).came.attachments == 1


def test_the_county_keeps_nothing_a_stranger_brings(county, village, tmp_path):
    write(village)
    found = put_on(village, tmp_path).bundles[0]
    junk = tmp_path / "junk.vdb"
    junk.write_bytes(random.Random(1).randbytes(100_000))
    forged = tmp_path / "forged.vdb"
    data = bytearray(found.path.read_bytes())
    data[found.start - 5] ^= 1
    forged.write_bytes(bytes(data))
    longer = tmp_path / "longer.vdb"
    longer.write_bytes(found.path.read_bytes() + b"more")
    with serving(county) as address:
        line = HttpExchange(address)
        assert code_of(carrier.carry, line, junk, tmp_path) == "bundle.none"
        assert code_of(carrier.carry, line, forged, tmp_path) == "bundle.forged"
        assert code_of(carrier.carry, line, longer, tmp_path) == "bundle.forged"
        line.close()
    assert not (county.blobs / "bundles").exists()


def test_a_village_cannot_show_the_township_a_review_of_its_own(village, office, tmp_path):
    (record_id,) = write(village, 1)
    submission, forged = new_id(), new_id()
    with village.store.unit_of_work(village.session.actor, village.session.now()) as uow:
        uow.put("submission", submission, {"record_kind": KIND, "record_id": record_id.hex(), "round": 1})
        uow.put("review", forged, {"submission": submission, "outcome": "approved"})
    put_on(village, tmp_path)
    assert take(office, tmp_path).came.carried == 2
    assert office.row("review", forged) is None
    assert state_of(office.session, KIND, record_id).standing == "waiting"


def test_a_township_that_falls_over_while_reading_reads_again(village, office, tmp_path, monkeypatch):
    (record_id,) = write(village, 1)
    put_on(village, tmp_path)

    def full(*_arguments):
        raise StoreTrouble("store.full")

    with monkeypatch.context() as broken:
        broken.setattr(carrying, "hold", full)
        with pytest.raises(StoreTrouble):
            take(office, tmp_path)
    assert take(office, tmp_path).came.carried == 1
    assert shown(office, record_id)[1] == 0
    assert carried.count(office.store) == 1


def test_a_copy_the_stick_spoilt_is_written_anew_and_a_spoilt_file_holds_up_no_other(
    village, office, desk_at, tmp_path
):
    write(village, 1)
    first = put_on(village, tmp_path / "one").bundles[0]
    take(office, tmp_path / "one")
    write(village, 1)
    put_on(village, tmp_path / "two")
    take(office, tmp_path / "two")
    out = tmp_path / "out"
    assert len(give(office, out).held) == 2
    whole = (out / first.name).read_bytes()
    (out / first.name).write_bytes(whole[:-9] + bytes(9))
    assert len(give(office, out).held) == 2
    assert (out / first.name).read_bytes() == whole
    (carrying.folder_of(office.store) / first.name).write_bytes(whole[:-9] + bytes(9))
    assert len(give(office, tmp_path / "next").held) == 1


def test_what_the_county_says_of_photos_alone_reaches_the_village(county, village, office, tmp_path):
    """It brings no row and receives no change, so its numbers are those of the answer before."""
    for seed in range(2):
        photo(village, 200_000, seed)
    sticks = [put_on(village, tmp_path / "one", limit=300_000, room=360_000)]
    sticks.append(put_on(village, tmp_path / "two", limit=300_000, room=360_000))
    assert [written.complete for written in sticks] == [False, True]
    for name in ("one", "two"):
        take(office, tmp_path / name)
        by_hand(county, office, tmp_path / f"{name} at the county")
    give(office, tmp_path / "back")
    take(village, tmp_path / "back")
    assert (outbox.waiting(village.store), county_link.blobs_waiting(village.store)) == (0, 0)


@pytest.mark.parametrize("way", ["stick", "line"])
def test_after_a_restore_the_county_speaks_to_the_villages_anew(
    county, village, office, tmp_path, clock, way
):
    """An answer held from before would keep the new ones back: it was ahead of them in every number."""
    (tmp_path / "backups").mkdir()
    made, _ = backup.back_up(county, tmp_path / "backups")
    write(village, 2)
    there_and_back(county, village, office, tmp_path / "1", "stick")
    assert outbox.waiting(village.store) == 0
    county.close()
    config = Config(database=str(tmp_path / "county.db"), blobs=str(tmp_path / "blobs"))
    backup.restore(config, made, clock())
    restored = open_county(tmp_path, clock)
    write(village, 1)
    there_and_back(restored, village, office, tmp_path / "2", way)
    assert outbox.waiting(village.store) == 3
    there_and_back(restored, village, office, tmp_path / "3", way)
    assert (outbox.waiting(village.store), len(county_rows(restored))) == (0, 3)
    restored.close()


def there_and_back(county, village, office, folder, way):
    put_on(village, folder / "out")
    take(office, folder / "out")
    if way == "stick":
        by_hand(county, office, folder / "county")
    else:
        with serving(county) as address:
            office.line = HttpExchange(address, identity(office.store))
            engine_round(office)
            office.line.close()
    give(office, folder / "back")
    take(village, folder / "back")


def by_hand(county, office, folder):
    """Bring the township's stick to the county and back."""
    give(office, folder)
    bundle_cli.taken_in(county, [folder], folder)
    take(office, folder)
