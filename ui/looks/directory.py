"""The directory, and the notice board it fills."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

LOOKS = {
    "resource": Look(
        (
            Section(
                N_("layouts", "Who it is"),
                (
                    _("category", 4),
                    _("name", 4),
                    _("post", 4),
                    _("unit", 6),
                    _("licence", 3),
                    _("phone", 3),
                    _("address", 5),
                    _("hours", 4),
                    _("charge", 3),
                    _("specialities", 12),
                    _("services", 12),
                    _("villages", 12),
                    _("since", 3),
                    _("until", 3),
                    _("on_board", 3),
                    _("order", 3),
                    _("remark", 12, 2),
                ),
            ),
        ),
        ("category", "name", "unit", "phone", "hours"),
        begins={"on_board": False},
    ),
    "notice_board": Look(
        (
            Section(
                N_("layouts", "What the board says"),
                (
                    _("room", 6),
                    _("address", 6),
                    _("hours", 4),
                    _("adviser_hours", 5),
                    _("posted_on", 3),
                    _("phone", 4),
                    _("supervision_phone", 4),
                    _("services", 12),
                    _("remark", 12, 1),
                ),
            ),
        ),
        ("room", "address", "hours", "posted_on"),
        ("notice_board_a4", "notice_board_a3"),
        begins={
            "services": ("consultation", "legal_aid", "mediation", "notary", "publicity"),
        },
        days=("posted_on",),
    ),
}
