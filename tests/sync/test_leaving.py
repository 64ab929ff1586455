"""A desk the county has withdrawn hands over everything it has, and nothing of the county comes to it."""

import pytest

from county_server import accounts, aside, enrolment
from county_server.errors import CountyTrouble
from sync import engine
from sync.messages import SyncReply
from sync.packing import pack, unpack
from sync.revocation import Revoked
from tests.sync.test_areas import CANARY, PHOTO
from tests.sync.world import OTHER_VILLAGE, VILLAGE, back_up, leave, serving
from village_desk import changes
from village_desk.commands import attachments, drafts, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.store import county_link, outbox, withdrawn

KIND = "consultation"


def set_aside(county):
    with county.database.reading():
        rows = county.database.rows("SELECT body, reason FROM quarantine ORDER BY n")
    return [(changes.decode(bytes(body)).f, reason) for body, reason in rows]


def full_desk(desk_at):
    """Return a desk with a saved record, a photo that has not gone, and a draft."""
    desk = desk_at()
    record_id = new_id()
    records.save(desk.session, KIND, record_id, {"name": "[练习]张某"})
    desk.sync()
    about = {"title": "照片", "media_type": "image/png"}
    attachments.attach(desk.session, (KIND, record_id), new_id(), PHOTO, about)
    records.save(desk.session, KIND, record_id, {"answer": "最后一句"})
    drafts.keep(desk.session, "k", KIND, record_id, {"content": "没写完的"})
    return desk


def over_http(county, desk):
    from sync.enrolment import identity
    from sync.exchange import HttpExchange

    with serving(county) as address:
        exchange = HttpExchange(address, identity(desk.store))
        try:
            return engine.run_round(desk.store, exchange, desk.session.clock)
        finally:
            exchange.close()


def test_a_withdrawn_desk_hands_over_changes_drafts_and_photos_and_has_receipts_for_all(county, desk_at):
    desk, other = full_desk(desk_at), desk_at("乙[练习]")
    records.save(other.session, KIND, new_id(), {"name": CANARY})
    other.sync()
    enrolment.revoke_device(county, desk.line.device)
    over_http(county, desk)
    back_up(county)
    report = over_http(county, desk)
    assert (report.revoked, report.complete, report.pulled) == (True, True, 0)
    assert withdrawn.handed_over(desk.store)
    assert outbox.waiting(desk.store) == county_link.blobs_waiting(desk.store) == 0
    found = set_aside(county)
    assert {reason for _fields, reason in found} == {"revoked"}
    assert [fields.get("answer") or fields.get("content") for fields, _reason in found][1:] == [
        "最后一句",
        "没写完的",
    ]
    assert any(path.is_file() and path.read_bytes() == PHOTO for path in county.blobs.rglob("*"))
    assert desk.store.query("SELECT 1 FROM consultation WHERE name = ?", (CANARY,)) == []
    last = desk.store.query('SELECT max("last_n") FROM "receipt"')
    assert last == [(desk.store.head().n,)]


def test_without_grants_and_cut_in_the_middle_it_goes_on_until_all_is_there(county, desk_at):
    desk = full_desk(desk_at)
    accounts.revoke_grant(county, desk.session.actor.grant)
    enrolment.revoke_device(county, desk.line.device)
    for mode in ("lost request", "lost answer"):
        with pytest.raises(SyncTrouble):
            desk.sync(mode)
        assert not withdrawn.handed_over(desk.store)
    assert not over_http(county, desk).complete
    back_up(county)
    assert over_http(county, desk).complete
    assert over_http(county, desk).complete
    assert len(set_aside(county)) == 3


def test_nobody_but_the_county_withdraws_a_desk(county, desk_at):
    desk = full_desk(desk_at)

    class Forged:
        def __call__(self, request):
            reply = unpack(desk.line(request), SyncReply)
            reply.revoked = Revoked(1, b"x" * 64)
            return pack(reply)

    with pytest.raises(SyncTrouble, match=r"sync.receipt"):
        engine.run_round(desk.store, Forged(), desk.session.clock)
    assert not withdrawn.since(desk.store)


