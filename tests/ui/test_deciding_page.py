"""What the county set aside of a village, on the township's page: read, and decided with a reason."""

import msgspec
import pytest

from sync.set_aside import Change, Unit
from tests.ui.rooms import VILLAGE
from ui.pages.quarantine import QuarantinePage
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
    store = room.session.store
    with store.unit_of_work(None, room.session.now()) as uow:
        township.keep(uow, "1", msgspec.json.encode(told))
    head = Actor(b"\x01" * 16, "[练习]张所长", "station_head", b"", (VILLAGE[:9],))
    room.desk.session = Session(store, head, room.session.profile, room.session.clock)
    page = QuarantinePage(room.desk)
    qtbot.addWidget(page)
    page.resize(1150, 1000)
    page.show()
    qtbot.waitUntil(lambda: len(page.decisions) == 3, timeout=5_000)
    return page


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
