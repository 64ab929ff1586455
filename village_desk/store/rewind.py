"""Going back with a county that was restored from a backup, to where both hold the same.

What the county lost of this desk's changes waits again and is sent again. Its receipts for them stay as
history. Records that lost changes had touched are laid anew from the county's rows; until then they look as
they did, and nothing is taken off the screen: a record the county lacks stays, as one it never numbered. The
changes of others it lost are kept beside until their own desks have sent them again (domain: sync §2.6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from village_desk import changes
from village_desk.changes import FeedRow
from village_desk.ids import id_from_text, id_text
from village_desk.kinds import KINDS, Kind
from village_desk.store import Store, applying, placing, tally
from village_desk.store.unit_of_work import OPEN_STATES, UnitOfWork

_REBUILD = "sync.rebuild"
"""State of the desk file: the records to lay anew, a line each of kind and id."""
_KINDS = "sync.kinds"
"""State of the desk file: the kinds the program knew in the last round."""
_NEW = " new"
"""Ends the line of a record that need not be here yet."""
_ROW = '"seq", "device", "n", "record_id", "kind", "body", "ver", "outcome", "received_at", "user_name"'
_RECEIPT = '"id", "first_n", "last_n", "seq", "received_at", "body", "signature"'


@dataclass(frozen=True, slots=True)
class Lost:
    """What a county had and lost: own changes that wait again, and changes of others."""

    own: int
    others: int


def go_back(uow: UnitOfWork, inc: str, last: int, kept: int) -> Lost:
    """Take back what the county `inc` no longer holds, in one transaction.

    Args:
        uow: Of the round.
        inc: Its new incarnation.
        last: Highest own change it holds.
        kept: Rows of the feed known here that still stand; 0: none, so all is sent and fetched anew.
    """
    last = last if kept else 0
    affected = uow.execute(
        'SELECT "kind", "record_id" FROM "change" WHERE "seq" > ?1 UNION '
        'SELECT "kind", "record_id" FROM "remote_change" WHERE "seq" > ?1',
        (kept,),
    ).fetchall()
    own = _take_back_own(uow, last, kept)
    uow.execute(
        f'INSERT OR REPLACE INTO "lost_change" ("inc", {_ROW}) SELECT ?, {_ROW} FROM "remote_change" '  # noqa: S608 - constants
        'WHERE "seq" > ?',
        (uow.store.text_state("sync.inc"), kept),
    )
    others = uow.execute('DELETE FROM "remote_change" WHERE "seq" > ?', (kept,)).rowcount
    uow.execute('UPDATE "blob" SET "at_county" = 0, "upload" = \'\', "sent" = 0 WHERE "here" = 1')
    waiting = set(uow.store.text_state(_REBUILD).split("\n")) - {""}
    waiting |= {f"{kind} {id_text(bytes(record_id))}" for kind, record_id in affected if kind in KINDS}
    uow.set_state(_REBUILD, "\n".join(sorted(waiting)))
    uow.set_state("sync.cursor", str(min(kept, int(uow.store.text_state("sync.cursor", "0")))))
    uow.set_state("sync.inc", inc)
    uow.set_state("sync.epoch", "0")  # the county's grants may be older ones now: it is asked for all of them
    uow.set_state("sync.tallied", "-1")
    uow.set_state("sync.durable", "0")
    return Lost(own, others)


def _take_back_own(uow: UnitOfWork, last: int, kept: int) -> int:
    """Let own changes after `last` wait again; return how many did not wait already."""
    device = uow.store.device_id.hex()
    uow.execute(
        f'INSERT OR REPLACE INTO "former_receipt" ("device", "inc", {_RECEIPT}) '  # noqa: S608 - constants
        f'SELECT ?, ?, {_RECEIPT} FROM "receipt" WHERE "last_n" > ?',
        (device, uow.store.text_state("sync.inc"), last),
    )
    uow.execute('DELETE FROM "receipt" WHERE "last_n" > ?', (last,))
    # What had been let through of quarantine since the backup is back in quarantine at the county.
    uow.execute(
        'UPDATE "change" SET "state" = \'quarantined\', "seq" = 0, "ver" = 0, "reason" = \'record.unknown\' '
        'WHERE "n" <= ? AND "seq" > ?',
        (last, kept),
    )
    return int(
        uow.execute(
            'UPDATE "change" SET "state" = \'new\', "seq" = NULL, "ver" = NULL, "reason" = NULL '
            'WHERE "n" > ? AND "state" <> \'new\'',
            (last,),
        ).rowcount
    )


def learn(store: Store, at: int) -> None:
    """After an update of the program: let records of kinds it did not know before be laid.

    Their rows were kept as they came; what they did to the record the county says once more.
    """
    told, names = store.text_state(_KINDS), "\n".join(KINDS)
    if told == names:
        return
    new = set(KINDS) - set(told.split("\n")) if told else set()
    with store.unit_of_work(None, at) as uow:
        lines = set(store.text_state(_REBUILD).split("\n")) - {""}
        for kind in new:
            rows = uow.execute('SELECT DISTINCT "record_id" FROM "remote_change" WHERE "kind" = ?', (kind,))
            lines |= {f"{kind} {id_text(bytes(record_id))}{_NEW}" for (record_id,) in rows.fetchall()}
        uow.set_state(_REBUILD, "\n".join(sorted(lines)))
        uow.set_state(_KINDS, names)


def to_rebuild(store: Store, count: int) -> list[tuple[str, bytes]]:
    """Return the next records to lay anew, kind and id."""
    lines = store.text_state(_REBUILD).split("\n")[:count]
    parts = (line.removesuffix(_NEW).partition(" ") for line in lines if line)
    return [(kind, id_from_text(text)) for kind, _, text in parts]


def rebuild(uow: UnitOfWork, records: Iterable[tuple[str, bytes]], rows: Sequence[FeedRow]) -> None:
    """Lay records anew from `rows`, all the county has of them up to the cursor; note that it is done."""
    known = {record for row in rows for record in brought_by(row)}
    waiting = set(uow.store.text_state(_REBUILD).split("\n")) - {""}
    done, here = set(), set()
    for kind, record_id in records:
        held = uow.row(kind, record_id)
        if f"{kind} {id_text(record_id)}{_NEW}" in waiting:
            here.add(id_text(record_id))
        if held is not None:  # else it has left this desk meanwhile, and stays away
            here.add(id_text(record_id))
            tally.replace(uow, record_id, (held, tally.county_state(KINDS[kind], held)), (None, {}))
            uow.execute('DELETE FROM "conflict" WHERE "record_id" = ?', (record_id,))
            if id_text(record_id) in known:
                uow.execute(f'DELETE FROM "{kind}" WHERE "id" = ?', (record_id,))  # noqa: S608 - a kind's name
            else:
                _unnumber(uow, KINDS[kind], record_id)
        done |= {f"{kind} {id_text(record_id)}{end}" for end in ("", _NEW)}
    placing.apply_feed(uow, [row for row in rows if brought_by(row) & here])
    for kind, record_id in records:
        _close_decided(uow, kind, record_id)
    uow.set_state(_REBUILD, "\n".join(sorted(waiting - done)))


def brought_by(row: FeedRow) -> set[str]:
    """Return the records a row says something of, by id."""
    named = {id_text(state.record_id) for state in row.states}
    return named | ({changes.decode(row.body).r} if row.body else set())


def _unnumber(uow: UnitOfWork, kind: Kind, record_id: bytes) -> None:
    """Keep a record the county lacks as one it never numbered; who edits it sends it whole.

    What waits again lies over it: what the county had kept beside it lies nowhere else now.
    """
    uow.touch(kind.name, record_id)
    uow.execute(
        f'UPDATE "{kind.name}" SET "ver" = 0, "fver" = NULL, "conflicts" = 0 WHERE "id" = ?',  # noqa: S608 - a kind's name
        (record_id,),
    )
    row = uow.row(kind.name, record_id)
    if row is not None:
        applying.relay(uow, kind, row)


def _close_decided(uow: UnitOfWork, kind: str, record_id: bytes) -> None:
    """Conflicts this desk has decided, which the county does not know yet, stay off the list."""
    for body in _open(uow, record_id):
        named = body.f.get(changes.DECIDES)
        for conflict in named if body.op == "resolve" and isinstance(named, list) else ():
            uow.execute('UPDATE "conflict" SET "open" = 0 WHERE "id" = ?', (conflict,))
    uow.execute(
        f'UPDATE "{kind}" SET "conflicts" = (SELECT count(*) FROM "conflict" WHERE "record_id" = ?1 '  # noqa: S608 - a kind's name
        'AND "open" = 1) WHERE "id" = ?1',
        (record_id,),
    )


def _open(uow: UnitOfWork, record_id: bytes) -> list[changes.Body]:
    found = uow.execute(
        'SELECT "body" FROM "change" WHERE "record_id" = ? AND "state" IN (?, ?) AND "body" IS NOT NULL '
        'ORDER BY "n"',
        (record_id, *OPEN_STATES),
    ).fetchall()
    return changes.readable(found)


def settle_lost(uow: UnitOfWork) -> None:
    """Forget the lost changes of others that have come again."""
    uow.execute(
        'DELETE FROM "lost_change" WHERE EXISTS (SELECT 1 FROM "remote_change" r WHERE '
        'r."record_id" = "lost_change"."record_id" AND r."device" = "lost_change"."device" '
        'AND r."n" = "lost_change"."n")'
    )


def lost(store: Store) -> int:
    """Return how many changes of others the county lost that have not come again."""
    return int(store.query('SELECT count(*) FROM "lost_change" WHERE "body" IS NOT NULL')[0][0])
