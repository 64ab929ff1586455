"""What is passed on to another office, and what the hotline passes on to the room, with every step."""

from village_desk.fields import More, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_

_SENT = ("send",)
_REASONED = ("return", "redo", "extend", "urge")
_FIXED = More(merge="immutable", read_only=True)


class Referral:
    """A matter passed on to another office, with the receipt that comes back (转办(移送)单, domain: F20).

    受理 → 转办 → 签收 → 办理 → 反馈 → 督办 → 回访 → 办结; 退回, 重办, 延期. Data of a person goes to another
    handler with separate consent only, or by a statutory duty (个人信息保护法 第十三、二十三条). Name,
    phone and groups are copies of the person's.
    """

    number = text(
        N_("kinds", "Number"), "转办编号", More(search="number", merge="immutable", read_only=True), high=40
    )
    source = choice(N_("kinds", "How it came"), "referral_source", "来源")
    received_on = day(N_("kinds", "Taken in on"), "受理日期", More(required=_SENT))
    person = link(N_("kinds", "Person"), "person")
    consultation = link(N_("kinds", "Grew out of the consultation"), "consultation")
    case = link(N_("kinds", "Grew out of the case"), "mediation_case")
    name = text(N_("kinds", "Person concerned"), "当事人", More(search="name", required=_SENT), high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone", masked=True), high=40)
    address = text(N_("kinds", "Address or village group"), "住址", More(search="text"))
    groups = choices(N_("kinds", "Priority groups"), "priority_group", "身份类别", More(merge="set"))
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由", More(search="text"))
    target = choice(N_("kinds", "Kind of office"), "referral_target", "转介去向", More(required=_SENT))
    receiver = text(
        N_("kinds", "Receiving office"), "接收单位", More(search="text", required=_SENT), high=120
    )
    receiver_contact = text(N_("kinds", "Receiver and phone"), "接收人/电话", high=120)
    summary = note(
        N_("kinds", "What it is about"), "事项概要", More(merge="text", search="text", required=_SENT)
    )
    materials = whole(N_("kinds", "Enclosed papers"), "随附材料（份）", high=999, unit="份")
    pages = whole(N_("kinds", "Pages"), "随附材料（页）", high=9_999, unit="页")
    urgency = choice(N_("kinds", "Urgency"), "urgency", "紧急程度")
    due_on = day(N_("kinds", "To be done by"), "要求办结期限")
    consented = yes_no(N_("kinds", "Agreed that the data is passed on"), "当事人知情同意（个人信息转出）")
    without_consent = text(
        N_("kinds", "Duty by which no consent is needed"), "不需取得同意的法定职责依据", high=200
    )
    qualifies = yes_no(N_("kinds", "Fulfils the conditions of legal aid"), "符合法律援助条件")
    referred_by = text(N_("kinds", "Passed on by"), "转出人", high=60)
    sent_on = day(N_("kinds", "Passed on on"), "转办日期")
    signed_on = day(N_("kinds", "Received on"), "收到日期")
    signed_by = text(N_("kinds", "Signed for by"), "签收人", high=60)
    accepted = choice(N_("kinds", "Taken or not"), "referral_answer", "是否受理")
    refusal = text(N_("kinds", "Reason of the refusal"), "不受理理由", high=200)
    result = note(
        N_("kinds", "Result of the handling"),
        "办理结果",
        More(merge="text", search="text", required=("feed_back",)),
    )
    handler = text(N_("kinds", "Handled by"), "承办人", high=60)
    fed_back_on = day(N_("kinds", "Result came on"), "反馈日期")
    reason = note(
        N_("kinds", "Reason of this step"),
        "理由（退回、重办、延期、督办）",
        More(required=_REASONED),
        high=2_000,
    )
    extended_to = day(N_("kinds", "New last day"), "延期至", More(required=("extend",)))
    followed_up_on = day(N_("kinds", "Asked again on"), "回访日期")
    followed_up_by = text(N_("kinds", "Asked again by"), "回访人", high=60)
    outcome = choice(N_("kinds", "Solved"), "outcome", "是否解决", More(required=("follow_up", "close")))
    satisfaction = choice(N_("kinds", "Satisfaction"), "satisfaction", "满意度")
    redone = yes_no(N_("kinds", "Handled anew"), "重办标志", More(read_only=True))
    state = choice(N_("kinds", "State"), "referral_state", more=More(merge="state", read_only=True))


class HotlineOrder:
    """A work order of the hotline (12348热线工单, domain services F21).

    在线咨询解答 → 受理转办 → 接转办理 → 跟踪督办 → 办理回访; time limits: the county's profile (after
    山东省12348热线平台管理规定, 2017).
    """

    number = text(
        N_("kinds", "Number"), "工单编号", More(search="number", merge="immutable", read_only=True), high=40
    )
    source = choice(N_("kinds", "Hotline"), "hotline_source", "来源")
    original_number = text(N_("kinds", "Number at the hotline"), "原工单号", More(search="number"), high=60)
    called_on = day(N_("kinds", "Called on"), "来电时间", More(required=_SENT))
    called_time = text(N_("kinds", "Time of the call (hh:mm)"), high=5)
    person = link(N_("kinds", "Person"), "person")
    consultation = link(N_("kinds", "Grew out of the consultation"), "consultation")
    name = text(N_("kinds", "Caller"), "来电人", More(search="name", required=_SENT), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    phone = text(N_("kinds", "Phone"), "电话", More(search="number", check="phone", masked=True), high=40)
    address = text(N_("kinds", "Village"), "所在村（居）", More(search="text"))
    groups = choices(N_("kinds", "Priority groups"), "priority_group", "身份类别", More(merge="set"))
    category = choice(N_("kinds", "What is wanted"), "order_category", "诉求类别", More(required=_SENT))
    matter = choice(N_("kinds", "Kind of matter"), "matter_type", "事项类型")
    topic = choice(N_("kinds", "Matter in village words"), "topic", "事由", More(search="text"))
    urgency = choice(N_("kinds", "Urgency"), "urgency", "紧急")
    content = note(
        N_("kinds", "What the caller asks"), "诉求内容", More(merge="text", search="text", required=_SENT)
    )
    answer = note(N_("kinds", "Answer given at once"), "答复摘要", More(merge="text"), high=4_000)
    taken_by = text(N_("kinds", "Taken by"), "受理员", high=60)
    receiver = text(
        N_("kinds", "Receiving office"), "转办单位", More(search="text", required=_SENT), high=120
    )
    sent_on = day(N_("kinds", "Passed on on"), "转办时间")
    due_on = day(N_("kinds", "To be done by"), "办理时限")
    signed_on = day(N_("kinds", "Received on"), "签收时间")
    signed_by = text(N_("kinds", "Signed for by"), "签收人", high=60)
    handler = text(N_("kinds", "Handled by"), "承办人", high=60)
    result = note(
        N_("kinds", "What was done"), "办理情况", More(merge="text", search="text", required=("feed_back",))
    )
    replied_on = day(N_("kinds", "Caller answered on"), "答复时间")
    reply_way = choice(N_("kinds", "How answered"), "reply_way", "答复方式")
    fed_back_on = day(N_("kinds", "Result came on"), "反馈时间")
    reason = note(
        N_("kinds", "Reason of this step"),
        "理由（退回、重办、延期、督办）",
        More(required=_REASONED),
        high=2_000,
    )
    extended_to = day(N_("kinds", "New last day"), "延期至", More(required=("extend",)))
    followed_up_on = day(N_("kinds", "Called back on"), "回访时间")
    followed_up_by = text(N_("kinds", "Called back by"), "回访人", high=60)
    reached = yes_no(N_("kinds", "Reached"), "是否联系到")
    outcome = choice(N_("kinds", "Solved"), "outcome", "是否解决", More(required=("follow_up", "close")))
    satisfaction = choice(N_("kinds", "Satisfaction"), "satisfaction", "满意度")
    dissatisfied = text(N_("kinds", "Why not satisfied"), "不满意原因", high=200)
    redone = yes_no(N_("kinds", "Handled anew"), "重办标志", More(read_only=True))
    state = choice(N_("kinds", "State"), "referral_state", more=More(merge="state", read_only=True))


class ReferralStep:
    """One step of a referral: who, when and why (转办、签收、退回、督办、延期). Written by the program."""

    referral = link(N_("kinds", "Referral"), "referral", more=More(merge="immutable"))
    step = choice(N_("kinds", "Step"), "handling_step", "环节", _FIXED)
    done_on = day(N_("kinds", "Date"), "日期", _FIXED)
    done_time = text(N_("kinds", "Time of the step (hh:mm)"), "时间", _FIXED, high=5)
    by = text(N_("kinds", "Who took it"), "办理人", _FIXED, high=60)
    unit = text(N_("kinds", "Office"), "单位", _FIXED, high=80)
    reason = note(N_("kinds", "Why"), "理由", _FIXED, high=2_000)
    new_day = day(N_("kinds", "New last day"), "延期至", _FIXED)


class OrderStep:
    """One step of a work order of the hotline: who took it, when and why. Written by the program."""

    hotline_order = link(N_("kinds", "Work order"), "hotline_order", more=More(merge="immutable"))
    step = choice(N_("kinds", "Step"), "handling_step", "环节", _FIXED)
    done_on = day(N_("kinds", "Date"), "日期", _FIXED)
    done_time = text(N_("kinds", "Time of the step (hh:mm)"), "时间", _FIXED, high=5)
    by = text(N_("kinds", "Who took it"), "办理人", _FIXED, high=60)
    unit = text(N_("kinds", "Office"), "单位", _FIXED, high=80)
    reason = note(N_("kinds", "Why"), "理由", _FIXED, high=2_000)
    new_day = day(N_("kinds", "New last day"), "延期至", _FIXED)
