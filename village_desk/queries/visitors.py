"""The register of visitors and callers (来访(来电)登记簿, domain services F02): a line a visit."""

from dataclasses import dataclass

from village_desk import rights
from village_desk.queries.records import Record, record_of, seen, target
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.statistics.periods import Period

_KIND = "consultation"
_WITHIN = '"archived" = 0 AND "scope" >= ? AND "scope" < ? AND "met_on" BETWEEN ? AND ?'
_CALL = "3"
"""Code of the list `consultation_channel` (来电)."""
_NOBODY_SPECIAL = ("G05", "G21", "G99")
"""Codes of `priority_group` that are counted and are not priority groups (妇女、农民、其他)."""


@dataclass(frozen=True, slots=True, repr=False)
class Visitors:
    """The visits of a place and time.

    Attributes:
        visits: By day, and in the order they were written down.
        left_out: Visits of the same place and time that may not leave the desk this way.
    """

    visits: tuple[Record, ...]
    left_out: int


def visitors(session: Session, place: str, period: Period, verb: rights.Verb) -> Visitors:
    """Return the visits of a place and period that the actor may `verb` ("print", "export").

    Args:
        session: Who asks.
        place: Beginning of the division codes; all 12 digits for one unit.
        period: Over which time.
        verb: What is to be done with it.
    """
    within = (place, place + ":", period.first.isoformat(), period.last.isoformat())
    mine, parameters = readable(session, _KIND)
    kind = session.profile.kind(_KIND)
    rows = session.store.rows(
        _KIND, f'{_WITHIN} AND {mine} ORDER BY "met_on", "created_at", "id"', (*within, *parameters)
    )
    found = [record_of(kind, row) for row in rows]
    open_ones = [one for one in found if session.actor.may(verb, target(session, one))]
    counted = session.store.query(f'SELECT count(*) FROM "{_KIND}" WHERE {_WITHIN}', within)  # noqa: S608 - fixed text
    return Visitors(tuple(seen(session, open_ones)), int(counted[0][0]) - len(open_ones))


def content(
    session: Session, held: Visitors, place: str, period: Period, note: str = ""
) -> dict[str, object]:
    """Return what stands on form 025: place and time, the visits, and the closing line."""
    calls = sum(one.values.get("channel") == _CALL for one in held.visits)
    sums = {"total": len(held.visits), "calls": calls, "priority": sum(map(_special, held.visits))}
    return {
        "unit": {"name": place},
        "list": {"period": period.name, "note": note, **{name: str(count) for name, count in sums.items()}},
        _KIND: [{**one.values, "result": result(session, one)} for one in held.visits],
    }


def result(session: Session, visit: Record) -> str:
    """Return what became of a visit, in the words of whoever wrote it, or of the steps taken."""
    written = visit.values.get("result")
    if written:
        return str(written)
    handling = visit.values.get("handling")
    named = (
        [session.profile.label("handling", code) for code in handling] if isinstance(handling, tuple) else []
    )
    return "、".join([*named, session.profile.label("consultation_state", visit.state)])


def _special(visit: Record) -> bool:
    groups = visit.values.get("groups")
    return isinstance(groups, tuple) and any(code not in _NOBODY_SPECIAL for code in groups)
