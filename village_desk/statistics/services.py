"""The tables of the room's services: monthly report, consultations of the legal-aid series, hot topics.

Monthly report 公共法律服务工作月报表: domain services §5.2; consultations 法律援助统计报表 表十一: §5.1. A
record stands in the period of its own day: a consultation of its registration, a visit of its service.
Nothing is typed for a report.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from peewee import Case, Value, fn

from village_desk.priority import COUNTED_ONLY
from village_desk.profile import Profile
from village_desk.statistics import adviser, mediation
from village_desk.statistics.declared import Column, Expression, Group, Table, Tables, Unit

TALK, AID, REFERRAL, ORDER = "consultation", "legal_aid", "referral", "hotline_order"
ACTIVITY, SHEET, SURVEY = "publicity_activity", "satisfaction", "needs_survey"
REPORT, SERIES, TOPICS = "service_report", "consultation_series", "hot_topics"
ITEMS = ("attitude", "skill", "speed", "room", "honesty", "solved")
"""The rated lines of 群众满意度测评表."""
SCORES = {"1": 100, "2": 80, "3": 60, "4": 30, "5": 0}
"""Points of an answer, by code of the list `satisfaction` (domain services §5.4, K04)."""
ENOUGH = 20
"""Fewer valid answers than this say little (样本不足)."""
_HOME = "6"
_NOTARY = "notary"
_TOPICS = {
    "criminal": ("刑事", ("T15", "T18")),
    "allowance": ("请求最低生活保障待遇、抚恤金、救济金", ("T13",)),
    "labour": ("劳动纠纷", ("T05", "T06")),
    "family": ("婚姻家庭", ("T01", "T02", "T03", "T04")),
    "contract": ("合同纠纷", ("T08", "T12")),
    "tort": ("侵权责任纠纷", ("T09", "T14", "T16")),
    "debt": ("债权债务纠纷", ("T07",)),
    "traffic": ("交通事故", ("T10",)),
    "medical": ("医疗事故", ("T11",)),
    "state": ("请求国家赔偿", ("T17",)),
}
"""What the topics of the village screen count as in the national series; every other one is 其他."""

Predicate = Callable[[Tables], Expression]


def when(predicate: Predicate, of: str, name: str, label: str, **more: Any) -> Column:  # noqa: ANN401 - of Column
    """Return a column that counts the records of a kind for which `predicate` holds."""
    return Column(name, label, lambda tables: Case(None, [(predicate(tables), 1)], 0), of, **more)


def amount(of: str, field: str, name: str, label: str, unit: Unit) -> Column:
    """Return a column that adds up a number of the records of a kind."""
    return Column(name, label, lambda tables: _or_zero(getattr(tables[of], field)), of, unit)


def every(of: str, name: str, label: str, unit: Unit = "件") -> Column:
    """Return a column that counts all records of a kind."""
    return Column(name, label, lambda _tables: Value(1), of, unit)


def _or_zero(value: Expression) -> Expression:
    return Case(None, [(value.is_null(), 0)], value)


def is_in(of: str, field: str, codes: Sequence[str]) -> Predicate:
    """Say whether a choice is one of some codes."""
    return lambda tables: getattr(tables[of], field).in_(list(codes))


def ticked(of: str, field: str, codes: Sequence[str]) -> Predicate:
    """Say whether one of some boxes is ticked."""

    def holds(tables: Tables) -> Expression:
        found = [getattr(tables[of], field).contains(f'"{code}"') for code in codes]
        whole = found[0]
        for one in found[1:]:
            whole |= one
        return whole

    return holds


def belongs(of: str) -> Predicate:
    """Say whether somebody belongs to a priority group (重点人群): a code is ticked that names one."""

    def holds(tables: Tables) -> Expression:
        left: Expression = tables[of].groups
        for code in COUNTED_ONLY:
            left = fn.REPLACE(left, f'"{code}"', "")
        return left.contains('"')

    return holds


def rated(codes: Sequence[str] = ()) -> Predicate:
    """Return how many rated lines of a sheet were answered; with one of some codes, if any are named."""

    def number(tables: Tables) -> Expression:
        whole: Expression = Value(0)
        for item in ITEMS:
            value = getattr(tables[SHEET], item)
            whole = whole + Case(None, [(value.in_(list(codes)) if codes else value.is_null(False), 1)], 0)
        return whole

    return number


def ways(profile: Profile, counted: str) -> list[str]:
    """Return the codes of ways to come that count as `counted` in the national series."""
    codes = [one.code for one in profile.lists["consultation_channel"]]
    return [one for one in codes if profile.maps_to("consultation_channel", one) == counted]


def _talks(profile: Profile) -> tuple[Column, ...]:
    visits = [code for code in ways(profile, "1") if code != _HOME]
    return (
        when(is_in(TALK, "channel", visits), TALK, "visit", "来访", unit="人次"),
        when(is_in(TALK, "channel", ways(profile, "3")), TALK, "call", "来电", unit="人次"),
        when(is_in(TALK, "channel", ways(profile, "4")), TALK, "net", "网络", unit="人次"),
        when(is_in(TALK, "channel", (_HOME,)), TALK, "home", "上门", unit="人次"),
        every(TALK, "talks", "咨询合计", "人次"),
    )


def _report(profile: Profile) -> tuple[Group, ...]:
    visits = adviser.TABLES[adviser.WORK].columns(profile)
    cases = mediation.TABLES["situation"].columns(profile)
    lecture = ticked(ACTIVITY, "way", adviser.LECTURES)
    return (
        Group("法律咨询", _talks(profile)),
        Group(
            "办理",
            (
                every(AID, "aid", "法律援助申请"),
                every(REFERRAL, "referrals", "转办件"),
                Column("mediated", "调解", cases["total"].value),
            ),
        ),
        Group(
            "法律顾问",
            (
                Column("visits", "顾问服务", visits["visits"].value, adviser.VISIT, "次"),
                Column("hours", "顾问服务时长", visits["minutes"].value, adviser.VISIT, "小时"),
            ),
        ),
        Group(
            "法治宣传",
            (
                when(lecture, ACTIVITY, "lectures", "讲座", unit="场"),
                amount(ACTIVITY, "people", "audience", "受众", "人次"),
                amount(ACTIVITY, "leaflets", "leaflets", "资料", "份"),
            ),
        ),
        Group(
            "重点人群和评价",
            (
                when(belongs(TALK), TALK, "priority", "重点人群", unit="人次"),
                Column("answers", "有效评价", rated(), SHEET, "次"),
                Column("satisfied", "满意", rated(("1", "2")), SHEET, "次", part=True),
            ),
        ),
    )


def _series(profile: Profile) -> tuple[Group, ...]:
    came = tuple(
        when(is_in(TALK, "channel", ways(profile, counted)), TALK, f"way_{counted}", label)
        for counted, label in (("1", "来访"), ("2", "来信"), ("3", "来电"), ("4", "网络"))
    )
    types = tuple(
        when(is_in(TALK, "topic", codes), TALK, f"type_{name}", label)
        for name, (label, codes) in _TOPICS.items()
    )
    known = [code for _label, codes in _TOPICS.values() for code in codes]

    def other(tables: Tables) -> Expression:
        topic = tables[TALK].topic
        return topic.is_null() | topic.not_in(known)

    return (
        Group("咨询方式", (every(TALK, "talks", "咨询总数"), *came)),
        Group("咨询类型", (*types, when(other, TALK, "type_other", "其他"))),
        Group(
            "处理",
            (
                when(ticked(TALK, "handling", ("3",)), TALK, "drawn_up", "代书"),
                when(ticked(TALK, "handling", ("5", "212", "213")), TALK, "applied", "在咨询中申请法律援助"),
                when(ticked(TALK, "handling", ("213",)), TALK, "granted", "受理并批准", part=True),
                when(ticked(TALK, "handling", ("211", "7", "9")), TALK, "led", "引导向其他渠道求助"),
            ),
        ),
    )


def _hot(profile: Profile) -> tuple[Group, ...]:
    *came, total = _talks(profile)
    solved = when(is_in(TALK, "outcome", ("yes",)), TALK, "solved", "已解决", unit="人次", part=True)
    urgent = when(lambda tables: tables[TALK].urgent == 1, TALK, "urgent", "紧急", unit="人次", part=True)
    return (Group("咨询", (total, solved, urgent)), Group("咨询方式", tuple(came)))


def _core(profile: Profile) -> tuple[Group, ...]:
    """Return the five of 5+X (法律咨询、法律援助、人民调解、律师服务、公证服务), a column each.

    A room passes notarial matters on (转办): those are counted.
    """
    report = {column.name: column for group in _report(profile) for column in group.columns}
    named = {"talks": "法律咨询", "aid": "法律援助", "mediated": "人民调解", "visits": "律师服务"}
    columns = [replace(report[name], label=label) for name, label in named.items()]
    notary = when(is_in(REFERRAL, "target", (_NOTARY,)), REFERRAL, "notary", "公证服务")
    return (Group("核心服务", (*columns, notary)),)


def day_of(kind: str, field: str) -> Predicate:
    """Return the day of a field as what puts a record into a period."""
    return lambda tables: getattr(tables[kind], field)


_DAYS: dict[str, Predicate] = {
    TALK: day_of(TALK, "met_on"),
    AID: day_of(AID, "applied_on"),
    REFERRAL: day_of(REFERRAL, "received_on"),
    ACTIVITY: day_of(ACTIVITY, "held_on"),
    SHEET: day_of(SHEET, "rated_on"),
    adviser.VISIT: adviser.TABLES[adviser.WORK].days[adviser.VISIT],
    "mediation_case": mediation.TABLES["situation"].days["mediation_case"],
}
_COUNTS: dict[str, Predicate] = {
    adviser.VISIT: adviser.TABLES[adviser.WORK].counts[adviser.VISIT],
    "mediation_case": mediation.TABLES["situation"].counts["mediation_case"],
}
_OF_TALKS = {TALK: _DAYS[TALK]}

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(REPORT, "公共法律服务工作月报表", "place", _report, _DAYS, _COUNTS),
        Table("service_months", "公共法律服务工作分月统计表", "month", _report, _DAYS, _COUNTS),
        Table("core_services", "核心五项服务情况统计表", "place", _core, _DAYS, _COUNTS),
        Table("service_talks", "法律咨询办理情况统计表", "place", _hot, _OF_TALKS),
        Table(SERIES, "法律援助统计报表（十一 咨询）", "place", _series, _OF_TALKS),
        Table(TOPICS, "咨询热点事项统计表", "topic", _hot, _OF_TALKS),
    )
}
"""Every table of services by name."""
