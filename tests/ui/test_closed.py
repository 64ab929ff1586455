"""A desk that may not be worked at says why, goes on sending, and opens again when the county says so."""

import json
import shutil

import pytest

from county_server import accounts, bundle_cli, enrolment, profiles
from county_server.county import open_county
from tests.sync.world import back_up
from tests.ui.conftest import PASSWORD
from tests.ui.hands import write
from tests.ui.test_sync_page import _join
from tools.practice_county import COUNTY
from ui.gates.closed import ClosedPage
from ui.gates.first_start import FirstStartPage
from village_desk import ids, keys, profile, times
from village_desk.commands import records
from village_desk.queries.closed import CONTACT
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


@pytest.mark.county
def test_without_contact_it_warns_then_closes_and_a_stick_opens_it_without_any_network(
    joined, qtbot, county, tmp_path
):
    program, here = joined
    publish_lapse(here, tmp_path / "profile", days=30)
    program.working.background.sync_now()
    store = program.working.desk.session.store
    qtbot.waitUntil(lambda: store.profile_version == 4, timeout=15_000)
    qtbot.waitUntil(lambda: program.working.background.state == "idle", timeout=15_000)
    county.stop()
    last_contact(store, days=25)
    program.drop_key()
    come_back(program, qtbot)
    qtbot.waitUntil(lambda: "30 天" in bar(program) or "5 天" in bar(program), timeout=10_000)
    last_contact(store, days=31)
    program.drop_key()
    come_back(program, qtbot)
    page = closed(program, qtbot)
    assert "没有" in page.words.text()
    stick = tmp_path / "stick"
    stick.mkdir()
    page.stick._pick = lambda: stick
    page.stick.out_button.click()
    qtbot.waitUntil(lambda: bool(page.stick.slip()), timeout=10_000)
    assert bundle_cli.taken_in(here, [stick], stick)[0]
    qtbot.waitUntil(page.stick.in_button.isEnabled, timeout=10_000)
    page.stick.in_button.click()
    qtbot.waitUntil(lambda: program.working is not None, timeout=15_000)


def publish_lapse(here, folder, days):
    shutil.copytree(profile.NATIONAL, folder)
    said = json.loads((folder / "profile.json").read_text("utf-8")) | {"id": COUNTY, "version": 4}
    said["parameters"]["lapse_without_contact_days"] = days
    (folder / "profile.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    profiles.publish(here, profile.texts(folder))


def last_contact(store, days):
    with store.unit_of_work(None, times.now()) as uow:
        uow.set_state(CONTACT, str(times.now() - days * 86_400_000))


def come_back(program, qtbot):
    qtbot.waitUntil(lambda: hasattr(program.gate, "password"), timeout=10_000)
    program.gate.password.edit.setText(PASSWORD)
    program.gate.open_button.click()
    qtbot.waitUntil(
        lambda: program.working is not None or isinstance(program.gate, ClosedPage), timeout=10_000
    )


def bar(program):
    return program.working.frame.messages.text.text() if program.working else ""


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
