"""The register of mediation cases (人民调解案件登记簿, domain: mediation §1.1): a line a case, by its day."""

from dataclasses import dataclass

from village_desk import rights
from village_desk.queries.records import Record, leaving, may_read, record_of, seen
from village_desk.session import Session
from village_desk.statistics.periods import Period

_CASE, _PARTY = "mediation_case", "case_party"
_WITHIN = (
    '"archived" = 0 AND "scope" >= ? AND "scope" < ? '
    'AND COALESCE("accepted_on", "applied_on") BETWEEN ? AND ?'
)
"""A case stands on the day it was accepted; one that was not, on the day it was applied for."""


@dataclass(frozen=True, slots=True, repr=False)
class Register:
    """The cases of a register.

    Attributes:
        cases: By day and number; the parties of each as (side, name), in their order.
        left_out: Cases of the same place and time that may not leave the desk this way.
    """

    cases: tuple[tuple[Record, tuple[tuple[str, str], ...]], ...]
    left_out: int


def register(session: Session, place: str, period: Period, verb: rights.Verb) -> Register:
    """Return the cases of a place and period that the actor may `verb` ("print", "export").

    Args:
        session: Who asks.
        place: Beginning of the division codes; all 12 digits for one unit.
        period: Over which time.
        verb: What is to be done with it.
    """
    within = (place, place + ":", period.first.isoformat(), period.last.isoformat())
    found, left_out = leaving(session, _CASE, _WITHIN, within, verb)
    parties = _parties(session, within)
    ordered = sorted(found, key=_day_and_number)
    return Register(tuple((one, tuple(parties.get(one.id, ()))) for one in ordered), left_out)


def content(held: Register, place: str, period: Period, note: str) -> dict[str, object]:
    """Return what stands on form 022: unit, time, what is left out, and the cases with their parties."""
    cases = [
        {**one.values, _PARTY: [{"side": side, "name": name} for side, name in parties]}
        for one, parties in held.cases
    ]
    return {"unit": {"name": place}, "list": {"period": period.name, "note": note}, _CASE: cases}


def _parties(session: Session, within: tuple[object, ...]) -> dict[bytes, list[tuple[str, str]]]:
    """Return the parties themselves of the cases, without agents and guardians."""
    kind = session.profile.kind(_PARTY)
    rows = session.store.rows(
        _PARTY,
        f'"archived" = 0 AND COALESCE("role", \'party\') = \'party\' AND "case" IN '  # noqa: S608 - fixed text
        f'(SELECT "id" FROM "{_CASE}" WHERE {_WITHIN})',
        within,
    )
    held = [record_of(kind, row) for row in rows]
    shown = seen(session, [one for one in held if may_read(session, one)])
    found: dict[bytes, list[tuple[str, str]]] = {}
    for one in sorted(shown, key=lambda party: (_order(party), party.created_at, party.id)):
        case, name = one.values.get("case"), one.values.get("name")
        if isinstance(case, bytes) and name:
            found.setdefault(case, []).append((str(one.values.get("side") or ""), str(name)))
    return found


def _order(one: Record) -> int:
    place = one.values.get("order")
    return place if isinstance(place, int) else 0


def _day_and_number(one: Record) -> tuple[str, str, bytes]:
    day = one.values.get("accepted_on") or one.values.get("applied_on")
    return str(day or ""), str(one.values.get("number") or ""), one.id
