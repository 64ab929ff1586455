"""Consultations, and the report of what a visit showed."""

from dataclasses import replace

from ui.looks import legal_clock
from ui.looks.look import COPIED, Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_CONSULTATION = (
    Section(
        N_("layouts", "Who came"),
        (
            _("name", 4),
            _("sex", 2),
            _("age", 2),
            _("nation", 2),
            _("companions", 2),
            _("id_number", 4),
            _("phone", 3),
            _("address", 5),
            _("agent_name", 4),
            _("groups", 12),
        ),
    ),
    Section(
        N_("layouts", "What was asked"),
        (
            _("met_on", 3),
            _("channel", 3),
            _("topic", 6),
            _("matter", 3),
            _("cause", 6),
            _("phone_type", 3),
            _("content", 12, 3),
            _("happened_on", 4),
            _("limit_rule", 8),
            _("limit_on", 4),
            _("urgent", 3),
            _("letter_route", 5),
            _("answer", 12, 3),
        ),
    ),
    Section(
        N_("layouts", "How it ended"),
        (
            _("handling", 12),
            _("told_legal_aid", 4),
            _("outcome", 4),
            _("satisfaction", 4),
            _("result", 8),
            _("on_the_spot", 4),
            _("received_by", 4),
            _("answered_by", 4),
            _("answered_on", 4),
        ),
    ),
    Section(
        N_("layouts", "Told, and asked again"),
        (_("fed_back_on", 4), _("reply_way", 4), _("followed_up_on", 4), _("follow_up", 12, 2)),
    ),
)

LOOKS = {
    "consultation": Look(
        _CONSULTATION,
        ("met_on", "name", "topic", "content"),
        ("consultation",),
        ("close",),
        ("visit_report",),
        carries=(*COPIED[:6], "groups"),
        begins={"channel": "1"},
        days=("met_on",),
        writer=("received_by",),
    ),
    "visit_report": replace(legal_clock.LOOKS["duty_report"], rare=False),
}
