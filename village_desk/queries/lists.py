"""Pages of records, sorted and filtered in SQL, so that their cost does not grow with the archive."""

from village_desk.pinyin import query_terms
from village_desk.queries.records import Record, may_read, record_of, seen
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.store.search import within_kind

PAGE = 50
MOST_COUNTED = 1_000
"""Matches of a filter beyond this are not counted: nobody pages through them, and counting reads each."""


def page(
    session: Session, kind: str, *, text: str = "", state: str = "", offset: int = 0, limit: int = PAGE
) -> list[Record]:
    """Return records of a kind the actor may read, newest first.

    Args:
        session: Who asks.
        kind: Which kind.
        text: What is typed into the filter of the list; Chinese, pinyin, digits.
        state: A workflow state, or "" for all.
        offset: How many newer ones to leave out.
        limit: How many to return.
    """
    where, parameters = _condition(session, kind, state)
    wanted = query_terms(text) if text else ""
    if wanted:
        found = _matching(session, kind, wanted, (where, parameters), (limit, offset))
    else:
        rows = session.store.rows(
            kind,
            f'{where} ORDER BY "created_at" DESC, "id" DESC LIMIT ? OFFSET ?',
            (*parameters, limit, offset),
        )
        found = [record_of(session.profile.kind(kind), row) for row in rows]
    return seen(session, [one for one in found if may_read(session, one)])


def count(session: Session, kind: str, *, text: str = "", state: str = "") -> int:
    """Return how many records `page` would show in all; of a filtered list at most `MOST_COUNTED`."""
    where, parameters = _condition(session, kind, state)
    wanted = query_terms(text) if text else ""
    if not wanted:
        sql = f'SELECT count(*) FROM "{kind}" WHERE {where}'  # noqa: S608 - kind is declared, values are bound
        return int(session.store.query(sql, tuple(parameters))[0][0])
    sql = f"SELECT count(*) FROM (SELECT 1 {_FILTERED.format(kind)} AND {where} LIMIT {MOST_COUNTED})"  # noqa: S608 - same
    return int(session.store.query(sql, (within_kind(kind, wanted), *parameters))[0][0])


_STANDING = (
    '("person"."merged_into" IS NULL OR EXISTS (SELECT 1 FROM "person" "other" WHERE '
    '"other"."id" = "person"."merged_into" AND "other"."merged_into" = "person"."id" '
    'AND "other"."id" > "person"."id"))'
)
"""Of entries of one person only the one that stands; of two merged into each other at once, the first."""
_FILTERED = (
    'FROM "search" s CROSS JOIN "search_entry" e ON e."place" = s."rowid" '
    'CROSS JOIN "{0}" ON "{0}"."id" = e."record_id" WHERE s."words" MATCH ?'
)


def _matching(
    session: Session, kind: str, wanted: str, condition: tuple[str, list[object]], place: tuple[int, int]
) -> list[Record]:
    """Return a page of what the filter finds, latest indexed first: reading stops at the end of the page."""
    where, parameters = condition
    ids = session.store.query(
        f'SELECT "{kind}"."id" {_FILTERED.format(kind)} AND {where} ORDER BY s."rowid" DESC LIMIT ? OFFSET ?',
        (within_kind(kind, wanted), *parameters, *place),
    )
    rows = (session.store.row(kind, bytes(found)) for (found,) in ids)
    return [record_of(session.profile.kind(kind), row) for row in rows if row]


def _condition(session: Session, kind: str, state: str) -> tuple[str, list[object]]:
    where, parameters = readable(session, kind)
    where = where.replace('"scope"', f'"{kind}"."scope"')
    if kind == "person":
        where = f"{where} AND {_STANDING}"
    if state:
        return f'"state" = ? AND "archived" = 0 AND {where}', [state, *parameters]
    return f'"archived" = 0 AND {where}', parameters
