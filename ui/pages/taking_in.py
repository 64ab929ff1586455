"""What an intake becomes: a visit on the register, and what grows out of it; runs on the worker."""

from dataclasses import dataclass, field
from typing import Literal

from ui.pages import converting
from ui.sight import draft_key
from village_desk import ids, limits, times
from village_desk.commands import drafts, moves, records
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import find
from village_desk.session import Changes, Session
from village_desk.workflow import moves_from

Way = Literal["spot", "question", "mediation_case", "legal_aid", "referral", "complaint"]
"""Answered on the spot, left as a question, or what the visit turns into."""

_ANSWERED, _PARTLY_TOLD = "1", ("name", "sex", "nation", "id_number", "phone", "address")
"""Code of `handling` (解答咨询)."""


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """Somebody who came in.

    Attributes:
        id: Of the visit on the register.
        values: Of the visit, as far as they fit their fields.
        person: Values of somebody new to be entered in the register of persons; none of one already known.
        draft: Key of the draft kept while it was typed.
    """

    id: bytes
    values: Values
    person: Values = field(default_factory=dict)
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """Where an intake leads: the record to be shown."""

    kind: str
    id: bytes


def take_in(session: Session, visit: Visit, way: Way, taken: Taken) -> Changes:
    """Write down a visit and what it becomes; `taken` names the record that is to be made or shown.

    The visit is saved first: should a later step be refused, it is on the register all the same, and what is
    there already is not made twice when it is tried again. A complaint about the service makes no visit, as
    those it may be about read the register; it begins as a draft.

    Raises:
        Invalid: A value does not fit, or something the step needs is missing.
        NotAllowed: The actor may not make such a record.
    """
    if way == "complaint":
        return _begin_complaint(session, visit, taken.id)
    values, entries = dict(visit.values), list[records.Entry]()
    if visit.person:
        before = find(session, "consultation", visit.id)
        entered = before.values.get("person") if before else None
        person_id = entered if isinstance(entered, bytes) else ids.new_id()
        values["person"] = person_id
        named = {name: value for name, value in visit.person.items() if name in KINDS["person"].fields}
        entries.append(("person", person_id, {"party_type": "natural", **named}))
    today = times.legal_day(session.now())
    values["urgent"] = limits.is_urgent(session.profile, values, today) or None
    changes = records.save_all(session, [*entries, ("consultation", visit.id, {"met_on": today, **values})])
    changes |= _done(session, visit)
    if way == "spot":
        return changes | _answered(session, visit.id, values)
    if way == "question":
        return changes | _asked(session, visit.id)
    if way in ("mediation_case", "legal_aid", "referral"):
        return changes | converting.convert(session, (visit.id, values), way, taken.id)
    return changes


def _answered(session: Session, consultation_id: bytes, values: Values) -> Changes:
    handling = values.get("handling") or (_ANSWERED,)
    noted: Values = {"on_the_spot": True, "handling": handling, "answered_by": session.actor.name}
    changes: Changes = frozenset()
    held = find(session, "consultation", consultation_id)
    if held is None or held.state != "answered":
        changes |= moves.make(session, "consultation", consultation_id, "answer", noted)
    if values.get("outcome"):
        changes |= moves.make(session, "consultation", consultation_id, "close")
    return changes


def _asked(session: Session, consultation_id: bytes) -> Changes:
    """Put the question on the list of whoever answers; one who answers themselves has it there anyway."""
    possible = moves_from("consultation", "", *session.actor.roles)
    if any(one.name == "ask" for one in possible):
        return moves.make(session, "consultation", consultation_id, "ask")
    return frozenset()


def _begin_complaint(session: Session, visit: Visit, complaint_id: bytes) -> Changes:
    """Keep what was said as the draft of a complaint: who may read it is settled when it is first saved."""
    known, values = KINDS["complaint"].fields, visit.values
    copied = {name: values[name] for name in _PARTLY_TOLD if name in known and values.get(name) is not None}
    first: Values = {"complained_on": times.legal_day(session.now()), "facts": values.get("content")}
    kept: Values = {**copied, **first, "registered_by": session.actor.name}
    key = draft_key("complaint", complaint_id)
    return drafts.keep(session, key, "complaint", complaint_id, kept) | _done(session, visit)


def _done(session: Session, visit: Visit) -> Changes:
    return drafts.drop(session, visit.draft) if visit.draft else frozenset()
