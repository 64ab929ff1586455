"""Who read, who exported, who looked in an emergency: kept in the chain, and seen by those who may."""

from dataclasses import replace

import pytest

from village_desk import changes, ids
from village_desk.commands import exports, records
from village_desk.commands.glass import break_glass
from village_desk.errors import Invalid, NotAllowed
from village_desk.queries import accesses, integrity
from village_desk.queries import records as records_query
from village_desk.queries.accesses import Wanted
from village_desk.session import Actor, Session
from village_desk.store import Birth

REASON = "[练习] 当事人今晚又被打，须马上核对住址"


@pytest.fixture
def statement(session):
    aid, statement = ids.new_id(), ids.new_id()
    parts = [
        ("legal_aid", aid, {"name": "[练习]赵某"}),
        ("hardship_statement", statement, {"legal_aid": aid, "name": "[练习]赵某", "savings": 1}),
    ]
    records.save_all(session, parts)
    return statement


@pytest.fixture
def case(session):
    """A case of family violence that only somebody else may read, and an investigation of it."""
    case, part, others = ids.new_id(), ids.new_id(), ("ab" * 16,)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("mediation_case", case, {"title": "[练习]家暴"}, born=Birth("", "restricted", others))
        born = Birth("", "restricted", others)
        uow.put("investigation", part, {"case": case, "answer": "[练习]问"}, born=born)
    return case


def _other(session, role, name="[练习]李站长"):
    areas = (session.store.unit_code[:9],)
    return replace(session, actor=Actor(ids.new_id(), name, role, b"", areas))


def test_a_reading_is_a_change_of_the_chain_and_looking_again_soon_is_the_same_reading(session, statement):
    for _ in range(3):
        records_query.record(session, "hardship_statement", statement)
    later = Session(session.store, session.actor, session.profile, lambda: session.now() + 31 * 60_000)
    records_query.record(later, "hardship_statement", statement)
    found = accesses.page(session)
    assert [(one.act, one.by, one.record_id) for one in found] == [
        ("read", session.actor.name, statement)
    ] * 2
    rows = session.store.query('SELECT "body" FROM "change" ORDER BY "n" DESC LIMIT 1')
    body = changes.decode(bytes(rows[0][0]))
    assert (body.t, body.f["of_id"]) == ("access", statement.hex())
    assert "赵" not in str(body.f)
    assert integrity.verify(session.store).sound


def test_the_head_sees_everybody_of_the_township_and_others_see_themselves(session, statement, tmp_path):
    records_query.record(session, "hardship_statement", statement)
    staff, head = _other(session, "station_staff", "[练习]王干事"), _other(session, "station_head")
    exports.export_lines(staff, tmp_path / "out.jsonl")
    assert {one.by for one in accesses.page(head)} == {session.actor.name, "[练习]王干事"}
    assert [one.act for one in accesses.page(staff)] == ["export"]
    assert accesses.page(staff)[0].records > 0
    assert accesses.count(head, Wanted(name="王干")) == accesses.count(head, Wanted(act="export")) == 1
    assert accesses.count(head, Wanted(kind="hardship_statement")) == 1
    assert accesses.count(head, Wanted(until=1)) == 0


def test_an_emergency_takes_a_reason_opens_reading_with_the_parts_and_ends(session, case):
    assert [one.record_id for one in accesses.kept_back(session)] == [case]
    with pytest.raises(NotAllowed, match=r"^rights.read$"):
        records_query.record(session, "mediation_case", case)
    with pytest.raises(Invalid) as short:
        break_glass(session, "mediation_case", case, "急")
    assert short.value.problems[0].code == "glass.reason"
    break_glass(session, "mediation_case", case, REASON)
    assert records_query.record(session, "mediation_case", case).name == "[练习]家暴"
    assert len(records_query.children(session, "mediation_case", case)["investigation"]) == 1
    with pytest.raises(NotAllowed):
        records.save(session, "mediation_case", case, {"title": "[练习]改"})
    told = accesses.page(_other(session, "station_head"), Wanted(act="break_glass"))
    assert [(one.reason, one.by) for one in told] == [(REASON, session.actor.name)]
    tomorrow = Session(session.store, session.actor, session.profile, lambda: session.now() + 9 * 3_600_000)
    with pytest.raises(NotAllowed):
        records_query.record(tomorrow, "mediation_case", case)


def test_who_may_not_read_such_records_at_all_does_not_get_them_by_a_reason(session, case):
    volunteer = replace(session, actor=replace(session.actor, user=ids.new_id(), role="volunteer"))
    assert accesses.kept_back(volunteer) == []
    with pytest.raises(NotAllowed, match=r"^rights.read$"):
        break_glass(volunteer, "mediation_case", case, REASON)
    assert accesses.page(_other(session, "station_head")) == []
