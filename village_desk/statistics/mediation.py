"""The tables of people's mediation (人民调解案件情况统计表, domain: mediation §4.8), as declarations.

A case stands in the period of its acceptance (受理日期): all its columns are of the same cases, so that the
cross-checks can hold. A refused request (不予受理) is no case and stands in no column.
"""

from collections.abc import Callable, Sequence
from functools import partial

from peewee import Case, Value, fn

from village_desk.code_lists import Code
from village_desk.profile import Profile
from village_desk.statistics.declared import Check, Column, Expression, Group, Table, Tables

_CASE = "mediation_case"
_AGREED = ("agreed", "performing", "performed")
_ENDED = ("performed", "closed", "filed", "archived", "brought_in")
_OWN = ("ex_officio", "application")

Predicate = Callable[[Tables], Expression]


def _one(predicate: Predicate) -> Predicate:
    """Return 1 for a record for which `predicate` holds, else 0; an unknown value is no."""
    return lambda tables: Case(None, [(predicate(tables), 1)], 0)


def _has(kind: str, condition: Callable[[Expression], Expression] | None = None) -> Predicate:
    """Say whether a record of `kind` hangs on the case, for which `condition` of its table holds."""

    def holds(tables: Tables) -> Expression:
        table = tables[kind].alias()
        found = table.select(table.case).where((table.archived == 0) & table.case.is_null(False))
        return tables[_CASE].id.in_(found.where(condition(table)) if condition else found)

    return holds


def _in(field: str, codes: Sequence[str]) -> Predicate:
    return lambda tables: getattr(tables[_CASE], field).in_(list(codes))


def _every(_tables: Tables) -> Expression:
    return Value(1)


# ---------------------------------------------------------------- predicates of a case


def _is_case(tables: Tables) -> Expression:
    case = tables[_CASE]
    return (fn.COALESCE(case.state, "") != "refused") & (fn.COALESCE(case.result, "") != "refused")


def _success(tables: Tables) -> Expression:
    """Agreement was reached; before the case is closed its state says so."""
    case = tables[_CASE]
    return (case.result == "success") | (case.result.is_null() & case.state.in_(_AGREED))


def _was_accepted(tables: Tables) -> Expression:
    """Its state says that it was accepted, so that it must have the day."""
    return fn.COALESCE(tables[_CASE].state, "applied").not_in(("applied", "refused", "withdrawn", "closed"))


def _result(code: str) -> Predicate:
    def holds(tables: Tables) -> Expression:
        case = tables[_CASE]
        return (case.result == code) | (case.result.is_null() & (case.state == code))

    return holds


def _under_way(tables: Tables) -> Expression:
    case = tables[_CASE]
    return case.result.is_null() & (fn.COALESCE(case.state, "accepted").in_(("applied", "accepted")))


_written = _has("agreement")


def _oral(tables: Tables) -> Expression:
    """Only an oral one: what was put into writing afterwards is a written agreement."""
    return _has("oral_agreement")(tables) & ~_written(tables)


def _performed(tables: Tables) -> Expression:
    """Performed, and nothing written down says otherwise.

    A case is closed no sooner than it is performed (domain: mediation §6 B6), so that a closed one counts
    unless an instalment is open or a visit found it not, or only partly, performed.
    """
    done = _has("follow_up", lambda visit: visit.performance.in_(("done", "not_needed")))(tables)
    not_done = _has("follow_up", lambda visit: visit.performance.in_(("not_done", "partly")))(tables)
    open_ones = _has("instalment", lambda one: one.done_on.is_null())(tables)
    ended = tables[_CASE].state.in_(_ENDED)
    return _success(tables) & ~open_ones & (done | (ended & ~not_done))


def _confirmation(tables: Tables) -> Expression:
    return _has("court_confirmation", lambda one: one.applied_on.is_null(False) | one.outcome.is_null(False))(
        tables
    )


# ---------------------------------------------------------------- amounts of a record


