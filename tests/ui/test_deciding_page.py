"""What the county set aside of a village, on the township's page: read, and decided with a reason."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject

from sync.set_aside import Change, Unit
from tests.ui.rooms import VILLAGE
from ui.pages.deciding import DecideCard
from ui.pages.quarantine import QuarantinePage
from ui.widgets.buttons import Button
from village_desk import changes, ids
from village_desk.changes import Body
from village_desk.commands import records
from village_desk.session import Actor, Session
from village_desk.store import township

KIND = "consultation"
AUTHOR = "cd" * 16


def unit(record_id, fields, n=7, reason="rights"):
    body = Body(
        n=n, g=n, r=record_id.hex(), t=KIND, s=VILLAGE, op="put", b=0, p=0, u=AUTHOR, grant="", sv=1,
        at=1_790_000_000_000, clock=None, f=fields,
    )  # fmt: skip
    change = Change(n, reason, msgspec.Raw(changes.encode(body)))
    return Unit(
        device="ab" * 16, first=n, chain="ef" * 32, scope=VILLAGE, name="[练习]王桂兰", at=1_790_000_000_000,
        changes=[change],
    )  # fmt: skip


@pytest.fixture
def page(qtbot, room):
    known = ids.new_id()
    records.save(room.session, KIND, known, {"name": "[练习]赵龘", "content": "地界"})
    room.received()
    told = [
        unit(known, {"content": "地界不清\n要量一量"}),
        unit(ids.new_id(), {"name": "[练习]钱乙", "content": "租金"}, 9, "revoked"),
        unit(ids.new_id(), {"name": "[练习]孙丙"}, 11, "field.immutable"),
    ]
    tell(room, told)
    store = room.session.store
    head = Actor(b"\x01" * 16, "[练习]张所长", "station_head", b"", (VILLAGE[:9],))
    room.desk.session = Session(store, head, room.session.profile, room.session.clock)
    page = QuarantinePage(room.desk)
    qtbot.addWidget(page)
    page.resize(1150, 1000)
    page.show()
    qtbot.waitUntil(lambda: len(page.decisions) == 3, timeout=5_000)
    return page


def tell(room, told):
    with room.session.store.unit_of_work(None, room.session.now()) as uow:
        township.keep(uow, "1", msgspec.json.encode(told))


def decided(room):
    return room.session.store.query('SELECT "first", "accepted", "reason", "decided_by" FROM "release"')


def test_each_says_whose_it_is_and_why_it_was_not_taken(page):
    known, new, fixed = page.decisions
    assert page.others_title.isVisible()
    assert "[练习]王桂兰" in known.facts.text()
    assert "不能改这条记录" in known.cause.text()
    assert "停用" in new.cause.text() or "收回" in new.cause.text()
    assert [card.accept_button.isVisible() for card in (known, new, fixed)] == [True, True, False]


def test_nothing_is_decided_without_a_reason(qtbot, room, page):
    page.decisions[0].accept_button.click()
    assert "理由" in page.decisions[0].reason.words.text()
    assert decided(room) == []
    page.decisions[0].reason.edit.setText("本人当面说明")
    page.decisions[0].accept_button.click()
    qtbot.waitUntil(lambda: len(page.decisions) == 2, timeout=5_000)
    assert decided(room) == [(7, 1, "本人当面说明", "[练习]张所长")]
    page.decisions[1].reason.edit.setText("与笔录不符")
    page.decisions[1].dismiss_button.click()
    qtbot.waitUntil(lambda: len(page.decisions) == 1, timeout=5_000)
    assert (11, 0, "与笔录不符", "[练习]张所长") in decided(room)


def test_a_typed_reason_stays_when_others_come_and_go_and_what_stands_now_changes(qtbot, room, page):
    known, new, fixed = page.decisions
    new.reason.edit.setText("已电话")
    new.reason.edit.setFocus()
    known.reason.edit.setText("属实")
    told = [
        unit(known.waiting.parts[0].record_id, {"content": "地界不清\n要量一量"}),
        unit(new.waiting.parts[0].record_id, {"name": "[练习]钱乙", "content": "租金"}, 9, "revoked"),
        unit(ids.new_id(), {"name": "[练习]周戊"}, 13),
    ]
    tell(room, told)
    clerk = Actor(b"\x02" * 16, "[练习]李丁", "village_clerk", b"", (VILLAGE,))
    later = Session(room.session.store, clerk, room.session.profile, room.session.clock)
    records.save(later, KIND, known.waiting.parts[0].record_id, {"content": "量过了"})
    page.refresh()
    qtbot.waitUntil(lambda: fixed not in page.decisions, timeout=5_000)
    assert len(page.decisions) == 3
    changed, same, _last = page.decisions
    assert same is new
    assert new.reason.text() == "已电话"
    assert changed is not known
    assert changed.reason.text() == "属实"
    assert [page._others.itemAt(place).widget() for place in range(3)] == page.decisions


def test_nothing_of_a_card_ever_stands_in_a_window_of_its_own(qapp, room, page):
    flashed = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, Button) and watched.isWindow():
                flashed.append(watched.text())
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        DecideCard(room.desk, page.decisions[0].waiting)
    finally:
        qapp.removeEventFilter(watch)
    assert flashed == []
