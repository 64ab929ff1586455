"""The village legal adviser's records: contract, survey, plan, visits, and what became of them in a month."""

from village_desk.fields import More, amount, choice, choices, day, link, moment, note, text, whole
from village_desk.i18n import N_


class AdviserAppointment:
    """The contract with the adviser of one village (村(居)法律顾问聘请合同, domain services F22).

    It says who serves whom from when to when; what an account may do, a grant of the county says.
    """

    number = text(N_("kinds", "Number of the contract"), "合同编号", More(search="number"), high=60)
    adviser = text(N_("kinds", "Adviser"), "法律顾问", More(search="name"), high=60)
    adviser_type = choice(N_("kinds", "Kind of adviser"), "adviser_type", "顾问身份")
    firm = text(N_("kinds", "Firm"), "执业机构", More(search="text"), high=120)
    licence = text(N_("kinds", "Licence number"), "执业证号", More(search="number"), high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    village = text(N_("kinds", "Village or residents' committee"), "聘请方（村（居）委会）", high=120)
    represented_by = text(N_("kinds", "Represented by"), "聘请方负责人", high=60)
    since = day(N_("kinds", "From"), "聘期起")
    until = day(N_("kinds", "Until"), "聘期止")
    duties = choices(N_("kinds", "Services agreed on"), "adviser_service", "服务内容")
    hours = whole(N_("kinds", "Hours on site a month"), "每月现场服务", high=999, unit="小时")
    visits = whole(N_("kinds", "Visits a month"), "每月到村", high=99, unit="次")
    lectures = whole(N_("kinds", "Lectures a quarter"), "每季度法治讲座", high=99, unit="场")
    fee = amount(N_("kinds", "Fee a year"), "年度服务费用")
    paid_by = text(N_("kinds", "Paid by"), "费用承担", high=120)
    terms = note(N_("kinds", "Other terms"), "其他约定", More(merge="text"), high=4_000)
    signed_on = day(N_("kinds", "Signed on"), "签订日期")
    ended_on = day(N_("kinds", "Ended on"), "解聘（终止）日期")
    end_reason = text(N_("kinds", "Why it ended"), "解聘（终止）原因", high=200)


class VillageSurvey:
    """What the adviser should know of the village (村(居)基本情况调查表, domain services F22, §5.3 A 1)."""

    surveyed_on = day(N_("kinds", "Surveyed on"), "调查日期")
    adviser = text(N_("kinds", "Adviser"), "法律顾问", More(search="name"), high=60)
    village = text(N_("kinds", "Village or residents' committee"), "村（居）名称", high=120)
    secretary = text(N_("kinds", "Party secretary"), "党组织书记", high=60)
    director = text(N_("kinds", "Head of the committee"), "村（居）委会主任", high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    groups = whole(N_("kinds", "Villagers' groups"), "村（居）民小组", high=999, unit="个")
    households = whole(N_("kinds", "Households"), "户数", high=99_999, unit="户")
    people = whole(N_("kinds", "Residents"), "常住人口", high=999_999, unit="人")
    party_members = whole(N_("kinds", "Party members"), "党员", high=99_999, unit="人")
    away = whole(N_("kinds", "Working elsewhere"), "外出务工人员", high=99_999, unit="人")
    elderly = whole(N_("kinds", "Aged 60 and over"), "60周岁以上老年人", high=99_999, unit="人")
    left_behind = whole(N_("kinds", "Children left behind"), "留守儿童", high=99_999, unit="人")
    disabled = whole(N_("kinds", "Disabled people"), "残疾人", high=99_999, unit="人")
    low_income = whole(N_("kinds", "On basic allowance"), "低保、特困人员", high=99_999, unit="人")
    supervised = whole(
        N_("kinds", "Under community correction or resettled"),
        "社区矫正、安置帮教人员",
        high=9_999,
        unit="人",
    )
    land = text(N_("kinds", "Arable land"), "耕地面积", high=40)
    income = amount(N_("kinds", "Collective income a year"), "集体经济年收入")
    industries = text(N_("kinds", "Main trades"), "主要产业", high=300)
    rules = choice(N_("kinds", "Village rules"), "village_rules", "村规民约（居民公约）")
    mediators = whole(N_("kinds", "Mediators"), "人民调解员", high=999, unit="人")
    law_aware = whole(N_("kinds", "Law-aware persons"), "法律明白人", high=999, unit="人")
    contracts = note(N_("kinds", "Contracts of the collective"), "集体合同及资产情况", high=4_000)
    disputes = note(N_("kinds", "Disputes"), "近年矛盾纠纷情况", More(search="text"), high=4_000)
    needs = note(N_("kinds", "Legal needs"), "主要法律服务需求", More(search="text"), high=4_000)
    filled_by = text(N_("kinds", "Filled in by"), "填表人", high=60)


class AdviserPlan:
    """What the adviser is going to do in a year (年度法律服务计划, domain services F22, §5.3 A 1)."""

    year = whole(N_("kinds", "Year"), "年度", low=2000, high=2100)
    adviser = text(N_("kinds", "Adviser"), "法律顾问", More(search="name"), high=60)
    firm = text(N_("kinds", "Firm"), "执业机构", high=120)
    village = text(N_("kinds", "Village or residents' committee"), "服务村（居）", high=120)
    fixed_day = text(N_("kinds", "Fixed day of service"), "固定服务日", high=60)
    visits = whole(N_("kinds", "Visits planned"), "计划到村", high=999, unit="次")
    hours = whole(N_("kinds", "Hours planned"), "计划现场服务", high=9_999, unit="小时")
    lectures = whole(N_("kinds", "Lectures planned"), "计划法治讲座", high=99, unit="场")
    goals = note(N_("kinds", "Goals"), "工作目标", More(merge="text"), high=4_000)
    measures = note(N_("kinds", "Measures"), "保障措施", More(merge="text"), high=4_000)
    made_on = day(N_("kinds", "Made on"), "制定日期")


class PlanItem:
    """One line of a yearly plan: what is to be done when, for whom; visits are made from it."""

    plan = link(N_("kinds", "Plan"), "adviser_plan", more=More(merge="immutable"))
    planned_on = day(N_("kinds", "Planned for"), "计划时间")
    service = choice(N_("kinds", "Service"), "adviser_service", "服务内容")
    matter = text(N_("kinds", "What"), "具体工作", high=300)
    people = text(N_("kinds", "For whom"), "服务对象", high=120)
    way = choice(N_("kinds", "How"), "visit_mode", "服务方式")


class AdviserVisit:
    """One visit with its log (村(居)法律顾问工作日志, domain services F23, §6.6).

    Planned, checked in (签到), checked out (签退), written up, confirmed by the village; then the township
    reviews it, and what it approves is counted. The hours are those between the two times.
    """

    state = choice(N_("kinds", "State"), "visit_state", "状态", More(merge="state", read_only=True))
    planned_on = day(N_("kinds", "Planned for"), "计划日期")
    topic = text(N_("kinds", "Topic"), "行程主题", More(search="text"), high=120)
    adviser = text(N_("kinds", "Adviser"), "法律顾问", More(search="name", required=("log",)), high=60)
    firm = text(N_("kinds", "Firm"), "执业机构", high=120)
    village = text(N_("kinds", "Village or residents' committee"), "村（居）", high=120)
    visited_on = day(N_("kinds", "Day of service"), "服务日期", More(required=("log",)))
    arrived_at = moment(N_("kinds", "Checked in"), "到达时间", More(required=("log",)))
    left_at = moment(N_("kinds", "Checked out"), "离开时间", More(required=("log",)))
    late_reason = text(N_("kinds", "Why a time was written by hand"), "补登时间原因", high=200)
    mode = choice(N_("kinds", "Way of service"), "visit_mode", "服务方式", More(required=("log",)))
    place = text(N_("kinds", "Place"), "服务地点", high=120)
    services = choices(N_("kinds", "Services"), "adviser_service", "服务内容")
    findings = note(
        N_("kinds", "Problems found and advice"),
        "发现的问题及建议",
        More(merge="text", search="text"),
        high=8_000,
    )
    plan_item = link(N_("kinds", "Line of the plan"), "plan_item")


class ServedItem:
    """One matter of a visit (服务事项): one person or one thing a line (一事一记); reports count these."""

    visit = link(N_("kinds", "Visit"), "adviser_visit", more=More(merge="immutable"))
    order = whole(N_("kinds", "Number"), "序号", low=1, high=999)
    service = choice(N_("kinds", "Service"), "adviser_service", "服务类型", More(required=("log",)))
    client = text(N_("kinds", "For whom"), "服务对象", More(search="name"), high=120)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone", masked=True), high=40)
    matter = note(
        N_("kinds", "Matter"), "事项及内容", More(merge="text", search="text", required=("log",)), high=4_000
    )
    result = note(N_("kinds", "Result"), "结果", More(merge="text"), high=2_000)
    quantity = whole(N_("kinds", "How many"), "数量", low=1, high=99_999)
    people = whole(N_("kinds", "People reached"), "人次", high=99_999, unit="人次")
    consultation = link(N_("kinds", "Consultation"), "consultation")
    opinion = link(N_("kinds", "Legal opinion"), "legal_opinion")
    activity = link(N_("kinds", "Publicity activity"), "publicity_activity")


class VisitConfirmation:
    """What the village says of a visit (村确认): the village's own record, which no adviser can write."""

    visit = link(N_("kinds", "Visit"), "adviser_visit", more=More(merge="immutable"))
    confirmed_on = day(N_("kinds", "Confirmed on"), "确认日期")
    confirmed_by = text(N_("kinds", "Confirmed by"), "村（居）负责人", More(required=("confirm",)), high=60)
    rating = choice(
        N_("kinds", "Rating by the village"), "satisfaction", "村（居）评价", More(required=("confirm",))
    )
    words = text(N_("kinds", "What the village says"), "村（居）意见", high=300)


class LegalOpinion:
    """An opinion on a decision or contract of the village (合法性审查意见书, domain services F26)."""

    number = text(N_("kinds", "Number"), "编号", More(search="number"), high=60)
    state = choice(N_("kinds", "State"), "opinion_state", "状态", More(merge="state", read_only=True))
    asked_by = text(N_("kinds", "Asked by"), "送审单位", More(search="name"), high=120)
    asked_on = day(N_("kinds", "Asked on"), "送审日期")
    subject = text(
        N_("kinds", "What is to be examined"),
        "送审事项",
        More(search="text", required=("give",)),
        high=300,
    )
    matter = choice(N_("kinds", "Kind of matter"), "opinion_matter", "事项类别", More(required=("give",)))
    materials = note(N_("kinds", "Papers handed in"), "送审材料", More(merge="text"), high=4_000)
    parties = note(N_("kinds", "The parties"), "主体", More(merge="text"), high=4_000)
    powers = note(N_("kinds", "Powers"), "权限", More(merge="text"), high=4_000)
    procedure = note(N_("kinds", "Procedure"), "程序", More(merge="text"), high=4_000)
    content = note(N_("kinds", "Content"), "内容", More(merge="text", search="text"), high=8_000)
    risks = note(N_("kinds", "Risks"), "风险", More(merge="text"), high=4_000)
    conclusion = choice(N_("kinds", "Conclusion"), "opinion_conclusion", "审查意见", More(required=("give",)))
    advice = note(N_("kinds", "How to mend it"), "修改建议", More(merge="text"), high=8_000)
    reviewer = text(N_("kinds", "Examined by"), "审查人", More(search="name", required=("give",)), high=60)
    licence = text(N_("kinds", "Licence number"), "执业证号", More(search="number"), high=60)
    given_on = day(N_("kinds", "Given on"), "出具日期", More(required=("give",)))
    adopted = choice(N_("kinds", "Taken up"), "opinion_adopted", "采纳情况", More(required=("adopt",)))
    adopted_on = day(N_("kinds", "Reported on"), "采纳反馈日期")
    adopted_words = note(N_("kinds", "What was done"), "采纳情况说明", More(merge="text"), high=2_000)


class Checkup:
    """A legal check-up of a village or a small business (“法治体检”报告, domain services F25)."""

    state = choice(N_("kinds", "State"), "checkup_state", "状态", More(merge="state", read_only=True))
    checked_unit = text(
        N_("kinds", "Who is checked"), "受检单位", More(search="name", required=("report",)), high=120
    )
    code = text(N_("kinds", "Credit code"), "统一社会信用代码", More(search="number", check="uscc"), high=40)
    responsible = text(N_("kinds", "Responsible person"), "负责人", More(search="name"), high=60)
    checked_on = day(N_("kinds", "Checked on"), "体检日期", More(required=("report",)))
    examiners = text(
        N_("kinds", "Who checked"), "体检人员", More(search="name", required=("report",)), high=200
    )
    areas = choices(
        N_("kinds", "What was checked"),
        "checkup_area",
        "体检范围",
        More(merge="set", required=("report",)),
    )
    conclusion = note(
        N_("kinds", "Conclusion"), "结论", More(merge="text", search="text", required=("report",)), high=8_000
    )
    reviewed_on = day(N_("kinds", "Looked at again on"), "整改复核日期", More(required=("close",)))
    review_result = note(
        N_("kinds", "What the second look found"),
        "整改复核结果",
        More(merge="text", required=("close",)),
        high=4_000,
    )


class CheckupRisk:
    """A risk a check-up found (发现的风险), who mends it until when, and what became of it."""

    checkup = link(N_("kinds", "Check-up"), "checkup", more=More(merge="immutable"))
    order = whole(N_("kinds", "Number"), "序号", low=1, high=999)
    area = choice(N_("kinds", "What was checked"), "checkup_area", "体检事项")
    problem = note(
        N_("kinds", "Problem found"),
        "发现的问题",
        More(merge="text", search="text", required=("report",)),
        high=4_000,
    )
    basis = text(N_("kinds", "Legal basis"), "法律依据", high=300)
    level = choice(N_("kinds", "Level of risk"), "risk_level", "风险等级", More(required=("report",)))
    advice = note(N_("kinds", "How to mend it"), "整改建议", More(merge="text"), high=4_000)
    responsible = text(N_("kinds", "Responsible person"), "责任人", high=60)
    due_on = day(N_("kinds", "To be mended by"), "整改期限")
    done_on = day(N_("kinds", "Mended on"), "整改完成日期")
    result = choice(N_("kinds", "What became of it"), "risk_result", "整改结果")
    result_words = text(N_("kinds", "What was done"), "整改情况", high=300)


class AdviserReport:
    """A month or a quarter of the advisers' work (村(居)法律顾问工作情况月(季)报表, domain services F24).

    Its lines are counted from the records and kept as they were counted; the village's own report has one
    line, that of a township one for each village.
    """

    period = choice(N_("kinds", "Period"), "report_period", "报表类别")
    since = day(N_("kinds", "From"), "起始日期")
    until = day(N_("kinds", "Until"), "截止日期", More(required=("submit",)))
    reporting_unit = text(N_("kinds", "Reporting unit"), "填报单位", high=120)
    filled_by = text(N_("kinds", "Filled in by"), "填报人", high=60)
    checked_by = text(N_("kinds", "Checked by"), "审核人（司法所长）", high=60)
    filled_on = day(N_("kinds", "Filled in on"), "填报日期")
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class ReportLine:
    """One village of a report; every number is counted from the records (domain services F24)."""

    report = link(N_("kinds", "Report"), "adviser_report", more=More(merge="immutable"))
    order = whole(N_("kinds", "Number"), "序号", low=1, high=9_999)
    township = text(N_("kinds", "Township"), "乡镇", high=60)
    village = text(N_("kinds", "Village or residents' committee"), "村（居）", high=60)
    adviser = text(N_("kinds", "Adviser"), "法律顾问", high=120)
    firm = text(N_("kinds", "Firm"), "执业机构", high=200)
    visits = whole(N_("kinds", "Visits on site"), "现场服务", high=99_999, unit="次")
    minutes = whole(N_("kinds", "Minutes on site"), "现场服务时长", high=999_999, unit="分钟")
    remote = whole(N_("kinds", "Remote services"), "远程", high=99_999, unit="次")
    consultations = whole(N_("kinds", "Consultations"), "法律咨询", high=99_999, unit="件")
    lectures = whole(N_("kinds", "Lectures"), "法治讲座", high=99_999, unit="场")
    audience = whole(N_("kinds", "Audience"), "受众", high=999_999, unit="人次")
    mediations = whole(N_("kinds", "Mediations"), "调解", high=99_999, unit="件")
    contracts = whole(N_("kinds", "Contracts examined"), "审查合同", high=99_999, unit="份")
    opinions = whole(N_("kinds", "Legal opinions"), "法律意见", high=99_999, unit="份")
    documents = whole(N_("kinds", "Papers written for people"), "代写文书", high=99_999, unit="份")
    guidance = whole(N_("kinds", "Guided to legal aid"), "法援指引", high=99_999, unit="件")
    rules = whole(N_("kinds", "Village rules helped with"), "村规民约", high=99_999, unit="件")
    satisfaction = text(N_("kinds", "Satisfied"), "满意率", high=20)
    standard = text(N_("kinds", "Below the standard"), "未达标", high=60)


class AdviserAssessment:
    """How an adviser did in a village in a year (村(社区)法律顾问工作考评表, domain services §5.3)."""

    year = whole(N_("kinds", "Year"), "年度", low=2000, high=2100)
    village = text(N_("kinds", "Village or residents' committee"), "顾问村（社区）", high=120)
    adviser = text(N_("kinds", "Adviser"), "法律顾问", More(search="name"), high=60)
    firm = text(N_("kinds", "Firm"), "执业机构", high=120)
    score = whole(N_("kinds", "Score"), "得分", high=1_000)
    grade = choice(N_("kinds", "Grade"), "assessment_grade", "考评等次")
    self_words = note(N_("kinds", "The adviser's own view"), "自评意见", More(merge="text"), high=2_000)
    village_words = note(N_("kinds", "The village's view"), "村（社区）意见", More(merge="text"), high=2_000)
    township_words = note(N_("kinds", "The township's view"), "司法所意见", More(merge="text"), high=2_000)
    assessed_on = day(N_("kinds", "Assessed on"), "考评日期")
    assessed_by = text(N_("kinds", "Assessed by"), "考评人", high=120)


class AssessmentItem:
    """One line of the assessment: what is looked at, how many points it has and how many it got."""

    assessment = link(N_("kinds", "Assessment"), "adviser_assessment", more=More(merge="immutable"))
    order = whole(N_("kinds", "Number"), "序号", low=1, high=999)
    item = text(N_("kinds", "Item"), "项目", high=120)
    target = note(N_("kinds", "Target"), "考核目标", high=1_000)
    points = whole(N_("kinds", "Points"), "分值", high=1_000)
    standard = note(N_("kinds", "How it is judged"), "评分标准", high=1_000)
    score = whole(N_("kinds", "Score"), "得分", high=1_000)
    remark = text(N_("kinds", "Remark"), "备注", high=200)
