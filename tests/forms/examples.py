"""A filled example of every form, and the labels its section prescribes. All people are invented."""

import re
from datetime import date
from pathlib import Path

import forms
from tests.forms import (
    examples_adviser,
    examples_aid,
    examples_intake,
    examples_mediation,
    examples_registers,
)

DAY = date(2026, 11, 21)
SHEET = forms.Sheet(
    id=bytes(range(16)), number="示例0001", version=2, printed_at=1_795_230_000_000, printed_by="陈𬭎[练习]"
)
BLANK_SHEET = forms.Sheet(id=bytes(16))
ID_NUMBER = "11010519491231002X"

FACTS = (
    "申请人于2025年3月至11月在某建筑公司承建的工地务工，约定日工资260元，共出工187天，尚欠28620元。\n"
    "申请人多次催要，对方以“工程款未结”为由拒付（有欠条一张）；现请求处理。"
)
PARTIES = [
    {
        "side": "applicant",
        "name": "陈𬭎[练习]",
        "sex": "1",
        "nation": "01",
        "born_on": date(1968, 3, 9),
        "occupation": "务农",
        "phone": "13809361234",
        "address": "乌江镇平原村三社17号",
    },
    {
        "side": "respondent",
        "name": "买买提·吐尔逊·阿不都热合曼[练习]",
        "sex": "1",
        "nation": "05",
        "age_told": 52,
        "occupation": "个体工商户",
        "phone": "0936-8612345",
        "address": "乌江镇东湖村五社农业银行家属院二号楼三单元四〇一室（现暂住天乐村）",
    },
]
MEMBERS = [
    {
        "name": "李㛃[练习]",
        "relation": "10",
        "age": 49,
        "occupation": "务工",
        "workplace": "食品加工厂",
        "wages": 235_000,
    },
    {"name": "王喆[练习]", "relation": "01", "age": 51, "business": 120_000, "other_income": 5_050},
]

CONTENTS: dict[str, dict[str, object]] = {
    "consultation": {
        "number": "01620702068201-202611-A0001",
        "met_on": DAY,
        "name": "吴䶮[练习]",
        "sex": "1",
        "age": 58,
        "nation": "01",
        "id_number": ID_NUMBER,
        "phone": "13809361234",
        "address": "乌江镇平原村三社17号",
        "companions": 1,
        "groups": ("G03", "G21"),
        "channel": "1",
        "matter": "1",
        "cause": "追索劳动报酬纠纷",
        "content": FACTS,
        "answer": "可以先申请调解；调解不成的，可以向人民法院起诉。",
        "handling": ("1", "2"),
        "told_legal_aid": "told",
        "outcome": "referred",
        "satisfaction": "1",
        "received_by": "李某[练习]",
        "answered_by": "赵龘[练习]",
    },
    "legal_aid_application": {
        "applied_on": DAY,
        "name": "王喆[练习]",
        "sex": "1",
        "born_on": date(1968, 3, 9),
        "nation": "01",
        "id_number": ID_NUMBER,
        "registered_address": "甘州区乌江镇平原村",
        "address": "乌江镇平原村三社17号",
        "postcode": "734000",
        "phone": "13809361234",
        "workplace": "无固定单位",
        "agent_name": "赵龘[练习]",
        "agent_type": "entrusted",
        "agent_id_number": ID_NUMBER,
        "facts": FACTS,
        "urgent": True,
        "urgent_reason": "仲裁时效将满",
        "limitation_on": date(2026, 11, 24),
    },
    "hardship_statement": {
        "name": "王喆[练习]",
        "sex": "1",
        "id_number": ID_NUMBER,
        "address": "乌江镇平原村三社17号",
        "phone": "13809361234",
        "household_size": 4,
        "total_income": 360_050,
        "has_house": True,
        "houses": 1,
        "house_area": 120,
        "has_car": False,
        "savings": 500_000,
        "spending": "妻子住院手术，自费43000元。",
        "exemption": ("A42-3",),
        "exemption_proof": "务工证明",
        "read_out": True,
        "stated_on": DAY,
        "household_member": MEMBERS,
    },
    "mediation_application": {
        "applied_on": DAY,
        "facts": FACTS,
        "case_party": PARTIES,
        "requests": "请求被申请人赔偿玉米减产损失3600元；\n请求被申请人修复渠道。",
    },
    "mediation_intake": {
        "accepted_on": DAY,
        "source": "application",
        "dispute_type": "02",
        "facts": FACTS,
        "case_party": [{"side": party["side"], "name": party["name"]} for party in PARTIES],
    },
    "mediation_record": {
        "held_on": DAY,
        "from_time": "9:00",
        "to_time": "11:30",
        "place": "平原村公共法律服务工作室",
        "present": "陈𬭎[练习]、买买提·吐尔逊·阿不都热合曼[练习]",
        "invited": "吴䶮[练习]（村民小组长）",
        "record": FACTS,
        "result": "success",
    },
    "mediation_agreement": {
        "number": "甘乌平人调字〔2026〕第0012号",
        "facts": FACTS,
        "copies": 3,
        "dated_on": DAY,
        "case_party": PARTIES,
        "terms": "一、赔偿2800元（大写：贰仟捌佰元整）。\n二、2027年3月15日前修复渠道。",
        "performance": "2026年12月1日前在村委会当面给付。",
    },
}

CONTENTS |= examples_mediation.contents(PARTIES, FACTS)
CONTENTS |= examples_adviser.contents()
CONTENTS |= examples_intake.contents(FACTS)
CONTENTS |= examples_aid.contents(FACTS)
CONTENTS |= examples_registers.contents(FACTS)


def _labels() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    labels: dict[str, tuple[str, ...]] = {}
    options: dict[str, tuple[str, ...]] = {}
    form = ""
    for line in Path(__file__).with_name("labels.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            form = line.strip("[]")
        elif line.startswith("+"):
            options[form] = options.get(form, ()) + tuple(line[1:].split())
        elif not line.startswith("#"):
            labels[form] = labels.get(form, ()) + tuple(line.split())
    labels.pop("", None)
    return labels, options


LABELS, OPTIONS = _labels()


def squeezed(text: str) -> str:
    """Return `text` without white space: lines wrap anywhere on paper."""
    return re.sub(r"\s+", "", text)


def strings(content: object) -> list[str]:
    """Return every text typed into `content`, codes and days left out."""
    if isinstance(content, dict):
        values = [
            value for name, value in content.items() if name not in {"side", "relation", "source", "result"}
        ]
        return [text for value in values for text in strings(value)]
    if isinstance(content, list):
        return [text for value in content for text in strings(value)]
    code = r"[GT]?[0-9]{1,2}|[0-9]{5}|[a-z_]+|A[0-9]{2}-[0-9]"
    return [content] if isinstance(content, str) and not re.fullmatch(code, content) else []
