"""Who helps the room: volunteers with their hours, and law-aware persons with their training."""

from village_desk.fields import More, choice, choices, day, link, note, text, whole, yes_no
from village_desk.i18n import N_

_HELD = More(merge="immutable")


class Volunteer:
    """A legal-service volunteer (志愿者登记表, 法律援助志愿者管理办法 第十四至二十条, domain: services F29).

    Nothing of this is published without consent (志愿服务条例 第二十一条): a notice board never shows it.
    """

    number = text(N_("kinds", "Number of registration"), "注册编号", More(search="number"), high=60)
    applied_on = day(N_("kinds", "Applied on"), "申请日期")
    name = text(N_("kinds", "Name"), "姓名", More(search="name", required=("register",)), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    born_on = day(N_("kinds", "Date of birth"), "出生年月")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    id_number = text(
        N_("kinds", "ID card number"),
        "身份证号",
        More(search="number", check="id_card", masked=True, required=("register",)),
    )
    politics = choice(N_("kinds", "Political status"), "political_status", "政治面貌")
    education = choice(N_("kinds", "Education"), "education", "文化程度")
    occupation = text(N_("kinds", "Unit or occupation"), "工作单位/职业", high=80)
    address = text(N_("kinds", "Address"), "住址")
    phone = text(
        N_("kinds", "Phone"),
        "联系电话",
        More(search="number", check="phone", masked=True, required=("register",)),
        high=40,
    )
    email = text(N_("kinds", "E-mail"), "邮箱", high=80)
    qualification = text(N_("kinds", "Legal qualification or subject"), "法律职业资格/专业", high=80)
    skills = choices(
        N_("kinds", "What they can do"),
        "volunteer_skill",
        "服务技能",
        More(merge="set", required=("register",)),
    )
    available = text(
        N_("kinds", "Times they can serve"), "可服务时间", More(required=("register",)), high=120
    )
    area = text(N_("kinds", "Where they can serve"), "服务地域", high=120)
    source = choice(N_("kinds", "Where they come from"), "volunteer_source", "志愿者来源")
    promised = yes_no(N_("kinds", "Promise read and given"), "服务承诺", More(required=("register",)))
    opinion = note(N_("kinds", "Opinion of who checks"), "审核意见", high=1_000)
    registered_on = day(N_("kinds", "Registered on"), "注册日期", More(required=("register",)))
    leave_asked_on = day(N_("kinds", "Asked to leave on"), "申请退出日期")
    left_on = day(N_("kinds", "Left on"), "退出日期", More(required=("leave", "cancel")))
    leaving = choice(
        N_("kinds", "Why they left"), "volunteer_leaving", "退出/取消原因", More(required=("cancel",))
    )
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)
    state = choice(N_("kinds", "State"), "volunteer_state", more=More(merge="state", read_only=True))


class VolunteerService:
    """One time a volunteer served (志愿服务登记, domain: services F29): what the certificate adds up."""

    volunteer = link(N_("kinds", "Volunteer"), "volunteer", more=_HELD)
    served_on = day(N_("kinds", "Served on"), "日期")
    project = text(N_("kinds", "Project"), "服务项目", More(search="text"), high=120)
    from_time = text(N_("kinds", "From"), "开始时间", high=20)
    to_time = text(N_("kinds", "To"), "结束时间", high=20)
    minutes = whole(N_("kinds", "Time served"), "服务时长", high=1_440, unit="分钟")
    content = note(N_("kinds", "What was done"), "服务内容", high=2_000)
    served = text(N_("kinds", "For whom"), "服务对象", high=120)
    recorded_by = text(N_("kinds", "Recorded by"), "记录人", high=60)
    rating = choice(N_("kinds", "Assessment"), "rating", "评价")


class VolunteerCall:
    """Volunteers wanted for something (志愿者招募, domain: services F29): posted, answered, closed."""

    title = text(N_("kinds", "Wanted for"), "招募事项", More(search="text"), high=120)
    posted_on = day(N_("kinds", "Posted on"), "发布日期")
    served_on = day(N_("kinds", "Served on"), "服务日期")
    times = text(N_("kinds", "Times of service"), "服务时间", high=80)
    place = text(N_("kinds", "Place of service"), "服务地点", More(search="text"), high=120)
    wanted = whole(N_("kinds", "How many are wanted"), "招募人数", high=9_999, unit="人")
    skills = choices(N_("kinds", "What they should be able to do"), "volunteer_skill", "技能要求")
    contact = text(N_("kinds", "Whom to ask"), "联系人", high=60)
    phone = text(N_("kinds", "Phone"), "联系电话", More(check="phone"), high=40)
    until = day(N_("kinds", "Answers until"), "报名截止")
    signed_up = note(N_("kinds", "Who signed up, one a line"), "报名人员", high=4_000)
    closed_on = day(N_("kinds", "Closed on"), "结束日期")
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class LawAwarePerson:
    """A 乡村“法律明白人” (培养工作规范（试行）, domain: services F30): at least three a village."""

    name = text(N_("kinds", "Name"), "姓名", More(search="name"), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    born_on = day(N_("kinds", "Date of birth"), "出生年月")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    education = choice(N_("kinds", "Education"), "education", "文化程度")
    politics = choice(N_("kinds", "Political status"), "political_status", "政治面貌")
    village = text(N_("kinds", "Village"), "所在村", high=80)
    source = choice(N_("kinds", "Where they come from"), "law_aware_source", "来源类别")
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    score = whole(N_("kinds", "Mark of the examination"), "考试成绩", high=150, unit="分")
    certificate = text(N_("kinds", "Number of the certificate"), "证书编号", More(search="number"), high=60)
    badge = text(N_("kinds", "Number of the badge"), "徽章编号", More(search="number"), high=60)
    issued_on = day(N_("kinds", "Issued on"), "发证日期")
    until = day(N_("kinds", "Term ends on"), "任期至")
    assessment = note(N_("kinds", "Assessment of each year"), "年度考核", high=2_000)
    left_on = day(N_("kinds", "Left on"), "退出日期")
    leaving = choice(N_("kinds", "Why they left"), "law_aware_leaving", "退出原因")
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class Training:
    """A training of a law-aware person (培训, domain: services F30)."""

    person = link(N_("kinds", "Law-aware person"), "law_aware_person", more=_HELD)
    trained_on = day(N_("kinds", "Trained on"), "培训日期")
    hours = whole(N_("kinds", "Lessons"), "学时", high=999, unit="学时")
    content = text(N_("kinds", "What was taught"), "培训内容", high=120)
