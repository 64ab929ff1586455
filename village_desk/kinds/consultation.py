"""Consultations, and what a visit obliges to report."""

from village_desk.fields import More, Spec, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_
from village_desk.kinds.legal_clock import DutyReport

_NEEDED = ("close", "submit")


class Consultation:
    """A villager's question and what was answered (法律咨询, 法律咨询登记表).

    Name, number, address and phone are copies of the person's. Source: domain services F01; duty to tell
    the visitor of legal aid: 法律援助法 第二十三条; urgent with fewer than seven days to a limit: 第四十四条.
    """

    number = text(
        N_("kinds", "Number"), "编号", More(search="number", merge="immutable", read_only=True), high=40
    )
    met_on = day(N_("kinds", "Date"), "登记日期", More(required=("answer", *_NEEDED)))
    person = link(N_("kinds", "Person"), "person")
    visit = link(N_("kinds", "First matter of the same visit"), "consultation")
    name = text(
        N_("kinds", "Name or form of address"), "咨询人姓名", More(search="name", required=_NEEDED), high=60
    )
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    age = whole(N_("kinds", "Age"), "年龄", high=130)
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    id_number = text(
        N_("kinds", "ID card number"), "证件号码", More(search="number", check="id_card", masked=True)
    )
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone", masked=True), high=40)
    address = text(N_("kinds", "Address or village group"), "住址", More(search="text"))
    companions = whole(N_("kinds", "People who came along"), "同来人数", high=999, unit="人")
    agent_name = text(
        N_("kinds", "Comes for somebody else: who"), "代办（帮办）人", More(search="name"), high=60
    )
    groups = choices(N_("kinds", "Priority groups"), "priority_group", "身份类别", More(merge="set"))
    channel = choice(N_("kinds", "Way"), "consultation_channel", "咨询方式", More(required=_NEEDED))
    phone_type = choice(N_("kinds", "Kind of call"), "phone_type", "来电类型")
    letter_route = choice(N_("kinds", "How the letter came"), "letter_route", "来信途径")
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由", More(search="text"))
    matter = choice(N_("kinds", "Kind of matter"), "matter_type", "事项类型")
    cause = text(N_("kinds", "Cause"), "案由", More(search="text"), high=60)
    content = note(
        N_("kinds", "What was asked"),
        "咨询内容",
        More(merge="text", search="text", required=("answer", *_NEEDED)),
    )
    happened_on = day(N_("kinds", "When it happened, or the paper came"), "发生（收到文书）日期")
    limit_rule = choice(N_("kinds", "Period that may run out"), "limit_rule", "时效、期间")
    limit_on = day(N_("kinds", "Last day, if a paper names it"), "文书载明的最后日期")
    urgent = yes_no(N_("kinds", "Urgent"), "是否紧急")
    on_the_spot = yes_no(N_("kinds", "Answered on the spot"), "当场答复")
    answer = note(
        N_("kinds", "What was answered"),
        "答复意见",
        More(merge="text", search="text", required=("answer", *_NEEDED)),
    )
    answered_on = day(N_("kinds", "Answered on"), "答复时间")
    handling = choices(N_("kinds", "Handling"), "handling", "处理方式", More(merge="set", required=_NEEDED))
    told_legal_aid = choice(
        N_("kinds", "Told of the right to legal aid"), "told_legal_aid", "是否告知有权申请法律援助"
    )
    result = text(N_("kinds", "What became of it"), "处理结果", More(search="text"))
    fed_back_on = day(N_("kinds", "Visitor told on"), "反馈日期")
    reply_way = choice(N_("kinds", "How told"), "reply_way", "反馈方式")
    outcome = choice(N_("kinds", "Solved"), "outcome", "是否解决", More(required=("close",)))
    satisfaction = choice(N_("kinds", "Satisfaction"), "satisfaction", "满意度")
    followed_up_on = day(N_("kinds", "Asked again on"), "回访日期", More(required=("follow_up",)))
    follow_up = note(N_("kinds", "What was found"), "回访情况", More(merge="text"), high=4_000)
    received_by = text(N_("kinds", "Received by"), "接待人", high=60)
    answered_by = text(N_("kinds", "Answered by"), "答复人", high=60)
    state = choice(N_("kinds", "State"), "consultation_state", more=More(merge="state", read_only=True))


def _reported_of_visit() -> dict[str, object]:
    fields = {name: spec for name, spec in vars(DutyReport).items() if isinstance(spec, Spec)}
    return {name: spec for name, spec in fields.items() if name != "case"}


VisitReport = type(
    "VisitReport",
    (),
    {
        "__doc__": """What must be reported at once, as a visit shows (强制报告、报案).

    As `DutyReport`: 反家庭暴力法 第十四条; 未成年人保护法 第十一条 (domain services §3.11).
    """,
        "consultation": link(N_("kinds", "Consultation"), "consultation", more=More(merge="immutable")),
        **_reported_of_visit(),
    },
)
"""The same fields under another record: what must be reported does not depend on where it was seen."""
