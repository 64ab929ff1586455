"""How far the papers of an application for legal aid are: printed, signed and scanned, the original at hand.

The room prints, has signed, scans and hands over; the agency asks for originals (domain services F03, F07 and
§6.6). What is missing is a warning and never a block: the agency decides what it takes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from village_desk.fields import is_empty
from village_desk.kinds import KINDS, Values
from village_desk.queries.records import Record, linked, may_read, record_of
from village_desk.queries.signed import SIGNED
from village_desk.session import Session

AID = "legal_aid"
BY_SCAN = "electronic"
"""Code of the list `aid_needed`: a scan will do (可用电子件)."""
_NO_HARDSHIP = "A32"
_DECISIONS = {"give": "给予法律援助决定书", "refuse": "不予法律援助决定书"}
_DOCUMENTS = {
    "supplement_notice": "补充材料/说明通知书",
    "agency_decision": "法律援助决定书",
    "aid_designation": "指派通知书",
    "lawyer_change": "更换法律援助人员申请表",
    "aid_objection": "异议申请书",
    "aid_termination": "终止法律援助决定书",
    "service_receipt": "送达回证",
    "aid_closing": "结案报告表",
    "aid_callback": "受援人回访记录表",
}
"""Official titles of the papers a record of a case stands for."""


@dataclass(frozen=True, slots=True)
class AidPaper:
    """One paper the agency asks for.

    Attributes:
        material: Code of the list `aid_material`.
        title: What it is called here.
        form: The form that prints it, or "" for what people bring.
        printed: It was printed.
        scanned: A signed page of it is on file; of what people bring, any picture of it.
        original: It is at hand in the room.
        by_scan: The agency takes a scan.
    """

    material: str
    title: str
    form: str = ""
    printed: bool = False
    scanned: bool = False
    original: bool = False
    by_scan: bool = False

    @property
    def missing(self) -> bool:
        """Whether the agency would still ask for it."""
        return not (self.scanned if self.by_scan else self.original)


def papers_of(session: Session, aid_id: bytes) -> list[AidPaper]:
    """Return the papers an application needs, in the order of the law; none of what may not be read."""
    row = session.store.row(AID, aid_id)
    if row is None:
        return []
    held = record_of(session.profile.kind(AID), row)
    if not may_read(session, held):
        return []
    received = [one.values for one in linked(session, KINDS["received_material"], aid_id)]
    return [
        _paper(session, held, received, material, form, of) for material, form, of in _wanted(session, held)
    ]


def document_of(record: Record) -> str:
    """Return the official title of the paper that a record of a case stands for."""
    if record.kind == "agency_decision":
        return _DECISIONS.get(str(record.values.get("decision")), _DOCUMENTS[record.kind])
    return _DOCUMENTS[record.kind]


def missing_originals(session: Session, aid_id: bytes) -> list[str]:
    """Return the titles of the papers the agency would still ask for."""
    return [one.title for one in papers_of(session, aid_id) if one.missing]


def _wanted(session: Session, aid: Record) -> Iterator[tuple[str, str, bytes]]:
    """Yield material, form and the record that prints it, of everything an application needs."""
    yield "application", "legal_aid_application", aid.id
    yield "identity", "", b""
    powers = linked(session, KINDS["aid_power_of_attorney"], aid.id)
    if powers or not is_empty(aid.values.get("agent_name")):
        yield "authority", "legal_aid_power_of_attorney", powers[0].id if powers else b""
    if not str(aid.values.get("matter") or "").startswith(_NO_HARDSHIP):
        yield from _of_hardship(session, aid)
    yield "case", "", b""


def _of_hardship(session: Session, aid: Record) -> Iterator[tuple[str, str, bytes]]:
    statements = linked(session, KINDS["hardship_statement"], aid.id)
    yield "hardship", "hardship_statement", statements[0].id if statements else b""
    promises = linked(session, KINDS["integrity_promise"], aid.id)
    if any(not is_empty(one.values.get("exemption")) for one in statements):
        yield "exemption", "", b""
    elif promises or session.profile.parameters.get("hardship_check_by_promise") is True:
        yield "promise", "integrity_promise", promises[0].id if promises else b""


def _paper(
    session: Session, aid: Record, received: list[Values], material: str, form: str, of: bytes
) -> AidPaper:
    rows = [one for one in received if one.get("material") == material]
    ticked = material in _codes(aid.values, "materials")
    title = session.profile.label("aid_material", material)
    if material == "promise":
        title = str(session.profile.parameters.get("promise_title") or title)
    return AidPaper(
        material,
        title,
        form,
        printed=bool(of) and _has_sheet(session, of, form, "1"),
        scanned=bool(of) and _has_sheet(session, of, form, SIGNED),
        original=ticked or any(not is_empty(one.get("received_on")) for one in rows),
        by_scan=any(one.get("needed_as") == BY_SCAN for one in rows),
    )


def _codes(values: Mapping[str, object], name: str) -> tuple[object, ...]:
    held = values.get(name)
    return held if isinstance(held, tuple) else ()


def _has_sheet(session: Session, record_id: bytes, form: str, condition: str) -> bool:
    where = f'"record_id" = ? AND "form" = ? AND "archived" = 0 AND {condition} LIMIT 1'
    return any(session.store.rows("sheet", where, (record_id.hex(), form)))
