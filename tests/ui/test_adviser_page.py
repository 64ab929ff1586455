"""An adviser's day at the window: which village, check in, matters, check out; the clerk confirms."""

from datetime import date

import pytest

from tests.ui.conftest import CHEAP, PASSWORD
from tests.ui.hands import asked, done, opened, settled, write
from ui.account import Account
from ui.app import Program
from ui.opening import opened as open_desk
from village_desk import ids
from village_desk.commands import records, setup
from village_desk.keys import Owner
from village_desk.keys.passwords import Cost
from village_desk.queries import lists
from village_desk.queries.records import record

FIRST, SECOND = "620702101201", "620702101202"
VISIT, ITEM = "adviser_visit", "served_item"
ADVISER = "[练习]赵律师"


def start(qtbot, folder, role, *areas):
    """The program with somebody of a role signed in, who works in some areas."""
    owner = Owner(ids.new_id(), ADVISER if role == "adviser" else "[练习]王桂兰", role)
    made = setup.create_desk(folder, areas[0], owner, PASSWORD, Cost(*CHEAP))
    with made.store.unit_of_work(None, 1) as uow:
        held = "[" + ",".join(f'"{area}"' for area in areas) + "]"
        uow.execute('UPDATE "account" SET "areas" = ?', (held,))
    desk = open_desk(folder, made.key, owner.user)
    Account(folder, made.key, owner.user).set_pin(desk.session, "2580")
    for store in (desk.session.store, made.store):
        store.close_connection()
    program = Program(folder)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.gate is not None, timeout=10_000)
    program.gate.password.edit.setText(PASSWORD)
    program.gate.open_button.click()
    qtbot.waitUntil(lambda: program.working is not None, timeout=10_000)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=5_000)
    return program


@pytest.fixture
def adviser(look, qtbot, tmp_path, monkeypatch):
    import sys

    hook = sys.excepthook
    program = start(qtbot, tmp_path / "adviser", "adviser", FIRST, SECOND)
    sys.excepthook = hook
    yield program.working
    program.window.close()


def choose(qtbot, working, code):
    pick = working.frame.serving.pick
    qtbot.waitUntil(lambda: pick.count() == 3, timeout=5_000)
    pick.setCurrentIndex(pick.findData(code))
    pick.activated.emit(pick.currentIndex())
    asked(qtbot, working.desk, lambda _session: None)


def new_visit(qtbot, working):
    page = working.frame.page("adviser")
    working.frame.show_page("adviser")
    page.new_record()
    qtbot.waitUntil(lambda: VISIT in page._pages and page.record_page(VISIT).sight is not None, timeout=5_000)
    settled(qtbot, page.record_page(VISIT))
    return page, page.record_page(VISIT)


def test_nothing_is_begun_before_the_village_is_chosen(qtbot, adviser):
    page = adviser.frame.page("adviser")
    adviser.frame.show_page("adviser")
    page.new_record()
    asked(qtbot, adviser.desk, lambda _session: None)
    assert page.currentWidget() is page.list
    assert "请先选好为哪个村服务" in adviser.frame.messages.text.text()
    choose(qtbot, adviser, SECOND)
    _page, visit = new_visit(qtbot, adviser)
    assert visit.form.values()["village"] == "王家墩村村民委员会"
    assert visit.form.values()["adviser"] == ADVISER


def test_a_visit_goes_from_check_in_to_the_log_with_two_presses_and_a_line(qtbot, adviser):
    choose(qtbot, adviser, FIRST)
    visits, page = new_visit(qtbot, adviser)
    visit_id = page.record_id()
    visits.clocking.buttons["check_in"].click()
    qtbot.waitUntil(lambda: page.sight.values.get("state") == "serving", timeout=5_000)
    assert visits.clocking.times["check_in"].text() != "—"
    assert not visits.clocking.buttons["check_in"].isEnabled()
    visits.clocking.buttons["check_out"].click()
    qtbot.waitUntil(lambda: page.sight.values.get("state") == "left", timeout=5_000)
    item_id = ids.new_id()
    told = {"visit": visit_id, "service": "consultation", "client": "[练习]吴某", "matter": "欠薪怎么要"}
    done(qtbot, adviser.desk, lambda session: records.save(session, ITEM, item_id, told))
    qtbot.waitUntil(lambda: len(page.parts[ITEM].line_buttons) == 1, timeout=5_000)
    page.finish()
    qtbot.waitUntil(lambda: page.sight.values.get("state") == "logged", timeout=5_000)
    held = asked(qtbot, adviser.desk, lambda session: record(session, VISIT, visit_id))
    assert (held.scope, held.values["services"]) == (FIRST, ("consultation",))


def test_a_matter_becomes_a_consultation_with_one_press(qtbot, adviser):
    choose(qtbot, adviser, FIRST)
    visit_id, item_id = ids.new_id(), ids.new_id()
    told = {"visit": visit_id, "service": "consultation", "client": "[练习]吴某", "matter": "欠薪怎么要"}

    def enter(session):
        return records.save_all(session, [(VISIT, visit_id, {"adviser": ADVISER}), (ITEM, item_id, told)])

    done(qtbot, adviser.desk, enter)
    page = opened(qtbot, adviser.frame, adviser.desk, ITEM, item_id, "adviser")
    went = []
    adviser.desk.opened.connect(lambda kind, record_id, _field: went.append((kind, record_id)))
    page.bar.side_buttons[0].click()
    qtbot.waitUntil(lambda: bool(went), timeout=5_000)
    assert went[0][0] == "consultation"
    (made,) = asked(qtbot, adviser.desk, lambda session: lists.page(session, "consultation"))
    assert (made.values["name"], made.values["content"]) == ("[练习]吴某", "欠薪怎么要")


def test_a_time_is_written_by_hand_as_it_is_shown(qtbot, adviser):
    choose(qtbot, adviser, FIRST)
    _visits, page = new_visit(qtbot, adviser)
    editor = page.form.editors["arrived_at"]
    editor.line.setFocus()
    write(editor.line, "2026-11-20 9:30")
    assert not page.form.editors["left_at"].value()
    page.save()
    qtbot.waitUntil(lambda: page.sight.record is not None, timeout=5_000)
    assert not page.unsaved()
    assert editor.line.text() == "2026-11-20 09:30"
    assert date(2026, 11, 20).isoformat() in editor.line.text()


@pytest.mark.requirement("R213")
def test_the_clerk_confirms_with_a_rating_and_one_press(qtbot, frame, desk):
    visit_id = ids.new_id()
    values = {"adviser": ADVISER, "visited_on": date(2026, 11, 3), "mode": "on_site", "state": "logged"}

    def enter(session):
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            uow.put(VISIT, visit_id, {**values, "arrived_at": 1_000_000, "left_at": 9_000_000})
            uow.put(ITEM, ids.new_id(), {"visit": visit_id, "service": "consultation", "matter": "[练习]"})
        return uow.touched

    done(qtbot, desk, enter)
    page = opened(qtbot, frame, desk, VISIT, visit_id, "adviser")
    card = frame.page("adviser").confirming
    qtbot.waitUntil(card.isVisible, timeout=5_000)
    assert page.sight.refused
    assert not card.button.isEnabled()
    card.rating.setCurrentIndex(1)
    card.rating.activated.emit(1)
    card.button.click()
    qtbot.waitUntil(lambda: page.sight.values.get("state") == "confirmed", timeout=5_000)
    assert page.sight.review.standing == "waiting"
    assert not card.isVisible()
