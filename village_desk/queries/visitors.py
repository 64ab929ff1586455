"""The register of visitors and callers (来访(来电)登记簿, domain services F02): a line a visit."""

from dataclasses import dataclass

from village_desk import rights
from village_desk.priority import COUNTED_ONLY
from village_desk.queries.records import Record, leaving
from village_desk.session import Session
from village_desk.statistics.periods import Period

_KIND = "consultation"
_WITHIN = '"archived" = 0 AND "scope" >= ? AND "scope" < ? AND "met_on" BETWEEN ? AND ?'
_CALL = "3"
"""Code of the list `consultation_channel` (来电)."""


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
    found, left_out = leaving(session, _KIND, _WITHIN, within, verb)
    ordered = sorted(found, key=lambda one: (str(one.values["met_on"]), one.created_at, one.id))
    return Visitors(tuple(ordered), left_out)


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
    return isinstance(groups, tuple) and any(code not in COUNTED_ONLY for code in groups)
