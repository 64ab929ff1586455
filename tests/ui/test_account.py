"""Whose permission the county has withdrawn loses the password of the desk; the last one keeps it."""

import pytest

from county_server import accounts, enrolment
from sync import engine
from sync.enrolment import enrol
from tests.sync.world import VILLAGE, Clock, Line, new_county
from tests.ui.conftest import CHEAP, PASSWORD
from ui.account import Account
from village_desk import keys
from village_desk.errors import UserError
from village_desk.keys import KEYS_FILE, Cost, Owner, new_data_key
from village_desk.store import create_store

USERS = ("甲[练习]", "乙[练习]")


def test_who_was_withdrawn_no_longer_opens_the_desk_and_the_last_one_still_does(tmp_path):
    clock = Clock()
    county = new_county(tmp_path, clock)
    users = [accounts.add_user(county, name, VILLAGE) for name in USERS]
    grants = [accounts.add_grant(county, user, "village_clerk", [VILLAGE]) for user in users]
    key, folder = new_data_key(), tmp_path / "desk"
    folder.mkdir()
    store = create_store(folder, key)
    enrol(store, Line(county), enrolment.invite(county, VILLAGE, users), "村里", clock)
    slots = folder / KEYS_FILE
    first, second = (Owner(user, name, "village_clerk") for user, name in zip(users, USERS, strict=True))
    keys.create(slots, bytes(16), key, first, PASSWORD, Cost(*CHEAP))
    keys.add_slot(slots, key, second, PASSWORD, Cost(*CHEAP))
    account, line = Account(folder, key, first.user), Line(county, store.device_id)

    def after_a_round():
        engine.run_round(store, line, clock)
        account.forget_withdrawn(store)
        return [owner.user for owner in keys.users(slots)]

    assert after_a_round() == users
    accounts.revoke_grant(county, grants[1])
    assert after_a_round() == users[:1]
    with pytest.raises(UserError, match="keys.user_unknown"):
        keys.unlock(slots, users[1], PASSWORD)
    accounts.revoke_grant(county, grants[0])
    assert after_a_round() == users[:1]
    assert keys.unlock(slots, users[0], PASSWORD).pragma == key.pragma
    store.close_connection()
    county.close()
