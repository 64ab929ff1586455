"""What becomes of an application for legal aid: its papers, the agency's decision, and what follows it.

Name, number and address of the applicant stand in the application alone; the papers here print them from
there. What the agency decides (法律援助机构) is written by the township or the county, never by the room
(法律援助法 第十三、四十三条).
"""

from village_desk.fields import More, amount, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_

_AID = More(merge="immutable")


class IntegrityPromise:
    """The applicant's promise, and the leave to check what was stated (个人诚信承诺书、核查授权书).

    Only where the agency takes the promise in place of shared data; not in the cases of 法律援助法 第三十二、
    四十二条 (第四十一条; domain services F06). What the sheet is called says the profile.
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    told_by = text(N_("kinds", "Told what follows by"), "告知人", high=60)
    told_on = day(N_("kinds", "Told on"), "告知日期")
    may_check = yes_no(N_("kinds", "Allows the checks"), "同意核查")
    members = text(N_("kinds", "Members of the household who allow it too"), "共同生活的家庭成员")
    written_by = text(N_("kinds", "Written for the applicant by"), "代书人", high=60)
    signed_on = day(N_("kinds", "Signed on"), "日期", More(required=("hand_over",)))


class ReceivedMaterial:
    """One paper that goes to the agency: printed, signed, scanned, its original at hand (申请材料).

    The receipt names title, copies and pages (法律援助申请材料接收凭证, domain services F07); whether a scan
    will do is the agency's to say (装档要求, 法定必需或者可用电子件).
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    order = whole(N_("kinds", "Place in the list"), "序号", high=99)
    material = choice(N_("kinds", "What it is"), "aid_material", "材料类别")
    title = text(N_("kinds", "Title"), "材料名称", More(search="text"))
    copies = whole(N_("kinds", "Copies"), "份数", low=1, high=99, unit="份")
    pages = whole(N_("kinds", "Pages"), "页数", low=1, high=999, unit="页")
    original = yes_no(N_("kinds", "It is the original"), "原件")
    needed_as = choice(N_("kinds", "Needed as"), "aid_needed", "装档要求")
    received_on = day(N_("kinds", "Original received on"), "原件收到日期")
    received_by = text(N_("kinds", "Received by"), "接收人", high=60)
    returned_on = day(N_("kinds", "Given back on"), "退还日期")


class SupplementNotice:
    """The agency's notice of what is still missing, all at once (补充材料/说明通知书, 法律援助法 第四十三条).

    The days until the applicant has supplied it are not counted in the agency's seven days; what is not
    supplied counts as a withdrawal (domain services F08, §3.2 L4 to L6).
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    number = text(N_("kinds", "Number"), "文号", More(search="number"), high=60)
    agency = text(N_("kinds", "Agency"), "法律援助机构", high=80)
    items = note(
        N_("kinds", "Everything that is missing, one a line"),
        "补充材料（说明）",
        More(merge="text", search="text", required=("ask_supplement",)),
        high=4_000,
    )
    noticed_on = day(N_("kinds", "Date of the notice"), "通知日期", More(required=("ask_supplement",)))
    received_on = day(N_("kinds", "Applicant received it on"), "申请人收到日期")
    days = whole(N_("kinds", "Days to supply it"), "补正期限", low=1, high=365, unit="日")
    contact = text(N_("kinds", "Contact"), "联系人", high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(check="phone"), high=40)
    supplied_on = day(N_("kinds", "Supplied on"), "补充日期", More(required=("supply",)))
    supplied = note(N_("kinds", "What was supplied"), "已补充的材料", high=4_000)


class AgencyDecision:
    """The agency's decision to give aid or not (给予、不予法律援助决定书, 法律援助法 第四十三条).

    Written by the township or the county; the room reads it and hands the paper over. A refusal says why
    and by which article, and where an objection goes (第四十九条).
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    decision = choice(
        N_("kinds", "Decision"), "aid_decision", "决定", More(required=("grant", "refuse", "correct"))
    )
    number = text(N_("kinds", "Number of the decision"), "决定书文号", More(search="number"), high=60)
    agency = text(N_("kinds", "Agency"), "法律援助机构", high=80)
    decided_on = day(N_("kinds", "Decided on"), "决定日期", More(required=("grant", "refuse", "correct")))
    aid_form = choices(N_("kinds", "Form of the aid"), "aid_form", "提供法律援助的方式")
    article = text(N_("kinds", "Article"), "依据", high=200)
    reason = note(N_("kinds", "Reasons"), "理由", More(search="text"), high=4_000)
    first_help = yes_no(N_("kinds", "Help began before the decision"), "先行提供法律援助")
    contact = text(N_("kinds", "Contact"), "联系人", high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(check="phone"), high=40)


