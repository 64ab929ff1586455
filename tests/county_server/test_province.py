"""The month's file for the province: signed, complete, small numbers left out, and nobody in it."""

import json
from datetime import date

import pytest

from county_server import cli, province
from tests.county_server.conftest import COUNTY
from tests.county_server.copies import copy
from tests.village_desk.statistics import services_ledger as month
from tests.village_desk.statistics.ledger import FIRST, TOWNSHIP
from village_desk import crypto, ids
from village_desk.kinds import KINDS
from village_desk.statistics import TABLES, Asked, counted, period_of
from village_desk.store import Birth

pytestmark = pytest.mark.county
NAME, PHONE, TEXT = "[练习]欧阳练习", "13900001234", "[练习]两家为宅基地争执不下"
TOPICS = ("T07",) * 5 + ("T03",) * 2 + ("T01",) * 4


@pytest.fixture
def county(here, make_session):
    """A county with the month counted by hand, more consultations of some topics, and texts with a name."""
    session = make_session(TOWNSHIP, "county_pls", "[练习]孙某")
    month.enter(session)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for topic in TOPICS:
            told = {
                "met_on": date(2026, 10, 9),
                "topic": topic,
                "name": NAME,
                "phone": PHONE,
                "content": TEXT,
            }
            uow.put("consultation", ids.new_id(), told, born=Birth(FIRST))
    copy(here, session, {kind for _place, kind, _values in month.RECORDS} | {"agency_decision"})
    return here, session


def every_value(here):
    """Every text, number of a person and id in the county's records."""
    found = set()
    for kind, declared in KINDS.items():
        names = [
            "id",
            *(name for name, spec in declared.fields.items() if spec.face in ("text", "note", "link")),
        ]
        listed = ", ".join(f'"{name}"' for name in names)
        for row in here.database.rows(f'SELECT {listed} FROM "{kind}"'):
            found |= {value if isinstance(value, str) else bytes(value).hex() for value in row if value}
    return found


def test_the_file_is_signed_says_the_countys_sums_and_nothing_about_anybody(county):
    here, session = county
    made = province.file(here, province.month_of(here, "2026-10"))
    read = json.loads(made)
    content = read["content"]
    assert crypto.verify(here.public_key, bytes.fromhex(read["signature"]), province.claim(content))
    assert (content["schema"], content["county"], content["month"]) == (1, COUNTY, "2026-10")
    for table in content["tables"]:
        found = counted(session, Asked(TABLES[table["name"]], period_of("month", date(2026, 10, 1))))
        assert table["total"] == [found.totals[column["name"]] for column in table["columns"]]
    assert len(content["indicators"]) == 22
    text = made.decode()
    with here.database.reading():
        values = every_value(here)
    assert {NAME, PHONE, TEXT} <= values
    assert [value for value in values if len(value) > 3 and value in text] == []
    assert FIRST not in text


def test_small_numbers_of_a_row_are_left_out_and_cannot_be_worked_out(county):
    here, _session = county
    content = json.loads(province.file(here, province.month_of(here, "2026-10")))["content"]
    (hot,) = [table for table in content["tables"] if table["name"] == "hot_topics"]
    talks = [row["numbers"][0] for row in hot["rows"]]
    assert not [number for number in talks if number in (1, 2)]
    assert talks.count(None) >= 2
    assert max(number or 0 for number in talks) == 5


def test_a_month_that_has_not_ended_and_a_file_that_is_there_are_refused(
    county, database_url, tmp_path, monkeypatch, capsys
):
    here, _session = county
    monkeypatch.setenv("COUNTY_DATABASE", database_url)
    for text in ("2026-11", "2027-01", "2026-13", "", "last"):
        with pytest.raises(province.CountyTrouble, match="county.month"):
            province.month_of(here, text)
    out = tmp_path / "out.json"
    asked = ["export", "province", str(out), "--month", "2026-10"]
    assert cli.main(asked) == 0
    assert json.loads(out.read_text("utf-8"))["content"]["month"] == "2026-10"
    assert cli.main(asked) == 1
    capsys.readouterr()
