"""Orders of the hotline and referrals in a browser: overdue first, supervised, felt at the desk."""

from datetime import date

import pytest

from county_server import accounts, audit
from tests.sync.world import VILLAGE, new_desk
from village_desk.queries import records as records_query
from village_desk.queries import today

pytestmark = pytest.mark.county
CALLER = "[练习] 来电人孙某"
ORDER = {
    "unit": VILLAGE,
    "source": "12348",
    "called_on": "2026-11-16",
    "name": CALLER,
    "category": "consult",
    "content": "[练习] 邻居占了晒谷场",
    "receiver": "[练习] 乌江村",
}
TEXT = "[练习] 群众再次来电，请三日内办结"


@pytest.fixture
def room(here, clock, tmp_path):
    """A village room with a real store, enrolled at the county."""
    desk = new_desk(here, tmp_path, clock, "[练习] 王某")
    desk.sync()
    yield desk
    desk.close()


@pytest.fixture
def agent(here, room, signed_in):
    accounts.add_unit(here, VILLAGE, "[练习] 乌江村公共法律服务室")
    return signed_in("hotline_agent", "rexian", "[练习] 吴某")


def _begun(agent, **more):
    kind = "hotline_order"
    reply = agent.send(f"/web/referrals/new/{kind}", **{**ORDER, **more})
    assert reply.status_code == 200, reply.text
    return reply.url[reply.url.index("/web") :]


@pytest.mark.requirement("R239", "R044")
def test_an_order_taken_in_passed_on_and_supervised_is_at_the_desk_with_every_step(here, agent, room):
    place = _begun(agent)
    assert agent.send(f"{place}/step", move="send", due_on="2026-11-20").status_code == 200
    listed = agent.get("/web/referrals").text
    assert CALLER in listed
    assert "已超期" in listed
    missing = agent.send(f"{place}/step", move="urge", due_on="2026-11-25")
    assert missing.status_code == 400
    assert "理由" in missing.text
    whole = agent.send(f"{place}/step", move="urge", reason=TEXT, due_on="2026-11-25").text
    assert TEXT in whole
    assert "2026-11-25" in whole
    room.sync()
    record = bytes.fromhex(place.rpartition("/")[2])
    held = records_query.record(room.session, "hotline_order", record)
    assert (held.state, held.values["due_on"]) == ("sent", date(2026, 11, 25))
    steps = records_query.children(room.session, "hotline_order", record)["order_step"]
    assert [(one.values["step"], one.values.get("reason"), one.values.get("new_day")) for one in steps] == [
        ("send", None, None),
        ("urge", TEXT, date(2026, 11, 25)),
    ]
    assert record in [one.record_id for one in today.tasks(room.session)]
    assert audit.verify(here).problems == []


@pytest.mark.requirement("R145")
def test_those_whose_time_ran_out_first_stand_first_and_closed_ones_leave_the_list(agent, signed_in):
    late, later = _begun(agent, name="[练习]甲"), _begun(agent, name="[练习]乙")
    agent.send(f"{later}/step", move="send", due_on="2026-11-18")
    agent.send(f"{late}/step", move="send", due_on="2026-11-17")
    text = agent.get("/web/referrals").text
    assert text.index("[练习]甲") < text.index("[练习]乙")
    assert "2 件超过期限" in text
    for move, given in (("return", {"reason": "[练习] 不归本村"}), ("close", {"outcome": "yes"})):
        assert agent.send(f"{late}/step", move=move, **given).status_code == 200
    assert "[练习]甲" not in agent.get("/web/referrals").text
    assert "[练习]甲" in agent.get("/web/referrals", params={"at": "closed"}).text


def test_a_referral_goes_on_with_consent_only_and_only_for_those_whose_work_it_is(agent, signed_in):
    given = {"unit": VILLAGE, "source": "window", "received_on": "2026-11-16", "name": "[练习]丙"}
    more = {"target": "court", "receiver": "[练习] 法庭", "summary": "[练习] 欠款"}
    place = agent.send("/web/referrals/new/referral", **given, **more).url
    assert "/new/" not in place, "it was not taken in"
    path = place[place.index("/web") :]
    refused = agent.send(f"{path}/step", move="send")
    assert refused.status_code == 400
    assert agent.send(f"{path}/step", move="send", consented="1").status_code == 200
    assert agent.send(f"{path}/step", move="close", outcome="yes").status_code == 403
    other = signed_in("county_legal_aid", "yuanzhu", "[练习]孙某")
    assert "[练习]丙" in other.get("/web/referrals").text
    assert other.get(path.replace("referral/", "hotline_order/")).status_code == 404
    assert signed_in().get("/web/referrals").status_code == 403
