"""Referrals and work orders: who takes which step, how long it may take, and what a step writes by itself.

The same rules hold at a desk and in a browser of the county (domain: services §6.6).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from village_desk import deadlines
from village_desk.errors import Invalid, NotAllowed, Problem
from village_desk.fields import is_empty
from village_desk.kinds import Values
from village_desk.profile import Profile
from village_desk.workflow import Move, moves_from

STEP_KINDS = {"referral": "referral_step", "hotline_order": "order_step"}
"""The kind that keeps the steps of a record, by the kind of that record, as which its link is named."""
LONGEST = "handling_longest"
FEEDBACK = "handling_feedback"

_OF_RECEIVER = ("sign", "return", "start", "feed_back", "extend")
_OFFICES: Mapping[str, tuple[str, ...]] = {
    "station": ("station_staff", "station_head"),
    "legal_aid": ("county_legal_aid",),
    "county_centre": ("county_legal_aid", "county_pls"),
}
"""Receiving offices that work with this program, and who signs there; for any other the sender notes it."""

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


@dataclass(frozen=True, slots=True)
class Step:
    """A step about to be taken: with which kind, from which state, which, by whom (name, office), and when.

    `clock` is the time of day as "hh:mm".
    """

    kind: str
    state: str
    move: str
    name: str
    unit: str
    day: date
    clock: str


def open_to(moves: Sequence[Move], values: Mapping[str, object], roles: Sequence[str]) -> tuple[Move, ...]:
    """Leave out the steps that only the receiving office may take: nobody signs for another."""
    offices = _OFFICES.get(str(values.get("target") or ""), ())
    theirs = not offices or any(role in offices for role in roles)
    return tuple(move for move in moves if theirs or move.kind != "referral" or move.name not in _OF_RECEIVER)


def last_day(profile: Profile, kind: str, values: Mapping[str, object], name: str) -> date | None:
    """Return the last day of the period `name` of a record with `values`, or None where none runs."""
    found = [one for one in deadlines.running(profile, kind, values) if one[0].name == name]
    return deadlines.last_day(*found[0]) if found else None


def check(profile: Profile, step: Step, after: Values, roles: Sequence[str]) -> None:
    """Refuse what the rules of referrals forbid, of a record that has the values `after`.

    Raises:
        NotAllowed: "move.role": only the receiving office takes this step.
        Invalid: A referral has neither consent nor a duty named; an extension goes beyond the longest period.
    """
    if step.kind not in STEP_KINDS:
        return
    possible = [one for one in moves_from(step.kind, step.state, *roles) if one.name == step.move]
    if possible and not open_to(possible, after, roles):
        raise NotAllowed("move.role", kind=step.kind, move=step.move, role=roles[0], article="")
    problems = []
    if step.kind == "referral" and step.move == "send" and not _may_go(after):
        problems.append(Problem("consented", "referral.consent"))
    longest = last_day(profile, step.kind, after, LONGEST)
    new_day = after.get("extended_to")
    if (
        step.move == "extend"
        and longest is not None
        and not is_empty(new_day)
        and str(new_day) > longest.isoformat()
    ):
        problems.append(Problem("extended_to", "referral.too_long", {"day": longest.isoformat()}))
    if problems:
        raise Invalid(problems)


def _may_go(values: Values) -> bool:
    return values.get("consented") is True or not is_empty(values.get("without_consent"))


def filled(profile: Profile, step: Step, after: Values) -> Values:
    """Return what a step writes beside the new state, of a record that has the values `after`."""
    said = {_TODAY: step.day, _NAME: step.name, _YES: True}
    again = step.state == "returned" or step.move == "redo"
    emptied: Values = dict.fromkeys(
        _BEGUN_ANEW.get(step.move, ()) if again and step.kind in STEP_KINDS else ()
    )
    values: Values = dict(emptied)
    for field, what in _FILLED.get((step.kind, step.move), {}).items():
        if field in emptied or is_empty(after.get(field)):
            values[field] = said[what]
    if step.kind in STEP_KINDS:
        values |= _due(profile, step, {**after, **values})
        values["reason"] = None  # it stands with its step; the next one has its own
    return values


def _due(profile: Profile, step: Step, after: Values) -> Values:
    """Return the day until which the receiver has to answer, as far as the step sets it."""
    if step.move == "extend":
        return {"due_on": after.get("extended_to"), "extended_to": None}
    busy = {**after, "state": "sent"}
    if step.move == "redo":
        busy |= {"sent_on": step.day, "due_on": None}
    elif step.move != "send" or not is_empty(after.get("due_on")):
        return {}
    return {"due_on": last_day(profile, step.kind, busy, FEEDBACK)}


def line(step: Step, record_id: bytes, after: Values, new_day: object = None) -> tuple[str, Values] | None:
    """Return kind and values of what keeps a step: which, when, by whom, why; None where nothing does."""
    kind = STEP_KINDS.get(step.kind)
    if kind is None:
        return None
    return kind, {
        step.kind: record_id,
        "step": step.move,
        "done_on": step.day,
        "done_time": step.clock,
        "by": step.name,
        "unit": step.unit,
        "reason": after.get("reason"),
        "new_day": after.get("extended_to") if step.move == "extend" else new_day,
    }
