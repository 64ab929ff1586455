"""The list of what is kept no longer: by the years of the profile, proposed by one, approved by another."""

import io
import re

import openpyxl
import pytest

from county_server import audit, destruction
from county_server.web import journal
from village_desk import times

pytestmark = pytest.mark.county
YEAR = 365 * 86_400_000


@pytest.fixture
def old(here, clock, new_desk):
    """Records of long ago: a question answered and closed, one still open, cases kept long and for ever."""
    now = clock.now
    clock.now -= 12 * YEAR
    desk = new_desk()
    closed = desk.write({"name": "[练习]赵某", "number": "[练习]咨1号", "state": "registered"})
    desk.write({"state": "closed"}, record=closed, p=1)
    desk.write({"name": "[练习]钱某", "number": "[练习]咨2号", "state": "registered"})
    for retention in ("short", "long", "permanent"):
        fields = {"title": f"[练习]{retention}", "number": f"[练习]{retention}", "state": "applied"}
        case = desk.write(fields, kind="mediation_case")
        desk.write({"case": case, "retention": retention}, kind="dossier")
        desk.write({"state": "refused"}, kind="mediation_case", record=case, p=len(desk.log) - 1)
        desk.write({"state": "closed"}, kind="mediation_case", record=case, p=len(desk.log))
    assert desk.push().verdicts == []
    clock.now = now
    return closed


def _due(here, clock):
    return [one.number for one in destruction.due(here, times.legal_day(clock.now))]


def test_what_is_due_is_closed_long_enough_and_not_kept_longer_by_its_dossier(here, clock, old):
    assert sorted(_due(here, clock)) == ["[练习]short", "[练习]咨1号"]
    clock.now -= 2 * YEAR
    assert _due(here, clock) == []
    clock.now += 21 * YEAR
    assert "[练习]long" in _due(here, clock)
    assert "[练习]permanent" not in _due(here, clock)


def test_one_proposes_another_approves_and_both_stand_in_the_journal(here, clock, old, signed_in):
    one, other = signed_in(), signed_in("supervisor", "jiandu", "[练习]李某")
    listed = one.get("/web/destruction").text
    assert "今天到期、还没有列入清单的：2 件" in listed
    assert "赵某" not in listed
    place = one.send("/web/destruction/propose").url
    path = place[place.index("/web") :]
    assert one.send(f"{path}/decide", **{"as": "approve"}).status_code == 400
    assert "等待批准" in other.get(path).text
    assert "已批准" in other.send(f"{path}/decide", **{"as": "approve"}).text
    assert other.send(f"{path}/decide", **{"as": "refuse"}).status_code == 400
    (held,) = destruction.lists(here)
    acts = [
        (entry.act, entry.about.split()[-1])
        for entry in journal.newest(here, 10)
        if "destruction" in entry.act
    ]
    assert acts == [("approve_destruction", held.digest), ("propose_destruction", held.digest)]
    assert _due(here, clock) == []
    sheet = openpyxl.load_workbook(io.BytesIO(one.send(f"{path}/file", **{"as": "xlsx"}).content)).active
    assert sorted(line[2] for line in list(sheet.iter_rows(values_only=True))[2:]) == [
        "[练习]short",
        "[练习]咨1号",
    ]
    assert one.send("/web/destruction/propose").status_code == 400, "nothing is left"
    assert audit.verify(here).problems == []


def test_a_refused_list_frees_its_records_and_an_altered_one_is_not_approved(here, clock, old, signed_in):
    one, other = signed_in(), signed_in("county_pls", "jigou", "[练习]李某")
    path = one.send("/web/destruction/propose").url
    path = path[path.index("/web") :]
    with here.database.writing():
        here.database.rows("UPDATE destruction_item SET number = '[练习]别的'")
    assert "被改动过" in other.get(path).text
    reply = other.send(f"{path}/decide", **{"as": "approve"})
    assert reply.status_code == 400
    assert re.search(r"改动|altered", reply.text)
    with here.database.writing():
        here.database.rows("DELETE FROM destruction_item")
        here.database.rows("DELETE FROM destruction")
    path = one.send("/web/destruction/propose").url
    other.get("/web/destruction")
    other.send(f"{path[path.index('/web') :]}/decide", **{"as": "refuse"})
    assert len(_due(here, clock)) == 2
    assert signed_in("hotline_agent", "rexian", "[练习]吴某").get("/web/destruction").status_code == 403
