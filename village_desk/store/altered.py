"""Own changes that were altered in the file before the county had them: found by the chain, and stated.

What was altered is not sent as if its author had written it. A statement takes its place in the log, under
its number: what was found there, the chain that should have stood there, and what the record shows, which is
what its author saw last. Of a text longer than a statement carries, all bytes stay in this file. The changes
behind it are hashed anew onto that, because nobody has them yet, and go on. The county sets the statement
aside under its reason "altered", as any change that may have no effect: so the gap stands signed in the log
of this desk, in the county's quarantine and under its receipt, and its author decides what is sent instead.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from village_desk import changes, crypto, ids
from village_desk.changes import Body
from village_desk.errors import StoreTrouble
from village_desk.kinds import KINDS
from village_desk.store import Store, StoredChange, outbox
from village_desk.store.chain import follows
from village_desk.store.outbox import column_bytes
from village_desk.store.unit_of_work import UnitOfWork
from village_desk.tables import row_values

MOST_MISSING = 1_000
"""Most numbers in a row that may be missing; a log with a larger hole is not this program's."""
_MOST_TEXT = 100_000
_COLUMNS = '"n", "g", "record_id", "kind", "body", "salt", "hash", "at"'
RECEIVED = (
    'EXISTS (SELECT 1 FROM "former_receipt" r WHERE r."device" = ? '
    'AND c."n" BETWEEN r."first_n" AND r."last_n")'
)
"""Condition on a change `c` of a device: a county that was restored since had it once."""
_UNSENT = f'SELECT {_COLUMNS} FROM "change" WHERE "state" = \'new\' ORDER BY "n"'  # noqa: S608 - constant


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """What stands under a number of the log; `sound` when it is what was chained there.

    Attributes:
        n, g: Its number, and that of the first change of its unit of work.
        kind, record_id: As filed; "" and b"" where nothing is left.
        raw, salt, chain: As found.
        at: When it was saved, UTC ms.
    """

    n: int
    g: int
    kind: str
    record_id: bytes
    raw: bytes
    salt: bytes
    chain: bytes
    at: int
    sound: bool


def erased(store: Store) -> bool:
    """Say whether a change waits whose text was erased: only where a county had it, and was restored since.

    A text that is missing and that no county ever had was taken out of the file.
    """
    found = store.query(
        'SELECT 1 FROM "change" c WHERE c."state" = \'new\' AND c."body" IS NULL '  # noqa: S608 - constant
        f'AND EXISTS (SELECT 1 FROM "former_receipt") AND {RECEIVED} LIMIT 1',
        (store.device_id.hex(),),
    )
    return bool(found)


def to_send(store: Store, at: int, room: int, after: int = 0) -> list[StoredChange]:
    """Return the next changes to send (`outbox.pending`) with a statement in place of each that was altered.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    sent = outbox.pending(store, room, after)
    if sent and not _sound(store, sent):
        state_found(store, at)
        sent = outbox.pending(store, room, after)
    return sent


def _sound(store: Store, sent: Sequence[StoredChange]) -> bool:
    """Say whether `_walked` would find nothing in these; nearly always there is nothing."""
    expected = _first_unsent(store, sent[0].n)
    head = _head_before(store, expected)
    for one in sent:
        if one.n != expected or not head or not follows(head, one.salt, one.body, one.hash):
            return False
        head, expected = one.hash, one.n + 1
    return True


def state_found(store: Store, at: int) -> list[int]:
    """Put a statement in the place of each unsent change that was altered or is missing; return which.

    It costs one hash for each change that waits, and writes nothing while all are sound.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    if erased(store) or all(one.sound for one in _walked(store)):
        return []  # a log whose texts were erased goes on under another device, see `relog`
    with store.unit_of_work(None, at) as uow:
        found = list(_walked(store))
        head = _head_before(store, found[0].n)
        for one in found:
            raw, salt = one.raw, one.salt
            if not one.sound:
                raw, salt = changes.encode(statement(uow, one)), crypto.new_salt()
            head = crypto.chain_step(head, salt, raw)
            _write(uow, one, (raw, salt, head))
    return [one.n for one in found if not one.sound]


def _walked(store: Store) -> Iterator[Found]:
    """Yield what stands under each number that waits to be sent, compared with the chain as it was recorded.

    Of two neighbours of which one lost its hash neither can be proved; both are named.

    Raises:
        StoreTrouble: "store.damaged": so much of the log is missing that this is no alteration any more.
    """
    rows = store.database.connection().execute(_UNSENT)
    head, expected = b"", 0
    for n, g, record_id, kind, raw, salt, chain, at in rows:
        if not expected:
            expected = _first_unsent(store, n)
            head = _head_before(store, expected)
        if n - expected > MOST_MISSING:
            raise StoreTrouble("store.damaged")
        for missing in range(expected, n):
            yield Found(missing, missing, "", b"", b"", b"", b"", at, sound=False)
            head = b""
        sound = bool(head) and raw is not None and follows(head, salt, raw, chain)
        filed = (
            _text(kind),
            column_bytes(record_id),
            column_bytes(raw),
            column_bytes(salt),
            column_bytes(chain),
        )
        yield Found(n, g, *filed, at, sound)
        head, expected = column_bytes(chain), n + 1


