"""Who read and who exported, at the county in a browser: of desks and of the county alike, and proved."""

import io

import openpyxl
import pytest

from county_server import accesses, audit
from county_server.accesses import Wanted
from tests.county_server.conftest import TOWNSHIP, VILLAGE
from village_desk import ids

pytestmark = pytest.mark.county
REASON = "[练习] 今晚须核对住址"


@pytest.fixture
def desk(new_desk):
    return new_desk()


@pytest.fixture
def told(desk):
    """A desk that read a statement, exported, and looked in an emergency; the record it looked at."""
    record = ids.new_id().hex()
    for said in (
        {"act": "read", "of_kind": "hardship_statement", "of_id": record, "of_class": "hardship"},
        {"act": "export", "of_kind": "consultation", "records": 7},
        {"act": "break_glass", "of_kind": "mediation_case", "of_id": record, "reason": REASON},
    ):
        desk.write({**said, "by": "[练习]王某"}, kind="access")
    assert desk.push().verdicts == []
    return record


@pytest.mark.requirement("R145")
def test_the_county_and_the_head_see_what_a_desk_tells_and_the_room_next_door_does_not(
    here, told, signed_in, new_desk
):
    text = signed_in("supervisor", "jiandu", "[练习]钱某").get("/web/accesses").text
    assert text.count("[练习]王某") == 3
    assert REASON in text
    assert "已核对到第 3 条" in text
    head = new_desk("station_head", f"{TOWNSHIP}000", [TOWNSHIP])
    assert len(head.pull()) == 3
    assert new_desk("station_staff", f"{TOWNSHIP}000", [TOWNSHIP]).pull() == []
    assert new_desk("mediator", VILLAGE).pull() == []


def test_it_is_narrowed_and_taken_out_and_taking_out_is_an_entry(here, told, signed_in):
    one = signed_in()
    assert REASON not in one.get("/web/accesses", params={"act": "export"}).text
    assert "没有。" in one.get("/web/accesses", params={"since": "2030-01-01"}).text
    assert one.get("/web/accesses", params={"since": "tomorrow"}).status_code == 400
    assert "没有。" in one.get("/web/accesses", params={"name": "没有这个人"}).text
    reply = one.send("/web/accesses/file", kind="consultation", **{"as": "xlsx"})
    lines = list(openpyxl.load_workbook(io.BytesIO(reply.content)).active.iter_rows(values_only=True))
    assert [line[6] for line in lines[2:]] == [7]
    plain = one.send("/web/accesses/file", **{"as": "csv"}).content.decode("utf-8-sig")
    assert plain.count("[练习]王某") == 3
    newest = accesses.listed(here, Wanted(act="export"), 2)
    assert [(each.by, each.of_kind, each.records) for each in newest] == [
        ("[练习]管理员", "access", 4),
        ("[练习]管理员", "access", 1),
    ]
    assert audit.verify(here).problems == []


@pytest.mark.parametrize(
    "sql", ["UPDATE access SET \"by\" = '[练习]别人'", "UPDATE feed SET body = salt WHERE seq = 3"]
)
def test_an_entry_somebody_altered_in_the_tables_is_named(here, told, signed_in, sql):
    with here.database.writing():
        here.database.rows(sql)
    text = signed_in().get("/web/accesses").text
    assert "第 3" in text
    assert "与变更链对不上" in text


def test_only_who_may_sees_it(told, signed_in):
    other = signed_in("county_legal_aid", "yuanzhu", "[练习]孙某")
    assert other.get("/web/accesses").status_code == 403
    assert other.send("/web/accesses/file").status_code == 403
