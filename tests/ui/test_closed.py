"""A desk that may not be worked at says why, goes on sending, and opens again when the county says so."""

import pytest

from county_server import accounts, enrolment
from county_server.county import open_county
from tests.sync.world import back_up
from tests.ui.conftest import PASSWORD
from tests.ui.hands import write
from tests.ui.test_sync_page import _join
from ui.gates.closed import ClosedPage
from ui.gates.first_start import FirstStartPage
from village_desk import ids, keys
from village_desk.commands import records
from village_desk.store import outbox

VILLAGE = "620702101201"


@pytest.fixture
def joined(at_work, qtbot, county):
    """The program at work on a desk of a real county; and the county's own hands."""
    code = county.invite(VILLAGE, "[练习]村", [("[练习]王贵兰", "village_clerk")])
    _join(at_work, qtbot, county, code)
    desk = at_work.working.desk
    qtbot.waitUntil(lambda: bool(desk.session.actor.grant), timeout=15_000)
    qtbot.waitUntil(lambda: at_work.working.background.report is not None, timeout=15_000)
    here = open_county(county.settings())
    yield at_work, here
    here.close()


def closed(program, qtbot):
    qtbot.waitUntil(lambda: isinstance(program.gate, ClosedPage), timeout=15_000)
    qtbot.waitUntil(lambda: program.gate.words.text() != "", timeout=5_000)
    return program.gate


def set_aside(county):
    with county.database.reading():
        rows = county.database.rows("SELECT body FROM quarantine WHERE reason = 'revoked'")
    return "".join(bytes(body).decode() for (body,) in rows)


@pytest.mark.county
def test_who_has_no_permission_left_is_told_and_comes_back_when_it_is_given_again(joined, qtbot):
    program, here = joined
    working = program.working
    actor = working.desk.session.actor
    accounts.revoke_grant(here, actor.grant)
    working.desk.do(lambda s: records.save(s, "consultation", ids.new_id(), {"name": "[练习]最后"}))
    working.background.sync_now()
    page = closed(program, qtbot)
    assert "没有" in page.words.text()
    qtbot.waitUntil(lambda: "已" in page.state.text(), timeout=15_000)
    program.drop_key()
    qtbot.waitUntil(lambda: hasattr(program.gate, "password"), timeout=10_000)
    program.gate.password.edit.setText(PASSWORD)
    program.gate.open_button.click()
    page = closed(program, qtbot)
    accounts.add_grant(here, actor.user, "village_clerk", [VILLAGE])
    page.sync_button.click()
    qtbot.waitUntil(lambda: program.working is not None or hasattr(program.gate, "password"), timeout=15_000)


@pytest.mark.county
def test_a_withdrawn_pc_says_so_hands_over_and_ends(joined, qtbot, home):
    program, here = joined
    working = program.working
    working.desk.do(lambda s: records.save(s, "consultation", ids.new_id(), {"name": "[练习]留下"}))
    store = working.desk.session.store
    qtbot.waitUntil(lambda: store.head().n > 0, timeout=5_000)
    working.background.sync_now()
    qtbot.waitUntil(lambda: outbox.waiting(store) == 0, timeout=15_000)
    back_up(here)  # so all that is sent is covered, and only what is typed is not
    working.frame.show_page("consultations")
    working.desk.open_record("consultation", ids.new_id())
    form = working.frame.page("consultations").record_page("consultation")
    qtbot.waitUntil(lambda: form.sight is not None, timeout=5_000)
    write(form.form.editors["content"].input, "还没存的话")
    enrolment.revoke_device(here, store.device_id)
    working.background.sync_now()
    page = closed(program, qtbot)
    qtbot.waitUntil(lambda: "还没存的话" in set_aside(here), timeout=15_000)
    assert keys.has_slots(home / keys.KEYS_FILE)
    back_up(here)
    page.sync_button.click()
    qtbot.waitUntil(lambda: "密钥已销毁" in page.words.text(), timeout=15_000)
    assert not page.sync_button.isVisible()
    assert not keys.has_slots(home / keys.KEYS_FILE)
    program.drop_key()
    qtbot.waitUntil(lambda: isinstance(program.gate, FirstStartPage), timeout=10_000)
