"""Records whose readers change: moved to another area with all that hangs on them, or made confidential.

A row of the feed that does this is kept with the places before it. Who could read a record there and may no
longer is told that it left, by its id and nothing else; who may read it now gets it whole, with its open
conflicts, because earlier rows may never have been theirs (domain: sync §2.7).
"""

import json
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from county_server import judging, records
from county_server.database import Database, Statement, marks
from county_server.records import Held, Key
from county_server.viewer import Viewer
from village_desk import rights
from village_desk.kinds import KINDS, children_of
from village_desk.rights import TOWNSHIP_DIGITS

_COLUMNS = "seq, kind, record_id, village, class, readers, created_by"


class Place(Struct, frozen=True):
    """Where a record stood before a row of the feed, and who could read it there."""

    kind: str
    id: bytes
    scope: str
    class_: str
    readers: tuple[str, ...]
    created_by: str

    def read_by(self, who: Viewer) -> bool:
        """Say whether a user of the device could have read the record there by today's grants."""
        return any(
            rights.allowed(
                grant.role,
                tuple(grant.areas),
                "read",
                rights.Target(
                    self.kind,
                    self.class_,
                    self.scope,
                    own=self.created_by == grant.user,
                    reader=grant.user in (self.created_by, *self.readers),
                ),
            )
            for grant in who.grants
        )


def place_of(held: Held) -> Place:
    """Return where a record stands."""
    return Place(held.kind.name, held.id, held.scope, held.class_, held.readers, held.created_by)


def left(before: Held, after: Held) -> tuple[Place, ...]:
    """Return the place a record left by a change, if who may read it is decided otherwise from now on."""
    if not before.state.ver:
        return ()
    was = place_of(before)
    return () if was == place_of(after) else (was,)


def linked(database: Database, held: Held, made: Mapping[Key, Held]) -> list[Held]:
    """Return all that hangs on a record, however deep: parts, attachments, sheets, submissions, reviews.

    `made` are records as they stand in the batch under way, some of them not yet in the tables; the others
    are read and locked.
    """
    found: dict[Key, Held] = {}
    todo = [held]
    while todo:
        above = todo.pop()
        for one in _below(database, above, made):
            if (one.kind.name, one.id) not in found:
                found[one.kind.name, one.id] = one
                todo.append(one)
    return list(found.values())


def _below(database: Database, above: Held, made: Mapping[Key, Held]) -> Iterable[Held]:
    for kind, condition, values in _conditions(above):
        sql = f'SELECT "id" FROM "{kind}" WHERE "scope" = ? AND {condition}'  # noqa: S608 - our own names
        ids = [bytes(record_id) for (record_id,) in database.rows(sql, above.scope, *values)]
        unread = [each for each in ids if (kind, each) not in made]
        known = [made[kind, each] for each in ids if (kind, each) in made]
        yield from [*known, *records.load(database, kind, unread, lock=True).values()]
    key = (above.kind.name, above.id)
    yield from (one for one in made.values() if judging.owner(one.kind, one.state.values) == key)


def _conditions(above: Held) -> Iterable[tuple[str, str, tuple[object, ...]]]:
    for child in children_of(above.kind.name):
        yield child.name, f'"{child.parent}" = ?', (above.id,)
    for kind in KINDS.values():
        if not kind.parent and "record_kind" in kind.fields:
            yield kind.name, '"record_kind" = ? AND "record_id" = ?', (above.kind.name, above.id.hex())


def moved_to(held: Held, scope: str) -> Held:
    """Return the record in another place; its text and version stay as they are."""
    return replace(held, scope=scope)


def statements(places: Iterable[tuple[int, Place]]) -> list[Statement]:
    """Return what keeps the places that rows of the feed ended, each with the number of its row."""
    rows = [
        (
            seq,
            each.kind,
            each.id,
            each.scope,
            each.class_,
            json.dumps(each.readers) if each.readers else None,
            each.created_by,
            each.scope[:TOWNSHIP_DIGITS],
        )
        for seq, each in places
    ]
    sql = f"INSERT INTO moved ({_COLUMNS}, township) VALUES ({marks(8)})"  # noqa: S608 - our own columns
    return [(sql, rows)] if rows else []


def read(database: Database, numbers: list[int]) -> dict[int, list[Place]]:
    """Return the places that rows of the feed ended, by the number of the row."""
    if not numbers:
        return {}
    found: dict[int, list[Place]] = {}
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM moved WHERE seq IN ({marks(len(numbers))}) ORDER BY seq, kind, record_id",  # noqa: S608 - blanks
        *numbers,
    )
    for seq, kind, record_id, village, class_, readers, created_by in rows:
        named = tuple(json.loads(readers)) if readers else ()
        found.setdefault(seq, []).append(Place(kind, bytes(record_id), village, class_, named, created_by))
    return found
