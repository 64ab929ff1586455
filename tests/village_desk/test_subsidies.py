"""The subsidy for cases: which may be claimed, for how much, once, and what changed since."""

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest

from tests.village_desk import cases
from village_desk import ids, profile
from village_desk.commands import moves, records, subsidies
from village_desk.errors import NotAllowed, StoreTrouble, UserError
from village_desk.queries import subsidies as query
from village_desk.queries.records import children, record
from village_desk.subsidies import Rate, Subsidy

CLAIM = {
    "mediator": cases.MEDIATOR,
    "committee": "乌江村人民调解委员会",
    "since": date(2026, 10, 1),
    "until": date(2026, 12, 31),
    "filled_on": date(2026, 11, 20),
}
RATES = (Rate(50, "simple", "oral"), Rate(80, "simple", "written"), Rate(500, "complex"))


@pytest.fixture
def paid(session):
    """A session whose county has said what it pays."""
    rules = Subsidy(("success", "performed", "filed", "papers"), RATES, 0, "")
    return replace(session, profile=replace(session.profile, subsidy=rules))


def filed(session):
    made = cases.finished(session)
    moves.make(session, "mediation_case", made.case, "file")
    return made


def claim(session, **values):
    claim_id = ids.new_id()
    records.save(session, "subsidy_claim", claim_id, {**CLAIM, **values})
    return claim_id


def lines(session, claim_id):
    return children(session, "subsidy_claim", claim_id)["claimed_case"]


def test_a_filed_and_performed_case_is_claimed_with_the_countys_amount(paid):
    made, claim_id = filed(paid), claim(paid)
    _changes, left = subsidies.fill(paid, claim_id)
    assert left == []
    (line,) = lines(paid, claim_id)
    told = {name: line.values.get(name) for name in ("case", "number", "form", "performed", "amount")}
    assert told == {
        "case": made.case, "number": cases.NUMBER, "form": "written", "performed": "done", "amount": 8_000
    }  # fmt: skip
    assert line.values["parties"] == "、".join(cases.PARTIES)
    held = record(paid, "subsidy_claim", claim_id).values
    assert (held["cases"], held["total"]) == (1, 8_000)


def test_a_case_is_claimed_once(paid):
    filed(paid)
    first, second = claim(paid), claim(paid)
    subsidies.fill(paid, first)
    subsidies.fill(paid, first)
    assert len(lines(paid, first)) == 1
    _changes, left = subsidies.fill(paid, second)
    assert lines(paid, second) == []
    assert [reason.code for one in left for reason in one.reasons] == ["subsidy.claimed"]
    records.archive(paid, "subsidy_claim", first)
    subsidies.fill(paid, second)
    assert len(lines(paid, second)) == 1


def test_what_is_left_out_is_named_with_each_reason(paid):
    made = cases.finished(paid)
    for kind in ("instalment", "follow_up", "agreement"):
        records.archive(paid, kind, made.one(kind))
    _changes, (left,) = subsidies.fill(paid, claim(paid))
    assert [reason.code for reason in left.reasons] == [
        "subsidy.unperformed",
        "subsidy.unfiled",
        "subsidy.papers",
    ]
    assert "协议书" in left.reasons[-1].paper


def test_only_the_mediators_own_cases_of_the_period_are_taken_in(paid):
    filed(paid)
    for other in ({"mediator": "[练习]别人"}, {"until": date(2026, 10, 31)}, {"since": date(2026, 11, 3)}):
        claim_id = claim(paid, **other)
        assert subsidies.fill(paid, claim_id)[1] == []
        assert lines(paid, claim_id) == []


def test_a_mediator_is_taken_by_the_whole_name(paid):
    filed(paid)
    claim_id = claim(paid, mediator=cases.MEDIATOR[1:])
    assert subsidies.fill(paid, claim_id)[1] == []
    assert lines(paid, claim_id) == []
    two = claim(paid, mediator=f"[练习]别人、{cases.MEDIATOR}")
    subsidies.fill(paid, two)
    assert len(lines(paid, two)) == 1


def test_a_confidential_case_is_left_out_and_its_parties_do_not_reach_the_claim(paid):
    made = filed(paid)
    readers = f'["{paid.actor.user.hex()}"]'
    with paid.store.unit_of_work(paid.actor, paid.now()) as uow:
        for kind in ("mediation_case", "case_party", "agreement", "instalment", "follow_up", "dossier"):
            within = "" if kind == "mediation_case" else f" WHERE \"case\" = x'{made.case.hex()}'"
            uow.execute(f'UPDATE "{kind}" SET "class" = \'restricted\', "readers" = ?{within}', (readers,))
    claim_id = claim(paid)
    _changes, (left,) = subsidies.fill(paid, claim_id)
    assert [reason.code for reason in left.reasons] == ["subsidy.confidential"]
    assert lines(paid, claim_id) == []


