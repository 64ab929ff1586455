"""What a priority group means for somebody who comes in: one sentence, with the rule behind it (§4.11).

Information only: the legal-aid agency decides, and each group asks for its proof (the `note` of the list).
"""

from collections.abc import Iterable, Mapping

_ONLY_POOR = ("G01", "G03", "G04")
_CARED_FOR = ("G09", "G10", "G11", "G12", "G20")
_NO_LIMIT = ("G13", "G14", "G15")
_FIRST = ("G07", "G08")

_AID, _VETERANS = "法律援助法 第{}条", "退役军人保障法 第七十条、军人地位和权益保障法 第六十一条"

MEANS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(_NO_LIMIT, ("priority.no_limit", _AID.format("三十二"))),
    **dict.fromkeys(_CARED_FOR, ("priority.no_check", _AID.format("四十二"))),
    **dict.fromkeys(_ONLY_POOR, ("priority.no_check_without_income", _AID.format("四十二"))),
    **dict.fromkeys(_FIRST, ("priority.first", _VETERANS)),
    "G02": ("priority.wages", _AID.format("四十二")),
    "G16": ("priority.defence", _AID.format("二十五")),
    "G17": ("priority.language", ""),
    "G19": ("priority.station", ""),
}
"""Code of the sentence and the rule behind it, by code of the list `priority_group`; of a group that changes
nothing there is none."""

COUNTED_ONLY = ("G05", "G21", "G99")
"""Codes that say who came (妇女、农民、其他) and name no priority group: nearly everybody would be of one."""

_OLD, _ADULT = 60, 18


def by_age(age: object) -> tuple[str, ...]:
    """Return the groups that follow from an age in full years: the old from sixty on, minors below 18."""
    if not isinstance(age, int):
        return ()
    return ("G03",) if age >= _OLD else ("G04",) if age < _ADULT else ()


def meanings(groups: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    """Return sentence and rule for somebody of these groups, each with the groups it is for."""
    found: dict[tuple[str, str], list[str]] = {}
    for group in groups:
        if group in MEANS:
            found.setdefault(MEANS[group], []).append(group)
    return found
