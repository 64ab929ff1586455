"""Consultations."""

from village_desk.fields import More, choice, choices, day, link, note, text, whole
from village_desk.i18n import N_

_NEEDED = ("close", "submit")


class Consultation:
    """A villager's question and what was answered (法律咨询, 法律咨询登记表).

    Name, number, address and phone are copies of the person's. Source: domain services F01; duty to tell
    the visitor of legal aid: 法律援助法 第二十三条.
    """

    number = text(
        N_("kinds", "Number"), "编号", More(search="number", merge="immutable", read_only=True), high=40
    )
    met_on = day(N_("kinds", "Date"), "登记日期", More(required=("answer", *_NEEDED)))
    person = link(N_("kinds", "Person"), "person")
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
    groups = choices(N_("kinds", "Priority groups"), "applicant_class", "身份类别")
    channel = choice(N_("kinds", "Way"), "consultation_channel", "咨询方式", More(required=_NEEDED))
    phone_type = choice(N_("kinds", "Kind of call"), "phone_type", "来电类型")
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由", More(search="text"))
    matter = choice(N_("kinds", "Kind of matter"), "matter_type", "事项类型")
    cause = text(N_("kinds", "Cause"), "案由", More(search="text"), high=60)
    content = note(
        N_("kinds", "What was asked"),
        "咨询内容",
        More(merge="text", search="text", required=("answer", *_NEEDED)),
    )
    answer = note(
        N_("kinds", "What was answered"),
        "答复意见",
        More(merge="text", search="text", required=("answer", *_NEEDED)),
    )
    handling = choices(N_("kinds", "Handling"), "handling", "处理方式", More(merge="set", required=_NEEDED))
    told_legal_aid = choice(
        N_("kinds", "Told of the right to legal aid"), "told_legal_aid", "是否告知有权申请法律援助"
    )
    outcome = choice(N_("kinds", "Solved"), "outcome", "是否解决", More(required=("close",)))
    satisfaction = choice(N_("kinds", "Satisfaction"), "satisfaction", "满意度")
    received_by = text(N_("kinds", "Received by"), "接待人", high=60)
    answered_by = text(N_("kinds", "Answered by"), "答复人", high=60)
    state = choice(N_("kinds", "State"), "consultation_state", more=More(merge="state", read_only=True))
