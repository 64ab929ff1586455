"""Moves: each from its states, by its roles, with what it needs, and with its article when it is refused."""

from datetime import date
from pathlib import Path

import pytest

from village_desk import ids, rights, workflow
from village_desk.errors import Invalid, NotAllowed, StoreTrouble
from village_desk.kinds import KINDS

CONSULTATION, CASE, AID = (KINDS[name] for name in ("consultation", "mediation_case", "legal_aid"))
ASKED = {
    "met_on": date(2026, 11, 21),
    "name": "[练习]张三",
    "channel": "1",
    "content": "问",
    "answer": "答",
    "handling": ("1",),
    "outcome": "yes",
}
APPLIED = {
    "source": "application",
    "dispute_type": "02",
    "applied_on": date(2026, 11, 20),
    "accepted_on": date(2026, 11, 21),
    "facts": "争",
    "mediator": "[练习]李四",
}
FIRST, SECOND = ids.new_id(), ids.new_id()


def parties(**values: object) -> dict[str, dict[bytes, dict[str, object]]]:
    first = {"side": "applicant", "name": "[练习]王五"} | values
    return {"case_party": {FIRST: first, SECOND: {"side": "respondent", "name": "[练习]赵六"}}}


def test_a_consultation_answered_on_the_spot_is_finished_in_one_step():
    assert workflow.initial_state("consultation") == "registered"
    assert workflow.check_move(CONSULTATION, ASKED, "close", "village_clerk", {}) == "closed"
    reopened = workflow.check_move(CONSULTATION, ASKED | {"state": "closed"}, "reopen", "village_clerk", {})
    assert reopened == "answered"


@pytest.mark.requirement("R078")
def test_a_consultation_is_not_closed_without_saying_whether_it_was_solved():
    with pytest.raises(Invalid) as caught:
        workflow.check_move(CONSULTATION, ASKED | {"outcome": None}, "close", "village_clerk", {})
    assert [(one.field, one.code) for one in caught.value.problems] == [("outcome", "missing")]


def test_a_case_is_accepted_with_two_named_parties_and_everything_missing_is_said_at_once():
    assert workflow.check_move(CASE, APPLIED, "accept", "mediator", parties()) == "accepted"
    with pytest.raises(Invalid) as caught:
        workflow.check_move(CASE, APPLIED | {"facts": " "}, "accept", "mediator", parties(name=""))
    fields = [one.field for one in caught.value.problems]
    assert fields == ["facts", f"case_party:{ids.id_text(FIRST)}:name"]
    with pytest.raises(Invalid) as caught:
        workflow.check_move(CASE, APPLIED, "accept", "mediator", {})
    assert [one.code for one in caught.value.problems] == ["needs.case_party"]


def test_an_agreement_comes_before_the_case_is_agreed():
    accepted = APPLIED | {"state": "accepted"}
    with pytest.raises(Invalid) as caught:
        workflow.check_move(CASE, accepted, "agree", "mediator", parties())
    assert [one.code for one in caught.value.problems] == ["needs.agreement"]
    written = {"facts": "争", "terms": "和", "performance": "即时"}
    children = parties() | {"agreement": {ids.new_id(): written}}
    with pytest.raises(Invalid) as caught:
        workflow.check_move(CASE, accepted, "agree", "mediator", children)
    assert [one.code for one in caught.value.problems] == ["case.no_record"]
    children |= {"mediation_session": {ids.new_id(): {"record": "笔录"}}}
    assert workflow.check_move(CASE, accepted, "agree", "mediator", children) == "agreed"


def test_an_illegal_move_says_why_with_its_article():
    with pytest.raises(NotAllowed) as caught:
        workflow.check_move(CASE, APPLIED | {"state": "closed"}, "fail", "mediator", {})
    assert caught.value.code == "move.state"
    assert caught.value.details["article"] == "人民调解法 第二十六条"
    with pytest.raises(NotAllowed, match=r"move\.role"):
        workflow.check_move(AID, {"state": "received"}, "grant", "adviser", {})
    with pytest.raises(NotAllowed, match=r"move\.unknown"):
        workflow.check_move(CONSULTATION, ASKED, "grant", "village_clerk", {})
    with pytest.raises(NotAllowed, match=r"move\.unknown"):
        workflow.check_move(CONSULTATION, ASKED, "register", "village_clerk", {})


def test_only_possible_moves_are_offered():
    offered = [move.name for move in workflow.moves_from("legal_aid", "", "village_clerk")]
    assert offered == ["sign", "withdraw"]
    assert workflow.moves_from("legal_aid", "drafting", "supervisor") == []
    assert workflow.initial_state("person") == ""


def test_a_submission_needs_what_the_fields_say_although_it_changes_no_state():
    missing = workflow.missing(CASE, {}, "submit", parties(name=""))
    assert {one.field.split(":")[-1] for one in missing} >= {"facts", "mediator", "name"}
    assert workflow.missing(KINDS["person"], {"name": "[练习]张三"}, "use", {}) == []


def test_every_move_a_field_names_exists_and_every_move_is_of_a_known_kind_and_role():
    made = {(move.kind, move.name) for move in workflow.load()}
    parents = {
        kind.name: kind.fields[kind.parent].to if kind.parent else kind.name for kind in KINDS.values()
    }
    for kind in KINDS.values():
        for name in {move for spec in kind.fields.values() for move in spec.required} - {"submit", "use"}:
            assert (kind.name, name) in made or (parents[kind.name], name) in made
    for move in workflow.load():
        assert move.kind in KINDS
        assert set(move.roles) <= {role for role in rights.ROLES if rights.reach(role, "move", move.kind)}


@pytest.mark.parametrize("kind", ["consultation", "mediation_case", "legal_aid"])
def test_every_state_can_be_reached_and_left_or_is_the_end(kind: str):
    moves = [move for move in workflow.load() if move.kind == kind]
    reached, before = {workflow.initial_state(kind)}, set()
    while reached != before:
        before = set(reached)
        reached |= {move.to for move in moves if before & set(move.from_)}
    assert reached == {move.to for move in moves}
    assert reached - {state for move in moves for state in move.from_} <= {
        "archived",
        "closed",
        "brought_in",
        "called_back",
    }


def test_a_wrong_or_missing_table_is_refused(tmp_path: Path):
    file = tmp_path / "moves.csv"
    file.write_text(
        "kind,from,move,to,roles,needs,article,hint\nperson,a,go,b,adviser,case_party,,\n", "utf-8"
    )
    with pytest.raises(StoreTrouble) as caught:
        workflow.load(file)
    assert (caught.value.code, caught.value.details["line"]) == ("moves.table", 2)
    with pytest.raises(StoreTrouble, match=r"moves\.missing"):
        workflow.load(tmp_path / "gone.csv")
