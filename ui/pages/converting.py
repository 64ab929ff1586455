"""A consultation becomes a case or an application, a dispute found becomes a case; nothing is typed again."""

from ui.looks import LOOKS
from village_desk import ids, times
from village_desk.commands import records
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values
from village_desk.session import Changes, Session

_TITLE = N_("converting", "Dispute brought by {name}")
_TITLE_LIMIT = 120
_SOURCES = {"legal_aid": "7", "mediation_case": "application"}
"""Codes of the lists `aid_source` (咨询转申请) and `mediation_source` (依申请调解)."""


def convert(session: Session, consultation: tuple[bytes, Values], kind: str, new_id: bytes) -> Changes:
    """Make a record of `kind` out of a consultation, given by id and values; of a case, its applicant too.

    Raises:
        Invalid: A value does not fit; nothing is made.
        NotAllowed: The actor may not make one.
    """
    consultation_id, values = consultation
    today = times.legal_day(session.now())
    first: Values = {"consultation": consultation_id, "applied_on": today, "facts": values.get("content")}
    if kind == "legal_aid":
        first |= _copied(values, kind) | {"case_source": _SOURCES[kind], "cause": values.get("cause")}
        return records.save_all(session, [(kind, new_id, first)])
    title = translated("converting", _TITLE).format(name=values.get("name") or "")[:_TITLE_LIMIT]
    first |= {"title": title, "source": _SOURCES[kind], "registrar": session.actor.name}
    party: Values = {
        "case": new_id,
        "side": "applicant",
        "role": "party",
        "party_type": "natural",
        "order": 1,
    }
    party |= _copied(values, "case_party")
    return records.save_all(session, [(kind, new_id, first), ("case_party", ids.new_id(), party)])


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
    """Groups are left out: the two lists have different codes."""
    names = [
        name for name in (*LOOKS[kind].carries, "person") if name != "groups" and name in KINDS[kind].fields
    ]
    return {name: values[name] for name in names if values.get(name) is not None}
