"""Who comes in: periods that may run out, who somebody already is, entries made one, the whole story."""

from datetime import date

import pytest

from tests.village_desk.test_commands import township
from village_desk import duties, ids, limits, priority, profile
from village_desk.commands import persons as commands
from village_desk.commands import records
from village_desk.errors import NotAllowed, UserError
from village_desk.queries import lists, persons
from village_desk.queries.chain import story_of
from village_desk.queries.persons import Described
from village_desk.queries.records import record
from village_desk.session import Actor, Session

NATIONAL = profile.load()
NUMBER = "11010519491231002X"


def person(session, name="[练习]王小艺", **values):
    person_id = ids.new_id()
    records.save(session, "person", person_id, {"party_type": "natural", "name": name, **values})
    return person_id


def visit(session, person_id=None, **values):
    visit_id = ids.new_id()
    held = {
        "name": "[练习]王小艺",
        "met_on": date(2026, 11, 2),
        "content": "问",
        "person": person_id,
        **values,
    }
    records.save(session, "consultation", visit_id, held)
    return visit_id


# ---------------------------------------------------------------- periods that may run out


@pytest.mark.parametrize(
    ("rule", "happened", "last"),
    [
        ("civil", date(2024, 3, 1), date(2027, 3, 1)),
        ("civil", date(2024, 2, 29), date(2027, 3, 1)),  # 2027-02-28 is a Sunday
        ("labour", date(2025, 11, 26), date(2026, 11, 26)),
        ("land", date(2024, 11, 25), date(2026, 11, 25)),
        ("injury_employer", date(2026, 10, 27), date(2026, 11, 26)),
        ("injury_worker", date(2025, 12, 1), date(2026, 12, 1)),
        ("review", date(2026, 9, 25), date(2026, 11, 24)),
        ("suit", date(2026, 5, 25), date(2026, 11, 25)),
        ("suit_after_review", date(2026, 11, 9), date(2026, 11, 24)),
        ("compensation", date(2024, 11, 27), date(2026, 11, 27)),
    ],
)
def test_the_last_day_of_each_period_is_as_counted_by_hand(rule, happened, last):
    found = limits.limit_of(NATIONAL, {"limit_rule": rule, "happened_on": happened}, date(2026, 11, 22))
    assert found.last_day == last
    assert found.left == (last - date(2026, 11, 22)).days
    assert found.deadline.article


@pytest.mark.parametrize(
    ("today", "urgent"),
    [
        (date(2026, 11, 19), False),
        (date(2026, 11, 20), True),
        (date(2026, 11, 26), True),
        (date(2026, 11, 27), False),
    ],
)
def test_a_matter_is_urgent_with_fewer_than_seven_days_left_and_not_once_they_are_over(today, urgent):
    values = {"limit_rule": "labour", "happened_on": date(2025, 11, 26)}
    assert limits.is_urgent(NATIONAL, values, today) is urgent


def test_what_has_no_limit_has_none_and_a_day_named_by_a_paper_is_taken():
    today = date(2026, 11, 22)
    assert limits.limit_of(NATIONAL, {"limit_rule": "none", "happened_on": today}, today) is None
    named = {"limit_rule": "other", "limit_on": date(2026, 11, 25)}
    assert limits.limit_of(NATIONAL, named, today).left == 3


def test_each_matter_in_village_words_has_one_usual_period_at_most():
    for topic in NATIONAL.lists["topic"]:
        naming = [one.code for one in NATIONAL.lists["limit_rule"] if topic.code in one.maps_to.split()]
        assert len(naming) <= 1
    assert limits.usual_rule(NATIONAL, "T05") == "labour"
    assert limits.usual_rule(NATIONAL, "T99") == ""


def test_violence_at_home_and_a_child_ask_for_a_report_before_anything_is_saved():
    told = {"topic": "T03", "content": "孩子被打", "age": 9}
    assert duties.suspected(told, [told], [], date(2026, 11, 22)) == ["family_violence", "minor"]
    assert duties.suspected({"content": "借钱"}, [{}], [], date(2026, 11, 22)) == []


@pytest.mark.requirement("R099", "R242")
def test_only_groups_the_law_names_go_first_and_every_group_has_its_place_in_the_counts():
    core = {one.code for one in NATIONAL.lists["applicant_class"]}
    assert all(one.maps_to in core for one in NATIONAL.lists["priority_group"])
    first = [code for code, (words, _article) in priority.MEANS.items() if words == "priority.first"]
    assert sorted(first) == ["G07", "G08"]


@pytest.mark.parametrize(("age", "groups"), [(None, ()), (17, ("G04",)), (18, ()), (59, ()), (60, ("G03",))])
def test_the_groups_of_an_age_are_ticked_by_themselves(age, groups):
    assert priority.by_age(age) == groups


def test_what_a_group_means_is_said_once_for_all_it_is_for():
    found = priority.meanings(("G10", "G11", "G05"))
    assert list(found.values()) == [["G10", "G11"]]


# ---------------------------------------------------------------- who is it


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Described(id_number=NUMBER.lower()), "number"),
        (Described("[练习]王小艺", born_on=date(1949, 12, 31)), "name_and_birth"),
        (Described("[练习]王小艺", phone="13809361234"), "name_and_phone"),
        (Described("[练习]王小艺"), "name"),
        (Described("[练习]别人", phone="13809361234"), "phone"),
        (Described("[练习]王晓艺"), "sound"),
        (Described("[练习]王小藝"), "sound"),
    ],
)
def test_who_is_likely_the_same_is_found_and_why(session, wanted, why):
    known = person(session, id_number=NUMBER, phone="13809361234")
    person(session, "[练习]赵大海")
    (found,) = persons.likenesses(session, wanted)
    assert (found.person.id, found.why) == (known, why)


