"""Activities, what villagers think and need, complaints, and matters to report."""

from ui.looks.look import COPIED, Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_ACTIVITY = (
    Section(
        N_("layouts", "The activity"),
        (
            _("organiser", 6),
            _("held_on", 3),
            _("recorded_by", 3),
            _("place", 6),
            _("place_type", 3),
            _("co_organiser", 3),
            _("topic", 9),
            _("speaker", 3),
            _("way", 12),
            _("audience", 12),
            _("people", 3),
            _("leaflets", 3),
            _("checked_by", 6),
            _("summary", 12, 4),
        ),
    ),
)
_SATISFACTION = (
    Section(
        N_("layouts", "The service"),
        (_("rated_on", 3), _("village", 3), _("service", 3), _("given", 3)),
    ),
    Section(
        N_("layouts", "The answers"),
        (
            _("attitude", 6),
            _("skill", 6),
            _("speed", 6),
            _("room", 6),
            _("honesty", 6),
            _("solved", 6),
            _("knew", 6),
            _("first", 6),
            _("advice", 12, 3),
        ),
    ),
)
_NEEDS = (
    Section(
        N_("layouts", "Who was asked; no name"),
        (
            _("asked_on", 3),
            _("village", 3),
            _("sex", 3),
            _("age_band", 3),
            _("groups", 12),
        ),
    ),
    Section(
        N_("layouts", "The answers"),
        (
            _("problems", 12),
            _("first", 6),
            _("knows_room", 2),
            _("knows_hotline", 2),
            _("knows_aid", 2),
            _("ways", 12),
            _("times", 12),
            _("lectures", 12, 2),
            _("advice", 12, 2),
            _("asked_by", 4),
        ),
    ),
)
_COMPLAINT = (
    Section(
        N_("layouts", "What it is about"),
        (
            _("complained_on", 3),
            _("about", 5),
            _("way", 4),
            _("about_name", 4),
            _("about_unit", 8),
            _("complaint_type", 6),
            _("registered_by", 4),
            _("matter", 12),
            _("facts", 12, 4),
        ),
    ),
    Section(
        N_("layouts", "Who complains"),
        (
            _("name", 3),
            _("sex", 2),
            _("born_on", 3),
            _("nation", 4),
            _("id_number", 5),
            _("phone", 4),
            _("domicile", 3),
            _("address", 12),
        ),
    ),
    Section(
        N_("layouts", "What became of it"),
        (
            _("accepted_on", 3),
            _("refused_rule", 9),
            _("handler", 5),
            _("decision", 12, 3),
            _("opinion", 12, 2),
            _("decided_on", 3),
            _("told_on", 3),
            _("told_how", 4),
            _("dissent", 12, 2),
            _("result", 12, 2),
        ),
    ),
)
_MATTER = (
    Section(
        N_("layouts", "What happened"),
        (
            _("reported_on", 3),
            _("reporter", 6),
            _("happened_on", 3),
            _("category", 4),
            _("place", 5),
            _("people", 3),
            _("facts", 12, 4),
            _("taken", 12, 3),
            _("advice", 12, 3),
        ),
    ),
    Section(
        N_("layouts", "What became of it"),
        (_("received_by", 4), _("received_on", 3), _("instruction", 12, 2), _("result", 12, 2)),
    ),
)

LOOKS = {
    "publicity_activity": Look(
        _ACTIVITY,
        ("held_on", "topic", "place", "people"),
        ("publicity_activity", "activity_sign_in", "online_guide"),
        days=("held_on",),
        writer=("recorded_by",),
    ),
    "satisfaction": Look(
        _SATISFACTION,
        ("rated_on", "service", "given", "advice"),
        ("satisfaction",),
        begins={"given": "paper"},
        days=("rated_on",),
    ),
    "needs_survey": Look(
        _NEEDS,
        ("asked_on", "village", "first", "times"),
        ("needs_survey",),
        days=("asked_on",),
        writer=("asked_by",),
    ),
    "complaint": Look(
        _COMPLAINT,
        ("complained_on", "matter", "about", "name"),
        ("complaint",),
        ("accept", "handle", "conclude", "tell"),
        carries=COPIED,
        begins={"about": "room"},
        days=("complained_on",),
        writer=("registered_by",),
    ),
    "major_matter": Look(
        _MATTER,
        ("reported_on", "category", "place", "facts"),
        ("major_matter_report",),
        days=("reported_on", "happened_on"),
        writer=("reporter",),
    ),
}
