"""People's mediation: the case, its parties, sessions and agreement."""

from village_desk.fields import More, amount, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_


class MediationCase:
    """A dispute before the people's mediation committee (人民调解案件).

    Papers: 人民调解申请书, 人民调解受理登记表 (domain mediation §1.5, §1.6). The moment of the request
    interrupts the limitation period, so it is kept beside the day (诉讼时效规定 第十二条).
    """

    number = text(
        N_("kinds", "Case number"), "编号", More(search="number", merge="immutable", read_only=True), high=60
    )
    official_number = text(
        N_("kinds", "Official number given later"), "正式编号", More(search="number"), high=60
    )
    title = text(N_("kinds", "Case in a few words"), "案件名称", More(search="text"), high=120)
    committee = text(N_("kinds", "Committee"), "人民调解委员会", high=80)
    committee_type = choice(
        N_("kinds", "Kind of committee, if not that of the place"), "committee_type", "调委会类型"
    )
    source = choice(
        N_("kinds", "How it came"), "mediation_source", "案件来源", More(required=("accept", "submit"))
    )
    dispute_type = choice(
        N_("kinds", "Kind of dispute"), "dispute_type", "纠纷类型", More(required=("accept", "submit"))
    )
    applied_on = day(N_("kinds", "Applied on"), "申请日期", More(required=("accept",)))
    consented = yes_no(N_("kinds", "All parties agree to mediation"), "各方当事人同意调解")
    accepted_on = day(N_("kinds", "Accepted on"), "受理日期", More(required=("accept",)))
    facts = note(
        N_("kinds", "The dispute in brief"),
        "纠纷简要情况",
        More(merge="text", search="text", required=("accept", "submit")),
    )
    requests = note(N_("kinds", "What the applicant asks, one a line"), "当事人申请事项", More(merge="text"))
    at_stake = amount(N_("kinds", "Amount at stake"), "涉及金额")
    difficulty = choice(N_("kinds", "Difficulty"), "difficulty", "难易程度")
    mediator = text(
        N_("kinds", "Mediator"), "人民调解员", More(search="name", required=("accept", "submit")), high=60
    )
    registrar = text(N_("kinds", "Registered by"), "登记人", high=60)
    consultation = link(N_("kinds", "Grew out of the consultation"), "consultation")
    refusal_ground = choice(
        N_("kinds", "Ground of the refusal"), "refusal_ground", "不予受理的情形", More(required=("refuse",))
    )
    refusal_reason = note(
        N_("kinds", "Why it was refused"), "不予受理的理由", More(required=("refuse",)), high=2_000
    )
    result = choice(
        N_("kinds", "Result"), "mediation_result", "调解结果", More(required=("close", "bring_in"))
    )
    end_reason = choice(
        N_("kinds", "Why it ended"), "termination_reason", "终止原因", More(required=("fail",))
    )
    told_remedies = yes_no(
        N_("kinds", "Parties were told of arbitration, administrative and court ways"),
        "已告知仲裁、行政、司法途径",
        More(required=("fail",)),
    )
    closed_on = day(N_("kinds", "Closed on"), "结案日期", More(required=("close",)))
    averted = choice(N_("kinds", "What was averted"), "averted", "防止激化")
    averted_people = whole(N_("kinds", "People concerned"), "涉及人数", high=9_999, unit="人")
    state = choice(N_("kinds", "State"), "mediation_state", more=More(merge="state", read_only=True))


class CaseParty:
    """One party of a case, or who acts for one (当事人、代理人): a copy of the person as on the papers.

    The national form asks the age in years on the day of the paper; birth date is kept, age is computed
    (domain mediation §1.2).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=More(merge="immutable"))
    side = choice(N_("kinds", "Side"), "party_side", more=More(required=("accept",)))
    role = choice(N_("kinds", "Role"), "party_role")
    party_type = choice(N_("kinds", "Natural or legal person"), "party_type", "当事人属性")
    person = link(N_("kinds", "Person"), "person")
    name = text(N_("kinds", "Name"), "姓名", More(search="name", required=("accept", "submit")), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    born_on = day(N_("kinds", "Date of birth"), "出生日期")
    age_told = whole(N_("kinds", "Age, where no birth date is known"), "年龄", high=130)
    occupation = text(N_("kinds", "Occupation or post"), "职业或职务", high=60)
    phone = text(N_("kinds", "Phone"), "联系方式", More(search="number", check="phone", masked=True), high=40)
    address = text(N_("kinds", "Workplace or address"), "单位或住址", More(search="text"))
    id_number = text(
        N_("kinds", "ID card number"), "身份证号", More(search="number", check="id_card", masked=True)
    )
    uscc = text(N_("kinds", "Unified social credit code"), "统一社会信用代码", More(check="uscc"))
    representative = text(N_("kinds", "Legal representative and post"), "法定代表人姓名和职务", high=80)
    groups = choices(N_("kinds", "Priority groups"), "priority_group")
    order = whole(N_("kinds", "Place among the parties"), high=99)
    signed_on = day(N_("kinds", "Signed the agreement on"), "协议签名日期")


class MediationSession:
    """One mediation meeting and its record (人民调解记录, domain mediation §1.10; 人民调解法 第二十七条)."""

    case = link(N_("kinds", "Case"), "mediation_case", more=More(merge="immutable"))
    held_on = day(N_("kinds", "Held on"), "时间", More(required=("submit",)))
    from_time = text(N_("kinds", "From (hh:mm)"), high=5)
    to_time = text(N_("kinds", "To (hh:mm)"), high=5)
    place = text(N_("kinds", "Place"), "地点", More(required=("submit",)))
    matter = text(N_("kinds", "Matter"), "事由", high=120)
    present = text(N_("kinds", "Parties present"), "当事人", More(search="name"), high=400)
    invited = text(N_("kinds", "Invited persons"), "参加人", high=400)
    told_rights = yes_no(N_("kinds", "Parties were told the rules"))
    record = note(
        N_("kinds", "What was said"), "调解记录", More(merge="text", search="text", required=("submit",))
    )
    result = choice(N_("kinds", "Result"), "session_result", "调解结果")
    mediator = text(N_("kinds", "Mediator"), "人民调解员", high=120)
    recorder = text(N_("kinds", "Recorded by"), "记录人", high=60)


class Agreement:
    """A written agreement (人民调解协议书, domain mediation §1.11; 人民调解法 第二十八、二十九条).

    It takes effect when every party has signed, the mediator has signed and the seal is on it: the latest
    of those days (人民调解法 第二十九条).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=More(merge="immutable"))
    number = text(N_("kinds", "Number"), "编号", More(search="number"), high=60)
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
    copies = whole(N_("kinds", "Copies"), "份数", low=1, high=99, unit="份")
    mediator = text(N_("kinds", "Mediator"), "人民调解员", high=120)
    recorder = text(N_("kinds", "Recorded by"), "记录人", high=60)
    signed_on = day(N_("kinds", "Last signature on"), "签名日期")
    sealed_on = day(N_("kinds", "Seal put on"), "盖章日期")
    dated_on = day(N_("kinds", "Date of the paper"), "日期")
