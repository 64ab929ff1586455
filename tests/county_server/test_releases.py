"""What is set aside is told to the head of its township, and let through when accepted, on both databases."""

from dataclasses import replace

from county_server import accounts, audit, enrolment, profiles
from sync import codes, messages, packing
from sync.messages import EnrolReply, EnrolRequest, Grant
from tests.county_server.conftest import VILLAGE
from village_desk import crypto, ids, profile

OFFICE = VILLAGE[:9] + "000"


def decision(unit, **more):
    about = {
        "record_kind": "consultation",
        "record_id": ids.new_id().hex(),
        "device": unit.device,
        "first": unit.first,
        "chain": unit.chain,
        "accepted": True,
        "reason": "[练习] 属实",
        "decided_by": "[练习] 所长",
    }
    return about | more


def test_a_unit_of_work_is_told_decided_and_let_through(here, new_desk):
    desk, head = new_desk(unit=VILLAGE), new_desk("station_head", unit=OFFICE, areas=[VILLAGE[:9]])
    accounts.revoke_grant(here, bytes.fromhex(desk.grant))
    first = desk.write({"name": "[练习] 甲"})
    desk.write({"content": "借款"}, record=first, group=1, p=1)
    desk.write({"name": "[练习] 乙"})
    assert [one.reason for one in desk.push().verdicts] == ["grant", "group", "grant"]
    told = head.ask(head.request())
    assert [(one.device, one.first, len(one.changes)) for one in told.aside.units] == [
        (desk.device, 1, 2),
        (desk.device, 3, 1),
    ]
    assert head.ask(head.request(aside=told.aside.mark)).aside is None
    pair, new = told.aside.units
    head.write(decision(pair), kind="release", s=VILLAGE)
    head.write(decision(new, accepted=False), kind="release", s=VILLAGE)
    reply = head.push(aside=told.aside.mark)
    assert reply.verdicts == []
    assert (reply.aside.mark, reply.aside.units) == ("", [])
    with here.database.reading():
        assert here.database.rows("SELECT n FROM feed WHERE device = ? ORDER BY n", desk.id) == [(1,), (2,)]
        assert here.database.rows("SELECT n FROM quarantine") == [(3,)]
    assert audit.verify(here).problems == []


def test_words_other_than_those_told_are_not_let_through(here, new_desk):
    desk, head = new_desk(unit=VILLAGE), new_desk("station_head", unit=OFFICE, areas=[VILLAGE[:9]])
    accounts.revoke_grant(here, bytes.fromhex(desk.grant))
    desk.write({"name": "[练习] 甲"})
    desk.push()
    (unit,) = head.ask(head.request()).aside.units
    for wrong in ({"chain": "0" * 64}, {"first": 7}, {"device": "zz"}, {"device": ids.new_id().hex()}):
        head.write(decision(unit, **wrong), kind="release", s=VILLAGE)
    head.push()
    with here.database.reading():
        assert here.database.one("SELECT count(*) FROM quarantine") == (1,)


def test_a_published_profile_is_told_once(here, new_desk, tmp_path):
    desk = new_desk(unit=VILLAGE)
    folder = tmp_path / "profile"
    (folder / "lists").mkdir(parents=True)
    for name, text in profile.texts(profile.NATIONAL).items():
        said = text.replace('"id": "national"', f'"id": "{here.code}"')
        (folder / name).write_text(said, "utf-8")
    version = profiles.publish(here, profile.texts(folder)).version
    assert desk.ask(desk.request()).published.version == version
    assert desk.ask(desk.request(profile=version)).published is None


def test_a_forgotten_desk_and_its_user_are_known_again(here, new_desk):
    was = new_desk(unit=VILLAGE)
    (grant,) = was.reply.grants
    with here.database.writing():
        for table in ("device_user", "number_block", "enrolment", "grant_"):
            here.database.rows(f"DELETE FROM {table}")
        here.database.rows("DELETE FROM device")
        here.database.rows("DELETE FROM user_account")
    made = accounts.add_user(here, grant.name, VILLAGE)
    accounts.add_grant(here, made, "village_clerk", [VILLAGE])
    code = enrolment.invite(here, VILLAGE, [made])
    public = crypto.public_key(was.key)
    asked = EnrolRequest(
        proto=1,
        code=codes.code_name(code),
        public_key=public,
        proof=messages.proof(codes.code_key(code), messages.enrol_claim(public, 1, was.device)),
        device=was.device,
        users=[grant, Grant(id="00" * 16, user="11" * 16, name=grant.name, role="x", areas=[], start=0)],
    )
    reply = packing.unpack(enrolment.enrol(here, packing.pack(asked)), EnrolReply)
    assert (reply.device, [one.user for one in reply.grants]) == (was.device, [grant.user])
    again = replace(was, reply=reply, grant=reply.grants[0].id)
    again.write({"name": "[练习] 甲"})
    assert again.push().verdicts == []
