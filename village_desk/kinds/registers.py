"""The mediators of the place; other people the room works with stand in `helpers` and `directory`."""

from village_desk.fields import More, choice, day, note, text
from village_desk.i18n import N_


class RegisterPerson:
    """Somebody on a register of the place: a mediator (人民调解员).

    A mediator is elected with the committee for three years or appointed by it (人民调解法 第八、九、十三条);
    the sheet is 人民调解员登记表 (domain mediation §1.20). No ID number stands here: it is to be public.
    """

    register = choice(N_("kinds", "Register"), "people_register", "名册")
    name = text(N_("kinds", "Name"), "姓名", More(search="name"), high=60)
    sex = choice(N_("kinds", "Sex"), "sex", "性别")
    nation = choice(N_("kinds", "Nationality (ethnic)"), "nation", "民族")
    born_on = day(N_("kinds", "Date of birth"), "出生年月")
    politics = choice(N_("kinds", "Political status"), "political_status", "政治面貌")
    education = choice(N_("kinds", "Education"), "education", "文化程度")
    employment = choice(N_("kinds", "Full or part time"), "employment", "专职/兼职")
    post = text(N_("kinds", "Post"), "职务", high=60)
    unit = text(N_("kinds", "Committee or unit"), "所在调解委员会", high=80)
    chosen = choice(N_("kinds", "Elected or appointed"), "way_chosen", "推选/聘任")
    since = day(N_("kinds", "Elected or appointed on"), "推选/聘任日期")
    until = day(N_("kinds", "Term ends on"), "任期至")
    phone = text(N_("kinds", "Phone"), "联系电话", More(search="number", check="phone"), high=40)
    certificate = text(N_("kinds", "Number of the certificate"), "证号", More(search="number"), high=60)
    training = note(N_("kinds", "Training, one a line"), "培训情况", More(merge="text"), high=2_000)
    left_on = day(N_("kinds", "Left on"), "离任日期")
    remark = note(N_("kinds", "Remark"), "备注", high=2_000)
