"""The reviewer's list: fifty seeded faulty dossiers, every planted fault found and no other."""

import random
from dataclasses import replace

import msgspec
import pytest

from tests.village_desk import cases
from tests.village_desk.cases import PARTIES, day
from village_desk import ids
from village_desk.commands import moves, records
from village_desk.commands.dossier import keep_contents
from village_desk.queries import checklist
from village_desk.queries.checklist.agreement import worth
from village_desk.queries.dossier import dossier_of, title_of

ALWAYS_A_PERSON = {"F1"}
"""Nothing in a desk shows these: they are only shown as to be looked at."""


def change(kind, **values):
    def plant(session, made):
        records.save(session, kind, made.one(kind), values)

    return plant


def add(kind, **values):
    return lambda session, made: cases.add(session, made, kind, values)


def take_away(kind):
    return lambda session, made: records.archive(session, kind, made.one(kind))


def take_picture(name):
    return lambda session, made: records.archive(session, "attachment", made.pictures[name])


def attorney(**values):
    whole = {"principal": PARTIES[0], "agent": "陈小山[练习]", "principal_address": cases.PARTY["address"]}
    return add("power_of_attorney", **whole | values)


def minor(session, made):
    records.save(session, "case_party", made.ids["case_party"][1], {"born_on": day(1, 5).replace(year=2015)})


def wrong_line(session, made):
    (line, *_rest) = records_of(session, made)
    records.save(session, "dossier_paper", line.id, {"title": "人民调解协议书"})


def wrong_page(session, made):
    lines = records_of(session, made)
    records.save(session, "dossier_paper", lines[1].id, {"page_range": "9"})


def not_what_was_signed(session, made):
    """The list of evidence was signed, and another desk's change came over it."""
    cases.signed(
        session, made, "mediation_evidence", "mediation_case", shown=frozenset({("evidence", "source")})
    )
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("evidence", made.one("evidence"), {"source": "村委会"})


def registered(name=cases.MEDIATOR, **values):
    """The register of mediators of the place."""

    def plant(session, _made):
        records.save(
            session, "register_person", ids.new_id(), {"register": "mediator", "name": name, **values}
        )

    return plant


def records_of(session, made):
    from village_desk.queries.records import children

    return children(session, "dossier", made.one("dossier"))["dossier_paper"]


COURT = {"court": "甘州区", "terms": "拆墙", "enclosures": "协议书1份", "applied_on": day(10, 20)}
WRITTEN = {
    "A1": [None],
    "A2": [change("mediation_case", refusal_reason="已由法院受理")],
    "A3": [change("mediation_case", consented=False), change("mediation_case", consented=None)],
    "A4": [change("mediation_session", told_rights=False)],
    "A5": [
        change("mediation_case", mediator=PARTIES[0]),
        change("agreement", mediator=f"{cases.MEDIATOR}、{PARTIES[1]}"),
        registered("别人[练习]"),
        registered(until=day(9, 1)),
        registered(since=day(10, 12)),
    ],
    "B1": [
        change("dossier", retention=None),
        change("dossier", number=None),
        change("dossier", filed_by=None),
    ],
    "B2": [wrong_line, wrong_page],
    "B3": [
        take_picture("case_party0"),
        minor,
        lambda session, made: cases.picture(
            session,
            "case_party",
            cases.add(session, made, "case_party", {"name": "刘五[练习]", "role": "entrusted_agent"}),
        ),
    ],
    "B4": [
        change("mediation_session", present="陈大山[练习]、马秀荣[练习]"),
        change("follow_up", visited="陈太山[练习]"),
        attorney(principal_phone="13900000009"),
    ],
    "B5": [
        change("dossier", number="（2026）乌江村人调字第0009号"),
        change("follow_up", agreement_number="9号"),
    ],
    "B6": [
        change("investigation", held_on=day(10, 8)),
        change("dossier", filed_on=day(11, 1)),
        change("instalment", done_on=day(11, 3)),
    ],
    "B7": [change("case_party", nation=None), change("case_party", phone=None)],
    "B8": [not_what_was_signed],
    "C1": [
        change("investigation", place=None),
        change("investigation", record="问：墙是谁砌的？"),
        take_picture("mediation_investigation"),
    ],
    "C2": [take_picture("evidence0"), change("evidence", provided_on=None)],
    "C3": [
        change("mediation_session", recorder=None),
        change("mediation_session", record="申请人：请求拆墙。调解员：请考虑。"),
        take_picture("mediation_record"),
    ],
    "C4": [
        change("mediation_session", invited=f"村民代表、{cases.MEDIATOR}"),
        change("investigation", recorder=PARTIES[0]),
    ],
    "D1": [change("agreement", facts=None), change("agreement", performance=None)],
    "D2": [change("agreement", sealed_on=None), take_picture("mediation_agreement")],
    "D3": [change("agreement", copies=2), change("agreement", copies=None)],
    "D4": [
        change("agreement", total=110_000),
        change("agreement", terms="马秀英补偿陈大山1200元（壹仟叁佰元整）。"),
        change("agreement", performance="2026年2月30日前履行。"),
        change("agreement", terms="补偿1200元。"),
    ],
    "D5": [change("agreement", performance="尽快履行。"), change("agreement", terms="双方同意离婚。")],
    "D6": [change("agreement", performance="2026年10月25日前旅行完毕。")],
    "E1": [change("mediation_case", applied_on=day(8, 3), accepted_on=day(8, 4))],
    "E3": [take_away("follow_up"), change("follow_up", satisfaction=None)],
    "E4": [
        lambda session, made: (
            change("instalment", proof=None)(session, made),
            take_picture("instalment0")(session, made),
        )
    ],
    "E5": [
        add("court_confirmation", **COURT | {"applied_on": day(11, 20)}),
        add("court_confirmation", court="甲"),
    ],
    "F2": [
        change("mediation_case", facts="被申请人多次殴打申请人。"),
        add("duty_report", duty="crime", found_on=day(10, 11)),
    ],
}
FAILED = {
    "A4": WRITTEN["A4"],
    "B1": WRITTEN["B1"],
    "B7": WRITTEN["B7"],
    "E2": [change("mediation_case", told_remedies=False), change("mediation_case", end_reason=None)],
}
SAME_FIELD = ({"E3", "B4", "B5"}, {"A1", "B2"}, {"D1", "D4", "D5", "D6"}, {"B5", "B1"}, {"A3", "A2"})
"""Faults that would write over each other."""


