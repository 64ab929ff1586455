"""A day's reviews without a mouse: a driver presses real keys, counts them, and breaks no rule."""

import json
import random
from dataclasses import dataclass, field
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import write
from ui.account import Account
from ui.desk import Desk
from ui.pages.review import ReviewPage
from ui.runner import Runner
from village_desk import ids, profile
from village_desk.commands import records, reviews
from village_desk.errors import NotAllowed
from village_desk.keys import new_data_key
from village_desk.queries import review_queue
from village_desk.queries.reviews import Remark, state_of
from village_desk.rights import Hold
from village_desk.session import Actor, Session
from village_desk.store import create_store

VILLAGE = "620702101201"
RECORDS = 300
APPROVAL, RETURN = 3, 5
"""Most keys of an approval, and of a return beyond the text of its remark."""
_CTRL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@dataclass
class Office:
    """A township's desk with the head at it, and two clerks who write; the head stands in for one of them."""

    desk: Desk
    clerk: Session
    double: Session
    made: dict = field(default_factory=dict)


@pytest.fixture
def office(look, qtbot, tmp_path):
    key = new_data_key()
    store = create_store(tmp_path, key)
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", VILLAGE)
        uow.set_state("desk_id", ids.new_id())
    used, user = profile.load(), ids.new_id()
    both = (Hold("village_clerk", (VILLAGE,)),)
    head = Actor(user, "[练习]李建国", "station_head", b"", (VILLAGE[:9],), both)
    clerk = Actor(ids.new_id(), "[练习]王桂兰", "village_clerk", b"", (VILLAGE,))
    double = Actor(user, "[练习]李建国", "village_clerk", b"", (VILLAGE,))
    runner, slow = Runner(), Runner(name="slow")
    desk = Desk(Session(store, head, used), Account(tmp_path, key, user), runner, slow)
    yield Office(desk, Session(store, clerk, used), Session(store, double, used))
    for one in (runner, slow):
        one.close(store.close_connection)
    store.close_connection()


def generated(office, count, seed):
    """Send records: most to be approved, some to be mended, some nobody may approve here."""
    dice = random.Random(seed)
    for number in range(count):
        fate = dice.choices(("good", "faulty", "own", "conflict", "closed"), (66, 20, 5, 5, 4))[0]
        session = office.double if fate == "own" else office.clerk
        record_id = ids.new_id()
        values = {
            "name": f"[练习]来访人{number}",
            "met_on": date(2026, 11, dice.randint(1, 20)),
            "channel": "1",
            "content": "邻居修墙占了两家共用的通道，来问怎么办。" * dice.randint(1, 6),
            "answer": "可以"
            if fate == "faulty"
            else "不动产相邻权利人应当提供通行的便利（民法典 第二百九十一条）。",
            "handling": ("1",),
        }
        records.save(session, "consultation", record_id, values)
        if fate == "conflict":
            with session.store.unit_of_work(None, 2) as uow:
                uow.execute('UPDATE "consultation" SET "conflicts" = 1 WHERE "id" = ?', (record_id,))
        submission = ids.new_id()
        reviews.submit(session, "consultation", record_id, submission)
        if fate == "closed":
            close(session, record_id, submission)
        office.made[record_id] = fate


