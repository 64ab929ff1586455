"""People on a register of the place."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

LOOKS = {
    "register_person": Look(
        (
            Section(
                N_("layouts", "Who it is"),
                (
                    _("register", 3),
                    _("name", 3),
                    _("sex", 2),
                    _("nation", 2),
                    _("born_on", 2),
                    _("politics", 4),
                    _("education", 3),
                    _("phone", 5),
                ),
            ),
            Section(
                N_("layouts", "The office"),
                (
                    _("unit", 6),
                    _("post", 3),
                    _("employment", 3),
                    _("chosen", 3),
                    _("since", 3),
                    _("until", 3),
                    _("left_on", 3),
                    _("certificate", 6),
                    _("training", 12, 3),
                    _("remark", 12, 2),
                ),
            ),
        ),
        ("register", "name", "unit", "post", "since", "phone"),
        ("mediator_registration",),
        begins={"register": "mediator"},
    ),
}
