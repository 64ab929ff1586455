"""Laying the county's feed over what this desk has: the base moves, own open changes stay on top.

A record's row shows base ⊕ own changes not yet seen back. `base` holds the county's state only while such
changes wait; without any, the row itself is the county's state. An own change counts as open until a row
of the feed has shown it, so that an edit never vanishes from the screen for a moment (domain: sync §2.4).
"""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from village_desk import changes, crypto, ids
from village_desk.changes import Body, FeedRow
from village_desk.kinds import KINDS, Kind
from village_desk.store import search, tally
from village_desk.store.unit_of_work import OPEN_STATES, UnitOfWork
from village_desk.tables import stored_values, undeclared
from village_desk.upcasts import upcast

STATE_AFTER = {"ok": "merged", "conflict": "conflict", "quarantined": "quarantined"}


def apply_rows(uow: UnitOfWork, rows: Sequence[FeedRow]) -> None:
    """Apply rows of the feed in their order; the caller stores the cursor in the same unit of work."""
    own = ids.id_text(uow.store.device_id) if uow.store.device_id else ""
    for row in rows:
        body = changes.decode(row.body) if row.body else None
        _remember(uow, row, body, own=row.device == own)
        if body is not None and body.t in KINDS:
            _lay(uow, row, body)


def _remember(uow: UnitOfWork, row: FeedRow, body: Body | None, *, own: bool) -> None:
    """Keep the row as history: in the own log, or beside it."""
    if own:
        uow.execute(
            'UPDATE "change" SET "state" = ?, "seq" = ?, "ver" = ?, "reason" = ? WHERE "n" = ?',
            (STATE_AFTER[row.outcome], row.seq, row.ver, row.reason or None, row.n),
        )
        return
    record_id, kind = (ids.id_from_text(body.r), body.t) if body else (b"", "")
    uow.execute(
        'INSERT OR REPLACE INTO "remote_change" ("seq", "device", "n", "record_id", "kind", "body", "ver", '
        '"outcome", "received_at", "user_name") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        (row.seq, row.device, row.n, record_id, kind, row.body or None, row.ver, row.outcome, row.received_at,
         row.user_name),
    )  # fmt: skip


def _lay(uow: UnitOfWork, row: FeedRow, body: Body) -> None:
    kind, record_id = KINDS[body.t], ids.id_from_text(body.r)
    uow.touch(kind.name, record_id)
    held = uow.row(kind.name, record_id)
    if row.outcome == "quarantined":
        if held is not None:
            _reopen(uow, body, record_id)
            _settle_quarantined(uow, kind, held)
        return
    before = tally.county_state(kind, held)
    base = {} if row.ver == 1 else before  # the first version stands on nothing: a repair begins with it
    after = {**base, **_accepted(row, body)}
    _conflicts(uow, row, body, record_id)
    open_bodies = _open_bodies(uow, record_id)
    envelope = _envelope(row, body, held, open_bodies)
    tally.replace(uow, record_id, (held, before), (envelope, after))
    _write(uow, kind, held, {"id": record_id, **envelope}, (after, open_bodies))


def _settle_quarantined(uow: UnitOfWork, kind: Kind, held: dict[str, Any]) -> None:
    """An own change the county set aside no longer lies over the record, unless nothing else is left of it.

    Its text stays in the log and on the page of changes that need attention.
    """
    open_bodies = _open_bodies(uow, held["id"])
    table = uow.store.tables[kind.name]
    if held["ver"] == 0:
        table.update(pending=len(open_bodies)).where(table.id == held["id"]).execute()
        return
    base = tally.county_state(kind, held)
    settled = _county_archived(uow, held["id"])
    envelope = {name: held[name] for name in _KEPT} | {"archived": int(_archived(settled, open_bodies))}
    _write(uow, kind, held, {"id": held["id"], **envelope}, (base, open_bodies))


_KEPT = (
    "scope", "ver", "fver", "archived", "class_", "readers", "profile", "created_by", "created_at",
    "changed_by", "changed_at", "conflicts",
)  # fmt: skip


def _county_archived(uow: UnitOfWork, record_id: bytes) -> bool:
    """Say whether the county has a record out of sight: the last change it accepted was to archive it."""
    last = uow.execute(
        'SELECT "body", "outcome" FROM (SELECT "seq", "body", "outcome" FROM "remote_change" '
        'WHERE "record_id" = ?1 AND "outcome" <> \'quarantined\' AND "body" IS NOT NULL UNION ALL '
        'SELECT "seq", "body", "state" FROM "change" WHERE "record_id" = ?1 '
        'AND "state" IN (\'merged\', \'conflict\') AND "body" IS NOT NULL) ORDER BY "seq" DESC LIMIT 1',
        (record_id,),
    ).fetchone()
    return last is not None and last[1] != "conflict" and changes.decode(bytes(last[0])).op == "archive"


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
    sent = {
        name: value for name, value in body.f.items() if name not in (*changes.TRAVELLING, changes.DECIDES)
    }
    return {**sent, **(row.set_ or {})}


