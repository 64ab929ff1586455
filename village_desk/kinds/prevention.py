"""Looking for disputes before they come to the room."""

from village_desk.fields import More, choice, day, link, note, text, whole, yes_no
from village_desk.i18n import N_


class DisputeSweep:
    """One round of looking for disputes (矛盾纠纷排查, domain mediation §1.20), with a zero report (零报告).

    Its disputes are records of their own; none found is a result too and is reported.
    """

    swept_on = day(N_("kinds", "Swept on"), "排查日期", More(required=("submit",)))
    area = text(
        N_("kinds", "Area or unit"), "排查区域/单位", More(search="text", required=("submit",)), high=120
    )
    sweepers = text(N_("kinds", "Who swept"), "排查人员", More(search="name", required=("submit",)), high=200)
    households = whole(N_("kinds", "Households visited"), "走访户数", high=9_999, unit="户")
    none_found = yes_no(N_("kinds", "Nothing found (zero report)"), "零报告")
    prevented = whole(N_("kinds", "Disputes prevented"), "预防纠纷", high=9_999, unit="件")
    summary = note(N_("kinds", "In brief"), "排查情况", More(merge="text", search="text"), high=4_000)


class FoundDispute:
    """A dispute found on a round (排查出的纠纷): the line in the register, and the case it became."""

    sweep = link(N_("kinds", "Sweep"), "dispute_sweep", more=More(merge="immutable"))
    found_on = day(N_("kinds", "Found on"), "排查时间")
    place = text(N_("kinds", "Place"), "排查地点", high=120)
    dispute_type = choice(N_("kinds", "Kind of dispute"), "dispute_type", "纠纷类型")
    parties = text(N_("kinds", "Parties"), "纠纷方名称", More(search="name"), high=200)
    phone = text(
        N_("kinds", "Phone"), "纠纷方电话", More(search="number", check="phone", masked=True), high=40
    )
    facts = note(
        N_("kinds", "The dispute in brief"), "纠纷基本情况", More(merge="text", search="text"), high=4_000
    )
    handled = choice(N_("kinds", "What became of it"), "sweep_handling", "处理情况")
    case = link(N_("kinds", "Became the case"), "mediation_case")
