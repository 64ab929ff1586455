"""What a unit's profile says where other pages and papers need it: its name, its services."""

from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, record_of
from village_desk.session import Session

PROFILE = "unit_profile"
NAMED = {PROFILE: "name", "wall_text": "room"}
"""Kinds of a room of its own, with the field that holds its name."""
_OF_THE_BOARD = ("address", "hours", "phone")


def profile(session: Session, scope: str) -> Record | None:
    """Return the profile of the unit of a place, the newest where there are several; None without one."""
    rows = session.store.rows(PROFILE, '"archived" = 0 AND "scope" = ?', (scope,))
    found = [record_of(KINDS[PROFILE], row) for row in rows]
    return max(found, key=lambda one: (one.created_at, one.id), default=None)


def name(session: Session, scope: str) -> str:
    """Return what a unit is called on its papers: as its profile says, else (of this desk's) as it is set up.

    "" for another unit without a profile.
    """
    held = profile(session, scope)
    own = str(held.values.get("name") or "").strip() if held else ""
    if own or scope != session.store.unit_scope:
        return own
    return session.store.text_state("unit_name")


def board(session: Session) -> Values:
    """Return what a new notice board begins with: the name of the room, and what its profile says."""
    scope = session.store.unit_scope
    held = profile(session, scope)
    known: dict[str, object] = {"room": name(session, scope)}
    if held is not None:
        known |= {field: held.values.get(field) for field in _OF_THE_BOARD}
        known["services"] = services(session, held.values)
    return {field: value for field, value in known.items() if value}


def services(session: Session, values: Values) -> tuple[str, ...]:
    """Return the five and the added services of a profile, as far as the notice board has a word for them."""
    words = {code.code for code in session.profile.lists["service_item"]}
    offered = [code for field in ("core_services", "local_services") for code in _codes(values.get(field))]
    return tuple(code for code in offered if code in words)


def _codes(value: object) -> tuple[str, ...]:
    return tuple(str(code) for code in value) if isinstance(value, (tuple, list)) else ()
