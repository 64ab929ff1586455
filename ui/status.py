"""The sentences of the status line. “Saved here” and “received by the county” are never mixed."""

from ui.texts import moment_text, span_text
from ui.widgets.labels import Tone
from village_desk.i18n import N_, translated
from village_desk.queries.outbox import Outbox
from village_desk.sentences import sentence
from village_desk.times import Moment

CLOCK_OFF = 5 * 60_000
"""From this many ms on the PC's clock is called wrong; what is signed and dated would show it."""
_DAY = 86_400_000

_APART = N_("status", "Not connected with a county; everything is saved on this PC")
_BUSY = N_("status", "Sending and receiving …")
_BUSY_COUNTED = N_("status", "Sending and receiving … {sent} sent, {received} received so far")
_FIRST = N_("status", "Receiving the records of your area, {share} %; you can go on working")
_FIRST_RESTS = N_(
    "status", "{share} % of the records of your area have come; the rest follows at the next connection"
)
_NEVER = N_("status", "Connected with the county; the first round has not run yet")
_ALL = N_("status", "The county has received everything")
_PROVED = N_(
    "status", "The county has received everything; compared record by record, {count} in all, the same"
)
_ALL_OWN = N_("status", "The county has received everything written on this PC")
_CARRIED = N_("status", "{count} changes carried for villages are not with the county yet")
_HELD = N_("status", "{count} files carried for villages are not with the county yet")
_WAITING = N_("status", "{what} waiting to be sent; safely saved on this PC")
_OFFLINE = N_(
    "status", "the county cannot be reached just now; what is saved here is safe and is sent by itself later"
)
_LONG_OFFLINE = N_(
    "status",
    "the county has not been reached for {days} days; what is saved here is safe and is sent by itself later",
)
_COUNT = N_("status", "{what} waiting to be sent")
_CHANGES = N_("status", "{changes} changes")
_BLOBS = N_("status", "{blobs} photos or files")
_BOTH = N_("status", "{changes} changes and {blobs} photos or files")
_DIFFERS = N_("status", "This desk and the county do not hold the same yet; it is being mended")
_CONFLICTS = N_("status", "{count} to be decided")
_ASIDE = N_("status", "{count} set aside by the county")
_FAST = N_("status", "the clock of this PC is {span} fast")
_SLOW = N_("status", "the clock of this PC is {span} slow")
_LAST = N_("status", "Last success: {when}")
_RECEIPT = N_("status", "receipt {number}")
_UNREACHED = ("sync.offline", "sync.timeout", "sync.busy")
_GRAVE = ("sync.revoked", "sync.unknown", "sync.fork", "sync.log_rewritten")
"""Outcomes after which nothing goes out any more until people have acted."""


def status_text(
    held: Outbox,
    now: Moment,
    *,
    busy: bool,
    moved: tuple[int, int] = (0, 0),
    first: tuple[int, int] = (0, 0),
) -> tuple[Tone, str, str]:
    """Return the tone, the sentence, and the last success with its receipt.

    `moved` are the changes sent and the rows received by the round under way; `first` are, of a first sync,
    the records that have come and those there are.
    """
    tone, words = _state(held, now, busy=busy, moved=moved)
    if busy and first[1]:
        words = _filled(_FIRST, share=_share(first))
    more = [
        _filled(text, count=count)
        for text, count in ((_CONFLICTS, held.conflicts), (_ASIDE, held.set_aside))
        if count and held.enrolled
    ]
    if held.carried or held.held_files:
        text, count = (_CARRIED, held.carried) if held.carried else (_HELD, held.held_files)
        more.append(_filled(text, count=count))
    if held.first[1] and not busy:
        more.append(_filled(_FIRST_RESTS, share=_share(held.first)))
    more += _clock(held)
    if more and tone == "good":
        tone = "attention"
    return tone, " · ".join([words, *more]), _last(held, now)


def _state(held: Outbox, now: Moment, *, busy: bool, moved: tuple[int, int]) -> tuple[Tone, str]:
    if not held.enrolled:
        return "secondary", _filled(_APART)
    if busy:
        text = _BUSY_COUNTED if any(moved) else _BUSY
        return "accent", _filled(text, sent=moved[0], received=moved[1])
    if held.last_outcome not in ("", "ok", "stopped"):
        return _failing(held, now)
    return _resting(held)


def _resting(held: Outbox) -> tuple[Tone, str]:
    """Say what is true while no round runs and the last one went through, or none has run."""
    if held.waiting or held.blobs_waiting:
        return "attention", _filled(_WAITING, what=_what(held))
    if held.tally_differs:
        return "attention", _filled(_DIFFERS)
    if not held.last_success:
        return "secondary", _filled(_NEVER)
    if held.carried or held.held_files:
        return "good", _filled(_ALL_OWN)
    return "good", _filled(_PROVED, count=held.records) if held.proved and held.records else _filled(_ALL)


def _failing(held: Outbox, now: Moment) -> tuple[Tone, str]:
    """Say what waits and why it does not go; after a day without contact, how long it has been."""
    days = (now - held.last_success) // _DAY if held.last_success else 0
    if held.last_outcome not in _UNREACHED:
        words = sentence(held.last_outcome)
    else:
        words = _filled(_LONG_OFFLINE, days=days) if days else _filled(_OFFLINE)
    waits = [_filled(_COUNT, what=_what(held))] if held.waiting or held.blobs_waiting else []
    return "danger" if held.last_outcome in _GRAVE else "attention", " · ".join([*waits, words])


def _what(held: Outbox) -> str:
    text = _BOTH if held.waiting and held.blobs_waiting else _CHANGES if held.waiting else _BLOBS
    return _filled(text, changes=held.waiting, blobs=held.blobs_waiting)


def _share(first: tuple[int, int]) -> int:
    """Return a share in per cent; only what is all is 100."""
    got, total = first
    return min(99, got * 100 // max(1, total))


def _clock(held: Outbox) -> list[str]:
    """Say how wrong the clock was at the last contact; nothing is ordered by it, but papers bear its date."""
    if not held.enrolled or abs(held.clock_offset) < CLOCK_OFF:
        return []
    text = _FAST if held.clock_offset > 0 else _SLOW
    return [_filled(text, span=span_text(abs(held.clock_offset)))]


def _last(held: Outbox, now: Moment) -> str:
    parts = []
    if held.last_success:
        parts.append(_filled(_LAST, when=moment_text(held.last_success, now)))
    if held.receipt:
        parts.append(_filled(_RECEIPT, number=held.receipt))
    return " · ".join(parts)


def _filled(text: str, **blanks: object) -> str:
    return translated("status", text).format(**blanks)
