"""Visits of advisers: which wait for the village's word, and what whoever reviews one should look at.

A log copied from an earlier one says nothing of the day it is about; it is not refused, but shown to whoever
reviews it (domain: services §5.5).
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from village_desk.fields import is_empty
from village_desk.kinds import KINDS, Values
from village_desk.queries import standards
from village_desk.queries.records import Record, belonging, find, linked, may_read, record_of
from village_desk.queries.serving import name_of
from village_desk.queries.visible import readable
from village_desk.session import Session
from village_desk.statistics.periods import period_of
from village_desk.visits import ITEM, VISIT, minutes

RISK = "checkup_risk"
ALIKE_PERCENT = 80
_LEAST = 20
"""Characters; of shorter texts nobody can say that one was copied."""
_LOOKED_AT = 300
_MOST_TWINS = 3
_FILLING = re.compile(r"[\W\d_]+")
_TOLD = ("matter", "result")


@dataclass(frozen=True, slots=True, repr=False)
class Flag:
    """Something to look at: a code with a sentence, what fills it, and the visit it points to."""

    code: str
    details: Mapping[str, object]
    record_id: bytes | None = None


def to_confirm(session: Session) -> list[Record]:
    """Return the visits whose logs wait for the actor's confirmation, oldest first."""
    if "village_clerk" not in session.actor.roles:
        return []
    where, parameters = readable(session, VISIT)
    rows = session.store.rows(
        VISIT,
        f'"archived" = 0 AND "state" = \'logged\' AND {where} ORDER BY "visited_on" LIMIT 50',
        tuple(parameters),
    )
    return [one for one in (record_of(KINDS[VISIT], row) for row in rows) if may_read(session, one)]


def open_risks(session: Session, most: int = 8) -> list[Record]:
    """Return risks of check-ups that are not mended yet, those due first before the others."""
    where, parameters = readable(session, RISK)
    rows = session.store.rows(
        RISK,
        '"archived" = 0 AND "done_on" IS NULL AND COALESCE("result", \'\') <> \'mended\' '
        f'AND {where} ORDER BY "due_on" IS NULL, "due_on" LIMIT {most}',
        tuple(parameters),
    )
    return [one for one in (record_of(KINDS[RISK], row) for row in rows) if may_read(session, one)]


def flags(session: Session, visit_id: bytes) -> list[Flag]:
    """Return what to look at in a visit before it is approved; nothing of one that is not here."""
    visit = find(session, VISIT, visit_id)
    if visit is None:
        return []
    items = [one.values for one in linked(session, KINDS[ITEM], visit_id)]
    found = _twins(session, visit, items)
    if not belonging(session, "attachment", VISIT, visit_id):
        found.append(Flag("visit.no_proof", {}))
    if not is_empty(visit.values.get("late_reason")):
        found.append(Flag("visit.by_hand", {"reason": visit.values["late_reason"]}))
    nameless = sum(one.get("service") == "consultation" and is_empty(one.get("client")) for one in items)
    if nameless:
        found.append(Flag("visit.no_names", {"count": nameless}))
    return found + _exact(session, visit)


def alike(one: str, other: str) -> int:
    """Return how much of two texts is the same, in percent, by pairs of characters; order does not matter."""
    pairs, others = _pairs(one), _pairs(other)
    together = pairs.total() + others.total()
    return 200 * (pairs & others).total() // together if together else 0


def _pairs(text: str) -> Counter[str]:
    plain = _FILLING.sub("", text)
    return Counter(plain[place : place + 2] for place in range(len(plain) - 1))


def _text(visit: Values, items: list[Values]) -> str:
    told = [str(visit.get("findings") or "")]
    return "\n".join([*told, *(str(one.get(name) or "") for one in items for name in _TOLD)])


def _twins(session: Session, visit: Record, items: list[Values]) -> list[Flag]:
    """Return the earlier visits of the same adviser, wherever, whose text is nearly the same."""
    text = _text(visit.values, items)
    if len(_FILLING.sub("", text)) < _LEAST:
        return []
    where, parameters = readable(session, VISIT)
    rows = session.store.rows(
        VISIT,
        '"archived" = 0 AND "id" <> ? AND "adviser" = ? AND "created_at" <= ? '
        f'AND {where} ORDER BY "created_at" DESC LIMIT {_LOOKED_AT}',
        (visit.id, visit.values.get("adviser"), visit.created_at, *parameters),
    )
    scored = []
    for other in (record_of(KINDS[VISIT], row) for row in rows):
        told = _text(other.values, [one.values for one in linked(session, KINDS[ITEM], other.id)])
        percent = alike(text, told)
        if percent >= ALIKE_PERCENT:
            scored.append((percent, other))
    scored.sort(key=lambda pair: -pair[0])
    return [
        Flag(
            "visit.same_text",
            {
                "percent": percent,
                "day": other.values.get("visited_on") or "",
                "name": name_of(session, other.scope),
            },
            other.id,
        )
        for percent, other in scored[:_MOST_TWINS]
    ]


def _exact(session: Session, visit: Record) -> list[Flag]:
    """Return that a month holds not a minute more than is owed: hours are seldom so round."""
    day = visit.values.get("visited_on")
    if not isinstance(day, date) or not minutes(visit.values):
        return []
    month = period_of("month", day)
    owed = standards.standard(session, visit.scope, month).minutes
    return [Flag("visit.exact", {})] if owed and standards.spent(session, visit.scope, month) == owed else []
