"""The card of the sync page that takes work out by USB stick and reads the answer in, by clicks."""

import pytest

from county_server import bundle_cli
from county_server import county as counties
from county_server.config import Config
from sync.sticks import stick as sticks_of_desks
from tests.ui.conftest import CHEAP, PASSWORD
from tests.ui.test_sync_page import VILLAGE, _join
from tools.practice_county import enrolled, new_desk
from ui import sticks
from ui.printing import save_lines
from village_desk import ids
from village_desk.commands import records
from village_desk.keys.passwords import Cost

OTHER_VILLAGE = "620702101202"


@pytest.fixture
def card(at_work, qtbot, county, tmp_path):
    """The card of an enrolled desk with a stick in."""
    code = county.invite(VILLAGE, "[练习]村", [("[练习]王桂兰", "village_clerk")])
    page = _join(at_work, qtbot, county, code)
    qtbot.waitUntil(lambda: page.stick.isVisibleTo(page) and page.sentence() != "", timeout=15_000)
    qtbot.waitUntil(lambda: at_work.working.background.state == "idle", timeout=15_000)
    stick = tmp_path / "stick"
    stick.mkdir()
    page.stick._pick = lambda: stick
    return page.stick


def idle(card):
    return card.out_button.isEnabled()


@pytest.mark.county
def test_out_to_the_county_and_back_by_clicks(at_work, qtbot, county, card, tmp_path):
    stick = tmp_path / "stick"
    county.stop()
    saved = []
    at_work.working.desk.do(
        lambda s: records.save(s, "consultation", ids.new_id(), {"name": "[练习]赵"}), saved.append
    )
    qtbot.waitUntil(lambda: bool(saved), timeout=10_000)
    card.out_button.click()
    qtbot.waitUntil(lambda: idle(card) and bool(card.slip()), timeout=10_000)
    assert "1 条改动" in card.said.text()
    settings = Config(database=str(county.folder / "county.db"), blobs=str(county.folder / "blobs"))
    there = counties.open_county(settings)
    assert bundle_cli.taken_in(there, [stick], stick)[0]
    there.close()
    card.in_button.click()
    qtbot.waitUntil(lambda: idle(card) and "已收到" in card.said.text(), timeout=10_000)
    assert "核对码" in card.said.text()


@pytest.mark.county
def test_the_slip_says_how_much_and_names_nobody(at_work, qtbot, card, tmp_path):
    at_work.working.desk.do(lambda s: records.save(s, "consultation", ids.new_id(), {"name": "[练习]赵"}))
    card.out_button.click()
    qtbot.waitUntil(lambda: bool(card.slip()), timeout=10_000)
    slip = "\n".join(card.slip())
    assert "交接单" in slip
    assert VILLAGE in slip
    assert "核对码" in slip
    assert "赵" not in slip
    assert "王桂兰" not in slip
    assert card.print_button.isVisibleTo(card)
    save_lines(card.slip(), str(tmp_path / "slip.pdf"))
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.county
def test_what_others_wrote_is_brought_to_the_county_by_one_click(qtbot, county, card, tmp_path):
    name, role = "[练习]李四", "village_clerk"
    other = new_desk(tmp_path / "other", OTHER_VILLAGE, (name, role), PASSWORD, Cost(*CHEAP))
    other = enrolled(other, county.address, county.invite(OTHER_VILLAGE, "[练习]邻村", [(name, role)]))
    records.save(other.session, "consultation", ids.new_id(), {"name": "[练习]钱"})
    sticks_of_desks.write(other.session.store, tmp_path / "stick")
    assert not card.bring_button.isVisible()
    card.in_button.click()
    qtbot.waitUntil(lambda: card.bring_button.isVisibleTo(card), timeout=10_000)
    card.bring_button.click()
    qtbot.waitUntil(lambda: idle(card) and "1 个文件" in card.said.text(), timeout=15_000)
    assert not card.stop_button.isVisibleTo(card)
    assert sticks_of_desks.read(other.session.store, tmp_path / "stick").came.answered == 1
    other.session.store.close_connection()


@pytest.mark.county
def test_what_is_wrong_is_said_in_a_sentence_and_the_buttons_come_back(qtbot, card, tmp_path):
    card.in_button.click()
    qtbot.waitUntil(lambda: idle(card) and "没有给本机" in card.said.text(), timeout=10_000)
    (tmp_path / "stick" / "x.vdb").write_bytes(b"VDB1")
    card.in_button.click()
    qtbot.waitUntil(lambda: "不完整" in card.said.text(), timeout=10_000)
    card._pick = lambda: tmp_path / "pulled out"
    card.out_button.click()
    qtbot.waitUntil(lambda: idle(card) and "拔出" in card.said.text(), timeout=10_000)
    assert not card.slip()
    card._pick = lambda: None
    card.out_button.click()
    assert idle(card)


def test_the_disk_of_the_pc_is_no_stick():
    assert all(str(path) != "/" for path in sticks.removable())
