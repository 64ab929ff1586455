"""The 22 indicators with their formulas and where each comes from (domain services §5.4).

Each is a fraction of two counts; both are shown, so that anybody can check it, and one that nothing is known
for says so. Only K01 to K03 are named in official texts; the formulas are a proposal a county may dispute.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import Case, Value

from village_desk import deadlines
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.queries.records import Record, record_of
from village_desk.session import Session
from village_desk.statistics import services
from village_desk.statistics.counting import Asked, Counted
from village_desk.statistics.declared import Column, Expression, Group, Table, Tables
from village_desk.statistics.desk import counted, reached
from village_desk.statistics.services import ENOUGH, ORDER, REFERRAL, SCORES, SHEET, SURVEY, TALK

_LAW_AWARE = 3
_FED_BACK = ("fed_back", "followed_up", "closed")
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


def _score(tables: Tables) -> Expression:
    whole: Expression = Value(0)
    for item in services.ITEMS:
        value = getattr(tables[SHEET], item)
        whole = whole + Case(value, tuple(SCORES.items()), 0)
    return whole


def _filled(kind: str, field: str) -> Callable[[Tables], Expression]:
    return lambda tables: getattr(tables[kind], field).is_null(False)


def _yes(kind: str, field: str) -> Callable[[Tables], Expression]:
    return lambda tables: getattr(tables[kind], field) == 1


def _followed(kind: str) -> Callable[[Tables], Expression]:
    return lambda tables: tables[kind].followed_up_on.is_null(False)


def _solved(kind: str) -> Callable[[Tables], Expression]:
    return lambda tables: tables[kind].followed_up_on.is_null(False) & (tables[kind].outcome == "yes")


def _told(kind: str) -> Callable[[Tables], Expression]:
    return lambda tables: tables[kind].fed_back_on.is_null(False)


def _in_time(tables: Tables) -> Expression:
    order = tables[ORDER]
    return order.fed_back_on.is_null(False) & (order.fed_back_on <= order.due_on)


def _parts(_profile: Profile) -> tuple[Group, ...]:
    when, columns = services.when, list[Column]()
    for kind, knew in ((SHEET, "knew"), (SURVEY, "knows_room")):
        columns += [
            when(_yes(kind, knew), kind, f"knew_{kind}", "知道"),
            when(_filled(kind, knew), kind, f"asked_{kind}", "有效"),
            when(services.is_in(kind, "first", ("room",)), kind, f"first_{kind}", "首选"),
            when(_filled(kind, "first"), kind, f"chose_{kind}", "有效"),
        ]
    for kind in (TALK, REFERRAL, ORDER):
        columns += [
            when(_followed(kind), kind, f"followed_{kind}", "已回访"),
            when(_solved(kind), kind, f"solved_{kind}", "已解决"),
            when(_told(kind), kind, f"told_{kind}", "应回访"),
        ]
    columns += [
        Column("score", "得分", _score, SHEET),
        when(lambda t: t[REFERRAL].state.in_(_FED_BACK), REFERRAL, "returned", "已办结转办件"),
        services.every(REFERRAL, "due_referrals", "转办件"),
        when(_in_time, ORDER, "in_time", "时限内反馈"),
        when(lambda t: t[ORDER].due_on.is_null(False), ORDER, "due_orders", "应反馈"),
        services.amount("volunteer_service", "minutes", "served", "服务时长", "小时"),
    ]
    return (Group("指标", tuple(columns)),)


_PARTS = Table(
    "indicator_parts",
    "指标计算项",
    "place",
    _parts,
    {
        SHEET: services.day_of(SHEET, "rated_on"),
        SURVEY: services.day_of(SURVEY, "asked_on"),
        TALK: services.day_of(TALK, "met_on"),
        REFERRAL: services.day_of(REFERRAL, "received_on"),
        ORDER: services.day_of(ORDER, "called_on"),
        "volunteer_service": services.day_of("volunteer_service", "served_on"),
    },
)


def measured(session: Session, asked: Asked) -> list[Measured]:
    """Return all indicators for a place and period; the table `asked` names does not matter."""
    report = counted(session, Asked(services.TABLES[services.REPORT], asked.period, asked.place))
    parts = counted(session, Asked(_PARTS, asked.period, asked.place)).totals
    return [
        *_of_sheets(parts, report.totals),
        *_of_villages(session, asked, report),
        *_of_answers(session, asked),
        *_of_handling(parts),
        *_of_people(session, asked, parts, report),
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


def _of_villages(session: Session, asked: Asked, report: Counted) -> list[Measured]:
    rows = _villages(report)
    codes = {report.rows[at].keys[0] for at in rows}
    last = asked.period.last
    contracts = _held(session, "adviser_appointment", asked)
    under = {one.scope for one in contracts if _holds(one, last)} & codes
    least = session.profile.parameter("adviser_hours_a_month")
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


def _holds(contract: Record, day: date) -> bool:
    since, until, ended = (contract.values.get(name) for name in ("since", "until", "ended_on"))
    begun = isinstance(since, date) and since <= day
    return begun and not any(isinstance(end, date) and end < day for end in (until, ended))


def _of_answers(session: Session, asked: Asked) -> list[Measured]:
    """Answers of consultations and decisions of the agency, against the periods of the profile."""
    talks = _held(session, TALK, asked, "met_on")
    answered = [(one, day) for one in talks if (day := _answered(one)) is not None]
    rule = next(one for one in session.profile.deadlines if one.name == "consultation_answer")
    timely = sum(day <= (deadlines.last_day(rule, _day(one, "met_on")) or date.max) for one, day in answered)
    days = sum((day - _day(one, "met_on")).days for one, day in answered)
    decisions = {one.values.get("application"): one for one in _held(session, "agency_decision", asked)}
    handed = _held(session, services.AID, asked, "received_by_agency_on")
    decided = sum(
        isinstance(found := decisions[one.id].values.get("decided_on"), date)
        and (found - _day(one, "received_by_agency_on")).days <= 7
        for one in handed
        if one.id in decisions
    )
    return [
        Measured("K09", "咨询按时答复率", "期限内答复数 ÷ 应答复数 × 100", _PROPOSED, timely, len(talks)),
        Measured(
            "K10", "平均答复时间", "Σ（答复日－登记日）÷ 已答复件数", _PROPOSED, days, len(answered), 1, "天"
        ),
        Measured(
            "K15",
            "法律援助审查及时率",
            "收件后7日内作出决定件 ÷ 机构收件 × 100",
            _PROPOSED,
            decided,
            len(handed),
        ),
    ]


def _answered(talk: Record) -> date | None:
    day = talk.values.get("answered_on")
    if isinstance(day, date):
        return day
    met = talk.values.get("met_on")
    return met if talk.values.get("on_the_spot") is True and isinstance(met, date) else None


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


def _of_people(session: Session, asked: Asked, found: Mapping[str, int], report: Counted) -> list[Measured]:
    totals = report.totals
    aware: dict[str, int] = {}
    for one in _held(session, "law_aware_person", asked):
        if not isinstance(one.values.get("left_on"), date):
            aware[one.scope] = aware.get(one.scope, 0) + 1
    rows = _villages(report)
    full = sum(aware.get(report.rows[at].keys[0], 0) >= _LAW_AWARE for at in rows)
    active = [one for one in _held(session, "volunteer", asked) if not one.values.get("left_on")]
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
        _complete(session, asked),
        Measured("K19", "同步及时率", "按月完成同步的村数 ÷ 村总数 × 100", _PROPOSED, lacks="由县服务器统计"),
        Measured(
            "K20",
            "志愿者人均服务小时",
            "Σ小时 ÷ 在册志愿者",
            _PROPOSED,
            found["served"],
            len(active) * 60,
            1,
            "小时",
        ),
        Measured("K21", "法律明白人配备率", "法律明白人 ≥ 3 的村 ÷ 村总数 × 100", _PROPOSED, full, len(rows)),
        Measured("K22", "资金执行率", "已支出 ÷ 预算 × 100", _PROPOSED, lacks="经费不在本系统登记"),
    ]


def _complete(session: Session, asked: Asked) -> Measured:
    """How many of the fields a consultation needs to be closed are filled (数据完整率)."""
    needed = [name for name, spec in KINDS[TALK].fields.items() if "close" in spec.required]
    talks = _held(session, TALK, asked, "met_on")
    filled = sum(one.values.get(name) not in (None, "", ()) for one in talks for name in needed)
    formula = "必填字段已填 ÷ 必填字段总数 × 100（法律咨询）"
    return Measured("K18", "数据完整率", formula, _PROPOSED, filled, len(talks) * len(needed))


def _day(one: Record, field: str) -> date:
    found = one.values[field]
    return found if isinstance(found, date) else date.min


def _held(session: Session, kind: str, asked: Asked, field: str = "") -> Sequence[Record]:
    """Return the records of a kind that may be counted; with `field`, those whose day lies in the period."""
    table = session.store.tables[kind]
    where = (table.archived == 0) & reached(session, table)
    if asked.place:
        where &= (table.scope >= asked.place) & (table.scope < asked.place + ":")
    if field:
        day = getattr(table, field)
        where &= (day >= asked.period.first.isoformat()) & (day <= asked.period.last.isoformat())
    declared = session.profile.kind(kind)
    return [
        record_of(declared, row)
        for row in table.select().where(where).dicts().execute(session.store.database)
    ]
