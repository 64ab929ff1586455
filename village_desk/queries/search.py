"""Search over everything: Chinese, pinyin initials, last four digits of a number."""

from village_desk.kinds import KINDS
from village_desk.pinyin import query_terms
from village_desk.queries.records import Record, find
from village_desk.session import Session
from village_desk.store.search import within_kind

LIMIT = 50
LOOKED_AT = 20
"""So many times the limit of matches are looked at for those the actor may read."""


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
    found: list[Record] = []
    for piece in range(LOOKED_AT):  # nearly always the first holds all that is wanted
        rows = session.store.query(
            'SELECT e."kind", e."record_id" FROM "search" s '
            'CROSS JOIN "search_entry" e ON e."place" = s."rowid" '
            'WHERE s."words" MATCH ? ORDER BY s."rowid" DESC LIMIT ? OFFSET ?',
            (within_kind(kind, wanted) if kind else wanted, limit, piece * limit),
        )
        for name, record_id in rows:
            one = find(session, name, bytes(record_id)) if name in KINDS else None
            if one is not None and not one.archived:
                found.append(one)
        if len(found) >= limit or len(rows) < limit:
            break
    return found[:limit]
