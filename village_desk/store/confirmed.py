"""Own new records that the county's feed shows as they were sent: nearly all that a push brings back.

It means what `applying` means row by row, and a test holds the two together. Such a record stays as it is on
the screen; that the county has it is written without reading its fields, at a third of the cost.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from village_desk import changes, crypto
from village_desk.changes import Body, FeedRow
from village_desk.ids import id_text
from village_desk.store import tally
from village_desk.store.laid import with_open_changes
from village_desk.store.unit_of_work import UnitOfWork

Read = tuple[FeedRow, Body, bytes]
"""A row of the feed, its change as read, and the id of its record."""
_SENT = ("put", "attach")


def confirm(uow: UnitOfWork, read: Sequence[Read], sums: tally.Sums) -> list[Read]:
    """Write those of `read` that are such, and what they add to `sums`; return the others in their order.

    The own log must say already that they have been seen. Where the file holds one of them otherwise than it
    was made, none is written, and all are returned.
    """
    own, rows_of = id_text(uow.store.device_id or b""), Counter(record_id for *_, record_id in read)
    alone = [each for each in read if rows_of[each[2]] == 1 and _as_sent(*each[:2], own)]
    laid_over = with_open_changes(uow, [record_id for *_, record_id in alone])
    settled = {
        record_id: (row, body, _fields(body)) for row, body, record_id in alone if record_id not in laid_over
    }
    written: dict[str, list[tuple[object, ...]]] = {}
    for record_id, (row, body, fields) in settled.items():
        seen = (row.ver, _versions(tuple(fields), row.ver))
        written.setdefault(body.t, []).append((*seen, record_id, *_made(body)))
    if not _written(uow, written):
        return list(read)
    for record_id, (row, body, fields) in settled.items():
        after = {"scope": body.s, "class_": _class(body), "ver": row.ver}
        tally.move(sums, record_id, (None, {}), (after, fields))
        uow.touch(body.t, record_id)
    return [each for each in read if each[2] not in settled]


def _as_sent(row: FeedRow, body: Body, own: str) -> bool:
    """Say whether the row makes a record of exactly what this desk sent."""
    made = row.device == own and row.outcome == "ok" and changes.is_first(row.ver) and body.op in _SENT
    return made and not (row.set_ or row.opened or row.closed or row.restored)


def _written(uow: UnitOfWork, written: Mapping[str, Sequence[tuple[object, ...]]]) -> bool:
    """Say of records by kind that the county has them; not of any if one is not as this desk has made it."""
    cursor = uow.store.database.connection().cursor()
    with uow.store.database.savepoint() as before:
        for kind, rows in written.items():
            cursor.executemany(_settle(kind), rows)
            if cursor.rowcount != len(rows):
                before.rollback()
                return False
    return True


@cache
def _settle(kind: str) -> str:
    return (
        f'UPDATE "{kind}" SET "ver" = ?, "fver" = ?, "pending" = 0 WHERE "id" = ? AND "scope" = ? '  # noqa: S608 - declared name
        'AND "class" = ? AND "readers" IS ? AND "profile" = ? AND "changed_by" = ? AND "changed_at" = ? '
        'AND "created_at" IS NOT NULL AND "ver" = 0 AND "archived" = 0 AND "conflicts" = 0 AND "base" IS NULL'
    )


def _made(body: Body) -> tuple[object, ...]:
    """Return what the envelope of a record says that stands as this change made it."""
    readers = body.f.get("readers")
    profile = body.f.get("profile") or 0
    return (body.s, _class(body), json.dumps(readers) if readers else None, profile, body.u, body.at)


def _fields(body: Body) -> dict[str, object]:
    if body.f.keys().isdisjoint(changes.BESIDE):  # nearly always
        return body.f
    return {name: value for name, value in body.f.items() if name not in changes.BESIDE}


def _class(body: Body) -> object:
    return body.f.get("class", "normal")


@lru_cache(256)
def _versions(fields: tuple[str, ...], ver: int) -> str:
    """Return column `fver` of a record; those of one form name the same fields."""
    return crypto.canonical(dict.fromkeys(fields, ver)).decode()
