"""What the 22 indicators are fractions of: sums, answers against their periods, and what stands on a day."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

import peewee
from peewee import Case, Value, fn

from village_desk import deadlines
from village_desk.kinds import KINDS
from village_desk.profile import Profile
from village_desk.statistics import counting, services
from village_desk.statistics.counting import Asked, Figure, Source
from village_desk.statistics.declared import Column, Expression, Group, Table, Tables
from village_desk.statistics.services import ORDER, REFERRAL, SCORES, SHEET, SURVEY, TALK
from village_desk.tables import Model

NEEDED = tuple(name for name, spec in KINDS[TALK].fields.items() if "close" in spec.required)
"""Fields a consultation needs to be closed."""
_DECISION = "agency_decision"
_DECIDED_WITHIN = 7
_FED_BACK = ("fed_back", "followed_up", "closed")


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


def _complete(tables: Tables) -> Expression:
    """Return how many of the fields a consultation needs to be closed are filled (数据完整率)."""
    whole: Expression = Value(0)
    for name in NEEDED:
        value = getattr(tables[TALK], name)
        whole = whole + Case(None, [(value.is_null(False) & value.cast("TEXT").not_in(("", "[]")), 1)], 0)
    return whole


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
        Column("filled", "已填字段", _complete, TALK),
        when(lambda t: t[REFERRAL].state.in_(_FED_BACK), REFERRAL, "returned", "已办结转办件"),
        services.every(REFERRAL, "due_referrals", "转办件"),
        when(_in_time, ORDER, "in_time", "时限内反馈"),
        when(lambda t: t[ORDER].due_on.is_null(False), ORDER, "due_orders", "应反馈"),
        services.amount("volunteer_service", "minutes", "served", "服务时长", "小时"),
    ]
    return (Group("指标", tuple(columns)),)


PARTS = Table(
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


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a day: units under contract with an adviser, 法律明白人 by unit, volunteers in all."""

    contracts: frozenset[str]
    aware: Mapping[str, int]
    volunteers: int


def standing(source: Source, asked: Asked) -> Standing:
    """Return what stands in a place on the last day of the period."""
    day = asked.period.last.isoformat()

    def units(kind: str, *conditions: Expression) -> dict[str, int]:
        table = source.tables[kind]
        query = table.select(table.scope, fn.COUNT(table.id)).where(
            counting.held(source, _here(asked), kind), *conditions
        )
        rows = query.group_by(table.scope).tuples().execute(source.database)
        return {str(unit): int(number) for unit, number in rows}

    contract, person = source.tables["adviser_appointment"], source.tables["law_aware_person"]
    lasts = [end.is_null() | (end >= day) for end in (contract.until, contract.ended_on)]
    return Standing(
        frozenset(units("adviser_appointment", contract.since <= day, *lasts)),
        units("law_aware_person", person.left_on.is_null()),
        sum(units("volunteer", source.tables["volunteer"].left_on.is_null()).values()),
    )


def _here(asked: Asked) -> Asked:
    return Asked(PARTS, asked.period, asked.place)


ANSWERS = ("timely", "talks", "days", "answered", "decided", "handed")
"""Names of what `answers_of` counts."""
ANSWERS_READ = (TALK, services.AID, _DECISION)
"""Kinds it is worked out from."""


def answers_of(source: Source, asked: Asked) -> Iterator[Figure]:
    """Count answers to consultations and decisions of the agency against the periods of the profile.

    By unit and month: what is due by working days no database can say.
    """
    rule = next(one for one in source.profile.deadlines if one.name == "consultation_answer")
    due = cache(partial(deadlines.last_day, rule))
    counts: dict[tuple[str, str], Counter[str]] = {}
    for unit, met_on, day, number in _answered(source, asked):
        found = counts.setdefault((unit, met_on[:7]), Counter())
        found["talks"] += number
        if day:
            met, answered = date.fromisoformat(met_on), date.fromisoformat(day)
            found["answered"] += number
            found["days"] += (answered - met).days * number
            found["timely"] += number * (answered <= (due(met) or date.max))
    for unit, received, day, number in _decided(source, asked):
        found = counts.setdefault((unit, received[:7]), Counter())
        found["handed"] += number
        in_time = day and (date.fromisoformat(day) - date.fromisoformat(received)).days <= _DECIDED_WITHIN
        found["decided"] += number if in_time else 0
    for (unit, month), found in counts.items():
        yield from ((unit, month, "", name, number) for name, number in found.items() if number)


_Days = tuple[str, str, str | None, int]
"""Unit, day it began, day it ended or None, how many."""


def _answered(source: Source, asked: Asked) -> Iterator[_Days]:
    """Yield consultations by their day and that of the answer, which on the spot is the same."""
    talk = source.tables[TALK]
    day = fn.COALESCE(talk.answered_on, Case(None, [(talk.on_the_spot == 1, talk.met_on)], None))
    yield from _by_days(source, asked, talk, (talk.met_on, day))


def _decided(source: Source, asked: Asked) -> Iterator[_Days]:
    """Yield applications the agency has by the day it received them and that of its first decision."""
    aid, decision = source.tables[services.AID], source.tables[_DECISION].alias()
    first = decision.select(fn.MIN(decision.decided_on)).where(
        (decision.application == aid.id) & (decision.archived == 0)
    )
    yield from _by_days(source, asked, aid, (aid.received_by_agency_on, first))


def _by_days(
    source: Source, asked: Asked, table: Model, days: tuple[Expression, Expression]
) -> Iterator[_Days]:
    began, ended = days
    within = (began >= asked.period.first.isoformat()) & (began <= asked.period.last.isoformat())
    kind = table._meta.table_name  # noqa: SLF001 - peewee's own place for it
    each = (
        table.select(table.scope.alias("unit"), began.alias("began"), ended.alias("ended"))
        .where(counting.held(source, _here(asked), kind) & within)
        .cte("each_one")
    )
    keys = (each.c.unit, each.c.began, each.c.ended)
    query = peewee.Select([each], [*keys, fn.COUNT(each.c.unit)]).group_by(*keys).with_cte(each)
    for unit, first, last, number in query.tuples().execute(source.database):
        yield str(unit), str(first), last and str(last), int(number)
