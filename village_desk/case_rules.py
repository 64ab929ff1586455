"""What the law forbids a mediation case beyond its table of moves, with articles (domain mediation §2, §3.1).

The table says which step follows which; here stands what must be true of parties, agreement and performance
before a step. Whoever may not take a step hears why, and where to mend it.
"""

from collections.abc import Callable, Mapping
from datetime import date

from village_desk import duties
from village_desk.effect import effective_on
from village_desk.errors import Problem
from village_desk.fields import is_empty

Values = Mapping[str, object]
Children = Mapping[str, Mapping[bytes, Values]]

_ACTING = ("statutory_agent", "guardian")
_RESULTS = {
    "refused": "refused",
    "withdrawn": "withdrawn",
    "failed": "failed",
    "agreed": "success",
    "performing": "success",
    "performed": "success",
}
"""The result a case is closed with, by the state it is closed from."""


def problems(case: Values, move: str, children: Children) -> list[Problem]:
    """Return why a case may not take the step `move`; "" for nothing but the fields."""
    found = [_duty_open(children)]
    found += [rule(case, children) for rule in _RULES.get(move, ())]
    return [one for one in found if one is not None]


def _problem(field: str, code: str, article: str) -> Problem:
    return Problem(field, f"case.{code}", {"article": article})


def _all(children: Children, kind: str) -> list[Values]:
    return list(children.get(kind, {}).values())


def _duty_open(children: Children) -> Problem | None:
    still = duties.open_duties(_all(children, "duty_report"))
    return _problem("duty_report", "duty_open", duties.ARTICLES.get(still[0], "")) if still else None


def _nobody_refuses(case: Values, _children: Children) -> Problem | None:
    refused = case.get("consented") is False
    return _problem("consented", "party_refused", "人民调解法 第十七条") if refused else None


def _both_sides(_case: Values, children: Children) -> Problem | None:
    parties = _all(children, "case_party")
    sides = {one.get("side") for one in parties}
    one_sided = len(parties) > 1 and not sides >= {"applicant", "respondent"} and None not in sides
    return _problem("case_party", "one_side", "人民调解法 第十七条") if one_sided else None


def _minors_are_represented(case: Values, children: Children) -> Problem | None:
    day = case.get("accepted_on") or case.get("applied_on")
    parties = _all(children, "case_party")
    acted_for = {one.get("side") for one in parties if one.get("role") in _ACTING}
    for one in parties:
        minor = isinstance(day, date) and one.get("role") not in _ACTING and duties.is_minor(one, day)
        if minor and one.get("side") not in acted_for:
            return _problem("case_party", "minor_alone", "民法典 第十九、二十、二十三条")
    return None


def _agents_have_power(_case: Values, children: Children) -> Problem | None:
    empowered = {one.get("agent") for one in _all(children, "power_of_attorney")}
    agents = [one for one in _all(children, "case_party") if one.get("role") == "entrusted_agent"]
    without = any(one.get("name") not in empowered for one in agents)
    return _problem("power_of_attorney", "no_power", "民法典 第一百六十五条") if without else None


def _is_recorded(_case: Values, children: Children) -> Problem | None:
    unrecorded = _all(children, "agreement") and not _all(children, "mediation_session")
    return _problem("mediation_session", "no_record", "人民调解法 第二十七条") if unrecorded else None


def _others_ways_are_told(case: Values, _children: Children) -> Problem | None:
    untold = case.get("told_remedies") is False
    return _problem("told_remedies", "not_told", "人民调解法 第二十六条") if untold else None


def _nothing_binds_yet(case: Values, children: Children) -> Problem | None:
    if case.get("state") != "agreed" or not _binds(children):
        return None
    return _problem("agreement", "binds_already", "人民调解法 第三十一条")


def _agreement_binds(case: Values, children: Children) -> Problem | None:
    agreed = case.get("state") in ("agreed", "performing", "performed")
    if not agreed or _binds(children):
        return None
    return _problem("agreement", "not_in_effect", "人民调解法 第二十九条")


def _binds(children: Children) -> bool:
    parties = _all(children, "case_party")
    return any(
        effective_on(kind, one, parties) is not None
        for kind in ("agreement", "oral_agreement")
        for one in _all(children, kind)
    )


def _all_is_done(_case: Values, children: Children) -> Problem | None:
    still = any(is_empty(one.get("done_on")) for one in _all(children, "instalment"))
    return _problem("instalment", "not_performed", "人民调解法 第三十一条") if still else None


def _result_fits(case: Values, _children: Children) -> Problem | None:
    fitting = _RESULTS.get(str(case.get("state") or ""))
    result = case.get("result")
    wrong = fitting is not None and not is_empty(result) and result != fitting
    return _problem("result", "result_differs", "人民调解法 第二十七条") if wrong else None


def _was_accepted(case: Values, _children: Children) -> Problem | None:
    never = case.get("result") == "refused" or is_empty(case.get("accepted_on"))
    return _problem("accepted_on", "never_accepted", "人民调解法 第十七条") if never else None


Rule = Callable[[Values, Children], Problem | None]

_RULES: Mapping[str, tuple[Rule, ...]] = {
    "accept": (_nobody_refuses, _both_sides, _minors_are_represented),
    "agree": (_minors_are_represented, _agents_have_power, _is_recorded),
    "fail": (_others_ways_are_told, _nothing_binds_yet),
    "start_performing": (_agreement_binds,),
    "perform": (_agreement_binds, _all_is_done),
    "close": (_agreement_binds, _result_fits),
    "reopen": (_was_accepted,),
}
