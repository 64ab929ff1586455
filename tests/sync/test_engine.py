"""One round: what is sent, what comes back, and what stops it."""

import dataclasses
import shutil

import msgspec
import pytest

from county_server import accounts, enrolment
from sync import batches, engine
from sync.enrolment import enrol
from sync.messages import WITHHELD, EnrolReply, SyncReply, SyncRequest
from sync.packing import pack, unpack
from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, Clock, Line, new_county, open_county, open_desk
from village_desk.commands import attachments, records
from village_desk.commands.numbers import left
from village_desk.crypto import CryptoTrouble
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.keys import new_data_key
from village_desk.queries.outbox import status
from village_desk.store import OPEN_STATES, create_store, outbox, tally
from village_desk.store.unit_of_work import Birth

KIND = "consultation"


def write(desk, count=1, **values):
    made = [new_id() for _ in range(count)]
    for record_id in made:
        records.save(desk.session, KIND, record_id, {"name": "张某某", "content": "问", **values})
    return made


def states(desk):
    return [state for (state,) in desk.store.query('SELECT "state" FROM "change" ORDER BY "n"')]


class Bent:
    """A line that changes the county's answers on their way."""

    def __init__(self, desk, bend):
        self.line, self.bend = desk.line, bend

    def __call__(self, request):
        reply = unpack(self.line(request), SyncReply)
        self.bend(reply)
        return pack(reply)


def bent_round(desk, bend):
    with pytest.raises(SyncTrouble) as trouble:
        engine.run_round(desk.store, Bent(desk, bend), desk.session.clock)
    return trouble.value.code


def test_fifty_edits_are_one_request_and_so_is_nothing_to_do(desk_at):
    desk = desk_at()
    write(desk, 50)
    report = desk.sync()
    assert (report.pushed, report.pulled, report.requests, report.complete) == (50, 0, 1, True)
    assert set(states(desk)) == {"merged"}
    assert desk.sync().requests == 1


def test_a_neighbour_and_the_township_receive_what_the_village_wrote(desk_at):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    (record_id,) = write(clerk, name="李某某")
    clerk.sync()
    for desk in (adviser, office):
        report = desk.sync()
        assert (KIND, record_id) in report.changed
        assert desk.row(KIND, record_id)["name"] == "李某某"
        assert report.repaired == ()


