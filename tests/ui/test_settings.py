import pytest
from PySide6.QtWidgets import QApplication

from ui import preferences, theme
from ui.preferences import Preferences
from ui.theme import Theme
from village_desk import ids, keys
from village_desk.errors import UserError
from village_desk.store import backup, county_link
from village_desk.store.county_link import Account

PASSWORD = "wu jiang zhen 77"


@pytest.fixture
def page(at_work, look):
    made = at_work.working.frame
    made.show_page("settings")
    yield made.page("settings")
    theme.apply(look, Theme())


def test_the_text_size_grows_at_once_and_is_remembered(page, home):
    page.looks.sizes.buttons()[2].click()
    assert QApplication.instance().font().pixelSize() == 23
    assert preferences.load(home).text_size == 23


def test_colours_change_at_once(page, home):
    page.looks.colours.buttons()[2].click()
    assert theme.current().colours == "dark"
    assert preferences.load(home).colours == "dark"


def test_the_password_is_changed_by_who_knows_the_old_one(page, home, qtbot):
    secrets = page.secrets
    secrets.old.edit.setText(PASSWORD)
    for entry in (secrets.new, secrets.again):
        entry.edit.setText("heihe liuyu sui 3")
    secrets.password_button.click()
    qtbot.waitUntil(lambda: secrets.old.text() == "", timeout=5_000)
    (owner,) = keys.users(home / "desk.keys")
    assert keys.unlock(home / "desk.keys", owner.user, "heihe liuyu sui 3").cipher


def test_a_wrong_old_password_changes_nothing(page, home, qtbot):
    secrets = page.secrets
    secrets.old.edit.setText("something else entirely")
    for entry in (secrets.new, secrets.again):
        entry.edit.setText("heihe liuyu sui 3")
    secrets.password_button.click()
    qtbot.waitUntil(lambda: "密码不对" in secrets.old.words.text())


def test_the_pin_of_the_settings_unlocks_the_screen(at_work, page, qtbot):
    page.secrets.pin.edit.setText("73194")
    page.secrets.pin_button.click()
    qtbot.waitUntil(lambda: page.secrets.pin.text() == "")
    at_work.lock()
    at_work.gate.tried.emit("73194")
    qtbot.waitUntil(lambda: at_work.gate is None, timeout=5_000)


def test_a_new_recovery_sheet_takes_the_place_of_the_old_one(page, home, qtbot, tmp_path):
    card = page.recovery
    card.password.edit.setText(PASSWORD)
    card.button.click()
    qtbot.waitUntil(lambda: card.sheet.isVisibleTo(page), timeout=5_000)
    groups = card.sheet.key.text().split()
    card.done_button.click()
    assert card.words.text() != ""
    for entry, place in zip((card.sheet.first, card.sheet.second), card.sheet.asked, strict=True):
        entry.edit.setText(groups[place])
    card.done_button.click()
    assert not card.sheet.isVisibleTo(page)
    assert keys.recover(home / "desk.keys", "-".join(groups)).cipher
    with pytest.raises(UserError, match="keys.recovery_wrong"):
        keys.recover(home / "desk.keys", (tmp_path / "recovery.txt").read_text())


def test_somebody_the_county_has_named_gets_a_password_of_their_own(at_work, page, home, qtbot):
    with at_work.working.desk.session.store.unit_of_work(None, 0) as uow:
        account = Account(ids.new_id(), "[练习]孙律师", "adviser", ("620702",), ids.new_id(), b"", b"")
        county_link.keep_accounts(uow, [account])
    page.refresh()
    qtbot.waitUntil(lambda: page.people.choices.count() == 1)
    for entry in (page.people.new, page.people.again):
        entry.edit.setText("heihe liuyu sui 3")
    page.people.button.click()
    qtbot.waitUntil(lambda: "孙律师" in page.people.names.text(), timeout=5_000)
    assert [owner.name for owner in keys.users(home / "desk.keys")] == ["[练习]王桂兰", "[练习]孙律师"]


def test_an_easy_pin_is_refused_in_words(page, qtbot):
    page.secrets.pin.edit.setText("1234")
    page.secrets.pin_button.click()
    qtbot.waitUntil(
        lambda: "PIN" in page.secrets.pin.words.text() and "1234" in page.secrets.pin.words.text()
    )


def test_a_backup_is_made_checked_and_dated(page, qtbot, tmp_path):
    target = tmp_path / "stick"
    target.mkdir()
    page.backup.back_up(target)
    qtbot.waitUntil(lambda: "今天" in page.backup.last.text(), timeout=10_000)
    assert len(backup.backups(target)) == 1


def test_a_backup_beside_the_desk_itself_is_refused(page, home, qtbot):
    page.backup.back_up(home)
    qtbot.waitUntil(lambda: page.backup.button.isEnabled() and "还没有" in page.backup.last.text())
    assert backup.backups(home) == []


def test_nonsense_in_the_preferences_is_as_on_the_first_day(tmp_path):
    (tmp_path / preferences.FILE).write_text("[General]\ntext_size=400\ncolours=pink\nidle_minutes=x\n")
    assert preferences.load(tmp_path) == Preferences()