class AidDesignation:
    """Who takes the case over (指派通知书): within three days of the decision (法律援助法 第四十三条).

    The firm signs the contract and the power of attorney within five days
    (办理法律援助案件程序规定 第二十七条).
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    number = text(N_("kinds", "Number of the designation"), "指派号", More(search="number"), high=60)
    designated_on = day(N_("kinds", "Designated on"), "指派日期", More(required=("designate",)))
    firm = text(N_("kinds", "Firm"), "承办单位", More(search="text", required=("designate",)), high=80)
    lawyer = text(N_("kinds", "Lawyer"), "承办人", More(search="name"), high=60)
    phone = text(N_("kinds", "Phone"), "承办人联系方式", More(check="phone"), high=40)
    signed_on = day(N_("kinds", "Contract signed on"), "委托协议签订日期")


class LawyerChange:
    """The applicant asks for another lawyer (更换法律援助人员申请表, 法律援助法 第五十五条)."""

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    applied_on = day(N_("kinds", "Applied on"), "申请日期", More(required=("change_lawyer",)))
    firm = text(N_("kinds", "Firm"), "承办单位", high=80)
    lawyer = text(N_("kinds", "Lawyer"), "承办人", More(search="name"), high=60)
    reasons = note(
        N_("kinds", "Reasons"),
        "申请更换的事实和理由",
        More(merge="text", search="text", required=("change_lawyer",)),
        high=8_000,
    )
    evidence_pages = whole(N_("kinds", "Pages of evidence"), "相关证据材料页数", high=999, unit="页")
    outcome = choice(N_("kinds", "Answer"), "aid_change_outcome", "审查结果")
    decided_on = day(N_("kinds", "Answered on"), "答复日期")


class AidObjection:
    """The objection against a refusal or a termination (异议申请书, 法律援助法 第四十九条).

    It goes to the judicial administrative department that set the agency up, which decides within five days.
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    department = text(N_("kinds", "Judicial administrative department"), "司法行政部门", high=80)
    about = choice(N_("kinds", "Against"), "aid_objected", "异议事项", More(required=("object",)))
    agency = text(N_("kinds", "Agency that decided"), "作出决定的法律援助机构", high=80)
    decision_number = text(N_("kinds", "Number of the decision"), "决定书文号", high=60)
    decided_on = day(N_("kinds", "Decision of"), "决定日期")
    grounds = note(
        N_("kinds", "Facts and reasons of the objection"),
        "异议事实和理由",
        More(merge="text", search="text", required=("object",)),
    )
    enclosures = text(N_("kinds", "Enclosures"), "附件")
    objected_on = day(N_("kinds", "Date"), "日期", More(required=("object",)))
    received_on = day(N_("kinds", "Received by the department on"), "收到日期")
    outcome = choice(
        N_("kinds", "Outcome"), "aid_objection_outcome", "审查决定", More(required=("maintain", "correct"))
    )
    outcome_number = text(N_("kinds", "Number of the review"), "审查决定书文号", high=60)
    answered_on = day(N_("kinds", "Answered on"), "审查决定日期", More(required=("maintain", "correct")))


class AidTermination:
    """The agency ends its aid (终止法律援助决定书, 法律援助法 第四十八条); the room hands the paper over."""

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    number = text(N_("kinds", "Number of the decision"), "决定书文号", More(search="number"), high=60)
    agency = text(N_("kinds", "Agency"), "法律援助机构", high=80)
    ground = choice(N_("kinds", "Ground"), "aid_termination", "终止情形", More(required=("terminate",)))
    reason = note(N_("kinds", "Reasons"), "理由", high=4_000)
    decided_on = day(N_("kinds", "Decided on"), "决定日期", More(required=("terminate",)))