def test_of_many_parties_whole_names_stand_in_the_claim_and_how_many_they_are(paid):
    made = cases.finished(paid, steps=())
    for number in range(60):
        cases.add(
            paid, made, "case_party", {**cases.PARTY, "name": f"[练习]乡邻{number}", "side": "applicant"}
        )
    for move in (*cases.AGREED, "file"):
        moves.make(paid, "mediation_case", made.case, move)
    _changes, _left = subsidies.fill(paid, claim_id := claim(paid))
    told = lines(paid, claim_id)[0].values["parties"]
    assert len(told) <= 200
    assert told.startswith("[练习]乡邻0、[练习]乡邻1、")
    assert told.endswith("等62人")


def test_without_rates_the_amount_is_left_to_the_county(session):
    filed(session)
    claim_id = claim(session)
    subsidies.fill(session, claim_id)
    assert "amount" not in lines(session, claim_id)[0].values
    assert "total" not in record(session, "subsidy_claim", claim_id).values


def test_an_amount_that_a_person_has_changed_stays_and_counts(paid):
    filed(paid)
    claim_id = claim(paid)
    subsidies.fill(paid, claim_id)
    records.save(paid, "claimed_case", lines(paid, claim_id)[0].id, {"amount": 10_000})
    subsidies.fill(paid, claim_id)
    assert record(paid, "subsidy_claim", claim_id).values["total"] == 10_000


def test_a_case_that_changed_after_it_was_claimed_is_flagged(paid):
    made, claim_id = filed(paid), claim(paid)
    subsidies.fill(paid, claim_id)
    held = record(paid, "subsidy_claim", claim_id)
    assert query.flags(paid, held) == []
    records.save(paid, "mediation_case", made.case, {"at_stake": 999_00})
    assert [(one.code, one.case.id) for one in query.flags(paid, held)] == [("subsidy.changed", made.case)]


def test_a_case_that_two_desks_claimed_without_knowing_is_flagged_on_both(paid):
    made = filed(paid)
    first, second = claim(paid), claim(paid)
    subsidies.fill(paid, first)
    (line,) = lines(paid, first)
    with paid.store.unit_of_work(paid.actor, paid.now()) as uow:  # as it arrives from another desk
        uow.put("claimed_case", ids.new_id(), {**line.values, "claim": second})
    for one in (first, second):
        found = query.flags(paid, record(paid, "subsidy_claim", one))
        assert [(flag.code, flag.case.id) for flag in found] == [("subsidy.twice", made.case)]


def test_a_claim_without_a_period_is_told_so_and_an_adviser_makes_none(paid):
    with pytest.raises(UserError, match=r"^subsidy.period$"):
        subsidies.fill(paid, claim(paid, until=None))
    with pytest.raises(UserError, match=r"^subsidy.period$"):
        subsidies.fill(paid, claim(paid, mediator=""))
    adviser = replace(paid, actor=replace(paid.actor, role="adviser"))
    with pytest.raises(NotAllowed):
        subsidies.fill(adviser, claim(paid))


@pytest.mark.parametrize(
    ("difficulty", "form", "agreed", "fen"),
    [
        ("simple", "oral", True, 5_000),
        ("simple", "written", True, 8_000),
        ("complex", "written", True, 50_000),
        ("complex", "none", False, 15_000),
        ("ordinary", "written", True, None),
        ("", "oral", True, None),
    ],
)
def test_the_first_rate_that_fits_counts(difficulty, form, agreed, fen):
    assert Subsidy((), RATES, 30, "").fen(difficulty, form, agreed=agreed) == fen


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"failed_percent": 101}, "subsidy.failed_percent"),
        ({"rates": [{"yuan": 50}, {"yuan": -1}]}, "subsidy.rates.1"),
        ({"rates": [{"yuan": 50, "difficulty": "huge"}]}, "subsidy.rates.0"),
        ({"needs": ["fame"]}, "subsidy"),
    ],
)
def test_a_profile_with_wrong_rules_is_refused_with_the_place(tmp_path, wrong, place):
    folder = tmp_path / "county"
    shutil.copytree(profile.NATIONAL, folder)
    file = folder / "profile.json"
    said = json.loads(file.read_text("utf-8"))
    said["subsidy"] |= wrong
    file.write_text(json.dumps(said), "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert caught.value.code == "profile.value"
    assert place in str(caught.value.details["place"])
