"""The directory, the notice board it fills, the profile of the unit, and the rules on its wall."""

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
    "unit_profile": Look(
        (
            Section(
                N_("layouts", "The room or station"),
                (
                    _("name", 6),
                    _("platform_code", 3),
                    _("opened_on", 3),
                    _("plates", 12),
                    _("address", 6),
                    _("area", 3),
                    _("condition", 3),
                    _("phone", 4),
                    _("hours", 8),
                ),
            ),
            Section(
                N_("layouts", "What it offers"),
                (
                    _("core_services", 12),
                    _("local_services", 12),
                ),
            ),
            Section(
                N_("layouts", "Staff and equipment"),
                (
                    _("staff_count", 3),
                    _("equipment_more", 9),
                    _("equipment", 12),
                    _("staff", 6, 3),
                    _("contacts", 6, 3),
                    _("after_hours", 6, 2),
                    _("remark", 6, 2),
                ),
            ),
        ),
        ("name", "plates", "opened_on", "condition", "phone"),
        ("unit_profile",),
        begins={
            "core_services": ("consultation", "legal_aid", "mediation", "lawyer", "notary"),
        },
    ),
    "wall_text": Look(
        (
            Section(
                N_("layouts", "What hangs on the wall"),
                (
                    _("title", 6),
                    _("room", 6),
                    _("body", 12, 14),
                    _("in_force_on", 3),
                    _("posted_on", 3),
                ),
            ),
        ),
        ("title", "room", "in_force_on", "posted_on"),
        ("wall_text_a4", "wall_text_a3"),
    ),
}
