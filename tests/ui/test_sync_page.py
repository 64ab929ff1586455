"""The sync page against a real county in a process of its own."""

import pytest

from tools.practice_county import COUNTY, PracticeCounty
from village_desk import ids
from village_desk.commands import records

VILLAGE = "620702101201"


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    made = PracticeCounty(tmp_path_factory.mktemp("county"))
    made.create()
    made.start()
    yield made
    made.stop()


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
    code = county.invite(VILLAGE, "[练习]村", [("[练习]王小兰", "village_clerk")])
    page = _join(at_work, qtbot, county, code)
    desk = at_work.working.desk

    qtbot.waitUntil(lambda: page.who is not None, timeout=15_000)
    page.who.buttons[0].click()
    qtbot.waitUntil(lambda: desk.session.actor.name == "[练习]王小兰", timeout=5_000)
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
