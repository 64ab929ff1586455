"""What the program writes for a case of legal aid: the list of its papers, and the contents of its file."""

from collections.abc import Iterator
from datetime import date

from village_desk import ids, times
from village_desk.commands.records import save_all
from village_desk.errors import UserError
from village_desk.fields import is_empty
from village_desk.kinds import KINDS, Values
from village_desk.queries.aid import AID, AidPaper, document_of, papers_of
from village_desk.queries.records import Record, linked, record_of
from village_desk.session import Changes, Session

_COPIED = ("identity", "case", "exemption")
"""Papers people keep: the room takes a copy and gives the original back."""


def list_papers(session: Session, aid_id: bytes) -> Changes:
    """Write a line for each paper an application needs and that has none yet (申请材料清单).

    What is ticked as being at hand counts as received today.

    Raises:
        NotAllowed: The actor may not write them.
    """
    held = {one.values.get("material") for one in linked(session, KINDS["received_material"], aid_id)}
    today = times.legal_day(session.now())
    wanted = [one for one in papers_of(session, aid_id) if one.material not in held]
    lines = [
        ("received_material", ids.new_id(), _line(aid_id, one, len(held) + place, session, today))
        for place, one in enumerate(wanted, start=1)
    ]
    return save_all(session, lines)


def _line(aid_id: bytes, paper: AidPaper, order: int, session: Session, today: date) -> Values:
    received: Values = {"received_on": today, "received_by": session.actor.name} if paper.original else {}
    return {
        "application": aid_id,
        "order": order,
        "material": paper.material,
        "title": paper.title,
        "copies": 1,
        "original": paper.material not in _COPIED,
        **received,
    }


def list_file(session: Session, closing_id: bytes) -> Changes:
    """Write the contents of the file of a closed case out of what the case holds (卷内文件目录).

    Application and examination first, then who the applicant is, hardship, the case, decisions and
    designation, receipts, closing and what was said afterwards; a title that stands there already is not
    written again. Page numbers are those of the paper file, and stay with people.

    Raises:
        UserError: "record.gone".
        NotAllowed: The actor may not write them.
    """
    row = session.store.row("aid_closing", closing_id)
    aid_id = row["application"] if row else None
    aid_row = session.store.row(AID, aid_id) if isinstance(aid_id, bytes) else None
    if aid_row is None:
        raise UserError("record.gone")
    aid = record_of(session.profile.kind(AID), aid_row)
    held = linked(session, KINDS["archived_paper"], closing_id)
    known = {(one.values.get("title"), one.values.get("by")) for one in held}
    papers = [one for one in _file(session, aid) if (one.get("title"), one.get("by")) not in known]
    return save_all(
        session,
        [
            ("archived_paper", ids.new_id(), {**paper, "closing": closing_id, "order": len(held) + place})
            for place, paper in enumerate(papers, start=1)
        ],
    )


_FIRST = ("application", "authority", "identity", "hardship", "promise", "exemption", "case")
_LATER = (
    ("supplement_notice", "number", "noticed_on"),
    ("agency_decision", "number", "decided_on"),
    ("aid_designation", "number", "designated_on"),
    ("lawyer_change", "", "applied_on"),
    ("aid_objection", "", "objected_on"),
    ("aid_termination", "number", "decided_on"),
    ("service_receipt", "document", "served_on"),
    ("aid_closing", "", "reported_on"),
    ("aid_callback", "visitor", "asked_on"),
)
"""Materials, then kinds with the fields that give number and day, in the order of the file."""


def _file(session: Session, aid: Record) -> Iterator[Values]:
    papers = {one.material: one for one in papers_of(session, aid.id)}
    for material in _FIRST:
        if material in papers:
            first: Values = {"title": papers[material].title, "by": aid.values.get("name")}
            if material == "application":
                first["dated_on"] = aid.values.get("applied_on")
            yield first
    for kind, by, day in _LATER:
        for one in linked(session, KINDS[kind], aid.id):
            said = one.values.get(by) if by else aid.values.get("name")
            line = {"title": document_of(one), "by": said, "dated_on": one.values.get(day)}
            yield {name: value for name, value in line.items() if not is_empty(value)}