class ServiceReceipt:
    """A paper handed over, and who signed for it (送达回证, 民事诉讼法 第八十七、八十八条; services F16)."""

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    document = text(N_("kinds", "Paper handed over"), "文书名称", More(search="text"))
    number = text(N_("kinds", "Number"), "文号", More(search="number"), high=60)
    receiver = text(N_("kinds", "For whom"), "受送达人", high=60)
    place = text(N_("kinds", "Place"), "送达地点")
    way = choice(N_("kinds", "How"), "aid_service_way", "送达方式")
    served_on = day(N_("kinds", "Handed over on"), "送达日期")
    taken_by = text(N_("kinds", "Taken by, if somebody else"), "代收人", high=60)
    relation = text(N_("kinds", "Relation to the receiver"), "与受送达人关系", high=60)
    refused = text(N_("kinds", "Why it was not taken"), "拒收事由")
    server = text(N_("kinds", "Handed over by"), "送达人", high=60)
    remark = text(N_("kinds", "Remark"), "备注")


class AidPowerOfAttorney:
    """Who applies for the applicant (授权委托书, 法律援助法 第四十条; 民法典 第一百六十五条).

    Who the agent is stands in the application; here stands what they may do and how long.
    """

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    agent_sex = choice(N_("kinds", "Agent's sex"), "sex", "受托人性别")
    agent_address = text(N_("kinds", "Address of the agent"), "受托人住址")
    relation = text(N_("kinds", "Relation to the principal"), "与委托人关系", high=60)
    powers = choices(N_("kinds", "Powers"), "aid_agent_power", "委托权限")
    other_powers = text(N_("kinds", "Other powers"), "其他委托事项")
    begins_on = day(N_("kinds", "Holds from"), "委托期限")
    ends_on = day(N_("kinds", "Holds until"))
    signed_on = day(N_("kinds", "Date of the paper"), "日期")


class AidClosing:
    """How the case ended, and its file (结案, 归档; domain services F18, F19)."""

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    ended_on = day(N_("kinds", "Case ended on"), "结案日期", More(required=("close",)))
    way = choice(N_("kinds", "How it ended"), "aid_ending", "结案方式", More(required=("close",)))
    result = note(N_("kinds", "Result"), "结果描述", More(search="text"), high=4_000)
    gained = amount(N_("kinds", "Loss averted or gain made"), "挽回损失或取得利益")
    evaluation = choice(N_("kinds", "Evaluation of the result"), "aid_evaluation", "结果评价")
    reported_on = day(N_("kinds", "Papers handed to the agency on"), "结案材料提交日期")
    file_number = text(N_("kinds", "Number of the file"), "归档编号", More(search="number"), high=60)
    filed_by = text(N_("kinds", "Filed by"), "归档人", high=60)
    filed_on = day(N_("kinds", "Filed on"), "归档时间")


class ArchivedPaper:
    """One line of the contents of the file (卷内文件目录, domain services F19)."""

    closing = link(N_("kinds", "Closing"), "aid_closing", more=_AID)
    order = whole(N_("kinds", "Place in the list"), "顺序号", high=999)
    title = text(N_("kinds", "Title"), "文件名称")
    by = text(N_("kinds", "Number, or who made it"), "文号/责任人", high=80)
    dated_on = day(N_("kinds", "Date"), "日期")
    page_range = text(N_("kinds", "Pages"), "页号", high=20)
    remark = text(N_("kinds", "Remark"), "备注", high=60)


class AidCallback:
    """Asking the person who was helped how it went (受援人回访记录表, 法律援助法 第五十九条)."""

    application = link(N_("kinds", "Application"), "legal_aid", more=_AID)
    asked_on = day(N_("kinds", "Date"), "回访日期", More(required=("call_back",)))
    way = choice(N_("kinds", "How"), "follow_up_way", "回访方式")
    answered_by = text(N_("kinds", "Who was asked"), "回访对象", high=60)
    met_lawyer = yes_no(N_("kinds", "The lawyer met the applicant"), "承办人是否约见")
    informed = yes_no(N_("kinds", "The lawyer said how the case went"), "是否通报案件进展")
    charged = yes_no(N_("kinds", "Money or goods were asked for"), "是否收取财物")
    satisfaction = choice(
        N_("kinds", "Satisfaction"), "satisfaction", "服务评价", More(required=("call_back",))
    )
    suggestion = note(N_("kinds", "Suggestions"), "建议", More(search="text"), high=4_000)
    visitor = text(N_("kinds", "Asked by"), "回访人", high=60)
