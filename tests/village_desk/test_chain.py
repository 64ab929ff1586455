"""The log of a desk proves itself, and names the first change that was altered."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import crypto
from village_desk.store.chain import chain_state


def log_of(bodies):
    """A plain table is enough: what is proved does not depend on the cipher."""
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE TABLE "change"(n INTEGER PRIMARY KEY, salt BLOB, body BLOB, hash BLOB)')
    head = crypto.CHAIN_START
    for n, body in enumerate(bodies, 1):
        salt = crypto.new_salt()
        head = crypto.chain_step(head, salt, body)
        connection.execute('INSERT INTO "change" VALUES (?, ?, ?, ?)', (n, salt, body, head))
    return connection, head


@pytest.fixture
def log():
    connection, _ = log_of([f'{{"n":{n}}}'.encode() for n in range(1, 11)])
    yield connection
    connection.close()


@given(st.lists(st.binary(max_size=40), max_size=8))
def test_an_untouched_log_is_sound_and_gives_its_head(bodies):
    connection, head = log_of(bodies)
    state = chain_state(connection)
    assert (state.n, state.head, state.broken_at, state.erased) == (len(bodies), head, None, 0)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ('UPDATE "change" SET body = \'{"n":44}\' WHERE n = 4', 4),
        ('UPDATE "change" SET body = CAST(\'{"n":44}\' AS BLOB) WHERE n IN (4, 7)', 4),
        ('UPDATE "change" SET salt = zeroblob(16) WHERE n = 6', 6),
        ('UPDATE "change" SET salt = zeroblob(3) WHERE n = 6', 6),
        ('UPDATE "change" SET hash = zeroblob(32) WHERE n = 6', 6),
        ("UPDATE \"change\" SET hash = 'text', salt = 7 WHERE n = 6", 6),
        ('DELETE FROM "change" WHERE n = 3', 3),
        ('DELETE FROM "change" WHERE n = 1', 1),
        ('UPDATE "change" SET n = 30 WHERE n = 3', 3),
        ('UPDATE "change" SET body = NULL, hash = zeroblob(32) WHERE n = 5', 6),
    ],
)
def test_the_first_altered_or_missing_change_is_named(log, statement, first):
    log.execute(statement)
    assert chain_state(log).broken_at == first


def test_a_body_written_back_as_the_same_text_is_no_alteration(log):
    log.execute('UPDATE "change" SET body = CAST(body AS TEXT)')
    assert chain_state(log).broken_at is None


def test_erased_bodies_keep_their_place_in_the_chain(log):
    log.execute('UPDATE "change" SET body = NULL WHERE n IN (2, 3)')
    state = chain_state(log)
    assert (state.broken_at, state.erased, state.n) == (None, 2, 10)
