"""The township's queue: its order and counts, and what nobody may approve, alone or together."""

from dataclasses import replace
from datetime import date

import pytest

from village_desk import ids, times
from village_desk.commands import records, reviews
from village_desk.errors import NotAllowed
from village_desk.queries import review_queue, review_rules
from village_desk.queries.review_queue import Wanted
from village_desk.queries.reviews import Remark, state_of
from village_desk.session import Actor

ANSWERED = {
    "name": "[练习]马秀英",
    "met_on": date(2026, 10, 8),
    "channel": "1",
    "content": "租金没给",
    "answer": "可以调解",
    "handling": ("1",),
}
DAY = 24 * 3_600_000


def later(session, days=0.0):
    """The same person some days on."""
    at = session.now() + round(days * DAY)
    return replace(session, clock=lambda: at)


def head_of(session, **more):
    unit = session.store.unit_code
    actor = Actor(ids.new_id(), "[练习]李站长", "station_head", b"", (unit[:9],), **more)
    return replace(session, actor=actor)


def sent(session, **values):
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, ANSWERED | values)
    reviews.submit(session, "consultation", record_id, ids.new_id())
    return record_id


def submission_of(session, record_id):
    return state_of(session, "consultation", record_id).submission


def approve(session, record_id):
    return reviews.review(session, submission_of(session, record_id), ids.new_id(), "approved")


def returned(session, head, record_id):
    said = [Remark("answer", "请写明条款")]
    reviews.review(head, submission_of(session, record_id), ids.new_id(), "returned", said)
    records.save(session, "consultation", record_id, {"answer": "依民法典第七百二十二条"})
    reviews.submit(session, "consultation", record_id, ids.new_id())


@pytest.mark.requirement("R222")
def test_overdue_comes_first_then_new_then_what_was_sent_again(session):
    head = head_of(session)
    late = sent(later(session, -14))
    new = sent(later(session, -0.5))
    again = sent(later(session, -1))
    returned(session, head, again)
    found = review_queue.queue(head)
    assert [one.submission.values["record_id"] for one in found.lines] == [late.hex(), new.hex(), again.hex()]
    assert [one.priority for one in found.lines] == ["overdue", "first", "again"]
    assert found.priorities == {"overdue": 1, "first": 1, "again": 1}


@pytest.mark.parametrize(("working_days", "late"), [(5, False), (6, True)])
def test_working_days_decide_what_is_overdue(session, working_days, late):
    today = date(2026, 11, 20)  # a Friday with four more working days before it in its week
    sent_on = {5: date(2026, 11, 13), 6: date(2026, 11, 12)}[working_days]
    at = {day: times.moment_of(times.datetime(day.year, day.month, day.day, 10, tzinfo=times.CHINA))
          for day in (today, sent_on)}  # fmt: skip
    sent(replace(session, clock=lambda: at[sent_on]))
    head = replace(head_of(session), clock=lambda: at[today])
    (one,) = review_queue.queue(head).lines
    assert (one.priority == "overdue") is late


def test_filters_narrow_the_lines_and_never_the_counts(session):
    head = head_of(session)
    sent(session)
    case = ids.new_id()
    told = {"source": "application", "dispute_type": "03", "facts": "砌墙占路", "mediator": "[练习]王桂兰"}
    records.save(session, "mediation_case", case, {"title": "[练习]相邻通行", **told})
    reviews.submit(session, "mediation_case", case, ids.new_id())
    found = review_queue.queue(head, Wanted(kind="mediation_case"))
    assert [one.kind for one in found.lines] == ["mediation_case"]
    assert (found.wanted, found.all) == (1, 2)
    assert found.kinds == {"consultation": 1, "mediation_case": 1}
    assert found.villages == {session.store.unit_code: 2}
    assert review_queue.queue(head, Wanted(village="620702101299")).lines == ()


