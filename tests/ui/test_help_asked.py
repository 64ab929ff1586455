"""Password and recovery sheet are lost: the room asks, the head of the township answers, by two files."""

import pytest

from sync import connect, engine
from tests.ui.conftest import CHEAP, PASSWORD
from tests.ui.test_sync_page import VILLAGE, _join
from tools.practice_county import enrolled, new_desk
from ui.account import Account
from ui.desk import Desk
from ui.pages.settings_people import HelpCard
from ui.runner import Runner
from village_desk import keys
from village_desk.keys.passwords import Cost

TOWNSHIP = VILLAGE[:9]
NEW = "heihe liuyu sui 3"


@pytest.fixture
def office(county, tmp_path):
    """The desk of the head of the township's judicial office, which has met the county once."""
    name, role = "[练习]丁所长", "station_head"
    made = new_desk(tmp_path / "office", TOWNSHIP, (name, role), PASSWORD, Cost(*CHEAP))
    made = enrolled(made, county.address, county.invite(TOWNSHIP, "[练习]司法所", [(name, role)]))
    exchange = connect.connect(made.session.store)
    engine.run_round(made.session.store, exchange)
    exchange.close()
    runner, slow = Runner(), Runner(name="slow")
    account = Account(tmp_path / "office", made.key, made.user)
    yield Desk(made.session, account, runner, slow)
    for one in (runner, slow):
        one.close(made.session.store.close_connection)
    made.session.store.close_connection()


@pytest.mark.county
def test_the_head_of_the_township_lets_a_room_set_a_new_password(
    at_work, qtbot, county, office, home, tmp_path
):
    _join(at_work, qtbot, county, county.invite(VILLAGE, "[练习]村", [("[练习]王桂兰", "village_clerk")]))
    slots = home / keys.KEYS_FILE
    qtbot.waitUntil(lambda: keys.rescue_slot(slots) is not None, timeout=20_000)
    assert len(keys.rescue_slot(slots).to) == 2
    at_work.drop_key()
    qtbot.waitUntil(lambda: hasattr(at_work.gate, "password"), timeout=10_000)
    page = at_work.gate
    page.forgotten_button.click()
    page.lost_button.click()
    card, question = page.help_card, tmp_path / "求助文件.vdq"
    assert card.ask_button.isVisible()
    for _again in range(2):
        card.said.clear()
        card.asked.emit(question)
        qtbot.waitUntil(lambda: "已存好" in card.said.text(), timeout=5_000)
    (tmp_path / "other.vdq").write_text("{}")
    head = HelpCard(office)
    qtbot.addWidget(head)
    head.refresh()
    assert head.isVisible()
    for file, words in ((tmp_path / "other.vdq", "重新存出"), (question, "求助文件.answer")):
        head.answer(file)
        qtbot.waitUntil(lambda words=words: words in head.said.text(), timeout=5_000)
    card.password.edit.setText("short")
    card.take(question.with_suffix(".answer"))
    qtbot.waitUntil(lambda: "10" in card.password.words.text(), timeout=5_000)
    card.password.edit.setText(NEW)
    card.take(question.with_suffix(".answer"))
    qtbot.waitUntil(lambda: at_work.working is not None, timeout=15_000)
    assert keys.unlock(slots, at_work.working.desk.account.user, NEW)
    assert "重新做一份" in at_work.working.frame.messages.text.text()


def test_without_the_county_there_is_no_such_way_and_the_way_back_is_one_key(program, qtbot, tmp_path):
    page = program.gate
    page.forgotten_button.click()
    page.lost_button.click()
    page.help_card.asked.emit(tmp_path / "q.vdq")
    qtbot.waitUntil(lambda: "恢复密钥单" in page.help_card.said.text(), timeout=5_000)
    assert not (tmp_path / "q.vdq").exists()
    page.show_password()
    assert page.password.isVisible()
    assert not page.help_card.isVisible()


def test_only_the_head_of_the_township_is_offered_to_answer(at_work):
    at_work.working.frame.show_page("settings")
    assert not at_work.working.frame.page("settings").help.isVisible()
