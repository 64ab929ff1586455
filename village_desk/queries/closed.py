"""Whether this desk may be worked at: withdrawn, without a permission, or without contact for too long.

A desk that is closed loses nothing: what is saved is still sent, and it opens again by itself when the county
says so. Only a desk the county has withdrawn ends, once it has handed over everything (design: rights).
"""

from village_desk import times
from village_desk.commands import setup
from village_desk.errors import NotAllowed
from village_desk.profile import Profile
from village_desk.store import Store, county_link, withdrawn

CONTACT = "sync.contact"
"""State of the desk file: the last answer of the county, UTC ms by its clock."""
WARN_DAYS = 7
"""So many days before a desk closes for want of contact people are told each time they open it."""
_DAY_MS = 86_400_000


def why_closed(store: Store, user: bytes, profile: Profile, now: times.Moment) -> str:
    """Return "" when the slot of `user` may be worked with, or the code of the sentence that says why not."""
    if withdrawn.since(store):
        return "gate.handed_over" if withdrawn.handed_over(store) else "gate.revoked"
    left = days_left(store, profile, now)
    if left is not None and left <= 0:
        return "gate.lapsed"
    try:
        setup.actor_of(store, user, now)
    except NotAllowed as ended:
        return ended.code
    return ""


def days_left(store: Store, profile: Profile, now: times.Moment) -> int | None:
    """Return the whole days until the desk closes for want of contact; None where the county wants no such.

    Counted from the last answer or receipt, by stick too; and never by a clock that was set back.
    """
    days = profile.parameters.get("lapse_without_contact_days")
    if not isinstance(days, int) or days <= 0 or not store.device_id:
        return None
    receipts = store.query('SELECT max("received_at") FROM "receipt"')[0][0] or 0
    last = max(int(store.text_state(CONTACT, "0")), int(receipts))
    return days - max(0, county_link.county_time(store, now) - last) // _DAY_MS if last else None