def test_what_was_set_aside_is_shown_to_those_who_review_the_area(county, desk_at):
    desk = full_desk(desk_at)
    enrolment.revoke_device(county, desk.line.device)
    over_http(county, desk)
    found = aside.listed(county, VILLAGE[:9])
    assert [one.reason for one in found] == ["revoked"] * 3
    assert {one.name for one in found} == {"甲[练习]"}
    assert aside.listed(county, OTHER_VILLAGE) == []
    told = aside.shown(county, desk.line.device, found[-1].n)
    assert told["f"] == {"content": "没写完的"}
    with pytest.raises(CountyTrouble):
        aside.shown(county, desk.line.device, 1)


def test_what_is_typed_after_the_hand_over_began_goes_along_before_the_key_may_go(county, desk_at):
    desk = desk_at()
    written = records.save(desk.session, KIND, new_id(), {"name": "[练习]张某"})
    desk.sync()
    enrolment.revoke_device(county, desk.line.device)
    drafts.keep(desk.session, "k", KIND, next(iter(written))[1], {"content": "前一稿"})
    assert leave(county, desk).complete
    assert withdrawn.handed_over(desk.store)
    drafts.keep(desk.session, "k", KIND, new_id(), {"content": "后一稿"})
    assert not withdrawn.handed_over(desk.store)
    assert not desk.sync().complete
    back_up(county)
    assert desk.sync().complete
    assert withdrawn.handed_over(desk.store)
    assert [fields["content"] for fields, _reason in set_aside(county)] == ["前一稿", "后一稿"]


def test_a_draft_typed_while_the_last_round_ends_keeps_the_key(county, desk_at):
    desk = desk_at()
    desk.sync()
    enrolment.revoke_device(county, desk.line.device)
    desk.sync()
    back_up(county)

    typed = []

    def answered(request):
        said = desk.line(request)
        typed.append({"content": f"最后一刻{len(typed)}"})
        drafts.keep(desk.session, str(len(typed)), KIND, new_id(), typed[-1])
        return said

    assert not engine.run_round(desk.store, answered, desk.session.clock).complete
    assert not withdrawn.handed_over(desk.store)
    assert leave(county, desk).complete
    assert [fields for fields, _reason in set_aside(county)] == typed


def test_the_key_stays_until_a_backup_of_the_county_covers_changes_and_attachments(county, desk_at):
    desk = full_desk(desk_at)
    enrolment.revoke_device(county, desk.line.device)
    report = over_http(county, desk)
    assert (report.blobs, report.complete) == (1, False)
    assert outbox.waiting(desk.store) == county_link.blobs_waiting(desk.store) == 0
    back_up(county)
    assert over_http(county, desk).complete


def test_an_attachment_that_came_after_the_backup_keeps_the_key(county, desk_at):
    desk = full_desk(desk_at)
    enrolment.revoke_device(county, desk.line.device)
    assert desk.sync().blob_troubles  # this line carries no attachments
    back_up(county)
    report = over_http(county, desk)
    assert (report.blobs, report.complete) == (1, False)
    back_up(county)
    assert over_http(county, desk).complete


def test_a_draft_too_large_for_a_change_goes_in_parts_once(county, desk_at):
    desk = desk_at()
    desk.sync()
    long, other = "长文" * 300_000, "短"
    drafts.keep(desk.session, "a", KIND, new_id(), {"content": "在前"})
    drafts.keep(desk.session, "b", KIND, new_id(), {"content": long, "answer": other})
    enrolment.revoke_device(county, desk.line.device)
    assert leave(county, desk).complete
    found = [fields for fields, _reason in set_aside(county)]
    assert found[0] == {"content": "在前"}
    assert "".join(fields.get("content", "") for fields in found[1:]) == long
    assert [fields["answer"] for fields in found if "answer" in fields] == [other]
    count = len(found)
    assert desk.sync().complete
    assert len(set_aside(county)) == count