def close(session, record_id, submission):
    """Let nobody but its writer read a record and what was sent of it."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for kind, of in (("consultation", record_id), ("submission", submission)):
            readers = json.dumps([session.actor.user.hex()])
            sql = f'UPDATE "{kind}" SET "class" = \'restricted\', "readers" = ? WHERE "id" = ?'
            uow.execute(sql, (readers, of))


class Driver:
    """Presses keys where the cursor is and counts them: a modifier counts as a key of its own."""

    def __init__(self, qtbot, page):
        self.qtbot, self.page, self.keys = qtbot, page, 0

    def press(self, key, modifier=_NONE):
        self.keys += 1 if modifier == _NONE else 2
        QTest.keyClick(QApplication.focusWidget() or self.page, key, modifier)

    def number(self, text):
        for digit in text:
            self.press(Qt.Key(ord(digit)))

    def goes_on(self, submission):
        """Wait until another record is on the screen, or none is left."""
        self.qtbot.waitUntil(
            lambda: self.page.shown is None or self.page.shown.submission.id != submission, timeout=5_000
        )

    def approve(self):
        before, self.keys = self.page.shown.submission.id, 0
        self.press(Qt.Key.Key_Return, _CTRL)
        self.goes_on(before)
        return self.keys

    def send_back(self, place, text):
        before, self.keys = self.page.shown.submission.id, 0
        at = next(at for at, line in enumerate(self.page.lines, 1) if line.field.place == place)
        self.number(str(at))
        self.press(Qt.Key.Key_Return)
        write(QApplication.focusWidget(), text)
        self.press(Qt.Key.Key_B, _CTRL)
        self.goes_on(before)
        return self.keys

    def skip(self):
        """Leave one that may not be answered, and go on to the next."""
        before = self.page.shown.submission.id
        QTest.keyClick(
            QApplication.focusWidget() or self.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier
        )
        last = self.page.queue.list.currentRow() == self.page.queue.list.count() - 1
        if self.page.queue.lines()[-1].submission.id != before or not last:
            self.goes_on(before)


def shown(qtbot, office):
    page = ReviewPage(office.desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None, timeout=5_000)
    awake(qtbot, page)
    return page


def awake(qtbot, page):
    """Give the page the keyboard; windows of earlier tests that go away may take it along."""

    def reached():
        page.activateWindow()
        page.copy.begin()
        return page.isActiveWindow() and page.lines[0].hasFocus()

    qtbot.waitUntil(reached, timeout=5_000)


def latest(office):
    """The submission of each record."""
    return {one: state_of(office.clerk, "consultation", one).submission for one in office.made}


def fate(office, page):
    return office.made[page.shown.about[1]]


@pytest.mark.requirement("R222")
def test_a_day_of_reviews_by_keyboard_with_the_keys_counted_and_no_rule_broken(qtbot, office):
    generated(office, RECORDS, seed=6)
    page = shown(qtbot, office)
    driver, told = Driver(qtbot, page), []
    office.desk.told.connect(told.append)
    spent = {"good": [], "faulty": []}
    closed = [submission for one, submission in latest(office).items() if office.made[one] == "closed"]
    for _one in range(RECORDS - len(closed)):
        match fate(office, page):
            case "good":
                spent["good"].append(driver.approve())
            case "faulty":
                spent["faulty"].append(driver.send_back("answer", "请写明依据的条款"))
            case _:
                before, sentences = page.shown.submission.id, len(told)
                driver.press(Qt.Key.Key_Return, _CTRL)  # tried, and told why not
                qtbot.waitUntil(lambda at=sentences: len(told) > at, timeout=5_000)
                assert page.shown.submission.id == before
                driver.skip()
    assert max(spent["good"]) <= APPROVAL
    assert max(spent["faulty"]) <= RETURN
    standing = {one: state_of(office.clerk, "consultation", one).standing for one in office.made}
    wanted = dict.fromkeys(("own", "conflict", "closed"), "waiting")
    wanted |= {"good": "approved", "faulty": "returned"}
    assert standing == {one: wanted[fate_] for one, fate_ in office.made.items()}
    assert set(office.made.values()) == set(wanted), "the seed makes some of each"
    for submission in closed:
        with pytest.raises(NotAllowed):
            reviews.review(office.desk.session, submission, ids.new_id(), "approved")


def test_no_key_and_no_command_approves_what_a_rule_forbids(qtbot, office):
    generated(office, 12, seed=7)
    page = shown(qtbot, office)
    waiting = page.queue.list.count()
    page.ask_together()
    qtbot.waitUntil(page.several.isVisible, timeout=5_000)
    words = page.several.text.text()
    page.several.buttons[0].click()
    qtbot.waitUntil(lambda: page.queue.list.count() < waiting, timeout=5_000)
    standing = {one: state_of(office.clerk, "consultation", one).standing for one in office.made}
    for record_id, what in office.made.items():
        assert (standing[record_id] == "approved") is (what in ("good", "faulty")), what
    assert "您本人" in words
    assert "两个不同的版本" in words


def test_a_key_pressed_twice_answers_once_and_tells_nothing_wrong(qtbot, office):
    for _number in range(2):
        generated(office, 1, seed=1)
    page = shown(qtbot, office)
    driver, told, before = Driver(qtbot, page), [], page.shown.submission.id
    office.desk.told.connect(told.append)
    driver.press(Qt.Key.Key_Return, _CTRL)
    driver.press(Qt.Key.Key_Return, _CTRL)
    driver.goes_on(before)
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    standing = sorted(state_of(office.clerk, "consultation", one).standing for one in office.made)
    assert (standing, [one.level for one in told]) == (["approved", "waiting"], ["good"])


@pytest.mark.qt_log_ignore("This plugin does not support")  # of menus, offscreen
def test_a_ready_remark_is_taken_by_a_digit(qtbot, office):
    generated(office, 1, seed=1)
    page = shown(qtbot, office)
    page.phrases.offer()
    qtbot.waitUntil(page.phrases.menu.isVisible, timeout=5_000)
    QTest.keyClick(page.phrases.menu, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: bool(page.copy.remarks()), timeout=5_000)
    (remark,) = page.copy.remarks()
    assert "法律条款" in remark.text, "those of its kind come first"


def test_what_a_village_counts_of_itself_is_its_share_of_the_townships_number(qtbot, office):
    generated(office, 8, seed=5)
    page = shown(qtbot, office)
    there = review_queue.queue(office.clerk)
    assert there.all == page.queue.queue.villages[VILLAGE] == 8
    assert "8" in page.queue.count.text()


def test_what_was_sent_again_shows_the_rounds_and_f9_leads_to_what_changed(qtbot, office):
    generated(office, 1, seed=1)
    (record_id,) = office.made
    first = state_of(office.clerk, "consultation", record_id).submission
    said = [Remark("answer", "请写明条款")]
    reviews.review(office.desk.session, first, ids.new_id(), "returned", said)
    records.save(office.clerk, "consultation", record_id, {"answer": "依民法典第五百七十九条"})
    reviews.submit(office.clerk, "consultation", record_id, ids.new_id())
    page = shown(qtbot, office)

    def led():
        page.activateWindow()  # windows of earlier tests that go away may take it along
        if page.isActiveWindow() and page.copy.here().field.place != "answer":
            QTest.keyClick(page.copy.here(), Qt.Key.Key_F9)
        return page.copy.here().field.place == "answer"

    qtbot.waitUntil(led, timeout=5_000)
    assert [one.number for one in page.shown.rounds] == [1]
    assert page.shown.rounds[0].answered_by == "[练习]李建国"
