"""Search over everything: Chinese, pinyin initials, last four digits of a number."""

from collections.abc import Iterator
from dataclasses import dataclass

from village_desk import rights
from village_desk.kinds import KINDS
from village_desk.pinyin import query_terms
from village_desk.queries.records import Record, find
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.store.search import waiting as put_off
from village_desk.store.search import within_kind

LIMIT = 50
LOOKED_AT = 20
"""So many times the limit of matches are looked at for those the actor may read."""


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """What the search box shows of a record: its kind, id, name and when it was made (UTC ms)."""

    kind: str
    id: bytes
    name: str
    created_at: int


Place = tuple[str, bytes]
"""Kind and id of a match."""


def hits(session: Session, text: str, limit: int = LIMIT) -> list[Hit]:
    """Return the newest records that hold all words of `text`, as far as the actor may read them.

    Only what the list shows is read, in one statement a kind, because it is asked with every key.
    """
    found: list[Hit] = []
    for places in _matches(session, text, "", limit):
        by_kind: dict[str, list[bytes]] = {}
        for kind, record_id in places:
            by_kind.setdefault(kind, []).append(record_id)
        read = [hit for kind, record_ids in by_kind.items() for hit in _hits_of(session, kind, record_ids)]
        known = {(hit.kind, hit.id): hit for hit in read}
        found += [known[place] for place in places if place in known]
        if len(found) >= limit:
            break
    return found[:limit]


def waiting(session: Session) -> int:
    """Return how many records no search finds yet, because a first sync has only just brought them."""
    return put_off(session.store.database)


def find_all(session: Session, text: str, *, kind: str = "", limit: int = LIMIT) -> list[Record]:
    """Return the records that hold all words of `text`, newest first, as far as the actor may read them.

    Args:
        session: Who asks.
        text: What was typed; nothing in it can be a mistake of syntax.
        kind: Only this kind, or "" for all.
        limit: How many at most.
    """
    found: list[Record] = []
    for places in _matches(session, text, kind, limit):
        records = [find(session, name, record_id) for name, record_id in places]
        found += [one for one in records if one is not None and not one.archived]
        if len(found) >= limit:
            break
    return found[:limit]


def _matches(session: Session, text: str, kind: str, limit: int) -> Iterator[list[Place]]:
    """Yield matches in pieces of `limit`, newest first; nearly always the first holds all that is wanted."""
    wanted = query_terms(text)
    for piece in range(LOOKED_AT if wanted else 0):
        rows = session.store.query(
            'SELECT e."kind", e."record_id" FROM "search" s '
            'CROSS JOIN "search_entry" e ON e."place" = s."rowid" '
            'WHERE s."words" MATCH ? ORDER BY s."rowid" DESC LIMIT ? OFFSET ?',
            (within_kind(kind, wanted) if kind else wanted, limit, piece * limit),
        )
        yield [(name, bytes(record_id)) for name, record_id in rows if name in KINDS]
        if len(rows) < limit:
            break


def _hits_of(session: Session, kind: str, record_ids: list[bytes]) -> Iterator[Hit]:
    declared = KINDS[kind]
    if "record_kind" in declared.fields:  # what it belongs to may be of any kind; few are found by name
        yield from _hits_beside(session, kind, record_ids)
        return
    condition, bound = _readable(session, kind)
    columns = "".join(f', "{name}"' for name in declared.name_of)
    marks = ", ".join("?" for _ in record_ids)
    rows = session.store.query(
        f'SELECT "id", "class", "created_at"{columns} FROM "{kind}" '  # noqa: S608 - names are declared
        # The + keeps the planner from the index of the list, which it would read whole.
        f'WHERE "id" IN ({marks}) AND +"archived" = 0 AND {condition}',
        (*record_ids, *bound),
    )
    for record_id, class_, created_at, *names in rows:
        values = dict(zip(declared.name_of, names, strict=True))
        hidden = any(rights.masked(role, kind, class_) for role in session.actor.roles)
        name = "" if hidden else declared.record_name(values)
        yield Hit(kind, bytes(record_id), name, created_at or 0)


def _hits_beside(session: Session, kind: str, record_ids: list[bytes]) -> Iterator[Hit]:
    for record_id in record_ids:
        held = find(session, kind, record_id)
        if held is not None and not held.archived:
            yield Hit(kind, record_id, held.name, held.created_at)


def _readable(session: Session, kind: str) -> tuple[str, list[object]]:
    """Return the condition that the actor may read a row of `kind` and what it belongs to (`may_read`)."""
    condition, bound = readable(session, kind)
    parent = KINDS[kind].parent
    if not parent:
        return condition, bound
    above = KINDS[kind].fields[parent].to
    may_above, more = _readable(session, above)
    shut = (
        f'SELECT 1 FROM "{above}" '  # noqa: S608 - names are declared
        f'WHERE "{above}"."id" = "{kind}"."{parent}" AND NOT coalesce({may_above}, 0)'
    )
    return f"{condition} AND NOT EXISTS ({shut})", [*bound, *more]
