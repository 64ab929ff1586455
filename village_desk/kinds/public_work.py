"""What the room does for everybody: activities, opinions and needs, complaints, matters to report."""

from village_desk.fields import More, choice, choices, day, note, text, whole, yes_no
from village_desk.i18n import N_

_TEXT = More(merge="text", search="text")


class PublicityActivity:
    """A lecture, a stand at the market, a broadcast (法治宣传活动登记表, domain: services F27)."""

    organiser = text(N_("kinds", "Organised by"), "组织单位", More(required=("submit",)), high=80)
    held_on = day(N_("kinds", "Held on"), "活动时间", More(required=("submit",)))
    place = text(N_("kinds", "Place"), "活动地点", More(search="text", required=("submit",)), high=120)
    place_type = choice(N_("kinds", "Kind of place"), "activity_place", "场所类型")
    co_organiser = text(N_("kinds", "Together with"), "协办单位", high=80)
    topic = text(N_("kinds", "Subject"), "活动主题", More(search="text", required=("submit",)), high=200)
    way = choices(N_("kinds", "How it was done"), "activity_form", "活动形式")
    audience = choices(N_("kinds", "For whom"), "activity_audience", "针对人群")
    people = whole(N_("kinds", "People reached"), "受众人次", high=99_999, unit="人次")
    leaflets = whole(N_("kinds", "Leaflets handed out"), "宣传资料发放数量", high=99_999, unit="份")
    speaker = text(N_("kinds", "Speaker"), "主讲人", More(search="name"), high=60)
    summary = note(N_("kinds", "What it was about"), "内容概要", _TEXT, high=4_000)
    recorded_by = text(N_("kinds", "Recorded by"), "记录人", high=60)
    checked_by = text(N_("kinds", "Checked by"), "审核人", high=60)


class Satisfaction:
    """One villager's answers (群众满意度测评表, domain: services F28): anonymous.

    It names nobody and is linked to nobody. Its change names the member of staff at whose desk it was given,
    as every change does, and the day, not the minute (`commands.satisfaction`).
    """

    rated_on = day(N_("kinds", "Date"), "日期")
    village = text(N_("kinds", "Village"), "村（居）", high=80)
    service = choice(N_("kinds", "Service"), "service_item", "服务类型")
    given = choice(N_("kinds", "Given on"), "answer_way")
    attitude = choice(N_("kinds", "Manner of the staff"), "rating", "服务态度")
    skill = choice(N_("kinds", "Knowledge of the staff"), "rating", "专业能力")
    speed = choice(N_("kinds", "How quickly it went"), "rating", "办事效率")
    room = choice(N_("kinds", "The room"), "rating", "办事环境")
    honesty = choice(N_("kinds", "Honest, nothing charged"), "rating", "清正廉洁（是否收费）")
    solved = choice(N_("kinds", "Your problem was solved"), "rating", "是否解决您的问题")
    knew = yes_no(
        N_("kinds", "Knew of the room or 12348 before"), "您以前知道村里有公共法律服务室或12348热线吗？"
    )
    first = choice(N_("kinds", "Would go first to"), "first_choice", "今后遇到法律问题，您会首先选择哪里？")
    advice = note(N_("kinds", "What should be better"), "意见建议", high=2_000)


class NeedsSurvey:
    """One villager's needs (公共法律服务需求调查表, domain: services F34); no name."""

    asked_on = day(N_("kinds", "Date"), "调查日期")
    village = text(N_("kinds", "Village"), "村（居）", high=80)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    age_band = choice(N_("kinds", "Age"), "age_band", "年龄段")
    groups = choices(N_("kinds", "Belongs to"), "applicant_class", "身份类别")
    problems = choices(N_("kinds", "Legal problems of the last year"), "topic", "最近一年遇到的法律问题")
    first = choice(N_("kinds", "Went first to"), "first_choice", "遇到法律问题首先找谁")
    knows_room = yes_no(N_("kinds", "Knows the room"), "是否知道村（居）公共法律服务室")
    knows_hotline = yes_no(N_("kinds", "Knows 12348"), "是否知道12348热线")
    knows_aid = yes_no(N_("kinds", "Knows of legal aid"), "是否知道法律援助")
    ways = choices(N_("kinds", "Wishes to be served"), "service_way", "希望的服务方式")
    times = text(N_("kinds", "Wished times"), "希望的服务时间", high=120)
    lectures = note(N_("kinds", "Wished subjects of lectures"), "希望的讲座内容", high=1_000)
    advice = note(N_("kinds", "Remarks"), "意见建议", high=2_000)
    asked_by = text(N_("kinds", "Asked by"), "调查人", high=60)