def _parties(tables: Tables) -> Expression:
    party = tables["case_party"].alias()
    counted = (
        (party.case == tables[_CASE].id)
        & (party.archived == 0)
        & (fn.COALESCE(party.role, "party") == "party")
    )
    return party.select(fn.COUNT(party.id)).where(counted)


def _amount(kind: str, field: str) -> Predicate:
    return lambda tables: fn.COALESCE(getattr(tables[kind], field), 0)


def _committee(tables: Tables) -> Expression:
    """The kind of committee: as entered, else that of the place by its code.

    Villages have 200 to 399 and 500 to 599 in the last three digits, residents' committees 001 to 199 and
    400 to 499, streets 001 to 099 in the three before (统计用区划代码编制规则).
    """
    case = tables[_CASE]
    last, middle = fn.SUBSTR(case.scope, 10, 3), fn.SUBSTR(case.scope, 7, 3)
    of_the_place = Case(
        None,
        [
            ((last == "000") & (middle < "100"), "street"),
            (last == "000", "township"),
            ((last < "200") | ((last >= "400") & (last < "500")), "residents"),
        ],
        "village",
    )
    return fn.COALESCE(case.committee_type, of_the_place)


# ---------------------------------------------------------------- columns


def _counted(profile: Profile, name: str) -> dict[str, tuple[Code, list[str]]]:
    """Return what the codes of a list count as, in its order: the first code of each, and all its codes."""
    found: dict[str, tuple[Code, list[str]]] = {}
    for code in profile.lists[name]:
        found.setdefault(profile.maps_to(name, code.code), (code, []))[1].append(code.code)
    return found


def _cases(_profile: Profile) -> tuple[Column, ...]:
    return (
        Column("total", "调解案件总数", _one(_is_case)),
        Column("parties", "涉及当事人数", _parties, unit="人"),
        Column("success", "调解成功", _one(_success)),
        Column("difficult", "疑难复杂案件", _one(partial(_difficult, _profile))),
        Column("amount", "涉及金额", _amount(_CASE, "at_stake"), unit="万元"),
    )


def _difficult(profile: Profile, tables: Tables) -> Expression:
    codes = [one.code for one in profile.lists["difficulty"]]
    return tables[_CASE].difficulty.in_(
        [code for code in codes if profile.maps_to("difficulty", code) == "complex"]
    )


def _committees(profile: Profile) -> tuple[Column, ...]:
    return tuple(
        Column(f"committee_{counted}", first.label, _one(partial(_of_committee, codes)))
        for counted, (first, codes) in _counted(profile, "committee_type").items()
    )


def _of_committee(codes: Sequence[str], tables: Tables) -> Expression:
    return _committee(tables).in_(list(codes))


def _sources(profile: Profile) -> tuple[Column, ...]:
    counted = _counted(profile, "mediation_source")
    referred = {name: codes for name, (_first, codes) in counted.items() if name not in _OWN}
    every = [code for codes in referred.values() for code in codes]
    return (
        *(
            Column(f"source_{name}", counted[name][0].label, _one(_in("source", counted[name][1])))
            for name in _OWN
            if name in counted
        ),
        Column("source_referred", "接受委托移送调解", _one(_in("source", every))),
        *(
            Column(f"referred_{name}", counted[name][0].label, _one(_in("source", codes)), part=True)
            for name, codes in referred.items()
        ),
    )


def _types(profile: Profile) -> tuple[Column, ...]:
    return tuple(
        Column(f"type_{first.code}", first.label, _one(_in("dispute_type", codes)))
        for first, codes in _counted(profile, "dispute_type").values()
    )


def _prevention(profile: Profile) -> tuple[Column, ...]:
    averted = [
        column
        for code in profile.lists["averted"]
        for column in (
            Column(f"averted_{code.code}", code.label, _one(_in("averted", (code.code,)))),
            Column(
                f"averted_{code.code}_people",
                code.label,
                partial(_people_of, code.code),
                unit="人",
            ),
        )
    ]
    return (
        Column("sweeps", "排查纠纷", _every, "dispute_sweep", "次"),
        Column("found", "排查纠纷", _every, "found_dispute"),
        Column("prevented", "预防纠纷", _amount("dispute_sweep", "prevented"), "dispute_sweep"),
        *averted,
    )


