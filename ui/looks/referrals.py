"""Referrals and work orders of the hotline, with their steps."""

from ui.looks.look import Look
from ui.widgets.record_form import Cell, Section
from village_desk.i18n import N_

_ = Cell

_REFERRAL = (
    Section(
        N_("layouts", "Whose matter it is"),
        (
            _("received_on", 3),
            _("source", 3),
            _("name", 3),
            _("phone", 3),
            _("address", 6),
            _("topic", 6),
            _("groups", 12),
            _("summary", 12, 4),
        ),
    ),
    Section(
        N_("layouts", "Where it goes"),
        (
            _("target", 6),
            _("receiver", 6),
            _("receiver_contact", 6),
            _("materials", 3),
            _("pages", 3),
            _("urgency", 3),
            _("due_on", 3),
            _("referred_by", 3),
            _("sent_on", 3),
            _("consented", 4),
            _("without_consent", 5),
            _("qualifies", 3),
        ),
    ),
    Section(
        N_("layouts", "What came back"),
        (
            _("signed_on", 3),
            _("signed_by", 3),
            _("accepted", 3),
            _("refusal", 3),
            _("result", 12, 3),
            _("handler", 6),
            _("fed_back_on", 6),
            _("reason", 9, 2),
            _("extended_to", 3),
        ),
    ),
    Section(
        N_("layouts", "Asked again"),
        (
            _("followed_up_on", 3),
            _("followed_up_by", 3),
            _("outcome", 3),
            _("satisfaction", 3),
            _("redone", 3),
        ),
    ),
)
_ORDER = (
    Section(
        N_("layouts", "Who called"),
        (
            _("source", 3),
            _("original_number", 4),
            _("called_on", 3),
            _("called_time", 2),
            _("name", 3),
            _("sex", 2),
            _("phone", 3),
            _("address", 4),
            _("category", 3),
            _("urgency", 3),
            _("matter", 3),
            _("topic", 3),
            _("groups", 12),
            _("content", 12, 4),
            _("answer", 12, 2),
        ),
    ),
    Section(
        N_("layouts", "Where it goes"),
        (
            _("receiver", 6),
            _("taken_by", 3),
            _("sent_on", 3),
            _("due_on", 3),
            _("signed_on", 3),
            _("signed_by", 3),
            _("handler", 3),
        ),
    ),
    Section(
        N_("layouts", "What was done"),
        (
            _("result", 12, 3),
            _("replied_on", 4),
            _("reply_way", 4),
            _("fed_back_on", 4),
            _("reason", 9, 2),
            _("extended_to", 3),
        ),
    ),
    Section(
        N_("layouts", "Called back"),
        (
            _("followed_up_on", 3),
            _("followed_up_by", 3),
            _("reached", 3),
            _("outcome", 3),
            _("satisfaction", 4),
            _("dissatisfied", 5),
            _("redone", 3),
        ),
    ),
)


def _step(heading: str) -> Look:
    cells = (
        _("step", 4),
        _("done_on", 4),
        _("done_time", 4),
        _("by", 4),
        _("unit", 4),
        _("new_day", 4),
        _("reason", 12, 2),
    )
    return Look((Section(heading, cells),), line=("done_on", "done_time", "step", "by", "new_day", "reason"))


_MAIN = ("send", "feed_back", "start", "sign", "follow_up", "close")

LOOKS = {
    "referral": Look(
        _REFERRAL,
        ("received_on", "name", "receiver", "due_on", "summary"),
        ("referral",),
        _MAIN,
        ("referral_step",),
        carries=("name", "phone", "address", "groups"),
        begins={"source": "window", "urgency": "normal"},
        days=("received_on",),
        writer=("referred_by",),
    ),
    "hotline_order": Look(
        _ORDER,
        ("called_on", "name", "category", "due_on", "content"),
        ("hotline_order",),
        _MAIN,
        ("order_step",),
        carries=("name", "sex", "phone", "address", "groups"),
        begins={"source": "12348", "urgency": "normal"},
        days=("called_on",),
        writer=("taken_by",),
    ),
    "referral_step": _step(N_("layouts", "Step")),
    "order_step": _step(N_("layouts", "Step")),
}
