"""What belongs to a mediation case beside parties, sessions and the written agreement."""

from village_desk.fields import More, amount, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_

_CASE = More(merge="immutable")


class Investigation:
    """What one person said when the mediator asked (人民调解调查记录, domain mediation §1.8).

    人民调解法 第二十一、二十二、二十七条. Written as questions and answers; one record a person.
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    held_on = day(N_("kinds", "Held on"), "时间")
    from_time = text(N_("kinds", "From (hh:mm)"), high=5)
    to_time = text(N_("kinds", "To (hh:mm)"), high=5)
    place = text(N_("kinds", "Place"), "地点")
    present = text(N_("kinds", "Taking part"), "参加人", More(search="name"), high=400)
    interviewed = text(N_("kinds", "Who was asked"), "被调查人", More(search="name"), high=120)
    record = note(N_("kinds", "Questions and answers"), "记录", More(merge="text", search="text"))
    investigator = text(N_("kinds", "Asked by"), "调查人", high=120)
    recorder = text(N_("kinds", "Recorded by"), "记录人", high=60)


class Evidence:
    """One piece of evidence in the list before the copies (人民调解证据材料, domain mediation §1.9)."""

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    title = text(N_("kinds", "Name of the evidence"), "证据材料名称", More(search="text"), high=120)
    source = text(N_("kinds", "Where it comes from"), "证据来源", high=120)
    pages = whole(N_("kinds", "Pages"), "页数", high=9_999, unit="页")
    provided_by = text(N_("kinds", "Provided by"), "提供人", More(search="name"), high=60)
    provided_on = day(N_("kinds", "Provided on"), "提供日期")
    order = whole(N_("kinds", "Place in the list"), high=999)


class OralAgreement:
    """An agreement the parties did not want in writing (人民调解口头协议登记表, domain mediation §1.12).

    It takes effect on the day they reach it (人民调解法 第二十八、三十条); the mediator records what it says.
    The law asks for no signature of theirs; some counties pay the subsidy only for a signed one.
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    facts = note(
        N_("kinds", "Main facts and points in dispute"),
        "纠纷主要事实、争议事项",
        More(merge="text", search="text", required=("agree",)),
    )
    terms = note(
        N_("kinds", "What was agreed, one a line"),
        "经调解，自愿达成如下协议",
        More(merge="text", search="text", required=("agree",)),
    )
    performance = note(
        N_("kinds", "How and until when it is performed"),
        "履行方式、时限",
        More(required=("agree",)),
        high=2_000,
    )
    due_on = day(N_("kinds", "To be performed by"), "履行期限")
    total = amount(N_("kinds", "Amount"), "协议涉及金额")
    reached_on = day(N_("kinds", "Reached on"), "日期", More(required=("agree",)))
    mediator = text(N_("kinds", "Mediator"), "人民调解员", high=120)


class Instalment:
    """One thing to be done or paid under an agreement, and whether it was (协议履行: 分期、一次).

    The committee supervises it and urges whoever is late (人民调解法 第三十一条).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    what = text(N_("kinds", "What is to be done"), "履行内容", More(search="text"), high=400)
    by_whom = text(N_("kinds", "By whom"), "履行人", More(search="name"), high=120)
    due_on = day(N_("kinds", "Due on"), "应履行日期")
    due_amount = amount(N_("kinds", "Amount due"), "应付金额")
    done_on = day(N_("kinds", "Done on"), "实际履行日期")
    done_amount = amount(N_("kinds", "Amount paid"), "已付金额")
    proof = text(N_("kinds", "Receipt or other proof"), "履行凭证", high=200)
    urged_on = day(N_("kinds", "Urged on"), "督促日期")


class FollowUp:
    """A visit after the agreement (人民调解回访记录, domain mediation §1.13; 人民调解法 第三十一条第二款)."""

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    visited = text(N_("kinds", "Party visited"), "当事人", More(search="name"), high=200)
    agreement_number = text(N_("kinds", "Number of the agreement"), "调解协议编号", high=60)
    matter = text(N_("kinds", "Why visited"), "回访事由", high=120)
    visited_on = day(N_("kinds", "Visited on"), "回访时间")
    way = choice(N_("kinds", "How visited"), "follow_up_way", "回访方式")
    performance = choice(N_("kinds", "Performance"), "performance_state", "履行情况")
    satisfaction = choice(N_("kinds", "Satisfaction"), "satisfaction", "满意度")
    record = note(N_("kinds", "What was found"), "回访情况", More(merge="text", search="text"))
    visitor = text(N_("kinds", "Visited by"), "回访人", high=60)


class PowerOfAttorney:
    """Who acts for a party, with which powers and how long (授权委托书, domain mediation §1.17).

    Name, matter, powers and term of the agent stand in it, and the principal signs (民法典 第一百六十五条).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    principal = text(N_("kinds", "Principal"), "委托人", More(search="name"), high=60)
    principal_id = text(
        N_("kinds", "ID card number of the principal"), "身份证号", More(check="id_card", masked=True)
    )
    principal_address = text(N_("kinds", "Address of the principal"), "住址")
    principal_phone = text(
        N_("kinds", "Phone of the principal"), "联系电话", More(check="phone", masked=True), high=40
    )
    agent = text(N_("kinds", "Agent"), "受托人", More(search="name"), high=60)
    agent_id = text(
        N_("kinds", "ID card number of the agent"), "身份证号", More(check="id_card", masked=True)
    )
    agent_address = text(N_("kinds", "Address of the agent"), "住址")
    agent_phone = text(
        N_("kinds", "Phone of the agent"), "联系电话", More(check="phone", masked=True), high=40
    )
    relation = text(N_("kinds", "Relation to the principal"), "与委托人关系", high=60)
    matter = text(N_("kinds", "Matter"), "委托事项", high=200)
    powers = choices(N_("kinds", "Powers"), "agent_power", "委托权限")
    other_powers = text(N_("kinds", "Other powers"), "其他委托事项", high=200)
    begins_on = day(N_("kinds", "Holds from"), "委托期限")
    ends_on = day(N_("kinds", "Holds until"))
    dated_on = day(N_("kinds", "Date of the paper"), "日期")


class CourtConfirmation:
    """The parties' joint application to the court (司法确认, domain mediation §1.14).

    Within 30 days from the day the agreement takes effect, by both parties (人民调解法 第三十三条; 民事诉讼法
    第二百零五、二百零六条).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=_CASE)
    court = text(N_("kinds", "Court"), "人民法院", high=80)
    agreed_on = day(N_("kinds", "Agreement of"), "调解协议日期")
    terms = note(N_("kinds", "What was agreed, one a line"), "达成以下协议", More(merge="text"))
    reasons = note(N_("kinds", "Facts and reasons"), "事实和理由", More(merge="text"))
    copies = whole(N_("kinds", "Copies"), "份数", low=1, high=99, unit="份")
    enclosures = note(N_("kinds", "Enclosures, one a line"), "附", high=2_000)
    applied_on = day(N_("kinds", "Applied on"), "申请日期")
    filed_on = day(N_("kinds", "Filed by the court on"), "法院立案日期")
    outcome = choice(N_("kinds", "Outcome"), "confirmation_outcome", "司法确认结果")
    ruling_number = text(N_("kinds", "Number of the ruling"), "裁定书编号", More(search="number"), high=60)
    decided_on = day(N_("kinds", "Ruling of"), "裁定日期")
    received_on = day(N_("kinds", "Parties received the ruling on"), "裁定书送达日期")
    told_rules = yes_no(N_("kinds", "Parties were told what a court cannot confirm"))