class Complaint:
    """A complaint about the service (投诉登记表, domain: services F31, 法律援助法 第五十六条).

    `about` decides who may read it, so it is fixed: who is complained about never does
    (`village_desk.complaints`).
    """

    complained_on = day(N_("kinds", "Complained on"), "投诉日期", More(required=("accept", "refuse")))
    name = text(N_("kinds", "Complainant"), "投诉人姓名", More(search="name", required=("accept",)), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    born_on = day(N_("kinds", "Date of birth"), "出生日期")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    id_number = text(
        N_("kinds", "ID card number"), "身份证号", More(search="number", check="id_card", masked=True)
    )
    domicile = text(N_("kinds", "Domicile"), "住所地", high=120)
    address = text(N_("kinds", "Full address"), "住所详细地址")
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone", masked=True), high=40)
    about = choice(N_("kinds", "Whom it is about"), "complaint_about", "被投诉方", More(merge="immutable"))
    about_name = text(N_("kinds", "Name complained about"), "被投诉人姓名", More(search="name"), high=60)
    about_unit = text(N_("kinds", "Office complained about"), "被投诉机构", high=80)
    complaint_type = choice(N_("kinds", "Kind of complaint"), "complaint_type", "投诉类型")
    way = choice(N_("kinds", "Complained by"), "complaint_way", "投诉方式")
    matter = text(
        N_("kinds", "What is complained of"), "投诉事项", More(search="text", required=("accept",)), high=200
    )
    facts = note(N_("kinds", "Facts and reasons"), "投诉事实和理由", _TEXT, high=4_000)
    registered_by = text(N_("kinds", "Registered by"), "登记人", high=60)
    accepted_on = day(N_("kinds", "Accepted or refused on"), "受理日期", More(required=("accept", "refuse")))
    refused_rule = text(
        N_("kinds", "Rule it does not meet"), "不符合哪条规定", More(required=("refuse",)), high=200
    )
    handler = text(N_("kinds", "Handled by"), "处理人", More(required=("handle",)), high=60)
    decision = note(
        N_("kinds", "What was decided"),
        "处理决定情况",
        More(merge="text", required=("conclude",)),
        high=4_000,
    )
    decided_on = day(N_("kinds", "Decided on"), "办结日期", More(required=("conclude",)))
    opinion = note(N_("kinds", "Opinion"), "处理意见", More(merge="text"), high=4_000)
    told_on = day(N_("kinds", "Complainant told on"), "告知日期", More(required=("tell",)))
    told_how = text(N_("kinds", "Told how"), "告知方式", high=60)
    dissent = note(
        N_("kinds", "Not satisfied, because"),
        "不服处理决定情况",
        More(merge="text", required=("object",)),
        high=2_000,
    )
    result = note(N_("kinds", "Result"), "处理结果", More(merge="text"), high=2_000)
    state = choice(N_("kinds", "State"), "complaint_state", "所处步骤", More(merge="state", read_only=True))


class MajorMatter:
    """A matter that is reported at once (重大事项报告单, domain: services F32)."""

    reported_on = day(N_("kinds", "Reported on"), "报告时间")
    reporter = text(N_("kinds", "Reported by"), "报告单位/人", More(search="name"), high=80)
    happened_on = day(N_("kinds", "Happened on"), "发生时间")
    place = text(N_("kinds", "Place"), "地点", More(search="text"), high=120)
    category = choice(N_("kinds", "Kind of matter"), "major_matter", "事项类别")
    people = whole(N_("kinds", "People involved"), "涉及人数", high=99_999, unit="人")
    facts = note(N_("kinds", "What happened"), "情况", _TEXT, high=4_000)
    taken = note(N_("kinds", "What has been done"), "已采取措施", More(merge="text"), high=4_000)
    advice = note(N_("kinds", "What is proposed"), "建议", More(merge="text"), high=4_000)
    received_by = text(N_("kinds", "Received by"), "接报人", high=60)
    received_on = day(N_("kinds", "Received on"), "接报时间")
    instruction = note(N_("kinds", "Instruction"), "批示", More(merge="text"), high=2_000)
    result = note(N_("kinds", "Result"), "结果", More(merge="text"), high=2_000)
