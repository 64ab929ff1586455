"""The tables of a desk: for its places, by the rights of who asks, with the records behind each number.

Every case within reach counts, whatever its class: a number names nobody. The list behind a number holds
only the records the actor may read; how many are kept from them is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from peewee import SQL
from peewee import Expression as Condition

from village_desk import divisions, rights
from village_desk.queries.records import Record, may_read, record_of, seen
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.statistics import counting, laying
from village_desk.statistics.counting import Asked, Cell, Counted, Row, Source
from village_desk.statistics.declared import Expression
from village_desk.tables import Model

PAGE = 50
ANONYMOUS = ("satisfaction", "needs_survey")
"""Kinds that name nobody; their counts are open to whoever gives them (domain: services §6.3)."""
_WHOLE = 12
_TOWNSHIP = 9
OFFICE = "（本级）"
"""Stands behind the name of a township whose own office is meant."""
ALL_OF_THEM = "全部村（居）"
"""Where somebody works for several villages: all of them together."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where can be counted: the beginning of the codes, and how it is called."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Behind:
    """The records behind a number.

    Attributes:
        kind: Their kind.
        records: A page of them, newest first.
        readable: How many there are that the actor may read.
        kept_back: How many count and are not open to the actor.
    """

    kind: str
    records: Sequence[Record]
    readable: int
    kept_back: int


def places(session: Session) -> list[Place]:
    """Return what the actor may choose from: each area with what lies in it, the widest first."""
    known = _names(session)
    areas = sorted(
        {area for hold in session.actor.holds for area in hold.areas}, key=lambda one: (len(one), one)
    )
    found: dict[str, Place] = {}
    if len(areas) > 1 and all(len(area) == _WHOLE for area in areas):
        found[""] = Place("", ALL_OF_THEM)
    for area in areas:
        found.setdefault(area, Place(area, _name(known, area)))
        if len(area) == _WHOLE:
            continue
        if len(area) == _TOWNSHIP:
            office = area.ljust(_WHOLE, "0")
            found.setdefault(office, Place(office, _name(known, area) + OFFICE))
        for code in sorted(known):
            if code.startswith(area) and code != area and _reaches(session, code):
                found.setdefault(code, Place(code, _name(known, code)))
    return list(found.values())


def counted(session: Session, asked: Asked) -> Counted:
    """Return a table with its numbers, for what the actor may count."""
    return counting.count(source_of(session), asked, partial(_rows, session, asked))


def records_behind(session: Session, asked: Asked, cell: Cell, offset: int = 0, limit: int = PAGE) -> Behind:
    """Return a page of the records behind a number; reading hardship and restricted ones is logged."""
    kind, query = counting.behind(source_of(session), asked, cell)
    condition, parameters = readable(session, kind)
    table = session.store.tables[kind]
    listed = query.select_extend(SQL(condition, parameters)).order_by(
        table.created_at.desc(), table.id.desc()
    )
    ids = list(listed.tuples().execute(session.store.database))
    mine = [bytes(record_id) for record_id, readable_ in ids if readable_]
    rows = [session.store.row(kind, record_id) for record_id in mine[offset : offset + limit]]
    found = [record_of(session.profile.kind(kind), row) for row in rows if row]
    open_ones = seen(session, [one for one in found if may_read(session, one)])
    return Behind(kind, open_ones, len(mine), len(ids) - len(mine))


# ---------------------------------------------------------------- rights


def source_of(session: Session) -> Source:
    """Return where the actor counts, and what."""
    store = session.store
    return Source(store.tables, store.database, session.profile, partial(reached, session))


def reached(session: Session, table: Model) -> Expression:
    """Return the condition that a row lies where the actor may read records of its kind."""
    kind = table._meta.table_name  # noqa: SLF001 - peewee's own place for it
    found: Expression = Condition(1, "=", 0)
    for hold in session.actor.holds:
        reach = rights.reach(hold.role, "read", kind)
        if kind in ANONYMOUS:  # whoever gives them may know their counts, and of one sheet nothing
            reach = rights.reach(hold.role, "write", kind) or reach
        for area in hold.areas if reach else ():
            begin, whole = rights.covered(reach, area)
            if begin:
                within = (
                    table.scope == begin if whole else (table.scope >= begin) & (table.scope < begin + ":")
                )
                mine = within & (table.created_by == session.actor.user.hex()) if reach == "own" else within
                found |= mine
    return found


def _reaches(session: Session, code: str) -> bool:
    scope = code.ljust(_WHOLE, "0")
    return any(
        (begin := rights.covered(reach, area)[0]) and scope.startswith(begin)
        for hold in session.actor.holds
        if (reach := rights.reach(hold.role, "read", "mediation_case"))
        for area in hold.areas
    )


# ---------------------------------------------------------------- rows


def _rows(session: Session, asked: Asked, found: set[str]) -> Sequence[Row]:
    if asked.table.rows != "place":
        return laying.rows(session.profile, asked, found)
    return _place_rows(session, asked, found)


def _place_rows(session: Session, asked: Asked, found: set[str]) -> list[Row]:
    """Return a row for each unit of the place, and one for each that is in no list but has records."""
    known = _names(session)
    units = {
        place.code: place.name
        for place in places(session)
        if len(place.code) == _WHOLE and place.code.startswith(asked.place)
    }
    for code in sorted(found - units.keys()):
        units[code] = _name(known, code)
    return [Row(units[code], (code,)) for code in sorted(units)]


def _names(session: Session) -> dict[str, str]:
    rows = session.store.query('SELECT "code", "name", "closed_on" FROM "division" ORDER BY "code"')
    return {code: name for code, name, closed_on in rows if not closed_on}


def _name(known: dict[str, str], code: str) -> str:
    """Return how a place is called: the office of a township by the township."""
    normal = divisions.normal_code(code) or code
    name = known.get(normal)
    held = divisions.Division(normal, name) if name else divisions.division(normal)
    shown = held.short_name if held else code
    return shown + OFFICE if len(code) == _WHOLE > len(normal) else shown
