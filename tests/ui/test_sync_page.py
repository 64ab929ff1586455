"""The sync page against a real county in a process of its own."""

import json
import shutil

import pytest
from PySide6.QtWidgets import QLabel

from county_server import profiles
from county_server.county import open_county
from tools.practice_county import COUNTY
from ui.pages.sync import SyncPage
from ui.widgets.cards import TaskCard
from village_desk import ids, profile
from village_desk.commands import records
from village_desk.store import outbox, published

VILLAGE = "620702101201"


def _join(at_work, qtbot, county, code):
    frame = at_work.working.frame
    frame.show_page("sync")
    page = frame.page("sync")
    qtbot.waitUntil(lambda: page.join.isVisibleTo(page))
    page.join.address.edit.setText(county.address)
    page.join.code.edit.setText(code)
    page.join.button.click()
    return page


@pytest.mark.county
def test_a_desk_joins_its_county_and_what_was_saved_before_arrives(at_work, qtbot, county):
    assert VILLAGE.startswith(COUNTY)
    code = county.invite(VILLAGE, "[练习]村", [("[练习]王桂兰", "village_clerk")])
    working = at_work.working
    working.desk.do(lambda s: records.save(s, "consultation", ids.new_id(), {"name": "[练习]赵"}))
    _join(at_work, qtbot, county, code)
    qtbot.waitUntil(lambda: "县里已收到" in working.frame.status.sentence.text(), timeout=15_000)
    assert working.desk.session.actor.grant
    assert "回执" in working.frame.status.last.text()


@pytest.mark.county
def test_who_has_another_name_at_the_county_says_who_they_are(at_work, qtbot, county):
    names = ("[练习]王小兰", "[练习]李小兰")
    code = county.invite(VILLAGE, "[练习]村", [(name, "village_clerk") for name in names])
    page = _join(at_work, qtbot, county, code)
    desk = at_work.working.desk

    qtbot.waitUntil(lambda: page.who is not None, timeout=15_000)
    next(one for one in page.who.buttons if names[0] in one.text()).click()
    qtbot.waitUntil(lambda: desk.session.actor.name == "[练习]王小兰", timeout=5_000)
    assert desk.session.actor.grant


@pytest.mark.county
def test_the_only_person_a_code_was_made_for_is_whoever_typed_it_in(at_work, qtbot, county):
    _join(at_work, qtbot, county, county.invite(VILLAGE, "[练习]村", [("[练习]王贵兰", "village_clerk")]))
    desk = at_work.working.desk
    qtbot.waitUntil(lambda: desk.session.actor.name == "[练习]王贵兰", timeout=15_000)
    assert desk.session.actor.grant


@pytest.mark.county
def test_a_wrong_code_is_told_in_words_and_everything_goes_on(at_work, qtbot, county):
    page = _join(at_work, qtbot, county, "AAAA-BBBB-CCCC")
    qtbot.waitUntil(
        lambda: page.join.button.isEnabled() and page.join.code.words.text() != "", timeout=10_000
    )
    assert "入网码" in page.join.code.words.text()


def test_a_county_that_cannot_be_reached_is_told_in_words(at_work, qtbot):
    class Nowhere:
        address = "http://127.0.0.1:9"

    page = _join(at_work, qtbot, Nowhere, "AAAA-BBBB-CCCC-DDDD")
    qtbot.waitUntil(
        lambda: page.join.button.isEnabled() and page.join.code.words.text() != "", timeout=20_000
    )
    assert at_work.working.frame.current() == "sync"


def _sync_page(qtbot, room):
    page = SyncPage(room.desk)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    qtbot.waitUntil(lambda: page.sentence() != "", timeout=5_000)
    return page


