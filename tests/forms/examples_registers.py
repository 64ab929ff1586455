"""Filled examples of the forms of the room's registers and its board. All people are invented."""

from datetime import date

DAY = date(2026, 11, 21)
ID_NUMBER = "11010519491231002X"


def contents(facts: str) -> dict[str, dict[str, object]]:
    """Return the content of every such form by its id."""
    activity: dict[str, object] = {
        "organiser": "乌江镇司法所、平原村公共法律服务工作室",
        "held_on": DAY,
        "place": "平原村文化广场（集市日）",
        "co_organiser": "乌江镇妇联",
        "topic": "农民工工资支付与防范电信网络诈骗",
        "way": ("02", "04", "05"),
        "audience": ("08", "09"),
        "people": 86,
        "leaflets": 200,
        "speaker": "赵龘[练习]",
        "summary": facts,
        "recorded_by": "李某[练习]",
        "checked_by": "王喆[练习]",
    }
    volunteer: dict[str, object] = {
        "number": "620702-0012",
        "applied_on": DAY,
        "name": "吴䶮[练习]",
        "sex": "1",
        "born_on": date(1958, 3, 9),
        "nation": "01",
        "id_number": ID_NUMBER,
        "politics": "01",
        "education": "06",
        "occupation": "退休（原乌江镇司法所）",
        "address": "乌江镇平原村三社17号",
        "phone": "13809361234",
        "email": "wuyan@example.org",
        "qualification": "法律职业资格（A证）",
        "skills": ("advice", "mediation"),
        "available": "每周二、四上午",
        "area": "乌江镇各村",
        "source": "retired",
        "promised": True,
        "opinion": "同意注册。",
        "registered_on": DAY,
    }
    return {
        "publicity_activity": activity,
        "activity_sign_in": {name: activity[name] for name in ("topic", "held_on", "place")},
        "online_guide": {name: activity[name] for name in ("held_on", "place", "recorded_by")},
        "satisfaction": {
            "rated_on": DAY,
            "village": "平原村",
            "service": "consultation",
            "attitude": "1",
            "skill": "2",
            "speed": "1",
            "room": "3",
            "honesty": "1",
            "solved": "4",
            "knew": True,
            "first": "room",
            "advice": "希望顾问每月多来一次，周末也有人在。",
        },
        "volunteer_registration": volunteer,
        "volunteer_certificate": {
            "name": "吴䶮[练习]",
            "number": "620702-0012",
            "unit": {"name": "平原村公共法律服务工作室"},
            "list": {
                "period": "2026年3月1日至2026年11月20日",
                "total": "12.5",
                "note": "002X",
                "day": "2026年11月21日",
            },
            "volunteer_service": [
                {
                    "served_on": date(2026, 3, 1),
                    "project": "“三八”普法宣传",
                    "served": "平原村妇女",
                    "minutes": 180,
                    "rating": "1",
                },
                {
                    "served_on": DAY,
                    "project": "协助调解邻里用水纠纷",
                    "served": "三社村民",
                    "minutes": 570,
                    "rating": "2",
                },
            ],
        },
        "law_aware_person": {
            "name": "李㛃[练习]",
            "sex": "2",
            "born_on": date(1979, 5, 20),
            "nation": "01",
            "education": "04",
            "politics": "01",
            "village": "乌江镇平原村",
            "source": "women",
            "phone": "13909361111",
            "training": [
                {"trained_on": date(2026, 4, 8), "hours": 8, "content": "民法典婚姻家庭编、农村土地承包法"},
                {"trained_on": date(2026, 9, 2), "hours": 4, "content": "调解技巧"},
            ],
            "score": 92,
            "certificate": "甘法明2026第0315号",
            "badge": "HZ0315",
            "issued_on": DAY,
            "until": date(2029, 11, 20),
            "assessment": "2026年：优秀。",
        },
        "complaint": {
            "complained_on": DAY,
            "name": "王喆[练习]",
            "sex": "1",
            "born_on": date(1968, 3, 9),
            "nation": "01",
            "id_number": ID_NUMBER,
            "domicile": "乌江镇平原村",
            "address": "乌江镇平原村三社17号",
            "phone": "13809361234",
            "about": "room",
            "about_name": "赵龘[练习]",
            "about_unit": "平原村公共法律服务工作室",
            "complaint_type": "delay",
            "way": "visit",
            "matter": "两次来访均无人接待",
            "facts": facts,
            "registered_by": "李某[练习]",
            "state": "told",
            "handler": "乌江镇司法所张某[练习]",
            "decision": "情况属实，已批评教育，并公布值班表。",
            "opinion": "值班人员请假须有人替班。",
            "told_on": DAY,
            "told_how": "当面告知",
        },
        "major_matter_report": {
            "reported_on": DAY,
            "reporter": "平原村公共法律服务工作室",
            "happened_on": DAY,
            "place": "平原村二社",
            "category": "group",
            "people": 23,
            "facts": facts,
            "taken": "已劝返，约定次日由司法所主持协商。",
            "advice": "请派出所、农业农村部门派员参加。",
            "received_by": "张某[练习]",
            "received_on": DAY,
        },
        "needs_survey": {
            "asked_on": DAY,
            "village": "平原村",
            "sex": "2",
            "age_band": "middle",
            "groups": ("5", "6"),
            "problems": ("T05", "T08"),
            "first": "acquaintance",
            "knows_room": True,
            "knows_hotline": False,
            "knows_aid": False,
            "ways": ("home", "wechat"),
            "times": "农闲时、晚上",
            "lectures": "外出打工合同怎样签；土地流转要注意什么。",
            "advice": "希望在村里的微信群里答复。",
            "asked_by": "李某[练习]",
        },
        "notice_board_a4": _board(),
        "notice_board_a3": _board(),
        "unit_profile": _profile(),
        "wall_text_a4": _wall_text(),
        "wall_text_a3": _wall_text(),
    }


