"""Filled examples of the papers of an intake: the register of visitors, a referral, a work order."""

from datetime import date

DAY = date(2026, 11, 21)


def contents(facts: str) -> dict[str, dict[str, object]]:
    """Return an example of each form, with `facts` where long text stands."""
    visits = [
        {
            "met_on": DAY,
            "name": f"吴䶮{number}[练习]",
            "sex": "2",
            "phone": "13809361234",
            "address": "平原村三社",
            "groups": ("G03", "G21"),
            "channel": "1",
            "topic": "T05",
            "content": "问欠薪怎么要回来，工头一直说没有钱",
            "result": "已解答，转调解",
            "received_by": "李某[练习]",
        }
        for number in range(1, 4)
    ]
    return {
        "visitor_register": {
            "unit": {"name": "平原村"},
            "list": {"period": "2026年11月", "note": "", "total": "3", "calls": "0", "priority": "3"},
            "consultation": visits,
        },
        "referral": {
            "number": "平原转字〔2026〕第0007号",
            "source": "window",
            "name": "吴䶮[练习]",
            "phone": "13809361234",
            "groups": ("G03",),
            "receiver": "乌江司法所（公共法律服务工作站）",
            "receiver_contact": "赵龘[练习] 0936-8612345",
            "summary": facts,
            "materials": 2,
            "pages": 5,
            "urgency": "urgent",
            "due_on": date(2026, 11, 28),
            "referred_by": "李某[练习]",
            "consented": True,
            "qualifies": True,
            "sent_on": DAY,
            "signed_on": DAY,
            "accepted": "yes",
            "result": "已受理并联系当事人，约定下周一调解。",
            "handler": "赵龘[练习]",
            "fed_back_on": date(2026, 11, 26),
        },
        "hotline_order": {
            "number": "平原单字〔2026〕第0003号",
            "source": "12348",
            "called_on": DAY,
            "called_time": "09:05",
            "name": "吴䶮[练习]",
            "phone": "13809361234",
            "address": "乌江镇平原村",
            "category": "help",
            "urgency": "normal",
            "content": facts,
            "receiver": "平原村公共法律服务工作室",
            "sent_on": DAY,
            "due_on": date(2026, 11, 27),
            "signed_by": "李某[练习]",
            "signed_on": DAY,
            "result": "已上门说明，当事人愿意申请调解。",
            "replied_on": date(2026, 11, 25),
            "reply_way": "in_person",
            "followed_up_on": date(2026, 11, 26),
            "outcome": "yes",
            "followed_up_by": "赵龘[练习]",
            "satisfaction": "2",
            "order_step": [
                {"step": "send", "done_on": DAY},
                {"step": "urge", "done_on": date(2026, 11, 24), "reason": "请三日内反馈"},
            ],
        },
    }
