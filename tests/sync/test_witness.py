"""A desk that believes no head of the county's log but one that is signed, proved and covers the answer."""

import dataclasses

import msgspec
import pytest

from sync import engine, witness
from sync.log import TreeHead, Witnessed
from sync.messages import SyncReply, SyncRequest
from sync.packing import pack, unpack
from tests.sync.world import TOWNSHIP
from village_desk import crypto
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.queries.integrity import verify

KIND = "consultation"
OTHER = bytes(32)


def write(desk, count=1):
    for _ in range(count):
        records.save(desk.session, KIND, new_id(), {"name": "张某某", "content": "问"})


def states(desk):
    return [state for (state,) in desk.store.query('SELECT "state" FROM "change" ORDER BY "n"')]


def bent(desk, bend):
    """Run a round over a line that changes the county's answers; return the code it stops with."""

    def line(request):
        reply = unpack(desk.line(request), SyncReply)
        bend(reply)
        return pack(reply)

    with pytest.raises(SyncTrouble) as trouble:
        engine.run_round(desk.store, line, desk.session.clock)
    return trouble.value.code


def with_head(**parts):
    def bend(reply):
        reply.log = msgspec.structs.replace(reply.log, **parts)

    return bend


def with_proof(change):
    def bend(reply):
        reply.proof = change(reply.proof)

    return bend


def without(reply):
    reply.log = None


def witnessed(reply):
    reply.witnessed = [Witnessed(TreeHead(1, OTHER), [])]


def cut_off(reply):
    """Say less than the rows beside it need: a head that was true once."""
    reply.log = TreeHead(0, crypto.digest(b""), 0, 1, reply.log.signature)


UNPROVED = {
    "no head": without,
    "another root": with_head(root=OTHER),
    "another size": with_head(size=9),
    "another time": with_head(at=1),
    "an unknown suite": with_head(suite=7),
    "no signature": with_head(signature=b""),
    "a size beyond all numbers": with_head(size=2**63),
    "an old head": cut_off,
    "a false witness": witnessed,
}
NOT_CONTINUED = {
    "no proof": with_proof(lambda _proof: []),
    "a cut proof": with_proof(lambda proof: proof[1:]),
    "a longer proof": with_proof(lambda proof: [*proof, OTHER]),
    "another proof": with_proof(lambda proof: [OTHER, *proof[1:]]),
    "a short hash": with_proof(lambda proof: [proof[0][:16], *proof[1:]]),
}


@pytest.fixture
def desk(desk_at):
    made = desk_at()
    write(made, 5)
    made.sync()
    write(made, 3)
    return made


@pytest.mark.parametrize("bend", UNPROVED.values(), ids=UNPROVED)
def test_an_answer_that_proves_nothing_is_not_taken_in(desk, bend):
    assert bent(desk, bend) == "sync.log_unproved"
    assert states(desk) == ["merged"] * 5 + ["new"] * 3
    assert verify(desk.store).sound
    assert desk.sync().complete
    assert verify(desk.store).log == 8


@pytest.mark.parametrize("bend", NOT_CONTINUED.values(), ids=NOT_CONTINUED)
def test_a_signed_head_without_a_proof_that_fits_is_evidence(desk, bend):
    assert bent(desk, bend) == "sync.log_rewritten"
    assert states(desk) == ["merged"] * 5 + ["new"] * 3
    found = verify(desk.store)
    assert (found.log, found.log_faults) == (5, ("rewritten",))


def test_the_evidence_stays_after_the_county_has_come_to_its_senses(desk):
    bent(desk, NOT_CONTINUED["no proof"])
    assert desk.sync().complete
    assert verify(desk.store).log_faults == ("rewritten",)


def test_a_head_altered_in_the_desk_file_is_found(desk):
    head = desk.store.state("log.head")
    for altered in (head.replace(b'"size":5', b'"size":4'), b"VD1 other\n" + head, b"", b"\xff"):
        with desk.store.unit_of_work(None, 0) as uow:
            uow.set_state("log.head", altered)
        assert verify(desk.store).log_faults == ("head",)
    with pytest.raises(SyncTrouble, match="sync.log_unproved"):
        desk.sync()


def test_a_round_stopped_between_pages_is_continued_without_suspicion(desk_at):
    clerk = desk_at()
    office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    office.sync()
    write(clerk, 40)
    clerk.sync()
    with office.store.unit_of_work(None, 0) as uow:
        uow.set_state("sync.batch", "1")  # the smallest pages there are
    looks = iter([False, True])
    office.sync(stop=lambda: next(looks, True))
    reached = int(office.store.text_state("sync.cursor"))
    assert 0 < reached < witness.shown(office.store).size == 40
    assert office.sync().complete
    assert verify(office.store).log == 40


def test_an_idle_round_shows_no_head_and_any_other_does(desk):
    asked = []

    def line(request):
        asked.append(unpack(request.body, SyncRequest).log)
        return desk.line(request)

    engine.run_round(desk.store, line, desk.session.clock)
    engine.run_round(desk.store, line, desk.session.clock)
    assert [head and head.size for head in asked] == [5, None]


def test_a_restored_county_is_told_from_one_that_rewrote(desk, county):
    old = desk.store.state("log.head")
    desk.line.county = dataclasses.replace(county, incarnation=new_id().hex())
    assert desk.sync().restored
    assert desk.store.state("log.before") == old
    assert verify(desk.store).sound


def test_a_new_incarnation_begins_a_new_log_and_the_old_head_is_kept(desk, county):
    """What a desk does once it has accepted a restore: nothing of the old log is held against the new."""
    old = desk.store.state("log.head")
    restored = dataclasses.replace(county, incarnation=new_id().hex())
    desk.line.county = restored
    with desk.store.unit_of_work(None, 0) as uow:
        uow.set_state("sync.inc", restored.incarnation)
    assert witness.shown(desk.store) is None
    assert desk.sync().complete
    assert desk.store.state("log.before") == old
    assert witness.shown(desk.store).size == 8
    assert verify(desk.store).sound


def test_a_county_that_says_it_was_restored_cannot_rewrite_what_it_says_still_stands(desk, county):
    def bending(request):
        reply = unpack(desk.line(request), SyncReply)
        if reply.inc != unpack(request.body, SyncRequest).inc:
            reply.kept, reply.proof = reply.log.size, []
        return pack(reply)

    desk.line.county = dataclasses.replace(county, incarnation=new_id().hex())
    with pytest.raises(SyncTrouble, match="sync.log_rewritten"):
        engine.run_round(desk.store, bending, desk.session.clock)
    assert verify(desk.store).sound is False
