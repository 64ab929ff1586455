"""The words and colours of where a record stands."""

from ui.widgets.labels import Tone
from village_desk.i18n import N_, translated
from village_desk.queries.marks import Mark
from village_desk.queries.reviews import ReviewState

_STATE_TONES: dict[str, Tone] = {
    "serving": "attention",
    "left": "attention",
    "logged": "attention",
    "confirmed": "good",
    "given": "good",
    "adopted": "good",
    "reported": "attention",
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
