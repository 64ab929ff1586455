"""Slots, passwords, the recovery key, waiting after failures, and the PIN."""

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import keys
from village_desk.errors import Invalid, NotAllowed, StoreTrouble, UserError
from village_desk.ids import new_id
from village_desk.keys import recovery, tries
from village_desk.keys.passwords import Cost, PinLock, check_password, check_pin

CHEAP = Cost(memory=8 * 1024, passes=1, lanes=1)
PASSWORD = "青山 黄牛 水井 石桥"
OTHER = "correct horse 3 battery"
DESK = new_id()
LI = keys.Owner(new_id(), "李示例[练习]", "village_cadre")
WANG = keys.Owner(new_id(), "王示例[练习]", "adviser")
T = 1_800_000_000_000


@pytest.fixture
def slots(tmp_path):
    return tmp_path / "desk.keys"


@pytest.fixture
def key():
    return keys.new_data_key()


@pytest.fixture
def paper(slots, key):
    return keys.create(slots, DESK, key, LI, PASSWORD, CHEAP)


def code_of(error, call, *args):
    with pytest.raises(error) as caught:
        call(*args)
    return caught.value.code


def problem_of(call, *args):
    with pytest.raises(Invalid) as caught:
        call(*args)
    return [(one.field, one.code) for one in caught.value.problems]


def test_a_password_opens_its_own_slot_with_the_data_key(slots, key, paper):
    keys.add_slot(slots, key, WANG, OTHER, CHEAP)
    assert keys.unlock(slots, LI.user, PASSWORD).pragma == key.pragma
    assert keys.unlock(slots, WANG.user, OTHER).pragma == key.pragma
    assert code_of(UserError, keys.unlock, slots, WANG.user, PASSWORD) == "keys.password_wrong"
    assert keys.users(slots) == [LI, WANG]


def test_a_password_typed_with_full_width_letters_opens_too(slots, key):
    keys.create(slots, DESK, key, LI, "horse battery 123", CHEAP)
    assert keys.unlock(slots, LI.user, "ｈｏｒｓｅ　battery １２３").pragma == key.pragma


def test_a_wrong_password_is_refused_and_waits_longer_each_time(slots, paper):
    at, waits = T, []
    for _ in range(12):
        with pytest.raises(UserError) as caught:
            keys.unlock(slots, LI.user, "wrong password", at)
        assert caught.value.code == "keys.password_wrong"
        waits.append(caught.value.details["wait"])
        at += waits[-1] * 1000
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]


def test_who_comes_too_early_is_told_the_seconds_and_nothing_is_tried(slots, paper):
    for at in (T, T + 1000):
        assert code_of(UserError, keys.unlock, slots, LI.user, "wrong password", at) == "keys.password_wrong"
    with pytest.raises(UserError) as caught:
        keys.unlock(slots, LI.user, PASSWORD, T + 1500)
    assert (caught.value.code, caught.value.details) == ("keys.wait", {"wait": 2})
    assert keys.unlock(slots, LI.user, PASSWORD, T + 3000)
    assert keys.unlock(slots, LI.user, PASSWORD, T + 3000)  # forgotten


def test_one_user_does_not_wait_for_anothers_failures(slots, key, paper):
    keys.add_slot(slots, key, WANG, OTHER, CHEAP)
    assert code_of(UserError, keys.unlock, slots, LI.user, OTHER, T) == "keys.password_wrong"
    assert keys.unlock(slots, WANG.user, OTHER, T)


def test_a_clock_set_back_neither_saves_the_wait_nor_makes_it_endless(slots, paper):
    for at in (T, T + 1000, T + 3000):
        assert code_of(UserError, keys.unlock, slots, LI.user, "wrong password", at) == "keys.password_wrong"
    year = 365 * 24 * 3600 * 1000
    assert code_of(UserError, keys.unlock, slots, LI.user, PASSWORD, T - year) == "keys.wait"
    assert tries.seconds_left(slots, LI.user, T - year + 3000) == 1
    assert keys.unlock(slots, LI.user, PASSWORD, T - year + 4000)


