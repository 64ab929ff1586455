"""What each kind of record looks like: the cards of its form, the columns of its list, its papers."""

from dataclasses import dataclass

from ui.widgets.record_form import Cell, Layout, Section
from village_desk.i18n import N_
from village_desk.kinds import Values

_ = Cell


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is shown.

    Attributes:
        form: The cards of its form, in the order of the paper.
        columns: Fields of its list, from left to right.
        papers: Forms that print it.
        main: Moves that may be the main action, first possible one wins.
        parts: Kinds whose records hang on it and are shown as cards of lines.
        carries: Fields a new record takes from the person's record.
        begins: Values a new record begins with.
    """

    form: Layout
    columns: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    begins: Values | None = None


_PERSON = (
    Section(
        N_("layouts", "Who it is"),
        (
            _("name", 4),
            _("party_type", 3),
            _("sex", 2),
            _("nation", 3),
            _("id_number", 5),
            _("born_on", 3),
            _("phone", 4),
            _("address", 8),
            _("village_group", 4),
            _("groups", 12),
        ),
    ),
    Section(
        N_("layouts", "More"),
        (
            _("alias", 3),
            _("occupation", 3),
            _("workplace", 6),
            _("registered_address", 6),
            _("postcode", 3),
            _("education", 3),
            _("id_type", 3),
            _("uscc", 4),
            _("representative", 3),
            _("representative_post", 2),
            _("remark", 12, 2),
        ),
    ),
)
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
            _("received_by", 4),
            _("answered_by", 4),
        ),
    ),
)
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
            _("mediator", 3),
            _("registrar", 2),
            _("accepted_on", 3),
            _("refusal_reason", 9, 1),
        ),
    ),
    Section(N_("layouts", "How it ended"), (_("result", 4), _("end_reason", 5), _("closed_on", 3))),
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
            _("materials", 12),
            _("handed_over_on", 4),
            _("received_by_agency_on", 4),
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
_COPIED = (
    "name",
    "sex",
    "nation",
    "id_number",
    "phone",
    "address",
    "born_on",
    "groups",
    "workplace",
    "occupation",
)

LOOKS: dict[str, Look] = {
    "person": Look(_PERSON, ("name", "sex", "phone", "address", "village_group")),
    "consultation": Look(
        _CONSULTATION,
        ("met_on", "name", "topic", "content"),
        ("consultation",),
        ("close",),
        carries=(*_COPIED[:6],),
        begins={"channel": "1"},
    ),
    "mediation_case": Look(
        _CASE,
        ("applied_on", "title", "dispute_type", "mediator"),
        ("mediation_application", "mediation_intake"),
        ("accept", "agree", "perform", "close", "file"),
        ("case_party", "mediation_session", "agreement"),
    ),
    "case_party": Look(
        _PARTY,
        carries=(*_COPIED, "party_type", "uscc", "representative"),
        begins={"party_type": "natural", "role": "party"},
    ),
    "mediation_session": Look(_SESSION, papers=("mediation_record",)),
    "agreement": Look(_AGREEMENT, papers=("mediation_agreement",)),
    "legal_aid": Look(
        _LEGAL_AID,
        ("applied_on", "name", "matter", "facts"),
        ("legal_aid_application",),
        ("sign", "hand_over", "receive", "close"),
        ("hardship_statement",),
        carries=(*_COPIED, "registered_address", "postcode"),
    ),
    "hardship_statement": Look(_HARDSHIP, papers=("hardship_statement",), parts=("household_member",)),
    "household_member": Look(_MEMBER),
}
"""Every kind that has a page of its own."""

FIRST_PARTS = ("case_party",)
"""Parts that stand before the form, as on the papers."""

COLUMNS_OF_PARTS: dict[str, tuple[str, ...]] = {
    "case_party": ("side", "name", "phone", "address"),
    "mediation_session": ("held_on", "place", "result"),
    "agreement": ("dated_on", "number", "performance"),
    "hardship_statement": ("stated_on", "name", "total_income"),
    "household_member": ("name", "relation", "age", "wages", "business", "other_income"),
}
"""What a line of a part shows."""

DAY_OF: dict[str, tuple[str, ...]] = {
    "consultation": ("met_on",),
    "mediation_case": ("applied_on",),
    "mediation_session": ("held_on",),
    "agreement": ("dated_on",),
    "legal_aid": ("applied_on",),
    "hardship_statement": ("stated_on",),
}
"""Days a new record begins with: today's."""

WRITER_OF: dict[str, tuple[str, ...]] = {
    "consultation": ("received_by",),
    "mediation_case": ("registrar",),
    "mediation_session": ("recorder",),
    "agreement": ("recorder",),
}
"""Fields that begin with the name of who is signed in."""
