"""The lines of a monthly or quarterly report of advisers' work, counted and kept as they were counted.

村(居)法律顾问工作情况月(季)报表, domain: services F24.
"""

from datetime import date

from village_desk import ids
from village_desk.commands.records import refuse_locked, save_in
from village_desk.errors import Invalid, Problem
from village_desk.kinds import KINDS, Values
from village_desk.queries import standards
from village_desk.queries.records import linked, record, target
from village_desk.queries.serving import name_of, named
from village_desk.session import Changes, Session
from village_desk.statistics import ADVISER_WORK, TABLES, Asked, Counted, Period, counted
from village_desk.store import UnitOfWork

REPORT, LINE = "adviser_report", "report_line"
_COPIED = (
    "visits",
    "minutes",
    "remote",
    "consultations",
    "mediations",
    "documents",
    "guidance",
    "rules",
)
_TOWNSHIP, _OFFICE = 9, "000"


def fill(session: Session, report_id: bytes) -> Changes:
    """Count the lines of a report anew, for its place and period; earlier ones go out of sight.

    Raises:
        Invalid: The period is not filled in, or its end lies before its beginning.
        NotAllowed: The actor may not write it, or it is approved.
    """
    report = record(session, REPORT, report_id)
    session.actor.require("write", target(session, report))
    refuse_locked(session, KINDS[REPORT], report_id, report.values)
    period = _period(report.values)
    place = report.scope[:_TOWNSHIP] if report.scope.endswith(_OFFICE) else report.scope
    found = counted(session, Asked(TABLES[ADVISER_WORK], period, place))
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for line in linked(session, KINDS[LINE], report_id):
            uow.archive(LINE, line.id)
        _write(session, uow, report_id, found)
        if not report.values.get("reporting_unit"):
            uow.put(REPORT, report_id, {"reporting_unit": named(session, [place])[0][1]})
    return uow.touched


def _period(values: Values) -> Period:
    since, until = values.get("since"), values.get("until")
    problems = [
        Problem(name, "missing") for name in ("since", "until") if not isinstance(values.get(name), date)
    ]
    if problems or not isinstance(since, date) or not isinstance(until, date):
        raise Invalid(problems)
    if until < since:
        raise Invalid([Problem("until", "period.order")])
    return Period(since, until)


def _write(session: Session, uow: UnitOfWork, report_id: bytes, found: Counted) -> None:
    """Write a line a village, those without any work too; the office itself has no adviser."""
    order = 0
    for place, row in enumerate(found.rows):
        scope = row.keys[0]
        if scope.endswith(_OFFICE):
            continue
        order += 1
        numbers = {name: found.numbers[place, name] for name in found.totals}
        values: Values = {"report": report_id, "order": order, "village": row.label}
        values |= {name: numbers[name] for name in _COPIED}
        values |= _worked_out(session, scope, found.asked.period, numbers)
        held = {**numbers, "lectures": numbers["lectures"] + numbers["held_lectures"]}
        lacking = standards.below(session, scope, found.asked.period, held)
        values["standard"] = f"{row.label}：{lacking}" if lacking else ""
        problems = save_in(session, uow, LINE, ids.new_id(), values)
        if problems:
            raise Invalid(problems)


def _worked_out(session: Session, scope: str, period: Period, numbers: dict[str, int]) -> Values:
    contracts = standards.appointments(session, scope, period)
    rated = numbers["rated"]
    return {
        "township": name_of(session, scope[:_TOWNSHIP]),
        "adviser": "、".join(str(one.values.get("adviser") or "") for one in contracts),
        "firm": "、".join(dict.fromkeys(str(one.values.get("firm") or "") for one in contracts)),
        "lectures": numbers["lectures"] + numbers["held_lectures"],
        "audience": numbers["audience"] + numbers["held_audience"],
        "contracts": numbers["contracts"] + numbers["written_contracts"],
        "opinions": numbers["opinions"] + numbers["written_opinions"],
        "satisfaction": f"{round(numbers['satisfied'] * 100 / rated)}" if rated else "",
    }
