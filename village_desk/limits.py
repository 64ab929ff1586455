"""Whether a period may soon run out on somebody who comes in: information, never advice (仅供提示).

Interruption and suspension change every limitation period, so nothing here says that one has run out. The
periods are those of the profile (domain services §3.10); with fewer than seven days left the matter is urgent
(法律援助法 第四十四条).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from village_desk import deadlines, workflow
from village_desk.profile import Profile
from village_desk.profile_file import Deadline

KIND = "consultation"
NAME = "limit"
RULES = "limit_rule"
"""The list of periods; its `maps_to` names the matters in village words that each is usual for."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A period that may run out.

    Attributes:
        deadline: What the profile says about it.
        last_day: Its last day, as far as nothing interrupted it.
        left: Days from today until then; below nought when it lies in the past.
    """

    deadline: Deadline
    last_day: date
    left: int


def limit_of(profile: Profile, values: Mapping[str, object], today: date) -> Limit | None:
    """Return the period that runs for a visit with `values`, or None where none is known."""
    asked = {**values, "state": values.get("state") or workflow.initial_state(KIND)}
    for deadline, start in deadlines.running(profile, KIND, asked):
        last = deadlines.last_day(deadline, start) if deadline.name == NAME else None
        if last is not None:
            return Limit(deadline, last, (last - today).days)
    return None


def is_urgent(profile: Profile, values: Mapping[str, object], today: date) -> bool:
    """Say whether fewer days are left than the profile calls urgent, and the last has not passed."""
    found = limit_of(profile, values, today)
    days = profile.parameter("urgent_days")
    return found is not None and isinstance(days, int) and 0 <= found.left < days


def usual_rule(profile: Profile, topic: str) -> str:
    """Return the period that is usual for a matter in village words, or "" where none is named."""
    return next((one.code for one in profile.lists[RULES] if topic and topic in one.maps_to.split()), "")
