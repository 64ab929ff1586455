"""The sentences of the status line. “Saved here” and “received by the county” are never mixed."""

from ui.texts import moment_text
from ui.widgets.labels import Tone
from village_desk.i18n import N_, translated
from village_desk.queries.outbox import Outbox
from village_desk.sentences import sentence
from village_desk.times import Moment

_APART = N_("status", "Not connected with a county; everything is saved on this PC")
_BUSY = N_("status", "Sending and receiving …")
_NEVER = N_("status", "Connected with the county; the first round has not run yet")
_ALL = N_("status", "The county has received everything")
_WAITING = N_("status", "{count} waiting to be sent; safely saved on this PC")
_OFFLINE = N_(
    "status", "the county cannot be reached just now; what is saved here is safe and is sent by itself later"
)
_COUNT = N_("status", "{count} waiting to be sent")
_DIFFERS = N_("status", "This desk and the county do not hold the same yet; it is being mended")
_CONFLICTS = N_("status", "{count} to be decided")
_ASIDE = N_("status", "{count} set aside by the county")
_LAST = N_("status", "Last success: {when}")
_RECEIPT = N_("status", "receipt {number}")
_UNREACHED = ("sync.offline", "sync.timeout", "sync.busy")


def status_text(held: Outbox, now: Moment, *, busy: bool) -> tuple[Tone, str, str]:
    """Return the tone, the sentence, and the last success with its receipt."""
    tone, words = _state(held, busy=busy)
    more = [
        _filled(text, count=count)
        for text, count in ((_CONFLICTS, held.conflicts), (_ASIDE, held.set_aside))
        if count and held.enrolled
    ]
    if more and tone == "good":
        tone = "attention"
    return tone, " · ".join([words, *more]), _last(held, now)


def _state(held: Outbox, *, busy: bool) -> tuple[Tone, str]:
    waiting = held.waiting + held.blobs_waiting
    failing = held.last_outcome not in ("", "ok", "stopped")
    if not held.enrolled:
        return "secondary", _filled(_APART)
    if busy:
        return "accent", _filled(_BUSY)
    if failing:
        words = _filled(_OFFLINE) if held.last_outcome in _UNREACHED else sentence(held.last_outcome)
        return "attention", " · ".join([_filled(_COUNT, count=waiting), words] if waiting else [words])
    if waiting:
        return "attention", _filled(_WAITING, count=waiting)
    if held.tally_differs:
        return "attention", _filled(_DIFFERS)
    return ("good", _filled(_ALL)) if held.last_success else ("secondary", _filled(_NEVER))


def _last(held: Outbox, now: Moment) -> str:
    parts = []
    if held.last_success:
        parts.append(_filled(_LAST, when=moment_text(held.last_success, now)))
    if held.receipt:
        parts.append(_filled(_RECEIPT, number=held.receipt))
    return " · ".join(parts)


def _filled(text: str, **blanks: object) -> str:
    return translated("status", text).format(**blanks)
