"""The township's queue: the frozen copy, what changed, remarks, and the answer; and fields in conflict."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.village_desk import cases
from ui.account import Account
from ui.desk import Desk
from ui.pages.conflicts import ConflictsPage
from ui.pages.review import ReviewPage
from ui.runner import Runner
from village_desk import ids, profile
from village_desk.commands import records, reviews
from village_desk.keys import new_data_key
from village_desk.queries import records as reading
from village_desk.queries.drafts import open_drafts
from village_desk.queries.reviews import Remark, state_of
from village_desk.session import Actor, Session
from village_desk.store import create_store

VILLAGE = "620702101201"
ANSWERED = {
    "name": "[练习]马秀英",
    "met_on": date(2026, 11, 20),
    "channel": "1",
    "content": "租金没给",
    "answer": "可以调解",
    "handling": ("1",),
}


@pytest.fixture
def office(look, qtbot, tmp_path):
    """A township's desk with the head of the office at it, and the clerk's session beside it."""
    key = new_data_key()
    store = create_store(tmp_path, key)
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("desk_id", ids.new_id())
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", (VILLAGE[:9],))
    clerk = Actor(ids.new_id(), "[练习]王桂兰", "village_clerk", b"", (VILLAGE,))
    used = profile.load()
    runner, slow = Runner(), Runner(name="slow")
    made = Desk(Session(store, head, used), Account(tmp_path, key, head.user), runner, slow)
    made.clerk = Session(store, clerk, used)
    yield made
    for one in (runner, slow):
        one.close(store.close_connection)
    store.close_connection()


def submitted(session, **values):
    """Save and send a consultation; return its id."""
    record_id = ids.new_id()
    records.save(session, "consultation", record_id, ANSWERED | values)
    reviews.submit(session, "consultation", record_id, ids.new_id())
    return record_id


def shown(qtbot, office):
    """Show the page with the first submission open."""
    page = ReviewPage(office)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None, timeout=5_000)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
    return page


def reach(qtbot, page, widget):
    """Put the cursor there; windows of earlier tests that go away may take the focus along."""

    def reached():
        page.activateWindow()
        widget.setFocus()
        return widget.hasFocus()

    qtbot.waitUntil(reached, timeout=5_000)


def write(widget, text):
    """Type as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.mark.requirement("R189")
def test_a_remark_goes_to_the_field_under_the_cursor_and_sends_the_record_back(qtbot, office):
    record_id = submitted(office.clerk)
    page = shown(qtbot, office)
    line = next(line for line in page.lines if line.field.place == "answer")
    reach(qtbot, page, line)
    page.write_remark()
    assert page.focusWidget() is line.remark
    write(line.remark, "请写明依据的条款")
    page.answer("returned")
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    state = state_of(office.clerk, "consultation", record_id)
    assert state.standing == "returned"
    assert state.remarks == (Remark("answer", "请写明依据的条款"),)
    page.keep_remarks()
    kept = []
    office.ask(open_drafts, kept.append)  # behind whatever the page still had to keep
    qtbot.waitUntil(lambda: bool(kept), timeout=5_000)
    assert kept == [[]]


def test_sending_back_without_a_remark_is_refused_with_what_to_do(qtbot, office):
    submitted(office.clerk)
    page = shown(qtbot, office)
    with qtbot.waitSignal(office.told, timeout=5_000) as told:
        page.answer("returned")
    assert "意见" in told.args[0].text or "批注" in told.args[0].text
    assert page.shown is not None


def test_the_copy_is_that_of_the_moment_it_was_sent_not_todays(qtbot, office):
    record_id = submitted(office.clerk)
    records.save(office.clerk, "consultation", record_id, {"answer": "后来改的"})
    page = shown(qtbot, office)
    assert "可以调解" in [line.field.text for line in page.lines]


@pytest.mark.requirement("R222")
def test_what_differs_from_the_last_round_is_marked_and_the_old_remark_stands_on_top(qtbot, office):
    record_id = submitted(office.clerk)
    first = state_of(office.clerk, "consultation", record_id).submission
    reviews.review(office.session, first, ids.new_id(), "returned", [Remark("answer", "请写明条款")])
    records.save(office.clerk, "consultation", record_id, {"answer": "依民法典第五百七十九条"})
    reviews.submit(office.clerk, "consultation", record_id, ids.new_id())
    page = shown(qtbot, office)
    assert [line.field.place for line in page.lines if line.field.changed] == ["answer"]
    assert page.shown.earlier == (Remark("answer", "请写明条款"),)


@pytest.mark.requirement("R222")
def test_the_queue_is_walked_by_keys_oldest_first_and_approved(qtbot, office):
    older, newer = submitted(office.clerk), submitted(office.clerk, name="[练习]赵龘")
    page = shown(qtbot, office)
    assert page.shown.name == "[练习]马秀英"
    reach(qtbot, page, page.list)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.shown.name == "[练习]赵龘", timeout=5_000)
    page.answer("approved")
    qtbot.waitUntil(lambda: page.list.count() == 1, timeout=5_000)
    assert state_of(office.clerk, "consultation", newer).standing == "approved"
    assert state_of(office.clerk, "consultation", older).standing == "waiting"


