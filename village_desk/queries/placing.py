"""Where a record may be put, by the rights of who asks."""

from village_desk import rights
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, target
from village_desk.session import Session

_WHOLE = 12
Place = tuple[str, str]
"""Division code of 12 digits, and its name."""


def may_move_to(session: Session, held: Record, scope: str) -> bool:
    """Say whether one grant of the actor reaches the record and `scope`; parts of another go with it."""
    kind = KINDS[held.kind]
    if kind.parent or "record_kind" in kind.fields:
        return False
    here = target(session, held)
    there = rights.Target(here.kind, here.class_, scope, own=here.own, reader=here.reader)
    return any(
        rights.allowed(hold.role, hold.areas, "transfer", here)
        and rights.allowed(hold.role, hold.areas, "transfer", there)
        for hold in session.actor.holds
    )


def places_for(session: Session, held: Record) -> list[Place]:
    """Return where the actor may put a record: villages of their areas, and the offices over them."""
    if not any(rights.reach(role, "transfer", held.kind, held.class_) for role in session.actor.roles):
        return []
    names = dict(session.store.query('SELECT "code", "name" FROM "division" ORDER BY "code"'))
    areas = {area for hold in session.actor.holds for area in hold.areas}
    inside = [code for code in names if any(code.startswith(area) for area in areas)]
    found = {code.ljust(_WHOLE, "0"): names[code] for code in inside}
    return [
        (code, name)
        for code, name in sorted(found.items())
        if code != held.scope and may_move_to(session, held, code)
    ]
