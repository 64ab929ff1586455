"""The legal clock of a record: which periods run, until when, why they stand still, who muted them.

Periods are declared by the profile; what people did about them are records of the kind `period_change`
under the case (domain mediation §3.2, §3.3). One that does not say why does not count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from village_desk import deadlines, times
from village_desk.deadlines import Pause
from village_desk.effect import effective_on
from village_desk.fields import is_empty
from village_desk.kinds import KINDS, Values, children_of
from village_desk.profile import Profile
from village_desk.profile_file import WORKED_OUT, Deadline, pause_days
from village_desk.queries.records import Record, may_read, record_of
from village_desk.session import Session

CASE = "mediation_case"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, repr=False)
class Period:
    """One period of a record.

    Attributes:
        deadline: What the profile says about it.
        kind, record_id: The record it runs on; `case_name` names its case, where it has no name itself.
        start: The day it began, which is not counted.
        last_day: Its last day; None while it stands still.
        passed: How many days have been counted by today.
        paused: How many were not, up to today.
        paused_since: Since when it stands still, if it does.
        extended: Its last day was agreed on, and not counted.
        muted: Why nobody is reminded of it any more, or "".
        changed_by: Who muted it or let it stand still last, by name, or "".
    """

    deadline: Deadline
    kind: str
    record_id: bytes
    case_name: str
    start: date
    last_day: date | None
    passed: int
    paused: int = 0
    paused_since: date | None = None
    extended: bool = False
    muted: str = ""
    changed_by: str = ""


def of_record(session: Session, held: Record, near: date | None = None) -> list[Period]:
    """Return the periods that run on one record, soonest first; what stands still comes last.

    With `near`, only those to be thought of on that day: not lapsed, and not too far ahead.
    """
    return _in_order(_periods(session, _Case(session, held), held, near))


def of_case(session: Session, case: Record) -> list[Period]:
    """Return the periods of a case and of everything that hangs on it, soonest first."""
    around = _Case(session, case)
    kinds = {one.kind for one in session.profile.deadlines}
    hung = [
        one
        for child in children_of(case.kind)
        if child.name in kinds
        for one in around.records(child.name)
        if may_read(session, one)
    ]
    return _in_order([found for one in (case, *hung) for found in _periods(session, around, one, None)])


def as_it_ran(session: Session, held: Record, name: str) -> Period | None:
    """Return the period `name` of a record, whatever has ended it since; None where the profile has none."""
    around = _Case(session, held)
    found = _found(session, around, held, ended=True)
    rule = next((one for one in found if one[0].name == name), None)
    today = times.legal_day(session.now())
    return _period(_running(around, held, *rule), around.changes(name), today) if rule else None


def change_problems(profile: Profile, values: Values) -> list[tuple[str, str, str]]:
    """Return (field, code, article) for what a change of a period may not do: some periods never move."""
    rules = [one for one in profile.deadlines if one.name == values.get("period")]
    change, found = values.get("change"), []
    if rules and change == "pause" and not any(one.may_pause for one in rules):
        found.append(("change", "period.no_pause", rules[0].article))
    if rules and change == "extend" and not any(one.may_extend for one in rules):
        found.append(("change", "period.no_extension", rules[0].article))
    first, last = values.get("from_on"), values.get("until_on")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        found.append(("until_on", "period.order", ""))
    return found


class _Case:
    """What lies around a record: its case and what hangs on that, each kind read once, if asked for."""

    def __init__(self, session: Session, held: Record) -> None:
        self._session = session
        parent = KINDS[held.kind].parent
        self._kind = KINDS[held.kind].fields[parent].to if parent else held.kind
        self._id = held.values.get(parent) if parent else held.id
        self._read: dict[str, list[Record]] = {} if parent else {held.kind: [held]}

    def records(self, kind: str) -> Sequence[Record]:
        """Return the case, or the records of a kind that hang on it."""
        if kind not in self._read:
            link = '"id"' if kind == self._kind else f'"{KINDS[kind].parent}"'
            rows = self._session.store.rows(kind, f'{link} = ? AND "archived" = 0', (self._id,))
            self._read[kind] = [record_of(KINDS[kind], row) for row in rows] if self._id else []
        return self._read[kind]

    @property
    def name(self) -> str:
        """The name of the case, or ""."""
        return next((one.name for one in self.records(self._kind)), "")

    def facts(self, held: Record, values: Values, name: str) -> tuple[object, ...]:
        """Return what a record, its case, or what hangs on that, says under a name."""
        kind, _dot, field = name.rpartition(".")
        if not kind or kind == held.kind:
            return (values.get(field),)
        return tuple(one.values.get(field) for one in self.records(kind))

    def changes(self, period: str) -> list[Values]:
        """Return what was decided about a period, as far as it says why."""
        if self._id is None or self._kind != CASE:
            return []
        return [
            one.values
            for one in self.records("period_change")
            if one.values.get("period") == period and not is_empty(one.values.get("reason"))
        ]

    def pauses(self, deadline: Deadline) -> list[Pause]:
        """Return the days that records of the case keep out of a period: the supplying of papers."""
        found = []
        for kind, first, last in map(pause_days, deadline.paused_by):
            for one in self.records(kind):
                begun, ended = one.values.get(first), one.values.get(last)
                if isinstance(begun, date):
                    found.append(Pause(begun + _DAY, ended if isinstance(ended, date) else None))
        return found

    def settled(self, deadline: Deadline, start: date) -> bool:
        """Say whether the case holds what ends a period: a visit, an application to the court."""
        for name in deadline.settled_by:
            kind, _dot, field = name.partition(".")
            for one in self.records(kind):
                day = one.values.get(field) if field else None
                if not isinstance(day, date) or day >= start:
                    return True
        return False


def _periods(session: Session, around: _Case, held: Record, near: date | None) -> list[Period]:
    today = times.legal_day(session.now())
    return [
        _period(_running(around, held, deadline, start), around.changes(deadline.name), today)
        for deadline, start in _found(session, around, held)
        if (near is None or _is_near(deadline, start, near)) and not around.settled(deadline, start)
    ]


def _found(
    session: Session, around: _Case, held: Record, *, ended: bool = False
) -> list[tuple[Deadline, date]]:
    values = dict(held.values)
    if held.kind in WORKED_OUT:
        parties = [one.values for one in around.records("case_party")]
        values["effective_on"] = effective_on(held.kind, values, parties)
    return deadlines.running(
        session.profile, held.kind, values, lambda name: around.facts(held, values, name), ended=ended
    )


def _is_near(deadline: Deadline, start: date, day: date) -> bool:
    """Say whether a period may concern anybody on `day`; pauses and extensions only make it later."""
    if not deadline.on_today:
        return False
    last = deadlines.last_day(deadline, start)
    left = (last - day).days if last else 0
    lapsed = deadline.lapses and left < 0
    return not lapsed and (deadline.ahead is None or left <= deadline.ahead)


@dataclass(frozen=True, slots=True, repr=False)
class _Running:
    """A period of a record, the day it began, and what its case keeps out of it."""

    held: Record
    deadline: Deadline
    start: date
    pauses: list[Pause]
    case_name: str


def _running(around: _Case, held: Record, deadline: Deadline, start: date) -> _Running:
    return _Running(held, deadline, start, around.pauses(deadline), "" if held.name else around.name)


def _period(running: _Running, changes: list[Values], today: date) -> Period:
    deadline, start = running.deadline, running.start
    pauses = running.pauses + [
        Pause(first, last if isinstance(last := one.get("until_on"), date) else None)
        for one in changes
        if deadline.may_pause
        and one.get("change") == "pause"
        and isinstance(first := one.get("from_on"), date)
    ]
    agreed = [
        day
        for one in changes
        if deadline.may_extend and one.get("change") == "extend" and not is_empty(one.get("agreed_by"))
        if isinstance(day := one.get("until_on"), date)
    ]
    counted = deadlines.last_day(deadline, start, pauses)
    ends = max([counted, *agreed]) if counted is not None else None
    muting = [one for one in changes if one.get("change") == "mute"]
    last = (muting or changes or [{}])[-1]
    passed = deadlines.days_passed(deadline, start, today, pauses)
    counted_too = deadlines.days_passed(deadline, start, today) if pauses else passed
    return Period(
        deadline,
        running.held.kind,
        running.held.id,
        running.case_name,
        start,
        ends,
        passed,
        paused=counted_too - passed,
        paused_since=min(one.first for one in pauses if one.last is None) if ends is None else None,
        extended=ends is not None and ends != counted,
        muted=str(muting[-1].get("reason")) if muting else "",
        changed_by=str(last.get("decided_by") or ""),
    )


def _in_order(found: list[Period]) -> list[Period]:
    return sorted(found, key=lambda one: (bool(one.muted), one.last_day or date.max, one.deadline.name))