def contents(session, made):
    """Keep contents as binding does, one page a paper."""
    rows = [
        row for row in dossier_of(session, made.case).rows if row.there and row.about.place in ("", "back")
    ]
    lines = [
        {
            "order": order,
            "title": title_of(row),
            "page_range": "" if row.about.place else str(order),
            "remark": None,
        }
        for order, row in enumerate(rows, 1)
    ]
    keep_contents(session, made.one("dossier"), lines, len(lines) - 1)


def found(session, made) -> dict[str, list]:
    return {
        one.check.number: list(one.findings) for one in checklist.review(session, made.case) if one.findings
    }


def failed(session):
    """A case in which no agreement was reached, with everything it needs."""
    made = cases.begun(session)
    cases.add(session, made, "mediation_session", cases.SESSION | {"result": "failed"})
    cases.add(session, made, "dossier", cases.DOSSIER)
    told = {"end_reason": "apart", "told_remedies": True}
    moves.make(session, "mediation_case", made.case, "accept")
    moves.make(session, "mediation_case", made.case, "fail", told)
    moves.make(session, "mediation_case", made.case, "close", {"result": "failed"})
    for form, kind in (
        ("mediation_application", "mediation_case"),
        ("mediation_record", "mediation_session"),
    ):
        cases.signed(session, made, form, kind)
    for number, party in enumerate(made.ids["case_party"]):
        made.pictures[f"case_party{number}"] = cases.picture(session, "case_party", party)
    return made


def planted(session, base, faults, chance):
    without = ("mediation_application",) if "A1" in faults else ()
    made = failed(session) if base is FAILED else cases.finished(session, without=without)
    later = []
    for number in faults:
        plant = chance.choice(base[number])
        if number == "B2":
            later.append(plant)
        elif plant:
            plant(session, made)
    contents(session, made)
    for plant in later:
        plant(session, made)
    return made


def chosen(seed):
    """Up to four faults that do not write over each other; one of each kind comes first over the seeds."""
    chance = random.Random(seed)
    base = FAILED if seed % 10 == 9 else WRITTEN
    numbers = list(base)
    first = "E2" if base is FAILED else numbers[seed % len(numbers)]
    faults = [first]
    for number in chance.sample(numbers, 3):
        clash = any(number in group and group & set(faults) for group in SAME_FIELD)
        if number not in faults and not clash:
            faults.append(number)
    return base, faults, chance


def test_every_item_the_desk_can_see_is_planted_at_least_once():
    seen = {number for seed in range(50) for number in chosen(seed)[1]}
    assert seen | ALWAYS_A_PERSON == {check.number for check in checklist.CHECKS}


def test_a_dossier_with_nothing_to_mend_has_no_finding(session):
    for make in (cases.finished, failed):
        made = make(session)
        contents(session, made)
        assert found(session, made) == {}


@pytest.mark.requirement("R116")
@pytest.mark.parametrize("seed", range(50))
def test_every_planted_fault_is_found_and_no_other(session, seed):
    base, faults, chance = chosen(seed)
    made = planted(session, base, faults, chance)
    assert set(found(session, made)) == set(faults)


