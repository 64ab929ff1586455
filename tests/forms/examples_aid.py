"""Filled examples of the papers of legal aid beside those in `examples`. All people are invented."""

from datetime import date

DAY = date(2026, 11, 21)
LATER = date(2026, 12, 9)
ID_NUMBER = "11010519491231002X"
AGENCY = "甘州区法律援助中心"
AID: dict[str, object] = {
    "number": "乌江镇平原村援代字〔2026〕第0007号",
    "applied_on": DAY,
    "name": "王喆[练习]",
    "sex": "1",
    "id_number": ID_NUMBER,
    "address": "乌江镇平原村三社17号",
    "phone": "13809361234",
    "agent_name": "赵龘[练习]",
    "agent_id_number": "11010519480101001X",
    "agent_phone": "13809365678",
    "matter": "A31-5",
    "cause": "追索劳动报酬纠纷",
    "agency": AGENCY,
}
MATERIALS = [
    {"title": "法律援助申请表", "copies": 1, "pages": 1, "original": True},
    {"title": "居民身份证", "copies": 1, "pages": 1, "original": False},
    {"title": "经济困难状况说明表", "copies": 1, "pages": 2, "original": True},
    {
        "title": "欠条及与包工头买买提·吐尔逊·阿不都热合曼的微信聊天记录截图",
        "copies": 2,
        "pages": 14,
        "original": False,
    },
]
DESIGNATION = {"firm": "甘肃某律师事务所[练习]", "lawyer": "李㛃[练习]", "phone": "0936-8611111"}
CONTENTS_OF_FILE = [
    ("法律援助申请表", "王喆[练习]", DAY, "1"),
    ("居民身份证复印件", "王喆[练习]", None, "2"),
    ("经济困难状况说明表", "王喆[练习]", DAY, "3-4"),
    ("给予法律援助决定书", "甘援决字〔2026〕第118号", LATER, "19"),
]


def only(*names: str) -> list[dict[str, object]]:
    """Return the application with what of it stands on a paper."""
    return [{name: AID[name] for name in names}]


def contents(facts: str) -> dict[str, dict[str, object]]:
    """Return an example for each form of legal aid, about `facts`."""
    return _before(facts) | _after(facts)


def _before(facts: str) -> dict[str, dict[str, object]]:
    """Papers up to the decision."""
    promise = only("name", "id_number", "cause", "agency")
    received = {"name": AID["name"], "matter": AID["matter"], "received_material": MATERIALS}
    return {
        "integrity_promise": {
            "unit": {"promise_title": "个人诚信承诺书"},
            "legal_aid": promise,
            "written_by": "吴䶮[练习]",
            "signed_on": DAY,
        },
        "verification_consent": {
            "legal_aid": promise,
            "may_check": True,
            "members": "李㛃[练习]、王小喆[练习]",
            "signed_on": DAY,
        },
        "material_receipt": {
            **received,
            "unit": {"aid_phone": "0936-12348"},
            "received_by_agency_on": DAY,
        },
        "material_handover": {
            **received,
            "unit": {"name": "平原村公共法律服务工作室", "aid_phone": "0936-12348"},
            "agency": AGENCY,
            "handed_over_on": LATER,
        },
        "supplement_notice": {
            "legal_aid": only("name", "applied_on", "cause"),
            "number": "甘援补字〔2026〕第31号",
            "agency": AGENCY,
            "days": 10,
            "items": "与用工单位的劳动合同或者考勤记录；\n妻子住院费用票据；\n说明工资约定的经过。",
            "contact": "陈𬭎[练习]",
            "phone": "0936-8612345",
            "noticed_on": DAY,
        },
        "legal_aid_power_of_attorney": {
            "legal_aid": only(
                "name",
                "sex",
                "id_number",
                "address",
                "phone",
                "agent_name",
                "agent_id_number",
                "agent_phone",
                "cause",
            ),
            "agent_sex": "2",
            "agent_address": "甘州区西街街道",
            "relation": "女儿",
            "powers": ("apply", "state"),
            "other_powers": "代为领取送达的文书",
            "begins_on": DAY,
            "ends_on": date(2027, 11, 20),
            "signed_on": DAY,
        },
        "legal_aid_objection": {
            "legal_aid": only("name", "id_number", "address", "phone"),
            "agency": AGENCY,
            "decision_number": "甘援不字〔2026〕第9号",
            "decided_on": DAY,
            "about": "refused",
            "grounds": facts,
            "enclosures": "不予法律援助决定书复印件1份",
            "department": "甘州区司法局",
            "objected_on": LATER,
        },
    }


def _after(facts: str) -> dict[str, dict[str, object]]:
    """Papers after the decision."""
    return {
        "legal_aid_lawyer_change": {
            "legal_aid": only("number", "name", "phone", "id_number", "cause"),
            "firm": DESIGNATION["firm"],
            "lawyer": DESIGNATION["lawyer"],
            "reasons": facts,
            "evidence_pages": 3,
            "applied_on": LATER,
        },
        "service_receipt": {
            "legal_aid": only("name", "cause"),
            "document": "给予法律援助决定书",
            "number": "甘援决字〔2026〕第118号",
            "receiver": "王喆[练习]",
            "place": "乌江镇平原村三社17号",
            "way": "kin",
            "served_on": LATER,
            "taken_by": "李㛃[练习]",
            "relation": "妻子",
            "server": "吴䶮[练习]",
            "remark": "受援人外出务工，由同住妻子签收。",
        },
        "legal_aid_callback": {
            "legal_aid": only("number", "name", "phone", "cause"),
            "aid_designation": [{name: DESIGNATION[name] for name in ("firm", "lawyer")}],
            "answered_by": "王喆[练习]",
            "asked_on": LATER,
            "way": "phone",
            "met_lawyer": True,
            "informed": True,
            "charged": False,
            "satisfaction": "1",
            "suggestion": "工资已经拿到，希望村里多讲讲劳动合同怎么签。",
            "visitor": "吴䶮[练习]",
        },
        "archive_contents": {
            "legal_aid": only("name"),
            "file_number": "2026-民-0118",
            "filed_on": LATER,
            "archived_paper": [
                {"order": number, "title": title, "by": by, "page_range": pages}
                | ({"dated_on": dated_on} if dated_on else {})
                for number, (title, by, dated_on, pages) in enumerate(CONTENTS_OF_FILE, start=1)
            ],
        },
    }
