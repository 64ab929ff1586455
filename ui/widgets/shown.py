"""How a value reads in lists, histories and frozen copies."""

from datetime import date

from ui.widgets.labels import Tone
from village_desk import idcards, times
from village_desk.fields import Spec, is_empty
from village_desk.i18n import N_, translated
from village_desk.ids import id_text
from village_desk.profile import Profile
from village_desk.queries.marks import Mark
from village_desk.queries.reviews import ReviewState
from village_desk.typed import amount_text

_STATE_TONES: dict[str, Tone] = {
    "registered": "accent",
    "waiting": "attention",
    "answered": "accent",
    "applied": "accent",
    "accepted": "accent",
    "performing": "attention",
    "drafting": "accent",
    "closed": "good",
    "filed": "good",
    "performed": "good",
    "granted": "good",
}
_STANDINGS: dict[str, tuple[str, Tone]] = {
    "none": ("", "plain"),
    "waiting": (N_("shown", "Waits for review"), "accent"),
    "returned": (N_("shown", "Returned"), "attention"),
    "approved": (N_("shown", "Approved"), "good"),
}


def shown(profile: Profile, spec: Spec, value: object, *, masked: bool = True) -> str:
    """Return a value as people read it; codes by their labels, numbers of persons masked; "" when empty."""
    if is_empty(value):
        return ""
    if spec.face == "choice":
        return profile.label(spec.codes, str(value))
    if isinstance(value, tuple):
        return "、".join(profile.label(spec.codes, str(code)) for code in value)
    if spec.masked and masked:
        return (idcards.mask_id if spec.check == "id_card" else idcards.mask_phone)(str(value))
    return _plain(spec, value)


def _plain(spec: Spec, value: object) -> str:
    if isinstance(value, bool):
        return translated("editors", N_("editors", "Yes") if value else N_("editors", "No"))
    if isinstance(value, bytes):
        return id_text(value)[-6:]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and spec.face == "amount":
        return amount_text(value)
    if isinstance(value, int) and spec.face == "moment":
        return times.local_text(value)
    return f"{value} {spec.unit}".strip() if spec.unit else str(value)


def state_tone(state: str) -> Tone:
    """Return the colour of a workflow state; the word beside it says the same."""
    return _STATE_TONES.get(state, "plain")


def standing(review: ReviewState) -> tuple[str, Tone]:
    """Return the word and colour of where a record stands with the township; "" when it was never sent."""
    text, tone = _STANDINGS[review.standing]
    return (translated("shown", text) if text else "", tone)


_MARKS: dict[Mark, tuple[str, Tone]] = {
    "attention": (N_("shown", "Needs attention"), "attention"),
    "conflict": (N_("shown", "Two versions"), "attention"),
    "carried": (N_("shown", "Not yet at the county"), "accent"),
    "here": (N_("shown", "Only on this PC"), "plain"),
    "waiting": (N_("shown", "Changes to send"), "plain"),
    "received": (N_("shown", "County has it"), "good"),
}


def mark_text(mark: Mark) -> tuple[str, Tone]:
    """Return the word and colour of where a record stands on its way to the county."""
    text, tone = _MARKS[mark]
    return translated("shown", text), tone
