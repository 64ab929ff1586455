"""Volunteers and law-aware persons."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_VOLUNTEER = (
    Section(
        N_("layouts", "Who it is"),
        (
            _("name", 3),
            _("sex", 2),
            _("born_on", 3),
            _("nation", 4),
            _("id_number", 5),
            _("phone", 4),
            _("education", 3),
            _("politics", 4),
            _("occupation", 5),
            _("email", 3),
            _("address", 12),
        ),
    ),
    Section(
        N_("layouts", "The service offered"),
        (
            _("source", 4),
            _("qualification", 8),
            _("skills", 12),
            _("available", 6),
            _("area", 6),
            _("promised", 4),
            _("applied_on", 3),
            _("registered_on", 3),
            _("opinion", 12, 2),
            _("number", 6),
            _("leave_asked_on", 3),
            _("left_on", 3),
            _("leaving", 6),
            _("remark", 12, 2),
        ),
    ),
)
_SERVICE = (
    Section(
        N_("layouts", "The service given"),
        (
            _("served_on", 3),
            _("from_time", 2),
            _("to_time", 2),
            _("minutes", 2),
            _("rating", 3),
            _("project", 6),
            _("served", 6),
            _("content", 12, 3),
            _("recorded_by", 4),
        ),
    ),
)
_LAW_AWARE = (
    Section(
        N_("layouts", "Who it is"),
        (
            _("name", 3),
            _("sex", 2),
            _("born_on", 3),
            _("nation", 4),
            _("education", 3),
            _("politics", 4),
            _("phone", 5),
            _("village", 6),
            _("source", 6),
        ),
    ),
    Section(
        N_("layouts", "The office"),
        (
            _("score", 3),
            _("certificate", 5),
            _("badge", 4),
            _("issued_on", 3),
            _("until", 3),
            _("left_on", 3),
            _("leaving", 3),
            _("assessment", 12, 2),
            _("remark", 12, 2),
        ),
    ),
)

LOOKS = {
    "volunteer": Look(
        _VOLUNTEER,
        ("name", "source", "available", "registered_on"),
        ("volunteer_registration", "volunteer_certificate"),
        ("register",),
        ("volunteer_service",),
        days=("applied_on",),
    ),
    "volunteer_service": Look(
        _SERVICE,
        line=("served_on", "project", "minutes", "rating"),
        adds=((N_("parts", "Add time served"), {}),),
        days=("served_on",),
        writer=("recorded_by",),
    ),
    "volunteer_call": Look(
        (
            Section(
                N_("layouts", "What is wanted"),
                (
                    _("title", 6),
                    _("posted_on", 3),
                    _("until", 3),
                    _("served_on", 3),
                    _("times", 3),
                    _("place", 6),
                    _("skills", 12),
                    _("wanted", 2),
                    _("contact", 4),
                    _("phone", 3),
                    _("closed_on", 3),
                    _("signed_up", 12, 3),
                    _("remark", 12, 1),
                ),
            ),
        ),
        ("title", "served_on", "place", "wanted", "until"),
        days=("posted_on",),
    ),
    "law_aware_person": Look(
        _LAW_AWARE,
        ("name", "village", "source", "certificate", "until"),
        ("law_aware_person",),
        parts=("training",),
    ),
    "training": Look(
        (
            Section(
                N_("layouts", "The training"),
                (_("trained_on", 3), _("hours", 3), _("content", 6)),
            ),
        ),
        line=("trained_on", "hours", "content"),
        adds=((N_("parts", "Add a training"), {}),),
        days=("trained_on",),
    ),
}