def test_two_entries_become_one_and_two_again_and_nothing_else_changes(session):
    one, other = person(session), person(session, phone="13809361234")
    held = visit(session, one)
    commands.merge(session, one, other)
    assert [each.person.id for each in persons.likenesses(session, Described("[练习]王小艺"))] == [other]
    assert [each.id for each in lists.page(session, "person")] == [other]
    assert record(session, "consultation", held).values["person"] == one
    assert [each.id for each in persons.merged_entries(session, other)] == [one]
    commands.unmerge(session, one)
    assert {each.id for each in lists.page(session, "person")} == {one, other}
    assert persons.merged_entries(session, other) == []


def test_nobody_merges_what_stands_for_an_entry_and_is_not_theirs_to_write(session):
    """What is written is the entry that stands, which may lie elsewhere than the one in hand."""
    unit = session.store.unit_code
    one, other, standing = person(session), person(session), person(session)
    with session.store.unit_of_work(None, session.now()) as uow:
        uow.put("person", one, {"merged_into": standing})
    session.store.database.execute_sql(
        'UPDATE "person" SET "scope" = ? WHERE "id" = ?', (unit[:9] + "299", standing)
    )
    with pytest.raises(NotAllowed):
        commands.merge(session, one, other)
    assert record(session, "person", one).values["merged_into"] == standing


def test_a_merge_of_merged_entries_joins_those_that_stand_and_none_twice(session):
    a, b, c = (person(session) for _ in range(3))
    commands.merge(session, a, b)
    commands.merge(session, a, c)
    assert set(persons.entries_of(session, a)) == {a, b, c}
    assert persons.entries_of(session, a)[0] == c
    with pytest.raises(UserError, match="same"):
        commands.merge(session, c, b)
    with pytest.raises(UserError, match="not_merged"):
        commands.unmerge(session, c)


def test_two_desks_that_merge_the_other_way_round_leave_one_person_not_none(session):
    a, b = sorted((person(session), person(session)))
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("person", a, {"merged_into": b})
        uow.put("person", b, {"merged_into": a})
    assert persons.entries_of(session, b) == (a, b)
    assert [each.id for each in lists.page(session, "person")] == [a]


def test_who_may_not_write_a_person_merges_nobody(session):
    one, other = person(session), person(session)
    reader = Actor(ids.new_id(), "[练习]志愿者", "volunteer", b"", session.actor.holds[0].areas)
    with pytest.raises(NotAllowed):
        commands.merge(Session(session.store, reader, session.profile, session.clock), one, other)


def test_a_household_has_one_head_and_is_the_same_from_every_member(session):
    head, wife, son = person(session), person(session, "[练习]李㛃"), person(session, "[练习]王喆")
    commands.join_household(session, wife, head)
    commands.join_household(session, son, wife)
    members = [
        [one.id for one in persons.household(session, record(session, "person", each))]
        for each in (head, son)
    ]
    assert members[0] == members[1] == [head, *members[0][1:]]
    assert set(members[0]) == {head, wife, son}
    with pytest.raises(UserError, match="same"):
        commands.join_household(session, head, wife)
    commands.join_household(session, son, None)
    assert len(persons.household(session, record(session, "person", head))) == 2
    elder = person(session, "[练习]王老汉")
    commands.join_household(session, head, elder)
    for each in (elder, head, wife):
        held = persons.household(session, record(session, "person", each))
        assert [one.id for one in held] == [elder, head, wife]


def test_a_proof_seen_puts_its_group_among_those_of_the_person(session):
    known = person(session, groups=("G03",))
    records.save(
        session, "priority_proof", ids.new_id(), {"person": known, "group": "G10", "proof": "低保证"}
    )
    assert record(session, "person", known).values["groups"] == ("G03", "G10")


# ---------------------------------------------------------------- the whole story


@pytest.mark.requirement("R013", "R090")
def test_the_whole_story_goes_through_merged_entries_and_what_grew_out_of_a_visit(session):
    one, other = person(session), person(session)
    first = visit(session, one)
    second = visit(session, other, visit=first, met_on=date(2026, 11, 3))
    case, slip, own = ids.new_id(), ids.new_id(), ids.new_id()
    records.save(session, "mediation_case", case, {"title": "[练习]纠纷", "consultation": first})
    records.save(
        session, "referral", slip, {"name": "[练习]王小艺", "case": case, "received_on": date(2026, 11, 9)}
    )
    records.save(session, "mediation_case", own, {"title": "[练习]另案", "applied_on": date(2026, 11, 8)})
    records.save(session, "case_party", ids.new_id(), {"case": own, "person": other, "name": "[练习]王小艺"})
    order = ids.new_id()
    called = {"name": "[练习]王小艺", "person": one, "called_on": date(2026, 11, 4), "source": "12348"}
    records.save(session, "hotline_order", order, called)
    commands.merge(session, one, other)
    for start in (("person", one), ("person", other), ("referral", slip), ("consultation", second)):
        story = story_of(session, *start)
        assert [person.id for person in story.persons] == ([other] if start[0] != "referral" else [])
        lines = [(line.record.id, line.depth) for line in story.links]
        assert set(lines) >= {(first, 0), (second, 1), (case, 1), (slip, 2)}
        assert ((own, 0) in lines) is (start[0] != "referral")
        assert ((order, 0) in lines) is (start[0] != "referral")


def test_a_story_shows_nobody_what_they_may_not_read(session):
    known = person(session)
    visit(session, known)
    mediator = Actor(ids.new_id(), "[练习]调解员", "volunteer", b"", session.actor.holds[0].areas)
    assert (
        story_of(Session(session.store, mediator, session.profile, session.clock), "person", known).links
        == ()
    )
    assert len(story_of(township(session), "person", known).links) == 1