def _people_of(code: str, tables: Tables) -> Expression:
    case = tables[_CASE]
    return Case(None, [(case.averted == code, fn.COALESCE(case.averted_people, 0))], 0)


_FORMS = (
    Column("oral", "口头协议", _one(_oral)),
    Column("written", "书面协议", _one(_written)),
)
_AFTERWARDS = (
    Column("performed", "履行", _one(_performed)),
    Column("confirmation", "申请司法确认", _one(_confirmation)),
)


def _situation(profile: Profile) -> tuple[Group, ...]:
    return (
        Group("调解案件", _cases(profile)),
        Group("不同主体调解", _committees(profile)),
        Group("案件来源", _sources(profile)),
        Group("案件分类", _types(profile)),
        Group("协议形式", _FORMS),
        Group("协议履行、确认", _AFTERWARDS),
        Group("排查预防", _prevention(profile)),
    )


def _results(profile: Profile) -> tuple[Group, ...]:
    total, parties, success, difficult, amount = _cases(profile)
    return (
        Group("调解案件", (total, parties, difficult, amount)),
        Group(
            "调解结果",
            (
                success,
                Column("failed", "调解不成", _one(_result("failed"))),
                Column("withdrawn", "撤回", _one(_result("withdrawn"))),
                Column("under_way", "正在调解", _one(_under_way)),
            ),
        ),
        Group("协议形式", _FORMS),
        Group("协议履行、确认", _AFTERWARDS),
    )


# ---------------------------------------------------------------- days, checks, tables


def _found_on(tables: Tables) -> Expression:
    """A found dispute without a day of its own has that of its sweep."""
    found, sweep = tables["found_dispute"], tables["dispute_sweep"].alias()
    return fn.COALESCE(found.found_on, sweep.select(sweep.swept_on).where(sweep.id == found.sweep))


_DAYS: dict[str, Callable[[Tables], Expression]] = {
    _CASE: lambda tables: tables[_CASE].accepted_on,
    "dispute_sweep": lambda tables: tables["dispute_sweep"].swept_on,
    "found_dispute": _found_on,
}
_COUNTS: dict[str, Callable[[Tables], Expression]] = {_CASE: _is_case}
_DATED: dict[str, Callable[[Tables], Expression]] = {_CASE: _was_accepted}


def _kept_here(tables: Tables) -> Expression:
    """It was not brought in from an earlier ledger, which does not say in what form people agreed."""
    return fn.COALESCE(tables[_CASE].state, "") != "brought_in"


_RESULTS = ("success", "failed", "withdrawn", "under_way")
_SHARED_CHECKS = (
    Check("agreements", ("oral", "written"), ("success",), of=_kept_here),
    Check("performed", ("performed",), ("success",), "<="),
    Check("confirmation", ("confirmation",), ("oral", "written"), "<="),
)


_SITUATION_CHECKS = (
    Check("committees", ("committee_*",), ("total",)),
    Check("sources", ("source_*",), ("total",)),
    Check("referred", ("referred_*",), ("source_referred",)),
    Check("types", ("type_*",), ("total",)),
    *_SHARED_CHECKS,
)

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "situation",
            "人民调解案件情况统计表",
            "place",
            _situation,
            _DAYS,
            _COUNTS,
            _DATED,
            _SITUATION_CHECKS,
        ),
        Table(
            "months", "人民调解案件分月统计表", "month", _situation, _DAYS, _COUNTS, _DATED, _SITUATION_CHECKS
        ),
        Table(
            "types",
            "人民调解案件分类统计表",
            "dispute_type",
            _results,
            _DAYS,
            _COUNTS,
            _DATED,
            (Check("results", _RESULTS, ("total",)), *_SHARED_CHECKS),
        ),
    )
}
"""Every table of mediation by name; a new one is one entry here."""