def test_killing_the_program_during_a_try_still_counts_the_try(slots, paper):
    tries.count_failure(slots, LI.user, T)  # what stands on disk while the password is being tried
    assert code_of(UserError, keys.unlock, slots, LI.user, PASSWORD, T + 10) == "keys.wait"


def test_a_destroyed_count_keeps_nobody_out(slots, paper):
    (slots.parent / "desk.keys.tries").write_bytes(b"\0\0\0")
    assert keys.unlock(slots, LI.user, PASSWORD, T)
    (slots.parent / "desk.keys.tries").write_text('{"x": 3}')
    assert keys.unlock(slots, LI.user, PASSWORD, T)


def test_a_new_password_replaces_the_old_one_and_not_the_key(slots, key, paper):
    keys.set_password(slots, key, LI.user, OTHER, CHEAP)
    assert code_of(UserError, keys.unlock, slots, LI.user, PASSWORD, T) == "keys.password_wrong"
    assert keys.unlock(slots, LI.user, OTHER, T + 1000).pragma == key.pragma


def test_the_old_password_opens_no_copy_either(slots, key, paper):
    keys.set_password(slots, key, LI.user, OTHER, CHEAP)
    slots.unlink()
    assert code_of(UserError, keys.unlock, slots, LI.user, PASSWORD, T) == "keys.password_wrong"
    assert keys.unlock(slots, LI.user, OTHER, T + 1000).pragma == key.pragma
    assert slots.exists()  # mended


def test_the_recovery_key_replaces_a_forgotten_password(slots, key, paper):
    found = keys.recover(slots, paper.lower().replace("-", " "))
    keys.set_password(slots, found, LI.user, OTHER, CHEAP)
    assert keys.unlock(slots, LI.user, OTHER).pragma == key.pragma


def test_a_renewed_recovery_key_makes_the_old_sheet_worthless(slots, key, paper):
    renewed = keys.renew_recovery(slots, key)
    assert code_of(UserError, keys.recover, slots, paper) == "keys.recovery_wrong"
    assert keys.recover(slots, renewed).pragma == key.pragma


def test_a_slip_of_the_pen_is_told_apart_from_another_desks_key(slots, paper, tmp_path):
    stranger = recovery.recovery_text(recovery.new_recovery())
    assert code_of(UserError, keys.recover, slots, stranger) == "keys.recovery_wrong"
    slip = ("1" if paper[0] != "1" else "2") + paper[1:]
    assert code_of(UserError, keys.recover, slots, slip) == "keys.recovery_typo"
    assert code_of(UserError, keys.recover, slots, paper[:-1]) == "keys.recovery_typo"
    assert code_of(UserError, keys.recover, slots, paper[:-1] + "村") == "keys.recovery_typo"


