"""What the township looks at in a visit beside its text: times, places, matters (domain services F23)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from village_desk import times
from village_desk.fields import is_empty
from village_desk.i18n import N_
from village_desk.kinds import KINDS
from village_desk.queries import records
from village_desk.queries.checklist.case_file import Finding, at
from village_desk.queries.records import Record, record_of
from village_desk.session import Session

_HOUR = 3_600_000
_LONG = 12 * _HOUR
_SHORT = 10 * 60_000
_YEAR = 366 * 24 * _HOUR
_NEWEST = 300
"""Most other visits of the adviser that are compared."""


@dataclass(frozen=True, slots=True, repr=False)
class VisitFile:
    """A visit, its matters, the other visits of the same adviser within a year."""

    visit: Record
    items: Sequence[Record]
    others: Sequence[Record]
    now: times.Moment

    def moment(self, name: str) -> int | None:
        """Return a time of the visit."""
        return _moment(self.visit, name)


def gather(session: Session, visit: Record) -> VisitFile:
    """Read a visit for its review; of other villages what lies at this desk."""
    item = session.profile.kind("served_item")
    rows = session.store.rows(
        visit.kind,
        '"adviser" = ? AND "id" <> ? AND "archived" = 0 AND coalesce("arrived_at", "created_at") > ? '
        'ORDER BY "created_at" DESC LIMIT ?',
        (visit.values.get("adviser"), visit.id, session.now() - _YEAR, _NEWEST),
    )
    others = [record_of(KINDS[visit.kind], row) for row in rows]
    return VisitFile(
        visit,
        records.linked(session, item, visit.id),
        others,
        session.now(),
    )


def times_right(file: VisitFile) -> list[Finding]:
    """V1: in before out, on the day of the visit, and as long as a visit is."""
    arrived, left = file.moment("arrived_at"), file.moment("left_at")
    if arrived is None or left is None:
        return [at(file.visit, "arrived_at", N_("checks", "A time of arrival or leaving is missing."))]
    if left <= arrived:
        return [at(file.visit, "left_at", N_("checks", "The adviser left before arriving."))]
    found = []
    if left > file.now:
        found.append(at(file.visit, "left_at", N_("checks", "The time of leaving has not come yet.")))
    day = file.visit.values.get("visited_on")
    if isinstance(day, date) and times.legal_day(arrived) != day:
        found.append(at(file.visit, "visited_on", N_("checks", "The day is not the day of the arrival.")))
    if left - arrived > _LONG:
        found.append(at(file.visit, "left_at", N_("checks", "The visit lasted more than twelve hours.")))
    if left - arrived < _SHORT:
        found.append(at(file.visit, "left_at", N_("checks", "The visit lasted less than ten minutes.")))
    return found


def nowhere_else(file: VisitFile) -> list[Finding]:
    """V2: the adviser was in no other place at the same time."""
    arrived, left = file.moment("arrived_at"), file.moment("left_at")
    if arrived is None or left is None:
        return []
    text = N_("checks", "At this time another visit of the same adviser was going on, in {place}.")
    return [
        at(file.visit, "arrived_at", text, place=other.values.get("village") or other.scope)
        for other in file.others
        if (_moment(other, "arrived_at") or left) < left and arrived < (_moment(other, "left_at") or arrived)
    ]


def confirmed(file: VisitFile) -> list[Finding]:
    """V3: the village has confirmed it."""
    if file.visit.state == "confirmed":
        return []
    return [at(file.visit, "", N_("checks", "The village has not confirmed the visit."))]


def matters_told(file: VisitFile) -> list[Finding]:
    """V4: each matter says for whom it was and what was done."""
    text = N_("checks", "It does not say for whom this was done, or what came of it.")
    found = [
        at(one, "client" if is_empty(one.values.get("client")) else "result", text)
        for one in file.items
        if is_empty(one.values.get("client")) or is_empty(one.values.get("result"))
    ]
    if not file.items:
        found.append(at(file.visit, "served_item", N_("checks", "No matter is written down.")))
    return found


def _moment(visit: Record, name: str) -> int | None:
    value = visit.values.get(name)
    return value if isinstance(value, int) else None
