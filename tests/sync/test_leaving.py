"""A desk the county has withdrawn hands over everything it has, and nothing of the county comes to it."""

import pytest

from county_server import accounts, aside, enrolment
from county_server.errors import CountyTrouble
from sync import engine, leaving
from sync.messages import SyncReply
from sync.packing import pack, unpack
from sync.revocation import Revoked
from tests.sync.test_areas import CANARY, PHOTO
from tests.sync.world import OTHER_VILLAGE, VILLAGE, serving
from village_desk import changes
from village_desk.commands import attachments, drafts, records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.store import county_link, outbox

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
    report = over_http(county, desk)
    assert (report.revoked, report.complete, report.pulled) == (True, True, 0)
    assert leaving.handed_over(desk.store)
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
        assert not leaving.handed_over(desk.store)
    report = over_http(county, desk)
    assert report.complete
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
    assert not leaving.since(desk.store)


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
