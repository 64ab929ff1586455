"""A mediation case made as a village makes it, from application to dossier, with nothing left to mend."""

import io
from dataclasses import dataclass, field
from datetime import date

from PIL import Image

from village_desk import ids
from village_desk.commands import attachments, moves, papers, records
from village_desk.commands.papers import Printed

PARTIES = ("陈大山[练习]", "马秀英[练习]")
MEDIATOR, RECORDER = "王桂兰[练习]", "李国栋[练习]"
NUMBER = "（2026）乌江村人调字第0001号"
FORM_NOS = {
    "mediation_application": "003",
    "mediation_intake": "004",
    "mediation_rights_notice": "005",
    "mediation_investigation": "006",
    "mediation_evidence": "007",
    "mediation_record": "008",
    "mediation_agreement": "009",
    "mediation_oral_agreement": "010",
    "mediation_follow_up": "011",
    "court_confirmation_persons": "012",
    "mediation_termination_letter": "018",
}


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def jpeg(side: int = 48, grey: int = 200, quality: int = 70) -> bytes:
    """A grey picture of the shape of a page."""
    out = io.BytesIO()
    Image.new("RGB", (side, round(side * 1.414)), (grey, grey, grey)).save(out, "JPEG", quality=quality)
    return out.getvalue()


PICTURE = jpeg()

CASE = {
    "title": "陈大山与马秀英相邻通行纠纷[练习]",
    "official_number": NUMBER,
    "committee": "乌江村人民调解委员会",
    "source": "application",
    "dispute_type": "02",
    "applied_on": day(10, 8),
    "accepted_on": day(10, 9),
    "facts": "双方为邻居，共用通道一条，宽三米，被申请人砌墙占用两米。",
    "requests": "拆除墙体",
    "difficulty": "simple",
    "mediator": MEDIATOR,
    "registrar": RECORDER,
    "result": "success",
    "closed_on": day(11, 2),
    "consented": True,
}
PARTY = {
    "role": "party",
    "party_type": "natural",
    "sex": "1",
    "nation": "01",
    "born_on": date(1968, 3, 2),
    "occupation": "务农",
    "phone": "13800000001",
    "address": "乌江村三社17号",
}
INVESTIGATION = {
    "held_on": day(10, 12),
    "place": "乌江村三社",
    "interviewed": "赵老师[练习]",
    "record": "问：墙是什么时候砌的？\n答：今年九月中旬。",
    "investigator": MEDIATOR,
    "recorder": RECORDER,
}
SESSION = {
    "held_on": day(10, 15),
    "place": "乌江村人民调解室",
    "present": "、".join(PARTIES),
    "told_rights": True,
    "record": "申请人陈大山[练习]：请求拆墙。\n被申请人马秀英[练习]：同意恢复通道。",
    "result": "success",
    "mediator": MEDIATOR,
    "recorder": RECORDER,
}
AGREEMENT = {
    "number": NUMBER,
    "facts": "被申请人砌墙占用公用通道两米，应当恢复。",
    "terms": "一、马秀英[练习]拆除墙体。\n二、陈大山[练习]补偿工料费1200元（壹仟贰佰元整）。",
    "performance": "2026年10月25日前履行完毕。",
    "due_on": day(10, 25),
    "total": 120_000,
    "copies": 3,
    "mediator": MEDIATOR,
    "recorder": RECORDER,
    "signed_on": day(10, 15),
    "sealed_on": day(10, 15),
    "dated_on": day(10, 15),
}
INSTALMENT = {
    "what": "补偿工料费",
    "by_whom": PARTIES[0],
    "due_on": day(10, 25),
    "due_amount": 120_000,
    "done_on": day(10, 24),
    "done_amount": 120_000,
    "proof": "收条",
}
EVIDENCE = {
    "title": "通道现场照片",
    "source": PARTIES[0],
    "pages": 1,
    "provided_by": PARTIES[0],
    "provided_on": day(10, 10),
    "order": 1,
}
FOLLOW_UP = {
    "visited": PARTIES[0],
    "agreement_number": NUMBER,
    "matter": "相邻通行纠纷",
    "visited_on": day(10, 30),
    "way": "visit",
    "performance": "done",
    "satisfaction": "1",
    "record": "墙体已拆除，工料费已付清。",
    "visitor": MEDIATOR,
}
DOSSIER = {
    "title": CASE["title"],
    "year": 2026,
    "number": NUMBER,
    "mediators": MEDIATOR,
    "begun_on": day(10, 9),
    "ended_on": day(11, 2),
    "filed_by": RECORDER,
    "filed_on": day(11, 5),
    "retention": "long",
}
AGREED = ("accept", "agree", "perform", "close")