@given(st.binary(min_size=20, max_size=20), st.data())
def test_a_recovery_key_is_read_as_it_is_printed_and_one_wrong_character_is_seen(secret, data):
    text = recovery.recovery_text(secret)
    assert [len(group) for group in text.split("-")] == [4] * 9
    assert recovery.recovery_from_text(text.replace("0", "o").replace("1", "l")) == secret
    at = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != "-"]))
    other = data.draw(st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ").filter(lambda c: c != text[at]))
    assert (
        code_of(UserError, recovery.recovery_from_text, text[:at] + other + text[at + 1 :])
        == "keys.recovery_typo"
    )


def test_the_last_user_cannot_be_removed(slots, key, paper):
    keys.add_slot(slots, key, WANG, OTHER, CHEAP)
    keys.remove_slot(slots, key, LI.user)
    assert keys.users(slots) == [WANG]
    assert code_of(NotAllowed, keys.remove_slot, slots, key, WANG.user) == "keys.last_user"
    assert code_of(UserError, keys.remove_slot, slots, key, LI.user) == "keys.user_unknown"
    assert code_of(UserError, keys.set_password, slots, key, LI.user, OTHER, CHEAP) == "keys.user_unknown"
    assert code_of(UserError, keys.unlock, slots, LI.user, PASSWORD) == "keys.user_unknown"
    assert code_of(NotAllowed, keys.add_slot, slots, key, WANG, OTHER, CHEAP) == "keys.user_exists"


def test_slots_are_never_overwritten_nor_changed_with_another_desks_key(slots, key, paper):
    other = keys.new_data_key()
    assert code_of(StoreTrouble, keys.create, slots, DESK, other, LI, PASSWORD, CHEAP) == "store.keys_exist"
    assert code_of(StoreTrouble, keys.set_password, slots, other, LI.user, OTHER, CHEAP) == "store.foreign"
    assert keys.unlock(slots, LI.user, PASSWORD).pragma == key.pragma


def test_a_slot_cannot_be_moved_to_another_user(slots, key, paper):
    keys.add_slot(slots, key, WANG, OTHER, CHEAP)
    found = keys.read_slots(slots)
    keys.write_slots(
        slots,
        keys.replace(
            found,
            users=tuple(
                keys.replace(one, user=LI.user if one.user == WANG.user else WANG.user) for one in found.users
            ),
        ),
    )
    assert code_of(UserError, keys.unlock, slots, LI.user, OTHER, T) == "keys.password_wrong"


def test_a_slot_of_a_newer_program_is_kept(slots, key, paper):
    found = keys.read_slots(slots)
    township = {"kind": "township", "recipient": "age1example", "wrapped": "00"}
    keys.write_slots(slots, keys.replace(found, others=(township,)))
    keys.set_password(slots, key, LI.user, OTHER, CHEAP)
    assert keys.read_slots(slots).others == (township,)


def test_only_the_owner_may_read_the_slots(slots, paper):
    for file in slots.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_neither_key_nor_password_stands_in_the_files(slots, key, paper):
    for file in slots.parent.iterdir():
        content = file.read_bytes()
        for secret in (key.cipher.hex().encode(), key.cipher, PASSWORD.encode(), paper.encode()):
            assert secret not in content
    assert key.cipher.hex() not in repr(key)


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b'"wrapped": "', b'"wrapped": "0', 1),
        lambda raw: raw[:0],
        lambda raw: bytes(len(raw)),
        lambda raw: raw[:0] + b"[]",
    ],
    ids=["truncated", "altered", "empty", "zeroed", "list"],
)
def test_a_damaged_slots_file_is_not_called_a_wrong_password(slots, key, paper, damage):
    raw = slots.read_bytes()
    slots.write_bytes(damage(raw))
    assert keys.unlock(slots, LI.user, PASSWORD).pragma == key.pragma  # the second copy
    assert slots.read_bytes() == raw
    for copy in (slots, slots.with_name("desk.keys.copy")):
        copy.write_bytes(damage(raw))
    assert code_of(StoreTrouble, keys.unlock, slots, LI.user, PASSWORD) == "store.keys_damaged"


def test_missing_and_newer_slots_are_named(slots):
    assert code_of(StoreTrouble, keys.users, slots) == "store.keys_missing"
    keys.create(slots, DESK, keys.new_data_key(), LI, PASSWORD, CHEAP)
    data = json.loads(slots.read_bytes())
    data["format"] = 2
    del data["sum"]
    data["sum"] = keys.crypto.digest(keys.crypto.canonical(data)).hex()
    slots.write_text(json.dumps(data))
    assert code_of(StoreTrouble, keys.users, slots) == "store.keys_newer"