def _envelope(
    row: FeedRow, body: Body, held: dict[str, Any] | None, open_bodies: list[Body]
) -> dict[str, Any]:
    """Return the columns around the fields after this row."""
    settled = body.op == "archive" and not row.restored
    versions = json.loads(held["fver"]) if held and held["fver"] else {}
    versions |= dict.fromkeys(_accepted(row, body), row.ver)
    first = held is None or held["created_at"] is None
    says = _sets(row, body)
    return {
        "scope": held["scope"] if held and held["ver"] else body.s,  # a record moves by no edit of its fields
        "ver": row.ver,
        "fver": json.dumps(versions, separators=(",", ":")),
        "archived": int(_archived(settled, open_bodies)),
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


def _archived(settled: bool, open_bodies: list[Body]) -> bool:
    """Say whether a record is out of sight: the county's word, and then the own open changes in order."""
    for body in open_bodies:
        settled = body.op == "archive"
    return settled


def _open_bodies(uow: UnitOfWork, record_id: bytes) -> list[Body]:
    found = uow.execute(
        'SELECT "body" FROM "change" WHERE "record_id" = ? AND "state" IN (?, ?) ORDER BY "n"',
        (record_id, *OPEN_STATES),
    ).fetchall()
    bodies = [changes.decode(bytes(raw)) for (raw,) in found]
    return [upcast(body, KINDS[body.t].sv) for body in bodies]


def _write(
    uow: UnitOfWork,
    kind: Kind,
    held: dict[str, Any] | None,
    envelope: dict[str, Any],
    state: tuple[dict[str, object], list[Body]],
) -> None:
    """Write the row that shows a base with the own open changes on top, and its search text if it differs."""
    base, open_bodies = state
    view = {
        name: value
        for name, value in kind.from_json_if_fitting(changes.replayed(base, open_bodies)).items()
        if value is not None
    }
    more = kind.to_json(undeclared(kind, view))
    record_id = envelope["id"]
    shown = {
        **stored_values(kind, view),
        "extra": json.dumps(more, ensure_ascii=False, sort_keys=True) if more else None,
        "archived": envelope["archived"],
        "class_": envelope["class_"],
        "scope": envelope["scope"],
    }
    columns = {
        **envelope,
        **shown,
        "base": crypto.canonical(base).decode() if open_bodies else None,
        "pending": len(open_bodies),
        "conflicts": uow.execute(
            'SELECT count(*) FROM "conflict" WHERE "record_id" = ? AND "open" = 1', (record_id,)
        ).fetchone()[0],
    }
    uow.execute(_upsert(kind.name, tuple(columns)), tuple(columns.values()))
    if held is not None and all(held[name] == value for name, value in shown.items()):
        return  # as when a row shows an own change: what is seen and found stays as it is
    words = search.search_text(kind, view) if envelope["class_"] in search.SEARCHABLE_CLASSES else ""
    if words and not envelope["archived"]:
        search.index(uow.store.database, kind, record_id, str(envelope["scope"]), words)
    else:
        search.forget(uow.store.database, record_id)


@cache
def _upsert(kind: str, attributes: tuple[str, ...]) -> str:
    """Return the statement for these columns, made once: a first sync writes a hundred thousand rows."""
    names = [f'"{attribute.removesuffix("_")}"' for attribute in attributes]  # class_ is the column class
    replaced = ", ".join(f"{name} = excluded.{name}" for name in names if name != '"id"')
    return (
        f'INSERT INTO "{kind}" ({", ".join(names)}) VALUES ({", ".join("?" * len(names))}) '  # noqa: S608 - declared names
        f'ON CONFLICT ("id") DO UPDATE SET {replaced}'
    )


def _conflicts(uow: UnitOfWork, row: FeedRow, body: Body, record_id: bytes) -> None:
    for opened in row.opened:
        value = json.dumps(opened.value, ensure_ascii=False)
        uow.execute(
            'INSERT OR IGNORE INTO "conflict" ("id", "record_id", "kind", "field", "value", "device", "n", '
            '"seq", "user_name", "received_at") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
            (opened.id, record_id, body.t, opened.field, value, row.device, row.n, row.seq, row.user_name,
             row.received_at),
        )  # fmt: skip
    for closed in row.closed:
        uow.execute('UPDATE "conflict" SET "open" = 0 WHERE "id" = ?', (closed,))
