"""The village legal adviser: contract, survey, plan, visits, opinions, check-ups, reports, assessment."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_APPOINTMENT = (
    Section(
        N_("layouts", "The adviser"),
        (
            _("adviser", 4),
            _("adviser_type", 4),
            _("phone", 4),
            _("firm", 6),
            _("licence", 6),
        ),
    ),
    Section(
        N_("layouts", "The contract"),
        (
            _("village", 6),
            _("represented_by", 3),
            _("number", 3),
            _("since", 3),
            _("until", 3),
            _("hours", 2),
            _("visits", 2),
            _("lectures", 2),
            _("fee", 4),
            _("paid_by", 5),
            _("signed_on", 3),
            _("duties", 12),
            _("terms", 12, 3),
        ),
    ),
    Section(N_("layouts", "When it ends early"), (_("ended_on", 4), _("end_reason", 8))),
)
_SURVEY = (
    Section(
        N_("layouts", "The village"),
        (
            _("village", 6),
            _("surveyed_on", 3),
            _("adviser", 3),
            _("secretary", 3),
            _("director", 3),
            _("phone", 3),
            _("filled_by", 3),
            _("groups", 3),
            _("households", 3),
            _("people", 3),
            _("party_members", 3),
        ),
    ),
    Section(
        N_("layouts", "Its people"),
        (
            _("away", 4),
            _("elderly", 4),
            _("left_behind", 4),
            _("disabled", 4),
            _("low_income", 4),
            _("supervised", 4),
            _("mediators", 3),
            _("law_aware", 3),
            _("rules", 6),
        ),
    ),
    Section(
        N_("layouts", "What it lives on, and what it needs"),
        (
            _("land", 3),
            _("income", 3),
            _("industries", 6),
            _("contracts", 12, 3),
            _("disputes", 12, 3),
            _("needs", 12, 3),
        ),
    ),
)
_PLAN = (
    Section(
        N_("layouts", "The plan"),
        (
            _("year", 2),
            _("adviser", 3),
            _("village", 4),
            _("made_on", 3),
            _("firm", 6),
            _("fixed_day", 6),
            _("visits", 4),
            _("hours", 4),
            _("lectures", 4),
            _("goals", 12, 3),
            _("measures", 12, 3),
        ),
    ),
)
_VISIT = (
    Section(
        N_("layouts", "When and where"),
        (
            _("planned_on", 3),
            _("topic", 5),
            _("mode", 4),
            _("visited_on", 4),
            _("arrived_at", 4),
            _("left_at", 4),
            _("place", 4),
            _("adviser", 3),
            _("firm", 5),
            _("village", 5),
            _("late_reason", 7),
        ),
    ),
    Section(N_("layouts", "What was done"), (_("services", 12), _("findings", 12, 4))),
)
_ITEM = (
    Section(
        N_("layouts", "The matter"),
        (
            _("service", 4),
            _("client", 5),
            _("phone", 3),
            _("matter", 12, 3),
            _("result", 12, 2),
            _("quantity", 3),
            _("people", 3),
        ),
    ),
)
_OPINION = (
    Section(
        N_("layouts", "What is to be examined"),
        (
            _("number", 4),
            _("asked_by", 5),
            _("asked_on", 3),
            _("subject", 8),
            _("matter", 4),
            _("materials", 12, 2),
        ),
    ),
    Section(
        N_("layouts", "What was looked at"),
        (
            _("parties", 6, 2),
            _("powers", 6, 2),
            _("procedure", 6, 2),
            _("risks", 6, 2),
            _("content", 12, 3),
        ),
    ),
    Section(
        N_("layouts", "The opinion"),
        (
            _("conclusion", 4),
            _("reviewer", 4),
            _("licence", 4),
            _("advice", 12, 3),
            _("given_on", 4),
        ),
    ),
    Section(
        N_("layouts", "What became of it"),
        (_("adopted", 4), _("adopted_on", 4), _("adopted_words", 12, 2)),
    ),
)
_CHECKUP = (
    Section(
        N_("layouts", "Who is checked"),
        (
            _("checked_unit", 5),
            _("code", 4),
            _("responsible", 3),
            _("checked_on", 3),
            _("examiners", 9),
            _("areas", 12),
        ),
    ),
    Section(N_("layouts", "Conclusion"), (_("conclusion", 12, 4),)),
    Section(N_("layouts", "The second look"), (_("reviewed_on", 4), _("review_result", 12, 2))),
)
_RISK = (
    Section(
        N_("layouts", "The risk"),
        (
            _("area", 6),
            _("level", 3),
            _("due_on", 3),
            _("problem", 12, 3),
            _("basis", 12),
            _("advice", 12, 2),
            _("responsible", 4),
        ),
    ),
    Section(N_("layouts", "What became of it"), (_("done_on", 3), _("result", 3), _("result_words", 6))),
)
_REPORT = (
    Section(
        N_("layouts", "The report"),
        (
            _("period", 3),
            _("since", 3),
            _("until", 3),
            _("filled_on", 3),
            _("reporting_unit", 6),
            _("filled_by", 3),
            _("checked_by", 3),
            _("remark", 12, 2),
        ),
    ),
)
_REPORT_LINE = (
    Section(
        N_("layouts", "The village of the report"),
        (
            _("township", 3),
            _("village", 3),
            _("adviser", 3),
            _("firm", 3),
            _("visits", 3),
            _("minutes", 3),
            _("remote", 3),
            _("consultations", 3),
            _("lectures", 3),
            _("audience", 3),
            _("mediations", 3),
            _("contracts", 3),
            _("opinions", 3),
            _("documents", 3),
            _("guidance", 3),
            _("rules", 3),
            _("satisfaction", 3),
            _("standard", 9),
        ),
    ),
)
_ASSESSMENT = (
    Section(
        N_("layouts", "The assessment"),
        (
            _("year", 2),
            _("village", 4),
            _("adviser", 3),
            _("firm", 3),
            _("score", 3),
            _("grade", 3),
            _("assessed_on", 3),
            _("assessed_by", 3),
            _("self_words", 12, 2),
            _("village_words", 12, 2),
            _("township_words", 12, 2),
        ),
    ),
)
_ASSESSMENT_ITEM = (
    Section(
        N_("layouts", "The item"),
        (
            _("item", 6),
            _("points", 3),
            _("score", 3),
            _("target", 12, 2),
            _("standard", 12, 2),
            _("remark", 12),
        ),
    ),
)

LOOKS = {
    "adviser_appointment": Look(
        _APPOINTMENT,
        ("adviser", "firm", "village", "since", "until"),
        ("adviser_contract",),
        days=("signed_on",),
    ),
    "village_survey": Look(
        _SURVEY,
        ("surveyed_on", "village", "people", "adviser"),
        ("village_survey",),
        days=("surveyed_on",),
        writer=("filled_by",),
    ),
    "adviser_plan": Look(
        _PLAN,
        ("year", "adviser", "village", "fixed_day"),
        ("adviser_plan",),
        parts=("plan_item",),
        days=("made_on",),
        writer=("adviser",),
    ),
    "plan_item": Look(
        (
            Section(
                N_("layouts", "The line"),
                (
                    _("planned_on", 3),
                    _("service", 4),
                    _("way", 2),
                    _("people", 3),
                    _("matter", 12),
                ),
            ),
        ),
        line=("planned_on", "service", "matter", "way"),
        adds=((N_("parts", "Add a line"), {}),),
    ),
    "adviser_visit": Look(
        _VISIT,
        ("visited_on", "planned_on", "village", "topic", "adviser"),
        ("adviser_visit",),
        main=("check_in", "check_out", "log"),
        parts=("served_item", "visit_confirmation"),
        days=("planned_on",),
        writer=("adviser",),
        begins={"mode": "on_site"},
    ),
    "served_item": Look(
        _ITEM,
        line=("order", "service", "client", "matter", "result"),
        adds=(
            (N_("parts", "Add a matter"), {"service": "consultation", "quantity": 1}),
            (N_("parts", "Add a lecture"), {"service": "lecture", "quantity": 1}),
        ),
    ),
    "visit_confirmation": Look(
        (
            Section(
                N_("layouts", "What the village says of it"),
                (_("confirmed_by", 4), _("rating", 4), _("confirmed_on", 4), _("words", 12)),
            ),
        ),
        line=("confirmed_on", "confirmed_by", "rating", "words"),
        single=True,
        days=("confirmed_on",),
        writer=("confirmed_by",),
    ),
    "legal_opinion": Look(
        _OPINION,
        ("asked_on", "subject", "matter", "conclusion", "adopted"),
        ("legal_opinion",),
        main=("give", "adopt"),
        days=("asked_on",),
    ),
    "checkup": Look(
        _CHECKUP,
        ("checked_on", "checked_unit", "examiners"),
        ("legal_checkup",),
        main=("report", "close"),
        parts=("checkup_risk",),
        days=("checked_on",),
        writer=("examiners",),
    ),
    "checkup_risk": Look(
        _RISK,
        line=("order", "level", "problem", "responsible", "due_on", "result"),
        adds=((N_("parts", "Add a risk"), {}),),
    ),
    "adviser_report": Look(
        _REPORT,
        ("since", "until", "period", "reporting_unit"),
        ("adviser_report",),
        parts=("report_line",),
        days=("filled_on",),
        writer=("filled_by",),
        begins={"period": "month"},
    ),
    "report_line": Look(_REPORT_LINE, line=("village", "adviser", "visits", "lectures", "standard")),
    "adviser_assessment": Look(
        _ASSESSMENT,
        ("year", "village", "adviser", "score", "grade"),
        ("assessment",),
        parts=("assessment_item",),
        days=("assessed_on",),
        writer=("assessed_by",),
    ),
    "assessment_item": Look(
        _ASSESSMENT_ITEM,
        line=("item", "points", "score", "remark"),
        adds=((N_("parts", "Add an item"), {}),),
    ),
}
