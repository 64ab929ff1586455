"""Pages of records, sorted and filtered in SQL, so that their cost does not grow with the archive."""

from village_desk.kinds import KINDS
from village_desk.pinyin import query_terms
from village_desk.queries.records import Record, record_of
from village_desk.session import Session

PAGE = 50


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
    where, parameters = _condition(session, kind, text, state)
    rows = session.store.rows(
        kind,
        f'{where} ORDER BY "created_at" DESC, "id" DESC LIMIT ? OFFSET ?',
        (*parameters, limit, offset),
    )
    return [record_of(KINDS[kind], row) for row in rows]


def count(session: Session, kind: str, *, text: str = "", state: str = "") -> int:
    """Return how many records `page` would show in all."""
    where, parameters = _condition(session, kind, text, state)
    sql = f'SELECT count(*) FROM "{kind}" WHERE {where}'  # noqa: S608 - kind is declared, values are bound
    return int(session.store.query(sql, parameters)[0][0])


def _condition(session: Session, kind: str, text: str, state: str) -> tuple[str, tuple[object, ...]]:
    parts = ['"archived" = 0']
    areas, parameters = session_areas(session)
    if areas:
        parts.append(areas)
    if state:
        parts.append('"state" = ?')
        parameters.append(state)
    wanted = query_terms(text) if text else ""
    if wanted:
        parts.append(
            '"id" IN (SELECT e."record_id" FROM "search" s JOIN "search_entry" e ON e."place" = s."rowid" '
            'WHERE s."words" MATCH ? AND e."kind" = ?)'
        )
        parameters += [wanted, kind]
    return " AND ".join(parts), tuple(parameters)


def session_areas(session: Session, column: str = "scope") -> tuple[str, list[object]]:
    """Return the SQL condition that a record lies in the actor's areas, and its parameters.

    A prefix becomes a range, so that an index serves it. Empty when the areas are those of the whole desk.
    """
    areas = session.actor.areas
    if any(session.store.unit_code.startswith(area) for area in areas):
        return "", []
    ranges = " OR ".join(f'"{column}" >= ? AND "{column}" < ?' for _ in areas)
    bounds: list[object] = []
    for area in areas:
        bounds += [area, area + ":"]  # ':' follows '9'
    return f"({ranges})" if ranges else "0", bounds
