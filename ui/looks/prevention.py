"""Sweeps for disputes, and what they found."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_SWEEP = (
    Section(
        N_("layouts", "The sweep"),
        (
            _("swept_on", 3),
            _("area", 5),
            _("households", 2),
            _("prevented", 2),
            _("sweepers", 8),
            _("none_found", 4),
            _("summary", 12, 3),
        ),
    ),
)
_FOUND = (
    Section(
        N_("layouts", "The dispute"),
        (
            _("found_on", 3),
            _("place", 4),
            _("dispute_type", 5),
            _("parties", 8),
            _("phone", 4),
            _("facts", 12, 3),
            _("handled", 4),
        ),
    ),
)

LOOKS = {
    "dispute_sweep": Look(
        _SWEEP,
        ("swept_on", "area", "sweepers", "none_found"),
        ("dispute_sweep",),
        parts=("found_dispute",),
        days=("swept_on",),
        writer=("sweepers",),
    ),
    "found_dispute": Look(
        _FOUND,
        line=("found_on", "parties", "dispute_type", "handled"),
        adds=((N_("parts", "Add a dispute"), {}),),
        days=("found_on",),
    ),
}
