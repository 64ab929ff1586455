"""Who stands on the room's notice board: advisers, the directory, mediators, as they serve today (公示牌)."""

from datetime import date

from village_desk import times
from village_desk.queries.records import Record, may_read, record_of, seen
from village_desk.queries.visible import readable
from village_desk.session import Session

BOARD = "notice_board"
LISTED = ("adviser_appointment", "resource", "register_person")
_FIRST = ("adviser", "station", "legal_aid", "lawyer", "legal_worker", "notary", "appraiser", "police")
"""Who comes first where nobody has said an order."""


def serving(session: Session) -> dict[str, list[Record]]:
    """Return the contracts of advisers, the entries of the directory marked for it, the mediators in office.

    Who no longer serves, or not yet, or other villages only, is left out; an adviser who stands in the
    directory as well stands on the board once, as the contract says.
    """
    village = session.store.text_state("unit_village")
    advisers = [one for one in in_office(session, "adviser_appointment") if _here(one, village, "village")]
    known = {one.values.get("adviser") for one in advisers}
    found = [
        one
        for one in in_office(session, "resource")
        if one.values.get("on_board")
        and _here(one, village, "villages")
        and not (one.values.get("category") == "adviser" and one.values.get("name") in known)
    ]
    mediators = in_office(session, "register_person")
    return {
        "adviser_appointment": advisers,
        "resource": sorted(found, key=_place),
        "register_person": sorted(mediators, key=lambda one: (one.created_at, one.id)),
    }


def lists(session: Session) -> dict[str, object]:
    """Return the same as the content of the board's paper."""
    return {kind: [one.values for one in found] for kind, found in serving(session).items()}


def in_office(session: Session, kind: str) -> list[Record]:
    """Return the records of a kind whose term has begun and not ended, and who have not left."""
    today = times.legal_day(session.now())
    return [one for one in _readable(session, kind) if _serves(one, today)]


def changed_since_posted(session: Session, board: Record) -> list[Record]:
    """Return who stands on the board, or stood there, and was changed after the day it was put up."""
    posted = board.values.get("posted_on")
    if not isinstance(posted, date):
        return []
    every = [one for kind in LISTED for one in _readable(session, kind)]
    return [one for one in every if times.legal_day(one.changed_at) > posted]


def _readable(session: Session, kind: str) -> list[Record]:
    where, parameters = readable(session, kind)
    rows = session.store.rows(kind, f'"archived" = 0 AND {where}', tuple(parameters))
    declared = session.profile.kind(kind)
    return seen(session, [one for row in rows if may_read(session, one := record_of(declared, row))])


def _serves(one: Record, today: date) -> bool:
    since, until = one.values.get("since"), one.values.get("until")
    left = one.values.get("left_on") or one.values.get("ended_on")
    return (
        not (isinstance(since, date) and since > today)
        and not (isinstance(until, date) and until < today)
        and not (isinstance(left, date) and left <= today)
    )


def _here(one: Record, village: str, field: str) -> bool:
    named = str(one.values.get(field) or "")
    return not named or not village or village in named


def _place(one: Record) -> tuple[int, int, int, bytes]:
    order, category = one.values.get("order"), str(one.values.get("category") or "")
    rank = _FIRST.index(category) if category in _FIRST else len(_FIRST)
    return (order if isinstance(order, int) else 1_000, rank, one.created_at, one.id)
