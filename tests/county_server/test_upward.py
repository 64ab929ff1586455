"""What leaves a county for the province: codes, days and numbers of ordinary records, and nothing else."""

import contextlib
import json
import time

import psycopg
import pytest

from county_server import cli, config, county, upward
from tests.county_server.conftest import COUNTY, NEIGHBOUR, VILLAGE, desk_of
from tools.deploy.replication import follow, run
from village_desk.kinds import KINDS

pytestmark = [pytest.mark.county, pytest.mark.postgres]
SECRET = "王桂兰[练习]"
LONGEST_SECONDS = 60


def ask(url, sql):
    with psycopg.connect(url) as opened:
        return opened.execute(sql).fetchall()


def until(look, wanted):
    """Ask until what is looked for is there: replication says nothing when it has come."""
    end = time.monotonic() + LONGEST_SECONDS
    while (found := look()) != wanted and time.monotonic() < end:
        time.sleep(0.02)
    assert found == wanted


@contextlib.contextmanager
def subscribed(below, above, slot):
    """Let `above` read what `below` publishes; in one server, the slot must be there first."""
    ask(below, f"SELECT pg_create_logical_replication_slot('{slot}', 'pgoutput')::text")
    follow(below, above, slot, "create_slot = false")
    try:
        yield
    finally:
        # In one server, dropping would wait for a copy that has just begun, and that for the dropping.
        until(lambda: ask(above, "SELECT DISTINCT srsubstate::text FROM pg_subscription_rel"), [("r",)])
        run(above, f"DROP SUBSCRIPTION {slot}")


@pytest.fixture
def place(postgres_server, tmp_path, clock):
    """A county that publishes, and the address of its database."""
    url = postgres_server.database()
    made = county.create(config.Config(database=url, blobs=str(tmp_path / "blobs")), COUNTY, "甘州区", clock)
    run(url, *upward.county_statements())
    yield made, url
    made.close()


@pytest.fixture
def store(postgres_server):
    url = postgres_server.database()
    run(url, *upward.store_statements([COUNTY, "620721"]))
    run(url, *upward.store_statements([COUNTY, "620721", "620799"]))  # said again, it does no harm
    return url


def test_a_record_goes_up_without_a_word_and_follows_what_becomes_of_it(place, store):
    here, below = place
    desk = desk_of(here, "[练习] 甲", areas=[VILLAGE, NEIGHBOUR])
    words = {"name": SECRET, "content": SECRET, "topic": "land", "met_on": "2026-11-20", "age": 61}
    first, second = desk.write(words), desk.write(words)
    desk.push()
    shown = 'SELECT encode("id", \'hex\'), "scope", "met_on", "topic", "ver" FROM "consultation" ORDER BY 1'
    with subscribed(below, store, "up"):
        until(lambda: len(ask(store, shown)), 2)
        desk.write({"met_on": "2026-11-21"}, record=first, b=1)
        third = desk.write(words)
        desk.push(3)
        until(lambda: len(ask(store, shown)), 3)
        run(below, f"UPDATE consultation SET \"class\" = 'restricted' WHERE id = '\\x{second}'")
        run(below, f"UPDATE consultation SET scope = '{NEIGHBOUR}' WHERE id = '\\x{third}'")
        wanted = [(first, VILLAGE, "2026-11-21", "land", 2), (third, NEIGHBOUR, "2026-11-20", "land", 1)]
        until(lambda: ask(store, shown), sorted(wanted))
        told = "SELECT county, kind, told FROM upward_standing"
        until(lambda: ask(store, told), [(COUNTY, "consultation", 3)])
    assert ask(store, f'SELECT count(*) FROM "consultation_{COUNTY}"') == [(2,)]
    everything = [ask(store, f'SELECT * FROM "{name}"') for name in ("unit", "tally", *upward.COUNTED)]
    assert SECRET not in str(everything)


def test_nobody_but_its_county_writes_there_and_readers_only_read(store):
    row = f"INSERT INTO consultation (scope, id) VALUES ('{VILLAGE}', '\\x01')"
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        run(store, row)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        run(store, "SET ROLE upward_reader", "SELECT * FROM consultation", row)


def test_who_reads_for_the_province_reads_nothing_else_at_the_county(place):
    _, url = place
    run(url, "SET ROLE upward_reader", 'SELECT "met_on" FROM consultation')
    for secret in ('SELECT "name" FROM consultation', "SELECT * FROM feed", "SELECT v FROM meta"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            run(url, "SET ROLE upward_reader", secret)


def test_no_field_that_says_who_somebody_is_leaves_the_county():
    for name in upward.COUNTED:
        kind = KINDS[name]
        assert kind.class_ == "normal"
        for field in upward.fields(kind):
            spec = kind.fields[field]
            assert spec.face not in ("text", "note")
            assert not spec.masked
            assert not spec.check
            assert spec.to != "person"


def test_the_command_prints_what_psql_takes(capsys):
    for words in (["county"], ["store", COUNTY], ["empty", COUNTY]):
        assert cli.main(["upward", *words]) == 0
        script = capsys.readouterr().out
        assert script.startswith("BEGIN;")
        assert script.endswith("COMMIT;\n")
    assert cli.main(["upward", "store", "6207", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["error"] == "county.code"
