"""Cases numbered without a block: a provisional number at once, the official one beside it later."""

import pytest

from tests.sync.world import TOWNSHIP
from tests.village_desk import cases
from village_desk.commands import official_numbers, records, reviews
from village_desk.ids import new_id
from village_desk.queries.records import record
from village_desk.queries.reviews import state_of

CASE = "mediation_case"


def case(desk, title):
    case_id = new_id()
    records.save(desk.session, CASE, case_id, {"title": title})
    return case_id


def whole_case(desk):
    """A case with all that is sent for review, but no official number."""
    values = {name: value for name, value in cases.CASE.items() if name != "official_number"}
    records.save(desk.session, CASE, case_id := new_id(), values)
    for side, name in zip(("applicant", "respondent"), cases.PARTIES, strict=True):
        party = {**cases.PARTY, "case": case_id, "side": side, "name": name}
        records.save(desk.session, "case_party", new_id(), party)
    return case_id


def numbers_of(desk, case_id):
    values = record(desk.session, CASE, case_id).values
    return values.get("number"), values.get("official_number")


def use_up(desk, clock):
    """All numbers of this desk are given; what was handed out a moment ago would only be sent again."""
    clock.now += 3_600_000
    with desk.store.unit_of_work(None, clock()) as uow:
        uow.execute('UPDATE "number_block" SET "next" = "last" + 1')


def test_a_case_of_a_desk_without_numbers_gets_its_official_one_after_the_next_round_and_keeps_the_other(
    desk_at, clock
):
    desk, colleague = desk_at(), desk_at("乙[练习]")
    desk.sync()
    use_up(desk, clock)
    first, second = case(desk, "甲、乙相邻纠纷"), case(desk, "丙、丁借款纠纷")
    before = numbers_of(desk, first)[0]
    assert before.startswith("临-")
    assert official_numbers.add(desk.session) == frozenset()  # none is left, and none is made up
    assert desk.sync().complete
    colleague.sync()
    assert official_numbers.add(colleague.session) == frozenset()  # it is the other desk's to give
    assert official_numbers.add(desk.session) == {(CASE, first), (CASE, second)}
    assert official_numbers.add(desk.session) == frozenset()
    for one in (desk, colleague):
        assert one.sync().mismatched == ()
    given = [numbers_of(colleague, case_id) for case_id in (first, second)]
    assert given[0][0] == before
    assert [official[-5:] for _number, official in given] == ["0101号", "0102号"]
    assert numbers_of(desk, first) == given[0]
    third = case(desk, "戊、己赡养纠纷")
    assert numbers_of(desk, third) == (given[0][1].replace("0101", "0103"), None)


@pytest.mark.parametrize("standing", ["waiting", "approved"])
def test_a_case_under_review_waits_for_its_answer_and_an_approved_one_stays_approved(
    desk_at, clock, standing
):
    desk = desk_at()
    office = desk_at("丙[练习]", role="station_head", area=TOWNSHIP, unit=TOWNSHIP)
    desk.sync()
    use_up(desk, clock)
    sent, submission = whole_case(desk), new_id()
    reviews.submit(desk.session, CASE, sent, submission)
    desk.sync()
    office.sync()
    if standing == "approved":
        reviews.review(office.session, submission, new_id(), "approved")
        office.sync()
        desk.sync()
    assert bool(official_numbers.add(desk.session)) == (standing == "approved")
    assert desk.sync().quarantined == 0
    office.sync()
    assert bool(numbers_of(office, sent)[1]) == (standing == "approved")
    assert state_of(office.session, CASE, sent).standing == standing


def test_a_number_given_by_hand_is_let_be_and_costs_none_of_a_block(desk_at, clock):
    desk = desk_at()
    desk.sync()
    use_up(desk, clock)
    closed = case(desk, "甲、乙相邻纠纷")
    desk.sync()
    records.save(desk.session, CASE, closed, {"official_number": "（2026）人工第1号"})
    later = case(desk, "丙、丁借款纠纷")
    assert official_numbers.add(desk.session) == frozenset()
    assert numbers_of(desk, later)[0].endswith("0051号")
