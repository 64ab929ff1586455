"""Legal-aid applications and the statement of hardship."""

from village_desk.fields import More, amount, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_

_NEEDED = ("sign", "submit")


class LegalAid:
    """An application for legal aid that the room helps to fill in and hands over (法律援助申请).

    The county's legal-aid agency decides, never the room. Paper: 法律援助申请表 (domain services F03;
    法律援助法 第四十、四十一条). Name, number, address and phone are copies of the person's.
    """

    number = text(
        N_("kinds", "Number"), "编号", More(search="number", merge="immutable", read_only=True), high=40
    )
    applied_on = day(N_("kinds", "Date"), "申请日期", More(required=_NEEDED))
    person = link(N_("kinds", "Person"), "person")
    name = text(N_("kinds", "Name"), "姓名", More(search="name", required=_NEEDED), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别", More(required=_NEEDED))
    born_on = day(N_("kinds", "Date of birth"), "出生年月", More(required=_NEEDED))
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    id_number = text(
        N_("kinds", "ID card number"),
        "身份证号",
        More(search="number", check="id_card", masked=True, required=_NEEDED),
    )
    registered_address = text(N_("kinds", "Address of household registration"), "户籍所在地")
    address = text(
        N_("kinds", "Address (usual residence)"),
        "住所地（经常居住地）",
        More(search="text", required=_NEEDED),
    )
    postcode = text(N_("kinds", "Postcode"), "邮政编码", high=6)
    phone = text(
        N_("kinds", "Phone"),
        "联系电话",
        More(search="number", check="phone", masked=True, required=_NEEDED),
        high=40,
    )
    workplace = text(N_("kinds", "Workplace"), "工作单位")
    education = choice(N_("kinds", "Education"), "education", "学历")
    groups = choices(N_("kinds", "Priority groups"), "priority_group", "人群类别")
    access_needs = text(N_("kinds", "Needs because of age or disability"), "无障碍服务需要")
    agent_name = text(N_("kinds", "Agent's name"), "代理人姓名", More(search="name"), high=60)
    agent_type = choice(N_("kinds", "Kind of agent"), "agent_type", "代理人类别")
    agent_id_number = text(
        N_("kinds", "Agent's ID card number"),
        "代理人身份证号",
        More(search="number", check="id_card", masked=True),
    )
    agent_phone = text(N_("kinds", "Agent's phone"), "代理人电话", More(check="phone", masked=True), high=40)
    matter = choice(N_("kinds", "Matter of legal aid"), "aid_matter", "申请事项", More(required=("submit",)))
    cause = text(N_("kinds", "Cause"), "案由", More(search="text"), high=60)
    facts = note(
        N_("kinds", "Facts and reasons"),
        "案情及申请理由概述",
        More(merge="text", search="text", required=_NEEDED),
    )
    aid_form = choices(N_("kinds", "Form of the aid"), "aid_form", "申请法律援助方式")
    stage = choice(N_("kinds", "Legal stage"), "aid_stage", "法律状态")
    standing = text(N_("kinds", "Standing in the matter"), "法律地位", high=60)
    group_case = yes_no(N_("kinds", "One of a group"), "是否群体案件")
    group_people = whole(N_("kinds", "People in the group"), "群体案件涉案人数", high=99_999, unit="人")
    detained_at = text(N_("kinds", "Detained at"), "羁押场所")
    limitation_on = day(N_("kinds", "Limitation or time limit ends on"), "法定时效或者期限届满日")
    urgent = yes_no(N_("kinds", "Urgent"), "情况紧急")
    urgent_reason = text(N_("kinds", "Why it is urgent"), "紧急事由")
    claim = note(N_("kinds", "What is claimed"), "请求事项", high=2_000)
    claim_amount = amount(N_("kinds", "Amount claimed"), "请求数额")
    case_source = choice(N_("kinds", "How it came"), "aid_source", "案件来源")
    agency = text(N_("kinds", "Agency"), "法律援助机构", high=80)
    consultation = link(N_("kinds", "Grew out of the consultation"), "consultation")
    materials = choices(N_("kinds", "Originals at hand"), "aid_material", "申请材料")
    handed_over_on = day(N_("kinds", "Handed over on"), "送交日期", More(required=("hand_over",)))
    received_by_agency_on = day(
        N_("kinds", "Received by the agency on"), "机构收件日期", More(required=("receive",))
    )
    state = choice(N_("kinds", "State"), "aid_state", more=More(merge="state", read_only=True))


class HardshipStatement:
    """The applicant's statement of economic hardship (经济困难状况说明表, 法律援助法 第四十一条).

    A kind of its own because its figures are hidden from the room once sent (domain services §6.3); each
    reading is logged.
    """

    legal_aid = link(N_("kinds", "Application"), "legal_aid", more=More(merge="immutable"))
    name = text(N_("kinds", "Name"), "申请人姓名", More(required=("sign",)), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    id_number = text(N_("kinds", "ID card number"), "身份证号", More(check="id_card", masked=True))
    address = text(N_("kinds", "Address (usual residence)"), "住所地（经常居住地）")
    phone = text(N_("kinds", "Phone"), "联系电话", More(check="phone", masked=True), high=40)
    household_size = whole(N_("kinds", "People in the household"), "家庭人口", low=1, high=99, unit="人")
    total_income = amount(N_("kinds", "Total income a month"), "总收入")
    has_house = yes_no(N_("kinds", "Owns a house"), "是否有房产")
    houses = whole(N_("kinds", "Number of houses"), "房产套数", high=99)
    house_area = whole(N_("kinds", "Area of the houses"), "房产面积（平方米）", high=99_999, unit="㎡")
    has_car = yes_no(N_("kinds", "Owns a car"), "是否有汽车")
    savings = amount(N_("kinds", "Cash, deposits and securities"), "现金存款（有价证券）等资产")
    spending = note(N_("kinds", "Large spending"), "重大支出（医疗、就学、灾害等）", high=4_000)
    exemption = choices(
        N_("kinds", "No check needed"), "hardship_exemption", "属于免予核查情形（第四十二条）"
    )
    exemption_proof = text(N_("kinds", "Proof"), "证明材料")
    written_by = text(N_("kinds", "Written for the applicant by"), "代为填写人", high=60)
    read_out = yes_no(N_("kinds", "Read out to the applicant"), "已向申请人宣读")
    stated_on = day(N_("kinds", "Date"), "日期", More(required=("sign",)))


class HouseholdMember:
    """A member of the household and what they earn a month (共同生活的家庭成员, domain services F05)."""

    statement = link(N_("kinds", "Statement"), "hardship_statement", more=More(merge="immutable"))
    name = text(N_("kinds", "Name"), "姓名", high=60)
    relation = choice(N_("kinds", "Relation"), "relation", "亲属关系")
    age = whole(N_("kinds", "Age"), "年龄", high=130)
    occupation = text(N_("kinds", "Occupation"), "职业", high=60)
    workplace = text(N_("kinds", "Place of work or study"), "工作或学习单位")
    wages = amount(N_("kinds", "Wages"), "工资收入")
    business = amount(N_("kinds", "Income from production and trade"), "生产经营收入")
    other_income = amount(N_("kinds", "Other income"), "其他收入")
    order = whole(N_("kinds", "Place in the table"), high=99)
