"""Typical cases: prepared where they happened, published to every room of the county without names."""

from village_desk.fields import More, choice, day, link, note, text
from village_desk.i18n import N_

_FIXED = More(merge="immutable")
_FILLED = More(read_only=True)
_TEXT = More(merge="text", search="text")
_NEEDED = More(merge="text", search="text", required=("deidentify",))


class CaseDraft:
    """A typical case in preparation (典型案例稿): 草稿 → 去标识 → 司法所审核 → 县审核 → 发布 → 撤回.

    Only texts without names are ever kept here: they are replaced while the record is made, and a person
    checks them before the township sees them (domain services §6.6; 个人信息保护法 第五十一、七十三条).
    """

    case = link(N_("kinds", "Mediation case"), "mediation_case", more=_FIXED)
    consultation = link(N_("kinds", "Consultation"), "consultation", more=_FIXED)
    legal_aid = link(N_("kinds", "Legal-aid application"), "legal_aid", more=_FIXED)
    title = text(N_("kinds", "Title"), "标题", More(search="text", required=("deidentify",)), high=120)
    sort = choice(N_("kinds", "Kind of service"), "typical_case_type", "案例类别")
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由")
    facts = note(N_("kinds", "What happened"), "案情简介", _NEEDED)
    handling = note(N_("kinds", "What was done"), "办理过程", _NEEDED)
    result = note(N_("kinds", "How it ended"), "办理结果", _TEXT)
    articles = note(N_("kinds", "Law it rests on"), "法律依据", _TEXT, high=4_000)
    comment = note(N_("kinds", "What others can learn from it"), "案例点评", _TEXT, high=8_000)
    remark = note(N_("kinds", "Remark of the reviewer"), "审核意见", More(merge="text"), high=2_000)
    checked_by = text(N_("kinds", "Names looked through by"), "去标识核对人", _FILLED, high=60)
    checked_on = day(N_("kinds", "Names looked through on"), "去标识核对日期", _FILLED)
    checked_text = text(N_("kinds", "Fingerprint of the text looked through"), more=_FILLED, high=64)
    passed_by = text(N_("kinds", "Passed in the township by"), "司法所审核人", _FILLED, high=60)
    approved_by = text(N_("kinds", "Approved in the county by"), "县审核人", _FILLED, high=60)
    state = choice(N_("kinds", "State"), "typical_case_state", more=More(merge="state", read_only=True))


class TypicalCase:
    """A published typical case (典型案例): every room of the county may read it, none may change it.

    The county's office makes it out of an approved draft and puts it away when the draft is withdrawn.
    """

    title = text(N_("kinds", "Title"), "标题", More(search="text"), high=120)
    sort = choice(N_("kinds", "Kind of service"), "typical_case_type", "案例类别")
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由")
    facts = note(N_("kinds", "What happened"), "案情简介", _TEXT)
    handling = note(N_("kinds", "What was done"), "办理过程", _TEXT)
    result = note(N_("kinds", "How it ended"), "办理结果", _TEXT)
    articles = note(N_("kinds", "Law it rests on"), "法律依据", _TEXT, high=4_000)
    comment = note(N_("kinds", "What others can learn from it"), "案例点评", _TEXT, high=8_000)
    published_on = day(N_("kinds", "Published on"), "发布日期")
    draft = text(N_("kinds", "Made out of"), more=More(merge="immutable", read_only=True), high=32)
