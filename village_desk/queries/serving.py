"""For which village somebody works today, where they work for more than one (为哪个村服务).

An adviser serves several villages from one laptop with one log-in; a record lies in the village it is made
for and nobody of another village sees it, so that the village is chosen, for the day, before one is made.
The head of a judicial office chooses for whom a contract or an assessment is.
"""

from collections.abc import Iterable

from village_desk import divisions, rights, times
from village_desk.errors import UserError
from village_desk.kinds import KINDS
from village_desk.queries.placing import Place
from village_desk.session import Session

_WHOLE, _TOWNSHIP, _COUNTY = 12, 9, 6
ROOM, OFFICE = "法律服务室", "司法所"
OF_A_VILLAGE = ("adviser_appointment", "adviser_assessment")
"""Kinds a township writes about one of its villages."""


def key(session: Session) -> str:
    """Return under which name the choice of who is signed in is kept."""
    return f"serving.{session.actor.user.hex()}"


def villages(session: Session) -> list[Place]:
    """Return the villages somebody works in by grants of their own, where there is more than one."""
    areas = {area for hold in session.actor.holds for area in hold.areas if len(area) == _WHOLE}
    return named(session, areas) if len(areas) > 1 else []


def villages_for(session: Session, kind: str) -> list[Place]:
    """Return the villages a record of `kind` may be made for, where one must be chosen."""
    if kind not in OF_A_VILLAGE:
        return villages(session)
    inside = [code for code in _known(session) if len(code) == _WHOLE and _may_write(session, kind, code)]
    return named(session, inside)


def chosen(session: Session) -> str:
    """Return the village chosen for today, or ""."""
    day, _, code = session.store.text_state(key(session)).partition(" ")
    return code if day == times.legal_day(session.now()).isoformat() else ""


def asks(session: Session, kind: str) -> bool:
    """Say whether somebody may have to choose a village for a new record of `kind`; reads nothing."""
    return kind in OF_A_VILLAGE or len({area for hold in session.actor.holds for area in hold.areas}) > 1


def scope_for(session: Session, kind: str) -> str:
    """Return where a new record of `kind`, which hangs on no other, lies.

    Raises:
        UserError: "serving.not_chosen": it must be said first for which village.
    """
    if session.place:
        return session.place
    if asks(session, kind):
        open_ones = {code for code, _name in villages_for(session, kind)}
        if open_ones:
            today = chosen(session)
            if today not in open_ones:
                raise UserError("serving.not_chosen")
            return today
    return session.store.unit_scope


def named(session: Session, codes: Iterable[str]) -> list[Place]:
    """Return places with the short names of their villages, by code."""
    known = dict(session.store.query('SELECT "code", "name" FROM "division"'))
    return [(code, _short(code, known)) for code in sorted(set(codes))]


def name_of(session: Session, scope: str) -> str:
    """Return the short name of one place."""
    return named(session, [scope])[0][1]


def full_name(session: Session, scope: str) -> str:
    """Return the name of a place as papers have it: that of the committee; of an office, its own."""
    if scope.endswith("000"):
        return name_of(session, scope) + OFFICE
    known = session.store.query('SELECT "name" FROM "division" WHERE "code" = ?', (scope,))
    held = divisions.division(scope)
    return str(known[0][0]) if known else held.name if held else scope


def unit_names(session: Session, scope: str) -> dict[str, object]:
    """Return what a paper calls the unit of another place, as `papers.unit` does that of this desk."""
    office = scope.endswith("000")
    township, county = name_of(session, scope[:_TOWNSHIP]), name_of(session, scope[:_COUNTY])
    village = "" if office else name_of(session, scope)
    room = OFFICE if office else ROOM
    return {
        "name": township + village + room,
        "village": village,
        "township": township,
        "county": county,
        "code": scope,
    }


def _short(code: str, known: dict[str, str]) -> str:
    normal = divisions.normal_code(code) or code
    name = known.get(normal)
    held = divisions.Division(normal, name) if name else divisions.division(normal)
    return held.short_name if held else code


def _known(session: Session) -> list[str]:
    """Return the divisions of the desk's county: as it keeps them, or as they are shipped."""
    kept = session.store.query('SELECT "code" FROM "division" WHERE "closed_on" IS NULL')
    return [str(row[0]) for row in kept] or [
        one.code for one in divisions.county(session.store.unit_code[:6])
    ]


def _may_write(session: Session, kind: str, scope: str) -> bool:
    target = rights.Target(kind, KINDS[kind].class_, scope, own=True, reader=True)
    return session.actor.may("write", target)
