"""What moves a period of a case, and what a case obliges to report."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_CHANGE = (
    Section(
        N_("layouts", "What becomes of the period"),
        (
            _("period", 6),
            _("change", 6),
            _("from_on", 4),
            _("until_on", 4),
            _("decided_by", 4),
            _("reason", 12, 3),
            _("agreed_by", 12),
        ),
    ),
)
_DUTY = (
    Section(N_("layouts", "What was seen"), (_("duty", 9), _("found_on", 3))),
    Section(
        N_("layouts", "The report"),
        (
            _("reported_on", 3),
            _("reported_time", 3),
            _("reporter", 6),
            _("reported_to", 12),
            _("received_by", 6),
            _("receipt", 6),
            _("told", 12, 4),
        ),
    ),
    Section(N_("layouts", "If nothing was there"), (_("unfounded", 12, 2),)),
)

LOOKS = {
    "period_change": Look(
        _CHANGE,
        line=("period", "change", "until_on", "reason"),
        adds=((N_("parts", "Pause, extend or mute a period"), {}),),
        rare=True,
        days=("from_on",),
        writer=("decided_by",),
    ),
    "duty_report": Look(
        _DUTY,
        line=("duty", "reported_on", "reported_to", "unfounded"),
        adds=((N_("parts", "Something must be reported"), {}),),
        rare=True,
        days=("found_on",),
        writer=("reporter",),
    ),
}
