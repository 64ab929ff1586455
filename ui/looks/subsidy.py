"""Claims for the subsidy, and the cases in them."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

LOOKS = {
    "subsidy_claim": Look(
        (
            Section(
                N_("layouts", "The claim"),
                (
                    _("since", 3),
                    _("until", 3),
                    _("mediator", 3),
                    _("cases", 3),
                    _("committee", 6),
                    _("total", 3),
                    _("filled_on", 3),
                    _("filled_by", 6),
                    _("remark", 12, 2),
                ),
            ),
        ),
        ("since", "until", "mediator", "cases", "total"),
        ("subsidy_claim",),
        parts=("claimed_case",),
        days=("filled_on",),
        writer=("mediator", "filled_by"),
    ),
    "claimed_case": Look(
        (
            Section(
                N_("layouts", "The case claimed"),
                (
                    _("number", 5),
                    _("parties", 7),
                    _("dispute_type", 4),
                    _("form", 2),
                    _("performed", 3),
                    _("difficulty", 3),
                    _("dossier_check", 5),
                    _("amount", 3),
                ),
            ),
        ),
        line=("number", "parties", "difficulty", "amount"),
    ),
}