@pytest.mark.parametrize("number", sorted(WRITTEN))
def test_each_way_to_make_a_fault_is_found_alone_and_leads_to_a_record(session, number):
    for plant in WRITTEN[number]:
        base = {number: [plant]}
        made = planted(session, base, [number], random.Random(1))
        what = found(session, made)
        assert set(what) == {number}, plant
        for one in what[number]:
            assert session.store.row(one.kind, one.record_id) is not None


def test_what_only_a_person_can_judge_is_said_to_be_looked_at():
    asked = {check.number for check in checklist.CHECKS if check.person}
    assert asked == {"A2", "A5", "B7", "C2", "D5", "F1"}
    assert {check.number for check in checklist.CHECKS if check.look is None} == ALWAYS_A_PERSON


def test_a_longer_period_that_the_parties_agreed_to_is_no_fault(session):
    made = cases.finished(session)
    change("mediation_case", applied_on=day(9, 1), accepted_on=day(9, 2))(session, made)
    records.save(session, "dossier", made.one("dossier"), {"begun_on": day(9, 2)})
    contents(session, made)
    assert set(found(session, made)) == {"E1"}
    extension = {
        "period": "mediation_period",
        "change": "extend",
        "until_on": day(10, 30),
        "reason": "双方同意",
        "agreed_by": "笔录",
    }
    cases.add(session, made, "period_change", extension)
    assert found(session, made) == {}


@pytest.mark.requirement("R119")
def test_a_mediator_on_the_register_is_no_fault_and_one_of_several_terms_is_enough(session):
    made = cases.finished(session)
    registered(until=day(9, 1))(session, made)
    registered(since=day(9, 1), until=day(11, 30))(session, made)
    contents(session, made)
    assert found(session, made) == {}


def under(session, name, **rule):
    """The session under a profile whose period `name` follows another rule."""
    deadlines = tuple(
        msgspec.structs.replace(one, **rule) if one.name == name else one for one in session.profile.deadlines
    )
    return replace(session, profile=replace(session.profile, deadlines=deadlines))


@pytest.mark.parametrize(
    ("change_of", "rule"),
    [
        ({"change": "extend", "until_on": day(10, 30), "agreed_by": "笔录"}, "may_extend"),
        ({"change": "pause", "from_on": day(9, 10), "until_on": day(10, 9)}, "may_pause"),
    ],
)
def test_a_period_that_the_profile_does_not_let_move_did_not_move(session, change_of, rule):
    made = cases.finished(session)
    change("mediation_case", applied_on=day(9, 1), accepted_on=day(9, 2))(session, made)
    records.save(session, "dossier", made.one("dossier"), {"begun_on": day(9, 2)})
    contents(session, made)
    moved = {"period": "mediation_period", "reason": "鉴定", **change_of}
    cases.add(session, made, "period_change", moved)
    assert found(session, made) == {}
    assert set(found(under(session, "mediation_period", **{rule: False}), made)) == {"E1"}


def test_until_when_a_court_is_asked_follows_the_profile(session):
    made = cases.finished(session)
    cases.add(session, made, "court_confirmation", COURT | {"applied_on": day(11, 10)})
    contents(session, made)
    assert found(session, made) == {}
    shorter = under(session, "joint_confirmation", count=20)
    ((fault,),) = found(shorter, made).values()
    assert fault.details == {"day": "2026-11-10", "start": "2026-10-15", "last": "2026-11-04"}


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("壹仟贰佰元整", 120_000),
        ("拾万零伍拾元叁角贰分", 10_005_032),
        ("叁佰万元整", 300_000_000),
        ("壹亿贰仟万元", 12_000_000_000),
        ("贰拾元伍分", 2_005),
    ],
)
def test_amounts_in_capital_numerals_are_read(text, fen):
    assert worth(text) == fen


@pytest.mark.parametrize(
    "terms", ["2027年元旦前付清。", "2027元旦前腾出房屋，12元月份起另算。", "补偿，元月10日前付清。"]
)
def test_new_year_is_no_amount(session, terms):
    made = cases.finished(session)
    change("agreement", terms=terms)(session, made)
    contents(session, made)
    assert found(session, made) == {}


def test_an_oral_agreement_and_a_refusal_are_not_asked_for_a_dossier(session):
    oral = cases.begun(session)
    cases.add(
        session,
        oral,
        "oral_agreement",
        {
            "facts": "争",
            "terms": "停",
            "performance": "当日",
            "reached_on": day(10, 15),
            "due_on": day(10, 15),
        },
    )
    assert found(session, oral) == {}
    refused = cases.begun(session)
    ground = {"refusal_ground": "elsewhere", "refusal_reason": "已由法院受理"}
    moves.make(session, "mediation_case", refused.case, "refuse", ground)
    assert found(session, refused) == {}
