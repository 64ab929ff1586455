"""A complaint's whole way in the window of the station that handles it."""

from datetime import date

import pytest

from ui.account import Account
from ui.desk import Desk
from ui.pages.public_work import PublicWorkPage
from ui.runner import Runner
from village_desk import ids, profile
from village_desk.commands import records
from village_desk.keys import new_data_key
from village_desk.queries.records import record
from village_desk.session import Actor, Session
from village_desk.store import create_store

VILLAGE = "620702101201"
TODAY = date(2026, 11, 20)


@pytest.fixture
def office(look, qtbot, tmp_path):
    """A township's desk with the head of the office at it, and two complaints its village took down."""
    key = new_data_key()
    store = create_store(tmp_path, key)
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("desk_id", ids.new_id())
    used = profile.load()
    clerk = Session(store, Actor(ids.new_id(), "[练习]王桂兰", "village_clerk", b"", (VILLAGE,)), used)
    told = {"complained_on": TODAY, "name": "[练习]王喆", "facts": "两次来访无人接待"}
    about_room, about_station = ids.new_id(), ids.new_id()
    records.save(clerk, "complaint", about_room, {**told, "matter": "无人接待", "about": "room"})
    records.save(clerk, "complaint", about_station, {**told, "matter": "司法所推诿", "about": "station"})
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", (VILLAGE[:9],))
    runner, slow = Runner(), Runner(name="slow")
    made = Desk(Session(store, head, used), Account(tmp_path, key, head.user), runner, slow)
    made.complaint = about_room
    yield made
    for one in (runner, slow):
        one.close(store.close_connection)
    store.close_connection()


@pytest.fixture
def page(qtbot, office):
    """The registers, in a window of their own."""
    made = PublicWorkPage(office)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


@pytest.mark.requirement("R095")
def test_a_complaint_goes_from_its_register_to_the_complainant_being_told(qtbot, office, page):
    listed = page.show_register("complaint").list.list
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1, timeout=5_000)  # not that about the station
    page.open_record("complaint", office.complaint)
    shown = page.record_page("complaint")
    qtbot.waitUntil(lambda: shown.sight is not None and shown.sight.record is not None, timeout=5_000)

    def step(words, state, **typed):
        assert words in shown.bar.main_button.text()
        shown.form.put(typed)
        shown.bar.main_button.click()
        qtbot.waitUntil(lambda: shown.sight.record.state == state, timeout=5_000)

    step("受理投诉", "accepted", accepted_on=TODAY)
    shown.bar.main_button.click()  # nobody is named yet who handles it
    qtbot.waitUntil(lambda: "处理人" in shown.bar.missing.text(), timeout=5_000)
    assert shown.sight.record.state == "accepted"
    step("开始处理", "handling", handler="[练习]李建国")
    step("办结", "concluded", decision="情况属实，已公布值班表", decided_on=TODAY)
    step("已告知投诉人", "told", told_on=TODAY)
    assert not page.side.isVisible()
    told: list[object] = []
    office.ask(lambda session: record(session, "complaint", office.complaint), told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told[0].values["decision"] == "情况属实，已公布值班表"
    shown.leave()
    qtbot.waitUntil(page.side.isVisible, timeout=5_000)
