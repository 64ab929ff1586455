"""Running the county from a browser: what is done there is what the commands do, and is in the journal."""

import re

import pytest

from county_server import accounts, audit, contacts, enrolment
from county_server.web import journal
from tests.county_server.conftest import COUNTY, NEIGHBOUR, VILLAGE, enrol

pytestmark = pytest.mark.county


def _acts(here):
    return [one.act for one in reversed(journal.newest(here))]


def test_a_unit_a_person_and_a_code_made_in_the_browser_enrol_a_desk(here, signed_in):
    one = signed_in()
    one.send("/web/units/name", code=VILLAGE, name="[练习]乌江村公共法律服务室")
    one.send("/web/people/add", name="[练习]王某", unit=VILLAGE, role="village_clerk", areas=VILLAGE)
    added = next(account for account in accounts.accounts(here) if account.unit == VILLAGE)
    sheet = one.send("/web/desks/invite", unit=VILLAGE, **{f"user-{added.user.hex()}": "1"})
    assert "乌江村公共法律服务室" in sheet.text
    code = re.search(r'class="code">([A-Z2-7-]+)<', sheet.text).group(1)
    reply, _key = enrol(here, code)
    assert [grant.user for grant in reply.grants] == [added.user.hex()]
    assert VILLAGE in one.get("/web/desks").text
    assert _acts(here)[-3:] == ["name_unit", "add_person", "invite"]


def test_a_withdrawn_desk_and_an_ended_grant_are_felt_at_once(here, signed_in, new_desk):
    one, desk = signed_in(), new_desk()
    one.send("/web/people/revoke", grant=desk.grant)

    held = next(account for account in accounts.accounts(here) if account.user.hex() == desk.user).grants
    assert [grant.revoked_at is not None for grant in held] == [True]
    one.send("/web/desks/revoke", device=desk.device)
    assert [device.revoked_at is not None for device in enrolment.devices(here)] == [True]
    assert "已撤销" in one.get("/web/desks").text


def test_a_mistake_is_told_in_a_sentence_and_changes_nothing(here, signed_in):
    one = signed_in()
    before = accounts.accounts(here), _acts(here)
    wrong = {"name": "[练习]李某", "unit": VILLAGE, "role": "village_clerk", "areas": VILLAGE}
    for change in ({"areas": "110105"}, {"role": "king"}, {"since": "tomorrow"}, {"name": ""}):
        reply = one.send("/web/people/add", **{**wrong, **change})
        assert reply.status_code == 400, change
        assert 'role="alert"' in reply.text
    assert one.send("/web/desks/revoke", device="not an id").status_code == 400
    assert one.send("/web/desks/invite", unit=VILLAGE).status_code == 400
    assert (accounts.accounts(here), _acts(here)) == before


def test_nobody_gives_a_grant_to_themselves(here, signed_in):
    one = signed_in()
    reply = one.send("/web/people/grant", user=one.person.user.hex(), role="county_legal_aid", areas=COUNTY)
    assert reply.status_code == 400
    assert len(accounts.accounts(here)[0].grants) == 1


def test_a_lost_telephone_begins_anew_and_ends_what_was_open(here, signed_in):
    one, other = signed_in(), signed_in("county_pls", "jigou", "[练习]李某")
    sheet = one.send("/web/people/sign-in", user=other.person.user.hex(), login="jigou")
    assert re.search(r'class="code">[A-Z2-7]{24}<', sheet.text)
    assert other.get("/web").url.endswith("/web/sign-in")


def test_what_somebody_typed_is_shown_and_never_run(here, signed_in):
    one = signed_in()
    evil = "<script>alert(1)</script>\"'><img src=x>𬭎龘"
    one.send("/web/units/name", code=NEIGHBOUR, name=evil)
    text = one.get("/web/units").text
    assert "<script>" not in text
    assert "<img src=x>" not in text
    assert "𬭎龘" in text


def test_an_entry_altered_or_taken_out_is_named(here, signed_in):
    one = signed_in()
    one.send("/web/units/name", code=VILLAGE, name="[练习]一村")
    assert audit.verify(here).problems == []
    assert "记录链完整" in one.get("/web/journal").text
    with here.database.writing():
        here.database.rows("UPDATE web_log SET about = ? WHERE n = 2", NEIGHBOUR)
    assert ("web_log", "2") in audit.verify(here).problems
    assert "从第 2 条起" in one.get("/web/journal").text
    with here.database.writing():
        here.database.rows("DELETE FROM web_log WHERE n = 1")
    assert ("web_log", "1") in audit.verify(here).problems


def test_the_list_says_when_each_desk_was_last_heard_of_and_which_are_quiet(here, signed_in, new_desk, clock):
    desk, heard = new_desk(), contacts.Contacts()
    heard.heard(here, desk.id)
    heard.write(here)
    assert contacts.seen(here) == {desk.id: clock.now}
    one = signed_in()
    assert "正常" in one.get("/web/desks").text
    clock.now += 8 * 86_400_000
    again = signed_in(login="er", name="[练习]二")
    assert "久未联系" in again.get("/web/desks").text
    assert '<strong class="mind">1</strong>台超过 7 天没有联系' in again.get("/web").text


def test_a_request_of_a_desk_is_noted_as_a_contact(here, line, new_desk, monkeypatch):
    monkeypatch.setattr(contacts, "WRITE_SECONDS", 0.0)
    desk = new_desk()
    line(desk).send("GET", "/v1/history/consultation/" + "0" * 32)
    assert set(contacts.seen(here)) == {desk.id}


@pytest.mark.parametrize("number", ["²", "9" * 5_000, "99999999999999999999", "-1", "x"])
def test_a_number_in_an_address_that_is_none_breaks_no_page(signed_in, number):
    browser = signed_in("administrator")
    for path in ("/web/desks?days=", "/web/journal?before=", "/web/accesses?before="):
        assert browser.get(path + number).status_code == 200, path
    reply = browser.send("/web/profile/begin", version=number)
    assert reply.status_code < 500
    statistics = signed_in("county_pls", "tongji", "[练习]孙某")
    assert statistics.get(f"/web/statistics?group={number}").status_code == 400
