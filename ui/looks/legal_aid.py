"""Legal aid: the application, the statement of hardship and the household."""

from ui.looks.look import COPIED, Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_LEGAL_AID = (
    Section(
        N_("layouts", "Who applies"),
        (
            _("name", 4),
            _("sex", 2),
            _("born_on", 3),
            _("nation", 3),
            _("id_number", 5),
            _("phone", 4),
            _("postcode", 3),
            _("address", 6),
            _("registered_address", 6),
            _("workplace", 4),
            _("applied_on", 3),
            _("case_source", 5),
            _("education", 4),
            _("access_needs", 8),
            _("groups", 12),
        ),
    ),
    Section(
        N_("layouts", "Who acts for the applicant"),
        (_("agent_name", 3), _("agent_type", 3), _("agent_id_number", 3), _("agent_phone", 3)),
    ),
    Section(
        N_("layouts", "What it is about"),
        (
            _("matter", 5),
            _("cause", 4),
            _("claim_amount", 3),
            _("facts", 12, 5),
            _("claim", 12, 2),
            _("aid_form", 12),
            _("stage", 4),
            _("standing", 4),
            _("group_case", 2),
            _("group_people", 2),
        ),
    ),
    Section(
        N_("layouts", "Is it urgent?"),
        (_("limitation_on", 4), _("urgent", 2), _("urgent_reason", 6), _("detained_at", 12)),
    ),
    Section(
        N_("layouts", "On its way"),
        (
            _("agency", 6),
            _("handed_over_on", 3),
            _("received_by_agency_on", 3),
            _("materials", 12),
        ),
    ),
)
_HARDSHIP = (
    Section(
        N_("layouts", "Who states it"),
        (
            _("name", 4),
            _("sex", 2),
            _("phone", 3),
            _("household_size", 3),
            _("id_number", 4),
            _("address", 8),
        ),
    ),
    Section(
        N_("layouts", "What the household has"),
        (
            _("total_income", 3),
            _("savings", 3),
            _("has_car", 2),
            _("has_house", 2),
            _("houses", 2),
            _("house_area", 4),
            _("spending", 12, 3),
            _("exemption", 12),
            _("exemption_proof", 12),
        ),
    ),
    Section(N_("layouts", "Statement"), (_("written_by", 4), _("read_out", 3), _("stated_on", 3))),
)
_MEMBER = (
    Section(
        N_("layouts", "Member of the household"),
        (
            _("name", 4),
            _("relation", 4),
            _("age", 4),
            _("occupation", 4),
            _("workplace", 8),
            _("wages", 4),
            _("business", 4),
            _("other_income", 4),
        ),
    ),
)

LOOKS = {
    "legal_aid": Look(
        _LEGAL_AID,
        ("applied_on", "name", "matter", "facts"),
        ("legal_aid_application", "material_receipt", "material_handover"),
        (
            "sign",
            "scan",
            "hand_over",
            "receive",
            "supply",
            "designate",
            "undertake",
            "close",
            "call_back",
            "end",
        ),
        (
            "hardship_statement",
            "received_material",
            "integrity_promise",
            "aid_power_of_attorney",
            "supplement_notice",
            "agency_decision",
            "aid_designation",
            "lawyer_change",
            "aid_objection",
            "aid_termination",
            "service_receipt",
            "aid_closing",
            "aid_callback",
        ),
        carries=(*COPIED, "registered_address", "postcode"),
        days=("applied_on",),
    ),
    "hardship_statement": Look(
        _HARDSHIP,
        papers=("hardship_statement",),
        parts=("household_member",),
        line=("stated_on", "name", "total_income"),
        adds=((N_("parts", "Write the statement of hardship"), {}),),
        single=True,
        days=("stated_on",),
        same={name: name for name in ("name", "sex", "id_number", "phone", "address")},
    ),
    "household_member": Look(
        _MEMBER,
        line=("name", "relation", "age", "wages", "business", "other_income"),
        adds=((N_("parts", "Add a member"), {}),),
        sums=("wages", "business", "other_income"),
    ),
}
