"""Search over everything: Chinese, pinyin initials, last four digits of a number."""

from village_desk.kinds import KINDS
from village_desk.pinyin import query_terms
from village_desk.queries.lists import session_areas
from village_desk.queries.records import Record, find
from village_desk.session import Session

LIMIT = 50


def find_all(session: Session, text: str, *, kind: str = "", limit: int = LIMIT) -> list[Record]:
    """Return the records that hold all words of `text`, newest first, as far as the actor may read them.

    Args:
        session: Who asks.
        text: What was typed; nothing in it can be a mistake of syntax.
        kind: Only this kind, or "" for all.
        limit: How many at most.
    """
    wanted = query_terms(text)
    if not wanted:
        return []
    areas, bounds = session_areas(session)
    parts = ['s."words" MATCH ?', *([f"e.{areas}" if not areas.startswith("(") else areas] if areas else [])]
    parameters: list[object] = [wanted, *bounds]
    if kind:
        parts.append('e."kind" = ?')
        parameters.append(kind)
    rows = session.store.query(
        'SELECT e."kind", e."record_id" FROM "search" s JOIN "search_entry" e ON e."place" = s."rowid" '  # noqa: S608 - bound
        f'WHERE {" AND ".join(parts)} ORDER BY s."rowid" DESC LIMIT ?',
        (*parameters, limit),
    )
    found = [find(session, name, bytes(record_id)) for name, record_id in rows if name in KINDS]
    return [one for one in found if one is not None and not one.archived]
