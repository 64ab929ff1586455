"""What the law asks of a step of an application for legal aid beyond its table of moves (services §3.2).

The agency decides, never the room: a step that records its decision needs that decision, word for word, and a
refusal needs its reasons (法律援助法 第四十三条).
"""

from collections.abc import Callable, Mapping
from datetime import date

from village_desk.errors import Problem
from village_desk.fields import is_empty

Values = Mapping[str, object]
Children = Mapping[str, Mapping[bytes, Values]]

_DECIDES = "法律援助法 第四十三条"


def problems(aid: Values, move: str, children: Children) -> list[Problem]:
    """Return why an application may not take the step `move`; "" for nothing but the fields."""
    found = [rule(aid, children) for rule in _RULES.get(move, ())]
    return [one for one in found if one is not None]


def latest(children: Children, kind: str, day: str) -> Values | None:
    """Return the record of `kind` with the latest `day`, or None when there is none."""
    held = list(children.get(kind, {}).values())
    return max(held, key=lambda one: _day(one, day), default=None)


def _day(values: Values, name: str) -> date:
    day = values.get(name)
    return day if isinstance(day, date) else date.min


def _decision_is(decision: str) -> "Rule":
    def rule(_aid: Values, children: Children) -> Problem | None:
        found = latest(children, "agency_decision", "decided_on")
        differs = found is not None and found.get("decision") not in (None, "", decision)
        return _problem("agency_decision", "decision_differs", _DECIDES) if differs else None

    return rule


def _refusal_says_why(_aid: Values, children: Children) -> Problem | None:
    found = latest(children, "agency_decision", "decided_on")
    silent = found is not None and (is_empty(found.get("reason")) or is_empty(found.get("article")))
    return _problem("agency_decision", "refusal_without_reasons", _DECIDES) if silent else None


def _received_after_it_left(aid: Values, _children: Children) -> Problem | None:
    left, came = aid.get("handed_over_on"), aid.get("received_by_agency_on")
    early = isinstance(left, date) and isinstance(came, date) and came < left
    return _problem("received_by_agency_on", "received_before_sent", _DECIDES) if early else None


def _problem(field: str, code: str, article: str) -> Problem:
    return Problem(field, f"case.{code}", {"article": article})


Rule = Callable[[Values, Children], Problem | None]

_RULES: Mapping[str, tuple[Rule, ...]] = {
    "receive": (_received_after_it_left,),
    "grant": (_decision_is("give"),),
    "correct": (_decision_is("give"),),
    "refuse": (_decision_is("refuse"), _refusal_says_why),
}
