"""Persons and organisations."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

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
            _("address", 5),
            _("village_group", 3),
            _("household_relation", 4),
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

_PROOF = (
    Section(
        N_("layouts", "Proof of a priority group"),
        (
            _("group", 6),
            _("proof", 6),
            _("number", 4),
            _("issued_by", 4),
            _("until", 4),
            _("seen_on", 4),
            _("seen_by", 4),
        ),
    ),
)

LOOKS = {
    "person": Look(_PERSON, ("name", "sex", "phone", "address", "village_group"), parts=("priority_proof",)),
    "priority_proof": Look(
        _PROOF,
        line=("group", "proof", "seen_on", "seen_by", "until"),
        adds=((N_("parts", "Proof seen"), {}),),
        days=("seen_on",),
        writer=("seen_by",),
    ),
}
