"""The conflict desk: texts side by side, marked where they differ, decided by those who may, by keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.hands import write
from tests.ui.rooms import OTHER_NAME
from ui.pages.conflicts import ConflictsPage
from ui.widgets.difference import DifferenceLabel, different
from village_desk import ids
from village_desk.changes import FeedConflict
from village_desk.commands import conflicts as deciding
from village_desk.commands import records
from village_desk.errors import NotAllowed
from village_desk.queries import conflicts, history
from village_desk.session import Session

KIND = "consultation"


def disputed(room, **fields):
    """A record both wrote: fields {name: (what stands, what lies beside it, why)}; return its id."""
    record_id = ids.new_id()
    records.save(room.session, KIND, record_id, {"name": "[练习]赵龘"})
    room.received()
    room.elsewhere(record_id, {name: stands for name, (stands, _other, _why) in fields.items()}, 2)
    opened = [
        FeedConflict(id=f"{place:032x}", field=name, value=other, why=why)
        for place, (name, (_stands, other, why)) in enumerate(fields.items(), start=len(room.seen))
    ]
    room.seen.update(one.id for one in opened)
    sent = {name: other for name, (_stands, other, _why) in fields.items()}
    stands = {name: each for name, (each, _other, _why) in fields.items()}
    room.elsewhere(record_id, sent, 3, opened, set_=stands)
    return record_id


@pytest.fixture
def room(room):
    room.seen = set()
    return room


def shown(qtbot, room, count):
    page = room.page = ConflictsPage(room.desk)  # kept, as the window keeps its pages
    qtbot.addWidget(page)
    page.resize(1150, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and len(page.blocks) == count, timeout=5_000)
    return page


def value(room, record_id, name):
    return room.session.store.row(KIND, record_id)[name]


def test_all_fields_of_a_record_stand_together_with_who_wrote_them(qtbot, room):
    disputed(room, address=("三组", "二组", "value"), content=("地界不清", "地界要量", "value"))
    page = shown(qtbot, room, 2)
    assert len(page.cards) == 1
    (record,) = conflicts.records(room.session)
    assert [one.field for one in record.fields] == ["address", "content"]
    assert record.fields[0].author.name == OTHER_NAME
    assert record.fields[0].author.received
    words = [one.text() for one in page.blocks[0].findChildren(type(page.empty))]
    assert any(OTHER_NAME in text for text in words)


def test_what_differs_is_marked_on_both_sides_and_shown_as_typed(qtbot, room):
    disputed(room, content=("墙高<b>三</b>尺", "墙高<b>四</b>尺", "value"))
    page = shown(qtbot, room, 1)
    one, two = page.blocks[0].findChildren(DifferenceLabel)
    assert [piece for piece, differs in one.pieces if differs] == ["三"]
    assert [piece for piece, differs in two.pieces if differs] == ["四"]
    assert "&lt;b&gt;" in one.text()
    assert "underline" in one.text()


def test_by_keyboard_alone_from_field_to_field_until_nothing_is_left(qtbot, room):
    record_id = disputed(
        room,
        address=("三组", "二组", "value"),
        content=("地界不清", "地界要量", "value"),
        cause=("相邻", "土地", "value"),
    )
    page = shown(qtbot, room, 3)
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.blocks[0].hasFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.blocks[1].hasFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(page.blocks) == 2, timeout=5_000)
    qtbot.waitUntil(page.blocks[1].hasFocus, timeout=5_000)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_E)
    area = page.blocks[1].editor.input
    qtbot.waitUntil(area.hasFocus, timeout=5_000)
    area.selectAll()
    write(area, "地界要量清")
    page.blocks[1].own_button.click()
    qtbot.waitUntil(lambda: len(page.blocks) == 1, timeout=5_000)
    qtbot.waitUntil(page.blocks[0].hasFocus, timeout=5_000)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_1)
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    found = [value(room, record_id, name) for name in ("address", "cause", "content")]
    assert found == ["三组", "土地", "地界要量清"]
    texts = [
        after for event in history.of(room.session, KIND, record_id) for _name, _before, after in event.fields
    ]
    assert {"二组", "地界不清", "相邻"} <= set(texts)


def test_what_is_typed_survives_news_and_digits_in_it_decide_nothing(qtbot, room):
    disputed(room, content=("地界不清", "地界要量", "value"))
    page = shown(qtbot, room, 1)
    page.blocks[0].write()
    area = page.blocks[0].editor.input
    qtbot.waitUntil(area.hasFocus, timeout=5_000)
    qtbot.keyClicks(area, "2e")
    room.desk.changed.emit(frozenset())
    answered = []
    room.desk.ask(lambda _session: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=5_000)
    assert page.blocks[0].editor.value().startswith("2e") or page.blocks[0].editor.value().endswith("2e")
    assert len(conflicts.open_conflicts(room.session)) == 1


def test_a_text_the_county_joined_is_flagged_and_checked_by_one_press(qtbot, room):
    disputed(room, content=("甲\n乙\n丙", "甲\n丙", "joined"))
    page = shown(qtbot, room, 1)
    assert "请核对" in " ".join(one.text() for one in page.blocks[0].findChildren(type(page.empty)))
    page.blocks[0].buttons[0].click()
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)


def test_several_texts_beside_the_current_one_stand_in_one_block(qtbot, room):
    record_id = disputed(room, address=("三组", "二组", "value"))
    third = FeedConflict(id="f" * 32, field="address", value="一组")
    room.elsewhere(record_id, {"address": "一组"}, 4, [third], set_={"address": "三组"})
    page = shown(qtbot, room, 1)
    assert len(page.blocks[0].buttons) == 3
    qtbot.keyClick(page.blocks[0], Qt.Key.Key_3)
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    assert value(room, record_id, "address") == "一组"


def test_whoever_may_not_decide_is_told_who_does(qtbot, room):
    disputed(room, address=("三组", "二组", "value"))
    actor = room.session.actor
    reader = type(actor)(actor.user, actor.name, "mediator", b"", actor.areas)
    room.desk.session = Session(room.session.store, reader, room.session.profile)
    page = shown(qtbot, room, 1)
    assert not any(button.isEnabled() for button in page.blocks[0].buttons)
    said = " ".join(one.text() for one in page.cards[0].findChildren(type(page.empty)))
    assert "村干部" in said
    assert "人民调解员" not in said


def test_an_own_text_not_yet_received_is_not_called_the_countys(qtbot, room):
    record_id = disputed(room, address=("三组", "二组", "value"))
    records.save(room.session, KIND, record_id, {"address": "五组"})
    (record,) = conflicts.records(room.session)
    assert not record.fields[0].author.received
    assert record.fields[0].author.at
    page = shown(qtbot, room, 1)
    said = " ".join(one.text() for one in page.blocks[0].findChildren(type(page.empty)))
    assert "县里还没有收到" in said


def test_of_two_steps_one_is_chosen_and_no_third_can_be_written(qtbot, room):
    record_id = disputed(room, state=("answered", "closed", "value"))
    page = shown(qtbot, room, 1)
    assert page.blocks[0].editor is None
    (one,) = conflicts.open_conflicts(room.session)
    with pytest.raises(NotAllowed) as refused:
        deciding.resolve(room.session, one.id, "referred")
    assert refused.value.code == "move.state"
    page.blocks[0].buttons[1].click()
    qtbot.waitUntil(page.empty.isVisible, timeout=5_000)
    assert value(room, record_id, "state") == "closed"


@given(st.text("甲乙丙 12\n<&", max_size=40), st.text("甲乙丙 12\n<&", max_size=40))
def test_put_together_the_pieces_are_the_text_and_equal_texts_have_no_mark(text, other):
    assert "".join(piece for piece, _differs in different(text, other)) == text
    assert different(text, text) == ([(text, False)] if text else [])
    assert not any(
        a[1] == b[1] for a, b in zip(different(text, other), different(text, other)[1:], strict=False)
    )
