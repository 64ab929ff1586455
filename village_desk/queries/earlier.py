"""What this user wrote before in records of the same kind: so that little is typed twice."""

from village_desk import fields
from village_desk.fields import Spec
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, may_read, record_of
from village_desk.queries.visible import shown
from village_desk.session import Session

LOOKED_AT = 60
"""Latest own records that are looked at."""
PHRASES = 9
"""A digit chooses one."""
LONGEST = 60
"""Characters of what still is a phrase, and not the story of one matter."""


def previous(session: Session, kind: str, record_id: bytes) -> Values:
    """Return the values of the user's record made before this one that may be taken over; {} without one.

    Numbers of persons, names and what the program fills in are nobody else's and are left out.
    """
    found = next(iter(_own(session, kind, record_id, 1)), None)
    if found is None:
        return {}
    specs = KINDS[kind].fields
    return {
        name: value
        for name, value in found.values.items()
        if name in specs and may_be_taken(specs[name]) and not fields.is_empty(value)
    }


def phrases(session: Session, kind: str, field: str, record_id: bytes) -> list[str]:
    """Return short texts the user has written into this field, the most used first, then the latest."""
    spec = KINDS[kind].fields.get(field)
    if spec is None or spec.face not in ("text", "note") or not may_be_taken(spec):
        return []
    counts: dict[str, int] = {}
    for one in _own(session, kind, record_id, LOOKED_AT):
        text = str(one.values.get(field) or "").strip()
        if 0 < len(text) <= LONGEST and "\n" not in text:
            counts[text] = counts.get(text, 0) + 1
    return sorted(counts, key=lambda text: -counts[text])[:PHRASES]


def may_be_taken(spec: Spec) -> bool:
    """Say whether a field may say the same in another record: nothing that tells who somebody is."""
    return not (spec.masked or spec.read_only or spec.check or spec.search == "name" or spec.face == "link")


def _own(session: Session, kind: str, record_id: bytes, limit: int) -> list[Record]:
    rows = session.store.rows(
        kind,
        '"archived" = 0 AND "class" = \'normal\' AND "created_by" = ? AND "id" <> ? '
        'ORDER BY "created_at" DESC, "id" DESC LIMIT ?',
        (session.actor.user.hex(), record_id, limit),
    )
    found = [record_of(session.profile.kind(kind), row) for row in rows]
    return [shown(session, one) for one in found if may_read(session, one)]
