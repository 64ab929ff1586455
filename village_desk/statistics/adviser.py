"""The tables of the village legal advisers' work (domain: services F24), as declarations.

A visit counts once the township has approved its log, on its day of service; its matters count with it. A
written opinion counts on the day it was given. Nothing of it is typed a second time.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import peewee
from peewee import Case, fn

from village_desk.profile import Profile
from village_desk.statistics.declared import Column, Expression, Group, Table, Tables, Unit

VISIT, ITEM, OPINION, WORD = "adviser_visit", "served_item", "legal_opinion", "visit_confirmation"
ACTIVITY = "publicity_activity"
WORK = "adviser_work"
LECTURES = ("02", "05")
"""普法宣讲 and 法治讲座 of the list `activity_form`."""
_MINUTE = 60_000
_SATISFIED = ("1", "2")
"""非常满意 and 满意 of the list `satisfaction`."""
_UNITS: dict[str, Unit] = {
    "lectures": "场",
    "contracts": "份",
    "opinions": "份",
    "documents": "份",
    "materials": "份",
}


class _IdText(peewee.ColumnBase):
    """An id as submissions and reviews name records: 32 hexadecimal digits, in the words of each dialect."""

    def __init__(self, column: Expression) -> None:
        self._column = column

    def __sql__(self, ctx: Any) -> Any:  # noqa: ANN401 - peewee asks for it by this name
        text = fn.ENCODE(self._column, "hex") if ctx.state.param == "%s" else fn.LOWER(fn.HEX(self._column))
        return ctx.sql(text)


def _approved(kind: str, tables: Tables) -> Expression:
    """The township approved what was sent last."""
    sent, later, answer = tables["submission"].alias(), tables["submission"].alias(), tables["review"].alias()
    newer = later.select(later.id).where(
        (later.record_id == sent.record_id)
        & (later.record_kind == kind)
        & (later.archived == 0)
        & (later.round > sent.round)
    )
    found = (
        sent.select(sent.record_id)
        .join(answer, on=(answer.submission == sent.id))
        .where(
            (sent.record_kind == kind)
            & (sent.archived == 0)
            & (answer.archived == 0)
            & (answer.outcome == "approved")
            & ~fn.EXISTS(newer)
        )
    )
    return _IdText(tables[kind].id).in_(found)


def _approved_visits(tables: Tables) -> Expression:
    visit = tables[VISIT]
    return visit.select(visit.id).where((visit.archived == 0) & _approved(VISIT, tables))


def _of_visit(kind: str, tables: Tables) -> Expression:
    return tables[kind].visit.in_(_approved_visits(tables))


def _day_of_visit(kind: str, tables: Tables) -> Expression:
    visit = tables[VISIT].alias()
    return visit.select(visit.visited_on).where(visit.id == tables[kind].visit)


def _on_site(profile: Profile, tables: Tables) -> Expression:
    codes = [one.code for one in profile.lists["visit_mode"] if one.maps_to == "on_site"]
    return tables[VISIT].mode.in_(codes)


def _visit_if(condition: Callable[[Tables], Expression], tables: Tables) -> Expression:
    return Case(None, [(condition(tables), 1)], 0)


def _minutes(profile: Profile, tables: Tables) -> Expression:
    """Whole minutes between checking in and checking out, of what was done on site."""
    visit = tables[VISIT]
    spent = (visit.left_at - visit.arrived_at) / _MINUTE
    there = (
        visit.left_at.is_null(False) & visit.arrived_at.is_null(False) & (visit.left_at > visit.arrived_at)
    )
    return Case(None, [(there & _on_site(profile, tables), spent)], 0)


def _items(codes: Sequence[str], field: str, tables: Tables) -> Expression:
    """How many of some services a line stands for; one written down as opinion or activity counts as that."""
    item = tables[ITEM]
    of_them = item.service.in_(list(codes)) & item.opinion.is_null() & item.activity.is_null()
    least = 1 if field == "quantity" else 0
    return Case(None, [(of_them, fn.COALESCE(getattr(item, field), least))], 0)


def _given(matter: str, tables: Tables) -> Expression:
    opinion = tables[OPINION]
    is_contract = fn.COALESCE(opinion.matter, "") == "contract"
    return Case(None, [(is_contract if matter == "contract" else ~is_contract, 1)], 0)


def _was_given(tables: Tables) -> Expression:
    return tables[OPINION].state.in_(("given", "adopted"))


def _held(field: str, tables: Tables) -> Expression:
    activity = tables[ACTIVITY]
    return fn.COALESCE(activity.people, 0) if field == "people" else peewee.Value(1)


def _is_lecture(tables: Tables) -> Expression:
    """An approved lecture in the village whose speaker is one of its advisers."""
    activity, contract = tables[ACTIVITY], tables["adviser_appointment"].alias()
    speaks = contract.select(contract.adviser).where(
        (contract.scope == activity.scope) & (contract.archived == 0) & contract.adviser.is_null(False)
    )
    told = [activity.way.contains(f'"{code}"') for code in LECTURES]
    return (told[0] | told[1]) & activity.speaker.in_(speaks) & _approved(ACTIVITY, tables)


def _rated(codes: Sequence[str], tables: Tables) -> Expression:
    word = tables[WORD]
    return Case(None, [(word.rating.in_(list(codes)) if codes else word.rating.is_null(False), 1)], 0)


def _services(profile: Profile) -> tuple[Column, ...]:
    """One column a service of the list; those that are reported together are one."""
    codes: dict[str, list[str]] = {}
    for one in profile.lists["adviser_service"]:
        codes.setdefault(one.maps_to or one.code, []).append(one.code)
    labels = {one.code: one.label for one in profile.lists["adviser_service"]}
    found = []
    for name, held in codes.items():
        unit = _UNITS.get(name, "件")
        found.append(Column(name, labels[held[0]], partial(_items, held, "quantity"), ITEM, unit))
        if name == "lectures":
            audience = partial(_items, held, "people")
            found.append(Column("audience", "讲座受众", audience, ITEM, "人次", part=True))
    return tuple(found)


def _groups(profile: Profile) -> tuple[Group, ...]:
    on_site = partial(_on_site, profile)
    return (
        Group(
            "服务",
            (
                Column("visits", "现场服务", partial(_visit_if, on_site), VISIT, "次"),
                Column("minutes", "现场服务时长", partial(_minutes, profile), VISIT, "小时"),
                Column(
                    "remote",
                    "远程服务",
                    partial(_visit_if, lambda tables: ~on_site(tables)),
                    VISIT,
                    "次",
                ),
            ),
        ),
        Group("服务事项", _services(profile)),
        Group(
            "书面审查意见",
            (
                Column("written_contracts", "审查合同", partial(_given, "contract"), OPINION, "份"),
                Column("written_opinions", "其他法律意见", partial(_given, "other"), OPINION, "份"),
            ),
        ),
        Group(
            "法治宣传活动（法律顾问主讲）",
            (
                Column("held_lectures", "讲座", partial(_held, "lectures"), ACTIVITY, "场"),
                Column("held_audience", "受众", partial(_held, "people"), ACTIVITY, "人次", part=True),
            ),
        ),
        Group(
            "村（居）评价",
            (
                Column("rated", "作出评价", partial(_rated, ()), WORD, "次"),
                Column("satisfied", "满意", partial(_rated, _SATISFIED), WORD, "次", part=True),
            ),
        ),
    )


_DAYS: dict[str, Callable[[Tables], Expression]] = {
    VISIT: lambda tables: tables[VISIT].visited_on,
    ITEM: partial(_day_of_visit, ITEM),
    WORD: partial(_day_of_visit, WORD),
    OPINION: lambda tables: tables[OPINION].given_on,
    ACTIVITY: lambda tables: tables[ACTIVITY].held_on,
}
_COUNTS: dict[str, Callable[[Tables], Expression]] = {
    VISIT: partial(_approved, VISIT),
    ITEM: partial(_of_visit, ITEM),
    WORD: partial(_of_visit, WORD),
    OPINION: _was_given,
    ACTIVITY: _is_lecture,
}

_DATED: dict[str, Callable[[Tables], Expression]] = {VISIT: partial(_approved, VISIT)}

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(WORK, "村（居）法律顾问工作情况统计表", "place", _groups, _DAYS, _COUNTS, _DATED),
        Table(
            "adviser_months", "村（居）法律顾问工作情况分月统计表", "month", _groups, _DAYS, _COUNTS, _DATED
        ),
    )
}
