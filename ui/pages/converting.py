"""A visit becomes a case, an application, a referral; a dispute found a case; nothing is typed again."""

from datetime import date

from ui.looks import LOOKS
from village_desk import ids, limits, times
from village_desk.commands import moves, records
from village_desk.fields import is_empty
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.queries.persons import resolved
from village_desk.queries.records import find
from village_desk.session import Changes, Session
from village_desk.workflow import moves_from

_TITLE = N_("converting", "Dispute brought by {name}")
_TITLE_LIMIT = 120
_SOURCES = {"legal_aid": "7", "mediation_case": "application", "referral": "window"}
"""Codes of `aid_source` (咨询转申请), `mediation_source` (依申请调解) and `referral_source` (窗口)."""
_EXITS = {
    "legal_aid": ("to_legal_aid", "5"),
    "mediation_case": ("to_mediation", "2"),
    "referral": ("refer", "8"),
}
"""The step a visit takes when it becomes such a record, and the code of `handling` that says so."""


def convert(session: Session, consultation: tuple[bytes, Values], kind: str, new_id: bytes) -> Changes:
    """Make a record of `kind` out of a consultation, given by id and values; of a case, its applicant too.

    What the visit does not say, the register of persons does; the visit takes the step that fits, if it may.

    Raises:
        Invalid: A value does not fit; nothing is made.
        NotAllowed: The actor may not make one.
    """
    consultation_id, values = consultation
    today = times.legal_day(session.now())
    known = _person(session, values)
    first: Values = {"consultation": consultation_id}
    entries: list[records.Entry] = []
    if kind == "mediation_case":
        title = translated("converting", _TITLE).format(name=values.get("name") or "")[:_TITLE_LIMIT]
        first |= {"applied_on": today, "facts": values.get("content"), "title": title}
        first |= {"source": _SOURCES[kind], "registrar": session.actor.name}
        party: Values = {"case": new_id, "side": "applicant", "role": "party", "party_type": "natural"}
        party |= {"order": 1, **_copied(known, "case_party"), **_copied(values, "case_party")}
        entries.append(("case_party", ids.new_id(), party))
    else:
        first |= _copied(known, kind) | _copied(values, kind) | _of_kind(session, kind, values)
    changes = records.save_all(session, [(kind, new_id, first), *entries])
    return changes | _leave(session, consultation_id, values, kind)


def _of_kind(session: Session, kind: str, values: Values) -> Values:
    today = times.legal_day(session.now())
    if kind == "legal_aid":
        source: Values = {"applied_on": today, "facts": values.get("content"), "cause": values.get("cause")}
        return source | {"case_source": _SOURCES[kind], **_urgency(session, values, today)}
    return {
        "received_on": today,
        "summary": values.get("content"),
        "topic": values.get("topic"),
        "urgency": "urgent" if values.get("urgent") else "normal",
        "referred_by": session.actor.name,
        "source": _SOURCES[kind],
    }


def _urgency(session: Session, values: Values, today: date) -> Values:
    """Return what an application takes over of a limit that runs, and the agency it goes to."""
    limit = limits.limit_of(session.profile, values, today)
    first: Values = {"limitation_on": limit.last_day if limit else values.get("limit_on")}
    first |= {"urgent": values.get("urgent"), "agency": session.profile.parameters.get("aid_agency")}
    return {name: value for name, value in first.items() if not is_empty(value)}


def _leave(session: Session, consultation_id: bytes, values: Values, kind: str) -> Changes:
    """Note on the visit what became of it, and let it take its way out where that is open to it."""
    step, code = _EXITS[kind]
    held = find(session, "consultation", consultation_id)
    state = held.state if held else ""
    if not any(one.name == step for one in moves_from("consultation", state, *session.actor.roles)):
        return frozenset()
    handling = values.get("handling")
    codes = handling if isinstance(handling, tuple) else ()
    noted: Values = {"handling": tuple(dict.fromkeys((*codes, code)))}
    return moves.make(session, "consultation", consultation_id, step, noted)


def _person(session: Session, values: Values) -> Values:
    link = values.get("person")
    held = find(session, "person", link) if isinstance(link, bytes) else None
    return resolved(session, held).values if held else {}


def register(session: Session, found: tuple[bytes, Values], case_id: bytes) -> Changes:
    """Make a case out of a dispute found on a sweep, given by id and values, and note it there.

    Raises:
        Invalid: A value does not fit; nothing is made.
        NotAllowed: The actor may not make one.
    """
    found_id, values = found
    first: Values = {
        "title": str(values.get("parties") or "")[:_TITLE_LIMIT],
        "source": "village_sweep",
        "dispute_type": values.get("dispute_type"),
        "facts": values.get("facts"),
        "applied_on": times.legal_day(session.now()),
        "registrar": session.actor.name,
    }
    noted: Values = {"case": case_id, "handled": "case"}
    return records.save_all(session, [("mediation_case", case_id, first), ("found_dispute", found_id, noted)])


def _copied(values: Values, kind: str) -> Values:
    names = [name for name in (*LOOKS[kind].carries, "person") if name in KINDS[kind].fields]
    return {name: values[name] for name in names if values.get(name) is not None}
