"""The tables the desk counts give the same numbers on the county's tables, on SQLite and on PostgreSQL."""

from datetime import date

import pytest

from county_server import schema
from county_server.database import Database
from tests.village_desk.statistics import visits
from tests.village_desk.statistics.ledger import FIRST, OFFICE, SECOND, THIRD, enter, lines
from village_desk import ids, profile, times
from village_desk.keys import new_data_key
from village_desk.kinds import KINDS
from village_desk.session import Actor, Session
from village_desk.statistics import TABLES, UNDATED, Asked, Cell, Row, counting, period_of
from village_desk.store import create_store

pytestmark = pytest.mark.county
QUARTER = period_of("quarter", date(2026, 8, 1))
LEDGER_KINDS = ("mediation_case", "case_party", "agreement", "oral_agreement", "instalment", "follow_up",
                "court_confirmation", "dispute_sweep", "found_dispute", "adviser_visit", "served_item",
                "visit_confirmation", "legal_opinion", "submission", "review", "publicity_activity",
                "adviser_appointment")  # fmt: skip


@pytest.fixture
def source(database_url, tmp_path):
    """The ledger in the tables of a county."""
    folder = tmp_path / "desk"
    folder.mkdir()
    store = create_store(folder, new_data_key())
    actor = Actor(ids.new_id(), "[练习]孙某", "station_staff", b"", ("620702101",))
    session = Session(store, actor, profile.load(), times.now)
    enter(session)
    visits.enter(session)
    database = Database(database_url)
    database.migrate()
    with database.writing():
        for kind in LEDGER_KINDS:
            names = schema.columns(KINDS[kind])
            listed = ", ".join("0" if name == "sum" else f'"{name}"' for name in names)
            database.insert(kind, names, store.query(f'SELECT {listed} FROM "{kind}"'))
    tables = schema.models(database.dialect)
    with database.reading():
        yield counting.Source(tables, database.peewee, profile.load(), lambda table: table.scope != "")
    store.close_connection()
    database.close()


def test_every_cell_equals_the_hand_count_on_the_countys_tables(source):
    rows = [Row(code, (code,)) for code in (OFFICE, FIRST, SECOND, THIRD)]
    asked = Asked(TABLES["situation"], QUARTER)
    found = counting.count(source, asked, lambda _found: rows)
    for line in lines("third_quarter.csv"):
        name = line["column"]
        cells = [found.numbers[place, name] for place in range(4)]
        assert (name, *cells) == (name, *(int(line[row.label]) for row in rows))
        assert found.totals[name] == int(line["all"])
    assert not found.failed


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_the_records_behind_it_can_be_asked_for(source, table):
    asked = Asked(TABLES[table], QUARTER)
    found = counting.count(source, asked, lambda keys: [Row(key, (key,)) for key in sorted(keys)])
    undated = (UNDATED,) if TABLES[table].dated else ()
    for check in (*undated, *(one.name for one in TABLES[table].checks)):
        _kind, query = counting.behind(source, asked, Cell(check, check=True))
        assert list(query.tuples().execute(source.database)) == []
    if "success" in found.totals:
        _kind, query = counting.behind(source, asked, Cell("success", found.rows[0]))
        assert len(list(query.tuples().execute(source.database))) == found.numbers[0, "success"]


def test_the_work_of_advisers_equals_the_hand_count_on_the_countys_tables(source):
    asked = Asked(TABLES["adviser_work"], visits.NOVEMBER)
    rows = [Row(code, (code,)) for code in (FIRST, SECOND)]
    found = counting.count(source, asked, lambda _found: rows)
    for name, by_hand in visits.BY_HAND.items():
        assert (name, (found.numbers[0, name], found.numbers[1, name])) == (name, by_hand)
    _kind, query = counting.behind(source, asked, Cell("visits"))
    assert len(list(query.tuples().execute(source.database))) == found.totals["visits"]
