"""What waits to be sent, and what the county said of what was sent."""

from collections.abc import Iterator

from village_desk.store import Store, StoredChange, UnitOfWork
from village_desk.store.connection import store_troubles

UNKNOWN = "sync.unknown"
"""Outcome of a round, and from then on a state of the desk file: the county does not know this desk, because
it was put back to before the desk was enrolled."""
BATCH_CHANGES = 500
"""Most changes in one batch (domain: sync §2.6)."""


def pending(store: Store, limit_bytes: int, after_n: int = 0) -> list[StoredChange]:
    """Return the next changes to send, oldest first: whole groups, about `limit_bytes` of bodies at most.

    A group (one unit of work) larger than the limit is returned alone; it is never split.
    """
    taken: list[StoredChange] = []
    size = 0
    for change in _read(store, '"n" > ? ORDER BY "n" LIMIT ?', (after_n, BATCH_CHANGES + 1)):
        size += len(change.body)
        starts_group = not taken or change.g != taken[-1].g
        if taken and starts_group and (size > limit_bytes or len(taken) >= BATCH_CHANGES):
            return taken
        taken.append(change)
    if len(taken) <= BATCH_CHANGES:
        return taken
    whole = [change for change in taken if change.g != taken[-1].g]  # the end of the last group was not read
    return whole or list(_read(store, '"g" = ? AND "n" > ? ORDER BY "n"', (taken[0].g, after_n)))


def _read(store: Store, which: str, parameters: tuple[int, ...]) -> Iterator[StoredChange]:
    with store_troubles():
        rows = store.database.execute_sql(
            'SELECT "n", "g", "kind", "record_id", "body", "salt", "hash" FROM "change" '  # noqa: S608 - conditions of ours
            f"WHERE \"state\" = 'new' AND {which}",
            parameters,
        )
        for row in rows:  # one by one: a batch is mostly full before as many are read as it may hold
            yield StoredChange(*row[:3], *map(column_bytes, row[3:]))


def column_bytes(column: object) -> bytes:
    """Return the bytes of a column: who alters a file by hand may leave text, a number or nothing there."""
    if column is None:
        return b""
    return column if isinstance(column, bytes) else str(column).encode()


def waiting(store: Store) -> int:
    """Return how many changes no county has acknowledged."""
    return int(store.query('SELECT count(*) FROM "change" WHERE "state" = \'new\'')[0][0])


def acknowledge(uow: UnitOfWork, last_n: int) -> None:
    """Mark what the county has received up to `last_n`; it stays over the record until a pull shows it."""
    uow.execute('UPDATE "change" SET "state" = \'acked\' WHERE "state" = \'new\' AND "n" <= ?', (last_n,))


def add_receipt(
    uow: UnitOfWork, receipt_id: str, numbers: tuple[int, int, int, int], signed: tuple[bytes, bytes]
) -> None:
    """Keep a county's receipt: (first n, last n, feed seq, received at UTC ms), and (body, signature)."""
    uow.execute(
        'INSERT OR IGNORE INTO "receipt" ("id", "first_n", "last_n", "seq", "received_at", "body", '
        '"signature") VALUES (?, ?, ?, ?, ?, ?, ?)',
        (receipt_id, *numbers, *signed),
    )


def add_round(uow: UnitOfWork, outcome: str, counts: tuple[int, int, int]) -> None:
    """Log a sync round: "ok" or the code of its trouble, and (pushed, pulled, milliseconds)."""
    uow.execute(
        'INSERT INTO "sync_round" ("at", "outcome", "pushed", "pulled", "milliseconds") '
        "VALUES (?, ?, ?, ?, ?)",
        (uow.at, outcome, *counts),
    )
    uow.execute('DELETE FROM "sync_round" WHERE "id" <= (SELECT max("id") - 1000 FROM "sync_round")')