def test_what_the_county_could_not_take_leads_to_its_page_and_receipts_to_theirs(qtbot, room):
    went = []
    room.desk.went.connect(went.append)
    records.save(room.session, "consultation", ids.new_id(), {"name": "[练习]赵"})
    room.received({1: "grant"})
    page = _sync_page(qtbot, room)
    (card,) = [one for one in page.findChildren(TaskCard) if one.button]
    card.button.click()
    page.ledger_button.click()
    assert went == ["quarantine", "receipts"]


def test_a_running_round_shows_how_far_it_is_and_can_be_stopped(qtbot, room):
    stopped = []
    room.desk.stop_asked.connect(lambda: stopped.append(True))
    page = _sync_page(qtbot, room)
    assert page.now_button.isVisible()
    room.desk.syncing, room.desk.moved = True, (120, 7)
    room.desk.sync_moved.emit()
    assert "已上报 120 条" in page.sentence()
    assert not page.now_button.isVisible()
    page.stop_button.click()
    assert stopped == [True]


def test_the_log_for_support_is_one_button_away(qtbot, room, tmp_path):
    records.save(room.session, "consultation", ids.new_id(), {"name": "[练习]赵"})
    page = _sync_page(qtbot, room)
    page.support.save_file(tmp_path / "log.json")
    qtbot.waitUntil((tmp_path / "log.json").exists, timeout=5_000)
    qtbot.waitUntil(lambda: "waiting" in (tmp_path / "log.json").read_text(), timeout=5_000)
    assert "赵" not in (tmp_path / "log.json").read_text("utf-8")


def test_a_desk_its_restored_county_forgot_is_told_so_and_enrolled_again_here(qtbot, room):
    page = _sync_page(qtbot, room)
    assert not page.join.isVisible()
    with room.session.store.unit_of_work(None, room.session.now()) as uow:
        uow.set_state("county_address", "https://sync.example.org")
        uow.set_state(outbox.UNKNOWN, "1")
        outbox.add_round(uow, outbox.UNKNOWN, (0, 0, 9))
    page.refresh()
    qtbot.waitUntil(page.join.isVisible, timeout=5_000)
    assert "您的数据都在" in page.join.words.text()
    assert "您的数据都在" in page.sentence()
    assert page.join.address.text() == "https://sync.example.org"
    asked = []
    room.desk.use_enrolment(lambda address, code, _done, _failed: asked.append((address, code)))
    page.join.code.edit.setText("AAAA-BBBB")
    page.join.button.click()
    assert asked == [("https://sync.example.org", "AAAA-BBBB")]


def test_a_profile_that_cannot_be_used_here_is_said_and_the_old_one_stays(qtbot, room):
    with room.session.store.unit_of_work(None, room.session.now()) as uow:
        published.refuse(uow, 3, "profile.value")
    page = _sync_page(qtbot, room)
    qtbot.waitUntil(lambda: page.findChildren(TaskCard) != [], timeout=5_000)
    words = [one.text() for card in page.findChildren(TaskCard) for one in card.findChildren(QLabel)]
    assert any("第 3 版" in text and "什么都没有丢" in text for text in words)


@pytest.mark.county
def test_a_profile_the_county_publishes_is_gone_by_in_what_is_opened_next(at_work, qtbot, county, tmp_path):
    _join(at_work, qtbot, county, county.invite(VILLAGE, "[练习]村", [("[练习]王桂兰", "village_clerk")]))
    desk = at_work.working.desk
    qtbot.waitUntil(lambda: bool(desk.session.actor.grant), timeout=15_000)
    folder = tmp_path / "profile"
    shutil.copytree(profile.NATIONAL, folder)
    said = json.loads((folder / "profile.json").read_text("utf-8")) | {"id": COUNTY, "version": 4}
    (folder / "profile.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    here = open_county(county.settings())
    profiles.publish(here, profile.texts(folder))
    here.close()
    qtbot.waitUntil(lambda: not desk.syncing, timeout=15_000)
    desk.sync_asked.emit()
    qtbot.waitUntil(lambda: desk.session.profile.version == 4, timeout=15_000)
    assert desk.session.store.profile_version == 4