def test_a_remark_that_is_not_sent_yet_is_kept_through_a_walk_and_a_crash(qtbot, office):
    submitted(office.clerk)
    submitted(office.clerk, name="[练习]赵龘")
    page = shown(qtbot, office)
    line = page.lines[3]
    line.write()
    write(line.remark, "写明日期")
    place = line.field.place
    page.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: page.shown.name == "[练习]赵龘", timeout=5_000)
    again = shown(qtbot, office)  # as after a crash: nothing is left but the file
    assert {one.field.place: one.said().text for one in again.lines if one.said()} == {place: "写明日期"}


def case_submitted(office, **missing):
    """Send a finished case that lacks something; return it."""
    made = cases.finished(office.clerk)
    records.save(office.clerk, "agreement", made.one("agreement"), missing)
    reviews.submit(office.clerk, "mediation_case", made.case, ids.new_id())
    return made


def checked(qtbot, page):
    """Wait for the check list; return its links by what they say."""
    qtbot.waitUntil(page.checklist.isVisible, timeout=5_000)
    return {link.text(): link for link in page.checklist.links}


@pytest.mark.requirement("R222")
def test_over_a_case_stands_the_check_list_and_a_line_of_it_leads_to_a_remark(qtbot, office):
    made = case_submitted(office, sealed_on=None)
    page = shown(qtbot, office)
    links = checked(qtbot, page)
    assert "项" in page.checklist.words.text()
    (sealed,) = [link for text, link in links.items() if "盖章日期" in text]
    sealed.setFocus()
    qtbot.keyClick(sealed, Qt.Key.Key_Return)
    place = f"agreement:{made.one('agreement').hex()}:sealed_on"
    line = next(one for one in page.lines if one.field.place == place)
    assert "盖章日期" in line.field.title, "a field that was sent empty has a line as well"
    qtbot.waitUntil(line.remark.isVisible, timeout=5_000)
    write(line.remark, "请补盖章日期")
    page.answer("returned")
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    (remark,) = state_of(office.clerk, "mediation_case", made.case).remarks
    assert remark == Remark(place, "请补盖章日期")


def test_a_remark_on_an_empty_field_is_kept_and_the_list_follows_the_case(qtbot, office):
    made = case_submitted(office, sealed_on=None)
    page = shown(qtbot, office)
    next(link for text, link in checked(qtbot, page).items() if "盖章日期" in text).click()
    write(page.lines[-1].remark, "请补")
    page.keep_remarks()
    again = shown(qtbot, office)
    assert [one.said().text for one in again.lines if one.said()] == ["请补"]
    checked(qtbot, again)
    agreement, sealed = made.one("agreement"), {"sealed_on": date(2026, 10, 15)}
    office.do(lambda _session: records.save(office.clerk, "agreement", agreement, sealed))
    qtbot.waitUntil(lambda: not any("盖章日期" in text for text in checked(qtbot, again)), timeout=5_000)


def test_what_is_no_case_has_no_check_list(qtbot, office):
    submitted(office.clerk)
    page = shown(qtbot, office)
    qtbot.waitUntil(page.side.no_list.isVisible, timeout=5_000)
    assert not page.checklist.isVisible()


def in_conflict(office):
    """A consultation whose answer was written elsewhere at the same time."""
    record_id = ids.new_id()
    records.save(office.clerk, "consultation", record_id, ANSWERED)
    with office.clerk.store.unit_of_work(None, 2) as uow:
        uow.execute(
            'INSERT INTO "conflict" ("id", "kind", "record_id", "field", "value", "user_name", '
            '"received_at", "open", "seq") VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1)',
            ("c" * 32, "consultation", record_id, "topic", '"T05"', "[练习]孙律师", 1_795_000_000_000),
        )
    return record_id


def test_both_texts_stand_side_by_side_and_one_press_decides(qtbot, office):
    record_id = in_conflict(office)
    office.session = office.clerk
    page = ConflictsPage(office)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=5_000)
    page.blocks[0].buttons[1].click()
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    assert reading.record(office.clerk, "consultation", record_id).values["topic"] == "T05"


def test_the_papers_of_a_record_are_drawn_beside_it_where_nothing_was_scanned(qtbot, office):
    submitted(office.clerk)
    page = shown(qtbot, office)
    qtbot.waitUntil(lambda: bool(page.side.links), timeout=5_000)
    assert page.side.picture.isHidden()
    page.side.next_tab()
    qtbot.waitUntil(lambda: not page.side.picture.isHidden(), timeout=15_000)
    assert "法律咨询登记表" in page.side.about_picture.text()
