"""What is offered, asked most, answered for and inspected: catalogue, hot matters, duties, inspections."""

from village_desk.fields import More, amount, choice, day, note, text, whole
from village_desk.i18n import N_

_TEXT = More(merge="text", search="text")


class ServiceEntry:
    """One service of the catalogue (公共法律服务事项清单): public to the county, written by its office.

    Scope, materials, time limit and provider stand with each (司发通〔2019〕97号; 公共法律服务体系建设规划).
    """

    service = choice(N_("kinds", "Kind of service"), "service_item", "服务类别")
    name = text(N_("kinds", "Service"), "服务事项", More(search="text"), high=80)
    audience = text(N_("kinds", "Served by it"), "服务对象", high=200)
    covers = note(N_("kinds", "What it covers"), "服务内容和范围", _TEXT, high=4_000)
    materials = note(N_("kinds", "What to bring"), "所需材料", _TEXT, high=4_000)
    time_limit = text(N_("kinds", "Time limit"), "办理时限", high=120)
    provider = text(N_("kinds", "Who provides it"), "服务提供单位", More(search="text"), high=120)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    charge = choice(N_("kinds", "Free or paid"), "charge", "收费情况")
    standard = note(N_("kinds", "What good service is"), "服务质量要求", _TEXT, high=2_000)
    basis = note(N_("kinds", "Law it rests on"), "依据", _TEXT, high=2_000)
    since = day(N_("kinds", "Offered from"), "实施日期")


class HotMatter:
    """A matter many ask about, with the county's answer to it (热点问题解答): public, nobody is named."""

    title = text(N_("kinds", "Question"), "问题", More(search="text"), high=120)
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由")
    asked = note(N_("kinds", "How people ask it"), "群众常见问法", _TEXT, high=2_000)
    answer = note(N_("kinds", "Standard answer"), "参考答复", _TEXT, high=8_000)
    articles = note(N_("kinds", "Law it rests on"), "法律依据", _TEXT, high=4_000)
    times_asked = whole(N_("kinds", "Asked how often"), "咨询次数", high=99_999)
    from_day = day(N_("kinds", "Counted from"), "统计期起")
    to_day = day(N_("kinds", "Counted until"), "统计期止")
    published_on = day(N_("kinds", "Published on"), "发布日期")


class Inspection:
    """One inspection of a unit (督促检查): planned, made, what was found, and until when it is put right."""

    inspected_unit = text(N_("kinds", "Unit inspected"), "被检查单位", More(search="text"), high=120)
    planned_on = day(N_("kinds", "Day planned"), "计划检查日期")
    matters = note(N_("kinds", "What is looked at"), "检查内容", _TEXT, high=4_000)
    inspector = text(N_("kinds", "Inspected by"), "检查人", high=120)
    inspected_on = day(N_("kinds", "Inspected on"), "检查日期")
    progress = note(N_("kinds", "Progress and effect"), "进展和成效", _TEXT, high=4_000)
    findings = note(N_("kinds", "What was found"), "发现的问题", _TEXT, high=8_000)
    rectify_by = day(N_("kinds", "To be put right by"), "整改期限")
    answerable = text(N_("kinds", "Who puts it right"), "整改责任人", high=60)
    rectified_on = day(N_("kinds", "Put right on"), "整改完成日期")
    rectification = note(N_("kinds", "How it was put right"), "整改情况", _TEXT, high=4_000)


class Responsibility:
    """A line of the responsibility list (责任清单): what a unit answers for, who, with what money."""

    year = whole(N_("kinds", "Year"), "年度", low=2000, high=2100)
    unit = text(N_("kinds", "Responsible unit"), "责任单位", More(search="text"), high=120)
    duty = note(N_("kinds", "What it answers for"), "职责任务", _TEXT, high=4_000)
    contact = text(N_("kinds", "Named contact"), "责任人", More(search="name"), high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    budget = amount(N_("kinds", "Money in the budget"), "经费预算")
    assessment = note(N_("kinds", "Result of the assessment"), "考核结果", _TEXT, high=2_000)
    reward = note(N_("kinds", "Reward or sanction"), "奖惩情况", _TEXT, high=2_000)
