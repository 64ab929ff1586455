"""This desk goes on as another device: its file was copied, or restored from a backup.

The log so far is kept whole under the device it was, with salts and hashes, and its receipts with it. What
the county does not have is logged again, under new numbers and naming its origin; so is what it set aside and
nobody has decided. What it has comes back as rows of another device. Blocks of case numbers are dropped,
because the other copy may have given them (domain: sync §2.6).
"""

import json
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from village_desk import changes, crypto
from village_desk.changes import Body
from village_desk.ids import id_text
from village_desk.kinds import KINDS
from village_desk.store import Store, altered
from village_desk.store.chain import follows
from village_desk.store.unit_of_work import OPEN_STATES, UnitOfWork

RESTORED = "restored"
"""State of the desk file: it came from a backup, and becomes another device before it sends anything."""
_CHANGE = '"n", "g", "record_id", "kind", "body", "salt", "hash", "state", "seq", "ver", "reason", "at"'
_RECEIPT = '"id", "first_n", "last_n", "seq", "received_at", "body", "signature"'


@dataclass(frozen=True, slots=True)
class Logged:
    """A change by its number and the chain there."""

    n: int
    hash: bytes


def came_from_backup(uow: UnitOfWork) -> None:
    """Note that this file was restored: no case number of before is given again."""
    uow.execute('DELETE FROM "number_block"')
    if uow.store.device_id:
        uow.set_state(RESTORED, "1")


def due(store: Store) -> bool:
    """Say whether this file has to become another device before it sends anything.

    It was restored from a backup; or it erased what a county that was restored asks for again, so that its
    log cannot be sent as it was.
    """
    return store.text_state(RESTORED) == "1" or altered.erased(store)


def doubtful(store: Store) -> list[Logged]:
    """Return the changes no row has shown, and some before them: by them the county finds what both share."""
    rows = store.query('SELECT "n", "hash", "state" FROM "change" ORDER BY "n"')
    open_ = [Logged(n, bytes(chain)) for n, chain, state in rows if state in OPEN_STATES]
    before = [Logged(n, bytes(chain)) for n, chain, _ in rows if not open_ or n < open_[0].n]
    found, step = [], 1
    while len(before) >= step:
        found.append(before[-step])
        step *= 2
    return [*reversed(found), *open_]


def become(
    uow: UnitOfWork, device: bytes, shared: int, known: Container[int], aside: Sequence[int] = ()
) -> int:
    """Keep the log as that of a former device and begin another; return how many changes are logged again.

    Args:
        uow: The transaction, which also keeps what the county said of the new device.
        device: Its id, 16 bytes.
        shared: Highest change the county has as it stands here; what follows is logged again.
        known: Changes that were logged again before, by another copy.
        aside: Changes up to there that it has set aside. What was not told of it yet is logged again, or it
            would lie over its record for ever.
    """
    former = id_text(uow.store.device_id)
    unseen = _keep_former(uow, former)
    uow.set_state("device_id", device)
    again = uow.execute(
        f'SELECT {_CHANGE}, (SELECT p."hash" FROM "former_change" p WHERE p."device" = c."device" '  # noqa: S608 - constants
        'AND p."n" = c."n" - 1) FROM "former_change" c WHERE "device" = ? '
        f'AND ("body" IS NOT NULL OR NOT {altered.RECEIVED}) AND CASE '
        '"state" WHEN \'quarantined\' THEN "n" NOT IN (SELECT "n" FROM "mending") ELSE "n" > ? '
        'OR "n" IN (SELECT "value" FROM json_each(?)) END ORDER BY "n"',
        (former, former, shared, json.dumps(list(aside))),
    ).fetchall()
    log = _Log(uow, former)
    for row in again:
        if row[0] not in known:
            log.append(row[:-1], row[-1])
    for kind, record_id in unseen | log.records:
        _count_open(uow, kind, record_id)
    uow.execute('DELETE FROM "mending"')  # it names changes by the numbers they had
    uow.execute('DELETE FROM "number_block"')
    uow.execute('UPDATE "blob" SET "upload" = \'\', "sent" = 0')
    for key in (RESTORED, "next_device_key"):
        uow.set_state(key, None)
    uow.set_state("sync.durable", "0")
    uow.set_state("sync.tallied", "-1")
    return log.n


