"""Legal aid after the application is written: its papers, the agency's decision, and what follows."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_PROMISE = (
    Section(
        N_("layouts", "The promise, and the leave to check"),
        (
            _("told_by", 4),
            _("told_on", 4),
            _("signed_on", 4),
            _("may_check", 4),
            _("members", 8),
            _("written_by", 12),
        ),
    ),
)
_MATERIAL = (
    Section(
        N_("layouts", "A paper for the agency"),
        (
            _("title", 9),
            _("order", 3),
            _("material", 6),
            _("needed_as", 3),
            _("original", 3),
            _("copies", 3),
            _("pages", 3),
            _("received_on", 3),
            _("received_by", 3),
            _("returned_on", 12),
        ),
    ),
)
_NOTICE = (
    Section(
        N_("layouts", "The notice of the agency"),
        (
            _("number", 5),
            _("agency", 7),
            _("items", 12, 4),
            _("noticed_on", 3),
            _("received_on", 3),
            _("days", 2),
            _("contact", 2),
            _("phone", 2),
        ),
    ),
    Section(N_("layouts", "What was supplied"), (_("supplied", 12, 2), _("supplied_on", 4))),
)
_DECISION = (
    Section(
        N_("layouts", "The decision of the agency"),
        (
            _("decision", 4),
            _("decided_on", 3),
            _("number", 5),
            _("agency", 12),
            _("aid_form", 12),
            _("article", 12),
            _("reason", 12, 3),
            _("first_help", 4),
            _("contact", 4),
            _("phone", 4),
        ),
    ),
)
_DESIGNATION = (
    Section(
        N_("layouts", "Who takes the case over"),
        (
            _("firm", 5),
            _("lawyer", 3),
            _("phone", 4),
            _("number", 4),
            _("designated_on", 4),
            _("signed_on", 4),
        ),
    ),
)
_CHANGE = (
    Section(
        N_("layouts", "The request for another lawyer"),
        (
            _("applied_on", 3),
            _("firm", 5),
            _("lawyer", 4),
            _("reasons", 12, 5),
            _("evidence_pages", 4),
        ),
    ),
    Section(N_("layouts", "The agency's answer"), (_("outcome", 4), _("decided_on", 4))),
)
_OBJECTION = (
    Section(
        N_("layouts", "What the objection is against"),
        (
            _("about", 4),
            _("objected_on", 4),
            _("decided_on", 4),
            _("agency", 6),
            _("decision_number", 6),
            _("department", 6),
            _("enclosures", 6),
            _("grounds", 12, 6),
        ),
    ),
    Section(
        N_("layouts", "The answer to the objection"),
        (_("received_on", 3), _("outcome", 3), _("answered_on", 3), _("outcome_number", 3)),
    ),
)
_TERMINATION = (
    Section(
        N_("layouts", "The agency ends its aid"),
        (
            _("ground", 9),
            _("decided_on", 3),
            _("number", 6),
            _("agency", 6),
            _("reason", 12, 3),
        ),
    ),
)
_SERVICE = (
    Section(
        N_("layouts", "Paper handed over"),
        (
            _("document", 8),
            _("number", 4),
            _("receiver", 4),
            _("place", 8),
            _("way", 4),
            _("served_on", 4),
            _("server", 4),
            _("taken_by", 4),
            _("relation", 4),
            _("refused", 4),
            _("remark", 12),
        ),
    ),
)
_ATTORNEY = (
    Section(
        N_("layouts", "Powers"),
        (
            _("agent_sex", 3),
            _("agent_address", 6),
            _("relation", 3),
            _("powers", 12),
            _("other_powers", 12),
            _("begins_on", 4),
            _("ends_on", 4),
            _("signed_on", 4),
        ),
    ),
)
_CLOSING = (
    Section(
        N_("layouts", "How the case ended"),
        (
            _("ended_on", 3),
            _("way", 4),
            _("gained", 5),
            _("evaluation", 6),
            _("reported_on", 6),
            _("result", 12, 3),
        ),
    ),
    Section(N_("layouts", "The file"), (_("file_number", 5), _("filed_by", 3), _("filed_on", 4))),
)
_LINE = (
    Section(
        N_("layouts", "Line of the contents of the file"),
        (
            _("order", 2),
            _("title", 7),
            _("dated_on", 3),
            _("by", 6),
            _("page_range", 3),
            _("remark", 3),
        ),
    ),
)
_CALLBACK = (
    Section(
        N_("layouts", "What the person helped says"),
        (
            _("asked_on", 4),
            _("way", 4),
            _("answered_by", 4),
            _("met_lawyer", 4),
            _("informed", 4),
            _("charged", 4),
            _("satisfaction", 8),
            _("visitor", 4),
            _("suggestion", 12, 3),
        ),
    ),
)

LOOKS = {
    "integrity_promise": Look(
        _PROMISE,
        papers=("integrity_promise", "verification_consent"),
        line=("signed_on", "told_by", "may_check"),
        adds=((N_("parts", "Write the promise"), {"may_check": True}),),
        single=True,
        rare=True,
        days=("told_on", "signed_on"),
        writer=("told_by",),
    ),
    "received_material": Look(
        _MATERIAL,
        line=("title", "needed_as", "copies", "pages", "received_on"),
        adds=((N_("parts", "Add a paper"), {"copies": 1, "original": True}),),
        days=("received_on",),
        writer=("received_by",),
    ),
    "aid_power_of_attorney": Look(
        _ATTORNEY,
        papers=("legal_aid_power_of_attorney",),
        line=("signed_on", "powers", "ends_on"),
        adds=((N_("parts", "Somebody applies for the applicant"), {"powers": ("apply", "state")}),),
        single=True,
        rare=True,
        days=("begins_on", "signed_on"),
    ),
    "supplement_notice": Look(
        _NOTICE,
        papers=("supplement_notice",),
        line=("noticed_on", "items", "supplied_on"),
        adds=((N_("parts", "The agency asks for more"), {}),),
        single=True,
        rare=True,
        days=("noticed_on",),
        same={"agency": "agency"},
    ),
    "agency_decision": Look(
        _DECISION,
        line=("decided_on", "decision", "number", "agency"),
        adds=((N_("parts", "Write the agency's decision"), {}),),
        rare=True,
        days=("decided_on",),
        same={"agency": "agency", "aid_form": "aid_form"},
    ),
    "aid_designation": Look(
        _DESIGNATION,
        line=("designated_on", "firm", "lawyer", "signed_on"),
        adds=((N_("parts", "Write the designation"), {}),),
        rare=True,
        days=("designated_on",),
    ),
    "lawyer_change": Look(
        _CHANGE,
        papers=("legal_aid_lawyer_change",),
        line=("applied_on", "lawyer", "outcome"),
        adds=((N_("parts", "Ask for another lawyer"), {}),),
        rare=True,
        days=("applied_on",),
    ),
    "aid_objection": Look(
        _OBJECTION,
        papers=("legal_aid_objection",),
        line=("objected_on", "about", "outcome"),
        adds=((N_("parts", "Object to the decision"), {}),),
        rare=True,
        days=("objected_on",),
        same={"agency": "agency"},
    ),
    "aid_termination": Look(
        _TERMINATION,
        line=("decided_on", "ground", "number"),
        adds=((N_("parts", "Write the termination"), {}),),
        rare=True,
        days=("decided_on",),
        same={"agency": "agency"},
    ),
    "service_receipt": Look(
        _SERVICE,
        papers=("service_receipt",),
        line=("served_on", "document", "receiver", "taken_by"),
        adds=((N_("parts", "Hand a paper over"), {"way": "direct"}),),
        rare=True,
        days=("served_on",),
        writer=("server",),
        same={"receiver": "name", "place": "address"},
    ),
    "aid_closing": Look(
        _CLOSING,
        papers=("archive_contents",),
        parts=("archived_paper",),
        line=("ended_on", "way", "gained"),
        adds=((N_("parts", "Close the case"), {}),),
        single=True,
        rare=True,
        days=("ended_on",),
    ),
    "archived_paper": Look(
        _LINE,
        line=("order", "title", "by", "dated_on", "page_range"),
        adds=((N_("parts", "Add a line"), {}),),
    ),
    "aid_callback": Look(
        _CALLBACK,
        papers=("legal_aid_callback",),
        line=("asked_on", "satisfaction", "suggestion"),
        adds=((N_("parts", "Ask the person helped"), {}),),
        rare=True,
        days=("asked_on",),
        writer=("visitor",),
        same={"answered_by": "name"},
    ),
}
