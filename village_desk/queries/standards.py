"""How much service an adviser owes a village, by contract or by the county's standard, and what is missing.

At least some hours on site each month and a lecture each quarter (domain: services §3.4); the numbers are
the county's (parameters of the profile) where the contract says nothing. Without a number nothing is owed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from village_desk import times
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, record_of
from village_desk.queries.serving import full_name, name_of, scope_for, villages_for
from village_desk.session import Session
from village_desk.statistics.adviser import LECTURES
from village_desk.statistics.periods import Period, period_of

_HOUR = 60
_MONTHS_OF_A_QUARTER = 3
_WHOLE = 12
_SAID = {
    "minutes": N_("standards", "{count} hours on site"),
    "visits": N_("standards", "{count} visits"),
    "lectures": N_("standards", "{count} lectures"),
}


@dataclass(frozen=True, slots=True)
class Standard:
    """What is owed: minutes on site and visits a month, lectures a quarter; 0 where nothing is."""

    minutes: int = 0
    visits: int = 0
    lectures: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which villages have an adviser today: how many there are, those without one, those with several."""

    villages: int
    without: tuple[str, ...]
    several: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is still missing in a village.

    Attributes:
        scope: The village.
        place: Its name.
        what: "minutes", "visits" or "lectures".
        count: How much: minutes, or a number.
        until: Last day of the month or quarter.
    """

    scope: str
    place: str
    what: str
    count: int
    until: date


def appointments(session: Session, scope: str, period: Period) -> list[Record]:
    """Return the contracts for a village that are in force at some time of a period, oldest first."""
    rows = session.store.rows("adviser_appointment", '"archived" = 0 AND "scope" = ?', (scope,))
    held = [record_of(KINDS["adviser_appointment"], row) for row in rows]
    return [one for one in sorted(held, key=_begun) if _in_force(one, period)]


def coverage(session: Session) -> Coverage:
    """Return who is without an adviser among the villages the actor may appoint one for (顾问覆盖)."""
    today = times.legal_day(session.now())
    found = villages_for(session, "adviser_appointment")
    advised = {code: len(appointments(session, code, Period(today, today))) for code, _name in found}
    return Coverage(
        len(found),
        tuple(name for code, name in found if not advised[code]),
        tuple(name for code, name in found if advised[code] > 1),
    )


def _begun(one: Record) -> tuple[str, int]:
    return str(one.values.get("since") or ""), one.created_at


def _in_force(one: Record, period: Period) -> bool:
    since, until, ended = (one.values.get(name) for name in ("since", "until", "ended_on"))
    last = min((day for day in (until, ended) if isinstance(day, date)), default=period.last)
    return (not isinstance(since, date) or since <= period.last) and last >= period.first


def standard(session: Session, scope: str, period: Period) -> Standard:
    """Return what is owed to a village: by its contract, else by the county's standard."""
    contracts = appointments(session, scope, period)
    agreed = contracts[-1].values if contracts else {}

    def owed(name: str, parameter: str) -> int:
        said = agreed.get(name)
        held = said if isinstance(said, int) else session.profile.parameters.get(parameter)
        return held if isinstance(held, int) else 0

    return Standard(
        owed("hours", "adviser_hours_a_month") * _HOUR,
        owed("visits", "adviser_visits_a_month"),
        owed("lectures", "adviser_lectures_a_quarter"),
    )


