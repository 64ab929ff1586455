"""Laying the county's feed over what this desk has: the base moves, own open changes stay on top.

A record's row shows base ⊕ own changes not yet seen back. `base` holds the county's state only while such
changes wait; without any, the row itself is the county's state. An own change counts as open until a row
of the feed has shown it, so that an edit never vanishes from the screen for a moment (domain: sync §2.4).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from village_desk import changes, crypto, ids
from village_desk.changes import Body, FeedRow
from village_desk.kinds import KINDS, Kind
from village_desk.store import confirmed, laid, tally
from village_desk.store.laid import Laid, archived_after, open_bodies
from village_desk.store.unit_of_work import UnitOfWork

WAS_ARCHIVED = "archived"
"""Outcome of a remembered row that stands for all rows of its record up to there, because the state of the
record was brought with it: the record was archived then."""
STATE_AFTER = {"ok": "merged", "conflict": "conflict", "quarantined": "quarantined"}


def apply_rows(
    uow: UnitOfWork, rows: Sequence[FeedRow], *, again: bool = False, walking: bool = False
) -> None:
    """Apply rows of the feed in their order; the caller stores the cursor in the same unit of work.

    Args:
        uow: The transaction.
        rows: Rows in their order.
        again: They come once more, from each record's first version on, to put right what is here.
        walking: States of records are still coming (`states.apply_states`): a row that stands on versions
            this desk has not seen is kept as history only, because the state will bring what it did.
    """
    own = ids.id_text(uow.store.device_id) if uow.store.device_id else ""
    read = [(row, changes.decode(row.body) if row.body else None) for row in rows]
    _remember(uow, read, own)
    known = [(row, body, ids.id_from_text(body.r)) for row, body in read if body and body.t in KINDS]
    sums: tally.Sums = {}
    known = confirmed.confirm(uow, known, sums)
    here = laid.read(uow, [(body.t, record_id) for _row, body, record_id in known])
    for row, body, record_id in known:
        uow.touch(body.t, record_id)
        _lay(uow, (row, body), here[body.t, record_id], sums, again=again, walking=walking)
    laid.write_all(uow, [record for record in here.values() if record.envelope is not None])
    tally.write(uow, sums)


_Read = list[tuple[FeedRow, Body | None]]


def _remember(uow: UnitOfWork, read: _Read, own: str) -> None:
    """Keep the rows as history: in the own log, or beside it."""
    uow.store.database.connection().executemany(
        'UPDATE "change" SET "state" = ?, "seq" = ?, "ver" = ?, "reason" = ?, '
        '"body" = coalesce("body", ?) WHERE "n" = ?',
        [
            (STATE_AFTER[row.outcome], row.seq, row.ver, row.reason or None, row.body or None, row.n)
            for row, _body in read
            if row.device == own
        ],
    )
    others = [(row, body) for row, body in read if row.device != own]
    remember_rows(uow, others)
    if others and uow.execute('SELECT 1 FROM "carried_change" LIMIT 1').fetchone():
        uow.store.database.connection().executemany(
            'DELETE FROM "carried_change" WHERE "device" = ? AND "n" = ?',
            [(row.device, row.n) for row, _body in others],
        )


def remember_rows(uow: UnitOfWork, read: Sequence[tuple[FeedRow, Body | None]]) -> None:
    """Keep changes of other desks as history, without a word about the records themselves."""
    standing = _archived_by_state(uow, [row.seq for row, body in read if body and body.op == "move"])
    uow.store.database.connection().executemany(
        'INSERT OR REPLACE INTO "remote_change" ("seq", "device", "n", "record_id", "kind", "body", "ver", '
        '"outcome", "received_at", "user_name") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [
            (
                row.seq,
                row.device,
                row.n,
                ids.id_from_text(body.r) if body else b"",
                body.t if body else "",
                row.body or None,
                row.ver,
                WAS_ARCHIVED if row.seq in standing else row.outcome,
                row.received_at,
                row.user_name,
            )
            for row, body in read
        ],
    )


def _archived_by_state(uow: UnitOfWork, moves: Sequence[int]) -> set[int]:
    """Return those of some rows under which a state told that the record is archived; a move keeps that."""
    if not moves:
        return set()
    marks = ", ".join("?" * len(moves))
    found = uow.execute(
        f'SELECT "seq" FROM "remote_change" WHERE "seq" IN ({marks}) AND "outcome" = ?',  # noqa: S608 - blanks
        (*moves, WAS_ARCHIVED),
    )
    return {seq for (seq,) in found.fetchall()}


def held_versions(uow: UnitOfWork, kind: str, wanted: Sequence[bytes]) -> dict[bytes, int]:
    """Return the county's versions of those of some records that are here."""
    marks = ", ".join("?" * len(wanted))
    held = uow.execute(f'SELECT "id", "ver" FROM "{kind}" WHERE "id" IN ({marks})', tuple(wanted))  # noqa: S608 - declared name
    return {bytes(record_id): ver for record_id, ver in held.fetchall()}


