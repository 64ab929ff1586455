"""What needs a look: two values of one field, decided by who may; what was set aside; terms; silent desks."""

from datetime import timedelta

import pytest

from county_server import accounts, audit, contacts
from sync.messages import SyncRequest
from village_desk import changes, times

pytestmark = pytest.mark.county
DAY = 86_400_000


@pytest.fixture
def disputed(new_desk):
    """An order whose receiver two desks entered at once; the first desk, and the record."""
    one, other = new_desk(), new_desk("station_staff", "620702103000", ["620702103"])
    record = one.write({"receiver": "[练习] 甲所"}, kind="hotline_order")
    one.push()
    other.pull()
    one.write({"receiver": "[练习] 乙所"}, kind="hotline_order", record=record, b=1)
    one.push()
    other.write({"receiver": "[练习] 丙所"}, kind="hotline_order", record=record, b=1)
    assert [verdict.outcome for verdict in other.push().verdicts] == ["conflict"]
    one.pull()
    return one, record


def test_who_may_write_decides_between_both_values_and_the_desk_hears_of_it(here, disputed, signed_in):
    desk, record = disputed
    agent = signed_in("hotline_agent", "rexian", "[练习]吴某")
    text = agent.get("/web/conflicts").text
    assert "[练习] 乙所" in text
    assert "[练习] 丙所" in text
    with here.database.reading():
        ((dispute, stands),) = here.database.rows("SELECT id, value FROM conflict")
    assert agent.send(f"/web/conflicts/{record}", field="receiver", value="ab" * 16).status_code == 404
    agent.send(f"/web/conflicts/{record}", field="receiver", value=bytes(dispute).hex())
    assert "没有冲突" in agent.get("/web/conflicts").text
    (row,) = desk.pull()
    body = changes.decode(bytes(row.b))
    assert (body.op, body.f["conflicts"]) == ("resolve", [bytes(dispute).hex()])
    assert f'"{body.f["receiver"]}"' == stands
    assert audit.verify(here).problems == []


def test_who_may_not_read_sees_that_there_is_one_and_no_value(disputed, signed_in):
    text = signed_in().get("/web/conflicts").text
    assert "内容不对您开放" in text
    assert "乙所" not in text


def test_what_was_set_aside_says_why_and_shows_its_text_to_who_may_read_it(new_desk, signed_in):
    desk = new_desk()
    record = desk.write({"content": "[练习] 晒谷场"}, kind="hotline_order")
    desk.push()
    desk.write({"state": "closed"}, kind="hotline_order", record=record, b=1)
    assert [one.outcome for one in desk.push().verdicts] == ["quarantined"]
    agent = signed_in("hotline_agent", "rexian", "[练习]吴某")
    listed = agent.get("/web/aside").text
    assert f"{desk.device}/2" in listed
    assert "已办结" in agent.get(f"/web/aside/{desk.device}/2").text
    hidden = signed_in().get(f"/web/aside/{desk.device}/2").text
    assert "不对您开放" in hidden
    assert "已办结" not in hidden


def test_a_term_that_is_changed_ends_on_its_new_day_and_the_desk_hears_of_both(
    here, clock, new_desk, signed_in
):
    desk = new_desk("adviser")
    clock.now += 10 * DAY
    tomorrow = times.legal_day(clock.now) + timedelta(days=1)
    before = desk.ask(desk.request()).epoch
    admin = signed_in("administrator", "guanli", "[练习]管理员")
    admin.send("/web/people/term", grant=desk.grant, until=tomorrow.isoformat())
    assert "即将到期" in admin.get("/web/people", params={"ending": "true", "role": "adviser"}).text
    told = desk.ask(desk.request(epoch=before))
    assert [times.legal_day(grant.end - 1) for grant in told.grants] == [tomorrow]
    assert told.epoch > before
    desk.write({"topic": "[练习]"}, kind="adviser_visit", grant=told.grants[0].id)
    assert desk.push().verdicts == []
    clock.now += 3 * DAY
    assert desk.ask(desk.request(first=2, epoch=told.epoch)).epoch > told.epoch
    desk.write({"topic": "[练习]"}, kind="adviser_visit", grant=told.grants[0].id)
    assert [(one.outcome, one.reason) for one in desk.push(2).verdicts] == [("quarantined", "grant")]


def test_nobody_changes_their_own_term(here, signed_in):
    admin = signed_in()
    own = admin.person.grant.hex()
    assert admin.send("/web/people/term", grant=own, until="2030-01-01").status_code == 400
    assert accounts.user_of(here, admin.person.grant) == admin.person.user


def test_a_desk_says_which_program_it_is_and_what_waits_for_it_is_counted(here, clock, new_desk, signed_in):
    desk, other = new_desk(), new_desk()
    heard = contacts.Contacts()
    asked = SyncRequest(proto=1, device=desk.device, app="0.9.1", cursor=0)
    heard.heard(here, desk.id)
    heard.told(here, desk.id, asked)
    heard.write(here)
    other.write({"content": "[练习]"}, kind="consultation")
    other.push()
    one = signed_in()
    text = one.get("/web/desks").text
    assert "0.9.1" in text
    assert contacts.waiting(here, desk.id, 0) == 1
    assert contacts.waiting(here, other.id, 0) == 0
    assert "2 台" not in one.get("/web/desks", params={"days": "3"}).text
    plain = one.send("/web/desks/file", days="3", **{"as": "csv"}).content.decode("utf-8-sig")
    assert plain.count("久未联系") == 1, "the one that was never heard of"
