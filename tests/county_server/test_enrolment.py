"""Enrolment: one code, one device; accounts and grants; blocks of case numbers."""

import threading
from itertools import combinations

import pytest

from county_server import accounts, enrolment
from county_server.errors import CountyTrouble, Refused
from sync import codes, messages, packing
from sync.messages import EnrolReply, EnrolRequest, Left
from village_desk import crypto, times

VILLAGE, NEIGHBOUR = "620702103001", "620702103002"
HOUR = 3_600_000


class Asker:
    """A desk that wants to be a device."""

    def __init__(self, here, code):
        self.here, self.code = here, code
        self.public = crypto.public_key(crypto.new_signing_key())

    def ask(self, **parts):
        key = codes.code_key(self.code)
        fields = {
            "proto": 1,
            "code": codes.code_name(self.code),
            "public_key": self.public,
            "proof": messages.proof(key, messages.enrol_claim(self.public, 1)),
        }
        request = EnrolRequest(**{**fields, **parts})
        return packing.unpack(enrolment.enrol(self.here, packing.pack(request)), EnrolReply)

    def refused(self, **parts):
        with pytest.raises(Refused) as refused:
            self.ask(**parts)
        return refused.value.code, refused.value.status


@pytest.fixture
def user(here):
    accounts.add_unit(here, VILLAGE, "乌江村公共法律服务室")
    made = accounts.add_user(here, "[练习] 张三", VILLAGE)
    accounts.add_grant(here, made, "village_clerk", [VILLAGE])
    return made


def test_a_code_makes_a_device_and_the_answer_proves_the_county(here, user):
    code = enrolment.invite(here, VILLAGE, [user])
    asker = Asker(here, code.lower().replace("-", " "))
    reply = asker.ask(name="[练习] 办公室电脑")
    assert (reply.unit_code, reply.unit_name, reply.county_name) == (
        VILLAGE,
        "乌江村公共法律服务室",
        "甘州区",
    )
    claim = messages.answer_claim(asker.public, reply.county_key, reply.device)
    assert messages.proof(codes.code_key(code), claim) == reply.proof
    (grant,) = reply.grants
    assert (grant.user, grant.role, grant.areas, grant.end) == (user.hex(), "village_clerk", [VILLAGE], 0)
    assert crypto.verify(reply.county_key, grant.signature, messages.grant_claim(grant))
    (device,) = enrolment.devices(here)
    assert (device.device.hex(), device.name, device.last) == (reply.device, "[练习] 办公室电脑", 0)


def test_a_code_works_for_one_device_and_answers_that_one_again(here, user):
    asker = Asker(here, enrolment.invite(here, VILLAGE, [user]))
    first, again = asker.ask(), asker.ask()
    assert (again.device, again.blocks) == (first.device, first.blocks)
    assert Asker(here, asker.code).refused() == ("code", 403)
    assert len(enrolment.devices(here)) == 1


def test_a_code_holds_72_hours(here, user, clock):
    asker = Asker(here, enrolment.invite(here, VILLAGE, [user]))
    clock.now += 72 * HOUR
    assert asker.refused() == ("code", 403)
    clock.now -= 1
    assert asker.ask().device


def test_a_wrong_code_a_wrong_proof_and_another_key_are_refused_alike(here, user):
    asker = Asker(here, enrolment.invite(here, VILLAGE, [user]))
    assert Asker(here, "AAAAA-BBBBB").refused() == ("code", 403)
    assert asker.refused(proof=bytes(32)) == ("code", 403)
    assert asker.refused(proof=b"") == ("code", 403)
    assert asker.refused(public_key=crypto.public_key(crypto.new_signing_key())) == ("code", 403)
    assert asker.refused(public_key=b"short") == ("nonsense", 400)
    assert asker.refused(proto=2) == ("version", 426)
    assert asker.refused(suite=7) == ("version", 426)
    assert asker.ask().device


def test_the_code_itself_is_not_in_the_database(here, user):
    code = enrolment.invite(here, VILLAGE, [user])
    with here.database.reading():
        kept = repr(here.database.rows("SELECT * FROM enrolment"))
    assert code not in kept
    assert code.replace("-", "") not in kept


