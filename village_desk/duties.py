"""What a case obliges the committee to report at once, whether it did, and what hints that it might have to.

A duty to report goes before mediation: until it is answered, the case takes no step (反家庭暴力法 第十四条;
未成年人保护法 第十一条; 人民调解法 第二十五条; domain mediation §7).
"""

from collections.abc import Iterable, Mapping
from datetime import date

from village_desk.fields import is_empty
from village_desk.times import age_on

ARTICLES: Mapping[str, str] = {
    "family_violence": "反家庭暴力法 第十四条",
    "minor": "未成年人保护法 第十一条",
    "crime": "人民调解法 第二十五条",
}
"""The rule behind each duty; codes of the list `report_duty`."""

REPORTS: Mapping[str, str] = {"mediation_case": "duty_report", "consultation": "visit_report"}
"""The kind of the report by the kind of record that showed the duty."""

_ADULT = 18
_VIOLENCE = ("家暴", "家庭暴力", "殴打", "打老婆", "打孩子", "虐待", "遗弃")
_ILL_TREATED = "G13"
"""Code of the list `priority_group`: victims of ill-treatment, desertion or family violence."""

_AT_HOME = "T03"
"""Code of the list `topic` (家庭暴力)."""

Values = Mapping[str, object]


def answered(report: Values) -> bool:
    """Say whether a duty was met: reported on a day to somebody, or found to be without ground."""
    reported = not is_empty(report.get("reported_on")) and not is_empty(report.get("reported_to"))
    return reported or not is_empty(report.get("unfounded"))


def open_duties(reports: Iterable[Values]) -> list[str]:
    """Return the codes of the duties that are still to be met, each once."""
    return list(dict.fromkeys(str(one.get("duty") or "") for one in reports if not answered(one)))


def suspected(case: Values, parties: Iterable[Values], reports: Iterable[Values], day: date) -> list[str]:
    """Return the duties that words or people of a case or visit hint at, and nobody has spoken to yet.

    A hint is a question, no more: who knows the case answers it.
    """
    parties = list(parties)
    found = []
    text = f"{case.get('facts') or ''}{case.get('content') or ''}"
    hurt = case.get("topic") == _AT_HOME or any(_ILL_TREATED in _codes(one) for one in parties)
    child = any(is_minor(one, day) for one in parties)
    violent = hurt or any(word in text for word in _VIOLENCE)
    if violent:
        found.append("family_violence")
    if child and violent:
        found.append("minor")
    spoken_to = {one.get("duty") for one in reports}
    return [duty for duty in found if duty not in spoken_to]


def is_minor(party: Values, day: date) -> bool:
    """Say whether a party is known to be under eighteen on `day`."""
    born = party.get("born_on")
    if isinstance(born, date):
        return age_on(born, day) < _ADULT
    told = party.get("age_told") or party.get("age")
    return isinstance(told, int) and told < _ADULT


def _codes(party: Values) -> tuple[str, ...]:
    held = party.get("groups")
    return held if isinstance(held, tuple) else ()
