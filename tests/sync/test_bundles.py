"""What a village without a network sends and gets by stick."""

import hashlib
import random

import msgspec
import pytest

from county_server import accounts, backup, blobs, bundles, enrolment
from county_server.config import Config
from sync import bundle
from sync.sticks import bundle_header, reading, stick, writing
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, new_county, open_county
from tests.village_desk.disks import small_disk
from village_desk import crypto
from village_desk.commands import attachments, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.store import county_link, outbox
from village_desk.store.unit_of_work import Birth

KIND = "consultation"


def write(desk, count=1, word="邻里纠纷"):
    made = [new_id() for _ in range(count)]
    for number, record_id in enumerate(made):
        records.save(desk.session, KIND, record_id, {"name": "[练习]张某", "content": f"{word}{number}"})
    return made


def photo(desk, size=50_000, seed=1):
    """Attach a picture to a new record; return its digest."""
    (record_id,) = write(desk)
    data = random.Random(seed).randbytes(size)
    about = {"title": "照片[练习]", "media_type": "image/jpeg"}
    attachments.attach(desk.session, (KIND, record_id), new_id(), data, about)
    return hashlib.sha256(data).hexdigest()


def put_on(desk, stick, **how):
    stick.mkdir(parents=True, exist_ok=True)
    return writing.write(desk.store, stick, desk.session.clock, **how)


def at_county(county, written, stick):
    """Take the stick to the county; the answer lies on it."""
    taken = [bundles.take(county, each.path) for each in written.bundles]
    return taken, bundles.answer(county, taken[-1], stick)


def read(desk, found):
    return reading.take_answer(desk.store, found, desk.session.clock)


def carried(county, desk, stick, **how):
    written = put_on(desk, stick, **how)
    taken, answers = at_county(county, written, stick)
    return written, taken, [read(desk, each) for each in answers]


def code_of(work, *arguments, **how):
    with pytest.raises(SyncTrouble) as trouble:
        work(*arguments, **how)
    return trouble.value.code


@pytest.mark.requirement("R012", "R021")
def test_a_stick_there_and_back_leaves_receipts_and_the_same_on_both_sides(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 5)
    written, taken, reports = carried(county, desk, tmp_path)
    assert (written.changes, written.complete, taken[0].changes) == (5, True, 5)
    assert (reports[0].pushed, reports[0].mismatched) == (5, ())
    assert outbox.waiting(desk.store) == 0
    assert desk.store.query('SELECT "first_n", "last_n" FROM "receipt"') == [(1, 5)]
    after = desk.sync()
    assert (after.pushed, after.pulled, after.repaired) == (0, 0, ())


def test_a_stick_brings_what_others_wrote(county, desk_at, tmp_path):
    here, there = desk_at(), desk_at("乙[练习]")
    (record_id,) = write(there)
    there.sync()
    _, _, reports = carried(county, here, tmp_path)
    assert reports[0].pulled == 1
    assert here.row(KIND, record_id)["ver"] == 1


