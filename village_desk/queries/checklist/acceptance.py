"""Whether the case was rightly taken on, by and for the right people: A1 to A5, B3, F2 (mediation §6)."""

from collections.abc import Sequence
from datetime import date

from village_desk import duties
from village_desk.i18n import N_
from village_desk.queries.checklist.case_file import PRINCIPAL, CaseFile, Finding, at
from village_desk.queries.records import Record
from village_desk.typed import read_names

_REQUEST = ("mediation_application", "mediation_intake")
_ACTING = ("statutory_agent", "guardian")
_MEDIATED = ("held_on", "signed_on", "reached_on", "accepted_on")
"""The day somebody mediated on, by the record that names them."""


def request_there(file: CaseFile) -> list[Finding]:
    """A1: 申请书 or 受理登记表 is there."""
    if file.outcome not in ("written", "failed", "withdrawn") or any(map(file.paper, _REQUEST)):
        return []
    text = N_("checks", "Neither the application nor the intake form has been printed or filed.")
    return [at(file.case, "applied_on", text)]


def scope_legal(file: CaseFile) -> list[Finding]:
    """A2: the dispute may be mediated."""
    if file.outcome == "refused":
        return []
    text = N_("checks", "A ground to refuse the case is written down, but it was taken on.")
    names = ("refusal_ground", "refusal_reason")
    return [at(file.case, name, text) for name in names if file.case.values.get(name)][:1]


def all_agreed(file: CaseFile) -> list[Finding]:
    """A3: all parties agreed to be mediated (人民调解法 第十七条)."""
    if file.outcome == "refused":
        return []
    sides = {one.values.get("side") for one in file.principals}
    found = []
    if not {"applicant", "respondent"} <= sides:
        text = N_("checks", "There is no party on one of the two sides.")
        found.append(at(file.case, "case_party", text))
    intake = file.paper("mediation_intake")
    if file.case.values.get("consented") is not True and not (intake and intake.whole):
        text = N_("checks", "Nothing says that all parties agreed to be mediated.")
        found.append(at(file.case, "consented", text))
    return found


def told_rights(file: CaseFile) -> list[Finding]:
    """A4: rights and duties were told, by the notice or in the record (人民调解工作若干规定 第三十条)."""
    sessions = file.all("mediation_session")
    told = any(one.values.get("told_rights") is True for one in sessions)
    if not file.whole or told or file.paper("mediation_rights_notice"):
        return []
    text = N_("checks", "Nothing says that the parties were told their rights and duties.")
    return [at(sessions[0] if sessions else file.case, "told_rights" if sessions else "", text)]


def mediator_apart(file: CaseFile) -> list[Finding]:
    """A5: somebody mediates who is no party, and is a registered mediator (人民调解法 第十三条)."""
    missing = N_("checks", "No mediator is named.")
    party = N_("checks", "{name} mediates and is a party.")
    found = [] if file.case.values.get("mediator") else [at(file.case, "mediator", missing)]
    for one in (file.case, *file.all("mediation_session"), *file.agreements):
        names = read_names(one.values.get("mediator"))
        found += [at(one, "mediator", party, name=name) for name in names if name in file.names]
        found += _unregistered(file, one, [name for name in names if name not in file.names])
    return found


def _unregistered(file: CaseFile, held: Record, names: Sequence[str]) -> list[Finding]:
    """Find who is not on the register, or was not that day; a place that keeps none is not asked for it."""
    if not any(one.scope == file.case.scope for one in file.mediators):
        return []
    unknown = N_("checks", "{name} does not stand on the register of mediators.")
    not_then = N_("checks", "{name} was no mediator on {day} by the register.")
    day = next((day for of in _MEDIATED if isinstance(day := held.values.get(of), date)), file.today)
    found = []
    for name in names:
        terms = [one.values for one in file.mediators if one.name == name]
        if not terms:
            found.append(at(held, "mediator", unknown, name=name))
        elif not any(_holds(term, day) for term in terms):
            found.append(at(held, "mediator", not_then, name=name, day=day.isoformat()))
    return found


def _holds(term: duties.Values, day: date) -> bool:
    ends = [end for of in ("until", "left_on") if isinstance(end := term.get(of), date)]
    since = term.get("since")
    return (not isinstance(since, date) or since <= day) and all(day <= end for end in ends)


def people_proved(file: CaseFile) -> list[Finding]:
    """B3: copies of identity, powers of attorney, guardians."""
    if not file.whole:
        return []
    copy = N_("checks", "There is no copy of the identity card of {name}.")
    power = N_("checks", "{name} acts for a party without a power of attorney.")
    minor = N_("checks", "{name} is a minor, and no guardian acts for them.")
    empowered = {one.values.get("agent") for one in file.all("power_of_attorney")}
    parties = file.all("case_party")
    acted_for = {one.values.get("side") for one in parties if one.values.get("role") in _ACTING}
    found = []
    for one in parties:
        if one.values.get("role") in PRINCIPAL and not file.pictures(one):
            found.append(at(one, "", copy, name=one.name))
        if one.values.get("role") == "entrusted_agent" and one.name not in empowered:
            found.append(at(one, "role", power, name=one.name))
        if _is_minor(file, one.values) and one.values.get("side") not in acted_for:
            found.append(at(one, "born_on", minor, name=one.name))
    return found


def _is_minor(file: CaseFile, party: duties.Values) -> bool:
    accepted = file.case.values.get("accepted_on")
    day = accepted if isinstance(accepted, date) else file.today
    return party.get("role") in PRINCIPAL and duties.is_minor(party, day)


def duties_met(file: CaseFile) -> list[Finding]:
    """F2: what had to be reported to the police and others was (人民调解法 第二十五条)."""
    reports = [one.values for one in file.all("duty_report")]
    seen = N_("checks", "The case hints at something that must be reported; nobody says that it was.")
    still = N_("checks", "A duty to report has not been answered.")
    found = [
        at(one, "reported_on", still) for one in file.all("duty_report") if not duties.answered(one.values)
    ]
    parties = [one.values for one in file.all("case_party")]
    if duties.suspected(file.case.values, parties, reports, file.today):
        found.append(at(file.case, "duty_report", seen))
    return found
