"""What a township holds of its villages before the county has it (未到县): changes, and files passed on.

A carried change lies over a record like an own open change, under the own ones, until a row of the feed
shows it or the county is known to have set it aside. Nothing of it is sent by this desk but the file it came
in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from village_desk import changes, crypto, ids
from village_desk.changes import Body
from village_desk.kinds import KINDS
from village_desk.store import Store, UnitOfWork, applying, laid, search, tally

_PUT = "carried.put"
"""State of the desk file: ids of the answers held that were put onto a stick."""
GONE = "gone"
"""Kind of a file that is held no longer; it is not read in a second time."""


@dataclass(frozen=True, slots=True)
class HeldBundle:
    """A file held for others.

    Attributes:
        bundle: Its id; `file` its name in the folder of held files.
        kind: "push" of a village's desk, or "answer" to one.
        unit: Division code of the desk's unit.
        at: When it was read here, UTC ms.
    """

    bundle: str
    kind: str
    device: str
    unit: str
    file: str
    changes: int
    attachments: int
    last: int
    cursor: int
    part: int
    at: int


_COLUMNS = ", ".join(f'"{name}"' for name in HeldBundle.__slots__)


def held(store: Store, kind: str) -> list[HeldBundle]:
    """Return the files of one kind, in the order their desks wrote them."""
    order = 'ORDER BY "device", "last" = 0, "last", "part"'
    rows = store.query(f'SELECT {_COLUMNS} FROM "held_bundle" WHERE "kind" = ? {order}', (kind,))  # noqa: S608 - ours
    return [HeldBundle(*row) for row in rows]


def is_held(store: Store, bundle: str) -> bool:
    """Say whether a bundle was read before, held still or not."""
    return bool(store.query('SELECT 1 FROM "held_bundle" WHERE "bundle" = ?', (bundle,)))


def keep(uow: UnitOfWork, one: HeldBundle) -> None:
    """Remember a held file."""
    uow.execute(
        f'INSERT OR REPLACE INTO "held_bundle" ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',  # noqa: S608 - ours
        tuple(getattr(one, name) for name in HeldBundle.__slots__),
    )


def let_go(uow: UnitOfWork, bundle: str) -> None:
    """Hold a file no longer: it has arrived, or a newer one does for it. That it was here stays known."""
    uow.execute('UPDATE "held_bundle" SET "kind" = ? WHERE "bundle" = ?', (GONE, bundle))
    uow.execute(
        'DELETE FROM "held_bundle" WHERE "kind" = ?1 AND "bundle" NOT IN '
        '(SELECT "bundle" FROM "held_bundle" WHERE "kind" = ?1 ORDER BY "at" DESC LIMIT 1000)',
        (GONE,),
    )


def count(store: Store) -> int:
    """Return how many changes of villages are laid over records here."""
    return int(store.query('SELECT count(*) FROM "carried_change"')[0][0])


def files_held(store: Store) -> tuple[int, int]:
    """Return how many files are held for the county, and for how many desks an answer waits for a stick.

    One that was put onto a stick stays held, for that stick may be lost; but nobody is asked for it again.
    """
    put = store.text_state(_PUT).split()
    answers = {one.device for one in held(store, "answer") if one.bundle not in put}
    return len(held(store, "push")), len(answers)


def note_put(uow: UnitOfWork) -> None:
    """Note that the answers held now have been put onto a stick."""
    uow.set_state(_PUT, " ".join(one.bundle for one in held(uow.store, "answer")))


def not_at_county(store: Store, records: Sequence[bytes]) -> frozenset[bytes]:
    """Return those of `records` whose last word, or whose desk's attachments, still travel by stick.

    A desk's attachments may lie in a later file than the records that name them.
    """
    marks = ", ".join("?" for _ in records)
    rows = store.query(
        f'SELECT "record_id" FROM "carried_change" WHERE "record_id" IN ({marks}) UNION '  # noqa: S608 - marks only
        'SELECT r."record_id" FROM "remote_change" r JOIN "held_bundle" h ON h."device" = r."device" '
        f'WHERE h."kind" = \'push\' AND h."attachments" > 0 AND r."record_id" IN ({marks})',
        (*records, *records),
    )
    return frozenset(bytes(record_id) for (record_id,) in rows)


def lay_over(uow: UnitOfWork, device: str, bodies: Sequence[tuple[int, bytes]]) -> None:
    """Lay changes of a desk (number, exact bytes) over the records here, unless the feed has shown them."""
    numbers = [n for n, _raw in bodies]
    seen = _shown(uow, device, numbers)
    touched: dict[bytes, str] = {}
    for n, raw in bodies:
        body = changes.decode(raw)
        if n in seen or body.t not in KINDS:
            continue
        record_id = ids.id_from_text(body.r)
        uow.execute(
            'INSERT OR IGNORE INTO "carried_change" ("device", "n", "record_id", "kind", "body") '
            "VALUES (?, ?, ?, ?, ?)",
            (device, n, record_id, body.t, raw),
        )
        touched[record_id] = body.t
    for record_id, kind in touched.items():
        _lay(uow, kind, record_id)


def _shown(uow: UnitOfWork, device: str, numbers: Sequence[int]) -> set[int]:
    rows = uow.execute(
        'SELECT "n" FROM "remote_change" WHERE "device" = ? AND "n" BETWEEN ? AND ?',
        (device, min(numbers, default=0), max(numbers, default=0)),
    )
    return {n for (n,) in rows.fetchall()}


def arrived(uow: UnitOfWork, device: str, last: int, cursor: int, aside: Sequence[int]) -> None:
    """Note that the county has a desk's changes up to `last`, shows them up to row `cursor`, not `aside`."""
    uow.execute(
        'INSERT INTO "carried_upto" ("device", "last", "cursor") VALUES (?1, ?2, ?3) ON CONFLICT ("device") '
        'DO UPDATE SET "last" = max("last", ?2), "cursor" = CASE WHEN ?2 >= "last" THEN ?3 ELSE "cursor" END',
        (device, last, cursor),
    )
    for n in aside:
        _drop(uow, '"device" = ? AND "n" = ?', (device, n))


