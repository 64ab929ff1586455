"""Records that leave this desk: an area was taken, a term ended, a case moved away (domain: sync §2.7).

What the users of this desk may no longer read leaves the file in one transaction: row, history, conflicts,
search text, what was laid over it from a stick and not yet shown by the county (the file it came in is
passed on all the same). Two things stay for a while, and nobody sees them in a list of records: own changes
the county has not received, with the last copy of their record beside them, until it has; and the bodies of
own changes it has received, until a backup of the county covers them, because a county restored from an
older one asks for them again. Files of attachments are removed after that transaction, so that a crash
leaves no record without its file.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from village_desk import times
from village_desk.kinds import KINDS
from village_desk.store import Store, UnitOfWork, altered, indexing, search, tally
from village_desk.tables import row_values

KEPT_DAYS = 90
"""How long own bodies are kept when the county never says that a backup covers them."""
_DAY_MS = 86_400_000
SEARCH_LEFT = "search.left"
"""State of the desk file: words of records that left still lie in the search index."""


@dataclass(frozen=True, slots=True)
class Place:
    """What decides who may read a record: kind, scope, class, author and named readers."""

    kind: str
    scope: str
    class_: str
    created_by: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """The last copy of a record that left while own changes of it wait; `values` as sent."""

    kind: str
    record_id: bytes
    scope: str
    values: dict[str, object]
    at: times.Moment


def leave(uow: UnitOfWork, kind: str, record_id: bytes) -> None:
    """Let one record leave; nothing happens when it is not here."""
    row = uow.row(kind, record_id)
    if row is None:
        return
    tally.replace(uow, record_id, (row, tally.county_state(KINDS[kind], row)), (None, {}))
    _take_out(uow, kind, [record_id])


def leave_unreadable(uow: UnitOfWork, readable: Callable[[Place], bool]) -> int:
    """Let every record leave of which `readable` says no; return how many did.

    A record that only this desk knows leaves like the others: its changes are sent, and its copy is kept.
    """
    count = 0
    for kind in KINDS:
        rows = uow.execute(
            f'SELECT "id", "scope", "class", "created_by", "readers" FROM "{kind}"'  # noqa: S608 - a kind of ours
        ).fetchall()
        gone = [
            bytes(record_id)
            for record_id, scope, class_, author, readers in rows
            if not readable(Place(kind, scope, class_, author or "", tuple(json.loads(readers or "[]"))))
        ]
        if gone:
            _take_out(uow, kind, gone)
            count += len(gone)
    if count:
        tally.recount(uow)
    return count


def _take_out(uow: UnitOfWork, kind: str, record_ids: Iterable[bytes]) -> None:
    for record_id in record_ids:
        uow.touch(kind, record_id)
        _keep_what_waits(uow, kind, record_id)
        if kind == "attachment":
            uow.execute(
                'INSERT OR IGNORE INTO "leaving_blob" ("digest") SELECT "digest" FROM "attachment" '
                'WHERE "id" = ?1 AND "digest" IS NOT NULL UNION SELECT "wire_digest" FROM "attachment" '
                'WHERE "id" = ?1 AND "wire_digest" IS NOT NULL',
                (record_id,),
            )
        uow.execute('DELETE FROM "remote_change" WHERE "record_id" = ?', (record_id,))
        uow.execute('DELETE FROM "lost_change" WHERE "record_id" = ?', (record_id,))
        uow.execute('DELETE FROM "carried_change" WHERE "record_id" = ?', (record_id,))
        # Of a device this desk was before, nobody asks for a body again; the hashes still prove its log.
        uow.execute('UPDATE "former_change" SET "body" = NULL WHERE "record_id" = ?', (record_id,))
        uow.execute('DELETE FROM "conflict" WHERE "record_id" = ?', (record_id,))
        uow.execute(f'DELETE FROM "{kind}" WHERE "id" = ?', (record_id,))  # noqa: S608 - a kind of ours
        search.forget(uow.store.database, record_id)
    uow.set_state(SEARCH_LEFT, "1")


def _keep_what_waits(uow: UnitOfWork, kind: str, record_id: bytes) -> None:
    """Note that something of a record stays: the copy while changes wait, the row while bodies are kept."""
    own = uow.execute(
        'SELECT count(*), sum("state" = \'new\') FROM "change" WHERE "record_id" = ? AND "body" IS NOT NULL',
        (record_id,),
    ).fetchone()
    if not own[0]:
        return
    row = uow.row(kind, record_id)
    shown = json.dumps(KINDS[kind].to_json(row_values(KINDS[kind], row)), default=str) if row else "{}"
    uow.execute(
        'INSERT OR REPLACE INTO "handover" ("record_id", "kind", "scope", "data", "at") '
        "VALUES (?, ?, ?, ?, ?)",
        (record_id, kind, row["scope"] if row else "", shown if own[1] else None, uow.at),
    )


def settle(uow: UnitOfWork, durable: int) -> None:
    """Give up what need not stay any more, after an answer of the county.

    `durable` is the highest number of this desk's log that a backup of the county covers, 0 if it says none.
    """
    held = uow.execute('SELECT "record_id", "kind", "at" FROM "handover"').fetchall()
    for record_id, kind, at in held:
        waiting, last = uow.execute(
            'SELECT sum("state" = \'new\'), max("n") FROM "change" WHERE "record_id" = ?', (record_id,)
        ).fetchone()
        if waiting:
            continue
        # No row of a feed will show them any more: the county has them, and this record is not ours.
        uow.execute(
            'UPDATE "change" SET "state" = \'merged\' WHERE "record_id" = ? AND "state" = \'acked\'',
            (record_id,),
        )
        uow.execute('UPDATE "handover" SET "data" = NULL WHERE "record_id" = ?', (record_id,))
        here_again = uow.row(kind, bytes(record_id)) is not None
        covered = (last or 0) <= durable or uow.at - at > KEPT_DAYS * _DAY_MS
        if covered and not here_again:
            uow.execute('UPDATE "change" SET "body" = NULL WHERE "record_id" = ?', (record_id,))
            altered.forget(uow, bytes(record_id))
        if covered or here_again:
            uow.execute('DELETE FROM "handover" WHERE "record_id" = ?', (record_id,))


def copies(store: Store) -> list[Copy]:
    """Return the last copies of records that left while own changes of them still wait."""
    rows = store.query(
        'SELECT "kind", "record_id", "scope", "data", "at" FROM "handover" '
        'WHERE "data" IS NOT NULL ORDER BY "at"'
    )
    return [
        Copy(kind, bytes(record_id), scope, json.loads(data), at) for kind, record_id, scope, data, at in rows
    ]


def leftovers(store: Store) -> bool:
    """Say whether files or search words of records that left are still to be removed."""
    return bool(store.query('SELECT 1 FROM "leaving_blob" LIMIT 1')) or store.text_state(SEARCH_LEFT) == "1"


def clear(store: Store, at: times.Moment) -> None:
    """Remove the files and search words of records that left; what no county has yet stays until it has.

    Safe to be cut off anywhere: the next call goes on.

    Raises:
        StoreTrouble: The disk fails.
    """
    named = {
        digest for pair in store.query('SELECT "digest", "wire_digest" FROM "attachment"') for digest in pair
    }
    waiting = {
        digest
        for (digest,) in store.query(
            'SELECT "digest" FROM "blob" WHERE "here" = 1 AND "at_county" = 0 AND "stays" = 0'
        )
    }
    leaving = [digest for (digest,) in store.query('SELECT "digest" FROM "leaving_blob"')]
    gone = [digest for digest in leaving if digest not in named and digest not in waiting]
    store.attachments.discard(store.attachments.name(bytes.fromhex(digest)) for digest in gone)
    with store.unit_of_work(None, at) as uow:
        for digest in leaving:
            if digest in gone:
                uow.execute('DELETE FROM "blob_piece" WHERE "digest" = ?', (digest,))
                uow.execute('DELETE FROM "blob" WHERE "digest" = ?', (digest,))
            if digest in gone or digest in named:
                uow.execute('DELETE FROM "leaving_blob" WHERE "digest" = ?', (digest,))
    if store.text_state(SEARCH_LEFT) == "1":
        indexing.purge(store, at)
        with store.unit_of_work(None, at) as uow:
            uow.set_state(SEARCH_LEFT, None)
