"""The subsidy for cases (以案定补): the claim of a mediator for a period, and the cases in it."""

from village_desk.fields import More, amount, choice, day, link, note, text, whole
from village_desk.i18n import N_

_FIXED = More(merge="immutable", read_only=True)


class SubsidyClaim:
    """A claim (以案定补申报表, domain mediation §5): mediator → committee → township → county → 公示 → paid.

    财行〔2007〕179号; 人民调解法 第六、十六条. Amounts and conditions are the county's (`Profile.subsidy`);
    the township checks it as any other record that is sent to it.
    """

    committee = text(N_("kinds", "Committee"), "人民调解委员会", More(required=("submit",)), high=80)
    mediator = text(N_("kinds", "Mediator"), "人民调解员", More(search="name", required=("submit",)), high=60)
    since = day(N_("kinds", "Closed from"), more=More(required=("submit",)))
    until = day(N_("kinds", "Closed until"), more=More(required=("submit",)))
    cases = whole(N_("kinds", "Cases claimed"), "案件数", high=9_999, unit="件")
    total = amount(N_("kinds", "Amount claimed"), "补贴金额合计")
    filled_by = text(N_("kinds", "Filled in by"), "填报人", high=60)
    filled_on = day(N_("kinds", "Filled in on"), "填报日期", More(required=("submit",)))
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class ClaimedCase:
    """One case of a claim as it stood when it was claimed: a case is claimed once (一案一补).

    `case_digest` is the SHA-256 of the case's text then, so that a later change of the case shows.
    """

    claim = link(N_("kinds", "Claim"), "subsidy_claim", more=_FIXED)
    case = link(N_("kinds", "Case"), "mediation_case", more=_FIXED)
    order = whole(N_("kinds", "No."), "序号", _FIXED, high=9_999)
    number = text(N_("kinds", "Number of the dossier"), "卷号", _FIXED, high=60)
    parties = text(N_("kinds", "Parties"), "当事人", _FIXED, high=200)
    dispute_type = choice(N_("kinds", "Kind of dispute"), "dispute_type", "纠纷类型", _FIXED)
    form = choice(N_("kinds", "Form of the agreement"), "agreement_form", "协议形式", _FIXED)
    difficulty = choice(N_("kinds", "Difficulty"), "difficulty", "等级")
    performed = choice(N_("kinds", "Performance"), "performance_state", "履行", _FIXED)
    dossier_check = text(N_("kinds", "Check of the dossier"), "卷宗评查", high=40)
    amount = amount(N_("kinds", "Subsidy"), "补贴金额")
    case_digest = text(N_("kinds", "SHA-256 of the case"), more=_FIXED, high=64)
