"""Where each record and each attachment stands on its way to the county, in words, in lists and on pages."""

import pytest

from tests.ui.hands import asked
from ui.widgets.attachments import AttachmentsCard, where_text
from ui.widgets.history import HistoryCard
from ui.widgets.shown import mark_text
from village_desk import ids
from village_desk.changes import FeedConflict
from village_desk.commands import attachments as attaching
from village_desk.commands import mending, records
from village_desk.queries import attachments, history, marks, quarantine
from village_desk.queries import records as reading

KIND = "consultation"


def saved(room, record_id=None, **values):
    record_id = record_id or ids.new_id()
    records.save(room.session, KIND, record_id, values or {"name": "[练习]赵龘"})
    return record_id


def mark(room, record_id):
    return marks.mark(room.session, reading.record(room.session, KIND, record_id))


def test_a_record_is_here_then_received_then_waits_again(room):
    record_id = saved(room)
    assert mark(room, record_id) == "here"
    room.received()
    assert mark(room, record_id) == "received"
    saved(room, record_id, content="地界")
    assert mark(room, record_id) == "waiting"


def test_what_the_county_has_acknowledged_is_not_called_waiting_though_its_feed_has_not_shown_it(room):
    new, old = saved(room), saved(room)
    room.received({1: "grant"})
    mending.decide(room.session, 1, "kept")
    assert (mark(room, new), mark(room, old)) == ("here", "received")
    new = saved(room)
    saved(room, old, content="地界")
    with room.session.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "change" SET "state" = \'acked\' WHERE "state" = \'new\'')
    assert (mark(room, new), mark(room, old)) == ("received", "received")
    saved(room, old, content="地界不清")
    assert mark(room, old) == "waiting"


def test_what_asks_for_a_person_comes_first(room):
    record_id = saved(room)
    room.received()
    opened = FeedConflict(id="c" * 32, field="address", value="二组")
    room.elsewhere(record_id, {"address": "二组"}, 2, [opened], set_={"address": "三组"})
    assert mark(room, record_id) == "conflict"
    saved(room, record_id, content="地界")
    room.received({room.session.store.head().n: "grant"})
    assert mark(room, record_id) == "attention"
    mending.decide(room.session, quarantine.set_aside(room.session)[0].first, "county")
    assert mark(room, record_id) == "conflict"


def test_what_came_by_stick_is_not_yet_at_the_county(room):
    record_id = saved(room)
    room.received()
    with room.session.store.unit_of_work(None, 1) as uow:
        uow.execute(
            'INSERT INTO "carried_change" ("device", "n", "record_id", "kind", "body") '
            "VALUES (?, 1, ?, ?, ?)",
            ("ab" * 16, record_id, KIND, b"{}"),
        )
    assert mark(room, record_id) == "carried"


def test_every_mark_has_a_word_of_its_own(look):
    words = [mark_text(one)[0] for one in ("attention", "conflict", "carried", "here", "waiting", "received")]
    assert len(set(words)) == len(words)
    assert all(words)


@pytest.fixture
def attached(room):
    record_id = saved(room)
    attachment = ids.new_id()
    about = {"title": "[练习]照片", "media_type": "image/png"}
    attaching.attach(room.session, (KIND, record_id), attachment, b"x" * 5_000, about)
    return record_id, attachment


def where(room, record_id):
    (one,) = reading.about(room.session, "attachment", KIND, record_id)
    return attachments.whereabouts(room.session, [one])[one.id]


def test_an_attachment_waits_goes_and_has_arrived(room, attached):
    record_id, _attachment = attached
    store = room.session.store
    assert where(room, record_id).state == "waiting"
    for change, state in (
        ('UPDATE "blob" SET "sent" = 2000', "sending"),
        ('UPDATE "blob" SET "at_county" = 1', "sent"),
        ('UPDATE "blob" SET "here" = 0', "elsewhere"),
    ):
        with store.unit_of_work(None, 1) as uow:
            uow.execute(change)
        assert where(room, record_id).state == state
    digest = store.query('SELECT "digest" FROM "blob"')[0][0]
    with store.unit_of_work(None, 1) as uow:
        uow.execute(
            'INSERT INTO "blob_piece" ("digest", "offset", "bytes") VALUES (?, 0, ?)', (digest, b"x" * 900)
        )
    found = where(room, record_id)
    assert (found.state, found.done, found.size) == ("coming", 900, 5_000)
    assert "1 KB" in where_text(found)[0]


def test_the_card_says_so_and_follows_a_round(qtbot, room, attached):
    record_id, _attachment = attached
    card = AttachmentsCard(room.desk)
    qtbot.addWidget(card)
    found = reading.about(room.session, "attachment", KIND, record_id)
    card.show_attachments((KIND, record_id), found, may_add=True)
    qtbot.waitUntil(lambda: "待上报" in card.states[0].text(), timeout=5_000)
    with room.session.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "blob" SET "at_county" = 1')
    room.desk.synced.emit()
    qtbot.waitUntil(lambda: "县里已收到" in card.states[0].text(), timeout=5_000)


def test_the_history_says_why_a_change_was_set_aside_what_was_done_and_leads_to_receipts(qtbot, room):
    record_id = saved(room)
    room.received()
    saved(room, record_id, content="地界")
    room.received({room.session.store.head().n: "grant"})
    mending.decide(room.session, quarantine.set_aside(room.session)[0].first, "township")
    events = asked(qtbot, room.desk, lambda session: history.of(session, KIND, record_id))
    card = HistoryCard()
    qtbot.addWidget(card)
    profile = room.session.profile
    card.show_events(profile.kind(KIND), profile, events, room.session.now())
    assert any("有效授权" in line and "交给司法所" in line for line in card.lines)
    asked_for = []
    card.receipts_wanted.connect(lambda: asked_for.append(True))
    card.receipts_button.click()
    assert asked_for == [True]
