"""The tables that migrations make are the tables that the kinds declare."""

import re

import pytest

from county_server import database, schema
from county_server.database import Database
from county_server.errors import CountyTrouble


def _shape(opened):
    return {
        table: (
            {(column.name, column.data_type.upper(), column.null, column.primary_key) for column in columns},
            sorted((tuple(index.columns), index.unique) for index in opened.peewee.get_indexes(table)),
        )
        for table in opened.peewee.get_tables()
        if (columns := opened.peewee.get_columns(table)) and table != "migration"
    }


def test_migrations_make_exactly_what_the_kinds_declare(database_url, tmp_path, request):
    migrated = Database(database_url)
    fresh_url = request.getfixturevalue("postgres")() if migrated.postgres else str(tmp_path / "fresh.db")
    declared = Database(fresh_url)
    try:
        migrated.migrate()
        with declared.writing():
            for statement in schema.create_statements(declared.dialect):
                declared.rows(statement)
        with migrated.reading(), declared.reading():
            found, wanted = _shape(migrated), _shape(declared)
        assert {table: found.get(table) for table in wanted} == wanted, "run tools/make_schema.py"
        from village_desk.kinds import KINDS

        assert KINDS.keys() <= found.keys()
    finally:
        migrated.close()
        declared.close()


def test_both_dialects_have_the_same_migrations():
    names = {
        dialect: [path.name for path in database.migration_files(dialect)]
        for dialect in ("sqlite", "postgres")
    }
    assert names["sqlite"] == names["postgres"]
    for name in names["sqlite"]:
        lite, post = (
            (database.MIGRATIONS / each / name).read_text("utf-8") for each in ("sqlite", "postgres")
        )
        assert re.sub(r"\bBLOB\b", "BYTEA", _plain(lite)) == _plain(post)


def _plain(script):
    return re.sub(r"\b(SMALLINT|BIGINT)\b", "INTEGER", script)


@pytest.mark.parametrize("last", [2, 14], ids=["as many", "more"])
@pytest.mark.parametrize("name", ["0002_other.sql", "0002_kinds.sql 0000000000000000"])
def test_a_database_made_by_other_steps_is_refused_in_a_sentence_and_left_as_it_is(database_url, name, last):
    opened = Database(database_url)
    try:
        opened.migrate()
        with opened.writing():
            opened.rows("UPDATE migration SET name = ? WHERE number = 2", name)
            for number in range(3, last + 1):
                opened.rows("INSERT INTO migration (number, name) VALUES (?, ?)", number, "former")
        with pytest.raises(CountyTrouble, match="county.other"):
            opened.migrate()
        with opened.reading():
            assert opened.one("SELECT count(*) FROM migration") == (last,)
    finally:
        opened.close()


def test_migrating_twice_does_nothing_and_a_newer_database_is_refused(database_url):
    opened = Database(database_url)
    try:
        assert opened.migrate() == opened.migrate()
        with opened.writing():
            opened.rows("INSERT INTO migration (number, name) VALUES (?, ?)", 9999, "9999_future.sql")
        with pytest.raises(CountyTrouble, match="county.newer"):
            opened.migrate()
    finally:
        opened.close()
