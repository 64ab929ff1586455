"""What waits on this desk today: overdue first, then what came back, then what runs out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from village_desk import duties, times
from village_desk.kinds import KINDS
from village_desk.profile_file import Deadline
from village_desk.queries import clock, quarantine, releases, review_queue, standards, visits
from village_desk.queries.conflicts import open_conflicts
from village_desk.queries.records import Record, find, may_read, record_of, target
from village_desk.queries.reviews import remarks_of, state_of
from village_desk.queries.visible import readable, shown
from village_desk.session import Session
from village_desk.visits import VISIT

Urgency = Literal["overdue", "returned", "attention", "due", "review"]
_ORDER: tuple[Urgency, ...] = ("overdue", "returned", "attention", "due", "review")

SCANNED = 200
"""Most open records of one state that are looked at for deadlines, and most reviews for returns."""


@dataclass(frozen=True, slots=True, repr=False)
class Task:
    """One thing to do.

    Attributes:
        urgency: overdue, returned, attention (conflict or set aside), due, review (for the township).
        kind, record_id: Where it leads; `field` where in it.
        title: Who or what it is about.
        what: Code of the sentence ("duty", "deadline.<name>", "returned", "conflict", "set_aside",
            "to_decide", "review").
        due_on: Last day of the period, if one runs.
        article: The rule behind the period.
        remarks: What the township said, as (field, text).
        said_by: Who said it.
        round: How many times it was sent.
        details: What fills the sentence of `what`.
    """

    urgency: Urgency
    kind: str
    record_id: bytes
    title: str
    what: str
    field: str = ""
    due_on: date | None = None
    article: str = ""
    remarks: tuple[tuple[str, str], ...] = ()
    said_by: str = ""
    round: int = 0
    details: tuple[tuple[str, object], ...] = ()


def tasks(session: Session) -> list[Task]:
    """Return what waits, most urgent first; as much as concerns the actor."""
    found = [*_duties(session), *_deadlines(session), *_returned(session), *_attention(session)]
    found += _advising(session)
    if _reviews(session):
        found += _to_review(session)
    return sorted(
        found,
        key=lambda task: (
            task.what != "duty",
            _ORDER.index(task.urgency),
            task.due_on or date.max,
            task.record_id,
        ),
    )


def _reviews(session: Session) -> bool:
    return not {"station_staff", "station_head"}.isdisjoint(session.actor.roles)


def _deadlines(session: Session) -> list[Task]:
    today = times.legal_day(session.now())
    return [
        _task(held, period, period.last_day, today)
        for kind in dict.fromkeys(deadline.kind for deadline in session.profile.deadlines)
        for held in _open_records(session, kind)
        for period in clock.of_record(session, held, today)
        if period.last_day is not None and not period.muted
    ]


def _task(held: Record, period: clock.Period, last_day: date, today: date) -> Task:
    return Task(
        "overdue" if last_day < today else "due",
        held.kind,
        held.id,
        held.name or period.case_name,
        f"deadline.{period.deadline.name}",
        due_on=last_day,
        article=period.deadline.article,
    )


def _duties(session: Session) -> list[Task]:
    """Return what must be reported at once and was not: before everything else, from the day it was seen."""
    return [task for of, kind in duties.REPORTS.items() for task in _unreported(session, of, kind)]


def _unreported(session: Session, of: str, kind: str) -> list[Task]:
    readable_here, parameters = readable(session, kind)
    where = f'"archived" = 0 AND {readable_here} ORDER BY "created_at" DESC LIMIT {SCANNED}'
    rows = session.store.rows(kind, where, tuple(parameters))
    found = [record_of(KINDS[kind], row) for row in rows]
    tasks = []
    for one in found:
        parent = one.values.get(KINDS[kind].parent)
        above = find(session, of, parent) if isinstance(parent, bytes) else None
        if above is None or duties.answered(one.values) or not _may_act(session, one):
            continue
        seen_on = one.values.get("found_on")
        day = seen_on if isinstance(seen_on, date) else times.legal_day(one.created_at)
        duty = str(one.values.get("duty") or "")
        article = duties.ARTICLES.get(duty, "")
        tasks.append(Task("overdue", one.kind, one.id, above.name, "duty", due_on=day, article=article))
    return tasks


def _open_records(session: Session, kind: str) -> list[Record]:
    """Return the records of a kind for which a period may run: by state where the kind has one.

    Of each state the oldest come first, because they are overdue first; a period that no state ends is
    looked for in the newest that nothing has ended yet.
    """
    ours = [one for one in session.profile.deadlines if one.kind == kind and one.on_today]
    states = sorted({state for one in ours for state in one.states})
    readable_here, parameters = readable(session, kind)
    where = f'"archived" = 0 AND {readable_here} ORDER BY "created_at"'
    rows: list[dict[str, Any]] = []
    for state in states:
        rows += session.store.rows(kind, f'"state" = ? AND {where} LIMIT {SCANNED}', (state, *parameters))
    if not states:
        open_ones = f"({' OR '.join(_still_open(one) for one in ours)}) AND "
        rows += session.store.rows(kind, f"{open_ones}{where} DESC LIMIT {SCANNED}", tuple(parameters))
    found = (record_of(KINDS[kind], row) for row in rows)
    return [shown(session, one) for one in found if may_read(session, one) and _may_act(session, one)]


def _still_open(deadline: Deadline) -> str:
    """Return the SQL condition that a period of a record has begun and nothing in the record has ended it."""
    begun = [f'"{name}" IS NOT NULL' for name in deadline.from_ if name in KINDS[deadline.kind].fields]
    return " AND ".join([*begun, *(f'"{name}" IS NULL' for name in deadline.done_by)]) or "1"


def _may_act(session: Session, held: Record) -> bool:
    """A period is the business of those who can do something about it, not of all who can look on."""
    about = target(session, held)
    return session.actor.may("write", about) or session.actor.may("move", about)


def _returned(session: Session) -> list[Task]:
    """Return the records whose latest submission was returned, if this desk's unit is to mend them."""
    if _reviews(session):
        return []
    where, parameters = readable(session, "review")
    rows = session.store.rows(
        "review",
        f'"outcome" = \'returned\' AND "archived" = 0 AND {where} AND NOT EXISTS ('  # noqa: S608 - bound
        'SELECT 1 FROM "submission" s '
        'JOIN "submission" answered ON answered."id" = "review"."submission" '
        'WHERE s."record_id" = "review"."record_id" AND s."round" > answered."round") '
        f'ORDER BY "created_at" DESC, "id" DESC LIMIT {SCANNED}',
        tuple(parameters),
    )
    found = []
    for review in (record_of(KINDS["review"], row) for row in rows):
        kind, record_id = str(review.values["record_kind"]), bytes.fromhex(str(review.values["record_id"]))
        held = find(session, kind, record_id)
        state = state_of(session, kind, record_id)
        if (
            held is None
            or state.standing != "returned"
            or state.submission != review.values.get("submission")
        ):
            continue
        remarks = tuple((remark.field, remark.text) for remark in remarks_of(review))
        found.append(
            Task(
                "returned",
                kind,
                record_id,
                held.name,
                "returned",
                field=remarks[0][0] if remarks else "",
                remarks=remarks,
                said_by=state.reviewed_by,
                round=state.round,
            )
        )
    return found