def settle(uow: UnitOfWork, cursor: int) -> None:
    """Take away what the feed must have shown by now: this desk has it up to `cursor`."""
    condition = (
        'EXISTS (SELECT 1 FROM "carried_upto" u WHERE u."device" = "carried_change"."device" '
        'AND "carried_change"."n" <= u."last" AND u."cursor" <= ?)'
    )
    _drop(uow, condition, (cursor,))


def _drop(uow: UnitOfWork, condition: str, values: tuple[object, ...]) -> None:
    rows = uow.execute(
        f'DELETE FROM "carried_change" WHERE {condition} RETURNING "record_id", "kind"',  # noqa: S608 - ours
        values,
    ).fetchall()
    for record_id, kind in {(bytes(record_id), kind) for record_id, kind in rows}:
        _lay(uow, kind, record_id)


def _lay(uow: UnitOfWork, kind_name: str, record_id: bytes) -> None:
    """Write a record anew: what the county says, what was carried over it, and the own changes on top."""
    kind, row = KINDS[kind_name], uow.row(kind_name, record_id)
    over = laid.open_bodies(uow, record_id)
    uow.touch(kind_name, record_id)
    if row is not None and (row["ver"] or tally.under(kind, row)):
        applying.relay(uow, kind, row)
    elif over:
        laid.write(uow, kind, row, {"id": record_id, **_envelope(over)}, ({}, over))
    elif row is not None:
        uow.execute(f'DELETE FROM "{kind_name}" WHERE "id" = ?', (record_id,))  # noqa: S608 - declared name
        search.forget(uow.store.database, record_id)


def _envelope(over: list[Body]) -> dict[str, object]:
    """Return the columns of a record the county has not numbered, from the changes that made it."""
    first, last = over[0], over[-1]
    says = {name: body.f[name] for body in over for name in changes.TRAVELLING if name in body.f}
    readers = says.get("readers")
    return {
        "scope": first.s,
        "ver": 0,
        "fver": "{}",
        "archived": int(laid.archived_after(settled=False, own=over)),
        "class_": says.get("class", KINDS[first.t].class_),
        "readers": crypto.canonical(readers).decode() if readers else None,
        "profile": says.get("profile") or 0,
        "created_by": first.u,
        "created_at": first.at,
        "changed_by": last.u,
        "changed_at": last.at,
    }