def _keep_former(uow: UnitOfWork, former: str) -> set[tuple[str, bytes]]:
    """Move log and receipts aside; return the records that changes not seen back lay over."""
    open_ = uow.execute(
        'SELECT DISTINCT "kind", "record_id" FROM "change" WHERE "state" IN (?, ?)', OPEN_STATES
    ).fetchall()
    uow.execute(
        'INSERT OR REPLACE INTO "remote_change" ("seq", "device", "n", "record_id", "kind", "body", "ver", '
        '"outcome", "received_at") SELECT c."seq", ?, c."n", c."record_id", c."kind", c."body", c."ver", '
        "CASE c.\"state\" WHEN 'merged' THEN 'ok' ELSE c.\"state\" END, "
        '(SELECT r."received_at" FROM "receipt" r WHERE r."last_n" >= c."n" ORDER BY r."last_n" LIMIT 1) '
        'FROM "change" c WHERE c."seq" > 0',
        (former,),
    )
    uow.execute(
        f'INSERT OR REPLACE INTO "former_change" ("device", {_CHANGE}) SELECT ?, {_CHANGE} FROM "change"',  # noqa: S608 - constants
        (former,),
    )
    uow.execute('DELETE FROM "change"')
    uow.execute(
        f'INSERT OR REPLACE INTO "former_receipt" ("device", "inc", {_RECEIPT}) '  # noqa: S608 - constants
        f'SELECT ?, ?, {_RECEIPT} FROM "receipt"',
        (former, uow.store.text_state("sync.inc")),
    )
    uow.execute('DELETE FROM "receipt"')
    return {(kind, bytes(record_id)) for kind, record_id in open_}


class _Log:
    """The new log as it grows."""

    def __init__(self, uow: UnitOfWork, former: str) -> None:
        self._uow, self._former = uow, former
        self._head = crypto.CHAIN_START
        self._groups: dict[int, int] = {}
        self._last: dict[bytes, int] = {}
        self.n = 0
        self.records: set[tuple[str, bytes]] = set()

    def append(self, row: tuple[Any, ...], before: object) -> None:
        """Log a change of the former device again; of one that does not follow from `before`, a statement."""
        n, g, record_id, kind, raw, salt, chain = row[:7]
        record, at = _bytes(record_id), row[11]
        head = crypto.CHAIN_START if n == 1 else _bytes(before)
        if head and raw is not None and follows(head, salt, raw, chain):
            said = changes.decode(_bytes(raw))
        else:
            filed = (str(kind), record, _bytes(raw), _bytes(salt), _bytes(chain))
            said = altered.statement(self._uow, altered.Found(n, g, *filed, at, sound=False))
        self.n += 1
        self._groups.setdefault(said.g, self.n)
        body = replace(
            said,
            n=self.n,
            g=self._groups[said.g],
            p=self._last.get(record, 0),
            origin=said.origin or (self._former, said.n, _bytes(chain).hex()),
        )
        self._write(body, (record, str(kind), at))
        self._last[record] = self.n
        self.records.add((str(kind), record))

    def _write(self, body: Body, of: tuple[bytes, str, object]) -> None:
        raw, salt = changes.encode(body), crypto.new_salt()
        self._head = crypto.chain_step(self._head, salt, raw)
        self._uow.execute(
            'INSERT INTO "change" ("n", "g", "record_id", "kind", "body", "salt", "hash", "at") '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (body.n, body.g, of[0], of[1], raw, salt, self._head, of[2]),
        )


def _bytes(column: object) -> bytes:
    return column if isinstance(column, bytes) else b""


def _count_open(uow: UnitOfWork, kind: str, record_id: bytes) -> None:
    """Say how many changes lie over a record; at least one while a row that shows the former is on its way.

    So the county's state stays beside what is shown, until that row has come.
    """
    if kind not in KINDS:
        return
    uow.touch(kind, record_id)
    uow.execute(
        f'UPDATE "{kind}" SET "pending" = max(1, (SELECT count(*) FROM "change" WHERE "record_id" = ?1 '  # noqa: S608 - a kind's name
        'AND "state" IN (?2, ?3))) WHERE "id" = ?1 AND "pending" > 0',
        (record_id, *OPEN_STATES),
    )
