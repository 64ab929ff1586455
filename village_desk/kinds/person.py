"""People and organisations."""

from village_desk.fields import More, choice, choices, day, link, note, text
from village_desk.i18n import N_


class Person:
    """A natural or legal person the room deals with (自然人、法人、非法人组织).

    Parties, applicants and visitors are copies taken from here (see `CaseParty`); a later change of a
    person never changes a paper. Merging two persons sets `merged_into`; links are resolved on reading.
    The identity number is optional: a consultation may be given without it (个人信息保护法 第六条).
    """

    party_type = choice(N_("kinds", "Natural or legal person"), "party_type", "当事人属性")
    name = text(N_("kinds", "Name"), "姓名", More(search="name", required=("use",)), high=60)
    alias = text(N_("kinds", "Also called"), "别名", More(search="name"), high=60)
    id_type = choice(N_("kinds", "Kind of identity document"), "id_type", "证件类别")
    id_number = text(
        N_("kinds", "ID card number"), "身份证号", More(search="number", check="id_card", masked=True)
    )
    uscc = text(
        N_("kinds", "Unified social credit code"), "统一社会信用代码", More(search="number", check="uscc")
    )
    representative = text(N_("kinds", "Legal representative"), "法定代表人", More(search="name"), high=60)
    representative_post = text(N_("kinds", "Post of the representative"), "职务", high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    born_on = day(N_("kinds", "Date of birth"), "出生日期")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    occupation = text(N_("kinds", "Occupation or post"), "职业或职务", high=60)
    workplace = text(N_("kinds", "Workplace"), "工作单位")
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone", masked=True), high=40)
    address = text(N_("kinds", "Address"), "住址", More(search="text"))
    registered_address = text(N_("kinds", "Address of household registration"), "户籍所在地")
    postcode = text(N_("kinds", "Postcode"), "邮政编码", high=6)
    village_group = text(N_("kinds", "Village group"), "村民小组", high=40)
    groups = choices(N_("kinds", "Priority groups"), "priority_group", "身份类别", More(merge="set"))
    household = link(N_("kinds", "Head of the household"), "person")
    household_relation = choice(N_("kinds", "Relation to the head"), "relation", "与户主关系")
    education = choice(N_("kinds", "Education"), "education", "文化程度")
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)
    merged_into = link(N_("kinds", "Merged into"), "person", more=More(read_only=True))


class PriorityProof:
    """What proves that a person belongs to a priority group (身份类别的证明材料, domain services §4.11).

    What is proved stands among the groups of the person as well; the paper itself stays with the person.
    """

    person = link(N_("kinds", "Person"), "person", more=More(merge="immutable"))
    group = choice(N_("kinds", "Priority group"), "priority_group", "身份类别")
    proof = text(N_("kinds", "Proof"), "证明材料", high=120)
    number = text(N_("kinds", "Number of the certificate"), "证号", More(masked=True), high=60)
    issued_by = text(N_("kinds", "Issued by"), "发证机关", high=80)
    seen_on = day(N_("kinds", "Proof seen on"), "查验日期")
    seen_by = text(N_("kinds", "Seen by"), "查验人", high=60)
    until = day(N_("kinds", "Valid until"), "有效期至")
