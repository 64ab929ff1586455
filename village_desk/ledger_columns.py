"""What the columns of an earlier case ledger mean, and how their words become values.

Ledgers of villages have no common form (domain mediation §1.20): a column is recognised by its heading,
a person corrects that once, and the correction is remembered.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl.utils.datetime import from_excel

from village_desk import typed
from village_desk.errors import Problem
from village_desk.fields import Spec
from village_desk.kinds import KINDS
from village_desk.profile import Profile

PARTIES = "parties"
_SERIAL = range(20_000, 80_000)
"""Days since 1899-12-30 as a spreadsheet counts them: 1954 to 2119."""
_BETWEEN = re.compile(r"[、，,；;/\n]+|\s{2,}")
_SIDES = re.compile(r"与|诉|(?i:vs\.?)")
_JOINED = re.compile(r"[^和]{2,}和[^和]{2,}")
"""张三和李四 are two, 李和平 is one: who is meant is not for a program to say."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can mean.

    Attributes:
        name: Stable name; `side.field` for a party.
        kind: Kind of record.
        field: Field of it; "" for both parties in one cell.
        side: Code of the side of a party, or "".
        headings: Headings it is known by, without blanks; the first is the usual one.
    """

    name: str
    kind: str
    field: str
    side: str
    headings: tuple[str, ...]


def _case(field: str, *headings: str) -> Target:
    return Target(field, "mediation_case", field, "", headings)


def _party(side: str, field: str, *headings: str) -> Target:
    return Target(f"{side}.{field}", "case_party", field, side, headings)


TARGETS: tuple[Target, ...] = (
    _case("number", "编号", "案号", "卷号", "案件编号", "登记编号", "协议书编号"),
    _case("accepted_on", "受理日期", "受理时间", "登记日期", "登记时间", "日期", "时间",
          "调解日期", "调解时间"),
    _case("applied_on", "申请日期", "申请时间"),
    _case("title", "案件名称", "案由", "纠纷名称"),
    _case("source", "案件来源", "来源", "纠纷来源", "受理方式"),
    _case("dispute_type", "纠纷类型", "纠纷类别", "类型", "类别", "案件类型", "纠纷种类"),
    Target(PARTIES, "case_party", "", "", ("当事人", "当事人姓名", "双方当事人", "纠纷当事人", "姓名")),
    _party("applicant", "name", "申请人", "申请人姓名", "甲方", "当事人甲", "当事人一"),
    _party("applicant", "phone", "申请人电话", "申请人联系方式", "联系电话", "联系方式", "电话", "甲方电话"),
    _party("applicant", "id_number", "申请人身份证号", "身份证号", "身份证号码", "申请人身份证"),
    _party("applicant", "address", "申请人住址", "住址", "地址", "申请人地址"),
    _party("respondent", "name", "被申请人", "被申请人姓名", "乙方", "当事人乙", "对方当事人", "当事人二"),
    _party("respondent", "phone", "被申请人电话", "被申请人联系方式", "乙方电话", "对方电话"),
    _party("respondent", "id_number", "被申请人身份证号", "被申请人身份证", "乙方身份证号"),
    _party("respondent", "address", "被申请人住址", "被申请人地址", "乙方住址"),
    _case("facts", "纠纷简要情况", "纠纷情况", "主要事实", "简要案情", "基本情况", "案情", "纠纷简要事实",
          "事由", "纠纷事由", "案情简介"),
    _case("at_stake", "涉及金额", "涉案金额", "金额", "标的额", "协议涉及金额", "涉及金额（元）",
          "涉案金额（元）"),
    _case("difficulty", "难易程度", "案件等级", "难易"),
    _case("mediator", "人民调解员", "调解员", "调解人", "承办人", "主持人", "调解员姓名"),
    _case("registrar", "登记人", "填表人", "记录人"),
    _case("result", "调解结果", "结果", "处理结果", "调解情况", "是否成功", "调处结果"),
    _case("end_reason", "终止原因", "未成功原因"),
    _case("closed_on", "结案日期", "结案时间", "办结时间", "办结日期", "调结时间", "调结日期"),
)  # fmt: skip
"""Every meaning a column can have, as they are offered."""

BY_NAME = {target.name: target for target in TARGETS}
_BY_HEADING = {heading: target.name for target in TARGETS for heading in target.headings}
HEADINGS = tuple(_BY_HEADING)
"""Every heading that is recognised."""

_WORDS = {
    "result": {
        "成功": "success", "是": "success", "达成协议": "success", "调解成": "success", "已化解": "success",
        "已调解": "success", "化解": "success", "失败": "failed", "未成功": "failed", "否": "failed",
        "未达成协议": "failed", "调解失败": "failed", "撤回申请": "withdrawn",
    },
    "source": {
        "当事人申请": "application", "申请": "application", "主动": "ex_officio",
        "调委会主动调解": "ex_officio", "排查": "village_sweep", "法院": "court", "公安": "police",
        "派出所": "police", "派出所移送": "police", "政府": "township", "乡镇": "township",
    },
}  # fmt: skip
"""Words of ledgers that are no label of the list, and what they mean."""


def guess(head: Sequence[str], remembered: Mapping[str, str]) -> tuple[str, ...]:
    """Return the meaning of each column by its heading, "" for none; each meaning once, from the left."""
    found: list[str] = []
    for heading in head:
        name = remembered.get(heading, _BY_HEADING.get(heading, ""))
        found.append(name if name in BY_NAME and name not in found else "")
    return tuple(found)


def value_of(target: Target, text: str, profile: Profile, today: date) -> tuple[object, Problem | None]:
    """Return what a cell means, or a problem in its place; an empty cell means None.

    A day of a ledger lies in the past and names its year. An amount is in yuan.
    """
    spec = KINDS[target.kind].fields[target.field]
    if not text:
        return None, None
    match spec.face:
        case "day":
            return _day(spec, text, today)
        case "amount":
            fen = typed.read_amount(text)
            return (None, Problem(spec.name, "ledger.amount")) if fen is None or fen < 0 else (fen, None)
        case "choice":
            code = _code(spec, text, profile)
            return (code, None) if code else (None, Problem(spec.name, "ledger.word", {"text": text[:20]}))
        case "text":
            return " ".join(text.split()), None
        case _:
            return text, None


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in one cell, as 张三、李四."""
    return tuple(name.strip() for name in _BETWEEN.split(text) if name.strip())