def test_a_desk_of_another_village_receives_nothing(desk_at):
    clerk = desk_at()
    other = desk_at("丁[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    (record_id,) = write(clerk)
    clerk.sync()
    report = other.sync()
    assert (report.pulled, report.complete) == (0, True)
    assert other.row(KIND, record_id) is None


def test_a_lost_answer_costs_one_more_request_and_duplicates_nothing(desk_at):
    desk = desk_at()
    write(desk, 3)
    with pytest.raises(SyncTrouble):
        desk.sync("lost answer")
    assert states(desk) == ["new"] * 3
    report = desk.sync()
    assert (report.pushed, report.pulled) == (3, 0)
    assert report.repaired == ()


def test_a_quarantined_change_is_shown_and_blocks_nothing(desk_at, clock):
    desk = desk_at()
    with desk.store.unit_of_work(desk.session.actor, clock()) as uow:
        uow.put(KIND, elsewhere := new_id(), {"name": "远"}, born=Birth(OTHER_VILLAGE))
    write(desk)
    report = desk.sync()
    assert report.quarantined == 1
    assert report.complete
    assert report.repaired == ()
    assert states(desk) == ["quarantined", "merged"]
    assert desk.row(KIND, elsewhere)["name"] == "远"
    assert desk.store.query('SELECT "reason" FROM "change" WHERE "n" = 1') != [(None,)]


def test_a_receipt_covers_what_was_sent_and_is_kept(desk_at):
    desk = desk_at()
    write(desk, 2)
    desk.sync()
    write(desk, 1)
    desk.sync()
    assert desk.store.query('SELECT "first_n", "last_n" FROM "receipt" ORDER BY "first_n"') == [
        (1, 2),
        (3, 3),
    ]


def test_a_receipt_that_is_not_the_countys_stops_the_round_before_anything_is_taken_in(desk_at):
    desk = desk_at()
    write(desk)

    def forge(reply):
        reply.receipts = [msgspec.structs.replace(each, at=each.at + 1) for each in reply.receipts]

    assert bent_round(desk, forge) == "sync.receipt"
    assert bent_round(desk, lambda reply: reply.receipts.clear()) == "sync.receipt"
    assert states(desk) == ["new"]


def test_answers_that_make_no_sense_are_refused_whole(desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    write(other, 2)
    other.sync()

    def backwards(reply):
        reply.rows.reverse()

    def endless(reply):
        reply.more, reply.cursor = True, 0

    for bend in (backwards, endless):
        assert bent_round(desk, bend) == "sync.nonsense"
    assert desk.store.text_state("sync.cursor", "0") == "0"
    write(desk)
    assert bent_round(desk, lambda reply: setattr(reply, "last", 0)) == "sync.nonsense"
    assert bent_round(desk, lambda reply: setattr(reply, "problem", "chain")) == "sync.refused"
    assert desk.sync().complete
    write(desk)
    assert bent_round(desk, lambda reply: setattr(reply, "cursor", 0)) == "sync.nonsense"
    assert desk.sync().complete


def test_a_row_whose_body_is_withheld_is_kept_as_a_row_and_applied_as_nothing(desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    (record_id,) = write(other)
    other.sync()

    def withhold(reply):
        for row in reply.rows:
            row.b = WITHHELD
        reply.sums = {}

    engine.run_round(desk.store, Bent(desk, withhold), desk.session.clock)
    assert desk.row(KIND, record_id) is None
    assert desk.store.query("SELECT count(*) FROM remote_change WHERE body IS NULL") == [(1,)]


def test_an_own_change_that_is_not_in_the_own_log_is_nonsense(desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    write(other)
    other.sync()

    def claim(reply):
        for row in reply.rows:
            row.d, row.b = desk.line.device.hex(), WITHHELD

    assert bent_round(desk, claim) == "sync.nonsense"


def test_an_empty_answer_to_changes_is_nonsense(desk_at):
    desk = desk_at()
    write(desk)
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        engine.run_round(desk.store, lambda _request: b"", desk.session.clock)
    assert states(desk) == ["new"]


def test_a_copied_desk_file_is_found_out(desk_at, county, tmp_path, clock):
    desk = desk_at()
    write(desk)
    desk.sync()
    shutil.copytree(tmp_path / "desk0", tmp_path / "copy")
    copy = open_desk(county, tmp_path / "copy", clock)
    write(desk)
    desk.sync()
    with pytest.raises(SyncTrouble, match="sync.fork"):
        copy.sync()  # it knows less than it has already said
    write(copy)
    with pytest.raises(SyncTrouble, match="sync.fork"):
        copy.sync()  # and now says something else under the same number
    assert states(copy) == ["merged", "new"]
    copy.close()


def test_what_an_unknown_incarnation_of_the_county_lacks_is_sent_again(desk_at, county, tmp_path, clock):
    desk = desk_at()
    county.close()
    (tmp_path / "old").mkdir()
    for file in tmp_path.glob("county.db*"):
        shutil.copy(file, tmp_path / "old" / file.name)
    write(desk)
    desk.sync()
    older = open_county(tmp_path / "old", clock)
    desk.line.county = dataclasses.replace(older, incarnation=new_id().hex())
    write(desk)
    report = desk.sync()
    assert (report.restored, report.complete, report.pushed) == (True, True, 2)
    assert states(desk) == ["merged", "merged"]
    older.close()


def test_a_record_that_got_lost_here_is_noticed_fetched_again_and_reported(desk_at, clock):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    lost, kept = write(clerk, 2)
    clerk.sync()
    adviser.sync()
    with adviser.store.unit_of_work(None, clock()) as uow:
        uow.execute("DELETE FROM consultation WHERE id = ?", (lost,))
        uow.execute("DELETE FROM tally", ())
    records.save(clerk.session, KIND, kept, {"name": "新"})
    clerk.sync()
    report = adviser.sync()
    assert report.repaired == (adviser.store.unit_code,)
    assert report.mismatched == ()
    assert adviser.row(KIND, lost)["name"] == "张某某"
    assert adviser.row(KIND, kept)["name"] == "新"


def test_a_difference_that_stays_is_reported_and_not_hidden(desk_at, clock):
    clerk, adviser = desk_at(), desk_at("乙[练习]", role="adviser")
    (record_id,) = write(clerk)
    clerk.sync()
    with adviser.store.unit_of_work(None, clock()) as uow:
        uow.put(KIND, phantom := new_id(), {"name": "无"})
        uow.execute("DELETE FROM change")
        uow.execute("UPDATE consultation SET ver = 1, pending = 0 WHERE id = ?", (phantom,))
        tally.recount(uow)
    report = adviser.sync()
    assert report.mismatched == report.repaired == (adviser.store.unit_code,)
    assert adviser.store.text_state("sync.mismatched") == adviser.store.unit_code
    assert adviser.row(KIND, record_id) is not None


def test_a_unit_of_work_is_never_split(desk_at, clock):
    desk = desk_at()
    with desk.store.unit_of_work(None, clock()) as uow:
        uow.set_state("sync.batch", "16384")
    together = [(KIND, new_id(), {"name": "张某某", "content": "长" * 9_000}) for _ in range(6)]
    write(desk)
    records.save_all(desk.session, together)
    write(desk)
    sizes = []

    def watched(request):
        asked = unpack(request.body, SyncRequest)
        sizes.append(len(asked.changes))
        return desk.line(request)

    assert engine.run_round(desk.store, watched, desk.session.clock).complete
    assert sum(sizes) == 8
    assert max(sizes) >= 6
    assert set(states(desk)) == {"merged"}


def test_a_unit_of_work_of_more_changes_than_a_batch_goes_whole(desk_at, clock):
    desk = desk_at()
    write(desk)
    with desk.store.unit_of_work(desk.session.actor, clock()) as uow:
        for _ in range(outbox.BATCH_CHANGES * 2):
            uow.put(KIND, new_id(), {"name": "张某某"})
    write(desk)
    assert desk.sync().complete
    assert set(states(desk)) == {"merged"}


def test_batches_grow_while_they_arrive_and_shrink_when_they_do_not(desk_at):
    desk = desk_at()
    write(desk)
    desk.sync()
    grown = int(desk.store.text_state("sync.batch"))
    assert grown == batches.FIRST_BATCH * 3 // 2
    for _ in range(9):
        with pytest.raises(SyncTrouble):
            desk.sync("lost request")
    assert int(desk.store.text_state("sync.batch")) == batches.SMALLEST_BATCH


def test_two_thousand_records_take_few_requests(desk_at):
    desk = desk_at()
    with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
        for number in range(600):
            uow.put(KIND, new_id(), {"name": f"张{number}", "content": f"第{number}次询问邻里通行纠纷" * 20})
    write(desk, 600)
    report = desk.sync()
    assert report.pushed == 1_200
    assert report.requests <= 4


def test_every_round_is_logged_with_its_outcome(desk_at):
    desk = desk_at()
    write(desk)
    with pytest.raises(SyncTrouble):
        desk.sync("lost request")
    desk.sync()
    assert desk.store.query('SELECT "outcome", "pushed" FROM "sync_round" ORDER BY "id"') == [
        ("sync.offline", 0),
        ("ok", 1),
    ]
    assert status(desk.session).waiting == 0


def test_a_body_that_is_none_ends_the_round_and_stands_in_its_log(desk_at):
    desk, other = desk_at(), desk_at("乙[练习]")
    write(other)
    other.sync()

    def spoil(reply):
        for row in reply.rows:
            row.b = msgspec.Raw(b'{"n":1,"n":2}')

    with pytest.raises(CryptoTrouble):
        engine.run_round(desk.store, Bent(desk, spoil), desk.session.clock)
    assert desk.store.query('SELECT "outcome" FROM "sync_round"') == [("crypto.json_invalid",)]
    assert desk.sync().complete


def test_a_stopped_round_ends_between_requests(desk_at):
    desk = desk_at()
    write(desk)
    report = desk.sync(stop=lambda: True)
    assert (report.requests, report.complete) == (0, False)
    assert states(desk) == ["new"]


def test_progress_is_told_after_each_step(desk_at):
    desk = desk_at()
    write(desk, 2)
    told = []
    desk.sync(progress=lambda *step: told.append(step))
    assert told[-1] == ("exchange", 2, 0)


# ---------------------------------------------------------------- enrolment and grants


def test_a_desk_that_is_not_enrolled_says_so(desk_at):
    desk = desk_at()
    with desk.store.unit_of_work(None, 0) as uow:
        uow.set_state("device_id", None)
    with pytest.raises(SyncTrouble, match="sync.not_enrolled"):
        desk.sync()


def test_a_desk_is_enrolled_once(desk_at, county, clock):
    desk = desk_at()
    with pytest.raises(SyncTrouble, match="sync.enrolled"):
        enrol(desk.store, Line(county), "ANY", clock=clock)


def test_enrolment_brings_users_areas_and_case_numbers(desk_at):
    desk = desk_at()
    assert desk.session.actor.role == "village_clerk"
    assert left(desk.session, "mediation_case", 2026) == 50


def test_a_new_grant_reaches_the_desk_with_the_next_round(desk_at, county):
    desk = desk_at()
    accounts.add_grant(county, desk.session.actor.user, "mediator", [OTHER_VILLAGE])
    desk.sync()
    assert OTHER_VILLAGE in desk.store.text_state("sync.areas").split("\n")


def test_a_grant_nobody_signed_is_not_taken(desk_at, county):
    desk = desk_at()
    accounts.add_grant(county, desk.session.actor.user, "mediator", [OTHER_VILLAGE])

    def promote(reply):
        reply.grants = [msgspec.structs.replace(each, role="county_admin") for each in reply.grants]

    assert bent_round(desk, promote) == "sync.grant"
    assert desk.store.query("SELECT DISTINCT role FROM account") == [("village_clerk",)]


def test_whoever_does_not_know_the_code_cannot_pose_as_the_county(desk_at, tmp_path):
    (tmp_path / "other").mkdir()
    other = new_county(tmp_path / "other", Clock())
    user = accounts.add_user(other, "甲[练习]", OTHER_VILLAGE)
    accounts.add_grant(other, user, "village_clerk", [OTHER_VILLAGE])
    code = enrolment.invite(other, OTHER_VILLAGE, [user])
    store = create_store(tmp_path / "other", new_data_key())

    def posing(request):
        reply = unpack(Line(other)(request), EnrolReply)
        reply.county_key = bytes(32)
        return pack(reply)

    with pytest.raises(SyncTrouble, match="sync.not_county"):
        enrol(store, posing, code)
    assert store.device_id == b""
    assert enrol(store, Line(other), code).unit_code == OTHER_VILLAGE  # the same desk may ask again
    store.close_connection()
    other.close()


def test_a_wrong_code_is_refused(tmp_path, county):
    (tmp_path / "new").mkdir()
    store = create_store(tmp_path / "new", new_data_key())
    with pytest.raises(SyncTrouble, match="sync.code"):
        enrol(store, Line(county), "AAAAA-BBBBB")
    store.close_connection()


# ---------------------------------------------------------------- case numbers


def test_a_desk_that_runs_low_gets_the_next_block_and_no_number_twice(desk_at, clock):
    desk, other = desk_at(), desk_at("乙[练习]")
    clock.now += 3_600_000  # what was given a moment ago would only be given again
    with desk.store.unit_of_work(None, clock()) as uow:
        uow.execute("UPDATE number_block SET next = last - 3 WHERE register = 'mediation_case'")
    desk.sync()
    assert left(desk.session, "mediation_case", 2026) == 54
    other.sync()
    blocks = [
        block
        for each in (desk, other)
        for block in each.store.query(
            "SELECT first, last FROM number_block WHERE register = 'mediation_case'"
        )
    ]
    assert sorted(blocks) == [(1, 50), (51, 100), (101, 150)]


def test_from_october_on_the_next_years_numbers_come(desk_at, clock):
    desk = desk_at()
    desk.sync()
    assert left(desk.session, "mediation_case", 2027) == 0
    clock.now += 20 * 24 * 3_600_000  # from September into October
    desk.sync()
    assert left(desk.session, "mediation_case", 2027) == 50
    desk.sync()
    assert left(desk.session, "mediation_case", 2027) == 50


# ---------------------------------------------------------------- attachments are tested over HTTP


def test_an_attachment_that_cannot_be_sent_stops_nothing_that_was_done_before(desk_at, clock):
    desk = desk_at()
    (record_id,) = write(desk)
    about = {"title": "签字照片", "media_type": "image/jpeg"}
    attachments.attach(desk.session, (KIND, record_id), new_id(), b"photo" * 99, about)

    def no_blobs(request):
        if request.path.startswith("/v1/uploads"):
            raise SyncTrouble("sync.offline")
        return desk.line(request)

    with pytest.raises(SyncTrouble, match="sync.offline"):
        engine.run_round(desk.store, no_blobs, clock)
    assert not [state for state in states(desk) if state in OPEN_STATES]
    assert outbox.waiting(desk.store) == 0
