"""Filled examples of the village legal adviser's forms. All people are invented."""

from datetime import date

DAY = date(2026, 11, 21)
VILLAGE = "乌江镇平原村村民委员会[练习]"
FIRM = "祁连山律师事务所[练习]"
ADVISER = "赵龘[练习]"
MORNING = 1_795_224_600_000
"""21 November 2026, 9:30 in UTC+8."""
HOUR = 3_600_000
ITEMS = [
    {
        "service": "consultation",
        "client": "吴䶮[练习]",
        "phone": "13809361234",
        "matter": "土地流转合同到期后承租人不交地，问能否解除合同、要回土地",
        "result": "解答；建议先书面催告",
        "quantity": 1,
    },
    {
        "service": "consultation",
        "client": "买买提·吐尔逊·阿不都热合曼[练习]",
        "phone": "0936-8612345",
        "matter": "拖欠工资",
        "result": "指引申请法律援助",
        "quantity": 1,
    },
    {"service": "lecture", "matter": "民法典婚姻家庭编讲座", "quantity": 1, "people": 46},
    {"service": "materials", "matter": "宪法、民法典宣传册", "quantity": 120},
]
LINE = {
    "township": "乌江镇",
    "village": "平原村",
    "adviser": ADVISER,
    "firm": FIRM,
    "visits": 2,
    "minutes": 270,
    "remote": 1,
    "consultations": 7,
    "lectures": 1,
    "audience": 46,
    "mediations": 1,
    "contracts": 2,
    "opinions": 1,
    "documents": 3,
    "guidance": 1,
    "rules": 0,
    "satisfaction": "100",
}


def contents() -> dict[str, dict[str, object]]:
    """Return an example for each form."""
    return {**_agreed(), **_served(), **_written(), **_judged()}


def _agreed() -> dict[str, dict[str, object]]:
    return {
        "adviser_contract": {
            "number": "甘乌平顾〔2026〕第1号",
            "village": VILLAGE,
            "represented_by": "陈𬭎[练习]",
            "firm": FIRM,
            "adviser": ADVISER,
            "adviser_type": "lawyer",
            "licence": "16207200910123456",
            "phone": "13809361234",
            "since": date(2026, 1, 1),
            "until": date(2026, 12, 31),
            "duties": ("consultation", "contract", "lecture", "opinion"),
            "visits": 1,
            "hours": 4,
            "lectures": 1,
            "fee": 500_000,
            "paid_by": "县级财政",
            "terms": "每月15日为固定服务日，遇节假日顺延。",
            "signed_on": DAY,
        },
        "village_survey": {
            "village": VILLAGE,
            "surveyed_on": DAY,
            "secretary": "李㛃[练习]",
            "director": "陈𬭎[练习]",
            "phone": "0936-8612345",
            "adviser": ADVISER,
            "groups": 7,
            "households": 412,
            "people": 1386,
            "party_members": 58,
            "away": 320,
            "left_behind": 21,
            "elderly": 307,
            "disabled": 33,
            "low_income": 40,
            "supervised": 2,
            "mediators": 5,
            "law_aware": 4,
            "rules": "filed",
            "land": "3120亩",
            "income": 23_000_000,
            "industries": "玉米制种、蔬菜大棚",
            "contracts": "机动地承包合同12份，厂房租赁合同1份。",
            "disputes": "以土地流转、邻里用水为主。",
            "needs": "合同审查；务工人员讨薪。",
        },
        "adviser_plan": {
            "year": 2026,
            "village": VILLAGE,
            "adviser": ADVISER,
            "firm": FIRM,
            "fixed_day": "每月15日",
            "made_on": DAY,
            "visits": 12,
            "hours": 48,
            "lectures": 4,
            "goals": "村级合同审查全覆盖。",
            "measures": "设固定办公桌；公示联系电话。",
            "plan_item": [
                {
                    "planned_on": date(2026, 3, 15),
                    "service": "lecture",
                    "matter": "民法典进村讲座",
                    "people": "全体村民",
                    "way": "on_site",
                },
                {"planned_on": date(2026, 4, 15), "service": "contract", "matter": "审查机动地承包合同"},
            ],
        },
    }


