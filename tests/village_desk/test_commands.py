"""What a user can do: save, move, send to the township, review, print, attach, draft."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from village_desk import changes, fields, ids, rights, times
from village_desk.commands import attachments, drafts, exports, moves, numbers, papers, records, reviews
from village_desk.commands.papers import Printed
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.kinds import KINDS
from village_desk.queries import drafts as drafts_query
from village_desk.queries import history, lists, outbox, persons, search, today
from village_desk.queries import papers as papers_query
from village_desk.queries import records as records_query
from village_desk.queries import reviews as reviews_query
from village_desk.queries.reviews import Remark
from village_desk.session import Actor, Session
from village_desk.store import Birth, county_link

DAY = date(2026, 11, 20)
GOOD = {
    "name": "[练习]马秀英",
    "met_on": DAY,
    "channel": "1",
    "content": "地租出去了，人家不给钱",
    "answer": "可先由村调委会调解",
    "handling": ("1",),
    "outcome": "yes",
}


def consultation(session, **values):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {**GOOD, **values})
    return record_id


def township(session):
    actor = Actor(ids.new_id(), "[练习]李站长", "station_head", b"", (session.store.unit_code[:9],))
    return Session(session.store, actor, session.profile, session.clock)


def test_sex_birth_date_and_age_come_from_the_id_number_and_never_over_what_was_typed(session):
    person, visit = ids.new_id(), ids.new_id()
    records.save(session, "person", person, {"name": "[练习]甲", "id_number": "11010519491231002x"})
    held = records_query.record(session, "person", person).values
    assert (held["sex"], held["born_on"], held["id_number"]) == (
        "2",
        date(1949, 12, 31),
        "11010519491231002X",
    )
    records.save(
        session,
        "consultation",
        visit,
        {"sex": "1", "id_number": "11010519491231002X", "met_on": date(2026, 12, 30)},
    )
    held = records_query.record(session, "consultation", visit).values
    assert (held["sex"], held["age"]) == ("1", 76)


def test_all_problems_are_told_at_once_and_nothing_is_saved(session):
    with pytest.raises(Invalid) as raised:
        consultation(session, id_number="110105194912310021", phone="abc", channel="99", name="长" * 61)
    assert {(one.field, one.code) for one in raised.value.problems} == {
        ("id_number", "id_card.check_digit"),
        ("phone", "phone.characters"),
        ("channel", "code.unknown"),
        ("name", "text.long"),
    }
    assert lists.count(session, "consultation") == 0


def test_an_error_never_repeats_what_was_typed(session):
    with pytest.raises(Invalid) as raised:
        consultation(session, id_number="110105194912310021", phone="秘密")
    assert "秘密" not in repr(raised.value) + str(raised.value) + repr(raised.value.problems)


def test_a_narrative_of_ten_thousand_characters_and_emoji_are_kept_whole(session):
    long = "他说🙂" * 2_500
    record_id = consultation(session, content=long)
    assert records_query.record(session, "consultation", record_id).values["content"] == long


def test_an_incomplete_record_is_kept_and_a_move_says_all_that_is_missing(session):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, {"name": "[练习]甲"})
    with pytest.raises(Invalid) as raised:
        moves.make(session, "consultation", record_id, "close")
    assert {one.field for one in raised.value.problems} >= {"met_on", "content", "answer", "outcome"}
    assert records_query.record(session, "consultation", record_id).state == "registered"


def test_an_impossible_move_says_which_rule_stands_in_the_way(session):
    record_id = consultation(session)
    moves.make(session, "consultation", record_id, "close")
    with pytest.raises(NotAllowed, match=r"^move.state$") as raised:
        moves.make(session, "consultation", record_id, "answer")
    assert raised.value.details["article"]


def test_a_state_cannot_be_written_by_hand(session):
    record_id = consultation(session)
    with pytest.raises(UserError, match=r"^record.read_only$"):
        records.save(session, "consultation", record_id, {"state": "closed"})


def test_a_volunteer_may_not_write_what_only_the_room_writes(make_session):
    volunteer = make_session(role="volunteer")
    with pytest.raises(NotAllowed):
        records.save(volunteer, "legal_aid", ids.new_id(), {"name": "[练习]甲"})
    assert lists.count(volunteer, "legal_aid") == 0


def test_numbers_come_from_the_county_and_are_provisional_without_it(session):
    first = records_query.record(session, "consultation", consultation(session)).values["number"]
    assert first.startswith("临-")
    with session.store.unit_of_work(None, 1) as uow:
        county_link.add_block(uow, "consultation", 2026, 51, 52)
    given = [
        records_query.record(session, "consultation", consultation(session)).values["number"]
        for _ in range(3)
    ]
    assert "0051" in given[0]
    assert "0052" in given[1]
    assert given[2].startswith("临-")
    assert len({first, *given}) == 4
    assert numbers.left(session, "consultation", 2026) == 0


def test_a_person_is_found_before_another_is_made(session):
    person = ids.new_id()
    records.save(session, "person", person, {"name": "[练习]曾小贤", "phone": "13912345678"})
    other = ids.new_id()
    records.save(session, "person", other, {"name": "[练习]曾晓娴", "id_number": "11010519491231002X"})
    assert persons.likely(session, "曾小贤")[0].id == person
    assert {one.id for one in persons.likely(session, "zxx")} == {person, other}
    assert persons.likely(session, "", "11010519491231002x")[0].id == other
    assert persons.likely(session) == []


def test_a_merged_person_leads_to_the_one_they_were_merged_into(session):
    one, other = ids.new_id(), ids.new_id()
    records.save(session, "person", one, {"name": "[练习]甲"})
    with session.store.unit_of_work(session.actor, 1) as uow:
        uow.put("person", other, {"name": "[练习]甲", "merged_into": one})
    merged = records_query.record(session, "person", other)
    assert persons.resolved(session, merged).id == one
    assert [found.id for found in persons.likely(session, "[练习]甲")] == [one]


@pytest.mark.requirement("R105")
def test_the_township_returns_a_record_with_a_remark_and_it_waits_on_today(session):
    record_id, sent, answer = consultation(session), ids.new_id(), ids.new_id()
    reviews.submit(session, "consultation", record_id, sent)
    station = township(session)
    assert [task.what for task in today.tasks(station)] == ["review"]
    reviews.review(station, sent, answer, "returned", [Remark("answer", "请写明依据的条款")])
    state = reviews_query.state_of(session, "consultation", record_id)
    assert (state.standing, state.round, state.remarks) == (
        "returned",
        1,
        (Remark("answer", "请写明依据的条款"),),
    )
    task = next(task for task in today.tasks(session) if task.urgency == "returned")
    assert (task.field, task.said_by, task.record_id) == ("answer", "[练习]李站长", record_id)


@pytest.mark.requirement("R105")
def test_a_resubmitted_record_no_longer_waits_here_and_an_approved_one_is_locked(session):
    record_id, first, second = consultation(session), ids.new_id(), ids.new_id()
    station = township(session)
    reviews.submit(session, "consultation", record_id, first)
    reviews.review(station, first, ids.new_id(), "returned", [Remark("answer", "补充")])
    records.save(session, "consultation", record_id, {"answer": "依民法典第五百七十九条"})
    reviews.submit(session, "consultation", record_id, second)
    assert not [task for task in today.tasks(session) if task.urgency == "returned"]
    reviews.review(station, second, ids.new_id(), "approved")
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(session, "consultation", record_id, {"answer": "改"})
    moves.make(session, "consultation", record_id, "close")
    assert reviews_query.is_locked(session, "consultation", record_id)


def test_what_hangs_on_an_approved_case_is_locked_with_it(session):
    case, party, sent = ids.new_id(), ids.new_id(), ids.new_id()
    values = {
        "source": "1", "dispute_type": "02", "accepted_on": DAY, "facts": "地界", "mediator": "[练习]王",
    }  # fmt: skip
    values["source"] = next(iter(session.profile.codes("mediation_source", DAY))).code
    records.save_all(
        session, [("mediation_case", case, values), ("case_party", party, {"case": case, "name": "[练习]甲"})]
    )
    reviews.submit(session, "mediation_case", case, sent)
    reviews.review(township(session), sent, ids.new_id(), "approved")
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(session, "case_party", party, {"name": "[练习]乙"})
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(session, "case_party", ids.new_id(), {"case": case, "name": "[练习]丙"})


def test_nobody_reviews_their_own_work(make_session):
    station = make_session("620702101", "station_head")
    sent = ids.new_id()
    reviews.submit(station, "consultation", consultation(station), sent)
    with pytest.raises(NotAllowed, match=r"^review.own$"):
        reviews.review(station, sent, ids.new_id(), "approved")


def test_a_submission_is_answered_once_and_never_by_the_village(session):
    station = township(session)
    sent = ids.new_id()
    reviews.submit(session, "consultation", consultation(session), sent)
    with pytest.raises(NotAllowed):
        reviews.review(session, sent, ids.new_id(), "approved")
    with pytest.raises(UserError, match=r"^review.remark_missing$"):
        reviews.review(station, sent, ids.new_id(), "returned", [Remark("", "  ")])
    reviews.review(station, sent, ids.new_id(), "approved")
    with pytest.raises(UserError, match=r"^review.done$"):
        reviews.review(station, sent, ids.new_id(), "returned", [Remark("", "再看")])


def test_the_same_text_is_not_sent_twice(session):
    record_id = consultation(session)
    reviews.submit(session, "consultation", record_id, ids.new_id())
    with pytest.raises(UserError, match=r"^review.unchanged$"):
        reviews.submit(session, "consultation", record_id, ids.new_id())


def test_hardship_figures_stay_out_of_what_is_frozen_and_out_of_search(session):
    aid, statement = ids.new_id(), ids.new_id()
    records.save_all(
        session,
        [
            ("legal_aid", aid, {"name": "[练习]吴䶮"}),
            (
                "hardship_statement",
                statement,
                {"legal_aid": aid, "name": "[练习]贫困户", "spending": "住院四万"},
            ),
        ],
    )
    assert "住院" not in papers_query.frozen(session, "legal_aid", aid).decode()
    assert search.find_all(session, "贫困户") == []
    records_query.record(session, "hardship_statement", statement)
    assert session.store.query('SELECT "of_kind" FROM "access"') == [("hardship_statement",)]


def test_a_printed_sheet_keeps_what_stood_on_it(session):
    record_id = consultation(session)
    printed = Printed("consultation", "024", 1, 1)
    for _ in range(2):
        papers.record_sheet(session, ("consultation", record_id), ids.new_id(), printed)
    sheets = records_query.about(session, "sheet", "consultation", record_id)
    assert [sheet.values["version"] for sheet in sheets] == [1, 2]
    content = json.loads(sheets[0].values["content"])
    assert content["values"]["answer"] == GOOD["answer"]


def test_an_attachment_is_kept_encrypted_and_waits_for_the_county(session, tmp_path):
    record_id, photo = consultation(session), ids.new_id()
    about = {"title": "签名页", "media_type": "image/jpeg"}
    attachments.attach(session, ("consultation", record_id), photo, b"original" * 99, about, wire=b"small")
    held = records_query.record(session, "attachment", photo).values
    assert session.store.attachments.read(bytes.fromhex(held["digest"])) == b"original" * 99
    assert outbox.status(session).blobs_waiting == 1
    with pytest.raises(UserError, match=r"^attachment.empty$"):
        attachments.attach(session, ("consultation", record_id), ids.new_id(), b"", about)


def test_a_draft_is_offered_to_its_user_only_and_keeps_what_is_wrong(session):
    record_id = ids.new_id()
    drafts.keep(
        session, "consultation:new", "consultation", record_id, {"name": "[练习]甲", "met_on": "明天"}
    )
    other = Session(
        session.store,
        Actor(ids.new_id(), "[练习]乙", "village_clerk", b"", session.actor.areas),
        session.profile,
    )
    assert drafts_query.open_drafts(other) == []
    (held,) = drafts_query.open_drafts(session, "consultation:new")
    assert (held.values["name"], held.values["met_on"], held.record_id) == ("[练习]甲", "明天", record_id)
    drafts.drop(session, "consultation:new")
    assert drafts_query.open_drafts(session) == []


def test_a_period_that_ran_out_comes_first_with_its_article(session):
    consultation(session, met_on=date(2026, 10, 8))
    task = today.tasks(session)[0]
    assert task.urgency == "overdue"
    assert task.article


def agreed_on(session, day):
    """Make a case with an agreement of that day, to be performed a week later."""
    case = ids.new_id()
    records.save(session, "mediation_case", case, {"title": "[练习]相邻用水"})
    agreed = {"case": case, "signed_on": day, "sealed_on": day, "due_on": day + timedelta(days=7)}
    records.save(session, "agreement", ids.new_id(), agreed)
    return case


def periods(session):
    return {task.what for task in today.tasks(session) if task.kind == "agreement"}


def test_a_visit_ends_the_reminder_of_it_and_an_application_that_to_go_to_court(session):
    case = agreed_on(session, times.legal_day(session.now()))
    assert periods(session) == {"deadline.joint_confirmation", "deadline.follow_up"}
    other = ids.new_id()
    records.save(session, "mediation_case", other, {"title": "[练习]别的案件"})
    records.save(session, "follow_up", ids.new_id(), {"case": other, "record": "别的"})
    assert len(periods(session)) == 2
    records.save(session, "follow_up", ids.new_id(), {"case": case, "record": "已履行"})
    assert periods(session) == {"deadline.joint_confirmation"}
    records.save(session, "court_confirmation", ids.new_id(), {"case": case, "court": "甘州区"})
    assert periods(session) == set()


def test_a_right_that_has_lapsed_is_not_called_overdue_but_a_visit_that_is_late_is(session):
    agreed_on(session, times.legal_day(session.now()) - timedelta(days=90))
    (task,) = [task for task in today.tasks(session) if task.kind == "agreement"]
    assert (task.what, task.urgency) == ("deadline.follow_up", "overdue")


def test_a_desk_of_one_village_does_not_show_the_next(session):
    record_id = consultation(session)
    actor = Actor(ids.new_id(), "[练习]邻", "village_clerk", b"", ("620702101202",))
    neighbour = Session(session.store, actor, session.profile, session.clock)
    assert lists.page(neighbour, "consultation") == []
    assert search.find_all(neighbour, "马秀英") == []
    assert records_query.find(neighbour, "consultation", record_id) is None
    with pytest.raises(NotAllowed):
        records_query.record(neighbour, "consultation", record_id)
    with pytest.raises(NotAllowed):
        records.save(neighbour, "consultation", record_id, {"answer": "改"})


def seen_by(session, role, areas=None):
    actor = Actor(ids.new_id(), "[练习]乙", role, b"", areas or session.actor.areas)
    return Session(session.store, actor, session.profile, session.clock)


def aid_with_hardship(session):
    aid, statement, member = ids.new_id(), ids.new_id(), ids.new_id()
    entries = [
        ("legal_aid", aid, {"name": "[练习]丙"}),
        ("hardship_statement", statement, {"legal_aid": aid, "name": "[练习]丙", "total_income": 120_000,
                                           "id_number": "11010519491231002X", "spending": "看病"}),
        ("household_member", member, {"statement": statement, "name": "[练习]丁", "wages": 90_000}),
    ]  # fmt: skip
    records.save_all(session, entries)
    return aid, statement, member


def hand_over(session, aid):
    with session.store.unit_of_work(session.actor, 1) as uow:
        uow.put("legal_aid", aid, {"state": "handed_over"})


def test_lists_and_counts_hold_what_the_actor_may_read_and_nothing_else(session):
    visit = consultation(session)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("consultation", ids.new_id(), {"name": "[练习]密"}, born=Birth(class_="restricted"))
        named = (session.actor.user.hex(),)
        uow.put("consultation", ids.new_id(), {"name": "[练习]告"}, born=Birth("", "restricted", named))
        uow.put("consultation", ids.new_id(), {"name": "[练习]远"}, born=Birth("620702101202"))
    aid_with_hardship(session)
    assert [one.name for one in lists.page(session, "consultation")] == ["[练习]告", "[练习]马秀英"]
    assert lists.count(session, "consultation") == 2
    township = seen_by(session, "station_staff", ("620702101",))
    assert [one.name for one in lists.page(township, "consultation")] == ["[练习]远", "[练习]马秀英"]
    assert [one.id for one in lists.page(township, "consultation", text="马秀英")] == [visit]
    assert (lists.count(township, "consultation"), lists.count(township, "consultation", text="马秀英")) == (
        2,
        1,
    )
    assert lists.page(seen_by(session, "volunteer"), "consultation") == []
    assert lists.count(seen_by(session, "adviser"), "hardship_statement") == 0


def test_hardship_figures_are_hidden_from_the_room_once_sent(session):
    aid, statement, member = aid_with_hardship(session)
    assert records_query.record(session, "hardship_statement", statement).values["total_income"] == 120_000
    hand_over(session, aid)
    held = records_query.record(session, "hardship_statement", statement)
    assert (held.values.get("total_income"), held.values["id_number"]) == (None, "110105********002X")
    shown = [
        lists.page(session, "hardship_statement")[0].values,
        records_query.children(session, "hardship_statement", statement)["household_member"][0].values,
        papers_query.content(session, "hardship_statement", statement),
        json.loads(papers_query.frozen(session, "hardship_statement", statement)),
        [event.fields for event in history.of(session, "hardship_statement", statement)],
        [event.fields for event in history.of(session, "household_member", member)],
    ]
    for secret in ("120000", "120_000", "90000", "看病", "19491231"):
        assert secret not in repr(shown)


@pytest.mark.parametrize("state", ["handed_over", "supplementing", "objecting", "called_back"])
def test_hardship_figures_leave_by_no_export_and_no_sheet_whatever_became_of_the_application(
    session, tmp_path, state
):
    aid, statement, _member = aid_with_hardship(session)
    sheet = ids.new_id()
    printed = Printed("hardship_statement", "027", 1, 1)
    papers.record_sheet(session, ("hardship_statement", statement), sheet, printed)
    assert "120000" in str(records_query.record(session, "sheet", sheet).values["content"])
    with session.store.unit_of_work(session.actor, 1) as uow:
        uow.put("legal_aid", aid, {"state": state})
    exports.export_lines(session, tmp_path / "out.jsonl")
    exported = (tmp_path / "out.jsonl").read_text("utf-8")
    shown = records_query.record(session, "sheet", sheet).values
    found = [one for text in ("120000", "看病", "丁") for one in search.hits(session, text)]
    for secret in ("120000", "1200.00", "90000", "看病", "19491231"):
        assert secret not in f"{exported}{shown!r}{found!r}"


def test_a_masked_value_handed_back_never_replaces_the_true_one(session):
    aid, statement, _member = aid_with_hardship(session)
    hand_over(session, aid)
    seen = records_query.record(session, "hardship_statement", statement).values
    records.save(session, "hardship_statement", statement, {**seen, "household_size": 3})
    row = session.store.row("hardship_statement", statement)
    assert (row["id_number"], row["total_income"], row["household_size"]) == (
        "11010519491231002X",
        120_000,
        3,
    )
    with pytest.raises(NotAllowed, match=r"^rights.write$"):
        records.save(session, "hardship_statement", statement, {"total_income": 1})


def test_a_photo_of_hardship_figures_is_not_shown_once_they_are_hidden(session):
    aid, statement, _member = aid_with_hardship(session)
    attachments.attach(session, ("hardship_statement", statement), ids.new_id(), b"x", {"title": "签名页"})
    assert len(records_query.about(session, "attachment", "hardship_statement", statement)) == 1
    hand_over(session, aid)
    assert records_query.about(session, "attachment", "hardship_statement", statement) == []
    assert lists.page(session, "attachment") == []


def test_each_reading_of_hardship_figures_is_logged_also_through_its_application(session):
    aid, _statement, _member = aid_with_hardship(session)
    records_query.children(session, "legal_aid", aid)
    logged = session.store.query('SELECT "of_kind", "created_by" FROM "access"')
    assert logged == [("hardship_statement", session.actor.user.hex())]


def test_who_may_not_read_a_record_may_not_read_its_papers_or_history(session):
    aid, _statement, _member = aid_with_hardship(session)
    attachments.attach(session, ("legal_aid", aid), ids.new_id(), b"x", {"title": "证明"})
    papers.record_sheet(session, ("legal_aid", aid), ids.new_id(), Printed("f", "F03", 1, 1))
    adviser = seen_by(session, "adviser")
    assert records_query.about(adviser, "attachment", "legal_aid", aid) == []
    assert records_query.about(adviser, "sheet", "legal_aid", aid) == []
    assert (search.find_all(adviser, "证明"), lists.page(adviser, "sheet")) == ([], [])
    with pytest.raises(NotAllowed):
        history.of(adviser, "legal_aid", aid)
    with pytest.raises(NotAllowed):
        attachments.attach(adviser, ("legal_aid", aid), ids.new_id(), b"y", {"title": "证明"})


def test_what_hangs_on_a_confidential_case_is_as_confidential(session):
    case, party = ids.new_id(), ids.new_id()
    named = (session.actor.user.hex(),)
    with session.store.unit_of_work(session.actor, 1) as uow:
        uow.put("mediation_case", case, {"title": "家暴"}, born=Birth("", "restricted", named))
    records.save(session, "case_party", party, {"case": case, "name": "[练习]赵龘"})
    held = records_query.record(session, "case_party", party)
    assert (held.class_, held.readers) == ("restricted", named)
    assert search.find_all(session, "赵龘") == []
    attachments.attach(session, ("mediation_case", case), ids.new_id(), b"x", {"title": "伤情"})
    assert [one.readers for one in records_query.about(session, "attachment", "mediation_case", case)] == [
        named
    ]
    assert records_query.find(seen_by(session, "village_clerk"), "case_party", party) is None


def approved(session, **values):
    record_id, submission = consultation(session, **values), ids.new_id()
    reviews.submit(session, "consultation", record_id, submission)
    reviews.review(township(session), submission, ids.new_id(), "approved")
    return record_id


def test_an_approved_text_is_changed_neither_with_a_move_nor_by_archiving(session):
    record_id = approved(session, outcome=None)
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        moves.make(session, "consultation", record_id, "close", {"outcome": "yes", "answer": "另外"})
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.archive(session, "consultation", record_id)
    moves.make(session, "consultation", record_id, "close", {"outcome": "yes"})
    assert records_query.record(session, "consultation", record_id).state == "closed"


def test_a_locked_record_is_locked_also_for_those_who_do_not_see_the_review(session):
    volunteer = seen_by(session, "volunteer")
    record_id = ids.new_id()
    records.save(volunteer, "consultation", record_id, GOOD)
    submission = ids.new_id()
    reviews.submit(session, "consultation", record_id, submission)
    reviews.review(township(session), submission, ids.new_id(), "approved")
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(volunteer, "consultation", record_id, {"answer": "另外"})


def test_a_move_takes_no_code_that_is_not_in_the_list_and_no_field_of_the_program(session):
    record_id = consultation(session, outcome=None)
    with pytest.raises(Invalid):
        moves.make(session, "consultation", record_id, "close", {"outcome": "maybe"})
    with pytest.raises(UserError, match=r"^record.read_only$"):
        moves.make(session, "consultation", record_id, "close", {"number": "9", "outcome": "yes"})


def test_what_the_program_writes_is_not_written_by_hand_nor_taken_away(session):
    record_id = approved(session)
    with pytest.raises(UserError, match=r"^record.read_only$"):
        records.save(township(session), "review", ids.new_id(), {"outcome": "approved"})
    submission = reviews_query.state_of(session, "consultation", record_id).submission
    with pytest.raises(NotAllowed):
        records.archive(session, "submission", submission)


def test_a_draft_keeps_values_of_any_shape_and_half_a_character(session):
    typed = {"handling": "1,2", "met_on": "昨天", "age": "七十", "content": "写到一半\ud83d"}
    drafts.keep(session, "k", "consultation", ids.new_id(), typed)
    assert drafts_query.open_drafts(session)[0].values == typed


def test_a_title_that_is_too_long_for_the_county_is_refused_at_the_desk(session):
    with pytest.raises(Invalid):
        attachments.attach(
            session, ("consultation", consultation(session)), ids.new_id(), b"x", {"title": "长" * 121}
        )


def test_fields_of_the_county_profile_are_saved_sent_and_read_as_what_they_are(session):
    kinds = dict(session.profile.kinds)
    added = {
        "x_seen_on": fields.day("Seen on"),
        "x_grids": fields.choices("Grids", "handling"),
    }
    added = {name: replace(spec, name=name) for name, spec in added.items()}
    kinds["consultation"] = replace(kinds["consultation"], fields=kinds["consultation"].fields | added)
    session = replace(session, profile=replace(session.profile, kinds=kinds))
    record_id = consultation(session, x_seen_on=DAY, x_grids=("2", "1"))
    held = records_query.record(session, "consultation", record_id).values
    assert (held["x_seen_on"], held["x_grids"]) == (DAY, ("1", "2"))
    records.save(session, "consultation", record_id, {"x_seen_on": date(2026, 11, 19)})
    (body,) = session.store.query('SELECT "body" FROM "change" ORDER BY "n" DESC LIMIT 1')[0]
    assert changes.decode(bytes(body)).f == {"x_seen_on": "2026-11-19"}
    assert lists.page(session, "consultation")[0].values["x_seen_on"] == date(2026, 11, 19)


SCOPES = ("620702101201", "620702101202", "620702101000", "620702102201", "620703101201")
AREAS = (("620702101201",), ("620702101",), ("620702",), ("620702101202", "620702102"), ("6207",), ())


@pytest.mark.parametrize("kind", ["consultation", "hardship_statement", "submission"])
def test_a_list_holds_exactly_what_may_be_read_one_by_one(session, kind):
    reader = ids.new_id()
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for scope in SCOPES:
            for class_ in rights.CLASSES:
                for readers in ((), (reader.hex(),)):
                    uow.put(kind, ids.new_id(), {}, born=Birth(scope, class_, readers))
    rows = [records_query.record_of(KINDS[kind], row) for row in session.store.rows(kind)]
    assert len(rows) == len(SCOPES) * len(rights.CLASSES) * 2
    for role in rights.ROLES:
        for areas in AREAS:
            for user in (reader, session.actor.user):
                asking = replace(session, actor=Actor(user, "", role, b"", areas))
                readable = {one.id for one in rows if records_query.may_read(asking, one)}
                assert {one.id for one in lists.page(asking, kind, limit=100)} == readable, (role, areas)
                assert lists.count(asking, kind) == len(readable)


def test_the_search_box_gets_what_it_shows_newest_first_and_nothing_that_may_not_be_read(session):
    older, newer = consultation(session), consultation(session, name="[练习]赵龘")
    person = ids.new_id()
    records.save(session, "person", person, {"name": "[练习]地租王"})
    assert [(hit.kind, hit.id, hit.name) for hit in search.hits(session, "地租")] == [
        ("person", person, "[练习]地租王"),
        ("consultation", newer, "[练习]赵龘"),
        ("consultation", older, "[练习]马秀英"),
    ]
    records.archive(session, "consultation", newer)
    assert [hit.id for hit in search.hits(session, "地租", 2)] == [person, older]
    assert search.hits(session, '"') == []
    actor = Actor(ids.new_id(), "[练习]邻", "village_clerk", b"", ("620702101202",))
    assert search.hits(Session(session.store, actor, session.profile, session.clock), "地租") == []


def test_a_field_filled_by_a_move_after_approval_does_not_open_the_rest(session):
    sent = ids.new_id()
    record_id = consultation(session, outcome=None)
    reviews.submit(session, "consultation", record_id, sent)
    reviews.review(township(session), sent, ids.new_id(), "approved")
    moves.make(session, "consultation", record_id, "answer")
    moves.make(session, "consultation", record_id, "close", {"outcome": "yes"})
    assert records_query.record(session, "consultation", record_id).values["outcome"] == "yes"
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(session, "consultation", record_id, {"answer": "改"})


def test_the_search_box_finds_nothing_of_a_case_that_is_not_open_to_who_asks(session):
    reader = session.actor.user.hex()
    case, dossier = ids.new_id(), ids.new_id()
    about = {"record_kind": "mediation_case", "record_id": case.hex()}
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("mediation_case", case, {"title": "鹦鹉螺案"}, born=Birth("", "restricted", (reader,)))
        # As of a case that became confidential after these were written.
        uow.put("case_party", ids.new_id(), {"case": case, "name": "[练习]鹦鹉螺"})
        uow.put("dossier", dossier, {"case": case, "title": "鹦鹉螺卷"})
        uow.put("attachment", ids.new_id(), {"title": "鹦鹉螺照片", **about})
        uow.put("case_party", ids.new_id(), {"case": ids.new_id(), "name": "[练习]鹦鹉螺的邻居"})
    other = replace(session, actor=replace(session.actor, user=ids.new_id()))
    assert len(search.hits(session, "鹦鹉螺")) == 4
    for asking in (session, other):
        found = [(hit.kind, hit.id) for hit in search.hits(asking, "鹦鹉螺")]
        assert found == [(one.kind, one.id) for one in search.find_all(asking, "鹦鹉螺")]
    assert [hit.name for hit in search.hits(other, "鹦鹉螺")] == ["[练习]鹦鹉螺的邻居"]