def _lay(
    uow: UnitOfWork, read: tuple[FeedRow, Body], record: Laid, sums: tally.Sums, *, again: bool, walking: bool
) -> None:
    (row, body), now = read, record.now
    if row.outcome == "quarantined":
        if now is not None:
            _reopen(uow, body, record.id)
            _settle_quarantined(uow, record)
        return
    if walking and now is None and not changes.is_first(row.ver):
        return
    _conflicts(uow, row, body, record.id)
    if now is not None and row.ver <= now["ver"] and not again:
        _lay_anew(uow, record)  # a state brought it already
        return
    before = record.county_state()
    # The first version stands on nothing: a repair begins with it.
    base = {} if changes.is_first(row.ver) else before
    taken = _accepted(row, body)
    after = {**base, **taken}
    settled = body.op == "archive" and not row.restored
    if body.op == "move":
        settled = _county_archived(uow, record.id)
    envelope = _envelope((row, body), taken, now, record.own, settled=settled)
    tally.move(sums, record.id, (now, before), (envelope, after))
    record.envelope, record.base = envelope, after


def _settle_quarantined(uow: UnitOfWork, record: Laid) -> None:
    """An own change the county set aside no longer lies over the record, unless nothing else is left of it.

    Its text stays in the log and on the page of changes that need attention.
    """
    if record.envelope is None and record.held is not None and record.held["ver"] == 0:
        record.held["pending"] = len(record.own)
        uow.execute(
            f'UPDATE "{record.kind.name}" SET "pending" = ? WHERE "id" = ?',  # noqa: S608 - declared name
            (len(record.own), record.id),
        )
        return
    _lay_anew(uow, record)


def relay(uow: UnitOfWork, kind: Kind, held: dict[str, Any]) -> None:
    """Lay what is still open anew over what is under it, which itself stays as it is."""
    record = Laid(kind, held["id"], held, open_bodies(uow, held["id"]))
    _lay_anew(uow, record)
    laid.write_all(uow, [record])


def _lay_anew(uow: UnitOfWork, record: Laid) -> None:
    base, now = record.under(), record.now or {}
    settled = _county_archived(uow, record.id) if now["ver"] else bool(now["archived"])
    record.envelope = {name: now[name] for name in _KEPT}
    record.envelope["archived"] = int(archived_after(settled, record.own))
    record.base = base


_KEPT = (
    "scope", "ver", "fver", "archived", "class_", "readers", "profile", "created_by", "created_at",
    "changed_by", "changed_at",
)  # fmt: skip


def _county_archived(uow: UnitOfWork, record_id: bytes) -> bool:
    """Say whether the county has a record out of sight: the last change it accepted was to archive it.

    A move lets it be as it was.
    """
    accepted = uow.execute(
        'SELECT "body", "outcome" FROM (SELECT "seq", "body", "outcome" FROM "remote_change" '
        'WHERE "record_id" = ?1 AND "outcome" <> \'quarantined\' UNION ALL '
        'SELECT "seq", "body", "state" FROM "change" WHERE "record_id" = ?1 '
        'AND "state" IN (\'merged\', \'conflict\') AND "body" IS NOT NULL) ORDER BY "seq" DESC',
        (record_id,),
    )
    for raw, outcome in accepted:
        if raw is None or outcome in ("conflict", WAS_ARCHIVED):
            return bool(outcome == WAS_ARCHIVED)
        body = changes.read(raw)
        if body is None or body.op != "move":
            return body is not None and body.op == "archive"
    return False


