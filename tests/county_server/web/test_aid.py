"""The agency decides in a browser: what it writes is a change like any other, and reaches the village."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from county_server import accounts, audit, own
from county_server.own import Step
from county_server.web import journal, overview
from tests.county_server.conftest import TOWNSHIP, VILLAGE
from village_desk import changes, ids

pytestmark = pytest.mark.county
APPLICANT = "[练习] 赵某"
REASON = "[练习] 今晚开庭，须马上指派律师"


@pytest.fixture
def desk(new_desk):
    return new_desk()


@pytest.fixture
def record(desk):
    """An application that the agency has received, with its statement of hardship."""
    fields = {"name": APPLICANT, "number": "[练习]援申1号", "facts": "[练习] 拖欠劳动报酬", "matter": "A06"}
    record = desk.write({**fields, "state": "drafting"}, kind="legal_aid")
    for state in ("signed", "scanned", "handed_over"):
        desk.write({"state": state}, kind="legal_aid", record=record, p=len(desk.log))
    arrived = {"state": "received", "received_by_agency_on": "2026-11-20"}
    desk.write(arrived, kind="legal_aid", record=record, p=len(desk.log))
    desk.write({"legal_aid": record, "name": APPLICANT, "savings": 123_400, "class": "hardship"},
               kind="hardship_statement")  # fmt: skip
    assert desk.push().verdicts == []
    desk.pull()
    return record


@pytest.fixture
def agency(signed_in):
    return signed_in("county_legal_aid", "yuanzhu", "[练习]孙某")


def _step(agency, record, move, **given):
    return agency.send(f"/web/aid/{record}/step", move=move, **given)


def _heard(desk):
    return [(body.t, body.f) for body in (changes.decode(bytes(row.b)) for row in desk.pull())]


def test_an_application_waits_in_the_list_and_is_shown_whole(agency, record):
    listed = agency.get("/web/aid").text
    assert APPLICANT in listed
    assert "[练习]援申1号" in listed
    text = agency.get(f"/web/aid/{record}").text
    assert "[练习] 拖欠劳动报酬" in text
    assert "1,234.00" not in text
    assert APPLICANT not in agency.get("/web/aid", params={"at": "closed"}).text


def test_a_decision_reaches_the_village_with_who_made_it(here, agency, desk, record):
    decided = {
        "decision": "give",
        "decided_on": "2026-11-22",
        "number": "[练习]援决1号",
        "article": "第三十一条",
    }
    reply = _step(agency, record, "grant", **decided)
    assert reply.url.endswith(record)
    assert "[练习]援决1号" in reply.text
    assert overview.look(here).desks == 1  # what is written here is written by no desk
    rows = desk.pull()
    heard = {body.t: body for body in (changes.decode(bytes(row.b)) for row in rows)}
    assert heard["agency_decision"].f["application"] == record
    assert heard["legal_aid"].f == {"state": "granted"}
    assert {row.w for row in rows} == {"[练习]孙某"}
    assert heard["legal_aid"].u == agency.person.user.hex()
    assert audit.verify(here).problems == []
    assert "县里的网页" not in agency.get("/web/desks").text


def test_a_refusal_without_reasons_writes_nothing_and_says_what_is_missing(here, agency, desk, record):
    reply = _step(
        agency, record, "refuse", decision="refuse", decided_on="2026-11-22", number="[练习]援决2号"
    )
    assert reply.status_code == 400
    assert "第四十三条" in reply.text
    assert 'value="[练习]援决2号"' in reply.text
    assert desk.pull() == []
    nothing = _step(agency, record, "refuse", decision="", decided_on="")
    assert "决定日期：" in nothing.text
    wrong_day = _step(agency, record, "refuse", decision="refuse", decided_on="2026-13-45")
    assert "决定日期：" in wrong_day.text
    assert desk.pull() == []


def test_steps_follow_each_other_as_the_table_of_moves_says(agency, desk, record):
    decided = {"decision": "give", "decided_on": "2026-11-22"}
    assert _step(agency, record, "designate", designated_on="2026-11-22", firm="x").status_code == 403
    _step(agency, record, "grant", **decided)
    assert _step(agency, record, "grant", **decided).status_code == 403
    _step(
        agency,
        record,
        "designate",
        designated_on="2026-11-22",
        firm="[练习]甲律师事务所",
        lawyer="[练习]周某",
    )
    assert [fields.get("state") for kind, fields in _heard(desk) if kind == "legal_aid"] == [
        "granted",
        "designated",
    ]


def test_figures_of_hardship_are_read_on_asking_and_each_reading_is_kept(here, agency, record):
    agency.get(f"/web/aid/{record}")
    shown = agency.send(f"/web/aid/{record}/hardship")
    assert "1,234.00" in shown.text
    assert [one.act for one in journal.newest(here, 1)] == ["read_hardship"]


def test_what_is_not_theirs_is_as_if_it_were_not_there(agency, signed_in, record):
    assert agency.get(f"/web/aid/{'0' * 32}").status_code == 404
    assert agency.get("/web/aid/nonsense").status_code == 400
    other = signed_in("county_pls", "jigou", "[练习]李某")
    assert other.get(f"/web/aid/{record}").status_code == 403
    assert other.send(f"/web/aid/{record}/step", move="grant").status_code == 403


def test_two_people_who_decide_at_once_write_one_after_the_other(here, agency, signed_in, desk, record):
    with here.database.reading():
        (grant,) = (one.grant for one in accounts.grants_of(here, agency.person.user))

    def write(place):
        values = {"application": bytes.fromhex(record), "number": f"[练习]{place}"}
        own.write(here, grant, [Step("agency_decision", ids.new_id(), VILLAGE, 0, values, {})])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))
    numbers = {fields["number"] for kind, fields in _heard(desk) if kind == "agency_decision"}
    assert numbers == {f"[练习]{place}" for place in range(8)}
    assert audit.verify(here).problems == []


def test_an_answer_shows_what_was_typed_and_runs_none_of_it(agency, record):
    reply = _step(agency, record, "refuse", decision="refuse", reason="</textarea><script>alert(1)</script>")
    assert "<script>" not in reply.text
    assert re.search(r"&lt;/textarea&gt;", reply.text)


def test_an_application_open_to_others_only_is_looked_at_with_a_reason_and_the_head_hears_of_it(
    here, agency, desk, new_desk
):
    fields = {"name": APPLICANT, "state": "drafting", "class": "restricted", "readers": [desk.user]}
    record = desk.write(fields, kind="legal_aid")
    for state in ("signed", "scanned", "handed_over"):
        desk.write({"state": state}, kind="legal_aid", record=record, p=len(desk.log))
    assert desk.push().verdicts == []
    listed = agency.get("/web/aid").text
    assert record in listed
    assert APPLICANT not in listed
    assert APPLICANT not in agency.get(f"/web/aid/{record}").text
    assert agency.send(f"/web/aid/{record}/glass", reason="急").status_code == 400
    assert APPLICANT in agency.send(f"/web/aid/{record}/glass", reason=REASON).text
    assert "下一步" not in agency.get(f"/web/aid/{record}").text
    head = new_desk("station_head", f"{TOWNSHIP}000", [TOWNSHIP])
    told = [fields for kind, fields in _heard(head) if kind == "access"]
    assert [(one["act"], one.get("reason"), one["by"]) for one in told] == [
        ("break_glass", REASON, "[练习]孙某"),
        ("read", None, "[练习]孙某"),
    ]
    assert {one["of_id"] for one in told} == {record}
    assert audit.verify(here).problems == []
