"""Village, township, county: sent back at the very field, mended without a network, approved, locked."""

from datetime import date

import pytest

from tests.sync.world import OTHER_VILLAGE, TOWNSHIP, VILLAGE, Clock, new_county, new_desk
from tests.ui.hands import write
from tests.ui.test_review_by_keyboard import Driver, awake
from ui.account import Account
from ui.desk import Desk
from ui.pages.consultations import ConsultationsPage
from ui.pages.review import ReviewPage
from ui.runner import Runner
from village_desk import ids
from village_desk.commands import records, reviews
from village_desk.errors import NotAllowed
from village_desk.queries import review_queue
from village_desk.queries.records import record
from village_desk.queries.reviews import is_locked, state_of
from village_desk.queries.today import tasks

KIND = "consultation"
ANSWERED = {
    "name": "[练习]马秀英",
    "met_on": date(2026, 8, 20),
    "channel": "1",
    "content": "邻居修墙占了两家共用的通道",
    "answer": "可以",
    "handling": ("1",),
}
REMARKS = {"answer": "请写明依据的条款", "content": "请写明占了多宽"}


@pytest.fixture
def world(look, qtbot, tmp_path):
    """A county with two villages and their township, all real; windows are made where a test wants them."""
    clock = Clock()
    county = new_county(tmp_path, clock)
    desks, runners = [], []

    def desk(name, **how):
        desks.append(new_desk(county, tmp_path / f"desk{len(desks)}", clock, name, **how))
        return desks[-1]

    def window(made):
        runners[:0] = [(Runner(), made.store), (Runner(name="slow"), made.store)]
        account = Account(tmp_path, None, made.session.actor.user)
        return Desk(made.session, account, runners[0][0], runners[1][0])

    yield desk, window
    for runner, store in runners:
        runner.close(store.close_connection)
    for one in desks:
        one.close()
    county.close()


def sent(desk, **values):
    record_id = ids.new_id()
    records.save(desk.session, KIND, record_id, ANSWERED | values)
    reviews.submit(desk.session, KIND, record_id, ids.new_id())
    return record_id


def reviewing(qtbot, desk):
    page = ReviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None, timeout=5_000)
    awake(qtbot, page)
    return page


def village_page(qtbot, desk, record_id):
    page = ConsultationsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open_record(KIND, record_id, "")
    shown = page.record_page(KIND)
    qtbot.waitUntil(lambda: shown.sight is not None and shown.sight.id == record_id, timeout=5_000)
    return shown


def round_of(*desks):
    for desk in desks:
        desk.sync()


@pytest.mark.requirement("R189")
def test_two_remarks_reach_the_very_fields_are_mended_offline_and_the_record_is_locked(qtbot, world):
    desk, window = world
    village = desk("[练习]王桂兰")
    township = desk("[练习]李建国", role="station_head", area=TOWNSHIP, unit=f"{TOWNSHIP}000")
    record_id = sent(village)
    round_of(village, township)

    page = reviewing(qtbot, window(township))
    driver, before = Driver(qtbot, page), page.shown.submission.id
    for place, text in REMARKS.items():
        page.copy.remark_on(place)
        write(page.copy.here().remark, text)
    page.answer("returned")
    driver.goes_on(before)
    round_of(township, village)

    (task,) = [one for one in tasks(village.session) if one.urgency == "returned"]
    assert (task.record_id, dict(task.remarks), task.round) == (record_id, REMARKS, 1)
    there = village_page(qtbot, window(village), record_id)
    assert {place: there.form.problem(place) for place in REMARKS} == REMARKS

    mended = {"answer": "依民法典第二百九十一条，应当提供便利", "content": "邻居修墙占了通道约两米"}
    records.save(village.session, KIND, record_id, mended)  # no round in between: the network is not needed
    reviews.submit(village.session, KIND, record_id, ids.new_id())
    assert not [one for one in tasks(village.session) if one.urgency == "returned"]
    round_of(village, township)

    page.refresh()
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.round == 2, timeout=5_000)
    assert {line.field.place for line in page.lines if line.field.changed} == set(REMARKS)
    there.hide()
    awake(qtbot, page)
    driver.approve()
    round_of(township, village)

    assert state_of(village.session, KIND, record_id).standing == "approved"
    assert is_locked(village.session, KIND, record_id)
    with pytest.raises(NotAllowed, match=r"^record.locked$"):
        records.save(village.session, KIND, record_id, {"answer": "再改"})
    assert record(township.session, KIND, record_id).values["answer"] == mended["answer"]


def test_counts_of_the_township_are_those_of_its_villages_after_every_round(world):
    desk, _window = world
    villages = [desk("[练习]王桂兰"), desk("[练习]吴文书", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)]
    township = desk("[练习]李建国", role="station_head", area=TOWNSHIP, unit=f"{TOWNSHIP}000")
    first = [sent(villages[0]) for _ in range(3)]
    sent(villages[1])
    round_of(*villages, township)
    assert review_queue.queue(township.session).villages == {VILLAGE: 3, OTHER_VILLAGE: 1}
    latest = state_of(township.session, KIND, first[0]).submission
    reviews.review(township.session, latest, ids.new_id(), "approved")
    round_of(township, *villages)
    own = {code: review_queue.queue(one.session).all
           for code, one in zip((VILLAGE, OTHER_VILLAGE), villages, strict=True)}  # fmt: skip
    assert review_queue.queue(township.session).villages == own == {VILLAGE: 2, OTHER_VILLAGE: 1}