def test_a_lost_stick_costs_nothing_but_the_way(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    put_on(desk, tmp_path / "lost")
    write(desk, 2)
    _, taken, reports = carried(county, desk, tmp_path / "second")
    assert (taken[0].changes, reports[0].pushed) == (5, 5)


def test_a_stick_read_twice_changes_nothing_the_second_time(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    photo(desk)
    written = put_on(desk, tmp_path)
    first, _ = at_county(county, written, tmp_path)
    again, answers = at_county(county, written, tmp_path)
    assert (first[0].changes, again[0].changes) == (5, 0)
    assert read(desk, answers[0]).pushed == 5
    assert code_of(read, desk, answers[0]) == "bundle.old"
    head = county_rows(county)
    at_county(county, written, tmp_path)
    assert county_rows(county) == head


def county_rows(county):
    with county.database.reading():
        return county.database.rows("SELECT seq, device, n FROM feed ORDER BY seq")


def test_a_stick_that_comes_after_the_network_did_does_no_harm(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    written = put_on(desk, tmp_path)
    write(desk, 2)
    desk.sync()
    taken, answers = at_county(county, written, tmp_path)
    assert taken[0].changes == 0
    assert code_of(read, desk, answers[0]) in ("bundle.old", "bundle.overtaken")
    assert desk.sync().repaired == ()
    assert len(county_rows(county)) == 5


def test_answers_in_the_wrong_order_and_late_ones_do_no_harm(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    _, early = at_county(county, put_on(desk, tmp_path / "a"), tmp_path / "a")
    write(desk, 2)
    _, late = at_county(county, put_on(desk, tmp_path / "b"), tmp_path / "b")
    assert read(desk, late[0]).pushed == 5
    assert code_of(read, desk, early[0]) == "bundle.old"
    write(desk, 1)
    _, third = at_county(county, put_on(desk, tmp_path / "c"), tmp_path / "c")
    assert read(desk, third[0]).pushed == 1
    assert desk.sync().repaired == ()


def test_a_second_answer_to_questions_asked_before_the_first_came_is_proved_too(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    one = put_on(desk, tmp_path / "a")
    write(desk, 2)
    two = put_on(desk, tmp_path / "b")
    _, first = at_county(county, one, tmp_path / "a")
    _, second = at_county(county, two, tmp_path / "b")
    assert read(desk, first[0]).pushed == 3
    assert read(desk, second[0]).pushed == 2


def test_what_does_not_fit_goes_on_the_next_stick(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    digests = [photo(desk, 200_000, seed) for seed in range(3)]
    small = {"limit": 300_000, "room": 360_000}
    sticks = []
    while not sticks or not sticks[-1].complete:
        sticks.append(put_on(desk, tmp_path / str(len(sticks)), **small))
    assert len(sticks) == 3
    for number, written in enumerate(sticks):
        for each in written.bundles:
            bundles.take(county, each.path)
        size = sum(each.path.stat().st_size for each in written.bundles)
        assert size <= small["room"], number
    assert all(blobs.path_of(county, digest).exists() for digest in digests)
    _, _, reports = carried(county, desk, tmp_path / "last")
    assert (reports[0].blobs, county_link.blobs_waiting(desk.store)) == (3, 0)


def test_a_part_that_comes_too_early_is_not_taken_and_comes_again(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 60, word="很长的一段话" * 40)
    written = put_on(desk, tmp_path, limit=26_000)
    assert len(written.bundles) > 1
    late, early = written.bundles[0], written.bundles[-1]
    assert bundles.take(county, early.path).problem == "gap"
    assert bundles.take(county, late.path).problem == ""
    for each in written.bundles:
        bundles.take(county, each.path)
    assert len(county_rows(county)) == 60


def test_an_answer_of_many_files_is_read_in_their_order(county, desk_at, tmp_path):
    here, there = desk_at(), desk_at("乙[练习]")
    write(there, 120)
    there.sync()
    written = put_on(here, tmp_path)
    taken = bundles.take(county, written.bundles[0].path)
    answers = bundles.answer(county, taken, tmp_path, limit=1)
    assert len(answers) > 1
    assert code_of(read, here, answers[1]) == "bundle.gap"
    assert sum(read(here, each).pulled for each in answers) == 120


def test_attachments_of_others_come_with_the_next_answer(county, desk_at, tmp_path):
    here, there = desk_at(), desk_at("乙[练习]")
    digest = photo(there, 1_200_000)
    there.line = None
    written = put_on(there, tmp_path / "there")
    at_county(county, written, tmp_path / "there")
    carried(county, here, tmp_path / "one")
    assert not county_link.is_here(here.store, digest)
    carried(county, here, tmp_path / "two")
    assert county_link.is_here(here.store, digest)
    assert hashlib.sha256(here.store.attachments.read(bytes.fromhex(digest))).hexdigest() == digest


def test_a_withdrawn_desk_hands_over_what_it_has(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 2)
    written = put_on(desk, tmp_path)
    enrolment.revoke_device(county, desk.store.device_id)
    _, answers = at_county(county, written, tmp_path)
    assert code_of(read, desk, answers[0]) == "sync.revoked"
    assert outbox.waiting(desk.store) == 0


# ---------------------------------------------------------------- who can read what


def test_the_township_can_open_a_bundle_of_its_village_but_not_what_is_secret(county, desk_at, tmp_path):
    office = desk_at("所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    desk = desk_at()
    (open_id,) = write(desk, 1, "公开的事")
    secret_id = new_id()
    with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
        values = {"name": "[练习]李某", "content": "不可外传"}
        born = Birth(desk.store.unit_scope, "restricted", (desk.session.actor.user.hex(),))
        uow.put(KIND, secret_id, values, born=born)
    written = put_on(desk, tmp_path)
    seen = opened(written.bundles[0], office)
    assert "公开的事" in seen
    assert "不可外传" not in seen
    taken, _ = at_county(county, written, tmp_path)
    assert (taken[0].changes, taken[0].problem) == (2, "")
    assert open_id != secret_id


def opened(found, desk):
    frames = []
    secret = desk.store.text_state("bundle.key")
    device = desk.store.device_id.hex()
    bundle.unseal(found, device, secret, lambda _letter, data: frames.append(data))
    return b"".join(frames).decode(errors="replace")


def test_no_other_village_can_open_it(county, desk_at, tmp_path):
    other = desk_at("丙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    desk = desk_at()
    write(desk)
    found = put_on(desk, tmp_path).bundles[0]
    assert opened(found, other) == ""
    assert b"\xe9\x82\xbb" not in found.path.read_bytes()
    assert found.path.name.isascii()


# ---------------------------------------------------------------- what is refused


def test_a_bundle_of_a_desk_nobody_enrolled(desk_at, tmp_path, clock):
    desk = desk_at()
    (tmp_path / "other").mkdir()
    other = new_county(tmp_path / "other", clock)
    found = put_on(desk, tmp_path / "stick").bundles[0]
    assert code_of(bundles.take, other, found.path) == "bundle.stranger"
    other.close()


def test_cut_anywhere_it_is_refused_in_one_sentence(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    found = put_on(desk, tmp_path).bundles[0]
    whole = found.path.read_bytes()
    for length in (0, 3, 6, 100, found.start - 1, found.start, len(whole) - 1):
        cut = tmp_path / "cut.vdb"
        cut.write_bytes(whole[:length])
        assert code_of(bundles.take, county, cut) in ("bundle.cut", "bundle.none")
    assert county_rows(county) == []


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9, 0.999])
def test_a_flipped_bit_is_found_wherever_it_is(county, desk_at, tmp_path, place):
    desk = desk_at()
    write(desk, 3)
    found = put_on(desk, tmp_path).bundles[0]
    data = bytearray(found.path.read_bytes())
    data[int(len(data) * place)] ^= 1
    found.path.write_bytes(bytes(data))
    assert code_of(bundles.take, county, found.path) in ("bundle.damaged", "bundle.forged")
    assert county_rows(county) == []


def test_a_forged_bundle_and_a_forged_answer(county, desk_at, tmp_path):
    desk, other = desk_at(), desk_at("乙[练习]")
    write(desk)
    found = put_on(desk, tmp_path).bundles[0]
    lied = msgspec.structs.replace(found.header, device=other.store.device_id.hex())
    raw = msgspec.json.encode(lied).ljust(len(found.raw))
    data = found.path.read_bytes()
    found.path.write_bytes(data[:8] + raw + data[8 + len(raw) :])
    assert code_of(bundles.take, county, found.path) == "bundle.forged"
    _, answers = at_county(county, put_on(desk, tmp_path), tmp_path)
    data = bytearray(answers[0].path.read_bytes())
    data[answers[0].start - 1] ^= 1
    answers[0].path.write_bytes(bytes(data))
    assert code_of(read, desk, bundle_header.read(answers[0].path)) == "bundle.forged"
    assert outbox.waiting(desk.store) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "bundle.none"),
        (b"PK\x03\x04" + bytes(100), "bundle.none"),
        (b"VDB9" + bytes(100), "bundle.newer"),
        (b"VDB1\xff\xff\xff\xff" + bytes(100), "bundle.damaged"),
        (b"VDB1\x00\x00\x00\x40" + bytes(300), "bundle.damaged"),
        (b"VDB1\x00\x01\x00\x00" + b"[" * 65_536 + bytes(64), "bundle.damaged"),
        (b"VDB1\x00\x00\x00\x40" + b'{"bundle":"../../etc/passwd"}'.ljust(64) + bytes(64), "bundle.damaged"),
    ],
)
def test_what_is_no_bundle_is_refused_whatever_it_says(county, tmp_path, data, code):
    path = tmp_path / "x.vdb"
    path.write_bytes(data)
    assert code_of(bundles.take, county, path) == code


@pytest.mark.parametrize(
    "lie",
    [
        {"bundle": "../../../../etc/cron.d/evil00000"},
        {"unit": "../../../tmp"},
        {"device": "x" * 32},
        {"first": -1},
        {"part": (2**60, 1)},
        {"suite": 99},
        {"sections": [bundle_header.Section(["620702"], 2**62, "00")]},
        {"sections": [bundle_header.Section(["620702"], 1, "00")] * 9},
    ],
)
def test_a_header_that_lies_names_nothing_and_reaches_nothing(desk_at, tmp_path, lie):
    desk = desk_at()
    found = put_on(desk, tmp_path).bundles[0]
    raw = msgspec.json.encode(msgspec.structs.replace(found.header, **lie))
    assert code_of(bundle_header.read_header, raw) in ("bundle.damaged", "bundle.newer")


def test_a_bomb_inside_a_bundle_does_not_fill_the_memory(county, desk_at, tmp_path):
    desk = desk_at()
    found = put_on(desk, tmp_path).bundles[0]
    key = desk.store.state("device_key")

    def bomb():
        yield b"r" + (2**32 - 1).to_bytes(4, "big")
        for _ in range(2_000):
            yield bytes(1 << 20)

    header = msgspec.structs.replace(found.header, bundle=bundle_header.new_id())
    sealed = bundle.Sealed({county.code: county.bundle_public_key}, bomb())
    made = bundle.write(tmp_path, header, [sealed], lambda claim: crypto.sign(key, claim))
    assert made.path.stat().st_size < 1_000_000
    assert code_of(bundles.take, county, made.path) == "bundle.damaged"


def test_a_full_stick_and_one_pulled_out_leave_nothing_half(desk_at, tmp_path):
    desk = desk_at()
    write(desk, 3)
    assert code_of(put_on, desk, tmp_path / "full", room=50_000) == "bundle.full"
    assert list((tmp_path / "full").iterdir()) == []
    assert code_of(writing.write, desk.store, tmp_path / "gone", desk.session.clock) == "bundle.gone"
    assert outbox.waiting(desk.store) == 3


def test_before_the_keys_came_the_desk_says_so(desk_at, tmp_path):
    desk = desk_at()
    with desk.store.unit_of_work(None, 1) as uow:
        uow.set_state("bundle.directory", b'{"county":"620702","at":0}')
    assert code_of(put_on, desk, tmp_path) == "bundle.keys"


def test_grants_and_keys_travel_in_the_answer(county, desk_at, tmp_path):
    desk = desk_at()
    office = desk_at("所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    accounts.add_grant(county, desk.session.actor.user, "village_clerk", [OTHER_VILLAGE])
    carried(county, desk, tmp_path)
    areas = desk.store.text_state("sync.areas").split("\n")
    assert OTHER_VILLAGE in areas
    write(desk)
    assert office.store.device_id.hex() in put_on(desk, tmp_path).bundles[0].header.sections[0].to


# ---------------------------------------------------------------- what sticks share with rounds


def test_an_area_that_was_given_comes_by_stick_with_the_next_answer(county, desk_at, tmp_path):
    other = desk_at("丙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    (there,) = write(other)
    other.sync()
    desk = desk_at()
    write(desk)
    desk.sync()
    accounts.add_grant(county, desk.session.actor.user, "village_clerk", [OTHER_VILLAGE])
    carried(county, desk, tmp_path / "one")
    assert desk.row(KIND, there) is None
    carried(county, desk, tmp_path / "two")
    assert desk.row(KIND, there)["ver"] == 1
    assert desk.sync().repaired == ()


def test_a_new_desk_gets_all_there_is_by_stick(county, desk_at, tmp_path):
    there = desk_at("乙[练习]")
    write(there, 1_100)
    there.sync()
    here = desk_at()
    _, _, reports = carried(county, here, tmp_path)
    assert sum(report.pulled for report in reports) == 1_100
    assert here.sync().repaired == ()


def test_a_county_set_back_to_a_backup_gets_again_by_stick_what_it_lost(county, desk_at, tmp_path, clock):
    desk = desk_at()
    write(desk, 2)
    carried(county, desk, tmp_path / "before")
    (tmp_path / "backups").mkdir()
    made, _ = backup.back_up(county, tmp_path / "backups")
    write(desk, 3)
    carried(county, desk, tmp_path / "lost")
    county.close()
    config = Config(database=str(tmp_path / "county.db"), blobs=str(tmp_path / "blobs"))
    backup.restore(config, made, clock())
    restored = open_county(tmp_path, clock)
    write(desk, 1)
    stick = tmp_path / "after"
    _, answers = at_county(restored, put_on(desk, stick), stick)
    assert code_of(read, desk, answers[0]) == "bundle.restored"
    assert outbox.waiting(desk.store) == 4
    carried(restored, desk, tmp_path / "again")
    assert len(county_rows(restored)) == 6
    assert outbox.waiting(desk.store) == 0
    restored.close()


def test_a_stick_in_use_for_years_holds_only_what_is_new(county, desk_at, tmp_path):
    desk, other = desk_at(), desk_at("乙[练习]")
    foreign = put_on(other, tmp_path).bundles[0].path
    (tmp_path / "照片.vdb").write_bytes(b"somebody's own file")
    for _ in range(3):
        write(desk, 2)
        stick.write(desk.store, tmp_path, desk.session.clock)
        written = stick.write(desk.store, tmp_path, desk.session.clock)
        at_county(county, written, tmp_path)
        assert stick.read(desk.store, tmp_path, desk.session.clock).troubles[0].name == "照片.vdb"
    stick.write(desk.store, tmp_path, desk.session.clock)
    names = {path.name for path in tmp_path.iterdir() if path.suffix == ".vdb"}
    assert len(names) == 3
    assert {foreign.name, "照片.vdb"} < names


def test_the_first_of_two_small_sticks_is_not_wiped_by_the_second(county, desk_at, tmp_path):
    desk = desk_at()
    write(desk, 2)
    for seed in range(2):
        photo(desk, 200_000, seed)
    first = put_on(desk, tmp_path, limit=300_000, room=360_000)
    assert not first.complete
    second = stick.write(desk.store, tmp_path, desk.session.clock)
    assert second.complete
    assert all(each.path.exists() for each in first.bundles)
    for each in (*first.bundles, *second.bundles):
        taken = bundles.take(county, each.path)
    (answer,) = bundles.answer(county, taken, tmp_path)
    assert read(desk, answer).blobs == 2


def test_a_stick_that_is_really_full_is_said_so_and_left_as_it_was(county, desk_at, tmp_path):
    desk = desk_at()
    photo(desk, 5_000_000)
    folder = tmp_path / "small"
    with small_disk(folder):
        assert (
            code_of(writing.write, desk.store, folder, desk.session.clock, room=50_000_000) == "bundle.full"
        )
        assert [path.name for path in folder.iterdir() if path.is_file()] == []
        written = writing.write(desk.store, folder, desk.session.clock)
        assert not written.complete  # by the room there really is, the photo goes on over several sticks
        bundles.take(county, written.bundles[0].path)


def test_a_bundle_of_another_county_is_refused_on_both_sides(county, desk_at, tmp_path):
    desk = desk_at()
    found = put_on(desk, tmp_path).bundles[0]
    header = msgspec.structs.replace(found.header, county="620102", bundle=bundle_header.new_id())
    key = desk.store.state("device_key")
    foreign = bundle.write(tmp_path, header, [], lambda claim: crypto.sign(key, claim))
    assert code_of(bundles.take, county, foreign.path) == "bundle.county"
    assert code_of(stick.take, desk.store, foreign) == "bundle.county"


def test_written_afresh_nothing_counts_that_only_a_lost_stick_held(county, desk_at, tmp_path):
    desk = desk_at()
    for seed in range(3):
        photo(desk, 200_000, seed)
    small = {"limit": 300_000, "room": 360_000}
    lost = [put_on(desk, tmp_path / f"lost{number}", **small) for number in range(2)]
    assert not lost[-1].complete
    again = [put_on(desk, tmp_path / "again0", afresh=True, **small)]
    while not again[-1].complete:
        again.append(put_on(desk, tmp_path / f"again{len(again)}", **small))
    for written in again:
        taken, answers = at_county(county, written, tmp_path)
    assert taken
    assert read(desk, answers[-1]).blobs == 3
    assert (outbox.waiting(desk.store), county_link.blobs_waiting(desk.store)) == (0, 0)