def _reopen(uow: UnitOfWork, body: Body, record_id: bytes) -> None:
    """Put before people again what a decision the county set aside had closed, unless others decided it."""
    decided = body.f.get(changes.DECIDES)
    if body.op != "resolve" or not isinstance(decided, list):
        return
    accepted = uow.execute(
        'SELECT "body" FROM "remote_change" WHERE "record_id" = ? AND "outcome" <> \'quarantined\' '
        'AND "body" IS NOT NULL',
        (record_id,),
    ).fetchall()
    named = [changes.decode(bytes(raw)).f.get(changes.DECIDES) for (raw,) in accepted]
    closed = {each for one in named if isinstance(one, list) for each in one}
    for conflict in decided:
        if conflict not in closed:
            uow.execute('UPDATE "conflict" SET "open" = 1 WHERE "id" = ?', (conflict,))


def _accepted(row: FeedRow, body: Body) -> dict[str, object]:
    if body.op == "archive":
        return {}
    sent = {name: value for name, value in body.f.items() if name not in changes.BESIDE}
    return {**sent, **(row.set_ or {})}


def _envelope(
    read: tuple[FeedRow, Body],
    taken: Mapping[str, object],
    held: dict[str, Any] | None,
    open_bodies: list[Body],
    *,
    settled: bool,
) -> dict[str, Any]:
    """Return the columns around the fields after a row that set `taken`.

    `settled` when it leaves the record archived.
    """
    row, body = read
    versions = json.loads(held["fver"]) if held and held["fver"] else {}
    versions |= dict.fromkeys(taken, row.ver)
    first = held is None or held["created_at"] is None
    says = _sets(row, body)
    return {
        "scope": held["scope"] if held and held["ver"] else body.s,  # a record moves by no edit of its fields
        "ver": row.ver,
        "fver": crypto.canonical(versions).decode(),
        "archived": int(archived_after(settled, open_bodies)),
        "class_": says.get("class", held["class_"] if held else KINDS[body.t].class_),
        "readers": _readers(says, held),
        "profile": says.get("profile") or (held["profile"] if held else 0),
        "created_by": body.u if first else held["created_by"],  # type: ignore[index]  # first covers None
        "created_at": body.at if first else held["created_at"],  # type: ignore[index]  # first covers None
        "changed_by": open_bodies[-1].u if open_bodies else body.u,
        "changed_at": open_bodies[-1].at if open_bodies else body.at,
    }


def _sets(row: FeedRow, body: Body) -> dict[str, object]:
    """Return the columns of the envelope that a row sets: a disputed class or reader stays as it was."""
    disputed = {each.field for each in row.opened}
    return {name: body.f[name] for name in changes.TRAVELLING if name in body.f and name not in disputed}


def _readers(says: dict[str, object], held: dict[str, Any] | None) -> str | None:
    if "readers" not in says:
        return held["readers"] if held else None
    return json.dumps(says["readers"]) if says["readers"] else None


def _conflicts(uow: UnitOfWork, row: FeedRow, body: Body, record_id: bytes) -> None:
    for opened in row.opened:
        value = json.dumps(opened.value, ensure_ascii=False)
        uow.execute(
            'INSERT OR IGNORE INTO "conflict" ("id", "record_id", "kind", "field", "value", "device", "n", '
            '"seq", "user_name", "received_at", "why") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            (opened.id, record_id, body.t, opened.field, value, row.device, row.n, row.seq, row.user_name,
             row.received_at, opened.why),
        )  # fmt: skip
    for closed in row.closed:
        uow.execute('UPDATE "conflict" SET "open" = 0 WHERE "id" = ?', (closed,))
