"""What a workflow step writes by itself: the day, who took it, and the line that keeps it with its reason."""

from collections.abc import Mapping

from village_desk import ids, times
from village_desk.errors import Invalid, NotAllowed, Problem
from village_desk.fields import is_empty
from village_desk.kinds import Values
from village_desk.queries.handling import FEEDBACK, LONGEST, STEP_KINDS, last_day, open_to
from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.store import Birth, UnitOfWork
from village_desk.workflow import moves_from

_TODAY, _NAME, _YES = "today", "name", "yes"
_FILLED: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("consultation", "answer"): {"answered_on": _TODAY, "answered_by": _NAME},
    ("consultation", "feed_back"): {"fed_back_on": _TODAY},
    **{
        (kind, move): filled
        for kind in STEP_KINDS
        for move, filled in {
            "send": {"sent_on": _TODAY},
            "sign": {"signed_on": _TODAY, "signed_by": _NAME},
            "feed_back": {"fed_back_on": _TODAY, "handler": _NAME},
            "follow_up": {"followed_up_on": _TODAY, "followed_up_by": _NAME},
            "redo": {"redone": _YES},
        }.items()
    },
}
"""Fields that a step fills where they are empty, by kind and step."""

_BEGUN_ANEW: Mapping[str, tuple[str, ...]] = {
    "send": ("sent_on", "due_on", "signed_on", "signed_by", "accepted", "refusal"),
    "redo": ("fed_back_on", "followed_up_on", "followed_up_by", "outcome", "satisfaction", "due_on"),
}
"""What belongs to the round before: a slip sent again runs from the new day; the history keeps the old."""


def check(session: Session, held: Record, after: Values, move: str) -> None:
    """Refuse what the rules of referrals forbid.

    Raises:
        NotAllowed: "move.role": only the receiving office takes this step.
        Invalid: A referral has neither consent nor a duty named; an extension goes beyond the longest period.
    """
    if held.kind not in STEP_KINDS:
        return
    roles = session.actor.roles
    possible = [one for one in moves_from(held.kind, held.state, *roles) if one.name == move]
    if possible and not open_to(possible, after, roles):
        raise NotAllowed("move.role", kind=held.kind, move=move, role=roles[0], article="")
    problems = []
    if held.kind == "referral" and move == "send" and not _may_go(after):
        problems.append(Problem("consented", "referral.consent"))
    longest = last_day(session.profile, held.kind, after, LONGEST)
    new_day = after.get("extended_to")
    if (
        move == "extend"
        and longest is not None
        and not is_empty(new_day)
        and str(new_day) > longest.isoformat()
    ):
        problems.append(Problem("extended_to", "referral.too_long", {"day": longest.isoformat()}))
    if problems:
        raise Invalid(problems)


def _may_go(values: Values) -> bool:
    return values.get("consented") is True or not is_empty(values.get("without_consent"))


def filled(session: Session, held: Record, after: Values, move: str) -> Values:
    """Return what the step `move` writes beside the new state, of a record that has the values `after`."""
    today = times.legal_day(session.now())
    said = {_TODAY: today, _NAME: session.actor.name, _YES: True}
    again = held.state == "returned" or move == "redo"
    emptied: Values = dict.fromkeys(_BEGUN_ANEW.get(move, ()) if again and held.kind in STEP_KINDS else ())
    values: Values = dict(emptied)
    for field, what in _FILLED.get((held.kind, move), {}).items():
        if field in emptied or is_empty(after.get(field)):
            values[field] = said[what]
    if held.kind in STEP_KINDS:
        values |= _due(session, held, {**after, **values}, move)
        values["reason"] = None  # it stands with its step; the next one has its own
    return values


def _due(session: Session, held: Record, after: Values, move: str) -> Values:
    """Return the day until which the receiver has to answer, as far as the step sets it."""
    if move == "extend":
        return {"due_on": after.get("extended_to"), "extended_to": None}
    busy = {**after, "state": "sent"}
    if move == "redo":
        busy |= {"sent_on": times.legal_day(session.now()), "due_on": None}
    elif move != "send" or not is_empty(after.get("due_on")):
        return {}
    return {"due_on": last_day(session.profile, held.kind, busy, FEEDBACK)}


def note_step(session: Session, uow: UnitOfWork, held: Record, after: Values, move: str) -> None:
    """Keep the step itself: which, when, by whom, why; in the same unit of work as the step."""
    kind = STEP_KINDS.get(held.kind)
    if kind is None:
        return
    _day, _space, clock = times.local_text(session.now()).partition(" ")
    values: Values = {
        held.kind: held.id,
        "step": move,
        "done_on": times.legal_day(session.now()),
        "done_time": clock,
        "by": session.actor.name,
        "unit": session.store.text_state("unit_short_name") or session.store.unit_code,
        "reason": after.get("reason"),
        "new_day": after.get("extended_to") if move == "extend" else None,
    }
    uow.put(kind, ids.new_id(), values, born=Birth(held.scope, held.class_, held.readers))