def _served() -> dict[str, dict[str, object]]:
    return {
        "adviser_visit": {
            "village": VILLAGE,
            "adviser": ADVISER,
            "firm": FIRM,
            "visited_on": DAY,
            "arrived_at": MORNING,
            "left_at": MORNING + 4 * HOUR + HOUR // 2,
            "mode": "on_site",
            "place": "村公共法律服务工作室",
            "services": ("consultation", "lecture", "materials"),
            "findings": "土地流转合同多为口头约定，建议统一使用书面文本，并到村委会备案。",
            "served_item": ITEMS,
        },
        "adviser_report": {
            "reporting_unit": "乌江镇司法所[练习]",
            "since": date(2026, 11, 1),
            "until": date(2026, 11, 30),
            "filled_by": "李㛃[练习]",
            "checked_by": "王喆[练习]",
            "filled_on": date(2026, 12, 1),
            "remark": "东湖村顾问住院。",
            "report_line": [
                LINE,
                {**LINE, "village": "东湖村", "visits": 0, "minutes": 0, "standard": "东湖村：缺4小时"},
            ],
        },
    }


def _written() -> dict[str, dict[str, object]]:
    return {
        "legal_opinion": {
            "number": "甘乌平法审〔2026〕第3号",
            "asked_by": VILLAGE,
            "asked_on": DAY,
            "subject": "与某农业公司签订的机动地承包合同",
            "matter": "contract",
            "materials": "合同文本一份；村民代表会议记录一份。",
            "parties": "发包方应为村集体经济组织。",
            "powers": "须经村民代表三分之二以上同意。",
            "procedure": "已公示七日。",
            "content": "第六条违约金比例过高，建议调整。",
            "risks": "承包期超过法定年限的部分无效。",
            "conclusion": "after_change",
            "advice": "把承包期改为二十年；删去第九条。",
            "licence": "16207200910123456",
            "given_on": DAY,
            "adopted": "whole",
            "adopted_words": "合同已改，重新公示。",
        },
        "legal_checkup": {
            "checked_unit": VILLAGE,
            "code": "54620702MF12345678",
            "responsible": "陈𬭎[练习]",
            "checked_on": DAY,
            "examiners": "赵龘[练习]、李㛃[练习]",
            "areas": ("contracts", "rules"),
            "conclusion": "总体规范；合同管理有待加强。",
            "reviewed_on": DAY,
            "review_result": "两项已改，一项正在办理。",
            "checkup_risk": [
                {
                    "area": "contracts",
                    "problem": "三份承包合同没有书面文本",
                    "basis": "农村土地承包法第二十二条",
                    "level": "high",
                    "advice": "补签书面合同",
                    "responsible": "陈𬭎[练习]",
                    "due_on": date(2026, 12, 31),
                },
                {"area": "rules", "problem": "村规民约有罚款条款", "level": "middle"},
            ],
        },
    }


def _judged() -> dict[str, dict[str, object]]:
    return {
        "assessment": {
            "village": VILLAGE,
            "adviser": ADVISER,
            "firm": FIRM,
            "year": 2026,
            "score": 36,
            "grade": "good",
            "self_words": "按计划完成。",
            "village_words": "服务及时。",
            "township_words": "同意。",
            "assessed_by": "王喆[练习]",
            "assessed_on": DAY,
            "assessment_item": [
                {
                    "item": "开展定期服务",
                    "target": "每月不少于一次",
                    "points": 12,
                    "standard": "每月不少于一次，每少一次扣1分",
                    "score": 11,
                },
                {
                    "item": "工作日志",
                    "target": "一次一记，一事一记",
                    "points": 20,
                    "standard": "时间、对象、内容和结果",
                    "score": 20,
                    "remark": "抽查三份",
                },
            ],
        },
    }