def _advising(session: Session) -> list[Task]:
    """Return the logs that wait for the village's word, and the service that is still missing."""
    if {"village_clerk", "adviser"}.isdisjoint(session.actor.roles):
        return []
    found = [Task("due", VISIT, one.id, one.name, "adviser.confirm") for one in visits.to_confirm(session)]
    for one in standards.missing(session):
        said = (("what", standards.said(one)),)
        found.append(Task("due", VISIT, b"", one.place, "adviser.missing", due_on=one.until, details=said))
    return found


def _attention(session: Session) -> list[Task]:
    found = [
        Task("attention", one.kind, one.record_id, one.record_name, "conflict", field=one.field)
        for one in open_conflicts(session)
    ]
    for aside in quarantine.set_aside(session):
        about = aside.parts[0]
        found.append(Task("attention", about.kind, about.record_id, about.name, "set_aside"))
    for other in releases.waiting(session):
        of = other.parts[0]
        found.append(Task("attention", of.kind, of.record_id, of.name, "to_decide"))
    return found


def _to_review(session: Session) -> list[Task]:
    found = []
    for submission in review_queue.waiting(session):
        kind, record_id = (
            str(submission.values["record_kind"]),
            bytes.fromhex(str(submission.values["record_id"])),
        )
        held = find(session, kind, record_id)
        if held is not None and submission.created_by != session.actor.user.hex():
            found.append(
                Task(
                    "review", kind, record_id, held.name, "review", round=int(str(submission.values["round"]))
                )
            )
    return found


def made_this_month(session: Session, kind: str) -> int:
    """Return how many records of a kind were made in the month of today (UTC+8), within the actor's areas."""
    first = times.legal_day(session.now()).replace(day=1)
    since = times.moment_of(datetime(first.year, first.month, 1, tzinfo=times.CHINA))
    readable_here, parameters = readable(session, kind)
    where = f'"archived" = 0 AND "created_at" >= ? AND {readable_here}'
    sql = f'SELECT count(*) FROM "{kind}" WHERE {where}'  # noqa: S608 - kind is declared, values are bound
    return int(session.store.query(sql, (since, *parameters))[0][0])
