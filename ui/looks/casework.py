"""What happens in a mediation case beside sessions and the written agreement, and its dossier."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_WHEN = (
    _("held_on", 3),
    _("from_time", 2),
    _("to_time", 2),
    _("place", 5),
)
_INVESTIGATION = (
    Section(N_("layouts", "When and who"), (*_WHEN, _("interviewed", 6), _("present", 6))),
    Section(N_("layouts", "What was said"), (_("record", 12, 10), _("investigator", 6), _("recorder", 6))),
)
_EVIDENCE = (
    Section(
        N_("layouts", "The evidence"),
        (
            _("title", 6),
            _("source", 4),
            _("pages", 2),
            _("provided_by", 5),
            _("provided_on", 3),
            _("order", 2),
        ),
    ),
)
_ORAL = (
    Section(
        N_("layouts", "What was agreed"),
        (
            _("facts", 12, 4),
            _("terms", 12, 4),
            _("performance", 12, 2),
            _("reached_on", 3),
            _("due_on", 3),
            _("total", 3),
            _("mediator", 3),
        ),
    ),
)
_INSTALMENT = (
    Section(
        N_("layouts", "What is to be done"),
        (_("what", 8), _("by_whom", 4), _("due_on", 4), _("due_amount", 4), _("urged_on", 4)),
    ),
    Section(N_("layouts", "What was done"), (_("done_on", 4), _("done_amount", 4), _("proof", 12))),
)
_FOLLOW_UP = (
    Section(
        N_("layouts", "The visit"),
        (
            _("visited_on", 3),
            _("way", 3),
            _("visited", 6),
            _("agreement_number", 6),
            _("matter", 6),
            _("record", 12, 6),
            _("performance", 4),
            _("satisfaction", 4),
            _("visitor", 4),
        ),
    ),
)
_ATTORNEY = (
    Section(
        N_("layouts", "Who gives the power"),
        (_("principal", 4), _("principal_id", 5), _("principal_phone", 3), _("principal_address", 12)),
    ),
    Section(
        N_("layouts", "Who acts"),
        (
            _("agent", 4),
            _("agent_id", 5),
            _("agent_phone", 3),
            _("agent_address", 8),
            _("relation", 4),
        ),
    ),
    Section(
        N_("layouts", "Powers"),
        (
            _("matter", 12),
            _("powers", 12),
            _("other_powers", 12),
            _("begins_on", 4),
            _("ends_on", 4),
            _("dated_on", 4),
        ),
    ),
)
_CONFIRMATION = (
    Section(
        N_("layouts", "The application to the court"),
        (
            _("court", 5),
            _("agreed_on", 3),
            _("applied_on", 4),
            _("terms", 12, 4),
            _("reasons", 12, 3),
            _("enclosures", 12, 2),
            _("copies", 2),
            _("told_rules", 5),
        ),
    ),
    Section(
        N_("layouts", "How it ended"),
        (
            _("filed_on", 3),
            _("outcome", 3),
            _("decided_on", 3),
            _("received_on", 3),
            _("ruling_number", 12),
        ),
    ),
)
_DOSSIER = (
    Section(
        N_("layouts", "Cover"),
        (
            _("title", 8),
            _("year", 2),
            _("pages", 2),
            _("number", 6),
            _("mediators", 6),
            _("begun_on", 3),
            _("ended_on", 3),
            _("filed_by", 3),
            _("filed_on", 3),
            _("retention", 4),
            _("remark", 8, 1),
        ),
    ),
    Section(
        N_("layouts", "State of the dossier"),
        (_("situation", 12, 4), _("checked_by", 4), _("checked_on", 4)),
    ),
)
_PAPER = (
    Section(
        N_("layouts", "Line of the contents"),
        (_("order", 2), _("title", 6), _("page_range", 2), _("remark", 2)),
    ),
)
_VISITED = {"facts": "facts", "mediator": "mediator", "total": "at_stake"}
_COURT_FORMS = ("court_confirmation_persons", "court_confirmation_unit")
_DOSSIER_FORMS = (
    "mediation_cover",
    "mediation_contents",
    "mediation_dossier_note",
    "mediation_back_cover",
)

LOOKS = {
    "oral_agreement": Look(
        _ORAL,
        papers=("mediation_oral_agreement",),
        line=("reached_on", "terms", "performance"),
        adds=((N_("parts", "Note an oral agreement"), {}),),
        single=True,
        rare=True,
        days=("reached_on",),
        same=_VISITED,
    ),
    "investigation": Look(
        _INVESTIGATION,
        papers=("mediation_investigation",),
        line=("held_on", "interviewed", "place"),
        adds=((N_("parts", "Ask somebody"), {}),),
        rare=True,
        days=("held_on",),
        writer=("recorder",),
        same={"investigator": "mediator"},
    ),
    "evidence": Look(
        _EVIDENCE,
        line=("order", "title", "source", "pages"),
        adds=((N_("parts", "Add evidence"), {}),),
        rare=True,
        days=("provided_on",),
    ),
    "power_of_attorney": Look(
        _ATTORNEY,
        papers=("mediation_power_of_attorney",),
        line=("agent", "principal", "ends_on"),
        adds=((N_("parts", "Write a power of attorney"), {}),),
        rare=True,
        days=("dated_on", "begins_on"),
        same={"matter": "title"},
    ),
    "instalment": Look(
        _INSTALMENT,
        line=("due_on", "what", "due_amount", "done_on"),
        adds=((N_("parts", "Add what is to be performed"), {}),),
        rare=True,
    ),
    "follow_up": Look(
        _FOLLOW_UP,
        papers=("mediation_follow_up",),
        line=("visited_on", "visited", "performance"),
        adds=((N_("parts", "Write down a follow-up visit"), {}),),
        rare=True,
        days=("visited_on",),
        writer=("visitor",),
        same={"matter": "title", "agreement_number": "number"},
        names="visited",
    ),
    "court_confirmation": Look(
        _CONFIRMATION,
        papers=_COURT_FORMS,
        line=("applied_on", "court", "outcome"),
        adds=((N_("parts", "Apply for court confirmation"), {}),),
        single=True,
        rare=True,
        days=("applied_on",),
    ),
    "dossier": Look(
        _DOSSIER,
        papers=_DOSSIER_FORMS,
        parts=("dossier_paper",),
        line=("number", "title", "filed_on"),
        adds=((N_("parts", "Make the dossier"), {}),),
        single=True,
        rare=True,
        days=("filed_on",),
        writer=("filed_by",),
        same={
            "title": "title",
            "number": "number",
            "mediators": "mediator",
            "begun_on": "accepted_on",
            "ended_on": "closed_on",
        },
    ),
    "dossier_paper": Look(
        _PAPER,
        line=("order", "title", "page_range"),
        rare=True,  # binding the dossier writes the contents
    ),
}