def sides_of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of both sides of one cell: 张三、李四与王五, or the first against all others."""
    halves = [names_of(half) for half in _SIDES.split(text)]
    if len(halves) == 2 and all(len(name) > 1 for half in halves for name in half or ("",)):
        return halves[0], halves[1]  # 王与之 is one person
    names = names_of(text)
    return names[:1], names[1:]


def unclear(names: Sequence[str]) -> bool:
    """Say whether one of the names may be two persons."""
    return any(_JOINED.fullmatch(name) for name in names)


def _day(spec: Spec, text: str, today: date) -> tuple[object, Problem | None]:
    found = None
    if text.isdigit() and int(text) in _SERIAL:
        found = from_excel(int(text)).date()
    elif re.search(r"\d{4}", text):
        found = typed.read_day(text.split(maxsplit=1)[0], today)
    if found is None:
        return None, Problem(spec.name, "ledger.day")
    if found > today:
        return None, Problem(spec.name, "day.future")
    return found, None


def _code(spec: Spec, text: str, profile: Profile) -> str:
    plain = re.sub(r"\s+", "", text)
    codes = profile.lists[spec.codes]
    for code in codes:
        if plain in (code.label, code.code, code.label.removesuffix("纠纷")):
            return code.code
    known = _WORDS.get(spec.name, {}).get(plain)
    if known:
        return known
    near = [code.code for code in codes if len(plain) > 1 and (plain in code.label or code.label in plain)]
    return near[0] if len(near) == 1 else ""