def _first_unsent(store: Store, found: int) -> int:
    """Return the number of the first change the county does not have, which may be missing before `found`."""
    before = store.query('SELECT max("n") FROM "change" WHERE "n" < ?', (found,))[0][0] or 0
    received = store.query('SELECT max("last_n") FROM "receipt"')[0][0] or 0
    return min(found, max(before, received) + 1)


def _head_before(store: Store, n: int) -> bytes:
    """Return the chain before change `n`: what a receipt of the county names goes before what stands here."""
    if n == 1:
        return crypto.CHAIN_START
    rows = store.query('SELECT "body" FROM "receipt" WHERE "last_n" = ?', (n - 1,))
    signed = _signed_head(column_bytes(rows[0][0])) if rows else b""
    rows = store.query('SELECT "hash" FROM "change" WHERE "n" = ?', (n - 1,))
    return signed or (column_bytes(rows[0][0]) if rows else b"")


def _signed_head(receipt: bytes) -> bytes:
    try:
        claim = crypto.read_json(receipt.partition(b"\n")[2])
        return base64.b64decode(str(claim["head"]), validate=True) if isinstance(claim, dict) else b""
    except (crypto.CryptoTrouble, KeyError, ValueError):
        return b""


def statement(uow: UnitOfWork, one: Found) -> Body:
    """Return what is sent in place of a change that was altered; of a missing one it says only that."""
    found = changes.read(one.raw)
    kind = one.kind if one.kind in KINDS else found.t if found else ""
    record_id = one.record_id if len(one.record_id) == ids.ID_BYTES else b""
    row = uow.row(kind, record_id) if kind in KINDS and record_id else None
    text = one.raw.decode("utf-8", "backslashreplace")
    body = Body(
        n=one.n,
        g=one.g if 0 < one.g <= one.n else one.n,
        r=ids.id_text(record_id or bytes(ids.ID_BYTES)),
        t=kind,
        s=str(row["scope"]) if row else uow.store.unit_scope,
        op="altered",
        b=row["ver"] if row else 0,
        p=0,
        u=found.u if found else "",
        grant=found.grant if found else "",
        sv=KINDS[kind].sv if kind in KINDS else 1,
        at=one.at,
        clock=None,
        f=_shown(kind, row, found),
        was=(one.chain.hex(), one.salt.hex(), text[:_MOST_TEXT]),
    )
    if len(text) > _MOST_TEXT:
        uow.set_state(_name(body.r, text[:_MOST_TEXT]), one.raw)
    return body if len(changes.encode(body)) <= changes.BODY_LIMIT else replace(body, f={})


def as_found(store: Store, body: Body) -> bytes:
    """Return the bytes that a statement of this desk is about, as they were found; b"" of another change."""
    text = body.was[2] if body.was else ""
    return store.state(_name(body.r, text)) or text.encode()


def forget(uow: UnitOfWork, record_id: bytes) -> None:
    """Drop what is kept beside the statements about a record, whose texts are erased with it."""
    uow.execute('DELETE FROM "desk_state" WHERE "k" LIKE ?', (_name(ids.id_text(record_id), "") + "%",))


def _name(record: str, text: str) -> str:
    """Return the state under which the bytes stay of which a statement about a record carries `text`."""
    return f"altered.{record}." + (hashlib.sha256(text.encode()).hexdigest() if text else "")


def _shown(kind: str, row: dict[str, Any] | None, found: Body | None) -> dict[str, object]:
    """Return what the record shows in the fields the change named; in all of them where it cannot be read."""
    if row is None:
        return {}
    shown = KINDS[kind].to_json(row_values(KINDS[kind], row))
    named = found.f.keys() - set(changes.BESIDE) if found else shown.keys()
    return {name: shown.get(name) for name in sorted(named)}


def _write(uow: UnitOfWork, one: Found, chained: tuple[bytes, bytes, bytes]) -> None:
    filed = (one.g, one.record_id or bytes(ids.ID_BYTES), one.kind)
    uow.execute(
        'INSERT INTO "change" ("n", "g", "record_id", "kind", "body", "salt", "hash", "at") '
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("n") DO UPDATE SET '
        '"body" = excluded."body", "salt" = excluded."salt", "hash" = excluded."hash"',
        (one.n, *filed, *chained, one.at),
    )
    if not one.sound and one.kind in KINDS:
        uow.touch(one.kind, one.record_id)


def _text(column: object) -> str:
    return column if isinstance(column, str) else ""
