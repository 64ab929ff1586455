"""What the steps of an adviser's visit write down by themselves, and what they do not allow.

签到 and 签退 stamp the moment; the hours of the reports are those between the two (domain: services §6.6).
A time that was forgotten may be written by hand, with the reason.
"""

from collections.abc import Mapping

from village_desk import times
from village_desk.errors import Problem
from village_desk.fields import is_empty
from village_desk.kinds import Values

VISIT, ITEM = "adviser_visit", "served_item"
LONGEST_MINUTES = 16 * 60
"""A visit is one day's work; what is longer was not checked out of."""

_STAMPS = {"check_in": "arrived_at", "check_out": "left_at"}
_MINUTE = 60_000

Linked = Mapping[str, Mapping[bytes, Mapping[str, object]]]


def stamped(kind: str, move: str, held: Mapping[str, object], linked: Linked, now: int) -> Values:
    """Return what a step fills in: the moment, the day, and at the end the services of its matters.

    What stands there already stays.
    """
    if kind != VISIT:
        return {}
    found: Values = {}
    name = _STAMPS.get(move)
    if name and held.get(name) is None:
        found[name] = now - now % _MINUTE  # as it is shown and typed
    if move == "check_in" and held.get("visited_on") is None:
        found["visited_on"] = times.legal_day(now)
    if move == "log":
        named = {str(item["service"]) for item in linked.get(ITEM, {}).values() if item.get("service")}
        before = held.get("services")
        found["services"] = tuple(sorted(named | set(before if isinstance(before, tuple) else ())))
    return found


def minutes(values: Mapping[str, object]) -> int:
    """Return how long a visit took, in whole minutes; 0 while one of the times is missing."""
    since, until = values.get("arrived_at"), values.get("left_at")
    return max(until - since, 0) // _MINUTE if isinstance(since, int) and isinstance(until, int) else 0


def problems(values: Mapping[str, object], move: str) -> list[Problem]:
    """Return what is wrong with the times of a visit when its log is to be done."""
    since, until, day = (values.get(name) for name in ("arrived_at", "left_at", "visited_on"))
    if move != "log" or not isinstance(since, int) or not isinstance(until, int):
        return []
    found = []
    if until < since:
        found.append(Problem("left_at", "visit.order"))
    elif minutes(values) > LONGEST_MINUTES:
        found.append(Problem("left_at", "visit.long"))
    if day is not None and times.legal_day(since) != day and is_empty(values.get("late_reason")):
        found.append(Problem("visited_on", "visit.day"))
    return found


def may_go(kind: str, values: Mapping[str, object]) -> bool:
    """Say whether a record may go to the township: a visit only once the village has confirmed it."""
    return kind != VISIT or values.get("state") == "confirmed"
