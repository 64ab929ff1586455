"""Search after a first sync: it says that it is not complete, and completes itself behind the window."""

import pytest

from village_desk import ids
from village_desk.commands import records
from village_desk.queries import search
from village_desk.store import indexing
from village_desk.store import search as words


def put_off(session, count):
    """Leave a store as a first sync leaves it: records without their words."""
    made = [ids.new_id() for _ in range(count)]
    for record_id in made:
        records.save(session, "consultation", record_id, {"name": "[练习]赵龘"})
    with session.store.unit_of_work(None, 1) as uow:
        for record_id in made:
            words.forget(session.store.database, record_id)
        words.put_off(uow, [(record_id, "consultation") for record_id in made])


@pytest.fixture
def working(at_work):
    put_off(at_work.working.desk.session, 40)
    return at_work.working


def test_the_answer_says_how_many_records_cannot_be_found_yet(working, qtbot):
    box = working.frame.search_box
    qtbot.keyClicks(box, "zd")
    qtbot.waitUntil(box.is_open)
    assert box.incomplete.isVisibleTo(box.window())
    assert "40" in box.incomplete.text()
    assert box.nothing.isVisibleTo(box.window())


def test_it_is_completed_behind_the_window_and_then_says_nothing_more(working, qtbot):
    session, box = working.desk.session, working.frame.search_box
    working.catching_up.look()
    working.catching_up.look()
    qtbot.waitUntil(lambda: not indexing.unfinished(session.store), timeout=10_000)
    assert search.waiting(session) == 0
    qtbot.keyClicks(box, "zd")
    qtbot.waitUntil(lambda: box.is_open() and box.list.count() == 30)
    assert not box.incomplete.isVisibleTo(box.window())


def test_what_was_left_when_the_program_closed_is_completed_at_the_next_start(working, qtbot):
    store = working.desk.session.store
    working.start()
    qtbot.waitUntil(lambda: not indexing.unfinished(store), timeout=10_000)


def test_a_filtered_list_says_it_too(working, qtbot):
    working.frame.show_page("consultations")
    listed = working.frame.page("consultations").list.list
    qtbot.waitUntil(lambda: listed.model.rowCount() == 40)
    assert not listed.incomplete.isVisibleTo(listed)
    qtbot.keyClicks(listed.filter, "zd")
    qtbot.waitUntil(lambda: listed.incomplete.isVisibleTo(listed))
    assert "40" in listed.incomplete.text()
