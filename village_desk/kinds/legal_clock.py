"""What people do about the periods of a case, and the duty to report what a case shows."""

from village_desk.fields import More, choice, choices, day, link, note, text
from village_desk.i18n import N_

_CASE = More(merge="immutable")


class PeriodChange:
    """A period of a case stands still, is extended, or is no longer reminded of (期限中止、延长、不再提醒).

    Days of an appraisal are not counted, and both parties may agree on a later day; neither is so in a period
    the law fixes, such as the thirty days for court confirmation (医疗纠纷预防和处理条例 第三十八条;
    特邀调解规定 第二十七条; domain mediation §3.2). It counts once it says why; an extension, once it also
    says how the parties agreed.
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    period = choice(N_("kinds", "Which period"), "period", "期限")
    change = choice(N_("kinds", "What becomes of it"), "period_change", "变动")
    from_on = day(N_("kinds", "From"), "起始日期")
    until_on = day(N_("kinds", "Until, or the new last day"), "截止日期")
    reason = note(N_("kinds", "Why"), "理由", More(search="text"), high=2_000)
    agreed_by = text(N_("kinds", "How the parties agreed to it"), "各方同意的依据", high=200)
    decided_by = text(N_("kinds", "Decided by"), "决定人", high=60)


class DutyReport:
    """Something that must be reported at once, and the report (强制报告、报案).

    Family violence against people who cannot act for themselves goes to the police (反家庭暴力法
    第十四条), harm to minors to police, civil affairs and schools (未成年人保护法 第十一条), what may become
    a crime to the police (人民调解法 第二十五条). Made when somebody sees it; until it is answered the case
    takes no step.
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    duty = choice(N_("kinds", "What was seen"), "report_duty", "报告事项")
    found_on = day(N_("kinds", "Seen on"), "发现日期")
    told = note(N_("kinds", "What was reported"), "报告内容", More(merge="text"), high=4_000)
    reported_on = day(N_("kinds", "Reported on"), "报告日期")
    reported_time = text(N_("kinds", "Time (hh:mm)"), "报告时间", high=5)
    reported_to = choices(N_("kinds", "Reported to"), "report_to", "接报单位")
    received_by = text(N_("kinds", "Who took the report"), "接报人", high=60)
    receipt = text(N_("kinds", "Number of the receipt"), "回执编号", high=60)
    reporter = text(N_("kinds", "Reported by"), "报告人", high=60)
    unfounded = note(
        N_("kinds", "If nothing was there after all: how that was found out"),
        "经核实不属实的依据",
        high=2_000,
    )