def _profile() -> dict[str, object]:
    return {
        "name": "平原村法律之家",
        "plates": ("room", "judicial_room", "steward_room", "adviser"),
        "opened_on": DAY,
        "condition": "good",
        "platform_code": "620702-GP-017",
        "address": "乌江镇平原村村委会一楼东侧",
        "area": 42,
        "phone": "0936-8612345",
        "hours": "周一至周五 8:30—12:00，14:30—18:00",
        "core_services": ("consultation", "legal_aid", "mediation", "lawyer", "notary"),
        "local_services": ("publicity", "documents"),
        "staff_count": 3,
        "staff": "李某[练习]（文书）\n王桂兰[练习]（人民调解员）\n马丽[练习]（法律顾问）",
        "equipment": ("computer", "printer", "phone", "board"),
        "equipment_more": "投影仪一台",
        "contacts": "李某[练习] 13900000003\n王桂兰[练习] 13900000001",
        "after_hours": "拨打24小时联系人电话，由联系人登记，次日上午办理。",
        "remark": "与村综治中心合署办公",
    }


def _wall_text() -> dict[str, object]:
    return {
        "title": "首问负责制度",
        "room": "平原村法律之家",
        "body": "一、群众来访、来电，第一位接待的工作人员为首问负责人。\n二、属于本室办理的事项，当场登记、"
        "及时办理；不能当场办理的，告知办理时限和所需材料。\n三、不属于本室办理的事项，告知去处和联系电话，并登记转办。\n"
        "四、法律援助不收取任何费用。",
        "in_force_on": DAY,
        "posted_on": DAY,
    }


def _board() -> dict[str, object]:
    return {
        "room": "平原村公共法律服务工作室",
        "address": "乌江镇平原村村委会一楼东侧",
        "hours": "周一至周五 8:30—12:00，14:30—18:00",
        "adviser_hours": "每月第一、第三个周四上午",
        "phone": "0936-8612345",
        "services": ("consultation", "legal_aid", "mediation", "notary", "publicity"),
        "supervision_phone": "0936-8610000",
        "posted_on": DAY,
        "adviser_appointment": [
            {
                "adviser": "马丽[练习]",
                "firm": "甘肃某某律师事务所",
                "licence": "16207201910123456",
                "phone": "13700000003",
            }
        ],
        "resource": [
            {"category": "station", "name": "张某[练习]", "unit": "乌江镇司法所", "phone": "0936-8610001"},
            {
                "category": "legal_aid",
                "name": "孙某[练习]",
                "unit": "甘州区法律援助中心",
                "phone": "0936-8212348",
            },
            {"category": "notary", "name": "何某[练习]", "unit": "甘州区公证处", "phone": "0936-8210002"},
        ],
        "register_person": [
            {"register": "mediator", "name": "王桂兰[练习]", "unit": "平原村调委会", "phone": "13900000001"},
            {"register": "mediator", "name": "吴䶮[练习]", "unit": "平原村调委会", "phone": "13900000002"},
        ],
    }