def below(session: Session, scope: str, period: Period, numbers: Mapping[str, int]) -> str:
    """Return what a village lacks of the standard in a whole period, in words; "" when nothing."""
    owed = standard(session, scope, period)
    months = len(list(period.months()))
    whole = period_of("quarter", period.first)
    wanted = {
        "minutes": owed.minutes * months,
        "visits": owed.visits * months,
        "lectures": owed.lectures * (months // _MONTHS_OF_A_QUARTER) if period.last >= whole.last else 0,
    }
    lacking = [_said(name, need - numbers[name]) for name, need in wanted.items() if need > numbers[name]]
    return "、".join(lacking)


def first_values(session: Session, kind: str) -> Values:
    """Return what a new record of the adviser's begins with: whose village, by whom, of which time.

    Raises:
        UserError: "serving.not_chosen".
    """
    scope = scope_for(session, kind)
    today = times.legal_day(session.now())
    contracts = appointments(session, scope, Period(today, today))
    agreed = contracts[-1].values if contracts and kind != "adviser_appointment" else {}
    village = full_name(session, scope)
    known: Values = {name: agreed.get(name) for name in ("adviser", "firm", "licence")}
    known |= {"village": village, "asked_by": village, "checked_unit": village, "year": today.year}
    if "adviser" in session.actor.roles:
        known |= {"adviser": session.actor.name, "reviewer": session.actor.name}
    if kind == "adviser_report":
        month = period_of("month", today)
        known = {"since": month.first, "until": month.last, "reporting_unit": village}
    fields = KINDS[kind].fields
    return {name: value for name, value in known.items() if name in fields and value is not None}


def said(one: Missing) -> str:
    """Return how much of what is missing, in words."""
    return _said(one.what, one.count)


def _said(what: str, count: int) -> str:
    shown = f"{-(-count * 10 // _HOUR) / 10:g}" if what == "minutes" else str(count)
    return translated("standards", _SAID[what]).format(count=shown)


def missing(session: Session) -> list[Missing]:
    """Return what is missing this month and quarter in the villages of who asks, once it is time to say.

    Everything that was done counts, approved or not: this reminds, and does not report.
    """
    today = times.legal_day(session.now())
    villages = sorted({area for hold in session.actor.holds for area in hold.areas if len(area) == _WHOLE})
    return [one for scope in villages for one in _missing_in(session, scope, today)]


def _missing_in(session: Session, scope: str, today: date) -> list[Missing]:
    month, quarter = period_of("month", today), period_of("quarter", today)
    owed = standard(session, scope, month)
    done = {
        "minutes": spent(session, scope, month),
        "visits": _visits(session, scope, month),
        "lectures": _lectures(session, scope, quarter),
    }
    spans = {"minutes": month, "visits": month, "lectures": quarter}
    wanted = {"minutes": owed.minutes, "visits": owed.visits, "lectures": owed.lectures}
    return [
        Missing(scope, name_of(session, scope), name, need - done[name], spans[name].last)
        for name, need in wanted.items()
        if need > done[name] and _time_to_say(session, spans[name], today)
    ]


def _time_to_say(session: Session, period: Period, today: date) -> bool:
    """Say whether so much of a period is over that what is missing should be thought of."""
    share = session.profile.parameters.get("adviser_warn_percent")
    percent = share if isinstance(share, int) else 70
    passed, whole = (today - period.first).days + 1, (period.last - period.first).days + 1
    return passed * 100 >= whole * percent


_DONE = (
    '"archived" = 0 AND "scope" = ? AND "visited_on" BETWEEN ? AND ? '
    "AND COALESCE(\"state\", '') NOT IN ('planned', 'cancelled')"
)


def _bounds(scope: str, period: Period) -> tuple[str, str, str]:
    return scope, period.first.isoformat(), period.last.isoformat()


def _there(session: Session) -> str:
    """Return the condition that a visit was on site; codes are of the profile, ASCII by its check."""
    codes = [one.code for one in session.profile.lists["visit_mode"] if one.maps_to == "on_site"]
    return '"mode" IN ({})'.format(", ".join(f"'{code}'" for code in codes)) if codes else "0"


def spent(session: Session, scope: str, period: Period) -> int:
    """Return the minutes on site in a village and period, approved or not."""
    sql = (
        'SELECT COALESCE(SUM(("left_at" - "arrived_at") / 60000), 0) FROM "adviser_visit" '  # noqa: S608 - fixed text
        f'WHERE {_DONE} AND "left_at" > "arrived_at" AND {_there(session)}'
    )
    return int(session.store.query(sql, _bounds(scope, period))[0][0])


def _visits(session: Session, scope: str, period: Period) -> int:
    sql = f'SELECT count(*) FROM "adviser_visit" WHERE {_DONE} AND {_there(session)}'  # noqa: S608 - fixed text
    return int(session.store.query(sql, _bounds(scope, period))[0][0])


def _lectures(session: Session, scope: str, period: Period) -> int:
    """Return the lectures of visits, and those written down as activities with an adviser speaking."""
    of_visits = (
        'SELECT COALESCE(SUM(COALESCE("quantity", 1)), 0) FROM "served_item" WHERE "archived" = 0 '  # noqa: S608 - fixed text
        f'AND "service" = \'lecture\' AND "visit" IN (SELECT "id" FROM "adviser_visit" WHERE {_DONE})'
    )
    held = (
        'SELECT count(*) FROM "publicity_activity" p WHERE p."archived" = 0 AND p."scope" = ? '
        'AND p."held_on" BETWEEN ? AND ? AND (instr(p."way", ?) OR instr(p."way", ?)) '
        'AND p."speaker" IN (SELECT "adviser" FROM "adviser_appointment" c WHERE c."scope" = p."scope" '
        'AND c."archived" = 0) '
        'AND p."id" NOT IN (SELECT "activity" FROM "served_item" WHERE "activity" IS NOT NULL)'
    )
    bounds, ways = _bounds(scope, period), tuple(f'"{code}"' for code in LECTURES)
    store = session.store
    return int(store.query(of_visits, bounds)[0][0]) + int(store.query(held, (*bounds, *ways))[0][0])
