"""Filled examples of the papers of a mediation case beside those in `examples`. All people are invented."""

from datetime import date

DAY = date(2026, 11, 21)
LATER = date(2026, 12, 9)
ID_NUMBER = "11010519491231002X"
NUMBER = "（2026）乌江镇平原村人调字第0012号"
TERMS = "一、赔偿2800元（大写：贰仟捌佰元整）。\n二、2027年3月15日前修复渠道。"
UNIT: dict[str, object] = {
    "side": "respondent",
    "party_type": "legal",
    "name": "甘州区某建筑工程有限公司[练习]",
    "representative": "赵龘[练习]，经理",
    "phone": "0936-8612345",
    "address": "甘州区乌江镇东湖村五社",
}
CASE: dict[str, object] = {
    "number": NUMBER,
    "title": "陈某与买某相邻用水纠纷",
    "committee": "乌江镇平原村人民调解委员会",
    "source": "application",
    "dispute_type": "02",
    "applied_on": DAY,
    "accepted_on": DAY,
    "at_stake": 360_000,
    "mediator": "吴䶮[练习]",
    "result": "success",
    "closed_on": LATER,
}
DOSSIER: dict[str, object] = {
    "title": "陈𬭎[练习]与买买提·吐尔逊·阿不都热合曼[练习]邻里纠纷",
    "year": 2026,
    "number": NUMBER,
    "mediators": "吴䶮[练习]、李㛃[练习]",
    "begun_on": DAY,
    "ended_on": LATER,
    "filed_by": "李㛃[练习]",
    "filed_on": LATER,
    "retention": "long",
    "remark": "附照片2张。",
    "situation": "第7页原件由当事人保存，卷内为复印件，与原件核对无异。",
    "checked_by": "王喆[练习]",
    "checked_on": LATER,
    "pages": 17,
    "dossier_paper": [
        {"order": 1, "title": "人民调解申请书", "page_range": "1", "remark": ""},
        {"order": 2, "title": "人民调解记录", "page_range": "2-5", "remark": "两次"},
        {"order": 3, "title": "人民调解协议书", "page_range": "6-7"},
    ],
}
CONFIRMATION: dict[str, object] = {
    "court": "张掖市甘州区",
    "agreed_on": DAY,
    "terms": TERMS,
    "copies": 4,
    "enclosures": "人民调解协议书1份；身份证复印件2份；送达地址确认书2份。",
    "applied_on": LATER,
}


def only(values: dict[str, object], names: str) -> dict[str, object]:
    """Return what of `values` stands on a paper."""
    return {name: values[name] for name in names.split()}


def contents(parties: list[dict[str, object]], facts: str) -> dict[str, dict[str, object]]:
    """Return an example for each form, about `parties` and `facts`."""
    return (
        _dossier()
        | _hearing(parties, facts)
        | _court(parties)
        | _letters(parties, facts)
        | _sweep()
        | _register(parties)
    )


def _dossier() -> dict[str, dict[str, object]]:
    """The cover and the sheets of a dossier."""
    return {
        "mediation_cover": only(
            DOSSIER, "title year number mediators begun_on ended_on filed_by filed_on retention remark"
        )
        | {"mediation_case": {"committee": CASE["committee"]}},
        "mediation_contents": only(DOSSIER, "dossier_paper"),
        "mediation_dossier_note": only(DOSSIER, "situation filed_by filed_on checked_by checked_on"),
        "mediation_back_cover": only(DOSSIER, "pages"),
    }


def _hearing(parties: list[dict[str, object]], facts: str) -> dict[str, dict[str, object]]:
    """What is written down while a case is mediated, and after."""
    return {
        "mediation_rights_notice": {"accepted_on": DAY, "case_party": [{"side": "applicant"}] * 3},
        "mediation_investigation": {
            "held_on": DAY,
            "from_time": "15:00",
            "to_time": "16:10",
            "place": "平原村三社17号",
            "present": "李㛃[练习]",
            "interviewed": "王喆[练习]（邻居）",
            "record": "问：你什么时候看到渠道被堵的？\n答：2026年6月上旬，浇头水的时候。",
        },
        "mediation_evidence": {
            "accepted_on": DAY,
            "evidence": [
                {"order": 1, "title": "身份证复印件", "source": "双方当事人", "pages": 2},
                {"order": 2, "title": "渠道现场照片", "source": "陈𬭎[练习]", "pages": 3},
            ],
        },
        "mediation_oral_agreement": {
            "facts": facts,
            "terms": TERMS,
            "performance": "当面给付，已经履行。",
            "reached_on": DAY,
            "case_party": parties,
        },
        "mediation_follow_up": {
            "visited": "陈𬭎[练习]",
            "agreement_number": NUMBER,
            "matter": "陈某与买某相邻用水纠纷",
            "visited_on": LATER,
            "record": "赔偿款已收到，渠道已修复，双方满意。",
        },
    }


