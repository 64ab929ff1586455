"""The 22 indicators with their formulas and where each comes from (domain services §5.4).

Each is a fraction of two counts; both are shown, so that anybody can check it, and one that nothing is known
for says so. Only K01 to K03 are named in official texts; the formulas are a proposal a county may dispute.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from village_desk.profile import Profile
from village_desk.session import Session
from village_desk.statistics import counting, indicator_parts, services
from village_desk.statistics.counting import Asked, Counted
from village_desk.statistics.desk import counted, source_of
from village_desk.statistics.indicator_parts import PARTS, Standing
from village_desk.statistics.services import ENOUGH, ORDER, REFERRAL, SHEET, SURVEY, TALK

REPORT = services.TABLES[services.REPORT]
_LAW_AWARE = 3
_OFFICIAL = "司发通〔2019〕97号列出名称，公式为建议"
_PROPOSED = "建议公式"


@dataclass(frozen=True, slots=True)
class Measured:
    """One indicator as it stands.

    Attributes:
        code: K01 to K22.
        name: Its Chinese name.
        formula: How it is worked out, in words.
        source: Where the formula comes from.
        over: The upper number of the fraction; None when nothing here knows it.
        under: The lower one.
        scale: What the fraction is multiplied by.
        unit: Of the value.
        lacks: What would have to be known, where nothing here knows it.
    """

    code: str
    name: str
    formula: str
    source: str
    over: int | None = None
    under: int = 0
    scale: int = 100
    unit: str = "%"
    lacks: str = ""

    @property
    def value(self) -> float | None:
        """The indicator, or None when nothing was counted or known."""
        return None if self.over is None or not self.under else self.over * self.scale / self.under

    @property
    def few(self) -> bool:
        """Its sample is too small to say much (样本不足)."""
        return self.code in ("K01", "K02", "K03", "K04") and 0 < self.under < ENOUGH


@dataclass(frozen=True, slots=True)
class Basis:
    """What the indicators of a place and period are worked out from.

    Attributes:
        report: The monthly report, a row a unit.
        parts: Totals of `PARTS`.
        answers: Totals of `answers_of`.
        standing: What stands on the last day of the period.
        synced: Villages whose desk was in contact in time; None where nothing here knows it.
    """

    report: Counted
    parts: Mapping[str, int]
    answers: Mapping[str, int]
    standing: Standing
    synced: int | None = None


def measured(session: Session, asked: Asked) -> list[Measured]:
    """Return all indicators for a place and period; the table `asked` names does not matter."""
    source = source_of(session)
    report = counted(session, Asked(REPORT, asked.period, asked.place))
    parts = counting.summed(source, Asked(PARTS, asked.period, asked.place)).totals
    answers = Counter[str]()
    for _unit, _month, _key, name, number in indicator_parts.answers_of(source, asked):
        answers[name] += number
    held = indicator_parts.standing(source, asked)
    return worked_out(session.profile, asked, Basis(report, parts, answers, held))


def worked_out(profile: Profile, asked: Asked, basis: Basis) -> list[Measured]:
    """Return all indicators."""
    return [
        *_of_sheets(basis.parts, basis.report.totals),
        *_of_villages(profile, asked, basis),
        *_of_answers(basis.answers),
        *_of_handling(basis.parts),
        *_of_people(basis),
    ]


def _of_sheets(found: Mapping[str, int], whole: Mapping[str, int]) -> list[Measured]:
    both = (SHEET, SURVEY)
    knew, asked = (sum(found[f"{name}_{kind}"] for kind in both) for name in ("knew", "asked"))
    first, chose = (sum(found[f"{name}_{kind}"] for kind in both) for name in ("first", "chose"))
    answers = whole["answers"]
    return [
        Measured("K01", "知晓率", "回答“知道”人数 ÷ 有效样本数 × 100", _OFFICIAL, knew, asked),
        Measured("K02", "首选率", "首选公共法律服务的人数 ÷ 有效样本数 × 100", _OFFICIAL, first, chose),
        Measured(
            "K03", "满意率", "（非常满意＋满意）÷ 有效评价数 × 100", _OFFICIAL, whole["satisfied"], answers
        ),
        Measured(
            "K04", "群众满意度", "Σ（等级分 × 人数）÷ 有效评价数", _PROPOSED, found["score"], answers, 1, "分"
        ),
    ]


def _villages(report: Counted) -> list[int]:
    """Return the places of the rows that are villages, not offices."""
    return [at for at, row in enumerate(report.rows) if not row.keys[0].endswith("000")]


def _of_villages(profile: Profile, asked: Asked, basis: Basis) -> list[Measured]:
    report = basis.report
    rows = _villages(report)
    codes = {report.rows[at].keys[0] for at in rows}
    under = basis.standing.contracts & codes
    least = profile.parameter("adviser_hours_a_month")
    minutes = least * 60 * len(list(asked.period.months())) if isinstance(least, int) else None
    enough = [at for at in rows if minutes is not None and report.numbers[at, "hours"] >= minutes]
    lectures = [at for at in rows if report.numbers[at, "lectures"] >= 1]
    hours = len(enough) if minutes is not None else None
    lacks = "" if minutes is not None else "县里没有规定顾问每月服务小时"
    return [
        Measured(
            "K05", "法律顾问覆盖率", "有在聘顾问的村数 ÷ 村总数 × 100", _PROPOSED, len(under), len(rows)
        ),
        Measured(
            "K06",
            "服务室覆盖率",
            "建成服务室的村数 ÷ 村总数 × 100",
            _PROPOSED,
            lacks="本机不登记各村是否建成服务室",
        ),
        Measured(
            "K07",
            "现场服务达标率",
            "服务小时达标的村数 ÷ 村总数 × 100",
            _PROPOSED,
            hours,
            len(rows),
            lacks=lacks,
        ),
        Measured(
            "K08", "讲座达标率", "本期讲座 ≥ 1 的村数 ÷ 村总数 × 100", _PROPOSED, len(lectures), len(rows)
        ),
    ]


def _of_answers(found: Mapping[str, int]) -> list[Measured]:
    """Answers of consultations and decisions of the agency, against the periods of the profile."""
    timely, talks, days, answered, decided, handed = (found.get(name, 0) for name in indicator_parts.ANSWERS)
    return [
        Measured("K09", "咨询按时答复率", "期限内答复数 ÷ 应答复数 × 100", _PROPOSED, timely, talks),
        Measured(
            "K10", "平均答复时间", "Σ（答复日－登记日）÷ 已答复件数", _PROPOSED, days, answered, 1, "天"
        ),
        Measured(
            "K15",
            "法律援助审查及时率",
            "收件后7日内作出决定件 ÷ 机构收件 × 100",
            _PROPOSED,
            decided,
            handed,
        ),
    ]


def _of_handling(found: Mapping[str, int]) -> list[Measured]:
    followed, solved, told = (
        sum(found[f"{name}_{kind}"] for kind in (TALK, REFERRAL, ORDER))
        for name in ("followed", "solved", "told")
    )
    return [
        Measured(
            "K11",
            "转办办结率",
            "已办结转办件 ÷ 转办件 × 100",
            _PROPOSED,
            found["returned"],
            found["due_referrals"],
        ),
        Measured(
            "K12",
            "工单按时反馈率",
            "时限内反馈工单 ÷ 应反馈工单 × 100",
            _PROPOSED,
            found["in_time"],
            found["due_orders"],
        ),
        Measured("K13", "回访率", "已回访件 ÷ 应回访件（已反馈）× 100", _PROPOSED, followed, told),
        Measured("K14", "解决率", "“已解决” ÷ 已回访件 × 100", _PROPOSED, solved, followed),
    ]


def _of_people(basis: Basis) -> list[Measured]:
    found, report = basis.parts, basis.report
    totals, aware = report.totals, basis.standing.aware
    rows = _villages(report)
    full = sum(aware.get(report.rows[at].keys[0], 0) >= _LAW_AWARE for at in rows)
    formula = "必填字段已填 ÷ 必填字段总数 × 100（法律咨询）"
    needed = totals["talks"] * len(indicator_parts.NEEDED)
    lacks = "由县服务器统计" if basis.synced is None else ""
    return [
        Measured(
            "K16",
            "人均服务量",
            "（咨询＋法援＋讲座人次）÷ 常住人口 × 1000",
            _PROPOSED,
            unit="‰",
            lacks="没有常住人口数",
        ),
        Measured(
            "K17",
            "重点人群占比",
            "重点人群人次 ÷ 总人次 × 100",
            _PROPOSED,
            totals["priority"],
            totals["talks"],
        ),
        Measured("K18", "数据完整率", formula, _PROPOSED, found["filled"], needed),
        Measured(
            "K19",
            "同步及时率",
            "按月完成同步的村数 ÷ 村总数 × 100",
            _PROPOSED,
            basis.synced,
            len(rows),
            lacks=lacks,
        ),
        Measured(
            "K20",
            "志愿者人均服务小时",
            "Σ小时 ÷ 在册志愿者",
            _PROPOSED,
            found["served"],
            basis.standing.volunteers * 60,
            1,
            "小时",
        ),
        Measured("K21", "法律明白人配备率", "法律明白人 ≥ 3 的村 ÷ 村总数 × 100", _PROPOSED, full, len(rows)),
        Measured("K22", "资金执行率", "已支出 ÷ 预算 × 100", _PROPOSED, lacks="经费不在本系统登记"),
    ]
