"""The mediation case with its parties, sessions and written agreement."""

from ui.looks.look import COPIED, Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_CASE = (
    Section(
        N_("layouts", "The dispute"),
        (
            _("title", 6),
            _("dispute_type", 3),
            _("source", 3),
            _("applied_on", 3),
            _("at_stake", 3),
            _("difficulty", 3),
            _("official_number", 3),
            _("facts", 12, 4),
            _("requests", 12, 2),
        ),
    ),
    Section(
        N_("layouts", "Who mediates"),
        (
            _("committee", 5),
            _("committee_type", 3),
            _("mediator", 4),
            _("registrar", 3),
            _("accepted_on", 3),
            _("consented", 4),
            _("refusal_ground", 5),
            _("refusal_reason", 12, 1),
        ),
    ),
    Section(
        N_("layouts", "How it ended"),
        (
            _("result", 4),
            _("end_reason", 5),
            _("closed_on", 3),
            _("told_remedies", 4),
            _("averted", 5),
            _("averted_people", 3),
        ),
    ),
)
_PARTY = (
    Section(
        N_("layouts", "Who it is"),
        (
            _("side", 3),
            _("role", 4),
            _("name", 5),
            _("party_type", 3),
            _("sex", 2),
            _("nation", 2),
            _("born_on", 3),
            _("age_told", 2),
            _("id_number", 4),
            _("phone", 3),
            _("occupation", 5),
            _("address", 12),
            _("groups", 12),
            _("signed_on", 3),
        ),
    ),
    Section(N_("layouts", "If it is an organisation"), (_("uscc", 6), _("representative", 6))),
)
_SESSION = (
    Section(
        N_("layouts", "When and who"),
        (
            _("held_on", 3),
            _("from_time", 2),
            _("to_time", 2),
            _("place", 5),
            _("matter", 6),
            _("present", 6),
            _("invited", 6),
            _("told_rights", 3),
            _("result", 3),
        ),
    ),
    Section(N_("layouts", "What was said"), (_("record", 12, 8), _("mediator", 6), _("recorder", 6))),
)
_AGREEMENT = (
    Section(
        N_("layouts", "What was agreed"),
        (
            _("number", 4),
            _("total", 4),
            _("copies", 4),
            _("facts", 12, 4),
            _("terms", 12, 4),
            _("performance", 12, 2),
            _("due_on", 4),
        ),
    ),
    Section(
        N_("layouts", "Signatures"),
        (_("mediator", 4), _("recorder", 4), _("signed_on", 3), _("sealed_on", 3), _("dated_on", 3)),
    ),
)

LOOKS = {
    "mediation_case": Look(
        _CASE,
        ("applied_on", "title", "dispute_type", "mediator"),
        (
            "mediation_application",
            "mediation_intake",
            "mediation_rights_notice",
            "mediation_acceptance_notice",
            "mediation_evidence",
            "mediation_termination_letter",
            "mediation_closing_report",
        ),
        ("accept", "agree", "perform", "close", "file", "archive"),
        (
            "case_party",
            "mediation_session",
            "agreement",
            "oral_agreement",
            "investigation",
            "evidence",
            "power_of_attorney",
            "instalment",
            "follow_up",
            "court_confirmation",
            "period_change",
            "duty_report",
            "dossier",
            "ledger_row",
        ),
        days=("applied_on",),
        writer=("registrar",),
    ),
    "case_party": Look(
        _PARTY,
        line=("side", "name", "phone", "address"),
        adds=(
            (N_("parts", "Add the applicant"), {"side": "applicant"}),
            (N_("parts", "Add the respondent"), {"side": "respondent"}),
        ),
        before=True,
        carries=(*COPIED, "party_type", "uscc", "representative"),
        begins={"party_type": "natural", "role": "party"},
    ),
    "mediation_session": Look(
        _SESSION,
        papers=("mediation_record",),
        line=("held_on", "place", "result"),
        adds=((N_("parts", "Add a session"), {}),),
        days=("held_on",),
        writer=("recorder",),
        same={"matter": "title", "mediator": "mediator"},
        names="present",
    ),
    "agreement": Look(
        _AGREEMENT,
        papers=("mediation_agreement",),
        line=("dated_on", "number", "performance"),
        adds=((N_("parts", "Write the agreement"), {}),),
        single=True,
        days=("dated_on",),
        writer=("recorder",),
        same={"facts": "facts", "mediator": "mediator", "total": "at_stake", "number": "number"},
    ),
}