@dataclass
class Made:
    """The ids of what was made: records by kind, sheets by form, attachments by what they belong to."""

    case: bytes
    ids: dict[str, list[bytes]] = field(default_factory=dict)
    sheets: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def one(self, kind: str) -> bytes:
        return self.ids[kind][0]


def begun(session, **changes) -> Made:
    """A case with its two parties, accepted by nobody yet; `changes` by kind."""
    made = Made(ids.new_id())
    made.ids["mediation_case"] = [made.case]
    entries = [("mediation_case", made.case, CASE | changes.get("mediation_case", {}))]
    for order, (name, side) in enumerate(zip(PARTIES, ("applicant", "respondent"), strict=True), 1):
        values = {"case": made.case, "name": name, "side": side, "order": order, **PARTY}
        entries.append(("case_party", _new(made, "case_party"), values))
    records.save_all(session, entries)
    return made


def add(session, made: Made, kind: str, values: dict, above: str = "case") -> bytes:
    """Write what hangs on the case."""
    record_id = _new(made, kind)
    records.save(session, kind, record_id, {above: made.case, **values})
    return record_id


def finished(session, steps=AGREED, without=()) -> Made:
    """A case with a written agreement that was performed and closed, printed, signed and scanned."""
    made = begun(session)
    whole = {
        "investigation": INVESTIGATION,
        "evidence": EVIDENCE,
        "mediation_session": SESSION,
        "agreement": AGREEMENT,
        "instalment": INSTALMENT,
        "follow_up": FOLLOW_UP,
        "dossier": DOSSIER,
    }
    records.save_all(
        session, [(kind, _new(made, kind), {"case": made.case, **values}) for kind, values in whole.items()]
    )
    for move in steps:
        moves.make(session, "mediation_case", made.case, move)
    for form, kind in (
        ("mediation_application", "mediation_case"),
        ("mediation_investigation", "investigation"),
        ("mediation_evidence", "mediation_case"),
        ("mediation_record", "mediation_session"),
        ("mediation_agreement", "agreement"),
        ("mediation_follow_up", "follow_up"),
    ):
        if form not in without:
            signed(session, made, form, kind)
    for kind in ("case_party", "evidence", "instalment"):
        for number, record_id in enumerate(made.ids[kind]):
            made.pictures[f"{kind}{number}"] = picture(session, kind, record_id)
    return made


def printed(session, made: Made, form: str, kind: str, pages: int = 1, shown=frozenset()) -> bytes:
    """Print a paper; return the id of the sheet. `shown` are the fields it says, as (kind, name)."""
    sheet = made.sheets[form] = ids.new_id()
    papers.record_sheet(
        session, (kind, made.one(kind)), sheet, Printed(form, FORM_NOS[form], 1, pages, shown)
    )
    return sheet


def signed(session, made: Made, form: str, kind: str, data: bytes = PICTURE, shown=frozenset()) -> bytes:
    """Print a paper and scan what was signed; return the id of the scan."""
    sheet = printed(session, made, form, kind, shown=shown)
    made.pictures[form] = picture(session, kind, made.one(kind), data, page_of=sheet)
    return made.pictures[form]


def picture(session, kind: str, record_id: bytes, data: bytes = PICTURE, **about) -> bytes:
    """Put a picture beside a record."""
    attachment = ids.new_id()
    values = {"title": "照片", "media_type": "image/jpeg", **about}
    attachments.attach(session, (kind, record_id), attachment, data, values)
    return attachment


def _new(made: Made, kind: str) -> bytes:
    record_id = ids.new_id()
    made.ids.setdefault(kind, []).append(record_id)
    return record_id
