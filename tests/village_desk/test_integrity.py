"""What is altered with a database tool: `verify` names the first broken entry, `check` the record."""

import base64
import json

import pytest

from village_desk import changes, crypto, ids
from village_desk.commands import records
from village_desk.queries import integrity
from village_desk.store import outbox

COUNTY = crypto.new_signing_key()


@pytest.fixture
def desk(session):
    """A desk with six changes, of which the county has acknowledged four with two receipts."""
    with session.store.unit_of_work(None, 1) as uow:
        uow.set_state("county_key", crypto.public_key(COUNTY))
    for number in range(6):
        records.save(session, "consultation", ids.new_id(), {"name": f"[练习]{number}", "content": "地界"})
    for first, last in ((1, 2), (3, 4)):
        receive(session, first, last)
    assert integrity.verify(session.store).sound
    return session


def receive(session, first, last):
    (head,) = session.store.query('SELECT "hash" FROM "change" WHERE "n" = ?', (last,))[0]
    claim = {"device": "ab" * 16, "first": first, "last": last, "seq": last, "at": 7, "suite": 1,
             "head": base64.b64encode(head).decode()}  # fmt: skip
    body = b"VD1 receipt\n" + crypto.canonical(claim)
    with session.store.unit_of_work(None, 1) as uow:
        outbox.acknowledge(uow, last)
        outbox.add_receipt(uow, f"{first}-{last}", (first, last, last, 7), (body, crypto.sign(COUNTY, body)))


def by_hand(desk, sql, *parameters):
    desk.store.database.execute_sql(sql, parameters)


def rewritten(desk, first):
    """Write the log from `first` on anew, hashes and all, as somebody who knows the format can."""
    rows = desk.store.query('SELECT "n", "body" FROM "change" WHERE "n" >= ? ORDER BY "n"', (first,))
    before = desk.store.query('SELECT "hash" FROM "change" WHERE "n" = ?', (first - 1,))
    head = before[0][0] if before else crypto.CHAIN_START
    for n, raw in rows:
        data = json.loads(raw) | {"f": {"content": "别的"}}
        salt, body = crypto.new_salt(), crypto.canonical(data)
        head = crypto.chain_step(head, salt, body)
        by_hand(
            desk, 'UPDATE "change" SET "body" = ?, "salt" = ?, "hash" = ? WHERE "n" = ?', body, salt, head, n
        )


@pytest.mark.parametrize(
    ("sql", "broken_at"),
    [
        ('UPDATE "change" SET "body" = replace("body", \'地界\', \'地基\') WHERE "n" = 3', 3),
        ('UPDATE "change" SET "body" = \'{}\' WHERE "n" = 2', 2),
        ('UPDATE "change" SET "salt" = zeroblob(16) WHERE "n" = 5', 5),
        ('UPDATE "change" SET "salt" = \'short\' WHERE "n" = 5', 5),
        ('UPDATE "change" SET "hash" = zeroblob(32) WHERE "n" = 1', 1),
        ('UPDATE "change" SET "hash" = 7 WHERE "n" = 4', 4),
        ('DELETE FROM "change" WHERE "n" = 2', 2),
        ('DELETE FROM "change" WHERE "n" <= 3', 1),
        (
            'INSERT INTO "change" SELECT 7, 7, "record_id", "kind", "body", "salt", "hash", "state", NULL, '  # noqa: ISC004 - one statement
            'NULL, NULL, "at" FROM "change" WHERE "n" = 6',
            7,
        ),
        ('UPDATE "change" SET "g" = 3 WHERE "n" = 4', 4),
        ('UPDATE "change" SET "kind" = \'person\' WHERE "n" = 4', 4),
        ('UPDATE "change" SET "record_id" = zeroblob(16) WHERE "n" = 6', 6),
        ('UPDATE "change" SET "record_id" = \'x\' WHERE "n" = 6', 6),
    ],
)
def test_the_first_change_altered_by_hand_is_named(desk, sql, broken_at):
    by_hand(desk, sql)
    history = integrity.verify(desk.store)
    assert history.broken_at == broken_at
    assert not history.sound


def test_swapped_changes_are_named(desk):
    for sql in ('"n" = -3 WHERE "n" = 3', '"n" = 3 WHERE "n" = 4', '"n" = 4 WHERE "n" = -3'):
        by_hand(desk, f'UPDATE "change" SET {sql}')
    assert integrity.verify(desk.store).broken_at == 3


def test_a_tail_written_anew_with_right_hashes_is_told_by_the_receipts(desk):
    rewritten(desk, 4)
    history = integrity.verify(desk.store)
    assert (history.broken_at, history.receipts, history.false_receipts) == (3, 1, ("3–4",))
    assert history.broken_record.startswith("consultation ")


def test_a_deleted_tail_is_told_by_the_receipts(desk):
    by_hand(desk, 'DELETE FROM "change" WHERE "n" >= 4')
    assert integrity.verify(desk.store).broken_at == 3


@pytest.mark.parametrize(
    "sql",
    [
        'UPDATE "receipt" SET "signature" = zeroblob(64) WHERE "last_n" = 2',
        'UPDATE "receipt" SET "signature" = \'x\' WHERE "last_n" = 2',
        'UPDATE "receipt" SET "body" = \'x\' WHERE "last_n" = 2',
        'UPDATE "receipt" SET "body" = x\'00\' WHERE "last_n" = 2',
        'UPDATE "receipt" SET "received_at" = 8 WHERE "last_n" = 2',
        'UPDATE "receipt" SET "first_n" = 2 WHERE "last_n" = 2',
    ],
)
def test_an_altered_receipt_is_named(desk, sql):
    by_hand(desk, sql)
    history = integrity.verify(desk.store)
    assert (history.receipts, len(history.false_receipts), history.broken_at) == (1, 1, None)


def test_a_receipt_taken_away_is_missed(desk):
    by_hand(desk, 'DELETE FROM "receipt" WHERE "last_n" = 4')
    assert integrity.verify(desk.store).false_receipts == ("3–4",)


def test_an_erased_body_still_verifies(desk):
    by_hand(desk, 'UPDATE "change" SET "body" = NULL WHERE "n" = 2')
    history = integrity.verify(desk.store)
    assert (history.sound, history.erased) == (True, 1)


@pytest.mark.parametrize(
    "sql",
    [
        'UPDATE "consultation" SET "content" = \'别的\' WHERE "name" = \'[练习]5\'',
        'UPDATE "consultation" SET "extra" = \'{"x_a": 1}\' WHERE "name" = \'[练习]5\'',
        'UPDATE "consultation" SET "met_on" = \'x\', "handling" = \'[\' WHERE "name" = \'[练习]5\'',
        'UPDATE "consultation" SET "age" = \'x\', "person" = \'x\' WHERE "name" = \'[练习]5\'',
        'UPDATE "consultation" SET "content" = x\'ff\' WHERE "name" = \'[练习]5\'',
        'DELETE FROM "consultation" WHERE "name" = \'[练习]5\'',
    ],
)
def test_a_record_altered_without_the_log_is_found_before_any_county_knows_it(desk, sql):
    assert integrity.check(desk.store).sound
    record_id = changes.decode(desk.store.query('SELECT "body" FROM "change" WHERE "n" = 6')[0][0]).r
    by_hand(desk, sql)
    assert integrity.check(desk.store).altered == (f"consultation {record_id}",)
