"""What a new record of a case of legal aid begins with because the case says it already."""

from ui.sight import Sight
from village_desk.kinds import Values
from village_desk.queries.aid import document_of
from village_desk.queries.records import Record

_SERVED = ("supplement_notice", "agency_decision", "aid_designation", "aid_termination")
"""Papers of the agency that the room may be asked to hand over, in their order."""


def learned(kind: str, aid: Sight) -> Values:
    """Return first values of a record of `kind` that hangs on an application.

    A receipt of service begins with the latest paper nobody has signed for yet, an objection with the
    decision it is against, a request for another lawyer with the one there is.
    """
    match kind:
        case "service_receipt":
            return _to_serve(aid)
        case "aid_objection":
            return _objected(aid)
        case "lawyer_change":
            held = aid.children.get("aid_designation", [])
            return _said(held[-1], {"firm": "firm", "lawyer": "lawyer"}) if held else {}
    return {}


def _to_serve(aid: Sight) -> Values:
    served = {
        (one.values.get("document"), one.values.get("number"))
        for one in aid.children.get("service_receipt", [])
    }
    waiting = [
        (document_of(one), one.values.get("number")) for kind in _SERVED for one in aid.children.get(kind, [])
    ]
    document, number = next((one for one in reversed(waiting) if one not in served), ("", None))
    return {"document": document, **({"number": number} if number else {})} if document else {}


def _objected(aid: Sight) -> Values:
    names = {"agency": "agency", "decision_number": "number", "decided_on": "decided_on"}
    ended = aid.children.get("aid_termination", [])
    refused = [
        one for one in aid.children.get("agency_decision", []) if one.values.get("decision") == "refuse"
    ]
    if ended:
        return {"about": "terminated", **_said(ended[-1], names)}
    return {"about": "refused", **_said(refused[-1], names)} if refused else {}


def _said(record: Record, names: dict[str, str]) -> Values:
    return {name: value for name, of in names.items() if (value := record.values.get(of)) is not None}
