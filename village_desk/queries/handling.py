"""Who may take which step of a referral or a work order, and how long it may take in all."""

from collections.abc import Mapping, Sequence
from datetime import date

from village_desk import deadlines
from village_desk.profile import Profile
from village_desk.workflow import Move

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


def open_to(moves: Sequence[Move], values: Mapping[str, object], roles: Sequence[str]) -> tuple[Move, ...]:
    """Leave out the steps that only the receiving office may take: nobody signs for another."""
    offices = _OFFICES.get(str(values.get("target") or ""), ())
    theirs = not offices or any(role in offices for role in roles)
    return tuple(move for move in moves if theirs or move.kind != "referral" or move.name not in _OF_RECEIVER)


def last_day(profile: Profile, kind: str, values: Mapping[str, object], name: str) -> date | None:
    """Return the last day of the period `name` of a record with `values`, or None where none runs."""
    found = [one for one in deadlines.running(profile, kind, values) if one[0].name == name]
    return deadlines.last_day(*found[0]) if found else None