def _court(parties: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    """What goes to the court, and who stands in for a party."""
    return {
        "court_confirmation_persons": {**CONFIRMATION, "case_party": parties},
        "court_confirmation_unit": {**CONFIRMATION, "case_party": [parties[0], UNIT]},
        "mediation_power_of_attorney": {
            "principal": "陈𬭎[练习]",
            "principal_id": ID_NUMBER,
            "principal_address": "乌江镇平原村三社17号",
            "principal_phone": "13809361234",
            "agent": "赵龘[练习]",
            "agent_id": ID_NUMBER,
            "agent_address": "甘州区东街街道",
            "agent_phone": "13809365678",
            "relation": "儿子",
            "matter": "参加与买某相邻用水纠纷的人民调解",
            "powers": ("evidence", "sign", "other"),
            "other_powers": "代为领取赔偿款",
            "begins_on": DAY,
            "ends_on": LATER,
            "dated_on": DAY,
        },
    }


def _letters(parties: list[dict[str, object]], facts: str) -> dict[str, dict[str, object]]:
    """The notices to the parties and the closing report."""
    named = [only(party, "side name") for party in parties]
    case = CASE | {"facts": facts, "case_party": parties}
    return {
        "mediation_acceptance_notice": only(case, "number accepted_on dispute_type mediator")
        | {"case_party": named},
        "mediation_termination_letter": {
            "number": "（2026）乌江镇平原村人调字第0013号",
            "dispute_type": "02",
            "accepted_on": DAY,
            "end_reason": "apart",
            "closed_on": LATER,
            "case_party": named,
        },
        "mediation_closing_report": only(
            case, "number committee source dispute_type accepted_on facts at_stake mediator result closed_on"
        )
        | {
            "case_party": [only(party, "side name phone address") for party in parties],
            "agreement": [{"terms": TERMS}],
        },
    }


def _register(parties: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    """A register of two cases, one of them without an end."""
    named = [only(party, "side name") for party in parties]
    second = {"number": "（2026）乌江镇平原村人调字第0013号", "accepted_on": LATER, "dispute_type": "13"}
    return {
        "mediation_register": {
            "unit": {"name": "乌江镇平原村人民调解委员会"},
            "list": {"period": "2026年第四季度", "note": "另有1件保密案件不在此列"},
            "mediation_case": [
                only(CASE, "number accepted_on dispute_type source mediator result closed_on")
                | {"case_party": named},
                {**second, "source": "police", "mediator": "李㛃[练习]", "case_party": named[:1]},
            ],
        },
    }


def _sweep() -> dict[str, dict[str, object]]:
    """A sweep that found a dispute, and a claim for the subsidy."""
    return {
        "dispute_sweep": {
            "swept_on": DAY,
            "area": "平原村一至五社",
            "sweepers": "吴䶮[练习]、李㛃[练习]",
            "households": 63,
            "none_found": False,
            "prevented": 2,
            "summary": "重点走访用水、宅基地相邻户。",
            "found_dispute": [
                {
                    "found_on": DAY,
                    "place": "三社",
                    "dispute_type": "02",
                    "parties": "陈𬭎[练习]、王喆[练习]",
                    "phone": "13809361234",
                    "facts": "浇水先后争执，已劝开，约定按轮次浇水。",
                    "handled": "prevented",
                }
            ],
        },
        "subsidy_claim": {
            "committee": "乌江镇平原村人民调解委员会",
            "mediator": "吴䶮[练习]",
            "since": date(2026, 7, 1),
            "until": date(2026, 9, 30),
            "cases": 2,
            "total": 58_000,
            "filled_on": DAY,
            "remark": "另有1件未履行，下季度申报。",
            "claimed_case": [
                {
                    "order": 1,
                    "number": NUMBER,
                    "parties": "陈𬭎[练习]、买买提·吐尔逊·阿不都热合曼[练习]",
                    "dispute_type": "02",
                    "form": "written",
                    "difficulty": "ordinary",
                    "performed": "done",
                    "dossier_check": "合格",
                    "amount": 8_000,
                },
                {
                    "order": 2,
                    "parties": "王喆[练习]",
                    "form": "oral",
                    "difficulty": "complex",
                    "amount": 50_000,
                },
            ],
        },
        "mediator_registration": {
            "register": "mediator",
            "name": "买买提·吐尔逊·阿不都热合曼[练习]",
            "sex": "1",
            "nation": "05",
            "born_on": date(1970, 5, 4),
            "politics": "01",
            "education": "04",
            "employment": "part_time",
            "post": "委员",
            "unit": "乌江镇平原村人民调解委员会",
            "chosen": "elected",
            "since": DAY,
            "until": date(2029, 11, 20),
            "phone": "13809361234",
            "certificate": "甘州调2026-0007",
            "training": "2026年3月12日　县司法局岗前培训，16学时。\n2026年9月1日　劳动争议专题，4学时。",
            "remark": "兼任三社网格员。",
        },
    }
