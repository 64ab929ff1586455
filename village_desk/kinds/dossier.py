"""The bound file of a case, and what stands in it."""

from village_desk.fields import More, choice, day, link, note, text, whole
from village_desk.i18n import N_


class Dossier:
    """The bound file of a case (调解卷宗): cover, contents and note (domain mediation §1.3, §1.4, §1.15).

    人民调解法 第二十七条; one case, one dossier (一案一卷).
    """

    case = link(N_("kinds", "Case"), "mediation_case", more=More(merge="immutable"))
    title = text(N_("kinds", "Name of the dossier"), "卷名", More(search="text"), high=120)
    year = whole(N_("kinds", "Year"), "年度", low=1900, high=2100)
    number = text(N_("kinds", "Number of the dossier"), "卷号", More(search="number"), high=60)
    mediators = text(N_("kinds", "Mediators"), "人民调解员", More(search="name"), high=120)
    begun_on = day(N_("kinds", "Mediated from"), "调解日期")
    ended_on = day(N_("kinds", "Mediated until"))
    filed_by = text(N_("kinds", "Filed by"), "立卷人", high=60)
    filed_on = day(N_("kinds", "Filed on"), "立卷日期")
    retention = choice(N_("kinds", "Kept for"), "retention", "保管期限", More(required=("archive",)))
    remark = note(N_("kinds", "Remark"), "备注", high=400)
    situation = note(N_("kinds", "State of the dossier"), "卷宗情况说明", More(merge="text"), high=4_000)
    checked_by = text(N_("kinds", "Checked by"), "检查人", high=60)
    checked_on = day(N_("kinds", "Checked on"), "检查时间")
    pages = whole(N_("kinds", "Pages"), "页数", high=9_999, unit="页")


class DossierPaper:
    """One line of the contents (卷内目录): a paper and the pages it has (domain mediation §1.4)."""

    dossier = link(N_("kinds", "Dossier"), "dossier", more=More(merge="immutable"))
    order = whole(N_("kinds", "No."), "序号", high=999)
    title = text(N_("kinds", "Paper"), "文书名称", high=120)
    page_range = text(N_("kinds", "Page"), "页号", high=20)
    remark = text(N_("kinds", "Remark"), "备注", high=120)
