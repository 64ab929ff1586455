"""Typical cases: in preparation, and published."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_TEXTS = (
    _("facts", 12, 5),
    _("handling", 12, 6),
    _("result", 12, 3),
    _("articles", 12, 2),
    _("comment", 12, 4),
)

LOOKS = {
    "case_draft": Look(
        (
            Section(
                N_("layouts", "The case, without names"),
                (_("title", 6), _("sort", 3), _("topic", 3), *_TEXTS),
            ),
            Section(
                N_("layouts", "Looked through and reviewed"),
                (
                    _("checked_by", 3),
                    _("checked_on", 3),
                    _("passed_by", 3),
                    _("approved_by", 3),
                    _("remark", 12, 2),
                ),
            ),
        ),
        ("title", "sort", "topic", "checked_on"),
        main=("deidentify", "pass", "approve", "publish"),
        begins={"sort": "other"},
    ),
    "typical_case": Look(
        (
            Section(
                N_("layouts", "The case"),
                (_("title", 6), _("sort", 3), _("published_on", 3), _("topic", 3), *_TEXTS),
            ),
        ),
        ("title", "sort", "topic", "published_on"),
    ),
}
