"""Who can be asked for help (资源目录), and the board that says so to the village (公示牌)."""

from village_desk.fields import More, choice, choices, day, note, text, whole, yes_no
from village_desk.i18n import N_


class Resource:
    """A person or office the room can turn to, or serves the village (domain: services §4.16, §4.17, F33).

    Lawyers, notaries, appraisers, experts, courts, the station: no ID number and no private address, because
    what is marked for it stands on the board.
    """

    category = choice(N_("kinds", "What they are"), "resource_category", "类别")
    name = text(N_("kinds", "Name"), "姓名/名称", More(search="name"), high=60)
    unit = text(N_("kinds", "Office or firm"), "所在机构", More(search="text"), high=80)
    post = text(N_("kinds", "Post"), "职务", high=40)
    licence = text(N_("kinds", "Number of the licence"), "执业证号", More(search="number"), high=40)
    specialities = choices(N_("kinds", "Specialities"), "speciality", "业务专长")
    services = choices(N_("kinds", "Services"), "service_item", "服务内容")
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    charge = choice(N_("kinds", "Free or paid"), "charge", "收费情况")
    address = text(N_("kinds", "Address"), "地址", high=120)
    hours = text(N_("kinds", "Times of service"), "服务时间", high=80)
    villages = text(N_("kinds", "Villages served; empty for all"), "服务的村（居）", high=200)
    since = day(N_("kinds", "Serves from"), "聘期起")
    until = day(N_("kinds", "Serves until"), "聘期至")
    on_board = yes_no(N_("kinds", "Shown on the notice board"), "上公示牌")
    order = whole(N_("kinds", "Place on the board"), "排序", high=999)
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)


class NoticeBoard:
    """What the room says of itself on its board (公示牌, domain: services F33); who serves is listed apart.

    Services, hours and ways to reach it are to be public (山东省公共法律服务条例 第三十八条 as an example).
    """

    room = text(N_("kinds", "Name of the room"), "服务室名称", high=40)
    address = text(N_("kinds", "Place of service"), "服务地点", high=60)
    hours = text(N_("kinds", "Times of service"), "服务时间", high=60)
    adviser_hours = text(N_("kinds", "When the adviser comes"), "法律顾问坐班时间", high=60)
    phone = text(N_("kinds", "Phone of the room"), "服务电话", More(check="phone"), high=40)
    services = choices(N_("kinds", "Services"), "service_item", "服务内容")
    supervision_phone = text(N_("kinds", "Phone for complaints"), "监督电话", More(check="phone"), high=40)
    posted_on = day(N_("kinds", "Put up on"), "公示日期")
    remark = note(N_("kinds", "Remark"), "备注", high=1_000)
