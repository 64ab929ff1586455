"""Somebody else takes an office over: nothing that is open hangs on who left (人员不稳定，变动大)."""

from dataclasses import replace
from datetime import date

import pytest

from village_desk import ids
from village_desk.commands import records, reviews
from village_desk.queries import history, review_queue
from village_desk.queries.reviews import Remark, state_of
from village_desk.queries.today import tasks
from village_desk.session import Actor

ASKED = {"name": "[练习]马秀英", "met_on": date(2026, 10, 8), "channel": "1", "content": "租金没给"}
ANSWERED = ASKED | {"answer": "可以调解", "handling": ("1",)}


@pytest.mark.requirement("R188")
def test_who_takes_an_office_over_finds_all_that_is_open_and_who_did_what(session):
    unit = session.store.unit_code
    leaving = replace(session, actor=Actor(ids.new_id(), "[练习]李站长", "station_head", b"", (unit[:9],)))
    overdue, sent, back = ids.new_id(), ids.new_id(), ids.new_id()
    records.save(session, "consultation", overdue, ASKED)
    for one in (sent, back):
        records.save(session, "consultation", one, ANSWERED)
        reviews.submit(session, "consultation", one, ids.new_id())
    returned = state_of(session, "consultation", back).submission
    reviews.review(leaving, returned, ids.new_id(), "returned", [Remark("answer", "请写明条款")])

    coming = replace(leaving, actor=replace(leaving.actor, user=ids.new_id(), name="[练习]周站长"))
    clerk = replace(session, actor=replace(session.actor, user=ids.new_id(), name="[练习]吴文书"))

    assert [one.values["record_id"] for one in review_queue.waiting(coming)] == [sent.hex()]
    assert {task.record_id for task in tasks(coming)} == {task.record_id for task in tasks(leaving)}
    waiting = {(task.record_id, task.urgency) for task in tasks(clerk)}
    assert waiting >= {(overdue, "overdue"), (back, "returned")}
    assert waiting == {(task.record_id, task.urgency) for task in tasks(session)}
    assert "[练习]李站长" in {task.said_by for task in tasks(clerk) if task.record_id == back}
    records.save(clerk, "consultation", back, {"answer": "依民法典第七百二十二条"})
    changed = history.of(clerk, "consultation", back)
    assert len(changed) == 2
