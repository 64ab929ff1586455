"""Earlier records like what is asked now: alike by their words, without names, days, places or outcomes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.village_desk import cases
from village_desk import ids
from village_desk.commands import records
from village_desk.errors import UserError
from village_desk.queries.similar import MOST, similar, told
from village_desk.session import Actor, Session
from village_desk.store import Birth

RENT = "承包地转包给邻村的人种，租金拖欠三年，能不能收回承包地？"
ASKED = {"content": RENT, "topic": "T08", "name": "[练习]马秀英"}
NOW = ids.new_id()


def consultation(session, content, **values):
    record_id = ids.new_id()
    whole = {
        "name": "[练习]别人", "content": content, "answer": "可以先由村调委会调解。", "topic": "T08",
        "met_on": date(2025, 3, 1), "address": "乌江村三社17号", "phone": "13800000001",
    }  # fmt: skip
    records.save(session, "consultation", record_id, {**whole, **values})
    return record_id


def found(session, typed=None, apart=NOW):
    return [one.id for one in similar(session, typed or ASKED, apart)]


def test_answered_questions_in_the_same_words_are_offered_most_alike_first(session):
    far = consultation(session, "邻居养鸡，气味很大。", topic="T09")
    some = consultation(session, "亲戚借钱后拖欠租金。", topic="T07")
    near = consultation(session, "把承包地转包出去，对方租金拖欠，想收回承包地。")
    assert found(session) == [near, some]
    (first, _second) = similar(session, ASKED, NOW)
    assert first.about == session.profile.label("topic", "T08")
    assert set(first.shared) == {"承包地转包", "租金拖欠", "收回承包地"}
    assert far not in found(session)


def test_the_matter_decides_between_texts_that_share_as_much(session):
    consultation(session, "租金拖欠的事。", topic="T07")
    same = consultation(session, "租金拖欠的事。", topic="T08")
    consultation(session, "租金拖欠的事。", topic="T09")
    assert found(session)[0] == same


def test_at_most_five_are_offered(session):
    for number in range(8):
        consultation(session, f"承包地转包，租金拖欠{number}年。")
    assert len(found(session)) == MOST


@pytest.mark.parametrize(
    "values", [{"answer": None}, {"answer": ""}, {"content": None}, {"content": "承包"}, {"content": "三年"}]
)
def test_what_was_not_answered_or_shares_one_word_helps_nobody(session, values):
    consultation(session, **{"content": "承包地转包，租金拖欠。", **values})
    assert found(session) == []


def test_the_record_itself_and_those_of_the_same_person_are_not_offered(session):
    person = ids.new_id()
    records.save(session, "person", person, {"name": "[练习]马秀英"})
    own = consultation(session, RENT, person=person)
    other = {**ASKED, "name": "[练习]别人的女儿"}
    assert found(session, {**other, "person": person}) == []
    assert found(session, {**other, "name": "[练习]别人"}) == []
    assert found(session, other, own) == []
    assert found(session, other) == [own]
    records.archive(session, "consultation", own)
    assert found(session, other) == []


def test_confidential_records_and_those_of_other_places_are_not_offered(session):
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        values = {"content": RENT, "answer": "调解", "topic": "T08"}
        mine = (session.actor.user.hex(),)
        uow.put("consultation", ids.new_id(), values, born=Birth(class_="restricted", readers=mine))
    assert found(session) == []
    consultation(session, RENT)
    elsewhere = Actor(ids.new_id(), "[练习]别村", "village_clerk", b"", ("620702101299",))
    assert similar(Session(session.store, elsewhere, session.profile), ASKED, NOW) == []


def test_names_days_places_and_amounts_are_no_words_of_a_matter(session):
    with session.store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_village", "乌江村")
    asked = {"content": "乌江村马秀英问，2025年3月1日起三千五百元", "name": "马秀英", "topic": None}
    consultation(session, "乌江村马秀英2025年3月1日三千五百元", topic=None)
    assert found(session, asked) == []


def test_a_mediation_is_offered_once_it_is_at_an_end_and_told_with_what_was_agreed(session):
    begun = cases.begun(session)
    made = cases.finished(session)
    typed = {"content": "共用通道被邻居砌墙占用，怎么办？", "topic": "T09", "name": "[练习]别人"}
    assert found(session, typed) == [made.case]
    assert begun.case not in found(session, typed)
    (one,) = similar(session, typed, NOW)
    assert one.about == session.profile.label("dispute_type", "02")
    case, agreement = told(session, "mediation_case", made.case)
    assert set(case.values) == {"accepted_on", "dispute_type", "facts", "requests"}
    assert agreement.values == {"facts": cases.AGREEMENT["facts"], "terms": cases.AGREEMENT["terms"]}


def test_a_published_typical_case_is_offered_by_its_title(session):
    values = {
        "title": "土地转包合同纠纷调解案", "topic": "T08", "facts": "甲将承包地转包给乙，乙拖欠租金。",
        "handling": "调解", "published_on": date(2026, 1, 5), "draft": "ab" * 16,
    }  # fmt: skip
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("typical_case", case_id := ids.new_id(), values, born=Birth("620702000000"))
    (one,) = similar(session, ASKED, NOW)
    assert (one.kind, one.id, one.about) == ("typical_case", case_id, values["title"])
    (held,) = told(session, "typical_case", case_id)
    assert set(held.values) == set(values) - {"draft"}


def test_what_is_told_says_nothing_of_who_came(session):
    record_id = consultation(session, RENT)
    (held,) = told(session, "consultation", record_id)
    assert set(held.values) == {"met_on", "topic", "content", "answer"}
    records.archive(session, "consultation", record_id)
    with pytest.raises(UserError, match=r"^record.gone$"):
        told(session, "consultation", record_id)


@given(st.text(max_size=60), st.text(max_size=20))
def test_nothing_that_is_typed_can_be_a_mistake(session, content, cause):
    similar(session, {"content": content, "cause": cause, "topic": None}, NOW)


@pytest.mark.parametrize("typed", [{}, {"content": None}, {"content": "？"}])
def test_nothing_asked_finds_nothing(session, typed):
    consultation(session, RENT)
    assert similar(session, typed, NOW) == []