def test_two_desks_that_use_one_code_at_once_make_one_device(here, user):
    code = enrolment.invite(here, VILLAGE, [user])
    askers = [Asker(here, code) for _ in range(4)]
    outcomes = []

    def ask(asker):
        try:
            outcomes.append(asker.ask().device)
        except Refused as refused:
            outcomes.append(refused.code)

    threads = [threading.Thread(target=ask, args=(asker,)) for asker in askers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcome for outcome in outcomes if len(outcome) < 32) == ["code"] * 3
    assert len(enrolment.devices(here)) == 1


def test_accounts_are_of_this_county_and_grants_of_known_roles(here, user):
    with pytest.raises(CountyTrouble, match=r"county\.area"):
        accounts.add_user(here, "[练习] 李四", "620800000000")
    with pytest.raises(CountyTrouble, match=r"county\.user_exists"):
        accounts.add_user(here, "[练习] 张三", VILLAGE)
    for areas in ([], ["6207"], ["620702103001 "], ["６２０７０２"], ["620803103001"]):
        with pytest.raises(CountyTrouble, match=r"county\.area"):
            accounts.add_grant(here, user, "mediator", areas)
    with pytest.raises(CountyTrouble, match=r"county\.role"):
        accounts.add_grant(here, user, "king", [VILLAGE])
    with pytest.raises(CountyTrouble, match=r"county\.user_missing"):
        accounts.add_grant(here, bytes(16), "mediator", [VILLAGE])
    with pytest.raises(CountyTrouble, match=r"county\.grant_missing"):
        accounts.revoke_grant(here, bytes(16))
    with pytest.raises(CountyTrouble, match=r"county\.user_missing"):
        enrolment.invite(here, VILLAGE, [])
    with pytest.raises(CountyTrouble, match=r"county\.device_missing"):
        enrolment.revoke_device(here, bytes(16))
    (account,) = accounts.accounts(here)
    assert [held.grant.role for held in account.grants] == ["village_clerk"]


def _numbers(blocks, register, year):
    return [
        set(range(block.first, block.last + 1))
        for block in blocks
        if (block.register, block.year) == (register, year)
    ]


def test_blocks_of_numbers_never_meet_within_a_unit(here, new_desk):
    desks = [new_desk() for _ in range(4)]
    year = times.legal_day(here.clock()).year
    given = [_numbers(desk.reply.blocks, "mediation_case", year)[0] for desk in desks]
    given_later = []

    def ask(desk):
        reply = desk.ask(desk.request(numbers=[Left("mediation_case", year, 3)]))
        given_later.extend(_numbers(reply.blocks, "mediation_case", year))

    here.clock.now += HOUR
    threads = [threading.Thread(target=ask, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    blocks = given + given_later
    assert len(blocks) == 8
    assert all(len(block) == 50 for block in blocks)
    assert not any(one & other for one, other in combinations(blocks, 2))
    assert _numbers(new_desk(unit=NEIGHBOUR).reply.blocks, "mediation_case", year)[0] == set(range(1, 51))


def test_a_block_whose_answer_was_lost_is_sent_again_and_enough_numbers_bring_none(here, new_desk, clock):
    desk = new_desk()
    year = times.legal_day(here.clock()).year
    clock.now += HOUR
    low = desk.request(numbers=[Left("consultation", year, 2)])
    first, again = desk.ask(low).blocks, desk.ask(low).blocks
    assert first == again != []
    clock.now += HOUR
    assert desk.ask(low).blocks != first
    for enough in (
        [Left("consultation", year, 40)],
        [Left("nothing", year, 0)],
        [Left("consultation", year + 5, 0)],
    ):
        assert desk.ask(desk.request(numbers=enough)).blocks == []


def test_next_years_numbers_come_from_october(here, new_desk, clock):
    assert {block.year for block in new_desk().reply.blocks} == {2026, 2027}
    clock.now -= 60 * 24 * HOUR  # September
    assert {block.year for block in new_desk().reply.blocks} == {2026}
