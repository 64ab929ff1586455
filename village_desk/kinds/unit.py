"""What a room or station says of itself: its profile (单位情况), and what hangs on its wall (制度上墙)."""

from village_desk.fields import More, choice, choices, day, note, text, whole
from village_desk.i18n import N_


class UnitProfile:
    """The profile of one room, station or centre (单位情况登记表).

    Its name is free (法律之家, 工作室, 服务室) and stands on every paper of the unit; its services are the
    five of the country and what the place adds (“5+X”); one unit may carry several plates (domain: services
    R028, R041, R046, R127, R134, R172, R230).
    """

    name = text(N_("kinds", "Name of the unit, as papers have it"), "单位名称", More(search="text"), high=60)
    plates = choices(N_("kinds", "Plates at the door"), "unit_plate", "挂牌")
    opened_on = day(N_("kinds", "Opened on"), "成立日期")
    condition = choice(N_("kinds", "Condition"), "unit_condition", "基础条件")
    platform_code = text(N_("kinds", "Platform code"), "平台编码", More(search="number"), high=40)
    address = text(N_("kinds", "Address"), "地址", high=120)
    area = whole(N_("kinds", "Area"), "建筑面积", high=99_999, unit="平方米")
    phone = text(N_("kinds", "Phone of the room"), "服务电话", More(check="phone"), high=40)
    hours = text(N_("kinds", "Times of service"), "服务时间", high=80)
    core_services = choices(N_("kinds", "Services: the five"), "core_service", "基本服务（5）")
    local_services = choices(N_("kinds", "Services added here"), "local_service", "拓展服务（X）")
    staff_count = whole(N_("kinds", "Staff"), "工作人员数", high=999, unit="人")
    staff = note(N_("kinds", "Who works here, one a line"), "工作人员", high=2_000)
    equipment = choices(N_("kinds", "Equipment"), "unit_equipment", "设施设备")
    equipment_more = text(N_("kinds", "Other equipment"), "其他设备")
    contacts = note(
        N_("kinds", "Who is reached day and night, one a line with phone"), "24小时联系人", high=2_000
    )
    after_hours = note(N_("kinds", "Who comes after hours"), "下班后受理方式", high=1_000)
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class WallText:
    """A rule of the room that hangs on its wall (制度上墙): its title and its text (domain: R221)."""

    title = text(N_("kinds", "Title"), "制度名称", More(search="text"), high=40)
    room = text(N_("kinds", "Name of the room"), "服务室名称", high=60)
    body = note(N_("kinds", "Text"), "内容", More(merge="text", search="text"), high=4_000)
    in_force_on = day(N_("kinds", "In force from"), "施行日期")
    posted_on = day(N_("kinds", "Put up on"), "上墙日期")