@pytest.mark.parametrize(
    "cost", [{"memory": 2**31, "passes": 1, "lanes": 1}, {"memory": 8, "passes": 1, "lanes": 4}, {}]
)
def test_a_cost_that_would_stop_the_pc_is_refused(slots, paper, cost):
    data = json.loads(slots.read_bytes())
    data["slots"][0]["argon2id"] = cost
    del data["sum"]
    data["sum"] = keys.crypto.digest(keys.crypto.canonical(data)).hex()
    slots.write_text(json.dumps(data))
    assert code_of(StoreTrouble, keys.users, slots) == "store.keys_damaged"


@pytest.mark.parametrize("point", ["keys.before_rename", "keys.after_rename", "keys.before_rename:2"])
def test_a_crash_while_the_password_changes_leaves_the_old_or_the_new(slots, key, paper, point):
    code = (
        "import sys; from pathlib import Path; from village_desk import keys\n"
        "from village_desk.keys import passwords\n"
        "path, cipher, salt, user, password = sys.argv[1:]\n"
        "keys.set_password(Path(path), keys.DataKey(bytes.fromhex(cipher), bytes.fromhex(salt)),\n"
        "    bytes.fromhex(user), password, passwords.Cost(8192, 1, 1))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(slots), key.cipher.hex(), key.salt.hex(), LI.user.hex(), OTHER],
        env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path.cwd())},
        check=False,
    )
    assert ended.returncode == -9
    opened = PASSWORD if point == "keys.before_rename" else OTHER
    assert keys.unlock(slots, LI.user, opened, T).pragma == key.pragma
    assert slots.read_bytes() == slots.with_name("desk.keys.copy").read_bytes()


@pytest.mark.parametrize(
    "good", [PASSWORD, OTHER, "Tq7#mZ!p2v", "村口那棵老槐树开花了吗", "大树 小河 老井 石桥"]
)
def test_ten_characters_or_four_words_are_enough(good):
    check_password(good)


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("", "password.short"),
        ("Tq7#mZ!p2", "password.short"),
        ("a b c d", "password.short"),
        ("老井 老井 老井 老井", "password.common"),
        ("1234567890", "password.common"),
        ("0987654321", "password.common"),
        ("qwertyuiop", "password.common"),
        ("poiuytrewq", "password.common"),
        ("aaaaaaaaaaaa", "password.common"),
        ("abcdeabcde", "password.common"),
        ("password2026!", "password.common"),
        ("ＰＡＳＳＷＯＲＤ１２３４", "password.common"),
        ("13800138000", "password.common"),
        ("+8613912345678", "password.common"),
        ("11010519491231002X", "password.common"),
        ("1949-10-01 2026", "password.common"),
        ("司法所20262026", "password.common"),
        ("lishili1985", "password.common"),
    ],
)
def test_weak_passwords_are_refused(bad, code):
    assert problem_of(check_password, bad, "Lishili") == [("password", code)]


def test_a_weak_password_makes_no_slots(slots, key):
    problem_of(keys.create, slots, DESK, key, LI, "12345", CHEAP)
    assert list(slots.parent.iterdir()) == []


def test_a_pin_opens_the_locked_screen_and_five_wrong_ones_spend_it():
    lock = PinLock("2580", CHEAP)
    assert not lock.opens("2581")
    assert lock.tries_left == 4
    assert lock.opens("２５８０")
    assert lock.tries_left == 5
    assert [lock.opens("0000") for _ in range(5)] == [False] * 5
    assert lock.spent
    assert not lock.opens("2580")


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("258", "pin.digits"),
        ("25a8", "pin.digits"),
        ("2580" * 4, "pin.digits"),
        ("1111", "pin.easy"),
        ("3456", "pin.easy"),
        ("8765", "pin.easy"),
    ],
)
def test_weak_pins_are_refused(bad, code):
    assert problem_of(check_pin, bad) == [("pin", code)]


@pytest.mark.slow
def test_the_default_cost_makes_a_guess_dear_and_opening_bearable(slots, key):
    keys.create(slots, DESK, key, LI, PASSWORD)
    begun = time.perf_counter()
    keys.unlock(slots, LI.user, PASSWORD)
    assert 0.02 < time.perf_counter() - begun < 5
