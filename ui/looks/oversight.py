"""The catalogue of services, hot matters, responsibilities and inspections."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

LOOKS = {
    "service_entry": Look(
        (
            Section(
                N_("layouts", "What is offered"),
                (
                    _("name", 6),
                    _("service", 3),
                    _("charge", 3),
                    _("audience", 12),
                    _("covers", 12, 3),
                    _("materials", 12, 3),
                    _("time_limit", 6),
                    _("since", 3),
                    _("phone", 3),
                    _("provider", 12),
                    _("standard", 12, 2),
                    _("basis", 12, 2),
                ),
            ),
        ),
        ("name", "service", "time_limit", "provider"),
    ),
    "hot_matter": Look(
        (
            Section(
                N_("layouts", "Question and answer"),
                (
                    _("title", 9),
                    _("topic", 3),
                    _("asked", 12, 2),
                    _("answer", 12, 5),
                    _("articles", 12, 2),
                    _("times_asked", 3),
                    _("from_day", 3),
                    _("to_day", 3),
                    _("published_on", 3),
                ),
            ),
        ),
        ("title", "topic", "times_asked", "published_on"),
        days=("published_on",),
    ),
    "inspection": Look(
        (
            Section(
                N_("layouts", "The inspection"),
                (
                    _("inspected_unit", 6),
                    _("planned_on", 3),
                    _("inspected_on", 3),
                    _("inspector", 12),
                    _("matters", 12, 2),
                    _("progress", 12, 2),
                ),
            ),
            Section(
                N_("layouts", "Found and put right"),
                (
                    _("findings", 12, 3),
                    _("answerable", 6),
                    _("rectify_by", 3),
                    _("rectified_on", 3),
                    _("rectification", 12, 3),
                ),
            ),
        ),
        ("inspected_unit", "planned_on", "inspected_on", "rectify_by", "rectified_on"),
    ),
    "responsibility": Look(
        (
            Section(
                N_("layouts", "Who answers for what"),
                (
                    _("unit", 9),
                    _("year", 3),
                    _("duty", 12, 3),
                    _("contact", 6),
                    _("phone", 3),
                    _("budget", 3),
                    _("assessment", 12, 2),
                    _("reward", 12, 2),
                ),
            ),
        ),
        ("unit", "year", "contact", "budget"),
    ),
}
