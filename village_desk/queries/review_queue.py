"""What waits for review: the most urgent first, filtered, and counted by village and kind.

A village asks the same question about itself and gets its own share of the township's number: both count
the submissions that are the latest of their record and have no answer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from village_desk import times
from village_desk.crypto import CryptoTrouble, read_json
from village_desk.deadlines import is_working_day
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, may_read, record_of
from village_desk.queries.review_rules import account_of, kinds_together, waits, why_not_together
from village_desk.queries.visible import readable
from village_desk.session import Session

Priority = Literal["overdue", "first", "again"]
PRIORITIES: tuple[Priority, ...] = ("overdue", "first", "again")
"""In the order they are worked through: late, sent for the first time, sent again after it came back."""
MOST = 500
"""Lines that are shown; the counts are of all."""
DAYS = "review_working_days"
"""Parameter of the profile: working days within which the township answers; none: nothing is overdue."""


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """One line of the queue.

    Attributes:
        submission: What was sent, with its text.
        kind: Kind of the record.
        name: What the record is called in lists, as it was sent.
        round: How many times it was sent.
        priority: Why it stands where it stands.
        own: The actor sent it; a colleague has to look at it.
    """

    submission: Record
    kind: str
    name: str
    round: int
    priority: Priority
    own: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the queue is wanted; "" for all: division code of a village, kind, priority."""

    village: str = ""
    kind: str = ""
    priority: str = ""


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True, repr=False)
class Queue:
    """The queue as far as it is wanted, and how much there is.

    Attributes:
        lines: Most urgent first, at most `MOST`.
        wanted: How many there are of what is wanted.
        all: How many wait in all; by village, kind and priority: the same, of everything.
        together: Kinds of which several may be approved at once.
    """

    lines: tuple[Waiting, ...]
    wanted: int
    all: int
    villages: Mapping[str, int]
    kinds: Mapping[str, int]
    priorities: Mapping[str, int]
    together: frozenset[str]


@dataclass(frozen=True, slots=True)
class Together:
    """What of some lines may be approved at once, and how many may not, by the code of the reason."""

    submissions: tuple[bytes, ...]
    names: tuple[str, ...]
    refused: Mapping[str, int]


def together(session: Session, lines: Sequence[Waiting]) -> Together:
    """Return which of these submissions may be approved without each being opened."""
    codes = [(one, why_not_together(session, one.submission)) for one in lines]
    fine = [one for one, code in codes if not code]
    return Together(
        tuple(one.submission.id for one in fine),
        tuple(one.name for one in fine),
        Counter(code for _one, code in codes if code),
    )


def queue(session: Session, wanted: Wanted = EVERYTHING) -> Queue:
    """Return what waits for review and the actor may read."""
    late = _late_before(session)
    found = [(one, _priority(one, late)) for one in waiting(session)]
    fitting = [(one, priority) for one, priority in found if _fits(one, priority, wanted)]
    fitting.sort(key=lambda entry: (PRIORITIES.index(entry[1]), entry[0].created_at, entry[0].id))
    user = session.actor.user
    return Queue(
        tuple(
            Waiting(
                one,
                str(one.values["record_kind"]),
                _name(one),
                _round(one),
                priority,
                account_of(session, one.created_by) == user,
            )
            for one, priority in fitting[:MOST]
        ),
        len(fitting),
        len(found),
        Counter(one.scope for one, _priority in found),
        Counter(str(one.values["record_kind"]) for one, _priority in found),
        Counter(priority for _one, priority in found),
        kinds_together(session),
    )


def waiting(session: Session) -> list[Record]:
    """Return the submissions that wait for an answer and the actor may read, oldest first."""
    where, parameters = readable(session, "submission")
    others = 'FROM "submission" s WHERE s."record_id" = "submission"."record_id" AND s."archived" = 0 AND'
    rows = session.store.rows(
        "submission",
        '"archived" = 0 AND NOT EXISTS (SELECT 1 FROM "review" r WHERE r."submission" = "submission"."id" '  # noqa: S608 - bound
        'AND r."archived" = 0) '
        f'AND NOT EXISTS (SELECT 1 {others} s."round" > "submission"."round") '
        f'AND {where} ORDER BY "created_at", "id"',
        tuple(parameters),
    )
    found = [one for one in (record_of(KINDS["submission"], row) for row in rows) if _known(one)]
    twins = _twins(session)
    return [
        one
        for one in found
        if may_read(session, one) and (one.values["record_id"] not in twins or waits(session, one))
    ]


def _priority(one: Record, late: date) -> Priority:
    if times.legal_day(one.created_at) < late:
        return "overdue"
    return "again" if _round(one) > 1 else "first"


def _twins(session: Session) -> set[object]:
    """Return the records of which one round was sent twice: two desks of a village sent it unknowingly."""
    rows = session.store.query(
        'SELECT "record_id" FROM "submission" WHERE "archived" = 0 '
        'GROUP BY "record_id", "record_kind", "round" HAVING count(*) > 1'
    )
    return {row[0] for row in rows}


def _known(submission: Record) -> bool:
    return submission.values.get("record_kind") in KINDS and bool(submission.values.get("record_id"))


def _fits(one: Record, priority: str, wanted: Wanted) -> bool:
    return (
        wanted.village in ("", one.scope)
        and wanted.kind in ("", one.values["record_kind"])
        and wanted.priority in ("", priority)
    )


def _late_before(session: Session) -> date:
    """Return the day: what was sent before it has waited longer than it should."""
    days = session.profile.parameters.get(DAYS)
    day = times.legal_day(session.now())
    if not isinstance(days, int) or days <= 0:
        return date.min
    while days:
        days -= is_working_day(day)
        day = date.fromordinal(day.toordinal() - 1)
    return day if is_working_day(day) else _working_day_before(day)


def _working_day_before(day: date) -> date:
    while not is_working_day(day):
        day = date.fromordinal(day.toordinal() - 1)
    return day


def _name(submission: Record) -> str:
    try:
        held = read_json(str(submission.values.get("content") or "{}").encode())
    except CryptoTrouble:
        return ""
    values = held.get("values") if isinstance(held, dict) else None
    return KINDS[str(submission.values["record_kind"])].record_name(
        values if isinstance(values, dict) else {}
    )


def _round(submission: Record) -> int:
    value = submission.values.get("round")
    return value if isinstance(value, int) else 1
