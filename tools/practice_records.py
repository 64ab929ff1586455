"""Invented people and matters for a practice county; every name is marked [练习]."""

from __future__ import annotations

from datetime import timedelta

from village_desk import ids, times
from village_desk.commands import records, reviews
from village_desk.commands.records import Entry
from village_desk.kinds import Values
from village_desk.queries.reviews import Remark
from village_desk.session import Session

CLERK = "王桂兰[练习]"
OFFICER = "李建国[练习]"

_PERSONS: tuple[Values, ...] = (
    {"name": "陈𬭎[练习]", "sex": "1", "phone": "13800000001", "address": "乌江镇乌江村三社17号"},
    {"name": "马秀英[练习]", "sex": "2", "phone": "13800000002", "address": "乌江镇乌江村三社18号"},
    {"name": "买买提·吐尔逊[练习]", "sex": "1", "phone": "13800000003", "address": "乌江镇乌江村一社2号"},
    {"name": "赵喆[练习]", "sex": "1", "phone": "13800000004", "address": "乌江镇乌江村五社40号"},
    {"name": "孙桂花[练习]", "sex": "2", "phone": "13800000005", "address": "乌江镇乌江村二社9号"},
)
_CONSULTATIONS: tuple[Values, ...] = (
    {
        "cause": "相邻通行纠纷",
        "content": "邻居修墙占了两家共用的通道，农用车进不了院子，来问应当怎么办。",
        "answer": "不动产相邻权利人应当提供通行的便利（民法典 第二百九十一条）。建议先申请人民调解。",
        "handling": ("1",),
    },
    {
        "cause": "追索劳动报酬",
        "content": "去年在工地干了三个月活，包工头还欠两万元，只写了欠条。",
        "answer": "已告知可以向劳动监察部门投诉，也可以申请支付令；符合条件的可以申请法律援助。",
        "handling": ("1",),
    },
    {"cause": "赡养纠纷", "content": "三个子女对老人看病的费用分担意见不一，希望村里帮着说一说。"},
    {"cause": "民间借贷", "content": "五年前借出去一万元，现在对方不认，问过没过诉讼时效。"},
)
CONSULTATION_TEXTS = [
    str(values[name]) for values in _CONSULTATIONS for name in ("content", "answer") if name in values
]
"""What is asked and answered in them."""


def fill(session: Session) -> bytes:
    """Save some people, consultations, a case and an application; return a consultation that is complete."""
    persons = [ids.new_id() for _ in _PERSONS]
    day = times.legal_day(session.now())
    entries: list[Entry] = [
        ("person", person, {"party_type": "natural", **values})
        for person, values in zip(persons, _PERSONS, strict=True)
    ]
    found = [ids.new_id() for _ in _CONSULTATIONS]
    for place, (record_id, values) in enumerate(zip(found, _CONSULTATIONS, strict=True)):
        visit = {"met_on": day - timedelta(days=place), "channel": "1", "received_by": CLERK}
        entries.append(("consultation", record_id, {**_copy(persons[place], place), **visit, **values}))
    entries += _case(session, persons)
    aid = {"applied_on": day, "born_on": day.replace(year=day.year - 58, day=1)}
    entries.append(("legal_aid", ids.new_id(), {**_copy(persons[3], 3), **aid}))
    records.save_all(session, entries)
    return found[0]


def _copy(person: bytes, place: int) -> Values:
    shared = ("name", "sex", "phone", "address")
    return {"person": person, **{name: _PERSONS[place][name] for name in shared}}


def _case(session: Session, persons: list[bytes]) -> list[Entry]:
    case, day = ids.new_id(), times.legal_day(session.now())
    values: Values = {
        "title": "陈𬭎与马秀英通行纠纷[练习]",
        "source": "application",
        "dispute_type": "02",
        "applied_on": day,
        "facts": "两家共用的通道宽约三米，被申请人修墙后只剩一米，申请人的农用车无法出入，双方多次争吵。",
        "requests": "拆除占用通道的墙体\n恢复原来的宽度",
        "mediator": CLERK,
    }
    sides = (("applicant", 0), ("respondent", 1))
    parties: list[Entry] = [
        (
            "case_party",
            ids.new_id(),
            {"case": case, "side": side, "party_type": "natural", **_copy(persons[place], place)},
        )
        for side, place in sides
    ]
    meeting: Values = {
        "case": case,
        "held_on": day,
        "place": "乌江村人民调解室",
        "record": "双方到现场一起量了通道，都同意按原来的宽度商量。",
        "mediator": CLERK,
    }
    return [("mediation_case", case, values), *parties, ("mediation_session", ids.new_id(), meeting)]


def submit(session: Session, record_id: bytes) -> bytes:
    """Send a consultation to the township and return the submission."""
    submission = ids.new_id()
    reviews.submit(session, "consultation", record_id, submission)
    return submission


def send_back(session: Session, submission: bytes) -> None:
    """Return a consultation with a remark on one field."""
    remark = Remark("answer", "请写明是否告知有权申请法律援助，并注明依据的条文。")
    reviews.review(session, submission, ids.new_id(), "returned", [remark])