def test_what_two_desks_sent_unknowingly_stands_in_the_queue_once(session):
    record_id = sent(session)
    first = session.store.row("submission", submission_of(session, record_id))
    twin = {name: first[name] for name in ("record_kind", "record_id", "round", "content", "content_digest")}
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put("submission", ids.new_id(), twin)
    head = head_of(session)
    assert [one.submission.id for one in review_queue.queue(head).lines] == [
        submission_of(session, record_id)
    ]
    approve(head, record_id)
    assert review_queue.queue(head).all == 0


def test_who_wrote_a_part_of_it_does_not_review_it_even_where_a_colleague_sent_it(session):
    head = head_of(session)
    both = replace(head.actor, user=session.actor.user)
    wrote = ids.new_id()
    records.save(session, "consultation", wrote, ANSWERED)
    colleague = replace(session, actor=replace(session.actor, user=ids.new_id(), name="[练习]吴文书"))
    reviews.submit(colleague, "consultation", wrote, ids.new_id())
    mended = ids.new_id()
    records.save(colleague, "consultation", mended, ANSWERED)
    records.save(session, "consultation", mended, {"answer": "依民法典第七百二十二条"})
    reviews.submit(colleague, "consultation", mended, ids.new_id())
    for record_id in (wrote, mended):
        with pytest.raises(NotAllowed, match=r"^review.own$"):
            approve(replace(head, actor=both), record_id)
        approve(head, record_id)


def conflict(session, record_id):
    """Two versions of a field, as a row of the county's feed opens them."""
    with session.store.unit_of_work(None, 2) as uow:
        uow.execute('UPDATE "consultation" SET "conflicts" = 1 WHERE "id" = ?', (record_id,))


def test_nothing_is_approved_while_two_versions_lie_open_but_it_can_be_sent_back(session):
    head = head_of(session)
    record_id = sent(session)
    conflict(session, record_id)
    with pytest.raises(NotAllowed, match=r"^review.conflict$"):
        approve(head, record_id)
    said = [Remark("answer", "请先定夺")]
    reviews.review(head, submission_of(session, record_id), ids.new_id(), "returned", said)
    assert state_of(session, "consultation", record_id).standing == "returned"


def test_what_the_village_has_put_away_is_not_approved(session):
    record_id = sent(session)
    records.archive(session, "consultation", record_id)
    with pytest.raises(NotAllowed, match=r"^review.archived$"):
        approve(head_of(session), record_id)


@pytest.mark.requirement("R222")
def test_several_are_approved_at_once_and_the_exceptions_are_named(session):
    head = head_of(session)
    fine, newer, clash, again = (sent(session) for _ in range(4))
    records.save(session, "consultation", newer, {"answer": "后来改的"})
    conflict(session, clash)
    returned(session, head, again)
    lines = review_queue.queue(head).lines
    found = review_queue.together(head, lines)
    assert found.submissions == (submission_of(session, fine),)
    assert found.refused == {"review.newer": 1, "review.conflict": 1, "review.again": 1}
    everything = [(one.submission.id, ids.new_id()) for one in lines]
    changes = reviews.approve_together(head, everything)
    assert sum(kind == "review" for kind, _id in changes) == 1
    standing = {one: state_of(session, "consultation", one).standing for one in (fine, newer, clash, again)}
    assert standing == {fine: "approved", newer: "waiting", clash: "waiting", again: "waiting"}


def test_the_profile_says_of_which_kinds_several_may_be_approved(session):
    record_id = sent(session)
    none = replace(session.profile, parameters={**session.profile.parameters, "review_together": None})
    head = replace(head_of(session), profile=none)
    assert review_rules.kinds_together(head) == frozenset()
    reviews.approve_together(head, [(submission_of(session, record_id), ids.new_id())])
    assert state_of(session, "consultation", record_id).standing == "waiting"


def test_nobody_is_late_where_the_profile_sets_no_time(session):
    sent(later(session, -60))
    none = replace(session.profile, parameters={**session.profile.parameters, "review_working_days": None})
    (one,) = review_queue.queue(replace(head_of(session), profile=none)).lines
    assert one.priority == "first"
